//! The rules that run before a paper is written.
//!
//! A rule looks at a case and reports findings; it never changes anything. Every
//! rule has an id that stays the same between versions, a severity, and a reason
//! with its source. A rule that needs a figure which the case does not have says
//! nothing: that it is missing is another rule's business.

mod figures;
pub mod glyphs;
mod law;
mod time;

use crate::case::{Case, Loaded};
use crate::facts::Facts;
use crate::finding::{Finding, Severity};
use crate::source::Span;

/// A rule.
pub struct Rule {
    /// The id, which never changes its meaning.
    pub id: &'static str,
    /// Whether breaking it stops the paper.
    pub severity: Severity,
    /// Why it exists, with its source, in one sentence.
    pub reason: &'static str,
    check: fn(&Subject<'_>, &mut Report<'_>),
}

/// What the rules look at.
pub struct Subject<'a> {
    /// The case.
    pub case: &'a Case,
    /// What follows from it.
    pub facts: &'a Facts,
}

/// Takes a rule's findings.
pub struct Report<'a> {
    rule: &'static Rule,
    loaded: &'a Loaded,
    findings: Vec<Finding>,
}

impl Report<'_> {
    /// Reports that the rule is broken at a place.
    pub fn add(&mut self, span: &Span, message: impl Into<String>, hint: impl Into<String>) {
        let source = &self.loaded.source;
        let finding = Finding::error(self.rule.id, source, span.clone(), message);
        let finding = finding.because(self.rule.reason).hint(hint);
        self.findings.push(Finding { severity: self.rule.severity, ..finding });
    }

    /// The place of a key, found by its path from the top of the year file, or of
    /// the nearest key above it that is there.
    #[must_use]
    pub fn key(&self, path: &[&str]) -> Span {
        let mut place = 0..0;
        let mut node = self.loaded.root.as_ref();
        for key in path {
            let entries = node.and_then(|node| node.entries()).unwrap_or_default();
            let Some(entry) = entries.iter().find(|entry| entry.key.value == *key) else { break };
            place = entry.key.span.clone();
            node = Some(&entry.value);
        }
        place
    }
}

/// All rules, family by family.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [law::RULES, figures::RULES, time::RULES].into_iter().flatten()
}

/// Runs every rule on a year file that could be read.
#[must_use]
pub fn run(loaded: &Loaded, facts: &Facts) -> Vec<Finding> {
    let Some(case) = &loaded.case else { return Vec::new() };
    let subject = Subject { case, facts };
    let mut findings = Vec::new();
    for rule in rules() {
        let mut report = Report { rule, loaded, findings: Vec::new() };
        (rule.check)(&subject, &mut report);
        findings.append(&mut report.findings);
    }
    findings
}
