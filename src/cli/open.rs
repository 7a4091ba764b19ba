//! `öppna`: the page in the browser.

use std::path::Path;
use std::process::{Command, Stdio};

use super::arguments::Open;
use super::read::{self, UnreadableFile};
use super::{Outcome, examples, folder, show, year_files};
use crate::server::{self, ServeError, Start};
use crate::session::Problem;
use crate::system_error;

pub(super) fn run(wanted: &Open) -> Outcome {
    let pipeline = match folder::pipeline(wanted.own.templates.as_deref()) {
        Ok(pipeline) => pipeline,
        Err(unusable) => return unusable.show(),
    };
    let folder = match std::env::current_dir() {
        Ok(folder) => folder,
        Err(error) => {
            show::error(&format!("mappen kan inte läsas: {}", system_error::reason(&error)));
            return Outcome::InputOutput;
        }
    };
    let examples = examples::year_files();
    let start = Start { pipeline, folder, examples, read, list: year_files::close_by };
    let ready = |address: &str| {
        let said = format!("Sidan finns på {address}\nAvsluta med Ctrl-C.\n");
        // That nobody reads it is no reason not to serve the page.
        let _ = show::output(&said);
        if !wanted.no_browser && !browse(address) {
            show::message("Webbläsaren gick inte att öppna. Skriv in adressen i den.");
        }
    };
    match server::serve(start, wanted.file.as_deref(), ready) {
        Ok(()) => Outcome::Done,
        Err(ServeError::File(problem)) => {
            show::error(&problem.message);
            if let Some(hint) = &problem.hint {
                show::message(hint);
            }
            Outcome::InputOutput
        }
        Err(ServeError::System(error)) => {
            show::error(&format!("sidan kan inte visas: {}", system_error::reason(&error)));
            Outcome::InputOutput
        }
    }
}

/// Reads a year file's bytes.
fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    read::all_bytes(path).map_err(|unreadable| match unreadable {
        UnreadableFile::Finding(finding) => finding.into(),
        UnreadableFile::File(message) => {
            Problem::new(message, "Se efter att namnet och mappen är rätt skrivna.")
        }
    })
}

/// Opens an address in the browser that the system has chosen. Whether that went well the
/// system tells only in part.
fn browse(address: &str) -> bool {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "windows") {
        // The first word within quotation marks would be the window's title.
        ("cmd", &["/C", "start", ""])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok()
}
