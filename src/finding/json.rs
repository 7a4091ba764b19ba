//! Findings for other programs. The form is described in `docs/json.md`.

use serde_json::{Map, Value, json};

use super::{Finding, Severity};
use crate::source::{Source, Span};

/// The version of the form; it goes up when a program that reads it could break.
const VERSION: u32 = 1;

/// What came of a check, of one year file or several.
#[derive(Debug, Default)]
pub struct JsonReport {
    /// The ids of the papers that it was for.
    pub papers: Vec<String>,
    /// What was found, each made by [`finding`].
    pub findings: Vec<Value>,
    /// The names of the rules that could not look at all that they need.
    pub incomplete: Vec<&'static str>,
    /// What the year files have silenced, each made by [`silenced`].
    pub silenced: Vec<Value>,
}

/// A rule that a year file has silenced.
pub struct SilencedRule<'a> {
    /// The rule's id.
    pub rule: &'a str,
    /// The year file.
    pub source: &'a Source,
    /// Where it says so.
    pub span: &'a Span,
    /// The path to what it holds for; none for the whole file.
    pub path: Option<&'a str>,
    /// Whether it holds for a paragraph only of the text there.
    pub is_paragraph: bool,
    /// Why.
    pub reason: &'a str,
    /// How many findings are not shown.
    pub findings: usize,
}

impl JsonReport {
    /// The report as one JSON document.
    #[must_use]
    pub fn document(&self) -> Value {
        json!({
            "version": VERSION,
            "papers": self.papers,
            "findings": self.findings,
            "incomplete_rules": self.incomplete,
            "silenced": self.silenced,
        })
    }
}

/// A silenced rule for a report.
#[must_use]
pub fn silenced(silenced: &SilencedRule<'_>) -> Value {
    let mut entry = Map::new();
    entry.insert("rule".to_owned(), json!(silenced.rule));
    entry.insert("file".to_owned(), json!(silenced.source.name));
    entry.extend(place(silenced.source, silenced.span));
    entry.insert("path".to_owned(), json!(silenced.path));
    entry.insert("paragraph".to_owned(), json!(silenced.is_paragraph));
    entry.insert("reason".to_owned(), json!(silenced.reason));
    entry.insert("findings".to_owned(), json!(silenced.findings));
    Value::Object(entry)
}

/// A finding for a report; `path` is the path in the year file to what it is about.
#[must_use]
pub fn finding(finding: &Finding, path: &str) -> Value {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "advice",
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
    Value::Object(entry)
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
