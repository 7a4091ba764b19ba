//! Where in a year file the words of a paper come from.

use crate::source::Source;
use crate::yaml::edit::Path;
use crate::yaml::{Node, Scalar, ScalarPlaces, Value};
use crate::year_file::Loaded;

/// A place in the year file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The way to it.
    pub path: Path,
    /// The line.
    pub line: usize,
    /// Whether it is a paragraph of a text; else a value that stands in the paper.
    pub is_text: bool,
}

/// The fewest letters by which a paragraph of a text is known again.
const FEWEST: usize = 8;

/// The most values that are named of one paragraph.
const MOST_VALUES: usize = 3;

/// Everything in a year file that a paper may show.
pub(crate) struct Origins {
    paragraphs: Vec<TextParagraph>,
    values: Vec<OwnValue>,
}

/// A paragraph of a text, as the parts of it that stand in the paper to the letter.
struct TextParagraph {
    parts: Vec<String>,
    origin: Origin,
}

/// A value, as it stands in a paper.
struct OwnValue {
    text: String,
    origin: Origin,
}

impl Origins {
    pub(crate) fn of(loaded: &Loaded) -> Self {
        let mut origins = Self { paragraphs: Vec::new(), values: Vec::new() };
        for entry in loaded.root.as_ref().and_then(Node::entries).unwrap_or_default() {
            let path = Path::default().and(entry.key.as_str());
            match entry.key.as_str() {
                "texter" => origins.texts(&loaded.source, &path, &entry.value),
                "från_året_före" | "genomlästa" | "kontroller" | "små_tal" | "papper" => {}
                _ => origins.values(&loaded.source, &path, &entry.value),
            }
        }
        origins
    }

    /// Where a paragraph comes from that has been changed: the text that it is a paragraph
    /// of, and the values that no longer stand in it.
    pub(super) fn of_change(&self, was: &str, is: &str) -> Vec<Origin> {
        let text = self.text_of(was);
        let is_gone =
            |value: &&OwnValue| has_words(was, &value.text) && !has_words(is, &value.text);
        let values = self.values.iter().filter(is_gone).take(MOST_VALUES);
        text.into_iter().chain(values.map(|value| value.origin.clone())).collect()
    }

    /// The paragraph of a text that a paragraph of a paper comes from.
    pub(super) fn text_of(&self, paragraph: &str) -> Option<Origin> {
        let found = self.paragraphs.iter().filter_map(|text| {
            let letters = found_in(&text.parts, paragraph)?;
            Some((letters, text))
        });
        found.max_by_key(|(letters, _)| *letters).map(|(_, found)| found.origin.clone())
    }

    /// The value that a text of a paper shows, of those at a place and in it: the longest
    /// whose words stand in the text, the first of the longest, and how many letters it has.
    pub(crate) fn shown_in(&self, text: &str, within: &Path) -> Option<(&Origin, usize)> {
        let shown = self.values.iter().filter(|value| {
            value.origin.path.0.starts_with(&within.0) && has_words(text, &value.text)
        });
        let longest = shown.rev().max_by_key(|value| value.text.len());
        longest.map(|value| (&value.origin, value.text.chars().count()))
    }

    fn texts(&mut self, source: &Source, path: &Path, node: &Node) {
        for entry in node.entries().unwrap_or_default() {
            let Value::Scalar(scalar) = &entry.value.value else { continue };
            let path = path.and(entry.key.as_str());
            let places = ScalarPlaces::new(source, &entry.value.span, scalar);
            for (start, text) in paragraphs(scalar) {
                let place = places.place(&(start..start + text.len()));
                let line = source.position(place.start).line;
                let origin = Origin { path: path.clone(), line, is_text: true };
                self.paragraphs.push(TextParagraph { parts: literal_parts(text), origin });
            }
        }
    }

    fn values(&mut self, source: &Source, path: &Path, node: &Node) {
        match &node.value {
            Value::Scalar(scalar) => {
                let text = scalar.text.split_whitespace().collect::<Vec<_>>().join(" ");
                let text = text.trim_end_matches('.').to_owned();
                if text.chars().count() > 1 {
                    let line = source.position(node.span.start).line;
                    let origin = Origin { path: path.clone(), line, is_text: false };
                    self.values.push(OwnValue { text, origin });
                }
            }
            Value::Sequence(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.values(source, &path.and(at), item);
                }
            }
            Value::Mapping(entries) => {
                for entry in entries {
                    self.values(source, &path.and(entry.key.as_str()), &entry.value);
                }
            }
            Value::Null | Value::Reported => {}
        }
    }
}

/// The paragraphs of a text, each with the byte at which it begins.
fn paragraphs(scalar: &Scalar) -> Vec<(usize, &str)> {
    let text = scalar.text.as_str();
    let mut found = Vec::new();
    let mut start = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        let begins = trimmed.starts_with(['-', '*', '+', '|', '#']);
        if trimmed.is_empty() || begins {
            found.extend(start.take().map(|start| (start, &text[start..at])));
        }
        if !trimmed.is_empty() && start.is_none() {
            start = Some(at + (line.len() - line.trim_start().len()));
        }
        at += line.len();
    }
    found.extend(start.map(|start| (start, &text[start..])));
    found
}

/// The parts of a paragraph that stand in the paper to the letter: what is between its
/// placeholders and the marks of Markdown.
fn literal_parts(text: &str) -> Vec<String> {
    let mut rest = text;
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let opening = ["{{", "{%", "{#"].iter().filter_map(|mark| rest.find(mark)).min();
        let (literal, after) = rest.split_at(opening.unwrap_or(rest.len()));
        let marks = ['*', '_', '#', '`', '[', ']', '|', '\\', '<', '>'];
        let words = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
        parts.extend(literal.split(marks).map(words).filter(|part| part.chars().count() > 2));
        let closing = ["}}", "%}", "#}"].iter().filter_map(|mark| after.find(mark)).min();
        rest = closing.and_then(|end| after.get(end + 2..)).unwrap_or_default();
    }
    if let Some(first) = parts.first_mut() {
        *first = first.trim_start_matches(['-', '+', ' ']).to_owned();
    }
    parts
}

/// How many letters of the parts stand in a paragraph, in their order, if all do.
fn found_in(parts: &[String], paragraph: &str) -> Option<usize> {
    let mut rest = paragraph;
    for part in parts {
        let at = rest.find(part.as_str())?;
        rest = &rest[at + part.len()..];
    }
    let letters = parts.iter().map(|part| part.chars().count()).sum();
    (letters >= FEWEST).then_some(letters)
}

/// Whether some words stand in a text, not as a part of longer ones.
fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
