//! How far a run has come, on a terminal that somebody watches.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

/// What is over sooner needs no line.
const SOON: Duration = Duration::from_secs(1);

/// A line on standard error, and only where that is a terminal.
pub(super) struct Progress {
    files: usize,
    begun: Instant,
    is_terminal: bool,
    /// How many characters stand in the line.
    shown: usize,
}

impl Progress {
    /// Nothing is shown yet. A single file has no line.
    pub(super) fn new(files: usize) -> Self {
        let is_terminal = files > 1 && io::stderr().is_terminal();
        Self { files, begun: Instant::now(), is_terminal, shown: 0 }
    }

    /// Says how many files are done, once it has lasted a while.
    pub(super) fn show(&mut self, done: usize) {
        if !self.is_terminal || self.begun.elapsed() < SOON || done == self.files {
            return;
        }
        self.erase();
        let line = format!("{done} av {} årsfiler …", self.files);
        self.shown = line.chars().count();
        write(&line);
    }

    /// Takes the line away, before anything else is said.
    pub(super) fn erase(&mut self) {
        if self.shown > 0 {
            // Blanks, which every terminal knows.
            write(&format!("\r{}\r", " ".repeat(self.shown)));
            self.shown = 0;
        }
    }
}

/// When nobody can read it there is nobody to tell.
fn write(text: &str) {
    let mut terminal = io::stderr();
    let _ = terminal.write_all(text.as_bytes()).and_then(|()| terminal.flush());
}
