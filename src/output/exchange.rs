//! Exchanging files of a folder for new ones, all or none, also when the program is
//! killed in between.
//!
//! 1. The new files are written, whole and to the disk, in a hidden folder inside the
//!    folder, and second names for the old ones are put beside them.
//! 2. A notice appears in the folder: until it is gone, files in it may be old or new.
//! 3. Each new file takes its name, which the system does at once for each.
//! 4. The notice goes, and with that all files are new. Then the hidden folder goes.
//!
//! A run that finds a hidden folder that was left behind undoes what was done after
//! step 1 when the notice is there too, and otherwise just clears away. Undoing can
//! itself be killed at any moment and begun again. It looks at nothing but names:
//!
//! | in the hidden folder | means, when it is no longer among the new files |
//! |---|---|
//! | a name among the old files | this one gets its name back |
//! | a name among the absent files | there was none of that name, so it goes |

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::lock::Lock;
use super::{Error, File};

/// The hidden folder that files are prepared in.
pub const WORK: &str = ".tjut-skriver";

/// The file that says to whoever opens the folder that the files aren't finished.
pub const NOTICE: &str = "FILERNA ÄR INTE FÄRDIGA.txt";

const NOTICE_TEXT: &str = "\
Programmet tjut skriver filerna i den här mappen, eller avbröts medan det gjorde det.
En del filer kan vara nya och andra gamla. Använd dem inte.

Finns den här filen kvar? Skriv samma kommando en gång till.
Då skrivs alla filer, och den här försvinner.
";

const NEW: &str = "nya";
const OLD: &str = "gamla";
const ABSENT: &str = "fanns-inte";

/// What becomes of files that have the names of new ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// They are replaced.
    Replaced,
    /// They stop the new ones.
    Refused,
}

/// New files on their way into a folder. Unless it has ended, it is undone when dropped.
pub struct Exchange<'f> {
    folder: PathBuf,
    /// The folders that were made for it, outermost first.
    made: Vec<PathBuf>,
    lock: Option<Lock>,
    files: Vec<&'f File>,
    has_ended: bool,
}

impl<'f> Exchange<'f> {
    /// Makes the folder, undoes what a killed run has left there, and writes the new
    /// files beside the old ones.
    pub fn prepare(folder: &Path, files: Vec<&'f File>, existing: Existing) -> Result<Self, Error> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let folder = folder.to_owned();
        let made = make_folder(&folder)?;
        let mut exchange = Self { folder, made, lock: None, files, has_ended: false };
        exchange.lock = Some(Lock::on(&exchange.folder).map_err(Error::at(&exchange.folder))?);
        undo(&exchange.folder).map_err(Error::at(&exchange.folder))?;
        for file in &exchange.files {
            refuse(&file.path, existing).map_err(Error::at(&file.path))?;
        }
        for part in ["", NEW, OLD, ABSENT] {
            make(&exchange.work(part)).map_err(Error::at(&exchange.folder))?;
        }
        for file in &exchange.files {
            exchange.stage(file).map_err(Error::at(&file.path))?;
        }
        Ok(exchange)
    }

    fn work(&self, part: &str) -> PathBuf {
        self.folder.join(WORK).join(part)
    }

    /// Writes the new file, and keeps the old one under a second name: another link to
    /// it, or a copy where there can be no such.
    fn stage(&self, file: &File) -> io::Result<()> {
        let name = file.path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
        write(&self.work(NEW).join(name), &file.bytes)?;
        if !exists(&file.path) {
            return write(&self.work(ABSENT).join(name), &[]);
        }
        let old = self.work(OLD).join(name);
        step()?;
        fs::hard_link(&file.path, &old).or_else(|_| fs::copy(&file.path, &old).map(drop))
    }

    /// Puts up the notice.
    pub fn announce(&self) -> Result<(), Error> {
        let notice = self.folder.join(NOTICE);
        let written = self.work(NOTICE);
        write(&written, NOTICE_TEXT.as_bytes())
            .and_then(|()| rename(&written, &notice))
            .map_err(Error::at(notice))?;
        settle(&self.folder);
        Ok(())
    }

    /// Gives the new files their names.
    pub fn put(&self) -> Result<(), Error> {
        for file in &self.files {
            let name = file.path.file_name().unwrap_or_default();
            rename(&self.work(NEW).join(name), &file.path).map_err(Error::at(&file.path))?;
        }
        settle(&self.folder);
        Ok(())
    }

    /// Takes the notice down, from when on the new files stay.
    pub fn end(mut self) -> Result<(), Error> {
        let notice = self.folder.join(NOTICE);
        remove(&notice).map_err(Error::at(notice))?;
        self.has_ended = true;
        // What can't be cleared away now is cleared away by the next run.
        let _ = clear_away(&self.work(""));
        Ok(())
    }
}

impl Drop for Exchange<'_> {
    fn drop(&mut self) {
        if self.has_ended {
            return;
        }
        // Without the lock another run may be at work in the folder.
        if self.lock.is_some() {
            // What can't be undone now is undone by the next run; the notice says so.
            let _ = undo(&self.folder);
        }
        self.lock = None;
        // A folder that has got other files meanwhile stays.
        self.made.iter().rev().for_each(|folder| drop(step().map(|()| fs::remove_dir(folder))));
    }
}

/// Undoes what a run has done that did not come to its end, in a folder that is locked.
fn undo(folder: &Path) -> io::Result<()> {
    let work = folder.join(WORK);
    let is_new = |name: &Path| exists(&work.join(NEW).join(name));
    if !exists(&work) {
        return Ok(());
    }
    if exists(&folder.join(NOTICE)) {
        for name in names(&work.join(OLD))?.iter().filter(|name| !is_new(name)) {
            rename(&work.join(OLD).join(name), &folder.join(name))?;
        }
        for name in names(&work.join(ABSENT))?.iter().filter(|name| !is_new(name)) {
            remove(&folder.join(name))?;
        }
        settle(folder);
        remove(&folder.join(NOTICE))?;
    }
    clear_away(&work)
}

/// Makes a folder and those above it. The answer is those that were not there.
fn make_folder(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let is_named = |folder: &&Path| !folder.as_os_str().is_empty();
    let above = folder.ancestors().filter(is_named);
    let mut missing: Vec<&Path> = above.take_while(|folder| !folder.exists()).collect();
    missing.reverse();
    if let Some(lowest) = folder.ancestors().filter(is_named).find(|folder| folder.exists())
        && !lowest.is_dir()
    {
        return Err(Error::at(lowest)(io::ErrorKind::NotADirectory.into()));
    }
    fs::create_dir_all(folder).map_err(Error::at(folder))?;
    Ok(missing.into_iter().map(Path::to_owned).collect())
}

/// Whether a file may come to stand there.
fn refuse(path: &Path, existing: Existing) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if existing == Existing::Refused && exists(path) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    Ok(())
}

/// Whether anything has this name, be it a link that leads nowhere.
fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// The names in a folder, none if it isn't there.
fn names(folder: &Path) -> io::Result<Vec<PathBuf>> {
    match fs::read_dir(folder) {
        Ok(entries) => entries.map(|entry| Ok(entry?.file_name().into())).collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

// ---- Every change to the disk, each of them a step after which the program may die

fn make(folder: &Path) -> io::Result<()> {
    step()?;
    fs::create_dir(folder)
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    step()?;
    let mut file = fs::File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn rename(from: &Path, to: &Path) -> io::Result<()> {
    step()?;
    fs::rename(from, to)
}

/// Removes a file that may be gone already.
fn remove(path: &Path) -> io::Result<()> {
    step()?;
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn clear_away(folder: &Path) -> io::Result<()> {
    step()?;
    fs::remove_dir_all(folder)
}

/// Lets the names in a folder reach the disk, where the system knows how.
fn settle(folder: &Path) {
    drop(fs::File::open(folder).and_then(|folder| folder.sync_all()));
}

/// Fails when a test has the program killed here.
#[cfg_attr(not(test), expect(clippy::unnecessary_wraps, reason = "it fails in tests"))]
fn step() -> io::Result<()> {
    #[cfg(test)]
    super::tests::live_on()?;
    Ok(())
}
