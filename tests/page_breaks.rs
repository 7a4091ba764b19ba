//! Where a table may be divided between pages: never so that its sum or its last row stands
//! alone on the next one, and with its header on each.

mod support;

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use support::{docx_text, pdf_text, sample};
use tjut::document::{Align, Block, Column, Document, Inline, Row, Table};
use tjut::docx;
use tjut::pdf::Typesetter;
use tjut::profile::Profile;

const ROWS: usize = 14;

/// A title, so many lines of text, and a table that is too long to be kept whole.
fn paper(lines: usize, has_sum: bool) -> Document {
    let text = |words: &str| vec![Inline::Text(words.to_owned())];
    let column = |header: &str, align| Column { header: header.to_owned(), align };
    let row = |n: usize| Row {
        header: if has_sum && n == ROWS { "Samtliga".into() } else { format!("Rad{n}") },
        cells: vec![format!("cell{n}")],
        is_sum: has_sum && n == ROWS,
    };
    let table = Table {
        caption: "Rubriken".into(),
        description: "En tabell".into(),
        columns: vec![column("Uppgift", Align::Left), column("Kolumnen", Align::Right)],
        rows: (1..=ROWS).map(row).collect(),
        notes: Vec::new(),
    };
    let mut blocks = vec![Block::Heading { level: 1, text: text("Titel") }];
    blocks.extend((0..lines).map(|_| Block::Paragraph { text: text("Text.") }));
    blocks.push(Block::Table(table));
    Document { blocks, ..sample::document() }
}

/// The rows on each page, by their number.
fn rows_on_pages(pdf: &[u8]) -> Vec<Vec<usize>> {
    let file = lopdf::Document::load_mem(pdf).expect("a PDF");
    let numbers = file.get_pages().into_keys();
    let pages = numbers.map(|page| file.extract_text(&[page]).expect("text"));
    let rows = |page: String| -> Vec<usize> {
        let shown = |n: &usize| page.split_whitespace().any(|word| word == format!("cell{n}"));
        let rows: Vec<usize> = (1..=ROWS).filter(shown).collect();
        assert!(rows.is_empty() || page.contains("Kolumnen"), "rows without header: {page}");
        rows
    };
    pages.map(rows).filter(|rows| !rows.is_empty()).collect()
}

#[test]
fn neither_a_sum_nor_a_last_row_nor_a_first_one_stands_alone_on_a_page() {
    let typesetter = Typesetter::standard().expect("the fonts that are built in");
    for has_sum in [true, false] {
        let mut divided = Vec::new();
        for lines in 10..32 {
            let document = paper(lines, has_sum);
            let pdf = typesetter.pdf(&document, &Profile::standard()).expect("a PDF");
            let pages = rows_on_pages(&pdf);
            assert_eq!(pages.concat(), (1..=ROWS).collect::<Vec<_>>(), "{lines} lines before it");
            assert!(pages.iter().all(|rows| rows.len() > 1), "{lines} lines before it: {pages:?}");
            divided.extend((pages.len() > 1).then(|| pages[0].len()));
            let read = pdf_text::lines(&pdf);
            assert_eq!(read, document.lines(), "{lines} lines before it");
        }
        // All ways to divide it are tried.
        divided.dedup();
        assert_eq!(divided.first().zip(divided.last()), Some((&(ROWS - 2), &2)), "{divided:?}");
    }
}

#[test]
fn rows_that_stay_together_are_tagged_as_the_others() {
    let typesetter = Typesetter::standard().expect("the fonts that are built in");
    let pdf = typesetter.pdf(&paper(20, true), &Profile::standard()).expect("a PDF");
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(&pdf, &options).expect("a readable PDF");
        assert!(report.failures.is_empty(), "{:?}", report.failures);
    }
    let structure = pdf_text::structure(&pdf);
    let elements = structure.all();
    let kinds = |element: &pdf_text::Element| -> Vec<(String, Option<String>)> {
        let cells =
            element.all().into_iter().filter(|cell| matches!(cell.kind.as_str(), "TH" | "TD"));
        cells.map(|cell| (cell.kind.clone(), cell.scope.clone())).collect()
    };
    let rows: Vec<_> =
        elements.iter().filter(|element| element.kind == "TR").map(|row| kinds(row)).collect();
    assert_eq!(rows.len(), ROWS + 1);
    let header = |scope: &str| ("TH".to_owned(), Some(scope.to_owned()));
    assert_eq!(rows[0], [header("Column"), header("Column")]);
    for row in &rows[1..] {
        assert_eq!(*row, [header("Row"), ("TD".to_owned(), None)]);
    }
}

#[test]
fn word_keeps_the_last_rows_together_and_repeats_the_header() {
    for has_sum in [true, false] {
        let docx = docx::write(&paper(3, has_sum), &Profile::standard()).expect("a Word file");
        let xml = docx_text::part(&docx, "word/document.xml");
        let rows: Vec<&str> = xml.split("<w:tr>").skip(1).collect();
        assert_eq!(rows.len(), ROWS + 1);
        assert!(rows.iter().all(|row| row.contains("<w:cantSplit/>")));
        assert!(rows[0].contains("<w:tblHeader/>"));
        let keeps: Vec<usize> =
            (1..=ROWS).filter(|row| rows[*row].matches("<w:keepNext/>").count() == 2).collect();
        assert_eq!(
            keeps,
            [1, ROWS - 1],
            "the first row with the second, the last but one with the last"
        );
    }
}
