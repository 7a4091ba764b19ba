//! Every phrase in each of its forms, and what holds for all of them.

use std::fmt::Write as _;

use proptest::prelude::*;
use tjut::case::{self, Case};
use tjut::facts::Facts;
use tjut::phrases::{Named, Phrase, paragraph, phrases};
use tjut::source::Source;

const SMALLEST: &str = include_str!("fall/minsta.yaml");
const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");

/// A year file with figures for the years up to 2025, the latest last. A year
/// without figures is left out.
fn year_file(years: &[&str]) -> String {
    let mut statistics = String::new();
    for (year, figures) in (0..=2025).rev().zip(years.iter().rev()) {
        if !figures.is_empty() {
            let _ = writeln!(statistics, "  {year}: {{ {figures} }}");
        }
    }
    let start = SMALLEST.find("statistik:\n").expect("there are figures") + "statistik:\n".len();
    let end = SMALLEST.find("ekonomi:\n").expect("the economy follows");
    format!("{}{statistics}{}", &SMALLEST[..start], &SMALLEST[end..])
}

fn masked(years: &[&str]) -> String {
    changed(
        &year_file(years),
        &[("verksamhetsår: 2025\n", "verksamhetsår: 2025\nsmå_tal: maskera\n")],
    )
}

fn changed(file: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(file.to_owned(), |file, (from, to)| {
        assert!(file.contains(from), "{from}");
        file.replacen(from, to, 1)
    })
}

fn case_of(file: &str) -> Case {
    let loaded = case::load(Source::new("fall.yaml", file));
    let findings: Vec<_> = loaded.findings.iter().map(|finding| &finding.message).collect();
    loaded.case.unwrap_or_else(|| panic!("{findings:#?}\n{file}"))
}

fn named(file: &str) -> Vec<Named> {
    let case = case_of(file);
    phrases(&case, &Facts::of(&case))
}

/// Each of these phrases on a line, with fixed spaces shown as `~`.
fn told(about: &str, names: &[&str], file: &str) -> String {
    let named = named(file);
    let mut told = format!("{about}\n");
    for name in names {
        let found = named.iter().find(|named| named.name == *name).expect("the phrase exists");
        let text = found.phrase.as_ref().map_or("–".to_owned(), Phrase::text);
        let _ = writeln!(told, "  {name}: {}", text.replace('\u{a0}', "~"));
    }
    told
}

fn table(names: &[&str], cases: &[(&str, String)]) -> String {
    let told: Vec<String> = cases.iter().map(|(about, file)| told(about, names, file)).collect();
    told.join("\n")
}

#[test]
fn clients() {
    let file = |years: &[&str]| year_file(years);
    insta::assert_snapshot!(table(
        &["klienter", "klienter_kort"],
        &[
            ("färre", file(&["klienter: 210", "klienter: 189"])),
            ("fler", file(&["klienter: 180", "klienter: 189"])),
            ("en färre", file(&["klienter: 190", "klienter: 189"])),
            ("få", file(&["klienter: 8", "klienter: 12"])),
            ("lika många", file(&["klienter: 189", "klienter: 189"])),
            ("lika många tre år", file(&["klienter: 189", "klienter: 189", "klienter: 189"])),
            ("ingen", file(&["klienter: 210", "klienter: 0"])),
            ("ingen något av åren", file(&["klienter: 0", "klienter: 0"])),
            ("från ingen", file(&["klienter: 0", "klienter: 7"])),
            ("en", file(&["klienter: 2", "klienter: 1"])),
            ("en båda åren", file(&["klienter: 1", "klienter: 1"])),
            ("första året, tolv", file(&["klienter: 12"])),
            ("första året, tretton", file(&["klienter: 13"])),
            ("året före saknas", file(&["klienter: 210", "", "klienter: 189"])),
            ("ökning två år", file(&["klienter: 150", "klienter: 180", "klienter: 189"])),
            (
                "ökning tre år efter en minskning",
                file(&[
                    "klienter: 160",
                    "klienter: 150",
                    "klienter: 170",
                    "klienter: 180",
                    "klienter: 189"
                ]),
            ),
            (
                "minskning fem år",
                file(&[
                    "klienter: 230",
                    "klienter: 220",
                    "klienter: 210",
                    "klienter: 200",
                    "klienter: 195",
                    "klienter: 189"
                ]),
            ),
            ("minskning till ingen", file(&["klienter: 20", "klienter: 10", "klienter: 0"])),
            (
                "mycket stora tal",
                file(&["klienter: 999 999 999 999", "klienter: 1 000 000 000 000"])
            ),
            ("maskerat nu", masked(&["klienter: 20", "klienter: 3"])),
            ("maskerat året före", masked(&["klienter: 3", "klienter: 20"])),
            ("maskerat båda åren", masked(&["klienter: 4", "klienter: 3"])),
            ("uppgift saknas", file(&["klienter: 210", "nya: 4"])),
        ]
    ));
}

#[test]
fn new_clients() {
    let file = |years: &[&str]| year_file(years);
    insta::assert_snapshot!(table(
        &["nya", "nya_kort"],
        &[
            ("färre", file(&["klienter: 210, nya: 113", "klienter: 189, nya: 86"])),
            ("lika många", file(&["klienter: 210, nya: 86", "klienter: 189, nya: 86"])),
            ("en", file(&["klienter: 210, nya: 4", "klienter: 189, nya: 1"])),
            ("ingen", file(&["klienter: 210, nya: 4", "klienter: 189, nya: 0"])),
            ("alla", file(&["klienter: 40, nya: 40"])),
            ("alla, en enda", file(&["klienter: 1, nya: 1"])),
            ("få av många", file(&["klienter: 100 000, nya: 20"])),
            ("nästan alla", file(&["klienter: 100 000, nya: 99 990"])),
            ("första året", file(&["klienter: 189, nya: 9"])),
            ("klienterna okända", file(&["nya: 8", "nya: 9"])),
            ("året före saknas", file(&["nya: 7", "klienter: 189", "klienter: 189, nya: 9"])),
            ("ökning två år", file(&["nya: 7", "nya: 8", "klienter: 189, nya: 86"])),
            ("maskerat nu", masked(&["klienter: 210, nya: 20", "klienter: 189, nya: 3"])),
            ("maskerat året före", masked(&["klienter: 210, nya: 3", "klienter: 189, nya: 20"])),
        ]
    ));
}

#[test]
fn closed_cases() {
    let file = |years: &[&str]| year_file(years);
    insta::assert_snapshot!(table(
        &["avslutade", "avslutade_kort"],
        &[
            ("färre", file(&["avslutade: 107", "avslutade: 91"])),
            ("ett fler", file(&["avslutade: 90", "avslutade: 91"])),
            ("inget året före", file(&["avslutade: 0", "avslutade: 91"])),
            ("inget", file(&["avslutade: 107", "avslutade: 0"])),
            ("inget något av åren", file(&["avslutade: 0", "avslutade: 0"])),
            ("ett", file(&["avslutade: 1"])),
            ("ett efter tre", file(&["avslutade: 3", "avslutade: 1"])),
            ("lika många", file(&["avslutade: 9", "avslutade: 9"])),
            ("året före saknas", file(&["avslutade: 9", "", "avslutade: 9"])),
            ("minskning två år", file(&["avslutade: 99", "avslutade: 95", "avslutade: 91"])),
            ("maskerat", masked(&["avslutade: 107", "avslutade: 2"])),
            ("uppgift saknas", file(&["klienter: 189"])),
        ]
    ));
}

#[test]
fn children_at_home_and_the_queue() {
    let file = |years: &[&str]| year_file(years);
    let names = ["barn", "barn_kort", "kö", "kö_kort"];
    insta::assert_snapshot!(table(
        &names,
        &[
            (
                "fler",
                file(&[
                    "klienter: 210, hemmavarande_barn: 20, kö: 8",
                    "klienter: 189, hemmavarande_barn: 24, kö: 12"
                ])
            ),
            (
                "lika många",
                file(&[
                    "hemmavarande_barn: 20, kö: 8",
                    "klienter: 189, hemmavarande_barn: 20, kö: 8"
                ])
            ),
            ("en", file(&["klienter: 189, hemmavarande_barn: 1, kö: 1"])),
            (
                "ingen",
                file(&[
                    "hemmavarande_barn: 20, kö: 8",
                    "klienter: 189, hemmavarande_barn: 0, kö: 0"
                ])
            ),
            (
                "ingen något av åren",
                file(&[
                    "hemmavarande_barn: 0, kö: 0",
                    "klienter: 189, hemmavarande_barn: 0, kö: 0"
                ])
            ),
            ("alla", file(&["klienter: 24, hemmavarande_barn: 24, kö: 3"])),
            (
                "året före saknas",
                file(&[
                    "hemmavarande_barn: 4, kö: 4",
                    "",
                    "klienter: 24, hemmavarande_barn: 8, kö: 3"
                ])
            ),
            (
                "maskerat",
                masked(&[
                    "klienter: 210, hemmavarande_barn: 20, kö: 8",
                    "klienter: 189, hemmavarande_barn: 3, kö: 2"
                ])
            ),
            ("uppgift saknas", file(&["klienter: 189"])),
        ]
    ));
}

#[test]
fn flow() {
    let file = |years: &[&str]| year_file(years);
    insta::assert_snapshot!(table(
        &["flöde", "flöde_kort"],
        &[
            (
                "fler avslutade",
                file(&["ingående: 103, klienter: 189, nya: 86, avslutade: 91, utgående: 98"])
            ),
            ("fler nya", file(&["ingående: 8, klienter: 12, nya: 4, avslutade: 2, utgående: 10"])),
            (
                "ett fler avslutat",
                file(&["ingående: 8, klienter: 12, nya: 4, avslutade: 5, utgående: 7"])
            ),
            ("en fler ny", file(&["ingående: 8, klienter: 12, nya: 4, avslutade: 3, utgående: 9"])),
            ("lika många", file(&["ingående: 8, klienter: 12, nya: 4, avslutade: 4, utgående: 8"])),
            (
                "inga nya, inga avslutade",
                file(&["ingående: 8, klienter: 8, nya: 0, avslutade: 0, utgående: 8"])
            ),
            (
                "från ingen",
                file(&["ingående: 0, klienter: 12, nya: 12, avslutade: 2, utgående: 10"])
            ),
            (
                "till ingen",
                file(&["ingående: 8, klienter: 12, nya: 4, avslutade: 12, utgående: 0"])
            ),
            (
                "ingen vid början och slut",
                file(&["ingående: 0, klienter: 12, nya: 12, avslutade: 12, utgående: 0"])
            ),
            ("bara början känd", file(&["ingående: 8"])),
            ("bara slutet känt", file(&["utgående: 8"])),
            ("bara nya och avslutade kända", file(&["nya: 8, avslutade: 20"])),
            (
                "maskerat",
                masked(&["ingående: 20, klienter: 23, nya: 3, avslutade: 6, utgående: 17"])
            ),
            ("inget känt", file(&["kö: 8"])),
        ]
    ));
}

#[test]
fn posts() {
    let posts = |posts: &str, clients: &str| {
        changed(&year_file(&[clients]), &[("årsanställningar: 2\n", posts)])
    };
    insta::assert_snapshot!(table(
        &["tjänster", "per_heltid"],
        &[
            ("hela", posts("årsanställningar: 4\n  antal_ombud: 5\n", "klienter: 189")),
            ("en", posts("årsanställningar: 1\n  antal_ombud: 1\n", "klienter: 40")),
            ("del av en", posts("årsanställningar: 0,5\n  antal_ombud: 2\n", "klienter: 40")),
            (
                "med decimaler",
                posts("årsanställningar: 3,75\n  antal_ombud: 4\n", "klienter: 1 250")
            ),
            ("många", posts("årsanställningar: 14\n  antal_ombud: 12\n", "klienter: 189")),
            ("utan antal ombud", posts("årsanställningar: 4\n", "klienter: 0")),
            ("inga", posts("årsanställningar: 0\n", "klienter: 40")),
            ("klienterna okända", posts("årsanställningar: 4\n", "nya: 40")),
        ]
    ));
}

#[test]
fn sexes() {
    let file = |years: &[&str]| year_file(years);
    insta::assert_snapshot!(table(
        &["kön", "kön_kort", "jämställdhet"],
        &[
            (
                "andelen kvinnor upp",
                file(&[
                    "klienter: 210, kön: { kvinnor: 113, män: 97 }",
                    "klienter: 189, kön: { kvinnor: 104, män: 85 }"
                ])
            ),
            (
                "andelen kvinnor ned",
                file(&[
                    "klienter: 200, kön: { kvinnor: 110, män: 90 }",
                    "klienter: 200, kön: { kvinnor: 100, män: 100 }"
                ])
            ),
            (
                "samma andel",
                file(&[
                    "klienter: 20, kön: { kvinnor: 11, män: 9 }",
                    "klienter: 200, kön: { kvinnor: 110, män: 90 }"
                ])
            ),
            (
                "nästan samma andel",
                file(&[
                    "klienter: 10 000, kön: { kvinnor: 5 000, män: 5 000 }",
                    "klienter: 10 000, kön: { kvinnor: 5 001, män: 4 999 }"
                ])
            ),
            (
                "med andra",
                file(&[
                    "klienter: 200, kön: { kvinnor: 110, män: 90, annat: 0 }",
                    "klienter: 200, kön: { kvinnor: 100, män: 97, annat: 3 }"
                ])
            ),
            (
                "en kvinna och en annan",
                file(&["klienter: 12, kön: { kvinnor: 1, män: 10, annat: 1 }"])
            ),
            ("inga kvinnor", file(&["klienter: 12, kön: { kvinnor: 0, män: 12 }"])),
            (
                "inga män",
                file(&[
                    "klienter: 20, kön: { kvinnor: 5, män: 15 }",
                    "klienter: 12, kön: { kvinnor: 12, män: 0 }"
                ])
            ),
            (
                "inga kvinnor men andra",
                file(&["klienter: 12, kön: { kvinnor: 0, män: 9, annat: 3 }"])
            ),
            ("bara andra", file(&["klienter: 12, kön: { kvinnor: 0, män: 0, annat: 12 }"])),
            ("en enda klient", file(&["klienter: 1, kön: { kvinnor: 1, män: 0 }"])),
            ("inga klienter", file(&["klienter: 0, kön: { kvinnor: 0, män: 0 }"])),
            ("klienterna okända", file(&["kön: { kvinnor: 6, män: 7 }"])),
            (
                "året före saknas",
                file(&[
                    "klienter: 210, kön: { kvinnor: 113, män: 97 }",
                    "",
                    "klienter: 189, kön: { kvinnor: 104, män: 85 }"
                ])
            ),
            (
                "maskerat nu",
                masked(&[
                    "klienter: 210, kön: { kvinnor: 113, män: 97 }",
                    "klienter: 189, kön: { kvinnor: 187, män: 2 }"
                ])
            ),
            (
                "maskerat året före",
                masked(&[
                    "klienter: 210, kön: { kvinnor: 208, män: 2 }",
                    "klienter: 189, kön: { kvinnor: 104, män: 85 }"
                ])
            ),
            ("uppgift saknas", file(&["klienter: 189"])),
        ]
    ));
}

#[test]
fn ages() {
    let file = |years: &[&str]| year_file(years);
    insta::assert_snapshot!(table(
        &["ålder", "ålder_kort"],
        &[
            (
                "en störst",
                file(&[
                    "klienter: 189, ålder: { 18–29 år: 44, 30–44 år: 57, 45–64 år: 65, 65 år eller äldre: 23 }"
                ])
            ),
            (
                "två störst",
                file(&[
                    "klienter: 30, ålder: { 18–29 år: 12, 30–44 år: 12, 45 år eller äldre: 6 }"
                ])
            ),
            ("lika stora", file(&["klienter: 20, ålder: { 18–29 år: 10, 30 år eller äldre: 10 }"])),
            ("få", file(&["klienter: 3, ålder: { 18–29 år: 1, 30 år eller äldre: 2 }"])),
            ("bara en grupp", file(&["klienter: 20, ålder: { 18 år eller äldre: 20 }"])),
            ("inga klienter", file(&["klienter: 0, ålder: { 18–29 år: 0, 30 år eller äldre: 0 }"])),
            ("klienterna okända", file(&["ålder: { 18–29 år: 7, 30 år eller äldre: 8 }"])),
            (
                "en maskerad",
                masked(&[
                    "klienter: 100, ålder: { 18–29 år: 3, 30–44 år: 4, 45 år eller äldre: 93 }"
                ])
            ),
            (
                "störst maskerad",
                masked(&["klienter: 100, ålder: { 18–29 år: 3, 30 år eller äldre: 97 }"])
            ),
            ("uppgift saknas", file(&["klienter: 189"])),
        ]
    ));
}

#[test]
fn reasons_and_contact_routes() {
    let reasons = |counts: &str| {
        year_file(&[&format!(
            "klienter: 189, nya: 86, orsaker: {{ {counts} }}, kontaktvägar: {{ {counts} }}"
        )])
    };
    let small = |counts: &str| {
        masked(&[&format!(
            "klienter: 189, nya: 86, orsaker: {{ {counts} }}, kontaktvägar: {{ {counts} }}"
        )])
    };
    insta::assert_snapshot!(table(
        &["orsaker", "orsaker_kort", "kontaktvägar", "kontaktvägar_kort"],
        &[
            (
                "en vanligast",
                reasons(
                    "Arbetsförmedlingen: 31, Ekonomiskt bistånd: 48, \"Sjukpenning, a-kassa och andra försäkringar\": 63, Råd och stöd: 12"
                )
            ),
            ("två vanligast", reasons("Boende: 40, Arbete: 40, Skulder: 6")),
            ("två näst vanligast", reasons("Boende: 40, Arbete: 9, Skulder: 9, Övrigt: 3")),
            ("två på tredje plats", reasons("Boende: 40, Arbete: 30, Skulder: 9, Övrigt: 9")),
            (
                "många näst vanligast",
                reasons("Boende: 40, Arbete: 9, Skulder: 9, Övrigt: 9, Vård: 9")
            ),
            ("alla lika vanliga", reasons("Boende: 7, Arbete: 7, Skulder: 7")),
            ("en enda", reasons("Boende: 7")),
            ("en klient", reasons("Boende: 2, Arbete: 1, Skulder: 0")),
            ("ingen klient", reasons("Boende: 0, Arbete: 0")),
            ("citattecken", reasons("'Hjälp med ”blanketter”': 20, Arbete: 9")),
            ("en maskerad", small("Boende: 50, Arbete: 32, Skulder: 3, Övrigt: 1")),
            ("alla maskerade", small("Boende: 3, Arbete: 2")),
            ("uppgift saknas", year_file(&["klienter: 189"])),
        ]
    ));
}

#[test]
fn contact_routes_masked_through_their_sum() {
    let file =
        masked(&["klienter: 189, nya: 86, kontaktvägar: { Egen kontakt: 83, Socialtjänsten: 3 }"]);
    insta::assert_snapshot!(told(
        "den vanligaste maskerad",
        &["kontaktvägar", "kontaktvägar_kort"],
        &file
    ));
}

#[test]
fn grown_reasons() {
    let file = |before: &str, now: &str| {
        year_file(&[&format!("orsaker: {{ {before} }}"), &format!("orsaker: {{ {now} }}")])
    };
    let small = |before: &str, now: &str| {
        masked(&[&format!("orsaker: {{ {before} }}"), &format!("orsaker: {{ {now} }}")])
    };
    insta::assert_snapshot!(table(
        &["orsaker_förändring"],
        &[
            ("en", file("Boende: 40, Arbete: 30", "Boende: 44, Arbete: 41")),
            ("två lika mycket", file("Boende: 40, Arbete: 30", "Boende: 44, Arbete: 34")),
            ("med en klient", file("Boende: 40, Arbete: 30", "Boende: 41, Arbete: 30")),
            ("ingen", file("Boende: 40, Arbete: 30", "Boende: 40, Arbete: 20")),
            ("en ny orsak", file("Boende: 40, Arbete: 30", "Boende: 44, Arbete: 34, Skulder: 50")),
            (
                "en ny orsak, ingen ökning",
                file("Boende: 40, Arbete: 30", "Boende: 40, Arbete: 30, Skulder: 50")
            ),
            ("bara en jämförbar", file("Boende: 40", "Boende: 44, Arbete: 34")),
            ("maskerat", small("Boende: 40, Arbete: 3", "Boende: 44, Arbete: 34")),
            ("året före saknas", year_file(&["orsaker: { Boende: 44, Arbete: 41 }"])),
        ]
    ));
}

#[test]
fn shortcomings() {
    let one =
        "  - område: Bostad\n    beskrivning: Väntetiderna är långa.\n    huvudman: Kommunen\n";
    let handled = format!("{one}    åtgärd: Frågan har lyfts.\n");
    let file = |list: String| changed(SMALLEST, &[(&format!("brister:\n{one}"), &list)]);
    let listed = |list: &[&str]| file(format!("brister:\n{}", list.concat()));
    insta::assert_snapshot!(table(
        &["brister"],
        &[
            ("en utan åtgärd", listed(&[one])),
            ("en med åtgärd", listed(&[&handled])),
            ("flera utan åtgärd", listed(&[one, one])),
            ("två med åtgärd", listed(&[&handled, &handled])),
            ("alla med åtgärd", listed(&[&handled, &handled, &handled])),
            ("en av tre", listed(&[&handled, one, one])),
            ("två av tretton", listed(&[&[&*handled; 2][..], &[one; 11]].concat())),
            ("inga", file("brister: []\n".to_owned())),
            ("uppgift saknas", file(String::new())),
        ]
    ));
}

#[test]
fn money() {
    const ECONOMY: &str = "  beviljat: 600 000\n  använt: 600 000\n";
    let file = |economy: &str| changed(SMALLEST, &[(ECONOMY, economy)]);
    insta::assert_snapshot!(table(
        &["bidrag", "bidrag_kort", "bidrag_per_heltid", "egna_medel", "egna_medel_kort"],
        &[
            (
                "allt använt",
                file("  beviljat: 604 800\n  använt: 604 800\n  egna_medel: 935 200\n")
            ),
            ("något kvar", file("  beviljat: 604 800\n  använt: 450 000\n  egna_medel: 1\n")),
            ("nästan allt använt", file("  beviljat: 604 800\n  använt: 604 799\n")),
            ("inget använt", file("  beviljat: 604 801\n  använt: 0\n  egna_medel: 50 000\n")),
            ("inget beviljat", file("  beviljat: 0\n  använt: 0\n  egna_medel: 0\n")),
            ("mer använt än beviljat", file("  beviljat: 100\n  använt: 101\n  egna_medel: 0\n")),
            ("utan ekonomi", changed(SMALLEST, &[("ekonomi:\n", ""), (ECONOMY, "")])),
        ]
    ));
}

#[test]
fn application() {
    let level = "  använt: 600 000\n  belopp_per_heltid: { kronor: 302 400, år: 2026, källa: \"Socialstyrelsens beslut 2026-01-10, dnr 9999/2026\" }\n";
    let known = changed(SMALLEST, &[("  använt: 600 000\n", level)]);
    let posts = |posts: &str, file: &str| changed(file, &[("årsanställningar: 2\n", posts)]);
    insta::assert_snapshot!(table(
        &["ansökan_belopp"],
        &[
            ("beloppet känt", known.clone()),
            ("beloppet känt, decimaler", posts("årsanställningar: 1,75\n", &known)),
            ("beloppet okänt", SMALLEST.to_owned()),
            ("beloppet okänt, en tjänst", posts("årsanställningar: 1\n", SMALLEST)),
            ("inga tjänster", posts("årsanställningar: 0\n", SMALLEST)),
        ]
    ));
}

#[test]
fn the_example_and_what_the_handbook_says() {
    let mut told = String::new();
    for Named { name, about, phrase } in named(EXAMPLE) {
        let text = phrase.map_or("–".to_owned(), |phrase| phrase.text());
        let _ = write!(told, "{name}\n  {about}\n  {}\n\n", text.replace('\u{a0}', "~"));
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_paragraph_writes_its_counts_in_one_way() {
    let paragraph_of = |file: &str, names: &[&str]| {
        let named = named(file);
        let phrases: Vec<Phrase> = names
            .iter()
            .filter_map(|name| named.iter().find(|named| named.name == *name)?.phrase.clone())
            .collect();
        paragraph(&phrases).replace('\u{a0}', "~")
    };
    let names = ["tjänster", "klienter", "avslutade", "kö"];
    let few = year_file(&["klienter: 12, avslutade: 1, kö: 0"]);
    let many = year_file(&["klienter: 13, avslutade: 1, kö: 0"]);
    let compared = year_file(&["klienter: 12", "klienter: 11, avslutade: 1, kö: 0"]);
    let small = masked(&["klienter: 12, avslutade: 1, kö: 0"]);
    let texts = [few, many, compared, small].map(|file| paragraph_of(&file, &names));
    insta::assert_snapshot!(texts.join("\n\n"));
}
