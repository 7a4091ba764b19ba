//! What is known about a year file before any paper is written.

use std::sync::Arc;

use crate::checks::{Rule, Silenced};
use crate::document::Document;
use crate::facts::Facts;
use crate::finding::Finding;
use crate::source::{Located, Source};
use crate::template::Paper;
use crate::year_file::Loaded;

/// A year file that has been read, checked and worked out.
#[derive(Debug)]
pub struct Checked {
    /// The year file as read.
    pub loaded: Loaded,
    /// The ids of the papers that it was checked for.
    pub papers: Vec<String>,
    /// What follows from its figures, when it could be read.
    pub facts: Option<Located<Facts>>,
    /// Everything that was found, in reading order.
    pub findings: Vec<Finding>,
    /// The rules that the year file has silenced.
    pub silenced: Vec<Silenced>,
    /// The rules that could not look at all that they need, since something could not
    /// be read.
    pub incomplete: Vec<&'static Rule>,
    /// The papers that it was checked for, filled in, when nothing stops them.
    pub(super) filled: Option<Filled>,
}

impl Checked {
    /// Whether anything stops the papers.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(Finding::is_error)
    }
}

/// Papers that have been filled in together: which bilagor a paper lists depends on
/// the papers that are made with it.
#[derive(Debug)]
pub(super) struct Filled {
    templates: Vec<Arc<Source>>,
    pub(super) documents: Vec<Document>,
}

impl Filled {
    pub(super) fn new(papers: &[&Paper], documents: Vec<Document>) -> Self {
        let templates = papers.iter().map(|paper| Arc::clone(&paper.source)).collect();
        Self { templates, documents }
    }

    /// Whether exactly these papers were filled in.
    pub(super) fn is_of(&self, papers: &[&Paper]) -> bool {
        let same = |(template, paper): (_, &&Paper)| Arc::ptr_eq(template, &paper.source);
        self.templates.len() == papers.len() && self.templates.iter().zip(papers).all(same)
    }
}
