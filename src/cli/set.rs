//! `sätt`: sets values in a year file and touches nothing else in it.

use std::path::Path as FilePath;
use std::sync::Arc;

use super::arguments::Set;
use super::read::{self, UnreadableFile};
use super::{Outcome, folder, interruption, show};
use crate::finding::{Finding, nearest, shorten};
use crate::output::rewrite;
use crate::source::{Source, printable};
use crate::swedish::{FIXED_SPACE, grouped};
use crate::yaml::edit::{self, Comments, Edit, Path, RawText, Step, Tree};
use crate::yaml::{self, Node, Value};
use crate::year_file;
use crate::year_file::fields::{ANY_YEAR, Fields, UnknownField};
use crate::year_file::schema::COUNT;

pub(super) fn run(wanted: &Set) -> Outcome {
    match set(wanted) {
        Ok(()) => Outcome::Done,
        Err(outcome) => outcome,
    }
}

/// What has become of a place, to be told.
struct Change {
    path: Path,
    was: Option<String>,
    is: Option<String>,
    /// Where it stood before all changes, when it is gone.
    line: usize,
}

fn set(wanted: &Set) -> Result<(), Outcome> {
    if wanted.values.is_empty() && wanted.remove.is_empty() {
        show::error(
            "det saknas vad som ska ändras, till exempel `statistik.2025.klienter=201` eller `--ta-bort PLATS`.",
        );
        return Err(Outcome::Usage);
    }
    let papers = match folder::papers(wanted.own.templates.as_deref()) {
        Ok(papers) => papers,
        Err(unusable) => return Err(unusable.show()),
    };
    let fields = Fields::new(&papers.sections_with_papers());
    let assigned = assignments(wanted)?;
    let (bytes, old) = raw(&wanted.file)?;
    let mut text = old.clone();
    let mut changes = Vec::new();
    for (place, value) in &assigned {
        let root = tree(&text)?;
        let Some(path) = Path::typed(place, root) else { return Err(no_place(place)) };
        fields.check(&path).map_err(|unknown| unknown_field(&unknown, &fields, root))?;
        let was = found(root, &path).map(said);
        let value = as_beside(&fields, root, &path, value);
        let edit = fields.set(root, &path, &value);
        text = edit::apply(&text, &edit).map_err(|finding| refused(&finding))?;
        changes.push(Change { path, was, is: Some(said_of(&value)), line: 0 });
    }
    for place in &wanted.remove {
        let root = tree(&text)?;
        let Some(path) = Path::typed(place, root) else { return Err(no_place(place)) };
        let was = found(root, &path).map(said);
        let line = line_of(&old, &path);
        let edit = Edit::Remove { at: path.clone().into(), comments: Comments::Stay };
        text = edit::apply(&text, &edit).map_err(|finding| refused(&finding))?;
        changes.push(Change { path, was, is: None, line });
    }
    still_readable(&old, &text)?;
    write(wanted, &bytes, &text, &changes)
}

fn assignments(wanted: &Set) -> Result<Vec<(String, Tree)>, Outcome> {
    wanted.values.iter().map(|word| assignment(word)).collect()
}

/// `PLATS=VÄRDE` or `PLATS=@FIL`.
fn assignment(word: &str) -> Result<(String, Tree), Outcome> {
    let Some((place, value)) = word.split_once('=') else {
        show::error(&format!(
            "`{}` saknar likhetstecken. Skriv en plats och ett värde, till exempel `statistik.2025.klienter=201`.",
            printable(word)
        ));
        return Err(Outcome::Usage);
    };
    if value.trim().is_empty() {
        show::error(&format!(
            "`{}` saknar värde efter likhetstecknet. Ska uppgiften bort så skriv `--ta-bort {}`.",
            printable(word),
            printable(place)
        ));
        return Err(Outcome::Usage);
    }
    if let Some(file) = value.strip_prefix('@') {
        return match read::source(FilePath::new(file)) {
            Ok(source) => Ok((place.to_owned(), Tree::text(&source.text))),
            Err(unreadable) => Err(unreadable_file(unreadable)),
        };
    }
    Ok((place.to_owned(), typed(value)))
}

/// A value as it is typed: within quotation marks or brackets as YAML has it, and otherwise
/// to the letter, since whoever types a text on the command line writes no comments there.
fn typed(value: &str) -> Tree {
    let literal = || Tree::word(value.trim());
    if !value.trim_start().starts_with(['"', '\'', '[', '{']) {
        return literal();
    }
    match yaml::read(&Source::new("", value)) {
        (Some(node), findings) if findings.is_empty() => words(&node),
        _ => literal(),
    }
}

/// A value as others of its kind are written around it: a count with spaces between its
/// thousands where they have them, a text of several lines in lines of its own, and so any
/// that takes the place of one.
fn as_beside(fields: &Fields, root: &Node, path: &Path, value: &Tree) -> Tree {
    let Tree::Word(word) = value else { return value.clone() };
    let is_in_lines = found(root, path).is_some_and(|node| match &node.value {
        Value::Scalar(scalar) => scalar.style == yaml::Style::Literal,
        _ => false,
    });
    if is_in_lines || word.contains('\n') {
        return Tree::text([word.trim_end(), "\n"].concat());
    }
    let is_count = fields.kind(path) == Some(COUNT);
    match word.parse::<u64>() {
        Ok(count) if is_count && year_file::is_grouped_at(root, path) => {
            Tree::word(grouped(count).replace(FIXED_SPACE, " "))
        }
        _ => value.clone(),
    }
}

/// What stood without quotation marks is a word.
fn words(node: &Node) -> Tree {
    match &node.value {
        Value::Scalar(scalar) if scalar.style == yaml::Style::Plain => Tree::word(&scalar.text),
        Value::Sequence(items) => Tree::list(items.iter().map(words)),
        Value::Mapping(entries) => {
            Tree::group(entries.iter().map(|entry| (entry.key.as_str(), words(&entry.value))))
        }
        _ => Tree::of(node),
    }
}

/// A year file's bytes, and its text to be changed.
pub(super) fn raw(path: &FilePath) -> Result<(Vec<u8>, RawText), Outcome> {
    let bytes = read::all_bytes(path).map_err(unreadable_file)?;
    let text =
        RawText::of(&path.display().to_string(), &bytes).map_err(|finding| refused(&finding))?;
    Ok((bytes, text))
}

/// The tree of a text; without one, what was found is shown.
pub(super) fn tree(text: &RawText) -> Result<&Node, Outcome> {
    let (root, findings) = text.read();
    root.as_deref().ok_or_else(|| {
        show::findings(findings);
        Outcome::Findings
    })
}

fn found<'n>(root: &'n Node, path: &Path) -> Option<&'n Node> {
    path.0.iter().try_fold(root, |node, step| node.after(step))
}

/// The line on which what a path leads to begins.
fn line_of(text: &RawText, path: &Path) -> usize {
    let root = text.read().0.as_ref();
    let place = root.and_then(|root| root.at_path(&path.to_string()).ok());
    place.map_or(0, |place| text.source().position(place.start).line)
}

fn said(node: &Node) -> String {
    said_of(&Tree::of(node))
}

/// A value in a line of what has been changed.
fn said_of(tree: &Tree) -> String {
    match tree {
        Tree::Nothing | Tree::Unreadable => "ingenting".to_owned(),
        Tree::Word(text) | Tree::Text(text)
            if text.trim_end().contains('\n') || text.chars().count() > 60 =>
        {
            let words = text.split_whitespace().count();
            let words = if words == 1 { "1 ord".to_owned() } else { format!("{words} ord") };
            format!("”{}” ({words})", shorten(text))
        }
        Tree::Word(text) | Tree::Text(text) => printable(text.trim_end()),
        Tree::List(items) => {
            let parts: Vec<String> = items.iter().map(said_of).collect();
            let counted = match items.len() {
                1 => "en lista med en del".to_owned(),
                count => format!("en lista med {count} delar"),
            };
            short(format!("[{}]", parts.join(", ")), counted)
        }
        Tree::Group(entries) => {
            let entry =
                |(key, value): &(String, Tree)| format!("{}: {}", printable(key), said_of(value));
            let parts: Vec<String> = entries.iter().map(entry).collect();
            let counted = match entries.len() {
                1 => format!("nyckeln `{}` med det som står under den", printable(&entries[0].0)),
                count => format!("{count} nycklar med det som står under dem"),
            };
            short(format!("{{ {} }}", parts.join(", ")), counted)
        }
    }
}

/// All of a list or a group, or how much there is of it.
fn short(whole: String, counted: String) -> String {
    if whole.chars().count() <= 80 { whole } else { counted }
}

/// An edit that brings new errors is not made: a field that can't be read stops all papers.
pub(super) fn still_readable(old: &RawText, new: &RawText) -> Result<(), Outcome> {
    let name = format!("{}, som den skulle bli", new.source().name);
    let source = Source::new(name, new.source().text.clone());
    let errors = |source: &Arc<Source>| {
        let found = year_file::load(Arc::clone(source)).findings;
        found.into_iter().filter(Finding::is_error).collect::<Vec<_>>()
    };
    let mut known: Vec<(&str, String)> =
        errors(old.source()).into_iter().map(|error| (error.rule, error.message)).collect();
    let mut new = errors(&source);
    new.retain(|error| {
        let place = known
            .iter()
            .position(|(rule, message)| *rule == error.rule && *message == error.message);
        place.map(|place| known.swap_remove(place)).is_none()
    });
    if new.is_empty() {
        return Ok(());
    }
    show::findings(&new);
    show::error("inget skrevs");
    Err(Outcome::Findings)
}

fn write(wanted: &Set, read: &[u8], text: &RawText, changes: &[Change]) -> Result<(), Outcome> {
    let name = printable(&wanted.file.display().to_string());
    let new = text.bytes();
    if new == read {
        return show::output(&format!("{name} är som den var: värdena stod där redan\n"));
    }
    let written = interruption::waits_for(|| rewrite(&wanted.file, read, &new, wanted.keep));
    let kept = match written {
        Ok(kept) => kept,
        Err(error) => {
            show::error(&error.to_string());
            show::error("inget skrevs");
            return Err(Outcome::InputOutput);
        }
    };
    let mut report = format!("Ändrade {name}\n");
    for change in changes {
        report.push_str(&line(change, text));
    }
    if let Some(kept) = kept {
        let kept = printable(&kept.display().to_string());
        report.extend(["Filen som den var: ", &kept, "\n"]);
    }
    show::output(&report)
}

fn line(change: &Change, text: &RawText) -> String {
    let path = printable(&change.path.to_string());
    let line = line_of(text, &change.path);
    match (&change.was, &change.is) {
        (Some(was), Some(is)) if was == is => {
            format!("  rad {line}: {path}: {is} (stod där redan)\n")
        }
        (Some(was), Some(is)) => format!("  rad {line}: {path}: {was} → {is}\n"),
        (None, Some(is)) => format!("  rad {line}: {path}: {is} (nytt)\n"),
        (was, None) => {
            let was = was.as_deref().unwrap_or("ingenting");
            format!("  rad {}: {path}: {was} (borttaget)\n", change.line)
        }
    }
}

/// More places than this are not suggested.
const MOST_WAYS: usize = 4;

fn unknown_field(unknown: &UnknownField, fields: &Fields, root: &Node) -> Outcome {
    let path = printable(&unknown.path.to_string());
    let known: Vec<&str> = unknown.known.iter().map(String::as_str).collect();
    let step = match &unknown.step {
        Step::Key(key) => key.clone(),
        Step::Item(index) => index.to_string(),
    };
    // A field that stands in a group is often named without it.
    let ways = if unknown.path.0.len() == 1 { fields.ways_to(&step) } else { Vec::new() };
    let reported = root.get("verksamhetsår").map(said);
    let ways: Vec<String> = ways
        .iter()
        .map(|way| format!("`{}`", way.replace(ANY_YEAR, reported.as_deref().unwrap_or(ANY_YEAR))))
        .collect();
    let hint = match nearest(&step, &known) {
        _ if (1..=MOST_WAYS).contains(&ways.len()) => {
            format!("Menade du {}?", ways.join(" eller "))
        }
        Some(near) => format!("Menade du `{near}`?"),
        None if known.is_empty() => "Där står ett enda värde eller en lista. Delarna i en lista räknas från 0: `brister[0].åtgärd`.".to_owned(),
        None => format!("Här kan stå: {}.", known.join(", ")),
    };
    show::error(&format!("`{path}` är inget fält i årsfilen. {hint}"));
    show::error("inget skrevs");
    Outcome::Findings
}

fn no_place(place: &str) -> Outcome {
    show::error(&format!(
        "`{}` är ingen plats i en årsfil. Skriv nycklarna med punkt emellan, till exempel `statistik.2025.klienter`.",
        printable(place)
    ));
    Outcome::Usage
}

pub(super) fn refused(finding: &Finding) -> Outcome {
    show::findings(std::slice::from_ref(finding));
    show::error("inget skrevs");
    Outcome::Findings
}

fn unreadable_file(unreadable: UnreadableFile) -> Outcome {
    match unreadable {
        UnreadableFile::Finding(finding) => refused(&finding),
        UnreadableFile::File(message) => {
            show::error(&message);
            Outcome::InputOutput
        }
    }
}
