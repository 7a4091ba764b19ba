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

/// A file beside the year file, named after it, with the workbook's year in the place of the
/// year file's own.
fn beside(year_file: &Path, year: i32) -> PathBuf {
    let stem = year_file.file_stem().unwrap_or_default().to_string_lossy();
    let is_year = |end: &str| end.len() == 4 && end.bytes().all(|byte| byte.is_ascii_digit());
    let name = match stem.rsplit_once(['-', '_', ' ']) {
        Some((name, end)) if is_year(end) && !name.is_empty() => name,
        _ => stem.as_ref(),
    };
    year_file.with_file_name(format!("{name}-underlag-{year}.xlsx"))
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
    if loaded.year_file.is_none() {
        return;
    }
    let errors = || loaded.findings.iter().filter(|finding| finding.is_error());
    let name = printable(&path.display().to_string());
    // A new file has been filled in up to here, and nothing is wrong with it.
    let is_absent = |finding: &Finding| ABSENT.contains(&finding.rule);
    if errors().any(|finding| !is_absent(finding)) {
        show::message(&format!(
            "En del av {name} går inte att läsa. `tjut kontrollera` visar vad det är.\n"
        ));
    } else if errors().next().is_some() {
        show::message(&format!(
            "Allt i {name} är inte ifyllt än. `tjut kontrollera` visar vad som är kvar.\n"
        ));
    }
}

/// What is said of what nobody has filled in.
const ABSENT: [&str; 2] = ["saknad-uppgift", "tomt-värde"];
