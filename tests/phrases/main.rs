//! Every phrase in each of its forms, and what holds for all of them.

mod counts;
mod divisions;
mod operation;
mod properties;

use std::fmt::Write as _;

use tjut::facts::Facts;
use tjut::phrases::{NamedPhrase, Phrase, paragraph, phrases};
use tjut::source::Source;
use tjut::year_file::{self, YearFile};

const SMALLEST: &str = include_str!("../fall/minsta.yaml");
const EXAMPLE: &str = include_str!("../../data/norra-innerstaden-2025.yaml");

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

fn year_file_of(file: &str) -> YearFile {
    let loaded = year_file::load(Source::new("fall.yaml", file));
    let findings: Vec<_> = loaded.findings.iter().map(|finding| &finding.message).collect();
    loaded.year_file.unwrap_or_else(|| panic!("{findings:#?}\n{file}"))
}

fn named(file: &str) -> Vec<NamedPhrase> {
    let year_file = year_file_of(file);
    phrases(&year_file, &Facts::of(&year_file))
}

/// Each of these phrases on a line, with fixed spaces shown as `~`.
fn told(about: &str, names: &[&str], file: &str) -> String {
    let all = named(file);
    let mut told = format!("{about}\n");
    for name in names {
        let found = all.iter().find(|named| named.name == *name).expect("the phrase exists");
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
fn the_example_and_what_the_handbook_says() {
    let mut told = String::new();
    for NamedPhrase { name, about, phrase } in named(EXAMPLE) {
        let text = phrase.map_or("–".to_owned(), |phrase| phrase.text());
        let _ = write!(told, "{name}\n  {about}\n  {}\n\n", text.replace('\u{a0}', "~"));
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_paragraph_writes_its_counts_in_one_way() {
    let paragraph_of = |file: &str, names: &[&str]| {
        let all = named(file);
        let phrases: Vec<Phrase> = names
            .iter()
            .filter_map(|name| all.iter().find(|named| named.name == *name)?.phrase.clone())
            .collect();
        paragraph(&phrases).replace('\u{a0}', "~")
    };
    let names = ["tjänster", "klienter", "avslutade", "kö"];
    let few = year_file(&["klienter: 12, avslutade: 1, kö: 0"]);
    let many = year_file(&["klienter: 13, avslutade: 1, kö: 0"]);
    let compared = year_file(&["klienter: 12", "klienter: 11, avslutade: 1, kö: 0"]);
    let small = masked(&["klienter: 12, avslutade: 1, kö: 0"]);
    let mut texts = [few, many, compared, small].map(|file| paragraph_of(&file, &names)).to_vec();
    let names = ["klienter", "nya", "avslutade", "flöde", "barn", "orsaker"];
    texts.push(paragraph_of(EXAMPLE, &names));
    insta::assert_snapshot!(texts.join("\n\n"));
}
