//! Lists, with numbers that Word itself counts.

use crate::document::{Block, List};

use super::super::format::Numbering;
use super::super::styles::{LIST_LEVELS, StyleName};
use super::flow::BodyFlow;
use super::{inline, push_block};

/// Appends a list that is not inside another.
pub fn push(flow: &mut BodyFlow, list: &List) {
    flow.keep_text_with_next();
    push_level(flow, list, 0);
    flow.end_group();
}

fn push_level(flow: &mut BodyFlow, list: &List, level: u8) {
    // Numbered lists restart, each as a list of its own; all bullets belong to
    // the list that their style names.
    let numbering = list.start.map(|start| Numbering { level, id: flow.start_list(level, start) });
    let style = if numbering.is_some() { StyleName::ListNumber } else { StyleName::ListBullet };
    for (index, item) in list.items.iter().enumerate() {
        let (marked, rest) = match item.as_slice() {
            [Block::Paragraph { text }, rest @ ..] => (inline::runs(text), rest),
            rest => (Vec::new(), rest),
        };
        flow.push_item(style(level), numbering, marked);
        for block in rest {
            push_inside(flow, block, level);
        }
        // No item stands alone at the end of a page or at the start of the next.
        if index + 1 < list.items.len() && (index == 0 || index + 2 == list.items.len()) {
            flow.keep_with_next();
        }
    }
}

/// Appends what stands in an item below its first paragraph.
fn push_inside(flow: &mut BodyFlow, block: &Block, level: u8) {
    match block {
        Block::Paragraph { text } => flow.push(StyleName::ListContinue(level), inline::runs(text)),
        Block::List(list) => push_level(flow, list, (level + 1).min(LIST_LEVELS - 1)),
        other => push_block(flow, other),
    }
}
