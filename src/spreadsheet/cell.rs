//! What stands in a cell.

use unicode_normalization::UnicodeNormalization as _;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What stands there.
    pub content: Content,
    /// Whether a formula has given it.
    pub is_formula: bool,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A number, to the letter as the file has it: what is not exactly a whole number is
    /// seen.
    Number(String, Form),
    /// A text.
    Text(String),
    /// True or false.
    Boolean(bool),
    /// What a formula that fails gives: `#DIV/0!`.
    Error(String),
    /// The file has a formula and not what it comes to.
    NoResult,
}

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// As a number.
    #[default]
    Plain,
    /// As per cent: 0.075 is shown as 7,5 %.
    Percent,
    /// As a date or a time, by which days the file counts from.
    Date,
}

impl Cell {
    /// A text that somebody has written.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { content: Content::Text(text.into()), is_formula: false }
    }

    /// Whether nothing is to be seen in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        matches!(&self.content, Content::Text(text) if text.chars().all(is_space))
    }

    /// The cell's words, where they are a name or a heading; a number counts as one.
    #[must_use]
    pub fn as_name(&self) -> Option<String> {
        match &self.content {
            Content::Text(text) => {
                let words: Vec<&str> =
                    text.split(is_space).filter(|word| !word.is_empty()).collect();
                let name = words.join(" ");
                (!name.is_empty()).then(|| name.nfc().collect())
            }
            Content::Number(written, Form::Plain) => Some(written.clone()),
            _ => None,
        }
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}
