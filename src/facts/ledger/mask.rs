//! Which counts are masked.
//!
//! The years are decided in the order in which their papers were published. What an
//! earlier year's papers show can't be taken back, so only the new year's counts are
//! masked on its account; and what they masked stays masked, since the same figures
//! are always decided in the same way. A paper can therefore be read beside those of
//! any other year.
//!
//! For each year everything is masked at first, and then count after count is freed,
//! the most useful first, as long as every small count keeps all the values that it
//! could have with everything masked. That is from one up to the limit unless what is
//! masked can hold no more: of three groups among three or four clients none can be
//! four.
//!
//! Of those who are so few that their number is masked no division is shown: that there
//! are no men among them tells that each of them is a woman.
//!
//! A reader may also know how this is done, and ask for which counts it would have
//! come out so. On that account the smallest parts of a division are masked, with none
//! between them shown: that one of them is shown and a larger one not would tell that
//! the larger one gives something away. `tests/privacy/` looks for other counts with
//! the same papers.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::super::Number;
use super::bounds::Bounds;
use super::{Cell, Ledger, Visibility};

/// The lowest limit that hides anything: `färre än 2` would be one.
pub(in crate::facts) const LEAST_LIMIT: u64 = 3;

/// Freeing counts one by one stops here, in a file made for making it slow, and the
/// rest of them stay masked.
const MOST_TRIALS: usize = 2_000;

/// What of a small count must stay possible.
struct Needed {
    cell: Cell,
    values: Bounds,
    /// Whether any two values at all are to stay possible.
    choice: bool,
}

/// A year whose masks are being decided.
struct Deciding<'l> {
    ledger: &'l Ledger,
    limit: u64,
    needed: Vec<Needed>,
    /// What is shown of each count so far.
    shown: Vec<Option<Number>>,
    trials_left: usize,
}

impl Ledger {
    /// The counts as they are; nothing for those that no paper shows.
    pub(in crate::facts) fn unmasked(&self) -> Vec<Option<Number>> {
        let number = |entered: &super::LedgerCount| {
            matches!(entered.visibility, Visibility::Shown { .. })
                .then_some(Number::Exact(entered.count))
        };
        self.counts.iter().map(number).collect()
    }

    /// The counts with those below a limit masked, and as many more as it takes to
    /// keep anyone from working them out. Nought points nobody out and is shown.
    /// Nothing for those that no paper shows.
    pub(in crate::facts) fn masked(&self, limit: u64) -> Vec<Option<Number>> {
        let limit = limit.max(LEAST_LIMIT);
        let years: BTreeSet<i32> = self.counts.iter().map(|entered| entered.year).collect();
        let mut shown = vec![None; self.counts.len()];
        for year in years {
            let mut deciding = Deciding {
                ledger: self,
                limit,
                needed: Vec::new(),
                shown,
                trials_left: MOST_TRIALS,
            };
            deciding.decide(year);
            shown = deciding.shown;
        }
        shown
    }

    /// The parts of the divisions of those who are fewer than a limit.
    fn parts_of_few(&self, limit: u64) -> BTreeSet<Cell> {
        let is_few = |sum: &&super::Sum| (1..limit).contains(&self.count(sum.total));
        let few = self.sums.iter().filter(|sum| sum.divides).filter(is_few);
        few.flat_map(|sum| sum.parts.iter().copied()).collect()
    }

    /// The counts of a year that papers show, the most useful first: figures before
    /// parts, large parts before small.
    fn to_decide(&self, year: i32) -> Vec<Cell> {
        let of_year = self.counts.iter().enumerate().filter(|(_, entered)| entered.year == year);
        let mut cells: Vec<_> = of_year
            .filter_map(|(cell, entered)| match entered.visibility {
                Visibility::Shown { order } => Some((order, Reverse(entered.count), cell)),
                _ => None,
            })
            .collect();
        cells.sort_unstable();
        cells.into_iter().map(|(_, _, cell)| cell).collect()
    }
}

impl Deciding<'_> {
    fn decide(&mut self, year: i32) {
        let few = self.ledger.parts_of_few(self.limit);
        let (few, cells): (Vec<Cell>, Vec<Cell>) =
            self.ledger.to_decide(year).into_iter().partition(|cell| few.contains(cell));
        self.show(&few, |_, _| Number::Hidden);
        self.show(&cells, Self::sized);
        self.needed = self.needed_until(year);
        if self.needed.iter().any(|needed| !needed.choice) {
            self.hide(&cells, year);
        }
        let large: Vec<Cell> =
            cells.into_iter().filter(|cell| self.ledger.count(*cell) >= self.limit).collect();
        let order = |cell: &Cell| self.ledger.counts.get(*cell).map(|entered| entered.visibility);
        for run in large.chunk_by(|one, other| order(one) == order(other)) {
            self.free_first(run, |deciding, cell| Number::Exact(deciding.ledger.count(cell)));
        }
    }

    /// Hides of the year's counts even whether they are small or nought, where that
    /// gives a small count away: four groups of fewer than five clients are one client
    /// each, and who begins a year with nobody had nobody left the year before.
    fn hide(&mut self, cells: &[Cell], year: i32) {
        let sized = std::mem::take(&mut self.needed);
        self.show(cells, |_, _| Number::Hidden);
        let hidden = self.needed_until(year);
        let enough = |(sized, hidden): (Needed, Needed)| if sized.choice { sized } else { hidden };
        self.needed = sized.into_iter().zip(hidden).map(enough).collect();
        for cell in cells {
            self.free_first(std::slice::from_ref(cell), Self::sized);
        }
    }

    /// What a mask says of a count: whether it is small. Nought is no secret.
    fn sized(&self, cell: Cell) -> Number {
        match self.ledger.count(cell) {
            0 => Number::Exact(0),
            small if small < self.limit => Number::FewerThan(self.limit),
            _ => Number::AtLeast(self.limit),
        }
    }

    fn show(&mut self, cells: &[Cell], number: fn(&Self, Cell) -> Number) {
        for cell in cells {
            let number = number(self, *cell);
            if let Some(place) = self.shown.get_mut(*cell) {
                *place = Some(number);
            }
        }
    }

    /// What is possible of every small count up to a year, as things are shown.
    fn needed_until(&self, year: i32) -> Vec<Needed> {
        let small = Bounds { least: 1, most: i128::from(self.limit) - 1 };
        let bounds = self.ledger.bounds(&self.shown);
        let counts = self.ledger.counts.iter().zip(bounds).enumerate();
        counts
            .filter(|(_, (entered, _))| {
                entered.year <= year && (1..self.limit).contains(&entered.count)
            })
            .map(|(cell, (_, bounds))| Needed {
                cell,
                values: bounds.within(small),
                choice: bounds.leaves_a_choice(),
            })
            .collect()
    }

    /// Shows more of counts, from the first of them on, as many as can be while all
    /// that is needed stays possible.
    fn free_first(&mut self, cells: &[Cell], freed: fn(&Self, Cell) -> Number) {
        let (mut can, mut cannot) = (0, cells.len() + 1);
        let masked = self.shown.clone();
        while can + 1 < cannot && self.trials_left > 0 {
            self.trials_left -= 1;
            // All of them at first, since most can all be freed.
            let tried = if cannot > cells.len() { cells.len() } else { can.midpoint(cannot) };
            self.shown.clone_from(&masked);
            self.show(cells.get(..tried).unwrap_or_default(), freed);
            if self.keeps_what_is_needed() {
                can = tried;
            } else {
                cannot = tried;
            }
        }
        self.shown = masked;
        self.show(cells.get(..can).unwrap_or_default(), freed);
    }

    fn keeps_what_is_needed(&self) -> bool {
        let bounds = self.ledger.bounds(&self.shown);
        self.needed.iter().all(|needed| {
            let bounds = bounds.get(needed.cell);
            bounds.is_some_and(|bounds| {
                bounds.covers(needed.values) && (!needed.choice || bounds.leaves_a_choice())
            })
        })
    }
}
