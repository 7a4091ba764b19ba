//! `importera`: shows what the figures of a spreadsheet would change in a year file, and
//! changes it when that is asked for.

use std::path::Path;
use std::sync::Arc;

use super::arguments::Import;
use super::read::{self, UnreadableFile};
use super::{Outcome, folder, interruption, map_dialogue, proposal, set, show, workbook};
use crate::import::{self, Given, Proposal};
use crate::output::rewrite;
use crate::source::printable;
use crate::spreadsheet::{self, Unreadable};
use crate::yaml::Value;
use crate::yaml::edit::{self, RawText, Tree};
use crate::year_file::fields::Fields;
use crate::year_file::{self, Loaded, YearFile};

pub(super) fn run(wanted: &Import) -> Outcome {
    import(wanted).err().unwrap_or(Outcome::Done)
}

fn import(wanted: &Import) -> Result<(), Outcome> {
    let (bytes, text) = set::raw(&wanted.file)?;
    if let Some(path) = &wanted.new_map {
        let loaded = loaded(wanted, &text)?;
        return map_dialogue::make(wanted, path, &read_spreadsheet(&wanted.source)?, &loaded);
    }
    let proposal = proposed(wanted, &text)?;
    let name = printable(&wanted.file.display().to_string());
    let mut table = proposal::table(&proposal, &printable(&wanted.source.display().to_string()));
    let is_whole = proposal.refusals.is_empty();
    if !wanted.write && is_whole && !proposal.changes.is_empty() {
        table.extend(["\nInget är skrivet. Med --skriv förs siffrorna in i ", &name, ".\n"]);
    }
    show::output(&table)?;
    if !is_whole {
        show::message(proposal::refusals(&proposal).trim_end_matches('\n'));
        if wanted.write {
            show::error("inget skrevs, eftersom allt inte kan tas med");
        }
        return Err(Outcome::Findings);
    }
    if !wanted.write || proposal.changes.is_empty() {
        return Ok(());
    }
    write(wanted, &bytes, &text, &proposal)
}

/// Puts the figures into the year file and touches nothing else in it; the file as it was is
/// kept beside.
fn write(wanted: &Import, read: &[u8], text: &RawText, proposal: &Proposal) -> Result<(), Outcome> {
    let papers = folder::papers(None).map_err(|unusable| unusable.show())?;
    let fields = Fields::new(&papers.sections_with_papers());
    let mut new = text.clone();
    for change in &proposal.changes {
        let path = edit::Path(change.path.iter().map(|key| key.as_str().into()).collect());
        let edit = fields.set(set::tree(&new)?, &path, &Tree::word(change.written()));
        new = edit::apply(&new, &edit).map_err(|finding| set::refused(&finding))?;
    }
    set::still_readable(text, &new)?;
    let new = new.bytes();
    let written = interruption::waits_for(|| rewrite(&wanted.file, read, &new, true));
    let kept = written.map_err(|error| {
        show::error(&error.to_string());
        show::error("inget skrevs");
        Outcome::InputOutput
    })?;
    let mut said = format!("\nÄndrade {}\n", printable(&wanted.file.display().to_string()));
    if let Some(kept) = kept {
        said.extend(["Filen som den var: ", &printable(&kept.display().to_string()), "\n"]);
    }
    show::output(&said)
}

/// What the spreadsheet would change in the year file.
fn proposed(wanted: &Import, text: &RawText) -> Result<Proposal, Outcome> {
    let loaded = loaded(wanted, text)?;
    let Some(year_file) = &loaded.year_file else { return Err(Outcome::Findings) };
    let source = read_spreadsheet(&wanted.source)?;
    let (given, year) = given(wanted, &source, year_file)?;
    Ok(Proposal::of(given, loaded.root.as_deref(), year, *year_file.year))
}

/// The year file, of which enough can be read.
fn loaded(wanted: &Import, text: &RawText) -> Result<Loaded, Outcome> {
    let loaded = year_file::load(Arc::clone(text.source()));
    workbook::note_errors(&wanted.file, &loaded);
    let statistics = loaded.root.as_deref().and_then(|root| root.get("statistik"));
    // What stands there now must be known.
    let is_unread = statistics.is_some_and(|node| node.value == Value::Reported);
    if loaded.year_file.is_none() || is_unread {
        show::findings(&loaded.findings);
        return Err(Outcome::Findings);
    }
    Ok(loaded)
}

fn read_spreadsheet(path: &Path) -> Result<spreadsheet::Workbook, Outcome> {
    let name = printable(&path.display().to_string());
    let (bytes, size) = read::bytes(path, spreadsheet::MAX_BYTES)
        .map_err(|error| unreadable(read::unreadable(path, &error)))?;
    if bytes.len() > spreadsheet::MAX_BYTES {
        return Err(refused(&name, &Unreadable::too_large(size)));
    }
    let stem = path.file_name().unwrap_or_default().to_string_lossy();
    spreadsheet::read(&printable(&stem), &bytes).map_err(|unreadable| refused(&name, &unreadable))
}

fn unreadable(unreadable: UnreadableFile) -> Outcome {
    match unreadable {
        UnreadableFile::Finding(finding) => {
            show::findings(&[*finding]);
            Outcome::Findings
        }
        UnreadableFile::File(message) => {
            show::error(&message);
            Outcome::InputOutput
        }
    }
}

/// Says why a spreadsheet can't be used, and what to do.
fn refused(name: &str, unreadable: &Unreadable) -> Outcome {
    show::error(&format!("{name}: {}", unreadable.message));
    show::message(&format!("  gör så här: {}", unreadable.hint));
    Outcome::Findings
}

/// The figures of a spreadsheet, and the year that they are for.
fn given(
    wanted: &Import,
    source: &spreadsheet::Workbook,
    year_file: &YearFile,
) -> Result<(Given, i32), Outcome> {
    let usage = |message: String| {
        show::error(&message);
        Outcome::Usage
    };
    let name = printable(&wanted.source.display().to_string());
    if let Some(path) = &wanted.map {
        return by_map(wanted, path, source, year_file);
    }
    if import::is_own(source) {
        let year =
            import::year_of_workbook(source).map_err(|unreadable| refused(&name, &unreadable))?;
        agree(wanted.year, year, &format!("underlaget {name}")).map_err(usage)?;
        return Ok((import::by_workbook(source, year_file, year), year));
    }
    if import::is_counting_sheet(source) {
        let Some(year) = wanted.year else {
            let message = format!("{name} säger inte vilket år raderna gäller; ange det med --år");
            return Err(usage(message));
        };
        if let Some(given) = import::by_headings(source, year_file, year) {
            return Ok((given, year));
        }
    }
    Err(usage(format!(
        "{name} är inget underlag som `tjut underlag` har gjort. Ange med --karta en fil som \
         säger var siffrorna står; --gör-karta frågar sig fram till den."
    )))
}

fn by_map(
    wanted: &Import,
    path: &Path,
    source: &spreadsheet::Workbook,
    year_file: &YearFile,
) -> Result<(Given, i32), Outcome> {
    let text = read::source(path).map_err(unreadable)?;
    let found = |findings: Vec<crate::finding::Finding>| {
        show::findings(&findings);
        Outcome::Findings
    };
    let map = import::load(&text).map_err(found)?;
    let said = import::year_of(&map);
    if let Some(said) = said {
        let name = printable(&path.display().to_string());
        agree(wanted.year, said, &format!("kartan {name}")).map_err(|message| {
            show::error(&message);
            Outcome::Usage
        })?;
    }
    let year = said.or(wanted.year).unwrap_or(*year_file.year);
    let given = import::by_map(&map, &text, source, year_file, year).map_err(found)?;
    Ok((given, year))
}

/// Whether the year that was asked for is the one that a file says.
fn agree(asked_for: Option<i32>, said: i32, who: &str) -> Result<(), String> {
    match asked_for.filter(|year| *year != said) {
        Some(year) => Err(format!("{who} gäller {said}, men --år säger {year}")),
        None => Ok(()),
    }
}
