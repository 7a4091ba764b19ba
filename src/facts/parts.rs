//! Counts divided by sex, age, area, reason and contact route.

use std::collections::BTreeSet;

use super::counts::{Counted, Counts};
use super::coverage::Coverage;
use super::{Figure, Number};
use crate::measures::{DIVISIONS, Division};

/// The divisions of a year's counts, each part over the years.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parts {
    /// Every division, in the order of the papers.
    divided: Vec<DividedFigures>,
}

/// A division with its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DividedFigures {
    /// The division.
    pub division: &'static Division,
    /// Its parts: in the order written, or the largest first where
    /// [`Division::is_ranked`]. None when the reported year is not divided so.
    pub figures: Vec<Figure>,
    /// How much of the whole the parts shown cover, for each of [`super::Facts::years`].
    pub coverage: Vec<Coverage>,
}

impl Parts {
    /// Every division, in the order of the papers.
    pub fn iter(&self) -> impl Iterator<Item = &DividedFigures> {
        self.divided.iter()
    }

    /// The parts of the division with a key.
    #[must_use]
    pub fn of(&self, key: &str) -> &[Figure] {
        let divided = self.iter().find(|divided| divided.division.key == key);
        divided.map_or(&[], |divided| &divided.figures)
    }
}

/// The reported year's divisions, each part with its counts in earlier years.
pub(super) fn figures(
    years: &[i32],
    counts: &Counts,
    shown: &[Option<Number>],
    comparable: usize,
) -> Parts {
    let over_years = |division: &'static Division| -> Vec<Figure> {
        let names = years.last().map(|year| counts.part_names(*year, division));
        let figure = |name: &String| {
            let counted = Counted::Part(division, name.clone());
            let number = |year: &i32| *shown.get(counts.shown(*year, &counted)?)?;
            let series = years.iter().map(number).collect();
            Figure { name: "", label: name.clone(), series, comparable }
        };
        let figures = names.unwrap_or_default().iter().map(figure).collect();
        if division.is_ranked { ranked(figures) } else { figures }
    };
    // An earlier year's parts that the reported year lacks are in no row.
    let coverage = |division: &Division| -> Vec<Coverage> {
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
    let divided = |division| DividedFigures {
        division,
        figures: over_years(division),
        coverage: coverage(division),
    };
    Parts { divided: DIVISIONS.iter().map(divided).collect() }
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
