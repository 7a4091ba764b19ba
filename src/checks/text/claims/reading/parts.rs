//! A clause taken apart: what it counts, what that is a part of, and its numbers.

use std::ops::Range;

use super::super::claim::Statement;
use super::super::clause::{Clause, Joint, is_base};
use super::super::known::{AT_END, AT_START, CHILDREN, CLIENTS, CLOSED, NEW, QUEUE, Topic};
use super::super::lexicon::{When, Word};
use super::super::stated::Stated;
use super::super::terms::{Sense, Term};
use super::ClauseReading;
use crate::measures::CONTACT_ROUTES;

/// A clause taken apart.
pub(super) struct ClauseParts {
    /// Its terms but for those that name the whole.
    pub(super) terms: Vec<Term>,
    /// What it is a part of: `av klienterna`.
    pub(super) whole: Option<Topic>,
    /// What it counts.
    pub(super) topics: Vec<Topic>,
    pub(super) numbers: Vec<(usize, Stated)>,
    /// The whole clause.
    pub(super) tokens: Range<usize>,
}

impl ClauseParts {
    pub(super) fn has(&self, word: Word) -> bool {
        self.terms.iter().any(|term| term.sense == Sense::Word(word))
    }

    pub(super) fn sense(&self, at: usize) -> Option<Sense> {
        self.terms.get(at).map(|term| term.sense)
    }

    pub(super) fn tokens_at(&self, at: usize) -> Range<usize> {
        self.terms.get(at).map_or(0..0, |term| term.tokens.clone())
    }

    /// Whether the year at a place is the one that a change is counted from: `sedan
    /// 2023`, `än 2024`, `lika många som 2024`.
    pub(super) fn is_base(&self, at: usize) -> bool {
        is_base(&self.terms, at)
    }

    pub(super) fn any_year(&self) -> bool {
        self.terms.iter().any(|term| {
            matches!(
                term.sense,
                Sense::Year(_) | Sense::Years(..) | Sense::Word(Word::Time(When::Before))
            )
        })
    }

    pub(super) fn any_number(&self) -> bool {
        self.find(|sense| {
            matches!(
                sense,
                Sense::Number(_) | Sense::PerCent(_) | Sense::Points(_) | Sense::Share(_)
            )
        })
        .is_some()
    }

    /// Whether a share is said to be of what are no clients.
    pub(super) fn is_share_of_others(&self) -> bool {
        const NEAR: usize = 3;
        let is_share = |sense: Sense| matches!(sense, Sense::PerCent(_) | Sense::Share(_));
        let is_other = |term: &Term| {
            matches!(
                term.sense,
                Sense::Word(
                    Word::Posts
                        | Word::Ombud
                        | Word::Meetings
                        | Word::Shortcomings
                        | Word::Boards
                        | Word::SteeringGroup
                        | Word::Money(_)
                ) | Sense::Item(_)
            )
        };
        let of = self.find(|sense| sense == Sense::Word(Word::Part));
        of.is_some_and(|of| {
            let after = self.terms.iter().skip(of + 1).take(NEAR);
            self.find(is_share).is_some() && after.clone().any(is_other)
        })
    }

    /// Whether what it names is only what something else is compared with: `än Ekedal`.
    pub(super) fn compares_with_topic(&self) -> bool {
        let Some(topic) = self.find(|sense| matches!(sense, Sense::Topic(_))) else { return false };
        let lead = self.terms.get(topic.saturating_sub(4)..topic).unwrap_or_default();
        // "färre än 2025 angav ensamhet": it is the year that is compared with.
        let is_year =
            |term: &Term| matches!(term.sense, Sense::Year(_) | Sense::Word(Word::Time(_)));
        let than = lead.iter().rposition(|term| term.sense == Sense::Word(Word::Than));
        than.is_some_and(|than| !lead.iter().skip(than).any(is_year))
    }

    pub(super) fn find(&self, is_it: impl Fn(Sense) -> bool) -> Option<usize> {
        self.terms.iter().position(|term| is_it(term.sense))
    }
}

impl ClauseReading<'_, '_> {
    /// Finds `av (de 189) klienterna` and takes it out.
    pub(super) fn take_apart(&mut self, clause: &Clause, year: i32) -> ClauseParts {
        let mut terms = clause.terms.clone();
        let mut whole = None;
        if clause.joint == Joint::Whereof {
            whole = self.before.topic;
        }
        let mut at = 0;
        while at < terms.len() {
            let leads = at.checked_sub(1).and_then(|at| terms.get(at)).is_none_or(|before| {
                matches!(
                    before.sense,
                    Sense::Number(_)
                        | Sense::PerCent(_)
                        | Sense::Share(_)
                        | Sense::Word(Word::CountOf | Word::ShareOf | Word::Trend(_))
                )
            });
            let is_part = terms.get(at).is_some_and(|term| term.sense == Sense::Word(Word::Part));
            // "Ökningen av antalet klienter": what has gone up, not what it is a part of.
            let is_change = at
                .checked_sub(1)
                .and_then(|before| terms.get(before))
                .is_some_and(|before| matches!(before.sense, Sense::Word(Word::Trend(_))));
            let counts = terms.get(at + 1).map(|term| term.sense);
            if is_part && is_change && counts == Some(Sense::Word(Word::CountOf)) {
                terms.remove(at);
                continue;
            }
            // "av de sju orsakerna": among all that there are.
            if is_part && let Some(division) = division_at(&terms, at + 1) {
                terms.drain(at..division);
                continue;
            }
            if is_part
                && leads
                && let Some(found) = self.whole_at(&terms, at + 1)
            {
                whole = found.topic;
                let is_fact = !clause.has(Word::Unreal);
                if let (Some(topic), Some((stated, tokens)), true) =
                    (found.topic, found.number, is_fact)
                {
                    self.claim(topic, year, Statement::Count(stated), tokens);
                }
                terms.drain(at..found.end);
                continue;
            }
            at += 1;
        }
        let mut topics: Vec<Topic> = Vec::new();
        for term in &terms {
            let topic = match term.sense {
                Sense::Topic(topic) => topic,
                Sense::Word(Word::IntoNextYear) => AT_END,
                Sense::Word(Word::FromYearBefore) => AT_START,
                _ => continue,
            };
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        }
        let numbers = terms.iter().enumerate().filter_map(|(at, term)| match term.sense {
            Sense::Number(stated) => Some((at, stated)),
            _ => None,
        });
        // "51 barn" counts the children, "av klienterna har 24 barn" those who have them.
        let counts_children = |at: usize| {
            let next = terms.get(at + 1).map(|term| term.sense);
            whole.is_none() && next == Some(Sense::Topic(CHILDREN))
        };
        let counts_years =
            |at: usize| terms.get(at + 1).map(|term| term.sense) == Some(Sense::Word(Word::InARow));
        let numbers = numbers
            .filter(|(at, stated)| {
                stated.as_whole().is_some()
                    && !counts_others(&terms, *at)
                    && !counts_children(*at)
                    && !counts_years(*at)
            })
            .collect();
        let start = clause.terms.first().map_or(0, |term| term.tokens.start);
        let end = clause.terms.last().map_or(start, |term| term.tokens.end);
        ClauseParts { terms, whole, topics, numbers, tokens: start..end }
    }

    /// What stands after `av`: all that are counted, perhaps with their number.
    fn whole_at(&self, terms: &[Term], start: usize) -> Option<Whole> {
        const NEAR: usize = 5;
        let mut number = None;
        let mut topic = None;
        for at in start..(start + NEAR).min(terms.len()) {
            match terms.get(at)?.sense {
                Sense::Number(stated) if number.is_none() => {
                    number = Some((stated, terms.get(at)?.tokens.clone()));
                }
                Sense::Word(Word::Neutral | Word::InAll | Word::Time(When::This | When::Now))
                | Sense::Year(_)
                | Sense::Filled
                | Sense::FilledCount(_) => {}
                Sense::Topic(of) if topic.is_none() => topic = Some(of),
                Sense::Word(Word::Clients | Word::Persons | Word::Cases) => {
                    // "av de åtta klienterna i Ekeberga": of that part.
                    let is_lead = |sense: Sense| {
                        matches!(sense, Sense::Word(Word::Neutral | Word::By | Word::Division(_)))
                    };
                    let part = (at + 1..at + 4)
                        .find(|at| terms.get(*at).is_some_and(|term| !is_lead(term.sense)));
                    if let Some(end) = part
                        && start == 1
                        && end > at + 1
                        && let Sense::Topic(of) = terms.get(end)?.sense
                        && topic.is_none()
                    {
                        return Some(Whole { topic: Some(of), number, end: end + 1 });
                    }
                    // "av de 94 klienter som är kvar": which ones is told after them.
                    let next = terms.get(at + 1).map(|term| term.sense);
                    let number = number.filter(|_| next != Some(Sense::Word(Word::Who)));
                    let topic = Some(topic.unwrap_or(CLIENTS));
                    return Some(Whole { topic, number, end: at + 1 });
                }
                Sense::Word(Word::They) => {
                    return Some(Whole { topic: self.before.topic, number: None, end: at + 1 });
                }
                _ => break,
            }
        }
        // "av de nya kom …": the noun is left out.
        let of_new = (start..(start + NEAR).min(terms.len()))
            .find(|at| terms.get(*at).is_some_and(|term| term.sense == Sense::Topic(NEW)));
        let end = of_new.filter(|_| topic == Some(NEW))? + 1;
        Some(Whole { topic, number, end })
    }
}

/// The place of a division named in general, with no more than its number before it.
fn division_at(terms: &[Term], start: usize) -> Option<usize> {
    let is_division = |at: &usize| {
        terms.get(*at).is_some_and(|term| matches!(term.sense, Sense::Word(Word::Division(_))))
    };
    let is_lead = |at: &usize| {
        terms.get(*at).is_some_and(|term| {
            matches!(
                term.sense,
                Sense::Word(Word::Neutral | Word::Time(When::This | When::Now)) | Sense::Number(_)
            )
        })
    };
    let end = (start..terms.len()).take_while(is_lead).count() + start;
    Some(end).filter(is_division)
}

/// What a clause is about a part of: `av de 189 klienterna`.
struct Whole {
    topic: Option<Topic>,
    /// How many they are said to be, and the words that say it.
    number: Option<(Stated, Range<usize>)>,
    /// The place after its last term.
    end: usize,
}

/// What a clause counts, by all that it names.
pub(super) enum CountedTopic {
    None,
    One(Topic),
    /// Those that are one and the other, which no figure counts.
    Several,
}

pub(super) fn one_topic(topics: &[Topic]) -> CountedTopic {
    let is_time = |topic: &Topic| matches!(*topic, AT_START | AT_END);
    match topics {
        [] => CountedTopic::None,
        [topic] => CountedTopic::One(*topic),
        // The queue is counted at the end of the year, and new clients have a route.
        [QUEUE, end] | [end, QUEUE] if is_time(end) => CountedTopic::One(QUEUE),
        [NEW, route @ Topic::Part(CONTACT_ROUTES, _)]
        | [route @ Topic::Part(CONTACT_ROUTES, _), NEW] => CountedTopic::One(*route),
        [CLOSED, end] | [end, CLOSED] if is_time(end) => CountedTopic::Several,
        _ => CountedTopic::Several,
    }
}

/// Whether a number counts what are no clients: `fyra ombud`, `tre möten`.
pub(super) fn counts_others(terms: &[Term], at: usize) -> bool {
    let direct = terms.get(at + 1).map(|term| term.sense);
    // "Fem av bristerna": a part of what are no clients. What is a part of the clients
    // has been taken out before.
    if direct == Some(Sense::Word(Word::Part)) {
        return true;
    }
    // "tolv av tjugoen": of what is not said.
    let before = at.checked_sub(1).and_then(|at| terms.get(at)).map(|term| term.sense);
    let is_noun = |sense| {
        matches!(
            sense,
            Some(Sense::Word(Word::Clients | Word::Persons | Word::Cases) | Sense::Topic(_))
        )
    };
    if before == Some(Sense::Word(Word::Part)) && !is_noun(direct) {
        return true;
    }
    matches!(
        direct,
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
}
