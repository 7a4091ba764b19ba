//! `importera`: shows what the figures of a spreadsheet would change in a year file.

use std::path::Path;

use super::arguments::Import;
use super::read::{self, UnreadableFile};
use super::{Outcome, proposal, show, workbook};
use crate::import::{self, Given, Proposal};
use crate::source::printable;
use crate::spreadsheet::{self, Unreadable};
use crate::yaml::Value;
use crate::year_file::{Loaded, YearFile};

pub(super) fn run(wanted: &Import) -> Outcome {
    match proposed(wanted) {
        Ok((loaded, proposal)) => told(wanted, &loaded, &proposal),
        Err(outcome) => outcome,
    }
}

fn told(wanted: &Import, _loaded: &Loaded, proposal: &Proposal) -> Outcome {
    let name = |path: &Path| printable(&path.display().to_string());
    let text = proposal::table(proposal, &name(&wanted.source));
    if let Err(outcome) = show::output(&text) {
        return outcome;
    }
    if proposal.refusals.is_empty() {
        return Outcome::Done;
    }
    show::message(proposal::refusals(proposal).trim_end_matches('\n'));
    Outcome::Findings
}

/// The year file, and what the spreadsheet would change in it.
fn proposed(wanted: &Import) -> Result<(Loaded, Proposal), Outcome> {
    let loaded = workbook::loaded(&wanted.file)?;
    let statistics = loaded.root.as_ref().and_then(|root| root.get("statistik"));
    // What stands there now must be known.
    let is_unread = statistics.is_some_and(|node| node.value == Value::Reported);
    let Some(year_file) = loaded.year_file.as_ref().filter(|_| !is_unread) else {
        show::findings(&loaded.findings);
        return Err(Outcome::Findings);
    };
    let source = read_spreadsheet(&wanted.source)?;
    let (given, year) = given(wanted, &source, year_file)?;
    let proposal = Proposal::of(given, loaded.root.as_ref(), year, *year_file.year);
    Ok((loaded, proposal))
}

fn read_spreadsheet(path: &Path) -> Result<spreadsheet::Workbook, Outcome> {
    let name = printable(&path.display().to_string());
    let (bytes, size) = read::bytes(path, spreadsheet::MAX_BYTES).map_err(|error| {
        if let UnreadableFile::File(message) = read::unreadable(path, &error) {
            show::error(&message);
        }
        Outcome::InputOutput
    })?;
    if bytes.len() > spreadsheet::MAX_BYTES {
        return Err(refused(&name, &Unreadable::too_large(size)));
    }
    let stem = path.file_name().unwrap_or_default().to_string_lossy();
    spreadsheet::read(&printable(&stem), &bytes).map_err(|unreadable| refused(&name, &unreadable))
}

/// Says why a spreadsheet can't be used, and what to do.
fn refused(name: &str, unreadable: &Unreadable) -> Outcome {
    show::error(&format!("{name}: {}", unreadable.message));
    show::message(&format!("  gör så här: {}", unreadable.hint));
    Outcome::Findings
}

/// The figures of a spreadsheet, and the year that they are for.
fn given(
    wanted: &Import,
    source: &spreadsheet::Workbook,
    year_file: &YearFile,
) -> Result<(Given, i32), Outcome> {
    let usage = |message: String| {
        show::error(&message);
        Outcome::Usage
    };
    let name = printable(&wanted.source.display().to_string());
    if let Some(path) = &wanted.map {
        return by_map(wanted, path, source, year_file);
    }
    if import::is_own(source) {
        let year =
            import::year_of_workbook(source).map_err(|unreadable| refused(&name, &unreadable))?;
        agree(wanted.year, year, &format!("underlaget {name}")).map_err(usage)?;
        return Ok((import::by_workbook(source, year_file, year), year));
    }
    if import::is_counting_sheet(source) {
        let Some(year) = wanted.year else {
            let message = format!("{name} säger inte vilket år raderna gäller; ange det med --år");
            return Err(usage(message));
        };
        if let Some(given) = import::by_headings(source, year_file, year) {
            return Ok((given, year));
        }
    }
    Err(usage(format!(
        "{name} är inget underlag som `tjut underlag` har gjort. Ange med --karta en fil som \
         säger var siffrorna står; docs/underlag.md visar hur den skrivs."
    )))
}

fn by_map(
    wanted: &Import,
    path: &Path,
    source: &spreadsheet::Workbook,
    year_file: &YearFile,
) -> Result<(Given, i32), Outcome> {
    let text = read::source(path).map_err(|unreadable| match unreadable {
        UnreadableFile::Finding(finding) => {
            show::findings(&[*finding]);
            Outcome::Findings
        }
        UnreadableFile::File(message) => {
            show::error(&message);
            Outcome::InputOutput
        }
    })?;
    let found = |findings: Vec<crate::finding::Finding>| {
        show::findings(&findings);
        Outcome::Findings
    };
    let map = import::load(&text).map_err(found)?;
    let said = import::year_of(&map);
    if let Some(said) = said {
        let name = printable(&path.display().to_string());
        agree(wanted.year, said, &format!("kartan {name}")).map_err(|message| {
            show::error(&message);
            Outcome::Usage
        })?;
    }
    let year = said.or(wanted.year).unwrap_or(*year_file.year);
    let given = import::by_map(&map, &text, source, year_file, year).map_err(found)?;
    Ok((given, year))
}

/// Whether the year that was asked for is the one that a file says.
fn agree(asked_for: Option<i32>, said: i32, who: &str) -> Result<(), String> {
    match asked_for.filter(|year| *year != said) {
        Some(year) => Err(format!("{who} gäller {said}, men --år säger {year}")),
        None => Ok(()),
    }
}
