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
mod closing;
mod compare;
mod compare_folders;
mod compare_paper;
mod examine;
mod examples;
mod folder;
mod generate;
mod help;
mod import;
mod in_order;
mod interruption;
mod map_dialogue;
mod next_year;
mod open;
mod paper_folders;
mod placeholders;
mod progress;
mod proposal;
mod read;
mod read_back;
mod reviewed;
mod rules;
mod schema;
mod server;
mod set;
mod shell;
mod show;
mod templates;
mod terminal;
mod unwritten;
mod usage;
mod watch;
mod watched;
mod workbook;
mod wrap;
mod year_files;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Verb};

/// How a run ended, from good to bad: of several files, the worst counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
            Verb::Bevaka(wanted) => watch::run(wanted),
            Verb::Set(wanted) => set::run(&wanted),
            Verb::Jamfor(wanted) => compare::run(&wanted),
            Verb::NyttAr(wanted) => next_year::run(&wanted),
            Verb::Las(wanted) => read_back::run(&wanted),
            Verb::Last(wanted) => reviewed::run(&wanted),
            Verb::Regler => rules::run(),
            Verb::Schema(wanted) => schema::run(&wanted),
            Verb::Mallar(wanted) => templates::run(&wanted),
            Verb::Uppgifter(wanted) => placeholders::run(&wanted),
            Verb::Underlag(wanted) => workbook::run(&wanted),
            Verb::Importera(wanted) => import::run(&wanted),
            Verb::Exempel(wanted) => examples::run(&wanted),
            Verb::Oppna(wanted) => open::run(&wanted),
            Verb::Server(wanted) => server::run(&wanted),
            Verb::Komplettering(wanted) => shell::completion(&wanted),
            Verb::Manual => shell::manual(),
        },
        Err(error) => usage::explain(&error),
    };
    outcome.into()
}
