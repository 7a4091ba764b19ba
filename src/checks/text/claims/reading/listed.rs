//! Numbers that stand apart from what they count.

use std::ops::Range;

use super::super::claim::Statement;
use super::super::clause::{Clause, Joint};
use super::super::known::{Known, Topic};
use super::super::lexicon::Word;
use super::super::stated::{ShareRange, Stated};
use super::super::terms::{Sense, Term};
use super::ClauseReading;
use super::before::Before;
use super::parts::counts_others;
use crate::measures::MEASURES;

impl ClauseReading<'_, '_> {
    /// `189 under 2025 jämfört med 210 året innan`: nothing says what is counted, but one of
    /// the numbers is a figure's, and the others are said of its other years.
    pub(super) fn nameless(&mut self, clauses: &[Clause]) -> Option<Topic> {
        if clauses.iter().any(Clause::is_open) {
            return None;
        }
        let mut numbers: Vec<(i32, Stated, Range<usize>)> = Vec::new();
        self.before = Before::new(self.known.reported);
        for clause in clauses {
            let year = match clause.joint {
                Joint::Bracket if !clause.any(|sense| matches!(sense, Sense::Year(_))) => {
                    self.before.year - 1
                }
                _ => self.year(clause),
            };
            let found = clause.terms.iter().enumerate().filter_map(|(at, term)| match term.sense {
                Sense::Number(stated) if !counts_others(&clause.terms, at) => {
                    Some((year, stated, term.tokens.clone()))
                }
                _ => None,
            });
            numbers.extend(found);
        }
        let years: Vec<i32> = numbers.iter().map(|(year, ..)| *year).collect();
        if years.len() < 2 || years.iter().all(|year| Some(year) == years.first()) {
            return None;
        }
        let agreeing = |topic: Topic| {
            let agrees = |(year, stated, _): &&(i32, Stated, Range<usize>)| {
                self.known
                    .count(topic, *year)
                    .is_some_and(|count| stated.agrees(count.saturating_mul(100)))
            };
            numbers.iter().filter(agrees).count()
        };
        let topics: Vec<(Topic, usize)> = MEASURES
            .iter()
            .map(|measure| Topic::Figure(measure.key))
            .map(|topic| (topic, agreeing(topic)))
            .collect();
        let most = topics.iter().map(|(_, agreeing)| *agreeing).max().unwrap_or_default();
        let mut meant = topics.iter().filter(|(_, agreeing)| *agreeing == most);
        let (Some((topic, 1..)), None) = (meant.next(), meant.next()) else { return None };
        for (year, stated, tokens) in numbers {
            self.claim(*topic, year, Statement::Count(stated), tokens);
        }
        Some(*topic)
    }

    /// `Kvinnorna och männen var 104 respektive 85`.
    pub(super) fn respectively(&mut self, clauses: &[Clause]) {
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
        // "Männen och kvinnorna ökade med tio respektive sju.", but "… är vanligare än …, 26
        // respektive 23 klienter".
        let has = |word| clauses.iter().any(|clause| clause.has(word));
        let compares = has(Word::Than) && !has(Word::By);
        let trend = clauses.iter().find_map(Clause::trend);
        if let Some((trend, _)) = trend.filter(|_| !compares) {
            if topics.len() == counts.len() && shares.is_empty() && years.is_empty() {
                for (topic, (term, by)) in topics.iter().zip(&counts) {
                    let way = Some(trend);
                    let statement = Statement::ChangeBy { by: *by, trend: way, since: year - 1 };
                    self.claim(*topic, year, statement, term.tokens.clone());
                }
            }
            return;
        }
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

/// Whether a clause says what is counted.
pub(super) fn names_something(clause: &Clause) -> bool {
    let names = |sense| {
        matches!(
            sense,
            Sense::Topic(_)
                | Sense::Word(Word::Clients | Word::Persons | Word::Cases | Word::Trend(_))
        )
    };
    clause.any(names)
}
