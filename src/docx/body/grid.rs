//! Two columns that are read one cell at a time: a table without rules.
//!
//! Columns of a section and tab stops would do without a table. But readers of Word
//! files other than Word itself pass over the columns of a section, so that all its text
//! stands in one, and what stands at a tab stop is read line by line, two persons mixed.
//! `conformance/engines.py` looks at the places in several of them.

use crate::document::linked;

use super::super::format::ParagraphFormat;
use super::super::measure::{Twips, columns};
use super::super::styles::StyleName;
use super::super::xml::Element;
use super::flow::BodyFlow;
use super::inline::runs;

/// A line of a cell.
pub struct GridLine<'t> {
    pub style: StyleName,
    pub text: &'t str,
    /// Must stand on the page of the line after it.
    pub stays: bool,
}

/// Appends rows of two cells, each read left then right.
pub fn push(flow: &mut BodyFlow, rows: &[[Vec<GridLine<'_>>; 2]]) {
    let [left, gap, right] = columns(&flow.profile().page);
    let widths = [left + gap, right];
    let grid = widths.map(|width| Element::new("w:gridCol").attribute("w:w", width));
    let rows = rows.iter().map(|[first, second]| {
        let properties = Element::new("w:trPr").child(Element::new("w:cantSplit"));
        Element::new("w:tr")
            .child(properties)
            .child(cell(widths[0], Some(gap), first))
            .child(cell(widths[1], None, second))
    });
    let table = Element::new("w:tbl")
        .child(properties(widths.iter().sum()))
        .child(Element::new("w:tblGrid").children(grid))
        .children(rows);
    flow.push_table(table);
}

fn properties(width: Twips) -> Element {
    // No row and no column is a header, which the look says in bits as well.
    let look = ["w:firstRow", "w:lastRow", "w:firstColumn", "w:lastColumn"]
        .into_iter()
        .fold(Element::val("w:tblLook", "0600"), |look, part| look.attribute(part, 0))
        .attribute("w:noHBand", 1)
        .attribute("w:noVBand", 1);
    Element::new("w:tblPr")
        .child(Element::val("w:tblStyle", StyleName::Grid.id()))
        .child(Element::new("w:tblW").attribute("w:w", width).attribute("w:type", "dxa"))
        .child(Element::new("w:tblLayout").attribute("w:type", "fixed"))
        .child(look)
}

/// A cell, which Word wants to end with a paragraph also when it is empty.
fn cell(width: Twips, gap: Option<Twips>, lines: &[GridLine<'_>]) -> Element {
    let empty = [GridLine { style: StyleName::Letterhead, text: "", stays: false }];
    let lines = if lines.is_empty() { &empty } else { lines };
    let size = Element::new("w:tcW").attribute("w:w", width).attribute("w:type", "dxa");
    let margin = gap.map(|gap| {
        let right = Element::new("w:right").attribute("w:w", gap).attribute("w:type", "dxa");
        Element::new("w:tcMar").child(right)
    });
    Element::new("w:tc")
        .child(Element::new("w:tcPr").child(size).children(margin))
        .children(lines.iter().map(paragraph))
}

fn paragraph(line: &GridLine<'_>) -> Element {
    let format = ParagraphFormat {
        style: Some(line.style),
        keep_next: line.stays,
        ..ParagraphFormat::default()
    };
    Element::new("w:p").children(format.element()).children(if line.text.is_empty() {
        Vec::new()
    } else {
        runs(&linked(line.text))
    })
}
