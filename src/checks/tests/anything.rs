//! Whatever a text says, the rules answer, and point at places that exist.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::Example;

/// Pieces that the rules look for, and pieces that break them apart.
const PIECES: &[&str] = &[
    " ",
    "  ",
    "\n",
    "\n\n",
    "å",
    "2019",
    "2025",
    "2001:453",
    "18-29",
    "1.",
    "- ",
    "0",
    "08-",
    "+46",
    "12 000",
    "12000",
    "%",
    "\"",
    "{{",
    "}}",
    "{%",
    "%}",
    "{{ nämnd }}",
    "klienter",
    "nya",
    "totalt",
    "ökat",
    "och godkänner",
    "se avsnitt",
    "fyra",
    "4",
    "ombud",
    "kronor",
    ",5",
    "https://",
    "\u{a0}",
    "–",
    "föreliggande",
    "förslag",
    "landsting",
    "ß",
    "İ",
    "januari",
    "99999999999999999999",
    "-",
    ":",
    "/",
    ".",
    "*",
    "könsneutral",
    "{# tyst ",
    "dubbelt-mellanslag",
    " #}",
];

proptest! {
    #[test]
    fn no_text_is_too_odd(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40),
        section in prop::sample::select(&["förslag_till_beslut", "sammanfattning", "annat"][..]),
    ) {
        let mut text = String::new();
        for c in pieces.concat().chars() {
            match c {
                '"' | '\\' => text.extend(['\\', c]),
                '\n' => text.push_str("\\n"),
                '\u{1a}' => text.push_str("\\x1a"),
                c => text.push(c),
            }
        }
        let mut example = Example::new().with("  sammanfattning: |", "  ingress: |");
        write!(example.text, "\n  {section}: \"{text}\"\n").expect("memory is enough");
        let length = example.text.len();
        for finding in example.checks().findings {
            prop_assert!(finding.span.start <= finding.span.end && finding.span.end <= length);
        }
    }
}

/// Work that grew with the square of the text would make this test take hours.
#[test]
fn long_texts_are_checked_too() {
    let line =
        "    Totalt 190 klienter, en ökning, under 2019 (18-29 år), 12 % och 12000 \"ord\".\n";
    let mut example = Example::new();
    write!(example.text, "\n  annat: |\n{}", line.repeat(2_000)).expect("memory is enough");
    let findings = example.checks().findings;
    assert!(findings.len() > 10_000);
}
