//! Claims of more or fewer than before.

use super::super::claim::Statement;
use super::super::clause::{Clause, Joint};
use super::super::known::{AT_END, AT_START, Known, Topic};
use super::super::lexicon::{Trend, When, Word};
use super::super::stated::ShareRange;
use super::super::terms::{Sense, Term};
use super::ClauseReading;
use super::parts::ClauseParts;
use crate::measures::SEXES;

impl ClauseReading<'_, '_> {
    /// Claims of more or fewer. Tells whether the clause says no more than that.
    pub(super) fn change(
        &mut self,
        clause: &Clause,
        next: Option<&Clause>,
        parts: &ClauseParts,
        topic: Option<Topic>,
        trend: Trend,
        year: i32,
    ) -> bool {
        if self.every_part(next, parts, trend, year) || self.over_the_year(parts, year) {
            return true;
        }
        let Some(topic) = topic else {
            let since = named_since(parts, next, year).unwrap_or(year - 1);
            self.before.trend = Some((trend, since));
            return true;
        };
        if is_negated_number(clause, parts, trend) {
            return true;
        }
        // "sex fler än vid årets början": from the start of the year to its end.
        if parts.has(Word::Than) && matches!(topic, AT_START | AT_END) {
            if !parts.any_number() {
                self.ends_of_years(parts, topic, trend);
            }
            return true;
        }
        let compares =
            [Word::Than, Word::Since, Word::By, Word::From].iter().any(|word| parts.has(*word))
                || parts.find(|sense| matches!(sense, Sense::Years(..))).is_some();
        let is_sex = matches!(topic, Topic::Part(SEXES, _));
        // "Kvinnorna var fem fler": than the men, or than before.
        if is_sex && !compares && !parts.numbers.is_empty() {
            return true;
        }
        let (year, since) = self.years_of_change(clause, next, parts, year);
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
            if parts.sense(at + 1) == Some(Sense::Word(Word::InARow)) {
                continue;
            }
            let by = match term.sense {
                Sense::Number(stated) if trend != Trend::Same && is_by(parts, at, trend_at) => {
                    Statement::ChangeBy { by: stated, trend: way, since }
                }
                Sense::PerCent(by) if !is_share && is_by(parts, at, trend_at) => {
                    Statement::ChangePerCent { by, trend: way, since }
                }
                // "vuxit med en fjärdedel"
                Sense::Share(range) if !is_share && is_by(parts, at, trend_at) => {
                    Statement::ChangeShare { range, trend: way, since }
                }
                Sense::Points(by) => Statement::ChangePoints { by, trend: way, since },
                _ => continue,
            };
            has_size = true;
            self.claim(topic, year, by, term.tokens.clone());
        }
        let back = i32::from(goes_on_to_now(parts, next));
        let ends = self.span(parts, topic, is_share, since - back, year - back);
        if has_size && !ends {
            return true;
        }
        if let Some(times) = times_in_a_row(parts) {
            self.claim(topic, year, Statement::InARow { trend, times }, tokens);
            return true;
        }
        if parts.has(Word::RecentYears) {
            if !has_size && !ends {
                let since = self.known.first_year;
                self.claim(topic, year, Statement::RecentYears { trend, since }, tokens);
            }
            return true;
        }
        if parts.has(Word::EveryYear) {
            let since = if parts.any_year() { since } else { self.known.first_year };
            let statement = Statement::EveryYear { trend, since, of_share: is_share };
            self.claim(topic, year, statement, tokens);
            return true;
        }
        // "Barnen var fler 2024": than now, or than before that.
        let is_earlier = year < self.known.reported && parts.has(Word::Verb) && !compares;
        if is_earlier && clause.joint != Joint::Against {
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

    /// The year that a change is said of, and the one that it is counted from.
    fn years_of_change(
        &self,
        clause: &Clause,
        next: Option<&Clause>,
        parts: &ClauseParts,
        year: i32,
    ) -> (i32, i32) {
        // "Jämfört med 2025 är ökningen 16": the year that is compared with stands first.
        if clause.joint == Joint::Against {
            (self.before.year, year.min(self.before.year - 1))
        } else if let Some((since, year)) = years_of_span(parts) {
            (year, since)
        } else {
            let year = self.year_of_trend(parts, year);
            // "… 52 fler på fyra år, en ökning med drygt hälften": since the same year.
            let goes_on = clause.joint != Joint::Start && parts.topics.is_empty();
            let before = self.before.trend.filter(|_| goes_on).map(|(_, since)| since);
            let before = before.filter(|since| *since < year);
            (year, named_since(parts, next, year).or(before).unwrap_or(year - 1))
        }
    }

    /// `Samtliga åldersgrupper har vuxit.`
    fn every_part(
        &mut self,
        next: Option<&Clause>,
        parts: &ClauseParts,
        trend: Trend,
        year: i32,
    ) -> bool {
        let is_other =
            [Word::ShareOf, Word::RecentYears, Word::EveryYear].iter().any(|word| parts.has(*word));
        let Some(first) = self.first_part_of_all(parts) else { return false };
        if !parts.numbers.is_empty() || is_other {
            return false;
        }
        let since = named_since(parts, next, year).unwrap_or(year - 1);
        self.claim(first, year, Statement::EveryPart { trend, since }, parts.tokens.clone());
        true
    }

    /// `… och antalet kvinnor med tre`: the trend of the clause before goes on.
    pub(super) fn goes_on_changing(
        &mut self,
        clause: &Clause,
        parts: &ClauseParts,
        topic: Option<Topic>,
    ) -> bool {
        let Some((trend, since)) = self.before.trend else { return false };
        // "har de blivit 21 fler, mot kvinnornas 20"
        if let (Joint::Against, Some(topic @ Topic::Part(..)), [(at, by)]) =
            (clause.joint, topic, parts.numbers.as_slice())
            && !parts.topics.is_empty()
            && self.before.topic.is_none_or(|before| before != topic)
            && !self.before.is_share
        {
            let statement = Statement::ChangeBy { by: *by, trend: Some(trend), since };
            self.claim(topic, self.before.year, statement, parts.tokens_at(*at));
            return true;
        }
        let is_by = |at: usize| parts.sense(at) == Some(Sense::Word(Word::By));
        let by = parts.numbers.iter().find(|(at, _)| at.checked_sub(1).is_some_and(is_by));
        let (Joint::And | Joint::Comma, Some((at, by))) = (clause.joint, by) else { return false };
        if let Some(topic) = topic {
            let statement = Statement::ChangeBy { by: *by, trend: Some(trend), since };
            self.claim(topic, self.before.year, statement, parts.tokens_at(*at));
        }
        true
    }

    /// `antalet pågående uppdrag minskade från 41 till 39`: from the start of a year to its end.
    fn over_the_year(&mut self, parts: &ClauseParts, year: i32) -> bool {
        let is_end = |topic: &Topic| matches!(*topic, AT_START | AT_END);
        let names_both = parts.topics.len() == 2 && parts.topics.iter().all(is_end);
        let is_ongoing = parts.has(Word::AtOneTime) && parts.topics.is_empty();
        if !(names_both || is_ongoing) {
            return false;
        }
        let number = |word: Word| {
            let at = parts.find(|sense| sense == Sense::Word(word))? + 1;
            match parts.sense(at) {
                Some(Sense::Number(stated)) => Some((stated, parts.tokens_at(at))),
                _ => None,
            }
        };
        if let (Some((from, from_tokens)), Some((to, to_tokens))) =
            (number(Word::From), number(Word::To))
        {
            self.claim(AT_START, year, Statement::Count(from), from_tokens);
            self.claim(AT_END, year, Statement::Count(to), to_tokens);
        }
        true
    }

    /// `fler i slutet av 2025 än i slutet av 2024`: the two years stand beside the times.
    pub(super) fn ends_of_years(&mut self, parts: &ClauseParts, topic: Topic, trend: Trend) {
        let years: Vec<i32> = parts
            .terms
            .windows(2)
            .filter_map(|pair| match pair {
                [Term { sense: Sense::Topic(at), .. }, Term { sense: Sense::Year(year), .. }] => {
                    (*at == topic).then_some(*year)
                }
                _ => None,
            })
            .collect();
        if let [year, since] = years.as_slice() {
            let statement = Statement::Trend { trend, since: *since, roughly: false };
            self.claim(topic, *year, statement, parts.tokens.clone());
        }
    }

    /// The first part of the division that all parts of are spoken of.
    fn first_part_of_all(&self, parts: &ClauseParts) -> Option<Topic> {
        // "Alla övriga orsaker": not all of them.
        let division = parts.terms.windows(2).find_map(|pair| match pair {
            [
                Term { sense: Sense::Word(Word::All), .. },
                Term { sense: Sense::Word(Word::Division(division)), .. },
            ] => Some(*division),
            _ => None,
        })?;
        let is_all = parts.topics.is_empty();
        self.known.parts_of(division).next().filter(|_| is_all)
    }

    /// The year of a trend: not the one that it is counted from.
    fn year_of_trend(&self, parts: &ClauseParts, year: i32) -> i32 {
        let years: Vec<(usize, i32)> = parts
            .terms
            .iter()
            .enumerate()
            .filter_map(|(at, term)| match term.sense {
                Sense::Year(year) | Sense::Years(_, year) => Some((at, year)),
                _ => None,
            })
            .collect();
        let own = years.iter().find(|(at, _)| !parts.is_base(*at)).map(|(_, year)| *year);
        match own {
            Some(own) => own,
            None if years.is_empty() && parts.has(Word::Time(When::Before)) => self.before.year,
            None if years.is_empty() => year,
            None => self.before.year,
        }
    }

    /// `från 210 till 189`, `från 54 till 55 procent`.
    pub(super) fn span(
        &mut self,
        parts: &ClauseParts,
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
            let (usual, word) = match parts.sense(at) {
                // Since which of the recent years is not said.
                Some(Sense::Word(Word::From)) if parts.has(Word::RecentYears) => continue,
                Some(Sense::Word(Word::From)) => (since, at + 1),
                Some(Sense::Word(Word::To)) => (year, at + 1),
                _ => continue,
            };
            // "från 24 klienter 2023 till 31 klienter 2025"
            let own = (word + 1..word + 6).map_while(|at| match parts.sense(at) {
                Some(Sense::Word(Word::From | Word::To | Word::Since | Word::Than)) | None => None,
                sense => Some(sense),
            });
            let own = own.flatten().find_map(|sense| match sense {
                Sense::Year(year) => Some(year),
                _ => None,
            });
            let year = own.unwrap_or(usual);
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
}

/// `två år i rad, från 31 till 34 och nu 38`: the two are of the years before.
pub(super) fn goes_on_to_now(parts: &ClauseParts, next: Option<&Clause>) -> bool {
    let is_now = |next: &Clause| {
        let has_number = next.any(|sense| matches!(sense, Sense::Number(_)));
        let is_plain = has_number && next.trend().is_none();
        is_plain && next.joint == Joint::And && next.has(Word::Time(When::Now))
    };
    !parts.any_year() && next.is_some_and(is_now)
}

/// The years that the two numbers of a span are said of: `från 13 vid slutet av 2024 till 8 vid
/// slutet av 2025`.
pub(super) fn years_of_span(parts: &ClauseParts) -> Option<(i32, i32)> {
    let from = parts.find(|sense| sense == Sense::Word(Word::From))?;
    let to = parts.find(|sense| sense == Sense::Word(Word::To)).filter(|to| *to > from)?;
    let year_in = |terms: &[Term]| {
        let mut years = terms.iter().filter_map(|term| match term.sense {
            Sense::Year(year) => Some(year),
            _ => None,
        });
        years.next().filter(|_| years.next().is_none())
    };
    let is_number =
        |at: usize| matches!(parts.sense(at), Some(Sense::Number(_) | Sense::PerCent(_)));
    let (since, year) = (year_in(parts.terms.get(from..to)?)?, year_in(parts.terms.get(to..)?)?);
    (is_number(from + 1) && is_number(to + 1) && since < year).then_some((since, year))
}

/// `Inte fler än 20 klienter`, `inte ökat lika mycket`: that tells no change.
fn is_negated_number(clause: &Clause, parts: &ClauseParts, trend: Trend) -> bool {
    let compares = |sense| matches!(sense, Sense::Word(Word::AsMany | Word::Trend(Trend::Same)));
    matches!(trend, Trend::NotMore | Trend::NotFewer)
        && (parts.any_number() || clause.any(compares))
}

/// Whether a number says by how much: `minskade med 21`, `21 färre`, `21 klienter färre`.
fn is_by(parts: &ClauseParts, at: usize, trend_at: usize) -> bool {
    let sense = |at: usize| parts.sense(at);
    let before = at.checked_sub(1).and_then(sense);
    let is_noun = |sense| {
        matches!(
            sense,
            Some(
                Sense::Word(
                    Word::Clients | Word::Persons | Word::Cases | Word::Neutral | Word::Verb
                ) | Sense::Topic(_)
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
    // "Ökningen av antalet klienter är 10 procent."
    let is_subject = trend_at <= 1 && before == Some(Sense::Word(Word::Verb));
    let is_named = |sense| {
        is_noun(sense)
            || matches!(
                sense,
                Some(
                    Sense::Word(Word::CountOf | Word::Time(_)) | Sense::Year(_) | Sense::Years(..)
                )
            )
    };
    if is_subject && at - trend_at > 2 && (trend_at + 1..at).all(|at| is_named(sense(at))) {
        return true;
    }
    // "minskade 10 procent", "en minskning på 21".
    at == trend_at + 1 || (at == trend_at + 2 && matches!(before, Some(Sense::Word(Word::Neutral))))
}

/// The year that a change is said to be counted from.
pub(super) fn named_since(parts: &ClauseParts, next: Option<&Clause>, year: i32) -> Option<i32> {
    // "nio färre än året före, men jämfört med 2024 …"
    if parts.has(Word::Than) && parts.has(Word::Time(When::Before)) {
        return Some(year - 1);
    }
    // "sedan 2023", "än 2024", "från 2023".
    let own = parts.terms.iter().enumerate().find_map(|(at, term)| match term.sense {
        Sense::Year(since) => (parts.is_base(at) && since != year).then_some(since),
        Sense::Years(since, _) => Some(since),
        _ => None,
    });
    let next = next.filter(|next| next.joint == Joint::Against);
    own.or_else(|| next?.years().next())
}

/// `för tredje året i rad`, `tre år i rad`.
fn times_in_a_row(parts: &ClauseParts) -> Option<usize> {
    let at = parts.find(|sense| sense == Sense::Word(Word::InARow))?;
    match at.checked_sub(1).and_then(|at| parts.sense(at))? {
        Sense::Word(Word::Third) => Some(3),
        Sense::Number(stated) => usize::try_from(stated.as_whole()?).ok(),
        Sense::Word(Word::Neutral) => Some(2),
        _ => None,
    }
}
