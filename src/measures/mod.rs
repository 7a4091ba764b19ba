//! What a year is measured by: the counts of persons and cases, the ways in which they
//! are divided, and the amounts in kronor.
//!
//! Each is one row of one table, and everything that lists figures walks that table: the
//! facts, what templates and texts can ask for, the key-figure tables and
//! `siffror.json`, the rules, the masking of small counts, and the sentences. A figure
//! that is forgotten in one of them could give away what another one hides.
//!
//! * [`MEASURES`] has the counts,
//! * [`DIVISIONS`] kön, ålder, områden, orsaker and kontaktvägar,
//! * [`AMOUNTS`] the kronor.

mod amounts;
mod counts;
mod divisions;
mod keyed;
pub mod noun;

#[cfg(test)]
mod tests;

pub use amounts::{
    AMOUNTS, APPLIED_FOR, AmountSource, GRANTED, MoneyMeasure, OWN_FUNDS, TOTAL_COST, UNUSED, USED,
};
pub use counts::{
    CARRIED_IN, CARRIED_OUT, CHILDREN_AT_HOME, CLIENTS, CLOSED, MEASURES, Measure, NEW, NamedBy,
    Others, PartOf, QUEUE, YearValue,
};
pub use divisions::{
    AGES, AREAS, CONTACT_ROUTES, Cover, DIVISIONS, Division, FixedPart, PartCount, PartNames,
    REASONS, SEXES,
};
pub use noun::{Gender, Noun};
