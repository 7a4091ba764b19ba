//! Counts with the sums that tie them together, and which of them can be shown.
//!
//! A masked count must not be possible to work out from what is shown. What a
//! reader can work out is found in the way a reader would: every count has bounds
//! (a shown one its value, `färre än 5` from 1 to 4, `minst 5` from 5), and each
//! sum narrows the bounds of its total and its parts. The sums of a case form a
//! tree: the divisions and the flows of a year meet in the number of clients, and
//! two years meet in the clients carried over. In a tree, bounds found in this way
//! are the best that anyone can find.

use super::Number;

/// A count in a [`Ledger`].
pub(super) type Cell = usize;

/// Counts, and the sums that readers know to hold between them.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    counts: Vec<u64>,
    sums: Vec<Sum>,
}

#[derive(Debug)]
struct Sum {
    total: Cell,
    parts: Vec<Cell>,
}

impl Sum {
    fn cells(&self) -> impl Iterator<Item = Cell> {
        self.parts.iter().copied().chain([self.total])
    }
}

/// The least and the most that a reader can take a count to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Bounds {
    least: i128,
    most: i128,
}

/// Larger than any sum of counts, small enough that sums of it don't overflow.
const NO_BOUND: i128 = 1 << 96;

impl Bounds {
    fn of(number: Number) -> Self {
        let (least, most) = match number {
            Number::Exact(count) => (i128::from(count), i128::from(count)),
            Number::FewerThan(limit) => (1, i128::from(limit) - 1),
            Number::AtLeast(limit) => (i128::from(limit), NO_BOUND),
            Number::Hidden => (1, NO_BOUND),
        };
        Self { least, most }
    }

    fn narrow(&mut self, least: i128, most: i128) -> bool {
        let before = *self;
        self.least = self.least.max(least);
        self.most = self.most.min(most);
        *self != before
    }
}

impl Ledger {
    /// Enters a count.
    pub(super) fn enter(&mut self, count: u64) -> Cell {
        self.counts.push(count);
        self.counts.len() - 1
    }

    /// Notes that parts make up a total, if they do.
    pub(super) fn tie(&mut self, total: Option<Cell>, parts: &[Option<Cell>]) {
        let known: Option<Vec<Cell>> = parts.iter().copied().collect();
        let (Some(total), Some(parts)) = (total, known) else { return };
        let sum = parts.iter().map(|part| self.count(*part)).fold(0, u64::saturating_add);
        if !parts.is_empty() && sum == self.count(total) {
            self.sums.push(Sum { total, parts });
        }
    }

    fn count(&self, cell: Cell) -> u64 {
        self.counts.get(cell).copied().unwrap_or_default()
    }

    /// The counts as they are.
    pub(super) fn all(&self) -> Vec<Number> {
        self.counts.iter().map(|count| Number::Exact(*count)).collect()
    }

    /// The counts with those below a limit masked, and as many more as it takes to
    /// keep anyone from working them out. Nought points nobody out and is shown.
    pub(super) fn masked(&self, limit: u64) -> Vec<Number> {
        let mask = |count: u64| match count {
            0 => Number::Exact(0),
            small if small < limit => Number::FewerThan(limit),
            _ => Number::Exact(count),
        };
        let mut shown: Vec<Number> = self.counts.iter().map(|count| mask(*count)).collect();
        // Each round masks one count more, and all that could help once a file has
        // shown itself to be made for making this slow.
        for round in 0.. {
            let given_away = self.given_away(&shown);
            if given_away.is_empty() {
                break;
            }
            let helpful = self.helpful(&given_away, &shown);
            let more = if round < 32 { 1 } else { helpful.len() };
            for cell in helpful.iter().take(more) {
                replace(&mut shown, *cell, Number::AtLeast(limit));
            }
            if helpful.is_empty() && !hide(&mut shown, &given_away) {
                break;
            }
        }
        shown
    }

    /// The masked counts that a reader can work out.
    fn given_away(&self, shown: &[Number]) -> Vec<Cell> {
        let bounds = self.bounds(shown);
        let is_known = |cell: &Cell| {
            let masked = shown.get(*cell).is_some_and(|number| number.is_masked());
            masked && bounds.get(*cell).is_some_and(|bounds| bounds.least >= bounds.most)
        };
        (0..shown.len()).filter(is_known).collect()
    }

    /// What a reader can work out about every count.
    fn bounds(&self, shown: &[Number]) -> Vec<Bounds> {
        let mut bounds: Vec<Bounds> = shown.iter().map(|number| Bounds::of(*number)).collect();
        // Enough to go from any end of the tree to any other, and back.
        for _ in 0..64 {
            let narrowed: Vec<bool> =
                self.sums.iter().map(|sum| narrow(sum, &mut bounds)).collect();
            if !narrowed.contains(&true) {
                break;
            }
        }
        bounds
    }

    /// The shown counts that are in a sum with one of these, the best to mask
    /// first: parts before totals, small before large.
    fn helpful(&self, cells: &[Cell], shown: &[Number]) -> Vec<Cell> {
        let mut helpful = Vec::new();
        // The cells are in order, as `given_away` finds them.
        let among = |cell: Cell| cells.binary_search(&cell).is_ok();
        for sum in self.sums.iter().filter(|sum| sum.cells().any(among)) {
            let shown = |cell: &Cell| {
                let number = shown.get(*cell).copied();
                number.and_then(Number::exact).is_some_and(|count| count > 0)
            };
            let is_total = |cell: Cell| sum.parts.len() > 1 && cell == sum.total;
            helpful.extend(
                sum.cells().filter(shown).map(|cell| (is_total(cell), self.count(cell), cell)),
            );
        }
        helpful.sort_unstable();
        helpful.into_iter().map(|(_, _, cell)| cell).collect()
    }
}

/// Narrows the bounds of a sum's total and parts by each other.
fn narrow(sum: &Sum, bounds: &mut [Bounds]) -> bool {
    let of = |bounds: &[Bounds], cell: Cell| {
        bounds.get(cell).copied().unwrap_or(Bounds { least: 0, most: NO_BOUND })
    };
    let least: i128 = sum.parts.iter().map(|part| of(bounds, *part).least).sum();
    let most: i128 = sum.parts.iter().map(|part| of(bounds, *part).most).sum();
    let total = of(bounds, sum.total);
    let mut changed = bounds.get_mut(sum.total).is_some_and(|bounds| bounds.narrow(least, most));
    for part in &sum.parts {
        let own = of(bounds, *part);
        let from_others = (total.least - (most - own.most), total.most - (least - own.least));
        changed |= bounds.get_mut(*part).is_some_and(|b| b.narrow(from_others.0, from_others.1));
    }
    changed
}

/// Takes the bounds away from masked counts; from every one when these have none
/// left. Tells whether there were any to take.
fn hide(shown: &mut [Number], given_away: &[Cell]) -> bool {
    let has_bounds = |number: &Number| number.is_masked() && *number != Number::Hidden;
    let mut hidden = false;
    for cell in given_away {
        if let Some(number) = shown.get_mut(*cell).filter(|number| has_bounds(number)) {
            *number = Number::Hidden;
            hidden = true;
        }
    }
    if !hidden {
        for number in shown.iter_mut().filter(|number| has_bounds(number)) {
            *number = Number::Hidden;
            hidden = true;
        }
    }
    hidden
}

fn replace(shown: &mut [Number], cell: Cell, number: Number) {
    if let Some(place) = shown.get_mut(cell) {
        *place = number;
    }
}

#[cfg(test)]
#[path = "ledger_tests.rs"]
mod tests;
