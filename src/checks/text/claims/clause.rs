//! Sentences cut into clauses: as much as says one thing.

use std::ops::Range;

use super::known::{Known, Topic};
use super::lexicon::{Trend, When, Word};
use super::terms::{Sense, Term};
use crate::measures::{AGES, REASONS, SEXES};

/// What joins a clause to the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// The first of a sentence, or one after `men`, `eftersom`.
    Start,
    Comma,
    /// `då`: at the time named last.
    When,
    And,
    /// In brackets.
    Bracket,
    /// `varav`: a part of what was counted before.
    Whereof,
    /// `vilket är`: the same as what was said before.
    Which,
    /// `jämfört med`: the year before.
    Against,
    /// `respektive`.
    Respectively,
}

/// A clause.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    pub(super) joint: Joint,
    /// Whether it stands somewhere after a colon.
    pub(super) is_after_colon: bool,
    pub(super) terms: Vec<Term>,
}

impl Clause {
    pub(super) fn has(&self, word: Word) -> bool {
        self.terms.iter().any(|term| term.sense == Sense::Word(word))
    }

    pub(super) fn senses(&self) -> impl Iterator<Item = Sense> {
        self.terms.iter().map(|term| term.sense)
    }

    pub(super) fn any(&self, is_it: impl Fn(Sense) -> bool) -> bool {
        self.terms.iter().any(|term| is_it(term.sense))
    }

    /// Whether anything in it may restrict what is counted, or says that it is no fact.
    pub(super) fn is_open(&self) -> bool {
        let is_of_ages =
            |sense| matches!(sense, Sense::Topic(Topic::Part(AGES, _) | Topic::Ages(..)));
        let has_age_word = self.has(Word::OfSomeAge) && !self.any(is_of_ages);
        has_age_word
            || self.any(|sense| {
                matches!(
                    sense,
                    Sense::Unknown
                        | Sense::Restricting
                        | Sense::OtherNumber
                        | Sense::Word(
                            Word::Not
                                | Word::Employed
                                | Word::Unreal
                                | Word::Average
                                | Word::Elsewhere
                                | Word::Time(When::Other)
                        )
                )
            })
    }

    /// The years that it names.
    pub(super) fn years(&self) -> impl Iterator<Item = i32> {
        self.terms.iter().filter_map(|term| match term.sense {
            Sense::Year(year) => Some(year),
            _ => None,
        })
    }

    /// The years that it is about: not those that a change is counted from.
    pub(super) fn years_but_bases(&self) -> impl Iterator<Item = i32> {
        self.terms.iter().enumerate().filter_map(|(at, term)| match term.sense {
            Sense::Year(year) => (!is_base(&self.terms, at)).then_some(year),
            _ => None,
        })
    }

    /// Whether it is about several years and says no more of them than of one.
    pub(super) fn is_of_other_years(&self, known: &Known<'_>) -> bool {
        let ends_elsewhere =
            |sense| matches!(sense, Sense::Years(_, last) if last > known.reported);
        let is_change = self.trend().is_some() && !self.has(Word::Than);
        self.any(|sense| matches!(sense, Sense::Years(..)))
            && (!is_change || self.any(ends_elsewhere))
    }

    pub(super) fn trend(&self) -> Option<(Trend, usize)> {
        let trends = self.terms.iter().enumerate().filter_map(|(at, term)| match term.sense {
            Sense::Word(Word::Trend(trend)) => Some((trend, at)),
            _ => None,
        });
        // "mer än halverats" is a halving.
        let is_factor = |trend: &(Trend, usize)| {
            matches!(trend.0, Trend::Halved | Trend::Doubled | Trend::Tripled)
        };
        let all: Vec<(Trend, usize)> = trends.collect();
        all.iter().find(|trend| is_factor(trend)).or(all.first()).copied()
    }

    /// The words of some of its terms, from the first to the last.
    pub(super) fn tokens(&self, terms: Range<usize>) -> Range<usize> {
        let terms = self.terms.get(terms).unwrap_or_default();
        let start = terms.first().map_or(0, |term| term.tokens.start);
        start..terms.last().map_or(start, |term| term.tokens.end)
    }
}

/// Whether the year at a place is the one that a change is counted from: `sedan 2023`,
/// `än 2024`, `lika många som 2024`.
pub(super) fn is_base(terms: &[Term], at: usize) -> bool {
    // "lika många som 2024", but not "Vårdkontakter, som 2024 kom på andra plats".
    let is_alike = |term: &Term| {
        matches!(
            term.sense,
            Sense::Word(
                Word::AsMany
                    | Word::Trend(Trend::Same | Trend::Doubled | Trend::Tripled | Trend::Halved)
            )
        )
    };
    let compares = terms.get(..at).unwrap_or_default().iter().any(is_alike);
    let leads = |term: &Term| match term.sense {
        Sense::Word(Word::Since | Word::Than | Word::From | Word::Trend(Trend::Same)) => true,
        Sense::Word(Word::Who) => compares,
        _ => false,
    };
    terms.get(at.saturating_sub(2)..at).unwrap_or_default().iter().any(leads)
}

/// The clauses of a sentence.
pub(super) fn clauses(terms: Vec<Term>, known: &Known<'_>) -> Vec<Clause> {
    let terms = joined(terms);
    let mut clauses: Vec<Clause> = Vec::new();
    let mut current = Clause { joint: Joint::Start, is_after_colon: false, terms: Vec::new() };
    let mut is_after_colon = false;
    let mut is_subordinate = false;
    let mut terms = terms.into_iter().peekable();
    while let Some(mut term) = terms.next() {
        if term.sense == Sense::Word(Word::BecauseOf) {
            let next = terms.peek().map(|term| term.sense);
            let is_reason = matches!(next, Some(Sense::Topic(Topic::Part(REASONS, _))));
            let word = if is_reason { Word::Neutral } else { Word::Break };
            term.sense = Sense::Word(word);
        }
        is_after_colon |= term.sense == Sense::Colon;
        // "14 klienter att överklaga": what follows tells which clients.
        let restricts = current.terms.last().is_some_and(|last| {
            matches!(
                last.sense,
                Sense::Topic(_)
                    | Sense::Word(
                        Word::Clients
                            | Word::Persons
                            | Word::Cases
                            | Word::Service
                            | Word::Money(_)
                    )
            )
        });
        if term.sense == Sense::Word(Word::That) {
            // What follows then stands in the same clause, and has to be known.
            let word = if restricts { Word::Neutral } else { Word::Break };
            term.sense = Sense::Word(word);
        }
        // "ett åttiotal av dem": a number and what it is a part of.
        let is_part = current.terms.last().is_some_and(|last| is_number(last.sense));
        if term.sense == Sense::Word(Word::Whereof) && is_part {
            for word in [Word::Part, Word::They] {
                let (sense, tokens) = (Sense::Word(word), term.tokens.clone());
                current.terms.push(Term { sense, tokens });
            }
            continue;
        }
        // "Trots att antalet klienter minskade var trycket högt": the main clause begins with
        // its verb.
        let follows_trend = current
            .terms
            .last()
            .is_some_and(|last| matches!(last.sense, Sense::Word(Word::Trend(_))));
        if is_subordinate && term.sense == Sense::Word(Word::Verb) && follows_trend {
            let next = Clause { joint: Joint::Start, is_after_colon, terms: vec![term] };
            clauses.push(std::mem::replace(&mut current, next));
            is_subordinate = false;
            continue;
        }
        is_subordinate |= clauses.is_empty()
            && current.terms.is_empty()
            && term.sense == Sense::Word(Word::Break);
        let joint = match term.sense {
            Sense::Comma | Sense::Colon | Sense::Close => Joint::Comma,
            Sense::Open => Joint::Bracket,
            Sense::Word(Word::And) => Joint::And,
            Sense::Word(Word::Break) => Joint::Start,
            Sense::Word(Word::When) => Joint::When,
            Sense::Word(Word::Whereof) => Joint::Whereof,
            Sense::Word(Word::Which) => Joint::Which,
            Sense::Word(Word::Against) => Joint::Against,
            Sense::Word(Word::Respectively) => Joint::Respectively,
            _ => {
                current.terms.push(term);
                continue;
            }
        };
        if !current.terms.is_empty() {
            let next = Clause { joint, is_after_colon, terms: Vec::new() };
            clauses.push(std::mem::replace(&mut current, next));
        } else if current.joint == Joint::Start || joint != Joint::Comma {
            // ", vilket" is one joint.
            current.joint = joint;
            current.is_after_colon = is_after_colon;
        }
    }
    if !current.terms.is_empty() {
        clauses.push(current);
    }
    carry_per_cent(&mut clauses);
    join_lists(clauses, known)
}

/// Puts a list of parts into one clause: `… i Kungsholmen, Norra innerstaden och
/// Södermalm`. A list of all parts of a division restricts nothing.
fn join_lists(clauses: Vec<Clause>, known: &Known<'_>) -> Vec<Clause> {
    let mut joined: Vec<Clause> = Vec::new();
    for mut clause in clauses {
        let division = joined.last().and_then(last_division);
        // "Vårdcentraler och frivilligorganisationer stod för nio": both are the subject.
        let is_subject = joined.last().is_some_and(|last| is_only_parts(last, division))
            && clause.joint == Joint::And
            && clause.terms.first().is_some_and(|term| is_part_of(term.sense, division));
        match joined.last_mut() {
            Some(last) if is_subject => last.terms.append(&mut clause.terms),
            Some(last) if goes_on_listing(&clause, division) => {
                last.terms.append(&mut clause.terms);
            }
            _ => joined.push(clause),
        }
    }
    for clause in &mut joined {
        // Women and men are compared with each other.
        let Some(division) = last_division(clause).filter(|division| *division != SEXES) else {
            continue;
        };
        let has = |topic: Topic| clause.any(|sense| sense == Sense::Topic(topic));
        if known.parts_of(division).count() > 1 && known.parts_of(division).all(has) {
            for term in &mut clause.terms {
                if matches!(term.sense, Sense::Topic(Topic::Part(own, _)) if own == division) {
                    term.sense = Sense::Name;
                }
            }
        }
    }
    joined
}

/// The division that the last part named in a clause is of.
fn last_division(clause: &Clause) -> Option<&'static str> {
    let topics = clause.terms.iter().rev().filter_map(|term| match term.sense {
        Sense::Topic(topic) => Some(topic),
        _ => None,
    });
    match topics.into_iter().next()? {
        Topic::Part(division, _) => Some(division),
        _ => None,
    }
}

fn is_part_of(sense: Sense, division: Option<&'static str>) -> bool {
    matches!(sense, Sense::Topic(Topic::Part(own, _)) if Some(own) == division)
}

fn is_only_parts(clause: &Clause, division: Option<&'static str>) -> bool {
    division.is_some_and(|division| division != SEXES)
        && clause
            .senses()
            .all(|sense| is_part_of(sense, division) || sense == Sense::Word(Word::Neutral))
}

/// Whether a clause only names another part of a division.
fn goes_on_listing(clause: &Clause, division: Option<&'static str>) -> bool {
    let is_part = |sense| is_part_of(sense, division);
    matches!(clause.joint, Joint::And | Joint::Comma)
        && clause.any(is_part)
        && clause.senses().all(|sense| is_part(sense) || sense == Sense::Word(Word::Neutral))
}

/// `55 procent kvinnor mot männens 45`: the unit stands once.
fn carry_per_cent(clauses: &mut [Clause]) {
    let mut was_per_cent = false;
    for clause in clauses {
        let is_per_cent = clause.any(|sense| matches!(sense, Sense::PerCent(_)));
        let counts = clause
            .any(|sense| matches!(sense, Sense::Word(Word::Clients | Word::Persons | Word::Cases)));
        let goes_on = matches!(clause.joint, Joint::Against | Joint::And | Joint::Comma);
        if was_per_cent && goes_on && !is_per_cent && !counts {
            for term in &mut clause.terms {
                if let Sense::Number(stated) = term.sense
                    && stated.hundredths < 10_000
                {
                    term.sense = Sense::PerCent(stated);
                }
            }
        }
        was_per_cent = is_per_cent && clause.joint != Joint::Bracket;
    }
}

fn is_number(sense: Sense) -> bool {
    matches!(sense, Sense::Number(_) | Sense::PerCent(_) | Sense::Kronor(_) | Sense::Share(_))
}

fn is_time(sense: Sense) -> bool {
    matches!(sense, Sense::Year(_) | Sense::Word(Word::Time(_)))
}

/// The terms without the signs that part what belongs together: a number between two
/// commas (`Flest klienter, 76, bodde …`), a year in brackets (`80 (2023)`), a colon
/// after a name (`Kungsholmen: 52`).
fn joined(terms: Vec<Term>) -> Vec<Term> {
    let sense = |at: usize| terms.get(at).map(|term| term.sense);
    let mut dropped = vec![false; terms.len()];
    for at in 0..terms.len() {
        let mut drop = |places: &[usize]| {
            for place in places {
                if let Some(dropped) = dropped.get_mut(*place) {
                    *dropped = true;
                }
            }
        };
        let (Some(first), Some(second)) = (sense(at), sense(at + 1)) else { continue };
        match (first, second) {
            // "En majoritet av klienterna, 40 av 82, bor …"
            (Sense::Comma, Sense::Number(_))
                if sense(at + 2) == Some(Sense::Word(Word::Part))
                    && matches!(sense(at + 3), Some(Sense::Number(_)))
                    && sense(at + 4) == Some(Sense::Comma) =>
            {
                drop(&[at, at + 1, at + 2, at + 3, at + 4]);
            }
            (Sense::Comma, number) if is_number(number) => {
                let is_noun = |sense| {
                    matches!(
                        sense,
                        Some(Sense::Word(Word::Clients | Word::Persons | Word::Neutral))
                    )
                };
                let end = at + 2 + usize::from(is_noun(sense(at + 2)));
                let goes_on = !matches!(
                    sense(end + 1),
                    None | Some(
                        Sense::Number(_)
                            | Sense::PerCent(_)
                            | Sense::Topic(_)
                            | Sense::Year(_)
                            | Sense::Word(Word::Second)
                    )
                );
                let began = at
                    .checked_sub(1)
                    .and_then(sense)
                    .is_some_and(|before| !is_number(before) && !is_time(before));
                if sense(end) == Some(Sense::Comma) && goes_on && began {
                    drop(&[at, end]);
                }
            }
            (Sense::Comma, Sense::Topic(Topic::Part(AGES, _)))
                if sense(at + 2) == Some(Sense::Comma) =>
            {
                drop(&[at, at + 2]);
            }
            // "fler avslutades (49) än som tillkom"
            (Sense::Open, number)
                if is_number(number)
                    && sense(at + 2) == Some(Sense::Close)
                    && sense(at + 3) == Some(Sense::Word(Word::Than)) =>
            {
                drop(&[at, at + 1, at + 2]);
            }
            (Sense::Open, time) if is_time(time) && sense(at + 2) == Some(Sense::Close) => {
                drop(&[at, at + 2]);
            }
            (
                Sense::Topic(_)
                | Sense::Item(_)
                | Sense::Year(_)
                | Sense::Word(Word::Clients | Word::Time(_)),
                Sense::Colon,
            ) if sense(at + 2).is_some_and(is_number)
                || (matches!(sense(at + 2), Some(Sense::Word(Word::Trend(_))))
                    && sense(at + 3).is_some_and(is_number)) =>
            {
                drop(&[at + 1]);
            }
            _ => {}
        }
    }
    let kept = terms.into_iter().zip(dropped).filter(|(_, dropped)| !dropped);
    kept.map(|(term, _)| term).collect()
}
