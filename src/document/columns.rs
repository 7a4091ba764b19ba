//! How wide a table's columns are, in both formats.

use super::{Align, Table};

/// The narrowest column beside the first, in per cent of the text's width, when
/// there are few and when there are many.
const NARROWEST: [usize; 2] = [13, 9];

/// With more columns than this beside the first they stand close together.
const FEW: usize = 4;

/// The widest, which only words need.
const WIDEST: usize = 40;

/// What the columns beside the first may take together.
const MOST_TOGETHER: usize = 70;

/// White space beside the words of a cell, in per cent.
const PADDING: usize = 3;

/// A letter, in tenths of a per cent: wide enough for a bold header at the usual
/// size, also where a layout engine rounds against it.
const LETTER: usize = 14;

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
        let mut widths: Vec<usize> =
            (1..columns).map(|column| self.needed(column, columns - 1)).collect();
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

    fn needed(&self, column: usize, columns: usize) -> usize {
        let header = self.columns.get(column);
        let cells = self.rows.iter().filter_map(|row| row.cells.get(column - 1));
        let texts = header.map(|column| &column.header).into_iter().chain(cells);
        // Words may stand on several lines; figures may not.
        let lines = if header.is_some_and(|column| column.align == Align::Left) { 2 } else { 1 };
        let letters = texts.map(|text| text.chars().count() / lines);
        (letters.max().unwrap_or(0) * LETTER / 10 + PADDING)
            .clamp(NARROWEST[usize::from(columns > FEW)], WIDEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Column, Row};

    #[test]
    fn a_header_gets_the_room_that_its_word_needs() {
        let column = |header: &str, align| Column { header: header.to_owned(), align };
        let columns = vec![
            column("Uppgift", Align::Left),
            column("2025", Align::Right),
            column("Förändring", Align::Right),
        ];
        let row = Row {
            header: "Nya klienter".to_owned(),
            cells: vec!["86".to_owned(), "−27".to_owned()],
            is_sum: false,
        };
        let table = Table {
            caption: String::new(),
            description: String::new(),
            columns,
            rows: vec![row],
            notes: Vec::new(),
        };
        // In bold Arial at 10 points "Förändring" is 53 points wide; with its cell's
        // margins that is 65 of the 425 points of the text's width.
        assert_eq!(table.widths(), [70, 13, 17]);
    }
}
