//! Numbers in a text: how many, or how large a share.

use super::super::Sentence;
use super::super::TokenKind;
use super::super::scan::Token;
use crate::measures::{MEASURES, Measure};
use crate::swedish::number_of_words;

/// A number in a text.
#[derive(Clone, Copy)]
pub(super) enum MaskedNumber {
    /// So many.
    Count(u64),
    /// A share of a whole: so many of so many parts, and how far from it the true share
    /// may be, in the same parts, doubled.
    Share { part: u64, of: u64, twice_off: u64 },
}

/// What the word or number at a place can mean.
pub(super) fn readings(sentence: &Sentence<'_>, index: usize) -> Vec<MaskedNumber> {
    let Some(token) = sentence.tokens.get(index) else { return Vec::new() };
    let next = sentence.word_at(Some(index + 1));
    if next == "procent" || sentence.is_sign(index + 1, '%') {
        return per_cent(sentence, token).into_iter().collect();
    }
    let share = fraction(sentence, index).or_else(|| one_in(sentence, index));
    let count = count(sentence, index).filter(|_| counts_someone(sentence, index));
    share.into_iter().chain(count.map(MaskedNumber::Count)).collect()
}

/// `98`, `98,4` or `98.4` before `procent`, or a number in words.
fn per_cent(sentence: &Sentence<'_>, token: &Token) -> Option<MaskedNumber> {
    let whole = |part| MaskedNumber::Share { part, of: 100, twice_off: 1 };
    match token.kind {
        TokenKind::Number { value, .. } => Some(whole(value)),
        TokenKind::Word => number_of_words(&token.lower).map(whole),
        TokenKind::Decimal(_) | TokenKind::Compound => {
            let (whole, part) = sentence.written(token).split_once([',', '.'])?;
            let whole: u64 = whole.split_whitespace().collect::<String>().parse().ok()?;
            let tenths: u64 = part.get(..1)?.parse().ok()?;
            let hundredths: u64 = part.get(1..2).map_or(Some(0), |digit| digit.parse().ok())?;
            let part_of = whole.checked_mul(100)?.checked_add(tenths * 10 + hundredths)?;
            let twice_off = if part.len() == 1 { 10 } else { 1 };
            Some(MaskedNumber::Share { part: part_of, of: 10_000, twice_off })
        }
        _ => None,
    }
}

/// A whole number in digits or in words.
fn count(sentence: &Sentence<'_>, index: usize) -> Option<u64> {
    let word = sentence.word_at(Some(index));
    sentence
        .number_at(Some(index))
        .or_else(|| number_of_words(word))
        .or_else(|| matches!(word, "båda" | "bägge").then_some(2))
        .or_else(|| is_one(sentence, index).then_some(1))
}

/// `var åttonde klient`, `varannan klient`, `en av åtta`, `3 av 189 klienter`.
fn one_in(sentence: &Sentence<'_>, index: usize) -> Option<MaskedNumber> {
    const ORDINALS: [(&str, u64); 8] = [
        ("tredje", 3),
        ("fjärde", 4),
        ("femte", 5),
        ("sjätte", 6),
        ("sjunde", 7),
        ("åttonde", 8),
        ("nionde", 9),
        ("tionde", 10),
    ];
    let word = sentence.word_at(Some(index));
    let next = sentence.word_at(Some(index + 1));
    let share = |part, of| Some(MaskedNumber::Share { part, of, twice_off: 0 });
    if matches!(word, "varannan" | "vartannat") && is_person(next) {
        return share(1, 2);
    }
    if matches!(word, "var" | "vart") && is_person(sentence.word_at(Some(index + 2))) {
        return share(1, ORDINALS.iter().find(|(name, _)| *name == next)?.1);
    }
    let part = if matches!(word, "en" | "ett") { 1 } else { count(sentence, index)? };
    let of = count(sentence, index + 2).filter(|of| next == "av" && *of > part)?;
    if counts_someone(sentence, index + 2) { share(part, of) } else { None }
}

/// `hälften`, `en tredjedel`, `tre fjärdedelar`.
fn fraction(sentence: &Sentence<'_>, index: usize) -> Option<MaskedNumber> {
    const PARTS: [(&str, u64); 8] = [
        ("tredjedel", 3),
        ("fjärdedel", 4),
        ("femtedel", 5),
        ("sjättedel", 6),
        ("åttondel", 8),
        ("sjundedel", 7),
        ("niondel", 9),
        ("tiondel", 10),
    ];
    let word = sentence.word_at(Some(index));
    if word == "hälften" {
        return Some(MaskedNumber::Share { part: 1, of: 2, twice_off: 0 });
    }
    let part = if matches!(word, "en" | "ett") { 1 } else { number_of_words(word)? };
    let unit = sentence.word_at(Some(index + 1));
    let (_, of) =
        PARTS.iter().find(|(name, _)| unit.strip_suffix("ar").unwrap_or(unit) == *name)?;
    Some(MaskedNumber::Share { part, of: *of, twice_off: 0 })
}

/// Whether `en` or `ett` is a number: `bara en`, `en enda`, `en av klienterna`. By
/// itself it is an article.
fn is_one(sentence: &Sentence<'_>, index: usize) -> bool {
    let before = |steps: usize| sentence.word_at(index.checked_sub(steps));
    let next = sentence.word_at(Some(index + 1));
    matches!(sentence.word_at(Some(index)), "en" | "ett")
        && (matches!(
            before(1),
            "bara" | "endast" | "blott" | "enbart" | "utom" | "minst" | "högst"
        ) || matches!(next, "enda" | "av"))
}

/// More numbers than this in a row, with `och` or `eller` between them, nobody writes.
const LONGEST_LIST: usize = 20;

/// What may stand between a number and whom it counts, besides what tells the measures
/// from each other ([`Measure::qualifiers`]).
#[rustfmt::skip]
const DESCRIBED: &[&str] = &[
    "andra", "övriga", "unga", "äldre", "vuxna", "enda", "kvinnliga", "manliga", "pågående",
    "nytillkomna",
];

fn describes(word: &str) -> bool {
    let tells = |measure: &Measure| measure.qualifiers().any(|qualifier| qualifier == word);
    DESCRIBED.contains(&word) || MEASURES.iter().any(tells)
}

/// What may follow a number that counts persons without naming them.
#[rustfmt::skip]
const GOES_ON: &[&str] = &[
    "av", "var", "är", "har", "hade", "fick", "får", "kom", "bor", "bodde", "saknar", "saknade",
    "gällde", "gäller", "tillkom", "avslutades", "från", "i", "på", "med", "utan", "under", "vid",
    "till", "och", "eller", "som", "sökte", "söker", "väntar", "väntade", "stod", "står", "mot",
    "vänta", "köade", "köar", "levde", "lever", "kunde", "behövde", "uppgav", "över", "blev",
    "hemma",
];

/// What a number may belong to that counts nobody.
#[rustfmt::skip]
const NUMBERED: &[&str] = &[
    "kl", "punkt", "sida", "kapitel", "nr", "nummer", "bilaga", "den", "steg", "fas", "fyllt", "fyllda",
];

/// Whether a number stands where persons are counted: before `klienter`, `kvinnor` or
/// `nya ärenden`, or alone, as in `tre av dem` and `fyra var nya`.
fn counts_someone(sentence: &Sentence<'_>, index: usize) -> bool {
    if NUMBERED.contains(&sentence.word_at(index.checked_sub(1))) {
        return false;
    }
    // "Av klienterna hade 4 barn hemma": with that beginning the clients are counted.
    if sentence.word_at(Some(0)) == "av"
        && is_person(sentence.word_at(Some(1)))
        && sentence.word_at(Some(index + 1)) == "barn"
    {
        return true;
    }
    // "Fyra eller fem kontakter": the last number has the noun.
    let first = index;
    let mut index = index;
    while index < first + LONGEST_LIST
        && matches!(sentence.word_at(Some(index + 1)), "eller" | "och")
        && count(sentence, index + 2).is_some()
    {
        index += 2;
    }
    if is_part_of_others(sentence, index) {
        return false;
    }
    let mut at = index + 1;
    while describes(sentence.word_at(Some(at))) && at < index + 4 {
        at += 1;
    }
    match sentence.tokens.get(at) {
        None => true,
        Some(token) => match token.kind {
            TokenKind::Stop | TokenKind::Sign(',' | ')' | ';' | '–') => true,
            TokenKind::Word => GOES_ON.contains(&token.lower.as_str()) || is_person(&token.lower),
            // "Fyra 65-åringar", "fyra 65+".
            TokenKind::Number { .. } => {
                sentence.is_sign(at + 1, '+')
                    || (sentence.is_sign(at + 1, '-')
                        && sentence.word_at(Some(at + 2)).starts_with("åring"))
            }
            _ => false,
        },
    }
}

/// Whether a number is a part of what is certainly no clients: `två av våra ombud`.
fn is_part_of_others(sentence: &Sentence<'_>, index: usize) -> bool {
    const OTHERS: [&str; 10] = [
        "ombud",
        "anställd",
        "medarbet",
        "ledam",
        "kommun",
        "kurs",
        "möte",
        "myndighet",
        "organisation",
        "brist",
    ];
    let whole = || (2..=3).map(|steps| sentence.word_at(Some(index + steps)));
    let noun =
        whole().find(|word| is_person(word) || OTHERS.iter().any(|stem| word.starts_with(stem)));
    sentence.word_at(Some(index + 1)) == "av" && noun.is_some_and(|word| !is_person(word))
}

fn is_person(word: &str) -> bool {
    const STEMS: &[&str] = &[
        "klient",
        "person",
        "kvinn",
        "män",
        "ärende",
        "barnfamilj",
        "föräld",
        "ungdom",
        "stycken",
        "individ",
        "familjer",
        "hushåll",
        "mamm",
        "papp",
        "mödrar",
        "fäder",
    ];
    let is_unit = |measure: &Measure| [measure.unit.one, measure.unit.many].contains(&word);
    matches!(word, "man" | "mannen" | "st")
        || STEMS.iter().any(|stem| word.starts_with(stem))
        || MEASURES.iter().any(is_unit)
}
