//! Years and dates in a sentence.

use chrono::{Datelike, NaiveDate};

use super::super::known::AT_END;
use super::super::lexicon::{Word, look_up};
use super::{Sense, TermReader};
use crate::checks::text::TokenKind;
use crate::swedish::MONTHS;

impl TermReader<'_> {
    /// `den 15 januari 2026`, `15 januari`, `2026-01-15`, `januari 2026`.
    pub(super) fn date(&self, at: usize) -> Option<(Sense, usize)> {
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
        // The last day of a year is its end, and the year stands for itself.
        if day == Some(31) && month == 12 {
            return Some((Sense::Topic(AT_END), month_at + 1 - at));
        }
        let year = self.year_at(month_at + 1);
        if day.is_none() && year.is_none() {
            return None;
        }
        let end = month_at + 1 + usize::from(year.is_some());
        Some((Sense::Date { day, month: Some(month), year }, end - at))
    }

    pub(super) fn year_at(&self, at: usize) -> Option<i32> {
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
    pub(super) fn year(&self, at: usize) -> Option<(Sense, usize)> {
        if self.kind(at) == Some(TokenKind::Compound) {
            let (from, to) = self.written(at).split_once(['–', '-', '/'])?;
            let from: i32 = from.parse().ok().filter(|year| (1900..=2100).contains(year))?;
            let to: i32 = match to.len() {
                2 => from / 100 * 100 + to.parse::<i32>().ok()?,
                _ => to.parse().ok()?,
            };
            return (from < to && to <= 2100).then_some((Sense::Years(from, to), 1));
        }
        // "på två år": since two years ago.
        let years = self.bare(at + 1).and_then(|(years, _)| years.as_whole());
        let years = years.and_then(|years| i32::try_from(years).ok());
        if self.word(at) == "på"
            && matches!(self.word(at + 2), "år" | "års")
            && self.word(at + 3) != "i"
            && let Some(years @ 1..=9) = years
        {
            let reported = self.known.reported;
            return Some((Sense::Years(reported - years, reported), 3));
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
}
