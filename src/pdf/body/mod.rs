//! The blocks of a paper as Typst's content, one file per kind of block.
//!
//! Lengths on the page are millimetres, type sizes and spacing points, as in the profile.

mod captioned;
mod chart;
mod fields;
mod functions;
mod heading;
mod letterhead;
mod list;
pub mod page;
mod picture;
mod signatures;
mod table;
mod text;

use typst::foundations::{Content, NativeElement, Packed, Smart};
use typst::layout::{
    Abs, BlockBody, BlockElem, GridCell, GridChild, GridElem, GridItem, Length, Rel, Sizing,
    Spacing, TrackSizings,
};
use typst::syntax::Span;

use super::Error;
use super::look::{Look, points};
use super::marks::TextMarks;
use super::paragraph_end;
use super::piece::Piece;
use super::place::{WordPlace, WordPlaces};
use super::signature_fields::SignatureFields;
use super::word_division::WordDivision;
use crate::document::{Block, Inline, is_signed_below, plain};

/// The share of its room that a text fits in for sure, whatever its letters do to each
/// other's places.
const SURELY: f64 = 0.95;

/// Writes the blocks of a paper.
pub struct BodyWriter<'p> {
    pub look: &'p Look<'p>,
    pub places: WordPlaces<'p>,
    pub division: WordDivision<'p>,
    /// The fields to sign in, when the paper has such.
    pub signature_fields: Option<SignatureFields>,
    /// What the texts are found again by on the pages, when that is asked for.
    pub marks: Option<TextMarks>,
}

impl BodyWriter<'_> {
    /// Blocks, one below the other, `depth` lists deep.
    ///
    /// Signatures and lines to sign on never stand alone on a page: what is signed goes
    /// with them. Text stays with the list or table that it most likely leads up to, and a
    /// short list in one piece. What follows a heading is as near to it as a paragraph would be.
    ///
    /// # Errors
    /// When a link's address is longer than Typst takes.
    pub fn blocks(&mut self, blocks: &[Block], depth: usize) -> Result<Content, Error> {
        let below_heading = self.look.profile.spacing.below_heading;
        let mut content = Vec::with_capacity(blocks.len());
        let mut is_after_heading = false;
        for (number, block) in blocks.iter().enumerate() {
            if let Some(marks) = self.marks.as_ref().filter(|_| depth == 0) {
                marks.begin_block();
            }
            let next = blocks.get(number + 1);
            let is_heading = matches!(block, Block::Heading { .. });
            let signs = is_signed_below(blocks, number);
            let leads_up = matches!(block, Block::Paragraph { .. }) && next.is_some_and(is_led_to);
            let is_sticky = leads_up || signs;
            let is_signed_next = !is_heading && next.is_some_and(is_signed);
            let is_near = is_after_heading && (is_signed_next || hangs_below(block));
            let body = self.block(block, depth)?;
            let is_whole = depth == 0 && is_short_list(block);
            content.push(if is_sticky || is_near || is_whole {
                let above = if is_near { gap(points(below_heading)) } else { Smart::Auto };
                BlockElem::new()
                    .with_breakable(!is_whole)
                    .with_sticky(is_sticky)
                    .with_above(above)
                    .with_body(Some(BlockBody::Content(body)))
                    .pack()
            } else {
                body
            });
            is_after_heading = is_heading;
        }
        Ok(Content::sequence(content))
    }

    fn block(&mut self, block: &Block, depth: usize) -> Result<Content, Error> {
        match block {
            Block::Letterhead(block) => self.letterhead(block),
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph { text } => {
                let running = self.places.running();
                let mut pieces = self.running(text, running);
                paragraph_end::settle(&mut pieces, &|word| self.division.fits(word, running));
                text::paragraph(&pieces, self.look, self.mark_of(text))
            }
            Block::List(list) => self.list(list, depth),
            Block::Fields { rows } => self.fields(rows),
            Block::Contacts { contacts } => self.contacts(contacts),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::Signatures { signatures } => self.signatures(signatures),
            Block::SigningForm { fields } => self.signing_form(fields),
        }
    }

    /// Running text in pieces.
    fn running(&self, text: &[Inline], place: WordPlace<'_>) -> Vec<Piece> {
        Piece::of(text, &mut |words, pieces| self.division.running(words, place, pieces))
    }

    /// A text outside running text: as it is, or in pieces when it has to be divided.
    fn words(&self, text: &str, place: WordPlace<'_>) -> Result<Content, Error> {
        text::inlines(&self.division.divided(text, place), self.look, self.mark(text))
    }

    /// The same as a paragraph.
    fn line(&self, text: &str, place: WordPlace<'_>) -> Result<Content, Error> {
        text::paragraph(&self.division.divided(text, place), self.look, self.mark(text))
    }

    /// What a text is found again by on the pages.
    fn mark(&self, text: &str) -> Span {
        self.marks.as_ref().map_or(Span::detached(), |marks| marks.mark(text.to_owned()))
    }

    /// The same for running text.
    fn mark_of(&self, text: &[Inline]) -> Span {
        self.marks.as_ref().map_or(Span::detached(), |marks| marks.mark(plain(text)))
    }

    /// Says which cell of a table is written, or that none is.
    fn mark_cell(&self, cell: Option<(usize, usize)>) {
        if let Some(marks) = &self.marks {
            marks.begin_cell(cell);
        }
    }

    /// Whether a text is sure to stand on one line.
    fn has_one_line(&self, text: &str, place: WordPlace<'_>) -> bool {
        let room = WordPlace { room: place.room * SURELY, ..place };
        self.division.fits(text, room) && !text.contains(char::is_control)
    }
}

/// Whether what comes before the block is signed by it.
fn is_signed(block: &Block) -> bool {
    matches!(block, Block::Signatures { .. } | Block::SigningForm { .. })
}

/// Whether the block is a list that takes so few lines that one of its items would stand alone
/// on a page if it were divided.
fn is_short_list(block: &Block) -> bool {
    const MOST_LINES: usize = 6;
    /// Letters that a line has room for, whatever they are.
    const LETTERS: usize = 70;
    let Block::List(list) = block else { return false };
    let lines = |block: &Block| match block {
        Block::Paragraph { text } => plain(text).chars().count().div_ceil(LETTERS),
        _ => MOST_LINES + 1,
    };
    list.items.iter().flatten().map(lines).sum::<usize>() <= MOST_LINES
}

/// Whether a paragraph before the block most likely leads up to it.
fn is_led_to(block: &Block) -> bool {
    matches!(
        block,
        Block::List(_)
            | Block::Table(_)
            | Block::Chart(_)
            | Block::Fields { .. }
            | Block::Contacts { .. }
    )
}

/// Whether the block has white space of its own above it, that a paragraph would not have.
fn hangs_below(block: &Block) -> bool {
    matches!(block, Block::List(_) | Block::Fields { .. } | Block::Contacts { .. })
}

/// White space above or below a block.
fn gap(length: Length) -> Smart<Spacing> {
    Smart::Custom(Spacing::Rel(length.into()))
}

/// A part that is not divided between pages.
fn whole(body: Content) -> Content {
    BlockElem::new().with_breakable(false).with_body(Some(BlockBody::Content(body))).pack()
}

/// As wide as what it stands in.
fn full_width() -> Smart<Rel<Length>> {
    Smart::Custom(typst::layout::Ratio::one().into())
}

/// Two columns, the second as wide as is left. A grid and not a table: it is read row by
/// row, left then right.
fn two_columns(
    first: Length,
    row_gutter: Option<Length>,
    gutter: Length,
    cells: Vec<Content>,
) -> Content {
    let cell = |body| GridChild::Item(GridItem::Cell(Packed::new(GridCell::new(body))));
    let columns = [fixed(first), Sizing::Fr(typst::layout::Fr::one())];
    let grid = GridElem::new(cells.into_iter().map(cell).collect())
        .with_columns(TrackSizings(columns.into_iter().collect()))
        .with_column_gutter(TrackSizings(std::iter::once(fixed(gutter)).collect()));
    match row_gutter {
        Some(gutter) => {
            grid.with_row_gutter(TrackSizings(std::iter::once(fixed(gutter)).collect())).pack()
        }
        None => grid.pack(),
    }
}

/// A length of a column or a box.
fn fixed(length: Length) -> Sizing {
    Sizing::Rel(length.into())
}

/// White space between lines, in points.
fn space(height: f64) -> Content {
    typst::layout::VElem::new(Abs::pt(height).into()).pack()
}
