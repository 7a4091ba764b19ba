//! Findings on standard error.

use std::io::IsTerminal as _;

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

/// An error that has no place in a file.
pub(super) fn error(message: &str) {
    eprintln!("fel: {message}");
}

fn counted(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}
