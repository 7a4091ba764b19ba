//! `jämför FIL --mot PAPPER`: shows what somebody has changed in a paper, and where in the
//! year file it comes from.

use std::path::Path;
use std::sync::Arc;

use super::arguments::Compare;
use super::compare::has_colour;
use super::read::{self, UnreadableFile};
use super::{Outcome, folder, show, unwritten};
use crate::compare::paper::{PaperText, compared as compare, likeliest, pdf, text::text, word};
use crate::finding::Finding;
use crate::make::{Checked, Failure, FinishedFile, Format, Pipeline};
use crate::seal::{self, State};
use crate::source::{Source, printable};
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
    let format = if bytes.starts_with(b"%PDF") { Format::Pdf } else { Format::Docx };
    let edited = text_of(format, &bytes).map_err(|refusal| {
        show::error(&refusal.said(&name));
        Outcome::InputOutput
    })?;
    let chosen = chosen(&pipeline, wanted)?;
    let checked = match chosen {
        Some(paper) => pipeline.check_for(Arc::clone(&source), &[paper]),
        None => pipeline.check(Arc::clone(&source)),
    };
    let errors: Vec<Finding> =
        checked.findings.iter().filter(|finding| finding.is_error()).cloned().collect();
    if !errors.is_empty() {
        show::findings(&errors);
        show::error("papperet kan inte jämföras förrän felen i årsfilen är rättade");
        return Err(Outcome::Findings);
    }
    let papers = chosen.map_or_else(|| pipeline.papers_of(&checked), |paper| vec![paper]);
    let mut written = written(&pipeline, &checked, &papers, format).map_err(show_failure)?;
    let mut at = if chosen.is_some() { Some(0) } else { likeliest(&edited, &texts(&written)) };
    if at.is_none() {
        written = others(&pipeline, &source, &papers, format);
        at = likeliest(&edited, &texts(&written));
    }
    let Some(now) = at.and_then(|at| written.get(at)) else {
        show::error(&format!(
            "{name} liknar inget av papperen som görs av {}. Är det rätt årsfil, så skriv vilket papper det är med --dokument.",
            printable(&wanted.old.display().to_string())
        ));
        return Err(Outcome::Findings);
    };
    let compared = compare(&now.name, &checked.loaded, &now.text, &edited);
    let mut said = text(&compared, &wanted.old.display().to_string(), has_colour());
    if seal::state(&bytes) == State::Untouched && !compared.changes.is_empty() {
        said.push_str("\nIngen har ändrat i papperet sedan det skrevs: det är årsfilen, en mall eller programmet som är ändrat.\n");
    }
    show::output(&said)?;
    Ok(Outcome::Done)
}

/// Why a file that has come back can't be read as a paper.
enum Refusal {
    /// It is neither a Word file nor a PDF.
    Foreign,
    Word,
    Pdf(pdf::Unreadable),
}

impl Refusal {
    /// The refusal of a file with a name.
    fn said(&self, name: &str) -> String {
        let said = match self {
            Self::Foreign => {
                "är varken en Word-fil eller en PDF. Öppna papperet i det program som det är gjort i, spara det som .docx och jämför med det. Är filen skadad så hämta den en gång till."
            }
            Self::Word => {
                "går inte att läsa: filen är skadad, eller större uppackad än något papper är. Öppna den i Word, spara den under ett nytt namn och försök med den."
            }
            Self::Pdf(pdf::Unreadable::Encrypted) => {
                "är krypterad och kan därför inte läsas. Be den som skickade papperet om en PDF utan lösenord och skydd, eller om Word-filen."
            }
            Self::Pdf(pdf::Unreadable::Untagged) => {
                "har ingen text som är märkt med stycken, så som programmets PDF-filer har: den är troligen inskannad, utskriven till en ny PDF eller gjord i ett annat program. Jämför i stället med den PDF eller Word-fil som någon ändrade i, eller läs ändringarna i PDF-filen och för in dem i årsfilen för hand."
            }
            Self::Pdf(pdf::Unreadable::Damaged) => {
                "går inte att läsa: filen är skadad, eller skriven på ett sätt som programmet inte känner till. Hämta den en gång till. Hjälper inte det så öppna den i ett PDF-program, spara den under ett nytt namn och försök med den."
            }
            Self::Pdf(pdf::Unreadable::TooLarge) => {
                "är för stor för att läsas: det finns mer i den än i något papper. Ta ut papperets sidor till en egen PDF och jämför med den."
            }
        };
        format!("{name} {said}")
    }
}

/// The text of a file that has come back.
fn text_of(format: Format, bytes: &[u8]) -> Result<PaperText, Refusal> {
    if format == Format::Pdf {
        return pdf::read(bytes).map_err(Refusal::Pdf);
    }
    if !word::is_word(bytes) {
        return Err(Refusal::Foreign);
    }
    word::read(bytes).map_err(|_| Refusal::Word)
}

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

/// A paper as it would be written now.
struct Written {
    /// What kind of paper it is, and its title.
    name: String,
    text: PaperText,
}

fn texts(written: &[Written]) -> Vec<PaperText> {
    written.iter().map(|paper| paper.text.clone()).collect()
}

/// What papers would say, read as the one that has come back is.
fn written(
    pipeline: &Pipeline,
    checked: &Checked,
    papers: &[&Paper],
    format: Format,
) -> Result<Vec<Written>, Failure> {
    let documents = pipeline.documents(checked, papers)?;
    let files = pipeline.make(checked, papers, &[format])?;
    let of = |file: &FinishedFile| {
        let id = file.name.rsplit_once('.').map_or(file.name.as_str(), |(id, _)| id);
        let document = documents.iter().find(|document| document.paper == id)?;
        let kind = &papers.iter().find(|paper| paper.id == id)?.info.name;
        let name = format!("{}, {}", **kind, quoted(&document.properties.title));
        Some(Written { name, text: text_of(format, &file.bytes).ok()? })
    };
    Ok(files.iter().filter_map(of).collect())
}

/// The papers that the year file is not usually made into and yet can be, such as one that
/// is made on request.
fn others(
    pipeline: &Pipeline,
    source: &Arc<Source>,
    usual: &[&Paper],
    format: Format,
) -> Vec<Written> {
    let others = pipeline.papers.iter().filter(|paper| usual.iter().all(|one| one.id != paper.id));
    let made = others.filter_map(|paper| {
        let checked = pipeline.check_for(Arc::clone(source), &[paper]);
        let has_errors = checked.findings.iter().any(Finding::is_error);
        if has_errors { None } else { written(pipeline, &checked, &[paper], format).ok() }
    });
    made.flatten().collect()
}

fn show_failure(failure: Failure) -> Outcome {
    unwritten::failed(failure);
    Outcome::Findings
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
