//! `skapa`: checks year files and writes their papers.

use std::path::{Path, PathBuf};

use super::arguments::Generate;
use super::{Outcome, key_figures, read, show};
use crate::case::read::nearest;
use crate::make::{Checked, Failure, Workshop};
use crate::output::{self, File};
use crate::template::Paper;

/// A year file that has been checked, and the folder its papers go to.
struct Job {
    checked: Checked,
    folder: PathBuf,
}

pub(super) fn run(wanted: &Generate) -> Outcome {
    let workshop = match Workshop::standard() {
        Ok(workshop) => workshop,
        Err(failure) => return failed(&failure),
    };
    let papers = match chosen(&workshop, &wanted.papers) {
        Ok(papers) => papers,
        Err(message) => {
            show::error(&message);
            return Outcome::Usage;
        }
    };
    let jobs = match check(&workshop, wanted) {
        Ok(jobs) => jobs,
        Err(outcome) => return outcome,
    };
    let mut files = Vec::new();
    for job in &jobs {
        match workshop.make(&job.checked, &papers, &wanted.formats) {
            Ok(made) => files.extend(
                made.into_iter()
                    .map(|made| File { path: job.folder.join(made.name), bytes: made.bytes }),
            ),
            Err(failure) => return failed(&failure),
        }
    }
    if let Err(error) = write(&jobs, &files) {
        show::error(&error.to_string());
        return Outcome::InputOutput;
    }
    for job in &jobs {
        report(job, &files);
    }
    Outcome::Done
}

/// The papers that were asked for, in their own order.
fn chosen<'w>(workshop: &'w Workshop, wanted: &[String]) -> Result<Vec<&'w Paper>, String> {
    let known: Vec<&str> = workshop.papers.iter().map(|paper| paper.id.as_str()).collect();
    for name in wanted {
        if workshop.papers.get(name).is_none() {
            let hint = match nearest(name, &known) {
                Some(near) => format!("Menade du `{near}`?"),
                None => format!("Papper som finns: {}.", known.join(", ")),
            };
            return Err(format!("papperet `{name}` finns inte. {hint}"));
        }
    }
    let is_wanted = |paper: &&Paper| wanted.is_empty() || wanted.contains(&paper.id);
    Ok(workshop.papers.iter().filter(is_wanted).collect())
}

/// Reads and checks every file before anything is made of any of them.
fn check(workshop: &Workshop, wanted: &Generate) -> Result<Vec<Job>, Outcome> {
    let mut jobs: Vec<Job> = Vec::new();
    let mut findings = Vec::new();
    let mut silenced = Vec::new();
    let mut worst = Outcome::Done;
    for path in &wanted.files {
        let folder = wanted.folder.join(path.file_stem().unwrap_or_default());
        if jobs.iter().any(|job| job.folder == folder) {
            show::error(&format!(
                "två årsfiler heter {}; deras papper skulle hamna i samma mapp",
                Path::new(path.file_stem().unwrap_or_default()).display()
            ));
            return Err(Outcome::Usage);
        }
        match read::source(path) {
            Ok(source) => {
                let checked = workshop.check(source);
                findings.extend(checked.findings.iter().cloned());
                silenced.extend(checked.silenced.iter().cloned());
                jobs.push(Job { checked, folder });
            }
            Err(read::Unread::Finding(finding)) => findings.push(*finding),
            Err(read::Unread::File(message)) => {
                show::error(&message);
                worst = Outcome::InputOutput;
            }
        }
    }
    show::findings(&findings);
    show::silenced(&silenced);
    if findings.iter().any(crate::finding::Finding::is_error) {
        show::error("inga papper skrevs");
        return Err(Outcome::Findings);
    }
    if worst == Outcome::Done { Ok(jobs) } else { Err(worst) }
}

fn write(jobs: &[Job], files: &[File]) -> Result<(), output::Error> {
    for job in jobs {
        output::make_folder(&job.folder)?;
    }
    output::write_all(files)
}

/// What was written, and the figures to read over.
fn report(job: &Job, files: &[File]) {
    for file in files.iter().filter(|file| file.path.starts_with(&job.folder)) {
        println!("Skrev {}", file.path.display());
    }
    if let (Some(case), Some(facts)) = (&job.checked.loaded.case, &job.checked.facts) {
        println!();
        for line in key_figures::lines(case, facts) {
            println!("{line}");
        }
    }
}

fn failed(failure: &Failure) -> Outcome {
    match failure {
        Failure::Findings(findings) => show::findings(findings),
        Failure::Writer(message) => show::error(message),
    }
    Outcome::Findings
}
