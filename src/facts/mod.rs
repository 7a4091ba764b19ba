//! What follows from the figures: changes, sums, what remains.
//!
//! Templates and the year file's texts meet facts under Swedish names
//! ([`crate::template`]); arithmetic is done here and nowhere else.

mod change;
mod ledger;
mod money;
mod number;
mod parts;
mod published;
mod year;

use chrono::NaiveDate;

use crate::case::Case;
use crate::case::values::Hundredths;
use ledger::Ledger;
use year::EnteredYear;

pub use change::{Change, Direction};
pub use money::Money;
pub use number::Number;
pub use parts::Parts;
pub use published::published;
pub use year::Flow;

/// A count for the reported year beside that of the year before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The name used for it in templates and texts; empty for parts of a whole.
    pub name: &'static str,
    /// What it counts, as the first cell of a table row.
    pub label: String,
    /// The reported year.
    pub current: Option<Number>,
    /// The year before.
    pub previous: Option<Number>,
}

impl Figure {
    /// The change, when both years are known and neither is masked.
    #[must_use]
    pub fn change(&self) -> Option<Change> {
        Some(Change::between(self.previous?.exact()?, self.current?.exact()?))
    }

    /// Whether the count of either year is masked.
    #[must_use]
    pub fn is_masked(&self) -> bool {
        [self.current, self.previous].into_iter().flatten().any(Number::is_masked)
    }
}

/// Everything that follows from a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Counts of persons and cases, in the order in which tables show them.
    pub figures: Vec<Figure>,
    /// The same counts, divided.
    pub parts: Parts,
    /// The economy.
    pub money: Money,
    /// Full-time posts.
    pub full_time_posts: Hundredths,
    /// Whether the report reached länsstyrelsen before the board meets, so that
    /// the paper says "har lämnats" and not "lämnas".
    pub report_is_sent: bool,
    /// The same for the application.
    pub application_is_sent: bool,
}

impl Facts {
    /// Works out the facts of a case.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let meeting = case.errand.meeting.value;
        let is_sent = |submitted: NaiveDate| submitted <= meeting;
        let mut ledger = Ledger::default();
        let mut enter = |offset| match case.figures(offset) {
            Some(figures) => EnteredYear::of(figures, &mut ledger),
            None => EnteredYear::default(),
        };
        let (year, before) = (enter(0), enter(-1));
        year.follows(&before, &mut ledger);
        let shown = if case.masks_small_counts() {
            ledger.masked(case.smallest_count())
        } else {
            ledger.all()
        };
        Self {
            figures: year.figures(&before, &shown),
            parts: year.parts.beside(&before.parts, &shown),
            money: Money::of(case),
            full_time_posts: case.operation.full_time_posts.value,
            report_is_sent: is_sent(case.grant.report_submitted.value),
            application_is_sent: is_sent(case.grant.application_submitted.value),
        }
    }

    /// A figure by its name.
    #[must_use]
    pub fn figure(&self, name: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.name == name)
    }
}

#[cfg(test)]
mod tests;
