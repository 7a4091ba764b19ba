//! Expressions and tags put together by a grammar, as a text of an otherwise good year
//! file and as a template: every one has an answer, never a panic.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tjut::finding::render;
use tjut::make::Pipeline;
use tjut::source::Source;
use tjut::template::{Papers, Template};

const SMALLEST: &str = include_str!("../../tests/fall/minsta.yaml");

const HEAD: &str = "---\nnamn: A\nbeskrivning: B\nförfattare: C\nämne: D\nsökord: [e]\n---\n# Prov\n\n";

static WORKSHOP: LazyLock<Pipeline> =
    LazyLock::new(|| Pipeline::standard().unwrap_or_else(|error| panic!("{error:?}")));

/// What a text is put together of: a byte chooses one, and `V` and `B` stand for a value
/// and a body that further bytes choose.
const VALUES: [&str; 28] = [
    "år", "klienter", "nya.antal", "brister", "brister[0].område", "upptagningsområde", "rad",
    "rad.område", "mening.nya", "okänd", "7", "\"ord\"", "true", "loop.index", "V|lista",
    "V|versal", "V|stycke", "V|length", "V|datum", "[V, V]", "(V)", "not V", "V and V", "V == V",
    "V in V", "V is defined", "V + V", "m(V)",
];

const BODIES: [&str; 16] = [
    "", "ord ", "\n\n", "{{ V }}", "{{ V }}", "{{ V }}", "{% if V %}B{% endif %}",
    "{% if V %}B{% elif V %}B{% else %}B{% endif %}", "{% for rad in V %}B{% endfor %}", "BB", "BB",
    "{% set rad = V %}", "{% macro m(rad) %}B{% endmacro %}", "{% block a %}B{% endblock %}",
    "- B\n", "| B | V |\n|---|---|\n",
];

/// Puts a text together; when the bytes are used up, only what needs no more is chosen.
fn grow(choices: &[&str], bytes: &mut std::slice::Iter<'_, u8>, depth: usize, out: &mut String) {
    let byte = bytes.next().copied().map_or(0, usize::from);
    let room = if depth > 60 { 1 } else { choices.len() };
    for c in choices[byte % room].chars() {
        match c {
            'V' => grow(&VALUES, bytes, depth + 1, out),
            'B' => grow(&BODIES, bytes, depth + 1, out),
            c => out.push(c),
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = bytes.iter();
    let mut body = String::new();
    while bytes.len() > 0 {
        grow(&BODIES, &mut bytes, 0, &mut body);
    }
    let (before, _) = SMALLEST.split_once("  uppföljning: |\n").expect("it is the last text");
    let lines: String = body.lines().map(|line| format!("    {line}\n")).collect();
    let source = Source::new("fil.yaml", format!("{before}  uppföljning: |2\n{lines}"));
    let papers: Vec<_> = WORKSHOP.papers.iter().collect();
    let checked = WORKSHOP.check_for(source, &papers);
    for finding in &checked.findings {
        drop(render(finding, false));
    }
    let made = WORKSHOP.documents(&checked, &papers);
    assert_eq!(made.is_ok(), !checked.has_errors(), "what the check found is what stops papers");

    let template = Template::new("prov", Source::new("prov.md", format!("{HEAD}{body}\n")));
    let Ok(pipeline) = Papers::with(&[template]).map(Pipeline::of) else { return };
    let Ok(pipeline) = pipeline else { return };
    let papers: Vec<_> = pipeline.papers.get("prov").into_iter().collect();
    for finding in pipeline.check_for(Source::new("fil.yaml", SMALLEST), &papers).findings {
        drop(render(&finding, false));
    }
});
