//! `underlag`: makes a workbook that a year's figures are gathered in.

use std::path::{Path, PathBuf};

use super::arguments::Workbook;
use super::read::{self, UnreadableFile};
use super::{Outcome, interruption, show};
use crate::finding::Finding;
use crate::output::{self, Existing, File};
use crate::source::printable;
use crate::workbook;
use crate::year_file::{self, Loaded};

pub(super) fn run(wanted: &Workbook) -> Outcome {
    let loaded = match loaded(&wanted.file) {
        Ok(loaded) => loaded,
        Err(outcome) => return outcome,
    };
    let Some(year_file) = &loaded.year_file else {
        show::findings(&loaded.findings);
        return Outcome::Findings;
    };
    let year = wanted.year.unwrap_or_else(|| workbook::year_for(year_file));
    let path = wanted.to.clone().unwrap_or_else(|| beside(&wanted.file, year));
    let bytes = match workbook::write(year_file, year) {
        Ok(bytes) => bytes,
        Err(error) => {
            show::error(&format!("arbetsboken kan inte göras: {error}"));
            return Outcome::Findings;
        }
    };
    let file = File { path, bytes };
    if let Err(error) =
        interruption::waits_for(|| output::write_all(std::slice::from_ref(&file), Existing::Stop))
    {
        show::error(&error.to_string());
        show::error("inget underlag skrevs; välj ett annat namn med --till");
        return Outcome::InputOutput;
    }
    let said = format!("{}\nUnderlaget gäller {year}.\n", show::written(&file));
    show::output(&said).err().unwrap_or(Outcome::Done)
}

/// A file beside the year file, named after it.
fn beside(year_file: &Path, year: i32) -> PathBuf {
    let stem = year_file.file_stem().unwrap_or_default().to_string_lossy();
    year_file.with_file_name(format!("{stem}-underlag-{year}.xlsx"))
}

/// Reads a year file. A year file that has errors is read as far as it goes.
fn loaded(path: &Path) -> Result<Loaded, Outcome> {
    match read::source(path) {
        Ok(source) => {
            let loaded = year_file::load(source);
            note_errors(path, &loaded);
            Ok(loaded)
        }
        Err(UnreadableFile::Finding(finding)) => {
            show::findings(&[*finding]);
            Err(Outcome::Findings)
        }
        Err(UnreadableFile::File(message)) => {
            show::error(&message);
            Err(Outcome::InputOutput)
        }
    }
}

/// Says that a year file has errors that don't stop what is done with it.
pub(super) fn note_errors(path: &Path, loaded: &Loaded) {
    if loaded.year_file.is_some() && loaded.findings.iter().any(Finding::is_error) {
        let name = printable(&path.display().to_string());
        show::message(&format!(
            "En del av {name} saknas eller går inte att läsa. `tjut kontrollera` visar vad det är.\n"
        ));
    }
}
