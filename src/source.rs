//! A text that findings point into: a year file, a template, a profile.

use std::fmt;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

/// A range of bytes in a [`Source`].
pub type Span = Range<usize>;

/// A named text.
#[derive(Debug)]
pub struct Source {
    /// The name, usually the path as it was given; shown by way of
    /// [`printable`].
    pub name: String,
    /// The text, without a byte order mark.
    pub text: String,
    /// Where every line starts, worked out when it is first asked for.
    line_starts: OnceLock<Vec<usize>>,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        // Findings about one text share it.
        std::ptr::eq(self, other) || (self.name == other.name && self.text == other.text)
    }
}

impl Eq for Source {}

/// A place in a text as an editor shows it: line and column, both from 1, the
/// column counted in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl Source {
    /// A text and its name.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { name: name.into(), text: text.into(), line_starts: OnceLock::new() })
    }

    /// Where a byte stands. A byte past the end, or inside a character, counts as
    /// the nearest one before.
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        let before = self.up_to(byte);
        let starts = self.line_starts();
        let line = starts.partition_point(|start| *start <= before.len());
        let line_start = starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        Position { line, column: before[line_start..].chars().count() + 1 }
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let newlines = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(newlines.map(|(at, _)| at + 1)).collect()
        })
    }

    /// The text of a span, or nothing where the span lies outside the text.
    #[must_use]
    pub fn slice(&self, span: &Span) -> &str {
        self.text.get(span.clone()).unwrap_or("")
    }

    fn up_to(&self, byte: usize) -> &str {
        let mut end = byte.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        &self.text[..end]
    }
}

/// A text such as a file's name, fit to be shown in a line on a terminal: what would
/// steer the terminal, end the line or turn the writing direction is shown by its number.
#[must_use]
pub fn printable(text: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let shown = |c| {
        if steers(c) { format!("<U+{:04X}>", u32::from(c)) } else { String::from(c) }
    };
    text.chars().map(shown).collect()
}

/// A value and where it was written.
///
/// A value that had to be there but could not be read has a stand-in, so that the
/// rest can still be looked at. A stand-in means nothing: whoever looks at it is noted
/// ([`Unread`]), and what follows from it is not said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    value: T,
    /// Where it stands; nowhere, for a stand-in.
    pub span: Span,
    unread: Option<Unread>,
}

impl<T> Located<T> {
    /// A value at a place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span, unread: None }
    }

    /// What stands in for a value that could not be read.
    pub fn stand_in(value: T, unread: &Unread) -> Self {
        Self { value, span: 0..0, unread: Some(unread.clone()) }
    }

    /// The value, unless it could not be read. Asking is not looking at a stand-in.
    pub fn known(&self) -> Option<&T> {
        self.unread.is_none().then_some(&self.value)
    }
}

impl<T> std::ops::Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        if let Some(unread) = &self.unread {
            unread.note();
        }
        &self.value
    }
}

impl<T: fmt::Display> fmt::Display for Located<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::fmt(self, f)
    }
}

/// Whether any of the stand-ins in one year file has been looked at.
///
/// All clones are about the same file. Equal to any other, so that two values are
/// compared by what they are.
#[derive(Debug, Clone, Default)]
pub struct Unread(Arc<AtomicBool>);

impl Unread {
    fn note(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Begins anew: what has been looked at before doesn't count.
    pub fn reset(&self) {
        self.0.store(false, Ordering::Relaxed);
    }

    /// Whether a stand-in has been looked at since the last time someone asked.
    #[must_use]
    pub fn was_looked_at(&self) -> bool {
        self.0.swap(false, Ordering::Relaxed)
    }
}

impl PartialEq for Unread {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Unread {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = Source::new("x", "år: 1\nförvaltning: å\n");
        let place = source.text.find('å').expect("it is there");
        assert_eq!(source.position(place), Position { line: 1, column: 1 });
        let last = source.text.rfind('å').expect("it is there");
        assert_eq!(source.position(last), Position { line: 2, column: 14 });
        assert_eq!(source.position(9999), Position { line: 3, column: 1 });
    }

    #[test]
    fn what_would_steer_a_terminal_is_shown_by_its_number() {
        assert_eq!(printable("\u{1b}[31mfall\n.yaml"), "<U+001B>[31mfall<U+000A>.yaml");
        assert_eq!(printable("lamy\u{202e}å.yaml\u{9b}"), "lamy<U+202E>å.yaml<U+009B>");
        assert_eq!(
            printable("Norra innerstaden\u{a0}2025.yaml"),
            "Norra innerstaden\u{a0}2025.yaml"
        );
    }
}
