//! When a key has to be there: always, never, or when a paper is made that shows what is
//! written under it.

use super::read::{Path, Read};
use crate::source::Span;

/// When a record must have a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Always.
    Always,
    /// When a paper is made that shows what is written there. These are the names under
    /// which templates ask for it.
    WhenShown(&'static [&'static str]),
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
    /// The place of the record that it belongs to.
    pub place: Span,
}

/// When a record must have a key for a type that says so itself.
#[must_use]
pub const fn presence<T: Read>() -> Presence {
    if T::REQUIRED { Presence::Always } else { Presence::Optional }
}
