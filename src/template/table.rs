//! Tables that are written as Markdown has them, with a caption on a line above.

use pulldown_cmark::Alignment;

use super::refusal::{self, Refused};
use crate::document::{Align, Block, Column, Row, Table, plain};
use crate::facts::MISSING;
use crate::swedish;

/// What the line above a table begins with.
const CAPTION: &str = "Tabell:";

/// The most columns: with more the words in them don't find room.
const MOST_COLUMNS: usize = 8;

/// Cells as they are read, row by row, the header first.
pub(super) struct Cells {
    pub(super) alignments: Vec<Alignment>,
    pub(super) rows: Vec<Vec<String>>,
}

/// Makes a table of its cells and the paragraph before it.
pub(super) fn table(cells: Cells, before: Option<&Block>) -> Result<Table, Refused> {
    let caption = before.and_then(caption).ok_or(refusal::NO_CAPTION)?;
    let Cells { alignments, rows } = cells;
    let mut rows = rows.into_iter();
    let headers = rows.next().unwrap_or_default();
    let rows: Vec<Vec<String>> = rows.collect();
    if headers.len() > MOST_COLUMNS {
        return Err(refusal::WIDE_TABLE);
    }
    if rows.is_empty() {
        return Err(refusal::EMPTY_TABLE);
    }
    let is_unnamed = |row: &Vec<String>| row.first().is_none_or(String::is_empty);
    if headers.iter().any(String::is_empty) || rows.iter().any(is_unnamed) {
        return Err(refusal::UNNAMED_CELL);
    }
    let columns: Vec<Column> = headers
        .into_iter()
        .enumerate()
        .map(|(index, header)| Column { header, align: align(index, &alignments, &rows) })
        .collect();
    let description = description(&columns, rows.len());
    let rows = rows.into_iter().map(row).collect();
    Ok(Table { caption, description, columns, rows, notes: Vec::new() })
}

fn caption(before: &Block) -> Option<String> {
    let Block::Paragraph { text } = before else { return None };
    let text = plain(text);
    let words = text.strip_prefix(CAPTION)?.trim();
    (!words.is_empty()).then(|| words.to_owned())
}

/// As its writer says, and else figures to the right.
fn align(index: usize, alignments: &[Alignment], rows: &[Vec<String>]) -> Align {
    let is_figure = |cell: &String| {
        cell.is_empty()
            || cell.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '–' | '−' | '+'))
    };
    match alignments.get(index) {
        Some(Alignment::Right) => Align::Right,
        Some(Alignment::Left | Alignment::Center) => Align::Left,
        _ if index > 0 && rows.iter().filter_map(|row| row.get(index)).all(is_figure) => {
            Align::Right
        }
        _ => Align::Left,
    }
}

/// What a screen reader says before it reads the table.
fn description(columns: &[Column], rows: usize) -> String {
    let headers: Vec<&str> = columns.iter().map(|column| column.header.as_str()).collect();
    let (noun, count) = (if rows == 1 { "rad" } else { "rader" }, rows as u64);
    let columns = if headers.len() == 1 { "kolumnen" } else { "kolumnerna" };
    let count = swedish::upper_first(&swedish::in_words(count, false));
    format!("{count} {noun} med {columns} {}.", swedish::join(&headers))
}

fn row(cells: Vec<String>) -> Row {
    let mut cells = cells.into_iter();
    let header = cells.next().unwrap_or_default();
    let shown = |cell: String| if cell.is_empty() { MISSING.to_owned() } else { cell };
    Row { header, cells: cells.map(shown).collect(), is_sum: false }
}

#[cfg(test)]
mod tests {
    use super::super::tree;
    use super::*;

    fn read(table: &str) -> Vec<Block> {
        let wrong: Vec<&str> =
            tree::unsupported_in_text(table).iter().map(|wrong| wrong.what).collect();
        assert_eq!(wrong, [""; 0]);
        let paper = tree::paper(&format!("# Titel\n\n{table}\n"));
        paper.unwrap_or_else(|wrong| panic!("{}", wrong.what)).blocks.into_iter().skip(1).collect()
    }

    #[test]
    fn a_table_has_a_caption_headers_and_named_rows() {
        let blocks = read(
            "Så här gick det:\n\nTabell: Möten **varje** kvartal\n\n\
             | Kvartal | Möten | Anmärkning |\n|---|---|:--|\n| Första | 3 |  |\n| *Andra* | 12 | 2 ställdes in |\n\nSlut.",
        );
        let column = |header: &str, align| Column { header: header.to_owned(), align };
        let row = |header: &str, cells: [&str; 2]| Row {
            header: header.to_owned(),
            cells: cells.map(str::to_owned).into(),
            is_sum: false,
        };
        let table = Table {
            caption: "Möten varje kvartal".to_owned(),
            description: "Två rader med kolumnerna Kvartal, Möten och Anmärkning.".to_owned(),
            columns: vec![
                column("Kvartal", Align::Left),
                column("Möten", Align::Right),
                column("Anmärkning", Align::Left),
            ],
            rows: vec![row("Första", ["3", "–"]), row("Andra", ["12", "2 ställdes in"])],
            notes: Vec::new(),
        };
        assert_eq!(blocks.len(), 3);
        assert_eq!(blocks.get(1), Some(&Block::Table(table)));
    }

    #[test]
    fn the_caption_may_stand_right_above() {
        let near = read("Tabell: Möten\n| Kvartal | Möten |\n|---|--:|\n| Första | 3 |");
        let apart = read("Tabell: Möten\n\n| Kvartal | Möten |\n|---|--:|\n| Första | 3 |");
        assert_eq!(near, apart);
        assert!(matches!(near.as_slice(), [Block::Table(_)]), "{near:?}");
    }
}
