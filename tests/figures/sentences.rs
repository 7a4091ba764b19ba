//! Sentences: they stand in both files, and every number in them is one of the facts'.

use std::collections::BTreeSet;

use crate::papers;
use crate::support::docx_text;
use crate::support::pdf_text::{self, words};
use tjut::facts::{Change, Facts, Figure, Number, Share};
use tjut::phrases::{Phrase, paragraph, phrases};
use tjut::swedish::{grouped, tenths};

/// Sections of the redovisning with the sentences that make them up, unless the year
/// file has a text of its own.
const SECTIONS: [(&str, &[&str]); 7] = [
    ("bidragets_användning", &["bidrag_kort", "egna_medel_kort"]),
    ("tjänster", &["tjänster"]),
    ("antal_personer", &["klienter", "nya_kort", "flöde_kort", "per_heltid"]),
    ("fördelningar", &["kön_kort", "ålder_kort"]),
    ("orsak_till_kontakt", &["orsaker_kort", "orsaker_förändring"]),
    ("kontaktvägar", &["kontaktvägar_kort"]),
    ("brister", &["brister"]),
];

/// Every number that a sentence about the year file may have, as it is written.
fn numbers(year_file: &tjut::year_file::YearFile, facts: &Facts) -> BTreeSet<String> {
    let parts = &facts.parts;
    let divisions = ["kön", "ålder", "områden", "orsaker", "kontaktvägar"].map(|key| parts.of(key));
    let figures = || facts.figures.iter().chain(divisions.into_iter().flatten());
    let mut numbers: BTreeSet<String> = facts.years.iter().map(ToString::to_string).collect();
    numbers.extend(figures().flat_map(about));
    for whole in [facts.figure("klienter"), facts.figure("nya")].into_iter().flatten() {
        for figure in figures() {
            let shares = [figure.share_of(whole), figure.previous_share_of(whole)];
            numbers.extend(shares.into_iter().flatten().map(Share::digits));
            if let [Some(now), Some(before)] = shares {
                numbers.insert(tenths(now.points_from(before)));
            }
        }
    }
    numbers.extend(facts.net_flow().map(|flow| grouped(flow.unsigned_abs())));
    numbers.extend(facts.clients_per_post().map(tenths));
    numbers.insert(facts.full_time_posts.to_string());
    numbers.extend(year_file.operation.ombud.as_ref().map(|ombud| grouped((**ombud).into())));
    let economy = year_file.economy.as_ref().expect("an economy");
    let own_funds = economy.own_funds.as_deref().copied();
    let kronor =
        [Some(*economy.granted), Some(*economy.used), own_funds, facts.money.kronor("oförbrukat")];
    numbers.extend(
        kronor.into_iter().chain([facts.money.kronor("total_kostnad")]).flatten().map(grouped),
    );
    let share = |part: Option<u64>, whole: Option<u64>| Share::of(part?, whole?);
    let cost = facts.money.kronor("total_kostnad");
    let shares = [
        share(Some(*economy.used), cost),
        share(own_funds, cost),
        share(Some(*economy.used), Some(*economy.granted)),
    ];
    numbers.extend(shares.into_iter().flatten().map(Share::digits));
    // Names of age groups and reasons, and the limit of masking, have digits of their own.
    let names = figures().map(|figure| figure.label.clone());
    numbers.extend(names.flat_map(|name| in_digits(&name)));
    numbers.insert(grouped(year_file.smallest_count()));
    numbers
}

fn about(figure: &Figure) -> Vec<String> {
    let counts = figure.series.iter().flatten().filter_map(|number| Number::exact(*number));
    let change = figure.change();
    let size = change.map(|change| grouped(change.size()));
    let per_cent = change.and_then(Change::per_mille).map(tenths);
    counts.map(grouped).chain(size).chain(per_cent).collect()
}

/// The numbers of a text that are written in digits, as they are written.
fn in_digits(text: &str) -> Vec<String> {
    let is_part = |character: char| character.is_ascii_digit() || "\u{a0},".contains(character);
    let runs = text.split(|character| !is_part(character));
    let trimmed = runs.map(|run| run.trim_matches(['\u{a0}', ',']).to_owned());
    trimmed.filter(|run| !run.is_empty()).collect()
}

#[test]
fn sentences_stand_in_both_files_and_have_no_number_but_those_of_the_facts() {
    let (mut said, mut counted) = (0, 0);
    for (year_file, files) in papers().filter(|(_, files)| files.paper == "redovisning") {
        let all = phrases(year_file.year_file(), year_file.facts());
        let numbers = numbers(year_file.year_file(), year_file.facts());
        let word: Vec<String> = docx_text::body_text(files.docx).lines().map(words).collect();
        let pdf = pdf_text::lines(files.pdf);
        let own = |section: &str| year_file.year_file().text(section).is_some();
        for (_, names) in SECTIONS.into_iter().filter(|(section, _)| !own(section)) {
            let chosen = names.iter().map(|name| {
                let named = all.iter().find(|named| named.name == *name);
                named.unwrap_or_else(|| panic!("{name}")).phrase.as_ref()
            });
            let chosen: Vec<&Phrase> = chosen.flatten().collect();
            let text = paragraph(chosen);
            if text.is_empty() {
                continue;
            }
            said += 1;
            assert!(word.contains(&words(&text)), "{}: {text}", year_file.name);
            assert!(pdf.contains(&words(&text)), "{}: {text}", year_file.name);
            for number in in_digits(&text) {
                assert!(numbers.contains(&number), "{}: {number} in {text}", year_file.name);
                counted += 1;
            }
        }
    }
    assert!(said >= 25 && counted >= 70, "{said} paragraphs, {counted} numbers");
}
