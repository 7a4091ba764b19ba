//! The letterhead: each row is a section of two columns, not a table, so that it
//! is read row by row and left then right, and no table stands where there are
//! no figures.

use crate::document::{Letterhead, LineGroup};

use super::super::section::Columns;
use super::super::styles::StyleName;
use super::super::xml::Element;
use super::flow::BodyFlow;
use super::inline::run;

/// Appends the rows.
pub fn push(flow: &mut BodyFlow, letterhead: &Letterhead) {
    for (index, row) in letterhead.rows.iter().enumerate() {
        if flow.is_inside_section() {
            flow.end_section(Columns::One);
        }
        // The first row says who sends it and what kind of paper it is.
        let (left, right) = match index {
            0 => (StyleName::LetterheadSender, StyleName::LetterheadPaper),
            _ => (StyleName::LetterheadLabel, StyleName::LetterheadLabel),
        };
        push_group(flow, &row.left, left, None);
        push_group(flow, &row.right, right, Some(column_break()));
        flow.end_section(Columns::Two);
    }
}

fn column_break() -> Element {
    Element::new("w:r").child(Element::new("w:br").attribute("w:type", "column"))
}

fn push_group(
    flow: &mut BodyFlow,
    group: &LineGroup,
    label: StyleName,
    column_break: Option<Element>,
) {
    let mut first: Vec<Element> = column_break.into_iter().collect();
    if !group.label.is_empty() || group.lines.is_empty() {
        let mut content = std::mem::take(&mut first);
        content.push(run(&group.label));
        flow.push(label, content);
    }
    for (index, line) in group.lines.iter().enumerate() {
        let is_last = index + 1 == group.lines.len();
        let style = if is_last { StyleName::LetterheadLast } else { StyleName::Letterhead };
        let mut content = std::mem::take(&mut first);
        content.push(run(line));
        flow.push(style, content);
    }
}
