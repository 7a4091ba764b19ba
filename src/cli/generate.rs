//! `skapa`: checks year files and writes their papers.

use std::path::PathBuf;

use super::arguments::Generate;
use super::examine::Examined;
use super::{Outcome, chosen, folder, interruption, key_figures, paper_folders, show};
use crate::make::{Checked, Failure, Format, Pipeline};
use crate::output::{self, Existing, File, Kept, Obstacle, Reason};
use crate::source::printable;
use crate::template::{Paper, Papers};

/// A year file that has been checked, and the folder its papers go to.
struct Job {
    checked: Checked,
    folder: PathBuf,
}

pub(super) fn run(wanted: &Generate) -> Outcome {
    let pipeline = match folder::pipeline(wanted.own.templates.as_deref()) {
        Ok(pipeline) => pipeline,
        Err(unusable) => return stopped(unusable.show()),
    };
    let papers = match chosen::papers(&pipeline.papers, &wanted.wanted.papers) {
        Ok(papers) => papers,
        Err(message) => {
            show::error(&message);
            return Outcome::Usage;
        }
    };
    let jobs = match check(&pipeline, &papers, wanted) {
        Ok(jobs) => jobs,
        Err(outcome) => return outcome,
    };
    let formats: Vec<Format> =
        wanted.wanted.formats.iter().map(|format| with_figures(*format, wanted)).collect();
    let mut files = Vec::new();
    for job in &jobs {
        match pipeline.make(&job.checked, &papers, &formats) {
            Ok(made) => files.extend(
                made.into_iter()
                    .map(|made| File { path: job.folder.join(made.name), bytes: made.bytes }),
            ),
            Err(failure) => return failed(&failure),
        }
    }
    let existing = if wanted.replace { Existing::KeepBeside } else { Existing::ReplaceUntouched };
    let kept = match interruption::waits_for(|| output::write_all(&files, existing)) {
        Ok(kept) => kept,
        Err(error) => return unwritten(&error),
    };
    let mut said: String = jobs.iter().map(|job| report(job, &files, &kept)).collect();
    said.extend(more_papers(&pipeline.papers).filter(|_| wanted.wanted.papers.is_empty()));
    show::output(&said).err().unwrap_or(Outcome::Done)
}

/// Whether any file is made that the figures are attached to.
fn attaches_figures(wanted: &Generate) -> bool {
    wanted.attach_figures && wanted.wanted.formats.contains(&Format::Pdf)
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
fn check(pipeline: &Pipeline, papers: &[&Paper], wanted: &Generate) -> Result<Vec<Job>, Outcome> {
    let folders = paper_folders::of(&wanted.files, &wanted.folder).map_err(|message| {
        show::error(&message);
        Outcome::Usage
    })?;
    let examined =
        Examined::all(pipeline, papers, &wanted.files, &wanted.shown, attaches_figures(wanted));
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
fn report(job: &Job, files: &[File], kept: &[Kept]) -> String {
    let ours = files.iter().filter(|file| file.path.starts_with(&job.folder));
    let mut lines: Vec<String> = ours.map(show::written).collect();
    let ours = kept.iter().filter(|kept| kept.was.starts_with(&job.folder));
    lines.extend(ours.map(|kept| {
        let [was, is] = [&kept.was, &kept.is].map(|path| printable(&path.display().to_string()));
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
fn failed(failure: &Failure) -> Outcome {
    match failure {
        Failure::Findings(findings) => show::findings(findings),
        Failure::Writer(message) => show::error(message),
    }
    stopped(Outcome::Findings)
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

/// Says at the end of what is wrong what follows from it.
fn stopped(outcome: Outcome) -> Outcome {
    show::error("inga papper skrevs");
    outcome
}
