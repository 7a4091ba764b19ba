//! What follows from the figures: changes, sums, what remains.
//!
//! Templates and the year file's texts meet facts under Swedish names
//! ([`crate::template`]); arithmetic is done here and nowhere else.

mod change;
mod counts;
mod coverage;
mod figure;
mod flows;
mod key_figures;
mod kommuner;
mod ledger;
mod money;
mod number;
mod operations;
mod parts;
mod published;
mod rounding;
mod share;
mod shown;
mod year;

use chrono::NaiveDate;

use crate::measures::{CLIENTS, CLOSED, NEW};
use crate::year_file::YearFile;
use crate::year_file::values::{Date, Decimal, Hundredths};

pub use change::{Change, Direction};
pub use counts::{Counted, Counts, YearCount};
pub use coverage::Coverage;
pub use figure::{Figure, Run};
pub use key_figures::{change_in_cell, key_figures};
pub use kommuner::MunicipalityShare;
pub use money::{KnownAmount, Money};
pub use number::{MISSING, Number};
pub use operations::OperationShare;
pub use parts::{DividedFigures, Parts, ranks};
pub use published::{PUBLISHED_VERSION, published};
pub use share::Share;
pub use shown::Shown;
pub use year::Flow;

/// How many years tables and charts go back, the reported one among them.
pub const MOST_YEARS: i32 = 5;

/// Everything that follows from a year file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "two papers, each at two days")]
pub struct Facts {
    /// The years that figures are shown for, without gaps, the reported one last.
    pub years: Vec<i32>,
    /// Counts of persons and cases, in the order in which tables show them.
    pub figures: Vec<Figure>,
    /// The same counts, divided.
    pub parts: Parts,
    /// The economy.
    pub money: Money,
    /// Full-time posts in the reported year.
    pub full_time_posts: Hundredths,
    /// Full-time posts that the application is for.
    pub posts_applied_for: Hundredths,
    /// How many ombud there are, as far as is known: one post or less is one ombud's, unless
    /// the year file says otherwise.
    pub ombud: Option<u64>,
    /// The kommuner of an application for several, the applicant first; none otherwise.
    pub municipalities: Vec<MunicipalityShare>,
    /// The operations whose sums the figures are, when the board's matter is about several;
    /// none otherwise.
    pub operations: Vec<OperationShare>,
    /// The first day of the service, when that is within one of the years shown: its figures
    /// are then those of a part of a year.
    pub started: Option<NaiveDate>,
    /// The same, when it is within the reported year.
    pub started_within: Option<NaiveDate>,
    /// The last day of the service, when it ended within the reported year and not with it.
    pub ended_within: Option<NaiveDate>,
    /// Whether the report has reached länsstyrelsen when the board meets, so that the board
    /// has no task to give.
    pub report_is_sent: bool,
    /// The same for the application.
    pub application_is_sent: bool,
    /// Whether the report had reached länsstyrelsen on the day that the board paper is dated,
    /// so that the paper says "lämnades" and not "lämnas".
    pub report_was_sent: bool,
    /// The same for the application.
    pub application_was_sent: bool,
}

impl Facts {
    /// Works out the facts of a year file.
    #[must_use]
    pub fn of(year_file: &YearFile) -> Self {
        let meeting = year_file.board_matter.meeting.known();
        let written = year_file.board_matter.date.known().or(meeting);
        let is_sent = |submitted: &Date, by: Option<&NaiveDate>| {
            submitted.known().zip(by).is_some_and(|(day, by)| day <= by)
        };
        let grant = &year_file.grant;
        let (report, application) = (&grant.report_submitted, &grant.application_submitted);
        let years = years(year_file);
        let counts = Counts::of(year_file);
        let shown = if year_file.masks_small_counts() {
            counts.ledger.masked(year_file.smallest_count())
        } else {
            counts.ledger.unmasked()
        };
        // The years that began with no service are no whole years to compare with, and one
        // that ended with none is not to be compared.
        let ended_within = year_file.ended_within(*year_file.year);
        let first_whole = years.iter().position(|year| year_file.started_within(*year).is_none());
        let whole_years = years.len() - first_whole.unwrap_or(years.len());
        let comparable = if ended_within.is_some() { whole_years.min(1) } else { whole_years };
        let parts = parts::figures(&years, &counts, &shown, comparable);
        let posts = |posts: &Decimal| posts.known().copied().unwrap_or_default();
        let operation = &year_file.operation;
        let full_time_posts = posts(&operation.full_time_posts);
        let mut figures = year::figures(&years, &counts, &shown, comparable);
        if year_file.period.is_some() {
            for figure in &mut figures {
                figure.label =
                    figure.label.replace("årets", "periodens").replace("året", "perioden");
            }
        }
        Self {
            figures,
            money: Money::of(year_file),
            municipalities: kommuner::shares(year_file, &parts),
            operations: Vec::new(),
            parts,
            posts_applied_for: year_file.posts_applied_for().map(posts).unwrap_or_default(),
            ombud: ombud(year_file, full_time_posts),
            started: years.iter().find_map(|year| year_file.started_within(*year)),
            started_within: year_file.started_within(*year_file.year),
            ended_within,
            years,
            full_time_posts,
            report_is_sent: is_sent(report, meeting),
            application_is_sent: is_sent(application, meeting),
            report_was_sent: is_sent(report, written),
            application_was_sent: is_sent(application, written),
        }
    }

    /// Whether any count is masked.
    #[must_use]
    pub fn has_masked(&self) -> bool {
        let parts = self.parts.iter().flat_map(|divided| &divided.figures);
        self.figures.iter().chain(parts).any(Figure::is_masked)
    }

    /// The figure of the measure with a key.
    #[must_use]
    pub fn figure(&self, key: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.name == key)
    }

    /// New clients less closed cases: how much the number of clients has grown, or
    /// shrunk, over the year. Unknown when either count is missing or masked.
    #[must_use]
    pub fn net_flow(&self) -> Option<i64> {
        let exact = |key| self.figure(key)?.current()?.exact();
        exact(NEW)?.checked_signed_diff(exact(CLOSED)?)
    }

    /// Clients for each full-time post, in tenths, rounded half up. Not known for a year in
    /// which the service began or ended: it would be set beside those of whole years.
    #[must_use]
    pub fn clients_per_post(&self) -> Option<u64> {
        if self.started_within.is_some() || self.ended_within.is_some() {
            return None;
        }
        let clients = u128::from(self.figure(CLIENTS)?.current()?.exact()?);
        let posts = u128::from(self.full_time_posts.0);
        rounding::rounded(clients * 1000, posts)
    }
}

/// How many ombud there are: as the year file says or lists them, or else the one who has
/// the only post, whole or part.
fn ombud(year_file: &YearFile, posts: Hundredths) -> Option<u64> {
    let operation = &year_file.operation;
    let given = operation.ombud.as_ref().map(|ombud| u64::from(**ombud));
    let listed = operation.ombud_posts.as_ref().map(|ombud| ombud.len() as u64);
    let only = (1..=100).contains(&posts.0).then_some(1);
    given.or(listed.filter(|listed| *listed > 0)).or(only)
}

/// The years to show: from the earliest one that the year file has figures for, yet
/// no more than [`MOST_YEARS`]. A year between without figures is there as a gap.
fn years(year_file: &YearFile) -> Vec<i32> {
    let last = *year_file.year;
    let earliest = last - (MOST_YEARS - 1);
    let first = year_file.statistics.keys().copied().find(|year| (earliest..=last).contains(year));
    (first.unwrap_or(last)..=last).collect()
}

#[cfg(test)]
mod tests;
