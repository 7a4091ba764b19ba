//! Claims of so many, and of such a share.

use std::ops::Range;

use super::super::claim::{ALL, Statement};
use super::super::clause::{Clause, Joint};
use super::super::known::{AT_END, AT_START, CLIENTS, Known, QUEUE, Topic};
use super::super::lexicon::{Purpose, Word};
use super::super::names::PartName;
use super::super::stated::{Closeness, ShareRange, Stated};
use super::super::terms::Sense;
use super::ClauseReading;
use super::parts::ClauseParts;
use crate::measures::{AGES, CONTACT_ROUTES, GRANTED, SEXES};

impl ClauseReading<'_, '_> {
    /// `189 klienter`, `86 var nya`.
    pub(super) fn counts(
        &mut self,
        clause: &Clause,
        parts: &ClauseParts,
        topic: Option<Topic>,
        year: i32,
    ) {
        let (Some(topic), [(at, stated)]) = (topic, parts.numbers.as_slice()) else { return };
        // A part of a part is not known.
        if let Some(whole) = parts.whole
            && (parts.topics.is_empty() || Known::whole(topic) != Some(whole))
            && topic != QUEUE
        {
            return;
        }
        // "Antalet kvinnor i ledningsgruppen", "kontakt med 15 myndigheter", "25 fick det
        // beviljat": it is other things that are counted.
        let is_noun = |sense| match sense {
            // "43 själva": those who came by themselves are counted, not their ways.
            Some(Sense::Topic(Topic::Part(division, index))) => {
                let part = self.known.parts.get(index);
                let is_themselves =
                    division == CONTACT_ROUTES && part.is_some_and(PartName::is_of_themselves);
                ![SEXES, AGES].contains(&division) && !is_themselves
            }
            _ => false,
        };
        let is_of_others = parts.has(Word::SteeringGroup)
            || parts.has(Word::Money(Purpose::Of(GRANTED)))
            || is_noun(parts.sense(at + 1));
        if is_of_others {
            return;
        }
        let has_noun = parts.has(Word::Clients)
            || parts.has(Word::Persons)
            || parts.has(Word::Cases)
            || !parts.topics.is_empty();
        // "189 (210)": the year before in brackets.
        let in_brackets = clause.joint == Joint::Bracket && !has_noun;
        // "ett färre än året före (35)": of the year that was named last.
        let named =
            self.before.mentioned.last_year.filter(|_| self.before.mentioned.ends_with_year);
        let year = match named.filter(|_| in_brackets && !parts.any_year()) {
            Some(named) => named,
            None if in_brackets && self.before.has_count && !parts.any_year() => year - 1,
            None => year,
        };
        if !has_noun
            && !in_brackets
            && !matches!(
                clause.joint,
                Joint::Against | Joint::Which | Joint::Comma | Joint::And | Joint::Whereof
            )
        {
            return;
        }
        // What has no noun of its own may be of anything, unless it stands beside its year.
        let is_beside_year = parts.any_year() || clause.joint == Joint::Against;
        if !has_noun && !in_brackets && !is_beside_year {
            return;
        }
        self.claim(topic, year, Statement::Count(*stated), parts.tokens_at(*at));
    }

    /// `det finns en kö`: at least one waits.
    pub(super) fn queue(&mut self, clause: &Clause, parts: &ClauseParts, year: i32) {
        let is_told = parts.topics.as_slice() == [QUEUE]
            && matches!(parts.sense(0), Some(Sense::Word(Word::ThereIs)))
            && !parts.any_number()
            && clause.trend().is_none();
        if is_told {
            let some = Stated { closeness: Closeness::AtLeast, ..Stated::whole(1) };
            self.claim(QUEUE, year, Statement::Count(some), parts.tokens.clone());
        }
    }

    /// `55 procent av klienterna var kvinnor`, `hälften var nya`, `samtliga klienter är …`.
    pub(super) fn shares(
        &mut self,
        clause: &Clause,
        parts: &ClauseParts,
        topic: Option<Topic>,
        year: i32,
    ) {
        let Some(topic) = topic else { return };
        // What is counted has to be said here, or in what this stands in brackets after.
        let is_said = !parts.topics.is_empty()
            || matches!(clause.joint, Joint::Bracket | Joint::Which | Joint::Against)
            || self.before.is_share;
        if !is_said {
            return;
        }
        let of = if matches!(clause.joint, Joint::Bracket | Joint::Which | Joint::Against) {
            Known::whole(topic)
        } else {
            parts.whole.or(Known::whole(topic))
        };
        let ranges: Vec<(ShareRange, Range<usize>)> = parts
            .terms
            .iter()
            .filter_map(|term| match term.sense {
                Sense::PerCent(stated) => Some((ShareRange::of(stated), term.tokens.clone())),
                Sense::Share(range) => Some((range, term.tokens.clone())),
                _ => None,
            })
            .collect();
        let [(range, tokens)] = ranges.as_slice() else {
            let is_all = parts.has(Word::All) && parts.numbers.is_empty();
            if let Some(of) = of.filter(|_| {
                is_all && ranges.is_empty() && (parts.has(Word::Clients) || parts.whole.is_some())
            }) {
                self.claim(topic, year, Statement::Share { of, range: ALL }, parts.tokens.clone());
            }
            return;
        };
        if (range.from, range.to) == (0, 0) {
            let is_time = matches!(topic, AT_START | AT_END);
            if is_time && !parts.has(Word::Clients) && !parts.has(Word::Persons) {
                return;
            }
            let none = Stated { closeness: Closeness::AtMost, ..Stated::whole(0) };
            self.claim(topic, year, Statement::Count(none), tokens.clone());
            return;
        }
        // "Två tredjedelar av de avslutade var kvinnor": a part of a part.
        let is_told =
            |of: &Topic| *of != topic && (*of == CLIENTS || Known::whole(topic) == Some(*of));
        if let Some(of) = of.filter(is_told) {
            self.claim(topic, year, Statement::Share { of, range: *range }, tokens.clone());
        }
    }
}

/// The one number of per cent of a clause.
pub(super) fn only_per_cent(parts: &ClauseParts) -> Option<(Stated, Range<usize>)> {
    let mut all = parts.terms.iter().filter_map(|term| match term.sense {
        Sense::PerCent(stated) => Some((stated, term.tokens.clone())),
        _ => None,
    });
    let first = all.next()?;
    (all.next().is_none()).then_some(first)
}
