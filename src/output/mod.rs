//! Writing files so that a reader finds either all the old ones or all the new ones, and
//! so that no file is lost that somebody has worked on.
//!
//! The files of a folder are exchanged together, in a way that a run that is killed
//! leaves undone for the next one to undo (`exchange.rs`); one run at a time writes
//! in a folder (`lock.rs`). What stands in the place of a new file is looked at first,
//! and once more when it is taken away (`standing.rs`).

mod error;
mod exchange;
mod lock;
mod rewrite;
mod standing;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::seal::{self, State};
pub use error::Error;
use exchange::Exchange;
pub use rewrite::{NotRewritten, rewrite};
pub use standing::{Obstacle, Reason, is_kept_beside};

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where.
    pub path: PathBuf,
    /// What.
    pub bytes: Vec<u8>,
}

/// What becomes of files that have the names of new ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// They stop the new ones.
    Stop,
    /// Those that nobody has changed since they were made are replaced; any other stops
    /// the new ones.
    ReplaceUntouched,
    /// They are replaced; those that somebody may have worked on are kept beside, under
    /// another name.
    KeepBeside,
}

/// A file that was kept when another took its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Where it stood.
    pub was: PathBuf,
    /// Where it stands now.
    pub is: PathBuf,
}

/// Tells what is known about a file with some content.
type Judge = fn(&[u8]) -> State;

/// Writes all files or none, and makes the folders that they stand in.
///
/// Whoever looks at a folder meanwhile finds whole files. For the moment in which
/// some of them are new and some are old, and should the run be killed just then
/// until the next one, the folder holds a notice that says so. Other files in the
/// folder are left alone.
///
/// # Errors
/// The files that somebody may have worked on, or the first file or folder that could not
/// be written; then all is as it was.
pub fn write_all(files: &[File], existing: Existing) -> Result<Vec<Kept>, Error> {
    write(files, existing, seal::state)
}

fn write(files: &[File], existing: Existing, judge: Judge) -> Result<Vec<Kept>, Error> {
    let mut folders: BTreeMap<&Path, Vec<&File>> = BTreeMap::new();
    for file in files {
        folders.entry(file.path.parent().unwrap_or(Path::new(""))).or_default().push(file);
    }
    // An exchange that is dropped before it has ended is undone.
    let mut exchanges = Vec::new();
    let mut obstacles = Vec::new();
    for (folder, files) in folders {
        match Exchange::prepare(folder, &files, existing, judge) {
            Ok(exchange) => exchanges.push(exchange),
            // Those in other folders are to be known too.
            Err(Error::InTheWay(found)) => obstacles.extend(found),
            Err(error) => return Err(error),
        }
    }
    if !obstacles.is_empty() {
        return Err(Error::InTheWay(obstacles));
    }
    for exchange in &exchanges {
        exchange.announce()?;
    }
    for exchange in &exchanges {
        exchange.put()?;
    }
    let kept = exchanges.iter().flat_map(|exchange| exchange.kept.iter().cloned()).collect();
    exchanges.into_iter().try_for_each(Exchange::end)?;
    Ok(kept)
}
