//! Posts of the year and those applied for, and what belongs to each of several kommuner.

use crate::{Made, text};

#[test]
fn posts_of_the_year_and_posts_applied_for_are_two_things() {
    let made = Made::of("utokning");
    let opinion = made.section("tjansteutlatande", "Förvaltningens synpunkter och förslag");
    assert!(
        opinion[0]
            .ends_with("kvarstår. Verksamheten bör utökas från 1,75 till 2,25 heltidstjänster."),
        "{opinion:?}"
    );
    assert_eq!(made.findings, [""; 0]);
    assert_eq!(
        made.section("redovisning", "1. Antal tjänster samt utbildning och handledning"),
        [
            "Verksamheten har haft 1,75 heltidstjänster som personligt ombud under 2025, fördelade på 2 personer."
        ]
    );
    assert_eq!(
        made.table("redovisning", "Bidraget och kostnaderna"),
        [
            "Uppgift | Kronor | Kronor per heltid",
            "Beviljat bidrag | 600 000 | 342 857",
            "Använt bidrag | 600 000 | 342 857",
            "Oförbrukat bidrag | 0 | 0",
            "Egna medel | 650 000 | 371 429",
            "Använt bidrag och egna medel | 1 250 000 | 714 286",
        ]
    );
    assert!(made.whole("redovisning").contains("33,1 klienter för varje heltidstjänst"));
    assert!(!made.whole("redovisning").contains("2,25"));
    assert_eq!(
        made.section("ansokan", "2. Antal årsanställningar"),
        [
            "Ansökan gäller 2,25 årsanställningar som personligt ombud, räknat i heltid. Under 2025 hade verksamheten 1,75 årsanställningar."
        ]
    );
}

#[test]
fn the_board_paper_says_what_changes_and_why() {
    let made = Made::of("utokning");
    assert_eq!(
        made.section("tjansteutlatande", "Ändrad omfattning"),
        [
            "Verksamheten hade 1,75 heltidstjänster under 2025, och ansökan för 2026 gäller 2,25 heltidstjänster. Det är en ökning med 0,5 heltidstjänster.",
            "Ombuden har inte kunnat ta emot alla som har sökt stöd. Med en halv tjänst till räcker tiden.",
        ]
    );
    assert!(
        made.section("tjansteutlatande", "Sammanfattning")
            .join(" ")
            .contains("Ansökan för 2026 gäller 2,25 heltidstjänster.")
    );
    let without = text("utokning");
    let start = without.find("  skäl_till").expect("the reason");
    let end = without.find("  utbildning:").expect("the next text");
    let said = Made::of_text(&[&without[..start], &without[end..]].concat()).findings;
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("varning[skäl-till-ändring-saknas]"), "{}", said[0]);
}

#[test]
fn what_is_applied_for_is_reckoned_on_the_posts_applied_for() {
    let level = "  egna_medel: 650 000\n  belopp_per_heltid: { kronor: 400 000, år: 2026, källa: Socialstyrelsens beslut 2026-01-10 }\n";
    let made = Made::of_text(&text("utokning").replace("  egna_medel: 650 000\n", level));
    assert!(made.section("ansokan", "Sökt belopp").join(" ").starts_with(
        "Kommunen söker 900 000 kronor: 2,25 årsanställningar gånger 400 000 kronor."
    ));
}

#[test]
fn each_kommun_has_its_part_and_the_parts_add_up() {
    let made = Made::of("flera-kommuner");
    assert_eq!(made.findings, [""; 0]);
    assert_eq!(
        made.table("ansokan", "Årsanställningar i ansökan för 2026"),
        [
            "Kommun | Årsanställningar",
            "Exempelstads kommun | 1,25",
            "Granviks kommun | 0,75",
            "Lidby kommun | 0,25",
            "Hela ansökan | 2,25",
        ]
    );
    assert_eq!(
        made.table(
            "redovisning",
            "Årsanställningar, klienter och egna medel för varje kommun 2025"
        ),
        [
            "Kommun | Årsanställningar | Klienter | Egna medel, kronor",
            "Exempelstads kommun | 1,25 | 39 | 500 000",
            "Granviks kommun | 0,50 | 13 | 150 000",
            "Lidby kommun | 0,25 | 6 | 80 000",
            "Samtliga | 2,00 | 58 | 730 000",
        ]
    );
    let report = made.whole("redovisning");
    assert!(report.contains("54,9 procent med kommunernas egna medel."));
    assert!(!report.contains("kommunens egna medel"));
    assert!(
        made.section("ansokan", "1. Kommuner som ansökan omfattar")[0]
            .ends_with("Exempelstads kommun, samt Granviks kommun och Lidby kommun.")
    );
}

#[test]
fn one_other_kommun_is_one() {
    let two = text("flera-kommuner")
        .replace(
            "    - { namn: Lidby kommun, årsanställningar: \"0,25\", egna_medel: 80 000 }\n",
            "",
        )
        .replace(", Lidby kommun: 6 }", " }")
        .replace("Granviks kommun: 13", "Granviks kommun: 19")
        .replace(", Lidby kommun]", "]");
    assert_eq!(
        Made::of_text(&two).section("ansokan", "1. Kommuner som ansökan omfattar")[0],
        "Ansökan omfattar den egna kommunen, Exempelstads kommun, samt Granviks kommun."
    );
}

/// The counts of a kommun are masked as all others are.
#[test]
fn a_kommun_with_few_clients_is_masked() {
    let masked = text("flera-kommuner")
        .replace("verksamhetsår: 2025\n", "verksamhetsår: 2025\nsmå_tal: maskera\n")
        .replace(
            "Exempelstads kommun: 39, Granviks kommun: 13, Lidby kommun: 6",
            "Exempelstads kommun: 39, Granviks kommun: 16, Lidby kommun: 3",
        );
    let rows = Made::of_text(&masked)
        .table("redovisning", "Årsanställningar, klienter och egna medel för varje kommun 2025");
    assert!(rows[3].starts_with("Lidby kommun | 0,25 | färre än 5 |"), "{rows:?}");
    assert!(!rows.iter().any(|row| row.contains("| 16 |")), "{rows:?}");
}
