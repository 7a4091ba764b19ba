//! Reading spreadsheets: Excel's and `LibreOffice`'s workbooks, and CSV.
//!
//! What is read is what was stored, with all that may make a figure doubtful: whether a
//! cell is a formula and has a result, whether it is shown as per cent or as a date, whether
//! its row, column or sheet is hidden, and which cells are joined. Nothing is worked out, no
//! macro is run, and no more is inflated than the limits in [`mod@package`] allow, whatever a
//! file says of itself.

mod cell;
mod csv;
mod encoding;
mod formats;
mod kind;
mod ods;
pub mod package;
mod place;
mod unreadable;
mod xlsx;
mod xlsx_sheet;
pub(crate) mod xml;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

pub use cell::{Cell, Content, Form};
pub use place::{Area, CellPlace, column_letters};
pub use unreadable::Unreadable;

/// The largest file that is read, in bytes. What an ombud counts in takes some tens of
/// kilobytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// The most cells with something in them that one file may have.
pub const MAX_CELLS: usize = 300_000;

/// A file of sheets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Workbook {
    /// The sheets, in their order.
    pub sheets: Vec<Sheet>,
    /// The cells that have been given a name.
    pub names: Vec<NamedArea>,
    /// What a reader ought to know of how the file was read.
    pub notes: Vec<String>,
}

/// Cells that have been given a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedArea {
    /// The name.
    pub name: String,
    /// The sheet that they are in.
    pub sheet: String,
    /// Which cells.
    pub area: Area,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// The cells with something in them, row by row.
    pub cells: BTreeMap<CellPlace, Cell>,
    /// The hidden rows.
    pub hidden_rows: Vec<RangeInclusive<u32>>,
    /// The hidden columns.
    pub hidden_columns: Vec<RangeInclusive<u32>>,
    /// The cells that are joined.
    pub merged: Vec<Area>,
}

impl Workbook {
    /// The sheet with a name; capital letters make no difference, as in Excel.
    #[must_use]
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        let wanted = name.trim().to_lowercase();
        self.sheets.iter().find(|sheet| sheet.name.trim().to_lowercase() == wanted)
    }

    /// The cell with a name, with the sheet that it is in.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<(&Sheet, CellPlace)> {
        let wanted = name.to_lowercase();
        let named = self.names.iter().find(|named| named.name.to_lowercase() == wanted)?;
        Some((self.sheet(&named.sheet)?, named.area.first))
    }
}

impl Sheet {
    /// A cell, if it has something in it.
    #[must_use]
    pub fn cell(&self, place: CellPlace) -> Option<&Cell> {
        self.cells.get(&place)
    }

    /// The text of a cell, as a name or a heading: without white space around it.
    #[must_use]
    pub fn text(&self, place: CellPlace) -> Option<String> {
        self.cell(place).and_then(Cell::as_name)
    }

    /// The cells of a row, from left to right.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (CellPlace, &Cell)> {
        let (first, last) = (CellPlace { row, column: 0 }, CellPlace { row, column: u32::MAX });
        self.cells.range(first..=last).map(|(place, cell)| (*place, cell))
    }

    /// The last row with something in it.
    #[must_use]
    pub fn last_row(&self) -> Option<u32> {
        self.cells.keys().next_back().map(|place| place.row)
    }

    /// Whether a row is hidden.
    #[must_use]
    pub fn is_row_hidden(&self, row: u32) -> bool {
        self.hidden_rows.iter().any(|rows| rows.contains(&row))
    }

    /// Whether a column is hidden.
    #[must_use]
    pub fn is_column_hidden(&self, column: u32) -> bool {
        self.hidden_columns.iter().any(|columns| columns.contains(&column))
    }

    /// The joined cells that a cell is one of.
    #[must_use]
    pub fn merged_at(&self, place: CellPlace) -> Option<Area> {
        self.merged.iter().copied().find(|area| area.contains(place))
    }

    /// Puts a cell in its place, unless there is nothing in it.
    fn put(&mut self, place: CellPlace, cell: Cell) {
        if !cell.is_blank() {
            self.cells.insert(place, cell);
        }
    }
}

/// Reads a file's bytes. `name` is what a CSV file's only sheet is called.
///
/// # Errors
/// Why it can't be read, and what to do.
pub fn read(name: &str, bytes: &[u8]) -> Result<Workbook, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::too_large(bytes.len() as u64));
    }
    match kind::of(bytes)? {
        kind::Kind::Zip => {
            let mut package = package::Package::open(bytes)?;
            if package.has("content.xml") {
                return ods::read(&mut package);
            }
            xlsx::read(&mut package)
        }
        kind::Kind::Text => csv::read(name, bytes),
    }
}
