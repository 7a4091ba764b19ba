//! Figures from a spreadsheet by way of a map.

use std::sync::Arc;

use super::chosen::{all_names, known_name, meant, part_called, part_names};
use super::figure::{Doubt, whole_number};
use super::given::{Given, at};
use super::map::{FigurePlace, RowsMap, Says, SourceMap};
use super::rows::{self, Column, Table, Tells};
use super::target::Target;
use crate::finding::{Finding, shorten};
use crate::measures::{Division, Measure, PartNames};
use crate::source::{Source, Span};
use crate::spreadsheet::{Area, Sheet, Workbook};
use crate::swedish::join;
use crate::year_file::YearFile;
use crate::year_file::read::nearest;
use crate::year_file::values::Text;

/// The year that a map says.
#[must_use]
pub fn year_of(map: &SourceMap) -> Option<i32> {
    map.year.as_ref().map(|year| **year)
}

/// The figures that a map finds in a spreadsheet. `source` is the map's text.
///
/// # Errors
/// Where the map names what the spreadsheet doesn't have.
pub fn by_map(
    map: &SourceMap,
    source: &Arc<Source>,
    workbook: &Workbook,
    year_file: &YearFile,
    year: i32,
) -> Result<Given, Vec<Finding>> {
    let mut mapping = Mapping {
        map,
        source,
        workbook,
        year_file,
        year,
        given: Given { notes: workbook.notes.clone(), ..Given::default() },
        findings: Vec::new(),
    };
    for figure in map.figures.iter().flatten() {
        let sheet = mapping.sheet(figure.sheet.as_ref(), &figure.field.span);
        let place = figure.place(source).map_err(|finding| mapping.findings.push(*finding));
        let (Some(sheet), Ok(place)) = (sheet, place) else { continue };
        match place {
            FigurePlace::Cell(target, cell) => {
                if let Some(target) = mapping.in_year_file(target, &figure.field) {
                    mapping.one(sheet, target, cell);
                }
            }
            FigurePlace::Division(division, names, counts) => {
                let meanings = words_and_meanings(figure.meanings.as_ref());
                mapping.division(sheet, division, &meanings, names, counts);
            }
        }
    }
    if let Some(rows) = &map.rows {
        mapping.rows(rows);
    }
    if mapping.findings.is_empty() { Ok(mapping.given) } else { Err(mapping.findings) }
}

struct Mapping<'m> {
    map: &'m SourceMap,
    source: &'m Arc<Source>,
    workbook: &'m Workbook,
    year_file: &'m YearFile,
    year: i32,
    given: Given,
    findings: Vec<Finding>,
}

impl<'m> Mapping<'m> {
    fn error(&mut self, span: &Span, message: String, hint: String) {
        let finding = Finding::error("karta-fel", self.source, span.clone(), message);
        self.findings.push(finding.hint(hint));
    }

    /// The sheet that a place of the map means.
    fn sheet(&mut self, own: Option<&Text>, place: &Span) -> Option<&'m Sheet> {
        let sheets = &self.workbook.sheets;
        let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        let listed: Vec<String> = names.iter().map(|name| format!("”{name}”")).collect();
        match own.or(self.map.sheet.as_ref()) {
            Some(name) => {
                let found = self.workbook.sheet(name);
                if found.is_none() {
                    let hint = match nearest(name, &names) {
                        Some(near) => format!("Menade du ”{near}”?"),
                        None => format!("Bladen heter {}.", join(&listed)),
                    };
                    let message = format!("bladet ”{}” finns inte i filen", shorten(name));
                    self.error(&name.span, message, hint);
                }
                found
            }
            None if sheets.len() == 1 => sheets.first(),
            None => {
                let message = "det står inte på vilket blad siffran finns".to_owned();
                self.error(
                    place,
                    message,
                    format!("Skriv `blad:`. Bladen heter {}.", join(&listed)),
                );
                None
            }
        }
    }

    fn one(&mut self, sheet: &Sheet, target: Target, cell: crate::spreadsheet::CellPlace) {
        match whole_number(sheet, cell) {
            Ok(Some(number)) => self.given.add(target, number, at(sheet, cell)),
            Ok(None) => {
                let name = target.name();
                self.given
                    .notes
                    .push(format!("{} är tom, så {name} ändras inte.", at(sheet, cell)));
            }
            Err(doubt) => self.given.refuse(at(sheet, cell), Some(target.name()), doubt),
        }
    }

    /// A place as the year file spells it; nothing when it has other names there.
    fn in_year_file(&mut self, target: Target, field: &Text) -> Option<Target> {
        let Target::Part(division, name) = &target else { return Some(target) };
        if matches!(division.names, PartNames::Fixed(_)) {
            return Some(target);
        }
        let known = all_names(self.year_file, division, self.year);
        if known.is_empty() {
            return Some(target);
        }
        known_name(name, &known)
            .map(|name| Target::Part(division, name.to_owned()))
            .map_err(|near| {
                let hint = match near {
                    Some(near) => format!("Menade du `{}.{near}`?", division.key),
                    None => format!("Där står {}.", join(&known)),
                };
                let message =
                    format!("”{}” finns inte under {} i årsfilen", shorten(name), division.key);
                let hint = format!(
                    "{hint} Är det ett nytt namn, skriv först in det i årsfilen med antalet 0."
                );
                self.error(&field.span, message, hint);
            })
            .ok()
    }

    fn division(
        &mut self,
        sheet: &Sheet,
        division: &'static Division,
        meanings: &[(String, String)],
        names: Area,
        counts: Area,
    ) {
        let known = all_names(self.year_file, division, self.year);
        for (name_cell, count_cell) in names.places().zip(counts.places()) {
            let about = || Some(division.key.to_owned());
            let count = match whole_number(sheet, count_cell) {
                Ok(Some(count)) => count,
                Ok(None) => continue,
                Err(doubt) => {
                    self.given.refuse(at(sheet, count_cell), about(), doubt);
                    continue;
                }
            };
            let Some(name) = sheet.text(name_cell) else {
                let doubt = Doubt::new(
                    format!("antalet saknar namn på {} i {name_cell}", division.part),
                    "Skriv namnet, eller ändra cellerna i kartan.",
                );
                self.given.refuse(at(sheet, count_cell), about(), doubt);
                continue;
            };
            match part_called(division, meant(&name, meanings), &known) {
                Ok(target) => self.given.add(target, count, at(sheet, count_cell)),
                Err(doubt) => self.given.refuse(at(sheet, name_cell), about(), doubt),
            }
        }
    }

    fn rows(&mut self, rows: &RowsMap) {
        let Some(sheet) = self.sheet(rows.sheet.as_ref(), &rows.each.span) else { return };
        let row = rows.heading_row.as_ref().map_or(1, |row| **row);
        let heading_row = u32::try_from(row.saturating_sub(1)).unwrap_or(u32::MAX);
        let headings: Vec<(u32, String)> = sheet
            .row(heading_row)
            .filter_map(|(place, cell)| Some((place.column, cell.as_name()?)))
            .collect();
        let words: Vec<&str> = headings.iter().map(|(_, name)| name.as_str()).collect();
        let mut columns = Vec::new();
        for column in &rows.columns {
            let wanted = column.heading.to_lowercase();
            let found: Vec<u32> = headings
                .iter()
                .filter(|(_, name)| name.to_lowercase() == wanted)
                .map(|(place, _)| *place)
                .collect();
            let heading = shorten(&column.heading);
            let place = match found.as_slice() {
                [one] => *one,
                [] => {
                    let message = format!("rubriken ”{heading}” finns inte på rad {row}");
                    let hint = match nearest(&column.heading, &words) {
                        Some(near) => format!("Menade du ”{near}”?"),
                        None if words.is_empty() => {
                            "Raden är tom. Skriv `rubrikrad:` med numret på raden som rubrikerna står på.".to_owned()
                        }
                        None => format!("På raden står {}.", join(&headings.iter().map(|(_, name)| format!("”{}”", shorten(name))).collect::<Vec<_>>())),
                    };
                    self.error(&column.heading.span, message, hint);
                    continue;
                }
                _ => {
                    let message = format!("rubriken ”{heading}” finns i flera kolumner");
                    let hint = "Ge kolumnerna olika rubriker i kalkylarket.".to_owned();
                    self.error(&column.heading.span, message, hint);
                    continue;
                }
            };
            let tells = match column.tells() {
                Some(Says::Whether(measure)) => Tells::Whether(measure),
                Some(Says::Which(division)) => {
                    Tells::Which(division, part_names(self.year_file, division, self.year))
                }
                None => continue,
            };
            let meanings = words_and_meanings(column.meanings.as_ref());
            columns.push(Column { index: place, tells, meanings });
        }
        let Some(each) = Measure::of_key(&rows.each) else { return };
        rows::count(&Table { sheet, heading_row, each, columns }, &mut self.given);
    }
}

/// Words of a spreadsheet and what they mean, as a map says it.
fn words_and_meanings(written: Option<&Vec<(Text, Text)>>) -> Vec<(String, String)> {
    let written = written.into_iter().flatten();
    written.map(|(word, name)| (word.to_string(), name.to_string())).collect()
}
