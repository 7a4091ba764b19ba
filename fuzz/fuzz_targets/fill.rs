//! Any text at all as the summary of an otherwise good year file: every paper, those
//! made on request too, is filled in, or there are findings, never a panic.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tjut::finding::render;
use tjut::make::Pipeline;
use tjut::source::Source;

const EXAMPLE: &str = include_str!("../../data/norra-innerstaden-2025.yaml");

static WORKSHOP: LazyLock<Pipeline> =
    LazyLock::new(|| Pipeline::standard().unwrap_or_else(|error| panic!("{error:?}")));

/// What stands before and after the example's own summary.
static AROUND: LazyLock<(&str, &str)> = LazyLock::new(|| {
    let (before, rest) =
        EXAMPLE.split_once("texter:\n  sammanfattning: |").expect("the example has a summary");
    let (_, after) = rest.split_once("\n  bakgrund: |").expect("a background comes after it");
    (before, after)
});

fuzz_target!(|text: &str| {
    let (before, after) = *AROUND;
    let lines: Vec<String> = text.lines().map(|line| format!("    {line}")).collect();
    let summary = format!("texter:\n  sammanfattning: |2\n{}\n", lines.join("\n"));
    let source = Source::new("fil.yaml", format!("{before}{summary}\n  bakgrund: |{after}"));
    let papers: Vec<_> = WORKSHOP.papers.iter().collect();
    let checked = WORKSHOP.check_for(source, &papers);
    for finding in &checked.findings {
        drop(render(finding, false));
    }
    let made = WORKSHOP.documents(&checked, &papers);
    assert_eq!(made.is_ok(), !checked.has_errors(), "what the check found is what stops papers");
});
