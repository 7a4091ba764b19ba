//! Tables of figures.

use crate::document::{Align, Row, Table};
use crate::profile::Profile;

use super::super::format::ParagraphFormat;
use super::super::measure::{Twips, text_width};
use super::super::styles::StyleName;
use super::super::xml::Element;
use super::flow::BodyFlow;
use super::inline::run;

/// Appends caption, table and notes.
pub fn push(flow: &mut BodyFlow, table: &Table) {
    flow.push_caption(&table.caption);
    let widths = column_widths(table, flow.profile());
    if !widths.is_empty() {
        flow.push_table(element(table, &widths));
    }
    for (index, note) in table.notes.iter().enumerate() {
        if index > 0 {
            flow.keep_with_next();
        }
        flow.push(StyleName::TableNote, vec![run(note)]);
    }
}

/// The table's grid, as wide as the text.
fn column_widths(table: &Table, profile: &Profile) -> Vec<Twips> {
    let text_width = text_width(&profile.page);
    let share = |per_cent: usize| {
        let per_cent = Twips::try_from(per_cent).unwrap_or(1);
        (text_width.saturating_mul(per_cent) / 100).max(1)
    };
    table.widths().into_iter().map(share).collect()
}

fn element(table: &Table, widths: &[Twips]) -> Element {
    let last = table.rows.len().saturating_sub(1);
    let rows = table.rows.iter().zip(table.rows_that_stay()).enumerate();
    let rows = rows.map(|(index, (row, stays))| {
        // The last row stays with the notes.
        let stays = stays || index == last && !table.notes.is_empty();
        body_row(table, row, widths, stays)
    });
    let grid = widths.iter().map(|width| Element::new("w:gridCol").attribute("w:w", width));
    Element::new("w:tbl")
        .child(properties(table, widths.iter().sum()))
        .child(Element::new("w:tblGrid").children(grid))
        .children((!table.columns.is_empty()).then(|| header_row(table, widths)))
        .children(rows)
}

fn properties(table: &Table, width: Twips) -> Element {
    let ends_with_sum = table.rows.last().is_some_and(|row| row.is_sum);
    // The same five answers as bits, for Word 2007 (ECMA-376 Part 4, 14.4.10).
    let bits = if ends_with_sum { "06E0" } else { "06A0" };
    let look = Element::val("w:tblLook", bits)
        .attribute("w:firstRow", 1)
        .attribute("w:lastRow", u8::from(ends_with_sum))
        .attribute("w:firstColumn", 1)
        .attribute("w:lastColumn", 0)
        .attribute("w:noHBand", 1)
        .attribute("w:noVBand", 1);
    let described = [("w:tblCaption", &table.caption), ("w:tblDescription", &table.description)];
    Element::new("w:tblPr")
        .child(Element::val("w:tblStyle", StyleName::Table.id()))
        .child(Element::new("w:tblW").attribute("w:w", width).attribute("w:type", "dxa"))
        .child(Element::new("w:tblLayout").attribute("w:type", "fixed"))
        .child(look)
        .children(
            described
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(name, text)| Element::val(name, text)),
        )
}

fn header_row(table: &Table, widths: &[Twips]) -> Element {
    let cells = widths.iter().enumerate().map(|(index, width)| {
        let text = table.columns.get(index).map_or("", |column| &column.header);
        let style = match align(table, index) {
            Align::Left => StyleName::TableHeader,
            Align::Right => StyleName::TableHeaderRight,
        };
        cell(*width, style, text, true)
    });
    let properties = Element::new("w:trPr")
        .child(Element::new("w:cantSplit"))
        .child(Element::new("w:tblHeader"));
    Element::new("w:tr").child(properties).children(cells)
}

fn body_row(table: &Table, row: &Row, widths: &[Twips], stays: bool) -> Element {
    let texts = std::iter::once(&row.header).chain(&row.cells).map(String::as_str);
    let padded = texts.chain(std::iter::repeat(""));
    let cells = widths.iter().zip(padded).enumerate().map(|(index, (width, text))| {
        let style = match (align(table, index), row.is_sum) {
            (Align::Left, false) => StyleName::TableText,
            (Align::Right, false) => StyleName::TableTextRight,
            (Align::Left, true) => StyleName::TableSum,
            (Align::Right, true) => StyleName::TableSumRight,
        };
        cell(*width, style, text, stays)
    });
    let properties = Element::new("w:trPr").child(Element::new("w:cantSplit"));
    Element::new("w:tr").child(properties).children(cells)
}

fn align(table: &Table, index: usize) -> Align {
    table.columns.get(index).map_or(Align::Left, |column| column.align)
}

fn cell(width: Twips, style: StyleName, text: &str, stays: bool) -> Element {
    let format =
        ParagraphFormat { style: Some(style), keep_next: stays, ..ParagraphFormat::default() };
    let size = Element::new("w:tcW").attribute("w:w", width).attribute("w:type", "dxa");
    let paragraph = Element::new("w:p")
        .children(format.element())
        .children((!text.is_empty()).then(|| run(text)));
    Element::new("w:tc").child(Element::new("w:tcPr").child(size)).child(paragraph)
}
