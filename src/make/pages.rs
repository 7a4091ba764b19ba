//! Papers as pictures, for whoever looks at them while the year file is written.

use super::{Failure, Pipeline};
use crate::document::Document;
use crate::pdf::PicturedPages;
use crate::template::Paper;

impl Pipeline {
    /// A paper's pages as pictures, the same as those of its PDF file, and where its texts
    /// stand on them.
    ///
    /// # Errors
    /// Why the typesetter gave up.
    pub fn pages(&self, document: &Document) -> Result<PicturedPages, Failure> {
        let is_dense = self.papers.get(&document.paper).is_some_and(Paper::is_dense);
        let profile = if is_dense { &self.dense_profile } else { &self.profile };
        let pages = self.typesetter.pages(document, profile);
        pages.map_err(|error| Failure::Writer(format!("{}: {error}", document.paper)))
    }
}
