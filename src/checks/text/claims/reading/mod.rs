//! From the clauses of a sentence to claims about counts.

mod before;
mod change;
mod listed;
mod number;
mod parts;
mod rank;
mod topic;

use std::ops::Range;

use super::claim::{Claim, Statement};
use super::clause::{Clause, Joint};
use super::known::{CLIENTS, Known, QUEUE, Topic};
use super::lexicon::{Purpose, Trend, When, Word};
use super::terms::{Sense, Term};
use crate::measures::SEXES;
use before::{Before, Ground};
use change::{goes_on_to_now, named_since, years_of_span};
use listed::names_something;
use number::only_per_cent;
use parts::ClauseParts;
use topic::is_only_a_number;

/// The claims about counts in a sentence, and what it has counted last. What the sentence
/// before counted is what `det är 21 färre` is about.
pub(super) fn claims(
    clauses: &[Clause],
    known: &Known<'_>,
    of_sentence_before: Option<Topic>,
) -> (Vec<Claim>, Option<Topic>) {
    // "Tre kvinnor arbetar som ombud", "16 personer sökte stöd men fick nej": no clients.
    let are_others = |clause: &Clause| clause.has(Word::AsOmbud) || clause.has(Word::Refused);
    if clauses.iter().any(are_others) {
        return (Vec::new(), None);
    }
    let says_so = |clause: &Clause| {
        [Word::Service, Word::Ongoing, Word::AtOneTime].iter().any(|word| clause.has(*word))
    };
    let has_service = clauses.iter().any(says_so);
    let before = Before::new(known.reported);
    let names_queue = clauses.iter().any(|clause| clause.any(|sense| sense == Sense::Topic(QUEUE)));
    let mut reading = ClauseReading { known, has_service, names_queue, before, claims: Vec::new() };
    if clauses.iter().any(|clause| clause.joint == Joint::Respectively) {
        reading.respectively(clauses);
        return (reading.claims, None);
    }
    let refers_back = clauses.first().is_some_and(refers_back);
    let named = clauses.iter().position(names_something).unwrap_or(clauses.len());
    let named = if refers_back { 0 } else { named };
    let (nameless, clauses) = clauses.split_at(named);
    let meant = reading.nameless(nameless);
    reading.before = Before::new(known.reported);
    if let Some(topic) = of_sentence_before.filter(|_| refers_back) {
        reading.before.topic = Some(topic);
        reading.before.has_count = true;
    }
    if let Some(topic) = meant {
        reading.before.topic = Some(topic);
        reading.before.has_count = true;
    } else {
        for (at, clause) in nameless.iter().enumerate() {
            reading.clause(clause, nameless.get(at + 1).or(clauses.first()));
        }
    }
    let mut clauses = clauses.iter().peekable();
    while let Some(clause) = clauses.next() {
        let next = clauses.peek().copied();
        if next.is_some_and(|next| reading.is_span_in_brackets(clause, next)) {
            clauses.next();
            continue;
        }
        reading.clause(clause, next);
    }
    let is_told = reading.before.ground == Ground::Firm && !reading.claims.is_empty();
    let topic = reading.before.topic.filter(|_| is_told && !reading.before.mentioned.has_several);
    (reading.claims, topic)
}

/// Whether a sentence begins with what the one before was about: `Det är 21 färre`.
fn refers_back(first: &Clause) -> bool {
    let names = |sense| {
        matches!(sense, Sense::Topic(_) | Sense::Word(Word::Clients | Word::Persons | Word::Cases))
    };
    first.joint == Joint::Which && !first.any(names)
}

struct ClauseReading<'r, 'k> {
    known: &'r Known<'k>,
    /// Whether the sentence says that someone had support, so that persons are clients.
    has_service: bool,
    /// Whether the sentence is about those who wait, so that persons may be they.
    names_queue: bool,
    before: Before,
    claims: Vec<Claim>,
}

impl ClauseReading<'_, '_> {
    fn clause(&mut self, clause: &Clause, next: Option<&Clause>) {
        let mut year = self.year(clause);
        // "mot 52 kvinnor och 43 män året före": both are of the year before.
        let is_before = |next: &Clause| {
            let joined = next.joint == Joint::And && next.trend().is_none();
            joined && next.any(|sense| sense == Sense::Word(Word::Time(When::Before)))
        };
        let names_time = |clause: &Clause| {
            clause.any(|sense| matches!(sense, Sense::Year(_) | Sense::Word(Word::Time(_))))
        };
        if clause.joint == Joint::Against && !names_time(clause) && next.is_some_and(is_before) {
            year = self.before.year - 1;
        }
        // "en färre än året före (56 mot 57)": this year's stands first.
        if clause.joint == Joint::Bracket && next.is_some_and(|next| next.joint == Joint::Against) {
            self.before.mentioned.ends_with_year = false;
        }
        self.read_clause(clause, next, year);
        let before = clause.any(|sense| sense == Sense::Word(Word::Time(When::Before)));
        let named = clause.years().last().or_else(|| before.then_some(self.before.year - 1));
        if named.is_some() {
            self.before.mentioned.last_year = named;
        }
        self.before.mentioned.ends_with_year = clause.terms.last().is_some_and(|last| {
            matches!(last.sense, Sense::Year(_) | Sense::Word(Word::Time(When::Before)))
        });
    }

    fn read_clause(&mut self, clause: &Clause, next: Option<&Clause>, year: i32) {
        let is_aside = matches!(clause.joint, Joint::Bracket | Joint::Against);
        if [Word::Unreal, Word::Elsewhere, Word::Average].iter().any(|word| clause.has(*word)) {
            self.before.ground = Ground::Unreal;
        }
        let parts = self.take_apart(clause, year);
        let year = years_of_span(&parts).map_or(year, |(_, last)| last);
        let is_unreal = self.before.ground == Ground::Unreal;
        // A part of what is not known, or what comes after an aside about another year.
        let is_of_unknown = clause.joint == Joint::Whereof && self.before.ground != Ground::Firm;
        let has_year = clause.years().next().is_some();
        let resumes =
            self.before.aside_of_year.is_some() && clause.joint == Joint::Comma && !has_year;
        // "…, som 2024 hade färre klienter, …" is an aside as well.
        let is_relative = clause.joint == Joint::Comma
            && clause.terms.first().is_some_and(|term| term.sense == Sense::Word(Word::Who));
        let is_aside_of_year =
            (clause.joint == Joint::When || is_relative) && year != self.known.reported;
        // "2024, då 113 kvinnor och 97 män hade ombud": the men are that year's too.
        let is_in_aside = clause.joint == Joint::And && self.before.aside_of_year == Some(year);
        let is_aside_of_year = is_aside_of_year || is_in_aside;
        self.before.aside_of_year = is_aside_of_year.then_some(year);
        let later = clause.has(Word::Second) && clause.trend().is_some();
        // "har stigit, till 47 och därefter 49": which year the first is of is not said.
        let is_first_of_several = self.before.ranking.place.is_none()
            && self.before.trend.is_some()
            && clause.trend().is_none()
            && next.is_some_and(|next| {
                let goes_on = next.joint == Joint::And && next.has(Word::To);
                next.has(Word::Second) || (goes_on && next.has(Word::Since))
            });
        let ways = |trend| clause.has(Word::Trend(trend));
        let has_two_ways = ways(Trend::More) && ways(Trend::Fewer);
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
            || is_first_of_several
            // "Egen kontakt och psykiatrin svarade tillsammans för hälften": a sum of parts.
            || (clause.has(Word::InAll)
                && clause.joint == Joint::And
                && self.before.mentioned.only_named.is_some())
            // "… den största ökningen, elva klienter": the number is of the change.
            || (self.before.mentioned.largest_change && is_only_a_number(&parts.terms))
            // "Leyla Ekdahl, som har 50 klienter"
            || (is_relative && self.before.ground == Ground::Open && clause.has(Word::Clients))
            || has_two_ways
            || is_fragment
            || (self.before.is_part_of_part && goes_on)
            || next.is_some_and(|next| is_restricted_by(clause, next))
            || clause.is_of_other_years(self.known);
        if clause.is_open() || is_unreal || is_not_told {
            self.before.ground = if is_unreal { Ground::Unreal } else { Ground::Open };
            self.before.has_count = false;
            self.before.ranking.place = None;
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
        self.both(clause, &parts, topic, year);
        self.read(clause, next, &parts, topic, year);
        let has_claimed = self.claims.len() > claimed;
        if has_claimed || topic.is_some() {
            self.before.ground = Ground::Firm;
        }
        if let Some(topic) = topic {
            self.before.mentioned.has_several |=
                self.before.topic.is_some_and(|before| before != topic);
            self.before.topic = Some(topic);
        } else if parts.topics.len() > 1 && !parts.has(Word::Passed) {
            self.before.topic = None;
        } else if let ([compared @ Topic::Figure(_)], true) =
            (parts.topics.as_slice(), parts.compares_with_topic())
        {
            // "fler avslutades än som tillkom (33)"
            self.before.topic = Some(*compared);
        }
        if !is_aside && clause.joint != Joint::When && !is_aside_of_year {
            self.before.year = year;
        }
        self.before.mentioned.largest_change =
            clause.trend().is_some() && parts.find(is_rank).is_some();
        let has_count = !parts.numbers.is_empty() && topic.is_some();
        self.before.has_count = has_count || (is_aside && self.before.has_count);
    }

    /// `(12 mot 23)` after a change: usually the later number stands first, but here it is
    /// the earlier one, as the figures show.
    fn is_span_in_brackets(&self, clause: &Clause, next: &Clause) -> bool {
        let number = |clause: &Clause| match clause.terms.as_slice() {
            [Term { sense: Sense::Number(stated), .. }] => stated.as_whole(),
            _ => None,
        };
        let (Some(topic), Some((_, since))) = (self.before.topic, self.before.trend) else {
            return false;
        };
        (clause.joint, next.joint) == (Joint::Bracket, Joint::Against)
            && number(clause).is_some_and(|first| self.known.count(topic, since) == Some(first))
            && number(next)
                .is_some_and(|last| self.known.count(topic, self.before.year) == Some(last))
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
        // "en fjärdedel av tjänsten": a part of what are no clients.
        if parts.is_share_of_others() {
            return;
        }
        // "passerade hundra klienter": when in the year is not said.
        if parts.has(Word::Passed) && parts.any_number() {
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
        {
            // "gått från 4 till 6"
            let before = self.before.trend.map(|(_, since)| since);
            let since = named_since(parts, next, year).or(before).unwrap_or(year - 1);
            let back = i32::from(goes_on_to_now(parts, next));
            if self.span(parts, topic, self.before.is_share, since - back, year - back) {
                if let Some((since, _)) = years_of_span(parts) {
                    self.before.trend = Some((Trend::Changed, since));
                }
                return;
            }
        }
        self.queue(clause, parts, year);
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

fn is_rank(sense: Sense) -> bool {
    matches!(sense, Sense::Word(Word::Rank { .. }))
}
