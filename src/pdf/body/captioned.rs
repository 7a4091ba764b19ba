//! A table or a chart with its caption above and its notes below.

use typst::foundations::Transformation;
use typst::foundations::{Content, NativeElement, Packed, Recipe, Selector, Smart, Styles};
use typst::layout::{Abs, BlockBody, BlockElem, OuterVAlignment, VElem};
use typst::model::{FigureCaption, FigureElem, FigureKind, ParElem};
use typst::syntax::Span;

use super::super::Error;
use super::super::look::points;
use super::{BodyWriter, full_width, gap};

/// Between the caption and what it is about, and from that to the notes, in points.
const GAP: f64 = 4.0;

/// What stands between a caption and notes.
pub struct Captioned<'t> {
    pub kind: FigureKind,
    /// Nothing when there is none.
    pub caption: Option<&'t str>,
    pub notes: &'t [String],
    pub body: Content,
    /// What is said instead of the body to those who don't see it.
    pub alternative_text: Option<String>,
    /// Whether the whole may be divided between pages.
    pub is_breakable: bool,
    /// How it looks.
    pub styles: Styles,
}

impl BodyWriter<'_> {
    /// The whole, with white space around it.
    pub fn captioned(&self, captioned: Captioned<'_>) -> Result<Content, Error> {
        let look = self.look;
        let caption = match captioned.caption {
            Some(caption) => {
                let words = self.words(caption, self.places.caption())?;
                Some(Packed::new(FigureCaption::new(words).with_position(OuterVAlignment::Top)))
            }
            None => None,
        };
        let figure = FigureElem::new(captioned.body)
            .with_kind(Smart::Custom(captioned.kind))
            .with_supplement(Smart::Custom(None))
            .with_numbering(None)
            .with_outlined(false)
            .with_gap(points(GAP))
            .with_caption(caption)
            .with_alt(captioned.alternative_text.map(Into::into))
            .pack();
        let mut notes = vec![VElem::new(Abs::pt(GAP).into()).with_weak(true).pack()];
        for note in captioned.notes {
            notes.push(ParElem::new(self.words(note, self.places.note())?).pack());
        }
        let notes = Content::sequence(notes).styled_with_map(look.small());
        let around = gap(points(look.profile.spacing.table));
        Ok(BlockElem::new()
            .with_above(around)
            .with_below(around)
            .with_breakable(captioned.is_breakable)
            .with_width(full_width())
            .with_body(Some(BlockBody::Content(Content::sequence([figure, notes]))))
            .pack()
            .styled_with_map(captioned.styles))
    }
}

/// A rule that sets styles for elements of a kind and for what is in them.
pub fn set_for(selector: Selector, styles: Styles) -> Recipe {
    Recipe::new(Some(selector), Transformation::Style(styles), Span::detached())
}
