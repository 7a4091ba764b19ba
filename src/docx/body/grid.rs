//! Columns that are read one cell at a time: a table without rules.
//!
//! Columns of a section and tab stops would do without a table. But readers of Word
//! files other than Word itself pass over the columns of a section, so that all its text
//! stands in one, and what stands at a tab stop is read line by line, two persons mixed.
//! `conformance/engines.py` looks at the places in several of them.

use crate::profile::{GUTTER, Page};

use super::super::format::ParagraphFormat;
use super::super::measure::{Twips, columns, millimetres, text_width};
use super::super::styles::StyleName;
use super::super::xml::Element;
use super::flow::BodyFlow;

/// A line of a cell.
#[derive(Clone)]
pub struct GridLine {
    /// The line's style.
    pub style: StyleName,
    /// Its runs.
    pub content: Vec<Element>,
    /// Must stand on the page of the line after it.
    pub stays: bool,
}

/// A column: how wide it is, and how much of that is white space at its right side.
#[derive(Clone, Copy)]
pub struct GridColumn {
    width: Twips,
    gap: Option<Twips>,
}

/// Appends rows of two cells, each read left then right.
pub fn push(flow: &mut BodyFlow, rows: Vec<[Vec<GridLine>; 2]>) {
    let [left, gap, right] = columns(&flow.profile().page);
    let columns =
        [GridColumn { width: left + gap, gap: Some(gap) }, GridColumn { width: right, gap: None }];
    flow.push_table(table(&columns, rows.into_iter().map(Vec::from)));
}

/// A table without rules; each row has a cell for each column.
pub fn table(
    columns: &[GridColumn],
    rows: impl IntoIterator<Item = Vec<Vec<GridLine>>>,
) -> Element {
    let grid = columns.iter().map(|c| Element::new("w:gridCol").attribute("w:w", c.width));
    let rows = rows.into_iter().map(|cells| {
        let properties = Element::new("w:trPr").child(Element::new("w:cantSplit"));
        let cells = columns.iter().zip(cells).map(|(column, lines)| cell(*column, lines));
        Element::new("w:tr").child(properties).children(cells)
    });
    Element::new("w:tbl")
        .child(properties(columns.iter().map(|column| column.width).sum()))
        .child(Element::new("w:tblGrid").children(grid))
        .children(rows)
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
fn cell(column: GridColumn, mut lines: Vec<GridLine>) -> Element {
    if lines.is_empty() {
        lines.push(GridLine { style: StyleName::Letterhead, content: Vec::new(), stays: false });
    }
    let size = Element::new("w:tcW").attribute("w:w", column.width).attribute("w:type", "dxa");
    let margin = column.gap.map(|gap| {
        let right = Element::new("w:right").attribute("w:w", gap).attribute("w:type", "dxa");
        Element::new("w:tcMar").child(right)
    });
    Element::new("w:tc")
        .child(Element::new("w:tcPr").child(size).children(margin))
        .children(lines.into_iter().map(paragraph))
}

fn paragraph(line: GridLine) -> Element {
    let format = ParagraphFormat {
        style: Some(line.style),
        keep_next: line.stays,
        ..ParagraphFormat::default()
    };
    Element::new("w:p").children(format.element()).children(line.content)
}

impl GridColumn {
    /// So many columns of one width across the page.
    pub fn alike(page: &Page, count: usize) -> Vec<Self> {
        let count = Twips::try_from(count).unwrap_or(1).max(1);
        let gap = millimetres(GUTTER);
        let width = (text_width(page) + gap) / count;
        let column = |number| {
            let is_last = number + 1 == count;
            Self {
                width: if is_last { width - gap } else { width },
                gap: (!is_last).then_some(gap),
            }
        };
        (0..count).map(column).collect()
    }
}
