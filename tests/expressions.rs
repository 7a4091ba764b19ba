//! Expressions that would keep the template engine busy, fill memory or overflow its
//! stack: each has an answer, with its place.

use std::fmt::Write as _;
use std::sync::LazyLock;

use proptest::prelude::*;
use tjut::finding::{Finding, render};
use tjut::make::Pipeline;
use tjut::source::Source;
use tjut::template::{Papers, Template};

static WORKSHOP: LazyLock<Pipeline> =
    LazyLock::new(|| Pipeline::standard().unwrap_or_else(|error| panic!("{error:?}")));

const SMALLEST: &str = include_str!("fall/minsta.yaml");

/// The smallest good year file with another text under `uppföljning`.
fn year_file(text: &str) -> String {
    let (before, _) = SMALLEST.split_once("  uppföljning: |\n").expect("it is the last text");
    let mut file = format!("{before}  uppföljning: |2\n");
    for line in text.lines() {
        let _ = writeln!(file, "    {line}");
    }
    file
}

/// A template with the given body.
fn template(body: &str) -> String {
    format!(
        "---\nnamn: Prov\nbeskrivning: Prov\nförfattare: A\nämne: B\nsökord: [c]\n---\n# Prov\n\n{body}\n"
    )
}

/// What is found in a text, or in a paper when the text can be filled in.
fn findings_in_text(text: &str) -> Vec<Finding> {
    let papers: Vec<_> = WORKSHOP.papers.iter().collect();
    let checked = WORKSHOP.check_for(Source::new("fall.yaml", year_file(text)), &papers);
    let made = WORKSHOP.documents(&checked, &papers);
    assert_eq!(made.is_ok(), !checked.has_errors(), "{text}");
    checked.findings
}

/// What is found in a template, or when it is filled in.
fn findings_in_template(body: &str) -> Vec<Finding> {
    let template = Template::new("prov", Source::new("prov.md", template(body)));
    let papers = match Papers::with(&[template]) {
        Ok(papers) => papers,
        Err(findings) => return findings,
    };
    let pipeline = match Pipeline::of(papers) {
        Ok(pipeline) => pipeline,
        Err(tjut::make::Failure::Findings(findings)) => return findings,
        Err(failure) => panic!("{failure:?}"),
    };
    let papers: Vec<_> = pipeline.papers.get("prov").into_iter().collect();
    pipeline.check_for(Source::new("fall.yaml", SMALLEST), &papers).findings
}

/// Expressions that end a program which gives them to the engine as they are.
fn hostile() -> Vec<String> {
    let mut all: Vec<String> = [
        "{{ \"a\"|indent(18446744073709551615) }}",
        "{{ [1]|batch(1000000000,\"x\")|list }}",
        "{{ [1]|slice(1000000000)|list }}",
        "{{ \"a\"|center(1000000000) }}",
        "{{ 9 ** 999999999 }}",
        "{{ \"a\" * 1000000000 }}",
        "{{ range(1000000000)|list }}",
        "{{ debug() }}",
        "{% for i in range(9999) %}{% for j in range(9999) %}{{ i }}{% endfor %}{% endfor %}",
        "{{ \"\\u0000\" }}",
    ]
    .map(str::to_owned)
    .into();
    let many = 50_000;
    for (start, repeated, end) in [
        ("{{ ", "-", "1 }}"),
        ("{{ 1", "+1", " }}"),
        ("{{ 1", "~1", " }}"),
        ("{{ ", "not ", "a }}"),
        ("{% if a", " and a", " %}{% endif %}"),
        ("{% if a", " or a", " %}{% endif %}"),
        ("{{ a", ".a", " }}"),
        ("{{ a", "[0]", " }}"),
        ("{{ a", "|versal", " }}"),
        ("{{ ", "(", "a"),
        ("{{ ", "[", "a"),
        ("{{ a", " if a else a", " }}"),
        ("", "{% if a %}", ""),
        ("", "{% for a in brister %}", ""),
        ("{% if a %}", "{% elif a %}", "{% endif %}"),
        ("", "{{", ""),
        ("", "{#", ""),
        ("{{ ", "{", " }}"),
    ] {
        all.push([start, &repeated.repeat(many), end].concat());
    }
    // Every step doubles what the one before made.
    let doubled = |step: &dyn Fn(usize) -> String| (0..40).map(step).collect::<String>();
    all.push(format!(
        "{{% set a0 = \"aa\" %}}{}{{{{ a40 }}}}",
        doubled(&|n| format!("{{% set a{} = a{n} ~ a{n} %}}", n + 1))
    ));
    all.push(format!(
        "{{% set a0 = brister %}}{}{{{{ a40|lista }}}}",
        doubled(&|n| format!("{{% set a{} = a{n} + a{n} %}}", n + 1))
    ));
    all.push(format!(
        "{{% set a0 = brister %}}{}{{{{ a40|lista }}}}",
        doubled(&|n| format!("{{% set a{} = [a{n}, a{n}]|list %}}", n + 1))
    ));
    all.push(format!(
        "{{% macro m0() %}}aaaa{{% endmacro %}}{}{{{{ m40() }}}}",
        doubled(&|n| format!(
            "{{% macro m{}() %}}{{{{ m{n}() }}}}{{{{ m{n}() }}}}{{% endmacro %}}",
            n + 1
        ))
    ));
    all
}

fn start(text: &str) -> String {
    text.chars().take(60).collect()
}

#[test]
fn a_hostile_expression_in_a_text_is_a_finding_in_its_line() {
    for text in hostile() {
        let findings = findings_in_text(&format!("Först en rad.\n\n{text}"));
        let line = year_file("").lines().count() + 3;
        let found = findings.iter().find(|finding| finding.is_error());
        let found = found.unwrap_or_else(|| panic!("nothing is wrong with {}", start(&text)));
        assert_eq!(found.position().line, line, "{}: {}", start(&text), render(found, false));
    }
}

#[test]
fn a_hostile_expression_in_a_template_is_a_finding_in_it() {
    for body in hostile() {
        let findings = findings_in_template(&body);
        let found = findings.iter().find(|finding| finding.is_error());
        let found = found.unwrap_or_else(|| panic!("nothing is wrong with {}", start(&body)));
        assert_eq!(found.source.name, "prov.md", "{}", start(&body));
        assert!(found.position().line >= 9, "{}: {}", start(&body), render(found, false));
    }
}

#[test]
fn the_deepest_expressions_there_may_be_need_little_stack() {
    let mebibyte = 1024 * 1024;
    let thread = std::thread::Builder::new().stack_size(mebibyte).spawn(|| {
        let text = [
            format!("{{{{ år{} }}}}", "|versal".repeat(29)),
            format!("{{% if {}år %}}a{{% endif %}}", "not ".repeat(4)),
            format!("{{% if ((({}år))) %}}a{{% endif %}}", "år and ".repeat(25)),
            format!("{}a{}", "{% if år %}".repeat(6), "{% endif %}".repeat(6)),
            format!("{{% if år %}}a{}{{% endif %}}", "{% elif år %}b".repeat(10)),
        ];
        let errors = |findings: Vec<Finding>| -> Vec<String> {
            findings
                .iter()
                .filter(|finding| finding.is_error())
                .map(|finding| render(finding, false))
                .collect()
        };
        assert_eq!(errors(findings_in_text(&text.join("\n\n"))), [""; 0]);
        let body = [
            format!("{{{{ år{} }}}}", "|versal".repeat(99)),
            format!("{{% if {}år %}}a{{% endif %}}", "not ".repeat(7)),
            format!("{{% if {}år{} %}}a{{% endif %}}", "(".repeat(3), ")".repeat(3)),
            format!("{}a{}", "{% if år %}".repeat(10), "{% endif %}".repeat(10)),
            format!("{{% if år %}}a{}{{% endif %}}", "{% elif år %}b".repeat(20)),
            "{% macro m(a) %}{{ m(a) }}{% endmacro %}".to_owned(),
        ];
        assert_eq!(errors(findings_in_template(&body.join("\n\n"))), [""; 0]);
        // Without end, but not without bound.
        let found = findings_in_template("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}");
        assert!(found.iter().any(Finding::is_error));
    });
    thread.expect("a thread").join().expect("no overflow");
}

/// Values of a text: names, their parts, numbers and what may follow them.
fn value() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "år",
        "klienter",
        "nya",
        "kö",
        "brister",
        "upptagningsområde",
        "handläggare",
        "mening.nya",
        "klienter.antal",
        "brister[0].område",
        "loop.index",
        "rad",
        "rad.område",
        "okänd",
        "kön[1]",
        "texter",
        "bilagor",
        "tabeller.kön.rader",
        "redovisning_är_lämnad",
        "ko\u{308}",
        "self",
        "super",
    ])
    .prop_map(str::to_owned);
    let leaf = prop_oneof![
        8 => name,
        1 => "[0-9]{1,20}",
        1 => "\"[a-zåäö \\\\{}%&;#|]{0,12}\"",
        1 => Just("true".to_owned()),
    ];
    leaf.prop_recursive(4, 40, 4, |inner| {
        let operator = prop::sample::select(vec![
            "+", "-", "*", "/", "//", "**", "%", "~", "and", "or", "in", "not in", "==", "<", "is", "if",
        ]);
        let filter = prop::sample::select(vec![
            "datum", "förändring", "gemen", "genitiv", "kronor", "lista", "nummer", "ord", "procent",
            "stycke", "tal", "versal", "length", "list", "first", "default(1)", "batch(9)", "indent(99)",
            "map(attribute=\"namn\")", "selectattr(\"namn\")", "safe",
        ]);
        prop_oneof![
            3 => (inner.clone(), filter).prop_map(|(value, filter)| format!("{value}|{filter}")),
            2 => (inner.clone(), operator, inner.clone()).prop_map(|(a, operator, b)| format!("{a} {operator} {b}")),
            1 => inner.clone().prop_map(|value| format!("not {value}")),
            1 => inner.clone().prop_map(|value| format!("({value})")),
            1 => inner.clone().prop_map(|value| format!("{value} is defined")),
            1 => prop::collection::vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(", "))),
            1 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a}[{b}]")),
            1 => (inner.clone(), inner).prop_map(|(a, b)| format!("makro({a}, {b})")),
        ]
    })
}

/// Text with placeholders and tags inside each other.
fn body() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        4 => value().prop_map(|value| format!("{{{{ {value} }}}}")),
        3 => "[a-zåäö .|~*_\\[\\]()#>&;<•–{}%-]{0,30}",
        1 => "\\PC{0,10}",
        1 => Just("\n\n".to_owned()),
        1 => Just("{# anmärkning #}".to_owned()),
        1 => Just("| a | b |\n|---|---:|\n| c | 1 |\n".to_owned()),
    ];
    leaf.prop_recursive(4, 30, 5, |inner| {
        let inner = || prop::collection::vec(inner.clone(), 0..4).prop_map(|parts| parts.concat());
        prop_oneof![
            2 => (value(), inner()).prop_map(|(value, inner)| format!("{{% if {value} %}}{inner}{{% endif %}}")),
            2 => (value(), inner()).prop_map(|(value, inner)| format!("{{% for rad in {value} %}}{inner}{{% endfor %}}")),
            1 => (value(), inner(), inner()).prop_map(|(value, a, b)| format!("{{% if {value} %}}{a}{{% else %}}{b}{{% endif %}}")),
            1 => (value(), inner()).prop_map(|(value, inner)| format!("{{% set rad = {value} %}}{inner}")),
            1 => inner().prop_map(|inner| format!("{{% macro makro(a, b) %}}{inner}{{% endmacro %}}")),
            1 => ("[a-c]", inner()).prop_map(|(name, inner)| format!("{{% block {name} %}}{inner}{{% endblock %}}")),
            1 => inner(),
        ]
    })
}

proptest! {
    // `PROPTEST_CASES` sets how many.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_expression_in_a_text_has_an_answer(text in body()) {
        for finding in findings_in_text(&text) {
            prop_assert!(!render(&finding, false).is_empty());
        }
    }

    #[test]
    fn any_expression_in_a_template_has_an_answer(body in body()) {
        for finding in findings_in_template(&body) {
            prop_assert!(!render(&finding, false).is_empty());
        }
    }
}

/// The built program, with no more memory than it may take.
#[cfg(unix)]
mod limited {
    use super::*;
    use std::fs;
    use std::process::Command;

    /// Room for the program's code, fonts and threads beside the 300 MB it may use, in
    /// kibibytes: what is reserved counts, also when it is not used.
    const ADDRESS_SPACE: usize = 1024 * 1024;

    /// How a run ends that has as much address space, and what it says.
    fn run(folder: &std::path::Path, arguments: &str) -> (Option<i32>, String) {
        let program = env!("CARGO_BIN_EXE_tjut");
        let command =
            format!("ulimit -v {ADDRESS_SPACE} && ulimit -t 20 && exec '{program}' {arguments}");
        let output = Command::new("sh")
            .arg("-c")
            .arg(command)
            .current_dir(folder)
            .output()
            .expect("it runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    }

    #[test]
    fn the_program_answers_every_hostile_expression() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        fs::create_dir(folder.path().join("mallar")).expect("a folder");
        fs::write(folder.path().join("bra.yaml"), SMALLEST).expect("a file");
        for text in hostile() {
            fs::write(folder.path().join("fall.yaml"), year_file(&text)).expect("a file");
            let (code, said) = run(folder.path(), "skapa fall.yaml");
            assert_eq!(code, Some(1), "{}: {said}", start(&text));
            assert!(said.contains("--> fall.yaml:"), "{}: {said}", start(&text));
            fs::write(folder.path().join("mallar/prov.md"), template(&text)).expect("a file");
            let (code, said) = run(folder.path(), "skapa bra.yaml --mallar mallar --dokument prov");
            assert_eq!(code, Some(1), "{}: {said}", start(&text));
            assert!(said.contains("--> mallar/prov.md:"), "{}: {said}", start(&text));
        }
    }

    #[test]
    fn the_program_has_room_for_papers_under_the_limit() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        fs::write(folder.path().join("bra.yaml"), SMALLEST).expect("a file");
        let (code, said) = run(folder.path(), "skapa bra.yaml");
        assert_eq!(code, Some(0), "{said}");
    }
}
