//! The sheet with the words that the counting sheet's columns can have.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::Contents;
use super::layout::{choices_name, group_label};
use super::style::{absolute, fitting, print};
use crate::measures::DIVISIONS;

const SHEET: &str = "Val";

/// The key of the months.
pub(super) const MONTHS: &str = "månad";
/// The key of yes and no.
pub(super) const YES_NO: &str = "ja_nej";

pub(super) fn write(workbook: &mut Workbook, contents: &Contents<'_>) -> Result<(), XlsxError> {
    let strings = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let mut lists: Vec<(&str, String, Vec<String>)> =
        vec![(MONTHS, "Månad".to_owned(), strings(&crate::swedish::MONTHS))];
    for division in &DIVISIONS {
        let names = contents.parts(division);
        if !names.is_empty() {
            lists.push((division.key, group_label(division), names));
        }
    }
    lists.push((YES_NO, "Ja eller nej".to_owned(), strings(&["ja", "nej"])));
    let sheet = workbook.add_worksheet().set_name(SHEET)?;
    print(sheet, Some(0))?;
    let mut names = Vec::new();
    for (column, (key, heading, words)) in (0u16..).zip(&lists) {
        let widest = words.iter().map(|word| word.chars().count()).max().unwrap_or(0);
        sheet.set_column_width(column, u16::try_from(widest.clamp(12, 70) + 2).unwrap_or(72))?;
        sheet.write_with_format(0, column, heading.as_str(), &contents.style.heading)?;
        let mut last = 1;
        for (row, word) in (1u32..).zip(words) {
            sheet.write_with_format(row, column, fitting(word), &contents.style.plain)?;
            last = row;
        }
        names.push((choices_name(key), absolute(SHEET, (1, column), (last, column))));
    }
    // Changed here, the words would no longer be those of the year file.
    sheet.protect();
    for (name, place) in names {
        workbook.define_name(name, &place)?;
    }
    Ok(())
}
