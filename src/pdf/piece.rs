//! Pieces of running text as they are set: where it may be hyphenated and what stays
//! together is decided.

use crate::document::Inline;

/// Where a line may end inside a word, in the text of a piece. It becomes a place to end a
/// line, so that it is not found in the paper; no text has it before (`osynligt-tecken`).
pub const MARK: char = '\u{200b}';

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text that takes no hyphens.
    Text(String),
    /// The syllables of a long word before which a hyphen may stand.
    Breakable(String),
    /// A typed hyphen of running text.
    Hyphen,
    /// Text that stays on one line.
    Together(Vec<Piece>),
    /// Bold.
    Strong(Vec<Piece>),
    /// Italic.
    Emphasis(Vec<Piece>),
    /// A link to an address outside the paper.
    Link {
        /// The address.
        url: String,
        /// The text that is shown.
        text: Vec<Piece>,
    },
    /// A line break inside a paragraph.
    Break,
}

impl Piece {
    /// The pieces of text that is set as it is, but for what `text` makes of the words.
    pub fn of(inlines: &[Inline], text: &mut dyn FnMut(&str, &mut Vec<Self>)) -> Vec<Self> {
        let mut pieces = Vec::with_capacity(inlines.len());
        for inline in inlines {
            match inline {
                Inline::Text(words) => text(words, &mut pieces),
                Inline::Strong(inner) => pieces.push(Self::Strong(Self::of(inner, text))),
                Inline::Emphasis(inner) => pieces.push(Self::Emphasis(Self::of(inner, text))),
                Inline::Link { url, text: shown } => {
                    pieces.push(Self::Link { url: url.clone(), text: Self::of(shown, text) });
                }
                Inline::Break => pieces.push(Self::Break),
            }
        }
        pieces
    }

    /// The pieces of text that is set as it is.
    pub fn plain(inlines: &[Inline]) -> Vec<Self> {
        Self::of(inlines, &mut |words, pieces| pieces.push(Self::Text(words.to_owned())))
    }

    /// What a piece of literal text says.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Breakable(text) => Some(text),
            Self::Hyphen => Some("-"),
            _ => None,
        }
    }
}
