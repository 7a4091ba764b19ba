//! `jämför`: shows what differs between two year files.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::arguments::Compare;
use super::read::{self, UnreadableFile};
use super::{Outcome, compare_folders, compare_paper, folder, interruption, show, terminal};
use crate::compare::{Comparison, compare, html::html, json::json, text::text};
use crate::finding::Finding;
use crate::output::{self, Existing, File};
use crate::year_file::fields::Fields;
use crate::year_file::{self, Loaded};

pub(super) fn run(wanted: &Compare) -> Outcome {
    match compared(wanted) {
        Ok(outcome) | Err(outcome) => outcome,
    }
}

fn compared(wanted: &Compare) -> Result<Outcome, Outcome> {
    if let Some(paper) = &wanted.paper {
        return compare_paper::compared(wanted, paper);
    }
    if wanted.which.is_some() {
        show::error("`--dokument` säger vilket papper det är som står efter `--mot`, som saknas");
        return Err(Outcome::Usage);
    }
    let Some(new) = &wanted.new else {
        show::error(
            "det saknas vad årsfilen ska jämföras med. Skriv en årsfil till, eller `--mot PAPPER.pdf|.docx`.",
        );
        return Err(Outcome::Usage);
    };
    let papers = match folder::papers(wanted.own.templates.as_deref()) {
        Ok(papers) => papers,
        Err(unusable) => return Err(unusable.show()),
    };
    let fields = Fields::new(&papers.sections_with_papers());
    match (wanted.old.is_dir(), new.is_dir()) {
        (true, true) => return Ok(compare_folders::compared(wanted, &fields, new)),
        (false, false) => {}
        _ => {
            show::error(
                "det ena är en mapp och det andra en fil. Ange två årsfiler, eller två mappar vars årsfiler hör ihop.",
            );
            return Err(Outcome::Usage);
        }
    }
    let (comparison, outcome) = compared_files(wanted, &fields, &wanted.old, new)?;
    shown(wanted, &comparison)?;
    Ok(outcome)
}

/// What differs between two year files. What is wrong with them is said.
pub(super) fn compared_files(
    wanted: &Compare,
    fields: &Fields,
    old: &Path,
    new: &Path,
) -> Result<(Comparison, Outcome), Outcome> {
    // Both are looked at before the first that can't be read ends the run.
    let (old, new) = (loaded(wanted, old), loaded(wanted, new));
    let (old, new) = (old?, new?);
    let errors: Vec<Finding> = [&old, &new]
        .iter()
        .flat_map(|file| &file.findings)
        .filter(|f| f.is_error())
        .cloned()
        .collect();
    show::findings(&errors);
    if old.year_file.is_none() || new.year_file.is_none() {
        show::error("filerna kan inte jämföras förrän båda går att läsa");
        return Err(Outcome::Findings);
    }
    let outcome = if errors.is_empty() { Outcome::Done } else { Outcome::Findings };
    Ok((compare(fields, &old, &new), outcome))
}

fn loaded(wanted: &Compare, path: &Path) -> Result<Loaded, Outcome> {
    match read::source(path) {
        Ok(source) => {
            let loaded = year_file::load(Arc::clone(&source));
            let sums_up = loaded.year_file.as_ref().is_some_and(|file| file.operations.is_some());
            if !sums_up {
                return Ok(loaded);
            }
            // The sums of several operations' files stand where its own figures would.
            match folder::pipeline(wanted.own.templates.as_deref()) {
                Ok(pipeline) => Ok(pipeline.check(source).loaded),
                Err(unusable) => Err(unusable.show()),
            }
        }
        Err(UnreadableFile::Finding(finding)) => {
            show::findings(std::slice::from_ref(&finding));
            Err(Outcome::Findings)
        }
        Err(UnreadableFile::File(message)) => {
            show::error(&message);
            Err(Outcome::InputOutput)
        }
    }
}

fn shown(wanted: &Compare, comparison: &Comparison) -> Result<(), Outcome> {
    if wanted.json {
        return show::output(&format!("{:#}\n", json(comparison)));
    }
    let Some(path) = &wanted.html else {
        return show::output(&text(comparison, has_colour()));
    };
    let file = File { path: path.clone(), bytes: html(comparison).into_bytes() };
    let files = std::slice::from_ref(&file);
    if let Err(error) = interruption::waits_for(|| output::write_all(files, Existing::Stop)) {
        show::error(&error.to_string());
        show::error("inget skrevs; välj ett annat namn, eller ta bort den fil som finns");
        return Err(Outcome::InputOutput);
    }
    show::output(&format!("{}\n", show::written(&file)))
}

/// Whether what is shown may have colours.
pub(super) fn has_colour() -> bool {
    terminal::has_colour(&io::stdout())
}
