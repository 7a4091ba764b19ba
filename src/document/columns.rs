//! How wide a table's columns are, and whether it stays on one page, in both formats.

use super::chart::text_width;
use super::{Align, Row, Table};

/// The narrowest column beside the first, in per cent of the text's width, when
/// there are few and when there are many.
const NARROWEST: [usize; 2] = [13, 9];

/// With more columns than this beside the first they stand close together.
const FEW: usize = 4;

/// The widest column of words beside the first.
const WIDEST: usize = 40;

/// White space beside the words of a cell, in per cent: the cell's margins and what some
/// readers of Word files have rules and rounding take of it.
const PADDING: usize = 4;

/// A letter, in tenths of a per cent: wide enough for a bold header at the usual
/// size, also where a layout engine rounds against it.
const LETTER: usize = 14;

/// What the cell's margins and rules take by themselves, in tenths of a per cent.
const MARGINS: usize = 24;

/// How much of its estimated width a word takes at most, in per cent: a whole word's letters
/// are never all as wide as the widest of their kind.
const AT_MOST: usize = 96;

/// How much wider bold letters are than others, in per cent.
const BOLD: usize = 110;

/// The least that a bold letter takes in a word, in hundredths of a per cent of a letter.
const BOLD_LETTER: usize = 9000;

/// The type size at which [`LETTER`] is 100 units wide: at 10 points it is 5.95 points.
const WIDTH_OF_A_LETTER: i64 = 168;

/// A word with more letters than this may be divided anywhere.
const LONGEST_WORD: usize = 35;

/// A table with more rows than this may be divided between pages.
const FEW_ROWS: usize = 5;

/// And so may one whose rows have more lines than this together: moved to the next page
/// as a whole it would leave a large part of the page before it empty.
const FEW_LINES: usize = 12;

/// A row with at most so many lines looks lost alone on a page.
const SHORT: usize = 2;

/// What a column needs, in per cent of the text's width.
#[derive(Debug, Clone, Copy)]
struct Need {
    /// Room for its longest word or figure, with something to spare.
    least: usize,
    /// Room for it and for nothing else.
    tightest: usize,
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
        let tightest: usize = needs.iter().map(|need| need.tightest).sum();
        // What every column gets where words have to be divided.
        let floor = narrowest(columns).min(100 / columns.max(1));
        let (divisible, spread) = (100 - floor * columns, least.saturating_sub(floor * columns));
        let mut widths: Vec<usize> = if total(&needs) <= 100 {
            let best = needs.iter().map(|need| need.best).collect();
            self.shared_out(best, 100 - total(&needs))
        } else if least <= 100 {
            self.shared_out(needs.iter().map(|need| need.least).collect(), 100 - least)
        } else if tightest <= 100 {
            self.shared_out(needs.iter().map(|need| need.tightest).collect(), 100 - tightest)
        } else {
            let share = |need: &Need| floor + (need.least - floor) * divisible / spread.max(1);
            needs.iter().map(|need| share(need).max(1)).collect()
        };
        let others: usize = widths.iter().skip(1).sum();
        if let Some(first) = widths.first_mut() {
            *first = 100_usize.saturating_sub(others).max(1);
        }
        widths
    }

    /// The widths with what is to spare, given bit by bit to the column whose cells have
    /// the most lines: so that the column of long texts is the wide one.
    fn shared_out(&self, mut widths: Vec<usize>, spare: usize) -> Vec<usize> {
        let words = |text: &String| text.split(' ').map(letters).collect();
        let row = |row: &Row| std::iter::once(&row.header).chain(&row.cells).map(words).collect();
        let mut rows: Vec<Vec<Vec<usize>>> = self.rows.iter().map(row).collect();
        rows.push(self.columns.iter().map(|column| words(&column.header)).collect());
        for _ in 0..spare {
            let lines_in = |(column, width): (usize, &usize)| -> usize {
                let cells = rows.iter().filter_map(|row| row.get(column));
                cells.map(|words| lines_of_words(words, *width)).sum()
            };
            let lines: Vec<usize> = widths.iter().enumerate().map(lines_in).collect();
            let most = lines.iter().copied().max().unwrap_or(0);
            // The first of several.
            let chosen = lines.iter().position(|lines| *lines == most);
            if let Some(width) = chosen.and_then(|column| widths.get_mut(column)) {
                *width += 1;
            }
        }
        widths
    }

    /// Which rows must share a page with the row after them. All, where the table is small
    /// enough to be kept whole; else it may be divided between its rows and repeats its
    /// header, and only no single short row and no sum stands alone at either end.
    #[must_use]
    pub fn rows_that_stay(&self) -> Vec<bool> {
        let widths = self.widths();
        let lines = |row: &Row| {
            let cells = std::iter::once(&row.header).chain(&row.cells).zip(&widths);
            cells.map(|(text, width)| lines(text, *width)).max().unwrap_or(1)
        };
        let lines: Vec<usize> = self.rows.iter().map(lines).collect();
        let is_whole = lines.len() <= FEW_ROWS && lines.iter().sum::<usize>() <= FEW_LINES;
        let last = lines.len().saturating_sub(1);
        let is_short = |row: usize| lines.get(row).is_some_and(|lines| *lines <= SHORT);
        let stays = |row: usize| {
            let is_before_sum = self.rows.get(row + 1).is_some_and(|row| row.is_sum);
            let is_at_end = row == 0 || row + 1 == last;
            row < last && (is_whole || is_before_sum || is_at_end && is_short(row))
        };
        (0..lines.len()).map(stays).collect()
    }

    /// Whether the table is small enough to be kept on one page as a whole.
    #[must_use]
    pub fn stays_whole(&self) -> bool {
        self.rows_that_stay().iter().rev().skip(1).all(|stays| *stays)
    }

    /// The texts of a column below its header.
    fn cells(&self, column: usize) -> impl Iterator<Item = &String> + Clone {
        self.rows.iter().filter_map(move |row| match column {
            0 => Some(&row.header),
            _ => row.cells.get(column - 1),
        })
    }

    fn need(&self, column: usize, columns: usize, lines: usize) -> Need {
        let header = self.columns.get(column);
        let cells = self.cells(column);
        let holds_words = header.is_none_or(|column| column.align == Align::Left);
        let figures = cells.clone().filter(|_| !holds_words).map(|cell| cell.chars().count());
        let texts = header.map(|column| &column.header).into_iter().chain(cells.clone());
        let bold = header.into_iter().flat_map(|column| column.header.split(' '));
        let bold = bold.map(|word| letters(word).max(word.chars().count()));
        let words = texts.clone().flat_map(|text| text.split(' ')).map(letters);
        // Words may be set on several lines, and so may a figure that is words.
        let in_bold = header.into_iter().flat_map(|column| column.header.split(' '));
        let in_bold = in_bold
            .map(|word| (hundredths(word) * BOLD).max(word.chars().count() * BOLD_LETTER) / 100);
        let unbroken = cells.clone().flat_map(|text| text.split(' '));
        let unbroken = unbroken.map(|word| hundredths(word) * AT_MOST / 100);
        let tightest = unbroken.chain(in_bold).max().unwrap_or(0).min(LONGEST_WORD * 100);
        let tightest = (tightest * LETTER / 100 + MARGINS).div_ceil(10);
        let least = room(words.chain(bold).chain(figures).max().unwrap_or(0));
        // Words may stand on several lines; figures may not.
        let lines = if holds_words && column > 0 { lines } else { 1 };
        let best = room(texts.map(|text| text.chars().count() / lines).max().unwrap_or(0));
        let least = least.max(narrowest(columns));
        let tightest = tightest.min(least);
        Need { least, tightest, best: best.clamp(least, WIDEST.max(least)) }
    }
}

/// How many lines a text takes, or one more or less, in a column of the given width.
fn lines(text: &str, per_cent: usize) -> usize {
    lines_of(room_in_letters(text), per_cent)
}

fn lines_of(letters: usize, per_cent: usize) -> usize {
    letters.div_ceil(letters_in(per_cent)).max(1)
}

/// The same of a text's words, each with its letters, when no line ends within one of them
/// that has room on the next.
fn lines_of_words(words: &[usize], per_cent: usize) -> usize {
    let room = letters_in(per_cent);
    let (mut lines, mut used) = (1, 0);
    for word in words {
        let with_space = if used == 0 { *word } else { used + 1 + word };
        if with_space <= room || used == 0 {
            used = with_space;
        } else {
            (lines, used) = (lines + 1, *word);
        }
    }
    lines
}

/// How many letters of usual width a column has room for.
fn letters_in(per_cent: usize) -> usize {
    (per_cent.saturating_sub(PADDING) * 10 / LETTER).max(1)
}

/// How many letters of usual width a text is as wide as.
fn room_in_letters(text: &str) -> usize {
    hundredths(text) / 100
}

/// The narrowest column of a table with so many.
fn narrowest(columns: usize) -> usize {
    NARROWEST[usize::from(columns > FEW + 1)]
}

/// How many letters of usual width a word takes: more than it has when many of them are
/// wide, and fewer when many are narrow. In bold it is wider than that.
fn letters(word: &str) -> usize {
    hundredths(word).div_ceil(100).min(LONGEST_WORD)
}

/// The width of a text in hundredths of a letter.
fn hundredths(text: &str) -> usize {
    usize::try_from(text_width(text, WIDTH_OF_A_LETTER)).unwrap_or(usize::MAX / LETTER / 200)
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
        assert_eq!(table(&columns, &[&["Nya klienter", "86", "−27"]]).widths(), [69, 13, 18]);
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
        // The longest words in Arial at 10 points, with 10 points for the cell's margins, of
        // the 425 points of the text's width.
        let words = [
            ("Ekonomiskt", 52),
            ("Stadsdelsnämnderna", 95),
            ("Ledningsgruppen", 77),
            ("tillsammans", 53),
        ];
        for ((word, points), width) in words.iter().zip(&widths) {
            assert!((points + 10) * 100 <= width * 425, "{word}: {widths:?}");
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
    fn a_header_is_not_divided_beside_five_years_of_masked_counts() {
        let years = ["2023", "2024", "2025", "2026", "2027"].map(|year| (year, Align::Right));
        let columns = [&[("Uppgift", Align::Left)], &years[..], &[("Förändring", Align::Right)]];
        let few = "färre\u{a0}än\u{a0}5";
        let row = ["Klienter med hemmavarande barn", few, "5", few, few, few, "+1"];
        let widths = table(&columns.concat(), &[&row]).widths();
        assert_eq!(widths.iter().sum::<usize>(), 100);
        // "hemmavarande" and "färre än 5" in Arial at 10 points, "Förändring" in bold, with
        // 10 points for the cell's margins, of the 425 points of the text's width.
        for (column, points) in [(0, 70), (1, 43), (3, 43), (6, 53)] {
            assert!((points + 10) * 100 <= widths[column] * 425, "{column}: {widths:?}");
        }
    }

    #[test]
    fn what_the_first_column_does_not_need_goes_to_the_column_with_the_most_lines() {
        let columns = [
            ("Brist", Align::Left),
            ("Berörd huvudman", Align::Left),
            ("Rapporterad till", Align::Left),
            ("Åtgärd", Align::Left),
        ];
        let row = ["Bostad: Väntetiderna är långa.", "Kommunen", "ingen ännu", "ingen åtgärd ännu"];
        let widths = table(&columns, &[&row]).widths();
        assert_eq!(widths.iter().sum::<usize>(), 100);
        // "ingen åtgärd" has room on one line.
        assert!(widths[3] >= room(12), "{widths:?}");
        assert!(widths[1..].iter().all(|width| *width < widths[0]), "{widths:?}");
    }

    #[test]
    fn a_table_of_few_short_rows_stays_whole() {
        let columns = [("A", Align::Left), ("B", Align::Left)];
        let long = "ord ".repeat(120);
        let rows: Vec<&[&str]> = vec![&["a", "b"]; 6];
        assert!(table(&columns, &rows[..5]).stays_whole());
        assert!(!table(&columns, &rows).stays_whole());
        assert!(!table(&columns, &[&["a", &long], &["b", &long]]).stays_whole());
    }

    #[test]
    fn words_that_no_page_can_hold_share_it() {
        let word = "x".repeat(80);
        let columns = [("A", Align::Left); 5];
        let widths = table(&columns, &[&[word.as_str(); 5]]).widths();
        assert_eq!(widths, [20; 5]);
    }
}
