//! What the template engine objects to, with its place in the year file or in the
//! template, and in Swedish.

use minijinja::{Error, ErrorKind};

use super::{Input, Paper, Papers, fill, tree};
use crate::case::values::Markdown;
use crate::finding::Finding;
use crate::source::Span;
use crate::yaml::place_in_scalar;

/// An error as a finding at its place.
pub(super) fn located(error: &Error, papers: &Papers, input: &Input<'_>) -> Finding {
    let innermost = innermost(error);
    let name = innermost.name().unwrap_or_default();
    let range = innermost.range().unwrap_or(0..0);
    if let Some((text, section)) = text_of(name, input) {
        let snippet = text.text.get(range.clone()).unwrap_or_default();
        let place = place_in_scalar(&input.loaded.source, &text.span, &text.value, range);
        let (rule, message, hint) = explain(innermost, snippet);
        return Finding::error(rule, &input.loaded.source, place, message)
            .because(format!("Texten `{section}` kan inte fyllas i."))
            .hint(hint);
    }
    let paper = papers.iter().find(|paper| paper.id == name).or_else(|| papers.iter().next());
    let Some(paper) = paper else {
        return Finding::error("mall", &input.loaded.source, 0..0, "det finns inga mallar");
    };
    let snippet = paper.body().get(range.clone()).unwrap_or_default();
    let (rule, message, hint) = explain(innermost, snippet);
    Finding::error(
        rule,
        &paper.source,
        paper.body_start + range.start..paper.body_start + range.end,
        message,
    )
    .hint(hint)
}

/// What the Markdown reader objects to in a filled-in template. Texts have been
/// looked through before, so the cause is in the template.
pub(super) fn in_result(paper: &Paper, markdown: &str, wrong: &tree::Unsupported) -> Finding {
    let excerpt = markdown.get(wrong.span.clone()).unwrap_or_default();
    let excerpt: String = excerpt.lines().next().unwrap_or_default().chars().take(60).collect();
    let place = paper.source.text.find(&excerpt).filter(|_| !excerpt.is_empty());
    let span = place.map_or(0..0, |start| start..start + excerpt.len());
    Finding::error(
        "mall-innehåll",
        &paper.source,
        span,
        format!("i det ifyllda papperet står {}: ”{excerpt}”", wrong.what),
    )
    .hint(wrong.hint)
}

pub(super) fn no_case(paper: &Paper, input: &Input<'_>) -> Box<Finding> {
    let message = format!("{} kan inte göras: årsfilen är ofullständig", paper.info.name.value);
    Box::new(Finding::error("saknad-uppgift", &input.loaded.source, 0..0, message))
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

fn text_of<'i>(template: &str, input: &'i Input<'_>) -> Option<(&'i Markdown, String)> {
    let section = fill::section_of(template)?;
    Some((input.loaded.case.as_ref()?.text(section)?, section.to_owned()))
}

fn explain(error: &Error, snippet: &str) -> (&'static str, String, &'static str) {
    let shown = snippet.trim();
    match error.kind() {
        ErrorKind::UndefinedError => (
            "platshållare-utan-värde",
            format!("platshållaren `{shown}` har inget värde"),
            "Uppgiften finns inte i årsfilen. Fyll i den, eller skriv om texten.",
        ),
        ErrorKind::SyntaxError => (
            "platshållare-felskriven",
            "platshållaren är felskriven".to_owned(),
            "En platshållare skrivs {{ namn }}. Kontrollera att klamrarna är två i var ände.",
        ),
        ErrorKind::UnknownFilter => (
            "okänt-filter",
            format!("`{shown}` använder ett filter som inte finns"),
            "Filter som finns: datum, förändring, gemen, genitiv, kronor, lista, ord, ord_ett, procent, tal, versal.",
        ),
        ErrorKind::OutOfFuel => (
            "text-utan-slut",
            "texten blir aldrig klar".to_owned(),
            "Ta bort slingan, eller gör den kortare.",
        ),
        _ => (
            "platshållare-fel",
            format!("`{shown}` kan inte fyllas i"),
            "Jämför med exemplen i mappen data.",
        ),
    }
}

/// A place in a text of the year file.
pub(super) fn place(input: &Input<'_>, text: &Markdown, range: Span) -> Span {
    place_in_scalar(&input.loaded.source, &text.span, &text.value, range)
}
