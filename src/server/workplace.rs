//! The year file that is open, on the disk and in its session.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use serde_json::{Value, json};

use super::next_year::next_year;
use super::papers::{self, Made};
use super::{Example, ListFiles, ReadFile, Start};
use crate::make::Pipeline;
use crate::output::{self, Existing, File, NotRewritten, rewrite};
use crate::session::{MadePages, PageWork, Problem, Session};
use crate::source::printable;

/// The year file that is open, if one is, and what new ones begin from.
pub(super) struct Workplace {
    pipeline: Arc<Pipeline>,
    folder: PathBuf,
    examples: Vec<Example>,
    read: ReadFile,
    list: ListFiles,
    open: Option<OpenFile>,
    /// The paper that somebody looks at, which is made before others.
    looked_at: Option<String>,
    revision: u64,
}

/// A year file with its session.
struct OpenFile {
    path: PathBuf,
    session: Session,
    /// Whether the file as it was when it was opened is kept beside.
    is_kept: bool,
    /// Why the latest change is not on the disk.
    unsaved: Option<Problem>,
    /// What somebody else has written while that was so.
    theirs: Option<Vec<u8>>,
    /// When the file was last changed, and how long it was, when it was last looked at.
    seen: Option<(SystemTime, u64)>,
}

impl Workplace {
    pub(super) fn new(start: Start) -> Self {
        let Start { pipeline, folder, examples, read, list } = start;
        let pipeline = Arc::new(pipeline);
        Self { pipeline, folder, examples, read, list, open: None, looked_at: None, revision: 1 }
    }

    /// Goes up with everything that a page would show otherwise.
    pub(super) fn revision(&self) -> u64 {
        self.revision
    }

    pub(super) fn session(&self) -> Option<&Session> {
        self.open.as_ref().map(|open| &open.session)
    }

    /// All that the page shows.
    pub(super) fn state(&self) -> Value {
        self.state_beside(None)
    }

    /// The same without what the page has already ([`Session::state_beside`]).
    pub(super) fn state_beside(&self, known: Option<&str>) -> Value {
        let Some(open) = &self.open else {
            let example =
                |example: &Example| json!({ "name": example.name, "title": example.title });
            let examples: Vec<Value> = self.examples.iter().map(example).collect();
            let folder = self.folder.display().to_string();
            return json!({
                "revision": self.revision,
                "start": { "examples": examples, "folder": folder },
            });
        };
        let mut state = open.session.state_beside(known);
        state["revision"] = json!(self.revision);
        state["save_problem"] =
            open.unsaved.as_ref().map_or(Value::Null, |problem| problem.json()["error"].clone());
        state["conflict"] = open.theirs.as_ref().map_or(Value::Null, |theirs| {
            json!({
                "message": "Någon annan har ändrat filen, och här finns ändringar som inte är sparade.",
                "theirs": String::from_utf8_lossy(theirs),
                "ours": String::from_utf8_lossy(&open.session.bytes()),
            })
        });
        state
    }

    /// Opens what the page asks for: a file, an example as a new file, or the next year's
    /// file made from one.
    pub(super) fn open(&mut self, request: &Value) -> Result<(), Problem> {
        self.may_leave()?;
        let text = |key: &str| request.get(key).and_then(Value::as_str).map(str::trim);
        if let Some(before) = text("next_year_of") {
            let new = self.next_year(&self.folder.join(before))?;
            return self.open_file(&new);
        }
        let path = text("path").filter(|path| !path.is_empty());
        let path = path.ok_or_else(|| {
            Problem::new("det saknas vilken fil det gäller", "Skriv var filen ligger.")
        })?;
        let path = self.folder.join(path);
        if let Some(name) = text("example") {
            let example = self.examples.iter().find(|example| example.name == name);
            let example = example.ok_or_else(|| {
                Problem::new("exemplet finns inte", "Läs in sidan på nytt och välj ett annat.")
            })?;
            write_new(&path, example.text.as_bytes().to_vec())?;
        }
        self.open_file(&path)
    }

    /// Leaves the file that is open, for the page to begin with another.
    pub(super) fn close(&mut self) -> Result<(), Problem> {
        self.may_leave()?;
        self.open = None;
        self.revision += 1;
        Ok(())
    }

    /// Whether no changes would be lost with the file that is open.
    fn may_leave(&mut self) -> Result<(), Problem> {
        self.save();
        match self.open.as_ref().filter(|open| !open.session.is_stored()) {
            Some(open) => {
                let message = format!("{} har ändringar som inte kan sparas", shown(&open.path));
                let hint = "Sidan säger varför. Rätta det innan du öppnar en annan fil.";
                Err(Problem::new(message, hint))
            }
            None => Ok(()),
        }
    }

    /// Opens a file, unless another is open with changes that are not saved.
    pub(super) fn open_file(&mut self, path: &Path) -> Result<(), Problem> {
        self.may_leave()?;
        let path = self.folder.join(path);
        let seen = seen(&path);
        let bytes = (self.read)(&path)?;
        let name = path.display().to_string();
        let mut session = Session::open(Arc::clone(&self.pipeline), &name, &bytes)?;
        session.defer_pages();
        self.open =
            Some(OpenFile { path, session, is_kept: false, unsaved: None, theirs: None, seen });
        self.revision += 1;
        Ok(())
    }

    /// Writes the next year's file beside one.
    fn next_year(&self, path: &Path) -> Result<PathBuf, Problem> {
        let (new, bytes) = next_year(&self.pipeline, path, &(self.read)(path)?)?;
        write_new(&new, bytes)?;
        Ok(new)
    }

    /// The year files that are near: beside the one that is open, or in the folder that paths
    /// begin in.
    pub(super) fn files(&self) -> Value {
        let open = self.open.as_ref().map(|open| open.path.as_path());
        let folder = open.and_then(Path::parent).unwrap_or(&self.folder);
        let found = (self.list)(folder).into_iter().filter(|path| Some(path.as_path()) != open);
        let file = |path: PathBuf| {
            let name = path.strip_prefix(folder).unwrap_or(&path).display().to_string();
            json!({ "path": path.display().to_string(), "name": name })
        };
        json!({ "folder": folder.display().to_string(), "files": found.map(file).collect::<Vec<_>>() })
    }

    /// What differs from another year file, which the page names or has sent.
    pub(super) fn comparison(&self, name: &str, bytes: Option<&[u8]>) -> Result<Value, Problem> {
        let open = self.open.as_ref().ok_or_else(nothing_open)?;
        match bytes {
            Some(bytes) => open.session.comparison(name, bytes),
            None => open.session.comparison(name, &(self.read)(&self.folder.join(name))?),
        }
    }

    /// The workbook for the figures, and its name.
    pub(super) fn workbook(&self) -> Result<(String, Vec<u8>), Problem> {
        self.session().ok_or_else(nothing_open)?.workbook()
    }

    /// What a spreadsheet would change.
    pub(super) fn proposal(&self, name: &str, bytes: &[u8]) -> Result<Value, Problem> {
        self.session().ok_or_else(nothing_open)?.proposal(name, bytes)
    }

    /// Changes the year file: what others have written in it is taken in first, and what comes
    /// of it is saved.
    pub(super) fn change(
        &mut self,
        change: impl FnOnce(&mut Session) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let changed = self.change_unsaved(change);
        self.save();
        changed
    }

    /// The same for what is typed, key by key: it is still to be saved ([`Self::save`]).
    pub(super) fn change_unsaved(
        &mut self,
        change: impl FnOnce(&mut Session) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let open = self.open.as_mut().ok_or_else(nothing_open)?;
        // What stands in the way already does so until it has been tried again.
        if let Err(problem) = open.take_in(self.read) {
            open.unsaved = Some(problem);
        }
        let changed = change(&mut open.session);
        self.revision += 1;
        changed
    }

    /// Whether the file has what it is to have.
    pub(super) fn is_saved(&self) -> bool {
        self.session().is_none_or(Session::is_stored)
    }

    /// Whether there is something to save that nothing is known to stand in the way of.
    pub(super) fn wants_saving(&self) -> bool {
        let is_free = |open: &OpenFile| open.theirs.is_none() && open.unsaved.is_none();
        !self.is_saved() && self.open.as_ref().is_some_and(is_free)
    }

    /// Saves what is not on the disk yet.
    pub(super) fn save(&mut self) {
        if !self.is_saved() {
            self.meet();
        }
    }

    /// Takes in what others have written in the file, and tries again to save.
    pub(super) fn look_again(&mut self) {
        let is_new = |open: &OpenFile| seen(&open.path) != open.seen;
        if !self.is_saved() || self.open.as_ref().is_some_and(is_new) {
            self.meet();
        }
    }

    /// Brings session and disk together. What the page shows is another then unless all went
    /// well and nobody else has written anything.
    fn meet(&mut self) {
        let Some(open) = &mut self.open else { return };
        let shown =
            |open: &OpenFile| (open.session.revision(), open.theirs.clone(), open.unsaved.clone());
        let before = shown(open);
        open.meet(self.read);
        if before != shown(open) {
            self.revision += 1;
        }
    }

    /// Ends a conflict: what is here stays, or what somebody else has written. The other can
    /// be had back by undoing.
    pub(super) fn settle(&mut self, keeps_ours: bool) -> Result<(), Problem> {
        let open = self.open.as_mut().ok_or_else(nothing_open)?;
        let Some(theirs) = open.theirs.take() else { return Ok(()) };
        if keeps_ours {
            let ours = open.session.bytes();
            open.session.take_in(&theirs)?;
            open.session.take_in(&ours)?;
            // The file has theirs still, until it is saved.
            open.session.note_stored(theirs);
        } else {
            open.session.take_in(&theirs)?;
        }
        self.revision += 1;
        self.meet();
        Ok(())
    }

    /// Notes which paper somebody looks at.
    pub(super) fn look_at(&mut self, paper: Option<String>) {
        self.looked_at = paper.or_else(|| self.looked_at.take());
    }

    /// The next paper to be laid out.
    pub(super) fn page_work(&self) -> Option<PageWork> {
        self.session()?.page_work(self.looked_at.as_deref())
    }

    /// Shows a paper that has been laid out, and gives what the page is told of it.
    pub(super) fn take_pages(&mut self, made: MadePages) -> String {
        let Some(open) = &mut self.open else { return String::new() };
        open.session.take_pages(made);
        open.session.pages_state().to_string()
    }

    /// Makes the papers and writes them into a folder, or below the year file's own.
    pub(super) fn make(&self, folder: Option<&str>) -> Result<Value, Problem> {
        let open = self.open.as_ref().ok_or_else(nothing_open)?;
        let made = Made::of(&self.pipeline, open.session.checked())?;
        let folder = match folder.map(str::trim).filter(|folder| !folder.is_empty()) {
            Some(folder) => self.folder.join(folder),
            None => papers::folder_of(&open.path),
        };
        made.write(&folder)
    }

    /// The papers in one file.
    pub(super) fn zip(&self) -> Result<Vec<u8>, Problem> {
        let open = self.open.as_ref().ok_or_else(nothing_open)?;
        Made::of(&self.pipeline, open.session.checked())?.zip()
    }
}

impl OpenFile {
    /// Brings session and disk together, and notes what stands in the way of that.
    fn meet(&mut self, read: ReadFile) {
        let taken_in = self.take_in(read);
        let saved = self.save(read);
        self.unsaved = saved.and(taken_in).err();
        self.seen = seen(&self.path);
    }

    /// Takes in what others have written, unless there are changes here that are not saved.
    fn take_in(&mut self, read: ReadFile) -> Result<(), Problem> {
        let found = read(&self.path)?;
        if found == self.session.stored() || self.theirs.as_ref() == Some(&found) {
            return Ok(());
        }
        if self.session.is_stored() {
            return self.session.take_in(&found);
        }
        if found == self.session.bytes() {
            self.session.note_stored(found);
        } else {
            self.theirs = Some(found);
        }
        Ok(())
    }

    /// Puts what is here on the disk, unless that is a matter of who is right.
    fn save(&mut self, read: ReadFile) -> Result<(), Problem> {
        if self.theirs.is_some() || self.session.is_stored() {
            return Ok(());
        }
        let bytes = self.session.bytes();
        match rewrite(&self.path, self.session.stored(), &bytes, !self.is_kept) {
            Ok(_) => {
                self.session.note_stored(bytes);
                self.is_kept = true;
                Ok(())
            }
            Err(NotRewritten::Changed(_)) => self.take_in(read),
            Err(error) => {
                let hint = "Ändringarna finns kvar på sidan, och programmet försöker igen.";
                Err(Problem::new(error.to_string(), hint))
            }
        }
    }
}

fn write_new(path: &Path, bytes: Vec<u8>) -> Result<(), Problem> {
    let file = File { path: path.to_owned(), bytes };
    output::write_all(std::slice::from_ref(&file), Existing::Stop).map(drop).map_err(|error| {
        Problem::new(error.to_string(), "Välj ett annat namn eller en annan mapp.")
    })
}

fn seen(path: &Path) -> Option<(SystemTime, u64)> {
    let found = fs::metadata(path).ok()?;
    Some((found.modified().ok()?, found.len()))
}

fn nothing_open() -> Problem {
    Problem::new("ingen årsfil är öppen", "Öppna en årsfil först.")
}

fn shown(path: &Path) -> String {
    printable(&path.display().to_string())
}
