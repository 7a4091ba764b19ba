//! The sheet with the year's figures.

use rust_xlsxwriter::{
    DataValidation, DataValidationRule, Formula, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::style::{absolute, fitting, height, print};
use super::{Contents, layout};
use crate::facts::{Counted, Number};
use crate::measures::{AMOUNTS, Cover, DIVISIONS, Division, MEASURES, Measure};

pub(super) const SHEET: &str = "Årets siffror";

const GROUP: u16 = 0;
const LABEL: u16 = 1;
const COUNT: u16 = 2;
const BEFORE: u16 = 3;
const CONTROL: u16 = 4;

const LABEL_WIDTH: u16 = 52;

/// What a control says before there is anything to control.
const NOT_YET: &str = "Inte ifyllt";

pub(super) fn write(workbook: &mut Workbook, contents: &Contents<'_>) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet().set_name(SHEET)?;
    let mut rows = Rows { sheet, contents, row: 1, names: Vec::new() };
    rows.headings()?;
    for measure in &MEASURES {
        rows.measure(measure)?;
    }
    for division in &DIVISIONS {
        rows.division(division)?;
    }
    // The year file has the amounts of the reported year only.
    if contents.year == *contents.year_file.year {
        for amount in AMOUNTS.iter().filter(|amount| layout::is_given(amount)) {
            rows.labels("Kronor", amount.label)?;
            rows.leave_open(layout::amount_name(amount))?;
            rows.row += 1;
        }
    }
    rows.validate()?;
    let names = rows.names;
    for (name, row) in names {
        workbook.define_name(name, &absolute(SHEET, (row, COUNT), (row, COUNT)))?;
    }
    Ok(())
}

struct Rows<'w, 'c> {
    sheet: &'w mut Worksheet,
    contents: &'c Contents<'c>,
    row: u32,
    /// The names of cells, each with its row.
    names: Vec<(String, u32)>,
}

impl Rows<'_, '_> {
    fn headings(&mut self) -> Result<(), XlsxError> {
        let (year, before) = (self.contents.year, self.contents.year - 1);
        let count = format!("Antal {year}");
        let count_before = format!("Antal {before}");
        let headings = ["Grupp", "Uppgift", &count, &count_before, "Kontroll"];
        for (column, heading) in (0u16..).zip(headings) {
            self.sheet.write_with_format(0, column, heading, &self.contents.style.heading)?;
        }
        for (column, width) in
            [(GROUP, 16), (LABEL, LABEL_WIDTH), (COUNT, 14), (BEFORE, 14), (CONTROL, 30)]
        {
            self.sheet.set_column_width(column, width)?;
        }
        print(self.sheet, Some(0))?;
        // Rows that move would no longer be those that the cells are named after.
        let options = ProtectionOptions {
            format_columns: true,
            format_rows: true,
            ..ProtectionOptions::new()
        };
        self.sheet.protect_with_options(&options);
        Ok(())
    }

    fn labels(&mut self, group: &str, label: &str) -> Result<(), XlsxError> {
        let style = &self.contents.style;
        self.sheet.write_with_format(self.row, GROUP, group, &style.plain)?;
        self.sheet.set_row_height(self.row, height(label, LABEL_WIDTH))?;
        self.sheet.write_with_format(self.row, LABEL, fitting(label), &style.wrapped)?;
        Ok(())
    }

    fn leave_open(&mut self, name: String) -> Result<(), XlsxError> {
        self.sheet.write_blank(self.row, COUNT, &self.contents.style.number)?;
        self.names.push((name, self.row));
        Ok(())
    }

    /// The count of the year before, beside.
    fn before(&mut self, counted: &Counted) -> Result<(), XlsxError> {
        let style = &self.contents.style;
        match self.contents.before(counted) {
            None => {}
            Some(Number::Exact(count)) => {
                #[expect(clippy::cast_precision_loss, reason = "no count is that large")]
                self.sheet.write_with_format(self.row, BEFORE, count as f64, &style.known)?;
            }
            Some(masked) => {
                let words = Number::in_cell(Some(masked));
                self.sheet.write_with_format(self.row, BEFORE, words, &style.known)?;
            }
        }
        Ok(())
    }

    fn measure(&mut self, measure: &'static Measure) -> Result<(), XlsxError> {
        self.labels("Hela året", measure.label)?;
        self.leave_open(layout::measure_name(measure))?;
        self.before(&Counted::Figure(measure))?;
        if let Some(whole) = measure.whole() {
            let (own, whole) = (layout::measure_name(measure), layout::measure_name(whole));
            self.control(&format!(
                "=IF(OR({own}=\"\",{whole}=\"\"),\"{NOT_YET}\",IF({own}<={whole},\"Stämmer\",\"Får vara högst \"&{whole}))"
            ))?;
        }
        self.row += 1;
        Ok(())
    }

    fn control(&mut self, formula: &str) -> Result<(), XlsxError> {
        let formula = Formula::new(formula).set_result(NOT_YET);
        self.sheet.write_with_format(self.row, CONTROL, formula, &self.contents.style.control)?;
        Ok(())
    }

    fn division(&mut self, division: &'static Division) -> Result<(), XlsxError> {
        let group = layout::group_label(division);
        let names = self.contents.parts(division);
        let first = self.row;
        let spare = if division.has_chosen_names() { layout::SPARE_PARTS } else { 0 };
        for number in 1..=names.len() + spare {
            let name = names.get(number - 1);
            self.labels(&group, name.map_or("", String::as_str))?;
            if division.has_chosen_names() {
                let name = fitting(name.map_or("", String::as_str));
                let words = &self.contents.style.words;
                if name.is_empty() {
                    self.sheet.write_blank(self.row, LABEL, words)?;
                } else {
                    self.sheet.write_with_format(self.row, LABEL, name, words)?;
                }
            }
            self.leave_open(layout::part_name(division, number))?;
            if let Some(name) = name {
                self.before(&Counted::Part(division, name.clone()))?;
            }
            self.row += 1;
        }
        if first < self.row && !division.overlaps() {
            self.sum(division, &group, first)?;
        }
        Ok(())
    }

    /// The sum of a division, beside what it should come to.
    fn sum(&mut self, division: &Division, group: &str, first: u32) -> Result<(), XlsxError> {
        let style = &self.contents.style;
        self.sheet.write_with_format(self.row, GROUP, group, &style.sum_label)?;
        self.sheet.write_with_format(self.row, LABEL, "Summa", &style.sum_label)?;
        let parts = format!("C{}:C{}", first + 1, self.row);
        let sum = Formula::new(format!("=SUM({parts})")).set_result("0");
        self.sheet.write_with_format(self.row, COUNT, sum, &style.sum)?;
        let Some(whole) = division.whole() else { return Ok(()) };
        let name = layout::measure_name(whole);
        let own = format!("C{}", self.row + 1);
        let (holds, otherwise) = match division.cover {
            Cover::All => (format!("{own}={name}"), "Ska vara"),
            _ => (format!("{own}<={name}"), "Får vara högst"),
        };
        self.control(&format!(
            "=IF(OR(COUNT({parts})=0,{name}=\"\"),\"{NOT_YET}\",IF({holds},\"Stämmer\",\"{otherwise} \"&{name}))"
        ))?;
        self.row += 1;
        Ok(())
    }

    /// Cells to fill in take whole numbers from nought.
    fn validate(&mut self) -> Result<(), XlsxError> {
        let whole = DataValidation::new()
            .allow_whole_number(DataValidationRule::Between(0, i32::MAX))
            .set_error_title("Hela tal")?
            .set_error_message(
                "Skriv ett helt tal, 0 eller större. Lämna cellen tom om uppgiften saknas.",
            )?;
        for (_, row) in &self.names {
            self.sheet.add_data_validation(*row, COUNT, *row, COUNT, &whole)?;
        }
        Ok(())
    }
}
