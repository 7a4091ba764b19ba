//! Counts divided by sex, age, area, reason and contact route.

use super::ledger::{Cell, Ledger};
use super::{Figure, Number};
use crate::case::values::{Count, NamedCounts};
use crate::case::{Sexes, YearFigures};

/// The divisions of a year's counts, each beside the year before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parts {
    /// Women, men and others.
    pub sexes: Vec<Figure>,
    /// Age groups, in the order written.
    pub ages: Vec<Figure>,
    /// Stadsdelsområden or kommuner, in the order written.
    pub areas: Vec<Figure>,
    /// Reasons for contact, the most common first.
    pub reasons: Vec<Figure>,
    /// Contact routes, the most common first.
    pub contact_routes: Vec<Figure>,
}

/// The parts of a whole, under their names.
type Entered = Vec<(String, Cell)>;

/// A year's divisions, entered in a ledger.
#[derive(Debug, Default)]
pub(super) struct EnteredParts {
    sexes: Entered,
    ages: Entered,
    areas: Entered,
    reasons: Entered,
    contact_routes: Entered,
}

impl EnteredParts {
    /// Enters a year's divisions and ties them to what they divide. A client may
    /// have several reasons, so reasons have no known sum.
    pub(super) fn of(
        year: &YearFigures,
        clients: Option<Cell>,
        new: Option<Cell>,
        ledger: &mut Ledger,
    ) -> Self {
        let mut enter = |counts: Vec<(String, u64)>, whole: Option<Cell>| -> Entered {
            let entered: Entered =
                counts.into_iter().map(|(name, count)| (name, ledger.enter(count))).collect();
            let cells: Vec<Option<Cell>> = entered.iter().map(|(_, cell)| Some(*cell)).collect();
            ledger.tie(whole, &cells);
            entered
        };
        Self {
            sexes: enter(sexes(year.sexes.as_ref()), clients),
            ages: enter(named(year.ages.as_ref()), clients),
            areas: enter(named(year.areas.as_ref()), clients),
            reasons: enter(named(year.reasons.as_ref()), None),
            contact_routes: enter(named(year.contact_routes.as_ref()), new),
        }
    }

    /// These divisions beside those of the year before, as they are shown.
    pub(super) fn beside(&self, before: &Self, shown: &[Number]) -> Parts {
        Parts {
            sexes: beside(&self.sexes, &before.sexes, shown),
            ages: beside(&self.ages, &before.ages, shown),
            areas: beside(&self.areas, &before.areas, shown),
            reasons: ranked(beside(&self.reasons, &before.reasons, shown)),
            contact_routes: ranked(beside(&self.contact_routes, &before.contact_routes, shown)),
        }
    }
}

/// The parts of this year, each beside the part of the same name last year.
fn beside(current: &Entered, previous: &Entered, shown: &[Number]) -> Vec<Figure> {
    let before = |name: &str| {
        let (_, cell) = previous.iter().find(|(other, _)| other == name)?;
        shown.get(*cell).copied()
    };
    let figure = |(name, cell): &(String, Cell)| Figure {
        name: "",
        label: name.clone(),
        current: shown.get(*cell).copied(),
        previous: before(name),
    };
    current.iter().map(figure).collect()
}

/// The largest first; equal counts stay in the order written.
fn ranked(mut figures: Vec<Figure>) -> Vec<Figure> {
    figures.sort_by_key(|figure| std::cmp::Reverse(figure.current.map(Number::rank)));
    figures
}

fn named(counts: Option<&NamedCounts>) -> Vec<(String, u64)> {
    let counts = counts.into_iter().flatten();
    counts.map(|(name, count)| (name.value.clone(), count.value)).collect()
}

fn sexes(sexes: Option<&Sexes>) -> Vec<(String, u64)> {
    type Pick = fn(&Sexes) -> Option<&Count>;
    const ROWS: [(&str, Pick); 3] = [
        ("Kvinnor", |sexes| Some(&sexes.women)),
        ("Män", |sexes| Some(&sexes.men)),
        ("Annan eller okänd uppgift", |sexes| sexes.other.as_ref()),
    ];
    let Some(sexes) = sexes else { return Vec::new() };
    let row = |(label, pick): (&str, Pick)| Some((label.to_owned(), pick(sexes)?.value));
    ROWS.into_iter().filter_map(row).collect()
}
