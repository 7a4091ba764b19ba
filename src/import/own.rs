//! Figures from the workbook that `tjut underlag` has made.

use super::chosen::{all_names, known_name, part_names};
use super::figure::{Doubt, whole_number};
use super::given::{Given, at};
use super::rows::{self, Column, Table, Tells};
use super::target::Target;
use crate::finding::shorten;
use crate::measures::{AMOUNTS, CLIENTS, DIVISIONS, Division, MEASURES, Measure};
use crate::spreadsheet::{CellPlace, Sheet, Unreadable, Workbook};
use crate::workbook::layout::{self, CountingColumn};
use crate::year_file::YearFile;

/// Whether a spreadsheet is such a workbook.
#[must_use]
pub fn is_own(workbook: &Workbook) -> bool {
    workbook.named(layout::YEAR).is_some()
}

/// The year that such a workbook is for.
///
/// # Errors
/// That it can't be told, and what to do.
pub fn year_of_workbook(workbook: &Workbook) -> Result<i32, Unreadable> {
    let place = workbook.named(layout::YEAR);
    let year = place.and_then(|(sheet, place)| whole_number(sheet, place).ok().flatten());
    let year = year.and_then(|year| i32::try_from(year).ok());
    year.filter(|year| (2000..=2099).contains(year)).ok_or_else(|| {
        let place =
            place.map_or_else(|| layout::YEAR.to_owned(), |(sheet, place)| at(sheet, place));
        Unreadable {
            message: format!("i {place} ska året stå som underlaget gäller, men där står inget år"),
            hint: "Skriv året där med fyra siffror, spara och importera igen.".to_owned(),
        }
    })
}

/// The figures of such a workbook.
#[must_use]
pub fn by_workbook(workbook: &Workbook, year_file: &YearFile, year: i32) -> Given {
    let mut given = Given { notes: workbook.notes.clone(), ..Given::default() };
    for measure in &MEASURES {
        let name = layout::measure_name(measure);
        one(workbook, &mut given, &name, measure.label, Target::Measure(measure));
    }
    for amount in &AMOUNTS {
        let name = layout::amount_name(amount);
        one(workbook, &mut given, &name, amount.label, Target::Amount(amount));
    }
    for division in &DIVISIONS {
        let names = all_names(year_file, division, year);
        for number in 1..=layout::MOST_PARTS {
            part(workbook, &mut given, division, &names, number);
        }
    }
    counted(workbook, year_file, year, &mut given);
    given
}

/// The cell with a name; nothing where there is none, or where there are several, which is
/// said.
fn cell<'w>(
    workbook: &'w Workbook,
    given: &mut Given,
    name: &str,
) -> Option<(&'w Sheet, CellPlace)> {
    let wanted = name.to_lowercase();
    let mut places = workbook.names.iter().filter(|named| named.name.to_lowercase() == wanted);
    let first = places.next()?;
    if let Some(other) =
        places.find(|other| (&other.sheet, other.area) != (&first.sheet, first.area))
    {
        let doubt = Doubt::new(
            format!("namnet {name} finns också i {}!{}", other.sheet, other.area),
            "Ta bort det kopierade bladet och importera igen.",
        );
        given.refuse(format!("{}!{}", first.sheet, first.area), None, doubt);
        return None;
    }
    let found = workbook.named(name);
    if found.is_none() {
        let doubt = Doubt::new(
            format!("bladet ”{}” finns inte kvar", first.sheet),
            "Gör ett nytt underlag och för över siffrorna dit.",
        );
        given.refuse(format!("{}!{}", first.sheet, first.area), None, doubt);
    }
    found
}

/// The cell so many columns to the left of another.
fn left_of(place: CellPlace, columns: u32) -> Option<CellPlace> {
    Some(CellPlace { column: place.column.checked_sub(columns)?, ..place })
}

fn moved(beside: Option<&str>, wanted: &str) -> Doubt {
    let beside = match beside {
        Some(words) => format!("till vänster om cellen står ”{words}”"),
        None => "till vänster om cellen står inget".to_owned(),
    };
    Doubt::new(
        format!("{beside}, men där ska stå ”{wanted}”"),
        "Raderna har flyttats eller skrivits om. Ändra tillbaka, eller gör ett nytt underlag.",
    )
}

/// A figure whose row always has the same label.
fn one(workbook: &Workbook, given: &mut Given, name: &str, label: &str, target: Target) {
    let Some((sheet, place)) = cell(workbook, given, name) else { return };
    let about = Some(target.name());
    match whole_number(sheet, place) {
        Ok(None) => {}
        Err(doubt) => given.refuse(at(sheet, place), about, doubt),
        Ok(Some(number)) => {
            let beside = left_of(place, 1).and_then(|left| sheet.text(left));
            if beside.as_deref() == Some(label) {
                given.add(target, number, at(sheet, place));
            } else {
                given.refuse(at(sheet, place), about, moved(beside.as_deref(), label));
            }
        }
    }
}

/// A part of a division, whose name stands beside its count.
fn part(
    workbook: &Workbook,
    given: &mut Given,
    division: &'static Division,
    known: &[String],
    number: usize,
) {
    let name = layout::part_name(division, number);
    let Some((sheet, place)) = cell(workbook, given, &name) else { return };
    let (part, group) = (left_of(place, 1), left_of(place, 2));
    let part = part.and_then(|left| sheet.text(left));
    let group = group.and_then(|left| sheet.text(left));
    // The year file's own way to spell it, where it has one.
    let spelt = part.as_ref().map(|part| known_name(part, known).unwrap_or(part));
    let target = spelt.and_then(|part| Target::part(division, part));
    let about = target.as_ref().map_or_else(|| division.key.to_owned(), Target::name);
    let about = Some(about);
    let count = match whole_number(sheet, place) {
        Ok(None) => return,
        Err(doubt) => return given.refuse(at(sheet, place), about, doubt),
        Ok(Some(count)) => count,
    };
    let wanted = layout::group_label(division);
    if group.as_deref() != Some(wanted.as_str()) {
        return given.refuse(at(sheet, place), about, moved(group.as_deref(), &wanted));
    }
    let Some(part) = &part else {
        let doubt = Doubt::new(
            format!("antalet saknar namn på {}", division.part),
            "Skriv namnet till vänster om antalet, eller töm cellen.",
        );
        return given.refuse(at(sheet, place), about, doubt);
    };
    if let Some(target) = target {
        if let (Err(near), false) = (known_name(part, known), known.is_empty()) {
            let meant = near.map(|near| format!(" Menade du ”{near}”?")).unwrap_or_default();
            given.notes.push(format!(
                "{}: ”{}” är ett nytt namn under {}.{meant}",
                at(sheet, place),
                shorten(part),
                division.key
            ));
        }
        return given.add(target, count, at(sheet, place));
    }
    let names: Vec<String> = layout::fixed_labels(division);
    let doubt = Doubt::new(
        format!("”{}” finns inte under {} i årsfilen", shorten(part), division.key),
        format!("Här kan stå: {}.", crate::swedish::join(&names)),
    );
    given.refuse(at(sheet, place), about, doubt);
}

/// The rows of the counting sheet.
fn counted(workbook: &Workbook, year_file: &YearFile, year: i32, given: &mut Given) {
    let Some((sheet, heading)) = cell(workbook, given, layout::COUNTING) else { return };
    count_by_headings(sheet, heading.row, year_file, year, given);
}

/// Counts the rows of a sheet under the counting sheet's own headings, in whatever order.
fn count_by_headings(
    sheet: &Sheet,
    heading_row: u32,
    year_file: &YearFile,
    year: i32,
    given: &mut Given,
) {
    let mut columns = Vec::new();
    for counted in layout::counting_columns() {
        let mut found = sheet.row(heading_row).filter(|(_, cell)| {
            cell.as_name().is_some_and(|name| name.to_lowercase() == counted.heading.to_lowercase())
        });
        let Some((place, _)) = found.next() else { continue };
        let tells = match counted.column {
            CountingColumn::Month => continue,
            CountingColumn::Measure(measure) => Tells::Whether(measure),
            CountingColumn::Division(division) => {
                Tells::Which(division, part_names(year_file, division, year))
            }
        };
        columns.push(Column { index: place.column, tells, meanings: Vec::new() });
    }
    let Some(each) = Measure::of_key(CLIENTS) else { return };
    rows::count(&Table { sheet, heading_row, each, columns }, given);
}

/// The figures of a file with one sheet that has the counting sheet's headings, as when that
/// sheet alone is saved as CSV; nothing when it hasn't.
#[must_use]
pub fn by_headings(workbook: &Workbook, year_file: &YearFile, year: i32) -> Option<Given> {
    let [sheet] = workbook.sheets.as_slice() else { return None };
    let row = counting_heading(sheet)?;
    let mut given = Given { notes: workbook.notes.clone(), ..Given::default() };
    count_by_headings(sheet, row, year_file, year, &mut given);
    Some(given)
}

/// Whether a file has one sheet with the counting sheet's headings.
#[must_use]
pub fn is_counting_sheet(workbook: &Workbook) -> bool {
    matches!(workbook.sheets.as_slice(), [sheet] if counting_heading(sheet).is_some())
}

/// Whether a sheet's first row with something in it has the counting sheet's headings, and
/// which row that is.
fn counting_heading(sheet: &Sheet) -> Option<u32> {
    let row = sheet.cells.keys().next()?.row;
    let known = layout::counting_columns();
    let names: Vec<String> = sheet
        .row(row)
        .filter_map(|(_, cell)| cell.as_name())
        .map(|name| name.to_lowercase())
        .collect();
    let is_known = |name: &String| known.iter().any(|it| it.heading.to_lowercase() == *name);
    (names.len() > 1 && names.iter().all(is_known)).then_some(row)
}
