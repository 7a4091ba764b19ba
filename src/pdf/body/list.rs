//! A list, with others in its items.

use typst::foundations::{Content, NativeElement, Packed, Smart};
use typst::layout::{BlockElem, Length};
use typst::model::{EnumElem, EnumItem, ListElem, ListItem, ListMarker, Numbering, ParElem};
use typst::text::TextElem;

use super::super::Error;
use super::super::look::points;
use super::{BodyWriter, functions, gap};
use crate::document::{Block, List};

impl BodyWriter<'_> {
    /// A list that is in so many others.
    pub fn list(&mut self, list: &List, depth: usize) -> Result<Content, Error> {
        let spacing = &self.look.profile.spacing;
        let (between, indent) = (points(spacing.list_item), points(spacing.list_indent));
        let items: Result<Vec<Content>, Error> =
            list.items.iter().map(|item| self.item(item, between, depth)).collect();
        let items = items?.into_iter();
        Ok(match list.start {
            None => {
                let marker = TextElem::packed(if depth == 0 { "•" } else { "–" });
                ListElem::new(items.map(|item| Packed::new(ListItem::new(item))).collect())
                    .with_marker(ListMarker::Content(vec![functions::indented(marker, indent)]))
                    .with_body_indent(Length::zero())
                    .with_tight(false)
                    .with_spacing(Smart::Custom(between))
                    .pack()
            }
            Some(start) => {
                EnumElem::new(items.map(|item| Packed::new(EnumItem::new(item))).collect())
                    .with_start(Smart::Custom(start.into()))
                    .with_numbering(Numbering::Func(functions::item_label(indent, depth)))
                    .with_body_indent(Length::zero())
                    .with_tight(false)
                    .with_spacing(Smart::Custom(between))
                    .pack()
            }
        })
    }

    fn item(&mut self, item: &[Block], between: Length, depth: usize) -> Result<Content, Error> {
        Ok(self
            .blocks(item, depth + 1)?
            .set(ParElem::spacing, between)
            .set(BlockElem::above, gap(between))
            .set(BlockElem::below, gap(between)))
    }
}
