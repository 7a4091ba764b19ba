//! Writing files so that a reader finds either all the old ones or all the new ones.
//!
//! The files of a folder are exchanged together, in a way that a run that is killed
//! leaves undone for the next one to undo (`exchange.rs`); one run at a time writes
//! in a folder (`lock.rs`).

mod exchange;
mod lock;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::source::printable;
use crate::system_error;
use exchange::{Exchange, Existing};

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where.
    pub path: PathBuf,
    /// What.
    pub bytes: Vec<u8>,
}

/// A file or folder that could not be written.
#[derive(Debug)]
pub struct Error {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system says.
    pub cause: io::Error,
}

impl Error {
    fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        |cause| Self { path, cause }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = printable(&self.path.display().to_string());
        match self.cause.kind() {
            io::ErrorKind::AlreadyExists => {
                write!(f, "{path} kan inte skapas: det finns en fil med det namnet")
            }
            io::ErrorKind::NotADirectory => {
                write!(f, "{path} kan inte bli en mapp: det finns en fil med det namnet")
            }
            io::ErrorKind::WouldBlock => write!(
                f,
                "{path} kan inte skrivas: tjut skriver redan där i en annan körning. \
                 Vänta tills den är klar och försök igen"
            ),
            _ => write!(f, "{path} kan inte skrivas: {}", system_error::reason(&self.cause)),
        }
    }
}

impl std::error::Error for Error {}

/// Writes all files or none, and makes the folders that they stand in.
///
/// Whoever looks at a folder meanwhile finds whole files. For the moment in which
/// some of them are new and some are old, and should the run be killed just then
/// until the next one, the folder holds a notice that says so. Other files in the
/// folder are left alone.
///
/// # Errors
/// The first file or folder that could not be written; then all is as it was.
pub fn write_all(files: &[File]) -> Result<(), Error> {
    write(files, Existing::Replaced)
}

/// Writes all files or none, and none when one of that name is there already.
///
/// # Errors
/// The first file or folder that could not be written; then all is as it was.
pub fn write_new(files: &[File]) -> Result<(), Error> {
    write(files, Existing::Refused)
}

fn write(files: &[File], existing: Existing) -> Result<(), Error> {
    let mut folders: BTreeMap<&Path, Vec<&File>> = BTreeMap::new();
    for file in files {
        folders.entry(file.path.parent().unwrap_or(Path::new(""))).or_default().push(file);
    }
    // An exchange that is dropped before it has ended is undone.
    let mut exchanges = Vec::new();
    for (folder, files) in folders {
        exchanges.push(Exchange::prepare(folder, files, existing)?);
    }
    for exchange in &exchanges {
        exchange.announce()?;
    }
    for exchange in &exchanges {
        exchange.put()?;
    }
    exchanges.into_iter().try_for_each(Exchange::end)
}
