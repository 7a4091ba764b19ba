//! From the clauses of a sentence to claims about counts.

mod change;
mod listed;
mod number;
mod parts;
mod rank;

use std::ops::Range;

use super::claim::{Claim, Statement};
use super::clause::{Clause, Joint};
use super::known::{CLIENTS, Known, Topic};
use super::lexicon::{Purpose, Trend, When, Word};
use super::terms::Sense;
use listed::names_something;
use number::only_per_cent;
use parts::{ClauseParts, CountedTopic, one_topic};

/// The claims about counts in a sentence.
pub(super) fn claims(clauses: &[Clause], known: &Known<'_>) -> Vec<Claim> {
    let mut reading =
        ClauseReading { known, before: Before::new(known.reported), claims: Vec::new() };
    if clauses.iter().any(|clause| clause.joint == Joint::Respectively) {
        reading.respectively(clauses);
        return reading.claims;
    }
    let named = clauses.iter().position(names_something).unwrap_or(clauses.len());
    reading.nameless(clauses.get(..named).unwrap_or_default());
    reading.before = Before::new(known.reported);
    for (at, clause) in clauses.iter().enumerate() {
        let next = clauses.get(at + 1);
        reading.clause(clause, next);
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
    /// The rank that they gave, and whether it is counted from the last.
    rank: Option<(usize, bool)>,
    /// Which way it went, and since when.
    trend: Option<(Trend, i32)>,
    /// Whether shares are spoken of: `andelen`.
    is_share: bool,
    ground: Ground,
}

impl Before {
    fn new(year: i32) -> Self {
        let (topic, rank, trend) = (None, None, None);
        Self { topic, has_count: false, year, rank, trend, is_share: false, ground: Ground::Firm }
    }
}

struct ClauseReading<'r, 'k> {
    known: &'r Known<'k>,
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
        if clause.is_open() || is_unreal {
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
        // "jämfört med 2024, då antalet var 210": what follows is about that year.
        let leads_to_another_year = clause.joint == Joint::Against
            && parts.numbers.is_empty()
            && clause.years().next().is_some();
        if !is_aside || leads_to_another_year {
            self.before.year = year;
        }
        let has_count = !parts.numbers.is_empty() && topic.is_some();
        self.before.has_count = has_count || (is_aside && self.before.has_count);
    }

    /// The year that a clause is about.
    fn year(&self, clause: &Clause) -> i32 {
        let before = self.before.year;
        let is_before = clause.has(Word::Time(When::Before));
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
        let mut years = clause.years();
        match (years.next(), clause.joint) {
            (Some(year), _) if is_before => year,
            (Some(year), _) => year,
            (None, _) if is_before => before - 1,
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
            CountedTopic::One(topic) => return Some(topic),
            CountedTopic::Several => return None,
            CountedTopic::None => {}
        }
        // "Ekonomiskt bistånd (96 klienter)": in brackets stands who was named before.
        let of_part = self
            .before
            .topic
            .filter(|topic| matches!(topic, Topic::Part(..)) && !self.before.has_count);
        if clause.joint == Joint::Bracket && (names_clients || names_persons) && of_part.is_some() {
            return of_part;
        }
        if names_clients {
            return Some(CLIENTS);
        }
        if names_persons && (clause.has(Word::Service) || clause.has(Word::InAll)) {
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
            || self.rank(clause, next, parts, year)
            || self.majority(parts, topic, year)
        {
            return;
        }
        let trend = clause.trend().map(|(trend, _)| trend);
        if let Some(trend) = trend {
            if self.change(clause, next, parts, topic, trend, year) {
                return;
            }
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
            && self.span(parts, topic, self.before.is_share, year - 1, year)
        {
            // "gått från 4 till 6"
            return;
        }
        // "De flesta kom via A eller B": of one alone nothing is said.
        let is_shared = |topic: &Topic| {
            next.is_some_and(|next| next.joint == Joint::And && next.any(|sense| matches!((sense, topic), (Sense::Topic(Topic::Part(other, _)), Topic::Part(own, _)) if other == *own)) && !next.any(|sense| matches!(sense, Sense::Number(_) | Sense::PerCent(_) | Sense::Share(_))))
        };
        if !topic.is_some_and(|topic| is_shared(&topic)) {
            self.shares(clause, parts, topic, year);
        }
        self.counts(clause, parts, topic, year);
    }
}
