//! One year's counts of persons and cases.

use super::counts::{Counted, Counts};
use super::{Figure, Number};
use crate::year_file::YearFigures;
use crate::year_file::values::Count;

/// A year's clients at its start and at its end. What is not given follows from
/// the other counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flow {
    /// Clients at the start of the year: all clients of the year but the new ones.
    pub carried_in: Option<u64>,
    /// Clients at the end of the year: all clients of the year but the closed cases.
    pub carried_out: Option<u64>,
}

impl Flow {
    /// Works out the flow of a year.
    #[must_use]
    pub fn of(year: &YearFigures) -> Self {
        let number = |count: &Option<Count>| count.as_ref().map(|count| **count);
        let clients = number(&year.clients);
        let all_but = |part: &Option<Count>| clients?.checked_sub(number(part)?);
        Self {
            carried_in: number(&year.carried_in).or_else(|| all_but(&year.new)),
            carried_out: number(&year.carried_out).or_else(|| all_but(&year.closed)),
        }
    }
}

/// A figure that the papers show year by year.
pub(super) struct FigureKind {
    /// Its name in templates and texts, and in the year file.
    pub(super) name: &'static str,
    /// The first cell of its row.
    label: &'static str,
    /// Where the year file gives it.
    pub(super) given: fn(&YearFigures) -> Option<&Count>,
    /// Its place among the figures, the first being the last to be masked on another
    /// count's account: how many clients there were is what readers look for.
    pub(super) order: usize,
}

/// The figures, in table order.
pub(super) const FIGURES: [FigureKind; 7] = [
    FigureKind {
        name: "ingående",
        label: "Klienter vid årets början",
        given: |year| year.carried_in.as_ref(),
        order: 5,
    },
    FigureKind { name: "nya", label: "Nya klienter", given: |year| year.new.as_ref(), order: 1 },
    FigureKind {
        name: "klienter",
        label: "Klienter under året",
        given: |year| year.clients.as_ref(),
        order: 0,
    },
    FigureKind {
        name: "avslutade",
        label: "Avslutade ärenden",
        given: |year| year.closed.as_ref(),
        order: 2,
    },
    FigureKind {
        name: "utgående",
        label: "Klienter vid årets slut",
        given: |year| year.carried_out.as_ref(),
        order: 4,
    },
    FigureKind {
        name: "kö",
        label: "Personer i kö vid årets slut",
        given: |year| year.queue.as_ref(),
        order: 3,
    },
    FigureKind {
        name: "hemmavarande_barn",
        label: "Klienter med hemmavarande barn under 18 år",
        given: |year| year.children_at_home.as_ref(),
        order: 6,
    },
];

/// The figures over the years, as they are shown.
pub(super) fn figures(years: &[i32], counts: &Counts, shown: &[Option<Number>]) -> Vec<Figure> {
    let figure = |kind: &FigureKind| {
        let counted = Counted::Figure(kind.name);
        let number = |year: &i32| *shown.get(counts.shown(*year, &counted)?)?;
        Figure {
            name: kind.name,
            label: kind.label.to_owned(),
            series: years.iter().map(number).collect(),
        }
    };
    FIGURES.iter().map(figure).collect()
}
