//! A claim about a count, and what the figures answer.

use std::ops::Range;

use super::known::{Known, Topic};
use super::lexicon::Trend;
use super::stated::{Closeness, ShareRange, Stated, WHOLE};
use crate::facts::{Change, Direction, Share};
use crate::source::Span;
use crate::swedish::{grouped, join};

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
    /// What can stand in the place of those words, when they are true.
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
        Some(if holds { Answer::True } else { Answer::False(self.wrong(known, now)?) })
    }

    fn share(&self, known: &Known<'_>, year: i32) -> Option<Share> {
        Share::of(known.count(self.topic, year)?, known.count(Known::whole(self.topic)?, year)?)
    }

    /// The year that so many changes in a row are counted from, or the first one known.
    fn first_in_row(&self, known: &Known<'_>, times: usize) -> Option<i32> {
        Some((self.year - i32::try_from(times).ok()?).max(known.first_year))
    }

    /// `antalet klienter har varit 175 (2023), 210 (2024) och 189 (2025)`.
    fn year_by_year(&self, known: &Known<'_>, since: i32) -> String {
        let counts = (since..=self.year).filter_map(|year| {
            Some(format!("{} ({year})", grouped(known.count(self.topic, year)?)))
        });
        let counts: Vec<String> = counts.collect();
        format!("antalet {} har varit {}", known.noun(self.topic), join(&counts))
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

    fn wrong(&self, known: &Known<'_>, now: u64) -> Option<Correction> {
        let noun = known.noun(self.topic);
        let year = self.year;
        let mut places = Vec::new();
        let mut place = |topic, year: i32| {
            places.extend(known.place(topic, year).map(|place| (place, year.to_string())));
        };
        place(self.topic, year);
        let write = "Rätta texten. Är det siffran som är fel så rätta den i `statistik:`.";
        let (but, hint) = match &self.statement {
            Statement::Count(_) => {
                let but = format!("antalet {noun} {year} är {}", grouped(now));
                let placeholder = known.placeholder(self.topic, year);
                let or = placeholder.map(|placeholder| format!(" eller {placeholder}"));
                let hint = format!(
                    "Skriv {}{}. Är det siffran som är fel så rätta den i `statistik:`.",
                    grouped(now),
                    or.unwrap_or_default()
                );
                (but, hint)
            }
            Statement::ChangeBy { since, .. }
            | Statement::ChangePerCent { since, .. }
            | Statement::Trend { since, .. } => {
                place(self.topic, *since);
                let change = Change::between(known.count(self.topic, *since)?, now);
                (went(&format!("antalet {noun}"), *since, year, change), write.to_owned())
            }
            Statement::EveryYear { since, .. } | Statement::RecentYears { since, .. } => {
                (self.year_by_year(known, *since), write.to_owned())
            }
            Statement::InARow { times, .. } => {
                (self.year_by_year(known, self.first_in_row(known, *times)?), write.to_owned())
            }
            Statement::ChangePoints { since, .. } | Statement::ShareTrend { since, .. } => {
                place(self.topic, *since);
                let (before, now) = (self.share(known, *since)?, self.share(known, year)?);
                (format!("andelen {noun} var {before} {since} och {now} {year}"), write.to_owned())
            }
            Statement::Share { of, .. } => {
                let whole = known.count(*of, year)?;
                let share = Share::of(now, whole)?;
                let whole = format!("{} {}", grouped(whole), known.noun(*of));
                (
                    format!(
                        "antalet {noun} {year} är {} av {whole}, det vill säga {share}",
                        grouped(now)
                    ),
                    write.to_owned(),
                )
            }
            Statement::Rank { is_least, .. } => {
                let Topic::Part(division, _) = self.topic else { return None };
                (ranking(known, division, year, *is_least), write.to_owned())
            }
            Statement::Order { other, .. } => {
                place(*other, year);
                let count = known.count(*other, year)?;
                (
                    format!(
                        "antalet {noun} {year} är {} och antalet {} {}",
                        grouped(now),
                        known.noun(*other),
                        grouped(count)
                    ),
                    write.to_owned(),
                )
            }
        };
        places.dedup();
        Some(Correction { but, hint, places })
    }
}

/// The first three parts of a division, as `ordningen är …`.
fn ranking(known: &Known<'_>, division: &'static str, year: i32, is_least: bool) -> String {
    let mut parts: Vec<(u64, &str)> = known
        .parts_of(division)
        .filter_map(|topic| {
            let Topic::Part(_, index) = topic else { return None };
            Some((known.count(topic, year)?, known.parts.get(index)?.name.as_str()))
        })
        .collect();
    parts.sort_by_key(|(count, _)| *count);
    if !is_least {
        parts.reverse();
    }
    let first = parts.iter().take(3).map(|(count, name)| format!("{name} ({})", grouped(*count)));
    let first: Vec<String> = first.collect();
    let lead = if is_least { format!("{year}, den minsta först,") } else { year.to_string() };
    format!("ordningen {lead} är {}", join(&first))
}

/// `antalet klienter har minskat från 210 (2024) till 189 (2025), det vill säga med 21 eller 10,0 procent`.
fn went(what: &str, since: i32, year: i32, change: Change) -> String {
    let (before, after) = (grouped(change.before()), grouped(change.after()));
    if change.direction() == Direction::Same {
        return format!("{what} är {after} både {since} och {year}");
    }
    let per_cent = change.per_cent().map(|share| format!(" eller {share}")).unwrap_or_default();
    let size = grouped(change.size());
    format!(
        "{what} har {} från {before} ({since}) till {after} ({year}), det vill säga med {size}{per_cent}",
        change.participle()
    )
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

fn has_gone(trend: Trend, roughly: bool, change: Change) -> bool {
    let (before, after) = (change.before(), change.after());
    match trend {
        Trend::More => after > before,
        Trend::Fewer => after < before,
        // "I stort sett oförändrat" allows a twelfth, at least three.
        Trend::Same if roughly => change.size() <= (before / 12).max(3),
        Trend::Same => change.size() <= before / 50,
        Trend::Changed => after != before,
        Trend::Doubled => after.saturating_mul(10) >= before.saturating_mul(18),
        Trend::Halved => after.saturating_mul(10) <= before.saturating_mul(6),
    }
}

/// All of them, as a share.
pub(super) const ALL: ShareRange = ShareRange { from: WHOLE, to: WHOLE };
