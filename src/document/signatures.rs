//! Which signatures stand side by side, decided once for both writers.

use serde::Serialize;

use super::Signature;

/// The longest line, in characters, that has room beside another signature.
///
/// A fixed count rather than a measured width, so that both writers and their
/// readers come to the same answer whatever fonts they have.
pub const LONGEST_PAIRED_LINE: usize = 42;

/// One line of a signature block, read left then right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignatureRow {
    /// The text at the left margin; empty when only the right signature has this line.
    pub left: String,
    /// The text in the right half; `None` when nothing stands there.
    pub right: Option<String>,
    /// Whether the row holds names, and so needs room to sign above it.
    pub first: bool,
}

/// The lines of a signature block, top to bottom.
///
/// Signatures stand two and two. A pair with a line longer than
/// [`LONGEST_PAIRED_LINE`] is set one below the other instead.
#[must_use]
pub fn signature_rows(signatures: &[Signature]) -> Vec<SignatureRow> {
    let mut rows = Vec::new();
    for pair in signatures.chunks(2) {
        match pair {
            [left, right] if fits_beside(left) && fits_beside(right) => {
                paired(left, right, &mut rows);
            }
            _ => {
                for signature in pair {
                    alone(signature, &mut rows);
                }
            }
        }
    }
    rows
}

fn texts(signature: &Signature) -> [&str; 3] {
    [&signature.name, &signature.position, signature.unit.as_deref().unwrap_or_default()]
}

fn fits_beside(signature: &Signature) -> bool {
    texts(signature).iter().all(|text| text.chars().count() <= LONGEST_PAIRED_LINE)
}

fn paired(left: &Signature, right: &Signature, rows: &mut Vec<SignatureRow>) {
    for (line, (left, right)) in texts(left).into_iter().zip(texts(right)).enumerate() {
        if line == 0 || !left.is_empty() || !right.is_empty() {
            rows.push(SignatureRow {
                left: left.to_owned(),
                right: (!right.is_empty()).then(|| right.to_owned()),
                first: line == 0,
            });
        }
    }
}

fn alone(signature: &Signature, rows: &mut Vec<SignatureRow>) {
    for (line, text) in texts(signature).into_iter().enumerate() {
        if line == 0 || !text.is_empty() {
            rows.push(SignatureRow { left: text.to_owned(), right: None, first: line == 0 });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signature(name: &str, position: &str, unit: Option<&str>) -> Signature {
        Signature {
            name: name.to_owned(),
            position: position.to_owned(),
            unit: unit.map(ToOwned::to_owned),
        }
    }

    fn row(left: &str, right: Option<&str>, first: bool) -> SignatureRow {
        SignatureRow { left: left.to_owned(), right: right.map(ToOwned::to_owned), first }
    }

    #[test]
    fn a_pair_is_read_line_by_line() {
        let pair = [signature("Bo", "Direktör", None), signature("Eva", "Chef", Some("Enheten"))];
        assert_eq!(
            signature_rows(&pair),
            [
                row("Bo", Some("Eva"), true),
                row("Direktör", Some("Chef"), false),
                row("", Some("Enheten"), false),
            ]
        );
    }

    #[test]
    fn a_line_too_long_for_half_the_page_stacks_the_pair() {
        let long = "å".repeat(LONGEST_PAIRED_LINE + 1);
        let pair = [signature("Bo", &long, None), signature("Eva", "Chef", None)];
        assert_eq!(
            signature_rows(&pair),
            [
                row("Bo", None, true),
                row(&long, None, false),
                row("Eva", None, true),
                row("Chef", None, false),
            ]
        );
    }

    #[test]
    fn the_third_of_three_stands_alone() {
        let three =
            [signature("A", "a", None), signature("B", "b", None), signature("C", "c", None)];
        let rows = signature_rows(&three);
        assert_eq!(rows[2..], [row("C", None, true), row("c", None, false)]);
    }
}
