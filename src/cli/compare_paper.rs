//! `jämför FIL --mot PAPPER`: shows what somebody has changed in a paper, and where in the
//! year file it comes from.

use std::path::Path;

use super::arguments::Compare;
use super::compare::has_colour;
use super::read::{self, UnreadableFile};
use super::{Outcome, folder, show};
use crate::compare::paper::{PaperText, compared as compare, likeliest, text::text, word};
use crate::finding::Finding;
use crate::make::{Checked, Failure, Format, Pipeline};
use crate::seal::{self, State};
use crate::source::printable;
use crate::swedish::quoted;
use crate::template::Paper;

/// The largest paper that is read, in bytes.
const MAX_PAPER: usize = 64 * 1024 * 1024;

pub(super) fn compared(wanted: &Compare, path: &Path) -> Result<Outcome, Outcome> {
    let pipeline = match folder::pipeline(wanted.own.templates.as_deref()) {
        Ok(pipeline) => pipeline,
        Err(unusable) => return Err(unusable.show()),
    };
    let source = read::source(&wanted.old).map_err(unreadable)?;
    let bytes = paper_bytes(path)?;
    let name = printable(&path.display().to_string());
    if bytes.starts_with(b"%PDF") {
        return pdf(&name, &bytes);
    }
    if !word::is_word(&bytes) {
        show::error(&format!("{name} är ingen Word-fil. {SAVE_AS_WORD}"));
        return Err(Outcome::InputOutput);
    }
    let edited = word::read(&bytes).map_err(|_| {
        show::error(&format!(
            "{name} går inte att läsa: filen är skadad, eller större uppackad än något papper är. Öppna den i Word, spara den under ett nytt namn och försök med den."
        ));
        Outcome::InputOutput
    })?;
    let chosen = chosen(&pipeline, wanted)?;
    let checked = match &chosen {
        Some(paper) => pipeline.check_for(source, &[paper]),
        None => pipeline.check(source),
    };
    let errors: Vec<Finding> =
        checked.findings.iter().filter(|finding| finding.is_error()).cloned().collect();
    if !errors.is_empty() {
        show::findings(&errors);
        show::error("papperet kan inte jämföras förrän felen i årsfilen är rättade");
        return Err(Outcome::Findings);
    }
    let papers = match &chosen {
        Some(paper) => vec![*paper],
        None => pipeline.papers_of(&checked),
    };
    let written = written(&pipeline, &checked, &papers)?;
    let texts: Vec<PaperText> = written.iter().map(|(_, text)| text.clone()).collect();
    let at = if chosen.is_some() { Some(0) } else { likeliest(&edited, &texts) };
    let Some((title, text_now)) = at.and_then(|at| written.get(at)) else {
        show::error(&format!(
            "{name} liknar inget av papperen som görs av {}. Är det rätt årsfil, så skriv vilket papper det är med --dokument.",
            printable(&wanted.old.display().to_string())
        ));
        return Err(Outcome::Findings);
    };
    let compared = compare(title, &checked.loaded, text_now, &edited);
    let mut said = text(&compared, &wanted.old.display().to_string(), has_colour());
    if seal::state(&bytes) == State::Untouched && !compared.changes.is_empty() {
        said.push_str("\nIngen har ändrat i papperet sedan det skrevs: det är årsfilen, en mall eller programmet som är ändrat.\n");
    }
    show::output(&said)?;
    Ok(Outcome::Done)
}

const SAVE_AS_WORD: &str = "Öppna papperet i det program som det är gjort i, spara det som .docx och jämför med det. Är filen skadad så hämta den en gång till.";

/// The paper that `--dokument` names.
fn chosen<'p>(pipeline: &'p Pipeline, wanted: &Compare) -> Result<Option<&'p Paper>, Outcome> {
    let Some(name) = &wanted.which else { return Ok(None) };
    match super::chosen::papers(&pipeline.papers, std::slice::from_ref(name)) {
        Ok(papers) => {
            if let Some([paper]) = papers.as_deref() {
                return Ok(Some(paper));
            }
            show::error("skriv ett enda papper efter --dokument");
            Err(Outcome::Usage)
        }
        Err(message) => {
            show::error(&message);
            Err(Outcome::Usage)
        }
    }
}

/// What papers are called and what they would say, as Word files have it.
fn written(
    pipeline: &Pipeline,
    checked: &Checked,
    papers: &[&Paper],
) -> Result<Vec<(String, PaperText)>, Outcome> {
    let failed = |failure: Failure| match failure {
        Failure::Findings(findings) => {
            show::findings(&findings);
            Outcome::Findings
        }
        Failure::Writer(message) => {
            show::error(&message);
            Outcome::Findings
        }
    };
    let documents = pipeline.documents(checked, papers).map_err(failed)?;
    let files = pipeline.make(checked, papers, &[Format::Docx]).map_err(failed)?;
    let title = |id: &str| {
        let document = documents.iter().find(|document| document.paper == id)?;
        let kind = &papers.iter().find(|paper| paper.id == id)?.info.name;
        Some(format!("{}, {}", **kind, quoted(&document.properties.title)))
    };
    let text = |file: &crate::make::FinishedFile| {
        let id = file.name.trim_end_matches(".docx");
        Some((title(id)?, word::read(&file.bytes).ok()?))
    };
    Ok(files.iter().filter_map(text).collect())
}

/// What can be said of a PDF: whether anybody has changed it.
fn pdf(name: &str, bytes: &[u8]) -> Result<Outcome, Outcome> {
    let said = match seal::state(bytes) {
        State::Untouched => format!(
            "{name} är en PDF som ingen har ändrat i sedan programmet skrev den. Det finns inget att ta över i årsfilen.\n"
        ),
        State::Changed => format!(
            "{name} är en PDF som någon har ändrat i, kommenterat eller skrivit under sedan programmet skrev den. Vad som är ändrat går inte att läsa ur en PDF. Be om ändringarna i Word-filen, eller läs dem i PDF-filen och för in dem i årsfilen.\n"
        ),
        State::Unknown => format!(
            "{name} är en PDF som inte har programmets kontrollsumma: den är gjord eller sparad av ett annat program. Vad som är ändrat går inte att läsa ur en PDF. Be om ändringarna i Word-filen, eller läs dem i PDF-filen och för in dem i årsfilen.\n"
        ),
    };
    show::output(&said)?;
    Ok(Outcome::Done)
}

/// The bytes of a paper that has come back.
pub(super) fn paper_bytes(path: &Path) -> Result<Vec<u8>, Outcome> {
    let name = printable(&path.display().to_string());
    let (bytes, size) =
        read::bytes(path, MAX_PAPER).map_err(|error| unreadable(read::unreadable(path, &error)))?;
    if bytes.is_empty() {
        show::error(&format!("{name} är tom. Hämta filen en gång till."));
        return Err(Outcome::InputOutput);
    }
    if bytes.len() > MAX_PAPER {
        show::error(&format!(
            "{name} är {} MB stor; ett papper får vara högst {} MB",
            size.div_ceil(1024 * 1024),
            MAX_PAPER / 1024 / 1024
        ));
        return Err(Outcome::InputOutput);
    }
    Ok(bytes)
}

fn unreadable(unreadable: UnreadableFile) -> Outcome {
    match unreadable {
        UnreadableFile::Finding(finding) => {
            show::findings(std::slice::from_ref(&finding));
            Outcome::Findings
        }
        UnreadableFile::File(message) => {
            show::error(&message);
            Outcome::InputOutput
        }
    }
}
