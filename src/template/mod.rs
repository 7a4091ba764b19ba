//! From a template and a year file to a finished [`Document`](crate::document::Document).
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
//!
//! [`Papers`] has compiled the templates once; [`Filling`] puts one year file into them.

mod asked;
mod bounds;
mod built_in;
mod chart;
mod demand;
mod draft;
mod errors;
mod escape;
mod fill;
mod filters;
mod gather;
mod inspect;
mod language;
mod listed;
mod paper;
mod papers;
pub mod reference;
mod refusal;
mod sections;
mod special;
mod table;
mod tree;
mod values;

use crate::facts::Facts;
use crate::year_file::Loaded;

pub use asked::Asked;
pub use demand::Demand;
pub use fill::{Attachments, Filling};
pub use listed::{Placeholder, PlaceholderContent, placeholders};
pub(crate) use paper::BUILT_IN;
pub use paper::{ALL, Paper, PaperInfo, SHARED};
pub use papers::{Papers, Template};

/// What templates are filled with.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The year file.
    pub loaded: &'a Loaded,
    /// What follows from it.
    pub facts: &'a Facts,
    /// How the page number is written.
    pub page_label: &'a str,
}
