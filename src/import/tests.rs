//! What is a figure and what is none, and how rows are counted.

use super::*;
use crate::measures::{CLIENTS, Division, Measure, NEW};
use crate::spreadsheet::{Area, Cell, CellPlace, Content, Form, Sheet};

fn place(text: &str) -> CellPlace {
    text.parse().expect("a cell")
}

fn number(written: &str, form: Form) -> Cell {
    Cell { content: Content::Number(written.to_owned(), form), is_formula: false }
}

fn sheet(cells: &[(&str, Cell)]) -> Sheet {
    let cells = cells.iter().map(|(at, cell)| (place(at), cell.clone())).collect();
    Sheet { name: "Blad".to_owned(), cells, ..Sheet::default() }
}

fn read(cell: Cell) -> Result<Option<u64>, String> {
    let doubt = |doubt: Doubt| format!("{}. {}", doubt.reason, doubt.remedy);
    whole_number(&sheet(&[("A1", cell)]), place("A1")).map_err(doubt)
}

#[test]
fn whole_numbers_are_figures_however_they_are_stored() {
    for (written, figure) in
        [("7", 7), ("0", 0), ("189.0", 189), ("1.89E2", 189), ("1E12", 1_000_000_000_000)]
    {
        assert_eq!(read(number(written, Form::Plain)), Ok(Some(figure)), "{written}");
    }
    for (written, figure) in [
        ("189", 189),
        (" 189 ", 189),
        ("1 209 600", 1_209_600),
        ("1\u{a0}209\u{a0}600", 1_209_600),
        ("1\u{202f}209", 1209),
        ("\u{a0}12\u{a0}", 12),
    ] {
        assert_eq!(read(Cell::text(written)), Ok(Some(figure)), "{written}");
    }
    assert_eq!(whole_number(&sheet(&[]), place("A1")), Ok(None));
}

#[test]
fn what_is_no_whole_number_is_refused_with_its_reason() {
    let formula = |content| Cell { content, is_formula: true };
    let cells = [
        number("7.5", Form::Plain),
        number("7.0000000000000009", Form::Plain),
        formula(Content::Number("20.999999999999996".to_owned(), Form::Plain)),
        number("-3", Form::Plain),
        number("-0.2", Form::Plain),
        number("1E13", Form::Plain),
        number("1E999", Form::Plain),
        number("0.075", Form::Percent),
        number("1", Form::Percent),
        number("43831", Form::Date),
        Cell::text("–"),
        Cell::text("-"),
        Cell::text("<5"),
        Cell::text("färre än 5"),
        Cell::text("ca 10"),
        Cell::text("12 st"),
        Cell::text("86 91"),
        Cell::text("7,5"),
        Cell::text("1.209"),
        Cell::text("−4"),
        Cell::text("45 %"),
        Cell::text("99999999999999999999"),
        Cell { content: Content::Boolean(true), is_formula: false },
        formula(Content::Error("#DIV/0!".to_owned())),
        formula(Content::NoResult),
    ];
    let said: Vec<String> = cells
        .into_iter()
        .map(|cell| {
            let shown = match &cell.content {
                Content::Number(written, form) => format!("{written} {form:?}"),
                other => format!("{other:?}"),
            };
            format!("{shown}\n  {}", read(cell).expect_err("it is no figure"))
        })
        .collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn a_cell_that_cannot_be_seen_is_refused() {
    let seen = sheet(&[("B2", number("7", Form::Plain))]);
    let at = place("B2");
    assert_eq!(whole_number(&seen, at), Ok(Some(7)));
    let reason = |sheet: &Sheet, at| whole_number(sheet, at).expect_err("it is refused").reason;
    let hidden = Sheet { is_hidden: true, ..seen.clone() };
    assert_eq!(reason(&hidden, at), "bladet är dolt, så det är oklart om siffran gäller");
    let hidden = Sheet { hidden_rows: vec![0..=3], ..seen.clone() };
    assert_eq!(reason(&hidden, at), "raden är dold, så det är oklart om siffran gäller");
    let hidden = Sheet { hidden_columns: vec![1..=1], ..seen.clone() };
    assert_eq!(reason(&hidden, at), "kolumnen är dold, så det är oklart om siffran gäller");
    let area: Area = "B2:C2".parse().expect("cells");
    let merged = Sheet { merged: vec![area], ..seen };
    assert_eq!(whole_number(&merged, at), Ok(Some(7)));
    assert_eq!(
        reason(&merged, place("C2")),
        "cellen är sammanfogad med andra, B2:C2, så det som syns står i B2"
    );
}

/// Rows of words under the headings Kön, Orsak, Orsak, Väg, Ny.
fn counted(rows: &[[&str; 5]]) -> (Vec<String>, Vec<String>) {
    let mut cells = vec![("A1".to_owned(), Cell::text("Kön"))];
    for (row, words) in (2..).zip(rows) {
        for (column, word) in ["A", "B", "C", "D", "E"].iter().zip(words) {
            if !word.is_empty() {
                cells.push((format!("{column}{row}"), Cell::text(*word)));
            }
        }
    }
    let cells: Vec<(&str, Cell)> =
        cells.iter().map(|(at, cell)| (at.as_str(), cell.clone())).collect();
    let sheet = sheet(&cells);
    let which = |key: &str, names: &[&str]| {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        rows::Tells::Which(Division::of_key(key).expect("a division"), names)
    };
    let column = |index, tells| rows::Column {
        index,
        tells,
        meanings: vec![("m".to_owned(), "Män".to_owned())],
    };
    let sexes = ["Kvinnor", "Män", "Annan eller okänd uppgift"];
    let reasons = ["Ekonomi", "Bostad"];
    let table = rows::Table {
        sheet: &sheet,
        heading_row: 0,
        each: Measure::of_key(CLIENTS).expect("a measure"),
        columns: vec![
            column(0, which("kön", &sexes)),
            column(1, which("orsaker", &reasons)),
            column(2, which("orsaker", &reasons)),
            column(3, which("kontaktvägar", &[])),
            column(4, rows::Tells::Whether(Measure::of_key(NEW).expect("a measure"))),
        ],
    };
    let mut given = Given::default();
    rows::count(&table, &mut given);
    let proposal = Proposal::of(given, None, 2026, 2026);
    let figures = proposal.changes.iter().map(|change| format!("{} {}", change.name, change.new));
    let mut said: Vec<String> = proposal.notes;
    said.extend(
        proposal.refusals.iter().map(|it| format!("{}: {}. {}", it.place, it.reason, it.remedy)),
    );
    (figures.collect(), said)
}

#[test]
fn every_row_is_counted_once_in_each_division() {
    let (figures, said) = counted(&[
        ["Kvinnor", "Ekonomi", "Bostad", "Socialtjänsten", "ja"],
        ["kvinnor ", "ekonomi", "Ekonomi", "", "nej"],
        ["m", "", "", "Anhöriga", "X"],
        ["", "", "", "", ""],
        ["Män", "Bostad", "", "socialtjänsten", "ja"],
    ]);
    assert_eq!(
        figures,
        [
            "klienter 4",
            "nya 3",
            "kön.kvinnor 2",
            "kön.män 2",
            "kön.annat 0",
            "orsaker.Ekonomi 2",
            "orsaker.Bostad 2",
            "kontaktvägar.Socialtjänsten 2",
            "kontaktvägar.Anhöriga 1",
        ]
    );
    assert_eq!(said, ["1 klient är utan orsak (Blad!B4) och räknas inte i orsaker."]);
}

#[test]
fn what_cannot_be_counted_is_named_and_its_division_left_out() {
    let (figures, said) = counted(&[
        ["Kvinnor", "Ekonomi", "", "Socialtjänsten", "nej"],
        ["", "Ekonmi", "", "", "ja"],
        ["Kvinna", "Resor", "", "", "kanske"],
    ]);
    assert_eq!(figures, ["klienter 3"]);
    insta::assert_snapshot!(said.join("\n"));
    let (figures, said) =
        counted(&[["Kvinnor", "Bostad", "", "", "nej"], ["", "Bostad", "", "", ""]]);
    // The row without a sex is named beside the misspelt one.
    let (_, both) = counted(&[["Kvina", "", "", "", ""], ["", "Bostad", "", "", ""]]);
    let places = both.iter().map(|said| said.split(':').next().unwrap_or_default());
    assert_eq!(
        places.collect::<Vec<_>>(),
        ["1 klient är utan orsak (Blad!B2) och räknas inte i orsaker.", "Blad!A2", "Blad!A3"]
    );
    assert_eq!(figures, ["klienter 2", "nya 0", "orsaker.Ekonomi 0", "orsaker.Bostad 2"]);
    assert_eq!(
        said,
        ["Blad!A3: 1 rad saknar kön, och då går fördelningen på kön inte ihop med antalet. \
          Fyll i kön; går det inte att få veta, skriv ”Annan eller okänd uppgift”."]
    );
}

/// The page for users shows a map that is right, and names every field.
#[test]
fn the_map_of_the_page_for_users_is_right() {
    let page = include_str!("../../docs/underlag.md");
    let (_, rest) = page.split_once("```yaml\n").expect("a map");
    let (text, _) = rest.split_once("```").expect("its end");
    let map = load(&crate::source::Source::new("karta.yaml", text));
    let map = map.unwrap_or_else(|findings| panic!("{findings:?}"));
    assert_eq!(year_of(&map), Some(2025));
    for field in SourceMap::FIELDS
        .iter()
        .chain(FigureMap::FIELDS)
        .chain(RowsMap::FIELDS)
        .chain(ColumnMap::FIELDS)
    {
        assert!(text.contains(&format!("{}:", field.key)), "{}", field.key);
    }
    let unknown = Target::of_name("").expect_err("there is none without a name");
    for field in unknown.known {
        let name = field.trim_end_matches(".…");
        assert!(page.contains(&format!("`{name}`")), "{name}");
    }
}
