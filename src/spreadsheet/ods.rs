//! `LibreOffice`'s workbooks: `OpenDocument` (ODF 1.3, part 3, 9).

use std::collections::BTreeSet;

use quick_xml::events::BytesStart;

use super::package::Package;
use super::place::{MAX_COLUMNS, MAX_ROWS};
use super::xml::{Step, Xml, attribute, number};
use super::{Area, Cell, CellPlace, Content, Form, NamedArea, Sheet, Unreadable, Workbook};

const PART: &str = "content.xml";

/// Reads a workbook.
pub(super) fn read(package: &mut Package<'_>) -> Result<Workbook, Unreadable> {
    if package.has("META-INF/manifest.xml")
        && package.text("META-INF/manifest.xml")?.contains("encryption-data")
    {
        return Err(Unreadable::with_password());
    }
    let text = package.text(PART)?;
    if !text.contains("office:spreadsheet") {
        return Err(Unreadable::is(super::unreadable::OTHER_DOCUMENT));
    }
    let mut reading = Reading { left: super::MAX_CELLS, ..Reading::new(&text) };
    reading.all()?;
    Ok(reading.workbook)
}

struct Reading<'x> {
    xml: Xml<'x>,
    workbook: Workbook,
    /// The styles of hidden sheets.
    hidden_styles: BTreeSet<String>,
    left: usize,
}

impl<'x> Reading<'x> {
    fn new(text: &'x str) -> Self {
        Self {
            xml: Xml::new(PART, text),
            workbook: Workbook::default(),
            hidden_styles: BTreeSet::new(),
            left: 0,
        }
    }

    fn all(&mut self) -> Result<(), Unreadable> {
        let mut style = String::new();
        loop {
            match self.xml.next()? {
                Step::Start(element) => match element.name().as_ref() {
                    "style:style" => style = attribute(&element, "name").unwrap_or_default(),
                    "style:table-properties"
                        if attribute(&element, "display").as_deref() == Some("false") =>
                    {
                        self.hidden_styles.insert(style.clone());
                    }
                    "table:table" => {
                        let sheet = self.sheet(&element)?;
                        self.workbook.sheets.push(sheet);
                    }
                    "table:named-range" => self.workbook.names.extend(named(&element)),
                    "table:tracked-changes" => self.xml.skip()?,
                    _ => {}
                },
                Step::Done => return Ok(()),
                _ => {}
            }
        }
    }

    fn sheet(&mut self, element: &BytesStart<'_>) -> Result<Sheet, Unreadable> {
        let style = attribute(element, "style-name").unwrap_or_default();
        let mut sheet = Sheet {
            name: attribute(element, "name").unwrap_or_default(),
            is_hidden: self.hidden_styles.contains(&style),
            ..Sheet::default()
        };
        let (mut row, mut column) = (0u32, 0u32);
        // Rows that an outline has folded away.
        let mut folded = Vec::new();
        loop {
            match self.xml.next()? {
                Step::Start(element) => match element.name().as_ref() {
                    "table:shapes" | "table:table" | "office:forms" => self.xml.skip()?,
                    "table:named-range" => self.workbook.names.extend(named(&element)),
                    "table:table-row-group" => {
                        folded.push(attribute(&element, "display").as_deref() == Some("false"));
                    }
                    "table:table-column" => {
                        let repeated = repeated(&element, "number-columns-repeated");
                        let last = column.saturating_add(repeated - 1);
                        if is_out_of_sight(&element) {
                            sheet.hidden_columns.push(column..=last);
                        }
                        column = last.saturating_add(1);
                    }
                    "table:table-row" => {
                        let repeated = repeated(&element, "number-rows-repeated");
                        let last = row.saturating_add(repeated - 1);
                        if is_out_of_sight(&element) || folded.contains(&true) {
                            sheet.hidden_rows.push(row..=last);
                        }
                        self.row(&mut sheet, row, repeated)?;
                        row = last.saturating_add(1);
                    }
                    _ => {}
                },
                Step::End(name) if name == "table" => return Ok(sheet),
                Step::End(name) if name == "table-row-group" => drop(folded.pop()),
                Step::Done => return Err(self.xml.damaged()),
                _ => {}
            }
        }
    }

    /// The cells of a row that stands so many times.
    fn row(&mut self, sheet: &mut Sheet, row: u32, times: u32) -> Result<(), Unreadable> {
        let mut column = 0u32;
        loop {
            match self.xml.next()? {
                Step::Start(element) => {
                    let is_cell = matches!(
                        element.local_name().as_ref(),
                        "table-cell" | "covered-table-cell"
                    );
                    if !is_cell {
                        self.xml.skip()?;
                        continue;
                    }
                    let repeated = repeated(&element, "number-columns-repeated");
                    let columns = number(&element, "number-columns-spanned").unwrap_or(1).max(1);
                    let rows = number(&element, "number-rows-spanned").unwrap_or(1).max(1);
                    let place = CellPlace { row, column };
                    if columns > 1 || rows > 1 {
                        let last = CellPlace {
                            row: row.saturating_add(rows - 1),
                            column: column.saturating_add(columns - 1),
                        };
                        self.take(1)?;
                        sheet.merged.push(Area { first: place, last });
                    }
                    let cell = self.cell(&element)?;
                    if let Some(cell) = cell.filter(|cell| !cell.is_blank()) {
                        let last = CellPlace {
                            row: row.saturating_add(times - 1).min(MAX_ROWS - 1),
                            column: column.saturating_add(repeated - 1).min(MAX_COLUMNS - 1),
                        };
                        if row < MAX_ROWS && column < MAX_COLUMNS {
                            let area = Area { first: place, last };
                            self.take(area.size())?;
                            for place in area.places() {
                                sheet.put(place, cell.clone());
                            }
                        }
                    }
                    column = column.saturating_add(repeated);
                }
                Step::End(name) if name == "table-row" => return Ok(()),
                Step::Done => return Err(self.xml.damaged()),
                _ => {}
            }
        }
    }

    /// Counts cells, of which there may not be too many.
    fn take(&mut self, cells: u64) -> Result<(), Unreadable> {
        let cells = usize::try_from(cells).unwrap_or(usize::MAX);
        self.left = self.left.checked_sub(cells).ok_or_else(Unreadable::too_many_cells)?;
        Ok(())
    }

    /// What stands in a cell, which has just begun; nothing when it is empty.
    fn cell(&mut self, element: &BytesStart<'_>) -> Result<Option<Cell>, Unreadable> {
        let read = |name| attribute(element, name);
        let is_formula = read("formula").is_some();
        let kinds: Vec<String> = element
            .attributes()
            .flatten()
            .filter(|attribute| attribute.key.local_name().as_ref() == "value-type")
            .map(|attribute| attribute.value.into_owned())
            .collect();
        let is_error = kinds.iter().any(|kind| kind == "error");
        let kind = kinds.into_iter().find(|kind| kind != "error").unwrap_or_default();
        let (value, given) = (read("value").unwrap_or_default(), read("string-value"));
        let truth = read("boolean-value").is_some_and(|value| value == "true");
        let day = read("date-value").or_else(|| read("time-value")).unwrap_or_default();
        let shown = self.paragraphs()?;
        let content = match kind.as_str() {
            _ if is_error => Content::Error(shown),
            "float" if shown.starts_with('#') => Content::Error(shown),
            "float" | "currency" => Content::Number(value, Form::Plain),
            "percentage" => Content::Number(value, Form::Percent),
            "date" | "time" => Content::Number(day, Form::Date),
            "boolean" => Content::Boolean(truth),
            "string" => Content::Text(given.unwrap_or(shown)),
            _ if is_formula => Content::NoResult,
            _ if shown.is_empty() => return Ok(None),
            _ => Content::Text(shown),
        };
        Ok(Some(Cell { content, is_formula }))
    }

    /// The words of a cell, to its end. What is said or drawn beside it is no part of them.
    fn paragraphs(&mut self) -> Result<String, Unreadable> {
        let mut words = String::new();
        let mut paragraphs = 0;
        loop {
            match self.xml.next()? {
                Step::Start(element) => match element.name().as_ref() {
                    "text:p" => {
                        paragraphs += 1;
                        if paragraphs > 1 {
                            words.push('\n');
                        }
                    }
                    // However many spaces there are, they are one.
                    "text:s" | "text:tab" => words.push(' '),
                    "text:line-break" => words.push('\n'),
                    "text:span" | "text:a" => {}
                    _ => self.xml.skip()?,
                },
                Step::Text(text) if paragraphs > 0 => words.push_str(&text),
                Step::End(name) if name.ends_with("table-cell") => return Ok(words),
                Step::Text(_) | Step::End(_) => {}
                Step::Done => return Err(self.xml.damaged()),
            }
        }
    }
}

fn repeated(element: &BytesStart<'_>, name: &str) -> u32 {
    number(element, name).unwrap_or(1).max(1)
}

/// Whether a row or a column is hidden, by hand or by a filter.
fn is_out_of_sight(element: &BytesStart<'_>) -> bool {
    attribute(element, "visibility").is_some_and(|it| it != "visible")
}

/// A name for cells: `$'Årets siffror'.$C$2`, and `$Blad1.$A$1:.$A$9`.
fn named(element: &BytesStart<'_>) -> Option<NamedArea> {
    let name = attribute(element, "name")?;
    let address = attribute(element, "cell-range-address")?;
    let address = address.strip_prefix('$').unwrap_or(&address);
    let (sheet, cells) = if let Some(quoted) = address.strip_prefix('\'') {
        let (sheet, cells) = quoted.split_once("'.")?;
        (sheet.replace("''", "'"), cells)
    } else {
        let (sheet, cells) = address.split_once('.')?;
        (sheet.to_owned(), cells)
    };
    let cells = match cells.split_once(':') {
        Some((first, last)) => format!("{first}:{}", last.rsplit('.').next().unwrap_or(last)),
        None => cells.to_owned(),
    };
    Some(NamedArea { name, sheet, area: cells.parse().ok()? })
}
