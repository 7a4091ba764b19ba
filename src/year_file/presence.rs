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
}

impl MissingPlace {
    /// The place of a key under another key or in a list item.
    #[must_use]
    pub fn under(span: Span) -> Self {
        Self { span, after: None, is_at_the_top: false }
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
        Self { span: end..end, after, is_at_the_top: true }
    }
}

/// When a record must have a key for a type that says so itself.
#[must_use]
pub const fn presence<T: Read>() -> Presence {
    if T::REQUIRED { Presence::Always } else { Presence::Optional }
}
