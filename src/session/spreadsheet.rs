//! Figures from a spreadsheet as a proposal, and the workbook that they are gathered in.

use serde_json::{Value, json};

use super::{Problem, Session};
use crate::import::{self, Change, Given, Proposal};
use crate::source::printable;
use crate::spreadsheet::{self, Unreadable};
use crate::workbook;
use crate::yaml::Value as YamlValue;
use crate::year_file::YearFile;

impl Session {
    /// The workbook that a year's figures are gathered in, and a name for its file.
    ///
    /// # Errors
    /// That too little of the year file can be read, or that it can't be put together.
    pub fn workbook(&self) -> Result<(String, Vec<u8>), Problem> {
        let year_file = self.checked.loaded.year_file.as_ref();
        let year_file = year_file.filter(|file| file.year.known().is_some()).ok_or_else(|| {
            let hint = "Fyll i verksamhetsåret under Ärendet först.";
            Problem::new("underlaget kan inte göras utan verksamhetsår", hint)
        })?;
        let year = workbook::year_for(year_file);
        let bytes = workbook::write(year_file, year).map_err(|error| {
            let hint = "Se efter att namnen i Siffror är rimligt långa, och försök igen.";
            Problem::new(format!("underlaget kan inte göras: {error}"), hint)
        })?;
        Ok((format!("underlag-{year}.xlsx"), bytes))
    }

    /// What a spreadsheet would change in the year file, as data: the changes, each with the
    /// edit that makes it, what is refused, and what ought to be known. Nothing is changed.
    ///
    /// # Errors
    /// Why nothing can be taken from the spreadsheet.
    pub fn proposal(&self, name: &str, bytes: &[u8]) -> Result<Value, Problem> {
        let loaded = &self.checked.loaded;
        let statistics = loaded.root.as_deref().and_then(|root| root.get("statistik"));
        // What stands there now must be known.
        let is_unread = statistics.is_some_and(|node| node.value == YamlValue::Reported);
        let year_file = loaded.year_file.as_ref().filter(|_| !is_unread);
        let reported = year_file.and_then(|file| file.year.known().copied());
        let (year_file, reported) = year_file.zip(reported).ok_or_else(|| {
            let message = "verksamhetsåret eller siffrorna i årsfilen går inte att läsa";
            Problem::new(message, "Rätta felen som står i listan över fynd först.")
        })?;
        let name = printable(name);
        let source = spreadsheet::read(&name, bytes).map_err(|why| unreadable(&name, why))?;
        let (given, year) = given(&name, &source, year_file, reported)?;
        let proposal = Proposal::of(given, loaded.root.as_deref(), year, reported);
        let refusals = proposal.refusals.iter().map(|refusal| {
            json!({
                "place": refusal.place,
                "about": refusal.about,
                "reason": refusal.reason,
                "remedy": refusal.remedy,
            })
        });
        Ok(json!({
            "file": name,
            "year": proposal.year,
            "changes": proposal.changes.iter().map(change).collect::<Vec<_>>(),
            "unchanged": proposal.unchanged,
            "refusals": refusals.collect::<Vec<_>>(),
            "notes": proposal.notes,
        }))
    }
}

fn change(change: &Change) -> Value {
    json!({
        "name": change.name,
        "old": change.old,
        "new": change.written(),
        "from": change.from,
        "edit": { "op": "set", "at": change.path, "value": change.written() },
    })
}

/// The figures of a spreadsheet, and the year that they are for.
fn given(
    name: &str,
    source: &spreadsheet::Workbook,
    year_file: &YearFile,
    reported: i32,
) -> Result<(Given, i32), Problem> {
    if import::is_own(source) {
        let year = import::year_of_workbook(source).map_err(|why| unreadable(name, why))?;
        return Ok((import::by_workbook(source, year_file, year), year));
    }
    // A counting sheet alone doesn't say its year, so it is that of the papers.
    let counted = import::by_headings(source, year_file, reported);
    counted.map(|given| (given, reported)).ok_or_else(|| {
        let message = format!("{name} är inget underlag som är hämtat härifrån");
        let hint = "Hämta underlaget, för över siffrorna till det i Excel och läs in det. Eller kopiera talen i Excel och klistra in dem i tabellen.";
        Problem::new(message, hint)
    })
}

fn unreadable(name: &str, why: Unreadable) -> Problem {
    Problem::new(format!("{name}: {}", why.message), why.hint)
}
