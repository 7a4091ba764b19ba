//! Whether a file is still as this program wrote it.
//!
//! A paper is read, commented on, signed and edited after it has been made. Such a file
//! is somebody's work and must not be written over, while one that nobody has touched
//! may be made anew as often as the year file changes. Which of the two it is can't be
//! told by time, since copying a file or opening it alters that. So every file carries a
//! seal: a checksum of all its other content. Whatever edits, comments on, signs or
//! saves the file leaves a seal that no longer fits, or none.
//!
//! The checksum tells of accidents, not of forgery: whoever wants to can work it out.
//!
//! | format | the seal stands in |
//! |---|---|
//! | PDF | a comment before the cross-reference table ([`pdf`]) |
//! | Word | a document property ([`package`]) |

pub mod package;
pub mod pdf;

use std::hash::Hasher as _;

use siphasher::sip128::{Hasher128 as _, SipHasher13};

/// The digits of a seal.
pub const DIGITS: usize = 32;

/// What stands in the place of a seal while it is worked out.
pub const BLANK: &str = "00000000000000000000000000000000";

/// What is known about a file that is already there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// This program wrote it, and nobody has changed it since.
    Untouched,
    /// This program wrote it, and something has changed it since.
    Changed,
    /// There is no seal: it comes from elsewhere, or was saved by a program that keeps none.
    Unknown,
}

/// What is known about a file with this content.
#[must_use]
pub fn state(bytes: &[u8]) -> State {
    if bytes.starts_with(b"%PDF") { pdf::state(bytes) } else { package::state(bytes) }
}

/// A checksum of several pieces of content, in digits. The pieces are told apart: the same
/// letters divided otherwise have another checksum.
fn checksum<'p>(pieces: impl IntoIterator<Item = &'p [u8]>) -> String {
    let mut hasher = SipHasher13::new();
    for piece in pieces {
        // The same on every machine, which `write_usize` is not.
        hasher.write(&(piece.len() as u64).to_le_bytes());
        hasher.write(piece);
    }
    format!("{:0width$x}", hasher.finish128().as_u128(), width = DIGITS)
}

/// Where a seal stands that begins after a mark, the last one; nothing when there is no
/// mark followed by as many digits as a seal has.
fn place_after(mark: &[u8], bytes: &[u8]) -> Option<std::ops::Range<usize>> {
    let start = bytes.windows(mark.len()).rposition(|window| window == mark)? + mark.len();
    let place = start..start + DIGITS;
    let is_hex = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    bytes.get(place.clone())?.iter().all(is_hex).then_some(place)
}

fn contains(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_told_apart() {
        let of = |pieces: &[&str]| checksum(pieces.iter().map(|piece| piece.as_bytes()));
        assert_eq!(of(&["ab", "c"]), of(&["ab", "c"]));
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
        assert_ne!(of(&["ab"]), of(&["ab", ""]));
        assert_eq!(of(&[]).len(), DIGITS);
    }

    #[test]
    fn what_is_no_paper_has_no_seal() {
        for bytes in ["", "PK", "%PDF-1.7\n", "anteckningar", "PK\u{3}\u{4} trasig"] {
            assert_eq!(state(bytes.as_bytes()), State::Unknown, "{bytes}");
        }
    }
}
