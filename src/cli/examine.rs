//! Reading and checking a year file, for every verb that starts with that.

use std::collections::BTreeSet;
use std::path::Path;

use super::Outcome;
use super::arguments::Choice;
use super::read::{self, UnreadableFile};
use crate::checks::Silenced;
use crate::finding::{Finding, Severity};
use crate::make::{Checked, Pipeline};
use crate::source::Source;
use crate::template::Paper;

/// What came of a year file.
pub(super) struct Examined {
    /// The file, if it could be read as text.
    pub(super) checked: Option<Checked>,
    /// The findings about it that are to be shown.
    pub(super) findings: Vec<Finding>,
    /// Whether advice is to be shown as well.
    with_advice: bool,
    /// Why it could not be read at all.
    pub(super) unreadable: Option<String>,
}

impl Examined {
    /// Reads a file and checks it for the papers that were asked for, or else for those
    /// that it names itself. The figures may be attached to them.
    ///
    /// # Errors
    /// Why there is no paper to check it for.
    pub(super) fn of(
        pipeline: &Pipeline,
        asked_for: Option<&[&Paper]>,
        choice: &Choice,
        path: &Path,
        attaches_figures: bool,
    ) -> Result<Self, String> {
        let with_advice = choice.advice;
        let nothing = Self { checked: None, findings: Vec::new(), with_advice, unreadable: None };
        let source = match read::source(path) {
            Ok(source) => source,
            Err(UnreadableFile::Finding(finding)) => {
                return Ok(Self { findings: vec![*finding], ..nothing });
            }
            Err(UnreadableFile::File(message)) => {
                return Ok(Self { unreadable: Some(message), ..nothing });
            }
        };
        let checked = pipeline.check_making(source, asked_for, attaches_figures);
        let year_file = checked.loaded.year_file.as_ref();
        if checked.papers.is_empty() && year_file.is_none_or(|file| file.papers.is_none()) {
            return Err("alla papper görs bara på begäran. Lägg till --dokument alla.".to_owned());
        }
        let is_shown = |finding: &&Finding| with_advice || !finding.is_advice();
        let findings = checked.findings.iter().filter(is_shown).cloned().collect();
        Ok(Self { checked: Some(checked), findings, ..nothing })
    }

    /// The rules that the file has silenced.
    pub(super) fn silenced(&self) -> impl Iterator<Item = (&Source, &Silenced)> {
        let all = self.checked.iter().flat_map(|checked| {
            let source = &*checked.loaded.source;
            checked.silenced.iter().map(move |silenced| (source, silenced))
        });
        all.filter(|(_, silenced)| self.with_advice || silenced.severity != Severity::Advice)
    }

    /// The names of the rules that could not look at all that they need, each once.
    pub(super) fn incomplete(&self) -> Vec<&'static str> {
        let rules = self.checked.iter().flat_map(|checked| &checked.incomplete);
        let mut seen = BTreeSet::new();
        let rules = rules.filter(|rule| self.with_advice || rule.severity != Severity::Advice);
        rules.map(|rule| rule.id).filter(|id| seen.insert(*id)).collect()
    }

    /// The keys at the top of the file whose whole content could not be read.
    pub(super) fn unread_groups(&self) -> BTreeSet<&str> {
        self.checked.iter().flat_map(|checked| checked.loaded.unread_groups()).collect()
    }

    /// How a run that only looks at the file ends.
    pub(super) fn outcome(&self) -> Outcome {
        if self.unreadable.is_some() {
            Outcome::InputOutput
        } else if self.findings.iter().any(Finding::is_error) {
            Outcome::Findings
        } else {
            Outcome::Done
        }
    }
}
