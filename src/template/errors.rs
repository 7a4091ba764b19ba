//! What the template engine objects to, with its place in the year file or in the
//! template, and in Swedish.

use std::borrow::Cow;
use std::sync::Arc;

use minijinja::{Error, ErrorKind};

use super::fill::name;
use super::filters::{self, Refusal};
use super::language::{Language, Wrong};
use super::paper::SHARED;
use super::values::Values;
use super::{Input, Paper, Papers, inspect, tree};
use crate::finding::{Finding, shorten};
use crate::source::{Source, Span};
use crate::yaml::{Scalar, Style, place_in_scalar};
use crate::year_file::values::{Markdown, Text};

/// An error as a finding at its place.
pub(super) fn located(
    error: &Error,
    papers: &Papers,
    input: &Input<'_>,
    known: &Values,
) -> Finding {
    let innermost = innermost(error);
    let name = innermost.name().unwrap_or_default();
    if let Some((text, section)) = text_of(name, input) {
        return in_text(innermost, text, section, input, known);
    }
    if name == SHARED {
        return in_shared(innermost, papers.shared());
    }
    // Names such as `ämne.redovisning` end with the paper's id.
    let id = name.rsplit_once('.').map_or(name, |(_, id)| id);
    match papers.get(id).or_else(|| papers.iter().next()) {
        Some(paper) => {
            unknown_name(error, paper, known).unwrap_or_else(|| in_template(error, paper))
        }
        None => Finding::error("mall", &input.loaded.source, 0..0, "det finns inga mallar"),
    }
}

/// What is not in the language of texts.
pub(super) fn wrong_in_text(
    wrong: &Wrong,
    text: &Markdown,
    section: &str,
    input: &Input<'_>,
    known: &Values,
) -> Finding {
    let (rule, message, hint) =
        as_in_year_file(wrong, text, known).unwrap_or_else(|| wrong.cause.said(Language::Text));
    let place = place(input, text, wrong.span.clone());
    Finding::error(rule, &input.loaded.source, place, message)
        .because(format!("Texten `{section}` kan inte fyllas i."))
        .hint(hint)
}

/// What is said of a year or a name between the dots of a placeholder, when that is the way
/// to a figure in the year file.
fn as_in_year_file(wrong: &Wrong, text: &Markdown, known: &Values) -> Option<TemplateObjection> {
    let (before, after) = text.text.split_at_checked(wrong.span.start)?;
    let before = before.rsplit("{{").next()?;
    let after = after.split(['|', '}']).next()?;
    let path = [before, after].concat();
    let path = path.trim();
    let is_path = before.trim_end().ends_with('.') && !path.contains(['{', '(', '%', '\n']);
    let hint = is_path.then(|| inspect::as_in_year_file(path, known)).flatten()?;
    let message = format!("platshållaren `{}` finns inte", shorten(path));
    Some(("okänd-platshållare", message, hint.into()))
}

/// What is not in the language of templates.
pub(super) fn wrong_in_template(wrong: &Wrong, source: &Arc<Source>, place: Span) -> Finding {
    let (rule, message, hint) = wrong.cause.said(Language::Template);
    Finding::error(rule, source, place, message).hint(hint)
}

/// An error in a text of the year file.
fn in_text(
    error: &Error,
    text: &Markdown,
    section: &str,
    input: &Input<'_>,
    known: &Values,
) -> Finding {
    let range = error.range().unwrap_or(0..0);
    let shown = text.text.get(range.clone()).unwrap_or_default().trim();
    let (rule, message, hint) = match error.kind() {
        ErrorKind::UndefinedError => (
            "platshållare-utan-värde",
            format!("platshållaren `{shown}` har inget värde"),
            if let Some(hint) = inspect::as_in_year_file(shown, known) {
                hint.into()
            } else if input.facts.has_masked() {
                "Antingen finns uppgiften inte i årsfilen, eller så visas den inte, eftersom den skulle avslöja ett litet antal. Skriv om texten, eller fyll i uppgiften om den saknas.".into()
            } else {
                "Uppgiften finns inte i årsfilen. Fyll i den, eller skriv om texten.".into()
            },
        ),
        ErrorKind::SyntaxError => (
            "platshållare-felskriven",
            "platshållaren är felskriven".to_owned(),
            "En platshållare skrivs {{ namn }}. Kontrollera att klamrarna är två i var ände."
                .into(),
        ),
        _ => anywhere(error, shown).unwrap_or_else(|| {
            (
                "platshållare-fel",
                format!("`{shown}` kan inte fyllas i"),
                "Jämför med exemplen i mappen data.".into(),
            )
        }),
    };
    Finding::error(rule, &input.loaded.source, place(input, text, range), message)
        .because(format!("Texten `{section}` kan inte fyllas i."))
        .hint(hint)
}

/// A name in a template that stands for nothing, in any year file.
fn unknown_name(error: &Error, paper: &Paper, known: &Values) -> Option<Finding> {
    let error = innermost(error);
    let (name, place) = in_paper(error, paper);
    let (first, rest) = name.split_once('.').map_or((name, None), |(a, b)| (a, Some(b)));
    // A name that the template itself has given is not among those that are known.
    let is_sure = rest.is_none() || known.get(first).is_some();
    let hint = inspect::unknown(name, known)
        .filter(|_| error.kind() == ErrorKind::UndefinedError && is_sure)?;
    let message = format!("platshållaren `{name}` finns inte");
    Some(Finding::error("okänd-platshållare", &paper.source, place, message).hint(hint))
}

/// What an error in a template is about, as written, and where.
fn in_paper<'p>(error: &Error, paper: &'p Paper) -> (&'p str, Span) {
    let range = error.range().unwrap_or(0..0);
    let name = error.name().unwrap_or_default();
    let place = place_in_paper(paper, name, range.clone());
    let shown = head_of(name, paper).map_or(paper.body(), |text| text.as_str()).get(range);
    (shown.unwrap_or_default().trim(), place)
}

/// A place in what the engine calls by a name: the paper's body or a line of its head.
pub(super) fn place_in_paper(paper: &Paper, name: &str, range: Span) -> Span {
    let Some(text) = head_of(name, paper) else {
        return paper.body_start + range.start..paper.body_start + range.end;
    };
    let scalar = Scalar { text: text.to_string(), style: Style::Quoted };
    place_in_scalar(&paper.source, &text.span, &scalar, range)
}

/// An error in a paper's template.
pub(super) fn in_template(error: &Error, paper: &Paper) -> Finding {
    let error = innermost(error);
    let (shown, place) = in_paper(error, paper);
    in_source(error, &paper.source, shown, place)
}

/// An error in what papers have in common.
pub(super) fn in_shared(error: &Error, shared: &Arc<Source>) -> Finding {
    let place = error.range().unwrap_or(0..0);
    let shown = shared.text.get(place.clone()).unwrap_or_default().trim();
    in_source(error, shared, shown, place)
}

fn in_source(error: &Error, source: &Arc<Source>, shown: &str, place: Span) -> Finding {
    let (rule, message, hint) = match error.kind() {
        ErrorKind::UndefinedError => (
            "platshållare-utan-värde",
            format!("platshållaren `{shown}` har inget värde"),
            "Fyll i uppgiften i årsfilen, eller pröva med {% if … is defined %} i mallen.".into(),
        ),
        ErrorKind::SyntaxError if is_second_block(error) => (
            "mall-felskriven",
            "avsnittet har samma namn som ett tidigare i mallen".to_owned(),
            "Ge det ena {% block … %} ett annat namn.".into(),
        ),
        ErrorKind::SyntaxError => (
            "mall-felskriven",
            "mallen kan inte tolkas här".to_owned(),
            "Klamrar skrivs {{ namn }} och {% ord %}. Varje {% if … %}, {% for … %} och {% block … %} \
             ska ha sitt {% endif %}, {% endfor %} eller {% endblock %}.".into(),
        ),
        _ => anywhere(error, shown).unwrap_or_else(|| {
            (
                "platshållare-fel",
                format!("`{shown}` kan inte fyllas i"),
                "Jämför med de inbyggda mallarna, som `tjut mallar --exportera MAPP` skriver ut.".into(),
            )
        }),
    };
    Finding::error(rule, source, place, message).hint(hint)
}

/// What the Markdown reader objects to in a filled-in template. The place is that of the
/// same words in the template, or else in a text: only together may they be wrong.
pub(super) fn in_result(
    paper: &Paper,
    markdown: &str,
    wrong: &tree::Unsupported,
    input: &Input<'_>,
) -> Finding {
    let excerpt = markdown.get(wrong.span.clone()).unwrap_or_default();
    let excerpt: String = excerpt.lines().next().unwrap_or_default().chars().take(60).collect();
    let start = paper.body_start;
    let message = format!("i det ifyllda papperet står {}", wrong.what);
    if excerpt.is_empty() {
        return Finding::error("mall-innehåll", &paper.source, start..start, message)
            .hint(wrong.hint);
    }
    let message = format!("{message}: ”{excerpt}”");
    let in_template = paper.body().find(&excerpt).map(|found| start + found);
    let texts =
        input.loaded.year_file.iter().flat_map(|year_file| year_file.texts.iter().flatten());
    let mut in_texts =
        texts.filter(|(section, _)| paper.sections().any(|other| other == section.as_str()));
    let in_text = in_texts.find_map(|(_, text)| {
        let found = text.text.find(&excerpt)?;
        Some(place(input, text, found..found + excerpt.len()))
    });
    let (source, place) = match (in_template, in_text) {
        (None, Some(place)) => (&input.loaded.source, place),
        (Some(found), _) => (&paper.source, found..found + excerpt.len()),
        (None, None) => (&paper.source, start..start),
    };
    Finding::error("mall-innehåll", source, place, message).hint(wrong.hint)
}

/// The date in a template's head that comes to something else than a date.
pub(super) fn no_date(paper: &Paper, written: &Text, filled: &str) -> Finding {
    let message = format!("papperets datum blev ”{filled}”, som inte är ett datum");
    Finding::error("mall-datum", &paper.source, written.span.clone(), message)
        .hint("Skriv ett datum som 2026-01-15, eller en platshållare som {{ datum }}.")
}

/// A place in a text of the year file.
pub(super) fn place(input: &Input<'_>, text: &Markdown, range: Span) -> Span {
    place_in_scalar(&input.loaded.source, &text.span, text, range)
}

/// An error inside an included text is wrapped in errors of the including
/// templates; the place that matters is the innermost.
fn innermost(error: &Error) -> &Error {
    let mut innermost = error;
    let mut next = std::error::Error::source(error);
    while let Some(inner) = next {
        if let Some(inner) = inner.downcast_ref::<Error>() {
            innermost = inner;
        }
        next = inner.source();
    }
    innermost
}

/// The text that a template's name stands for, and its section.
fn text_of<'i>(template: &'i str, input: &Input<'i>) -> Option<(&'i Markdown, &'i str)> {
    let section = template.strip_prefix(name::TEXT)?;
    Some((input.loaded.year_file.as_ref()?.text(section)?, section))
}

/// The line of a paper's head that a template's name stands for.
fn head_of<'p>(template: &str, paper: &'p Paper) -> Option<&'p Text> {
    if template.starts_with(name::AUTHOR) {
        return Some(&paper.info.author);
    }
    if template.starts_with(name::DATE) {
        return paper.info.date.as_ref();
    }
    template.starts_with(name::SUBJECT).then_some(&paper.info.subject)
}

fn is_second_block(error: &Error) -> bool {
    error.detail().is_some_and(|detail| detail.ends_with("defined twice"))
}

/// Rule, message and hint.
type TemplateObjection = (&'static str, String, Cow<'static, str>);

/// What is said in the same way about texts and templates.
fn anywhere(error: &Error, shown: &str) -> Option<TemplateObjection> {
    if let Some(refusal) = refusal(error) {
        let shown = if shown.is_empty() { "uppgiften".to_owned() } else { format!("`{shown}`") };
        let message = format!("{shown} {}", refusal.what);
        return Some(("platshållare-fel", message, refusal.hint.into()));
    }
    match error.kind() {
        ErrorKind::UnknownFilter => Some((
            "okänt-filter",
            format!("`{shown}` använder ett filter som inte finns"),
            format!("Filter som finns: {}.", filters::names()).into(),
        )),
        ErrorKind::TemplateNotFound => Some((
            "mall-i-mall",
            format!("`{shown}` hämtar in en annan mall, och det går inte"),
            "Bara mallen `delar` kan hämtas in. Skriv texten på plats i stället.".into(),
        )),
        ErrorKind::OutOfFuel => Some((
            "text-utan-slut",
            "texten blir aldrig klar".to_owned(),
            "Ta bort slingan, eller gör den kortare.".into(),
        )),
        ErrorKind::WriteFailure => Some((
            "papper-för-långt",
            "här blir papperet för långt".to_owned(),
            "Ett papper får ha högst omkring 80 sidor. Korta texterna, eller ta bort slingan."
                .into(),
        )),
        _ => None,
    }
}

/// What a filter or the writing of a value has said itself.
fn refusal(error: &Error) -> Option<&Refusal> {
    let mut next = std::error::Error::source(error);
    while let Some(inner) = next {
        if let Some(refusal) = inner.downcast_ref::<Refusal>() {
            return Some(refusal);
        }
        next = inner.source();
    }
    None
}
