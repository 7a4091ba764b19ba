//! Counts divided by sex, age, area, reason and contact route.

use std::collections::BTreeSet;

use super::counts::{Counted, Counts};
use super::divisions::{Coverage, Division};
use super::{Figure, Number};

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
    /// How much the parts shown of each division cover in each year.
    coverage: Vec<(Division, Vec<Coverage>)>,
}

impl Parts {
    /// How much of its whole the parts shown of a division cover in a year, given by
    /// its place among [`super::Facts::years`].
    #[must_use]
    pub fn coverage(&self, division: Division, year: usize) -> Coverage {
        let of_division = self.coverage.iter().find(|(other, _)| *other == division);
        of_division.and_then(|(_, years)| years.get(year).copied()).unwrap_or_default()
    }

    /// The parts of a division.
    #[must_use]
    pub fn of(&self, division: Division) -> &[Figure] {
        match division {
            Division::Sexes => &self.sexes,
            Division::Ages => &self.ages,
            Division::Areas => &self.areas,
            Division::Reasons => &self.reasons,
            Division::ContactRoutes => &self.contact_routes,
        }
    }
}

/// The reported year's divisions, each part with its counts in earlier years.
pub(super) fn figures(years: &[i32], counts: &Counts, shown: &[Option<Number>]) -> Parts {
    let over_years = |division: Division| -> Vec<Figure> {
        let names = years.last().map(|year| counts.part_names(*year, division));
        let figure = |name: &String| {
            let counted = Counted::Part(division, name.clone());
            let number = |year: &i32| *shown.get(counts.shown(*year, &counted)?)?;
            Figure { name: "", label: name.clone(), series: years.iter().map(number).collect() }
        };
        names.unwrap_or_default().iter().map(figure).collect()
    };
    // An earlier year's parts that the reported year lacks are in no row.
    let coverage = |division: Division| -> Vec<Coverage> {
        let rows: BTreeSet<&String> =
            years.last().into_iter().flat_map(|year| counts.part_names(*year, division)).collect();
        let are_shown =
            |year: i32| counts.part_names(year, division).iter().all(|n| rows.contains(n));
        let shown = |year: &i32| match counts.coverage(*year, division) {
            _ if !are_shown(*year) => Coverage::Unknown,
            coverage => coverage,
        };
        years.iter().map(shown).collect()
    };
    Parts {
        sexes: over_years(Division::Sexes),
        ages: over_years(Division::Ages),
        areas: over_years(Division::Areas),
        reasons: ranked(over_years(Division::Reasons)),
        contact_routes: ranked(over_years(Division::ContactRoutes)),
        coverage: Division::ALL.map(|division| (division, coverage(division))).to_vec(),
    }
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
