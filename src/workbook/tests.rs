//! The workbook as a reader of spreadsheets finds it, and what it hands out.

use super::*;
use crate::measures::{AMOUNTS, DIVISIONS, MEASURES};
use crate::source::Source;
use crate::spreadsheet::{self, Content};

const EXAMPLE: &str = include_str!("../../data/jarva-2025.yaml");

fn year_file(text: &str) -> YearFile {
    let loaded = crate::year_file::load(Source::new("fall.yaml", text));
    loaded.year_file.expect("it can be read")
}

fn made(text: &str, year: i32) -> spreadsheet::Workbook {
    let bytes = write(&year_file(text), year).expect("it is made");
    spreadsheet::read("underlag.xlsx", &bytes).expect("it can be read")
}

#[test]
fn every_measure_division_and_amount_has_its_cell() {
    let workbook = made(EXAMPLE, 2025);
    let names = MEASURES.iter().map(layout::measure_name);
    let amounts = AMOUNTS.iter().filter(|amount| layout::is_given(amount));
    let names = names.chain(amounts.map(layout::amount_name));
    let names = names.chain(DIVISIONS.iter().map(|division| layout::part_name(division, 1)));
    for name in names.chain([layout::YEAR.to_owned(), layout::COUNTING.to_owned()]) {
        let (sheet, place) = workbook.named(&name).unwrap_or_else(|| panic!("{name}"));
        assert!(
            name.starts_with("tjut_å") || name == layout::COUNTING || sheet.cell(place).is_none(),
            "{name}"
        );
    }
    // The year file has no amounts of the year after.
    let next = made(EXAMPLE, 2026);
    assert!(next.names.iter().all(|named| !named.name.contains("ekonomi")));
}

#[test]
fn nothing_is_joined_or_hidden_and_every_row_says_what_it_is_about() {
    let workbook = made(EXAMPLE, 2026);
    assert_eq!(
        workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(),
        ["Läs mig", "Årets siffror", "Räkning", "Val"]
    );
    for sheet in &workbook.sheets {
        assert!(!sheet.is_hidden && sheet.merged.is_empty());
        assert!(sheet.hidden_rows.is_empty() && sheet.hidden_columns.is_empty());
        let title = sheet.text("A1".parse().expect("a cell"));
        assert!(title.is_some(), "{}", sheet.name);
    }
    let figures = workbook.sheet("Årets siffror").expect("a sheet");
    for row in 0..=figures.last_row().expect("rows") {
        let group = spreadsheet::CellPlace { row, column: 0 };
        assert!(figures.text(group).is_some(), "row {row}");
    }
    let headings: Vec<String> = workbook
        .sheet("Räkning")
        .expect("a sheet")
        .row(0)
        .filter_map(|(_, cell)| cell.as_name())
        .collect();
    assert!(
        headings.iter().all(|heading| !heading.to_lowercase().contains("namn")),
        "{headings:?}"
    );
    insta::assert_snapshot!(headings.join(", "), @"Månad, Kön, Åldersgrupp, Område, Orsak 1, Orsak 2, Orsak 3, Orsak 4, Kontaktväg, Ny klient, Avslutat ärende, Klient med hemmavarande barn");
}

/// What the column with the figures of the year before says.
fn before(text: &str, year: i32) -> Vec<String> {
    let workbook = made(text, year);
    let figures = workbook.sheet("Årets siffror").expect("a sheet");
    let cell = |row| figures.cell(spreadsheet::CellPlace { row, column: 3 });
    let words = |content: &Content| match content {
        Content::Number(number, _) => number.clone(),
        Content::Text(text) => text.replace('\u{a0}', " "),
        other => panic!("{other:?}"),
    };
    let rows = 1..=figures.last_row().expect("rows");
    rows.filter_map(|row| cell(row).map(|cell| words(&cell.content))).collect()
}

#[test]
fn small_counts_that_papers_mask_are_masked_here_too() {
    let text = EXAMPLE.replacen("verksamhetsår: 2025", "verksamhetsår: 2025\nsmå_tal: maskera", 1);
    let text =
        text.replace("Träffpunkter med sysselsättning: 5", "Träffpunkter med sysselsättning: 2");
    let open = before(&text.replace("små_tal: maskera\n", ""), 2026);
    assert!(open.contains(&"2".to_owned()), "{open:?}");
    let masked = before(&text, 2026);
    assert!(!masked.contains(&"2".to_owned()), "{masked:?}");
    assert!(masked.iter().any(|count| count.starts_with("färre än")), "{masked:?}");
}

#[test]
fn the_year_is_the_first_that_is_not_counted() {
    assert_eq!(year_for(&year_file(EXAMPLE)), 2026);
    let (head, rest) = EXAMPLE.split_once("  2025:\n    klienter:").expect("the reported year");
    let (_, rest) = rest.split_once('\n').expect("a line");
    let text = format!("{head}  2025:\n{rest}");
    assert_eq!(year_for(&year_file(&text)), 2025);
}

#[test]
fn the_same_year_file_gives_the_same_bytes() {
    let make = || write(&year_file(EXAMPLE), 2026).expect("it is made");
    assert!(make() == make());
}
