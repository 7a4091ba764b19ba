//! From parser events to a tree of nodes.

use std::sync::Arc;

use granit_parser::{Event, Parser, ScalarStyle, options};

use super::{Entry, MAX_DEPTH, Node, Scalar, Style, Value, syntax};
use crate::finding::Finding;
use crate::source::{Located, Source, Span};

/// Reads a text as YAML.
///
/// The tree is missing when the text is not YAML at all or is empty; the findings
/// say why. Duplicate keys and anchors are findings, yet give a tree, so that one
/// run can report everything else as well.
#[must_use]
pub fn read(source: &Arc<Source>) -> (Option<Node>, Vec<Finding>) {
    let mut builder = Builder { source, findings: Vec::new(), open: Vec::new(), root: None };
    let options = options! {
        block_nesting_limit: MAX_DEPTH,
        flow_nesting_limit: MAX_DEPTH,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
    };
    let mut documents = 0;
    for event in Parser::new_from_str_with_options(&source.text, options) {
        match event {
            Ok((Event::DocumentStart(..), span)) => {
                documents += 1;
                if documents > 1 {
                    builder.second_document(bytes(&span));
                    break;
                }
            }
            Ok((event, span)) => builder.take(event, bytes(&span), &span),
            Err(error) => {
                builder.findings.push(syntax::finding(source, &error));
                return (None, builder.findings);
            }
        }
    }
    if builder.root.is_none() {
        builder.findings.push(
            Finding::error("tom-fil", source, 0..0, "filen är tom")
                .hint("Börja från ett av exemplen i mappen data."),
        );
    }
    (builder.root, builder.findings)
}

fn bytes(span: &granit_parser::Span) -> Span {
    span.byte_range().unwrap_or(0..0)
}

/// A collection that has been opened and not yet closed.
struct Open {
    start: usize,
    /// The key that waits for its value, in a mapping.
    key: Option<Located<String>>,
    collected: Value,
}

struct Builder<'s> {
    source: &'s Arc<Source>,
    findings: Vec<Finding>,
    open: Vec<Open>,
    root: Option<Node>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, span: Span, place: &granit_parser::Span) {
        if let Some(tag) = place.tag_span().as_ref().map(bytes) {
            self.unsupported(
                tag,
                "en tagg (utropstecken)",
                "Ta bort den, eller sätt texten inom citattecken.",
            );
        }
        match event {
            Event::Scalar(text, style, ..) => {
                let span = self.trimmed(span);
                self.place(scalar(&text, style, span));
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
                    "Skriv ut värdet. Ska texten börja med * så sätt den inom citattecken.",
                );
                self.place(Node { span, value: Value::Null });
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
        self.open.push(Open { start, key: None, collected });
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
        // A block collection has no closing sign: it ends where its last value does.
        let is_flow = matches!(self.source.text.as_bytes().get(open.start), Some(b'[' | b'{'));
        let end = if is_flow { end } else { last.unwrap_or(end) };
        self.place(Node { span: open.start..end.max(open.start), value: open.collected });
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
                Some(key) => match entries.iter().find(|entry| entry.key.value == key.value) {
                    Some(first) => {
                        self.findings.push(duplicate(self.source, &first.key, &key));
                    }
                    None => entries.push(Entry { key, value: node }),
                },
            },
            Value::Null | Value::Scalar(_) => {}
        }
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
        if is_null { Value::Null } else { Value::Scalar(Scalar { text: text.to_owned(), style }) };
    Node { span, value }
}

/// A key is a word; anything else is reported and kept as an empty word.
fn key(node: &Node, source: &Arc<Source>, findings: &mut Vec<Finding>) -> Located<String> {
    if let Value::Scalar(scalar) = &node.value {
        return Located::new(scalar.text.clone(), node.span.clone());
    }
    findings.push(
        Finding::error(
            "nyckel-inte-ord",
            source,
            node.span.clone(),
            "här väntades en nyckel, ett ord före kolon",
        )
        .hint("Börjar texten med [, { eller ? så sätt den inom citattecken."),
    );
    Located::new(String::new(), node.span.clone())
}

fn duplicate(source: &Arc<Source>, first: &Located<String>, again: &Located<String>) -> Finding {
    Finding::error(
        "dubbel-nyckel",
        source,
        again.span.clone(),
        format!("nyckeln `{}` finns redan", again.value),
    )
    .because("Bara ett av värdena kan gälla, och det syns inte vilket.")
    .hint("Ta bort det värde som inte ska gälla.")
    .and_at(first.span.clone(), "första gången")
}
