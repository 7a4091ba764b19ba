//! Results on standard output, findings on standard error.

use std::io::{self, ErrorKind, Write as _};

use super::examine::Examined;
use super::{Outcome, terminal};
use crate::finding::{Finding, render};
use crate::output::File;
use crate::source::printable;
use crate::system_error;

/// Shows findings, framed, and how many there were, unless there were none.
pub(super) fn findings(findings: &[Finding]) {
    frames(findings);
    if !findings.is_empty() {
        counts(findings);
    }
}

/// Shows findings, framed.
pub(super) fn frames(findings: &[Finding]) {
    let colour = terminal::has_colour(&io::stderr());
    for finding in findings {
        message(&format!("{}\n", render(finding, colour)));
    }
}

/// Says how many errors and warnings there were, and how much advice if any.
pub(super) fn counts(findings: &[Finding]) {
    let errors = findings.iter().filter(|finding| finding.is_error()).count();
    let advice = findings.iter().filter(|finding| finding.is_advice()).count();
    let warnings = findings.len() - errors - advice;
    let mut counts = vec![self::errors(errors), self::warnings(warnings)];
    counts.extend((advice > 0).then(|| format!("{advice} råd")));
    message(&counts.join(", "));
}

/// A number of errors.
pub(super) fn errors(number: usize) -> String {
    counted(number, "inga fel", "1 fel", "fel")
}

/// A number of warnings.
pub(super) fn warnings(number: usize) -> String {
    counted(number, "inga varningar", "1 varning", "varningar")
}

/// Shows which rules a year file has silenced, where and why, so that nobody
/// overlooks it.
pub(super) fn silenced(examined: &Examined) {
    for (source, silenced) in examined.silenced() {
        let line = source.position(silenced.span.start).line;
        let there = match (&silenced.path, silenced.is_paragraph) {
            (None, _) => "i hela filen".to_owned(),
            (Some(path), false) => format!("i `{}`", printable(path)),
            (Some(path), true) => format!("i stycket med rad {line} i `{}`", printable(path)),
        };
        let found = match silenced.findings {
            0 => "hade inte sagt något".to_owned(),
            number => format!("{number} fynd"),
        };
        let reason = printable(&silenced.reason);
        message(&format!("tystad regel `{}` {there} ({found}): {reason}", silenced.rule));
    }
}

/// Says that there may be more to put right when something could not be read, so that
/// nobody takes silence for a good sign.
pub(super) fn incomplete(examined: &Examined) {
    let groups = examined.unread_groups().into_iter().map(|key| format!("`{key}`"));
    let groups: Vec<String> = groups.collect();
    if groups.is_empty() && examined.incomplete().is_empty() {
        return;
    }
    let why = if groups.is_empty() {
        String::new()
    } else {
        format!(", eftersom det som står under {} inte kunde läsas", crate::swedish::join(&groups))
    };
    message(&format!(
        "allt kunde inte prövas{why}; när felen är rättade kan det visa sig vara mer att rätta"
    ));
}

/// An error that has no place in a file.
pub(super) fn error(text: &str) {
    message(&format!("fel: {text}"));
}

/// The line that says that a file has been written.
pub(super) fn written(file: &File) -> String {
    format!("Skrev {}", printable(&file.path.display().to_string()))
}

/// A line on standard error. When nobody can read it there is nobody to tell.
pub(super) fn message(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Text on standard output. That the reader has had enough, as `head` has, is
/// not an error.
///
/// # Errors
/// How the run ends when the text could not be written; it has been said why.
pub(super) fn output(text: &str) -> Result<(), Outcome> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(failure) if failure.kind() != ErrorKind::BrokenPipe => {
            error(&format!("resultatet kunde inte skrivas ut: {}", system_error::reason(&failure)));
            Err(Outcome::InputOutput)
        }
        _ => Ok(()),
    }
}

fn counted(number: usize, none: &str, one: &str, many: &str) -> String {
    match number {
        0 => none.to_owned(),
        1 => one.to_owned(),
        _ => format!("{number} {many}"),
    }
}
