//! What the workbook has where, for the one who writes it and the one who reads it.

use crate::measures::{
    AmountSource, CLIENTS, DIVISIONS, Division, MEASURES, Measure, MoneyMeasure, PartNames,
};
use crate::swedish::upper_first;

/// The name of the cell with the year that the workbook is for.
pub const YEAR: &str = "tjut_år";

/// The name of the first heading of the counting sheet.
pub const COUNTING: &str = "tjut_räkning";

/// The most parts of a division that a workbook has cells for.
pub const MOST_PARTS: usize = 60;

/// How many empty rows a division has for parts that are new.
pub const SPARE_PARTS: usize = 3;

/// How many reasons, or other parts that can be several, a row of the counting sheet has
/// room for.
pub const SEVERAL: usize = 4;

/// The name of a measure's cell: `tjut_klienter`.
#[must_use]
pub fn measure_name(measure: &Measure) -> String {
    format!("tjut_{}", measure.key)
}

/// The name of an amount's cell.
#[must_use]
pub fn amount_name(amount: &MoneyMeasure) -> String {
    format!("tjut_ekonomi_{}", amount.key)
}

/// The name of the cell with the count of a division's part, by its number from one.
#[must_use]
pub fn part_name(division: &Division, number: usize) -> String {
    format!("tjut_{}_{number}", division.key)
}

/// The name of the cells with the words that a column of the counting sheet can have.
#[must_use]
pub fn choices_name(key: &str) -> String {
    format!("tjut_val_{key}")
}

/// What a division is called beside its parts.
#[must_use]
pub fn group_label(division: &Division) -> String {
    upper_first(division.key)
}

/// The names that the parts of a division always have; none where the service chooses them.
#[must_use]
pub fn fixed_labels(division: &Division) -> Vec<String> {
    match division.names {
        PartNames::Fixed(parts) => parts.iter().map(|part| part.label.to_owned()).collect(),
        PartNames::Chosen(_) => Vec::new(),
    }
}

/// Whether an amount is given, and not worked out.
#[must_use]
pub fn is_given(amount: &MoneyMeasure) -> bool {
    matches!(amount.source, AmountSource::Given(_))
}

/// A column of the counting sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedColumn {
    /// Its heading.
    pub heading: String,
    /// What it says.
    pub column: CountingColumn,
}

/// What a column of the counting sheet says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountingColumn {
    /// When the contact began; for the service itself.
    Month,
    /// Whether the client is counted by a measure.
    Measure(&'static Measure),
    /// Which part of a division the client is in.
    Division(&'static Division),
}

/// The columns of the counting sheet. Every division is one, or several where a client can
/// be in several parts, and so is every measure that tells one client from another.
#[must_use]
pub fn counting_columns() -> Vec<CountedColumn> {
    let month = CountedColumn { heading: "Månad".to_owned(), column: CountingColumn::Month };
    let divisions = DIVISIONS.iter().flat_map(|division| {
        let several = if division.overlaps() { SEVERAL } else { 1 };
        (1..=several).map(move |number| {
            let one = upper_first(division.one);
            let heading = if several > 1 { format!("{one} {number}") } else { one };
            CountedColumn { heading, column: CountingColumn::Division(division) }
        })
    });
    // What is worked out from another count needs no column.
    let measures = MEASURES.iter().filter(|measure| {
        measure.part_of.is_some_and(|part| part.whole == CLIENTS) && !measure.is_worked_out
    });
    let measures = measures.map(|measure| CountedColumn {
        heading: upper_first(measure.noun.one),
        column: CountingColumn::Measure(measure),
    });
    std::iter::once(month).chain(divisions).chain(measures).collect()
}
