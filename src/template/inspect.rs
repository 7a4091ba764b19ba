//! Looking through the year file's texts before anything is filled in, so that
//! every slip is reported at once and at its own place.

use std::collections::BTreeSet;

use minijinja::value::Value;

use super::fill::{Filling, name};
use super::values::Values;
use super::{Input, errors, tree};
use crate::case::read::nearest;
use crate::case::values::Markdown;
use crate::finding::{Finding, MORE_THAN_USEFUL};

pub(super) fn texts(filling: &Filling<'_>) -> Vec<Finding> {
    let input = &filling.input;
    let sections = filling.papers.sections();
    let mut findings = filling.broken.clone();
    for (name, text) in filling.case.texts.iter().flatten() {
        if !sections.contains(&name.as_str()) {
            findings.push(unknown_section(input, name, &sections));
        }
        findings.extend(markup(input, text));
        findings.extend(placeholders(filling, name, text));
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
fn markup(input: &Input<'_>, text: &Markdown) -> Vec<Finding> {
    let wrong = tree::unsupported_in_text(&text.text);
    let finding = |wrong: tree::Unsupported| {
        let place = errors::place(input, text, wrong.span);
        Finding::error(
            "märkning-stöds-inte",
            &input.loaded.source,
            place,
            format!("här står {}, som inte kan visas i papperen", wrong.what),
        )
        .hint(wrong.hint)
    };
    wrong.into_iter().take(MORE_THAN_USEFUL).map(finding).collect()
}

/// Placeholders that do not exist. A text that no template can be made of has been
/// reported already.
fn placeholders(filling: &Filling<'_>, section: &str, text: &Markdown) -> Vec<Finding> {
    let Filling { input, engine, values: known, .. } = filling;
    let Ok(template) = engine.get_template(&[name::TEXT, section].concat()) else {
        return Vec::new();
    };
    // In a fixed order: the engine's own set has none.
    let names: BTreeSet<_> = template.undeclared_variables(true).into_iter().collect();
    let mut findings = Vec::new();
    for name in names {
        if let Some(hint) = unknown(&name, known) {
            // Finding a place in the year file takes its time.
            let room = MORE_THAN_USEFUL.saturating_sub(findings.len());
            for start in occurrences(&text.text, &name).take(room) {
                let place = errors::place(input, text, start..start + name.len());
                let message = format!("platshållaren `{name}` finns inte");
                findings.push(
                    Finding::error("okänd-platshållare", &input.loaded.source, place, message)
                        .hint(hint.clone()),
                );
            }
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

/// Where a name stands between the braces of placeholders.
fn occurrences<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = usize> + 't {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    placeholders_in(text).flat_map(move |(start, inside)| {
        let found = inside.match_indices(name).filter(move |(at, _)| {
            let alone_before = !inside[..*at].chars().next_back().is_some_and(is_word);
            let rest = &inside[at + name.len()..];
            let alone_after = !rest.chars().next().is_some_and(|c| is_word(c) && c != '.');
            alone_before && alone_after
        });
        found.map(move |(at, _)| start + at)
    })
}

/// What stands between the braces of each placeholder and each tag, and where.
fn placeholders_in(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let opened = first_of(["{{", "{%"], rest)? + 2;
        let inside = rest.get(opened..)?;
        let inside = inside.get(..first_of(["}}", "%}"], inside).unwrap_or(inside.len()))?;
        let start = at + opened;
        at = start + inside.len();
        Some((start, inside))
    })
}

/// Where either mark first stands. Looks no further than that, so that a text full of
/// placeholders is gone through once.
fn first_of(marks: [&str; 2], text: &str) -> Option<usize> {
    let mut places = text.char_indices().map(|(place, _)| place);
    places.find(|place| marks.iter().any(|mark| text[*place..].starts_with(mark)))
}

#[cfg(test)]
mod tests {
    use super::occurrences;

    #[test]
    fn a_name_is_found_inside_placeholders_only() {
        let places = |text: &str| occurrences(text, "kö").collect::<Vec<_>>();
        assert_eq!(places("kö {{ kö }} kö {% if kö.antal %}kö{% endif %}"), [7, 24]);
        assert_eq!(places("{{ köer }}{{ x.kö }}{{ _kö }}"), [0; 0]);
        assert_eq!(places("{{ å|lista }} kö }} {{ kö"), [25]);
    }
}
