//! What a rule is, and how it reports.

use std::cell::Cell;
use std::sync::Arc;

use super::{Concerns, Subject};
use crate::finding::{Finding, Severity};
use crate::source::{Source, Span, Unread};
use crate::template::Demand;
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
    /// The papers that it is about.
    pub concerns: Concerns,
    pub(super) check: CheckRule,
}

/// Looks at a year file and reports what breaks the rule.
pub(super) type CheckRule = fn(&Subject<'_>, &mut Report<'_>);

impl Rule {
    const fn new(
        id: &'static str,
        severity: Severity,
        reason: &'static str,
        check: CheckRule,
    ) -> Self {
        let may_be_silenced = !matches!(severity, Severity::Error);
        Self { id, severity, reason, may_be_silenced, concerns: Concerns::All, check }
    }

    pub(super) const fn error(id: &'static str, reason: &'static str, check: CheckRule) -> Self {
        Self::new(id, Severity::Error, reason, check)
    }

    pub(super) const fn warning(id: &'static str, reason: &'static str, check: CheckRule) -> Self {
        Self::new(id, Severity::Warning, reason, check)
    }

    pub(super) const fn advice(id: &'static str, reason: &'static str, check: CheckRule) -> Self {
        Self::new(id, Severity::Advice, reason, check)
    }

    /// A rule about papers that the law demands something of.
    pub(super) const fn demanded(self, by: &'static [Demand]) -> Self {
        Self { concerns: Concerns::Demanded(by), ..self }
    }

    /// A rule about papers that show one of these names.
    pub(super) const fn shown(self, names: &'static [&'static str]) -> Self {
        Self { concerns: Concerns::Shown(names), ..self }
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
    /// Whether they hold even where they have looked at a field that is left out, since
    /// no paper shows it: they then judge by the rest.
    pub look_past_absent: bool,
}

impl Family {
    pub(super) const fn new(name: &'static str, rules: &'static [Rule]) -> Self {
        Self { name, rules, look_past_absent: false }
    }

    /// A family whose rules judge by what is there.
    pub(super) const fn looking_past_absent(self) -> Self {
        Self { look_past_absent: true, ..self }
    }
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
    /// Whether the rule has looked at a stand-in for what could not be read.
    has_met_stand_in: bool,
    /// Whether it has looked at one for what is left out.
    has_met_absent: bool,
    /// Notes when one is looked at; none for a rule that can judge without.
    absent: Option<&'a Unread>,
}

impl<'a> Report<'a> {
    /// The report of a rule on a year file.
    pub(super) fn new(rule: &'static Rule, loaded: &'a Loaded, looks_past_absent: bool) -> Self {
        // What others have looked at before is none of this rule's business.
        loaded.unread.reset();
        loaded.absent.reset();
        Self {
            rule,
            loaded,
            findings: Vec::new(),
            is_about_unread: Cell::new(false),
            has_left_out: false,
            has_met_stand_in: false,
            has_met_absent: false,
            absent: Some(&loaded.absent).filter(|_| !looks_past_absent),
        }
    }

    /// What the rule has found, and whether it could look at all that it needs.
    pub(super) fn finish(mut self) -> (Vec<Finding>, bool) {
        self.note_stand_in();
        (self.findings, !self.has_left_out && !self.has_met_stand_in)
    }

    fn note_stand_in(&mut self) {
        self.has_met_stand_in |= self.loaded.unread.was_looked_at();
        let was_looked_at = self.absent.is_some_and(Unread::was_looked_at);
        if was_looked_at && self.loaded.misses_demanded() {
            // A paper needs it: when it is there the rule can say more.
            self.has_met_stand_in = true;
        }
        self.has_met_absent |= was_looked_at;
    }

    /// Whether a field is left out that no paper shows.
    #[must_use]
    pub fn is_left_out(&self, path: &[&str]) -> bool {
        self.loaded.left_out.iter().any(|left_out| left_out.path == path)
    }

    /// Notes that something which the rule needs could not be read, so that it has
    /// left something out.
    pub fn leave_out(&mut self) {
        self.has_left_out = true;
    }

    /// Notes the same, unless what the rule needs is left out and no paper needs it.
    pub fn leave_out_unread(&mut self, path: &[&str]) {
        self.has_left_out |= self.loaded.is_unread(path);
    }

    /// Reports that the rule is broken at a place. Gives the finding, unless what it follows
    /// from could not be read.
    pub fn add(
        &mut self,
        span: &Span,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Option<&mut Finding> {
        self.add_beside(span, message, hint, &[])
    }

    /// Reports that the rule is broken at a place, and shows others that it is
    /// broken against. What follows from a stand-in is not reported.
    pub fn add_beside(
        &mut self,
        span: &Span,
        message: impl Into<String>,
        hint: impl Into<String>,
        related: &[(&Span, &str)],
    ) -> Option<&mut Finding> {
        let source = &self.loaded.source;
        let finding = Finding::error(self.rule.id, source, span.clone(), message);
        let mut finding = finding.because(self.rule.reason).hint(hint);
        for (place, label) in related {
            finding = finding.and_at((*place).clone(), *label);
        }
        self.note_stand_in();
        if self.is_about_unread.take() || self.has_met_stand_in {
            self.has_left_out = true;
            return None;
        }
        if self.has_met_absent {
            return None;
        }
        self.findings.push(Finding { severity: self.rule.severity, ..finding });
        self.findings.last_mut()
    }

    /// Reports that the rule is broken at a place in a paper's template.
    pub fn add_in_template(
        &mut self,
        template: &Arc<Source>,
        place: Span,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let finding = Finding::error(self.rule.id, template, place, message);
        let finding = finding.because(self.rule.reason).hint(hint);
        self.findings.push(Finding { severity: self.rule.severity, ..finding });
    }

    /// The place of a key, found by its path from the top of the year file, or of
    /// the nearest key above it that is there, or where the first key of it belongs. The path is that of what the rule has
    /// missed: when it could not be read, what is reported next is not reported.
    #[must_use]
    pub fn key(&self, path: &[&str]) -> Span {
        self.is_about_unread.set(self.loaded.is_unread(path));
        let mut place = None;
        let mut node = self.loaded.root.as_deref();
        for key in path {
            let entries = node.and_then(|node| node.entries()).unwrap_or_default();
            let Some(entry) = entries.iter().find(|entry| *entry.key == *key) else { break };
            place = Some(entry.key.span.clone());
            node = Some(&entry.value);
        }
        let top = path.first().copied().unwrap_or_default();
        place.unwrap_or_else(|| self.loaded.place_at_the_top(top))
    }
}
