//! What is wrong, where, why, and what to do about it.
//!
//! Everything that `tjut` has to say about a year file, a template or a profile
//! is a [`Finding`]. They are values: nothing is printed where they arise.

mod fix;
pub mod json;
mod nearest;
mod report;
mod shorten;
mod sort;

use std::sync::Arc;

pub use fix::{Fix, FixChange};
pub use json::{JsonReport, SilencedRule};
pub use nearest::nearest;
pub use report::render;
pub use shorten::shorten;
pub use sort::{MORE_THAN_USEFUL, in_reading_order, no_more_than_useful};

use crate::source::{Position, Source, Span};

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// No paper is written.
    Error,
    /// The papers are written, but a person ought to look.
    Warning,
    /// Nothing is wrong, but something could be better. Shown only to those who ask.
    Advice,
}

/// One thing to put right or to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's stable id, such as `okänd-nyckel`.
    pub rule: &'static str,
    /// Whether it stops the paper.
    pub severity: Severity,
    /// The text it is about.
    pub source: Arc<Source>,
    /// The place in that text.
    pub span: Span,
    /// What is wrong, one sentence, with the values that show it.
    pub message: String,
    /// Why it matters, with its source (paragraph of law or practice).
    pub reason: Option<String>,
    /// What to do.
    pub hint: Option<String>,
    /// Other places that belong to it, each with a short label.
    pub related: Vec<(Span, String)>,
    /// What would put it right, when that is known exactly; more than one where only a person
    /// can tell which.
    pub fixes: Vec<Fix>,
}

impl Finding {
    /// An error at a place.
    pub fn error(
        rule: &'static str,
        source: &Arc<Source>,
        span: Span,
        message: impl Into<String>,
    ) -> Self {
        Self {
            rule,
            severity: Severity::Error,
            source: Arc::clone(source),
            span,
            message: message.into(),
            reason: None,
            hint: None,
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// A warning at a place.
    pub fn warning(
        rule: &'static str,
        source: &Arc<Source>,
        span: Span,
        message: impl Into<String>,
    ) -> Self {
        Self { severity: Severity::Warning, ..Self::error(rule, source, span, message) }
    }

    /// A piece of advice about a place.
    pub fn advice(
        rule: &'static str,
        source: &Arc<Source>,
        span: Span,
        message: impl Into<String>,
    ) -> Self {
        Self { severity: Severity::Advice, ..Self::error(rule, source, span, message) }
    }

    /// Adds why it matters.
    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn and_at(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }

    /// Line and column of the place.
    #[must_use]
    pub fn position(&self) -> Position {
        self.source.position(self.span.start)
    }

    /// Whether it stops the paper.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Whether it is shown only to those who ask for advice.
    #[must_use]
    pub fn is_advice(&self) -> bool {
        self.severity == Severity::Advice
    }
}
