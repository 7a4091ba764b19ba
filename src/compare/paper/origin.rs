//! Where in a year file the words of a paper come from.

use super::Cell;
use super::change::Change;
use super::labels::{Labels, has_chosen_parts};
use super::spoken_of::SpokenOf;
use super::whole;
use crate::source::Source;
use crate::swedish::evenly_spaced;
use crate::yaml::edit::{Path, Step};
use crate::yaml::{Node, Scalar, ScalarPlaces, Value};
use crate::year_file::Loaded;

/// A place in the year file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The way to it.
    pub path: Path,
    /// The line.
    pub line: usize,
    /// What stands there.
    pub kind: OriginKind,
}

/// What stands at a place in the year file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OriginKind {
    /// A paragraph of a text.
    Text,
    /// A value that stands in the paper.
    Value,
    /// A key that stands in the paper, as the name of an area does.
    Name,
}

/// The fewest letters by which a paragraph of a text is known again.
const FEWEST: usize = 8;

/// The fewest letters of a value by which a text is known again.
const FEWEST_OF_VALUE: usize = 2;

/// The fewest digits of a number that hardly is another number too.
const OWN_MARK: usize = 5;

/// Everything in a year file that a paper may show.
pub(crate) struct Origins<'n> {
    paragraphs: Vec<TextParagraph>,
    values: Vec<OwnValue>,
    labels: Labels<'n>,
    /// The year that is reported.
    year: String,
}

/// A paragraph of a text, as the parts of it that stand in the paper to the letter.
struct TextParagraph {
    parts: Vec<String>,
    origin: Origin,
}

/// A value, in the ways in which a paper may write it, or a name.
struct OwnValue {
    forms: Vec<String>,
    origin: Origin,
}

impl OwnValue {
    fn text(&self) -> &str {
        self.forms.first().map(String::as_str).unwrap_or_default()
    }

    fn is_number(&self) -> bool {
        whole::is_number(self.text())
    }
}

impl<'n> Origins<'n> {
    pub(crate) fn of(loaded: &'n Loaded) -> Self {
        let year = loaded.year_file.as_ref().and_then(|file| file.year.known().copied());
        let mut origins = Self {
            paragraphs: Vec::new(),
            values: Vec::new(),
            labels: Labels::of(loaded),
            year: year.map(|year| year.to_string()).unwrap_or_default(),
        };
        for entry in loaded.root.as_deref().and_then(Node::entries).unwrap_or_default() {
            let path = Path::default().and(entry.key.as_str());
            match entry.key.as_str() {
                "texter" => origins.texts(&loaded.source, &path, &entry.value),
                "från_året_före" | "genomlästa" | "kontroller" | "små_tal" | "papper" => {}
                _ => origins.values(&loaded.source, &path, &entry.value),
            }
        }
        origins
    }

    /// The figures by what rows of tables are called.
    pub(crate) fn labels(&self) -> &Labels<'n> {
        &self.labels
    }

    /// The year that is reported.
    pub(crate) fn year(&self) -> &str {
        &self.year
    }

    /// Where a paragraph comes from that has been changed: the text that it is a paragraph
    /// of, and the values that no longer stand in it.
    pub(super) fn of_change(&self, change: &Change, cell: Option<&Cell>) -> Vec<Origin> {
        let text = self.text_of(&change.was);
        let figure = cell.and_then(|cell| self.of_figure(change, cell));
        let values = match figure {
            Some(figure) => figure,
            None => self.values_in(change, cell),
        };
        text.into_iter().chain(values.into_iter().map(|value| value.origin.clone())).collect()
    }

    /// The figure that a cell shows, by the header of its row: none when it is one that the
    /// program has worked out. Nothing is said about a cell whose row is called otherwise.
    fn of_figure(&self, change: &Change, cell: &Cell) -> Option<Vec<&OwnValue>> {
        if cell.column == 0 {
            return None;
        }
        let is_year = cell.column_header.parse::<u16>().is_ok();
        let year = if is_year { &cell.column_header } else { &self.year };
        let figure = self.labels.figure(&cell.row_header, year);
        let path = figure.or_else(|| self.labels.whole(&cell.first_row, year))?;
        let is_it =
            |value: &&OwnValue| value.origin.path == path && change.takes_away(&value.forms);
        Some(self.values.iter().filter(is_it).collect())
    }

    /// The values that a change takes away. A number may stand in several places of the year
    /// file, and may have been worked out: it comes from the item that its row is about, or
    /// from a place that is spoken of, unless it has so many digits that it is its own mark.
    fn values_in(&self, change: &Change, cell: Option<&Cell>) -> Vec<&OwnValue> {
        let gone = self.values.iter().filter(|value| change.takes_away(&value.forms));
        let (mut numbers, mut found): (Vec<_>, Vec<_>) = gone.partition(|value| value.is_number());
        if let Some(item) = cell.and_then(|cell| self.item_of(cell)) {
            let is_of_item = |value: &&OwnValue| value.origin.path.0.starts_with(&item.0);
            let of_item = numbers.iter().copied().filter(is_of_item).collect::<Vec<_>>();
            if !of_item.is_empty() {
                found.extend(of_item);
                return found;
            }
        }
        let named = |value: &OwnValue| {
            let sentences = change.sentences_with(&value.forms);
            SpokenOf::of(&sentences, cell).steps_named(&value.origin.path)
        };
        numbers.retain(|value| named(value) > 0 || self.is_its_own_mark(value));
        for value in &numbers {
            let same = numbers.iter().filter(|other| other.text() == value.text());
            if same.map(|other| named(other)).max() == Some(named(value)) {
                found.push(value);
            }
        }
        found
    }

    /// Whether a number hardly is another one too.
    fn is_its_own_mark(&self, value: &OwnValue) -> bool {
        let is_year = value.text() == self.year && value.origin.path.0.len() == 1;
        is_year || value.text().len() >= OWN_MARK
    }

    /// The item of a list that a row of a table is about, by what its first cell says.
    fn item_of(&self, cell: &Cell) -> Option<Path> {
        if cell.column == 0 {
            return None;
        }
        let header = self.values.iter().find(|value| value.text() == cell.row_header)?;
        let (item, _) = header.origin.path.split_last()?;
        matches!(item.0.last(), Some(Step::Item(_))).then_some(item)
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
            value.origin.kind == OriginKind::Value
                && value.text().chars().count() >= FEWEST_OF_VALUE
                && value.origin.path.0.starts_with(&within.0)
                && whole::has(text, value.text())
        });
        let longest = shown.rev().max_by_key(|value| value.text().len());
        longest.map(|value| (&value.origin, value.text().chars().count()))
    }

    fn texts(&mut self, source: &Source, path: &Path, node: &Node) {
        for entry in node.entries().unwrap_or_default() {
            let Value::Scalar(scalar) = &entry.value.value else { continue };
            let path = path.and(entry.key.as_str());
            let places = ScalarPlaces::new(source, &entry.value.span, scalar);
            for (start, text) in paragraphs(scalar) {
                let place = places.place(&(start..start + text.len()));
                let line = source.position(place.start).line;
                let origin = Origin { path: path.clone(), line, kind: OriginKind::Text };
                self.paragraphs.push(TextParagraph { parts: literal_parts(text), origin });
            }
        }
    }

    fn values(&mut self, source: &Source, path: &Path, node: &Node) {
        match &node.value {
            Value::Scalar(scalar) => {
                let text = evenly_spaced(&scalar.text);
                let text = text.trim_end_matches('.');
                if text.chars().count() >= FEWEST_OF_VALUE || whole::is_number(text) {
                    let line = source.position(node.span.start).line;
                    let origin = Origin { path: path.clone(), line, kind: OriginKind::Value };
                    self.values.push(OwnValue { forms: whole::forms(text), origin });
                }
            }
            Value::Sequence(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.values(source, &path.and(at), item);
                }
            }
            Value::Mapping(entries) => {
                let has_names =
                    matches!(path.0.last(), Some(Step::Key(key)) if has_chosen_parts(key));
                for entry in entries {
                    let path = path.and(entry.key.as_str());
                    if has_names {
                        let line = source.position(entry.key.span.start).line;
                        let origin = Origin { path: path.clone(), line, kind: OriginKind::Name };
                        let forms = vec![evenly_spaced(&entry.key)];
                        self.values.push(OwnValue { forms, origin });
                    }
                    self.values(source, &path, &entry.value);
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
        parts.extend(
            literal.split(marks).map(evenly_spaced).filter(|part| part.chars().count() > 2),
        );
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
