//! What follows from the figures: changes, sums, what remains.
//!
//! Templates and the year file's texts meet facts under Swedish names
//! ([`crate::template`]); arithmetic is done here and nowhere else.

mod change;
mod money;
mod parts;

use chrono::NaiveDate;

use crate::case::values::{Count, Hundredths};
use crate::case::{Case, YearFigures};

pub use change::{Change, Direction};
pub use money::Money;
pub use parts::Parts;

/// A count for the reported year beside that of the year before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The name used for it in templates and texts; empty for parts of a whole.
    pub name: &'static str,
    /// What it counts, as the first cell of a table row.
    pub label: String,
    /// The reported year.
    pub current: Option<u64>,
    /// The year before.
    pub previous: Option<u64>,
}

impl Figure {
    /// The change, when both years are known.
    #[must_use]
    pub fn change(&self) -> Option<Change> {
        Some(Change::between(self.previous?, self.current?))
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
        Self {
            figures: figures(case),
            parts: Parts::of(case),
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

type Pick = fn(&YearFigures) -> Option<u64>;

/// The figures in table order, with how each is taken from a year's statistics.
/// What was carried in and out follows from the other counts unless it is given.
const FIGURES: [(&str, &str, Pick); 7] = [
    ("ingående", "Klienter vid årets början", carried_in),
    ("nya", "Nya klienter", |year| number(year.new.as_ref())),
    ("klienter", "Klienter under året", |year| number(year.clients.as_ref())),
    ("avslutade", "Avslutade ärenden", |year| number(year.closed.as_ref())),
    ("utgående", "Klienter vid årets slut", carried_out),
    ("kö", "Personer i kö vid årets slut", |year| number(year.queue.as_ref())),
    ("hemmavarande_barn", "Klienter med hemmavarande barn under 18 år", |year| {
        number(year.children_at_home.as_ref())
    }),
];

fn figures(case: &Case) -> Vec<Figure> {
    let year = |offset, pick: Pick| case.figures(offset).and_then(|figures| pick(figures));
    let figure = |(name, label, pick): (&'static str, &str, Pick)| Figure {
        name,
        label: label.to_owned(),
        current: year(0, pick),
        previous: year(-1, pick),
    };
    FIGURES.into_iter().map(figure).collect()
}

fn number(count: Option<&Count>) -> Option<u64> {
    count.map(|count| count.value)
}

/// Clients at the start of a year: all clients of the year but the new ones.
fn carried_in(year: &YearFigures) -> Option<u64> {
    let derived = || number(year.clients.as_ref())?.checked_sub(number(year.new.as_ref())?);
    number(year.carried_in.as_ref()).or_else(derived)
}

/// Clients at the end of a year: all clients of the year but the closed cases.
fn carried_out(year: &YearFigures) -> Option<u64> {
    let derived = || number(year.clients.as_ref())?.checked_sub(number(year.closed.as_ref())?);
    number(year.carried_out.as_ref()).or_else(derived)
}
