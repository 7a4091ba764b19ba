//! Dates in running text.

use chrono::{Datelike, NaiveDate};

use super::FIXED_SPACE;

/// The months, January first.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// `15 januari 2026`. The day stays on the month's line.
#[must_use]
pub fn long_date(date: NaiveDate) -> String {
    let month = MONTHS.get(date.month0() as usize).copied().unwrap_or_default();
    format!("{}{FIXED_SPACE}{month} {}", date.day(), date.year())
}
