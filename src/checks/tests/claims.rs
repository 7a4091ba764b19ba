//! What a text claims about the figures, one sentence of each kind; many more are tried in
//! `tests/claims.rs`.

use super::Example;
use crate::finding::Severity;

/// A sentence is false: the rule has one thing to say, at a piece of it.
#[track_caller]
fn is_false(sentence: &str, rule: &str, place: &str, message: &str) {
    let example = Example::new().saying("bakgrund", sentence);
    let expected = format!("{rule}@{} här står {message}", example.place(place));
    assert_eq!(above_advice(&example), [expected], "{sentence}");
}

/// Nothing is said of a sentence, unless as advice.
#[track_caller]
fn is_let_pass(sentence: &str) {
    let example = Example::new().saying("bakgrund", sentence);
    assert_eq!(above_advice(&example), [] as [String; 0], "{sentence}");
}

fn above_advice(example: &Example) -> Vec<String> {
    let found = example.checks().findings.into_iter().zip(example.findings());
    found
        .filter(|(finding, _)| finding.severity != Severity::Advice)
        .map(|(_, line)| line)
        .collect()
}

const FIGURE: &str = "fel-siffra-i-text";

#[test]
fn counts_are_those_of_the_figures() {
    for (sentence, place, message) in [
        (
            "Under året hade 198 klienter kontakt med ett ombud.",
            "198",
            "”198”, men antalet klienter 2025 är 189",
        ),
        (
            "Av dem som fick stöd tillkom fyrtio nya klienter.",
            "fyrtio",
            "”fyrtio”, men antalet nya klienter 2025 är 86",
        ),
        (
            "24 av de 190 klienterna har hemmavarande barn.",
            "190",
            "”190”, men antalet klienter 2025 är 189",
        ),
        (
            "I Kungsholmen fick 57 klienter stöd.",
            "57 klienter",
            "”57”, men antalet klienter i området ”Kungsholmen” 2025 är 52",
        ),
        ("Det är fem heltidstjänster.", "fem h", "”fem”, men antalet årsanställningar är 4"),
        (
            "Ledningsgruppen träffades tre gånger under året.",
            "tre g",
            "”tre”, men ledningsgruppen har 2 möten per år",
        ),
        (
            "Kommunen beviljades 1 290 600 kronor.",
            "1 290 600",
            "”1 290 600 kronor”, men beviljat bidrag är 1 209 600 kronor",
        ),
    ] {
        is_false(sentence, FIGURE, place, message);
    }
}

#[test]
fn changes_shares_and_ranks_are_those_of_the_figures() {
    let fewer = "men antalet klienter har minskat från 210 (2024) till 189 (2025), det vill säga med 21 eller 10,0 procent";
    is_false("Antalet klienter har ökat.", "fel-riktning", "ökat.", &format!("”ökat”, {fewer}"));
    is_false(
        "Antalet klienter har minskat med 12 procent.",
        FIGURE,
        "12 p",
        &format!("”12 procent”, {fewer}"),
    );
    is_false(
        "Drygt hälften av klienterna är män.",
        FIGURE,
        "Drygt",
        "”Drygt hälften”, men antalet män 2025 är 85 av 189 klienter, det vill säga 45,0 procent",
    );
    is_false(
        "Den största åldersgruppen är 30–44 år.",
        FIGURE,
        "Den största",
        "”Den största åldersgruppen är 30–44 år”, men ordningen 2025 är 45–64 år (65), 30–44 år (57) och 18–29 år (44)",
    );
}

#[test]
fn years_dates_and_names_are_those_of_the_file() {
    is_false(
        "Nämnden godkänner redovisningen för år 2024.",
        "fel-årtal-i-text",
        "2024.",
        "”2024”, men redovisningen gäller 2025",
    );
    is_false(
        "Under 2024 hade {{ klienter }} klienter kontakt med ett ombud.",
        "fel-årtal-i-text",
        "2024 hade",
        "”2024”, men {{ klienter }} är antalet 2025",
    );
    is_false(
        "Redovisningen lämnades till länsstyrelsen den 14 januari 2026.",
        "fel-datum-i-text",
        "den 14",
        "”den 14 januari 2026”, men redovisningen lämnas in den 15 januari 2026",
    );
    is_false(
        "Farsta stadsdelsnämnd godkänner redovisningen.",
        "fel-namn-i-text",
        "Farsta",
        "”Farsta stadsdelsnämnd”, men papperen kommer från Norra innerstadens stadsdelsnämnd",
    );
}

#[test]
fn what_the_figures_do_not_tell_is_nobodys_mistake() {
    for sentence in [
        "Totalt 40 klienter har boendestöd.",
        "Avtalet gäller till och med 2028.",
        "Arbetet följer riktlinjen den 12 mars 2021 (NI § 34/2021).",
        "Kontoret ligger på Storgatan 14.",
        "Kostnaden för tolk var 38 400 kronor.",
        "Antalet klienter har inte ökat. Klienter med autism har ökat.",
        "Fler klienter behöver tolk, och behovet har ökat.",
        "Under våren hade 60 klienter kontakt med ett ombud.",
        "I landet finns 325 ombud.",
        "Målet är att nå 220 klienter.",
        "Förordningen (2013:522) utfärdades den 13 juni 2013.",
        "Så har det varit sedan år 2008.",
    ] {
        is_let_pass(sentence);
    }
}

#[test]
fn what_is_true_but_typed_by_hand_is_advice() {
    let hints = |sentence: &str| -> Vec<String> {
        let findings = Example::new().saying("bakgrund", sentence).checks().findings;
        findings.iter().filter_map(|finding| finding.hint.clone()).collect()
    };
    let write = |placeholder: &str| {
        format!("Skriv {placeholder} i stället, så stämmer det också nästa år.")
    };
    assert_eq!(
        hints("Under året hade 189 klienter kontakt med ett ombud."),
        [write("{{ klienter }}")]
    );
    assert_eq!(
        hints("Redovisningen lämnades den 15 januari 2026."),
        [write("den {{ redovisning_inlämnad|datum }}")]
    );
    // Beside a typed year the placeholder would be false next year.
    assert_eq!(
        hints("Under 2025 hade 189 klienter kontakt med ett ombud."),
        [
            "Skriv {{ klienter }} i stället för 189 och {{ år }} i stället för 2025, så stämmer det också nästa år."
        ]
    );
    // What was granted and what was used are as much: the text may mean either.
    assert_eq!(hints("Statsbidraget var 1 209 600 kronor."), [] as [String; 0]);
    // 38 is the number of clients at the start of some other year, and no reason to say so.
    assert_eq!(hints("Av skälen handlade 96 om ekonomiskt bistånd."), [] as [String; 0]);
}
