//! Where the texts of a paper stand on its pages.
//!
//! Every glyph that Typst lays out says which piece of source it comes from. There is no
//! source here, so the writer gives each text a mark in the place of one, and finds it again
//! on the finished pages. Papers that are written to files have no marks.

use std::cell::{Cell, RefCell};
use std::num::NonZeroU64;

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::syntax::Span;
use typst::text::TextItem;
use typst_layout::PagedDocument;

/// The file that marks seem to be in, in the upper bits of a span: none that there is.
const MARKED_FILE: u64 = 1 << 48;

/// The least number of a mark: what is below stands for other things.
const FIRST: u64 = 2;

/// The share of a line's letters that is above the line they stand on.
const ASCENT: f64 = 0.8;

/// A text of a paper, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedText {
    /// The block that it is in, by its number among the paper's, and after them a draft's.
    pub block: usize,
    /// Its row and column, when it is in a table. The header is the first row.
    pub cell: Option<(usize, usize)>,
    /// What it says.
    pub text: String,
    /// Where it stands: a region for each page that it is on.
    pub regions: Vec<PageRegion>,
}

/// A part of a page, from the page's upper left corner, in shares of its width and height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageRegion {
    /// The page, counted from 1.
    pub page: usize,
    /// The left edge.
    pub left: f64,
    /// The upper edge.
    pub top: f64,
    /// The right edge.
    pub right: f64,
    /// The lower edge.
    pub bottom: f64,
}

/// The texts that are marked while a paper is written.
#[derive(Debug, Default)]
pub struct TextMarks {
    texts: RefCell<Vec<PlacedText>>,
    block: Cell<Option<usize>>,
    cell: Cell<Option<(usize, usize)>>,
}

impl TextMarks {
    /// The next block begins. What comes before the first gets no marks.
    pub fn begin_block(&self) {
        self.block.set(Some(self.block.get().map_or(0, |block| block + 1)));
    }

    /// What comes is in this cell of a table, or in none.
    pub fn begin_cell(&self, cell: Option<(usize, usize)>) {
        self.cell.set(cell);
    }

    /// The mark of a text.
    pub fn mark(&self, text: String) -> Span {
        let Some(block) = self.block.get() else { return Span::detached() };
        let mut texts = self.texts.borrow_mut();
        let number = FIRST + texts.len() as u64;
        texts.push(PlacedText { block, cell: self.cell.get(), text, regions: Vec::new() });
        NonZeroU64::new(MARKED_FILE | number).map_or(Span::detached(), Span::from_raw)
    }

    /// The marked texts with where they stand on the pages.
    pub fn placed(self, pages: &PagedDocument) -> Vec<PlacedText> {
        let mut texts = self.texts.into_inner();
        for (number, page) in pages.pages().iter().enumerate() {
            let size = page.frame.size();
            let mut note = |item: &TextItem, at: Point| {
                let Some(text) = mark_of(item).and_then(|mark| texts.get_mut(mark)) else { return };
                let top = at.y - item.size * ASCENT;
                let region = PageRegion {
                    page: number + 1,
                    left: share(at.x, size.x),
                    top: share(top, size.y),
                    right: share(at.x + item.width(), size.x),
                    bottom: share(top + item.size, size.y),
                };
                match text.regions.last_mut().filter(|last| last.page == region.page) {
                    Some(last) => *last = last.with(&region),
                    None => text.regions.push(region),
                }
            };
            each_text(&page.frame, Transform::identity(), &mut note);
        }
        texts
    }
}

impl PageRegion {
    /// The smallest region that has both in it; they are on the same page.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        Self {
            page: self.page,
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

/// The number of the text that laid out text comes from.
fn mark_of(item: &TextItem) -> Option<usize> {
    let raw = item.glyphs.first()?.span.0.into_raw().get();
    let number = raw.checked_sub(MARKED_FILE + FIRST)?;
    usize::try_from(number).ok()
}

fn share(length: Abs, of: Abs) -> f64 {
    if of == Abs::zero() { 0.0 } else { length / of }
}

/// Goes through the text of a frame, with where on the page it stands.
fn each_text(frame: &Frame, moved: Transform, note: &mut dyn FnMut(&TextItem, Point)) {
    for (at, item) in frame.items() {
        match item {
            FrameItem::Text(text) => note(text, at.transform(moved)),
            FrameItem::Group(group) => {
                let to = Transform::translate(at.x, at.y).pre_concat(group.transform);
                each_text(&group.frame, moved.pre_concat(to), note);
            }
            _ => {}
        }
    }
}
