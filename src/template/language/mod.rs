//! The language of texts and templates: a small part of the engine's, checked before
//! the engine sees a text.
//!
//! A text in a year file can ask for names and their parts, give them to the program's
//! own filters, and show something only `if` it is so or once `for` each row of a list.
//! Templates can also have sections, macros and a few filters more. Nothing reckons,
//! joins texts or calls what it likes, and everything has a bound, since the engine
//! itself sets none: it counts steps, not what a step costs.
//!
//! What the engine is given has the same length as what was typed, byte for byte, so
//! that places in one are places in the other.

mod described;
mod expression;
mod literal;
mod parser;
mod scope;
mod tag;
mod token;
mod walk;
mod wrong;

use super::filters;
use crate::source::Span;

pub(super) use described::chapter;
pub(super) use wrong::{Cause, Wrong};

/// Which of the two languages a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    /// A text of the year file.
    Text,
    /// A template.
    Template,
}

/// The tags of both languages, as a message lists them.
const TEXT_TAGS: [&str; 6] = ["if", "elif", "else", "endif", "for", "endfor"];

/// The tags that only templates have.
const OWN_TAGS: [&str; 6] = ["block", "endblock", "set", "from", "macro", "endmacro"];

impl Language {
    /// The most words and signs between two braces.
    const fn most_tokens(self) -> usize {
        match self {
            Self::Text => 60,
            Self::Template => 200,
        }
    }

    /// The most brackets and `not` inside each other.
    const fn deepest_expression(self) -> usize {
        match self {
            Self::Text => 4,
            Self::Template => 8,
        }
    }

    /// The most tags inside each other, and the most of them that are `for`.
    const fn deepest_tags(self) -> (usize, usize) {
        match self {
            Self::Text => (6, 2),
            Self::Template => (10, 3),
        }
    }

    /// The most `elif` that an `if` may have.
    const fn most_branches(self) -> usize {
        match self {
            Self::Text => 10,
            Self::Template => 20,
        }
    }

    /// The filters that there are.
    fn filters(self) -> impl Iterator<Item = &'static str> {
        let more: &[&str] = match self {
            Self::Text => &[],
            Self::Template => &filters::ENGINES_OWN,
        };
        filters::FILTERS.iter().map(|filter| filter.name).chain(more.iter().copied())
    }
}

/// The longest text between two tags of a macro, in bytes: what a macro makes is
/// gathered before it is counted.
const LONGEST_IN_MACRO: usize = 1_000;

/// A text as the engine is given it, what it asks for, and what is wrong with it.
#[derive(Debug, Default)]
pub(super) struct TextReading {
    /// The text, with names in composed letters and bullets as Markdown has them.
    pub(super) text: String,
    /// The names that it asks for and does not give itself, in the order written.
    pub(super) names: Vec<AskedName>,
    /// The macros that it calls, in the order written.
    pub(super) calls: Vec<AskedName>,
    /// The names whose being there it asks about, with `is defined` or `is undefined`.
    pub(super) tested: Vec<String>,
    /// The names, with all their parts, that it compares with something.
    pub(super) compared: Vec<AskedName>,
    /// What is not in the language, in the order written.
    pub(super) wrong: Vec<Wrong>,
}

/// A name that a text asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AskedName {
    /// The name and its parts, divided by full stops.
    pub(super) path: String,
    /// Where it stands.
    pub(super) span: Span,
}

/// Reads a text in one of the languages.
pub(super) fn read(text: &str, language: Language) -> TextReading {
    walk::Walker::new(text, language).read()
}

#[cfg(test)]
mod tests;
