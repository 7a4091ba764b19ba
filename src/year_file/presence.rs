//! When a key has to be there: always, never, or when a paper is made that shows what is
//! written under it.

use super::read::{Path, Read};
use crate::source::{Source, Span};
use crate::yaml::Entry;

/// When a record must have a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Always.
    Always,
    /// When a paper is made that shows what is written there. These are the names under
    /// which templates ask for it.
    WhenShown(&'static [&'static str]),
    /// When a paper is made that shows the group that it is a part of, under one of these
    /// names, also where the paper asks first whether there is one: half of it is not shown.
    WithGroup(&'static [&'static str]),
    /// Never.
    Optional,
}

/// A key of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordField {
    /// The key.
    pub key: &'static str,
    /// When it must be there.
    pub presence: Presence,
    /// What becomes of it in the next year's file; nothing for a record of another file.
    pub next_year: Option<NextYear>,
    /// The fields of the record under it, or of each item of the list; none when it is
    /// neither.
    pub inner: &'static [RecordField],
}

/// What becomes of a field in the next year's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextYear {
    /// It stays as it is: who the kommun is, and where the service works.
    Keep,
    /// It moves on by a year.
    Shift,
    /// It goes, since it belongs to its year: an amount, a number, a date. A paper that
    /// needs it asks for it.
    Clear,
    /// It stays until somebody has read whether it still holds.
    Review,
    /// Each of the fields in it says for itself.
    Inside,
}

/// A field that is left out, as it may be when no paper is made that shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The way to it.
    pub path: Path,
    /// The names under which templates ask for it.
    pub names: &'static [&'static str],
    /// Where it belongs.
    pub place: MissingPlace,
    /// Whether a paper needs it that asks for one of the names at all
    /// ([`Presence::WithGroup`]).
    pub is_in_group: bool,
}

/// Where a key that is missing belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingPlace {
    /// The key or list item that it belongs under; at the top of a file an empty place, at
    /// the end of what it comes after.
    pub span: Span,
    /// The key at the top of the file that it comes after.
    pub after: Option<String>,
    /// Whether it belongs at the top of the file.
    pub is_at_the_top: bool,
    /// Where it belongs in a group within braces: what has to stand before it there.
    pub in_braces: Option<&'static str>,
}

impl MissingPlace {
    /// The place of a key under another key or in a list item, among others.
    #[must_use]
    pub fn under(source: &Source, span: Span, entries: &[Entry]) -> Self {
        let in_braces = is_in_braces(source, &span).then(|| {
            let behind = |entry: &Entry| source.text.get(entry.end()..).unwrap_or_default();
            let last = entries.last().map(behind);
            let ends_with_comma = last.is_some_and(|rest| rest.trim_start().starts_with(','));
            if last.is_none() || ends_with_comma { "" } else { ", " }
        });
        Self { span, after: None, is_at_the_top: false, in_braces }
    }

    /// The place of a key among those at the top of a file: after the last of those that
    /// are declared before it.
    #[must_use]
    pub fn among(source: &Source, entries: &[Entry], fields: &[RecordField], key: &str) -> Self {
        let before = fields.iter().take_while(|field| field.key != key);
        let before: Vec<&str> = before.map(|field| field.key).collect();
        let is_before = |entry: &&Entry| before.contains(&entry.key.as_str());
        let after = entries.iter().rev().find(is_before);
        // A block of text ends with the line after it.
        let written = source.slice(&(0..after.map_or(0, Entry::end)));
        let end = written.trim_end().len();
        let after = after.map(|entry| entry.key.to_string());
        Self { span: end..end, after, is_at_the_top: true, in_braces: None }
    }
}

/// Whether a group is written within braces, that stands under a key or is a list's item.
fn is_in_braces(source: &Source, span: &Span) -> bool {
    if source.slice(span).starts_with('{') {
        return true;
    }
    let behind = source.text.get(span.end..).unwrap_or_default().trim_start();
    behind.strip_prefix(':').is_some_and(|value| value.trim_start().starts_with('{'))
}

/// When a record must have a key for a type that says so itself.
#[must_use]
pub const fn presence<T: Read>() -> Presence {
    if T::REQUIRED { Presence::Always } else { Presence::Optional }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::year_file::YearFile;

    /// A field that nobody has thought about would come along with last year's value.
    #[test]
    fn every_field_says_what_becomes_of_it_next_year() {
        fn walk(path: &str, fields: &[RecordField], seen: &mut usize) {
            for field in fields {
                let path = format!("{path}.{}", field.key);
                let next = field.next_year;
                assert!(next.is_some(), "{path} has no word after its key");
                let is_record = !field.inner.is_empty();
                assert!(is_record || next != Some(NextYear::Inside), "{path} has nothing in it");
                *seen += 1;
                walk(&path, field.inner, seen);
            }
        }
        let mut seen = 0;
        walk("", YearFile::FIELDS, &mut seen);
        assert!(seen > 100, "only {seen} fields");
    }
}
