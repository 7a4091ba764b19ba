//! How wide a table's columns are, in both formats.

use super::chart::text_width;
use super::{Align, Table};

/// The narrowest column beside the first, in per cent of the text's width, when
/// there are few and when there are many.
const NARROWEST: [usize; 2] = [13, 9];

/// With more columns than this beside the first they stand close together.
const FEW: usize = 4;

/// The widest column of words beside the first.
const WIDEST: usize = 40;

/// White space beside the words of a cell, in per cent.
const PADDING: usize = 3;

/// A letter, in tenths of a per cent: wide enough for a bold header at the usual
/// size, also where a layout engine rounds against it.
const LETTER: usize = 14;

/// The type size at which [`LETTER`] is 100 units wide: at 10 points it is 5.95 points.
const WIDTH_OF_A_LETTER: i64 = 168;

/// A word with more letters than this may be divided anywhere.
const LONGEST_WORD: usize = 35;

/// What a column needs, in per cent of the text's width.
#[derive(Debug, Clone, Copy)]
struct Need {
    /// Room for its longest word or figure.
    least: usize,
    /// Room to be read with ease.
    best: usize,
}

impl Table {
    /// The columns' widths in per cent of the text's width, together 100. Columns
    /// of figures are as wide as their longest figure needs, columns of words at
    /// least as wide as their longest word; the first column gets what is left. A
    /// row with more cells than there are headers widens the table rather than
    /// losing a figure.
    #[must_use]
    pub fn widths(&self) -> Vec<usize> {
        let cells = self.rows.iter().map(|row| row.cells.len() + 1).max().unwrap_or(0);
        let columns = cells.max(self.columns.len());
        let needs = |lines| -> Vec<Need> {
            (0..columns).map(|column| self.need(column, columns, lines)).collect()
        };
        let total = |needs: &[Need]| needs.iter().map(|need| need.best).sum::<usize>();
        // Words on one line each if there is room, and else on two.
        let needs = Some(needs(1)).filter(|needs| total(needs) <= 100).unwrap_or_else(|| needs(2));
        let least: usize = needs.iter().map(|need| need.least).sum();
        let best = total(&needs);
        // What every column gets where words have to be divided.
        let floor = narrowest(columns).min(100 / columns.max(1));
        let (divisible, spread) = (100 - floor * columns, least.saturating_sub(floor * columns));
        let width = |need: &Need| match 100_usize.checked_sub(least) {
            _ if best <= 100 => need.best,
            Some(spare) => need.least + (need.best - need.least) * spare / (best - least),
            None => (floor + (need.least - floor) * divisible / spread.max(1)).max(1),
        };
        let mut widths: Vec<usize> = needs.iter().map(width).collect();
        let others: usize = widths.iter().skip(1).sum();
        if let Some(first) = widths.first_mut() {
            *first = 100_usize.saturating_sub(others).max(1);
        }
        widths
    }

    fn need(&self, column: usize, columns: usize, lines: usize) -> Need {
        let header = self.columns.get(column);
        let cells = self.rows.iter().filter_map(|row| match column {
            0 => Some(&row.header),
            _ => row.cells.get(column - 1),
        });
        let holds_words = header.is_none_or(|column| column.align == Align::Left);
        let figures = cells.clone().filter(|_| !holds_words).map(|cell| cell.chars().count());
        let texts = header.map(|column| &column.header).into_iter().chain(cells);
        let words = texts.clone().flat_map(|text| text.split(' '));
        let least = room(words.map(letters).chain(figures).max().unwrap_or(0));
        // Words may stand on several lines; figures may not.
        let lines = if holds_words && column > 0 { lines } else { 1 };
        let best = room(texts.map(|text| text.chars().count() / lines).max().unwrap_or(0));
        let least = least.max(narrowest(columns));
        Need { least, best: best.clamp(least, WIDEST.max(least)) }
    }
}

/// The narrowest column of a table with so many.
fn narrowest(columns: usize) -> usize {
    NARROWEST[usize::from(columns > FEW + 1)]
}

/// How many letters of usual width a word takes: as many as it has, or more when many
/// of them are wide.
fn letters(word: &str) -> usize {
    let width = usize::try_from(text_width(word, WIDTH_OF_A_LETTER)).unwrap_or(LONGEST_WORD);
    word.chars().count().max(width.div_ceil(100)).min(LONGEST_WORD)
}

fn room(letters: usize) -> usize {
    letters * LETTER / 10 + PADDING
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Column, Row};

    fn table(columns: &[(&str, Align)], rows: &[&[&str]]) -> Table {
        let column = |(header, align): &(&str, Align)| Column {
            header: (*header).to_owned(),
            align: *align,
        };
        let row = |cells: &&[&str]| Row {
            header: cells[0].to_owned(),
            cells: cells[1..].iter().map(|cell| (*cell).to_owned()).collect(),
            is_sum: false,
        };
        Table {
            caption: String::new(),
            description: String::new(),
            columns: columns.iter().map(column).collect(),
            rows: rows.iter().map(row).collect(),
            notes: Vec::new(),
        }
    }

    #[test]
    fn a_header_gets_the_room_that_its_word_needs() {
        let columns =
            [("Uppgift", Align::Left), ("2025", Align::Right), ("Förändring", Align::Right)];
        // In bold Arial at 10 points "Förändring" is 53 points wide; with its cell's
        // margins that is 65 of the 425 points of the text's width.
        assert_eq!(table(&columns, &[&["Nya klienter", "86", "−27"]]).widths(), [70, 13, 17]);
    }

    #[test]
    fn every_word_has_room_in_a_table_of_words() {
        let columns = [
            ("Område", Align::Left),
            ("Berörd huvudman", Align::Left),
            ("Rapporterad till", Align::Left),
            ("Åtgärd", Align::Left),
        ];
        let long = "Cheferna tar fram en kortare vägledning tillsammans med ombuden i innerstaden.";
        let row: &[&str] =
            &["Ekonomiskt bistånd", "Stadsdelsnämnderna i innerstaden", "Ledningsgruppen", long];
        let widths = table(&columns, &[row]).widths();
        assert_eq!(widths.iter().sum::<usize>(), 100);
        for (cell, width) in row.iter().zip(&widths) {
            let longest = cell.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
            assert!(room(longest) <= *width, "{cell}: {widths:?}");
        }
    }

    #[test]
    fn a_bold_header_above_short_words_is_not_divided() {
        let columns = [
            ("Område", Align::Left),
            ("Berörd huvudman", Align::Left),
            ("Rapporterad till", Align::Left),
            ("Åtgärd", Align::Left),
        ];
        let long = "Mottagningen erbjuder videobesök på vårdcentralen i kommunens centralort.";
        let row = ["Resor till vården", "Region Sundland", "Ledningsgruppen", long];
        // In bold Arial at 10 points "huvudman" is 50.6 points wide; with its cell's
        // margins that is 63 of the 425 points of the text's width.
        assert!(table(&columns, &[&row]).widths()[1] >= 15);
    }

    #[test]
    fn words_that_no_page_can_hold_share_it() {
        let word = "x".repeat(80);
        let columns = [("A", Align::Left); 5];
        let widths = table(&columns, &[&[word.as_str(); 5]]).widths();
        assert_eq!(widths, [20; 5]);
    }
}
