//! The papers of a run: those that are built in, changed by a folder of templates
//! when one is named.

use std::io;
use std::path::{Path, PathBuf};

use super::read::{self, UnreadableFile};
use super::{Outcome, show};
use crate::finding::Finding;
use crate::make::{Failure, Pipeline, ReadBeside};
use crate::source::printable;
use crate::template::{Papers, Template};

/// Why there are no papers to make.
pub(super) enum Unusable {
    /// What is wrong with the templates.
    Findings(Vec<Finding>),
    /// What is wrong with the folder or a file in it, and how the run ends.
    Folder(String, Outcome),
}

impl Unusable {
    /// Says what is wrong.
    pub(super) fn show(&self) -> Outcome {
        match self {
            Self::Findings(findings) => {
                show::findings(findings);
                Outcome::Findings
            }
            Self::Folder(message, outcome) => {
                show::error(message);
                *outcome
            }
        }
    }
}

/// The papers, with the templates of a folder if there is one.
pub(super) fn papers(folder: Option<&Path>) -> Result<Papers, Unusable> {
    let templates = folder.map_or(Ok(Vec::new()), read_folder)?;
    Papers::with(&templates).map_err(Unusable::Findings)
}

/// The same without a way to read files, for whoever has year files of others.
pub(super) fn pipeline_without_files(folder: Option<&Path>) -> Result<Pipeline, Unusable> {
    Pipeline::of(papers(folder)?).map_err(unusable)
}

/// Everything needed to make the papers.
pub(super) fn pipeline(folder: Option<&Path>) -> Result<Pipeline, Unusable> {
    pipeline_reading(folder, Box::new(read::beside))
}

/// The same with a way to read the files that a year file names.
pub(super) fn pipeline_reading(
    folder: Option<&Path>,
    beside: Box<ReadBeside>,
) -> Result<Pipeline, Unusable> {
    Ok(pipeline_without_files(folder)?.reading_files(beside))
}

fn unusable(failure: Failure) -> Unusable {
    match failure {
        Failure::Findings(findings) => Unusable::Findings(findings),
        Failure::Writer(message) => Unusable::Folder(message, Outcome::Findings),
    }
}

/// The templates in a folder, in the order of their names.
fn read_folder(folder: &Path) -> Result<Vec<Template>, Unusable> {
    let shown = printable(&folder.display().to_string());
    let files = template_files(folder).map_err(|error| {
        let reason = match error.kind() {
            io::ErrorKind::NotFound => "mappen finns inte".to_owned(),
            io::ErrorKind::NotADirectory => "det är ingen mapp".to_owned(),
            _ => read::reason(&error),
        };
        let message = format!("mallarna i {shown} kan inte läsas: {reason}");
        Unusable::Folder(message, Outcome::InputOutput)
    })?;
    if files.is_empty() {
        let message = format!(
            "i mappen {shown} finns ingen mall, alltså ingen fil som slutar på .md. \
             De inbyggda mallarna skrivs dit med `tjut mallar --exportera {shown}`."
        );
        return Err(Unusable::Folder(message, Outcome::Usage));
    }
    let mut templates = Vec::new();
    let mut findings = Vec::new();
    for path in files {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match read::source(&path) {
            Ok(source) => templates.push(Template::new(stem, source)),
            Err(UnreadableFile::Finding(finding)) => findings.push(*finding),
            Err(UnreadableFile::File(message)) => {
                return Err(Unusable::Folder(message, Outcome::InputOutput));
            }
        }
    }
    if findings.is_empty() {
        return Ok(templates);
    }
    // What can be said about the others is said at once.
    findings.extend(Papers::with(&templates).err().into_iter().flatten());
    Err(Unusable::Findings(findings))
}

/// The files of a folder that are templates. Links are not followed, so that nothing
/// outside the folder is read; hidden files are what some systems leave beside others.
pub(super) fn template_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let is_markdown = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("md"));
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        if is_markdown && !is_hidden && entry.file_type()?.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
