//! What follows from the figures: changes, sums, what remains.
//!
//! Templates and the year file's texts meet facts under Swedish names
//! ([`crate::template`]); arithmetic is done here and nowhere else.

mod change;
mod counts;
mod coverage;
mod figure;
mod flows;
mod ledger;
mod money;
mod number;
mod parts;
mod published;
mod rounding;
mod share;
mod year;

use crate::measures::{CLIENTS, CLOSED, NEW};
use crate::year_file::YearFile;
use crate::year_file::values::{Date, Hundredths};

pub use change::{Change, Direction};
pub use counts::{Counted, Counts, YearCount};
pub use coverage::Coverage;
pub use figure::{Figure, Run};
pub use money::{KnownAmount, Money};
pub use number::{MISSING, Number};
pub use parts::{DividedFigures, Parts, ranks};
pub use published::published;
pub use share::Share;
pub use year::Flow;

/// How many years tables and charts go back, the reported one among them.
pub const MOST_YEARS: i32 = 5;

/// Everything that follows from a year file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The years that figures are shown for, without gaps, the reported one last.
    pub years: Vec<i32>,
    /// Counts of persons and cases, in the order in which tables show them.
    pub figures: Vec<Figure>,
    /// The same counts, divided.
    pub parts: Parts,
    /// The economy.
    pub money: Money,
    /// Full-time posts.
    pub full_time_posts: Hundredths,
    /// Whether the report reached länsstyrelsen before the board meets, so that
    /// the paper says "lämnades" and not "lämnas".
    pub report_is_sent: bool,
    /// The same for the application.
    pub application_is_sent: bool,
}

impl Facts {
    /// Works out the facts of a year file.
    #[must_use]
    pub fn of(year_file: &YearFile) -> Self {
        let meeting = year_file.board_matter.meeting.known();
        let is_sent = |submitted: &Date| {
            submitted.known().zip(meeting).is_some_and(|(day, meeting)| day <= meeting)
        };
        let years = years(year_file);
        let counts = Counts::of(year_file);
        let shown = if year_file.masks_small_counts() {
            counts.ledger.masked(year_file.smallest_count())
        } else {
            counts.ledger.unmasked()
        };
        Self {
            figures: year::figures(&years, &counts, &shown),
            parts: parts::figures(&years, &counts, &shown),
            money: Money::of(year_file),
            years,
            full_time_posts: year_file
                .operation
                .full_time_posts
                .known()
                .copied()
                .unwrap_or_default(),
            report_is_sent: is_sent(&year_file.grant.report_submitted),
            application_is_sent: is_sent(&year_file.grant.application_submitted),
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

    /// Clients for each full-time post, in tenths, rounded half up.
    #[must_use]
    pub fn clients_per_post(&self) -> Option<u64> {
        let clients = u128::from(self.figure(CLIENTS)?.current()?.exact()?);
        let posts = u128::from(self.full_time_posts.0);
        rounding::rounded(clients * 1000, posts)
    }
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
