//! `skapa`: checks year files and writes their papers.

use std::path::PathBuf;

use super::arguments::Generate;
use super::examine::Examined;
use super::{Outcome, chosen, folder, interruption, key_figures, paper_folders, show};
use crate::make::{Checked, Failure, FinishedFile, Format, Pipeline};
use crate::output::{self, File};
use crate::template::Papers;

/// A year file that has been checked, and the folder its papers go to.
struct Job {
    checked: Checked,
    folder: PathBuf,
}

pub(super) fn run(wanted: &Generate) -> Outcome {
    let pipeline = match folder::pipeline(wanted.year_files.own.templates.as_deref()) {
        Ok(pipeline) => pipeline.with_signature_fields(wanted.signature_fields),
        Err(unusable) => return stopped(unusable.show()),
    };
    let jobs = match check(&pipeline, wanted) {
        Ok(jobs) => jobs,
        Err(outcome) => return outcome,
    };
    let formats: Vec<Format> =
        wanted.formats.iter().map(|format| with_figures(*format, wanted)).collect();
    let (mut files, mut over) = (Vec::new(), Vec::new());
    for job in &jobs {
        let papers = pipeline.papers_of(&job.checked);
        match pipeline.make(&job.checked, &papers, &formats) {
            Ok(made) => files.extend(
                made.into_iter()
                    .inspect(|made| over.extend(runs_over(made)))
                    .map(|made| File { path: job.folder.join(made.name), bytes: made.bytes }),
            ),
            Err(failure) => return failed(&failure),
        }
    }
    if let Err(error) = interruption::waits_for(|| output::write_all(&files)) {
        show::error(&error.to_string());
        return Outcome::InputOutput;
    }
    for message in &over {
        show::message(message);
    }
    let mut said: String = jobs.iter().map(|job| report(job, &files)).collect();
    // Whoever has chosen knows that there are others.
    let has_chosen = |job: &Job| {
        job.checked.loaded.year_file.as_ref().is_some_and(|year_file| year_file.papers.is_some())
    };
    if wanted.year_files.papers.is_empty() && !jobs.iter().all(has_chosen) {
        said.extend(more_papers(&pipeline.papers));
    }
    show::output(&said).err().unwrap_or(Outcome::Done)
}

/// What to say about a paper that was to fit on a page and does not.
fn runs_over(made: &FinishedFile) -> Option<String> {
    let pages = made.pages.filter(|_| made.runs_over)?;
    Some(format!(
        "varning: {} är tänkt för en sida men har {pages}. Korta texterna, eller utelämna ett avsnitt.",
        made.name
    ))
}

/// Whether any file is made that the figures are attached to.
fn attaches_figures(wanted: &Generate) -> bool {
    wanted.attach_figures && wanted.formats.contains(&Format::Pdf)
}

/// The format, with the figures attached when that was asked for and it can hold them.
fn with_figures(format: Format, wanted: &Generate) -> Format {
    match format {
        Format::Pdf if wanted.attach_figures => Format::PdfWithFigures,
        other => other,
    }
}

/// What to add to the command for the papers that are made on request, if any are.
fn more_papers(papers: &Papers) -> Option<String> {
    let names: Vec<&str> = papers.on_request().map(|paper| paper.id.as_str()).collect();
    let command = names.join(",");
    let line = format!("\nFler papper: {} (lägg till --dokument {command})\n", names.join(", "));
    (!names.is_empty()).then_some(line)
}

/// Reads and checks every file before anything is made of any of them.
fn check(pipeline: &Pipeline, wanted: &Generate) -> Result<Vec<Job>, Outcome> {
    let misused = |message: String| {
        show::error(&message);
        Outcome::Usage
    };
    let year_files = &wanted.year_files;
    let asked_for = chosen::papers(&pipeline.papers, &year_files.papers).map_err(misused)?;
    let folders = paper_folders::of(&year_files.files, &wanted.folder).map_err(misused)?;
    let attaches = attaches_figures(wanted);
    let examined = Examined::all(pipeline, asked_for.as_deref(), year_files, attaches);
    let examined = examined.map_err(misused)?;
    examined.show_unreadable();
    show::findings(&examined.findings);
    show::silenced(&examined);
    show::incomplete(&examined);
    match examined.outcome() {
        Outcome::Done => {}
        outcome => return Err(stopped(outcome)),
    }
    let checked = examined.files.into_iter().map(|(_, checked)| checked);
    Ok(checked.zip(folders).map(|(checked, folder)| Job { checked, folder }).collect())
}

/// What was written, and the figures to read over.
fn report(job: &Job, files: &[File]) -> String {
    let ours = files.iter().filter(|file| file.path.starts_with(&job.folder));
    let mut lines: Vec<String> = ours.map(show::written).collect();
    if let (Some(year_file), Some(facts)) = (&job.checked.loaded.year_file, &job.checked.facts) {
        let figures = key_figures::lines(year_file, facts);
        lines.extend(Some(String::new()).filter(|_| !figures.is_empty()));
        lines.extend(figures);
    }
    lines.join("\n") + "\n"
}

/// Why no papers could be made, although no file stands in the way.
fn failed(failure: &Failure) -> Outcome {
    match failure {
        Failure::Findings(findings) => show::findings(findings),
        Failure::Writer(message) => show::error(message),
    }
    stopped(Outcome::Findings)
}

/// Says at the end of what is wrong what follows from it.
fn stopped(outcome: Outcome) -> Outcome {
    show::error("inga papper skrevs");
    outcome
}
