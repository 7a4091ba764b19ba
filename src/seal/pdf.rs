//! The seal of a PDF: a comment before the cross-reference table.
//!
//! A comment is allowed between objects (ISO 32000-1, 7.2.3) and says nothing to a
//! reader. At the end of the file there may be none (ISO 19005-2, 6.1.3). A signature or
//! a note is most often added after what is there, so that the seal stays and no longer
//! fits.

use std::ops::Range;

use super::{BLANK, State, checksum, contains, place_after};

const MARK: &[u8] = b"%tjut-kontrollsumma ";

/// Before the place of the cross-reference table (ISO 32000-1, 7.5.5).
const POINTER: &[u8] = b"startxref\n";

/// The file with a seal. One whose cross-reference table isn't where it is looked for is
/// left as it is, and is then taken for somebody else's.
#[must_use]
pub fn sealed(pdf: Vec<u8>) -> Vec<u8> {
    let Some((table, pointer)) = cross_reference_table(&pdf) else { return pdf };
    let comment = [MARK, BLANK.as_bytes(), b"\n"].concat();
    let moved = (table + comment.len()).to_string();
    let mut sealed = [
        &pdf[..table],
        &comment,
        &pdf[table..pointer.start],
        moved.as_bytes(),
        &pdf[pointer.end..],
    ]
    .concat();
    let seal = checksum([sealed.as_slice()]);
    if let Some(place) = place_after(MARK, &sealed) {
        sealed[place].copy_from_slice(seal.as_bytes());
    }
    sealed
}

/// What is known about a PDF file with this content.
pub(super) fn state(pdf: &[u8]) -> State {
    let Some(place) = place_after(MARK, pdf) else {
        return if contains(pdf, MARK) { State::Changed } else { State::Unknown };
    };
    let mut blank = pdf.to_vec();
    blank[place.clone()].copy_from_slice(BLANK.as_bytes());
    let fits = checksum([blank.as_slice()]).as_bytes() == &pdf[place];
    if fits { State::Untouched } else { State::Changed }
}

/// Where the table starts, and the digits that say so.
fn cross_reference_table(pdf: &[u8]) -> Option<(usize, Range<usize>)> {
    let start = pdf.windows(POINTER.len()).rposition(|window| window == POINTER)? + POINTER.len();
    let digits = pdf[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let pointer = start..start + digits;
    let table: usize = std::str::from_utf8(&pdf[pointer.clone()]).ok()?.parse().ok()?;
    let is_table = table < start && pdf.get(table..)?.starts_with(b"xref\n");
    is_table.then_some((table, pointer))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\nxref\n0 1\n0000000000 65535 f\r\ntrailer\n<<>>\nstartxref\n29\n%%EOF\n";

    #[test]
    fn a_sealed_file_is_whole_and_known_again() {
        let file = sealed(FILE.into());
        assert_eq!(state(&file), State::Untouched);
        let (table, _) = cross_reference_table(&file).expect("startxref leads to the table");
        assert!(file[..table].ends_with(b"\n") && file[table..].starts_with(b"xref"));
        assert_eq!(sealed(FILE.into()), file);
    }

    #[test]
    fn whatever_is_changed_breaks_the_seal() {
        let file = sealed(FILE.into());
        for place in 4..file.len() {
            let mut other = file.clone();
            other[place] ^= 1;
            assert_ne!(state(&other), State::Untouched, "byte {place}");
        }
        let signed = [file.as_slice(), b"5 0 obj\n<<>>\nendobj\n%%EOF\n"].concat();
        assert_eq!(state(&signed), State::Changed);
        assert_eq!(state(&file[..file.len() - 1]), State::Changed);
        assert_eq!(state(FILE.as_bytes()), State::Unknown);
    }

    #[test]
    fn a_file_without_a_table_is_left_alone() {
        for file in ["%PDF-1.7\n", "%PDF-1.7\nstartxref\n999\n%%EOF", "startxref\nx"] {
            assert_eq!(sealed(file.into()), file.as_bytes());
        }
    }
}
