//! What clap objects to, in Swedish.

use std::ffi::OsString;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{Outcome, show};
use crate::source::printable;

/// Shows help on standard output, or what is wrong with the command on standard error.
pub(super) fn explain(error: &Error) -> Outcome {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return show::output(&error.to_string()).err().unwrap_or(Outcome::Done);
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            show::message(error.to_string().trim_end());
        }
        kind => {
            show::error(&message(kind, error));
            show::message("\nSkriv `tjut --hjälp` för att se vad som går att göra.");
        }
    }
    Outcome::Usage
}

/// `tjut hjälp skapa` means `tjut skapa --hjälp`.
pub(super) fn help_first(arguments: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    let asks = |word: &OsString| ["hjälp", "hjalp", "help"].iter().any(|help| word == help);
    if arguments.get(1).is_some_and(asks) {
        arguments.remove(1);
        arguments.push("--hjälp".into());
    }
    arguments
}

fn message(kind: ErrorKind, error: &Error) -> String {
    let invalid = name(&context(error, ContextKind::InvalidArg));
    let value = context(error, ContextKind::InvalidValue);
    let near =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .map(|kind| nearest(error, kind))
            .find(|near| !near.is_empty())
            .map_or(String::new(), |near| format!(" Menade du `{near}`?"));
    match kind {
        ErrorKind::InvalidSubcommand => {
            let verb = context(error, ContextKind::InvalidSubcommand);
            format!("kommandot `{verb}` finns inte.{near}")
        }
        ErrorKind::MissingSubcommand => {
            "kommandot saknas, till exempel `tjut skapa FIL`.".to_owned()
        }
        ErrorKind::UnknownArgument => {
            format!("`{invalid}` är inget som programmet känner till.{near}")
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("`{invalid}` saknar sitt värde."),
        ErrorKind::InvalidValue => format!(
            "`{value}` går inte att använda för `{invalid}`; det ska vara {}.{near}",
            context(error, ContextKind::ValidValue)
        ),
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(ToString::to_string);
            let why = why.unwrap_or_default();
            format!("`{value}` går inte att använda för `{invalid}`; {why}.")
        }
        ErrorKind::MissingRequiredArgument => format!("`{invalid}` saknas."),
        ErrorKind::ArgumentConflict => match name(&context(error, ContextKind::PriorArg)) {
            other if other == invalid => format!("`{invalid}` står två gånger."),
            other => format!("`{invalid}` kan inte stå tillsammans med `{other}`."),
        },
        ErrorKind::TooManyValues => format!("`{invalid}` tar inget värde."),
        ErrorKind::InvalidUtf8 => "kommandot innehåller tecken som inte kan läsas.".to_owned(),
        _ => "kommandot kan inte tolkas.".to_owned(),
    }
}

/// `--format <FORMAT>`, `<FIL>...` and `[NY]` without the signs that clap adds.
fn name(argument: &str) -> String {
    argument.trim_end_matches('.').replace(['<', '>', '[', ']'], "")
}

/// What was most likely meant: of several, clap names the likeliest last.
fn nearest(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.last().map(|text| printable(text)),
        _ => Some(context(error, kind)),
    }
    .unwrap_or_default()
}

fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => printable(text),
        Some(ContextValue::Strings(texts)) => printable(&texts.join(" eller ")),
        _ => String::new(),
    }
}
