//! `nytt-år`: the next year's file from this year's, beside it.

use std::fmt::Write as _;

use chrono::Datelike as _;

use super::arguments::NextYear;
use super::set::{raw, refused};
use super::{Outcome, folder, interruption, show};
use crate::next_year::{Deadline, Plan, Step, name_of_next, plan};
use crate::output::{self, Existing, File};
use crate::source::{Source, printable};
use crate::swedish::{join, long_date};

pub(super) fn run(wanted: &NextYear) -> Outcome {
    made(wanted).err().unwrap_or(Outcome::Done)
}

fn made(wanted: &NextYear) -> Result<(), Outcome> {
    let pipeline = folder::pipeline(None).map_err(|unusable| unusable.show())?;
    let (_, text) = raw(&wanted.file)?;
    let checked = pipeline.check(text.source().clone());
    let plan = checked.facts.as_ref().and_then(|facts| plan(&checked.loaded, facts));
    let Some(plan) = plan else {
        show::findings(&checked.loaded.findings);
        show::error("inget skrevs: verksamhetsåret går inte att läsa");
        return Err(Outcome::Findings);
    };
    let new = plan.apply(&text).map_err(|finding| refused(&finding))?;
    let path = wanted.to.clone().unwrap_or_else(|| name_of_next(&wanted.file, plan.year));
    let file = File { path, bytes: new.bytes() };
    let files = std::slice::from_ref(&file);
    if let Err(error) = interruption::waits_for(|| output::write_all(files, Existing::Stop)) {
        show::error(&error.to_string());
        show::error(
            "inget skrevs; välj ett annat namn med --till, eller ta bort den fil som finns",
        );
        return Err(Outcome::InputOutput);
    }
    let errors = checked.findings.iter().filter(|finding| finding.is_error()).count();
    if errors > 0 {
        let name = printable(&wanted.file.display().to_string());
        let errors = if errors == 1 { "ett fel".to_owned() } else { format!("{errors} fel") };
        show::message(&format!(
            "{name} har {errors} som kan ha följt med. `tjut kontrollera` visar vad det är.\n"
        ));
    }
    show::output(&report(&file, &plan, text.source()))
}

/// What has become of everything, to read over.
fn report(file: &File, plan: &Plan, old: &Source) -> String {
    let before = plan.year - 1;
    let mut said = format!("{}\n", show::written(file));
    let mut list = |heading: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = write!(said, "\n{heading}\n  {}\n", lines.join("\n  "));
        }
    };
    let steps = |of: fn(&Step) -> Option<String>| plan.steps.iter().filter_map(of).collect();
    list(
        "Flyttat fram ett år:",
        steps(|step| match step {
            Step::Shift { path, from, to } => Some(format!("{path}: {from} → {to}")),
            _ => None,
        }),
    );
    list(
        &format!("Följer av uppgifterna för {before}:"),
        steps(|step| match step {
            Step::Carry { path, value, comment } => Some(format!("{path}: {value} ({comment})")),
            _ => None,
        }),
    );
    list(
        &format!("Borttaget, att fylla i för {}:", plan.year),
        steps(|step| match step {
            // What is noted about the reading is nobody's to fill in.
            Step::Clear { path, was } if !path.contains(' ') && path.contains('.') => {
                Some(format!("{path} (var {})", printable(was)))
            }
            _ => None,
        }),
    );
    let typed = plan.typed.iter().map(|typed| {
        let line = old.position(typed.start).line;
        format!("rad {line}: {}: {}", typed.path, printable(&join(&typed.numbers)))
    });
    list(
        "Siffror och årtal skrivna för hand i texterna, med raden i den gamla filen:",
        typed.collect(),
    );
    list(
        &format!("Kvar från {before}, att läsa igenom (`tjut läst` visar det som är kvar):"),
        plan.unread.clone(),
    );
    list("Sista dagar:", plan.deadlines.iter().map(day).collect());
    said
}

/// The Swedish names of the days of the week, Monday first.
const DAYS: [&str; 7] = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];

fn day(deadline: &Deadline) -> String {
    let Deadline { paper, day, weekday_before } = deadline;
    let name = DAYS[day.weekday().num_days_from_monday() as usize % 7];
    let verb = if *paper == "Ansökan" { "ska ha kommit in" } else { "ska lämnas" };
    let mut said = format!("{paper} {verb} senast den {}, en {name}", long_date(*day));
    if let Some(friday) = weekday_before {
        let _ = write!(said, "; räkna med fredagen den {}", long_date(*friday));
    }
    said
}
