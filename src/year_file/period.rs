//! A part of the reported year.

use chrono::{Datelike, NaiveDate};

use super::read::record;
use super::values::Date;
use crate::swedish::{MONTHS, long_date};

record! {
    /// En del av verksamhetsåret.
    pub struct Period {
        /// Periodens första dag.
        "från" shift => first: Date = "2026-01-01",
        /// Periodens sista dag.
        "till" shift => last: Date = "2026-08-31",
    }
}

impl Period {
    /// The period in words: `januari–augusti 2026` for whole months of a year, or else its
    /// first day and its last.
    #[must_use]
    pub fn in_words(&self) -> String {
        let (first, last) = (*self.first, *self.last);
        let month = |day: NaiveDate| MONTHS.get(day.month0() as usize).copied().unwrap_or_default();
        let ends_month = last.succ_opt().is_none_or(|next| next.month() != last.month());
        let is_of_months = first.day() == 1 && ends_month && first.year() == last.year();
        match (is_of_months, month(first) == month(last)) {
            (true, true) => format!("{} {}", month(first), first.year()),
            (true, false) => format!("{}–{} {}", month(first), month(last), first.year()),
            _ => format!("{} – {}", long_date(first), long_date(last)),
        }
    }
}
