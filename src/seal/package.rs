//! The seal of a Word file: a document property.
//!
//! The checksum is that of the parts, with their names and in their order, and not of the
//! file's bytes: what some case systems do, to pack the same parts anew, is no change to
//! the paper. Word and `LibreOffice` keep the property when they save the file and write
//! the parts in their own way, so that the seal is there and no longer fits.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::{BLANK, State, checksum, contains, place_after};

/// The name of the property that holds the seal.
pub const PROPERTY: &str = "Kontrollsumma från tjut";

/// The part that the property stands in.
pub const PART: &str = "docProps/custom.xml";

/// What stands before the seal where this program has written it.
const MARK: &str = "name=\"Kontrollsumma från tjut\"><vt:lpwstr>";

/// A package whose parts come to more than this is none of ours: reading it would take
/// long.
const MOST_BYTES: u64 = 64 << 20;

/// A part of a package: its name and its content.
pub type NamedPart = (String, Vec<u8>);

/// Puts the seal into the parts of a package, in the place of [`BLANK`].
pub fn seal(parts: &mut [NamedPart]) {
    let seal = of(parts);
    if let Some((_, content)) = parts.iter_mut().find(|(name, _)| name == PART)
        && let Some(place) = place_after(MARK.as_bytes(), content)
    {
        content[place].copy_from_slice(seal.as_bytes());
    }
}

/// What is known about a Word file with this content.
pub(super) fn state(bytes: &[u8]) -> State {
    let Some(mut parts) = parts(bytes) else { return State::Unknown };
    let Some((_, content)) = parts.iter_mut().find(|(name, _)| name == PART) else {
        return State::Unknown;
    };
    let Some(place) = place_after(MARK.as_bytes(), content) else {
        let has_one = contains(content, PROPERTY.as_bytes());
        return if has_one { State::Changed } else { State::Unknown };
    };
    let found = content[place.clone()].to_vec();
    content[place].copy_from_slice(BLANK.as_bytes());
    if of(&parts).as_bytes() == found { State::Untouched } else { State::Changed }
}

fn of(parts: &[NamedPart]) -> String {
    checksum(parts.iter().flat_map(|(name, content)| [name.as_bytes(), content]))
}

/// The parts in the order in which they stand; nothing when it is no package.
fn parts(bytes: &[u8]) -> Option<Vec<NamedPart>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut room = MOST_BYTES;
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let file = archive.by_index(index).ok()?;
        let name = file.name().ok()?.into_owned();
        let mut content = Vec::new();
        // What a file says of its own size need not be so.
        file.take(room + 1).read_to_end(&mut content).ok()?;
        room = room.checked_sub(content.len() as u64)?;
        parts.push((name, content));
    }
    Some(parts)
}
