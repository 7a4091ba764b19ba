//! What stands around the text of a page: the running head and the address footer.

use typst::foundations::{Content, NativeElement, Packed, Smart, Styles};
use typst::layout::{
    Abs, AlignElem, Alignment, BlockBody, BlockElem, Fr, GridCell, GridChild, GridElem, GridItem,
    HAlignment, Length, PlaceElem, Rel, Sides, Sizing, TrackSizings, VAlignment,
};
use typst::model::ParElem;
use typst::pdf::ArtifactKind;
use typst::syntax::Span;
use typst::text::TextElem;

use super::super::Error;
use super::super::look::{gutter, millimetres};
use super::super::place::WordPlace;
use super::{BodyWriter, fixed, full_width, text};
use crate::document::Document;
use crate::profile::AddressFooter;

/// The share of the distance from the edge to the running head that the mark of a draft
/// stands at.
const MARK: f64 = 0.4;

/// Above and below the letters of a draft's mark, in points.
const AROUND_MARK: f64 = 1.0;

/// What stands around the text of a paper's pages.
pub struct Marginals {
    page_label: String,
    /// What stands beside the number on later pages.
    head: Content,
    head_has_one_line: bool,
    mark: Option<Content>,
    foot: Option<Content>,
    styles: Styles,
    from_edge: Length,
}

impl Marginals {
    /// # Errors
    /// None in practice: there are no links in it.
    pub fn of(document: &Document, writer: &BodyWriter<'_>) -> Result<Self, Error> {
        let look = writer.look;
        let mut styles = look.small();
        styles.set(ParElem::spacing, Length::zero());
        let mark = document.draft.as_ref().map(|draft| {
            let letters = look.bold(look.profile.sizes.title, None);
            let mark = TextElem::packed(draft.mark.as_str()).styled_with_map(letters);
            let around = Some(Rel::from(Length::from(Abs::pt(AROUND_MARK))));
            let band = BlockElem::new()
                .with_width(full_width())
                .with_fill(Some(look.band.clone().into()))
                .with_inset(Sides::new(None, around, None, around))
                .with_body(Some(BlockBody::Content(
                    AlignElem::new(mark).with_alignment(Alignment::CENTER).pack(),
                )));
            at(band.pack(), HAlignment::Left, millimetres(look.profile.page.header) * MARK)
        });
        let place = writer.places.running_head(&document.running_head.page_label);
        let head = running_head(document, writer, place);
        Ok(Self {
            page_label: document.running_head.page_label.clone(),
            head: writer.words(&head, place)?,
            head_has_one_line: writer.has_one_line(&head, place),
            mark,
            foot: address_footer(document, writer)?
                .map(|foot| foot.styled_with_map(styles.clone())),
            styles,
            from_edge: millimetres(look.profile.page.header),
        })
    }

    /// The head of a page. The first page shows only its number: the letterhead says the
    /// rest. A draft says so on every page, above all else. The text says it too, since
    /// what stands here is not read out.
    pub fn head(&self, number: usize, pages: usize) -> Content {
        let label = self
            .page_label
            .replace("{sida}", &number.to_string())
            .replace("{sidor}", &pages.to_string());
        let label = TextElem::packed(label);
        let head = match (number > 1).then(|| self.head.clone()) {
            Some(head) if self.head_has_one_line => Content::sequence([
                self.at_top(head, HAlignment::Left),
                self.at_top(label, HAlignment::Right),
            ]),
            Some(head) => self.at_top(beside(head, label), HAlignment::Left),
            None => self.at_top(label, HAlignment::Right),
        };
        Content::sequence([head].into_iter().chain(self.mark.clone()))
            .styled_with_map(self.styles.clone())
            .artifact(ArtifactKind::Header)
    }

    /// The foot of the first page, at the same distance from the edge as the running head,
    /// if there is one. It says nothing that is not said elsewhere too, since what stands
    /// here is not read out.
    pub fn foot(&self) -> Option<Content> {
        let foot = self.foot.clone()?;
        let placed = PlaceElem::new(across(foot))
            .with_alignment(Smart::Custom(HAlignment::Left + VAlignment::Bottom))
            .with_dy((-self.from_edge).into())
            .pack();
        Some(placed.artifact(ArtifactKind::Footer))
    }

    fn at_top(&self, body: Content, side: HAlignment) -> Content {
        at(body, side, self.from_edge)
    }

    /// The address footer by itself.
    pub fn address_footer(&self) -> Option<&Content> {
        self.foot.as_ref()
    }
}

/// As wide as the text.
fn across(body: Content) -> Content {
    BlockElem::new().with_width(full_width()).with_body(Some(BlockBody::Content(body))).pack()
}

/// On a side of the page, so far from the upper edge.
fn at(body: Content, side: HAlignment, distance: Length) -> Content {
    PlaceElem::new(body)
        .with_alignment(Smart::Custom(side + VAlignment::Top))
        .with_dy(distance.into())
        .pack()
}

/// A running head of several lines, and the page number beside it.
fn beside(head: Content, label: Content) -> Content {
    let cell = |body| GridChild::Item(GridItem::Cell(Packed::new(GridCell::new(body))));
    let columns = [Sizing::Fr(Fr::one()), Sizing::Auto];
    let grid = GridElem::new(vec![cell(head), cell(label)])
        .with_columns(TrackSizings(columns.into_iter().collect()))
        .with_column_gutter(TrackSizings(std::iter::once(fixed(gutter())).collect()));
    across(grid.pack())
}

/// The running head as far as the room above the text holds it.
fn running_head(document: &Document, writer: &BodyWriter<'_>, place: WordPlace<'_>) -> String {
    let text = document.running_head.parts.join(" · ");
    writer.division.shortened(&text, writer.places.running_head_lines(), place)
}

/// The address footer of a paper that has a letterhead.
fn address_footer(document: &Document, writer: &BodyWriter<'_>) -> Result<Option<Content>, Error> {
    let footer = writer.look.profile.address_footer.as_ref();
    let footer = footer.filter(|_| document.has_letterhead());
    let Some(columns) = footer.map(AddressFooter::columns) else { return Ok(None) };
    let place = writer.places.address_footer(columns.len());
    let mut cells = Vec::with_capacity(columns.len());
    for column in columns {
        let mut lines = Vec::with_capacity(column.len());
        for line in column {
            lines.push(text::paragraph(
                &writer.division.divided(line, place),
                writer.look,
                Span::detached(),
            )?);
        }
        let cell = GridCell::new(Content::sequence(lines));
        cells.push(GridChild::Item(GridItem::Cell(Packed::new(cell))));
    }
    let widths = columns.iter().map(|_| Sizing::Fr(Fr::one())).collect();
    let grid = GridElem::new(cells)
        .with_columns(TrackSizings(widths))
        .with_column_gutter(TrackSizings(std::iter::once(fixed(gutter())).collect()))
        .with_align(typst::layout::Celled::Value(Smart::Custom(
            HAlignment::Left + VAlignment::Top,
        )));
    Ok(Some(grid.pack()))
}

/// White space at the foot of the page it stands on, as high as an address footer needs
/// above the bottom margin.
pub fn room_for_foot(height: Abs) -> Content {
    let room = BlockElem::new().with_height(fixed(height.into())).pack();
    PlaceElem::new(room.artifact(ArtifactKind::Other))
        .with_alignment(Smart::Custom(Alignment::V(VAlignment::Bottom)))
        .with_float(true)
        .with_clearance(Length::zero())
        .pack()
}
