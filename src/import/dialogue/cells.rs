//! Figures that stand in cells.

use super::view::words;
use super::{Dialogue, Halt};
use crate::finding::{nearest, shorten};
use crate::import::Target;
use crate::import::figure::whole_number;
use crate::measures::{AMOUNTS, DIVISIONS, Division, MEASURES, PartNames};
use crate::spreadsheet::{Area, CellPlace, Sheet};
use crate::swedish::{lower_first, upper_first};
use crate::workbook::layout::is_given;
use crate::yaml::edit::Tree;

impl<'d> Dialogue<'d, '_> {
    /// Where each figure stands, as the items of a map.
    pub(super) fn figures(&mut self) -> Result<Vec<Tree>, Halt> {
        self.asked.show("\nAntal och kronor. Svara med cellen, till exempel C5.\n");
        if self.workbook.sheets.len() > 1 {
            self.say(&format!(
                "Står siffran på ett annat blad än ”{}” skrivs bladet före: Ekonomi!C5.",
                shorten(&self.sheet.name)
            ));
        }
        let mut items = Vec::new();
        for measure in &MEASURES {
            items.extend(self.one(measure.label, &Target::Measure(measure))?);
        }
        for amount in AMOUNTS.iter().filter(|amount| is_given(amount)) {
            let question = format!("{}, kronor", amount.label);
            items.extend(self.one(&question, &Target::Amount(amount))?);
        }
        for division in &DIVISIONS {
            if let PartNames::Fixed(parts) = division.names {
                for part in parts {
                    let question =
                        format!("{}, {}", upper_first(division.key), lower_first(part.label));
                    let target = Target::Part(division, part.key.to_owned());
                    items.extend(self.one(&question, &target)?);
                }
            }
        }
        let chosen = |division: &&Division| matches!(division.names, PartNames::Chosen(_));
        self.asked.show(
            "\nFördelningar. Svara med den första och den sista cellen, till exempel A12:A15.\n",
        );
        for division in DIVISIONS.iter().filter(chosen) {
            items.extend(self.division(division)?);
        }
        Ok(items)
    }

    /// A figure in a cell.
    fn one(&mut self, question: &str, target: &Target) -> Result<Option<Tree>, Halt> {
        loop {
            let answer = self.ask(&format!("{question}: "))?;
            if answer.is_empty() {
                return Ok(None);
            }
            let Some((sheet, written)) = self.on_sheet(&answer) else { continue };
            let Ok(place) = written.parse::<CellPlace>() else {
                self.say(&format!(
                    "”{}” är ingen cell. Skriv kolumnens bokstav och radens nummer, till exempel C5.",
                    shorten(written)
                ));
                continue;
            };
            let is_right = match whole_number(sheet, place) {
                Ok(Some(number)) => {
                    let beside = beside(sheet, place);
                    self.say(&format!("I {place} står {number}{beside}."));
                    self.is_so("Är det rätt cell?", true)?
                }
                Ok(None) => {
                    self.say(&format!("Cellen {place} är tom nu{}.", beside(sheet, place)));
                    self.is_so("Är det ändå rätt cell?", false)?
                }
                Err(doubt) => {
                    self.say(&format!("{place}: {}. {}", doubt.reason, doubt.remedy));
                    self.is_so("Är det ändå rätt cell?", false)?
                }
            };
            if is_right {
                let cell = ("cell".to_owned(), Tree::word(place));
                return Ok(Some(self.item(&target.name(), sheet, vec![cell])));
            }
        }
    }

    /// Names and counts beside each other.
    fn division(&mut self, division: &'static Division) -> Result<Option<Tree>, Halt> {
        let key = upper_first(division.key);
        loop {
            let Some((sheet, names)) = self.line(&format!("{key}, cellerna med namnen: "))? else {
                return Ok(None);
            };
            let counts = self.line(&format!("{key}, cellerna med antalen: "))?;
            let Some((count_sheet, counts)) = counts else { continue };
            if *count_sheet != *sheet {
                self.say("Namnen och antalen måste stå på samma blad. Svara om igen.");
                continue;
            }
            if names.size() != counts.size() {
                self.say(&format!(
                    "Namnen är {} celler men antalen {}. Svara om igen.",
                    names.size(),
                    counts.size()
                ));
                continue;
            }
            for (name, count) in names.places().zip(counts.places()) {
                let name = sheet.cell(name).map_or_else(|| "(tom)".to_owned(), words);
                let line = match whole_number(sheet, count) {
                    Ok(Some(number)) => format!("{name}: {number}"),
                    Ok(None) => format!("{name}: (tom)"),
                    Err(doubt) => format!("{name}: {}", doubt.reason),
                };
                self.say(&line);
            }
            if self.is_so("Är det rätt celler?", true)? {
                let areas = vec![
                    ("namn".to_owned(), Tree::word(names)),
                    ("antal".to_owned(), Tree::word(counts)),
                ];
                return Ok(Some(self.item(division.key, sheet, areas)));
            }
        }
    }

    /// Cells in a line; nothing for an empty answer.
    fn line(&mut self, question: &str) -> Result<Option<(&'d Sheet, Area)>, Halt> {
        loop {
            let answer = self.ask(question)?;
            if answer.is_empty() {
                return Ok(None);
            }
            let Some((sheet, written)) = self.on_sheet(&answer) else { continue };
            match written.parse::<Area>() {
                Ok(area) if area.is_line() => return Ok(Some((sheet, area))),
                _ => self.say(&format!(
                    "”{}” är inga celler i rad. Skriv den första och den sista cellen med kolon emellan, till exempel A12:A15.",
                    shorten(written)
                )),
            }
        }
    }

    /// The sheet that an answer names, `Ekonomi!C5`, or else the usual one, and the rest.
    fn on_sheet<'a>(&mut self, answer: &'a str) -> Option<(&'d Sheet, &'a str)> {
        let Some((name, rest)) = answer.rsplit_once('!') else { return Some((self.sheet, answer)) };
        let name = name.trim().trim_matches('\'');
        if let Some(sheet) = self.workbook.sheet(name) {
            return Some((sheet, rest.trim()));
        }
        let names: Vec<&str> = self.workbook.sheets.iter().map(|it| it.name.as_str()).collect();
        let hint = if let Some(near) = nearest(name, &names) {
            format!("Menade du ”{near}”?")
        } else {
            let names: Vec<String> = names.iter().map(|name| format!("”{name}”")).collect();
            format!("Bladen heter {}.", crate::swedish::join(&names))
        };
        self.say(&format!("Bladet ”{}” finns inte. {hint}", shorten(name)));
        None
    }

    fn item(&self, field: &str, sheet: &Sheet, places: Vec<(String, Tree)>) -> Tree {
        let mut entries = vec![("fält".to_owned(), Tree::text(field))];
        if *sheet != *self.sheet {
            entries.push(("blad".to_owned(), Tree::text(&sheet.name)));
        }
        entries.extend(places);
        Tree::Group(entries)
    }
}

/// The words that say what a cell's figure is: to its left, or else above it.
fn beside(sheet: &Sheet, place: CellPlace) -> String {
    let left = (0..place.column).rev().map(|column| CellPlace { column, ..place });
    let above =
        (place.row.saturating_sub(20)..place.row).rev().map(|row| CellPlace { row, ..place });
    let is_name = |place: &CellPlace| {
        let text = sheet.text(*place);
        text.is_some_and(|text| text.chars().any(char::is_alphabetic))
    };
    let found = left.clone().find(is_name).map(|place| ("på raden", place));
    let found = found.or_else(|| above.clone().find(is_name).map(|place| ("ovanför", place)));
    let named = found.and_then(|(at, place)| Some((at, words(sheet.cell(place)?))));
    named.map_or_else(String::new, |(at, name)| format!(", {at} står ”{name}”"))
}
