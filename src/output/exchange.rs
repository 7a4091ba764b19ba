//! Exchanging files of a folder for new ones, all or none, also when the program is
//! killed in between, and without losing a file that somebody is working on.
//!
//! 1. The new files are written, whole and to the disk, in a hidden folder inside the
//!    folder.
//! 2. A notice appears in the folder: until it is gone, files in it may be old or new.
//! 3. Each old file is taken into the hidden folder, looked at, and the new one gets its
//!    name. Taking it is one step for the system, so that what is looked at is what had
//!    the name: who saves the file before that stops the exchange, and who saves it
//!    after that finds the name in use or free, and nothing is written over. A file that
//!    is to be kept beside has got its second name before that.
//! 4. The notice goes, and with that all files are new. Then the hidden folder goes.
//!
//! A run that finds a hidden folder that was left behind undoes what was done after
//! step 1 when the notice is there too, and otherwise just clears away. Undoing can
//! itself be killed at any moment and begun again. The new files stay in the hidden
//! folder until the end, so that a file is known for ours by its content:
//!
//! | in the hidden folder | and under the name | means |
//! |---|---|---|
//! | an old file | nothing, or the new file | the old one gets its name back |
//! | an old file | another file | somebody has saved it since: the old one is kept beside |
//! | that there was none | the new file | it goes |
//! | neither | | the exchange had not come to it |

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::lock::Lock;
use super::standing::{self, Obstacle, Reason, exists, is_same, name_beside};
use super::{Error, Existing, File, Judge, Kept};

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
const COPY: &str = "kopia";

/// A file that is to get its name in the folder.
struct Coming<'f> {
    path: PathBuf,
    content: Content<'f>,
}

enum Content<'f> {
    /// A new file.
    New(&'f [u8]),
    /// The file that has had this name and is to be kept.
    Of(PathBuf),
}

/// New files on their way into a folder. Unless it has ended, it is undone when dropped.
pub struct Exchange<'f> {
    folder: PathBuf,
    /// The folders that were made for it, outermost first.
    made: Vec<PathBuf>,
    lock: Option<Lock>,
    judge: Judge,
    /// Those that are kept beside come first.
    coming: Vec<Coming<'f>>,
    /// The files that are kept beside.
    pub kept: Vec<Kept>,
    has_ended: bool,
}

impl<'f> Exchange<'f> {
    /// Makes the folder, undoes what a killed run has left there, looks at the old files,
    /// and writes the new ones beside them.
    pub fn prepare(
        folder: &Path,
        files: &[&'f File],
        existing: Existing,
        judge: Judge,
    ) -> Result<Self, Error> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let folder = folder.to_owned();
        let made = make_folder(&folder)?;
        let (coming, kept) = (Vec::new(), Vec::new());
        let mut exchange = Self { folder, made, lock: None, judge, coming, kept, has_ended: false };
        exchange.lock = Some(Lock::on(&exchange.folder).map_err(Error::at(&exchange.folder))?);
        undo(&exchange.folder).map_err(Error::at(&exchange.folder))?;
        exchange.look(files, existing)?;
        for part in ["", NEW, OLD, ABSENT] {
            make(&exchange.work(part)).map_err(Error::at(&exchange.folder))?;
        }
        for file in &exchange.coming {
            exchange.stage(file).map_err(Error::at(&file.path))?;
        }
        Ok(exchange)
    }

    fn work(&self, part: &str) -> PathBuf {
        self.folder.join(WORK).join(part)
    }

    /// Looks at what has the names of the new files, and decides what becomes of it.
    fn look(&mut self, files: &[&'f File], existing: Existing) -> Result<(), Error> {
        let mut obstacles = Vec::new();
        let is_new = |path: &Path| files.iter().any(|file| file.path == path);
        for File { path, .. } in files {
            refuse(path, existing).map_err(Error::at(path))?;
            let open = standing::sign_of_being_open(path).filter(|_| exists(path));
            let reason = open.map(Reason::Open).or_else(|| standing::obstacle(path, self.judge));
            match reason {
                None => {}
                Some(Reason::Changed | Reason::Unknown | Reason::Link)
                    if existing == Existing::KeepBeside =>
                {
                    let beside = name_beside(path, is_new);
                    self.kept.push(Kept { was: path.clone(), is: beside.clone() });
                    self.coming.push(Coming { path: beside, content: Content::Of(path.clone()) });
                }
                Some(reason) => obstacles.push(Obstacle { path: path.clone(), reason }),
            }
        }
        let new = files
            .iter()
            .map(|file| Coming { path: file.path.clone(), content: Content::New(&file.bytes) });
        self.coming.extend(new);
        if obstacles.is_empty() { Ok(()) } else { Err(Error::InTheWay(obstacles)) }
    }

    /// Puts a file ready under its name in the hidden folder. One that is kept is another
    /// link to the same file, so that what is still written into it is not lost, or a
    /// copy where there can be no such.
    fn stage(&self, file: &Coming<'_>) -> io::Result<()> {
        let name = file.path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
        let staged = self.work(NEW).join(name);
        match &file.content {
            Content::New(bytes) => write(&staged, bytes)?,
            Content::Of(kept) => link_or_copy(kept, &staged)?,
        }
        if exists(&file.path) { Ok(()) } else { write(&self.work(ABSENT).join(name), &[]) }
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

    /// Gives the new files their names, after taking away those that have them.
    pub fn put(&self) -> Result<(), Error> {
        for Coming { path, .. } in &self.coming {
            let name = path.file_name().unwrap_or_default();
            if !exists(&self.work(ABSENT).join(name)) {
                self.take(path, &self.work(OLD).join(name))?;
            }
            link_or_move(&self.work(NEW).join(name), path, &self.work(COPY))
                .map_err(Error::at(path))?;
        }
        settle(&self.folder);
        Ok(())
    }

    /// Takes an old file away, if it still is what it was when it was looked at.
    fn take(&self, path: &Path, taken: &Path) -> Result<(), Error> {
        rename(path, taken).map_err(Error::at(path))?;
        let kept = self.kept.iter().find(|kept| kept.was == path);
        let reason = match kept {
            None => standing::obstacle(taken, self.judge),
            Some(kept) => {
                let staged = self.work(NEW).join(kept.is.file_name().unwrap_or_default());
                (!is_same(taken, &staged)).then_some(Reason::Changed)
            }
        };
        let obstacle = |reason| Error::InTheWay(vec![Obstacle { path: path.to_owned(), reason }]);
        reason.map_or(Ok(()), |reason| Err(obstacle(reason)))
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
    if !exists(&work) {
        return Ok(());
    }
    if exists(&folder.join(NOTICE)) {
        for name in names(&work.join(NEW))? {
            undo_one(&folder.join(&name), &work, &name)?;
        }
        settle(folder);
        remove(&folder.join(NOTICE))?;
    }
    clear_away(&work)
}

/// Gives a name back to the file that had it, or to none.
fn undo_one(path: &Path, work: &Path, name: &Path) -> io::Result<()> {
    let is_ours = is_same(path, &work.join(NEW).join(name));
    let old = work.join(OLD).join(name);
    if exists(&old) {
        let is_free = is_ours || !exists(path);
        let back = if is_free { path.to_owned() } else { name_beside(path, |_| false) };
        return rename(&old, &back);
    }
    if is_ours && exists(&work.join(ABSENT).join(name)) { remove(path) } else { Ok(()) }
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
    if existing == Existing::Stop && exists(path) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    Ok(())
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

/// Gives a file a second name, or makes a copy with the same time where there can be no
/// such. Nothing may have the name.
fn link_or_copy(from: &Path, to: &Path) -> io::Result<()> {
    step()?;
    match fs::hard_link(from, to) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {}
        done => return done,
    }
    fs::copy(from, to)?;
    let copy = fs::File::options().write(true).open(to)?;
    if let Ok(time) = fs::metadata(from).and_then(|found| found.modified()) {
        copy.set_modified(time)?;
    }
    copy.sync_all()
}

/// Gives a file that stays in the hidden folder its name, which nothing may have. Where
/// there are no second names a copy gets it, made beside so that it is never seen half.
fn link_or_move(from: &Path, to: &Path, copy: &Path) -> io::Result<()> {
    step()?;
    match fs::hard_link(from, to) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {}
        done => return done,
    }
    if exists(to) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    drop(fs::remove_file(copy));
    link_or_copy(from, copy)?;
    rename(copy, to)
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
pub fn settle(folder: &Path) {
    drop(fs::File::open(folder).and_then(|folder| folder.sync_all()));
}

/// Fails when a test has the program killed here.
#[cfg_attr(not(test), expect(clippy::unnecessary_wraps, reason = "it fails in tests"))]
fn step() -> io::Result<()> {
    #[cfg(test)]
    super::tests::live_on()?;
    Ok(())
}
