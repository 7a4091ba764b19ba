//! The next year's file from this year's: what stays, what moves on, what goes, and what
//! somebody has to read again.
//!
//! What becomes of a field its declaration says ([`NextYear`]). Here that becomes a list of
//! changes to the text, and what to tell the one who goes on with the file.

mod deadlines;

use std::path::{Path as FilePath, PathBuf};

use chrono::{Datelike, NaiveDate};

use crate::checks::typed_numbers;
use crate::facts::Facts;
use crate::finding::Finding;
use crate::measures::{CARRIED_IN, CARRIED_OUT};
use crate::swedish::grouped;
use crate::yaml::edit::{Comments, Edits, Path, RawText, Tree, with_comment_behind};
use crate::yaml::{Entry, Node, Value};
use crate::year_file::presence::{NextYear, RecordField};
use crate::year_file::review::{checksums, readable_parts};
use crate::year_file::{Loaded, YearFile};

pub use deadlines::{Deadline, deadlines};

/// A change to a year file's text. Paths are written as in findings:
/// `ärende.underskrifter[0].namn`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A value moves on by a year.
    Shift {
        /// Where it stands.
        path: String,
        /// What it was.
        from: String,
        /// What it becomes.
        to: String,
    },
    /// A field goes.
    Clear {
        /// Where it stands.
        path: String,
        /// What it was, on a line.
        was: String,
    },
    /// A value follows from another that this year's file has.
    Carry {
        /// Where it is to stand.
        path: String,
        /// What it is.
        value: String,
        /// Where it comes from, as a comment beside it.
        comment: String,
    },
}

/// The numbers that are typed in a text: next year they may be others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedNumbers {
    /// The text's place.
    pub path: String,
    /// Where the text begins, in bytes.
    pub start: usize,
    /// The numbers as they are written, each once.
    pub numbers: Vec<String>,
}

/// What becomes of a year file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// The year of the new file.
    pub year: i32,
    /// The changes, in the order of the file.
    pub steps: Vec<Step>,
    /// The numbers and years that are typed in texts, each text with its place and where it
    /// stands in this year's file.
    pub typed: Vec<TypedNumbers>,
    /// The places of what stays and has to be read.
    pub unread: Vec<String>,
    /// The days by which the new file's papers are to be in.
    pub deadlines: Vec<Deadline>,
}

impl Plan {
    /// The text of the new file.
    ///
    /// # Errors
    /// A finding when one of the changes can't be made without touching anything else.
    pub fn apply(&self, text: &RawText) -> Result<RawText, Box<Finding>> {
        let mut edits = Edits::new();
        for step in &self.steps {
            edits = match step {
                Step::Shift { path, to, .. } => edits.set(path.as_str(), Tree::word(to)),
                Step::Clear { path, .. } => edits.remove(path.as_str(), Comments::Stay),
                Step::Carry { path, value, .. } => edits.set(path.as_str(), Tree::word(value)),
            };
        }
        let mut text = edits.apply(text)?;
        if !self.unread.is_empty() {
            // What is unread is what the new file has, with a part gone or moved on.
            let root = &text.read().0;
            let noted = self.unread.iter().filter_map(|place| {
                let node = root.as_ref()?.value_at(place)?;
                Some((place.clone(), Tree::text(checksums(node))))
            });
            let noted = Tree::group(noted);
            text = Edits::new().set(Path::default().and(CARRIED_OVER), noted).apply(&text)?;
        }
        for step in &self.steps {
            let Step::Carry { path, comment, .. } = step else { continue };
            let root = &text.read().0;
            if let Some(path) = root.as_ref().and_then(|root| Path::typed(path, root)) {
                text = with_comment_behind(&text, &path, comment);
            }
        }
        Ok(text)
    }
}

/// The key of what has come along.
const CARRIED_OVER: &str = "från_året_före";

/// The next year's file beside one: its name has the new year in the place of the old one, or else behind it.
#[must_use]
pub fn name_of_next(path: &FilePath, year: i32) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let end = path.extension().map(|end| format!(".{}", end.to_string_lossy()));
    let old = (year - 1).to_string();
    let stem = match stem.rfind(&old) {
        Some(at) => format!("{}{year}{}", &stem[..at], &stem[at + old.len()..]),
        None => format!("{stem}-{year}"),
    };
    path.with_file_name(stem + end.as_deref().unwrap_or_default())
}

/// Works out what becomes of a year file; nothing when it can't be read at all.
#[must_use]
pub fn plan(loaded: &Loaded, facts: &Facts) -> Option<Plan> {
    let (root, year_file) = (loaded.root.as_deref()?, loaded.year_file.as_ref()?);
    let year = *year_file.year.known()? + 1;
    let mut plan = Plan { year, deadlines: deadlines(year), ..Plan::default() };
    plan.record("", None, root, YearFile::FIELDS);
    plan.carry(root, year_file, facts);
    Some(plan)
}

impl Plan {
    /// The fields of a record, in the order of the file.
    fn record(&mut self, path: &str, list: Option<&Node>, node: &Node, fields: &[RecordField]) {
        for entry in node.entries().unwrap_or_default() {
            // A key that is no field's is an error in the file as it is.
            let Some(field) = fields.iter().find(|field| field.key == entry.key.as_str()) else {
                continue;
            };
            let path = join(path, field.key);
            match field.next_year.unwrap_or(NextYear::Keep) {
                NextYear::Keep => {}
                NextYear::Clear => self.clear(path, entry),
                NextYear::Shift => self.shift(path, &entry.value),
                NextYear::Review => self.review(&path, list, &entry.value),
                NextYear::Inside => self.inside(&path, &entry.value, field.inner),
            }
        }
    }

    fn inside(&mut self, path: &str, node: &Node, fields: &[RecordField]) {
        match &node.value {
            Value::Sequence(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.record(&format!("{path}[{index}]"), Some(node), item, fields);
                }
            }
            _ => self.record(path, None, node, fields),
        }
    }

    fn clear(&mut self, path: String, entry: &Entry) {
        self.steps.push(Step::Clear { path, was: on_a_line(&entry.value) });
    }

    fn shift(&mut self, path: String, node: &Node) {
        let Value::Scalar(scalar) = &node.value else { return };
        let from = scalar.text.trim();
        if let Some(to) = a_year_later(from) {
            self.steps.push(Step::Shift { path, from: from.to_owned(), to });
        }
    }

    /// What stays until somebody has read it. Texts are read one by one, and so are the
    /// items of a list; a field of an item is read with the item.
    fn review(&mut self, path: &str, list: Option<&Node>, node: &Node) {
        if let Some(list) = list {
            let path = path.rsplit_once('[').map_or(path, |(list, _)| list);
            self.unread(path.to_owned(), list);
        } else if path == TEXTS {
            for entry in node.entries().unwrap_or_default() {
                self.unread(join(TEXTS, &entry.key), &entry.value);
            }
        } else {
            self.unread(path.to_owned(), node);
        }
    }

    fn unread(&mut self, path: String, node: &Node) {
        if readable_parts(node).is_empty() || self.unread.contains(&path) {
            return;
        }
        let texts = texts_in(node);
        let numbers: Vec<String> = texts.iter().flat_map(|text| typed_numbers(text)).collect();
        if !numbers.is_empty() {
            self.typed.push(TypedNumbers { path: path.clone(), start: node.span.start, numbers });
        }
        self.unread.push(path);
    }

    /// What follows from this year's figures.
    fn carry(&mut self, root: &Node, year_file: &YearFile, facts: &Facts) {
        let reported = self.year - 1;
        // At the end of the year, however few they are: the next file masks them itself.
        let given = year_file.figures(0).and_then(|year| {
            let measure = crate::measures::Measure::of_key(CARRIED_OUT)?;
            Some(measure.value(year)?.count)
        });
        let followed = || facts.figure(CARRIED_OUT)?.current()?.exact();
        if let Some(count) = given.or_else(followed) {
            self.steps.push(Step::Carry {
                path: format!("statistik.{}.{CARRIED_IN}", self.year),
                value: grouped(count),
                comment: format!("utgående {reported}"),
            });
        }
        let posts = ["verksamhet.årsanställningar", "verksamhet.sökta_årsanställningar"];
        let [this_year, applied] = posts.map(|path| root.value_at(path).and_then(scalar));
        if let (Some(this_year), Some(applied)) = (this_year, applied)
            && this_year != applied
        {
            self.steps.push(Step::Carry {
                path: posts[0].to_owned(),
                value: applied.to_owned(),
                comment: format!("söktes för {}", self.year),
            });
        }
    }
}

/// The texts of several words in a value.
fn texts_in(node: &Node) -> Vec<&str> {
    match &node.value {
        Value::Scalar(scalar) => {
            let is_text = scalar.text.split_whitespace().nth(2).is_some();
            is_text.then_some(scalar.text.as_str()).into_iter().collect()
        }
        Value::Sequence(items) => items.iter().flat_map(texts_in).collect(),
        Value::Mapping(entries) => {
            entries.iter().flat_map(|entry| texts_in(&entry.value)).collect()
        }
        Value::Null | Value::Reported => Vec::new(),
    }
}

/// The key of the texts.
const TEXTS: &str = "texter";

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn scalar(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Scalar(scalar) => Some(scalar.text.trim()),
        _ => None,
    }
}

/// A year or a date a year later; 29 February becomes the 28th.
fn a_year_later(text: &str) -> Option<String> {
    if let Ok(year) = text.parse::<i32>() {
        return Some((year + 1).to_string());
    }
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    let year = date.year() + 1;
    let later = date.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, date.month(), 28))?;
    Some(later.format("%Y-%m-%d").to_string())
}

/// A value on a line: a scalar as it is, or how many there are of something.
fn on_a_line(node: &Node) -> String {
    match &node.value {
        Value::Scalar(scalar) => crate::finding::shorten(&scalar.text),
        Value::Sequence(items) => format!("{} rader", items.len()),
        Value::Mapping(entries) => {
            let line =
                |entry: &Entry| format!("{}: {}", entry.key.as_str(), on_a_line(&entry.value));
            entries.iter().map(line).collect::<Vec<_>>().join(", ")
        }
        Value::Null | Value::Reported => String::new(),
    }
}

#[cfg(test)]
mod tests;
