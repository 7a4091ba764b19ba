//! Data that is written with letters and digits alone (ISO 32000-1, 7.4.2–7.4.3).

/// How many signs there are to write data with.
const BASE: u32 = 85;

/// Data that was written in base 85, up to its end mark. A `z` stands for four zeros.
pub(super) fn of_base_85(text: &[u8]) -> Vec<u8> {
    let mut data = Vec::with_capacity(text.len());
    let mut group: Vec<u8> = Vec::with_capacity(5);
    for byte in text {
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => data.extend([0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => {}
        }
        if group.len() == 5 {
            data.extend(four(&group));
            group.clear();
        }
    }
    // Of n signs at the end come n − 1 bytes.
    if let Some(bytes) = group.len().checked_sub(1) {
        group.resize(5, b'u' - b'!');
        data.extend(four(&group).into_iter().take(bytes));
    }
    data
}

/// The four bytes of five signs.
fn four(group: &[u8]) -> [u8; 4] {
    let add = |number: u32, sign: &u8| number.wrapping_mul(BASE).wrapping_add(u32::from(*sign));
    group.iter().fold(0, add).to_be_bytes()
}

/// Data that was written in hexadecimal digits, up to its end mark.
pub(super) fn of_hexadecimal(text: &[u8]) -> Vec<u8> {
    let digits = text.iter().take_while(|byte| **byte != b'>');
    let digits = digits.filter_map(|byte| char::from(*byte).to_digit(16)?.try_into().ok());
    let digits: Vec<u8> = digits.collect();
    let pairs = digits.chunks(2);
    pairs.map(|pair| (pair[0] << 4) | pair.get(1).copied().unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_for_bytes() {
        assert_eq!(of_base_85(b"9jqo^ BlbD-BleB1DJ+*+F(f,q~>x"), b"Man is distinguished");
        assert_eq!(of_base_85(b"z9jq~>"), b"\0\0\0\0Ma");
        assert_eq!(of_hexadecimal(b"4a 4B4>99"), b"JK@");
        for text in [b"~".as_slice(), b"", b"!", b"uuuuu", b">", b"\xff"] {
            let _ = (of_base_85(text), of_hexadecimal(text));
        }
    }
}
