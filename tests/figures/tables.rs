//! Tables, in both formats, cell by cell.

use crate::papers;
use crate::support::expected;
use crate::support::pdf_text::{self, words};
use crate::support::tables::{Heads, Table, WordTable, in_pdf, in_word};

const MISSING_NOTE: &str = "Ett tankstreck betyder att uppgift saknas";
const MASKED_NOTE: &str = "Antal som är så små att någon skulle kunna pekas ut visas inte exakt, och inte heller de antal som skulle avslöja dem.";

/// Every table in Word, with where it stands.
fn word_tables() -> impl Iterator<Item = (String, WordTable)> {
    papers().flat_map(|(year_file, files)| {
        let place = format!("{}, {}", year_file.name, files.paper);
        let place = move |table: &WordTable| format!("{place}: {}", table.table.caption);
        in_word(files.docx).into_iter().map(move |table| (place(&table), table))
    })
}

fn is_masked(cell: &str) -> bool {
    cell.starts_with("färre än") || cell.starts_with("minst") || cell == "visas inte"
}

/// A cell without its sign and without the fixed spaces of its thousands.
fn digits(cell: &str) -> Option<Vec<&str>> {
    let groups: Vec<&str> = cell.trim_start_matches(['+', '−']).split('\u{a0}').collect();
    let (first, rest) = groups.split_first()?;
    let are_digits = groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    let are_full = rest.iter().all(|group| group.len() == 3);
    (are_digits && are_full && (1..=3).contains(&first.len())).then_some(groups)
}

#[test]
fn the_tables_are_those_of_the_facts_cell_by_cell() {
    for (year_file, files) in papers() {
        let place = format!("{}, {}", year_file.name, files.paper);
        let expected = expected::tables(files.paper, year_file.year_file(), year_file.facts());
        let found = in_word(files.docx);
        assert_eq!(found.len(), expected.len(), "{place}");
        for (found, expected) in found.iter().zip(&expected) {
            assert!(found.table.caption.starts_with(&expected.caption), "{place}: {expected:?}");
            assert_eq!(found.texts, expected.rows, "{place}: {}", expected.caption);
        }
    }
}

#[test]
fn pdf_and_word_have_the_same_tables() {
    for (year_file, files) in papers() {
        let place = format!("{}, {}", year_file.name, files.paper);
        let word = in_word(files.docx);
        let tables: Vec<&Table> = word.iter().map(|table| &table.table).collect();
        let pdf = in_pdf(files.pdf);
        assert_eq!(pdf.iter().collect::<Vec<_>>(), tables, "{place}");

        let lines = pdf_text::lines(files.pdf);
        for table in &word {
            let expected = table.lines();
            assert!(
                lines.windows(expected.len()).any(|run| run == expected),
                "{place}: {expected:?}"
            );
        }
    }
}

#[test]
fn the_first_row_and_the_first_column_head_the_others() {
    for (place, table) in word_tables() {
        for (number, row) in table.table.rows.iter().enumerate() {
            let expected = |column| match (number, column) {
                (0, _) => Heads::Column,
                (_, 0) => Heads::Row,
                _ => Heads::Nothing,
            };
            let heads: Vec<Heads> = row.iter().map(|cell| cell.heads).collect();
            let expected: Vec<Heads> = (0..row.len()).map(expected).collect();
            assert_eq!(heads, expected, "{place}, row {number}");
        }
        assert!(!table.table.description.is_empty(), "{place}");
    }
}

#[test]
fn figures_stand_to_the_right_and_words_to_the_left() {
    for (year_file, files) in papers() {
        let expected = expected::tables(files.paper, year_file.year_file(), year_file.facts());
        for (found, expected) in in_word(files.docx).iter().zip(&expected) {
            let place = format!("{}, {}: {}", year_file.name, files.paper, found.table.caption);
            assert!(found.is_left(0), "{place}");
            for column in 1..found.texts[0].len() {
                let is_right = found.is_right(column);
                assert!(is_right || found.is_left(column), "{place}: one column in two ways");
                assert_eq!(is_right, expected.of_figures, "{place}: column {column}");
            }
        }
    }
}

#[test]
fn a_column_of_figures_has_the_same_number_of_decimals_all_the_way_down() {
    for (place, table) in word_tables() {
        for column in (1..table.texts[0].len()).filter(|column| table.is_right(*column)) {
            let header = table.texts[0][column].as_str();
            for cell in table.column(column).into_iter().filter(|cell| *cell != "–") {
                let place = format!("{place}, {header}: {cell:?}");
                match header {
                    "Förändring" => {
                        assert!(digits(cell).is_some(), "{place}");
                        assert_eq!(cell == "0", !cell.starts_with(['+', '−']), "{place}");
                    }
                    "Andel\u{a0}(%)" => {
                        let (whole, tenths) = cell.split_once(',').expect(&place);
                        assert!(digits(whole).is_some() && tenths.len() == 1, "{place}");
                        assert!(tenths.bytes().all(|byte| byte.is_ascii_digit()), "{place}");
                    }
                    "Årsanställningar" => {
                        let (whole, hundredths) = cell.split_once(',').expect(&place);
                        assert!(digits(whole).is_some() && hundredths.len() == 2, "{place}");
                    }
                    _ => {
                        let is_count = digits(cell).is_some() && !cell.starts_with(['+', '−']);
                        assert!(is_count || is_masked(cell), "{place}");
                    }
                }
            }
        }
    }
}

#[test]
fn sums_are_the_sums_of_what_stands_above_them() {
    let mut sums = 0;
    for (place, table) in word_tables() {
        let last = table.texts.last().expect("rows")[0].as_str();
        if !matches!(last, "Samtliga" | "Summa") {
            continue;
        }
        for column in 1..table.texts[0].len() {
            let header = table.texts[0][column].as_str();
            let number = |cell: &str| digits(cell)?.concat().parse::<i64>().ok();
            let signed = |cell: &str| {
                Some(if cell.starts_with('−') { -number(cell)? } else { number(cell)? })
            };
            let cells: Option<Vec<i64>> = table.column(column).into_iter().map(signed).collect();
            let Some(cells) = cells else { continue };
            let (sum, parts) = cells.split_last().expect("a sum");
            assert_eq!(parts.iter().sum::<i64>(), *sum, "{place}, {header}");
            sums += 1;
        }
    }
    assert!(sums > 40, "{sums}");
}

#[test]
fn notes_explain_dashes_and_masked_counts_and_stand_nowhere_else() {
    for (place, table) in word_tables() {
        let has_note = |note: &str| table.notes.iter().any(|found| words(found).contains(note));
        let derived = ["Förändring", "Andel\u{a0}(%)"];
        let columns = || (1..table.texts[0].len()).map(|column| table.column(column));
        let is_derived = |column: &usize| derived.contains(&table.texts[0][*column].as_str());
        let counts = (1..table.texts[0].len()).filter(|column| !is_derived(column));
        let counts: Vec<&str> = counts.flat_map(|column| table.column(column)).collect();
        let is_masked = counts.iter().any(|cell| is_masked(cell));
        assert_eq!(has_note(MISSING_NOTE), counts.contains(&"–"), "{place}");
        assert_eq!(has_note(MASKED_NOTE), is_masked, "{place}");
        let has_dash = columns().any(|column| column.contains(&"–"));
        assert!(!has_dash || has_note(MISSING_NOTE) || has_note(MASKED_NOTE), "{place}");
    }
}
