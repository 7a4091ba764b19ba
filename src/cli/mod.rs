//! The command line: one file for each verb.
//!
//! | exit code | means |
//! |---|---|
//! | 0 | done; there may be warnings |
//! | 1 | findings stop the paper |
//! | 2 | the command was written in a way that can't be understood |
//! | 3 | a file could not be read or written |

mod arguments;
mod check;
mod chosen;
mod examine;
mod examples;
mod folder;
mod generate;
mod import;
mod interruption;
mod key_figures;
mod map_dialogue;
mod next_year;
mod paper_folders;
mod placeholders;
mod proposal;
mod read;
mod reviewed;
mod rules;
mod schema;
mod set;
mod shell;
mod show;
mod templates;
mod usage;
mod workbook;
mod wrap;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Verb};

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Done,
    Findings,
    Usage,
    InputOutput,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::Findings => Self::from(1),
            Outcome::Usage => Self::from(2),
            Outcome::InputOutput => Self::from(3),
        }
    }
}

/// Runs the program with its arguments, the program's own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let outcome = match Arguments::try_parse_from(usage::help_first(arguments)) {
        Ok(arguments) => match arguments.verb {
            Verb::Skapa(wanted) => generate::run(&wanted),
            Verb::Kontrollera(wanted) => check::run(&wanted),
            Verb::Set(wanted) => set::run(&wanted),
            Verb::NyttAr(wanted) => next_year::run(&wanted),
            Verb::Last(wanted) => reviewed::run(&wanted),
            Verb::Regler => rules::run(),
            Verb::Schema(wanted) => schema::run(&wanted),
            Verb::Mallar(wanted) => templates::run(&wanted),
            Verb::Uppgifter(wanted) => placeholders::run(&wanted),
            Verb::Underlag(wanted) => workbook::run(&wanted),
            Verb::Importera(wanted) => import::run(&wanted),
            Verb::Exempel(wanted) => examples::run(&wanted),
            Verb::Komplettering(wanted) => shell::completion(&wanted),
            Verb::Manual => shell::manual(),
        },
        Err(error) => usage::explain(&error),
    };
    outcome.into()
}
