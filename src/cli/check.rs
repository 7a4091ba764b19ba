//! `kontrollera`: shows what there is to say about year files, and writes nothing.

use std::sync::Arc;

use super::arguments::Check;
use super::examine::Examined;
use super::folder::Unusable;
use super::{Outcome, chosen, folder, show};
use crate::finding::{Finding, JsonReport, SilencedRule, json};

pub(super) fn run(wanted: &Check) -> Outcome {
    let pipeline = match folder::pipeline(wanted.own.templates.as_deref()) {
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
    let papers = match chosen::papers(&pipeline.papers, &wanted.wanted.papers) {
        Ok(papers) => papers,
        Err(message) => {
            show::error(&message);
            return Outcome::Usage;
        }
    };
    let examined = Examined::all(&pipeline, &papers, &wanted.files, &wanted.shown, false);
    examined.show_unreadable();
    if wanted.json {
        let path = |finding: &Finding| path(&examined, finding);
        let report = JsonReport {
            papers: examined.made(&pipeline.papers),
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
    examined.outcome()
}

fn silenced<'e>(examined: &'e Examined<'_>) -> Vec<SilencedRule<'e>> {
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
fn path(examined: &Examined<'_>, finding: &Finding) -> String {
    let mut loaded = examined.files.iter().map(|(_, checked)| &checked.loaded);
    let loaded = loaded.find(|loaded| Arc::ptr_eq(&loaded.source, &finding.source));
    match loaded.and_then(|loaded| loaded.root.as_ref()) {
        // What is missing at the top of a file has no place of its own.
        Some(root) if !finding.span.is_empty() => root.path_at(finding.span.start),
        _ => String::new(),
    }
}
