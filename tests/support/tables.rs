//! Reads the tables of a finished paper back, from Word and from PDF, into one form.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::docx_text;
use super::pdf_text::{self, Element, words};

/// A table as it stands in a file.
#[derive(Debug, Default, PartialEq)]
pub struct Table {
    /// What stands above it; in Word also what a screen reader calls it.
    pub caption: String,
    /// What a screen reader says about it.
    pub description: String,
    /// The rows, the header row among them.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The text, with one space between its words.
    pub text: String,
    /// What it heads.
    pub heads: Heads,
}

/// What a cell heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heads {
    /// The cells below it.
    Column,
    /// The cells to the right of it.
    Row,
    /// Nothing.
    Nothing,
}

/// A table in Word, with what only Word tells.
#[derive(Debug, Default)]
pub struct WordTable {
    /// What both formats tell.
    pub table: Table,
    /// The cells' texts as they are, with their fixed spaces.
    pub texts: Vec<Vec<String>>,
    /// The cells' paragraph styles.
    pub styles: Vec<Vec<String>>,
    /// The notes below it.
    pub notes: Vec<String>,
}

impl WordTable {
    /// Whether all cells of a column are set to the right.
    pub fn is_right(&self, column: usize) -> bool {
        self.styles.iter().all(|row| row[column].ends_with("Hoger"))
    }

    /// Whether all cells of a column are set to the left.
    pub fn is_left(&self, column: usize) -> bool {
        self.styles.iter().all(|row| !row[column].ends_with("Hoger"))
    }

    /// The text of each row's cell in a column, as it is, below the header.
    pub fn column(&self, column: usize) -> Vec<&str> {
        self.texts.iter().skip(1).map(|row| row[column].as_str()).collect()
    }

    /// Caption, cells and notes, as they are read out.
    pub fn lines(&self) -> Vec<String> {
        let cells = self.table.rows.iter().flatten().map(|cell| cell.text.clone());
        let notes = self.notes.iter().map(|note| words(note));
        std::iter::once(self.table.caption.clone()).chain(cells).chain(notes).collect()
    }
}

/// The tables of a Word file, in order.
pub fn in_word(docx: &[u8]) -> Vec<WordTable> {
    let xml = docx_text::part(docx, "word/document.xml");
    let mut reader = Reader::from_str(&xml);
    let mut tables: Vec<WordTable> = Vec::new();
    // The paragraph that is read: its style and its text.
    let (mut style, mut text, mut caption) = (String::new(), String::new(), String::new());
    let (mut is_inside, mut is_text, mut is_after) = (false, false, false);
    let (mut is_header, mut names_rows) = (false, false);
    // Letterhead and signatures, which are no tables to their reader.
    let mut is_grid = false;
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(tag) => match tag.name().as_ref() {
                "w:tbl" => {
                    (is_inside, is_grid) = (true, false);
                    tables.push(WordTable::default());
                    newest(&mut tables).table.caption.clone_from(&caption);
                }
                "w:tr" => {
                    is_header = false;
                    let table = newest(&mut tables);
                    table.table.rows.push(Vec::new());
                    table.texts.push(Vec::new());
                    table.styles.push(Vec::new());
                }
                "w:p" => (style, text) = (String::new(), String::new()),
                "w:t" => is_text = true,
                _ => {}
            },
            Event::Empty(tag) => match tag.name().as_ref() {
                "w:pStyle" => style = value(&tag, "w:val"),
                "w:tblStyle" => is_grid = value(&tag, "w:val") == "Spalter",
                "w:tblHeader" => is_header = true,
                "w:tblLook" => names_rows = value(&tag, "w:firstColumn") == "1",
                "w:tblCaption" => {
                    assert_eq!(value(&tag, "w:val"), newest(&mut tables).table.caption);
                }
                "w:tblDescription" => {
                    newest(&mut tables).table.description = value(&tag, "w:val");
                }
                _ => {}
            },
            Event::Text(part) if is_text => text.push_str(&part.xml10_content()),
            Event::GeneralRef(part) if is_text => {
                let character = part.resolve_char_ref().expect("a reference");
                let name = part.xml10_content().into_owned();
                let known = quick_xml::escape::resolve_xml_entity(&name).unwrap_or_default();
                text.push_str(&character.map_or(known.to_owned(), String::from));
            }
            Event::End(tag) => match tag.name().as_ref() {
                "w:t" => is_text = false,
                "w:tbl" => {
                    (is_inside, is_after) = (false, !is_grid);
                    if is_grid {
                        tables.pop();
                    }
                }
                "w:tc" => {
                    let table = newest(&mut tables);
                    let row = table.table.rows.last_mut().expect("a row");
                    let heads = match (is_header, row.is_empty() && names_rows) {
                        (true, _) => Heads::Column,
                        (false, true) => Heads::Row,
                        (false, false) => Heads::Nothing,
                    };
                    row.push(Cell { text: words(&text), heads });
                    table.texts.last_mut().expect("a row").push(text.clone());
                    table.styles.last_mut().expect("a row").push(style.clone());
                }
                "w:p" if !is_inside => {
                    is_after = is_after && style == "Tabellnot";
                    if is_after {
                        newest(&mut tables).notes.push(text.clone());
                    }
                    caption.clear();
                    if style == "Caption" {
                        caption.clone_from(&text);
                    }
                }
                _ => {}
            },
            Event::Eof => return tables,
            _ => {}
        }
    }
}

fn newest(tables: &mut [WordTable]) -> &mut WordTable {
    tables.last_mut().expect("a table has begun")
}

fn value(tag: &BytesStart<'_>, name: &str) -> String {
    let value = tag.try_get_attribute(name).expect("well-formed attributes").expect("it is there");
    value.normalized_value(XmlVersion::Explicit1_0).expect("known entities").into_owned()
}

/// The tables of a PDF file, in order.
pub fn in_pdf(pdf: &[u8]) -> Vec<Table> {
    let tree = pdf_text::structure(pdf);
    let mut caption = String::new();
    let mut tables = Vec::new();
    for element in tree.all() {
        match element.kind.as_str() {
            "Caption" => caption = element.text(),
            "Table" => tables.push((element, caption.clone())),
            _ => {}
        }
    }
    tables.into_iter().map(|(element, before)| table(element, before)).collect()
}

fn table(element: &Element, before: String) -> Table {
    let all = element.all();
    let caption = all.iter().find(|element| element.kind == "Caption");
    let rows = all.iter().filter(|element| element.kind == "TR").map(|row| {
        let cells = row.all().into_iter().filter(|cell| matches!(cell.kind.as_str(), "TH" | "TD"));
        cells.map(cell).collect()
    });
    Table {
        caption: caption.map_or(before, |caption| caption.text()),
        description: element.summary.clone().unwrap_or_default(),
        rows: rows.collect(),
    }
}

fn cell(element: &Element) -> Cell {
    let heads = match (element.kind.as_str(), element.scope.as_deref()) {
        ("TH", Some("Column")) => Heads::Column,
        ("TH", Some("Row")) => Heads::Row,
        ("TD", None) => Heads::Nothing,
        other => panic!("a cell that is {other:?}"),
    };
    Cell { text: element.text(), heads }
}
