//! From Markdown to blocks.
//!
//! The part of `CommonMark` that a board paper needs: headings, paragraphs, lists,
//! strong and emphasised text, links, tables. Fenced blocks with a name are the paper's
//! special blocks ([`super::special`]). Anything else is refused rather than shown
//! in some way that its writer did not mean.

use pulldown_cmark::{
    BrokenLink, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, OffsetIter, Options, Parser,
    Tag, TagEnd,
};

use super::refusal::{self, Refused};
use super::special;
use super::table::{self, Cells};
use crate::document::{Block, Inline, List, plain};
use crate::source::Span;

/// How deep lists and emphasis may nest.
const MAX_DEPTH: usize = 3;

/// The longest paragraph, in characters: what setting one costs grows faster than it.
const LONGEST_PARAGRAPH: usize = 10_000;

/// The most paragraphs, items and cells of a paper.
const MOST_PIECES: usize = 3_000;

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
    let mut reader = Reader::new(markdown, true);
    let blocks = reader.blocks(0);
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
    Ok(Content { title, running_head: reader.running_head, blocks })
}

/// Everything in a text of the year file that can't be shown.
pub(super) fn unsupported_in_text(markdown: &str) -> Vec<Unsupported> {
    let mut reader = Reader::new(markdown, false);
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
    unsupported.dedup_by(|next, before| {
        next.what == before.what && next.span.start < before.span.end
    });
    unsupported
}

/// Whether any letter is shown.
pub(super) fn has_words(markdown: &str) -> bool {
    fn in_block(block: &Block) -> bool {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text } => {
                plain(text).contains(char::is_alphabetic)
            }
            Block::List(list) => list.items.iter().flatten().any(in_block),
            _ => true,
        }
    }
    Reader::new(markdown, false).blocks(0).iter().any(in_block)
}

/// One line of Markdown without its markup.
pub(super) fn plain_line(markdown: &str) -> String {
    plain(&inline(markdown))
}

/// One line of Markdown as running text.
pub(super) fn inline(markdown: &str) -> Vec<Inline> {
    let markdown = markdown.trim();
    let mut reader = Reader::new(markdown, false);
    match reader.blocks(0).into_iter().next() {
        Some(Block::Paragraph { text }) if reader.unsupported.is_empty() => text,
        _ => vec![Inline::Text(markdown.to_owned())],
    }
}

/// What a link comes to whose address is not given.
type Broken<'m> = fn(BrokenLink<'m>) -> Option<(CowStr<'m>, CowStr<'m>)>;

struct Reader<'m> {
    markdown: &'m str,
    events: std::iter::Peekable<OffsetIter<'m, Broken<'m>>>,
    /// A template may have titles and special blocks; a text may not.
    is_template: bool,
    running_head: Vec<String>,
    /// The levels of the headings, and where they stand.
    headings: Vec<(u8, Span)>,
    /// How many paragraphs, items and cells there have been.
    pieces: usize,
    unsupported: Vec<Unsupported>,
}

impl<'m> Reader<'m> {
    fn new(markdown: &'m str, is_template: bool) -> Self {
        // What the papers don't have is read as well, or it would be shown as it is typed.
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_FOOTNOTES;
        let parser = Parser::new_with_broken_link_callback(
            markdown,
            options,
            Some(named_elsewhere as Broken<'m>),
        );
        let definitions = parser.reference_definitions().iter();
        let definitions: Vec<Span> = definitions.map(|(_, found)| found.span.clone()).collect();
        let mut reader = Self {
            markdown,
            events: parser.into_offset_iter().peekable(),
            is_template,
            running_head: Vec::new(),
            headings: Vec::new(),
            pieces: 0,
            unsupported: Vec::new(),
        };
        for place in definitions {
            reader.refuse(place, refusal::REFERENCE_LINK);
        }
        reader
    }

    /// Blocks up to the end of what surrounds them.
    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, span)) = self.events.peek().cloned() {
            if !matches!(event, Event::End(_)) {
                self.count(1, &span);
            }
            match event {
                Event::End(_) => break,
                Event::Start(tag) if is_inline(&tag) => blocks.push(self.bare_paragraph(&span)),
                Event::Text(_) | Event::SoftBreak | Event::HardBreak => {
                    blocks.push(self.bare_paragraph(&span));
                }
                Event::Start(tag) => {
                    self.events.next();
                    self.block(tag, span, depth, &mut blocks);
                }
                other => {
                    self.events.next();
                    self.refuse(span, refusal::of_event(&other));
                }
            }
        }
        blocks
    }

    /// A block whose start has been read; reads past its end.
    fn block(&mut self, tag: Tag<'m>, span: Span, depth: usize, blocks: &mut Vec<Block>) {
        match tag {
            Tag::Paragraph => {
                let text = self.paragraph(&span);
                self.events.next();
                if !plain(&text).trim().is_empty() {
                    blocks.push(Block::Paragraph { text });
                }
            }
            Tag::Heading { level, .. } => {
                let text = self.inlines(0);
                self.events.next();
                match self.heading_level(level) {
                    _ if depth > 0 => self.refuse(span, refusal::HEADING_IN_LIST),
                    _ if plain(&text).trim().is_empty() => {
                        self.refuse(span, refusal::EMPTY_HEADING);
                    }
                    Some(level) => {
                        self.headings.push((level, span));
                        blocks.push(Block::Heading { level, text });
                    }
                    None => self.refuse(span, refusal::HEADING),
                }
            }
            Tag::Table(alignments) if depth == 0 => {
                let rows = self.rows();
                self.count(rows.iter().map(Vec::len).sum(), &span);
                match table::table(Cells { alignments, rows }, blocks.last()) {
                    Ok(table) => {
                        blocks.pop();
                        blocks.push(Block::Table(table));
                    }
                    Err(refused) => self.refuse(span, refused),
                }
            }
            Tag::List(start) if depth < MAX_DEPTH => {
                let list = self.list(start, depth);
                blocks.push(Block::List(list));
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(name)) if self.is_template => {
                let lines = self.literal_lines();
                match special::block(name.trim(), &lines) {
                    Ok(special::Special::Block(block)) => {
                        self.count(cells(&block), &span);
                        blocks.push(block);
                    }
                    Ok(special::Special::RunningHead(parts)) => self.running_head = parts,
                    Ok(special::Special::Nothing) => {}
                    Err(unknown) => self.refuse(span, refusal::of_special(unknown)),
                }
            }
            other => {
                self.refuse(span, refusal::of_tag(&other));
                self.skip();
            }
        }
    }

    fn list(&mut self, start: Option<u64>, depth: usize) -> List {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let blocks = self.blocks(depth + 1);
                    self.events.next();
                    if !blocks.is_empty() {
                        items.push(blocks);
                    }
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        let start = start.map(|start| u32::try_from(start).unwrap_or(1));
        List { start, items }
    }

    /// The cells of a table whose start has been read, as plain text; reads past its end.
    fn rows(&mut self) -> Vec<Vec<String>> {
        let mut rows: Vec<Vec<String>> = Vec::new();
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
                Event::Start(Tag::TableCell) => {
                    let cell = self.inlines(0);
                    // Past the end of the cell.
                    self.events.next();
                    if cell.iter().any(|piece| matches!(piece, Inline::Link { .. })) {
                        self.refuse(span, refusal::LINK_IN_TABLE);
                    }
                    if let Some(row) = rows.last_mut() {
                        row.push(plain(&cell).trim().to_owned());
                    }
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        rows
    }

    /// Running text that stands in a list item without a paragraph of its own.
    fn bare_paragraph(&mut self, span: &Span) -> Block {
        Block::Paragraph { text: self.paragraph(span) }
    }

    /// Running text that begins where the span does.
    fn paragraph(&mut self, span: &Span) -> Vec<Inline> {
        let text = self.inlines(0);
        if plain(&text).chars().count() > LONGEST_PARAGRAPH {
            self.refuse(span.clone(), refusal::LONG_PARAGRAPH);
        }
        text
    }

    /// Counts what a paper is made of, and refuses what comes when there is too much.
    fn count(&mut self, pieces: usize, span: &Span) {
        let was_enough = self.pieces <= MOST_PIECES;
        self.pieces += pieces;
        if was_enough && self.pieces > MOST_PIECES {
            self.refuse(span.clone(), refusal::TOO_MUCH);
        }
    }

    /// Running text up to the next block or the end of what surrounds it.
    fn inlines(&mut self, depth: usize) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some((event, span)) = self.events.peek().cloned() {
            match event {
                Event::Start(ref tag) if !is_inline(tag) => break,
                Event::End(_) => break,
                _ => {}
            }
            self.events.next();
            match event {
                Event::Text(text) => {
                    self.look_at_reference(&text, span);
                    push_text(&mut inlines, &text);
                }
                Event::SoftBreak => push_text(&mut inlines, " "),
                Event::HardBreak => inlines.push(Inline::Break),
                Event::Start(tag) if depth < MAX_DEPTH => {
                    self.wrapped(&tag, span, depth, &mut inlines);
                }
                Event::Start(tag) => {
                    self.refuse(span, refusal::of_tag(&tag));
                    self.skip();
                }
                other => self.refuse(span, refusal::of_event(&other)),
            }
        }
        inlines
    }

    fn wrapped(&mut self, tag: &Tag<'m>, span: Span, depth: usize, out: &mut Vec<Inline>) {
        let inner = self.inlines(depth + 1);
        self.events.next();
        match tag {
            Tag::Strong => out.push(Inline::Strong(inner)),
            Tag::Emphasis => out.push(Inline::Emphasis(inner)),
            Tag::Link { link_type, dest_url, .. } => {
                let is_inline =
                    matches!(link_type, LinkType::Inline | LinkType::Autolink | LinkType::Email);
                if !is_inline {
                    self.refuse(span, refusal::REFERENCE_LINK);
                } else if !is_safe(dest_url) {
                    self.refuse(span, refusal::LINK);
                } else if plain(&inner).trim().is_empty() {
                    self.refuse(span, refusal::EMPTY_LINK);
                } else {
                    out.push(Inline::Link { url: dest_url.to_string(), text: inner });
                }
            }
            other => self.refuse(span, refusal::of_tag(other)),
        }
    }

    /// A character that is typed as a code would get past those who look at what is typed.
    fn look_at_reference(&mut self, text: &str, span: Span) {
        let typed = self.markdown.get(span.clone()).unwrap_or_default();
        if typed.starts_with('&') && typed.ends_with(';') && typed != text {
            self.refuse(span, refusal::CHARACTER_REFERENCE);
        }
    }

    /// The title comes first, and no level is passed over (PDF/UA-1, ISO 14289-1, 7.4.2).
    fn look_at_levels(&mut self) {
        let mut before = 0;
        for (level, span) in std::mem::take(&mut self.headings) {
            match level {
                1 if before > 0 => self.refuse(span, refusal::SECOND_TITLE),
                2.. if before == 0 => self.refuse(span, refusal::NOT_FIRST),
                _ if level > before + 1 => self.refuse(span, refusal::SKIPPED_LEVEL),
                _ => {}
            }
            before = level;
        }
    }

    /// The text of a fenced block, line by line; reads past its end.
    fn literal_lines(&mut self) -> Vec<String> {
        let mut content = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(text) => content.push_str(&text),
                Event::End(_) => break,
                _ => {}
            }
        }
        content.lines().map(str::to_owned).collect()
    }

    fn heading_level(&self, level: HeadingLevel) -> Option<u8> {
        match level {
            HeadingLevel::H1 if self.is_template => Some(1),
            HeadingLevel::H2 if self.is_template => Some(2),
            HeadingLevel::H3 => Some(3),
            _ => None,
        }
    }

    /// Reads past the end of what has been started.
    fn skip(&mut self) {
        let mut open = 1;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
            if open == 0 {
                break;
            }
        }
    }

    fn refuse(&mut self, span: Span, markup: Refused) {
        let span = span.start..span.end.min(self.markdown.len());
        self.unsupported.push(Unsupported { span, what: markup.what, hint: markup.hint });
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

/// Words in square brackets alone are words; with more brackets after them they were
/// meant as a link.
fn named_elsewhere<'m>(link: BrokenLink<'m>) -> Option<(CowStr<'m>, CowStr<'m>)> {
    let is_meant = matches!(link.link_type, LinkType::Reference | LinkType::Collapsed);
    is_meant.then(|| (CowStr::Borrowed(""), CowStr::Borrowed("")))
}

/// How many cells a block has, when it is a table.
fn cells(block: &Block) -> usize {
    match block {
        Block::Table(table) => table.rows.iter().map(|row| row.cells.len() + 1).sum(),
        _ => 0,
    }
}

fn is_safe(url: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| url.starts_with(scheme))
}

/// Adds text, joined to the text before it.
fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    if let Some(Inline::Text(last)) = inlines.last_mut() {
        last.push_str(text);
    } else {
        inlines.push(Inline::Text(text.to_owned()));
    }
}
