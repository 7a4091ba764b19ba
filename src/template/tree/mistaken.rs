//! What `CommonMark` reads as something else than its writer meant.
//!
//! The text may be one that has not been filled in yet, with placeholders and tags in it.

use pulldown_cmark::Event;

use super::read::TreeReader;
use super::refusal::{self, Refused};
use crate::source::Span;

/// What begins a tag or an anmärkning: what its line comes to shows when it is filled in.
const TAGS: [&str; 2] = ["{%", "{#"];

/// The highest number that an item of a list may have. A higher one that begins a
/// paragraph is a year or an amount, and the full stop ends a sentence.
const HIGHEST_ITEM: u64 = 99;

impl TreeReader<'_> {
    /// Emphasis, or what was meant as stars: those inside a word or between figures are
    /// read as markup and would not be seen (`CommonMark` 0.31, 6.2). The length is that
    /// of the markup on either side.
    pub(super) fn look_at_stars(&mut self, span: &Span, length: usize) {
        let opening = span.start..span.start + length;
        let closing = span.end.saturating_sub(length)..span.end;
        let between = |place: &Span| {
            let before = self.markdown.get(..place.start).and_then(|text| text.chars().next_back());
            let after = self.markdown.get(place.end..).and_then(|text| text.chars().next());
            [before, after].into_iter().all(|c| c.is_some_and(char::is_alphanumeric))
        };
        if let Some(place) = [opening, closing].into_iter().find(between) {
            self.refuse(place, refusal::STAR_IN_WORD);
        }
    }

    /// The lines of a paragraph that begins there and whose content has been read.
    pub(super) fn look_at_lines(&mut self, start: usize) {
        let end = match self.events.peek() {
            Some((Event::End(_), span)) => span.end,
            Some((_, span)) => span.start,
            None => self.markdown.len(),
        };
        let text = self.markdown.get(start..end).unwrap_or_default();
        if let Some((place, refused)) = mistaken_lines(text, self.is_tagged()) {
            self.refuse(start + place.start..start + place.end, refused);
        }
    }

    /// A row of a table, against how many columns the table has.
    pub(super) fn look_at_row(&mut self, span: &Span, columns: usize) {
        let row = self.markdown.get(span.clone()).unwrap_or_default();
        // The end of a comment stands on a line of its own.
        let is_tagged = TAGS.iter().any(|tag| row.contains(tag)) || row.trim() == "#}";
        if !is_tagged && cells(row) != columns {
            let end = span.start + row.trim_end().len();
            self.refuse(span.start..end, refusal::UNEVEN_ROW);
        }
    }

    /// The number of a list's item that begins there. `expected` is the one that would
    /// follow on from the items before it.
    pub(super) fn look_at_number(&mut self, start: usize, expected: Option<u64>) {
        let item = self.markdown.get(start..).unwrap_or_default();
        let digits = item.len() - item.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number = item.get(..digits).and_then(|digits| digits.parse::<u64>().ok());
        if number.is_some_and(|number| number > HIGHEST_ITEM) && number != expected {
            self.refuse(start..start + digits + 1, refusal::HIGH_NUMBER);
        }
    }

    fn is_tagged(&self) -> bool {
        TAGS.iter().any(|tag| self.markdown.contains(tag))
    }
}

/// The first line of a paragraph that was meant as something else. Tags may bring rows
/// and the head of their table together, so that no row is judged where there are any.
fn mistaken_lines(text: &str, is_tagged: bool) -> Option<(Span, Refused)> {
    let mut start = 0;
    let mut before: Option<(char, Span)> = None;
    for line in text.split_inclusive('\n') {
        let typed = line.trim();
        let at = start + (line.len() - line.trim_start().len());
        let place = at..at + typed.len();
        if typed.starts_with('|') && cells(typed) > 1 && !is_tagged {
            return Some((place, refusal::ROW_WITHOUT_TABLE));
        }
        let letter = item_letter(typed);
        if let Some(((before, first), letter)) = before.zip(letter)
            && u32::from(before) + 1 == u32::from(letter)
        {
            return Some((first, refusal::LETTERED_LIST));
        }
        before = letter.map(|letter| (letter, place));
        start += line.len();
    }
    None
}

/// The letter of a line that begins like an item: `a) `.
fn item_letter(line: &str) -> Option<char> {
    let mut chars = line.chars();
    let letter = chars.next().filter(char::is_ascii_lowercase)?;
    let is_item = chars.next() == Some(')') && chars.next().is_some_and(char::is_whitespace);
    is_item.then_some(letter)
}

/// How many cells a row was typed with. A line between the braces of a placeholder
/// divides no cells.
fn cells(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut cells = 1;
    let mut is_last_empty = false;
    let mut rest = row;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '\\' => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
            '{' if rest.starts_with("{{") => rest.find("}}").map_or(2, |end| end + 2),
            _ => c.len_utf8(),
        };
        cells += usize::from(c == '|');
        is_last_empty = c == '|';
        rest = rest.get(length..).unwrap_or_default();
    }
    // The line at the end of a row closes its last cell.
    cells - usize::from(is_last_empty)
}

#[cfg(test)]
mod tests {
    use super::super::unsupported_in_text;

    /// What is refused in a text, as it is typed.
    fn refused(text: &str) -> Vec<&str> {
        let wrong = unsupported_in_text(text);
        wrong.iter().map(|wrong| &text[wrong.span.clone()]).collect()
    }

    #[test]
    fn stars_inside_words_and_between_figures_are_refused() {
        assert_eq!(refused("Rummet är 2*3*4 meter."), ["*"]);
        assert_eq!(refused("Det är 2**3**4."), ["**"]);
        assert_eq!(refused("Från 2*3 till 4*5."), ["*"]);
        assert_eq!(refused("Ett *ord*et"), ["*"]);
        for text in [
            "Ett **helt** ord, *flera ord*, ***båda***.",
            "**PO**-verksamheten (*kursiv*)",
            "2\\*3\\*4",
            "2 * 3 * 4",
            "2*3",
            "**{{ nya }}** nya",
        ] {
            assert_eq!(refused(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_row_has_as_many_cells_as_its_table_has_columns() {
        let table = |row: &str| format!("Tabell: Kurser\n\n| Kurs | Dagar |\n|---|---|\n{row}\n");
        for row in ["| Autism | 2 | 3 |", "| Autism |", "Autism", "| a | b | |"] {
            assert_eq!(refused(&table(row)), [row]);
        }
        for row in [
            "| Autism | 2 |",
            "Autism | 2",
            "| a \\| b | 2 |",
            "| a | {{ kön|lista }} |",
            "| a | |",
        ] {
            assert_eq!(refused(&table(row)), [""; 0], "{row}");
        }
        let looped = "{% for rad in kön %}\n| {{ rad.namn }} | {{ rad.antal }} |\n{% endfor %}";
        assert_eq!(refused(&table(looped)), [""; 0]);
    }

    #[test]
    fn rows_are_no_running_text() {
        assert_eq!(refused("| Kurs | Dagar |\n| Autism | 2 |"), ["| Kurs | Dagar |"]);
        assert_eq!(refused("Kurser:\n| Autism | 2"), ["| Autism | 2"]);
        assert_eq!(refused("- Kurser\n  | Autism | 2 |"), ["| Autism | 2 |"]);
        assert_eq!(refused("Vi skriver a | b och\n\\| c | d"), [""; 0]);
    }

    #[test]
    fn lettered_lines_in_a_row_are_refused() {
        assert_eq!(refused("Vi har\na) en kurs\nb) en till\nc) en tredje"), ["a) en kurs"]);
        assert_eq!(refused("Enligt punkt\na) ska det\n\nb) kan det"), [""; 0]);
    }

    #[test]
    fn a_year_is_no_number_of_a_list() {
        assert_eq!(refused("2025. Det var ett år."), ["2025."]);
        assert_eq!(refused("1. Ett år.\n2025. Ett till."), ["2025."]);
        assert_eq!(refused("2025\\. Det var ett år.\n\n1. Ett\n2. Två"), [""; 0]);
        let long: Vec<String> = (1..=120).map(|number| format!("{number}. Punkt\n")).collect();
        assert_eq!(refused(&long.concat()), [""; 0]);
    }
}
