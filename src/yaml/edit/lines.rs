//! Lines, blank space and comments around the values of a text.

use crate::source::Span;

/// A place to change, and what it becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Splice {
    /// The place.
    pub span: Span,
    /// What stands there then.
    pub text: String,
}

impl Splice {
    /// What stands at a place becomes something else.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// Something comes in at a byte.
    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(at..at, text)
    }

    /// What stands at a place goes.
    pub fn delete(span: Span) -> Self {
        Self::replace(span, "")
    }
}

/// A text looked at line by line.
#[derive(Debug, Clone, Copy)]
pub struct Lines<'t>(pub &'t str);

impl<'t> Lines<'t> {
    /// Where the line that a byte stands on begins.
    pub fn start(self, at: usize) -> usize {
        self.0[..at].rfind('\n').map_or(0, |before| before + 1)
    }

    /// Where it ends, before its line break.
    pub fn end(self, at: usize) -> usize {
        let end = self.0[at..].find('\n').map_or(self.0.len(), |length| at + length);
        if end > at && self.0[..end].ends_with('\r') { end - 1 } else { end }
    }

    /// Where the next line begins; the end of the text when there is none.
    pub fn next(self, at: usize) -> usize {
        self.0[at..].find('\n').map_or(self.0.len(), |length| at + length + 1)
    }

    /// How many bytes stand before one on its line.
    pub fn column(self, at: usize) -> usize {
        at - self.start(at)
    }

    /// Whether only blank space stands before a byte on its line.
    pub fn is_first(self, at: usize) -> bool {
        self.0[self.start(at)..at].bytes().all(|byte| byte == b' ')
    }

    /// The line that a byte stands on, without its line break.
    pub fn at(self, at: usize) -> &'t str {
        &self.0[self.start(at)..self.end(at)]
    }

    /// Where the first byte is, from one on, that is neither blank space nor in a comment.
    pub fn skip(self, from: usize) -> usize {
        let bytes = self.0.as_bytes();
        let mut at = from;
        loop {
            match bytes.get(at) {
                Some(b' ' | b'\t' | b'\n' | b'\r') => at += 1,
                Some(b'#') => at = self.end(at),
                _ => return at,
            }
        }
    }

    /// The same, but not beyond the end of the line, and comments aren't passed over.
    pub fn skip_blanks(self, from: usize) -> usize {
        from + self.0[from..].bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
    }

    /// Whether nothing but blank space and a comment follows on the line.
    pub fn ends_after(self, at: usize) -> bool {
        let rest = self.0[at..self.end(at).max(at)].trim_start_matches([' ', '\t']);
        rest.is_empty() || rest.starts_with('#')
    }

    /// The column of the comment that is all that a line holds.
    pub fn comment_column(self, at: usize) -> Option<usize> {
        let line = self.at(at);
        let comment = line.trim_start_matches(' ');
        comment.starts_with('#').then(|| line.len() - comment.len())
    }

    /// Where the comments begin that stand right above a line, at a column, and not before
    /// a byte; the line itself when there are none.
    pub fn comments_above(self, line: usize, column: usize, not_before: usize) -> usize {
        let mut first = line;
        while first > not_before {
            let above = self.start(first - 1);
            if above < not_before || self.comment_column(above) != Some(column) {
                break;
            }
            first = above;
        }
        first
    }

    /// Where the last of the comments ends that go on below what ends at a byte, further in
    /// than a column; the end of its line when there are none.
    pub fn comments_below(self, at: usize, column: usize) -> usize {
        let mut end = self.end(at);
        loop {
            let below = self.next(end);
            let is_more = below > end
                && below < self.0.len()
                && self.comment_column(below).is_some_and(|comment| comment > column);
            if !is_more {
                return end;
            }
            end = self.end(below);
        }
    }

    /// Whether a line between two bytes is empty.
    pub fn has_empty_line(self, between: Span) -> bool {
        let text = self.0.get(between).unwrap_or_default();
        let whole = text
            .find('\n')
            .zip(text.rfind('\n'))
            .map(|(first, last)| &text[(first + 1).min(last + 1)..=last]);
        whole.unwrap_or_default().lines().any(|line| line.trim().is_empty())
    }
}
