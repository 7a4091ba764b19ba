//! From the words of a sentence to terms: numbers with their units, times, names and
//! words with a sense.

mod ages;
mod numbers;
mod times;

use std::ops::Range;

use super::known::{AT_END, AT_START, AccountItem, Known, QUEUE, Topic};
use super::lexicon::{Trend, Word, look_up};
use super::names::{PartName, is_same};
use super::stated::{ShareRange, Stated};
use crate::checks::text::Sentence;
use crate::checks::text::TokenKind;
use crate::measures::{CONTACT_ROUTES, Measure, SEXES};

/// What one or several words of a sentence say by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    Word(Word),
    /// A count: digits or words without a unit.
    Number(Stated),
    PerCent(Stated),
    /// Percentage points.
    Points(Stated),
    Kronor(Stated),
    Share(ShareRange),
    /// A number with another unit, or one that belongs to a name.
    OtherNumber,
    Year(i32),
    /// The first and the last year.
    Years(i32, i32),
    Date {
        day: Option<u32>,
        month: Option<u32>,
        year: Option<i32>,
    },
    /// What is counted.
    Topic(Topic),
    /// A part of a name, or ages that no group has: it restricts what is counted.
    Restricting,
    /// An item of the account, by its place.
    Item(usize),
    /// A name that is this year file's.
    Name,
    /// A placeholder, whose value is right.
    Filled,
    /// The placeholder of a count of the reported year: `{{ klienter }}`.
    FilledCount(&'static str),
    Comma,
    Open,
    Close,
    Colon,
    Unknown,
}

/// What a placeholder asks for, without its braces and filters.
pub(super) fn placeholder_name(placeholder: &str) -> &str {
    let inside = placeholder.trim_matches(|c: char| "{}-% ".contains(c));
    inside.split('|').next().unwrap_or_default().trim()
}

impl Sense {
    /// The years that it names.
    pub(super) fn years(self) -> impl Iterator<Item = i32> {
        let (one, other) = match self {
            Self::Year(year) | Self::Date { year: Some(year), .. } => (Some(year), None),
            Self::Years(first, last) => (Some(first), Some(last)),
            _ => (None, None),
        };
        one.into_iter().chain(other)
    }

    /// The item of the account.
    pub(super) fn item(self) -> Option<usize> {
        match self {
            Self::Item(index) => Some(index),
            _ => None,
        }
    }
}

/// A sense and the words that it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) sense: Sense,
    pub(super) tokens: Range<usize>,
}

/// Reads the terms of a sentence.
pub(super) fn terms(sentence: &Sentence<'_>, known: &Known<'_>) -> Vec<Term> {
    let reader = TermReader { sentence, known };
    let mut terms = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        let (sense, length) = reader.term(at);
        let end = at + length.max(1);
        terms.push(Term { sense, tokens: at..end });
        at = end;
    }
    terms
}

struct TermReader<'r> {
    sentence: &'r Sentence<'r>,
    known: &'r Known<'r>,
}

impl TermReader<'_> {
    fn word(&self, at: usize) -> &str {
        self.sentence.word_at(Some(at))
    }

    fn before(&self, at: usize) -> &str {
        self.sentence.word_at(at.checked_sub(1))
    }

    fn number(&self, at: usize) -> Option<u64> {
        self.sentence.number_at(Some(at))
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.sentence.tokens.get(at).map(|token| token.kind)
    }

    fn written(&self, at: usize) -> &str {
        self.sentence.tokens.get(at).map_or("", |token| self.sentence.written(token))
    }

    fn term(&self, at: usize) -> (Sense, usize) {
        if self.kind(at) == Some(TokenKind::Placeholder) {
            return (self.placeholder(at), 1);
        }
        self.as_in_other_years(at)
            .or_else(|| self.ages(at))
            .or_else(|| self.date(at))
            .or_else(|| self.year(at))
            .or_else(|| self.stated(at))
            .or_else(|| self.name(at))
            .or_else(|| self.sign(at))
            .or_else(|| self.look_up(at))
            .unwrap_or((Sense::Unknown, 1))
    }

    /// `liksom 2024 och 2025`: that it was so before too says nothing of this year.
    fn as_in_other_years(&self, at: usize) -> Option<(Sense, usize)> {
        let length = match (self.word(at), self.word(at + 1)) {
            ("liksom", _) => 1,
            ("precis" | "såväl" | "även", "som") => 2,
            _ => return None,
        };
        let leads = |at: usize| {
            matches!(self.word(at), "och" | "under" | "år" | "åren" | "både" | "även" | "i")
        };
        let mut end = at + length;
        while self.year_at(end).is_some() || leads(end) {
            end += 1;
        }
        let has_year = (at + length..end).any(|at| self.year_at(at).is_some());
        has_year.then_some((Sense::Word(Word::Neutral), end - at))
    }

    fn placeholder(&self, at: usize) -> Sense {
        let inside = self.sentence.tokens.get(at).map_or("", |token| self.sentence.source(token));
        let name = placeholder_name(inside);
        let reported = self.known.reported;
        match name {
            "år" => Sense::Year(reported),
            "föregående_år" => Sense::Year(reported - 1),
            "nästa_år" => Sense::Year(reported + 1),
            "nämnd" | "förvaltning" | "kommun" | "avdelning" | "länsstyrelse"
            | "upptagningsområde" => Sense::Name,
            key => Measure::of_key(key)
                .map_or(Sense::Filled, |measure| Sense::FilledCount(measure.key)),
        }
    }

    /// `−9 klienter`, `+3 procent`: a sign right before a number, and after none.
    fn change_sign(&self, at: usize) -> Option<Trend> {
        let trend = match self.kind(at)? {
            TokenKind::Sign('−' | '-' | '–') => Trend::Fewer,
            TokenKind::Sign('+') => Trend::More,
            _ => return None,
        };
        let token = |at: usize| self.sentence.tokens.get(at);
        let number = token(at + 1)?;
        let is_number = matches!(number.kind, TokenKind::Number { .. } | TokenKind::Decimal(_));
        let is_close = token(at)?.range.end == number.range.start;
        let before = at.checked_sub(1).and_then(token);
        let is_apart = before.is_none_or(|before| before.range.end < number.range.start - 1);
        (is_number && is_close && is_apart).then_some(trend)
    }

    fn sign(&self, at: usize) -> Option<(Sense, usize)> {
        if let Some(trend) = self.change_sign(at) {
            return Some((Sense::Word(Word::Trend(trend)), 1));
        }
        let sense = match self.kind(at)? {
            TokenKind::Sign(',' | ';' | '–' | '|') => Sense::Comma,
            TokenKind::Sign('(' | '[') => Sense::Open,
            TokenKind::Sign(')' | ']') => Sense::Close,
            TokenKind::Sign(':' | '=') => Sense::Colon,
            TokenKind::Sign('&') => Sense::Word(Word::And),
            TokenKind::Sign('-' | '/' | '’' | '\'' | '…' | '#' | '+' | '>' | '<')
            | TokenKind::Stop => Sense::Word(Word::Neutral),
            TokenKind::Sign(_) | TokenKind::Telephone | TokenKind::Compound => Sense::OtherNumber,
            _ => return None,
        };
        Some((sense, 1))
    }

    /// A name of the year file: of a part, or of what the papers come from.
    fn name(&self, at: usize) -> Option<(Sense, usize)> {
        let mut longest: Option<(Topic, usize)> = None;
        for (index, part) in self.known.parts.iter().enumerate() {
            let Some(length) = part.length_at(|step| self.word(at + step)) else { continue };
            if longest.is_none_or(|(_, other)| length > other) {
                longest = Some((Topic::Part(part.division, index), length));
            }
        }
        if let Some((topic, length)) = longest {
            return Some((Sense::Topic(topic), length));
        }
        let mut items = self.known.items.iter().enumerate();
        let item = items.find_map(|(index, item)| {
            let length = item.name.length_at(|step| self.word(at + step))?;
            Some((Sense::Item(index), length))
        });
        // "Efter lönerna", for Löner till ombuden.
        let begins = |item: &AccountItem| item.name.begins_with(self.word(at));
        let after = self.known.items.iter().position(begins);
        let after = after.filter(|_| self.before(at) == "efter");
        let item = item.or(after.map(|index| (Sense::Item(index), 1)));
        if item.is_some() {
            return item;
        }
        let own = self.known.own_names.iter().filter_map(|name| {
            let is_it =
                name.iter().enumerate().all(|(step, word)| is_same(self.word(at + step), word));
            (is_it && !name.is_empty()).then_some(name.len())
        });
        if let Some(length) = own.max() {
            return Some((Sense::Name, length));
        }
        let is_part = self.known.parts.iter().any(|part| part.has_word(self.word(at)));
        (is_part && look_up(|step| self.word(at + step)).is_none())
            .then_some((Sense::Restricting, 1))
    }

    /// `Kön, som hade minskat …, omfattar nu åtta personer`: the subject of a sentence that
    /// names no sex.
    fn is_queue_of_persons(&self, at: usize) -> bool {
        let words = || (0..self.sentence.tokens.len()).map(|at| self.word(at));
        let names_sex = |word: &str| {
            word.starts_with("kvinn") || word.starts_with("män") || word.starts_with("könsf")
        };
        let goes_on = matches!(
            self.word(at + 1),
            "som" | "har" | "hade" | "omfattar" | "omfattade" | "är" | "var"
        ) || (self.sentence.is_sign(at + 1, ',') && self.word(at + 2) == "som");
        at == 0 && goes_on && words().any(|word| word == "personer") && !words().any(names_sex)
    }

    fn look_up(&self, at: usize) -> Option<(Sense, usize)> {
        // "kön ökade", "minskade kön": the queue, and not the sexes.
        let is_trend =
            |at: usize| matches!(look_up(|step| self.word(at + step)), Some((Word::Trend(_), _)));
        // "Vi började 2025 med 15 klienter", "slutade 2025 med 17".
        if self.year_at(at + 1).is_some() && self.word(at + 2) == "med" {
            match self.word(at) {
                "började" | "börjar" | "inledde" | "inleddes" | "inleder" => {
                    return Some((Sense::Topic(AT_START), 1));
                }
                "slutade" | "avslutade" | "avslutades" | "lämnade" | "ur" => {
                    return Some((Sense::Topic(AT_END), 1));
                }
                _ => {}
            }
        }
        // "tog under året emot"
        let takes = |at: usize| matches!(self.word(at), "tog" | "tagit" | "tar" | "togs");
        if self.word(at) == "emot" && (at.saturating_sub(4)..at).any(takes) {
            return Some((Sense::Word(Word::Service), 1));
        }
        let is_queue = || {
            is_trend(at + 1)
                || at.checked_sub(1).is_some_and(is_trend)
                || self.is_queue_of_persons(at)
        };
        if self.word(at) == "kön" && is_queue() {
            return Some((Sense::Topic(QUEUE), 1));
        }
        let (word, length) = look_up(|step| self.word(at + step))?;
        if let Word::Rounded(_) = word {
            // Without a number after it.
            let word = match self.word(at) {
                "fler" | "mer" => Word::Trend(Trend::More),
                "färre" | "mindre" => Word::Trend(Trend::Fewer),
                "minst" => Word::Rank { is_least: true },
                "högst" => Word::Rank { is_least: false },
                "inte" => Word::Not,
                "nästan" | "nära" | "inemot" | "nästintill" | "näst" => Word::Roughly,
                _ => Word::Neutral,
            };
            return Some((Sense::Word(word), 1));
        }
        if let Word::Fraction(_) = word {
            // "var tredje vanligaste": what was not read as a share is a verb and a rank.
            return Some((Sense::Word(Word::Verb), 1));
        }
        let sex = |name: &str| {
            let mut parts = self.known.parts.iter();
            let index = parts.position(|part| part.division == SEXES && part.name == name);
            index.map_or(Sense::Restricting, |index| Sense::Topic(Topic::Part(SEXES, index)))
        };
        let sense = match word {
            Word::Women => sex("Kvinnor"),
            Word::Men => sex("Män"),
            Word::Themselves => {
                let mut parts = self.known.parts.iter();
                let is_it =
                    |part: &PartName| part.division == CONTACT_ROUTES && part.is_of_themselves();
                let own = parts.position(is_it);
                own.map_or(Sense::Word(Word::Neutral), |index| {
                    Sense::Topic(Topic::Part(CONTACT_ROUTES, index))
                })
            }
            Word::IntoNextYear | Word::FromYearBefore => Sense::Word(word),
            // A stadsdelsnämnd is one of several in its city.
            Word::City => {
                let board = self.known.year_file.sender.board.to_lowercase();
                let is_part = board.contains("stadsdel");
                Sense::Word(if is_part { Word::Elsewhere } else { Word::Neutral })
            }
            Word::Of(topic) => Sense::Topic(topic),
            word => Sense::Word(word),
        };
        Some((sense, length))
    }
}
