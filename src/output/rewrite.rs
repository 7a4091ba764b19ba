//! Writing a file anew that a person has written: whole or not at all, and not when it is
//! another one by then than the one that was read.

use std::fmt;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::lock::Lock;
use super::standing::name_beside;
use crate::source::printable;
use crate::system_error;

/// Why a file was not written anew. It is as it was.
#[derive(Debug)]
pub enum NotRewritten {
    /// Somebody has changed it since it was read.
    Changed(PathBuf),
    /// It is gone.
    Gone(PathBuf),
    /// Another run writes in the same folder and does not come to its end.
    Busy(PathBuf),
    /// It may be read only.
    ReadOnly(PathBuf),
    /// The system objects. What was being done, and to which file.
    System(&'static str, PathBuf, io::Error),
}

impl fmt::Display for NotRewritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |path: &Path| printable(&path.display().to_string());
        match self {
            Self::Changed(path) => write!(
                f,
                "{} har ändrats av någon annan sedan filen lästes. Kör kommandot en gång till",
                shown(path)
            ),
            Self::Gone(path) => write!(f, "{} finns inte längre", shown(path)),
            Self::Busy(path) => write!(
                f,
                "{} kan inte skrivas: tjut skriver redan där i en annan körning. \
                 Vänta tills den är klar och försök igen",
                shown(path)
            ),
            Self::ReadOnly(path) => write!(
                f,
                "{} är skrivskyddad. Ta bort skrivskyddet, eller ändra i en kopia av filen",
                shown(path)
            ),
            Self::System(what, path, cause) => {
                write!(f, "{} {what}: {}", shown(path), system_error::reason(cause))
            }
        }
    }
}

impl std::error::Error for NotRewritten {}

/// A file on its way to the disk, which goes again unless it gets its name.
struct Coming(Option<PathBuf>);

impl Drop for Coming {
    fn drop(&mut self) {
        if let Some(path) = &self.0 {
            drop(fs::remove_file(path));
        }
    }
}

/// Writes a file anew, if it still holds what was read. Whoever opens it meanwhile finds it
/// whole, as it was or as it is to be. Its permissions stay, and where its name is a link
/// the file is written that it leads to. `keeps_previous` puts what was there beside, under
/// a name that nothing has; the answer is that name.
///
/// # Errors
/// Why nothing was written.
pub fn rewrite(
    path: &Path,
    read: &[u8],
    new: &[u8],
    keeps_previous: bool,
) -> Result<Option<PathBuf>, NotRewritten> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => NotRewritten::Gone(path.to_owned()),
        _ => NotRewritten::System("kan inte skrivas", path.to_owned(), error),
    };
    let target = fs::canonicalize(path).map_err(failed)?;
    let permissions = fs::metadata(&target).map_err(failed)?.permissions();
    // A folder lets a file be exchanged that itself may not be written.
    if let Err(error) = fs::OpenOptions::new().write(true).open(&target) {
        let is_protected =
            permissions.readonly() || error.kind() == io::ErrorKind::PermissionDenied;
        return Err(if is_protected {
            NotRewritten::ReadOnly(path.to_owned())
        } else {
            failed(error)
        });
    }
    if permissions.readonly() {
        // Who may do anything may not have meant this.
        return Err(NotRewritten::ReadOnly(path.to_owned()));
    }
    let in_folder = |error: io::Error| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new(".")).to_owned();
        NotRewritten::System("går inte att skriva i", folder, error)
    };
    // Between looking at the file and exchanging it no other run may do the same.
    let _lock = Lock::on(target.parent().unwrap_or(Path::new("/")))
        .map_err(|_| NotRewritten::Busy(path.to_owned()))?;
    let (mut file, beside) = temporary(&target).map_err(in_folder)?;
    let mut coming = Coming(Some(beside.clone()));
    // Nobody is to read in it who may not read the file.
    fs::set_permissions(&beside, permissions.clone()).map_err(failed)?;
    keep_owner(&target, &beside);
    file.write_all(new).and_then(|()| file.sync_all()).map_err(failed)?;
    drop(file);
    if fs::read(&target).map_err(failed)? != read {
        return Err(NotRewritten::Changed(path.to_owned()));
    }
    let mut previous = Coming(None);
    let mut kept = None;
    if keeps_previous {
        let (named, standing) = (name_beside(path, |_| false), name_beside(&target, |_| false));
        let failed = |error| NotRewritten::System("kan inte skrivas", named.clone(), error);
        let mut file = fs::File::create_new(&standing).map_err(failed)?;
        previous.0 = Some(standing.clone());
        fs::set_permissions(&standing, permissions).map_err(failed)?;
        file.write_all(read).and_then(|()| file.sync_all()).map_err(failed)?;
        // Where the name is a link the file stands in another folder.
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = fs::canonicalize(folder.unwrap_or(Path::new("."))).ok();
        let is_here =
            named.file_name() == standing.file_name() && folder.as_deref() == target.parent();
        kept = Some(if is_here { named } else { standing });
    }
    fs::rename(&beside, &target).map_err(failed)?;
    coming.0 = None;
    previous.0 = None;
    if let Some(folder) = target.parent() {
        super::exchange::settle(folder);
    }
    Ok(kept)
}

/// A new file beside another, hidden, under a name that nothing has.
fn temporary(target: &Path) -> io::Result<(fs::File, PathBuf)> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let mut number = std::process::id();
    loop {
        let path = target.with_file_name(format!(".{name}.tjut-{number}"));
        match fs::File::create_new(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                number = number.wrapping_add(1);
            }
            Err(error) => return Err(error),
            Ok(file) => return Ok((file, path)),
        }
    }
}

/// The file stays its owner's, where the system lets it.
#[cfg(unix)]
fn keep_owner(from: &Path, to: &Path) {
    use std::os::unix::fs::MetadataExt as _;
    if let (Ok(old), Ok(new)) = (fs::metadata(from), fs::metadata(to))
        && (old.uid(), old.gid()) != (new.uid(), new.gid())
    {
        drop(std::os::unix::fs::chown(to, Some(old.uid()), Some(old.gid())));
    }
}

/// Where there are no owners there is nothing to keep.
#[cfg(not(unix))]
fn keep_owner(_: &Path, _: &Path) {}
