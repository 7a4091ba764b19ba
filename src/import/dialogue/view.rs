//! A sheet as text, to find one's way in.

use crate::finding::shorten;
use crate::spreadsheet::{Cell, CellPlace, Content, Sheet, column_letters};
use crate::swedish::evenly_spaced;

/// How many letters of a cell are shown.
const WIDEST: usize = 22;
/// How wide a line may be.
const WIDTH: usize = 78;
/// How many rows are shown at a time.
const ROWS: usize = 25;

/// A sheet from a cell on, as much as a screen holds. Empty rows are left out.
pub(super) fn of(sheet: &Sheet, from: CellPlace) -> String {
    let below: Vec<u32> = {
        let mut rows: Vec<u32> =
            sheet.cells.keys().map(|place| place.row).filter(|row| *row >= from.row).collect();
        rows.dedup();
        rows
    };
    let shown = below.get(..below.len().min(ROWS)).unwrap_or_default();
    if shown.is_empty() {
        return format!("  Bladet har inget från {from} och nedåt.\n");
    }
    let cell = |row: u32, column: u32| sheet.cell(CellPlace { row, column }).map(words);
    let mut columns: Vec<(u32, usize)> = Vec::new();
    let mut width = 7;
    let used = shown.iter().flat_map(|row| sheet.row(*row)).map(|(place, _)| place.column);
    let last = used.max().unwrap_or(from.column);
    for column in from.column..=last {
        let widest = shown.iter().filter_map(|row| cell(*row, column)).map(|it| it.chars().count());
        let own = widest.max().unwrap_or(0).max(column_letters(column).len());
        if width + own + 2 > WIDTH {
            break;
        }
        width += own + 2;
        columns.push((column, own));
    }
    let mut text = format!("{:>7}", "");
    for (column, width) in &columns {
        text.extend(["  ", &format!("{:width$}", column_letters(*column))]);
    }
    let mut lines = vec![text];
    for row in shown {
        let mut line = format!("{:>7}", u64::from(*row) + 1);
        for (column, width) in &columns {
            let words = cell(*row, *column).unwrap_or_default();
            line.extend(["  ", &format!("{words:width$}")]);
        }
        lines.push(line);
    }
    if let Some((next, _)) = columns.last().filter(|(column, _)| *column < last) {
        lines.push(format!(
            "  Det finns mer till höger; skriv till exempel ?{}.",
            CellPlace { row: from.row, column: next + 1 }
        ));
    }
    if let Some(next) = below.get(shown.len()) {
        let next = CellPlace { row: *next, column: from.column };
        lines.push(format!("  Det finns mer nedanför; skriv till exempel ?{next}."));
    }
    lines.iter().fold(String::new(), |text, line| text + line.trim_end() + "\n")
}

/// What stands in a cell, in short.
pub(super) fn words(cell: &Cell) -> String {
    let text = match &cell.content {
        Content::Number(written, _) => written.clone(),
        Content::Text(text) => evenly_spaced(text),
        Content::Boolean(value) => if *value { "SANT" } else { "FALSKT" }.to_owned(),
        Content::Error(error) => error.clone(),
        Content::NoResult => "formel".to_owned(),
    };
    let text = crate::source::printable(&shorten(&text));
    if text.chars().count() <= WIDEST {
        return text;
    }
    text.chars().take(WIDEST - 1).chain(['…']).collect()
}
