//! What a finding offers to put it right.

mod support;

use tjut::session::Session;

use support::session::opened;

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");

#[test]
fn what_has_an_exact_remedy_is_put_right_by_it() {
    let fixes = |session: &Session, rule: &str| {
        let state = session.state();
        let findings = state["findings"].as_array().expect("findings");
        let finding = findings.iter().find(|finding| finding["rule"] == rule);
        let finding = finding.unwrap_or_else(|| panic!("{rule}: {findings:?}"));
        finding["fixes"].as_array().expect("fixes").clone()
    };
    let is_found = |session: &Session, rule: &str| {
        let state = session.state();
        let findings = state["findings"].as_array().expect("findings");
        findings.iter().any(|finding| finding["rule"] == rule)
    };
    for (from, to, rule, label, fixed) in [
        // A key that is misspelt, and one that nothing is like.
        (
            "verksamhetsår:",
            "verksamhetår:",
            "okänd-nyckel",
            "Byt till verksamhetsår",
            EXAMPLE.into(),
        ),
        ("verksamhetsår:", "xyz: 1\nverksamhetsår:", "okänd-nyckel", "Ta bort xyz", EXAMPLE.into()),
        // A word that only some words can stand for.
        ("Egen regi", "Egen reji", "fel-typ", "Skriv Egen regi", EXAMPLE.into()),
        (
            "  namn: Länsstyrelsen Stockholm",
            "  namn: Länsstyrelsen Stokholm",
            "fel-typ",
            "Skriv Länsstyrelsen Stockholm",
            EXAMPLE.into(),
        ),
        // A figure that follows from others.
        (
            "    klienter: 189\n",
            "    klienter: 189\n    utgående: 90\n",
            "flöde-stämmer-inte",
            "Ta bort utgående, så räknas den ut till 98",
            EXAMPLE.into(),
        ),
        // A figure in a text that is not the one in the grid.
        (
            "    Ombuden hör till",
            "    Under 2025 hade 190 klienter ett ombud.\n\n    Ombuden hör till",
            "fel-siffra-i-text",
            "Byt ”190” mot {{ klienter }}",
            EXAMPLE.replacen(
                "    Ombuden hör till",
                "    Under 2025 hade {{ klienter }} klienter ett ombud.\n\n    Ombuden hör till",
                1,
            ),
        ),
    ] {
        let changed = EXAMPLE.replacen(from, to, 1);
        assert_ne!(changed, EXAMPLE, "{from}");
        let mut session = opened(&changed);
        let offered = fixes(&session, rule);
        let fix = offered.iter().find(|fix| fix["label"] == label);
        let fix = fix.unwrap_or_else(|| panic!("{label}: {offered:?}"));
        session.edit(&fix["edits"]).expect("it can be changed");
        assert_eq!(String::from_utf8(session.bytes()).expect("UTF-8"), fixed);
        assert!(!is_found(&session, rule), "{rule}");
    }
}
