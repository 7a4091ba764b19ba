//! Masked counts that texts give away, and what only looks like it.

use super::Example;

/// The example with three men among its 189 clients, masked.
fn masked() -> Example {
    Example::new()
        .with("verksamhetsår: 2025\n", "verksamhetsår: 2025\nsmå_tal: maskera\n")
        .with("{ kvinnor: 104, män: 85 }", "{ kvinnor: 186, män: 3 }")
        .with("Patientnämnden: 11", "Patientnämnden: 2")
}

/// The words that are taken for a masked count.
fn told(line: &str) -> Vec<String> {
    let findings = masked().saying("bakgrund", line).checks().findings;
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
