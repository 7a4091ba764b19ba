//! From text to words, numbers and signs.

use crate::source::Span;

/// A word, a number or a sign, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::checks) struct Token {
    pub(in crate::checks) kind: TokenKind,
    pub(in crate::checks) range: Span,
    /// A word in lower case; nothing for the others.
    pub(in crate::checks) lower: String,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::checks) enum TokenKind {
    /// Letters, also with digits or hyphens inside.
    Word,
    /// A whole number.
    Number {
        /// Its value.
        value: u64,
        /// Whether thousands are set apart.
        grouped: bool,
    },
    /// A number with decimals, in hundredths; finer ones are cut off.
    Decimal(u64),
    /// A telephone number.
    Telephone,
    /// Digits held together by signs: a date, a range, a law's number, a reference.
    Compound,
    /// A placeholder or a tag.
    Placeholder,
    /// The end of a sentence, a heading or a paragraph.
    Stop,
    /// Any other sign.
    Sign(char),
}

/// Takes the place of every byte that is not prose.
const BLOT: char = '\u{1a}';

/// The text with placeholders, tags and web addresses blotted out, byte for byte,
/// so that places in it are places in the text.
pub(super) fn prose(text: &str) -> String {
    let mut prose = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let skipped = not_prose(rest);
        if skipped > 0 {
            prose.extend(std::iter::repeat_n(BLOT, skipped));
            rest = rest.get(skipped..).unwrap_or_default();
        } else if let Some(c) = rest.chars().next() {
            // A blot in the text itself would be taken for a placeholder.
            prose.push(if c == BLOT { ' ' } else { c });
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        }
    }
    prose
}

/// How many bytes at the start are no prose.
fn not_prose(text: &str) -> usize {
    for (open, close) in [("{{", "}}"), ("{%", "%}"), ("{#", "#}")] {
        if text.starts_with(open) {
            return text.find(close).map_or(text.len(), |end| end + close.len());
        }
    }
    if text.starts_with("https://") || text.starts_with("http://") {
        return text.find(|c: char| c.is_whitespace() || c == ')').unwrap_or(text.len());
    }
    0
}

/// The words, numbers and signs of a text.
pub(super) fn tokens(prose: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(c) = prose.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = prose.get(at..).unwrap_or_default();
        let (kind, length) = match c {
            BLOT => (Some(TokenKind::Placeholder), run(rest, |c| c == BLOT)),
            '\n' => {
                let blank = run(rest, char::is_whitespace);
                let lines = rest.get(..blank).unwrap_or_default().matches('\n').count();
                ((lines > 1).then_some(TokenKind::Stop), blank)
            }
            c if c.is_whitespace() => (None, c.len_utf8()),
            '+' if begins_with_digit(rest.get(1..)) => {
                telephone(rest).unwrap_or((Some(TokenKind::Sign('+')), 1))
            }
            c if c.is_ascii_digit() => digits(rest),
            c if c.is_alphabetic() => (Some(TokenKind::Word), word(rest)),
            '.' | '!' | '?' => (Some(TokenKind::Stop), 1),
            c => (Some(TokenKind::Sign(c)), c.len_utf8()),
        };
        let length = length.max(1);
        if let Some(kind) = kind {
            let lower = match (kind, rest.get(..length)) {
                (TokenKind::Word, Some(word)) => word.to_lowercase(),
                _ => String::new(),
            };
            tokens.push(Token { kind, range: at..at + length, lower });
        }
        at += length;
    }
    tokens
}

fn run(text: &str, is_part: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is_part(c)).unwrap_or(text.len())
}

fn digit_run(text: &str) -> usize {
    run(text, |c| c.is_ascii_digit())
}

fn begins_with_digit(text: Option<&str>) -> bool {
    text.is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit()))
}

/// Letters and digits, with hyphens between them.
fn word(text: &str) -> usize {
    let mut end = 0;
    loop {
        end += run(text.get(end..).unwrap_or_default(), char::is_alphanumeric);
        let rest = text.get(end..).unwrap_or_default();
        let goes_on =
            rest.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        if !goes_on {
            return end;
        }
        end += 1;
    }
}

fn digits(text: &str) -> (Option<TokenKind>, usize) {
    if let Some(telephone) = telephone(text).filter(|_| text.starts_with('0')) {
        return telephone;
    }
    let first = digit_run(text);
    let compound = compound(text);
    if compound > first {
        let written = text.get(..compound).unwrap_or_default();
        let kind = decimal(written).map_or(TokenKind::Compound, TokenKind::Decimal);
        return (Some(kind), compound);
    }
    let length = groups(text, first);
    let number: String =
        text.get(..length).unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    let after = text.get(length..).unwrap_or_default();
    if let Some(part) = after.strip_prefix(',').filter(|part| begins_with_digit(Some(part))) {
        let part = digit_run(part);
        let written = after.get(1..=part).unwrap_or_default();
        let kind = decimal(&format!("{number},{written}")).map(TokenKind::Decimal);
        return (kind.or(Some(TokenKind::Compound)), length + 1 + part);
    }
    let kind = number
        .parse()
        .map_or(TokenKind::Compound, |value| TokenKind::Number { value, grouped: length > first });
    (Some(kind), length)
}

/// The length of digits held together by signs: `2013:522`, `2026-01-15`, `18–29`.
fn compound(text: &str) -> usize {
    let mut end = digit_run(text);
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let sign = rest.chars().next().filter(|c| matches!(c, ':' | '-' | '–' | '/' | '.' | ','));
        let width = sign.map_or(0, char::len_utf8);
        if width == 0 || !begins_with_digit(rest.get(width..)) {
            return end;
        }
        end += width + digit_run(rest.get(width..).unwrap_or_default());
    }
}

/// `3,75` in hundredths.
fn decimal(written: &str) -> Option<u64> {
    let (whole, part) = written.split_once(',')?;
    let is_number = |text: &str| !text.is_empty() && digit_run(text) == text.len();
    if !is_number(whole) || !is_number(part) {
        return None;
    }
    let part: String = part.chars().chain("00".chars()).take(2).collect();
    format!("{whole}{part}").parse().ok()
}

/// The length of a number whose thousands are set apart by spaces.
fn groups(text: &str, first: usize) -> usize {
    if first > 3 || text.starts_with('0') {
        return first;
    }
    let mut end = first;
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let space =
            rest.chars().next().filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'));
        let width = space.map_or(0, char::len_utf8);
        let group = rest.get(width..).unwrap_or_default();
        if width == 0 || digit_run(group) != 3 {
            return end;
        }
        end += width + 3;
    }
}

/// A telephone number: it begins with nought or a plus sign and has at least seven
/// digits, which may be set apart by spaces and hyphens.
fn telephone(text: &str) -> Option<(Option<TokenKind>, usize)> {
    let mut end = usize::from(text.starts_with('+'));
    loop {
        end += digit_run(text.get(end..).unwrap_or_default());
        let rest = text.get(end..).unwrap_or_default();
        let sign = rest.chars().next().filter(|c| matches!(c, ' ' | '\u{a0}' | '-'));
        let width = sign.map_or(0, char::len_utf8);
        if width == 0 || !begins_with_digit(rest.get(width..)) {
            break;
        }
        end += width;
    }
    let written = text.get(..end)?;
    let count = written.chars().filter(char::is_ascii_digit).count();
    (7..=15).contains(&count).then_some((Some(TokenKind::Telephone), end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<TokenKind> {
        tokens(&prose(text)).into_iter().map(|token| token.kind).collect()
    }

    #[test]
    fn placeholders_and_addresses_are_no_prose() {
        let text = "Å {{ år }} se https://a.se/2019 nu";
        assert_eq!(prose(text).len(), text.len());
        assert_eq!(
            kinds(text),
            [
                TokenKind::Word,
                TokenKind::Placeholder,
                TokenKind::Word,
                TokenKind::Placeholder,
                TokenKind::Word
            ]
        );
        assert_eq!(kinds("{{ öppen"), [TokenKind::Placeholder]);
    }

    #[test]
    fn numbers_are_told_from_what_looks_like_them() {
        let number = |value, grouped| TokenKind::Number { value, grouped };
        assert_eq!(kinds("1 209 600"), [number(1_209_600, true)]);
        assert_eq!(kinds("2025 189"), [number(2025, false), number(189, false)]);
        assert_eq!(kinds("3,75"), [TokenKind::Decimal(375)]);
        assert_eq!(kinds("1 000,5"), [TokenKind::Decimal(100_050)]);
        for compound in ["2013:522", "2026-01-15", "18–29", "9.00-15.30", "2025/12", "212000-0142"]
        {
            assert_eq!(kinds(compound), [TokenKind::Compound], "{compound}");
        }
        for telephone in ["08-465 004 10", "0761202204", "+46 8 465 004 10", "08-50809456"] {
            assert_eq!(kinds(telephone), [TokenKind::Telephone], "{telephone}");
        }
        assert_eq!(kinds("99999999999999999999999999"), [TokenKind::Compound]);
    }
}
