//! One sheet of an Excel workbook.

use quick_xml::events::BytesStart;

use super::place::{MAX_COLUMNS, MAX_ROWS};
use super::xlsx::{Shared, rich_text, unescaped};
use super::xml::{Step, Xml, attribute, is_set, number};
use super::{Area, Cell, CellPlace, Content, Form, Sheet, Unreadable};

/// Reads a sheet. `left` is how many cells may still be read.
pub(super) fn read(
    part: &str,
    text: &str,
    shared: &Shared,
    left: &mut usize,
) -> Result<Sheet, Unreadable> {
    let mut xml = Xml::new(part, text);
    let mut sheet = Sheet::default();
    let mut next = CellPlace { row: 0, column: 0 };
    let mut hides_rows = false;
    loop {
        match xml.next()? {
            Step::Start(element) => match element.local_name().as_ref() {
                "sheetFormatPr" => hides_rows = is_set(&element, "zeroHeight"),
                "col" if is_set(&element, "hidden") => {
                    let first = number(&element, "min").unwrap_or(1).max(1) - 1;
                    let last = number(&element, "max").unwrap_or(MAX_COLUMNS).max(1) - 1;
                    sheet.hidden_columns.push(first..=last);
                }
                "row" => {
                    let row = number(&element, "r").and_then(|row| row.checked_sub(1));
                    next = CellPlace { row: row.unwrap_or(next.row), column: 0 };
                    let says = attribute(&element, "hidden");
                    if says.map_or(hides_rows, |_| is_set(&element, "hidden")) {
                        sheet.hidden_rows.push(next.row..=next.row);
                    }
                }
                "c" => {
                    let place = attribute(&element, "r").and_then(|place| place.parse().ok());
                    let place: CellPlace = place.unwrap_or(next);
                    let kind = Kind::of(&element, shared);
                    let cell = kind.cell(&mut xml, shared)?;
                    next = CellPlace { row: place.row, column: place.column.saturating_add(1) };
                    let is_inside = place.row < MAX_ROWS && place.column < MAX_COLUMNS;
                    if let Some(cell) = cell.filter(|_| is_inside) {
                        *left = left.checked_sub(1).ok_or_else(Unreadable::too_many_cells)?;
                        sheet.put(place, cell);
                    }
                }
                "mergeCell" => {
                    let area = attribute(&element, "ref");
                    let area = area.and_then(|area| area.parse::<Area>().ok());
                    *left = left.checked_sub(1).ok_or_else(Unreadable::too_many_cells)?;
                    sheet.merged.extend(area);
                }
                _ => {}
            },
            Step::End(name) if name == "row" => next.row = next.row.saturating_add(1),
            Step::Done => return Ok(sheet),
            _ => {}
        }
    }
}

/// What a cell says of itself.
struct Kind {
    kind: String,
    form: Form,
}

impl Kind {
    fn of(element: &BytesStart<'_>, shared: &Shared) -> Self {
        let style = number(element, "s").unwrap_or(0) as usize;
        Self {
            kind: attribute(element, "t").unwrap_or_else(|| "n".to_owned()),
            form: shared.forms.get(style).copied().unwrap_or_default(),
        }
    }

    /// What stands in the cell, which has just begun; nothing when it is empty.
    fn cell(&self, xml: &mut Xml<'_>, shared: &Shared) -> Result<Option<Cell>, Unreadable> {
        let (mut value, mut inline) = (String::new(), None);
        let (mut is_formula, mut is_value, mut has_value) = (false, false, false);
        loop {
            match xml.next()? {
                Step::Start(element) => match element.local_name().as_ref() {
                    "f" => {
                        is_formula = true;
                        xml.skip()?;
                    }
                    "is" => inline = Some(rich_text(xml, "is")?),
                    name => {
                        is_value = name == "v";
                        has_value |= is_value;
                    }
                },
                Step::Text(text) if is_value => value.push_str(&text),
                Step::Text(_) => {}
                Step::End(name) if name == "c" => break,
                Step::End(_) => is_value = false,
                Step::Done => return Err(xml.damaged()),
            }
        }
        let content = match (self.kind.as_str(), inline) {
            (_, Some(text)) => Content::Text(text),
            ("str", None) if has_value => Content::Text(unescaped(&value)),
            (_, None) if value.trim().is_empty() && is_formula => Content::NoResult,
            (_, None) if value.trim().is_empty() => return Ok(None),
            ("s", None) => {
                let text = value.trim().parse().ok().and_then(|at: usize| shared.texts.get(at));
                Content::Text(text.ok_or_else(|| xml.damaged())?.clone())
            }
            ("b", None) => Content::Boolean(matches!(value.trim(), "1" | "true")),
            ("e", None) => Content::Error(value.trim().to_owned()),
            ("d", None) => Content::Number(value.trim().to_owned(), Form::Date),
            _ => Content::Number(value.trim().to_owned(), self.form),
        };
        Ok(Some(Cell { content, is_formula }))
    }
}
