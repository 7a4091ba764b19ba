//! The key figures with their changes, for the handläggare to read over.

use crate::facts::{Facts, MISSING, Number};
use crate::year_file::YearFile;

/// The key figures as lines of text; none when the year file has no figures.
pub(super) fn lines(year_file: &YearFile, facts: &Facts) -> Vec<String> {
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
        let change = figure.change().map_or_else(
            || MISSING.to_owned(),
            |change| {
                let share = change.per_mille().filter(|_| change.size() > 0);
                let share = share.map(|share| format!(" ({} %)", crate::swedish::tenths(share)));
                format!("{}{}", change.signed(), share.unwrap_or_default())
            },
        );
        lines.push(format!(
            "{:width$}  {:>11}  {:>11}  {change:>10}",
            figure.label,
            Number::in_cell(figure.previous()),
            Number::in_cell(figure.current())
        ));
    }
    lines
}
