//! What a clause counts, and of which year: what it names, or else what the clauses
//! before it did.

use super::super::claim::Statement;
use super::super::clause::{Clause, Joint, is_base};
use super::super::known::{AT_END, AT_START, CLIENTS, CLOSED, Known, NEW, QUEUE, Topic};
use super::super::lexicon::{Trend, When, Word};
use super::super::names::PartName;
use super::super::terms::{Sense, Term};
use super::ClauseReading;
use super::before::Ground;
use super::parts::{ClauseParts, CountedTopic, one_topic};
use crate::measures::{AREAS, CONTACT_ROUTES, REASONS};

impl ClauseReading<'_, '_> {
    /// The year that a clause is about.
    pub(super) fn year(&self, clause: &Clause) -> i32 {
        let led_to = self.before.mentioned.last_year.filter(|_| clause.joint == Joint::When);
        let of_aside = self.before.aside_of_year.filter(|_| clause.joint == Joint::And);
        let before = led_to.or(of_aside).unwrap_or(self.before.year);
        // "högre än året innan" is said of the year after that.
        let is_before = clause.terms.iter().enumerate().any(|(at, term)| {
            term.sense == Sense::Word(Word::Time(When::Before)) && !is_base(&clause.terms, at)
        });
        if let Some(year) = clause.years().next() {
            if clause.has(Word::IntoNextYear) {
                return year - 1;
            }
            if clause.has(Word::FromYearBefore) {
                return year + 1;
            }
        } else if clause.has(Word::FromYearBefore) {
            return before;
        }
        let mut years = clause.years_but_bases();
        match (years.next(), clause.joint) {
            (Some(year), _) if is_before => year,
            (Some(year), _) => year,
            // "17 året innan och 14 året dessförinnan"
            (None, Joint::And)
                if is_before
                    && self.before.mentioned.ends_with_year
                    && self.before.mentioned.last_year == Some(before - 1) =>
            {
                before - 2
            }
            (None, _) if is_before => before - 1,
            // "55 procent mot männens 45": another part, of the same year.
            (None, Joint::Against) if self.names_another_part(clause) => before,
            // "45 klienter vid årets slut, mot 43 vid årets ingång"
            (None, Joint::Against)
                if clause.any(|sense| matches!(sense, Sense::Topic(AT_START | AT_END)))
                    && !is_before =>
            {
                before
            }
            (None, Joint::Against) => before - 1,
            _ if clause.has(Word::Time(When::Now)) => self.known.reported,
            _ => before,
        }
    }

    fn names_another_part(&self, clause: &Clause) -> bool {
        let before = self.before.topic.filter(|topic| matches!(topic, Topic::Part(..)));
        before.is_some()
            && clause.any(|sense| {
                matches!(sense, Sense::Topic(topic @ Topic::Part(..)) if Some(topic) != before)
            })
    }

    fn goes_on_with_queue(&self, clause: &Clause) -> bool {
        let is_queue = self.before.topic == Some(QUEUE);
        is_queue && clause.joint != Joint::Start && !clause.has(Word::Clients)
    }

    /// What a clause counts: what it names, or else what the clause before did.
    pub(super) fn topic(&self, clause: &Clause, parts: &ClauseParts) -> Option<Topic> {
        let names_clients = parts.has(Word::Clients);
        let names_persons = parts.has(Word::Persons) || parts.has(Word::Cases);
        match one_topic(&parts.topics) {
            // "Socialtjänsten förmedlade 16 nya klienter 2025 och 23 nya klienter 2024."
            CountedTopic::One(NEW) if clause.joint == Joint::And && !clause.has(Word::Verb) => {
                let of_route = self
                    .before
                    .topic
                    .filter(|topic| matches!(topic, Topic::Part(CONTACT_ROUTES, _)));
                return of_route.or(Some(NEW));
            }
            // "Kön har halverats och omfattade sju personer vid årets slut."
            CountedTopic::One(AT_END) if self.goes_on_with_queue(clause) => return Some(QUEUE),
            // "…, som hade färre klienter än Ekedal": what it is compared with.
            CountedTopic::One(topic)
                if !matches!(topic, AT_START | AT_END) && parts.compares_with_topic() =>
            {
                return None;
            }
            // "De flesta klienterna har kontakt med psykiatrin": not how they came.
            CountedTopic::One(Topic::Part(CONTACT_ROUTES, index))
                if clause.has(Word::Service)
                    && !parts.topics.contains(&NEW)
                    && names_clients
                    && !self.known.parts.get(index).is_some_and(PartName::is_of_themselves) =>
            {
                return None;
            }
            CountedTopic::One(topic) => return Some(topic),
            // "Vid årets slut hade 117 ärenden avslutats under året."
            CountedTopic::Several
                if parts.topics.iter().all(|topic| matches!(*topic, CLOSED | AT_END))
                    && parts.has(Word::Time(When::This)) =>
            {
                return Some(CLOSED);
            }
            CountedTopic::Several => return None,
            CountedTopic::None => {}
        }
        // "Barnfamiljerna blir fler trots att klienterna blir färre: 38 år 2023 …": of which of
        // the two is not said.
        if clause.is_after_colon
            && self.before.mentioned.has_several
            && !names_clients
            && !names_persons
        {
            return None;
        }
        // "… är vanligast och angavs av 96 klienter": by so many, of what was named before.
        if let [(at, _)] = parts.numbers.as_slice()
            && at.checked_sub(1).and_then(|at| parts.sense(at)) == Some(Sense::Word(Word::Part))
            && names_clients
            && clause.joint != Joint::Start
        {
            return self.before.topic.filter(|topic| matches!(topic, Topic::Part(..)));
        }
        // "… i Vallsjö, där antalet klienter minskade"
        if parts.has(Word::There) {
            return self.before.topic.filter(|topic| matches!(topic, Topic::Part(AREAS, _)));
        }
        // "55 klienter uppgav denna orsak"
        if parts.has(Word::ThatPart) {
            return self.before.topic.filter(|topic| matches!(topic, Topic::Part(..)));
        }
        // "Ekonomiskt bistånd (96 klienter)", "vanligast är bostad, 34 klienter": in brackets,
        // or by itself after a comma, stands who was named before.
        let of_part = self
            .before
            .topic
            .filter(|topic| matches!(topic, Topic::Part(..)) && !self.before.has_count);
        let is_aside = clause.joint == Joint::Bracket
            || (matches!(clause.joint, Joint::Comma | Joint::Which)
                && is_only_a_number(&parts.terms))
            // "…, som 122 klienter behövde hjälp med"
            || (clause.joint == Joint::Comma && parts.sense(0) == Some(Sense::Word(Word::Who)));
        if is_aside && (names_clients || names_persons) && of_part.is_some() {
            return of_part;
        }
        if names_clients && let Some(subject) = self.subject_that_goes_on(clause, parts) {
            return Some(subject);
        }
        // "15 klienter 2024, 18 klienter 2025 och 21 klienter 2026": the same part's other years.
        let goes_on_counting = matches!(clause.joint, Joint::Comma | Joint::And)
            && clause.years().next().is_some()
            && is_only_a_number(&parts.terms);
        if goes_on_counting && names_clients {
            return self.before.topic.or(Some(CLIENTS));
        }
        if clause.joint == Joint::Bracket && parts.topics.is_empty() {
            return self.before.topic.filter(|_| self.before.ground == Ground::Firm);
        }
        // "Granvik ökar mest, från 4 till 6 klienter."
        let is_span = parts.has(Word::From) && parts.has(Word::To);
        if names_clients && is_span && clause.joint == Joint::Comma {
            return self.before.topic;
        }
        if names_clients {
            return Some(CLIENTS);
        }
        // "Kön har ökat och omfattar nu åtta personer."
        if names_persons && self.goes_on_with_queue(clause) {
            return Some(QUEUE);
        }
        // "151 individer (116 året innan) har haft kontakt med ett ombud"
        let is_main = clause.joint == Joint::Start && self.has_service;
        let says_so = is_main || clause.has(Word::Service) || clause.has(Word::InAll);
        if names_persons {
            return Some(CLIENTS).filter(|_| says_so && !self.names_queue);
        }
        if parts.whole == Some(CLIENTS) && parts.numbers.is_empty() {
            return None;
        }
        let goes_on = clause.joint != Joint::Start || self.before.has_count;
        self.before
            .topic
            .filter(|_| goes_on && self.before.ground == Ground::Firm && parts.whole.is_none())
    }

    /// `Frågor om sysselsättning har minskat och gällde tio klienter`: what was named before
    /// is the subject of a verb that comes first.
    fn subject_that_goes_on(&self, clause: &Clause, parts: &ClauseParts) -> Option<Topic> {
        let has_verb_first = clause.joint == Joint::And
            && parts.sense(0) == Some(Sense::Word(Word::Verb))
            && parts.topics.is_empty();
        let is_subject =
            |topic: &Topic| matches!(topic, Topic::Part(REASONS | AREAS | CONTACT_ROUTES, _));
        self.before.topic.filter(|topic| has_verb_first && is_subject(topic))
    }

    /// `Både kvinnorna och männen har blivit fler`, `kvinnor och män var lika många`: what the
    /// clause says is said of the one before too, which only names another part.
    pub(super) fn both(
        &mut self,
        clause: &Clause,
        parts: &ClauseParts,
        topic: Option<Topic>,
        year: i32,
    ) {
        let other = self.before.mentioned.only_named.take();
        self.before.mentioned.only_named = match parts.topics.as_slice() {
            [topic @ Topic::Part(..)] if names_only(&parts.terms) => Some(*topic),
            _ => None,
        };
        let (Some(other), Some(topic @ Topic::Part(..)), Joint::And) = (other, topic, clause.joint)
        else {
            return;
        };
        let are_alike = Known::whole(other) == Known::whole(topic);
        if !are_alike || !parts.numbers.is_empty() {
            return;
        }
        if parts.has(Word::AsMany) {
            let statement = Statement::Order { other, trend: Trend::Same };
            self.claim(topic, year, statement, parts.tokens.clone());
        } else if let Some((trend @ (Trend::More | Trend::Fewer), at)) = clause.trend()
            && !parts.has(Word::Than)
            && !parts.has(Word::RecentYears)
            && !parts.has(Word::EveryYear)
            && !parts.has(Word::ShareOf)
        {
            let tokens = clause.tokens(at..at + 1);
            let since = year - 1;
            self.claim(other, year, Statement::Trend { trend, since, roughly: false }, tokens);
        }
    }
}

/// Whether a clause is no more than a name: `Både kvinnorna`.
pub(super) fn names_only(terms: &[Term]) -> bool {
    let is_name =
        |sense| matches!(sense, Sense::Topic(_) | Sense::Word(Word::Neutral | Word::Service));
    terms.iter().all(|term| is_name(term.sense))
}

/// Whether a clause is no more than a number with its noun: `34 klienter`.
pub(super) fn is_only_a_number(terms: &[Term]) -> bool {
    let mut senses = terms.iter().map(|term| term.sense);
    senses.all(|sense| {
        matches!(
            sense,
            Sense::Number(_)
                | Sense::Year(_)
                | Sense::Word(
                    Word::Clients
                        | Word::Persons
                        | Word::Cases
                        | Word::Neutral
                        | Word::Verb
                        | Word::InAll
                )
        )
    })
}
