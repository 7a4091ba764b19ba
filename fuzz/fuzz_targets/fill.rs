//! Any text at all as the summary of an otherwise good year file: the papers are
//! filled in, or there are findings, never a panic.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tjut::finding::render;
use tjut::make::Workshop;
use tjut::source::Source;

const EXAMPLE: &str = include_str!("../../data/norra-innerstaden-2025.yaml");

static WORKSHOP: LazyLock<Workshop> =
    LazyLock::new(|| Workshop::standard().unwrap_or_else(|error| panic!("{error:?}")));

fuzz_target!(|text: &str| {
    let lines: Vec<String> = text.lines().map(|line| format!("    {line}")).collect();
    let summary = format!("texter:\n  sammanfattning: |4\n{}\n", lines.join("\n"));
    let Some((before, _)) = EXAMPLE.split_once("texter:\n  sammanfattning: |") else { return };
    let (_, after) = EXAMPLE.split_once("\n  bakgrund: |").unwrap_or_default();
    let source = Source::new("fil.yaml", format!("{before}{summary}\n  bakgrund: |{after}"));
    let checked = WORKSHOP.check(source);
    for finding in &checked.findings {
        drop(render(finding, false));
    }
    let papers: Vec<_> = WORKSHOP.papers.iter().collect();
    drop(WORKSHOP.documents(&checked, &papers));
});
