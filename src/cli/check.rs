//! `kontrollera`: shows what there is to say about year files, and writes nothing.

use std::sync::Arc;

use super::arguments::Check;
use super::examine::Examined;
use super::folder::Unusable;
use super::{Outcome, chosen, folder, show};
use crate::finding::{Finding, JsonReport, SilencedRule, json};
use crate::make::{Failure, Format, Pipeline};

pub(super) fn run(wanted: &Check) -> Outcome {
    let pipeline = match folder::pipeline(wanted.year_files.own.templates.as_deref()) {
        Ok(pipeline) => pipeline,
        Err(Unusable::Findings(findings)) if wanted.json => {
            let report = JsonReport {
                papers: Vec::new(),
                findings: &findings,
                incomplete: Vec::new(),
                silenced: Vec::new(),
            };
            let document = json(&report, |_| String::new());
            return show::output(&format!("{document:#}\n")).err().unwrap_or(Outcome::Findings);
        }
        Err(unusable) => return unusable.show(),
    };
    let examined =
        chosen::papers(&pipeline.papers, &wanted.year_files.papers).and_then(|asked_for| {
            Examined::all(&pipeline, asked_for.as_deref(), &wanted.year_files, false)
        });
    let mut examined = match examined {
        Ok(examined) => examined,
        Err(message) => {
            show::error(&message);
            return Outcome::Usage;
        }
    };
    let unwritable = unwritable(&pipeline, &mut examined, &wanted.formats);
    examined.show_unreadable();
    for message in &unwritable {
        show::error(message);
    }
    if wanted.json {
        let path = |finding: &Finding| path(&examined, finding);
        let report = JsonReport {
            papers: examined.papers(&pipeline),
            findings: &examined.findings,
            incomplete: examined.incomplete(),
            silenced: silenced(&examined),
        };
        if let Err(outcome) = show::output(&format!("{:#}\n", json(&report, path))) {
            return outcome;
        }
    } else {
        show::frames(&examined.findings);
        show::silenced(&examined);
        show::incomplete(&examined);
        if examined.has_read() {
            show::counts(&examined.findings);
        }
    }
    match examined.outcome() {
        Outcome::Done if !unwritable.is_empty() => Outcome::Findings,
        outcome => outcome,
    }
}

/// Makes the files in the given formats and throws them away, for what only that can show:
/// findings are added to the others, and why a writer gave up is returned.
fn unwritable(pipeline: &Pipeline, examined: &mut Examined, formats: &[Format]) -> Vec<String> {
    let mut messages = Vec::new();
    let good = examined.files.iter().filter(|(_, checked)| !checked.has_errors());
    for (_, checked) in good.filter(|_| !formats.is_empty()) {
        match pipeline.make(checked, &pipeline.papers_of(checked), formats) {
            Ok(_) => {}
            Err(Failure::Findings(findings)) => examined.findings.extend(findings),
            Err(Failure::Writer(message)) => messages.push(message),
        }
    }
    messages
}

fn silenced(examined: &Examined) -> Vec<SilencedRule<'_>> {
    let silenced = examined.silenced().map(|(source, silenced)| SilencedRule {
        rule: silenced.rule,
        source,
        span: &silenced.span,
        path: silenced.path.as_deref(),
        is_paragraph: silenced.is_paragraph,
        reason: &silenced.reason,
        findings: silenced.findings,
    });
    silenced.collect()
}

/// The path to what a finding is about, in the year file that it points into; none
/// when that is a template.
fn path(examined: &Examined, finding: &Finding) -> String {
    let mut loaded = examined.files.iter().map(|(_, checked)| &checked.loaded);
    let loaded = loaded.find(|loaded| Arc::ptr_eq(&loaded.source, &finding.source));
    match loaded.and_then(|loaded| loaded.root.as_ref()) {
        // What is missing at the top of a file has no place of its own.
        Some(root) if !finding.span.is_empty() => root.path_at(finding.span.start),
        _ => String::new(),
    }
}
