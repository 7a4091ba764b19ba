//! `mallar`: the papers that can be made, and their templates to change.

use std::path::Path;

use super::arguments::Templates;
use super::{Outcome, folder, interruption, show, wrap};
use crate::output::{self, Existing, File};
use crate::source::{Source, printable};
use crate::template::{Paper, Papers, SHARED};

pub(super) fn run(wanted: &Templates) -> Outcome {
    let papers = match folder::papers(wanted.own.templates.as_deref()) {
        Ok(papers) => papers,
        Err(unusable) => return unusable.show(),
    };
    let said = match &wanted.export {
        Some(folder) => match export(&papers, folder) {
            Ok(said) => said,
            Err(error) => {
                show::error(&error.to_string());
                show::error("inga mallar skrevs; välj en annan mapp");
                return Outcome::InputOutput;
            }
        },
        None => list(&papers),
    };
    show::output(&said).err().unwrap_or(Outcome::Done)
}

/// Writes the templates into a folder, where no file may stand in the way.
fn export(papers: &Papers, folder: &Path) -> Result<String, output::Error> {
    let file = |id: &str, source: &Source| File {
        path: folder.join(format!("{id}.md")),
        bytes: source.text.clone().into_bytes(),
    };
    let mut files: Vec<File> = papers.iter().map(|paper| file(&paper.id, &paper.source)).collect();
    files.push(file(SHARED, papers.shared()));
    interruption::waits_for(|| output::write_all(&files, Existing::Stop))?;
    let mut lines: Vec<String> = files.iter().map(show::written).collect();
    let folder = printable(&folder.display().to_string());
    lines.push(String::new());
    lines
        .push(format!("Ändra i mallarna och gör papperen med `tjut skapa FIL --mallar {folder}`."));
    lines.push("Ta bort de mallar som inte ska ändras.".to_owned());
    Ok(lines.join("\n") + "\n")
}

/// Every paper with what it is for, how it is made and its sections.
fn list(papers: &Papers) -> String {
    let mut list: String = papers.iter().map(|paper| entry(paper) + "\n").collect();
    list.push_str(
        "Ett avsnitt är ett namn under `texter` i årsfilen; texten där ersätter mallens egen.\n",
    );
    list
}

fn entry(paper: &Paper) -> String {
    let info = &paper.info;
    let mut notes = Vec::new();
    notes.extend(info.attachment.as_ref().map(|order| format!("bilaga {}", *order)));
    notes.extend(paper.is_on_request().then(|| "på begäran".to_owned()));
    notes.extend(info.replaces.as_ref().map(|other| format!("ersätter {}", *other)));
    let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
    let mut entry = format!("{}: {}{notes}\n", paper.id, *info.name);
    entry.push_str(&wrap::lines("  ", &info.description));
    let sections: Vec<&str> = paper.sections().collect();
    if !sections.is_empty() {
        entry.push_str(&wrap::lines("  Avsnitt: ", &sections.join(", ")));
    }
    if !paper.is_built_in {
        entry.push_str(&wrap::lines("  Mall: ", &printable(&paper.source.name)));
    }
    entry
}
