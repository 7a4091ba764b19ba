//! A heading.

use std::num::NonZeroUsize;

use typst::foundations::{Content, NativeElement, Selector, Smart};
use typst::layout::BlockElem;
use typst::model::HeadingElem;

use super::super::Error;
use super::super::look::points;
use super::super::piece::Piece;
use super::captioned::set_for;
use super::{BodyWriter, functions, gap, text};
use crate::document::{Inline, plain};

impl BodyWriter<'_> {
    /// A heading is read at a glance, and takes no hyphens.
    pub fn heading(&self, level: u8, title: &[Inline]) -> Result<Content, Error> {
        let (sizes, spacing) = (&self.look.profile.sizes, &self.look.profile.spacing);
        let (size, above, below) = match level {
            1 => (sizes.title, spacing.above_title, spacing.below_title),
            2 => (sizes.heading, spacing.above_heading, spacing.below_heading),
            _ => (sizes.subheading, spacing.above_subheading, spacing.below_heading),
        };
        let mut styles = self.look.heading(size);
        styles.set(BlockElem::above, gap(points(above)));
        styles.set(BlockElem::below, gap(points(below)));
        // Set for the heading by a rule, or else Typst's own look of headings would win.
        let rule = set_for(Selector::Elem(HeadingElem::ELEM, None), styles);
        let heading =
            HeadingElem::new(text::inlines(&Piece::plain(title), self.look, self.mark_of(title))?)
                .with_level(
                    NonZeroUsize::new(usize::from(level)).map_or(Smart::Auto, Smart::Custom),
                )
                .pack();
        let too_wide = self.division.shortest_too_wide(&plain(title), self.places.heading(level));
        let heading = match too_wide {
            Some(letters) => heading.styled(functions::divided_from(letters)?),
            None => heading,
        };
        Ok(heading.styled(rule))
    }
}
