//! What stands where a new file is to stand.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use super::Judge;
use crate::seal::State;
use crate::source::printable;

/// A file in the way of a new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    /// The file.
    pub path: PathBuf,
    /// Why it is not replaced.
    pub reason: Reason,
}

/// Why a file is not replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A program has it open and would soon write over what took its place. The name is
    /// that of the file by which the program says so.
    Open(String),
    /// The program wrote it, and something has changed it since.
    Changed,
    /// Nothing in it says that the program wrote it.
    Unknown,
    /// It is a link to a file elsewhere, and the program makes no links.
    Link,
}

impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = printable(&self.path.display().to_string());
        match &self.reason {
            Reason::Open(sign) => write!(
                f,
                "{path} är öppen i ett annat program; stäng filen och försök igen. \
                 Är den redan stängd, ta bort {}",
                printable(&self.path.with_file_name(sign).display().to_string())
            ),
            Reason::Changed => write!(f, "{path} har ändrats sedan tjut skrev filen"),
            Reason::Unknown => {
                write!(f, "{path} går inte att känna igen som en orörd fil från tjut")
            }
            Reason::Link => write!(f, "{path} är en länk till en annan fil"),
        }
    }
}

/// Larger than any paper: what is larger is not read to find out whose it is.
const MOST_BYTES: u64 = 256 << 20;

/// Why what has a name may not be replaced; nothing when it may, or when nothing has it.
pub fn obstacle(path: &Path, judge: Judge) -> Option<Reason> {
    let found = fs::symlink_metadata(path).ok()?;
    if found.is_symlink() {
        return Some(Reason::Link);
    }
    // Opening a pipe may never come to an end.
    let is_readable = found.is_file() && found.len() <= MOST_BYTES;
    let content = is_readable.then(|| fs::read(path).ok()).flatten();
    match content.map_or(State::Unknown, |content| judge(&content)) {
        State::Untouched => None,
        State::Changed => Some(Reason::Changed),
        State::Unknown => Some(Reason::Unknown),
    }
}

/// The name of the file by which Word or `LibreOffice` says that it has a file open, if
/// there is one. Where a system lets open files be replaced, nothing else tells.
pub fn sign_of_being_open(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    // Word puts its mark in the place of the first letters, of as many as the stem can
    // spare: of a short one none.
    let stem = path.file_stem()?.to_str()?.chars().count();
    let hidden: String = name.chars().skip(stem.saturating_sub(6).min(2)).collect();
    let signs = [format!("~${hidden}"), format!(".~lock.{name}#")];
    signs.into_iter().find(|sign| exists(&path.with_file_name(sign)))
}

/// Whether anything has this name, be it a link that leads nowhere.
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether two names stand for the same file or the same content, or for links to the same
/// place. What can't be read is the same as nothing but itself.
pub fn is_same(one: &Path, other: &Path) -> bool {
    let (Ok(first), Ok(second)) = (fs::symlink_metadata(one), fs::symlink_metadata(other)) else {
        return false;
    };
    if is_one_file(&first, &second) {
        return true;
    }
    if first.is_symlink() && second.is_symlink() {
        return fs::read_link(one).is_ok_and(|to| fs::read_link(other).is_ok_and(|too| to == too));
    }
    let are_files = first.is_file() && second.is_file();
    are_files
        && first.len() == second.len()
        && fs::read(one).is_ok_and(|content| fs::read(other).is_ok_and(|more| content == more))
}

/// Whether two names are known to be those of one file.
#[cfg(unix)]
fn is_one_file(first: &fs::Metadata, second: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (first.dev(), first.ino()) == (second.dev(), second.ino())
}

/// Whether two names are known to be those of one file.
#[cfg(not(unix))]
fn is_one_file(_: &fs::Metadata, _: &fs::Metadata) -> bool {
    false
}

/// The first free name for a file that has to give up its own: `redovisning-tidigare.docx`.
pub fn name_beside(path: &Path, is_taken: impl Fn(&Path) -> bool) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default();
    let with_number = |number: usize| {
        let mut name = stem.to_owned();
        name.push("-tidigare");
        if number > 1 {
            name.push(format!("-{number}"));
        }
        if let Some(extension) = path.extension() {
            name.push(".");
            name.push(extension);
        }
        path.with_file_name(name)
    };
    let mut names = (1..).map(with_number);
    names.find(|name| !exists(name) && !is_taken(name)).unwrap_or_else(|| with_number(0))
}

/// Whether a file has a name that `name_beside` gives.
#[must_use]
pub fn is_kept_beside(path: &Path) -> bool {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let numbered = stem.rsplit_once('-').filter(|(_, number)| {
        !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit())
    });
    numbered.map_or(&*stem, |(name, _)| name).ends_with("-tidigare")
}
