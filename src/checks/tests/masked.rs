//! Masked counts that texts give away, and what only looks like it.

use super::Example;

/// The example with three men among its 189 clients, masked.
fn masked() -> Example {
    Example::new()
        .with("verksamhetsår: 2025\n", "verksamhetsår: 2025\nsmå_tal: maskera\n")
        .with("{ kvinnor: 104, män: 85 }", "{ kvinnor: 186, män: 3 }")
        .with("Patientnämnden: 11", "Patientnämnden: 2")
}

/// The same with four clients who have children at home, and four who are over 64.
fn with_parents() -> Example {
    masked()
        .with("hemmavarande_barn: 24", "hemmavarande_barn: 4")
        .with("45–64 år: 65, 65 år eller äldre: 23", "45–64 år: 84, 65 år eller äldre: 4")
}

/// The same with two persons in the queue.
fn with_queue() -> Example {
    masked().with("    hemmavarande_barn: 24\n", "    hemmavarande_barn: 24\n    kö: 2\n")
}

/// The words that are taken for a masked count.
fn told(line: &str) -> Vec<String> {
    told_by(&masked().saying("bakgrund", line))
}

fn told_by(example: &Example) -> Vec<String> {
    let findings = example.checks().findings;
    let ours = findings.into_iter().filter(|finding| finding.rule == "maskerat-antal-i-text");
    ours.map(|finding| finding.message.split('”').nth(1).unwrap_or_default().to_owned()).collect()
}

#[test]
fn what_tells_a_masked_count() {
    for (line, word) in [
        ("Bara tre av klienterna var män.", "tre"),
        ("Det var 3 män som hade kontakt med ett ombud.", "3"),
        ("Av klienterna var 186 kvinnor.", "186"),
        ("Alla klienter utom tre var kvinnor.", "tre"),
        ("Andelen män var 1,6 procent.", "1,6"),
        ("Ungefär 98 % var kvinnor.", "98"),
        ("Patientnämnden var orsaken för två klienter.", "två"),
    ] {
        assert_eq!(told(line), [word], "{line}");
    }
}

#[test]
fn what_tells_none() {
    for line in [
        "Ombuden har haft tre möten med männens nätverk.",
        "Verksamheten har tre ombud, och två av dem är män.",
        "Tre klienter flyttade under året.",
        "Under 2023 var tre av klienterna män.",
        "Män tog kontakt den 3 mars och kl. 3.",
        "En man och en kvinna delar på tjänsten.",
        "Patientnämnden har två kontor.",
        "Andelen män har minskat med 3 procentenheter.",
    ] {
        assert_eq!(told(line), [""; 0], "{line}");
    }
}

#[test]
fn signs_of_markdown_do_not_hide_a_masked_count() {
    for (line, word) in [
        ("**4** klienter hade hemmavarande barn.", "4"),
        ("Klienter med hemmavarande barn: **4**", "4"),
        ("*Fyra* klienter hade hemmavarande barn.", "Fyra"),
        ("__Fyra__ av klienterna hade hemmavarande barn.", "Fyra"),
        ("- Klienter med hemmavarande barn: 4\n    - Andra: 12", "4"),
        (
            "| Grupp | Antal |\n    |---|---|\n    | Klienter med hemmavarande barn | 4 |\n    | Boende | 12 |",
            "4",
        ),
        ("| | Hemmavarande barn | Resor |\n    |---|---|---|\n    | Antal | 4 | 12 |", "4"),
    ] {
        assert_eq!(told_by(&with_parents().saying("bakgrund", line)), [word], "{line}");
    }
    let other_row =
        "| Grupp | Antal |\n    |---|---|\n    | Hemmavarande barn | några |\n    | Resor | 4 |";
    assert_eq!(told_by(&with_parents().saying("bakgrund", other_row)), [""; 0]);
}

#[test]
fn a_masked_count_is_found_in_all_printed_fields() {
    let words = "4 klienter har hemmavarande barn";
    for (old, new) in [
        ("rapporterad_till: Ledningsgruppen", "rapporterad_till: WORDS"),
        ("deltar: [NSPH Stockholm]", "deltar: [WORDS]"),
        ("ändamål: Resor och telefoni", "ändamål: WORDS"),
        ("    ledamöter:\n", "    ledamöter:\n      - WORDS\n"),
        ("ärende:\n", "ärende:\n  bilagor: [WORDS]\n"),
    ] {
        let example = with_parents().with(old, &new.replace("WORDS", words));
        assert_eq!(told_by(&example), ["4"], "{new}");
        let findings = example.checks().findings;
        let ours = findings.iter().find(|finding| finding.rule == "maskerat-antal-i-text");
        let hint = ours.and_then(|finding| finding.hint.clone()).unwrap_or_default();
        assert!(hint.starts_with("Skriv utan siffran") && !hint.contains("{{"), "{hint}");
    }
}

#[test]
fn other_words_for_children_at_home_and_ages() {
    for (line, word) in [
        ("Fyra familjer fick stöd.", "Fyra"),
        ("Fyra hushåll fick stöd.", "Fyra"),
        ("Fyra individer hade barn.", "Fyra"),
        ("Fyra mammor fick stöd.", "Fyra"),
        ("Av klienterna hade 4 barn hemma.", "4"),
        ("Alla utom fyra saknade hemmavarande barn.", "fyra"),
        ("Fyra 65-åringar fick stöd.", "Fyra"),
        ("Fyra klienter var över 65.", "Fyra"),
        ("Fyra av klienterna hade fyllt 65.", "Fyra"),
        ("Klienter 65+: 4", "4"),
    ] {
        assert_eq!(told_by(&with_parents().saying("bakgrund", line)), [word], "{line}");
    }
}

#[test]
fn other_words_for_the_queue() {
    for (line, word) in [
        ("I kön stod två.", "två"),
        ("Kön omfattade två personer.", "två"),
        ("Två köade.", "Två"),
        ("Vid årets slut fick två vänta på ett ombud.", "två"),
        ("Båda som väntade i kön fick besked.", "Båda"),
    ] {
        assert_eq!(told_by(&with_queue().saying("bakgrund", line)), [word], "{line}");
    }
}

#[test]
fn shares_and_large_numbers_in_words() {
    for (line, word) in [
        ("Andelen män var 1.6 procent.", "1.6"),
        ("Nittioåtta procent var kvinnor.", "Nittioåtta"),
        ("3 av 189 klienter var män.", "3"),
    ] {
        assert_eq!(told(line), [word], "{line}");
    }
    let eighth = || {
        masked()
            .with("små_tal: maskera\n", "små_tal: maskera\nkontroller: { minsta_antal: 30 }\n")
            .with("{ kvinnor: 186, män: 3 }", "{ kvinnor: 165, män: 24 }")
    };
    for (line, word) in [
        ("Var åttonde klient är manlig.", "Var"),
        ("En av åtta klienter var män.", "En"),
        ("En åttondel var män.", "En"),
        ("Tjugofyra av klienterna var män.", "Tjugofyra"),
    ] {
        assert_eq!(told_by(&eighth().saying("bakgrund", line)), [word], "{line}");
    }
}

#[test]
fn what_tells_none_of_parents_ages_or_the_queue() {
    for line in [
        "Mötet varade 4 timmar och handlade om barn.",
        "Stödet till föräldrar ges enligt 4 kap. 1 § socialtjänstlagen.",
        "Fyra av ombuden har gått kursen om barn.",
        "Ombuden har fyra möten om året med familjerätten.",
        "De flesta klienter över 65 år har kontakt med vården.",
        "Ombuden har haft fyra kurser om hemmavarande barn.",
        "Ett hushåll har ofta fyra eller fem myndighetskontakter om barn.",
        "Föräldrar har rätt till hjälp inom 4 veckor.",
        "Var fjärde vecka ordnas en träff för föräldrar.",
        "Alla klienter som har fyllt 65 får ett brev.",
    ] {
        assert_eq!(told_by(&with_parents().saying("bakgrund", line)), [""; 0], "{line}");
    }
    for line in [
        "Två ombud har arbetat med kön.",
        "Väntetiden i kön var två veckor.",
        "Två gånger i veckan ringer ombuden till dem som väntar.",
        "Båda ombuden ringer till dem som väntar.",
    ] {
        assert_eq!(told_by(&with_queue().saying("bakgrund", line)), [""; 0], "{line}");
    }
}
