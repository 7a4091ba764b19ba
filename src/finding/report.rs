//! Findings as framed text for a terminal.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Finding, Severity};
use crate::source::{Source, Span, printable};

/// Renders a finding: file, line and column, the line itself, what is wrong,
/// why, and what to do. With `colour` the text holds terminal escapes.
#[must_use]
pub fn render(finding: &Finding, colour: bool) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR.with_name("fel"),
        Severity::Warning => Level::WARNING.with_name("varning"),
        Severity::Advice => Level::INFO.with_name("råd"),
    };
    let source = &finding.source;
    let lines = lines(finding);
    let in_lines = |span: &Span| {
        let span = visible(source, span);
        span.start.saturating_sub(lines.start)..span.end.saturating_sub(lines.start)
    };
    let mut snippet = Snippet::source(source.slice(&lines))
        .path(printable(&source.name))
        .line_start(source.position(lines.start).line)
        .annotation(AnnotationKind::Primary.span(in_lines(&finding.span)));
    for (span, label) in &finding.related {
        let annotation = AnnotationKind::Context.span(in_lines(span));
        snippet = snippet.annotation(annotation.label(label.as_str()));
    }
    let mut group: Group<'_> =
        level.primary_title(finding.message.as_str()).id(finding.rule).element(snippet);
    if let Some(reason) = &finding.reason {
        group = group.element(Level::NOTE.with_name("varför").message(reason.as_str()));
    }
    if let Some(hint) = &finding.hint {
        group = group.element(Level::HELP.with_name("gör så här").message(hint.as_str()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).render(&[group])
}

/// The lines that a finding is about: the renderer looks through all it is given.
fn lines(finding: &Finding) -> Span {
    let text = finding.source.text.as_str();
    let places = || finding.related.iter().map(|(span, _)| span).chain([&finding.span]);
    let first = places().map(|span| visible(&finding.source, span).start).min().unwrap_or(0);
    let last = places().map(|span| visible(&finding.source, span).end).max().unwrap_or(first);
    let start = text[..first].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[last..].find('\n').map_or(text.len(), |newline| last + newline);
    start..end
}

/// The part of a span that is worth underlining: its first line, without the
/// white space at the end, on character boundaries inside the text.
fn visible(source: &Source, span: &Span) -> Span {
    let text = &source.text;
    let boundary = |mut byte: usize| {
        byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    };
    let start = boundary(span.start);
    let end = boundary(span.end).max(start);
    let first_line = text[start..end].split(['\n', '\r']).next().unwrap_or("");
    start..start + first_line.trim_end().len()
}
