//! Reading and checking year files, for every verb that starts with that.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::arguments::ShownOptions;
use super::chosen::Chosen;
use super::read::{self, UnreadableFile};
use super::{Outcome, show};
use crate::checks::Silenced;
use crate::finding::{Finding, Severity};
use crate::make::{Checked, Pipeline};
use crate::source::Source;
use crate::template::{Paper, Papers};
use crate::year_file;

/// What came of a number of year files.
#[derive(Default)]
pub(super) struct Examined<'p> {
    /// The files that could be read as text, in the order given.
    pub(super) files: Vec<(PathBuf, Checked)>,
    /// The papers that each of them was checked for.
    pub(super) papers: Vec<Vec<&'p Paper>>,
    /// The findings about all files that are to be shown, file by file.
    pub(super) findings: Vec<Finding>,
    /// Whether advice is to be shown as well.
    with_advice: bool,
    /// Why files could not be read at all.
    unreadable: Vec<String>,
}

impl<'p> Examined<'p> {
    /// Reads every file and checks it for the given papers, to which the figures may be
    /// attached.
    pub(super) fn all(
        pipeline: &Pipeline,
        papers: &Chosen<'p>,
        paths: &[PathBuf],
        shown: &ShownOptions,
        attaches_figures: bool,
    ) -> Self {
        let mut examined = Self { with_advice: shown.advice, ..Self::default() };
        for path in paths {
            examined.one(pipeline, papers, path, attaches_figures);
        }
        examined
    }

    fn one(
        &mut self,
        pipeline: &Pipeline,
        papers: &Chosen<'p>,
        path: &Path,
        attaches_figures: bool,
    ) {
        match read::source(path) {
            Ok(source) => {
                let loaded = year_file::load(source);
                let papers = papers.of(loaded.year_file.as_ref());
                let checked = pipeline.check_loaded(loaded, &papers, attaches_figures);
                self.papers.push(papers);
                let is_shown = |finding: &&Finding| self.with_advice || !finding.is_advice();
                self.findings.extend(checked.findings.iter().filter(is_shown).cloned());
                self.files.push((path.to_owned(), checked));
            }
            Err(UnreadableFile::Finding(finding)) => self.findings.push(*finding),
            Err(UnreadableFile::File(message)) => self.unreadable.push(message),
        }
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

    /// The ids of the papers that some file was checked for, in the order of all papers.
    pub(super) fn made<'a>(&self, all: &'a Papers) -> Vec<&'a str> {
        let is_made = |paper: &&Paper| self.papers.iter().flatten().any(|made| made.id == paper.id);
        all.iter().filter(is_made).map(|paper| paper.id.as_str()).collect()
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
