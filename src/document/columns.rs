//! How wide a table's columns are, in both formats.

use super::{Align, Table};

/// The narrowest column beside the first, in per cent of the text's width.
const NARROWEST: usize = 11;

/// The widest, which only words need.
const WIDEST: usize = 40;

/// What the columns beside the first may take together.
const MOST_TOGETHER: usize = 70;

/// White space in a cell, counted in letters.
const PADDING: usize = 5;

impl Table {
    /// The columns' widths in per cent of the text's width, together 100. Columns
    /// of figures are as wide as their longest figure needs; the first column gets
    /// what is left.
    #[must_use]
    pub fn widths(&self) -> Vec<usize> {
        if self.columns.is_empty() {
            return Vec::new();
        }
        let mut widths: Vec<usize> =
            (1..self.columns.len()).map(|column| self.needed(column)).collect();
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
        let header = &self.columns[column];
        let cells = self.rows.iter().filter_map(|row| row.cells.get(column - 1));
        let texts = std::iter::once(&header.header).chain(cells);
        let letters = texts.map(|text| match header.align {
            Align::Right => text.chars().count(),
            // Words may stand on several lines.
            Align::Left => text.chars().count() / 2,
        });
        (letters.max().unwrap_or(0) + PADDING).clamp(NARROWEST, WIDEST)
    }
}
