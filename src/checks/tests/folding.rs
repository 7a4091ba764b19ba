//! What is one mistake to the reader is one finding.

use super::Example;

/// The findings in a sentence: rule, words and the labels of the places beside it.
fn found(sentence: &str) -> Vec<String> {
    let example = Example::new().saying("bakgrund", sentence);
    let findings = example.checks().findings;
    let line = |finding: &crate::finding::Finding| {
        let labels: Vec<&str> = finding.related.iter().map(|(_, label)| label.as_str()).collect();
        let words = finding.source.slice(&finding.span);
        format!("{} {words} | {}", finding.rule, labels.join(" | "))
    };
    findings.iter().map(line).collect()
}

#[test]
fn a_change_that_is_told_wrongly_is_one_mistake() {
    assert_eq!(
        found("Antalet klienter ökade från 198 till 219, alltså med 11 procent."),
        [
            "fel-riktning ökade | 2025 | 2024 | antalet klienter 2024 är 210 | antalet klienter 2025 är 189 | också fel"
        ]
    );
    let two = found("Under 2025 hade 195 klienter kontakt, en ökning med 12 procent.");
    let [only] = two.as_slice() else { panic!("{two:?}") };
    assert!(only.starts_with("fel-siffra-i-text 195 | 2025 | "), "{only}");
    assert!(only.contains("antalet klienter har minskat från 210 (2024) till 189"), "{only}");
}

#[test]
fn figures_of_their_own_are_mistakes_of_their_own() {
    assert_eq!(found("Av klienterna var 60 kvinnor och 35 män.").len(), 2);
    assert_eq!(found("Antalet klienter ökade. Antalet klienter 2025 var 190.").len(), 2);
    assert_eq!(found("- Antalet klienter ökade\n    - Klienterna var 190").len(), 2);
}

#[test]
fn a_name_that_is_wrong_is_not_left_of_an_example_too() {
    let example = Example::new()
        .with("nämnd: Norra innerstadens stadsdelsnämnd\n", "nämnd: Socialnämnden\n")
        .with("kommun: Stockholms stad", "kommun: Nordby kommun")
        .saying("bakgrund", "Järva stadsdelsnämnd godkänner redovisningen.");
    let findings = example.checks().findings;
    let at = example.text.find("Järva stadsdelsnämnd").expect("it is there");
    let there: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.span.contains(&at))
        .map(|finding| finding.rule)
        .collect();
    assert_eq!(there, ["fel-namn-i-text"]);
    let labels = findings.iter().flat_map(|finding| &finding.related);
    assert!(labels.into_iter().all(|(span, _)| span.start != at));
}
