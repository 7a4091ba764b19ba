//! `komplettering` and `manual`: what a shell and `man` want to know, made from the same
//! declarations as the help.

use std::fmt::Write as _;

use clap::{Command, CommandFactory as _};
use clap_complete::{Shell, generate};
use clap_mangen::Man;

use super::arguments::{Arguments, Completion};
use super::{Outcome, show};

/// The name that the program is called by.
const NAME: &str = "tjut";

pub(super) fn completion(wanted: &Completion) -> Outcome {
    let mut script = Vec::new();
    generate(wanted.shell, &mut Arguments::command(), NAME, &mut script);
    written(&script)
}

pub(super) fn manual() -> Outcome {
    match page() {
        Ok(page) => written(page.as_bytes()),
        Err(error) => {
            show::error(&format!("manualsidan kunde inte göras: {error}"));
            Outcome::InputOutput
        }
    }
}

fn written(text: &[u8]) -> Outcome {
    show::output(&String::from_utf8_lossy(text)).err().unwrap_or(Outcome::Done)
}

/// One page with all commands, their options and the exit codes.
fn page() -> std::io::Result<String> {
    let mut command = Arguments::command();
    command.build();
    let mut page = Vec::new();
    let main = Man::new(command.clone()).title(NAME.to_uppercase());
    main.render_title(&mut page)?;
    main.render_name_section(&mut page)?;
    let mut text = in_swedish(&page);
    for verb in command.get_subcommands().filter(|verb| !verb.is_hide_set()) {
        text.push_str(&verb_section(verb)?);
    }
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    for part in after.split("\n\n") {
        let (heading, rest) = part.split_once(':').unwrap_or(("", part));
        let rest: Vec<&str> = rest.trim().lines().map(str::trim).collect();
        let rest = roff(&rest.join("\n"));
        let _ = write!(text, ".SH {}\n.nf\n{rest}\n.fi\n", heading.to_uppercase());
    }
    Ok(text)
}

/// A command: how it is written, what it does, and its options.
fn verb_section(verb: &Command) -> std::io::Result<String> {
    let mut options = Vec::new();
    Man::new(verb.clone()).render_options_section(&mut options)?;
    let about = verb.get_about().map(ToString::to_string).unwrap_or_default();
    let usage = verb.clone().render_usage().to_string();
    let usage = usage.split_once(": ").map_or(usage.as_str(), |(_, usage)| usage);
    let options = String::from_utf8_lossy(&options);
    // The heading of the options is the command's own.
    let options = options.lines().filter(|line| {
        !line.starts_with(".SH") && !line.starts_with(".ie") && !line.starts_with(".el")
    });
    let options: Vec<&str> = options.collect();
    Ok(format!(
        ".SH \"{}\"\n\\fB{}\\fR\n.PP\n{}.\n{}\n",
        verb.get_name().to_uppercase(),
        roff(usage),
        roff(&about),
        options.join("\n")
    ))
}

/// The headings that the generator has in English.
fn in_swedish(page: &[u8]) -> String {
    String::from_utf8_lossy(page).replace(".SH NAME", ".SH NAMN")
}

/// Text as `man` shows it: a hyphen that is one, and no line that is taken for a command.
fn roff(text: &str) -> String {
    let escaped = text.replace('\\', "\\e").replace('-', "\\-");
    let line = |line: &str| {
        let is_command = line.starts_with(['.', '\'']);
        if is_command { format!("\\&{line}") } else { line.to_owned() }
    };
    escaped.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The shells that a script can be made for.
pub(super) fn shells() -> impl clap::builder::TypedValueParser<Value = Shell> {
    use clap::builder::{PossibleValuesParser, TypedValueParser as _};
    PossibleValuesParser::new(["bash", "zsh", "fish", "powershell"]).map(|name| {
        match name.as_str() {
            "zsh" => Shell::Zsh,
            "fish" => Shell::Fish,
            "powershell" => Shell::PowerShell,
            _ => Shell::Bash,
        }
    })
}
