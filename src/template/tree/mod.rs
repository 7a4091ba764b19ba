//! From Markdown to blocks.
//!
//! The part of `CommonMark` that a board paper needs: headings, paragraphs, lists,
//! strong and emphasised text, links, tables. Fenced blocks with a name are the paper's
//! special blocks ([`super::special`]). Anything else is refused rather than shown
//! in some way that its writer did not mean.

mod inline;
mod mistaken;
mod omitted;
mod read;

use super::{refusal, special, table};
use crate::document::{Block, Inline, fix_spaces, link_addresses, plain};
use crate::source::Span;
use read::TreeReader;

/// What stands in the place of a section that the year file leaves out. A text can't
/// hold it, since it is HTML.
pub(super) const MARK: &str = "<!-- utelämnat avsnitt -->";

/// What stands before and after a text that takes a section's place, so that Markdown
/// makes no list, table or paragraph of it and its neighbour together. A text can't hold
/// it, and it shows nothing.
pub(super) const BORDER: &str = "\n\n<!-- avsnitt -->\n\n";

/// Markdown that has no place in a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unsupported {
    /// Where, in the Markdown.
    pub(super) span: Span,
    /// What it is, as it fits after "här står".
    pub(super) what: &'static str,
    /// What to do instead.
    pub(super) hint: &'static str,
}

/// A paper's content.
pub(super) struct Content {
    pub(super) title: String,
    pub(super) running_head: Vec<String>,
    pub(super) blocks: Vec<Block>,
}

/// Reads a filled-in template.
pub(super) fn paper(markdown: &str) -> Result<Content, Unsupported> {
    let mut reader = TreeReader::new(markdown, true);
    let mut blocks = reader.blocks(0);
    fix_spaces(&mut blocks);
    link_addresses(&mut blocks);
    reader.look_at_levels();
    reader.unsupported.sort_by_key(|unsupported| unsupported.span.start);
    if let Some(first) = reader.unsupported.into_iter().next() {
        return Err(first);
    }
    let title = blocks.iter().find_map(|block| match block {
        Block::Heading { level: 1, text } => Some(plain(text)),
        _ => None,
    });
    let title = title.ok_or(Unsupported {
        span: 0..0,
        what: refusal::NO_TITLE.what,
        hint: refusal::NO_TITLE.hint,
    })?;
    let blocks = omitted::without(blocks, &reader.omitted);
    Ok(Content { title, running_head: reader.running_head, blocks })
}

/// Everything in a text of the year file that can't be shown.
pub(super) fn unsupported_in_text(markdown: &str) -> Vec<Unsupported> {
    let mut reader = TreeReader::new(markdown, false);
    reader.blocks(0);
    // A reference to a note that there is none of is no markup for the parser.
    for (start, _) in markdown.match_indices("[^") {
        let rest = markdown.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let is_literal = markdown.get(..start).is_some_and(|before| before.ends_with('\\'));
        if let Some(end) = rest.find(']').filter(|_| !is_literal) {
            reader.refuse(start..start + end + 1, refusal::FOOTNOTE);
        }
    }
    let mut unsupported = reader.unsupported;
    unsupported.sort_by_key(|unsupported| unsupported.span.start);
    unsupported
        .dedup_by(|next, before| next.what == before.what && next.span.start < before.span.end);
    unsupported
}

/// The last whole line of what there was room for.
pub(super) fn too_long(written: &str) -> Unsupported {
    let last = written.trim_end().lines().next_back().unwrap_or_default();
    let start = last.as_ptr() as usize - written.as_ptr() as usize;
    let refusal::Refused { what, hint } = refusal::LONG_PAPER;
    Unsupported { span: start..start + last.len(), what, hint }
}

/// What is read in a text, line by line, without its markup.
pub(super) fn lines(markdown: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for block in TreeReader::new(markdown, false).blocks(0) {
        block.lines(&mut lines);
    }
    lines
}

/// One line of Markdown without its markup.
pub(super) fn plain_line(markdown: &str) -> String {
    plain(&inline(markdown))
}

/// One line of Markdown as running text.
pub(super) fn inline(markdown: &str) -> Vec<Inline> {
    let markdown = markdown.trim();
    let mut reader = TreeReader::new(markdown, false);
    match reader.blocks(0).into_iter().next() {
        Some(Block::Paragraph { text }) if reader.unsupported.is_empty() => text,
        _ => vec![Inline::Text(markdown.to_owned())],
    }
}
