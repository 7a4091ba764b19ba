//! From the clauses of a sentence to claims about counts.

mod change;
mod listed;
mod number;
mod parts;
mod rank;

use std::ops::Range;

use super::claim::{Claim, Statement};
use super::clause::{Clause, Joint, is_base};
use super::known::{CLIENTS, Known, NEW, Topic};
use super::lexicon::{Purpose, Trend, When, Word};
use super::terms::{Sense, Term};
use crate::measures::{CONTACT_ROUTES, SEXES};
use listed::names_something;
use number::only_per_cent;
use parts::{ClauseParts, CountedTopic, one_topic};

/// The claims about counts in a sentence.
pub(super) fn claims(clauses: &[Clause], known: &Known<'_>) -> Vec<Claim> {
    let says_so = |clause: &Clause| clause.has(Word::Service) || clause.has(Word::Ongoing);
    let has_service = clauses.iter().any(says_so);
    let before = Before::new(known.reported);
    let mut reading = ClauseReading { known, has_service, before, claims: Vec::new() };
    if clauses.iter().any(|clause| clause.joint == Joint::Respectively) {
        reading.respectively(clauses);
        return reading.claims;
    }
    let named = clauses.iter().position(names_something).unwrap_or(clauses.len());
    let (nameless, clauses) = clauses.split_at(named);
    let meant = reading.nameless(nameless);
    reading.before = Before::new(known.reported);
    if let Some(topic) = meant {
        reading.before.topic = Some(topic);
        reading.before.has_count = true;
    } else {
        for (at, clause) in nameless.iter().enumerate() {
            reading.clause(clause, nameless.get(at + 1).or(clauses.first()));
        }
    }
    for (at, clause) in clauses.iter().enumerate() {
        reading.clause(clause, clauses.get(at + 1));
    }
    reading.claims
}

/// How far what is said can be held against the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// The words are all known.
    Firm,
    /// There was a word that may restrict what is counted.
    Open,
    /// The sentence has turned to what is no fact, or to others: from there on nothing
    /// is told by the figures.
    Unreal,
}

/// What the clauses before have said.
struct Before {
    /// What they were about.
    topic: Option<Topic>,
    /// Whether they gave its count.
    has_count: bool,
    year: i32,
    /// The year of an aside that has just ended, if that is not the reported one: which
    /// year the sentence goes on with is not said.
    aside_of_year: Option<i32>,
    /// The year that the next clause is about, if that is another.
    year_of_next: Option<i32>,
    /// The rank that they gave, and whether it is counted from the last.
    rank: Option<(usize, bool)>,
    /// Which way it went, and since when.
    trend: Option<(Trend, i32)>,
    /// Whether shares are spoken of: `andelen`.
    is_share: bool,
    /// Whether they counted a part of a part, which no figure does: `av de nya är 20 kvinnor`.
    is_part_of_part: bool,
    ground: Ground,
}

impl Before {
    fn new(year: i32) -> Self {
        let (topic, aside_of_year, year_of_next, rank, trend) = (None, None, None, None, None);
        Self {
            topic,
            has_count: false,
            year,
            aside_of_year,
            year_of_next,
            rank,
            trend,
            is_share: false,
            is_part_of_part: false,
            ground: Ground::Firm,
        }
    }
}

struct ClauseReading<'r, 'k> {
    known: &'r Known<'k>,
    /// Whether the sentence says that someone had support, so that persons are clients.
    has_service: bool,
    before: Before,
    claims: Vec<Claim>,
}

impl ClauseReading<'_, '_> {
    fn clause(&mut self, clause: &Clause, next: Option<&Clause>) {
        let is_aside = matches!(clause.joint, Joint::Bracket | Joint::Against);
        if [Word::Unreal, Word::Elsewhere, Word::Average].iter().any(|word| clause.has(*word)) {
            self.before.ground = Ground::Unreal;
        }
        let year = self.year(clause);
        let parts = self.take_apart(clause, year);
        let is_unreal = self.before.ground == Ground::Unreal;
        // A part of what is not known, or what comes after an aside about another year.
        let is_of_unknown = clause.joint == Joint::Whereof && self.before.ground != Ground::Firm;
        let has_year = clause.years().next().is_some();
        let resumes =
            self.before.aside_of_year.is_some() && clause.joint == Joint::Comma && !has_year;
        let is_aside_of_year = clause.joint == Joint::When && year != self.known.reported;
        self.before.aside_of_year = is_aside_of_year.then_some(self.before.year);
        let later = clause.has(Word::Second) && clause.trend().is_some();
        // "Kvinnojouren tog emot 64 kvinnor och 51 män": what has no verb of its own goes on
        // with what is not known.
        let is_fragment = matches!(clause.joint, Joint::And | Joint::Comma)
            && self.before.ground == Ground::Open
            && !clause.has(Word::Verb)
            && !clause.has(Word::Service)
            && clause.trend().is_none();
        // "Av de nya är 20 kvinnor och 14 män": the men are of the new ones too.
        let goes_on = clause.joint != Joint::Start && !clause.has(Word::Clients);
        self.before.is_part_of_part =
            is_part_of_part(&parts) || (goes_on && self.before.is_part_of_part);
        let is_not_told = is_of_unknown
            || resumes
            || later
            || is_fragment
            || (self.before.is_part_of_part && goes_on)
            || next.is_some_and(|next| is_restricted_by(clause, next))
            || clause.is_of_other_years(self.known);
        if clause.is_open() || is_unreal || is_not_told {
            self.before.ground = if is_unreal { Ground::Unreal } else { Ground::Open };
            self.before.has_count = false;
            self.before.rank = None;
            if !matches!(clause.joint, Joint::Bracket) {
                self.before.topic = None;
            }
            return;
        }
        if clause.has(Word::ShareOf) {
            self.before.is_share = true;
        }
        let claimed = self.claims.len();
        let topic = self.topic(clause, &parts);
        self.read(clause, next, &parts, topic, year);
        let has_claimed = self.claims.len() > claimed;
        if has_claimed || topic.is_some() {
            self.before.ground = Ground::Firm;
        }
        if let Some(topic) = topic {
            self.before.topic = Some(topic);
        }
        // "jämfört med 2024, då antalet var 210": the next clause is about that year.
        let names_year = clause.has(Word::Time(When::Before)) || clause.years().next().is_some();
        let leads_on = clause.joint == Joint::Against && parts.numbers.is_empty() && names_year;
        if !is_aside && clause.joint != Joint::When {
            self.before.year = year;
        }
        let last = clause.terms.last().map(|term| term.sense);
        self.before.year_of_next = match last {
            // "samma volym som 2023, då 231 klienter var aktuella"
            Some(Sense::Year(year)) => Some(year),
            _ => leads_on.then_some(year),
        };
        let has_count = !parts.numbers.is_empty() && topic.is_some();
        self.before.has_count = has_count || (is_aside && self.before.has_count);
    }

    fn names_another_part(&self, clause: &Clause) -> bool {
        let before = self.before.topic.filter(|topic| matches!(topic, Topic::Part(..)));
        before.is_some()
            && clause.any(|sense| {
                matches!(sense, Sense::Topic(topic @ Topic::Part(..)) if Some(topic) != before)
            })
    }

    /// The year that a clause is about.
    fn year(&self, clause: &Clause) -> i32 {
        let led_to = self.before.year_of_next.filter(|_| clause.joint == Joint::When);
        let before = led_to.unwrap_or(self.before.year);
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
            (None, _) if is_before => before - 1,
            // "55 procent mot männens 45": another part, of the same year.
            (None, Joint::Against) if self.names_another_part(clause) => before,
            (None, Joint::Against) => before - 1,
            _ if clause.has(Word::Time(When::This)) => self.known.reported,
            _ => before,
        }
    }

    /// What a clause counts: what it names, or else what the clause before did.
    fn topic(&self, clause: &Clause, parts: &ClauseParts) -> Option<Topic> {
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
            CountedTopic::One(topic) => return Some(topic),
            CountedTopic::Several => return None,
            CountedTopic::None => {}
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
        // "151 individer (116 året innan) har haft kontakt med ett ombud"
        let is_main = clause.joint == Joint::Start && self.has_service;
        if names_persons && (is_main || clause.has(Word::Service) || clause.has(Word::InAll)) {
            return Some(CLIENTS);
        }
        if names_persons {
            return None;
        }
        if matches!(parts.whole, Some(topic) if topic == CLIENTS) && parts.numbers.is_empty() {
            return None;
        }
        let goes_on = clause.joint != Joint::Start || self.before.has_count;
        self.before
            .topic
            .filter(|_| goes_on && self.before.ground == Ground::Firm && parts.whole.is_none())
    }

    fn claim(&mut self, topic: Topic, year: i32, statement: Statement, tokens: Range<usize>) {
        self.claims.push(Claim { topic, year, statement, tokens });
    }

    fn read(
        &mut self,
        clause: &Clause,
        next: Option<&Clause>,
        parts: &ClauseParts,
        topic: Option<Topic>,
        year: i32,
    ) {
        // For each post or ombud: a ratio, which is no count.
        let is_ratio = parts.has(Word::Per) || parts.has(Word::Money(Purpose::PerPost));
        if is_ratio && !parts.numbers.is_empty() {
            return;
        }
        if self.order(parts, year)
            || self.rank(clause, parts, year)
            || self.majority(parts, topic, year)
        {
            return;
        }
        let trend = clause.trend().map(|(trend, _)| trend);
        if let Some(trend) = trend {
            if self.change(clause, next, parts, topic, trend, year) {
                return;
            }
        } else if self.goes_on_changing(clause, parts, topic) {
            return;
        } else if let (Some((trend, since)), Some(topic)) = (self.before.trend, topic)
            && matches!(clause.joint, Joint::Bracket | Joint::Which | Joint::Comma)
            && !self.before.is_share
            && let Some((by, tokens)) = only_per_cent(parts)
            && parts.topics.is_empty()
        {
            // "minskade med 21 (10 procent)".
            let statement = Statement::ChangePerCent { by, trend: Some(trend), since };
            self.claim(topic, year, statement, tokens);
            return;
        } else if let Some(topic) = topic
            && parts.has(Word::From)
            && parts.has(Word::To)
            && {
                let since = self.before.trend.map_or(year - 1, |(_, since)| since);
                self.span(parts, topic, self.before.is_share, since, year)
            }
        {
            // "gått från 4 till 6"
            return;
        }
        self.shares(clause, parts, topic, year);
        self.counts(clause, parts, topic, year);
    }
}

/// Whether what a clause counts is a part of a part: `fyra kvinnor i kön`.
fn is_part_of_part(parts: &ClauseParts) -> bool {
    let of_sex = |topic: &Topic| matches!(topic, Topic::Part(SEXES, _));
    let has_sex = parts.topics.iter().any(of_sex);
    let is_of_part = parts.whole.is_some_and(|whole| whole != CLIENTS && !of_sex(&whole));
    has_sex && (is_of_part || !parts.topics.iter().all(of_sex))
}

/// Whether a clause counts one sex and the next goes on with the other, and says of both
/// what no figure tells: `15 kvinnor och 10 män fick hjälp med bostad`.
fn is_restricted_by(clause: &Clause, next: &Clause) -> bool {
    let is_sex = |sense| matches!(sense, Sense::Topic(Topic::Part(SEXES, _)));
    let is_other = |sense| matches!(sense, Sense::Topic(topic) if !is_sex(Sense::Topic(topic)));
    let has_predicate = clause.has(Word::Verb) || clause.has(Word::Service);
    next.joint == Joint::And
        && !has_predicate
        && clause.any(is_sex)
        && next.any(is_sex)
        && (next.is_open() || next.any(is_other))
}

/// Whether a clause is no more than a number with its noun: `34 klienter`.
fn is_only_a_number(terms: &[Term]) -> bool {
    let mut senses = terms.iter().map(|term| term.sense);
    senses.all(|sense| {
        matches!(
            sense,
            Sense::Number(_)
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
