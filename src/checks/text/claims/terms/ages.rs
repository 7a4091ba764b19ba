//! Ages in a sentence.

use super::super::lexicon::Word;
use super::super::names::Ages;
use super::{Sense, TermReader};
use crate::checks::text::TokenKind;

impl TermReader<'_> {
    /// `30–44 år`, `över 65 år`, `mellan 18 och 29`, `65 år eller äldre`.
    pub(super) fn ages(&self, at: usize) -> Option<(Sense, usize)> {
        let is_years = |at: usize| {
            matches!(self.word(at), "år" | "års" | "åringar" | "åring" | "åringarna")
                || (self.sentence.is_sign(at, '-') && self.word(at + 1).starts_with("åring"))
        };
        let years = |at: usize| {
            if self.sentence.is_sign(at, '-') { 2 } else { usize::from(is_years(at)) }
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
        // "är under 30": by itself at the end.
        let is_predicate = matches!(self.before(at), "är" | "var" | "som")
            && self.word(end).is_empty()
            && (18..100).contains(&age);
        if !is_years(end) && !after_age(at) && !is_predicate {
            return None;
        }
        let (from, to) = if is_older { (Some(age), None) } else { (None, Some(age)) };
        Some(self.group(from, to, is_loose, end - at + years(end)))
    }

    /// Two numbers with a dash between them, as one token.
    pub(super) fn range(&self, at: usize) -> Option<(u64, u64)> {
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
        let sense = match self.known.age_groups_of(ages) {
            Some(topic) => Sense::Topic(topic),
            None if ages.are_of_all() => Sense::Word(Word::Neutral),
            None => Sense::Restricting,
        };
        (sense, length)
    }
}
