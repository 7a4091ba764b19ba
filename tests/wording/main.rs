//! What the program words: every paper of the examples, every phrase in each of its
//! forms, and what holds for all phrases.
//!
//! All of it is stored in one file, so that a sentence that is changed changes one. What
//! each phrase is in the example stands in `docs/uppgifter.md`, which `tests/schema.rs`
//! keeps fresh.

mod counts;
mod divisions;
mod operation;
mod papers;
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

/// The papers, and then the forms of the phrases: a heading with `==` for each paper and
/// each group of phrases. `conformance/wording.py` reads the papers from here.
#[test]
fn the_wording() {
    let mut told = papers::told();
    for (about, forms) in [
        ("clients", counts::clients()),
        ("new clients", counts::new_clients()),
        ("closed cases", counts::closed_cases()),
        ("children at home and the queue", counts::children_at_home_and_the_queue()),
        ("flow", counts::flow()),
        ("sexes", divisions::sexes()),
        ("ages", divisions::ages()),
        ("reasons and contact routes", divisions::reasons_and_contact_routes()),
        ("contact routes masked", divisions::contact_routes_masked_through_their_sum()),
        ("grown reasons", divisions::grown_reasons()),
        ("posts", operation::posts()),
        ("shortcomings", operation::shortcomings()),
        ("money", operation::money()),
        ("application", operation::application()),
        ("service", operation::service()),
        ("a paragraph writes its counts in one way", counts_in_a_paragraph()),
    ] {
        let _ = write!(told, "\n== phrases: {about}\n\n{}\n", forms.trim_end());
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(".");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("wording", told));
}

fn counts_in_a_paragraph() -> String {
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
    texts.join("\n\n")
}
