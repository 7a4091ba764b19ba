//! Counts divided by sex, age, area, reason and contact route.

use super::ledger::{Cell, Ledger};
use super::year::EnteredYear;
use super::{Figure, Number};
use crate::case::values::{Count, NamedCounts};
use crate::case::{Sexes, YearFigures};

/// The divisions of a year's counts, each part over the years.
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
}

/// The reported year's divisions, each part with its counts in earlier years.
pub(super) fn figures(years: &[EnteredYear], shown: &[Number]) -> Parts {
    let over_years = |pick: fn(&EnteredParts) -> &Entered| -> Vec<Figure> {
        let Some(current) = years.last() else { return Vec::new() };
        let figure = |(name, _): &(String, Cell)| Figure {
            name: "",
            label: name.clone(),
            series: years.iter().map(|year| count(pick(&year.parts), name, shown)).collect(),
        };
        pick(&current.parts).iter().map(figure).collect()
    };
    Parts {
        sexes: over_years(|parts| &parts.sexes),
        ages: over_years(|parts| &parts.ages),
        areas: over_years(|parts| &parts.areas),
        reasons: ranked(over_years(|parts| &parts.reasons)),
        contact_routes: ranked(over_years(|parts| &parts.contact_routes)),
    }
}

/// The count of the part with a name.
fn count(parts: &Entered, name: &str, shown: &[Number]) -> Option<Number> {
    let (_, cell) = parts.iter().find(|(other, _)| other == name)?;
    shown.get(*cell).copied()
}

/// The largest first; equal counts stay in the order written.
fn ranked(mut figures: Vec<Figure>) -> Vec<Figure> {
    figures.sort_by_key(|figure| std::cmp::Reverse(figure.current().map(Number::rank)));
    figures
}

/// The place of each figure among the others, the largest first; equal counts share
/// a place, and so do masked ones that look alike: 1, 2, 2, 4.
#[must_use]
pub fn ranks(figures: &[Figure]) -> Vec<usize> {
    let ranks: Vec<Option<u64>> =
        figures.iter().map(|figure| figure.current().map(Number::rank)).collect();
    let place = |rank: &Option<u64>| 1 + ranks.iter().filter(|other| *other > rank).count();
    ranks.iter().map(place).collect()
}

fn named(counts: Option<&NamedCounts>) -> Vec<(String, u64)> {
    let counts = counts.into_iter().flatten();
    counts.map(|(name, count)| (name.to_string(), **count)).collect()
}

fn sexes(sexes: Option<&Sexes>) -> Vec<(String, u64)> {
    type Pick = fn(&Sexes) -> Option<&Count>;
    const ROWS: [(&str, Pick); 3] = [
        ("Kvinnor", |sexes| Some(&sexes.women)),
        ("Män", |sexes| Some(&sexes.men)),
        ("Annan eller okänd uppgift", |sexes| sexes.other.as_ref()),
    ];
    let Some(sexes) = sexes else { return Vec::new() };
    let row = |(label, pick): (&str, Pick)| Some((label.to_owned(), **pick(sexes)?));
    ROWS.into_iter().filter_map(row).collect()
}
