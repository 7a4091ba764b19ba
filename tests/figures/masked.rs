//! A masked count is in no file, wherever in it one looks.

use std::collections::BTreeSet;

use crate::support::cases;
use crate::support::docx_text;
use crate::support::pdf_drawing::drawn;
use crate::support::pdf_text;
use tjut::facts::{Facts, Figure};
use tjut::swedish::grouped;

/// Above this no number in a file is there for another reason than the counts.
const LARGE: u64 = 100_000;

fn figures(facts: &Facts) -> impl Iterator<Item = &Figure> {
    let parts = &facts.parts;
    let divisions = ["kön", "ålder", "områden", "orsaker", "kontaktvägar"].map(|key| parts.of(key));
    facts.figures.iter().chain(divisions.into_iter().flatten())
}

/// The counts that are masked, and the changes that would give one away.
fn secrets() -> BTreeSet<u64> {
    let exact = cases::unmasked_facts();
    let mut secrets = BTreeSet::new();
    for masked in figures(cases::named("masked").facts()) {
        let open = figures(&exact).find(|figure| figure.label == masked.label).expect("the same");
        let count = |year: usize| open.series[year]?.exact();
        let is_masked =
            |year: usize| masked.series[year].is_some_and(tjut::facts::Number::is_masked);
        secrets.extend((0..2).filter(|year| is_masked(*year)).filter_map(count));
        if let (Some(before), Some(after)) = (count(0), count(1))
            && (is_masked(0) || is_masked(1))
        {
            secrets.insert(before.abs_diff(after));
        }
    }
    secrets
}

/// All numbers in a text, with their thousands put together.
fn numbers(text: &str) -> BTreeSet<u64> {
    let mut plain = String::new();
    let characters: Vec<char> = text.chars().collect();
    for (at, character) in characters.iter().enumerate() {
        let next_three = characters.get(at + 1..at + 4);
        let is_thousand = character.is_whitespace()
            && plain.ends_with(|last: char| last.is_ascii_digit())
            && next_three.is_some_and(|three| three.iter().all(char::is_ascii_digit));
        if !is_thousand {
            plain.push(*character);
        }
    }
    let numbers = plain.split(|character: char| !character.is_ascii_digit());
    let both = text.split(|character: char| !character.is_ascii_digit());
    numbers.chain(both).filter_map(|number| number.parse().ok()).collect()
}

/// Everything in the Word and PDF files that a reader or a program can get at: a
/// name for the place, and its text.
fn places() -> Vec<(String, String)> {
    let year_file = cases::named("masked");
    let mut places = Vec::new();
    for files in year_file.papers() {
        let paper = files.paper;
        places.push((format!("{paper}: Word"), docx_text::body_text(files.docx)));
        for name in docx_text::part_names(files.docx) {
            if let Some(number) = name.strip_prefix("word/embeddings/") {
                let workbook = docx_text::bytes(files.docx, &name);
                let sheet = docx_text::part(&workbook, "xl/worksheets/sheet1.xml");
                let cells = docx_text::texts(&sheet, "v").join("\n");
                places.push((format!("{paper}: workbook {number}"), cells));
            } else if name.starts_with("word/charts/chart") {
                let xml = docx_text::part(files.docx, &name);
                let copies = docx_text::texts(&xml, "c:v").join("\n");
                places.push((format!("{paper}: {name}"), copies));
            }
        }
        places.push((format!("{paper}: PDF"), pdf_text::lines(files.pdf).join("\n")));
        let (_, pieces) = drawn(files.pdf);
        let pieces: Vec<String> = pieces.into_iter().map(|piece| piece.text).collect();
        places.push((format!("{paper}: what is drawn"), pieces.join("\n")));
        let tree = pdf_text::structure(files.pdf);
        let said = tree.all().into_iter().flat_map(|one| [one.alt.clone(), one.summary.clone()]);
        let said: Vec<String> = said.flatten().collect();
        places.push((format!("{paper}: what is said instead"), said.join("\n")));
    }
    for pdf in year_file.with_figures() {
        places.push(("attached".to_owned(), attached(pdf)));
    }
    places
}

/// The figures that are attached to a PDF.
fn attached(pdf: &[u8]) -> String {
    let pdf = lopdf::Document::load_mem(pdf).expect("a PDF");
    let mut texts = pdf.objects.values().filter_map(|object| {
        let content = object.as_stream().ok()?.decompressed_content().ok()?;
        String::from_utf8(content).ok().filter(|text| text.contains("tjut-siffror"))
    });
    texts.next().expect("the figures")
}

#[test]
fn no_masked_count_is_in_any_file() {
    let secrets = secrets();
    assert!(secrets.len() >= 12, "{secrets:?}");
    for (place, text) in places() {
        let found: Vec<u64> = numbers(&text).intersection(&secrets).copied().collect();
        assert_eq!(found, [0; 0], "{place}");
    }
}

#[test]
fn no_large_masked_count_is_in_any_part_of_a_word_file() {
    let large: Vec<u64> = secrets().into_iter().filter(|count| *count > LARGE).collect();
    assert!(large.len() >= 6, "{large:?}");
    let look = |place: &str, text: &str| {
        for secret in &large {
            for shown in
                [secret.to_string(), grouped(*secret), grouped(*secret).replace('\u{a0}', " ")]
            {
                assert!(!text.contains(&shown), "{place}: {shown}");
            }
        }
    };
    for files in cases::named("masked").papers() {
        for name in docx_text::part_names(files.docx) {
            let bytes = docx_text::bytes(files.docx, &name);
            if name.starts_with("word/embeddings/") {
                for inside in docx_text::part_names(&bytes) {
                    look(&format!("{name}, {inside}"), &docx_text::part(&bytes, &inside));
                }
            } else {
                look(&name, &String::from_utf8_lossy(&bytes));
            }
        }
    }
}

#[test]
fn counts_that_are_not_masked_are_found_where_the_masked_are_looked_for() {
    let places = places();
    let is_found = |place: &str, count: u64| {
        let mut there = places.iter().filter(|(name, _)| name.starts_with(place)).peekable();
        assert!(there.peek().is_some(), "{place}");
        assert!(there.any(|(_, text)| numbers(text).contains(&count)), "{place}: {count}");
    };
    for place in ["Word", "PDF", "what is drawn", "what is said instead"] {
        is_found(&format!("redovisning: {place}"), 2_067_111);
    }
    is_found("redovisning: word/charts/chart", 2_104_377);
    is_found("redovisning: workbook", 812_743);
    is_found("attached", 1_404_836);
}

#[test]
fn a_bar_that_is_left_out_is_explained() {
    let redovisning = cases::named("masked").paper("redovisning");
    let note = "Antal som inte visas exakt har ingen stapel.";
    assert!(docx_text::body_text(redovisning.docx).lines().any(|line| line == note));
    assert!(pdf_text::lines(redovisning.pdf).iter().any(|line| line == note));
}
