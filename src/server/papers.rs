//! The finished papers of the year file that is open.

use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use crate::facts::key_figures;
use crate::make::{Checked, Failure, FinishedFile, Format, Pipeline};
use crate::output::{self, Error, Existing, File};
use crate::session::Problem;
use crate::source::printable;

/// The folder that the papers of a year file stand in, below the file's own.
const PAPERS: &str = "output";

/// Where the papers of a year file go: as with `tjut skapa` in its folder.
pub(super) fn folder_of(year_file: &Path) -> PathBuf {
    let stem = year_file.file_stem().unwrap_or_default();
    year_file.with_file_name(PAPERS).join(stem)
}

/// Papers that are made.
pub(super) struct Made<'c> {
    checked: &'c Checked,
    files: Vec<FinishedFile>,
}

impl<'c> Made<'c> {
    /// All papers of a year file, as PDF and Word.
    pub(super) fn of(pipeline: &Pipeline, checked: &'c Checked) -> Result<Self, Problem> {
        let errors = checked.findings.iter().filter(|finding| finding.is_error()).count();
        if errors > 0 {
            let errors = if errors == 1 { "ett fel".to_owned() } else { format!("{errors} fel") };
            let message = format!("papperen kan inte göras, för årsfilen har {errors}");
            return Err(Problem::new(message, "Rätta felen som står i listan över fynd."));
        }
        let papers = pipeline.papers_of(checked);
        let files = pipeline.make(checked, &papers, &[Format::Pdf, Format::Docx]);
        let files = files.map_err(|failure| match failure {
            Failure::Findings(findings) => match findings.into_iter().next() {
                Some(finding) => Problem::from(Box::new(finding)),
                None => unmade("det står inte varför"),
            },
            Failure::Writer(why) => unmade(&why),
        })?;
        Ok(Self { checked, files })
    }

    /// Writes the files, all or none, and none over what somebody has worked on.
    pub(super) fn write(self, folder: &Path) -> Result<Value, Problem> {
        let mut summary = self.summary();
        let files: Vec<File> = self
            .files
            .into_iter()
            .map(|file| File { path: folder.join(file.name), bytes: file.bytes })
            .collect();
        output::write_all(&files, Existing::ReplaceUntouched).map_err(|error| {
            let hint = match &error {
                Error::InTheWay(_) => {
                    "Inget skrevs. Flytta eller döp om den filen, eller välj en annan mapp."
                }
                Error::Unwritable { .. } => "Inget skrevs. Välj en annan mapp, eller försök igen.",
            };
            Problem::new(error.to_string(), hint)
        })?;
        let names = files.iter().map(|file| printable(&file.path.display().to_string()));
        summary["files"] = names.collect();
        Ok(summary)
    }

    /// What there is to read about the files: their names, the key figures, and what is not
    /// as it was meant.
    pub(super) fn summary(&self) -> Value {
        let runs_over = self.files.iter().filter(|file| file.runs_over).map(|file| {
            format!(
                "{} är tänkt för en sida men har fler. Korta texterna, eller utelämna ett avsnitt.",
                file.name
            )
        });
        let both = self.checked.loaded.year_file.as_ref().zip(self.checked.facts.as_ref());
        let figures = both.map(|(year_file, facts)| key_figures(year_file, facts));
        json!({
            "files": self.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(),
            "key_figures": figures.unwrap_or_default().join("\n"),
            "messages": runs_over.collect::<Vec<_>>(),
        })
    }

    /// The files in one, the same bytes on any day.
    pub(super) fn zip(self) -> Result<Vec<u8>, Problem> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        for file in self.files {
            writer.start_file(file.name, options).map_err(|error| unmade(&error.to_string()))?;
            writer.write_all(&file.bytes).map_err(|error| unmade(&error.to_string()))?;
        }
        let zip = writer.finish().map_err(|error| unmade(&error.to_string()))?;
        Ok(zip.into_inner())
    }
}

fn unmade(why: &str) -> Problem {
    let hint = "Ångra det du ändrade sist, en sak i taget, tills det går.";
    Problem::new(format!("papperen kan inte göras: {why}"), hint)
}
