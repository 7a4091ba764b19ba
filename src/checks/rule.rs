//! What a rule is, and how it reports.

use std::cell::Cell;

use super::Subject;
use crate::finding::{Finding, Severity};
use crate::source::Span;
use crate::year_file::Loaded;

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// The id, which never changes its meaning.
    pub id: &'static str,
    /// Whether breaking it stops the paper.
    pub severity: Severity,
    /// Why it exists, with its source, in one sentence.
    pub reason: &'static str,
    /// Whether a year file may silence it. Warnings and advice may be, and the few
    /// errors that rest on practice rather than on law or on arithmetic.
    pub may_be_silenced: bool,
    pub(super) check: Check,
}

/// Looks at a year file and reports what breaks the rule.
pub(super) type Check = fn(&Subject<'_>, &mut Report<'_>);

impl Rule {
    pub(super) const fn error(id: &'static str, reason: &'static str, check: Check) -> Self {
        Self { id, severity: Severity::Error, reason, may_be_silenced: false, check }
    }

    pub(super) const fn warning(id: &'static str, reason: &'static str, check: Check) -> Self {
        Self { id, severity: Severity::Warning, reason, may_be_silenced: true, check }
    }

    pub(super) const fn advice(id: &'static str, reason: &'static str, check: Check) -> Self {
        Self { id, severity: Severity::Advice, reason, may_be_silenced: true, check }
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
    rule: &'static Rule,
    pub(super) loaded: &'a Loaded,
    findings: Vec<Finding>,
    /// Whether what is reported next is about something that could not be read.
    is_about_unread: Cell<bool>,
    /// Whether something has been left out for that reason.
    has_left_out: bool,
    /// Whether the rule has looked at a stand-in.
    has_met_stand_in: bool,
}

impl<'a> Report<'a> {
    /// The report of a rule on a year file.
    pub(super) fn new(rule: &'static Rule, loaded: &'a Loaded) -> Self {
        // What others have looked at before is none of this rule's business.
        loaded.unread.reset();
        Self {
            rule,
            loaded,
            findings: Vec::new(),
            is_about_unread: Cell::new(false),
            has_left_out: false,
            has_met_stand_in: false,
        }
    }

    /// What the rule has found, and whether it could look at all that it needs.
    pub(super) fn finish(mut self) -> (Vec<Finding>, bool) {
        self.note_stand_in();
        (self.findings, !self.has_left_out && !self.has_met_stand_in)
    }

    fn note_stand_in(&mut self) {
        self.has_met_stand_in |= self.loaded.unread.was_looked_at();
    }

    /// Notes that something which the rule needs could not be read, so that it has
    /// left something out.
    pub fn leave_out(&mut self) {
        self.has_left_out = true;
    }

    /// Reports that the rule is broken at a place.
    pub fn add(&mut self, span: &Span, message: impl Into<String>, hint: impl Into<String>) {
        self.add_beside(span, message, hint, &[]);
    }

    /// Reports that the rule is broken at a place, and shows others that it is
    /// broken against. What follows from a stand-in is not reported.
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
        self.note_stand_in();
        if self.is_about_unread.take() || self.has_met_stand_in {
            self.has_left_out = true;
        } else {
            self.findings.push(Finding { severity: self.rule.severity, ..finding });
        }
    }

    /// The place of a key, found by its path from the top of the year file, or of
    /// the nearest key above it that is there. The path is that of what the rule has
    /// missed: when it could not be read, what is reported next is not reported.
    #[must_use]
    pub fn key(&self, path: &[&str]) -> Span {
        self.is_about_unread.set(self.loaded.is_unread(path));
        let mut place = 0..0;
        let mut node = self.loaded.root.as_ref();
        for key in path {
            let entries = node.and_then(|node| node.entries()).unwrap_or_default();
            let Some(entry) = entries.iter().find(|entry| *entry.key == *key) else { break };
            place = entry.key.span.clone();
            node = Some(&entry.value);
        }
        place
    }
}
