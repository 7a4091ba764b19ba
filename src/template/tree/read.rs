//! Reading Markdown into blocks.

use pulldown_cmark::{
    CodeBlockKind, Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd,
};

use super::Unsupported;
use super::inline::{Broken, is_inline, named_elsewhere};
use super::omitted;
use super::refusal::{self, Refused};
use super::special;
use super::table::{self, Cells};
use crate::document::{Block, Inline, List, plain};
use crate::source::Span;

/// How deep lists and emphasis may nest.
pub(super) const MAX_DEPTH: usize = 3;

/// The longest paragraph, in characters: what setting one costs grows faster than it.
const LONGEST_PARAGRAPH: usize = 10_000;

/// The most paragraphs, items, cells and words with markup of a paper.
const MOST_PIECES: usize = 2_000;

/// Goes through Markdown from its start to its end.
pub(super) struct TreeReader<'m> {
    pub(super) markdown: &'m str,
    pub(super) events: std::iter::Peekable<OffsetIter<'m, Broken<'m>>>,
    /// A template may have titles and special blocks; a text may not.
    is_template: bool,
    pub(super) running_head: Vec<String>,
    /// The levels of the headings, and where they stand.
    headings: Vec<(u8, Span)>,
    /// Where sections are left out: the places of the blocks that come next.
    pub(super) omitted: Vec<usize>,
    /// How many of what [`MOST_PIECES`] counts there have been.
    pieces: usize,
    pub(super) unsupported: Vec<Unsupported>,
}

impl<'m> TreeReader<'m> {
    pub(super) fn new(markdown: &'m str, is_template: bool) -> Self {
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
            omitted: Vec::new(),
            pieces: 0,
            unsupported: Vec::new(),
        };
        for place in definitions {
            reader.refuse(place, refusal::REFERENCE_LINK);
        }
        reader
    }

    /// Blocks up to the end of what surrounds them.
    pub(super) fn blocks(&mut self, depth: usize) -> Vec<Block> {
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
                    self.refuse_event(span, &other);
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
            Tag::HtmlBlock if self.is_mark(&span) => {
                self.skip();
                // Inside a list there is no heading that it could belong to.
                self.omitted.extend((depth == 0).then_some(blocks.len()));
            }
            Tag::HtmlBlock if self.is_border(&span) => self.skip(),
            other => {
                self.refuse(span, refusal::of_tag(&other));
                self.skip();
            }
        }
    }

    /// Whether what stands at a place is the border of a section.
    fn is_border(&self, place: &Span) -> bool {
        self.is_template && omitted::is_border(self.markdown.get(place.clone()).unwrap_or_default())
    }

    /// Whether what stands at a place is the mark of a section that is left out.
    fn is_mark(&self, place: &Span) -> bool {
        self.is_template && omitted::is_mark(self.markdown.get(place.clone()).unwrap_or_default())
    }

    /// Refuses what is neither the start nor the end of an element. A mark in the middle
    /// of a paragraph is passed over.
    pub(super) fn refuse_event(&mut self, span: Span, event: &Event<'_>) {
        if !(matches!(event, Event::InlineHtml(_)) && self.is_mark(&span)) {
            self.refuse(span, refusal::of_event(event));
        }
    }

    fn list(&mut self, start: Option<u64>, depth: usize) -> List {
        let mut items = Vec::new();
        let mut expected = None;
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    if start.is_some() {
                        self.look_at_number(span.start, expected);
                    }
                    expected = expected.or(start).map(|number| number.saturating_add(1));
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
                Event::Start(Tag::TableHead) => rows.push(Vec::new()),
                Event::Start(Tag::TableRow) => {
                    self.look_at_row(&span, rows.first().map_or(0, Vec::len));
                    rows.push(Vec::new());
                }
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
        self.look_at_lines(span.start);
        text
    }

    /// Counts what a paper is made of, and refuses what comes when there is too much.
    pub(super) fn count(&mut self, pieces: usize, span: &Span) {
        let was_enough = self.pieces <= MOST_PIECES;
        self.pieces += pieces;
        if was_enough && self.pieces > MOST_PIECES {
            self.refuse(span.clone(), refusal::TOO_MUCH);
        }
    }

    /// The title comes first, and no level is passed over (PDF/UA-1, ISO 14289-1, 7.4.2).
    pub(super) fn look_at_levels(&mut self) {
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
        content.lines().filter(|line| !omitted::is_mark(line)).map(str::to_owned).collect()
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
    pub(super) fn skip(&mut self) {
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

    pub(super) fn refuse(&mut self, span: Span, markup: Refused) {
        let span = span.start..span.end.min(self.markdown.len());
        self.unsupported.push(Unsupported { span, what: markup.what, hint: markup.hint });
    }
}

/// How many cells a block has, when it is a table.
fn cells(block: &Block) -> usize {
    match block {
        Block::Table(table) => table.rows.iter().map(|row| row.cells.len() + 1).sum(),
        _ => 0,
    }
}
