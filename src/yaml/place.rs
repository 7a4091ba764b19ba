//! From a place in a scalar's text back to its place in the file.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{canonical_combining_class, compose};

use super::Scalar;
use super::escape;
use crate::source::{Source, Span};

/// Where a range of a scalar's text was written.
///
/// Whoever asks for many places in one scalar makes a [`ScalarPlaces`] once.
#[must_use]
pub fn place_in_scalar(source: &Source, scalar_span: &Span, scalar: &Scalar, range: Span) -> Span {
    ScalarPlaces::new(source, scalar_span, scalar).place(&range)
}

/// Which place in the file every place in a scalar's text comes from.
///
/// The text is what YAML makes of what was written: lines are joined, indentation and
/// quotation marks are gone, escapes are undone, and letters written as two characters
/// are one (NFC). Both are walked through once, side by side.
pub struct ScalarPlaces {
    scalar_span: Span,
    turns: Vec<Turn>,
    /// How much of the text was found in the file, and where that ends there.
    end: (usize, usize),
}

/// Where text and file stop going side by side.
#[derive(Debug, Clone, Copy)]
struct Turn {
    /// From this byte of the text on …
    text: usize,
    /// … the file's bytes are those from this one on, counted from the scalar's start.
    written: usize,
    /// Where in the file a range ends that ends with the byte before.
    end: usize,
}

impl ScalarPlaces {
    /// The places of a scalar that was written at a span.
    #[must_use]
    pub fn new(source: &Source, scalar_span: &Span, scalar: &Scalar) -> Self {
        let mut walk = Walk::new(source.slice(scalar_span), &scalar.text);
        while walk.step() {}
        Self {
            scalar_span: scalar_span.clone(),
            end: (walk.text_at, walk.written_at),
            turns: walk.turns,
        }
    }

    /// Where a range of the text was written; the whole scalar when that can't be told.
    #[must_use]
    pub fn place(&self, range: &Span) -> Span {
        let first = self.scalar_span.start;
        // The line feed that ends a text is not part of what was written.
        match (self.start(range.start), self.end(range.end.min(self.end.0))) {
            (Some(start), Some(end)) if start <= end => first + start..first + end,
            _ => self.scalar_span.clone(),
        }
    }

    fn start(&self, byte: usize) -> Option<usize> {
        if byte >= self.end.0 {
            return (byte == self.end.0).then_some(self.end.1);
        }
        let next = self.turns.partition_point(|turn| turn.text <= byte);
        let turn = self.turns.get(next.checked_sub(1)?)?;
        Some(turn.written + byte - turn.text)
    }

    /// A range ends behind its last character, before what may have been skipped there.
    fn end(&self, byte: usize) -> Option<usize> {
        let next = self.turns.partition_point(|turn| turn.text < byte);
        if let Some(turn) = self.turns.get(next).filter(|turn| turn.text == byte) {
            return Some(turn.end);
        }
        self.start(byte)
    }
}

/// A walk through what was written and the text that YAML made of it.
struct Walk<'t> {
    written: &'t str,
    text: &'t str,
    written_at: usize,
    text_at: usize,
    turns: Vec<Turn>,
    quote: Option<char>,
}

impl<'t> Walk<'t> {
    fn new(written: &'t str, text: &'t str) -> Self {
        let first = written.chars().next();
        let (written_at, quote) = match first {
            Some('"' | '\'') => (1, first),
            _ => (header(written), None),
        };
        let mut walk = Self { written, text, written_at, text_at: 0, turns: Vec::new(), quote };
        walk.turn();
        if quote.is_none() {
            walk.skip_space();
        }
        walk
    }

    /// Goes on by a character or a stretch of white space; not at the end, nor where the
    /// two don't agree.
    fn step(&mut self) -> bool {
        let (written, text) = (&self.written[self.written_at..], &self.text[self.text_at..]);
        let (Some(here), Some(wanted)) = (written.chars().next(), text.chars().next()) else {
            return false;
        };
        match (here, self.quote) {
            ('\\', Some('"')) => return self.escape(),
            ('\'', Some('\'')) => return self.pair(wanted),
            _ => {}
        }
        if is_space(here) {
            self.space(is_space(wanted));
            return true;
        }
        let length = character(written);
        if length == here.len_utf8() && here == wanted {
            self.advance(length, length);
            return true;
        }
        let composed: String = written[..length].nfc().collect();
        let is_same = text.starts_with(&composed);
        if is_same {
            self.turn();
            self.advance(length, composed.len());
            self.turn();
        }
        is_same
    }

    fn advance(&mut self, written: usize, text: usize) {
        self.written_at += written;
        self.text_at += text;
    }

    /// Remembers that here the text goes on at another distance than before.
    fn turn(&mut self) {
        self.turn_after(self.written_at);
    }

    /// The same, when what has been skipped began at a byte.
    fn turn_after(&mut self, end: usize) {
        let here = self.text_at;
        let end = self.turns.pop_if(|last| last.text == here).map_or(end, |last| last.end);
        self.turns.push(Turn { text: here, written: self.written_at, end });
    }

    /// White space: the same in both up to where lines were joined or indentation was
    /// dropped, and the same again before what follows.
    fn space(&mut self, in_text: bool) {
        let written = run(&self.written[self.written_at..]);
        let text = if in_text { run(&self.text[self.text_at..]) } else { "" };
        if written == text {
            self.advance(written.len(), text.len());
            return;
        }
        let alike = |(a, b): &(u8, u8)| a == b;
        let same = written.bytes().rev().zip(text.bytes().rev()).take_while(alike).count();
        let end =
            if text.len() == same { self.written_at } else { self.written_at + written.len() };
        self.advance(written.len() - same, text.len() - same);
        self.turn_after(end);
        self.advance(same, same);
    }

    fn skip_space(&mut self) {
        // The first line of a block may itself begin with white space.
        let written = run(&self.written[self.written_at..]);
        let text = run(self.text);
        self.written_at += written.len().saturating_sub(text.len());
        self.turn();
    }

    fn escape(&mut self) -> bool {
        let (length, is_character) = escape::length(&self.written[self.written_at..]);
        let wanted = self.text[self.text_at..].chars().next().map_or(0, char::len_utf8);
        self.turn();
        self.advance(length, if is_character { wanted } else { 0 });
        self.turn();
        true
    }

    /// Two apostrophes stand for one; a single one ends the text.
    fn pair(&mut self, wanted: char) -> bool {
        let is_pair = wanted == '\'' && self.written[self.written_at..].starts_with("''");
        if is_pair {
            self.turn();
            self.advance(2, 1);
            self.turn();
        }
        is_pair
    }
}

/// How long the line is that a text after `|` or `>` begins with, when it is there.
fn header(written: &str) -> usize {
    let line = written.split_inclusive('\n').next().unwrap_or_default();
    let is_sign = |c: char| matches!(c, '+' | '-') || c.is_ascii_digit();
    let after = line.strip_prefix(['|', '>']).map(|rest| rest.trim_start_matches(is_sign).trim());
    let is_header = after.is_some_and(|after| after.is_empty() || after.starts_with('#'));
    if is_header { line.len() } else { 0 }
}

/// White space that YAML joins, drops or keeps; fixed spaces are text.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

/// The white space at the start of a text.
fn run(text: &str) -> &str {
    &text[..text.len() - text.trim_start_matches(is_space).len()]
}

/// How many bytes the first character takes with the marks that belong to it.
fn character(text: &str) -> usize {
    let mut characters = text.chars();
    let Some(mut letter) = characters.next() else { return 0 };
    let mut length = letter.len_utf8();
    for next in characters.take_while(|next| !next.is_ascii()) {
        let composed = compose(letter, next);
        if canonical_combining_class(next) == 0 && composed.is_none() {
            break;
        }
        letter = composed.unwrap_or(letter);
        length += next.len_utf8();
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{self, Value};

    fn placed(file: &str, wanted: &str) -> (usize, usize) {
        let source = Source::new("x.yaml", file);
        let (root, _) = yaml::read(&source);
        let node = root.as_ref().and_then(|root| root.get("t")).expect("the key is there");
        let Value::Scalar(scalar) = &node.value else { panic!("not a scalar") };
        let start = scalar.text.find(wanted).expect("the text has it");
        let span = place_in_scalar(&source, &node.span, scalar, start..start + wanted.len());
        assert_eq!(source.slice(&span).nfc().collect::<String>(), wanted.trim_end_matches('\n'));
        let position = source.position(span.start);
        (position.line, position.column)
    }

    #[test]
    fn literal_text_is_placed_exactly() {
        assert_eq!(placed("a: 1\nt: |\n  Först å.\n\n    In {{ x }}.\nb: 2\n", "{{ x }}"), (5, 8));
        assert_eq!(placed("t: |-\r\n  rad\r\n  {{ y }}\r\n", "{{ y }}"), (3, 3));
        assert_eq!(placed("t: |\n  a  b\n", "  "), (2, 4));
        assert_eq!(placed("t: |\n  a\n  b\n", "b\n"), (3, 3));
        assert_eq!(placed("t: |\n  | a | b |\n  |---|---|\n", "| a | b |"), (2, 3));
        assert_eq!(placed("t: |2\n    x\n  y\n", "y"), (3, 3));
    }

    #[test]
    fn other_styles_are_placed_by_their_characters() {
        assert_eq!(placed("t: >\n  a {{ x }}\n  b {{ x }}\n", "{{ x }}"), (2, 5));
        assert_eq!(placed("t: \"å {{ x }}\"\n", "{{ x }}"), (1, 7));
        assert_eq!(placed("t: plain\n  {{ x }} end\n", "{{ x }}"), (2, 3));
        assert_eq!(placed("t: 'it''s {{ x }}'\n", "{{ x }}"), (1, 11));
        assert_eq!(placed("t: \"a\\u00e5 \\\"b\\\" \\\n   {{ x }}\"\n", "{{ x }}"), (2, 4));
        assert_eq!(placed("t: a  \n\n\n   b\n   c\n", "c"), (5, 4));
    }

    #[test]
    fn decomposed_text_is_placed_where_it_was_written() {
        assert_eq!(placed("t: A\u{30a}ret i Malmo\u{308} {{ x }}\n", "{{ x }}"), (1, 19));
        assert_eq!(placed("t: |\n  a\n  fo\u{308}r a\u{30a}r\n", "år"), (3, 8));
        assert_eq!(placed("t: |\n  a\n  fo\u{308}r a\u{30a}r\n", "för"), (3, 3));
        assert_eq!(placed("t: \"o\u{308}\\u00e5 x\"\n", "x"), (1, 14));
        assert_eq!(placed("t: ö\u{323}\u{308}s x\n", "x"), (1, 9));
    }
}
