//! The sheet for counting, one row for each client.

use rust_xlsxwriter::{DataValidation, Formula, Workbook, XlsxError};

use super::layout::{CountingColumn, choices_name, counting_columns};
use super::style::{absolute, print};
use super::{Contents, choices, layout};

pub(super) const SHEET: &str = "Räkning";

/// How many rows have choices to pick from.
const ROWS: u32 = 1000;

pub(super) fn write(workbook: &mut Workbook, contents: &Contents<'_>) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet().set_name(SHEET)?;
    print(sheet, Some(0))?;
    sheet.set_row_height(0, 45)?;
    for (column, counted) in (0u16..).zip(counting_columns()) {
        sheet.write_with_format(0, column, counted.heading.as_str(), &contents.style.heading)?;
        let width = match counted.column {
            CountingColumn::Month => 12,
            CountingColumn::Division(_) => 18,
            CountingColumn::Measure(_) => 15,
        };
        sheet.set_column_width(column, width)?;
        sheet.set_column_format(column, &contents.style.plain)?;
        let key = match counted.column {
            CountingColumn::Month => choices::MONTHS,
            CountingColumn::Measure(_) => choices::YES_NO,
            CountingColumn::Division(division) => {
                if contents.parts(division).is_empty() {
                    continue;
                }
                division.key
            }
        };
        let mut validation = DataValidation::new()
            .allow_list_formula(Formula::new(format!("={}", choices_name(key))))
            .set_error_title("Välj i listan")?
            .set_error_message("Välj ett av värdena i listan. Saknas något måste det först läggas till i årsfilen.")?;
        if column == 0 {
            validation = validation.set_input_title("En rad för varje klient")?.set_input_message(
                "Skriv aldrig namn, personnummer eller annat som pekar ut någon.",
            )?;
        }
        sheet.add_data_validation(1, column, ROWS, column, &validation)?;
    }
    workbook.define_name(layout::COUNTING, &absolute(SHEET, (0, 0), (0, 0)))?;
    Ok(())
}
