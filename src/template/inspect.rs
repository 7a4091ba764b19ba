//! Looking through the year file's texts before anything is filled in, so that
//! every slip is reported at once and at its own place.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use minijinja::value::Value;
use unicode_normalization::UnicodeNormalization as _;

use super::fill::Filling;
use super::language::{Cause, Name, Reading, Wrong};
use super::values::Values;
use super::{Input, tree};
use crate::case::read::nearest;
use crate::finding::{Finding, MORE_THAN_USEFUL};
use crate::source::Span;
use crate::yaml::ScalarPlaces;

pub(super) fn texts(filling: &Filling<'_>) -> Vec<Finding> {
    let input = &filling.input;
    let sections = filling.papers.sections();
    let mut findings = filling.broken.clone();
    let texts = filling.case.texts.iter().flatten();
    for ((name, text), (_, reading)) in texts.zip(&filling.texts) {
        if !sections.contains(&name.as_str()) {
            findings.push(unknown_section(input, name, &sections));
        }
        // Walked through once for all that is found in it.
        let places = LazyCell::new(|| ScalarPlaces::new(&input.loaded.source, &text.span, text));
        let place = |range: Span| places.place(&range);
        findings.extend(markup(input, reading, place));
        findings.extend(placeholders(filling, reading, place));
    }
    findings
}

fn unknown_section(
    input: &Input<'_>,
    name: &crate::case::values::Text,
    sections: &[&str],
) -> Finding {
    let hint = match nearest(name, sections) {
        Some(near) => format!("Menade du `{near}`?"),
        None => format!("Avsnitt som finns: {}.", sections.join(", ")),
    };
    let message = format!("inget papper har ett avsnitt som heter `{name}`");
    Finding::error("okänt-avsnitt", &input.loaded.source, name.span.clone(), message)
        .because("Texten skulle inte komma med i något papper.")
        .hint(hint)
}

/// Markup that has no place in a paper.
fn markup(input: &Input<'_>, reading: &Reading, place: impl Fn(Span) -> Span) -> Vec<Finding> {
    let wrong = tree::unsupported_in_text(&reading.text);
    let finding = |wrong: tree::Unsupported| {
        Finding::error(
            "märkning-stöds-inte",
            &input.loaded.source,
            place(wrong.span),
            format!("här står {}; det kan inte visas i papperen", wrong.what),
        )
        .hint(wrong.hint)
    };
    wrong.into_iter().take(MORE_THAN_USEFUL).map(finding).collect()
}

/// Placeholders that do not exist. A text that no template can be made of has been
/// reported already.
fn placeholders(
    filling: &Filling<'_>,
    reading: &Reading,
    place: impl Fn(Span) -> Span,
) -> Vec<Finding> {
    let Filling { input, values: known, .. } = filling;
    if !reading.wrong.is_empty() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    // What is said of a name that stands in many places is looked for once.
    let mut hints: BTreeMap<&str, Option<String>> = BTreeMap::new();
    for Name { path, span } in &reading.names {
        if findings.len() == MORE_THAN_USEFUL {
            break;
        }
        let hint = hints.entry(path).or_insert_with(|| unknown(path, known));
        if let Some(hint) = hint {
            let place = place(span.clone());
            let message = format!("platshållaren `{path}` finns inte");
            findings.push(
                Finding::error("okänd-platshållare", &input.loaded.source, place, message)
                    .hint(hint.clone()),
            );
        }
    }
    findings
}

/// What to do about a name that does not exist; nothing when it does.
pub(super) fn unknown(name: &str, known: &Values) -> Option<String> {
    let (first, rest) = name.split_once('.').map_or((name, None), |(a, b)| (a, Some(b)));
    let names: Vec<&str> = known.iter().map(|named| named.name).collect();
    let Some(value) = known.get(first) else {
        return Some(suggestion(first, &names, "", known));
    };
    let asked = rest?.split('.').next()?;
    let parts: Vec<String> = parts(value);
    if parts.is_empty() || parts.iter().any(|part| part == asked) {
        return None;
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    Some(suggestion(asked, &parts, &format!("{first}."), known))
}

/// Whether what stands between single braces was meant for a placeholder, since there is
/// such a name or one like it. Anything else that is wrong is meant.
pub(super) fn is_meant(wrong: &Wrong, known: &Values) -> bool {
    let Cause::SingleBraces(path) = &wrong.cause else { return true };
    let first: String = path.split(['.', '|']).next().unwrap_or_default().nfc().collect();
    let names: Vec<&str> = known.iter().map(|named| named.name).collect();
    nearest(&first, &names).is_some()
}

fn parts(value: &Value) -> Vec<String> {
    match value.try_iter() {
        Ok(keys) if value.kind() == minijinja::value::ValueKind::Map => {
            keys.map(|key| key.to_string()).collect()
        }
        _ => Vec::new(),
    }
}

fn suggestion(name: &str, known: &[&str], prefix: &str, all: &Values) -> String {
    if let Some(near) = nearest(name, known) {
        return format!("Menade du `{prefix}{near}`?");
    }
    let names: Vec<&str> = if prefix.is_empty() {
        let shown = |name: &&&str| all.get(name).is_some_and(|value| !value.is_undefined());
        known.iter().filter(shown).copied().collect()
    } else {
        known.to_vec()
    };
    format!("Namn som finns: {}.", names.join(", "))
}
