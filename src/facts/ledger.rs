//! Counts with the sums that tie them together, and which of them can be shown.
//!
//! A masked count must not be possible to work out from what is shown. The ledger
//! holds every count that a reader knows to exist, also those that no paper shows:
//! the clients without children at home, the new clients of a year that gives only
//! those at its start. A count of one to four that nobody is shown but that can be
//! worked out points someone out as surely as one in a table.
//!
//! * [`bounds`] finds what a reader can take every count to be.
//! * [`mask`] decides which counts are masked, year by year in the order in which
//!   the papers were published.

mod bounds;
mod mask;

pub(super) use mask::LEAST_LIMIT;

/// A count in a [`Ledger`].
pub(super) type Cell = usize;

/// Whether papers show a count, and what readers know of one that none shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Visibility {
    /// Papers show it; counts that come early in the order are the last to be masked.
    Shown {
        /// Its place in that order. Those with the same place are masked from the
        /// smallest up.
        order: usize,
    },
    /// No paper shows it. It is there, and may be nought.
    Hidden,
    /// No paper shows it, but they tell that there is someone to count.
    AtLeastOne,
}

/// Counts, and the sums that readers know to hold between them.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    counts: Vec<LedgerCount>,
    sums: Vec<Sum>,
}

#[derive(Debug)]
struct LedgerCount {
    year: i32,
    count: u64,
    visibility: Visibility,
}

#[derive(Debug)]
struct Sum {
    total: Cell,
    parts: Vec<Cell>,
    /// Whether the parts tell something about each of those who are counted, such as their
    /// sex.
    divides: bool,
}

impl Ledger {
    /// Enters a count of a year.
    pub(super) fn enter(&mut self, year: i32, count: u64, visibility: Visibility) -> Cell {
        self.counts.push(LedgerCount { year, count, visibility });
        self.counts.len() - 1
    }

    /// Notes that parts make up a total, if they do. A count may be in several sums,
    /// but no chain of sums may lead back to where it began: see [`bounds`].
    pub(super) fn tie(&mut self, total: Cell, parts: &[Cell]) {
        self.add_sum(Sum { total, parts: parts.to_vec(), divides: false });
    }

    /// The same of parts that tell something about each of those who are counted.
    pub(super) fn divide(&mut self, total: Cell, parts: &[Cell]) {
        self.add_sum(Sum { total, parts: parts.to_vec(), divides: true });
    }

    fn add_sum(&mut self, sum: Sum) {
        let of_parts = sum.parts.iter().map(|part| self.count(*part)).fold(0, u64::saturating_add);
        if !sum.parts.is_empty() && of_parts == self.count(sum.total) {
            self.sums.push(sum);
        }
    }

    /// The count in a cell.
    pub(super) fn count(&self, cell: Cell) -> u64 {
        self.counts.get(cell).map_or(0, |entered| entered.count)
    }
}

#[cfg(test)]
#[path = "ledger_tests.rs"]
mod tests;
