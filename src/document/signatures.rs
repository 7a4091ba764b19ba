//! Which signatures stand side by side, decided once for both writers.

use serde::Serialize;

use super::{Block, Signature};

/// The longest line, in characters, that has room beside another signature.
///
/// A fixed count rather than a measured width, so that both writers and their
/// readers come to the same answer whatever fonts they have.
pub const LONGEST_PAIRED_LINE: usize = 42;

/// One signature, or two side by side. The left one is read to its end, then the
/// right one: a line of the one and a line of the other belong together only to the eye.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignatureRow {
    /// The lines at the left margin.
    pub left: Vec<String>,
    /// The lines in the right half; `None` when nobody stands there.
    pub right: Option<Vec<String>>,
}

/// The signatures, top to bottom.
///
/// Signatures stand two and two. A pair with a line longer than
/// [`LONGEST_PAIRED_LINE`] is set one below the other instead.
#[must_use]
pub fn signature_rows(signatures: &[Signature]) -> Vec<SignatureRow> {
    let alone = |signature| SignatureRow { left: lines(signature), right: None };
    let mut rows = Vec::new();
    for pair in signatures.chunks(2) {
        match pair {
            [left, right] if fits_beside(left) && fits_beside(right) => {
                rows.push(SignatureRow { left: lines(left), right: Some(lines(right)) });
            }
            _ => rows.extend(pair.iter().map(alone)),
        }
    }
    rows
}

fn texts(signature: &Signature) -> [&str; 3] {
    [&signature.name, &signature.position, signature.unit.as_deref().unwrap_or_default()]
}

/// The lines that have something on them, and always the name's.
fn lines(signature: &Signature) -> Vec<String> {
    let [name, rest @ ..] = texts(signature);
    let rest = rest.into_iter().filter(|text| !text.is_empty());
    std::iter::once(name).chain(rest).map(ToOwned::to_owned).collect()
}

fn fits_beside(signature: &Signature) -> bool {
    texts(signature).iter().all(|text| text.chars().count() <= LONGEST_PAIRED_LINE)
}

/// Whether the block with a number shares a page with what follows, so that nobody signs a page
/// on which nothing else stands: it is right above names or lines to sign on, with their heading
/// between or without. The names in turn stay with a heading below them, as that of the bilagor,
/// which would else begin a page of its own.
#[must_use]
pub fn is_signed_below(blocks: &[Block], number: usize) -> bool {
    let signs = |block: Option<&Block>| {
        matches!(block, Some(Block::Signatures { .. } | Block::SigningForm { .. }))
    };
    let heads = |block: Option<&Block>| matches!(block, Some(Block::Heading { .. }));
    let (block, next) = (blocks.get(number), blocks.get(number + 1));
    match block {
        // A heading stays with what it is about in any case.
        None | Some(Block::Heading { .. }) => false,
        _ if heads(next) => signs(block) || signs(blocks.get(number + 2)),
        _ => signs(next),
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

    fn row(left: &[&str], right: Option<&[&str]>) -> SignatureRow {
        let owned = |lines: &[&str]| lines.iter().map(ToString::to_string).collect();
        SignatureRow { left: owned(left), right: right.map(owned) }
    }

    #[test]
    fn a_pair_is_read_person_by_person() {
        let pair = [signature("Bo", "Direktör", None), signature("Eva", "Chef", Some("Enheten"))];
        assert_eq!(
            signature_rows(&pair),
            [row(&["Bo", "Direktör"], Some(&["Eva", "Chef", "Enheten"]))]
        );
    }

    #[test]
    fn a_line_too_long_for_half_the_page_stacks_the_pair() {
        let long = "å".repeat(LONGEST_PAIRED_LINE + 1);
        let pair = [signature("Bo", &long, None), signature("Eva", "Chef", None)];
        assert_eq!(signature_rows(&pair), [row(&["Bo", &long], None), row(&["Eva", "Chef"], None)]);
    }

    #[test]
    fn the_third_of_three_stands_alone() {
        let three =
            [signature("A", "a", None), signature("B", "b", None), signature("C", "c", None)];
        assert_eq!(signature_rows(&three)[1..], [row(&["C", "c"], None)]);
    }

    #[test]
    fn what_is_signed_stays_with_the_names() {
        let heading = || Block::Heading { level: 2, text: Vec::new() };
        let paragraph = || Block::Paragraph { text: Vec::new() };
        let names = || Block::Signatures { signatures: Vec::new() };
        let form = || Block::SigningForm { fields: Vec::new() };
        let blocks = [paragraph(), names(), heading(), paragraph(), heading(), form()];
        let stay: Vec<usize> = (0..8).filter(|at| is_signed_below(&blocks, *at)).collect();
        // The first paragraph, the names above the bilagor, and what the form's heading follows.
        assert_eq!(stay, [0, 1, 3]);
    }
}
