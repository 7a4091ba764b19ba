//! Looking through the year file's texts before anything is filled in, so that
//! every slip is reported at once and at its own place.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use minijinja::value::{Value, ValueKind};
use unicode_normalization::UnicodeNormalization as _;

use super::fill::Filling;
use super::language::{AskedName, Cause, TextReading, Wrong};
use super::values::{ShownNumber, Values};
use super::{Input, Paper, tree};
use crate::finding::{Finding, MORE_THAN_USEFUL};
use crate::measures::{Division, PartNames};
use crate::source::Span;
use crate::swedish::folded;
use crate::yaml::ScalarPlaces;
use crate::year_file::YearFile;
use crate::year_file::read::nearest;

pub(super) fn texts(filling: &Filling<'_>) -> Vec<Finding> {
    let input = &filling.input;
    let sections = filling.papers.sections();
    let mut findings = filling.broken.clone();
    let texts = filling.year_file.texts.iter().flatten();
    for ((name, text), (_, reading)) in texts.zip(&filling.texts) {
        if !sections.contains(&name.as_str()) && findings.len() < MORE_THAN_USEFUL {
            findings.push(unknown_section(filling, name, &sections));
        }
        // Walked through once for all that is found in it.
        let places = LazyCell::new(|| ScalarPlaces::new(&input.loaded.source, &text.span, text));
        let place = |range: Span| places.place(&range);
        findings.extend(markup(input, reading, place));
        findings.extend(placeholders(filling, reading, place));
        findings.extend(comparisons(filling, reading, place));
    }
    findings
}

fn unknown_section(
    filling: &Filling<'_>,
    name: &crate::year_file::values::Text,
    sections: &[&str],
) -> Finding {
    let is_of_former = |paper: &&Paper| {
        let former = paper.stands_for.as_ref();
        former.is_some_and(|former| former.sections.iter().any(|other| *other == name.as_str()))
    };
    let replacing = filling.papers.iter().find(is_of_former);
    let hint = match (replacing, nearest(name, sections)) {
        (Some(paper), _) => {
            let former = paper.stands_for.as_ref().map_or("", |former| former.name.as_str());
            format!(
                "Avsnittet finns i papperet ”{former}” men inte i ”{}”, som görs i stället. Ta bort texten, eller gör papperen utan den mallen. Avsnitt i ”{}”: {}.",
                *paper.info.name,
                *paper.info.name,
                paper.sections().collect::<Vec<_>>().join(", ")
            )
        }
        (None, Some(near)) => format!("Menade du `{near}`?"),
        (None, None) => format!("Avsnitt som finns: {}.", sections.join(", ")),
    };
    let source = &filling.input.loaded.source;
    let message = format!("inget papper har ett avsnitt som heter `{name}`");
    Finding::error("okänt-avsnitt", source, name.span.clone(), message)
        .because("Texten skulle inte komma med i något papper.")
        .hint(hint)
}

/// Markup that has no place in a paper.
fn markup(input: &Input<'_>, reading: &TextReading, place: impl Fn(Span) -> Span) -> Vec<Finding> {
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
    reading: &TextReading,
    place: impl Fn(Span) -> Span,
) -> Vec<Finding> {
    let Filling { input, values: known, .. } = filling;
    if !reading.wrong.is_empty() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    // What is said of a name that stands in many places is looked for once.
    let mut hints: BTreeMap<&str, Option<String>> = BTreeMap::new();
    for AskedName { path, span } in &reading.names {
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

/// Conditions whose answer would be wrong: a figure is no number until its `antal` is
/// asked for, and a masked count has none that may be compared.
fn comparisons(
    filling: &Filling<'_>,
    reading: &TextReading,
    place: impl Fn(Span) -> Span,
) -> Vec<Finding> {
    let Filling { input, values: known, .. } = filling;
    let masks = input.facts.has_masked();
    let judge = |AskedName { path, span }: &AskedName| {
        let parts: Vec<&str> = path.split('.').collect();
        let (first, rest) = parts.split_first()?;
        let value = known.get(first);
        let error = |rule, message| {
            Finding::error(rule, &input.loaded.source, place(span.clone()), message)
        };
        let is_figure = |value: &Value| value.downcast_object_ref::<ShownNumber>().is_some();
        if rest.is_empty() && value.is_some_and(is_figure) {
            let message = format!("`{path}` är inget tal som kan jämföras");
            return Some(
                error("villkor-utan-antal", message).hint(format!("Skriv `{path}.antal`.")),
            );
        }
        // What a loop goes through is not looked up: any of it may be masked.
        let is_masked = match value {
            Some(value) => is_masked(value, rest),
            None => rest.last().is_some_and(|part| COUNTS.contains(part)),
        };
        (masks && is_masked).then(|| {
            let is = if value.is_some() { "är" } else { "kan vara" };
            let message = format!("villkoret jämför `{path}`, som {is} maskerat");
            error("villkor-maskerat", message)
                .because("Vad som än stod i papperet skulle det antingen vara fel eller avslöja det maskerade antalet.")
                .hint("Skriv texten så att den inte beror på antalet.")
        })
    };
    let compared = if reading.wrong.is_empty() { reading.compared.as_slice() } else { &[] };
    compared.iter().filter_map(judge).take(MORE_THAN_USEFUL).collect()
}

/// The parts of a figure that are counts.
const COUNTS: [&str; 3] = ["antal", "föregående", "skillnad"];

/// Whether a count that can be reached by these parts is shown in other words than its
/// digits.
fn is_masked(value: &Value, parts: &[&str]) -> bool {
    if value.kind() == ValueKind::Seq {
        return value.try_iter().is_ok_and(|mut items| items.any(|item| is_masked(&item, parts)));
    }
    let Some((part, rest)) = parts.split_first() else { return false };
    value.get_attr(part).is_ok_and(|inner| {
        let is_count = rest.is_empty() && COUNTS.contains(part);
        is_masked(&inner, rest) || (is_count && inner.kind() == ValueKind::String)
    })
}

/// What to do about a name that does not exist; nothing when it does.
pub(super) fn unknown(name: &str, known: &Values) -> Option<String> {
    let (first, rest) = name.split_once('.').map_or((name, None), |(a, b)| (a, Some(b)));
    let names: Vec<&str> = known.iter().map(|named| named.name).collect();
    let Some(value) = known.get(first) else {
        if let Some(hint) = as_in_year_file(name, known) {
            return Some(hint);
        }
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

/// What to write for a figure that is asked for as it stands in the year file: `beviljat`
/// for `ekonomi.beviljat`, and one of the rows for a part of a list.
pub(super) fn as_in_year_file(path: &str, known: &Values) -> Option<String> {
    let steps: Vec<&str> = path.split('.').map(str::trim).collect();
    let (first, rest) = steps.split_first()?;
    let reported = known.get("år").map(ToString::to_string).unwrap_or_default();
    let is_earlier = match rest.first().and_then(|step| step.parse::<i32>().ok()) {
        Some(year) if *first == STATISTICS => match reported.parse::<i32>() {
            Ok(reported) if year == reported => false,
            Ok(reported) if year + 1 == reported => true,
            _ => return Some(years_that_can_be_asked_for()),
        },
        _ => false,
    };
    let is_key = YearFile::FIELDS.iter().any(|field| field.key == *first);
    let mut names = steps.iter().enumerate().filter(|(index, _)| *index == 0 || is_key);
    let found = names.find_map(|(index, name)| Some((index, *name, known.get(name)?)));
    let Some((index, name, value)) = found else {
        return (*first == STATISTICS).then(years_that_can_be_asked_for);
    };
    let part = steps.get(index + 1..)?.join(".");
    if value.kind() == ValueKind::Seq && !part.is_empty() {
        return row(name, value, &part, is_earlier);
    }
    let is_shown_as_it_is = matches!(value.kind(), ValueKind::String | ValueKind::Number);
    match (index, is_shown_as_it_is && !part.is_empty()) {
        (_, true) => Some(format!("Skriv bara `{{{{ {name} }}}}`.")),
        (0, false) => None,
        _ if is_earlier && part.is_empty() => Some(format!("Menade du `{name}.föregående`?")),
        _ => Some(format!("Menade du `{}`?", steps.get(index..)?.join("."))),
    }
}

/// The key of the figures in the year file.
const STATISTICS: &str = "statistik";

fn years_that_can_be_asked_for() -> String {
    "Siffror hämtas med sitt namn, för det redovisade året och året före: `{{ klienter }}` och `{{ klienter.föregående }}`.".to_owned()
}

/// How to ask for the row of a list that a part of a division is.
fn row(name: &str, list: &Value, part: &str, is_earlier: bool) -> Option<String> {
    let first = list.try_iter().ok()?.next()?;
    if first.get_attr(part).is_ok_and(|value| !value.is_undefined()) {
        return Some(format!(
            "`{name}` är en lista, där raderna räknas från 0. Den första radens `{part}` är `{{{{ {name}[0].{part} }}}}`."
        ));
    }
    let label = Division::of_key(name).and_then(|division| match division.names {
        PartNames::Fixed(parts) => parts.iter().find(|it| it.key == part).map(|it| it.label),
        PartNames::Chosen(_) => None,
    });
    let wanted = folded(label.unwrap_or(part));
    let asked = if is_earlier { "föregående" } else { "antal" };
    let names = list.try_iter().ok()?.map(|row| {
        let name = row.get_attr("namn").ok().filter(|name| !name.is_undefined());
        row.get_attr(asked).ok().filter(|count| !count.is_undefined()).and(name)
    });
    let names: Vec<String> = names.map(|name| Some(name?.to_string())).collect::<Option<_>>()?;
    let index = names.iter().position(|name| folded(name) == wanted);
    let index = index.unwrap_or_default();
    let shown = names.get(index);
    Some(format!(
        "`{name}` är en lista, där raderna räknas från 0. ”{}” är `{{{{ {name}[{index}].{asked} }}}}`.",
        shown?
    ))
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
