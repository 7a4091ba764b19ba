//! The body: blocks become paragraphs and tables, in reading order.

mod chart;
mod contacts;
mod drawing;
mod flow;
mod grid;
mod inline;
mod letterhead;
mod list;
mod picture;
mod signing;
mod table;

use crate::document::{Block, Document, Field, is_signed_below};
use crate::profile::Profile;

use super::package::PackagePart;
use super::parts::NumberedList;
use super::styles::StyleName;
use super::xml::Element;
use flow::BodyFlow;

pub use grid::{GridColumn, GridLine, table as grid_table};
pub use inline::{run, tab};

/// The main document and the numbered lists that it refers to.
pub struct Body {
    /// `w:document`.
    pub root: Element,
    /// The numbered lists, in the order of their ids.
    pub lists: Vec<NumberedList>,
    /// The own parts of charts and of the logotype.
    pub drawn: Vec<PackagePart>,
    /// Whether the first page has a footer.
    pub has_footer: bool,
}

/// Writes the blocks of `document`.
pub fn write(document: &Document, profile: &Profile) -> Body {
    let has_footer = profile.address_footer.is_some() && document.has_letterhead();
    let mut flow = BodyFlow::new(profile, has_footer);
    push_blocks(&mut flow, &document.blocks);
    if let Some(draft) = &document.draft {
        flow.begin_page();
        push_blocks(&mut flow, &draft.blocks);
    }
    flow.finish()
}

fn push_blocks(flow: &mut BodyFlow, blocks: &[Block]) {
    for (number, block) in blocks.iter().enumerate() {
        push_block(flow, block);
        if is_signed_below(blocks, number) {
            flow.keep_with_next();
        }
    }
}

/// Appends one block that is not inside a list.
fn push_block(flow: &mut BodyFlow, block: &Block) {
    match block {
        Block::Letterhead(letterhead) => letterhead::push(flow, letterhead),
        Block::Heading { level, text } => {
            let style = StyleName::Heading(level.saturating_sub(1).min(2));
            flow.push(style, inline::runs(text));
        }
        Block::Paragraph { text } => flow.push(StyleName::Normal, inline::runs(text)),
        Block::List(list) => list::push(flow, list),
        Block::Fields { rows } => push_fields(flow, rows),
        Block::Contacts { contacts } => contacts::push(flow, contacts),
        Block::Table(table) => table::push(flow, table),
        Block::Chart(chart) => chart::push(flow, chart),
        Block::Signatures { signatures } => signing::push_signatures(flow, signatures),
        Block::SigningForm { fields } => signing::push_form(flow, fields),
    }
}

fn push_fields(flow: &mut BodyFlow, rows: &[Field]) {
    flow.keep_text_with_next();
    for row in rows {
        // A label that fills its column is followed by its value on the next
        // line, where the hanging indent puts it in its own column all the same.
        let divider = if fits_label_column(&row.label, flow.profile()) {
            tab()
        } else {
            Element::new("w:r").child(Element::new("w:br"))
        };
        let mut content = vec![inline::styled_run(StyleName::FieldLabel, &row.label), divider];
        content.extend(inline::runs(&row.value));
        flow.push(StyleName::Field, content);
    }
    flow.end_group();
}

/// Estimates with half the type size as the average width of a letter, which
/// is wide enough for nearly every Swedish word.
fn fits_label_column(label: &str, profile: &Profile) -> bool {
    let letter = profile.sizes.table * 0.5 * 25.4 / 72.0;
    label.chars().map(|_| letter).sum::<f64>() < profile.page.field_value
}
