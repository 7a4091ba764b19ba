//! What would put a finding right, as a change of the year file that a person can choose.

use crate::source::Span;

/// A change that does what a finding asks for. It is about what stands at the finding's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as a button says it.
    pub label: String,
    /// The change.
    pub change: FixChange,
}

/// What becomes of that which stands at a finding's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FixChange {
    /// Its key is another.
    Rename(String),
    /// It goes, with its key.
    Remove,
    /// It is this value.
    Set(String),
    /// Some words of the text are others.
    Words {
        /// Where the words stand, in bytes of the text's value.
        range: Span,
        /// The words that stand there.
        were: String,
        /// What comes in their place.
        are: String,
    },
}

impl Fix {
    /// The key that was most likely meant.
    #[must_use]
    pub fn rename(key: &str) -> Self {
        Self { label: format!("Byt till {key}"), change: FixChange::Rename(key.to_owned()) }
    }

    /// The value that was most likely meant, or that follows from others.
    #[must_use]
    pub fn set(value: &str) -> Self {
        Self { label: format!("Skriv {value}"), change: FixChange::Set(value.to_owned()) }
    }

    /// What stands there goes; `label` says what that leads to.
    #[must_use]
    pub fn remove(label: impl Into<String>) -> Self {
        Self { label: label.into(), change: FixChange::Remove }
    }

    /// Some words of a text, at a range of its value, become others.
    #[must_use]
    pub fn words(range: Span, were: &str, are: &str) -> Self {
        let label = format!("Byt ”{were}” mot {are}");
        let change = FixChange::Words { range, were: were.to_owned(), are: are.to_owned() };
        Self { label, change }
    }
}
