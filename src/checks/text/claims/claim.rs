//! A claim about a count, and what the figures answer.

use std::ops::Range;

use super::known::{Known, Topic};
use super::lexicon::Trend;
use super::stated::{Closeness, ShareRange, Stated, WHOLE};
use crate::facts::{Change, Direction, Share};
use crate::source::Span;

/// What a sentence says about a count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Claim {
    pub(super) topic: Topic,
    /// The year that it is said of.
    pub(super) year: i32,
    pub(super) statement: Statement,
    /// The words of the sentence that say it.
    pub(super) tokens: Range<usize>,
}

/// What is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Statement {
    /// There are so many.
    Count(Stated),
    /// So many more or fewer than in another year.
    ChangeBy { by: Stated, trend: Option<Trend>, since: i32 },
    /// So many per cent more or fewer.
    ChangePerCent { by: Stated, trend: Option<Trend>, since: i32 },
    /// Such a part more or fewer.
    ChangeShare { range: ShareRange, trend: Option<Trend>, since: i32 },
    /// So many percentage points more or fewer of the whole.
    ChangePoints { by: Stated, trend: Option<Trend>, since: i32 },
    /// More, fewer or as many.
    Trend { trend: Trend, since: i32, roughly: bool },
    /// The same way every year.
    EveryYear { trend: Trend, since: i32, of_share: bool },
    /// More or fewer than in one of the years before, which is not said.
    RecentYears { trend: Trend, since: i32 },
    /// The same way so many years in a row.
    InARow { trend: Trend, times: usize },
    /// A larger or smaller share of the whole than before.
    ShareTrend { trend: Trend, since: i32, roughly: bool },
    /// Such a share of a whole.
    Share { of: Topic, range: ShareRange },
    /// Among the so many first of its division, or the last.
    Rank { place: usize, listed: usize, is_least: bool },
    /// All parts of its division have gone that way.
    EveryPart { trend: Trend, since: i32 },
    /// No part of its division has gone further that way, in number or in per cent.
    RankOfChange { trend: Trend, since: i32 },
    /// More, or fewer, than in any other year that there are figures for.
    Peak { is_least: bool },
    /// More than another part; how it was before may be older than the figures.
    Passed { other: Topic },
    /// More, fewer or as many as another part.
    Order { other: Topic, trend: Trend },
}

/// What the figures say about a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    True,
    NotKnown,
    False(Correction),
}

/// Why a claim is false, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Correction {
    /// What the figures say, after `här står ”…”, men`.
    pub(super) but: String,
    pub(super) hint: String,
    /// Where the figures stand.
    pub(super) places: Vec<(Span, String)>,
}

/// What a claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ClaimKind {
    /// A number of something.
    Figure,
    /// More or fewer than before.
    Direction,
    /// What a year is the year of.
    Year,
    /// What happened on a day.
    Date,
    /// Who acts.
    Name,
}

/// A claim that has been asked about.
pub(super) struct Judged {
    /// The words of the sentence that make it.
    pub(super) tokens: Range<usize>,
    pub(super) kind: ClaimKind,
    pub(super) answer: Answer,
    /// What can stand in the place of those words, and is true.
    pub(super) placeholder: Option<String>,
}

impl Claim {
    /// The claim with what the figures answer.
    pub(super) fn judged(self, known: &Known<'_>) -> Judged {
        let answer = self.answer(known).unwrap_or(Answer::NotKnown);
        let kind = match self.statement {
            Statement::Trend { .. }
            | Statement::ShareTrend { .. }
            | Statement::EveryYear { .. }
            | Statement::RecentYears { .. }
            | Statement::RankOfChange { .. }
            | Statement::EveryPart { .. }
            | Statement::InARow { .. } => ClaimKind::Direction,
            _ => ClaimKind::Figure,
        };
        // A number that is rounded or part of a change is no placeholder's.
        let is_plain = matches!(self.statement, Statement::Count(stated) if stated.closeness == Closeness::Exactly);
        let placeholder = known.placeholder(self.topic, self.year).filter(|_| is_plain);
        Judged { tokens: self.tokens, kind, answer, placeholder }
    }

    fn answer(&self, known: &Known<'_>) -> Option<Answer> {
        let count = |year| known.count(self.topic, year);
        let now = count(self.year)?;
        let holds = match &self.statement {
            Statement::Count(stated) => stated.agrees(now.checked_mul(100)?),
            Statement::ChangeBy { by, trend, since } => {
                let change = Change::between(count(*since)?, now);
                by.agrees(change.size().checked_mul(100)?) && may_be(*trend, change)
            }
            Statement::ChangePerCent { by, trend, since } => {
                let change = Change::between(count(*since)?, now);
                let range = ShareRange::of(*by);
                range.agrees(change.size(), change.before()) && may_be(*trend, change)
            }
            Statement::ChangeShare { range, trend, since } => {
                let change = Change::between(count(*since)?, now);
                range.agrees(change.size(), change.before()) && may_be(*trend, change)
            }
            Statement::ChangePoints { by, trend, since } => {
                let (before, now) = (self.share(known, *since)?, self.share(known, self.year)?);
                let points = now.points_from(before);
                let is_right = points.abs_diff(by.hundredths / 10) <= 10;
                is_right && may_be(*trend, Change::between(before.per_mille(), now.per_mille()))
            }
            Statement::Trend { trend, since, roughly } => {
                has_gone(*trend, *roughly, Change::between(count(*since)?, now))
            }
            Statement::ShareTrend { trend, since, roughly } => {
                let (before, now) = (self.share(known, *since)?, self.share(known, self.year)?);
                has_gone(*trend, *roughly, Change::between(before.per_mille(), now.per_mille()))
            }
            Statement::EveryYear { trend, since, of_share } => {
                let changes = if *of_share {
                    self.changes_of_share(known, *since)?
                } else {
                    changes(known, self.topic, *since, self.year)?
                };
                changes.into_iter().all(|change| has_gone(*trend, false, change))
            }
            Statement::RecentYears { trend, since } => {
                let mut earlier = (*since..self.year).filter_map(count).peekable();
                earlier.peek()?;
                earlier.any(|before| has_gone(*trend, true, Change::between(before, now)))
            }
            Statement::InARow { trend, times } => {
                let since = self.first_in_row(known, *times)?;
                let changes = changes(known, self.topic, since, self.year)?;
                changes.into_iter().all(|change| has_gone(*trend, false, change))
            }
            Statement::Share { of, range } => range.agrees(now, known.count(*of, self.year)?),
            Statement::Rank { place, listed, is_least } => {
                self.has_rank(known, *place, *listed, *is_least)?
            }
            Statement::EveryPart { trend, since } => {
                let changes = self.changes_of_division(known, *since)?;
                changes.iter().all(|(_, change)| has_gone(*trend, false, *change))
            }
            Statement::RankOfChange { trend, since } => {
                self.has_changed_most(known, *trend, *since)?
            }
            Statement::Peak { is_least } => {
                let years = known.first_year..=known.reported;
                let mut others =
                    years.filter(|year| *year != self.year).filter_map(count).peekable();
                others.peek()?;
                others.all(|other| if *is_least { other >= now } else { other <= now })
            }
            Statement::Passed { other } => now > known.count(*other, self.year)?,
            Statement::Order { other, trend } => {
                let other = known.count(*other, self.year)?;
                match trend {
                    Trend::More => now > other,
                    Trend::Fewer => now < other,
                    // "Lika många" may be said of nearly as many.
                    _ => now.abs_diff(other) <= now.max(other) / 25,
                }
            }
        };
        Some(if holds { Answer::True } else { Answer::False(self.correction(known, now)?) })
    }

    pub(super) fn share(&self, known: &Known<'_>, year: i32) -> Option<Share> {
        Share::of(known.count(self.topic, year)?, known.count(Known::whole(self.topic)?, year)?)
    }

    /// The year that so many changes in a row are counted from, or the first one known.
    pub(super) fn first_in_row(&self, known: &Known<'_>, times: usize) -> Option<i32> {
        Some((self.year - i32::try_from(times).ok()?).max(known.first_year))
    }

    fn changes_of_share(&self, known: &Known<'_>, since: i32) -> Option<Vec<Change>> {
        let share = |year| Some(self.share(known, year)?.per_mille());
        let change = |year| Some(Change::between(share(year)?, share(year + 1)?));
        (since..self.year).map(change).collect::<Option<Vec<_>>>().filter(|all| !all.is_empty())
    }

    /// Whether it has its place among the parts of its division, or one of those
    /// listed with it has; parts of equal size share their places.
    fn has_rank(
        &self,
        known: &Known<'_>,
        place: usize,
        listed: usize,
        is_least: bool,
    ) -> Option<bool> {
        let Topic::Part(division, _) = self.topic else { return None };
        let own = known.count(self.topic, self.year)?;
        let others: Vec<u64> =
            known.parts_of(division).filter_map(|topic| known.count(topic, self.year)).collect();
        let before = others
            .iter()
            .filter(|other| if is_least { **other < own } else { **other > own })
            .count();
        let same = others.iter().filter(|other| **other == own).count();
        // Places before + 1 to before + same are its.
        Some(before < place + listed.saturating_sub(1) && before + same >= place)
    }

    /// The changes of all parts of its division, with their places among the known names.
    pub(super) fn changes_of_division(
        &self,
        known: &Known<'_>,
        since: i32,
    ) -> Option<Vec<(Topic, Change)>> {
        let Topic::Part(division, _) = self.topic else { return None };
        let change = |topic| {
            let (before, after) = (known.count(topic, since)?, known.count(topic, self.year)?);
            Some((topic, Change::between(before, after)))
        };
        known.parts_of(division).map(change).collect()
    }

    fn has_changed_most(&self, known: &Known<'_>, trend: Trend, since: i32) -> Option<bool> {
        let changes = self.changes_of_division(known, since)?;
        let (_, own) = *changes.iter().find(|(topic, _)| *topic == self.topic)?;
        let goes_so = |change: &Change| match trend {
            Trend::More => change.direction() == Direction::Up,
            Trend::Fewer => change.direction() == Direction::Down,
            _ => change.direction() != Direction::Same,
        };
        let per_cent = |change: &Change| {
            // What was none has no per cent to grow by.
            change.size().saturating_mul(1000).checked_div(change.before()).unwrap_or(u64::MAX)
        };
        let others = || changes.iter().map(|(_, change)| change).filter(|change| goes_so(change));
        let is_most = others().all(|other| other.size() <= own.size());
        let is_most_in_per_cent = others().all(|other| per_cent(other) <= per_cent(&own));
        Some(goes_so(&own) && (is_most || is_most_in_per_cent))
    }
}

fn changes(known: &Known<'_>, topic: Topic, since: i32, until: i32) -> Option<Vec<Change>> {
    if since >= until {
        return None;
    }
    (since..until)
        .map(|year| Some(Change::between(known.count(topic, year)?, known.count(topic, year + 1)?)))
        .collect()
}

/// Whether a change by so many goes the way that is said, when a way is said.
fn may_be(trend: Option<Trend>, change: Change) -> bool {
    match trend {
        Some(Trend::More) => change.direction() == Direction::Up,
        Some(Trend::Fewer) => change.direction() == Direction::Down,
        _ => true,
    }
}

pub(super) fn has_gone(trend: Trend, roughly: bool, change: Change) -> bool {
    let (before, after) = (change.before(), change.after());
    match trend {
        Trend::More => after > before,
        Trend::Fewer => after < before,
        // "I stort sett oförändrat" allows a twelfth, at least three.
        Trend::Same if roughly => change.size() <= (before / 12).max(3),
        Trend::Same => change.size() <= before / 50,
        Trend::Changed => after != before,
        Trend::NotMore => after <= before,
        Trend::NotFewer => after >= before,
        Trend::Doubled if roughly => after.saturating_mul(10) >= before.saturating_mul(17),
        Trend::Halved if roughly => after.saturating_mul(100) <= before.saturating_mul(65),
        Trend::Doubled => after.saturating_mul(10) >= before.saturating_mul(18),
        Trend::Tripled => after.saturating_mul(10) >= before.saturating_mul(27),
        Trend::Halved => after.saturating_mul(10) <= before.saturating_mul(6),
    }
}

/// All of them, as a share.
pub(super) const ALL: ShareRange = ShareRange { from: WHOLE, to: WHOLE };
