//! Figures from a spreadsheet into a year file, as a proposal that somebody looks at first.
//!
//! A figure has a place in the year file ([`Target`]). It comes from a cell (`figure`), or
//! from rows that are counted (`rows`); where they stand is known from the workbook that
//! `tjut underlag` has made (`own`), or is said by a map (`map`), which `dialogue` makes by asking. Nothing is guessed by
//! position and nothing is rounded: what is not exactly a whole number is refused, with its
//! cell, the reason and the remedy.

mod chosen;
mod dialogue;
mod figure;
mod given;
mod map;
mod mapped;
mod own;
mod proposal;
mod rows;
mod target;

#[cfg(test)]
mod tests;

pub use chosen::part_names;
pub use dialogue::{Asked, Unfinished, make_map};
pub use figure::{Doubt, whole_number};
pub use given::Given;
pub use map::{ColumnMap, FigureMap, RowsMap, SourceMap, load};
pub use mapped::{by_map, year_of};
pub use own::{by_headings, by_workbook, is_counting_sheet, is_own, year_of_workbook};
pub use proposal::{Change, Proposal, Refusal};
pub use target::{Target, UnknownTarget};
