//! Reads every sentence of every paper as one who corrects it would.

use std::fs;

use tjut::document::{Block, Document, plain};

use crate::{Made, folder, plainly};

/// What is wrong with a paper's words, if anything: each time the sentence and why.
pub fn flaws(document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    for (place, text) in texts(document) {
        if let Some(flaw) = flaw(&text, place) {
            found.push(format!("{}: {flaw}: {text}", document.paper));
        }
    }
    for (index, block) in document.blocks.iter().enumerate() {
        if let (Block::Heading { text, level }, Some(next)) =
            (block, document.blocks.get(index + 1))
            && matches!(next, Block::Heading { level: following, .. } if following <= level)
        {
            found.push(format!(
                "{}: a heading with nothing under it: {}",
                document.paper,
                plain(text)
            ));
        }
    }
    found
}

/// Where a text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Running text: whole sentences.
    Paragraph,
    /// An item of a list, a heading, a cell or a label.
    Short,
}

fn texts(document: &Document) -> Vec<(Place, String)> {
    let mut texts = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph { text } => texts.push((Place::Paragraph, plainly(&plain(text)))),
            Block::Table(table) => {
                let cells = table
                    .rows
                    .iter()
                    .flat_map(|row| std::iter::once(&row.header).chain(&row.cells));
                let short = std::iter::once(&table.caption).chain(cells);
                texts.extend(short.map(|text| (Place::Short, plainly(text))));
                let sentences = std::iter::once(&table.description).chain(&table.notes);
                texts.extend(sentences.map(|text| (Place::Paragraph, plainly(text))));
            }
            other => {
                let one = Document { blocks: vec![other.clone()], ..document.clone() };
                texts.extend(one.lines().iter().map(|line| (Place::Short, plainly(line))));
            }
        }
    }
    texts
}

/// Words that are no names, so that they have a capital only where a sentence begins.
const NO_NAMES: [&str; 21] = [
    "Ansökan",
    "Antalet",
    "Avdelningen",
    "Bidraget",
    "Den",
    "Det",
    "Förvaltningen",
    "Klienten",
    "Klienterna",
    "Kommunen",
    "Kommunerna",
    "Ombudet",
    "Ombuden",
    "Personligt",
    "Redovisningen",
    "Samtliga",
    "Socialförvaltningen",
    "Socialnämnden",
    "Under",
    "Verksamheten",
    "Vuxenavdelningen",
];

const NOUNS: [(&str, &str); 12] = [
    ("klient", "klienter"),
    ("person", "personer"),
    ("kvinna", "kvinnor"),
    ("man", "män"),
    ("brist", "brister"),
    ("heltidstjänst", "heltidstjänster"),
    ("årsanställning", "årsanställningar"),
    ("krona", "kronor"),
    ("kommun", "kommuner"),
    ("gång", "gånger"),
    ("situation", "situationer"),
    ("klienten", "klienterna"),
];

fn flaw(text: &str, place: Place) -> Option<String> {
    let signs = ["  ", " .", " ,", " :", "..", ",,", ".,", "()", "{", "}", "None", "undefined"];
    if let Some(sign) = signs.into_iter().find(|sign| text.contains(sign)) {
        return Some(format!("has {sign:?}"));
    }
    if text.trim() != text {
        return Some("begins or ends with space".to_owned());
    }
    if place == Place::Paragraph
        && !text.ends_with(['.', ':', '?', '!', ',', ')'])
        && !is_bare(text)
    {
        return Some("does not end".to_owned());
    }
    // The number before a heading counts nothing.
    let is_numbered = text.split_once(". ").is_some_and(|(number, _)| number.len() < 3);
    let text = if is_numbered { text.split_once(' ').map_or(text, |(_, rest)| rest) } else { text };
    let words: Vec<&str> = text.split(' ').collect();
    for pair in words.windows(2) {
        let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let (first, second) = (plain(pair[0]), plain(pair[1]));
        if first == second && !first.is_empty() && !first.chars().all(|c| c.is_ascii_digit()) {
            return Some(format!("says {first} twice"));
        }
        let is_inside = !pair[0].ends_with(['.', ':', '?', '!', '”', '|']);
        let word = pair[1].trim_end_matches(['.', ',', ':', ';']);
        if is_inside && NO_NAMES.contains(&word) && place == Place::Paragraph {
            return Some(format!("has a capital in {word}"));
        }
        if pair[0].ends_with('.')
            && second.chars().next().is_some_and(char::is_alphabetic)
            && pair[1].starts_with(char::is_lowercase)
        {
            return Some(format!("begins a sentence with {second}"));
        }
        for (one, many) in NOUNS {
            let is_one = matches!(first.as_str(), "1" | "en" | "ett" | "ingen" | "inget");
            let is_several = is_number(pair[0])
                || matches!(
                    first.as_str(),
                    "två"
                        | "tre"
                        | "fyra"
                        | "fem"
                        | "sex"
                        | "sju"
                        | "åtta"
                        | "nio"
                        | "tio"
                        | "elva"
                        | "tolv"
                );
            if (is_one && second == many) || (is_several && second == one) {
                return Some(format!("says {first} {second}"));
            }
        }
    }
    let is_and = |word: &&str| *word == "och";
    words
        .windows(5)
        .find(|five| is_and(&five[1]) && is_and(&five[3]))
        .map(|five| format!("lists with och: {}", five.join(" ")))
}

/// A number of several: digits, perhaps grouped or with decimals, that do not end in a lone 1.
fn is_number(word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || c == ',';
    !word.is_empty() && word.chars().all(is_part) && word != "1" && word != "0"
}

/// A date or a name alone, as what a paragraph is in a list of things.
fn is_bare(text: &str) -> bool {
    text.split(' ').count() <= 8 && !text.contains(" är ") && !text.contains(" har ")
}

#[test]
fn every_sentence_of_every_situation_reads_well() {
    let mut read = 0;
    for entry in fs::read_dir(folder()).expect("the folder") {
        let path = entry.expect("a file").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        // It is no file for the usual papers.
        if name == "delar" {
            let made =
                Made::by_template(&crate::text(&name), "templates/uppfoljning/uppfoljning.md");
            assert_eq!(flaws(&made.documents[0]), [""; 0]);
            continue;
        }
        let made = Made::of(&name);
        let sheet = (!name.contains("ansokan")).then(|| Made::alone(&name, "informationsblad"));
        let documents =
            made.documents.iter().chain(sheet.iter().flat_map(|sheet| &sheet.documents));
        for document in documents {
            let flaws = flaws(document);
            assert!(flaws.is_empty(), "{name}: {}", flaws.join("\n"));
            read += 1;
        }
    }
    assert!(read > 30, "{read}");
}

#[test]
fn a_flaw_is_seen() {
    for text in [
        "Det är är slut.",
        "Ingen vet, Den är borta.",
        "Det är 2 klient.",
        "Det var en klienter.",
        "Det är kaffe och te och mjölk.",
        "Det är  slut.",
        "Nämnden föreslår att Socialnämnden godkänner den.",
        "Det är slut. den kommer tillbaka.",
        "Ombudet har inte lämnat något och det är inte bra",
    ] {
        assert!(flaw(text, Place::Paragraph).is_some(), "{text}");
    }
    for text in [
        "Av klienterna var 12 kvinnor och 1 man.",
        "Patient-, brukar- och anhörigorganisationer har erbjudits att delta.",
        "Vård, stöd och service är viktigt, och det är kontakten också.",
    ] {
        assert_eq!(flaw(text, Place::Paragraph), None, "{text}");
    }
}
