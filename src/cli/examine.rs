//! Reading and checking year files, for every verb that starts with that.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::arguments::YearFiles;
use super::read::{self, UnreadableFile};
use super::{Outcome, show};
use crate::checks::Silenced;
use crate::finding::{Finding, Severity};
use crate::make::{Checked, Pipeline};
use crate::source::Source;
use crate::template::Paper;

/// What came of a number of year files.
#[derive(Default)]
pub(super) struct Examined {
    /// The files that could be read as text, in the order given.
    pub(super) files: Vec<(PathBuf, Checked)>,
    /// The findings about all files that are to be shown, file by file.
    pub(super) findings: Vec<Finding>,
    /// Whether advice is to be shown as well.
    with_advice: bool,
    /// Why files could not be read at all.
    unreadable: Vec<String>,
}

impl Examined {
    /// Reads every file and checks it for the papers that were asked for, or else for those
    /// that it names itself. The figures may be attached to them.
    ///
    /// # Errors
    /// Why there is no paper to check a file for.
    pub(super) fn all(
        pipeline: &Pipeline,
        asked_for: Option<&[&Paper]>,
        year_files: &YearFiles,
        attaches_figures: bool,
    ) -> Result<Self, String> {
        let mut examined = Self { with_advice: year_files.advice, ..Self::default() };
        for path in &year_files.files {
            examined.one(pipeline, asked_for, path, attaches_figures);
        }
        let is_for_none = |(_, checked): &(PathBuf, Checked)| {
            let year_file = checked.loaded.year_file.as_ref();
            checked.papers.is_empty() && year_file.is_none_or(|file| file.papers.is_none())
        };
        if examined.files.iter().any(is_for_none) {
            return Err("alla papper görs bara på begäran. Lägg till --dokument alla.".to_owned());
        }
        Ok(examined)
    }

    fn one(
        &mut self,
        pipeline: &Pipeline,
        asked_for: Option<&[&Paper]>,
        path: &Path,
        attaches_figures: bool,
    ) {
        match read::source(path) {
            Ok(source) => {
                let checked = pipeline.check_making(source, asked_for, attaches_figures);
                let is_shown = |finding: &&Finding| self.with_advice || !finding.is_advice();
                self.findings.extend(checked.findings.iter().filter(is_shown).cloned());
                self.files.push((path.to_owned(), checked));
            }
            Err(UnreadableFile::Finding(finding)) => self.findings.push(*finding),
            Err(UnreadableFile::File(message)) => self.unreadable.push(message),
        }
    }

    /// The ids of the papers that the files were checked for, each once, in the order in
    /// which papers are made.
    pub(super) fn papers<'p>(&self, pipeline: &'p Pipeline) -> Vec<&'p str> {
        let is_checked = |id: &str| {
            self.files.iter().any(|(_, checked)| checked.papers.iter().any(|other| other == id))
        };
        let ids = pipeline.papers.iter().map(|paper| paper.id.as_str());
        ids.filter(|id| is_checked(id)).collect()
    }

    /// Says which files could not be read.
    pub(super) fn show_unreadable(&self) {
        for message in &self.unreadable {
            show::error(message);
        }
    }

    /// The rules that the files have silenced, each with its file.
    pub(super) fn silenced(&self) -> impl Iterator<Item = (&Source, &Silenced)> {
        let all = self.files.iter().flat_map(|(_, checked)| {
            let source = &*checked.loaded.source;
            checked.silenced.iter().map(move |silenced| (source, silenced))
        });
        all.filter(|(_, silenced)| self.with_advice || silenced.severity != Severity::Advice)
    }

    /// The names of the rules that could not look at all that they need in some file,
    /// each once.
    pub(super) fn incomplete(&self) -> Vec<&'static str> {
        let rules = self.files.iter().flat_map(|(_, checked)| &checked.incomplete);
        let mut seen = BTreeSet::new();
        let rules = rules.filter(|rule| self.with_advice || rule.severity != Severity::Advice);
        rules.map(|rule| rule.id).filter(|id| seen.insert(*id)).collect()
    }

    /// The keys at the top of some file whose whole content could not be read.
    pub(super) fn unread_groups(&self) -> BTreeSet<&str> {
        self.files.iter().flat_map(|(_, checked)| checked.loaded.unread_groups()).collect()
    }

    /// Whether the content of any file has been looked at.
    pub(super) fn has_read(&self) -> bool {
        !self.files.is_empty() || !self.findings.is_empty()
    }

    /// How a run that only looks at the files ends. A file that could not be read
    /// weighs heaviest: then not everything has been looked at.
    pub(super) fn outcome(&self) -> Outcome {
        if !self.unreadable.is_empty() {
            Outcome::InputOutput
        } else if self.findings.iter().any(Finding::is_error) {
            Outcome::Findings
        } else {
            Outcome::Done
        }
    }
}
