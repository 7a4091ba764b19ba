//! The key figures with their changes, for the handläggare to read over.

use super::{Change, Facts, MISSING, Number};
use crate::swedish::tenths;
use crate::year_file::YearFile;

/// The key figures as lines of text; none when the year file has no figures.
#[must_use]
pub fn key_figures(year_file: &YearFile, facts: &Facts) -> Vec<String> {
    let year = *year_file.year;
    let known: Vec<_> = facts.figures.iter().filter(|figure| figure.current().is_some()).collect();
    if known.is_empty() {
        return Vec::new();
    }
    let width = known.iter().map(|figure| figure.label.chars().count()).max().unwrap_or(0);
    let mut lines = vec![format!(
        "{:width$}  {:>11}  {:>11}  {:>10}",
        "Nyckeltal att läsa igenom:",
        year - 1,
        year,
        "förändring"
    )];
    for figure in known {
        let change = figure.change().map_or_else(|| MISSING.to_owned(), change_in_cell);
        lines.push(format!(
            "{:width$}  {:>11}  {:>11}  {change:>10}",
            figure.label,
            Number::in_cell(figure.previous()),
            Number::in_cell(figure.current())
        ));
    }
    lines
}

/// A change with the share that it is of what there was: `+12 (6,3 %)`.
#[must_use]
pub fn change_in_cell(change: Change) -> String {
    let share = change.per_mille().filter(|_| change.size() > 0);
    let share = share.map(|share| format!(" ({} %)", tenths(share)));
    format!("{}{}", change.signed(), share.unwrap_or_default())
}
