//! The letterhead: rows of two groups, each row read left then right, with the logotype,
//! if there is one, above the first group.

use crate::document::{Letterhead, LineGroup};
use crate::profile::Logotype;

use super::super::styles::StyleName;
use super::flow::BodyFlow;
use super::grid::{self, GridLine};
use super::inline::text_with_links;
use super::picture;

/// Appends the rows.
pub fn push(flow: &mut BodyFlow, letterhead: &Letterhead) {
    let logotype = flow.profile().logotype.as_ref();
    let last = letterhead.rows.len().saturating_sub(1);
    let rows = letterhead.rows.iter().enumerate().map(|(index, row)| {
        // The first row says who sends it and what kind of paper it is.
        let [left, right] = match index {
            0 => [StyleName::LetterheadSender, StyleName::LetterheadPaper],
            _ => [StyleName::LetterheadLabel; 2],
        };
        let mut cells =
            [group(&row.left, left, index == last), group(&row.right, right, index == last)];
        if let (0, Some(logotype)) = (index, logotype) {
            cells[0].insert(0, shown(logotype));
        }
        cells
    });
    grid::push(flow, rows.collect());
    if let Some(logotype) = logotype {
        flow.add_part(picture::part(logotype));
    }
}

/// The line above the sender that the logotype stands on.
fn shown(logotype: &Logotype) -> GridLine {
    GridLine {
        style: StyleName::LetterheadLogotype,
        content: vec![picture::run(logotype)],
        stays: true,
    }
}

/// The lines of a group; below the last row there is what the title has above itself.
fn group(group: &LineGroup, label: StyleName, is_in_last_row: bool) -> Vec<GridLine> {
    let line = |style, text: &str| GridLine { style, content: text_with_links(text), stays: false };
    let has_label = !group.label.is_empty() || group.lines.is_empty();
    let mut lines: Vec<GridLine> =
        has_label.then(|| line(label, group.label.as_str())).into_iter().collect();
    let last = group.lines.len().saturating_sub(1);
    lines.extend(group.lines.iter().enumerate().map(|(index, text)| {
        let is_last = index == last && !is_in_last_row;
        line(if is_last { StyleName::LetterheadLast } else { StyleName::Letterhead }, text)
    }));
    lines
}
