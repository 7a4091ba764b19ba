//! Claims of which part is the largest, and which of two is larger.

use super::super::claim::Statement;
use super::super::clause::{Clause, Joint};
use super::super::known::{CLIENTS, Known, NEW, Topic};
use super::super::lexicon::{Trend, Word};
use super::super::stated::{ShareRange, WHOLE};
use super::super::terms::Sense;
use super::ClauseReading;
use super::number::only_per_cent;
use super::parts::ClauseParts;
use crate::measures::SEXES;

impl ClauseReading<'_, '_> {
    /// `fler kvinnor än män`, `lika många kvinnor som män`.
    pub(super) fn order(&mut self, parts: &ClauseParts, year: i32) -> bool {
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
    pub(super) fn rank(
        &mut self,
        clause: &Clause,
        next: Option<&Clause>,
        parts: &ClauseParts,
        year: i32,
    ) -> bool {
        let rank = parts.find(|sense| matches!(sense, Sense::Word(Word::Rank { .. })));
        if rank.is_some() && clause.trend().is_some() {
            // "den orsak som har ökat mest"
            return true;
        }
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
    pub(super) fn majority(
        &mut self,
        parts: &ClauseParts,
        topic: Option<Topic>,
        year: i32,
    ) -> bool {
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
}
