//! Writing files so that a reader finds either the old ones or the new ones.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;
#[cfg(unix)]
use std::time::UNIX_EPOCH;

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
    write(files, replace)
}

/// Writes all files or none, and none when one of that name is there already.
///
/// # Errors
/// The first file or folder that could not be written.
pub fn write_new(files: &[File]) -> Result<(), Error> {
    write(files, add)
}

fn write(
    files: &[File],
    put: impl for<'f> Fn(&'f Path, NamedTempFile) -> io::Result<Put<'f>>,
) -> Result<(), Error> {
    let folders: BTreeSet<&Path> = files.iter().filter_map(|file| file.path.parent()).collect();
    for folder in folders {
        sweep(folder, ABANDONED);
    }
    let mut staged = Vec::new();
    for file in files {
        staged.push((file, stage(file).map_err(|cause| Error { path: file.path.clone(), cause })?));
    }
    let mut done: Vec<Put<'_>> = Vec::new();
    for (file, temporary) in staged {
        match put(&file.path, temporary) {
            Ok(file) => done.push(file),
            Err(cause) => {
                done.into_iter().rev().for_each(Put::undo);
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

/// Removes what killed runs have left in a folder, when it is older than the given
/// time. That this fails, or that there is no such folder yet, keeps nobody from
/// writing.
fn sweep(folder: &Path, older_than: Duration) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_temporary = entry.file_name().to_string_lossy().starts_with(TEMPORARY);
        let age = entry.metadata().ok().filter(fs::Metadata::is_file).and_then(|file| age(&file));
        if is_temporary && age.is_some_and(|age| age > older_than) {
            drop(fs::remove_file(entry.path()));
        }
    }
}

/// How long ago a file got its content or its name.
#[cfg(unix)]
fn age(file: &fs::Metadata) -> Option<Duration> {
    let seconds = std::os::unix::fs::MetadataExt::ctime(file);
    let changed = UNIX_EPOCH + Duration::from_secs(u64::try_from(seconds).ok()?);
    changed.elapsed().ok()
}

/// How long ago a file got its content.
#[cfg(not(unix))]
fn age(file: &fs::Metadata) -> Option<Duration> {
    file.modified().ok()?.elapsed().ok()
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
struct Put<'f> {
    path: &'f Path,
    before: Option<TempPath>,
}

impl Put<'_> {
    /// Puts the old content back. What can't be undone stays as the new, whole file.
    fn undo(self) {
        match self.before {
            Some(before) => drop(before.persist(self.path)),
            None => drop(fs::remove_file(self.path)),
        }
    }
}

fn replace(path: &Path, temporary: NamedTempFile) -> io::Result<Put<'_>> {
    let before = keep(path)?;
    temporary.persist(path).map_err(|error| error.error)?;
    Ok(Put { path, before })
}

fn add(path: &Path, temporary: NamedTempFile) -> io::Result<Put<'_>> {
    temporary.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(Put { path, before: None })
}

/// The old content under another name, while the new is being put in place: a
/// second name for the same file, or a copy where there can be no such, or where
/// [`age`] would not see that the name is new.
fn keep(path: &Path) -> io::Result<Option<TempPath>> {
    if !path.exists() {
        return Ok(None);
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY);
    if cfg!(unix)
        && let Ok(linked) = builder.make_in(folder, |name| fs::hard_link(path, name))
    {
        return Ok(Some(linked.into_temp_path()));
    }
    let kept = builder.tempfile_in(folder)?.into_temp_path();
    fs::copy(path, &kept)?;
    Ok(Some(kept))
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder");
        let name = |entry: io::Result<fs::DirEntry>| entry.expect("an entry").file_name();
        let mut names: Vec<_> =
            entries.map(|entry| name(entry).to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn file(folder: &Path, name: &str, content: &str) -> File {
        File { path: folder.join(name), bytes: content.into() }
    }

    #[test]
    fn only_what_was_left_behind_long_ago_is_removed() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for name in [".tjut-abc", "gammal.pdf"] {
            fs::write(folder.path().join(name), "x").expect("a file");
        }
        write_all(&[file(folder.path(), "ny.pdf", "x")]).expect("it is written");
        assert_eq!(names(folder.path()), [".tjut-abc", "gammal.pdf", "ny.pdf"]);
        std::thread::sleep(Duration::from_millis(5));
        sweep(folder.path(), Duration::ZERO);
        assert_eq!(names(folder.path()), ["gammal.pdf", "ny.pdf"]);
    }

    #[test]
    fn the_old_content_of_an_old_file_is_not_taken_for_left_behind() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("a.pdf");
        let old = fs::File::create(&path).expect("a file");
        old.set_modified(SystemTime::now() - 2 * ABANDONED).expect("a date");
        let kept = keep(&path).expect("it can be kept").expect("there is something to keep");
        sweep(folder.path(), ABANDONED);
        assert!(kept.exists());
    }

    #[test]
    fn when_one_file_is_in_the_way_the_others_get_their_old_content_back() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let old = [file(folder.path(), "a", "gammal"), file(folder.path(), "b", "gammal")];
        write_all(&old).expect("they are written");
        let new = [file(folder.path(), "a", "ny"), file(folder.path(), "b", "ny")];
        let refused = write(&new, |path, temporary| {
            if path.ends_with("b") {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
            replace(path, temporary)
        });
        assert!(refused.is_err_and(|error| error.path.ends_with("b")));
        assert_eq!(fs::read(folder.path().join("a")).expect("a file"), b"gammal");
        assert_eq!(names(folder.path()), ["a", "b"]);
    }

    #[test]
    fn new_files_replace_nothing() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        write_new(&[file(folder.path(), "b", "gammal")]).expect("it is written");
        let new = [file(folder.path(), "a", "ny"), file(folder.path(), "b", "ny")];
        assert!(write_new(&new).is_err_and(|error| error.path.ends_with("b")));
        assert_eq!(fs::read(folder.path().join("b")).expect("a file"), b"gammal");
        assert_eq!(names(folder.path()), ["b"]);
    }
}
