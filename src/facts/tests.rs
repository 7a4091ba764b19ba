//! Masked counts, from the year file to the papers.

use super::*;
use crate::make::Pipeline;
use crate::source::Source;

const EXAMPLE: &str = include_str!("../../data/norra-innerstaden-2025.yaml");

/// The example with small counts in it, masked.
fn small() -> String {
    let changes = [
        ("verksamhetsår: 2025\n", "verksamhetsår: 2025\nsmå_tal: maskera\n"),
        ("hemmavarande_barn: 24", "hemmavarande_barn: 3"),
        ("{ kvinnor: 104, män: 85 }", "{ kvinnor: 187, män: 2 }"),
        ("Kungsholmen: 52, Norra innerstaden: 61,", "Kungsholmen: 4, Norra innerstaden: 109,"),
        ("Patientnämnden: 11", "Patientnämnden: 1"),
        ("Folkbokföring: 19", "Folkbokföring: 4"),
    ];
    let change = |text: String, (old, new): (&str, &str)| {
        assert!(text.contains(old), "{old}");
        text.replace(old, new)
    };
    changes.into_iter().fold(EXAMPLE.to_owned(), change)
}

fn facts(text: String) -> Facts {
    let loaded = crate::year_file::load(Source::new("x", text));
    loaded.year_file.as_ref().map(Facts::of).expect("the year file can be read")
}

fn shown(figures: &[Figure]) -> Vec<String> {
    let number = |number: Option<Number>| number.map_or("–".to_owned(), |n| n.to_string());
    figures
        .iter()
        .map(|f| format!("{}: {} ({})", f.label, number(f.current()), number(f.previous())))
        .map(|line| line.replace('\u{a0}', " "))
        .collect()
}

#[test]
fn counts_are_shown_unless_told() {
    let facts = facts(EXAMPLE.to_owned());
    let is_known = |figure: &&Figure| figure.current().is_some();
    let known: Vec<Figure> = facts.figures.iter().filter(is_known).cloned().collect();
    assert_eq!(
        shown(&known),
        [
            "Klienter vid årets början: 103 (97)",
            "Nya klienter: 86 (113)",
            "Klienter under året: 189 (210)",
            "Avslutade ärenden: 91 (107)",
            "Klienter vid årets slut: 98 (103)",
            "Klienter med hemmavarande barn under 18 år: 24 (–)",
        ]
    );
    assert_eq!(shown(facts.parts.of("kön")), ["Kvinnor: 104 (113)", "Män: 85 (97)"]);
}

#[test]
fn small_counts_and_what_would_give_them_away_are_masked() {
    let facts = facts(small());
    assert_eq!(shown(facts.parts.of("kön")), ["Kvinnor: minst 5 (113)", "Män: färre än 5 (97)"]);
    assert_eq!(
        shown(facts.parts.of("områden")),
        ["Kungsholmen: färre än 5 (57)", "Norra innerstaden: 109 (68)", "Södermalm: minst 5 (85)"]
    );
    let barn = facts.figure("hemmavarande_barn").and_then(Figure::current);
    assert_eq!(barn, Some(Number::FewerThan(5)));
    assert!(facts.parts.of("kön").iter().all(|figure| figure.change().is_none()));
}

#[test]
fn masked_reasons_stand_in_the_order_written() {
    let reasons = shown(facts(small()).parts.of("orsaker"));
    assert_eq!(reasons[5..], ["Folkbokföring: färre än 5 (–)", "Patientnämnden: färre än 5 (–)"]);
}

#[test]
fn few_new_clients_take_the_clients_with_them_when_the_year_before_is_known() {
    let text = EXAMPLE
        .replace("verksamhetsår: 2025\n", "verksamhetsår: 2025\nsmå_tal: maskera\n")
        .replace("nya: 86\n", "nya: 3\n")
        .replace("avslutade: 107 ", "avslutade: 24 ");
    assert_eq!(
        shown(&facts(text).figures)[..5],
        [
            "Klienter vid årets början: 186 (97)",
            "Nya klienter: färre än 5 (113)",
            "Klienter under året: minst 5 (210)",
            "Avslutade ärenden: 91 (24)",
            "Klienter vid årets slut: minst 5 (186)",
        ]
    );
}

#[test]
fn the_papers_say_fewer_and_never_the_count() {
    let Ok(pipeline) = Pipeline::standard() else { panic!("the templates are whole") };
    let checked = pipeline.check(Source::new("x", small()));
    let findings: Vec<_> = checked.findings.iter().map(|finding| &finding.message).collect();
    assert!(checked.silenced.is_empty() && !checked.has_errors(), "{findings:#?}");
    let papers: Vec<_> = pipeline.papers.iter().collect();
    let Ok(documents) = pipeline.documents(&checked, &papers) else { panic!("no errors") };
    let text = serde_json::to_string(&documents).expect("documents are plain data");
    let text = text.replace('\u{a0}', " ");
    assert!(text.contains("minst 5 kvinnor och färre än 5 män"), "{text}");
    assert!(text.contains("har färre än 5 helt eller delvis hemmavarande barn"));
    assert!(text.contains("Antal som är så små"));
    assert!(!text.contains("187"));
}
