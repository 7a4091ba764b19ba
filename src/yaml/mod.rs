//! YAML with positions: a text becomes a tree in which every value knows where
//! it was written.
//!
//! The subset is the one a year file needs. Anchors, aliases, tags, several
//! documents in one file, and keys that are not plain words are findings, since a
//! handläggare who meets one has made a slip rather than a choice.

mod build;
mod characters;
mod decode;
pub mod edit;
mod escape;
mod kind;
mod misread;
mod parsed;
mod path;
mod place;
mod recover;
mod slip;
mod syntax;

use std::sync::Arc;

use crate::finding::Finding;
use crate::source::{Located, Source, Span};

pub use decode::decode;
pub(crate) use decode::windows_1252;
use decode::with_line_feeds;
pub(crate) use kind::kind_of;
pub use path::NoSuchPlace;
pub use place::{ScalarPlaces, place_in_scalar};

/// The largest year file that is read, in bytes.
pub const MAX_BYTES: usize = 1024 * 1024;

/// How deep values may nest. A year file needs five.
pub const MAX_DEPTH: usize = 32;

/// Reads a text as YAML.
///
/// Slips that leave a tree, such as duplicate keys and anchors, are findings beside it,
/// so that one run can report everything else as well. Where the text breaks the rules
/// of YAML, every group under a key in the first column is read by itself, and one that
/// can't be read has the value [`Value::Reported`]. The tree is missing when there is no
/// such key or the text is empty; the findings say why.
#[must_use]
pub fn read(source: &Arc<Source>) -> (Option<Node>, Vec<Finding>) {
    if let Some((at, character)) = characters::stray(&source.text) {
        let place = at..at + character.len_utf8();
        return (None, vec![characters::finding(source, place, character)]);
    }
    let (parsed, mut findings) = parsed::parsed(source);
    let whole = build::build(source, &parsed, 0..parsed.text.len());
    let Some(stopped) = whole.stopped else {
        findings.extend(whole.findings);
        if whole.root.is_none() {
            let empty = Finding::error("tom-fil", source, 0..0, "filen är tom");
            findings.push(empty.hint("Börja från ett av exemplen i mappen data."));
        }
        return (whole.root, findings);
    };
    let (root, found) = recover::read(source, &parsed);
    // What stops the whole is nearly always found again in a group.
    findings.extend(if found.is_empty() { vec![stopped] } else { found });
    (root, findings)
}

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// From the value's first byte to its last.
    pub span: Span,
    /// The value.
    pub value: Value,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing was written, or `null` or `~`.
    Null,
    /// Text, a number, a date: what it means is decided by the field's type.
    Scalar(Scalar),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys with values, in the order written. No key occurs twice.
    Mapping(Vec<Entry>),
    /// Something that has been reported as unreadable already.
    Reported,
}

/// A scalar as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// The text after YAML's own unquoting and unfolding, in Unicode's composed form
    /// (NFC).
    pub text: String,
    /// How it was written.
    pub style: Style,
}

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In quotes of either kind.
    Quoted,
    /// After `|`: line for line.
    Literal,
    /// After `>`: lines joined.
    Folded,
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key, in Unicode's composed form (NFC).
    pub key: Located<String>,
    /// The value.
    pub value: Node,
}

impl Entry {
    /// Where the last thing that is written in it ends.
    #[must_use]
    pub fn end(&self) -> usize {
        self.value.end().max(self.key.span.end)
    }
}

impl Node {
    /// Where the last thing that is written in it ends.
    fn end(&self) -> usize {
        match &self.value {
            Value::Mapping(entries) => entries.last().map_or(self.span.end, Entry::end),
            Value::Sequence(items) => items.last().map_or(self.span.end, Self::end),
            Value::Scalar(_) | Value::Null | Value::Reported => self.span.end,
        }
    }

    /// Whether two values are written alike, wherever they stand: also with the same quotation
    /// marks, which [`edit::Tree::says_the_same`] doesn't look at.
    #[must_use]
    pub fn is_alike(&self, other: &Self) -> bool {
        match (&self.value, &other.value) {
            (Value::Sequence(a), Value::Sequence(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.is_alike(b))
            }
            (Value::Mapping(a), Value::Mapping(b)) => {
                let alike =
                    |(a, b): (&Entry, &Entry)| *a.key == *b.key && a.value.is_alike(&b.value);
                a.len() == b.len() && a.iter().zip(b).all(alike)
            }
            // None of the others has places within.
            (a, b) => a == b,
        }
    }

    /// The entries, when the value is a mapping.
    #[must_use]
    pub fn entries(&self) -> Option<&[Entry]> {
        match &self.value {
            Value::Mapping(entries) => Some(entries),
            _ => None,
        }
    }

    /// The value under a key, when the value is a mapping that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries()?.iter().find(|entry| *entry.key == key).map(|entry| &entry.value)
    }

    /// The path to the innermost value that covers a byte, such as
    /// `statistik.2025.klienter` or `ärende.underskrifter[0].namn`.
    #[must_use]
    pub fn path_at(&self, byte: usize) -> String {
        let mut path = String::new();
        self.walk_to(byte, |step| match step {
            Step::Entry(entry) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&entry.key);
            }
            Step::Item(index) => path.extend(["[", &index.to_string(), "]"]),
        });
        path
    }

    /// The innermost entry that covers a byte, key or value.
    #[must_use]
    pub fn entry_at(&self, byte: usize) -> Option<&Entry> {
        let mut found = None;
        self.walk_to(byte, |step| {
            if let Step::Entry(entry) = step {
                found = Some(entry);
            }
        });
        found
    }

    fn walk_to<'n>(&'n self, byte: usize, mut visit: impl FnMut(Step<'n>)) {
        let mut node = self;
        loop {
            let next = match &node.value {
                Value::Mapping(entries) => entries
                    [..entries.partition_point(|entry| entry.key.span.start <= byte)]
                    .last()
                    .filter(|entry| byte < entry.value.span.end.max(entry.key.span.end))
                    .map(|entry| (Step::Entry(entry), &entry.value)),
                Value::Sequence(items) => items
                    [..items.partition_point(|item| item.span.start <= byte)]
                    .iter()
                    .enumerate()
                    .next_back()
                    .filter(|(_, item)| byte < item.span.end)
                    .map(|(index, item)| (Step::Item(index), item)),
                Value::Null | Value::Scalar(_) | Value::Reported => None,
            };
            let Some((step, inner)) = next else { return };
            visit(step);
            node = inner;
        }
    }
}

/// A step inwards in a tree.
enum Step<'n> {
    Entry(&'n Entry),
    Item(usize),
}
