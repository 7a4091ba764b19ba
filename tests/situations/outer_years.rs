//! The first year and the second, the first application and the last report, and years with
//! no client, one, and very many.

use crate::{Made, text};

#[test]
fn the_first_year_is_compared_with_nothing() {
    let made = Made::of("forsta-aret");
    assert!(made.findings.iter().all(|said| said.contains("[små-antal]")), "{:?}", made.findings);
    assert_eq!(
        made.section("tjansteutlatande", "Antal klienter och antal nya klienter")[0],
        "Verksamheten startade den 1 april 2025. Under 2025 hade 18 klienter kontakt med ett personligt ombud, och alla var nya. Under året hade 5 klienter helt eller delvis hemmavarande barn under 18 år."
    );
    for paper in ["tjansteutlatande", "redovisning", "ansokan"] {
        let whole = made.whole(paper);
        for wrong in [
            "årets början",
            "början av",
            "jämfört med",
            "för varje heltid",
            "per heltid",
            "2024",
            "mbuden",
        ] {
            assert!(!whole.contains(wrong), "{paper} has {wrong}: {whole}");
        }
    }
    assert!(made.whole("redovisning").contains("Verksamheten startade den 1 april 2025."));
    assert_eq!(
        made.table("redovisning", "Bidraget och kostnaderna"),
        [
            "Uppgift | Kronor",
            "Beviljat bidrag | 225 000",
            "Använt bidrag | 225 000",
            "Oförbrukat bidrag | 0"
        ]
    );
}

#[test]
fn nine_months_are_set_beside_a_year_but_not_compared_with_it() {
    let made = Made::of("andra-aret");
    assert_eq!(made.findings, [""; 0]);
    assert_eq!(
        made.section("tjansteutlatande", "Antal klienter och antal nya klienter")[0],
        "Under 2025 hade 58 klienter kontakt med ett personligt ombud, jämfört med 48 under 2024, då verksamheten startade den 1 april. Under året tillkom 20 nya klienter, jämfört med 48 under 2024."
    );
    assert_eq!(
        made.table("tjansteutlatande", "Klienter och ärenden 2024–2025")[..3],
        ["Uppgift | 2024 | 2025", "Klienter vid årets början | 0 | 38", "Nya klienter | 48 | 20"]
    );
    assert!(made.whole("tjansteutlatande").contains("\nVerksamheten startade den 1 april 2024.\n"));
    assert!(!made.whole("redovisning").contains("minskat"));
}

#[test]
fn a_first_application_has_nothing_to_report() {
    let made = Made::of("forsta-ansokan");
    assert_eq!(made.findings, [""; 0]);
    assert_eq!(made.papers(), ["tjansteutlatande", "ansokan"]);
    assert_eq!(
        made.section("tjansteutlatande", "Förvaltningens förslag till beslut"),
        [
            "Socialnämnden godkänner ansökan om statsbidrag till verksamhet med personligt ombud för år 2026.",
            "Socialnämnden ger socialförvaltningen i uppdrag att lämna ansökan till Länsstyrelsen Stockholm.",
        ]
    );
    assert_eq!(
        made.section("tjansteutlatande", "Ärendet"),
        [
            "Ansökan om statsbidrag för 2026 lämnas till Länsstyrelsen Stockholm den 20 februari 2026. Den gäller 1,5 heltidstjänster. Verksamheten kan starta den 1 maj 2026."
        ]
    );
    assert_eq!(
        made.paper("tjansteutlatande").properties.title,
        "Ansökan om statsbidrag till verksamhet med personligt ombud för år 2026"
    );
    for paper in made.papers() {
        let whole = made.whole(paper);
        assert!(!whole.contains("edovisningen"), "{paper}: {whole}");
        assert!(!whole.contains("2025"), "{paper}: {whole}");
    }
    assert_eq!(
        made.section("ansokan", "3. Driftsform och när verksamheten kan starta"),
        ["Verksamheten ska drivas i egen regi. Den kan starta den 1 maj 2026."]
    );
}

#[test]
fn a_last_report_applies_for_nothing() {
    let made = Made::of("sista-redovisningen");
    assert_eq!(made.findings, [""; 0]);
    assert_eq!(made.papers(), ["tjansteutlatande", "redovisning"]);
    assert_eq!(
        made.section("tjansteutlatande", "Förvaltningens förslag till beslut"),
        ["Socialnämnden godkänner redovisningen av verksamheten med personligt ombud för år 2025."]
    );
    assert!(!made.whole("tjansteutlatande").contains("nsökan om statsbidrag för"));
    assert!(!made.whole("tjansteutlatande").contains("2026 gäller"));
    let lines = made.lines("tjansteutlatande");
    assert_eq!(lines[lines.len() - 2], "Bilaga", "one bilaga");
    assert!(lines[lines.len() - 1].ends_with("för år 2025 (bilaga 1)"), "{lines:?}");
}

#[test]
fn a_service_that_has_ended_is_not_compared_with_whole_years() {
    let made = Made::of("sista-redovisningen");
    assert_eq!(
        made.section("tjansteutlatande", "Antal klienter och antal nya klienter")[0],
        "Verksamheten upphörde den 31 augusti 2025. Under 2025 hade 58 klienter kontakt med ett personligt ombud, jämfört med 60 under 2024. Under året tillkom 20 nya klienter, lika många som under 2024."
    );
    assert_eq!(
        made.section("redovisning", "1. Antal tjänster samt utbildning och handledning"),
        [
            "Verksamheten upphörde den 31 augusti 2025. Under 2025 hade verksamheten två heltidstjänster som personligt ombud."
        ]
    );
    for paper in made.papers() {
        let whole = made.whole(paper);
        for untrue in [
            "minskning",
            "minskat",
            "för varje heltidstjänst",
            "fortsätt",
            "kvarstår",
            "är följande företrädda",
            "går denna situation före",
            "deltar",
        ] {
            assert!(!whole.contains(untrue), "{paper}: {untrue}: {whole}");
        }
    }
    // The report may be handed in before the year has ended.
    let early = text("sista-redovisningen")
        .replace("redovisning_inlämnad: 2026-01-14", "redovisning_inlämnad: 2025-10-15")
        .replace("datum: 2026-01-20", "datum: 2025-10-01")
        .replace("sammanträde: 2026-02-17", "sammanträde: 2025-10-14");
    let pipeline = tjut::make::Pipeline::standard().unwrap_or_else(|failure| panic!("{failure:?}"));
    let said = crate::said(&pipeline.check(tjut::source::Source::new("fall.yaml", early)));
    assert_eq!(said, [""; 0]);
}

#[test]
fn what_the_matter_is_about_is_chosen_from_two() {
    let wrong = text("forsta-ansokan").replace("[ansökan]", "[ansokan]");
    let pipeline = tjut::make::Pipeline::standard().unwrap_or_else(|failure| panic!("{failure:?}"));
    let said = crate::said(&pipeline.check(tjut::source::Source::new("fall.yaml", wrong)));
    assert!(said.iter().any(|said| said.contains("Menade du `ansökan`?")), "{said:?}");
}

#[test]
fn a_year_without_clients() {
    let made = Made::of("inga-klienter");
    assert_eq!(
        made.section("tjansteutlatande", "Antal klienter och antal nya klienter")[0],
        "Under 2025 hade ingen klient kontakt med ett personligt ombud, och inte heller under 2024."
    );
    assert!(
        made.section("tjansteutlatande", "Ekonomiska konsekvenser")[0]
            .contains("Inget av bidraget har använts.")
    );
    assert!(made.section("tjansteutlatande", "Jämställdhetsanalys").is_empty());
    // A table or a chart of nothing but zeros says no more than the sentence does.
    let report = made.paper("redovisning");
    let counts = |line: &String| line.starts_with("Klienter");
    assert!(!report.lines().iter().any(counts), "{:?}", report.lines());
    assert!(!made.lines("tjansteutlatande").iter().any(counts));
}

#[test]
fn a_year_with_one_client() {
    let made = Made::of("en-klient");
    assert!(
        made.section("tjansteutlatande", "Sammanfattning")[1].contains(
            "Under 2025 hade en klient kontakt med ett personligt ombud. Klienten var ny."
        )
    );
    assert!(made.whole("tjansteutlatande").contains("och 1 krona inte använts."));
    // Without `små_tal` the report's table says it, so the board paper can't say that nobody does.
    assert!(made.section("tjansteutlatande", "Jämställdhetsanalys").is_empty());
    let masked = Made::of_text(&format!("{}\nsmå_tal: maskera\n", text("en-klient")));
    assert!(
        masked.section("tjansteutlatande", "Jämställdhetsanalys")[0]
            .contains("så att ingen ska kunna pekas ut")
    );
}

#[test]
fn one_of_several_is_one() {
    let one_new = text("ett-ombud")
        .replace("    nya: 8\n    avslutade: 6\n", "    nya: 1\n    avslutade: 6\n")
        .replace("nya: 7\n    avslutade: 7", "nya: 7\n    avslutade: 0");
    let made = Made::of_text(&one_new);
    assert!(
        made.section("tjansteutlatande", "Sammanfattning")[1].contains("och 1 av dem var ny."),
        "{:?}",
        made.section("tjansteutlatande", "Sammanfattning")
    );
}

#[test]
fn a_year_with_very_many_clients() {
    let made = Made::of("manga-klienter");
    let counts = &made.section("tjansteutlatande", "Antal klienter och antal nya klienter")[0];
    assert_eq!(
        counts,
        "Under 2025 hade 40 000 klienter kontakt med ett personligt ombud, jämfört med 39 000 under 2024. Det är en ökning med 1 000 klienter, eller 2,6 procent. Under året tillkom 12 500 nya klienter, jämfört med 12 000 under 2024, en ökning med 500 klienter, eller 4,2 procent. De nya klienterna utgjorde 31,3 procent av samtliga klienter. Under året hade 9 000 klienter helt eller delvis hemmavarande barn under 18 år. Klienterna med hemmavarande barn utgjorde 22,5 procent av samtliga klienter."
    );
    assert!(
        made.whole("tjansteutlatande").contains("Kommunen har bidragit med 1 krona av egna medel")
    );
}
