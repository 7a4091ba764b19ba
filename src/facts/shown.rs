//! Every count as the papers show it, for whoever shows counts anywhere else.

use super::counts::{Counted, Counts};
use super::number::Number;
use crate::year_file::YearFile;

/// The counts of a year file as its papers show them. What they mask is masked here too: a
/// list beside the papers would otherwise give it away.
#[derive(Debug)]
pub struct Shown {
    counts: Counts,
    numbers: Vec<Option<Number>>,
}

impl Shown {
    /// Works out how the counts of a year file are shown.
    #[must_use]
    pub fn of(year_file: &YearFile) -> Self {
        let counts = Counts::of(year_file);
        let numbers = if year_file.masks_small_counts() {
            counts.ledger.masked(year_file.smallest_count())
        } else {
            counts.ledger.unmasked()
        };
        Self { counts, numbers }
    }

    /// A count of a year; nothing where papers have none.
    #[must_use]
    pub fn number(&self, year: i32, counted: &Counted) -> Option<Number> {
        *self.numbers.get(self.counts.shown(year, counted)?)?
    }
}
