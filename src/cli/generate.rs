//! `skapa`: checks year files and writes their papers.

use std::path::{Path, PathBuf};

use super::arguments::Generate;
use super::examine::Examined;
use super::{Outcome, chosen, folder, interruption, key_figures, paper_folders, show};
use crate::finding::Finding;
use crate::make::{Checked, Failure, FinishedFile, Format, Pipeline};
use crate::output::{self, Existing, File, Kept, Obstacle, Reason};
use crate::source::printable;
use crate::template::{Paper, Papers};

/// Where drafts stand, below the folder of the papers, so that nobody sends them all.
const DRAFTS: &str = "utkast";

/// A year file that has been checked, and the folder its papers go to.
struct Job {
    checked: Checked,
    folder: PathBuf,
}

pub(super) fn run(wanted: &Generate) -> Outcome {
    let pipeline = match folder::pipeline(wanted.year_files.own.templates.as_deref()) {
        Ok(pipeline) => pipeline.with_signature_fields(wanted.signature_fields),
        Err(unusable) => {
            let outcome = unusable.show();
            let files = &wanted.year_files.files;
            let folders = paper_folders::of(files, &wanted.folder).unwrap_or_default();
            return stopped(outcome, &folders, "");
        }
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
        match make(&pipeline, job, &papers, &formats, wanted) {
            Ok(made) => files.extend(
                made.into_iter()
                    .inspect(|made| over.extend(runs_over(made)))
                    .map(|made| File { path: job.folder.join(made.name), bytes: made.bytes }),
            ),
            Err(failure) => return failed(&failure, &jobs),
        }
    }
    let existing = if wanted.replace { Existing::KeepBeside } else { Existing::ReplaceUntouched };
    let kept = match interruption::waits_for(|| output::write_all(&files, existing)) {
        Ok(kept) => kept,
        Err(error) => return unwritten(&error),
    };
    let mut said: String = jobs.iter().map(|job| report(job, &files, &kept)).collect();
    // Whoever has chosen knows that there are others.
    let has_chosen = |job: &Job| {
        job.checked.loaded.year_file.as_ref().is_some_and(|year_file| year_file.papers.is_some())
    };
    let is_open = wanted.year_files.papers.is_empty() && !jobs.iter().all(has_chosen);
    said.extend(more_papers(&pipeline.papers).filter(|_| is_open && !wanted.draft));
    if wanted.draft {
        said.push_str(
            "\nDet här är utkast att granska. Gör papperen utan --utkast när de är färdiga.\n",
        );
    }
    for message in &over {
        show::message(message);
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

/// A year file's papers, or drafts of them.
fn make(
    pipeline: &Pipeline,
    job: &Job,
    papers: &[&Paper],
    formats: &[Format],
    wanted: &Generate,
) -> Result<Vec<FinishedFile>, Failure> {
    if !wanted.draft {
        return pipeline.make(&job.checked, papers, formats);
    }
    let is_shown = |finding: &&Finding| wanted.year_files.advice || !finding.is_advice();
    let findings: Vec<Finding> = job.checked.findings.iter().filter(is_shown).cloned().collect();
    pipeline.make_drafts(&job.checked, papers, formats, &findings)
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
    // A file that isn't even a text has findings and nothing else.
    let are_all_texts = examined.files.len() == wanted.year_files.files.len();
    match examined.outcome() {
        Outcome::Done => {}
        Outcome::Findings if wanted.draft && are_all_texts => {}
        outcome => {
            let could_be_drafts = outcome == Outcome::Findings
                && are_all_texts
                && examined.files.iter().all(|(_, checked)| checked.loaded.year_file.is_some());
            let advice = if could_be_drafts && !wanted.draft {
                ". Lägg till --utkast för att göra dem som utkast att granska"
            } else {
                ""
            };
            return Err(stopped(outcome, &folders, advice));
        }
    }
    let checked = examined.files.into_iter().map(|(_, checked)| checked);
    let folders =
        folders.into_iter().map(|folder| if wanted.draft { folder.join(DRAFTS) } else { folder });
    Ok(checked.zip(folders).map(|(checked, folder)| Job { checked, folder }).collect())
}

/// What was written, and the figures to read over.
fn report(job: &Job, files: &[File], kept: &[Kept]) -> String {
    let ours = files.iter().filter(|file| file.path.starts_with(&job.folder));
    let mut lines: Vec<String> = ours.map(show::written).collect();
    let ours = kept.iter().filter(|kept| kept.was.starts_with(&job.folder));
    lines.extend(ours.map(|kept| {
        let [was, is] = [&kept.was, &kept.is].map(|path| shown(path));
        format!("Den fil som förut hette {was} heter nu {is}")
    }));
    if let (Some(year_file), Some(facts)) = (&job.checked.loaded.year_file, &job.checked.facts) {
        let figures = key_figures::lines(year_file, facts);
        lines.extend(Some(String::new()).filter(|_| !figures.is_empty()));
        lines.extend(figures);
    }
    lines.join("\n") + "\n"
}

/// Why no papers could be made, although no file stands in the way.
fn failed(failure: &Failure, jobs: &[Job]) -> Outcome {
    match failure {
        Failure::Findings(findings) => show::findings(findings),
        Failure::Writer(message) => show::error(message),
    }
    let folders: Vec<PathBuf> = jobs.iter().map(|job| job.folder.clone()).collect();
    stopped(Outcome::Findings, &folders, "")
}

/// Why no papers were written, although they could be made.
fn unwritten(error: &output::Error) -> Outcome {
    let output::Error::InTheWay(obstacles) = error else {
        show::error(&error.to_string());
        return Outcome::InputOutput;
    };
    for obstacle in obstacles {
        show::error(&obstacle.to_string());
    }
    let is_open = |obstacle: &Obstacle| matches!(obstacle.reason, Reason::Open(_));
    show::error(if obstacles.iter().all(is_open) {
        "inga papper skrevs"
    } else {
        "inga papper skrevs. Välj en annan mapp med --till MAPP, eller lägg till --ersätt: \
         då skrivs papperen, och de filer som finns sparas bredvid med nytt namn"
    });
    Outcome::InputOutput
}

/// Says at the end of what is wrong what follows from it: that there are no papers, or
/// that those there are were made before.
fn stopped(outcome: Outcome, folders: &[PathBuf], advice: &str) -> Outcome {
    let older: Vec<String> =
        folders.iter().filter(|folder| has_papers(folder)).map(|folder| shown(folder)).collect();
    let older = match older.as_slice() {
        [] => String::new(),
        folders => format!("; de papper som finns i {} är äldre", crate::swedish::join(folders)),
    };
    show::error(&format!("inga papper skrevs{older}{advice}"));
    outcome
}

/// Whether a folder holds a file of a kind that papers are.
fn has_papers(folder: &Path) -> bool {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths = entries.map(|entry| entry.path());
    paths.any(|path| path.extension().is_some_and(|end| end == "pdf" || end == "docx"))
}

fn shown(path: &Path) -> String {
    printable(&path.display().to_string())
}
