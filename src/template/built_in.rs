//! The text that a section has unless the year file words it.

use super::bounds::Written;
use super::{Filling, Paper, tree};

impl Filling<'_> {
    /// The built-in texts of a paper's sections as they read with this year file, each with
    /// its section. One that can't be filled in, or that is not a text by itself, is left out.
    #[must_use]
    pub fn built_in_texts<'p>(&self, paper: &'p Paper) -> Vec<(&'p str, String)> {
        let Ok(template) = self.engine.get_template(&paper.id) else { return Vec::new() };
        let mut whole = Written::default();
        let Ok(mut filled) = template.render_captured_to(self.context.clone(), &mut whole) else {
            return Vec::new();
        };
        let mut text = |section: &'p str| {
            let mut written = Written::default();
            let rendered =
                filled.with_state_mut(|state| state.render_block_to_write(section, &mut written));
            rendered.ok()?;
            let lines = tree::lines(&written.into_text().ok()?);
            (!lines.is_empty()).then(|| (section, lines.join("\n\n")))
        };
        let sections = paper.sections().filter(|section| paper.is_of_blocks(section));
        sections.filter_map(&mut text).collect()
    }
}
