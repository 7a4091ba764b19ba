//! The text of a paper, whatever kind of file it was read from.

use crate::swedish::evenly_spaced;

/// What a paper says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PaperText {
    /// Its paragraphs, those in cells too, in reading order; none that is empty.
    pub passages: Vec<Passage>,
    /// Whether it has tracked changes that nobody has accepted or rejected.
    pub has_tracked_changes: bool,
    /// How many comments it has.
    pub comments: usize,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What it says, with single spaces between its words.
    pub text: String,
    /// What it stands in.
    pub place: Place,
}

impl PaperText {
    /// Whether a paragraph stands in a cell, and that of another paper in one of the same
    /// column.
    pub(super) fn is_in_column_of(&self, at: usize, other: &Self, other_at: usize) -> bool {
        let column = |text: &Self, at: usize| text.passages.get(at)?.cell().map(|cell| cell.column);
        let own = column(self, at);
        own.is_some() && own == column(other, other_at)
    }

    /// Whether the paragraphs before and after one say the same as those around that of
    /// another paper.
    pub(super) fn is_between_same(&self, at: usize, other: &Self, other_at: usize) -> bool {
        let is_same = |own: Option<usize>, others: Option<usize>| {
            own.and_then(|at| self.own_text(at)) == others.and_then(|at| other.own_text(at))
        };
        other.own_text(other_at).is_some()
            && is_same(at.checked_sub(1), other_at.checked_sub(1))
            && is_same(at.checked_add(1), other_at.checked_add(1))
    }

    /// A paragraph of the paper's own.
    fn own_text(&self, at: usize) -> Option<&str> {
        let passage = self.passages.get(at).filter(|passage| passage.place != Place::Beside);
        passage.map(|passage| passage.text.as_str())
    }
}

/// What a paragraph stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The paper's running text.
    Text,
    /// A cell of a table.
    Cell(Cell),
    /// No part of the paper: it has been written on a page afterwards.
    Beside,
}

impl Passage {
    /// The cell of a table that it stands in.
    #[must_use]
    pub fn cell(&self) -> Option<&Cell> {
        match &self.place {
            Place::Cell(cell) => Some(cell),
            Place::Text | Place::Beside => None,
        }
    }
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its column, counted from 0.
    pub column: usize,
    /// What the first cell of its row says.
    pub row_header: String,
    /// What the first cell of its column says.
    pub column_header: String,
    /// What the first row under the headers is called; a sum is one of what begins there.
    pub first_row: String,
}

/// Puts paragraphs and tables together, as they are read.
#[derive(Debug, Default)]
pub(super) struct Passages {
    found: Vec<Passage>,
    open: Vec<OpenTable>,
}

/// A table that is being read.
#[derive(Debug, Default)]
struct OpenTable {
    rows: usize,
    columns: usize,
    /// The paragraphs in it, with their rows and columns.
    placed: Vec<(usize, usize, usize)>,
}

impl Passages {
    pub(super) fn begin_table(&mut self) {
        self.open.push(OpenTable::default());
    }

    pub(super) fn begin_row(&mut self) {
        if let Some(table) = self.open.last_mut() {
            table.rows += 1;
            table.columns = 0;
        }
    }

    pub(super) fn begin_cell(&mut self) {
        if let Some(table) = self.open.last_mut() {
            table.columns += 1;
        }
    }

    /// Adds a paragraph, unless nothing stands in it.
    pub(super) fn add(&mut self, text: &str) {
        let text = evenly_spaced(&without_soft_hyphens(text));
        if text.is_empty() {
            return;
        }
        let at = self.found.len();
        let table = self.open.last_mut().filter(|table| table.rows > 0 && table.columns > 0);
        let cell = table.map(|table| {
            let (row, column) = (table.rows - 1, table.columns - 1);
            table.placed.push((at, row, column));
            Place::Cell(Cell { column, ..Cell::default() })
        });
        self.found.push(Passage { text, place: cell.unwrap_or(Place::Text) });
    }

    /// Adds what is no part of the paper, unless it is nothing.
    pub(super) fn add_beside(&mut self, text: &str) {
        let text = evenly_spaced(&without_soft_hyphens(text));
        if !text.is_empty() {
            self.found.push(Passage { text, place: Place::Beside });
        }
    }

    /// Ends a table: now the headers of its cells are known.
    pub(super) fn end_table(&mut self) {
        let Some(table) = self.open.pop() else { return };
        let mut column_headers: Vec<String> = Vec::new();
        let mut row_header = (usize::MAX, String::new());
        let mut first_row = String::new();
        for (at, row, column) in table.placed {
            let Some(passage) = self.found.get_mut(at) else { continue };
            if row_header.0 != row {
                let is_first = column == 0;
                row_header = (row, if is_first { passage.text.clone() } else { String::new() });
            }
            if row == 0 && column >= column_headers.len() {
                column_headers.resize(column, String::new());
                column_headers.push(passage.text.clone());
            }
            let column_header = column_headers.get(column).cloned().unwrap_or_default();
            if row == 1 && column == 0 && first_row.is_empty() {
                first_row.clone_from(&row_header.1);
            }
            passage.place = Place::Cell(Cell {
                column,
                row_header: row_header.1.clone(),
                column_header,
                first_row: first_row.clone(),
            });
        }
    }

    /// Whether nothing was read.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All that was read.
    pub(super) fn finish(mut self) -> Vec<Passage> {
        while !self.open.is_empty() {
            self.end_table();
        }
        self.found
    }
}

/// A text without what is seen only at a line's end, or not at all.
fn without_soft_hyphens(text: &str) -> String {
    text.replace(['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'], "")
}
