//! Findings for other programs. The form is described in `docs/json.md`.

use serde_json::{Map, Value, json};

use super::{Finding, Severity};
use crate::source::{Source, Span};

/// The version of the form; it goes up when a program that reads it could break.
const VERSION: u32 = 1;

/// All findings as one JSON document, and the names of the rules that could not look
/// at all that they need. `path` gives the path in the year file to what a finding is about.
#[must_use]
pub fn document(
    findings: &[Finding],
    incomplete: &[&str],
    path: impl Fn(&Finding) -> String,
) -> Value {
    let findings: Vec<Value> =
        findings.iter().map(|finding| Value::Object(entry(finding, &path(finding)))).collect();
    json!({ "version": VERSION, "findings": findings, "incomplete_rules": incomplete })
}

fn entry(finding: &Finding, path: &str) -> Map<String, Value> {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "råd",
    };
    let related = finding.related.iter().map(|(span, label)| {
        let mut related = place(&finding.source, span);
        related.insert("label".to_owned(), json!(label));
        Value::Object(related)
    });
    let mut entry = Map::new();
    entry.insert("rule".to_owned(), json!(finding.rule));
    entry.insert("severity".to_owned(), json!(severity));
    entry.insert("file".to_owned(), json!(finding.source.name));
    entry.extend(place(&finding.source, &finding.span));
    entry.insert("path".to_owned(), json!(path));
    entry.insert("message".to_owned(), json!(finding.message));
    entry.insert("reason".to_owned(), json!(finding.reason));
    entry.insert("hint".to_owned(), json!(finding.hint));
    entry.insert("related".to_owned(), related.collect());
    entry
}

fn place(source: &Source, span: &Span) -> Map<String, Value> {
    let (start, end) = (source.position(span.start), source.position(span.end.max(span.start)));
    let places = [
        ("line", start.line),
        ("column", start.column),
        ("end_line", end.line),
        ("end_column", end.column),
    ];
    places.into_iter().map(|(name, number)| (name.to_owned(), json!(number))).collect()
}
