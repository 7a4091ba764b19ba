//! Writing files so that a reader finds either the old ones or the new ones.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::{NamedTempFile, TempPath};

/// How the names of files that are being written begin.
const TEMPORARY: &str = ".tjut-";

/// When a file under such a name has been left behind by a run that was killed.
/// No run lasts nearly as long.
const ABANDONED: Duration = Duration::from_hours(1);

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

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match self.cause.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                write!(f, "{path} kan inte skrivas: behörighet saknas")
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                write!(f, "{path} kan inte skrivas: disken är full")
            }
            io::ErrorKind::IsADirectory => {
                write!(f, "{path} kan inte skrivas: det finns en mapp med det namnet")
            }
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
                write!(f, "{path} kan inte skapas: det finns en fil med det namnet")
            }
            _ => write!(f, "{path} kan inte skrivas: {}", self.cause),
        }
    }
}

impl std::error::Error for Error {}

/// Writes all files or none.
///
/// Every file is first written in full, and to the disk, under another name in
/// its own folder. Only then are they renamed, which the system does at once for
/// each, so that whoever looks meanwhile finds a whole file. When a renaming
/// fails, those before it are undone.
///
/// # Errors
/// The first file or folder that could not be written.
pub fn write_all(files: &[File]) -> Result<(), Error> {
    let folders: BTreeSet<&Path> = files.iter().filter_map(|file| file.path.parent()).collect();
    folders.into_iter().for_each(sweep);
    let mut staged = Vec::new();
    for file in files {
        staged.push((file, stage(file).map_err(|cause| Error { path: file.path.clone(), cause })?));
    }
    let mut done: Vec<Replaced<'_>> = Vec::new();
    for (file, temporary) in staged {
        match replace(&file.path, temporary) {
            Ok(replaced) => done.push(replaced),
            Err(cause) => {
                for replaced in done.into_iter().rev() {
                    replaced.undo();
                }
                return Err(Error { path: file.path.clone(), cause });
            }
        }
    }
    Ok(())
}

/// Makes a folder and those above it.
///
/// # Errors
/// The folder, when it can't be made.
pub fn make_folder(path: &Path) -> Result<(), Error> {
    fs::create_dir_all(path).map_err(|cause| Error { path: path.to_owned(), cause })
}

/// Removes what killed runs have left in a folder. That this fails, or that there
/// is no such folder yet, keeps nobody from writing.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_temporary = entry.file_name().to_string_lossy().starts_with(TEMPORARY);
        let age = entry
            .metadata()
            .ok()
            .filter(fs::Metadata::is_file)
            .and_then(|metadata| metadata.modified().ok()?.elapsed().ok());
        if is_temporary && age.is_some_and(|age| age > ABANDONED) {
            drop(fs::remove_file(entry.path()));
        }
    }
}

fn stage(file: &File) -> io::Result<NamedTempFile> {
    if file.path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let folder = file.path.parent().unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut temporary = builder.tempfile_in(folder)?;
    temporary.write_all(&file.bytes)?;
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

/// A file that has got its new content, and its old content if it had any.
struct Replaced<'f> {
    path: &'f Path,
    before: Option<TempPath>,
}

impl Replaced<'_> {
    /// Puts the old content back. What can't be undone stays as the new, whole file.
    fn undo(self) {
        match self.before {
            Some(before) => drop(before.persist(self.path)),
            None => drop(fs::remove_file(self.path)),
        }
    }
}

fn replace(path: &Path, temporary: NamedTempFile) -> io::Result<Replaced<'_>> {
    let before = keep(path)?;
    temporary.persist(path).map_err(|error| error.error)?;
    Ok(Replaced { path, before })
}

/// The old content under another name, while the new is being put in place.
fn keep(path: &Path) -> io::Result<Option<TempPath>> {
    if !path.exists() {
        return Ok(None);
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let kept = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder)?.into_temp_path();
    fs::copy(path, &kept)?;
    Ok(Some(kept))
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;

    #[test]
    fn only_what_was_left_behind_long_ago_is_removed() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let make = |name: &str, age: u64| {
            let path = folder.path().join(name);
            let file = fs::File::create(&path).expect("a file");
            file.set_modified(SystemTime::now() - Duration::from_secs(age)).expect("a date");
            path
        };
        let abandoned = make(".tjut-abc", 7200);
        let kept = [make(".tjut-new", 60), make("gammal.pdf", 7200)];
        let new = File { path: folder.path().join("ny.pdf"), bytes: vec![1] };
        write_all(&[new]).expect("it is written");
        assert!(!abandoned.exists());
        assert!(kept.iter().all(|path| path.exists()));
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 3);
    }
}
