//! One year's counts of persons and cases.

use super::counts::{Counted, Counts};
use super::{Figure, Number};
use crate::measures::{CARRIED_IN, CARRIED_OUT, MEASURES, Measure};
use crate::year_file::YearFigures;

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
        let count = |key| Some(Measure::of_key(key)?.value(year)?.count);
        Self { carried_in: count(CARRIED_IN), carried_out: count(CARRIED_OUT) }
    }
}

/// The figures over the years, as they are shown.
pub(super) fn figures(
    years: &[i32],
    counts: &Counts,
    shown: &[Option<Number>],
    comparable: usize,
) -> Vec<Figure> {
    let figure = |measure: &'static Measure| {
        let counted = Counted::Figure(measure);
        let number = |year: &i32| *shown.get(counts.shown(*year, &counted)?)?;
        Figure {
            name: measure.key,
            label: measure.label.to_owned(),
            series: years.iter().map(number).collect(),
            comparable,
        }
    };
    MEASURES.iter().map(figure).collect()
}
