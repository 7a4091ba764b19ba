//! Reading year files and templates.

use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::finding::Finding;
use crate::source::{Source, printable};
use crate::{system_error, yaml};

/// Why a file gave no text.
pub(super) enum UnreadableFile {
    /// Its content is not text as it should be.
    Finding(Box<Finding>),
    /// It could not be read at all; the text says why.
    File(String),
}

/// Reads a file's text.
pub(super) fn source(path: &Path) -> Result<Arc<Source>, UnreadableFile> {
    let name = path.display().to_string();
    let (bytes, size) = bytes(path, yaml::MAX_BYTES).map_err(|error| unreadable(path, &error))?;
    yaml::decode(&name, &bytes, size).map_err(UnreadableFile::Finding)
}

/// Reads all bytes of a file, as far as it is not too large to be read at all.
pub(super) fn all_bytes(path: &Path) -> Result<Vec<u8>, UnreadableFile> {
    let name = path.display().to_string();
    let (bytes, size) = bytes(path, yaml::MAX_BYTES).map_err(|error| unreadable(path, &error))?;
    // What is only a part of the file must not be written back.
    yaml::decode(&name, &bytes, size).map_err(UnreadableFile::Finding)?;
    Ok(bytes)
}

/// Reads the text of the file with a name in the folder of another, or says why it can't be
/// read.
pub(super) fn beside(other: &Source, name: &str) -> Result<Arc<Source>, String> {
    let path = Path::new(&other.name).with_file_name(name);
    let (bytes, size) = bytes(&path, yaml::MAX_BYTES).map_err(|error| reason(&error))?;
    yaml::decode(&path.display().to_string(), &bytes, size).map_err(|finding| finding.message)
}

/// What is said of a file that can't be read.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> UnreadableFile {
    let name = printable(&path.display().to_string());
    UnreadableFile::File(format!("{name} kan inte läsas: {}", reason(error)))
}

/// A file's content, no more than one byte more of it than would be accepted, and its size.
pub(super) fn bytes(path: &Path, most: usize) -> io::Result<(Vec<u8>, u64)> {
    let file = open(path)?;
    let size = file.metadata()?.len();
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut io::Read::take(file, most as u64 + 1), &mut bytes)?;
    Ok((bytes, size))
}

/// Opens what is really a file: opening a pipe or a device may never come to an end,
/// and a folder that can't be opened has nothing to do with rights.
fn open(path: &Path) -> io::Result<std::fs::File> {
    let file = std::fs::metadata(path)?;
    if file.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !file.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    std::fs::File::open(path)
}

/// Why a file or folder can't be read.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "filen finns inte".to_owned(),
        io::ErrorKind::IsADirectory => "det är en mapp".to_owned(),
        io::ErrorKind::InvalidInput => "det är ingen vanlig fil".to_owned(),
        _ => system_error::reason(error),
    }
}
