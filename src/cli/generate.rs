//! `skapa`: checks year files and writes their papers, those of each file by themselves.

use std::path::{Path, PathBuf};

use super::arguments::Generate;
use super::closing::{Came, Closing, Line};
use super::examine::Examined;
use super::interruption::Interruption;
use super::unwritten::{Command, failed, stopped, unwritten};
use super::{
    Outcome, chosen, folder, in_order, interruption, paper_folders, read, show, year_files,
};
use crate::facts::key_figures;
use crate::finding::Finding;
use crate::make::{Checked, Failure, FinishedFile, Format, Pipeline, ReadBeside};
use crate::output::{self, Existing, File, Kept};
use crate::source::printable;
use crate::template::{Paper, Papers};

/// Where drafts stand, below the folder of the papers, so that nobody sends them all.
const DRAFTS: &str = "utkast";

/// A year file, and the folder its papers go to.
struct Job {
    file: PathBuf,
    /// The folder of its papers.
    papers: PathBuf,
    /// The folder that is written in: that of the papers, or that of their drafts.
    folder: PathBuf,
}

/// A year file that has been read, and its files if nothing stops them.
type Made = Result<(Examined, Option<Result<Vec<FinishedFile>, Failure>>), String>;

/// What is the same for all year files of a run.
struct Run<'a> {
    pipeline: &'a Pipeline,
    wanted: &'a Generate,
    asked_for: Option<Vec<&'a Paper>>,
    formats: Vec<Format>,
    /// Whether there is one year file and no other, so that it need not be named.
    is_single: bool,
    /// Where it is noted that the program is told to stop, if it is noted throughout.
    interruption: Option<&'a Interruption>,
    /// How the command is called that it is for, for what it advises.
    command: Command,
}

pub(super) fn run(wanted: &Generate) -> Outcome {
    once(wanted, Box::new(read::beside), None)
}

/// Makes the papers once. The files that a year file names are read as `beside` says. Unless
/// it is noted already that the program is told to stop, it is looked after here.
pub(super) fn once(
    wanted: &Generate,
    beside: Box<ReadBeside>,
    interruption: Option<&Interruption>,
) -> Outcome {
    let arguments = &wanted.year_files;
    let pipeline = match folder::pipeline_reading(arguments.choice.own.templates.as_deref(), beside)
    {
        Ok(pipeline) => pipeline.with_signature_fields(wanted.output.signature_fields),
        Err(unusable) => {
            let outcome = unusable.show();
            let files = year_files::of(&arguments.files).files;
            let folders = paper_folders::of(&files, &wanted.output.folder).unwrap_or_default();
            return stopped(outcome, &folders, "", "");
        }
    };
    let misused = |message: String| {
        show::error(&message);
        Outcome::Usage
    };
    let asked_for = match chosen::papers(&pipeline.papers, &arguments.choice.papers) {
        Ok(asked_for) => asked_for,
        Err(message) => return misused(message),
    };
    let named = year_files::of(&arguments.files);
    let folders = match paper_folders::of(&named.files, &wanted.output.folder) {
        Ok(folders) => folders,
        Err(message) => return misused(message),
    };
    let outcome = named.show();
    let is_single = named.files.len() == 1;
    let jobs: Vec<Job> =
        named.files.into_iter().zip(folders).map(|job| Job::new(job, wanted)).collect();
    let formats =
        wanted.output.formats.iter().map(|format| with_figures(*format, wanted)).collect();
    let command = if interruption.is_some() { Command::Watch } else { Command::Generate };
    let run =
        Run { pipeline: &pipeline, wanted, asked_for, formats, is_single, interruption, command };
    if is_single || interruption.is_some() {
        return run.all(&jobs, outcome).0;
    }
    let interruption = Interruption::noted();
    let run = Run { interruption: Some(&interruption), ..run };
    let (outcome, done) = run.all(&jobs, outcome);
    interruption.end(|| {
        show::error(&format!(
            "programmet avbröts efter {done} av {} årsfiler; de papper som skrevs står kvar",
            jobs.len()
        ));
    });
    outcome
}

impl Job {
    fn new((file, papers): (PathBuf, PathBuf), wanted: &Generate) -> Self {
        let folder = if wanted.output.draft { papers.join(DRAFTS) } else { papers.clone() };
        Self { file, papers, folder }
    }
}

impl Run<'_> {
    /// Makes and writes the papers of each file. A file that can't be made stops no other;
    /// `outcome` is how the run ends if all can. Returns how it ends, and after how many files.
    fn all(&self, jobs: &[Job], outcome: Outcome) -> (Outcome, usize) {
        if jobs.is_empty() {
            return (stopped(outcome, &[], "", ""), 0);
        }
        let is_asked = || self.interruption.is_some_and(Interruption::is_asked);
        let mut closing = Closing::new(jobs.len(), true, outcome);
        // Whoever has chosen knows that there are others.
        let mut is_open = false;
        let each = |job: &Job, made| {
            let (line, outcome, has_chosen) = self.finish(job, made);
            is_open |= !has_chosen;
            closing.add(line, outcome);
        };
        let done = in_order::through(jobs, |job| self.make(job), each, is_asked);
        let mut said = String::new();
        if closing.written() > 0 {
            is_open &= self.wanted.year_files.choice.papers.is_empty() && !self.wanted.output.draft;
            said.extend(more_papers(&self.pipeline.papers).filter(|_| is_open));
            if self.wanted.output.draft {
                said.push_str(
                    "\nDet här är utkast att granska. Gör papperen utan --utkast när de är färdiga.\n",
                );
            }
        }
        if !self.is_single {
            // What is about all files stands between those about each and the table.
            said = format!("{}{}", said.trim_start(), if said.is_empty() { "" } else { "\n" });
            said.push_str(&closing.table());
        }
        let outcome = closing.outcome.max(show::output(&said).err().unwrap_or(Outcome::Done));
        (outcome, done)
    }

    /// Reads and checks a file, and makes its papers if nothing stops them.
    fn make(&self, job: &Job) -> Made {
        let attaches = attaches_figures(self.wanted);
        let examined = Examined::of(
            self.pipeline,
            self.asked_for.as_deref(),
            &self.wanted.year_files.choice,
            &job.file,
            attaches,
        )?;
        let can_be_made = |_: &&Checked| match examined.outcome() {
            Outcome::Done => true,
            // A file that isn't even a text has findings and nothing else.
            outcome => outcome == Outcome::Findings && self.wanted.output.draft,
        };
        let made = examined.checked.as_ref().filter(can_be_made).map(|checked| self.files(checked));
        Ok((examined, made))
    }

    /// A year file's papers, or drafts of them.
    fn files(&self, checked: &Checked) -> Result<Vec<FinishedFile>, Failure> {
        let papers = self.pipeline.papers_of(checked);
        if !self.wanted.output.draft {
            return self.pipeline.make(checked, &papers, &self.formats);
        }
        let is_shown =
            |finding: &&Finding| self.wanted.year_files.choice.advice || !finding.is_advice();
        let findings: Vec<Finding> = checked.findings.iter().filter(is_shown).cloned().collect();
        self.pipeline.make_drafts(checked, &papers, &self.formats, &findings)
    }

    /// Says what there is to say about a file, and writes its papers. Returns its line, how the
    /// run ends because of it, and whether it has said itself which papers it is for.
    fn finish(&self, job: &Job, made: Made) -> (Line, Outcome, bool) {
        let (mut examined, made) = match made {
            Ok(made) => made,
            Err(message) => {
                show::error(&format!("{}{message}", self.before(job)));
                return (Line::new(&job.file, Came::Needless, &[]), Outcome::Usage, true);
            }
        };
        if let Some(message) = &examined.unreadable {
            show::error(message);
        }
        show::findings(&examined.findings);
        show::silenced(&examined);
        show::incomplete(&examined);
        let year_file =
            examined.checked.as_ref().and_then(|checked| checked.loaded.year_file.as_ref());
        let has_chosen = year_file.is_none_or(|year_file| year_file.papers.is_some());
        let (came, outcome) = match made {
            None => {
                let outcome = examined.outcome();
                let could_be_draft = outcome == Outcome::Findings && year_file.is_some();
                let advice = if could_be_draft && !self.wanted.output.draft {
                    ". Lägg till --utkast för att göra dem som utkast att granska"
                } else {
                    ""
                };
                self.stopped(job, outcome, advice);
                let is_read = examined.unreadable.is_none();
                (if is_read { Came::Stopped } else { Came::Unreadable }, outcome)
            }
            Some(Err(failure)) => {
                examined.findings.extend(failed(failure));
                self.stopped(job, Outcome::Findings, "");
                (Came::Stopped, Outcome::Findings)
            }
            Some(Ok(made)) => self.write(job, &examined, made),
        };
        // Of what was not written nothing more is said in the end.
        let is_written = matches!(came, Came::Written(_) | Came::Drafted(_));
        (Line::new(&job.file, came, &examined.findings), outcome, has_chosen || !is_written)
    }

    /// Writes a file's papers, all or none, and says so.
    fn write(&self, job: &Job, examined: &Examined, made: Vec<FinishedFile>) -> (Came, Outcome) {
        let over: Vec<String> = made.iter().filter_map(runs_over).collect();
        let files = made
            .into_iter()
            .map(|made| File { path: job.folder.join(made.name), bytes: made.bytes });
        let files: Vec<File> = files.collect();
        let existing =
            if self.wanted.replace { Existing::KeepBeside } else { Existing::ReplaceUntouched };
        let write = || output::write_all(&files, existing);
        let kept = match self.interruption {
            Some(_) => write(),
            None => interruption::waits_for(write),
        };
        let kept = match kept {
            Ok(kept) => kept,
            Err(error) => return unwritten(&error, &self.of(job), self.command),
        };
        for message in &over {
            show::message(message);
        }
        let mut said = report(&files, &kept, examined.checked.as_ref());
        if !self.is_single {
            said.push('\n');
        }
        let outcome = show::output(&said).err().unwrap_or(Outcome::Done);
        let came = if self.wanted.output.draft { Came::Drafted } else { Came::Written };
        (came(files.len()), outcome)
    }

    /// Says that a file's papers were not written.
    fn stopped(&self, job: &Job, outcome: Outcome, advice: &str) {
        stopped(outcome, std::slice::from_ref(&job.papers), &self.of(job), advice);
    }

    /// Which file it is, where there are others.
    fn of(&self, job: &Job) -> String {
        if self.is_single { String::new() } else { format!(" för {}", shown(&job.file)) }
    }

    /// The same before what is said about it.
    fn before(&self, job: &Job) -> String {
        if self.is_single { String::new() } else { format!("{}: ", shown(&job.file)) }
    }
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
    wanted.output.attach_figures && wanted.output.formats.contains(&Format::Pdf)
}

/// The format, with the figures attached when that was asked for and it can hold them.
fn with_figures(format: Format, wanted: &Generate) -> Format {
    match format {
        Format::Pdf if wanted.output.attach_figures => Format::PdfWithFigures,
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

/// What was written, and the figures to read over.
fn report(files: &[File], kept: &[Kept], checked: Option<&Checked>) -> String {
    let mut lines: Vec<String> = files.iter().map(show::written).collect();
    lines.extend(kept.iter().map(|kept| {
        let [was, is] = [&kept.was, &kept.is].map(|path| shown(path));
        format!("Den fil som förut hette {was} heter nu {is}")
    }));
    let year_file = checked.and_then(|checked| checked.loaded.year_file.as_ref());
    if let (Some(year_file), Some(facts)) =
        (year_file, checked.and_then(|checked| checked.facts.as_ref()))
    {
        let figures = key_figures(year_file, facts);
        lines.extend(Some(String::new()).filter(|_| !figures.is_empty()));
        lines.extend(figures);
    }
    lines.join("\n") + "\n"
}

fn shown(path: &Path) -> String {
    printable(&path.display().to_string())
}
