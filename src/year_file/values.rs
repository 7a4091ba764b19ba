//! The kinds of value that a field can have, each read by its own rules.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::{Schema, SchemaGenerator};

use super::fillers::is_filler;
use super::numbers::MAX_COUNT;
use super::presence::RecordField;
use super::read::{Read, Reader};
use super::schema;
use crate::finding::shorten;
use crate::source::{Located, Unread};
use crate::yaml::{Entry, Node, Scalar, Style, Value};

pub use super::numbers::Hundredths;

/// One line of text, exactly as typed: `0042`, `15:30` and `no` stay what they are.
pub type Text = Located<String>;

/// A whole number of persons, cases or kronor; never negative.
pub type Count = Located<u64>;

/// A date in the calendar.
pub type Date = Located<NaiveDate>;

/// Ja or nej.
pub type YesNo = Located<bool>;

/// A number with at most two decimals, such as 3,75 årsanställningar.
pub type Decimal = Located<Hundredths>;

/// Text with Markdown and placeholders, from a block of the year file.
pub type Markdown = Located<Scalar>;

/// Counts under names that the service chooses itself, in the order written.
pub type NamedCounts = Vec<(Text, Count)>;

pub(super) fn scalar<'n>(
    node: &'n Node,
    reader: &mut Reader<'_>,
    expected: &str,
    hint: &str,
) -> Option<&'n Scalar> {
    match &node.value {
        Value::Scalar(scalar) => return Some(scalar),
        // YAML takes words in brackets for a list, and the writer for something to fill in.
        Value::Sequence(items)
            if matches!(items.as_slice(), [Node { value: Value::Scalar(_), .. }])
                && reader.written(node).starts_with('[') =>
        {
            reader.bracketed(node);
            return None;
        }
        _ => {}
    }
    reader.wrong_type(node, expected, hint);
    None
}

impl Read for Text {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::text()
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let scalar = scalar(node, reader, "en text", "Skriv texten på samma rad, efter kolon.")?;
        let text = scalar.text.trim();
        if text.is_empty() {
            reader.wrong_type(node, "en text", "Skriv texten, eller ta bort raden.");
            return None;
        }
        if is_filler(text) {
            reader.filler(node.span.clone(), text);
            return None;
        }
        Some(Self::new(one_line(text), node.span.clone()))
    }

    fn stand_in(unread: &Unread) -> Self {
        Self::stand_in(String::new(), unread)
    }
}

/// Joins lines, without touching fixed spaces, which are part of what was typed.
fn one_line(text: &str) -> String {
    let parts = text.split(['\n', '\r', '\t']).map(str::trim).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

impl Read for Markdown {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::markdown()
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let hint = "Skriv | efter kolon och texten på raderna under, indragen.";
        let scalar = scalar(node, reader, "en text", hint)?;
        if scalar.style != Style::Literal && joins_lines_that_stand_apart(reader.written(node)) {
            lines_are_joined(scalar.style, node, reader);
        }
        Some(Self::new(scalar.clone(), node.span.clone()))
    }

    fn stand_in(unread: &Unread) -> Self {
        Self::stand_in(Scalar { text: String::new(), style: Style::Plain }, unread)
    }
}

/// Whether paragraphs or the items of a list would run together in a text that is not
/// written after `|`.
fn joins_lines_that_stand_apart(written: &str) -> bool {
    let stands_apart = |line: &str| {
        let line = line.trim();
        let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
        line.is_empty()
            || ["•", "–", "- ", "* ", "#", "|"].iter().any(|sign| line.starts_with(sign))
            || (number.len() < line.len() && number.starts_with(". "))
    };
    written.trim_end().lines().skip(1).any(stands_apart)
}

fn lines_are_joined(style: Style, node: &Node, reader: &mut Reader<'_>) {
    let hint = match style {
        Style::Quoted => {
            "Ta bort citattecknen, skriv | efter kolon och börja texten på raden under, indragen."
        }
        Style::Folded => "Skriv | i stället för >.",
        Style::Plain | Style::Literal => {
            "Skriv | efter kolon och börja texten på raden under, indragen."
        }
    };
    let message =
        "texten har flera stycken eller en lista, och utan lodstreck (|) blir den ett stycke";
    let start = node.span.start;
    reader.report("lodstreck-saknas", start..node.span.end, message.to_owned(), hint);
}

impl Read for Date {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::date()
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let expected = "ett datum";
        let hint = "Skriv år, månad och dag: 2026-01-15.";
        let scalar = scalar(node, reader, expected, hint)?;
        let text = scalar.text.trim();
        let has_form = text.len() == 10
            && text.bytes().enumerate().all(|(i, byte)| {
                if matches!(i, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() }
            });
        match NaiveDate::parse_from_str(text, "%Y-%m-%d") {
            Ok(date) if has_form => Some(Self::new(date, node.span.clone())),
            _ if has_form => {
                reader.wrong_type(
                    node,
                    expected,
                    "Datumet finns inte i kalendern. Rätta dagen eller månaden.",
                );
                None
            }
            _ => {
                reader.wrong_type(node, expected, hint);
                None
            }
        }
    }

    fn stand_in(unread: &Unread) -> Self {
        Self::stand_in(NaiveDate::default(), unread)
    }
}

impl Read for YesNo {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::yes_no()
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let scalar = scalar(node, reader, "ja eller nej", "Skriv ja eller nej.")?;
        let value = match scalar.text.trim().to_lowercase().as_str() {
            "ja" | "true" => true,
            "nej" | "false" => false,
            _ => {
                reader.wrong_type(node, "ja eller nej", "Skriv ja eller nej.");
                return None;
            }
        };
        Some(Self::new(value, node.span.clone()))
    }

    fn stand_in(unread: &Unread) -> Self {
        Self::stand_in(false, unread)
    }
}

/// A year, from 2000, when personligt ombud became a permanent service, to 2099.
pub type Year = Located<i32>;

impl Read for Year {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::year()
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let hint = "Skriv året med fyra siffror, till exempel 2025.";
        let scalar = scalar(node, reader, "ett årtal", hint)?;
        if let Some(year) = year(&scalar.text) {
            Some(Self::new(year, node.span.clone()))
        } else {
            reader.wrong_type(node, "ett årtal", hint);
            None
        }
    }

    fn stand_in(unread: &Unread) -> Self {
        Self::stand_in(0, unread)
    }
}

fn year(text: &str) -> Option<i32> {
    let text = text.trim();
    let is_plain = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| is_plain && (2000..=2099).contains(year))
}

impl Read for NamedCounts {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::named("Namn med antal", &schema::count(MAX_COUNT))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(entries) = node.entries() else {
            reader.wrong_type(
                node,
                "namn med antal",
                "Skriv varje namn på en egen rad, med kolon och mellanslag före antalet: `18–29 år: 31`.",
            );
            return None;
        };
        let count = |entry: &Entry| {
            if is_filler(&entry.key) {
                reader.filler(entry.key.span.clone(), &entry.key);
            }
            (entry.key.clone(), reader.value_or_stand_in(entry))
        };
        Some(entries.iter().map(count).collect())
    }

    fn stand_in(_: &Unread) -> Self {
        Self::new()
    }
}

/// Values under years.
impl<T: Read> Read for BTreeMap<i32, Located<T>> {
    const INNER: &'static [RecordField] = T::INNER;

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        schema::by_year(&T::schema(generator))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let hint = "Skriv varje år på en egen rad följt av kolon, till exempel `2025:`.";
        let Some(entries) = node.entries() else {
            reader.wrong_type(node, "årtal med uppgifter under", hint);
            return None;
        };
        let mut years = Self::new();
        for entry in entries {
            match year(&entry.key) {
                None => {
                    reader.unread();
                    reader.report(
                        "fel-typ",
                        entry.key.span.clone(),
                        format!("här väntades ett årtal, men det står ”{}”", shorten(&entry.key)),
                        hint,
                    );
                }
                Some(year) => {
                    let value = reader.value(entry);
                    let located = |value| Located::new(value, entry.key.span.clone());
                    years.extend(value.map(|value| (year, located(value))));
                }
            }
        }
        Some(years)
    }

    fn stand_in(_: &Unread) -> Self {
        Self::new()
    }
}

/// Names under names, in the order written.
impl Read for Vec<(Text, Text)> {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::named("Namn med namn", &schema::text())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(entries) = node.entries() else {
            let hint =
                "Skriv varje namn på en egen rad, med kolon och mellanslag före det andra namnet.";
            reader.wrong_type(node, "namn med namn", hint);
            return None;
        };
        Some(
            entries
                .iter()
                .map(|entry| (entry.key.clone(), reader.value_or_stand_in(entry)))
                .collect(),
        )
    }

    fn stand_in(_: &Unread) -> Self {
        Self::new()
    }
}

/// Texts under names, in the order written.
pub type NamedTexts = Vec<(Text, Markdown)>;

impl Read for NamedTexts {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::named("Namn på avsnitt med text", &schema::markdown())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(entries) = node.entries() else {
            reader.wrong_type(
                node,
                "namn på avsnitt med text under",
                "Skriv till exempel `bakgrund: |` och texten på raderna under.",
            );
            return None;
        };
        let text = |entry: &Entry| Some((entry.key.clone(), reader.value(entry)?));
        Some(entries.iter().filter_map(text).collect())
    }

    fn stand_in(_: &Unread) -> Self {
        Self::new()
    }
}
