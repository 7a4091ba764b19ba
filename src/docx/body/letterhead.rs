//! The letterhead: rows of two groups, each row read left then right.

use crate::document::{Letterhead, LineGroup};

use super::super::styles::StyleName;
use super::flow::BodyFlow;
use super::grid::{self, GridLine};

/// Appends the rows.
pub fn push(flow: &mut BodyFlow, letterhead: &Letterhead) {
    let rows = letterhead.rows.iter().enumerate().map(|(index, row)| {
        // The first row says who sends it and what kind of paper it is.
        let [left, right] = match index {
            0 => [StyleName::LetterheadSender, StyleName::LetterheadPaper],
            _ => [StyleName::LetterheadLabel; 2],
        };
        [group(&row.left, left), group(&row.right, right)]
    });
    grid::push(flow, &rows.collect::<Vec<_>>());
}

fn group(group: &LineGroup, label: StyleName) -> Vec<GridLine<'_>> {
    let line = |style, text| GridLine { style, text, stays: false };
    let has_label = !group.label.is_empty() || group.lines.is_empty();
    let mut lines: Vec<GridLine<'_>> =
        has_label.then(|| line(label, group.label.as_str())).into_iter().collect();
    let last = group.lines.len().saturating_sub(1);
    lines.extend(group.lines.iter().enumerate().map(|(index, text)| {
        let is_last = index == last;
        line(if is_last { StyleName::LetterheadLast } else { StyleName::Letterhead }, text)
    }));
    lines
}
