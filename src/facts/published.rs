//! The published figures as JSON, to go with a PDF as an attached file.
//!
//! The format is described in `docs/siffror.md`. It holds what the papers show and
//! nothing else: no comment of the year file, no text, no masked count.

use serde_json::{Map, Value, json};

use super::{Facts, Figure, Number};
use crate::measures::AMOUNTS;
use crate::year_file::YearFile;

/// The version of the format. It goes up when a reader of the old one would misread
/// the new one.
pub const PUBLISHED_VERSION: u32 = 1;

/// The published figures of a year file as JSON text, ending in a line feed.
#[must_use]
pub fn published(year_file: &YearFile, facts: &Facts) -> String {
    let year = *year_file.year;
    let counts = |figures: &[Figure]| -> Vec<Value> {
        figures.iter().map(|figure| count(figure, &facts.years)).collect()
    };
    // Known for every paper but an information sheet.
    let posts = year_file.operation.full_time_posts.known();
    let known: Vec<Figure> =
        facts.figures.iter().filter(|figure| figure.current().is_some()).cloned().collect();
    let divisions = facts
        .parts
        .iter()
        .map(|divided| (divided.division.key.to_owned(), Value::from(counts(&divided.figures))));
    let content = json!({
        "format": "tjut-siffror",
        "version": PUBLISHED_VERSION,
        "verksamhetsår": year,
        "kommun": *year_file.sender.municipality,
        "nämnd": *year_file.sender.board,
        "årsanställningar": posts.map(ToString::to_string),
        "antal": counts(&known),
        "fördelningar": divisions.collect::<Map<_, _>>(),
        "kronor": kronor(facts),
    });
    let mut text = serde_json::to_string_pretty(&content).unwrap_or_default();
    text.push('\n');
    text
}

/// A count for every year, the reported one first. What is masked is the text that
/// the papers show; what is missing is null.
fn count(figure: &Figure, years: &[i32]) -> Value {
    let shown = |number: Option<Number>| match number {
        None => Value::Null,
        Some(Number::Exact(count)) => count.into(),
        masked => Number::in_cell(masked).into(),
    };
    let mut fields = Map::new();
    if !figure.name.is_empty() {
        fields.insert("namn".into(), json!(figure.name));
    }
    fields.insert("beskrivning".into(), json!(figure.label));
    for (year, number) in years.iter().zip(&figure.series).rev() {
        fields.insert(year.to_string(), shown(*number));
    }
    Value::Object(fields)
}

fn kronor(facts: &Facts) -> Map<String, Value> {
    let published = AMOUNTS.iter().filter_map(|amount| Some((amount.published_as?, amount.key)));
    published.map(|(name, key)| (name.to_owned(), json!(facts.money.kronor(key)))).collect()
}
