//! What a rule is, and how it reports.

use super::Subject;
use crate::case::Loaded;
use crate::finding::{Finding, Severity};
use crate::source::Span;

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// The id, which never changes its meaning.
    pub id: &'static str,
    /// Whether breaking it stops the paper.
    pub severity: Severity,
    /// Why it exists, with its source, in one sentence.
    pub reason: &'static str,
    /// Whether a year file may silence it. Warnings may be, and the few errors
    /// that rest on practice rather than on law or on arithmetic.
    pub may_be_silenced: bool,
    pub(super) check: Check,
}

/// Looks at a case and reports what breaks the rule.
pub(super) type Check = fn(&Subject<'_>, &mut Report<'_>);

impl Rule {
    pub(super) const fn error(id: &'static str, reason: &'static str, check: Check) -> Self {
        Self { id, severity: Severity::Error, reason, may_be_silenced: false, check }
    }

    pub(super) const fn warning(id: &'static str, reason: &'static str, check: Check) -> Self {
        Self { id, severity: Severity::Warning, reason, may_be_silenced: true, check }
    }

    /// An error that a year file may silence all the same.
    pub(super) const fn with_exceptions(self) -> Self {
        Self { may_be_silenced: true, ..self }
    }
}

/// Rules that belong together.
#[derive(Debug)]
pub struct Family {
    /// What they are about, as a heading.
    pub name: &'static str,
    /// The rules.
    pub rules: &'static [Rule],
}

/// Takes a rule's findings.
pub struct Report<'a> {
    pub(super) rule: &'static Rule,
    pub(super) loaded: &'a Loaded,
    pub(super) findings: Vec<Finding>,
}

impl Report<'_> {
    /// Reports that the rule is broken at a place.
    pub fn add(&mut self, span: &Span, message: impl Into<String>, hint: impl Into<String>) {
        self.add_beside(span, message, hint, &[]);
    }

    /// Reports that the rule is broken at a place, and shows others that it is
    /// broken against.
    pub fn add_beside(
        &mut self,
        span: &Span,
        message: impl Into<String>,
        hint: impl Into<String>,
        related: &[(&Span, &str)],
    ) {
        let source = &self.loaded.source;
        let finding = Finding::error(self.rule.id, source, span.clone(), message);
        let mut finding = finding.because(self.rule.reason).hint(hint);
        for (place, label) in related {
            finding = finding.and_at((*place).clone(), *label);
        }
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
