//! The objects that a PDF file is made of, and how they are written (ISO 32000-1, 7.2–7.3).

use std::ops::Range;

use super::{Unreadable, ascii};

/// How far objects may stand inside one another.
const MAX_DEPTH: usize = 48;

/// An object.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Object {
    Null,
    Boolean(bool),
    Integer(i64),
    Real(f64),
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Vec<Object>),
    Dictionary(Dictionary),
    /// Another object, by its number. Its generation makes no difference here.
    Reference(u32),
    /// A dictionary with data, by the place of the data in the file.
    Stream(Dictionary, Range<usize>),
    /// A word of the language itself, such as an operator.
    Keyword(Vec<u8>),
}

/// A dictionary, in the order of its keys. Most have few, and there may be many of them, so
/// that they are kept as small as they are.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Dictionary(Box<[(Vec<u8>, Object)]>);

impl Dictionary {
    fn of(mut entries: Vec<(Vec<u8>, Object)>) -> Self {
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        Self(entries.into_boxed_slice())
    }

    pub(super) fn get(&self, key: &str) -> &Object {
        let found = self.0.binary_search_by(|(other, _)| other.as_slice().cmp(key.as_bytes()));
        found.ok().and_then(|at| self.0.get(at)).map_or(&Object::Null, |(_, value)| value)
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = (&[u8], &Object)> {
        self.0.iter().map(|(key, value)| (key.as_slice(), value))
    }
}

impl Object {
    pub(super) fn integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn size(&self) -> Option<usize> {
        usize::try_from(self.integer()?).ok()
    }

    pub(super) fn name(&self) -> Option<&str> {
        match self {
            Self::Name(name) => std::str::from_utf8(name).ok(),
            _ => None,
        }
    }

    pub(super) fn text(&self) -> Option<&[u8]> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn array(&self) -> Option<&[Object]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// A dictionary, also that of a stream.
    pub(super) fn dictionary(&self) -> Option<&Dictionary> {
        match self {
            Self::Dictionary(fields) | Self::Stream(fields, _) => Some(fields),
            _ => None,
        }
    }

    pub(super) fn reference(&self) -> Option<u32> {
        match self {
            Self::Reference(number) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn is_keyword(&self, word: &str) -> bool {
        matches!(self, Self::Keyword(other) if other == word.as_bytes())
    }
}

/// Reads objects one after another.
pub(super) struct Parser<'b> {
    bytes: &'b [u8],
    pub(super) at: usize,
    /// How many objects may still be read, those inside others counted too.
    left: usize,
}

impl<'b> Parser<'b> {
    pub(super) fn new(bytes: &'b [u8], at: usize, most: usize) -> Self {
        Self { bytes, at, left: most }
    }

    /// How many objects may still be read.
    pub(super) fn left(&self) -> usize {
        self.left
    }

    /// Lets as many objects more be read as at the beginning.
    pub(super) fn refill(&mut self, most: usize) {
        self.left = most;
    }

    /// The next object; nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<Object>, Unreadable> {
        self.object(0)
    }

    fn object(&mut self, depth: usize) -> Result<Option<Object>, Unreadable> {
        if depth > MAX_DEPTH {
            return Err(Unreadable::Damaged);
        }
        self.left = self.left.checked_sub(1).ok_or(Unreadable::TooLarge)?;
        self.skip_space();
        let Some(byte) = self.peek(0) else { return Ok(None) };
        Ok(Some(match byte {
            b'/' => Object::Name(self.name()),
            b'(' => Object::Text(self.literal_text()),
            b'<' if self.peek(1) == Some(b'<') => {
                self.at += 2;
                Object::Dictionary(self.dictionary(depth)?)
            }
            b'<' => Object::Text(self.hexadecimal_text()),
            b'[' => {
                self.at += 1;
                Object::Array(self.array(depth)?)
            }
            b'0'..=b'9' | b'+' | b'-' | b'.' => self.number(),
            b']' | b'{' | b'}' | b')' => {
                self.at += 1;
                Object::Keyword(vec![byte])
            }
            b'>' => {
                self.at += if self.peek(1) == Some(b'>') { 2 } else { 1 };
                Object::Keyword(b">>".to_vec())
            }
            _ => self.keyword(),
        }))
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    pub(super) fn skip_space(&mut self) {
        while let Some(byte) = self.peek(0) {
            if byte == b'%' {
                while self.peek(0).is_some_and(|byte| !matches!(byte, b'\n' | b'\r')) {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    fn word(&mut self) -> &'b [u8] {
        let start = self.at;
        while self.peek(0).is_some_and(|byte| !is_space(byte) && !is_delimiter(byte)) {
            self.at += 1;
        }
        self.bytes.get(start..self.at).unwrap_or_default()
    }

    fn keyword(&mut self) -> Object {
        match self.word() {
            b"null" => Object::Null,
            b"true" => Object::Boolean(true),
            b"false" => Object::Boolean(false),
            word => Object::Keyword(word.to_vec()),
        }
    }

    /// A number, or what two numbers and an `R` refer to.
    fn number(&mut self) -> Object {
        let word = self.word();
        let Ok(text) = std::str::from_utf8(word) else { return Object::Null };
        let Ok(number) = text.parse::<i64>() else {
            return text.parse::<f64>().map_or(Object::Null, Object::Real);
        };
        let after = self.at;
        if let Ok(number) = u32::try_from(number)
            && self.is_reference()
        {
            return Object::Reference(number);
        }
        self.at = after;
        Object::Integer(number)
    }

    fn is_reference(&mut self) -> bool {
        self.skip_space();
        let generation = self.word();
        if generation.is_empty() || !generation.iter().all(u8::is_ascii_digit) {
            return false;
        }
        self.skip_space();
        self.word() == b"R"
    }

    fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        let word = self.word();
        let mut name = Vec::with_capacity(word.len());
        let mut at = 0;
        while let Some(byte) = word.get(at) {
            let escaped = (*byte == b'#').then(|| hexadecimal(word.get(at + 1..at + 3)?)).flatten();
            name.push(escaped.unwrap_or(*byte));
            at += if escaped.is_some() { 3 } else { 1 };
        }
        name
    }

    fn array(&mut self, depth: usize) -> Result<Vec<Object>, Unreadable> {
        let mut items = Vec::new();
        loop {
            match self.object(depth + 1)? {
                None => return Err(Unreadable::Damaged),
                Some(Object::Keyword(word)) if word == b"]" => return Ok(items),
                Some(object) => items.push(object),
            }
        }
    }

    fn dictionary(&mut self, depth: usize) -> Result<Dictionary, Unreadable> {
        let mut entries = Vec::new();
        loop {
            let key = match self.object(depth + 1)? {
                Some(Object::Name(key)) => key,
                Some(Object::Keyword(word)) if word == b">>" => return Ok(Dictionary::of(entries)),
                _ => return Err(Unreadable::Damaged),
            };
            match self.object(depth + 1)? {
                None | Some(Object::Keyword(_)) => return Err(Unreadable::Damaged),
                Some(value) => entries.push((key, value)),
            }
        }
    }

    fn hexadecimal_text(&mut self) -> Vec<u8> {
        self.at += 1;
        let start = self.at;
        while self.peek(0).is_some_and(|byte| byte != b'>') {
            self.at += 1;
        }
        let inside = self.bytes.get(start..self.at).unwrap_or_default();
        self.at += 1;
        ascii::of_hexadecimal(inside)
    }

    fn literal_text(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut text = Vec::new();
        let mut open = 1usize;
        while let Some(byte) = self.peek(0) {
            self.at += 1;
            match byte {
                b'\\' => text.extend(self.escaped()),
                b'(' => {
                    open += 1;
                    text.push(byte);
                }
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                    text.push(byte);
                }
                _ => text.push(byte),
            }
        }
        text
    }

    /// What stands after a backslash.
    fn escaped(&mut self) -> Option<u8> {
        let byte = self.peek(0)?;
        self.at += 1;
        Some(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'0'..=b'7' => {
                let mut number = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek(0) else { break };
                    number = number * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                // What overflows a byte is cut off (ISO 32000-1, 7.3.4.2).
                number.to_le_bytes()[0]
            }
            b'\r' => {
                if self.peek(0) == Some(b'\n') {
                    self.at += 1;
                }
                return None;
            }
            b'\n' => return None,
            other => other,
        })
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn hexadecimal(digits: &[u8]) -> Option<u8> {
    u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Result<Vec<Object>, Unreadable> {
        let mut parser = Parser::new(text.as_bytes(), 0, 1000);
        let mut found = Vec::new();
        while let Some(object) = parser.next()? {
            found.push(object);
        }
        Ok(found)
    }

    #[test]
    fn objects_are_read_as_they_are_written() {
        let text = |text: &str| Object::Text(text.as_bytes().to_vec());
        assert_eq!(
            all("12 0 R -3 .5 (a(b)\\)\\101\\\n) <4a4> % slut\n/A#42 true null BT")
                .expect("objects"),
            [
                Object::Reference(12),
                Object::Integer(-3),
                Object::Real(0.5),
                text("a(b))A"),
                text("J@"),
                Object::Name(b"AB".to_vec()),
                Object::Boolean(true),
                Object::Null,
                Object::Keyword(b"BT".to_vec()),
            ]
        );
        let dictionary = all("<</K[1 2 0 R]/L<</M 1 0>>>>");
        assert!(dictionary.is_err(), "a number in the place of a key");
        let dictionary = all("<</K[1 2 0 R]/L<</M 1>>>>").expect("a dictionary");
        let fields = dictionary[0].dictionary().expect("a dictionary");
        assert_eq!(fields.get("K").array().map(<[_]>::len), Some(2));
        assert_eq!(
            fields.get("L").dictionary().map(|l| l.get("M").clone()),
            Some(Object::Integer(1))
        );
    }

    #[test]
    fn what_is_broken_is_an_error_and_no_panic() {
        assert_eq!(all(&"[".repeat(100_000)), Err(Unreadable::Damaged));
        assert_eq!(all(&"0 ".repeat(2_000)), Err(Unreadable::TooLarge));
        for text in ["<<", "[", "<</A", "<</A]", "(", "<4", "\\", "/", ">", "+-1", "/#", "/#4"] {
            let _ = all(text);
        }
    }
}
