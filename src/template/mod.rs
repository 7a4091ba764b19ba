//! From a template and a case to a finished [`Document`].
//!
//! A template is Markdown with `MiniJinja` placeholders. It is filled in, with every
//! value escaped, and the Markdown is then read into the document tree:
//!
//! ```text
//! template + texts ──▶ fill ──▶ Markdown ──▶ tree ──▶ Document
//! ```
//!
//! A section that a year file may replace is a block in the template's sense:
//! `{% block bakgrund %}…{% endblock %}` is replaced by `texter.bakgrund`.

mod errors;
mod escape;
mod fill;
mod filters;
mod inspect;
mod paper;
mod special;
mod tree;
mod values;
mod values_people;

use crate::case::Loaded;
use crate::document::Document;
use crate::facts::Facts;
use crate::finding::Finding;

pub use paper::{Paper, PaperInfo, Papers};

/// What a template is filled with.
pub struct Input<'a> {
    /// The year file.
    pub loaded: &'a Loaded,
    /// What follows from it.
    pub facts: &'a Facts,
    /// The titles of the papers that are made as bilagor, in order.
    pub attachments: Vec<String>,
    /// How the page number is written.
    pub page_label: &'a str,
}

/// Looks through the year file's texts for what can't be filled in: names that do
/// not exist, markup that has no place in a paper. Each finding has its place in
/// the year file.
#[must_use]
pub fn inspect(papers: &Papers, input: &Input<'_>) -> Vec<Finding> {
    inspect::texts(papers, input)
}

/// Fills in a paper.
///
/// # Errors
/// A finding for the first thing that can't be filled in, with its place in the
/// year file or in the template.
pub fn fill(papers: &Papers, paper: &Paper, input: &Input<'_>) -> Result<Document, Box<Finding>> {
    fill::document(papers, paper, input)
}
