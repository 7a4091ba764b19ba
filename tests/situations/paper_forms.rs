//! Fields that a kommun does not use.

use crate::{Made, text};

#[test]
fn what_a_kommun_does_not_use_leaves_no_trace() {
    let made = Made::of("utan-det-som-inte-anvands");
    assert_eq!(made.findings.len(), 1, "{:?}", made.findings);
    assert!(made.findings[0].contains("varning[diarienummer-saknas]"));
    assert_eq!(
        made.lines("tjansteutlatande")[..9],
        [
            "Exempelstads kommun",
            "Socialförvaltningen",
            "Tjänsteutlåtande",
            "Handläggare",
            "Karin Exempel",
            "Till",
            "Socialnämnden",
            "Sammanträde 2026-02-17",
            "Redovisning av verksamhet med personligt ombud för år 2025 och ansökan om statsbidrag för år 2026",
        ]
    );
    assert_eq!(
        made.section("tjansteutlatande", "Ärendets beredning"),
        ["Ärendet har beretts inom socialförvaltningen."]
    );
}

#[test]
fn a_part_of_the_year_is_followed_up_by_a_template_alone() {
    let made = Made::by_template(&text("delar"), "templates/uppfoljning/uppfoljning.md");
    assert_eq!(made.findings, [""; 0]);
    assert_eq!(
        made.section("uppfoljning", "Klienter och ärenden")[0],
        "Under perioden januari–augusti 2026 hade 52 klienter kontakt med ett personligt ombud, jämfört med 49 under samma period 2025. Det är en ökning med 3 klienter. Under perioden tillkom 17 nya klienter, jämfört med 14 under samma period 2025, en ökning med 3 klienter. Under perioden avslutades 9 ärenden, jämfört med 12 under samma period 2025, en minskning med 3 ärenden. Vid slutet av perioden väntade ingen på ett personligt ombud, jämfört med 6 vid slutet av samma period 2025."
    );
    assert_eq!(
        made.table("uppfoljning", "Klienter och ärenden"),
        [
            "Uppgift | 2025 | 2026 | Förändring",
            "Klienter vid periodens början | 35 | 35 | 0",
            "Nya klienter | 14 | 17 | +3",
            "Klienter under perioden | 49 | 52 | +3",
            "Avslutade ärenden | 12 | 9 | −3",
            "Klienter vid periodens slut | 37 | 43 | +6",
            "Personer i kö vid periodens slut | 6 | 0 | −6",
        ]
    );
    let whole = made.whole("uppfoljning").replace("samma period året före", "");
    assert!(!whole.contains("året"), "{whole}");
}

#[test]
fn a_part_of_the_year_is_no_report() {
    let wrong = text("utokning").replace(
        "verksamhetsår: 2025\n",
        "verksamhetsår: 2025\nperiod: { från: 2025-01-01, till: 2025-08-31 }\n",
    );
    let pipeline = tjut::make::Pipeline::standard().unwrap_or_else(|failure| panic!("{failure:?}"));
    let said = crate::said(&pipeline.check(tjut::source::Source::new("fall.yaml", wrong)));
    assert!(said.iter().any(|said| said.contains("fel[period-i-redovisning]")), "{said:?}");
}

#[test]
fn a_short_form_has_the_decision_and_the_matter() {
    let made = Made::by_template(&text("utokning"), "templates/kort/kort-tjansteutlatande.md");
    assert_eq!(
        crate::headings(made.paper("kort-tjansteutlatande"))[1..],
        ["Förslag till beslut", "Ärendet", "Bilagor"]
    );
    assert!(crate::grammar::flaws(made.paper("kort-tjansteutlatande")).is_empty());
}
