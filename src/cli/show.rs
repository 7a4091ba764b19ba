//! Findings on standard error.

use std::io::IsTerminal as _;

use crate::checks::Silenced;
use crate::finding::{Finding, render};

/// Shows findings, framed, and how many there were.
pub(super) fn findings(findings: &[Finding]) {
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    for finding in findings {
        eprintln!("{}\n", render(finding, colour));
    }
    let errors = findings.iter().filter(|finding| finding.is_error()).count();
    match (errors, findings.len() - errors) {
        (0, 0) => {}
        (errors, warnings) => eprintln!(
            "{}, {}",
            counted(errors, "fel", "fel"),
            counted(warnings, "varning", "varningar")
        ),
    }
}

/// Shows which rules a year file has silenced, so that nobody overlooks it.
pub(super) fn silenced(silenced: &[Silenced]) {
    for silence in silenced {
        let found = match silence.findings {
            0 => "hade inte sagt något".to_owned(),
            number => counted(number, "fynd", "fynd"),
        };
        eprintln!("tystad regel `{}` ({found}): {}", silence.rule, silence.reason);
    }
}

/// An error that has no place in a file.
pub(super) fn error(message: &str) {
    eprintln!("fel: {message}");
}

fn counted(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}
