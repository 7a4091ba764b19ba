//! Counts that are masked in tables and charts, but stated in a text.
//!
//! A number is taken for a masked count when it has its value and its sentence names
//! what is counted. It can also be what the others are, or a share in per cent.

use std::ops::Range;

use super::typing::number_word;
use super::{Passage, TokenKind, scan};
use crate::checks::privacy::what;
use crate::checks::{Report, Rule, Subject};
use crate::facts::{Counted, Counts, Division, YearCount};

pub(in crate::checks) const RULES: &[Rule] = &[Rule::error(
    "maskerat-antal-i-text",
    "Papperen publiceras, och ett antal som är dolt i tabellen får inte gå att läsa eller räkna ut ur texten (26 kap. 1 § offentlighets- och sekretesslagen).",
    stated,
)];

fn stated(subject: &Subject<'_>, report: &mut Report<'_>) {
    if !subject.case.masks_small_counts() {
        return;
    }
    let counts = Counts::of(subject.case);
    let secrets: Vec<Secret<'_>> = counts
        .secret(subject.case.smallest_count())
        .into_iter()
        .map(|count| Secret::of(count, &counts))
        .collect();
    if secrets.is_empty() {
        return;
    }
    for passage in subject.sentences() {
        for sentence in sentences(passage) {
            let years = Years::named(passage, &sentence, *subject.case.year);
            for index in sentence.clone() {
                let Some(number) = Stated::at(passage, index) else { continue };
                let told = |secret: &&Secret<'_>| {
                    years.include(secret.count.year)
                        && secret.is_told_by(number)
                        && secret.is_named(passage, &sentence, index)
                };
                // What the number says comes before what it leaves for the others.
                let itself = secrets.iter().filter(|secret| secret.is_itself(number)).find(told);
                let secret = itself.or_else(|| secrets.iter().find(told));
                let Some((secret, token)) = secret.zip(passage.tokens.get(index)) else { continue };
                let (what, year) = (what(&secret.count.counted), secret.count.year);
                report.add_in(
                    passage,
                    token.range.clone(),
                    format!(
                        "”{}” gör att det går att se hur många {what} är {year}, och det antalet är maskerat",
                        passage.word(token)
                    ),
                    secret.remedy(*subject.case.year),
                );
            }
        }
    }
}

/// The token ranges between full stops.
fn sentences(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut sentences = Vec::new();
    for (index, token) in passage.tokens.iter().enumerate() {
        if token.kind == TokenKind::Stop {
            sentences.push(start..index);
            start = index + 1;
        }
    }
    sentences.push(start..passage.tokens.len());
    sentences
}

/// The years that a sentence is about.
struct Years {
    named: Vec<u64>,
    reported: i32,
    before: bool,
}

impl Years {
    fn named(passage: &Passage<'_>, sentence: &Range<usize>, reported: i32) -> Self {
        let tokens = passage.tokens.get(sentence.clone()).unwrap_or_default();
        let year = |token: &scan::Token| match token.kind {
            TokenKind::Number { value: value @ 1990..=2099, grouped: false } => Some(value),
            _ => None,
        };
        let is_before = |token: &scan::Token| {
            matches!(
                token.lower.as_str(),
                "från" | "förra" | "föregående" | "före" | "tidigare" | "fjol"
            )
        };
        Self {
            named: tokens.iter().filter_map(year).collect(),
            reported,
            before: tokens.iter().any(is_before),
        }
    }

    /// A year that is named; the reported one when none is, or the one before.
    fn include(&self, year: i32) -> bool {
        let is_named = self.named.iter().any(|named| i64::try_from(*named) == Ok(i64::from(year)));
        let is_understood = year == self.reported || (self.before && year + 1 == self.reported);
        is_named || (self.named.is_empty() && is_understood)
    }
}

/// A number in a text.
#[derive(Clone, Copy)]
enum Stated {
    /// So many.
    Count(u64),
    /// A share of a whole: so many of so many parts, and how far from it the true share
    /// may be, in the same parts, doubled.
    Share { part: u64, of: u64, twice_off: u64 },
}

impl Stated {
    fn at(passage: &Passage<'_>, index: usize) -> Option<Self> {
        let token = passage.tokens.get(index)?;
        let next = passage.word_at(Some(index + 1));
        let is_per_cent = next == "procent" || passage.is_sign(Some(index + 1), '%');
        match token.kind {
            TokenKind::Number { value, .. } if is_per_cent => {
                Some(Self::Share { part: value, of: 100, twice_off: 1 })
            }
            TokenKind::Decimal(hundredths) if is_per_cent => {
                let decimals =
                    passage.word(token).split_once(',').map_or(0, |(_, part)| part.len());
                let twice_off = if decimals == 1 { 10 } else { 1 };
                Some(Self::Share { part: hundredths, of: 10_000, twice_off })
            }
            TokenKind::Number { value, .. } => Some(Self::Count(value)),
            TokenKind::Word => fraction(passage, index)
                .or_else(|| number_word(&token.lower).map(Self::Count))
                .or_else(|| is_one(passage, index).then_some(Self::Count(1))),
            _ => None,
        }
        .filter(|stated| matches!(stated, Self::Share { .. }) || counts_someone(passage, index))
    }
}

/// `hälften`, `en tredjedel`, `tre fjärdedelar`.
fn fraction(passage: &Passage<'_>, index: usize) -> Option<Stated> {
    const PARTS: [(&str, u64); 6] = [
        ("tredjedel", 3),
        ("fjärdedel", 4),
        ("femtedel", 5),
        ("sjättedel", 6),
        ("åttondel", 8),
        ("tiondel", 10),
    ];
    let word = passage.word_at(Some(index));
    if word == "hälften" {
        return Some(Stated::Share { part: 1, of: 2, twice_off: 0 });
    }
    let part = if matches!(word, "en" | "ett") { 1 } else { number_word(word)? };
    let unit = passage.word_at(Some(index + 1));
    let (_, of) =
        PARTS.iter().find(|(name, _)| unit.strip_suffix("ar").unwrap_or(unit) == *name)?;
    Some(Stated::Share { part, of: *of, twice_off: 0 })
}

/// Whether `en` or `ett` is a number: `bara en`, `en enda`, `en av klienterna`. By
/// itself it is an article.
fn is_one(passage: &Passage<'_>, index: usize) -> bool {
    let before = |steps: usize| passage.word_at(index.checked_sub(steps));
    let next = passage.word_at(Some(index + 1));
    matches!(passage.word_at(Some(index)), "en" | "ett")
        && (matches!(
            before(1),
            "bara" | "endast" | "blott" | "enbart" | "utom" | "minst" | "högst"
        ) || matches!(next, "enda" | "av"))
}

/// Whether a number stands where persons are counted: before `klienter`, `kvinnor` or
/// `nya ärenden`, or alone, as in `tre av dem` and `fyra var nya`.
fn counts_someone(passage: &Passage<'_>, index: usize) -> bool {
    const DESCRIBED: [&str; 14] = [
        "nya",
        "ny",
        "avslutade",
        "avslutat",
        "andra",
        "övriga",
        "unga",
        "äldre",
        "vuxna",
        "enda",
        "kvinnliga",
        "manliga",
        "pågående",
        "nytillkomna",
    ];
    const GOES_ON: [&str; 34] = [
        "av",
        "var",
        "är",
        "har",
        "hade",
        "fick",
        "får",
        "kom",
        "bor",
        "bodde",
        "saknar",
        "saknade",
        "gällde",
        "gäller",
        "tillkom",
        "avslutades",
        "från",
        "i",
        "på",
        "med",
        "utan",
        "under",
        "vid",
        "till",
        "och",
        "eller",
        "som",
        "sökte",
        "söker",
        "väntar",
        "väntade",
        "stod",
        "står",
        "mot",
    ];
    if matches!(
        passage.word_at(index.checked_sub(1)),
        "kl" | "punkt" | "sida" | "kapitel" | "nr" | "nummer" | "bilaga" | "den" | "steg" | "fas"
    ) {
        return false;
    }
    let mut at = index + 1;
    while DESCRIBED.contains(&passage.word_at(Some(at))) && at < index + 4 {
        at += 1;
    }
    match passage.tokens.get(at) {
        None => true,
        Some(token) => match token.kind {
            TokenKind::Stop | TokenKind::Sign(',' | ')' | ';' | '–') => true,
            TokenKind::Word => GOES_ON.contains(&token.lower.as_str()) || is_person(&token.lower),
            _ => false,
        },
    }
}

fn is_person(word: &str) -> bool {
    const STEMS: [&str; 9] =
        ["klient", "person", "kvinn", "män", "ärende", "barnfamilj", "föräld", "ungdom", "stycken"];
    matches!(word, "man" | "mannen" | "st") || STEMS.iter().any(|stem| word.starts_with(stem))
}

/// A count that nobody may learn.
struct Secret<'c> {
    count: &'c YearCount,
    /// What it is a part of, if anything.
    whole: Option<u64>,
    named_by: Named,
}

/// The words that name what is counted.
enum Named {
    /// One of these, or a word that begins so when it ends with a hyphen.
    AnyOf(&'static [&'static str]),
    /// All words and numbers of a name.
    All(Vec<String>),
    /// The noun right after the number.
    Noun(&'static str),
}

impl<'c> Secret<'c> {
    fn of(count: &'c YearCount, counts: &Counts) -> Self {
        let whole = match &count.counted {
            Counted::Figure("klienter" | "kö") => None,
            Counted::Figure(_) | Counted::AllBut(_) => Some("klienter"),
            Counted::Part(division, _)
            | Counted::AllButPart(division, _)
            | Counted::LeftOut(division) => Some(division.whole()),
        };
        let whole = whole.and_then(|name| counts.exact(count.year, &Counted::Figure(name)));
        Self { count, whole, named_by: Named::of(&count.counted) }
    }

    /// Whether a number tells the count, or how many the others are.
    fn is_told_by(&self, number: Stated) -> bool {
        let count = self.count.count;
        let others = self.whole.and_then(|whole| whole.checked_sub(count));
        match number {
            Stated::Count(stated) => {
                stated == count || others.is_some_and(|others| others > 0 && others == stated)
            }
            Stated::Share { part, of, twice_off } => {
                let Some(whole) = self.whole.filter(|whole| *whole > 0) else { return false };
                let is_share = |count: u64| {
                    let (count, whole) = (u128::from(count), u128::from(whole));
                    let off = (count * u128::from(of)).abs_diff(u128::from(part) * whole);
                    2 * off <= u128::from(twice_off) * whole
                };
                is_share(count) || others.is_some_and(is_share)
            }
        }
    }

    fn is_itself(&self, number: Stated) -> bool {
        matches!(number, Stated::Count(stated) if stated == self.count.count)
    }

    fn is_named(&self, passage: &Passage<'_>, sentence: &Range<usize>, index: usize) -> bool {
        let tokens = passage.tokens.get(sentence.clone()).unwrap_or_default();
        match &self.named_by {
            Named::AnyOf(words) => tokens.iter().any(|token| {
                words.iter().any(|word| match word.strip_suffix('-') {
                    Some(stem) => token.lower.starts_with(stem),
                    None => token.lower == *word,
                })
            }),
            Named::All(words) => {
                let is_there = |word: &String| {
                    tokens.iter().any(|token| {
                        let is_word = token.kind == TokenKind::Word
                            && token.lower.strip_suffix('s').unwrap_or(&token.lower)
                                == word.strip_suffix('s').unwrap_or(word);
                        is_word || passage.word(token) == word
                    })
                };
                !words.is_empty() && words.iter().all(is_there)
            }
            Named::Noun(stem) => {
                (1..=3).any(|steps| passage.word_at(Some(index + steps)).starts_with(stem))
                    && !tokens.iter().any(|token| token.lower.starts_with("ny"))
            }
        }
    }

    fn remedy(&self, reported: i32) -> String {
        let without = "Skriv meningen utan antalet, till exempel med ”några” eller ”de flesta”";
        match &self.count.counted {
            Counted::Figure(name) if self.count.year == reported => {
                format!(
                    "{without}, eller skriv {{{{ {name} }}}}, som visar det så som tabellen gör."
                )
            }
            _ => format!("{without}."),
        }
    }
}

impl Named {
    fn of(counted: &Counted) -> Self {
        match counted {
            Counted::Figure("nya") => {
                Self::AnyOf(&["nya", "ny", "nytillkomna", "tillkom", "tillkommit"])
            }
            Counted::Figure("avslutade") => {
                Self::AnyOf(&["avslutade", "avslutats", "avslutades", "avslutat", "avslut"])
            }
            Counted::Figure("ingående") => {
                Self::AnyOf(&["ingående", "början", "ingången", "årsskiftet"])
            }
            Counted::Figure("utgående") => {
                Self::AnyOf(&["utgående", "slutet", "slut", "kvar", "utgången"])
            }
            Counted::Figure("kö") => Self::AnyOf(&[
                "kö",
                "väntar",
                "väntade",
                "väntelista",
                "väntelistan",
                "köade",
                "köar",
            ]),
            Counted::Figure("hemmavarande_barn") | Counted::AllBut(_) => Self::AnyOf(&[
                "barn",
                "barnen",
                "barnfamiljer",
                "hemmavarande",
                "föräldrar",
                "förälder",
            ]),
            Counted::Figure(_) => Self::Noun("klient"),
            Counted::LeftOut(_) => Self::AnyOf(&["kontaktväg-"]),
            Counted::Part(Division::Sexes, name) => match name.as_str() {
                "Kvinnor" => Self::AnyOf(&["kvinn-"]),
                "Män" => Self::AnyOf(&["män", "männen", "mannen", "manliga"]),
                _ => Self::AnyOf(&["ickebinär-", "icke-binär-", "okänt", "okänd"]),
            },
            Counted::Part(_, name) | Counted::AllButPart(_, name) => Self::All(significant(name)),
        }
    }
}

/// The words and numbers of a name that tell it from others.
fn significant(name: &str) -> Vec<String> {
    const COMMON: [&str; 8] = ["eller", "samt", "och", "med", "till", "för", "från", "övriga"];
    let tells = |token: &scan::Token| match token.kind {
        TokenKind::Word => {
            token.lower.chars().count() > 2 && !COMMON.contains(&token.lower.as_str())
        }
        TokenKind::Number { .. } | TokenKind::Compound => true,
        _ => false,
    };
    let written = |token: &scan::Token| match token.kind {
        TokenKind::Word => token.lower.clone(),
        _ => name.get(token.range.clone()).unwrap_or_default().to_owned(),
    };
    scan::tokens(name).iter().filter(|token| tells(token)).map(written).collect()
}
