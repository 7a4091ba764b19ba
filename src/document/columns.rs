//! How wide a table's columns are, in both formats.

use super::{Align, Table};

/// The narrowest column beside the first, in per cent of the text's width.
const NARROWEST: usize = 13;

/// The widest, which only words need.
const WIDEST: usize = 40;

/// What the columns beside the first may take together.
const MOST_TOGETHER: usize = 70;

/// White space in a cell, counted in letters.
const PADDING: usize = 5;

impl Table {
    /// The columns' widths in per cent of the text's width, together 100. Columns
    /// of figures are as wide as their longest figure needs; the first column gets
    /// what is left. A row with more cells than there are headers widens the table
    /// rather than losing a figure.
    #[must_use]
    pub fn widths(&self) -> Vec<usize> {
        let cells = self.rows.iter().map(|row| row.cells.len() + 1).max().unwrap_or(0);
        let columns = cells.max(self.columns.len());
        if columns == 0 {
            return Vec::new();
        }
        let mut widths: Vec<usize> = (1..columns).map(|column| self.needed(column)).collect();
        let together: usize = widths.iter().sum();
        if together > MOST_TOGETHER {
            for width in &mut widths {
                *width = (*width * MOST_TOGETHER / together).max(1);
            }
        }
        let first = 100usize.saturating_sub(widths.iter().sum()).max(1);
        widths.insert(0, first);
        widths
    }

    fn needed(&self, column: usize) -> usize {
        let header = self.columns.get(column);
        let cells = self.rows.iter().filter_map(|row| row.cells.get(column - 1));
        let texts = header.map(|column| &column.header).into_iter().chain(cells);
        // Words may stand on several lines; figures may not.
        let lines = if header.is_some_and(|column| column.align == Align::Left) { 2 } else { 1 };
        let letters = texts.map(|text| text.chars().count() / lines);
        (letters.max().unwrap_or(0) + PADDING).clamp(NARROWEST, WIDEST)
    }
}
