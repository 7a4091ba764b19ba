//! What is said when papers were not made or not written.

use std::path::{Path, PathBuf};

use super::closing::Came;
use super::{Outcome, show};
use crate::finding::Finding;
use crate::make::Failure;
use crate::output::{self, Obstacle, Reason};
use crate::source::printable;

/// The command that papers were to be made by, for what it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    /// `skapa`.
    Generate,
    /// `bevaka`.
    Watch,
}

/// Says why no papers could be made, although nothing was found before. Returns what was
/// found then.
pub(super) fn failed(failure: Failure) -> Vec<Finding> {
    match failure {
        Failure::Findings(findings) => {
            show::findings(&findings);
            findings
        }
        Failure::Writer(message) => {
            show::error(&message);
            Vec::new()
        }
    }
}

/// Says why no papers were written, although they could be made.
pub(super) fn unwritten(error: &output::Error, of: &str, command: Command) -> (Came, Outcome) {
    let output::Error::InTheWay(obstacles) = error else {
        show::error(&error.to_string());
        return (Came::Unwritable, Outcome::InputOutput);
    };
    for obstacle in obstacles {
        show::error(&obstacle.to_string());
    }
    let is_open = |obstacle: &Obstacle| matches!(obstacle.reason, Reason::Open(_));
    let advice = if obstacles.iter().all(is_open) {
        String::new()
    } else {
        let replace = match command {
            Command::Generate => "lägg till --ersätt",
            Command::Watch => "kör `tjut skapa` en gång med --ersätt",
        };
        let standing = match obstacles.as_slice() {
            [_] => "filen ovan sparas",
            _ => "filerna ovan sparas",
        };
        let changes = edited_word_file(obstacles).map_or_else(String::new, |path| {
            format!(". `tjut jämför ÅRSFIL --mot {path}` visar vad som är ändrat i den")
        });
        format!(
            "{changes}. Välj en annan mapp med --till MAPP, eller {replace}: \
             då skrivs papperen, och {standing} bredvid med nytt namn"
        )
    };
    show::error(&format!("inga papper skrevs{of}{advice}"));
    (Came::Untouched, Outcome::InputOutput)
}

/// The first Word file that somebody has edited, whose changes can be shown.
fn edited_word_file(obstacles: &[Obstacle]) -> Option<String> {
    let is_edited = |obstacle: &&Obstacle| {
        let ending = obstacle.path.extension();
        obstacle.reason == Reason::Changed && ending.is_some_and(|ending| ending == "docx")
    };
    obstacles.iter().find(is_edited).map(|obstacle| shown(&obstacle.path))
}

/// Says at the end of what is wrong what follows from it: that there are no papers, or
/// that those there are were made before.
pub(super) fn stopped(outcome: Outcome, folders: &[PathBuf], of: &str, advice: &str) -> Outcome {
    let older: Vec<String> =
        folders.iter().filter(|folder| has_papers(folder)).map(|folder| shown(folder)).collect();
    let older = match older.as_slice() {
        [] => String::new(),
        folders => format!("; de papper som finns i {} är äldre", crate::swedish::join(folders)),
    };
    show::error(&format!("inga papper skrevs{of}{older}{advice}"));
    outcome
}

/// Whether a folder holds a file of a kind that papers are.
fn has_papers(folder: &Path) -> bool {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths = entries.map(|entry| entry.path());
    paths.any(|path| path.extension().is_some_and(|end| end == "pdf" || end == "docx"))
}

fn shown(path: &Path) -> String {
    printable(&path.display().to_string())
}
