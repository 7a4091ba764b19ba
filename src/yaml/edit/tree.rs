//! Values without places: what an edit puts into a file, and what a file must hold after
//! one.

use std::fmt;

use super::Path;
use super::path::Step;
use super::steps::Primitive;
use crate::yaml::{Node, Value, build::composed};

/// A value to write, or one that has been read, apart from where and how it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tree {
    /// Nothing behind the colon or the dash.
    Nothing,
    /// A figure, a date, ja or nej: written without quotation marks where YAML allows it.
    Word(String),
    /// A text. What another program would take for a figure, a date or a yes is written
    /// within quotation marks.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// Keys with values.
    Group(Vec<(String, Tree)>),
    /// What could not be read. It is never written.
    Unreadable,
}

impl Tree {
    /// A figure, a date, ja or nej.
    #[must_use]
    pub fn word(text: impl fmt::Display) -> Self {
        Self::Word(one_kind_of_break(&format!("{text}")))
    }

    /// A text; lines may end as in Windows.
    #[must_use]
    pub fn text(text: impl AsRef<str>) -> Self {
        Self::Text(one_kind_of_break(text.as_ref()))
    }

    /// Keys with values.
    #[must_use]
    pub fn group<K: Into<String>>(entries: impl IntoIterator<Item = (K, Self)>) -> Self {
        Self::Group(
            entries.into_iter().map(|(key, value)| (composed(&key.into()), value)).collect(),
        )
    }

    /// A list.
    #[must_use]
    pub fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Self::List(items.into_iter().collect())
    }

    /// The value that a node holds.
    #[must_use]
    pub fn of(node: &Node) -> Self {
        match &node.value {
            Value::Null => Self::Nothing,
            Value::Scalar(scalar) => Self::Text(scalar.text.clone()),
            Value::Sequence(items) => Self::List(items.iter().map(Self::of).collect()),
            Value::Mapping(entries) => {
                let entry =
                    |entry: &crate::yaml::Entry| (entry.key.to_string(), Self::of(&entry.value));
                Self::Group(entries.iter().map(entry).collect())
            }
            Value::Reported => Self::Unreadable,
        }
    }

    /// Whether two values say the same, in the same order.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Word(a) | Self::Text(a), Self::Word(b) | Self::Text(b)) => is_same_text(a, b),
            (Self::Nothing, Self::Nothing) | (Self::Unreadable, Self::Unreadable) => true,
            (Self::List(a), Self::List(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.says_the_same(b))
            }
            (Self::Group(a), Self::Group(b)) => {
                let alike = |((k, a), (l, b)): (&(String, Self), &(String, Self))| {
                    is_same_text(k, l) && a.says_the_same(b)
                };
                a.len() == b.len() && a.iter().zip(b).all(alike)
            }
            _ => false,
        }
    }

    /// The text of a scalar.
    #[must_use]
    pub fn scalar(&self) -> Option<&str> {
        match self {
            Self::Word(text) | Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether there is no part of it that has to be written by itself.
    pub(super) fn is_empty_collection(&self) -> bool {
        match self {
            Self::List(items) => items.is_empty(),
            Self::Group(entries) => entries.is_empty(),
            _ => false,
        }
    }

    /// The value at the end of a path.
    pub(super) fn at(&mut self, path: &Path) -> Option<&mut Self> {
        let mut tree = self;
        for step in &path.0 {
            tree = match (tree, step) {
                (Self::Group(entries), Step::Key(key)) => {
                    &mut entries.iter_mut().find(|(known, _)| known == key)?.1
                }
                (Self::List(items), Step::Item(index)) => items.get_mut(*index)?,
                _ => return None,
            };
        }
        Some(tree)
    }

    /// What the tree has become when a change has been made; nothing when the change
    /// can't be.
    pub(super) fn after(mut self, change: &Primitive) -> Option<Self> {
        match change {
            Primitive::Put { at, value } => *self.at(at)? = value.clone(),
            Primitive::Insert { into, index, key, value, .. } => match (self.at(into)?, key) {
                (Self::Group(entries), Some(key)) if *index <= entries.len() => {
                    entries.insert(*index, (key.clone(), value.clone()));
                }
                (Self::List(items), None) if *index <= items.len() => {
                    items.insert(*index, value.clone());
                }
                _ => return None,
            },
            Primitive::Remove { from, index, .. } => match self.at(from)? {
                Self::Group(entries) if *index < entries.len() => drop(entries.remove(*index)),
                Self::List(items) if *index < items.len() => drop(items.remove(*index)),
                _ => return None,
            },
            Primitive::Rename { within, index, key } => match self.at(within)? {
                Self::Group(entries) => entries.get_mut(*index)?.0.clone_from(key),
                _ => return None,
            },
            Primitive::Move { within, from, to } => match self.at(within)? {
                Self::Group(entries) if (*from).max(*to) < entries.len() => {
                    let entry = entries.remove(*from);
                    entries.insert(*to, entry);
                }
                Self::List(items) if (*from).max(*to) < items.len() => {
                    let item = items.remove(*from);
                    items.insert(*to, item);
                }
                _ => return None,
            },
        }
        Some(self)
    }
}

/// Whether two texts are the same when their letters are composed.
fn is_same_text(one: &str, other: &str) -> bool {
    one == other || composed(one) == composed(other)
}

/// YAML knows one kind of line break within a text.
fn one_kind_of_break(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
