//! What a reader can take each count to be.
//!
//! Every count has bounds (a shown one its value, `färre än 5` from 1 to 4, `minst 5`
//! from 5, one that no paper shows from 0), and each sum narrows the bounds of its
//! total and its parts by each other, until nothing changes.
//!
//! These are the best bounds that anyone can find, and every whole number within them
//! is possible. A sum whose counts each have an interval of whole numbers leaves each
//! of them an interval, and the sums form a tree: the divisions and the flows of a
//! year meet in its number of clients (contact routes in its new ones), two years meet
//! in the clients carried over, and nothing else is shared. In a tree of constraints
//! every value that is consistent with each neighbour is part of a solution: E. C.
//! Freuder, "A sufficient condition for backtrack-free search", Journal of the ACM 29
//! (1982), for sums of more than two counts C. Beeri et al., "On the desirability of
//! acyclic database schemes", Journal of the ACM 30 (1983). `tests/privacy/` tries it
//! out with a solver that knows nothing of this.

use super::super::Number;
use super::{Cell, Ledger, Sum, Visibility};

/// The least and the most that a reader can take a count to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) least: i128,
    pub(super) most: i128,
}

/// Larger than any sum of counts, small enough that sums of it don't overflow.
const NO_BOUND: i128 = 1 << 96;

impl Bounds {
    fn of(number: Number) -> Self {
        let (least, most) = match number {
            Number::Exact(count) => (i128::from(count), i128::from(count)),
            Number::FewerThan(limit) => (1, i128::from(limit) - 1),
            Number::AtLeast(limit) => (i128::from(limit), NO_BOUND),
            Number::Hidden => (0, NO_BOUND),
        };
        Self { least, most }
    }

    fn at_least(least: i128) -> Self {
        Self { least, most: NO_BOUND }
    }

    /// The values that both have.
    pub(super) fn within(self, other: Self) -> Self {
        Self { least: self.least.max(other.least), most: self.most.min(other.most) }
    }

    /// Whether all values of the other are among these.
    pub(super) fn covers(self, other: Self) -> bool {
        self.within(other) == other
    }

    /// Whether there are at least two values.
    pub(super) fn leaves_a_choice(self) -> bool {
        self.least < self.most
    }
}

impl Ledger {
    /// What a reader can work out about every count from what is shown of it, if
    /// anything.
    pub(super) fn bounds(&self, shown: &[Option<Number>]) -> Vec<Bounds> {
        let own = |(number, entered): (&Option<Number>, &super::LedgerCount)| match (
            number,
            entered.visibility,
        ) {
            (Some(number), _) => Bounds::of(*number),
            (None, Visibility::AtLeastOne) => Bounds::at_least(1),
            (None, _) => Bounds::at_least(0),
        };
        let mut bounds: Vec<Bounds> = shown.iter().zip(&self.counts).map(own).collect();
        // To one end of the tree and back, as often as it takes; a tree takes no more
        // rounds than it has sums.
        for _ in 0..=self.sums.len() {
            let forwards = self.sums.iter().filter(|sum| narrow(sum, &mut bounds)).count();
            let backwards = self.sums.iter().rev().filter(|sum| narrow(sum, &mut bounds)).count();
            if forwards + backwards == 0 {
                break;
            }
        }
        bounds
    }
}

/// Narrows the bounds of a sum's total and parts by each other. Tells whether any did.
fn narrow(sum: &Sum, bounds: &mut [Bounds]) -> bool {
    let of =
        |bounds: &[Bounds], cell: Cell| bounds.get(cell).copied().unwrap_or(Bounds::at_least(0));
    let set = |bounds: &mut [Bounds], cell: Cell, least: i128, most: i128| {
        let before = of(bounds, cell);
        let after = before.within(Bounds { least, most });
        if let Some(place) = bounds.get_mut(cell) {
            *place = after;
        }
        before != after
    };
    let least: i128 = sum.parts.iter().map(|part| of(bounds, *part).least).sum();
    let most: i128 = sum.parts.iter().map(|part| of(bounds, *part).most).sum();
    let mut changed = set(bounds, sum.total, least, most);
    let total = of(bounds, sum.total);
    for part in &sum.parts {
        let own = of(bounds, *part);
        let (others_least, others_most) = (least - own.least, most - own.most);
        changed |= set(bounds, *part, total.least - others_most, total.most - others_least);
    }
    changed
}
