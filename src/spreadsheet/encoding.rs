//! From bytes to text, for CSV, which Excel writes in several encodings.

use crate::yaml::windows_1252;

/// A text and what was found to get at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text, without a byte order mark.
    pub(super) text: String,
    /// The encoding, where it isn't UTF-8.
    pub(super) other_than_utf8: Option<&'static str>,
}

/// Reads UTF-8, UTF-16 with its mark, and otherwise Windows-1252, in which every byte means
/// something.
pub(super) fn decoded(bytes: &[u8]) -> Decoded {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let text = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
        Decoded { text: text.collect(), other_than_utf8: Some("UTF-16") }
    };
    if let Some(rest) = bytes.strip_prefix(&[0xFF, 0xFE]) {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        return utf16(rest, u16::from_be_bytes);
    }
    let rest = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    match std::str::from_utf8(rest) {
        Ok(text) => Decoded { text: text.to_owned(), other_than_utf8: None },
        Err(_) => Decoded {
            text: rest.iter().map(|byte| windows_1252(*byte)).collect(),
            other_than_utf8: Some("Windows-1252"),
        },
    }
}
