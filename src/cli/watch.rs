//! `bevaka`: makes the papers anew each time that what they are made of has been saved.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use chrono::Local;
use notify::event::EventKind;
use notify::{ErrorKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::arguments::{Generate, Watch, YearFiles};
use super::interruption::Interruption;
use super::watched::{Content, Watched};
use super::{Outcome, generate, show, terminal};
use crate::source::printable;
use crate::system_error;

/// How long nothing may change before a file counts as saved: programs write a file in
/// several steps, or put another in its place.
const QUIET: Duration = Duration::from_millis(200);

/// How long a year file may be gone before that is said.
const GONE: Duration = Duration::from_secs(3);

/// How long it is waited at a time before it is looked whether the program is to stop.
const TICK: Duration = Duration::from_millis(200);

/// How long the files are left unlooked at when the system says nothing: it doesn't hear
/// what happens when a whole folder goes or comes back.
const SILENCE: Duration = Duration::from_secs(5);

/// What the screen is cleared with. What has scrolled by stays.
const CLEAR: &str = "\u{1b}[2J\u{1b}[H";

pub(super) fn run(wanted: Watch) -> Outcome {
    let name = printable(&wanted.file.display().to_string());
    if wanted.file.is_dir() {
        show::error(&format!("{name} är en mapp; bevaka tar en årsfil"));
        return Outcome::Usage;
    }
    let Watch { file, choice, output, every } = wanted;
    let watched = Watched::new(&file, choice.own.templates.as_deref());
    let is_there = watched.is_there() && choice.own.templates.as_ref().is_none_or(|at| at.is_dir());
    let year_files = YearFiles { files: vec![file], choice };
    let wanted = Generate { year_files, output, replace: false };
    let mut bell = match every {
        Some(every) => Bell::Clock { every },
        None => match Bell::rung_by_system() {
            Ok(bell) => bell,
            Err(message) => return unwatchable(&message),
        },
    };
    let interruption = Interruption::noted();
    let mut is_first = true;
    loop {
        if let Err(message) = bell.listen_in(&watched.folders()) {
            return unwatchable(&message);
        }
        show::message(&heading(&name));
        // The files that the year file names no longer are forgotten before.
        let beside = watched.noting_named();
        let mut known = watched.content();
        let outcome = generate::once(&wanted, beside, Some(&interruption));
        if is_first && (outcome == Outcome::Usage || !is_there) {
            // A slip in the command is not put right by waiting.
            return outcome;
        }
        is_first = false;
        known.extend(watched.named());
        if let Err(message) = bell.listen_in(&watched.folders()) {
            return unwatchable(&message);
        }
        show::message(&waiting(&name, known.len() - 1));
        let waiting = Waiting { watched: &watched, interruption: &interruption, name: &name };
        if !waiting.is_changed(&known, &mut bell) {
            show::message("\nbevakningen är avslutad");
            return Outcome::Done;
        }
    }
}

/// What tells that it is time to look at the files.
enum Bell {
    /// The system does, when something happens in one of the folders.
    System { watcher: RecommendedWatcher, rings: Receiver<()>, folders: BTreeSet<PathBuf> },
    /// Time does.
    Clock { every: Duration },
}

impl Bell {
    fn rung_by_system() -> Result<Self, String> {
        let (ring, rings) = mpsc::channel();
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            // Files are also read here, which is no reason to look at them. What went wrong
            // is: something may have been missed.
            let is_read = event.is_ok_and(|event| matches!(event.kind, EventKind::Access(_)));
            if !is_read {
                // Nobody listens any more when the program ends.
                let _ = ring.send(());
            }
        });
        let watcher = watcher.map_err(|error| reason(&error))?;
        Ok(Self::System { watcher, rings, folders: BTreeSet::new() })
    }

    /// Listens in these folders and in no other. A folder that isn't there is listened in
    /// when it is there again.
    ///
    /// # Errors
    /// In which folder the system doesn't listen, and why.
    fn listen_in(&mut self, wanted: &BTreeSet<PathBuf>) -> Result<(), String> {
        let Self::System { watcher, folders, .. } = self else { return Ok(()) };
        // One that has been moved away and made anew is another folder under the same name.
        for folder in std::mem::take(folders) {
            let _ = watcher.unwatch(&folder);
        }
        for folder in wanted.iter().filter(|folder| folder.is_dir()) {
            match watcher.watch(folder, RecursiveMode::NonRecursive) {
                Ok(()) => {
                    folders.insert(folder.clone());
                }
                // It has gone just now.
                Err(_) if !folder.is_dir() => {}
                Err(error) => return Err(format!("{}: {}", shown(folder), reason(&error))),
            }
        }
        Ok(())
    }

    /// Waits a moment, or less if it rings. Says whether it is time to look, when that was last
    /// done at `looked`.
    fn waits(&self, looked: Instant) -> bool {
        match self {
            Self::System { rings, .. } => {
                let rung = rings.recv_timeout(TICK);
                // However often it has rung, it is looked once.
                while rings.try_recv().is_ok() {}
                if rung == Err(RecvTimeoutError::Disconnected) {
                    std::thread::sleep(TICK);
                }
                rung.is_ok() || looked.elapsed() >= SILENCE
            }
            Self::Clock { every } => {
                std::thread::sleep(TICK.min(*every));
                looked.elapsed() >= *every
            }
        }
    }
}

/// What is waited for after the papers have been made.
struct Waiting<'a> {
    watched: &'a Watched,
    interruption: &'a Interruption,
    name: &'a str,
}

impl Waiting<'_> {
    /// Waits until the files are others than those that are known, and have been left alone
    /// for a moment; not so when the program is told to stop.
    fn is_changed(&self, known: &Content, bell: &mut Bell) -> bool {
        // What has changed while papers were made is not waited for.
        let mut is_time = true;
        let mut looked = Instant::now();
        let mut gone: Option<Instant> = None;
        let mut is_said = false;
        while !self.interruption.is_asked() {
            if is_time {
                looked = Instant::now();
                if self.watched.is_there() {
                    if gone.take().is_some() {
                        // A folder that came back with the file is another one.
                        let _ = bell.listen_in(&self.watched.folders());
                    }
                    if self.is_other(known) || is_said {
                        return !self.interruption.is_asked();
                    }
                } else {
                    let since = *gone.get_or_insert(looked);
                    if !is_said && since.elapsed() >= GONE {
                        is_said = true;
                        self.say_gone();
                    }
                }
            }
            is_time = bell.waits(looked);
        }
        false
    }

    /// Whether the files are others than those that are known, once they have been left alone
    /// for a moment. A year file that is gone by then is no other one.
    fn is_other(&self, known: &Content) -> bool {
        self.watched.content() != *known && self.settled() != *known && self.watched.is_there()
    }

    fn say_gone(&self) {
        let name = self.name;
        show::error(&format!(
            "{name} finns inte längre; de senaste papperen står kvar. \
             Väntar på att filen kommer tillbaka"
        ));
    }

    /// The files as they are when they have been left alone for a moment.
    fn settled(&self) -> Content {
        let mut content = self.watched.content();
        loop {
            std::thread::sleep(QUIET);
            let now = self.watched.content();
            if now == content || self.interruption.is_asked() {
                return now;
            }
            content = now;
        }
    }
}

/// What stands above what is said of one making of the papers: on a terminal in the place of
/// what was said before.
fn heading(name: &str) -> String {
    let clear = if terminal::takes_control_sequences(&io::stderr()) { CLEAR } else { "" };
    format!("{clear}---- {} {name} ----", Local::now().format("%H:%M:%S"))
}

fn waiting(name: &str, others: usize) -> String {
    let others = match others {
        0 => String::new(),
        1 => " och en fil till".to_owned(),
        _ => format!(" och {others} filer till"),
    };
    format!("\nväntar på att {name}{others} sparas; avsluta med Ctrl-C")
}

fn unwatchable(message: &str) -> Outcome {
    show::error(&format!(
        "filerna kan inte bevakas: {message}. Lägg till --fråga 2, så läses de varannan sekund"
    ));
    Outcome::InputOutput
}

/// Why the system doesn't tell what happens.
fn reason(error: &notify::Error) -> String {
    match &error.kind {
        ErrorKind::Io(cause) => system_error::reason(cause),
        ErrorKind::MaxFilesWatch => "systemet bevakar inte fler mappar".to_owned(),
        ErrorKind::PathNotFound => "mappen finns inte".to_owned(),
        _ => error.to_string(),
    }
}

fn shown(path: &Path) -> String {
    printable(&path.display().to_string())
}
