//! Counts divided by sex, age, area, reason and contact route.

use super::Figure;
use crate::case::values::{Count, NamedCounts};
use crate::case::{Case, Sexes, YearFigures};

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

impl Parts {
    /// The divisions of a case's reported year.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let named = |pick: fn(&YearFigures) -> Option<&NamedCounts>| {
            let year = |offset| case.figures(offset).and_then(|figures| pick(figures));
            beside(year(0), year(-1))
        };
        Self {
            sexes: sexes(case),
            ages: named(|year| year.ages.as_ref()),
            areas: named(|year| year.areas.as_ref()),
            reasons: ranked(named(|year| year.reasons.as_ref())),
            contact_routes: ranked(named(|year| year.contact_routes.as_ref())),
        }
    }
}

/// The parts of this year, each beside the part of the same name last year.
fn beside(current: Option<&NamedCounts>, previous: Option<&NamedCounts>) -> Vec<Figure> {
    let before = |name: &str| {
        let (_, count) = previous?.iter().find(|(other, _)| other.value == name)?;
        Some(count.value)
    };
    let figure = |(name, count): &(crate::case::values::Text, Count)| Figure {
        name: "",
        label: name.value.clone(),
        current: Some(count.value),
        previous: before(name),
    };
    current.into_iter().flatten().map(figure).collect()
}

/// The largest first; equal counts stay in the order written.
fn ranked(mut figures: Vec<Figure>) -> Vec<Figure> {
    figures.sort_by_key(|figure| std::cmp::Reverse(figure.current));
    figures
}

fn sexes(case: &Case) -> Vec<Figure> {
    type Pick = fn(&Sexes) -> Option<&Count>;
    let rows: [(&str, Pick); 3] = [
        ("Kvinnor", |sexes| Some(&sexes.women)),
        ("Män", |sexes| Some(&sexes.men)),
        ("Annan eller okänd uppgift", |sexes| sexes.other.as_ref()),
    ];
    let year =
        |offset, pick: Pick| pick(case.figures(offset)?.sexes.as_ref()?).map(|count| count.value);
    rows.into_iter()
        .map(|(label, pick)| Figure {
            name: "",
            label: label.to_owned(),
            current: year(0, pick),
            previous: year(-1, pick),
        })
        .filter(|figure| figure.current.is_some())
        .collect()
}
