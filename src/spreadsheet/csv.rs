//! CSV: one sheet, in the encodings and with the separators that Excel writes.

use super::encoding::decoded;
use super::place::MAX_COLUMNS;
use super::{Cell, CellPlace, Sheet, Unreadable, Workbook};

/// Reads a CSV file; its sheet has the file's name.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let decoded = decoded(bytes);
    let (text, said) = match said_separator(&decoded.text) {
        Some((separator, rest)) => (rest, Some(separator)),
        None => (decoded.text.as_str(), None),
    };
    let separator = said.unwrap_or_else(|| separator(text));
    let mut sheet = Sheet { name: name.to_owned(), ..Sheet::default() };
    let mut left = super::MAX_CELLS;
    // A line that only says the separator is a row in Excel's eyes as well as in ours.
    let mut place = CellPlace { row: u32::from(said.is_some()), column: 0 };
    let mut fields = Fields { letters: text.chars().peekable(), separator };
    while let Some((field, ends_row)) = fields.next()? {
        let cell = Cell::text(field);
        if !cell.is_blank() {
            left = left.checked_sub(1).ok_or_else(Unreadable::too_many_cells)?;
            if place.column >= MAX_COLUMNS {
                return Err(Unreadable::too_many_cells());
            }
            sheet.put(place, cell);
        }
        place = if ends_row {
            CellPlace { row: place.row.saturating_add(1), column: 0 }
        } else {
            CellPlace { column: place.column.saturating_add(1), ..place }
        };
    }
    let separator = match separator {
        '\t' => "tabb",
        ',' => "kommatecken",
        _ => "semikolon",
    };
    let encoding = decoded.other_than_utf8.map(|encoding| format!(" i kodningen {encoding}"));
    let note = format!(
        "Filen är läst som CSV{} med {separator} mellan kolumnerna.",
        encoding.unwrap_or_default()
    );
    Ok(Workbook { sheets: vec![sheet], notes: vec![note], ..Workbook::default() })
}

/// The separator that a first line `sep=;` says, as Excel writes and reads it, and the rest.
fn said_separator(text: &str) -> Option<(char, &str)> {
    let line = text.lines().next()?;
    let separator = line.trim_end().strip_prefix("sep=")?.chars().next()?;
    let rest = text.get(line.len()..)?;
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).unwrap_or(rest);
    matches!(separator, ';' | ',' | '\t').then_some((separator, rest))
}

/// The separator of the first line that has one: a tab, or else a semicolon, which Excel
/// writes where commas are decimals, or else a comma.
fn separator(text: &str) -> char {
    let mut is_quoted = false;
    let mut seen = Vec::new();
    for letter in text.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '\n' | '\r' if !is_quoted && !seen.is_empty() => break,
            '\t' | ';' | ',' if !is_quoted => seen.push(letter),
            _ => {}
        }
    }
    ['\t', ';', ','].into_iter().find(|separator| seen.contains(separator)).unwrap_or(';')
}

struct Fields<'t> {
    letters: std::iter::Peekable<std::str::Chars<'t>>,
    separator: char,
}

impl Fields<'_> {
    /// The next field, and whether its row ends with it.
    fn next(&mut self) -> Result<Option<(String, bool)>, Unreadable> {
        if self.letters.peek().is_none() {
            return Ok(None);
        }
        let mut field = String::new();
        if self.letters.next_if_eq(&'"').is_some() {
            loop {
                match self.letters.next() {
                    Some('"') if self.letters.next_if_eq(&'"').is_some() => field.push('"'),
                    Some('"') => break,
                    Some(letter) => field.push(letter),
                    None => return Err(Unreadable::unclosed_quotation()),
                }
            }
        }
        loop {
            match self.letters.next() {
                None | Some('\n') => return Ok(Some((field, true))),
                Some('\r') => {
                    let _ = self.letters.next_if_eq(&'\n');
                    return Ok(Some((field, true)));
                }
                Some(letter) if letter == self.separator => return Ok(Some((field, false))),
                Some(letter) => field.push(letter),
            }
        }
    }
}
