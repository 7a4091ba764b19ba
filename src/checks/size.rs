//! What is longer than anything a year file or a paper has, and would keep the program
//! busy or the typesetter from setting the paper.

use std::sync::Arc;

use crate::document::{Block, Document};
use crate::finding::{Finding, MORE_THAN_USEFUL};
use crate::source::{Source, Span};
use crate::yaml::{self, Node, Value};
use crate::year_file::Loaded;

/// The most rows of a list and the most keys of a group.
const MOST_ROWS: usize = 500;

/// The longest run of letters without a space, in characters. A line of a PDF can't
/// hold many more, and a web address is seldom longer.
const LONGEST_WORD: usize = 2_000;

/// The longest text that stands in a file's properties or instead of a picture, in
/// characters: PDF/A-2 allows 32 767 bytes (ISO 19005-2, 6.1.13), two for each.
const LONGEST_PROPERTY: usize = 16_000;

/// Whether a finding is about more than the program can bear.
#[must_use]
pub fn is_too_much(finding: &Finding) -> bool {
    [LONG_TITLE, MANY_ROWS, LONG_WORD].contains(&finding.rule)
}

const LONG_TITLE: &str = "för-lång-titel";
const MANY_ROWS: &str = "för-många-rader";
const LONG_WORD: &str = "för-långt-ord";

/// The lists and words of a year file that are too long.
#[must_use]
pub fn too_long(loaded: &Loaded) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(root) = &loaded.root {
        walk(root, loaded, &mut findings);
    }
    findings
}

fn walk(node: &Node, loaded: &Loaded, findings: &mut Vec<Finding>) {
    if findings.len() >= MORE_THAN_USEFUL {
        return;
    }
    match &node.value {
        Value::Null | Value::Reported => {}
        Value::Scalar(scalar) => {
            if let Some((range, length)) = overlong_word(&scalar.text) {
                let place = yaml::place_in_scalar(&loaded.source, &node.span, scalar, range);
                findings.push(word(&loaded.source, place, length));
            }
        }
        Value::Sequence(items) => {
            if let Some(item) = items.get(MOST_ROWS) {
                findings.push(rows(loaded, item.span.clone(), items.len()));
            }
            for item in items {
                walk(item, loaded, findings);
            }
        }
        Value::Mapping(entries) => {
            if let Some(entry) = entries.get(MOST_ROWS) {
                findings.push(rows(loaded, entry.key.span.clone(), entries.len()));
            }
            for entry in entries {
                if let Some((_, length)) = overlong_word(&entry.key) {
                    findings.push(word(&loaded.source, entry.key.span.clone(), length));
                }
                walk(&entry.value, loaded, findings);
            }
        }
    }
}

/// What is too long in a filled-in paper, though nothing in the year file was: words
/// that have been put together, or a title made of many names. `place` says where that
/// came from of which the filled-in text fulfils a condition.
pub fn too_long_in_document(document: &Document, place: &super::Origin<'_>) -> Vec<Finding> {
    let lines = document.lines();
    let words = lines.iter().chain(&document.running_head.parts);
    let longest = words.filter_map(|line| overlong_word(line)).map(|(_, length)| length).max();
    let found = longest.map(|length| {
        let (source, span) = place(&|text| overlong_word(text).is_some());
        word(&source, span, length)
    });
    let mut findings: Vec<Finding> = found.into_iter().collect();
    let properties = &document.properties;
    let texts = [&properties.title, &properties.author, &properties.subject].into_iter();
    let texts = texts.chain(&properties.keywords).map(|text| text.chars().count());
    let described = document.blocks.iter().map(|block| match block {
        Block::Table(table) => table.description.chars().count(),
        Block::Chart(chart) => chart.alternative_text().chars().count(),
        _ => 0,
    });
    if texts.chain(described).any(|length| length > LONGEST_PROPERTY) {
        let (source, span) = place(&|_| false);
        let message =
            "papperets titel, eller det som beskriver en tabell eller ett diagram, är för lång";
        findings.push(
            Finding::error(LONG_TITLE, &source, span, message)
                .because("PDF/A tillåter inte så långa texter i filens egenskaper och beskrivningar.")
                .hint("Korta namnen i årsfilen: kommunen, nämnden, områdena och raderna i statistiken."),
        );
    }
    findings
}

fn rows(loaded: &Loaded, place: Span, count: usize) -> Finding {
    let message = format!("här står {count} rader; fler än {MOST_ROWS} får det inte vara");
    Finding::error(MANY_ROWS, &loaded.source, place, message)
        .hint("Ta bort rader, eller slå ihop dem. Kontrollera att det är rätt innehåll.")
}

fn word(source: &Arc<Source>, place: Span, length: usize) -> Finding {
    let message = format!("här står {length} tecken i rad utan mellanslag");
    Finding::error(LONG_WORD, source, place, message)
        .because("Så långa ord får inte plats på någon rad i papperen.")
        .hint("Kontrollera om mellanslag saknas, eller om något annat än text har klistrats in.")
}

/// The first run of letters that is too long, and its length in characters.
fn overlong_word(text: &str) -> Option<(Span, usize)> {
    if text.len() <= LONGEST_WORD {
        return None;
    }
    let mut start = 0;
    for word in text.split(char::is_whitespace) {
        let length = if word.len() > LONGEST_WORD { word.chars().count() } else { 0 };
        if length > LONGEST_WORD {
            return Some((start..start + word.len(), length));
        }
        start += word.len();
        start += text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    None
}
