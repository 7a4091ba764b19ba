//! From parser events to a tree of nodes.

use std::collections::HashMap;
use std::sync::Arc;

use granit_parser::{Event, Parser, ScalarStyle, options};
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

use super::parsed::Parsed;
use super::{Entry, MAX_DEPTH, Node, Scalar, Style, Value, characters, misread, syntax};
use crate::finding::{Finding, shorten};
use crate::source::{Located, Source, Span};

/// What came of reading a piece of a text.
pub(super) struct Built {
    /// The tree; missing when the piece is empty or the reading stopped.
    pub(super) root: Option<Node>,
    /// What was found, without what stopped the reading.
    pub(super) findings: Vec<Finding>,
    /// What stopped the reading before the end of the piece.
    pub(super) stopped: Option<Finding>,
}

/// Reads a piece of a text, given in bytes of the text to parse, as YAML.
pub(super) fn build(source: &Arc<Source>, parsed: &Parsed, piece: Span) -> Built {
    let mut builder = Builder {
        source,
        parsed,
        offset: piece.start,
        findings: Vec::new(),
        open: Vec::new(),
        root: None,
    };
    let options = options! {
        block_nesting_limit: MAX_DEPTH,
        flow_nesting_limit: MAX_DEPTH,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
    };
    let mut documents = 0;
    let mut stopped = None;
    let text = parsed.text.get(piece.clone()).unwrap_or_default();
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((Event::DocumentStart(..), span)) => {
                documents += 1;
                if documents > 1 {
                    builder.second_document(builder.bytes(&span));
                    break;
                }
            }
            Ok((event, span)) => builder.take(event, builder.bytes(&span), &span),
            Err(error) => {
                let piece = parsed.written(&piece);
                let at = error.marker().byte_offset().unwrap_or(0) + builder.offset;
                let flow = builder.open_flow();
                let at = parsed.written_at(at);
                stopped = Some(syntax::finding(source, piece, error.kind(), at, flow));
                break;
            }
        }
    }
    let root = builder.root.filter(|root| stopped.is_none() && root.value != Value::Null);
    Built { root, findings: builder.findings, stopped }
}

/// A collection that has been opened and not yet closed.
struct OpenNode {
    start: usize,
    /// The key that waits for its value, in a mapping.
    key: Option<Key>,
    /// Where each key of a mapping first stood.
    keys: HashMap<String, Span>,
    /// Whether a key has been reported that is no word.
    has_wrong_key: bool,
    collected: Value,
}

/// A key, or nothing where something that is no key has been reported.
type Key = Option<Located<String>>;

struct Builder<'s> {
    source: &'s Arc<Source>,
    parsed: &'s Parsed,
    /// Where the piece starts in the parsed text.
    offset: usize,
    findings: Vec<Finding>,
    open: Vec<OpenNode>,
    root: Option<Node>,
}

impl Builder<'_> {
    /// The bytes of the source that a place of the parser's stands for.
    fn bytes(&self, span: &granit_parser::Span) -> Span {
        let span = span.byte_range().unwrap_or(0..0);
        self.parsed.written(&(span.start + self.offset..span.end + self.offset))
    }

    fn take(&mut self, event: Event<'_>, span: Span, place: &granit_parser::Span) {
        let tag = place.tag_span().as_ref().map(|tag| self.bytes(tag));
        let is_tagged = tag.is_some();
        if let Some(tag) = tag {
            self.unsupported(
                tag,
                "en tagg (utropstecken)",
                "Ta bort den, eller sätt texten inom citattecken.",
            );
        }
        match event {
            Event::Scalar(text, style, ..) => {
                let span = self.trimmed(span);
                let mut node = self.scalar(&text, style, span);
                if is_tagged && node.value == Value::Null {
                    node.value = Value::Reported;
                }
                self.place(node);
            }
            Event::SequenceStart(..) => self.start(span.start, Value::Sequence(Vec::new())),
            Event::MappingStart(..) => self.start(span.start, Value::Mapping(Vec::new())),
            Event::SequenceEnd | Event::MappingEnd => self.end(span.end),
            Event::Anchor(..) => self.unsupported(
                span,
                "ett ankare (&)",
                "Ta bort ankaret. Ska texten börja med & så sätt den inom citattecken.",
            ),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.unsupported(
                    span.clone(),
                    "en hänvisning (*)",
                    "Skriv ut värdet. Ska texten börja med * så sätt den inom citattecken, eller skriv den på raderna under efter |.",
                );
                self.place(Node { span, value: Value::Reported });
            }
            _ => {}
        }
    }

    /// Block scalars reach to the next key; what belongs to the value ends where
    /// its last line does.
    fn trimmed(&self, span: Span) -> Span {
        let written = self.source.slice(&span);
        span.start..span.start + written.trim_end().len()
    }

    fn start(&mut self, start: usize, collected: Value) {
        self.open.push(OpenNode {
            start,
            key: None,
            keys: HashMap::new(),
            has_wrong_key: false,
            collected,
        });
    }

    /// The innermost open `[` or `{`.
    fn open_flow(&self) -> Option<usize> {
        let starts = self.open.iter().rev().map(|open| open.start);
        starts.take(1).find(|start| self.is_flow(*start))
    }

    fn is_flow(&self, start: usize) -> bool {
        matches!(self.source.text.as_bytes().get(start), Some(b'[' | b'{'))
    }

    fn end(&mut self, end: usize) {
        let Some(open) = self.open.pop() else { return };
        let last = match &open.collected {
            Value::Mapping(entries) => {
                entries.last().map(|entry| entry.value.span.end.max(entry.key.span.end))
            }
            Value::Sequence(items) => items.last().map(|item| item.span.end),
            _ => None,
        };
        // A block collection has no closing sign: it ends where its last value does. One
        // without indentation begins with its first item, which may be within brackets.
        let first = match &open.collected {
            Value::Mapping(entries) => entries.first().map(|entry| entry.key.span.start),
            Value::Sequence(items) => items.first().map(|item| item.span.start),
            _ => None,
        };
        let is_flow = self.is_flow(open.start) && first != Some(open.start);
        let end = if is_flow { end } else { last.unwrap_or(end) };
        // `{{ klienter }}` without quotation marks: what was meant is no mapping.
        let value = match open.collected {
            Value::Mapping(entries) if entries.is_empty() && open.has_wrong_key => Value::Reported,
            collected => collected,
        };
        self.place(Node { span: open.start..end.max(open.start), value });
    }

    fn place(&mut self, node: Node) {
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        match &mut open.collected {
            Value::Sequence(items) => items.push(node),
            Value::Mapping(entries) => match open.key.take() {
                None => open.key = Some(key(&node, self.source, &mut self.findings)),
                Some(None) => open.has_wrong_key = true,
                Some(Some(key)) => {
                    let in_flow = matches!(self.source.text.as_bytes().get(open.start), Some(b'{'));
                    let entry = Entry { key, value: node };
                    let meant = misread::entry(self.source, entries, entry, in_flow);
                    self.findings.extend(meant.finding);
                    let Some(entry) = meant.entry else { return };
                    if let Some(first) = open.keys.get(entry.key.as_str()) {
                        self.findings.push(duplicate(self.source, first.clone(), &entry.key));
                    } else {
                        open.keys.insert(entry.key.to_string(), entry.key.span.clone());
                        entries.push(entry);
                    }
                }
            },
            Value::Null | Value::Scalar(_) | Value::Reported => {}
        }
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, span: Span) -> Node {
        // The file's own characters have been looked at; escapes can make others.
        if let Some((_, character)) = characters::stray(text) {
            self.findings.push(characters::finding(self.source, span.clone(), character));
            return Node { span, value: Value::Reported };
        }
        let node = scalar(text, style, span);
        let Some((finding, meant)) = misread::scalar(self.source, &node) else { return node };
        self.findings.push(finding);
        Node { value: meant, ..node }
    }

    fn unsupported(&mut self, span: Span, what: &str, hint: &str) {
        self.findings.push(
            Finding::error(
                "yaml-stöds-inte",
                self.source,
                span,
                format!("här står {what}, som inte används i årsfiler"),
            )
            .hint(hint),
        );
    }

    fn second_document(&mut self, span: Span) {
        self.findings.push(
            Finding::error(
                "flera-dokument",
                self.source,
                span,
                "filen innehåller flera YAML-dokument, åtskilda av ---",
            )
            .hint("Lägg varje år i en egen fil."),
        );
    }
}

fn scalar(text: &str, style: ScalarStyle, span: Span) -> Node {
    let style = match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::Literal => Style::Literal,
        ScalarStyle::Folded => Style::Folded,
        _ => Style::Quoted,
    };
    let is_null = style == Style::Plain && matches!(text, "" | "~" | "null" | "Null" | "NULL");
    let value =
        if is_null { Value::Null } else { Value::Scalar(Scalar { text: composed(text), style }) };
    Node { span, value }
}

/// Letters written as two characters, as macOS does, become one.
pub(super) fn composed(text: &str) -> String {
    // Nearly all texts are composed, which is seen much sooner than they are composed anew.
    let is_composed = is_nfc_quick(text.chars()) == IsNormalized::Yes;
    if is_composed { text.to_owned() } else { text.nfc().collect() }
}

/// A key is a word; anything else is reported.
fn key(node: &Node, source: &Arc<Source>, findings: &mut Vec<Finding>) -> Key {
    let not_used = match &node.value {
        Value::Scalar(scalar) if scalar.text == "<<" && scalar.style == Style::Plain => (
            "yaml-stöds-inte",
            "här står en sammanslagning (<<), som inte används i årsfiler",
            "Skriv ut nycklarna och deras värden.",
        ),
        Value::Scalar(scalar) if !scalar.text.is_empty() => {
            return Some(Located::new(scalar.text.clone(), node.span.clone()));
        }
        Value::Reported => return None,
        Value::Mapping(_) | Value::Sequence(_) => (
            "nyckel-inte-ord",
            "här står [ ] eller { } där en nyckel väntades",
            "Börjar en text med [ eller { så sätt hela texten inom citattecken.",
        ),
        _ => (
            "nyckel-inte-ord",
            "här väntades en nyckel, ett ord före kolon",
            "Skriv nyckeln före kolon.",
        ),
    };
    let (rule, message, hint) = not_used;
    findings.push(Finding::error(rule, source, node.span.clone(), message).hint(hint));
    None
}

pub(super) fn duplicate(source: &Arc<Source>, first: Span, again: &Located<String>) -> Finding {
    Finding::error(
        "dubbel-nyckel",
        source,
        again.span.clone(),
        format!("nyckeln `{}` finns redan", shorten(again)),
    )
    .because("Bara ett av värdena kan gälla, och det syns inte vilket.")
    .hint("Ta bort det värde som inte ska gälla.")
    .and_at(first, "första gången")
}
