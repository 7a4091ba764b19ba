//! From the clauses of a sentence to claims about counts.

use std::ops::Range;

use super::claim::{ALL, Claim, Statement};
use super::clause::{Clause, Joint};
use super::known::{AT_END, AT_START, CLIENTS, CLOSED, Known, NEW, QUEUE, Topic};
use super::lexicon::{Trend, When, Word};
use super::stated::{ShareRange, Stated, WHOLE};
use super::terms::{Sense, Term};
use crate::measures::{CONTACT_ROUTES, SEXES};

/// The claims about counts in a sentence.
pub(super) fn claims(clauses: &[Clause], known: &Known<'_>) -> Vec<Claim> {
    let mut reading = Reading { known, before: Before::new(known.reported), claims: Vec::new() };
    if clauses.iter().any(|clause| clause.joint == Joint::Respectively) {
        reading.respectively(clauses);
        return reading.claims;
    }
    for (at, clause) in clauses.iter().enumerate() {
        let next = clauses.get(at + 1);
        reading.clause(clause, next);
    }
    reading.claims
}

/// What the clauses before have said.
struct Before {
    /// What they were about.
    topic: Option<Topic>,
    /// Whether they gave its count.
    has_count: bool,
    year: i32,
    /// The rank that they gave, with how many have been listed.
    rank: Option<(usize, bool)>,
    /// Which way it went, and since when.
    trend: Option<(Trend, i32)>,
    /// Whether they were about what is not known, or no fact.
    is_open: bool,
    /// Whether the sentence has turned to what is no fact.
    is_unreal: bool,
    /// Whether shares are spoken of: `andelen`.
    is_share: bool,
}

impl Before {
    fn new(year: i32) -> Self {
        Self {
            topic: None,
            has_count: false,
            year,
            rank: None,
            trend: None,
            is_open: false,
            is_unreal: false,
            is_share: false,
        }
    }
}

struct Reading<'r, 'k> {
    known: &'r Known<'k>,
    before: Before,
    claims: Vec<Claim>,
}

/// A clause taken apart.
struct Parts {
    /// Its terms but for those that name the whole.
    terms: Vec<Term>,
    /// What it is a part of: `av klienterna`.
    whole: Option<Topic>,
    /// What it counts.
    topics: Vec<Topic>,
    numbers: Vec<(usize, Stated)>,
    /// The whole clause.
    tokens: Range<usize>,
}

impl Parts {
    fn has(&self, word: Word) -> bool {
        self.terms.iter().any(|term| term.sense == Sense::Word(word))
    }

    fn sense(&self, at: usize) -> Option<Sense> {
        self.terms.get(at).map(|term| term.sense)
    }

    fn tokens_at(&self, at: usize) -> Range<usize> {
        self.terms.get(at).map_or(0..0, |term| term.tokens.clone())
    }

    fn any_year(&self) -> bool {
        self.terms.iter().any(|term| {
            matches!(
                term.sense,
                Sense::Year(_) | Sense::Years(..) | Sense::Word(Word::Time(When::Before))
            )
        })
    }

    fn find(&self, is_it: impl Fn(Sense) -> bool) -> Option<usize> {
        self.terms.iter().position(|term| is_it(term.sense))
    }
}

impl Reading<'_, '_> {
    fn clause(&mut self, clause: &Clause, next: Option<&Clause>) {
        let is_aside = matches!(clause.joint, Joint::Bracket | Joint::Against);
        self.before.is_unreal |=
            clause.has(Word::Unreal) || clause.has(Word::Elsewhere) || clause.has(Word::Average);
        let year = self.year(clause);
        let parts = self.take_apart(clause, year);
        if clause.is_open() || self.before.is_unreal {
            self.before.is_open = true;
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
            self.before.is_open = false;
        }
        if let Some(topic) = topic {
            self.before.topic = Some(topic);
        }
        if !is_aside {
            self.before.year = year;
        }
        self.before.has_count = parts.numbers.first().is_some() && topic.is_some()
            || (is_aside && self.before.has_count);
    }

    /// The year that a clause is about.
    fn year(&self, clause: &Clause) -> i32 {
        let before = self.before.year;
        let is_before = clause.has(Word::Time(When::Before));
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

    /// Finds `av (de 189) klienterna` and takes it out.
    fn take_apart(&mut self, clause: &Clause, year: i32) -> Parts {
        let mut terms = clause.terms.clone();
        let mut whole = None;
        if clause.joint == Joint::Whereof {
            whole = self.before.topic;
        }
        let mut at = 0;
        while at < terms.len() {
            if terms[at].sense == Sense::Word(Word::Part)
                && let Some((topic, number, end)) = self.whole_at(&terms, at + 1)
            {
                whole = topic;
                if let (Some(topic), Some((stated, tokens)), false) =
                    (topic, number, clause.is_open() && clause.has(Word::Unreal))
                {
                    self.claim(topic, year, Statement::Count(stated), tokens);
                }
                terms.drain(at..end);
                continue;
            }
            at += 1;
        }
        let mut topics: Vec<Topic> = Vec::new();
        for term in &terms {
            if let Sense::Topic(topic) = term.sense
                && !topics.contains(&topic)
            {
                topics.push(topic);
            }
        }
        let numbers = terms.iter().enumerate().filter_map(|(at, term)| match term.sense {
            Sense::Number(stated) => Some((at, stated)),
            _ => None,
        });
        let numbers = numbers.filter(|(at, _)| !counts_others(&terms, *at)).collect();
        let start = clause.terms.first().map_or(0, |term| term.tokens.start);
        let end = clause.terms.last().map_or(start, |term| term.tokens.end);
        Parts { terms, whole, topics, numbers, tokens: start..end }
    }

    /// What stands after `av`: all that are counted, perhaps with their number.
    #[expect(clippy::type_complexity, reason = "three parts of one place")]
    fn whole_at(
        &self,
        terms: &[Term],
        start: usize,
    ) -> Option<(Option<Topic>, Option<(Stated, Range<usize>)>, usize)> {
        const NEAR: usize = 5;
        let mut number = None;
        let mut topic = None;
        for at in start..(start + NEAR).min(terms.len()) {
            match terms.get(at)?.sense {
                Sense::Number(stated) if number.is_none() => {
                    number = Some((stated, terms.get(at)?.tokens.clone()))
                }
                Sense::Word(Word::Neutral | Word::InAll | Word::Time(When::This))
                | Sense::Filled => {}
                Sense::Topic(of) if topic.is_none() => topic = Some(of),
                Sense::Word(Word::Clients | Word::Persons | Word::Cases) => {
                    return Some((Some(topic.unwrap_or(CLIENTS)), number, at + 1));
                }
                Sense::Word(Word::They) => return Some((self.before.topic, None, at + 1)),
                _ => break,
            }
        }
        None
    }

    /// What a clause counts: what it names, or else what the clause before did.
    fn topic(&self, clause: &Clause, parts: &Parts) -> Option<Topic> {
        let names_clients = parts.has(Word::Clients);
        let names_persons = parts.has(Word::Persons) || parts.has(Word::Cases);
        match one_topic(&parts.topics) {
            Named::One(topic) => return Some(topic),
            Named::Several => return None,
            Named::None => {}
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
        self.before.topic.filter(|_| goes_on && !self.before.is_open && parts.whole.is_none())
    }

    fn claim(&mut self, topic: Topic, year: i32, statement: Statement, tokens: Range<usize>) {
        self.claims.push(Claim { topic, year, statement, tokens });
    }

    /// The year that a change is counted from.
    fn since(&self, parts: &Parts, next: Option<&Clause>, year: i32) -> i32 {
        let terms = || parts.terms.iter().enumerate();
        // "sedan 2023", "än 2024", "från 2023".
        for (at, term) in terms() {
            if let Sense::Year(since) = term.sense {
                let before = (at.saturating_sub(2)..at).filter_map(|at| parts.sense(at));
                let is_since = before.into_iter().any(|sense| {
                    matches!(sense, Sense::Word(Word::Since | Word::Than | Word::From))
                });
                if is_since && since != year {
                    return since;
                }
            }
            if let Sense::Years(since, _) = term.sense {
                return since;
            }
        }
        if let Some(next) = next.filter(|next| next.joint == Joint::Against)
            && let Some(since) = next.years().next()
        {
            return since;
        }
        year - 1
    }

    /// The year of a trend: not the one that it is counted from.
    fn year_of_trend(&self, parts: &Parts, year: i32) -> i32 {
        let is_base = |at: usize| {
            (at.saturating_sub(2)..at)
                .filter_map(|at| parts.sense(at))
                .any(|sense| matches!(sense, Sense::Word(Word::Since | Word::Than | Word::From)))
        };
        let years: Vec<(usize, i32)> = parts
            .terms
            .iter()
            .enumerate()
            .filter_map(|(at, term)| match term.sense {
                Sense::Year(year) => Some((at, year)),
                Sense::Years(_, year) => Some((at, year)),
                _ => None,
            })
            .collect();
        let own = years.iter().find(|(at, _)| !is_base(*at)).map(|(_, year)| *year);
        match own {
            Some(own) => own,
            None if years.is_empty() && parts.has(Word::Time(When::Before)) => self.before.year,
            None if years.is_empty() => year,
            None => self.before.year,
        }
    }

    fn read(
        &mut self,
        clause: &Clause,
        next: Option<&Clause>,
        parts: &Parts,
        topic: Option<Topic>,
        year: i32,
    ) {
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
        }
        self.shares(clause, parts, topic, year);
        self.counts(clause, parts, topic, year);
    }

    /// `fler kvinnor än män`, `lika många kvinnor som män`.
    fn order(&mut self, parts: &Parts, year: i32) -> bool {
        let [one, other] = parts.topics.as_slice() else { return false };
        let (Topic::Part(a, _), Topic::Part(b, _)) = (*one, *other) else { return false };
        if a != b || !parts.numbers.is_empty() {
            return false;
        }
        let trend = parts.terms.iter().find_map(|term| match term.sense {
            Sense::Word(Word::Trend(trend @ (Trend::More | Trend::Fewer))) => Some(trend),
            Sense::Word(Word::AsMany) => Some(Trend::Same),
            Sense::Word(Word::Rank { is_least }) if parts.has(Word::Than) => {
                Some(if is_least { Trend::Fewer } else { Trend::More })
            }
            _ => None,
        });
        let Some(trend) = trend.filter(|trend| *trend == Trend::Same || parts.has(Word::Than))
        else {
            return false;
        };
        self.claim(*one, year, Statement::Order { other: *other, trend }, parts.tokens.clone());
        true
    }

    /// `vanligast är …`, `flest klienter kom från …`.
    fn rank(&mut self, clause: &Clause, next: Option<&Clause>, parts: &Parts, year: i32) -> bool {
        let rank = parts.find(|sense| matches!(sense, Sense::Word(Word::Rank { .. })));
        let is_second = parts.has(Word::Second);
        let parts_named: Vec<Topic> =
            parts.topics.iter().copied().filter(|topic| matches!(topic, Topic::Part(..))).collect();
        let place = match (rank, self.before.rank) {
            (Some(at), _) => {
                let Some(Sense::Word(Word::Rank { is_least })) = parts.sense(at) else {
                    return false;
                };
                let place = if is_second {
                    2
                } else if parts.has(Word::Third) {
                    3
                } else {
                    1
                };
                Some((place, is_least))
            }
            // "följt av Bostad": the next place.
            (None, Some((place, is_least))) if is_second && !parts_named.is_empty() => {
                Some((place + 1, is_least))
            }
            _ => None,
        };
        let Some((place, is_least)) = place else {
            // "Vanligast är Ekonomi och Bostad": those that are listed share the first places.
            return false;
        };
        let others = parts.topics.iter().any(|topic| !matches!(*topic, Topic::Part(..) | NEW));
        let [topic] = parts_named.as_slice() else {
            return rank.is_some() && parts.numbers.is_empty();
        };
        if others {
            return true;
        }
        let listed = 1 + usize::from(next.is_some_and(|next| {
            matches!(next.joint, Joint::And | Joint::Comma)
                && !next.has(Word::Second)
                && next.any(|sense| matches!(sense, Sense::Topic(Topic::Part(..))))
                && !next.any(|sense| matches!(sense, Sense::Number(_) | Sense::PerCent(_)))
        }));
        let range = match rank {
            Some(at) => parts.tokens_at(at).start.min(clause.tokens(0..1).start)..parts.tokens.end,
            None => parts.tokens.clone(),
        };
        self.claim(*topic, year, Statement::Rank { place, listed, is_least }, range);
        self.before.rank = Some((place, is_least));
        // What is counted beside it: "flest, 76, bodde på Södermalm".
        if let [(at, stated)] = parts.numbers.as_slice() {
            self.claim(*topic, year, Statement::Count(*stated), parts.tokens_at(*at));
        }
        if let Some((by, tokens)) = only_per_cent(parts)
            && let Some(of) = parts.whole.or(Known::whole(*topic))
        {
            self.claim(*topic, year, Statement::Share { of, range: ShareRange::of(by) }, tokens);
        }
        true
    }

    /// `kvinnor är i majoritet`, `könsfördelningen är jämn`.
    fn majority(&mut self, parts: &Parts, topic: Option<Topic>, year: i32) -> bool {
        let most = parts.terms.iter().find_map(|term| match term.sense {
            Sense::Word(Word::InMajority { is_most }) => Some(is_most),
            _ => None,
        });
        if let (Some(is_most), Some(topic)) = (most, topic)
            && let Some(of) = Known::whole(topic)
        {
            let range = if is_most {
                ShareRange { from: 501, to: WHOLE }
            } else {
                ShareRange { from: 0, to: 499 }
            };
            self.claim(topic, year, Statement::Share { of, range }, parts.tokens.clone());
            return true;
        }
        if parts.has(Word::AsMany) && parts.has(Word::Division(SEXES)) && parts.topics.is_empty() {
            let women = self.known.parts_of(SEXES).next();
            if let Some(women) = women {
                let range = ShareRange::around(500, 55);
                self.claim(
                    women,
                    year,
                    Statement::Share { of: CLIENTS, range },
                    parts.tokens.clone(),
                );
            }
            return true;
        }
        false
    }

    /// Claims of more or fewer. Tells whether the clause says no more than that.
    fn change(
        &mut self,
        clause: &Clause,
        next: Option<&Clause>,
        parts: &Parts,
        topic: Option<Topic>,
        trend: Trend,
        year: i32,
    ) -> bool {
        let Some(topic) = topic else { return true };
        let year = self.year_of_trend(parts, year);
        let since = self.since(parts, next, year);
        let is_share =
            (clause.has(Word::ShareOf) || self.before.is_share) && Known::whole(topic).is_some();
        let trend_at =
            parts.find(|sense| matches!(sense, Sense::Word(Word::Trend(_)))).unwrap_or_default();
        let tokens = parts.tokens_at(trend_at);
        self.before.trend = Some((trend, since));
        self.before.is_share = is_share;
        let way = Some(trend).filter(|trend| matches!(trend, Trend::More | Trend::Fewer));
        let mut has_size = false;
        for (at, term) in parts.terms.iter().enumerate() {
            let by = match term.sense {
                Sense::Number(stated) if is_by(parts, at, trend_at) => {
                    Statement::ChangeBy { by: stated, trend: way, since }
                }
                Sense::PerCent(by) if !is_share && is_by(parts, at, trend_at) => {
                    Statement::ChangePerCent { by, trend: way, since }
                }
                Sense::Points(by) => Statement::ChangePoints { by, trend: way, since },
                _ => continue,
            };
            has_size = true;
            self.claim(topic, year, by, term.tokens.clone());
        }
        let ends = self.from_and_to(parts, topic, is_share, since, year);
        if has_size && !ends {
            return true;
        }
        if let Some(times) = times_in_a_row(parts) {
            self.claim(topic, year, Statement::InARow { trend, times }, tokens);
            return true;
        }
        let is_every_year = parts.has(Word::EveryYear);
        if is_every_year && !parts.any_year() {
            let statement = Statement::EveryYear { trend, since: self.known.first_year };
            self.claim(topic, year, statement, tokens);
            return true;
        }
        if is_every_year {
            self.claim(topic, year, Statement::EveryYear { trend, since }, tokens);
            return true;
        }
        let roughly = parts.has(Word::Roughly)
            || parts.terms.iter().any(|term| matches!(term.sense, Sense::Word(Word::Rounded(_))));
        let statement = if is_share {
            Statement::ShareTrend { trend, since, roughly }
        } else {
            Statement::Trend { trend, since, roughly }
        };
        self.claim(topic, year, statement, tokens);
        // "minskade till 189", "189 klienter, färre än året innan".
        if !ends && let [(at, stated)] = parts.numbers.as_slice() {
            self.claim(topic, year, Statement::Count(*stated), parts.tokens_at(*at));
        }
        true
    }

    /// `från 210 till 189`, `från 54 till 55 procent`.
    fn from_and_to(
        &mut self,
        parts: &Parts,
        topic: Topic,
        is_share: bool,
        since: i32,
        year: i32,
    ) -> bool {
        let mut found = false;
        let stated = |at: usize| match parts.sense(at) {
            Some(Sense::Number(stated) | Sense::PerCent(stated)) => Some(stated),
            _ => None,
        };
        let is_per_cent = parts.terms.iter().any(|term| matches!(term.sense, Sense::PerCent(_)));
        for at in 0..parts.terms.len() {
            let (year, word) = match parts.sense(at) {
                Some(Sense::Word(Word::From)) => (since, at + 1),
                Some(Sense::Word(Word::To)) => (year, at + 1),
                _ => continue,
            };
            let Some(number) = stated(word) else { continue };
            found = true;
            let tokens = parts.tokens_at(word);
            match Known::whole(topic) {
                Some(of) if is_share || is_per_cent => {
                    let range = ShareRange::of(number);
                    self.claim(topic, year, Statement::Share { of, range }, tokens);
                }
                _ if !is_per_cent => self.claim(topic, year, Statement::Count(number), tokens),
                _ => {}
            }
        }
        found
    }

    /// `55 procent av klienterna var kvinnor`, `hälften var nya`, `samtliga klienter är …`.
    fn shares(&mut self, clause: &Clause, parts: &Parts, topic: Option<Topic>, year: i32) {
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
            self.claim(topic, year, Statement::Count(Stated::whole(0)), tokens.clone());
            return;
        }
        if let Some(of) = of.filter(|of| *of != topic) {
            self.claim(topic, year, Statement::Share { of, range: *range }, tokens.clone());
        }
    }

    /// `189 klienter`, `86 var nya`.
    fn counts(&mut self, clause: &Clause, parts: &Parts, topic: Option<Topic>, year: i32) {
        let (Some(topic), [(at, stated)]) = (topic, parts.numbers.as_slice()) else { return };
        // A part of a part is not known.
        if let Some(whole) = parts.whole
            && (parts.topics.is_empty() || Known::whole(topic) != Some(whole))
            && topic != QUEUE
        {
            return;
        }
        let has_noun = parts.has(Word::Clients)
            || parts.has(Word::Persons)
            || parts.has(Word::Cases)
            || !parts.topics.is_empty();
        // "189 (210)": the year before in brackets.
        let in_brackets = clause.joint == Joint::Bracket && !has_noun;
        let year = match in_brackets && self.before.has_count && !parts.any_year() {
            true => year - 1,
            false => year,
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
        self.claim(topic, year, Statement::Count(*stated), parts.tokens_at(*at));
    }

    /// `Kvinnorna och männen var 104 respektive 85`.
    fn respectively(&mut self, clauses: &[Clause]) {
        if clauses.iter().any(Clause::is_open) {
            return;
        }
        let terms = || clauses.iter().flat_map(|clause| &clause.terms);
        let topics: Vec<Topic> = terms()
            .filter_map(|term| match term.sense {
                Sense::Topic(topic) => Some(topic),
                _ => None,
            })
            .collect();
        let counts: Vec<(&Term, Stated)> = terms()
            .filter_map(|term| match term.sense {
                Sense::Number(stated) => Some((term, stated)),
                _ => None,
            })
            .collect();
        let shares: Vec<(&Term, Stated)> = terms()
            .filter_map(|term| match term.sense {
                Sense::PerCent(stated) => Some((term, stated)),
                _ => None,
            })
            .collect();
        let years: Vec<i32> = clauses.iter().flat_map(Clause::years).collect();
        let year = self.known.reported;
        if let [topic] = topics.as_slice()
            && years.len() == counts.len()
            && shares.is_empty()
        {
            for (year, (term, stated)) in years.iter().zip(&counts) {
                self.claim(*topic, *year, Statement::Count(*stated), term.tokens.clone());
            }
            return;
        }
        let year = match years.as_slice() {
            [] => year,
            [year] => *year,
            _ => return,
        };
        if topics.len() == counts.len() && shares.is_empty() {
            for (topic, (term, stated)) in topics.iter().zip(&counts) {
                self.claim(*topic, year, Statement::Count(*stated), term.tokens.clone());
            }
        } else if !shares.is_empty() && topics.len() == shares.len() + counts.len() {
            // "55 respektive 45 procent": the unit stands once.
            let all = counts.iter().chain(&shares);
            for (topic, (term, stated)) in topics.iter().zip(all) {
                if let Some(of) = Known::whole(*topic) {
                    let range = ShareRange::of(*stated);
                    self.claim(*topic, year, Statement::Share { of, range }, term.tokens.clone());
                }
            }
        }
    }
}

/// What a clause counts, by all that it names.
enum Named {
    None,
    One(Topic),
    /// Those that are one and the other, which no figure counts.
    Several,
}

fn one_topic(topics: &[Topic]) -> Named {
    let is_time = |topic: &Topic| matches!(*topic, AT_START | AT_END);
    match topics {
        [] => Named::None,
        [topic] => Named::One(*topic),
        // The queue is counted at the end of the year, and new clients have a route.
        [QUEUE, end] | [end, QUEUE] if is_time(end) => Named::One(QUEUE),
        [NEW, route @ Topic::Part(CONTACT_ROUTES, _)]
        | [route @ Topic::Part(CONTACT_ROUTES, _), NEW] => Named::One(*route),
        [CLOSED, end] | [end, CLOSED] if is_time(end) => Named::Several,
        _ => Named::Several,
    }
}

/// Whether a number counts what are no clients: `fyra ombud`, `tre möten`.
fn counts_others(terms: &[Term], at: usize) -> bool {
    let next = terms.iter().skip(at + 1).map(|term| term.sense).find(|sense| {
        !matches!(sense, Sense::Word(Word::Neutral | Word::Trend(_) | Word::InAll | Word::All))
    });
    let direct = terms.get(at + 1).map(|term| term.sense);
    let is_other = |sense| {
        matches!(
            sense,
            Some(
                Sense::Word(
                    Word::Posts
                        | Word::Ombud
                        | Word::SteeringGroup
                        | Word::Meetings
                        | Word::Shortcomings
                        | Word::Boards
                        | Word::Division(_)
                        | Word::Service
                        | Word::Money(_)
                ) | Sense::Unknown
            )
        )
    };
    is_other(direct)
        || (is_other(next) && matches!(direct, Some(Sense::Word(Word::Neutral))) && false)
}

/// The one number of per cent of a clause.
fn only_per_cent(parts: &Parts) -> Option<(Stated, Range<usize>)> {
    let mut all = parts.terms.iter().filter_map(|term| match term.sense {
        Sense::PerCent(stated) => Some((stated, term.tokens.clone())),
        _ => None,
    });
    let first = all.next()?;
    (all.next().is_none()).then_some(first)
}

/// Whether a number says by how much: `minskade med 21`, `21 färre`, `21 klienter färre`.
fn is_by(parts: &Parts, at: usize, trend_at: usize) -> bool {
    let sense = |at: usize| parts.sense(at);
    let before = at.checked_sub(1).and_then(sense);
    let is_noun = |sense| {
        matches!(
            sense,
            Some(
                Sense::Word(Word::Clients | Word::Persons | Word::Cases | Word::Neutral)
                    | Sense::Topic(_)
            )
        )
    };
    if matches!(before, Some(Sense::Word(Word::By))) && trend_at < at {
        return true;
    }
    if at < trend_at {
        let between = (at + 1..trend_at).all(|at| is_noun(sense(at)));
        // "21 färre", but not "189 klienter har minskat".
        let is_adjective = trend_at - at <= 2;
        return between && is_adjective;
    }
    // "minskade 10 procent", "en minskning på 21".
    at == trend_at + 1 || (at == trend_at + 2 && matches!(before, Some(Sense::Word(Word::Neutral))))
}

/// `för tredje året i rad`, `tre år i rad`.
fn times_in_a_row(parts: &Parts) -> Option<usize> {
    let at = parts.find(|sense| sense == Sense::Word(Word::InARow))?;
    match at.checked_sub(1).and_then(|at| parts.sense(at))? {
        Sense::Word(Word::Third) => Some(3),
        Sense::Number(stated) => usize::try_from(stated.as_whole()?).ok(),
        Sense::Word(Word::Neutral) => Some(2),
        Sense::Share(_) => None,
        _ => None,
    }
}
