//! Sentences cut into clauses: as much as says one thing.

use std::ops::Range;

use super::lexicon::{Trend, When, Word};
use super::terms::{Sense, Term};

/// What joins a clause to the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// The first of a sentence, or one after `men`, `eftersom`.
    Start,
    Comma,
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
        self.any(|sense| {
            matches!(
                sense,
                Sense::Unknown
                    | Sense::Restricting
                    | Sense::OtherNumber
                    | Sense::Word(
                        Word::Not
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

    pub(super) fn trend(&self) -> Option<(Trend, usize)> {
        let mut terms = self.terms.iter().enumerate();
        terms.find_map(|(at, term)| match term.sense {
            Sense::Word(Word::Trend(trend)) => Some((trend, at)),
            _ => None,
        })
    }

    /// The words of some of its terms, from the first to the last.
    pub(super) fn tokens(&self, terms: Range<usize>) -> Range<usize> {
        let terms = self.terms.get(terms).unwrap_or_default();
        let start = terms.first().map_or(0, |term| term.tokens.start);
        start..terms.last().map_or(start, |term| term.tokens.end)
    }
}

/// The clauses of a sentence.
pub(super) fn clauses(terms: Vec<Term>) -> Vec<Clause> {
    let terms = joined(terms);
    let mut clauses: Vec<Clause> = Vec::new();
    let mut current = Clause { joint: Joint::Start, terms: Vec::new() };
    for mut term in terms {
        // "14 klienter att överklaga": what follows tells which clients.
        let restricts = current.terms.last().is_some_and(|last| {
            matches!(
                last.sense,
                Sense::Topic(_)
                    | Sense::Word(Word::Clients | Word::Persons | Word::Cases | Word::Service)
            )
        });
        if term.sense == Sense::Word(Word::That) {
            term.sense = if restricts { Sense::Unknown } else { Sense::Word(Word::Break) };
        }
        let joint = match term.sense {
            Sense::Comma | Sense::Colon | Sense::Close => Joint::Comma,
            Sense::Open => Joint::Bracket,
            Sense::Word(Word::And) => Joint::And,
            Sense::Word(Word::Break) => Joint::Start,
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
            clauses.push(std::mem::replace(&mut current, Clause { joint, terms: Vec::new() }));
        } else if current.joint == Joint::Start || joint != Joint::Comma {
            // ", vilket" is one joint.
            current.joint = joint;
        }
    }
    if !current.terms.is_empty() {
        clauses.push(current);
    }
    clauses
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
            (Sense::Comma, number) if is_number(number) => {
                let is_noun =
                    |sense| matches!(sense, Some(Sense::Word(Word::Clients | Word::Persons)));
                let end = at + 2 + usize::from(is_noun(sense(at + 2)));
                let goes_on = !matches!(
                    sense(end + 1),
                    None | Some(
                        Sense::Number(_) | Sense::PerCent(_) | Sense::Topic(_) | Sense::Year(_)
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
            (Sense::Open, time) if is_time(time) && sense(at + 2) == Some(Sense::Close) => {
                drop(&[at, at + 2]);
            }
            (
                Sense::Topic(_) | Sense::Year(_) | Sense::Word(Word::Clients | Word::Time(_)),
                Sense::Colon,
            ) if sense(at + 2).is_some_and(is_number) => {
                drop(&[at + 1]);
            }
            _ => {}
        }
    }
    let kept = terms.into_iter().zip(dropped).filter(|(_, dropped)| !dropped);
    kept.map(|(term, _)| term).collect()
}
