//! Fixed spaces in every text of a paper, so that neither writer parts a figure from its
//! unit.

use super::{Block, Inline};
use crate::swedish::with_fixed_spaces;

/// Puts fixed spaces between figures and their units. Those of a chart have their places
/// worked out, and stand on lines of their own.
pub fn fix_spaces(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Letterhead(letterhead) => {
                for row in &mut letterhead.rows {
                    for group in [&mut row.left, &mut row.right] {
                        group.lines.iter_mut().for_each(fix);
                    }
                }
            }
            Block::Heading { text, .. } | Block::Paragraph { text } => inlines(text),
            Block::List(list) => list.items.iter_mut().for_each(|item| fix_spaces(item)),
            Block::Fields { rows } => rows.iter_mut().for_each(|row| inlines(&mut row.value)),
            Block::Contacts { contacts } => {
                let lines = contacts.iter_mut().flat_map(|contact| &mut contact.lines);
                lines.for_each(|line| inlines(line));
            }
            Block::Table(table) => {
                fix(&mut table.caption);
                table.notes.iter_mut().for_each(fix);
                for row in &mut table.rows {
                    fix(&mut row.header);
                    row.cells.iter_mut().for_each(fix);
                }
            }
            Block::Chart(_) | Block::Signatures { .. } | Block::SigningForm { .. } => {}
        }
    }
}

fn inlines(texts: &mut [Inline]) {
    for piece in texts {
        match piece {
            Inline::Text(text) => fix(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                inlines(inner);
            }
            Inline::Break => {}
        }
    }
}

fn fix(text: &mut String) {
    let fixed = with_fixed_spaces(text);
    if fixed != *text {
        *text = fixed;
    }
}
