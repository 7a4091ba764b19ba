//! Whom to turn to: two columns, each contact read to its end before the next.

use crate::document::{Contact, contact_rows};

use super::super::styles::StyleName;
use super::flow::BodyFlow;
use super::grid::{self, GridLine};
use super::inline::{run, runs};

/// Appends the contacts, which stay on one page with the text that leads up to them.
pub fn push(flow: &mut BodyFlow, contacts: &[Contact]) {
    flow.keep_text_with_next();
    let mut pairs = Vec::new();
    let mut alone = None;
    for (left, right) in contact_rows(contacts) {
        match right {
            Some(right) => pairs.push([left, right]),
            // No cell is left empty.
            None => alone = Some(lines(left, true)),
        }
    }
    if !pairs.is_empty() {
        let last = pairs.len() - 1;
        let rows = pairs.into_iter().enumerate();
        // What comes below a table has white space above itself.
        let rows = rows.map(|(row, pair)| pair.map(|contact| lines(contact, row < last)));
        grid::push(flow, rows.collect());
    }
    for line in alone.into_iter().flatten() {
        flow.push(line.style, line.content);
        if line.stays {
            flow.keep_with_next();
        }
    }
}

/// The lines of a contact, with white space below it or without.
fn lines(contact: &Contact, has_space_below: bool) -> Vec<GridLine> {
    let label = (StyleName::ContactName, vec![run(&contact.label)]);
    let lines = contact.lines.iter().map(|line| (StyleName::Contact, runs(line)));
    let mut lines: Vec<GridLine> = std::iter::once(label)
        .chain(lines)
        .map(|(style, content)| GridLine { style, content, stays: true })
        .collect();
    if let Some(last) = lines.last_mut() {
        last.stays = false;
        if has_space_below && last.style == StyleName::Contact {
            last.style = StyleName::ContactLast;
        }
    }
    lines
}
