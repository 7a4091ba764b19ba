//! Running text as runs.

use crate::document::{Inline, link_description, linked};

use super::super::format::RunFormat;
use super::super::styles::StyleName;
use super::super::xml::Element;

/// The runs of `inlines`.
pub fn runs(inlines: &[Inline]) -> Vec<Element> {
    let mut out = Vec::new();
    push(inlines, RunMarkup::default(), &mut out);
    out
}

/// A line of plain text, whose addresses become links.
pub fn text_with_links(text: &str) -> Vec<Element> {
    if text.is_empty() { Vec::new() } else { runs(&linked(text)) }
}

/// A run of plain text.
pub fn run(text: &str) -> Element {
    RunMarkup::default().run(text)
}

/// A run of plain text with a character style.
pub fn styled_run(style: StyleName, text: &str) -> Element {
    let format = RunFormat { style: Some(style), ..RunFormat::default() };
    Element::new("w:r").children(format.element()).children(characters(text))
}

/// A run that goes to the next tab stop.
pub fn tab() -> Element {
    Element::new("w:r").child(Element::new("w:tab"))
}

/// What the surrounding markup asks of a run.
#[derive(Debug, Clone, Copy, Default)]
struct RunMarkup {
    strong: bool,
    emphasis: bool,
    link: bool,
}

impl RunMarkup {
    /// A run has one character style; what further markup asks for stands beside it.
    fn format(self) -> RunFormat {
        let style = match self {
            Self { link: true, .. } => Some(StyleName::Hyperlink),
            Self { strong: true, .. } => Some(StyleName::Strong),
            Self { emphasis: true, .. } => Some(StyleName::Emphasis),
            Self { .. } => None,
        };
        RunFormat {
            style,
            bold: self.strong && style != Some(StyleName::Strong),
            italic: self.emphasis && style != Some(StyleName::Emphasis),
            ..RunFormat::default()
        }
    }

    fn run(self, text: &str) -> Element {
        Element::new("w:r").children(self.format().element()).children(characters(text))
    }
}

fn push(inlines: &[Inline], markup: RunMarkup, out: &mut Vec<Element>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push(markup.run(text)),
            Inline::Strong(inner) => push(inner, RunMarkup { strong: true, ..markup }, out),
            Inline::Emphasis(inner) => push(inner, RunMarkup { emphasis: true, ..markup }, out),
            Inline::Link { url, text } if !markup.link && is_address(url) => {
                link(url, text, markup, out);
            }
            Inline::Link { text, .. } => push(text, markup, out),
            Inline::Break => out.push(Element::new("w:r").child(Element::new("w:br"))),
        }
    }
}

/// Only what the document tree promises becomes a link; anything else, such as
/// a path to a file share, stays text.
fn is_address(url: &str) -> bool {
    ["https:", "http:", "mailto:", "tel:"].iter().any(|scheme| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}

/// A field rather than `w:hyperlink`, whose target would be an external
/// relationship of the package. `\o` is what Word shows and reads out of the link.
fn link(url: &str, text: &[Inline], markup: RunMarkup, out: &mut Vec<Element>) {
    let mark = |kind| {
        let character = Element::new("w:fldChar").attribute("w:fldCharType", kind);
        Element::new("w:r").child(character)
    };
    let instruction =
        Element::new("w:instrText").attribute("xml:space", "preserve").text(&format!(
            " HYPERLINK \"{}\" \\o \"{}\" ",
            quotable(url),
            quotable_words(&link_description(url))
        ));
    out.push(mark("begin"));
    out.push(Element::new("w:r").child(instruction));
    out.push(mark("separate"));
    push(text, RunMarkup { link: true, ..markup }, out);
    out.push(mark("end"));
}

/// The address with what would end or change the field instruction written as
/// per cent and digits (RFC 3986, 2.1).
fn quotable(url: &str) -> String {
    url.chars().filter(|c| !c.is_control()).fold(String::new(), |mut quoted, c| {
        match c {
            '"' => quoted.push_str("%22"),
            '\\' => quoted.push_str("%5C"),
            ' ' => quoted.push_str("%20"),
            _ => quoted.push(c),
        }
        quoted
    })
}

/// Words inside the quotation marks of a field instruction.
fn quotable_words(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !matches!(c, '"' | '\\')).collect()
}

/// Text with Word's own elements for the two hyphens that it does not take as signs.
fn characters(text: &str) -> Vec<Element> {
    let mut out = Vec::new();
    for piece in text.split_inclusive(['\u{AD}', '\u{2011}']) {
        let words = piece.trim_end_matches(['\u{AD}', '\u{2011}']);
        if !words.is_empty() {
            out.push(Element::new("w:t").attribute("xml:space", "preserve").text(words));
        }
        match piece.chars().next_back() {
            Some('\u{AD}') => out.push(Element::new("w:softHyphen")),
            Some('\u{2011}') => out.push(Element::new("w:noBreakHyphen")),
            _ => {}
        }
    }
    out
}
