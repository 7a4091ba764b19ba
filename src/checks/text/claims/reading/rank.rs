//! Claims of which part is the largest, and which of two is larger.

use super::super::claim::Statement;
use super::super::clause::Clause;
use super::super::known::{CLIENTS, Known, NEW, Topic};
use super::super::lexicon::{Trend, Word};
use super::super::stated::{ShareRange, WHOLE};
use super::super::terms::Sense;
use super::ClauseReading;
use super::number::only_per_cent;
use super::parts::ClauseParts;
use super::topic::names_only;
use crate::measures::{CONTACT_ROUTES, SEXES};

impl ClauseReading<'_, '_> {
    /// `fler kvinnor än män`, `lika många kvinnor som män`.
    pub(super) fn order(&mut self, parts: &ClauseParts, year: i32) -> bool {
        // "fler nya klienter genom vårdcentralerna än genom anhöriga"
        let is_route = |topic: &Topic| matches!(topic, Topic::Part(CONTACT_ROUTES, _));
        let mut topics = parts.topics.clone();
        // "männen var för första gången fler än kvinnorna"
        let parts_named = topics.iter().filter(|topic| matches!(topic, Topic::Part(..))).count();
        if topics.iter().any(is_route) || parts_named == 2 {
            topics.retain(|topic| *topic != NEW);
        }
        let (one, other) = match (topics.as_slice(), self.before.topic) {
            ([one, other], _) => (one, other),
            // "Ekedal, som hade fler klienter än Rönnviken".
            ([other @ Topic::Part(..)], Some(one)) if parts.compares_with_topic() => {
                (&one.clone(), other)
            }
            _ => return false,
        };
        let are_alike = match (*one, *other) {
            (Topic::Part(one, _), Topic::Part(other, _)) => one == other,
            (Topic::Figure(_), Topic::Figure(_)) => parts.has(Word::Than),
            _ => false,
        };
        // "Ensamhet är med 19 klienter en vanligare orsak än ekonomi."
        let counted = match parts.numbers.as_slice() {
            [] => None,
            [(at, stated)]
                if at.checked_sub(1).and_then(|at| parts.sense(at))
                    == Some(Sense::Word(Word::By))
                    && parts.has(Word::Than) =>
            {
                Some((*stated, parts.tokens_at(*at)))
            }
            _ => return false,
        };
        if !are_alike {
            return false;
        }
        if parts.has(Word::Passed) {
            self.claim(*one, year, Statement::Passed { other: *other }, parts.tokens.clone());
            // "… har gått om Ekedal och är nu störst": it goes on with the first.
            self.before.topic = Some(*one);
            return true;
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
        if let Some((stated, tokens)) = counted {
            self.claim(*one, year, Statement::Count(stated), tokens);
        }
        self.claim(*one, year, Statement::Order { other: *other, trend }, parts.tokens.clone());
        // "… än Ekedal (8 mot 11)": of which of the two a number is, is not said.
        self.before.topic = None;
        true
    }

    /// `vanligast är …`, `flest klienter kom från …`.
    pub(super) fn rank(&mut self, clause: &Clause, parts: &ClauseParts, year: i32) -> bool {
        let rank = parts.find(|sense| matches!(sense, Sense::Word(Word::Rank { .. })));
        if let (Some(at), Some((trend, _))) = (rank, clause.trend()) {
            self.rank_of_change(parts, parts.sense(at), trend, year);
            return true;
        }
        let is_second = parts.has(Word::Second);
        let parts_named: Vec<Topic> =
            parts.topics.iter().copied().filter(|topic| matches!(topic, Topic::Part(..))).collect();
        if let Some(at) = rank
            && self.peak(parts, at)
        {
            return true;
        }
        self.before.ranking.is_in_order |= parts.has(Word::InOrder);
        // "De vanligaste orsakerna är, i fallande ordning: …", "den vanligaste är, liksom 2024, …"
        let names_division =
            parts.find(|sense| matches!(sense, Sense::Word(Word::Division(_)))).is_some();
        if let Some(Sense::Word(Word::Rank { is_least })) = rank.and_then(|at| parts.sense(at))
            && names_division
            && parts_named.is_empty()
            && !is_second
            && !parts.has(Word::Third)
            && !parts.any_number()
            && matches!(
                clause.terms.last().map(|last| last.sense),
                Some(Sense::Word(Word::Verb | Word::Division(_) | Word::InOrder) | Sense::Year(_))
            )
        {
            self.before.ranking.of_list = Some(is_least);
            return true;
        }
        if self.rank_that_waits(parts, rank, year) {
            return true;
        }
        let of_list = self.before.ranking.of_list.filter(|_| {
            !parts_named.is_empty() && parts.numbers.is_empty() && names_only(&parts.terms)
        });
        let place =
            match (rank, self.before.ranking.place.or(of_list.map(|is_least| (0, is_least)))) {
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
                (None, Some((place, is_least))) if of_list.is_some() => Some((place + 1, is_least)),
                // "följt av Bostad": the next place.
                (None, Some((place, is_least))) if is_second && !parts_named.is_empty() => {
                    Some((place + 1, is_least))
                }
                _ => None,
            };
        let Some((place, is_least)) = place else { return false };
        let others = parts.topics.iter().any(|topic| !matches!(*topic, Topic::Part(..) | NEW));
        if parts_named.is_empty() {
            return rank.is_some() && parts.numbers.is_empty();
        }
        if others {
            return true;
        }
        let range = match rank {
            Some(at) => parts.tokens_at(at).start.min(clause.tokens(0..1).start)..parts.tokens.end,
            None => parts.tokens.clone(),
        };
        // "Vanligast är Ekonomi och Bostad": those that are listed share the first places.
        let listed = parts_named.len();
        for (at, topic) in parts_named.iter().enumerate() {
            let (place, listed) =
                if self.before.ranking.is_in_order { (place + at, 1) } else { (place, listed) };
            let statement = Statement::Rank { place, listed, is_least };
            self.claim(*topic, year, statement, range.clone());
        }
        self.before.ranking.place = Some((place + listed - 1, is_least));
        let [topic] = parts_named.as_slice() else { return true };
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

    /// `Flest klienter 2025, 52 personer, finns i åldersgruppen 40–54 år`: the part that has
    /// them is named after an aside.
    fn rank_that_waits(&mut self, parts: &ClauseParts, rank: Option<usize>, year: i32) -> bool {
        if let (None, Some(is_least), [topic @ Topic::Part(..)]) =
            (rank, self.before.ranking.pending, parts.topics.as_slice())
            && parts.numbers.is_empty()
            && parts.has(Word::Verb)
        {
            self.before.ranking.pending = None;
            let statement = Statement::Rank { place: 1, listed: 1, is_least };
            self.claim(*topic, year, statement, parts.tokens.clone());
            return true;
        }
        let says_more = [Word::Verb, Word::Service, Word::Second, Word::Third, Word::Than];
        let waits = parts.topics.is_empty()
            && parts.has(Word::Clients)
            && !says_more.iter().any(|word| parts.has(*word))
            && !parts.any_number();
        let Some(Sense::Word(Word::Rank { is_least })) = rank.and_then(|at| parts.sense(at)) else {
            return false;
        };
        if waits {
            self.before.ranking.pending = Some(is_least);
        }
        waits
    }

    /// `Flest klienter hade vi 2024`: more than in any of the other years.
    fn peak(&mut self, parts: &ClauseParts, rank: usize) -> bool {
        let topic = match parts.topics.as_slice() {
            [] if parts.has(Word::Clients) => CLIENTS,
            [topic @ Topic::Figure(_)] => *topic,
            _ => return false,
        };
        let (Some(Sense::Word(Word::Rank { is_least })), Some(Sense::Year(year))) =
            (parts.sense(rank), parts.terms.last().map(|last| last.sense))
        else {
            return false;
        };
        let years = parts.terms.iter().filter(|term| matches!(term.sense, Sense::Year(_))).count();
        let is_plain = parts.has(Word::Verb)
            && years == 1
            && !parts.any_number()
            && !parts.is_base(parts.terms.len() - 1);
        if is_plain && !parts.has(Word::Than) && !parts.has(Word::Second) {
            self.claim(topic, year, Statement::Peak { is_least }, parts.tokens.clone());
        }
        is_plain
    }

    /// `den åldersgrupp som ökade mest är …`.
    fn rank_of_change(
        &mut self,
        parts: &ClauseParts,
        rank: Option<Sense>,
        trend: Trend,
        year: i32,
    ) {
        let is_most = rank == Some(Sense::Word(Word::Rank { is_least: false }));
        let is_other = parts.has(Word::Second)
            || parts.has(Word::Third)
            || parts.has(Word::ShareOf)
            || parts.has(Word::RecentYears)
            || parts.any_year();
        let is_way = matches!(trend, Trend::More | Trend::Fewer | Trend::Changed);
        if let [topic @ Topic::Part(..)] = parts.topics.as_slice()
            && is_most
            && is_way
            && !is_other
            && parts.whole.is_none()
        {
            let statement = Statement::RankOfChange { trend, since: year - 1 };
            self.claim(*topic, year, statement, parts.tokens.clone());
        }
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
            // "Bland de nya är männen i majoritet": a part of a part.
            if parts.whole.is_some_and(|whole| whole != of) {
                return true;
            }
            let range = if is_most {
                ShareRange { from: 501, to: WHOLE }
            } else {
                ShareRange { from: 0, to: 499 }
            };
            self.claim(topic, year, Statement::Share { of, range }, parts.tokens.clone());
            return true;
        }
        if parts.has(Word::AsMany)
            && parts.has(Word::BothSexes)
            && !parts.any_number()
            && let Some(women) = self.known.parts_of(SEXES).next()
            && let Some(men) = self.known.parts_of(SEXES).nth(1)
        {
            let statement = Statement::Order { other: men, trend: Trend::Same };
            self.claim(women, year, statement, parts.tokens.clone());
            return true;
        }
        if let [time @ Topic::Figure(_)] = parts.topics.as_slice()
            && parts.has(Word::AsMany)
            && !parts.any_number()
        {
            // "lika många vid slutet av 2025 som vid slutet av 2024"
            self.ends_of_years(parts, *time, Trend::Same);
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
