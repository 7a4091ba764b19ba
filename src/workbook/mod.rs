//! The workbook that a year's figures are gathered in: `tjut underlag`.
//!
//! It is handed out to those who count, filled in, and read again by [`crate::import`],
//! which finds each figure by the name of its cell. So what has which name and heading is
//! said once, in [`layout`]. Everything is put in from [`crate::measures`]; a new measure or
//! division is in the workbook without anybody thinking of it.
//!
//! The figures of the year before stand beside as the papers show them: where the year file
//! masks small counts, they are masked here too, since the workbook is handed out.

mod choices;
mod counting;
mod figures;
mod guide;
pub mod layout;
mod style;

#[cfg(test)]
mod tests;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::facts::{Counted, Number, Shown};
use crate::import::part_names;
use crate::measures::{CLIENTS, Division, Measure};
use crate::year_file::YearFile;
use style::Style;

/// What a workbook is made of.
struct Contents<'y> {
    year_file: &'y YearFile,
    year: i32,
    shown: Shown,
    style: Style,
}

impl Contents<'_> {
    /// A count of the year before, as papers show it.
    fn before(&self, counted: &Counted) -> Option<Number> {
        self.shown.number(self.year - 1, counted)
    }

    /// The names of a division's parts, as many as there is room for.
    fn parts(&self, division: &'static Division) -> Vec<String> {
        let mut names = part_names(self.year_file, division, self.year);
        names.truncate(layout::MOST_PARTS - layout::SPARE_PARTS);
        names
    }
}

/// The year that figures are to be gathered for: the reported one as long as it is not known
/// how many clients there were, and then the next.
#[must_use]
pub fn year_for(year_file: &YearFile) -> i32 {
    let reported = *year_file.year;
    let figures = year_file.figures(0);
    let is_known = figures
        .zip(Measure::of_key(CLIENTS))
        .is_some_and(|(figures, clients)| (clients.given)(figures).is_some());
    if is_known { reported + 1 } else { reported }
}

/// Makes the workbook for a year. The same year file gives the same bytes.
///
/// # Errors
/// That it could not be put together.
pub fn write(year_file: &YearFile, year: i32) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let shown = Shown::of(year_file);
    let contents = Contents { year_file, year, shown, style: Style::new() };
    let created = u16::try_from(year).unwrap_or(2000);
    let properties = DocProperties::new()
        .set_title(guide::title(year))
        .set_creation_datetime(&ExcelDateTime::from_ymd(created, 1, 1)?);
    workbook.set_properties(&properties);
    guide::write(&mut workbook, &contents)?;
    figures::write(&mut workbook, &contents)?;
    counting::write(&mut workbook, &contents)?;
    choices::write(&mut workbook, &contents)?;
    workbook.save_to_buffer()
}
