//! `importera --gör-karta`: asks where the figures stand in a spreadsheet, and writes a map
//! of the answers.

use std::io::{self, BufRead as _, IsTerminal as _, Read as _};
use std::path::Path;

use super::arguments::Import;
use super::{Outcome, interruption, proposal, show};
use crate::import::{self, Asked, Proposal, Unfinished};
use crate::output::{self, Existing, File};
use crate::source::{Source, printable};
use crate::spreadsheet::Workbook;
use crate::year_file::Loaded;

/// The longest answer that is read, in bytes.
const LONGEST_ANSWER: u64 = 4096;

/// Asks, writes the map and shows what it would bring.
pub(super) fn make(
    wanted: &Import,
    path: &Path,
    spreadsheet: &Workbook,
    loaded: &Loaded,
) -> Result<(), Outcome> {
    let Some(year_file) = &loaded.year_file else { return Err(Outcome::Findings) };
    // Nobody is to answer in vain.
    if path.symlink_metadata().is_ok() {
        let name = printable(&path.display().to_string());
        show::error(&format!("{name} finns redan; välj ett annat namn, eller ta bort den"));
        return Err(Outcome::InputOutput);
    }
    let name = printable(&wanted.source.display().to_string());
    let made = import::make_map(spreadsheet, year_file, &name, &mut Terminal);
    let text = made.map_err(|unfinished| {
        show::error(match unfinished {
            Unfinished::Stopped => "dialogen avbröts; ingen karta skrevs",
            Unfinished::NothingSaid => {
                "svaren säger inte var någon siffra står; ingen karta skrevs"
            }
        });
        Outcome::Usage
    })?;
    let file = File { path: path.to_owned(), bytes: text.clone().into_bytes() };
    let files = std::slice::from_ref(&file);
    interruption::waits_for(|| output::write_all(files, Existing::Stop)).map_err(|error| {
        show::error(&error.to_string());
        // The answers are not to be lost.
        show::message(&format!("Kartan kunde inte skrivas. Det här är den:\n\n{text}"));
        Outcome::InputOutput
    })?;
    let found = |findings: Vec<crate::finding::Finding>| {
        show::findings(&findings);
        Outcome::Findings
    };
    let source = Source::new(path.display().to_string(), text);
    let map = import::load(&source).map_err(found)?;
    let year = *year_file.year;
    let given = import::by_map(&map, &source, spreadsheet, year_file, year).map_err(found)?;
    let proposal = Proposal::of(given, loaded.root.as_deref(), year, year);
    let table = proposal::table(&proposal, &name);
    let map_name = printable(&path.display().to_string());
    let then = if proposal.refusals.is_empty() {
        "Så här förs siffrorna in, nu och andra år:"
    } else {
        "När det som inte kan tas med är rättat förs siffrorna in så här, nu och andra år:"
    };
    show::output(&format!(
        "\n{}\n\n{table}\nInget är skrivet i årsfilen. {then}\n  \
         tjut importera {} {name} --karta {map_name} --skriv\n",
        show::written(&file),
        printable(&wanted.file.display().to_string()),
    ))?;
    if !proposal.refusals.is_empty() {
        show::message(proposal::refusals(&proposal).trim_end_matches('\n'));
    }
    Ok(())
}

/// Questions on standard output, answers on standard input.
struct Terminal;

impl Asked for Terminal {
    fn show(&mut self, text: &str) {
        // Whoever can't be shown anything gives no answers either.
        let _ = show::output(text);
    }

    fn answer(&mut self, question: &str) -> Option<String> {
        show::output(question).ok()?;
        let mut line = Vec::new();
        let read = io::stdin().lock().take(LONGEST_ANSWER).read_until(b'\n', &mut line);
        let is_end = read.ok()? == 0;
        let answer = (!is_end).then(|| String::from_utf8_lossy(&line).trim().to_owned())?;
        if !io::stdin().is_terminal() {
            // A terminal has shown what was typed; answers from a file are shown here.
            show::output(&format!("{}\n", printable(&answer))).ok()?;
        }
        Some(answer)
    }
}
