//! The words and signs between the braces of a placeholder or a tag.

use unicode_normalization::char::is_combining_mark;

use super::wrong::Cause;
use crate::source::Span;

/// The longest whole number, in digits: the largest that a year file may hold has fewer.
const LONGEST_NUMBER: usize = 15;

/// A word or a sign, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TagToken<'t> {
    pub(super) kind: TagTokenKind<'t>,
    pub(super) span: Span,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TagTokenKind<'t> {
    /// A name or a word of the language.
    Word(&'t str),
    /// Text between quotation marks, without them.
    Quoted(&'t str),
    /// A whole number.
    Number,
    /// A sign of the language.
    Sign(&'static str),
}

/// The signs of the language, the longer before those that they begin with.
const SIGNS: [&str; 15] =
    ["==", "!=", "<=", ">=", "<", ">", "=", ".", ",", ":", "|", "(", ")", "[", "]"];

/// What the engine would reckon or join with.
const OPERATORS: [&str; 8] = ["**", "//", "+", "-", "*", "/", "%", "~"];

/// Quotation marks that word processors put in the place of the straight ones.
const CURLED: [char; 8] = ['”', '“', '„', '’', '‘', '‚', '»', '«'];

/// The token at the start of `rest`, which begins at byte `at` of the whole text and
/// with something else than white space.
pub(super) fn token(rest: &str, at: usize) -> Result<TagToken<'_>, (Cause, Span)> {
    let token = |kind, length| TagToken { kind, span: at..at + length };
    let wrong = |cause, length| (cause, at..at + length);
    let first = rest.chars().next().unwrap_or(' ');
    if first == '_' || first.is_alphabetic() {
        let word = word(rest);
        return Ok(token(TagTokenKind::Word(word), word.len()));
    }
    if first.is_ascii_digit() {
        return number(rest)
            .map(|length| token(TagTokenKind::Number, length))
            .map_err(|length| wrong(Cause::Number, length));
    }
    if matches!(first, '"' | '\'') {
        return quoted(rest, first)
            .map(|inside| token(TagTokenKind::Quoted(inside), inside.len() + 2))
            .map_err(|(cause, length)| wrong(cause, length));
    }
    if CURLED.contains(&first) {
        return Err(wrong(Cause::CurledQuotes(first), first.len_utf8()));
    }
    let starting =
        |signs: &[&'static str]| signs.iter().find(|sign| rest.starts_with(**sign)).copied();
    match starting(&SIGNS) {
        Some(sign) => Ok(token(TagTokenKind::Sign(sign), sign.len())),
        None => Err(match starting(&OPERATORS) {
            Some(sign) => wrong(Cause::Operator(sign), sign.len()),
            None => wrong(Cause::Malformed, first.len_utf8()),
        }),
    }
}

/// Letters, digits and accents from the start on.
pub(super) fn word(text: &str) -> &str {
    let end = text.find(|c: char| !(c == '_' || c.is_alphanumeric() || is_combining_mark(c)));
    text.get(..end.unwrap_or(text.len())).unwrap_or_default()
}

/// The length of a whole number; as an error that of what is no whole number, or a
/// longer one than is ever needed.
fn number(text: &str) -> Result<usize, usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..).unwrap_or_default();
    let decimals = rest.strip_prefix('.').map_or(0, |rest| word(rest).len());
    let more = word(rest).len().max(if decimals > 0 { decimals + 1 } else { 0 });
    if more == 0 && digits <= LONGEST_NUMBER { Ok(digits) } else { Err(digits + more) }
}

/// What stands between two quotation marks.
fn quoted(text: &str, mark: char) -> Result<&str, (Cause, usize)> {
    let rest = text.get(1..).unwrap_or_default();
    let Some(end) = rest.find(mark) else { return Err((Cause::OpenQuotes, 1)) };
    let inside = rest.get(..end).unwrap_or_default();
    // A backslash would stand for a character that nobody sees where it is typed.
    match inside.find('\\') {
        Some(_) => Err((Cause::Backslash, end + 2)),
        None => Ok(inside),
    }
}
