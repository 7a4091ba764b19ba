//! From the words of a sentence to terms: numbers with their units, times, names and
//! words with a sense.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::known::{Known, Topic};
use super::lexicon::{Trend, Word, look_up};
use super::names::{Ages, is_same};
use super::stated::{Closeness, ShareRange, Stated};
use crate::checks::text::TokenKind;
use crate::checks::text::masked::{Sentence, in_words};
use crate::measures::{AGES, CONTACT_ROUTES, SEXES};
use crate::swedish::MONTHS;

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
    Comma,
    Open,
    Close,
    Colon,
    Unknown,
}

impl Sense {
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
    let reader = Reader { sentence, known };
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

struct Reader<'r> {
    sentence: &'r Sentence<'r>,
    known: &'r Known<'r>,
}

impl Reader<'_> {
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
        self.ages(at)
            .or_else(|| self.date(at))
            .or_else(|| self.year(at))
            .or_else(|| self.stated(at))
            .or_else(|| self.name(at))
            .or_else(|| self.sign(at))
            .or_else(|| self.look_up(at))
            .unwrap_or((Sense::Unknown, 1))
    }

    fn placeholder(&self, at: usize) -> Sense {
        let inside = self.sentence.tokens.get(at).map_or("", |token| self.sentence.source(token));
        let inside = inside.trim_matches(|c: char| "{}-% ".contains(c));
        let name = inside.split('|').next().unwrap_or_default().trim();
        let reported = self.known.reported;
        match name {
            "år" => Sense::Year(reported),
            "föregående_år" => Sense::Year(reported - 1),
            "nästa_år" => Sense::Year(reported + 1),
            "nämnd" | "förvaltning" | "kommun" | "avdelning" | "länsstyrelse"
            | "upptagningsområde" => Sense::Name,
            _ => Sense::Filled,
        }
    }

    fn sign(&self, at: usize) -> Option<(Sense, usize)> {
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

    /// `30–44 år`, `över 65 år`, `mellan 18 och 29`, `65 år eller äldre`.
    fn ages(&self, at: usize) -> Option<(Sense, usize)> {
        let is_years = |at: usize| {
            matches!(self.word(at), "år" | "års" | "åringar" | "åring" | "åringarna")
                || (self.sentence.is_sign(at, '-') && self.word(at + 1).starts_with("åring"))
        };
        let years = |at: usize| match self.sentence.is_sign(at, '-') {
            true => 2,
            false => usize::from(is_years(at)),
        };
        let after_age = |at: usize| {
            let before = |steps: usize| self.sentence.word_at(at.checked_sub(steps));
            (1..=2).any(|steps| {
                before(steps).starts_with("ålder") || before(steps).starts_with("åldrar")
            })
        };
        // Two ages in one token: 30–44.
        if let Some((from, to)) = self.range(at) {
            let is_age = is_years(at + 1) || after_age(at);
            return is_age.then(|| self.group(Some(from), Some(to), false, 1 + years(at + 1)));
        }
        if let Some(age) = self.number(at).filter(|age| *age < 130) {
            let to = self.number(at + 2);
            if matches!(self.word(at + 1), "till" | "och" | "tom")
                && to.is_some_and(|to| to < 130 && to > age)
                && (is_years(at + 3)
                    && (after_age(at) || matches!(self.before(at), "mellan" | "från")))
            {
                return Some(self.group(Some(age), to, false, 3 + years(at + 3)));
            }
            if self.sentence.is_sign(at + 1, '+') {
                return Some(self.group(Some(age), None, false, 2));
            }
            if is_years(at + 1) {
                let end = at + 1 + years(at + 1);
                let older = |at: usize| match (self.word(at), self.word(at + 1)) {
                    ("eller" | "och", "äldre" | "uppåt" | "över") => Some((true, 2)),
                    ("eller" | "och", "yngre" | "nedåt") => Some((false, 2)),
                    ("uppåt", _) => Some((true, 1)),
                    _ => None,
                };
                if let Some((is_older, more)) = older(end) {
                    let (from, to) = if is_older { (Some(age), None) } else { (None, Some(age)) };
                    return Some(self.group(from, to, false, end - at + more));
                }
            }
            return None;
        }
        // A word before one age.
        let (is_older, is_loose, skipped) = match (self.word(at), self.word(at + 1)) {
            ("över" | "ovan" | "fyllt" | "fyllda", _) => (true, true, 1),
            ("äldre", "än") => (true, true, 2),
            ("från", _) if is_years(at + 2) && matches!(self.word(at + 3), "och" | "uppåt") => {
                (true, false, 1)
            }
            ("under", _) => (false, true, 1),
            ("yngre", "än") => (false, true, 2),
            ("mellan", _) => {
                let (from, to) = (self.number(at + 1)?, self.number(at + 3)?);
                let is_age = matches!(self.word(at + 2), "och" | "till")
                    && from < to
                    && to < 130
                    && (is_years(at + 4) || after_age(at));
                return is_age.then(|| self.group(Some(from), Some(to), false, 4 + years(at + 4)));
            }
            _ => return None,
        };
        let age = self.number(at + skipped).filter(|age| (10..130).contains(age))?;
        let end = at + skipped + 1;
        if !is_years(end) && !after_age(at) {
            return None;
        }
        let (from, to) = if is_older { (Some(age), None) } else { (None, Some(age)) };
        Some(self.group(from, to, is_loose, end - at + years(end)))
    }

    /// Two numbers with a dash between them, as one token.
    fn range(&self, at: usize) -> Option<(u64, u64)> {
        if self.kind(at) != Some(TokenKind::Compound) {
            return None;
        }
        let (from, to) = self.written(at).split_once(['–', '-'])?;
        let (from, to) = (from.parse().ok()?, to.parse().ok()?);
        (from < to && to < 130).then_some((from, to))
    }

    fn group(
        &self,
        from: Option<u64>,
        to: Option<u64>,
        is_loose: bool,
        length: usize,
    ) -> (Sense, usize) {
        let ages = Ages { from, to, is_loose };
        let mut parts = self.known.parts.iter().enumerate();
        let group = parts.find(|(_, part)| part.has_ages(ages));
        let sense = match group {
            Some((index, _)) => Sense::Topic(Topic::Part(AGES, index)),
            None if ages.are_of_all() => Sense::Word(Word::Neutral),
            None => Sense::Restricting,
        };
        (sense, length)
    }

    /// `den 15 januari 2026`, `15 januari`, `2026-01-15`, `januari 2026`.
    fn date(&self, at: usize) -> Option<(Sense, usize)> {
        if self.kind(at) == Some(TokenKind::Compound)
            && let Ok(date) = NaiveDate::parse_from_str(self.written(at), "%Y-%m-%d")
        {
            let sense = Sense::Date {
                day: Some(date.day()),
                month: Some(date.month()),
                year: Some(date.year()),
            };
            return Some((sense, 1));
        }
        let start = at + usize::from(self.word(at) == "den");
        let day = self.number(start).filter(|day| (1..=31).contains(day));
        let month_at = start + usize::from(day.is_some());
        if start > at && day.is_none() {
            return None;
        }
        let month = (1..).zip(MONTHS).find(|(_, name)| *name == self.word(month_at))?.0;
        let day = day.and_then(|day| u32::try_from(day).ok());
        // "den 12 mars kl. 18" has no year; "mars" by itself is no date.
        let year = self.year_at(month_at + 1);
        if day.is_none() && year.is_none() {
            return None;
        }
        let end = month_at + 1 + usize::from(year.is_some());
        Some((Sense::Date { day, month: Some(month), year }, end - at))
    }

    fn year_at(&self, at: usize) -> Option<i32> {
        match self.kind(at)? {
            TokenKind::Number { value, grouped: false } => i32::try_from(value)
                .ok()
                .filter(|year| (1900..=2100).contains(year) && self.written(at).len() == 4),
            TokenKind::Placeholder => match self.placeholder(at) {
                Sense::Year(year) => Some(year),
                _ => None,
            },
            _ => None,
        }
    }

    /// A year, or the first and the last year of several. A number before what is
    /// counted is none.
    fn year(&self, at: usize) -> Option<(Sense, usize)> {
        if self.kind(at) == Some(TokenKind::Compound) {
            let (from, to) = self.written(at).split_once(['–', '-', '/'])?;
            let from: i32 = from.parse().ok().filter(|year| (1900..=2100).contains(year))?;
            let to: i32 = match to.len() {
                2 => from / 100 * 100 + to.parse::<i32>().ok()?,
                _ => to.parse().ok()?,
            };
            return (from < to && to <= 2100).then_some((Sense::Years(from, to), 1));
        }
        let year = self.year_at(at).filter(|_| self.kind(at) != Some(TokenKind::Placeholder))?;
        let counted = look_up(|step| self.word(at + 1 + step)).map(|(word, _)| word);
        let counts = matches!(counted, Some(Word::Clients | Word::Persons | Word::Cases))
            || matches!(
                self.word(at + 1),
                "kronor" | "kr" | "tkr" | "personer" | "timmar" | "besök" | "procent"
            );
        if counts {
            return None;
        }
        // "mellan 2023 och 2025", "från 2023 till 2025".
        let joins = matches!(self.word(at + 1), "och" | "till")
            && matches!(self.before(at), "mellan" | "åren");
        match self.year_at(at + 2).filter(|to| joins && *to > year) {
            Some(to) => Some((Sense::Years(year, to), 3)),
            None => Some((Sense::Year(year), 1)),
        }
    }

    /// A number or a fraction with what makes it less exact, and with its unit.
    fn stated(&self, at: usize) -> Option<(Sense, usize)> {
        let rounded = look_up(|step| self.word(at + step)).and_then(|(word, length)| match word {
            Word::Rounded(closeness) => Some((closeness, length)),
            _ => None,
        });
        let (closeness, skipped) = rounded.unwrap_or_default();
        let start = at + skipped;
        if let Some((range, length)) = self.one_in(start) {
            return Some((Sense::Share(range.toward(closeness)), skipped + length));
        }
        if let Some((range, length)) = self.fraction(start) {
            return Some((Sense::Share(range.toward(closeness)), skipped + length));
        }
        if skipped > 0 && self.year(start).is_some() && !matches!(closeness, Closeness::About) {
            return None;
        }
        let (stated, length) = self.bare(start)?;
        let closeness = if skipped > 0 { closeness } else { stated.closeness };
        let stated = Stated { closeness, ..stated };
        let (sense, unit) = self.unit(stated, start, start + length);
        Some((sense, skipped + length + unit))
    }

    /// `tre av tio klienter`: a share, where there are more clients than that.
    fn one_in(&self, at: usize) -> Option<(ShareRange, usize)> {
        const SMALL: u64 = 12;
        let small = |at: usize| {
            let (stated, length) = self.bare(at)?;
            stated.as_whole().filter(|number| length == 1 && (1..=SMALL).contains(number))
        };
        let (part, whole) = (small(at)?, small(at + 2)?);
        let clients = self.known.count(super::known::CLIENTS, self.known.reported);
        let is_share = self.word(at + 1) == "av"
            && part < whole
            && clients.is_none_or(|clients| clients > SMALL);
        is_share.then(|| (ShareRange::around(part * 1000 / whole, 500 / whole), 3))
    }

    /// A fraction: `hälften`, `en tredjedel`, `de flesta`.
    fn fraction(&self, at: usize) -> Option<(ShareRange, usize)> {
        let skipped = usize::from(matches!(self.word(at), "en" | "ett"));
        for skipped in [0, skipped] {
            if let Some((Word::Fraction(range), length)) =
                look_up(|step| self.word(at + skipped + step))
            {
                return Some((range, skipped + length));
            }
        }
        None
    }

    /// A number in digits or words, without its unit.
    fn bare(&self, at: usize) -> Option<(Stated, usize)> {
        match self.kind(at)? {
            TokenKind::Number { value, .. } => {
                // "1–2": a range in words or digits counts nothing exactly.
                if matches!(self.word(at + 1), "till")
                    && self.number(at + 2).is_some()
                    && !matches!(self.before(at), "från" | "mellan")
                {
                    return None;
                }
                Some((Stated::whole(value), 1))
            }
            TokenKind::Decimal(hundredths) => {
                let decimals = self.written(at).split(',').nth(1).map_or(0, str::len);
                let unit = if decimals == 1 { 10 } else { 1 };
                Some((Stated { hundredths, unit, closeness: Closeness::Exactly }, 1))
            }
            TokenKind::Word => self.in_words(at),
            _ => None,
        }
    }

    fn in_words(&self, at: usize) -> Option<(Stated, usize)> {
        let word = self.word(at);
        let about = |number: u64, off: u64| Stated {
            unit: off * 200,
            closeness: Closeness::About,
            ..Stated::whole(number)
        };
        // "ett hundratal", "ett tjugotal".
        let skipped = usize::from(matches!(word, "ett"));
        if let Some(ten) = self.word(at + skipped).strip_suffix("tal") {
            if ten == "hundra" {
                return Some((about(100, 30), skipped + 1));
            }
            if let Some(number) = in_words(ten).filter(|number| number % 10 == 0 && *number < 100) {
                return Some((about(number, 6), skipped + 1));
            }
        }
        if word == "ett" && self.word(at + 1) == "hundra" {
            return Some((Stated::whole(100), 2));
        }
        hundreds(word).map(|number| (Stated::whole(number), 1))
    }

    /// The unit after a number, and how many words it has.
    fn unit(&self, stated: Stated, start: usize, end: usize) -> (Sense, usize) {
        let times = |factor: u64| Stated {
            hundredths: stated.hundredths.saturating_mul(factor),
            unit: stated.unit.saturating_mul(factor),
            ..stated
        };
        let next = self.word(end);
        let is_kronor = |word: &str| matches!(word, "kronor" | "kr" | "kronorna");
        let thousands = |factor: u64| {
            let more = usize::from(is_kronor(self.word(end + 1)));
            (Sense::Kronor(times(factor)), 1 + more)
        };
        match next {
            "procent" | "procents" | "procentiga" => (Sense::PerCent(stated), 1),
            "procentenhet" | "procentenheter" => (Sense::Points(stated), 1),
            word if is_kronor(word) => (Sense::Kronor(stated), 1),
            "tkr" | "kkr" => (Sense::Kronor(times(1000)), 1),
            "mnkr" | "mkr" | "msek" => (Sense::Kronor(times(1_000_000)), 1),
            "miljoner" | "miljon" => thousands(1_000_000),
            "tusen" if is_kronor(self.word(end + 1)) => thousands(1000),
            _ if self.sentence.is_sign(end, '%') => (Sense::PerCent(stated), 1),
            _ if UNITS.contains(&next)
                || NUMBERED.contains(&self.before(start))
                || self.is_beside_a_paragraph(start, end) =>
            {
                (Sense::OtherNumber, 0)
            }
            _ => (Sense::Number(stated), 0),
        }
    }

    fn is_beside_a_paragraph(&self, start: usize, end: usize) -> bool {
        let is_sign = |at: usize| matches!(self.kind(at), Some(TokenKind::Sign('§' | '/')));
        is_sign(end) || start.checked_sub(1).is_some_and(is_sign)
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

    fn look_up(&self, at: usize) -> Option<(Sense, usize)> {
        let (word, length) = look_up(|step| self.word(at + step))?;
        if let Word::Rounded(_) = word {
            // Without a number after it.
            let word = match self.word(at) {
                "fler" | "mer" => Word::Trend(Trend::More),
                "färre" | "mindre" => Word::Trend(Trend::Fewer),
                "minst" => Word::Rank { is_least: true },
                "högst" => Word::Rank { is_least: false },
                "inte" => Word::Not,
                _ => Word::Neutral,
            };
            return Some((Sense::Word(word), 1));
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
                let is_it = |part: &super::names::PartName| {
                    part.division == CONTACT_ROUTES && part.is_of_themselves()
                };
                let own = parts.position(is_it);
                own.map_or(Sense::Word(Word::Neutral), |index| {
                    Sense::Topic(Topic::Part(CONTACT_ROUTES, index))
                })
            }
            Word::IntoNextYear | Word::FromYearBefore => Sense::Word(word),
            Word::Of(topic) => Sense::Topic(topic),
            word => Sense::Word(word),
        };
        Some((sense, length))
    }
}

/// What a number may have that counts nobody.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "år", "års", "åringar", "åring", "månader", "månad", "veckor", "vecka", "dagar", "dag", "dagars", "timmar", "timme", "timmars",
    "minuter", "mil", "kilometer", "km", "meter", "kap", "kapitel", "paragrafer", "sidor", "poäng", "euro", "miljarder",
];

/// What a number may belong to that counts nobody.
#[rustfmt::skip]
const NUMBERED: &[&str] = &[
    "kl", "klockan", "punkt", "punkten", "sida", "kapitel", "kap", "nr", "nummer", "bilaga", "steg", "fas", "dnr", "tabell", "figur", "diagram", "avsnitt", "artikel", "telefon", "tel",
];

/// A number in words: `fyra`, `tjugotre`, `hundra`, `etthundraåttionio`.
fn hundreds(word: &str) -> Option<u64> {
    if let Some(number) = in_words(word) {
        return Some(number);
    }
    let (hundreds, rest) = word.split_once("hundra")?;
    let hundreds = match hundreds {
        "" | "ett" | "en" => 1,
        other => in_words(other).filter(|number| *number < 10)?,
    };
    let rest = match rest {
        "" => 0,
        "ett" | "en" => 1,
        other => in_words(other)?,
    };
    Some(hundreds * 100 + rest)
}
