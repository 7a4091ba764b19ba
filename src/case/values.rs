//! The kinds of value that a field can have, each read by its own rules.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use schemars::{Schema, SchemaGenerator};

use super::read::{Read, Reader};
use super::schema;
use crate::finding::shorten;
use crate::source::Located;
use crate::yaml::{Node, Scalar, Value};

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

/// A number kept exactly, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Hundredths(pub u64);

impl fmt::Display for Hundredths {
    /// With decimal comma and no more decimals than needed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / 100, self.0 % 100);
        match (part, part % 10) {
            (0, _) => write!(f, "{whole}"),
            (_, 0) => write!(f, "{whole},{}", part / 10),
            _ => write!(f, "{whole},{part:02}"),
        }
    }
}

fn scalar<'n>(
    node: &'n Node,
    reader: &mut Reader<'_>,
    expected: &str,
    hint: &str,
) -> Option<&'n Scalar> {
    if let Value::Scalar(scalar) = &node.value {
        return Some(scalar);
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
        Some(Self::new(one_line(text), node.span.clone()))
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
        Some(Self::new(scalar.clone(), node.span.clone()))
    }
}

/// Ordinary, fixed and thin spaces, any of which may stand between thousands.
const SPACES: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];

/// The digits of a whole number, in which thousands may be grouped. Spaces in other
/// places are refused: `86 91` is two figures rather than one.
fn digits(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.trim().split(SPACES).collect();
    let is_digits = |group: &&str| !group.is_empty() && group.bytes().all(|c| c.is_ascii_digit());
    let is_grouped = match groups.as_slice() {
        [_] => true,
        [first, rest @ ..] => first.len() <= 3 && rest.iter().all(|group| group.len() == 3),
        [] => false,
    };
    (is_grouped && groups.iter().all(is_digits)).then(|| groups.concat())
}

impl Read for Count {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::count(MAX_COUNT)
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let expected = "ett antal med bara siffror";
        let scalar = scalar(node, reader, expected, "Skriv till exempel 189 eller 1 250 000.")?;
        let count = digits(&scalar.text).and_then(|digits| digits.parse().ok());
        if let Some(count) = count.filter(|count| *count <= MAX_COUNT) {
            return Some(Self::new(count, node.span.clone()));
        }
        reader.wrong_type(node, expected, &count_hint(&scalar.text));
        None
    }
}

/// Larger than any sum in a kommun's budget, small enough that sums never overflow.
const MAX_COUNT: u64 = 1_000_000_000_000;

fn count_hint(written: &str) -> String {
    let written = written.trim();
    if digits(written).is_some() {
        return "Talet är för stort.".to_owned();
    }
    if written.starts_with(['-', '\u{2212}']) {
        return "Ett antal kan inte vara negativt.".to_owned();
    }
    if written.contains([',', '.']) {
        return "Skriv ett heltal utan decimaler. Tusental skiljs med mellanslag: 1 250 000."
            .to_owned();
    }
    let is_part = |c: char| c.is_ascii_digit() || SPACES.contains(&c);
    let leading = written.split(|c| !is_part(c)).next().unwrap_or("").trim();
    if leading == written && !leading.is_empty() {
        "Tusental skiljs med mellanslag i grupper om tre siffror: 1 250 000.".to_owned()
    } else if digits(leading).is_some() && written[leading.len()..].starts_with(SPACES) {
        format!("Skriv bara siffrorna: {leading}.")
    } else {
        "Skriv med siffrorna 0–9, till exempel 189.".to_owned()
    }
}

impl Read for Decimal {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::decimal()
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let expected = "ett tal";
        let hint = "Skriv med siffror och decimalkomma, högst två decimaler, till exempel 3,75.";
        let scalar = scalar(node, reader, expected, hint)?;
        let written = scalar.text.trim();
        let (whole, part) = written.split_once(',').unwrap_or((written, "0"));
        let is_part = (1..=2).contains(&part.len()) && part.bytes().all(|c| c.is_ascii_digit());
        let Some(whole) = digits(whole).filter(|whole| is_part && whole.len() <= 9) else {
            let with_comma = written.replacen('.', ",", 1);
            let hint = match written.split_once('.') {
                Some((whole, part)) if digits(whole).is_some() && matches!(part.len(), 1 | 2) => {
                    format!("Skriv med decimalkomma: {}.", shorten(&with_comma))
                }
                _ => hint.to_owned(),
            };
            reader.wrong_type(node, expected, &hint);
            return None;
        };
        let hundredths = format!("{whole}{part:0<2}").parse().ok()?;
        Some(Self::new(Hundredths(hundredths), node.span.clone()))
    }
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
                reader.wrong_type(node, expected, "Datumet finns inte i kalendern.");
                None
            }
            _ => {
                reader.wrong_type(node, expected, hint);
                None
            }
        }
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
}

fn year(text: &str) -> Option<i32> {
    let text = text.trim();
    let is_plain = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| is_plain && (2000..=2099).contains(year))
}

impl Read for NamedCounts {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::named("Namn med antal", schema::count(MAX_COUNT))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(entries) = node.entries() else {
            reader.wrong_type(
                node,
                "namn med antal",
                "Skriv varje namn på en egen rad: `18–29 år: 31`.",
            );
            return None;
        };
        let counts: Vec<Option<_>> =
            entries.iter().map(|entry| Some((entry.key.clone(), reader.value(entry)?))).collect();
        counts.into_iter().collect()
    }
}

/// Values under years.
impl<T: Read> Read for BTreeMap<i32, Located<T>> {
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
                None => reader.report(
                    "fel-typ",
                    entry.key.span.clone(),
                    format!("här väntades ett årtal, men det står ”{}”", shorten(&entry.key)),
                    hint,
                ),
                Some(year) => {
                    let value = reader.value(entry);
                    let located = |value| Located::new(value, entry.key.span.clone());
                    years.extend(value.map(|value| (year, located(value))));
                }
            }
        }
        Some(years)
    }
}

/// Texts under names, in the order written.
pub type NamedTexts = Vec<(Text, Markdown)>;

impl Read for NamedTexts {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::named("Namn på avsnitt med text", schema::markdown())
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
        let texts: Vec<Option<_>> =
            entries.iter().map(|entry| Some((entry.key.clone(), reader.value(entry)?))).collect();
        texts.into_iter().collect()
    }
}
