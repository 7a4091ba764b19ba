//! Silencing a rule.

use super::Example;

fn silencing(rule: &str) -> Example {
    let line = format!(
        "kontroller:\n  tysta:\n    - regel: {rule}\n      skäl: Vi väntar på numret.\n\nstatistik:"
    );
    Example::new().with("  diarienummer: NI 2026/12\n", "").with("statistik:", &line)
}

#[test]
fn a_silenced_rule_says_nothing_and_is_remembered() {
    let example = silencing("diarienummer-saknas");
    example.is_fine();
    let silenced = example.checks().silenced;
    let [silence] = silenced.as_slice() else { panic!("{silenced:?}") };
    assert_eq!((silence.rule, silence.findings), ("diarienummer-saknas", 1));
    assert_eq!(silence.reason, "Vi väntar på numret.");
}

#[test]
fn a_rule_that_does_not_exist_is_an_error() {
    silencing("diarenummer-saknas").gives_among_others(
        "okänd-regel",
        "diarenummer-saknas",
        "regeln `diarenummer-saknas` finns inte",
    );
    let findings = silencing("diarenummer-saknas").checks().findings;
    let unknown = findings.iter().find(|finding| finding.rule == "okänd-regel");
    let hint = unknown.and_then(|finding| finding.hint.as_deref());
    assert_eq!(hint, Some("Menade du `diarienummer-saknas`?"));
}

#[test]
fn law_and_arithmetic_speak_always() {
    let example = silencing("summa-stämmer-inte").with("kvinnor: 104", "kvinnor: 103");
    example.gives_among_others(
        "regel-får-inte-tystas",
        "summa-stämmer-inte",
        "regeln `summa-stämmer-inte` kan inte tystas",
    );
    let findings = example.findings();
    assert!(findings.iter().any(|finding| finding.starts_with("summa-stämmer-inte@")));
}

#[test]
fn some_errors_have_exceptions() {
    silencing("startår-före-försöken")
        .with("ärende:\n", "ärende:\n  diarienummer: X\n")
        .with("startade: 2001-09-01", "startade: 1994-09-01")
        .is_fine();
}
