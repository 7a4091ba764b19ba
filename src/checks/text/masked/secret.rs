//! A masked count, and the words that name it.

use super::super::Sentence;
use super::super::TokenKind;
use super::super::scan::{self, Token};
use super::number::MaskedNumber;
use crate::checks::ages::AgeRange;
use crate::facts::{Counted, Counts, YearCount};
use crate::measures::{AGES, Cover, Division, NamedBy};

/// A count that nobody may learn.
pub(super) struct Secret<'c> {
    pub(super) count: &'c YearCount,
    /// What it is a part of, if anything.
    whole: Option<u64>,
    named_by: NamingWords,
}

/// The words that name what is counted.
enum NamingWords {
    /// Those that always name it.
    Always(NamedBy),
    /// All words and numbers of a name.
    All(Vec<String>),
    /// The ages of a group, or all words and numbers of its name.
    Ages(AgeRange, Vec<String>),
}

impl<'c> Secret<'c> {
    pub(super) fn of(count: &'c YearCount, counts: &Counts) -> Self {
        let whole = match &count.counted {
            Counted::Figure(measure) | Counted::AllBut(measure) => measure.whole(),
            Counted::Part(division, _)
            | Counted::AllButPart(division, _)
            | Counted::LeftOut(division) => division.whole(),
        };
        let whole = whole.and_then(|whole| counts.exact(count.year, &Counted::Figure(whole)));
        Self { count, whole, named_by: NamingWords::of(&count.counted) }
    }

    /// Whether a number tells the count, or how many the others are.
    pub(super) fn is_told_by(&self, number: MaskedNumber) -> bool {
        let count = self.count.count;
        let others = self.whole.and_then(|whole| whole.checked_sub(count));
        match number {
            MaskedNumber::Count(stated) => {
                stated == count || others.is_some_and(|others| others > 0 && others == stated)
            }
            MaskedNumber::Share { part, of, twice_off } => {
                let Some(whole) = self.whole.filter(|whole| *whole > 0) else { return false };
                let is_share = |count: u64| {
                    let (count, whole) = (u128::from(count), u128::from(whole));
                    let off = (count * u128::from(of)).abs_diff(u128::from(part) * whole);
                    // A fraction tells the only count that is nearest to it.
                    let is_nearest = twice_off == 0 && of > 2 && 2 * off < u128::from(of);
                    is_nearest || 2 * off <= u128::from(twice_off) * whole
                };
                is_share(count) || others.is_some_and(is_share)
            }
        }
    }

    pub(super) fn is_itself(&self, number: MaskedNumber) -> bool {
        matches!(number, MaskedNumber::Count(stated) if stated == self.count.count)
    }

    /// Whether a sentence names what is counted, apart from the number itself.
    pub(super) fn is_named(&self, sentence: &Sentence<'_>, index: usize) -> bool {
        let others = || {
            let tokens = sentence.tokens.iter().enumerate();
            tokens.filter(move |(other, _)| *other != index).map(|(_, token)| *token)
        };
        match &self.named_by {
            NamingWords::Always(NamedBy::AnyOf(words)) => {
                others().any(|token| is_one_of(words, &token.lower))
            }
            NamingWords::All(words) => has_all(words, sentence, others),
            NamingWords::Ages(ages, words) => {
                has_all(words, sentence, others) || ages_are_named(*ages, sentence, index)
            }
            NamingWords::Always(NamedBy::NounThatBegins(stem)) => {
                let follows =
                    || (1..=3).any(|steps| sentence.word_at(Some(index + steps)).starts_with(stem));
                let is_cell = || sentence.is_table && others().any(|t| t.lower.starts_with(stem));
                (follows() || is_cell()) && !others().any(|token| token.lower.starts_with("ny"))
            }
        }
    }

    /// What to write instead; placeholders are only filled in in some texts.
    pub(super) fn remedy(&self, reported: i32, is_filled_in: bool) -> String {
        let without = "Skriv utan siffran, till exempel med ”några” eller ”de flesta”";
        match &self.count.counted {
            Counted::Figure(measure) if self.count.year == reported && is_filled_in => {
                let placeholder = measure.placeholder();
                format!("{without}, eller skriv {placeholder}, som visar det så som tabellen gör.")
            }
            _ => format!("{without}."),
        }
    }
}

fn is_one_of(words: &[&str], written: &str) -> bool {
    words.iter().any(|word| match word.strip_suffix('-') {
        Some(stem) => written.starts_with(stem),
        None => written == *word,
    })
}

fn has_all<'p, T: Iterator<Item = &'p Token>>(
    words: &[String],
    sentence: &Sentence<'_>,
    tokens: impl Fn() -> T,
) -> bool {
    let is_there = |word: &String| {
        tokens().any(|token| {
            let is_word = token.kind == TokenKind::Word
                && token.lower.strip_suffix('s').unwrap_or(&token.lower)
                    == word.strip_suffix('s').unwrap_or(word);
            is_word || sentence.written(token) == word
        })
    };
    !words.is_empty() && words.iter().all(is_there)
}

/// Whether a sentence names an age group in its own words: `65-åringar`, `65+`,
/// `över 65`, `fyllt 65`, `under 30`, `mellan 18 och 29`.
fn ages_are_named(ages: AgeRange, sentence: &Sentence<'_>, index: usize) -> bool {
    let places = || (0..sentence.tokens.len()).filter(|at| *at != index);
    let has = |age: u64| places().any(|at| sentence.number_at(Some(at)) == Some(age));
    let is_range = |from: u64, to: u64| {
        let is_written = |token: &&&Token| {
            let parts = sentence.written(token).split_once(['-', '–']);
            parts == Some((&from.to_string(), &to.to_string()))
        };
        has(from) && has(to) || sentence.tokens.iter().any(|token| is_written(&&&**token))
    };
    let is_older = |at: usize, from: u64| {
        let age = sentence.number_at(Some(at));
        let before = sentence.word_at(at.checked_sub(1));
        let after = sentence.word_at(Some(at + 1));
        let is_above = age == Some(from) || age.map(|age| age + 1) == Some(from);
        let is_years = after.starts_with("åring")
            || (sentence.is_sign(at + 1, '-')
                && sentence.word_at(Some(at + 2)).starts_with("åring"));
        is_above
            && (is_one_of(&["över", "fyllt", "fyllda", "än", "från", "minst"], before)
                || sentence.is_sign(at + 1, '+')
                || is_one_of(&["plus", "fyllda"], after)
                || is_years
                || (sentence.word_at(Some(at + 3)) == "äldre"))
    };
    let is_younger = |at: usize, to: u64| {
        let before = sentence.word_at(at.checked_sub(1));
        let age = sentence.number_at(Some(at));
        is_one_of(&["under", "än"], before) && age == Some(to.saturating_add(1))
    };
    match (ages.from, ages.to) {
        (Some(from), Some(to)) => is_range(from, to),
        (Some(from), None) => places().any(|at| is_older(at, from)),
        (None, Some(to)) => places().any(|at| is_younger(at, to)),
        (None, None) => false,
    }
}

impl NamingWords {
    fn of(counted: &Counted) -> Self {
        match counted {
            Counted::Figure(measure) | Counted::AllBut(measure) => Self::Always(measure.named_by),
            Counted::LeftOut(Division { cover: Cover::Some { named_by, .. }, .. }) => {
                Self::Always(*named_by)
            }
            // That such a division leaves someone out is an error of its own.
            Counted::LeftOut(_) => Self::Always(NamedBy::AnyOf(&[])),
            Counted::Part(division, name) => match (division.fixed(name), AgeRange::of(name)) {
                (Some(part), _) => Self::Always(part.named_by),
                (None, Some(ages)) if division.key == AGES => Self::Ages(ages, significant(name)),
                (None, _) => Self::All(significant(name)),
            },
            Counted::AllButPart(_, name) => Self::All(significant(name)),
        }
    }
}

/// The words and numbers of a name that tell it from others.
fn significant(name: &str) -> Vec<String> {
    const COMMON: [&str; 8] = ["eller", "samt", "och", "med", "till", "för", "från", "övriga"];
    let tells = |token: &Token| match token.kind {
        TokenKind::Word => {
            token.lower.chars().count() > 2 && !COMMON.contains(&token.lower.as_str())
        }
        TokenKind::Number { .. } | TokenKind::Compound => true,
        _ => false,
    };
    let written = |token: &Token| match token.kind {
        TokenKind::Word => token.lower.clone(),
        _ => name.get(token.range.clone()).unwrap_or_default().to_owned(),
    };
    scan::tokens(name).iter().filter(|token| tells(token)).map(written).collect()
}
