//! `kontrollera`: shows what there is to say about year files, and writes nothing.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::arguments::Check;
use super::closing::{Came, Closing, Line};
use super::examine::Examined;
use super::folder::Unusable;
use super::{Outcome, chosen, folder, in_order, show, year_files};
use crate::finding::{Finding, JsonReport, SilencedRule, json};
use crate::make::{Checked, Failure, Pipeline};
use crate::source::printable;

pub(super) fn run(wanted: &Check) -> Outcome {
    let pipeline = match folder::pipeline(wanted.year_files.choice.own.templates.as_deref()) {
        Ok(pipeline) => pipeline,
        Err(Unusable::Findings(findings)) if wanted.json => {
            let findings = findings.iter().map(|finding| json::finding(finding, "")).collect();
            let report = JsonReport { findings, ..JsonReport::default() };
            return printed(&report).err().unwrap_or(Outcome::Findings);
        }
        Err(unusable) => return unusable.show(),
    };
    let asked_for = match chosen::papers(&pipeline.papers, &wanted.year_files.choice.papers) {
        Ok(asked_for) => asked_for,
        Err(message) => {
            show::error(&message);
            return Outcome::Usage;
        }
    };
    let named = year_files::of(&wanted.year_files.files);
    let outcome = named.show();
    if named.files.is_empty() {
        return outcome;
    }
    let is_single = named.files.len() == 1;
    let mut closing = Closing::new(named.files.len(), false, outcome);
    let mut report = JsonReport::default();
    let work = |path: &PathBuf| {
        let of =
            Examined::of(&pipeline, asked_for.as_deref(), &wanted.year_files.choice, path, false);
        of.map(|examined| Looked::at(examined, &pipeline, wanted))
    };
    let each = |path: &PathBuf, looked: Result<Looked, String>| match looked {
        Ok(looked) => {
            looked.show(wanted, is_single);
            if wanted.json {
                looked.enter(&mut report);
            }
            closing.add(looked.line(path), looked.outcome());
        }
        Err(message) => {
            let name = path.display().to_string();
            let name = if is_single { String::new() } else { format!("{}: ", printable(&name)) };
            show::error(&format!("{name}{message}"));
            closing.add(Line::new(path, Came::Needless, &[]), Outcome::Usage);
        }
    };
    in_order::through(&named.files, work, each, || false);
    if wanted.json {
        in_their_order(&mut report.papers, &pipeline);
        return printed(&report).err().unwrap_or(closing.outcome);
    }
    if !is_single {
        show::message(closing.table().trim_end());
    }
    closing.outcome
}

/// A year file that has been looked at.
struct Looked {
    examined: Examined,
    /// Why a writer gave up, when it was to be tried.
    unwritable: Option<String>,
}

impl Looked {
    /// Makes the files in the given formats and throws them away, for what only that can
    /// show: findings are added to the others.
    fn at(mut examined: Examined, pipeline: &Pipeline, wanted: &Check) -> Self {
        let mut unwritable = None;
        let formats = &wanted.formats;
        let good = |checked: &&Checked| !formats.is_empty() && !checked.has_errors();
        if let Some(checked) = examined.checked.as_ref().filter(good) {
            match pipeline.make(checked, &pipeline.papers_of(checked), formats) {
                Ok(_) => {}
                Err(Failure::Findings(findings)) => examined.findings.extend(findings),
                Err(Failure::Writer(message)) => unwritable = Some(message),
            }
        }
        Self { examined, unwritable }
    }

    /// Says what there is to say about the file; what is about its content only unless that
    /// comes as JSON.
    fn show(&self, wanted: &Check, is_single: bool) {
        for message in self.examined.unreadable.iter().chain(&self.unwritable) {
            show::error(message);
        }
        if wanted.json || self.examined.unreadable.is_some() {
            return;
        }
        show::frames(&self.examined.findings);
        show::silenced(&self.examined);
        show::incomplete(&self.examined);
        if is_single {
            show::counts(&self.examined.findings);
        } else if !self.examined.findings.is_empty() {
            show::message("");
        }
    }

    /// Adds what is known about the file to a report, so that the file can be let go.
    fn enter(&self, report: &mut JsonReport) {
        let examined = &self.examined;
        let found = examined.findings.iter();
        let found = found.map(|finding| json::finding(finding, &path(examined, finding)));
        report.findings.extend(found);
        let rules = examined.incomplete();
        let rules: Vec<_> =
            rules.into_iter().filter(|rule| !report.incomplete.contains(rule)).collect();
        report.incomplete.extend(rules);
        report.silenced.extend(silenced(examined));
        for paper in examined.checked.iter().flat_map(|checked| &checked.papers) {
            if !report.papers.contains(paper) {
                report.papers.push(paper.clone());
            }
        }
    }

    fn line(&self, path: &Path) -> Line {
        let came = match self.outcome() {
            Outcome::InputOutput => Came::Unreadable,
            Outcome::Done => Came::Checked,
            _ => Came::Stopped,
        };
        Line::new(path, came, &self.examined.findings)
    }

    fn outcome(&self) -> Outcome {
        match self.examined.outcome() {
            Outcome::Done if self.unwritable.is_some() => Outcome::Findings,
            outcome => outcome,
        }
    }
}

fn printed(report: &JsonReport) -> Result<(), Outcome> {
    show::output(&format!("{:#}\n", report.document()))
}

/// Puts papers in the order in which they are made.
fn in_their_order(papers: &mut [String], pipeline: &Pipeline) {
    papers.sort_by_key(|id| pipeline.papers.iter().position(|paper| paper.id == *id));
}

fn silenced(examined: &Examined) -> impl Iterator<Item = serde_json::Value> {
    examined.silenced().map(|(source, silenced)| {
        json::silenced(&SilencedRule {
            rule: silenced.rule,
            source,
            span: &silenced.span,
            path: silenced.path.as_deref(),
            is_paragraph: silenced.is_paragraph,
            reason: &silenced.reason,
            findings: silenced.findings,
        })
    })
}

/// The path to what a finding is about, in the year file; none when it points into a
/// template.
fn path(examined: &Examined, finding: &Finding) -> String {
    let loaded = examined.checked.as_ref().map(|checked| &checked.loaded);
    let loaded = loaded.filter(|loaded| Arc::ptr_eq(&loaded.source, &finding.source));
    match loaded.and_then(|loaded| loaded.root.as_deref()) {
        // What is missing at the top of a file has no place of its own.
        Some(root) if !finding.span.is_empty() => root.path_at(finding.span.start),
        _ => String::new(),
    }
}
