//! Going through the words and signs between two braces.

use super::scope::Scope;
use super::token::{TagToken, TagTokenKind};
use super::wrong::Cause;
use super::{AskedName, Language};
use crate::source::Span;

/// Nothing, or what is wrong and where.
pub(super) type ParseResult<T = ()> = Result<T, (Cause, Span)>;

/// Words that are no names.
pub(super) const RESERVED: [&str; 12] =
    ["and", "or", "not", "in", "is", "if", "else", "true", "false", "True", "False", "none"];

/// Reads words and signs from left to right.
pub(super) struct Parser<'p, 't> {
    tokens: &'p [TagToken<'t>],
    pub(super) at: usize,
    /// The whole of it, braces and all.
    pub(super) whole: Span,
    pub(super) language: Language,
    pub(super) scope: &'p Scope,
    /// Whether what is read is kept under a name, so that a list made on the spot
    /// could be doubled again and again.
    pub(super) is_kept: bool,
    depth: usize,
    pub(super) names: Vec<AskedName>,
    /// The macros that are called.
    pub(super) calls: Vec<AskedName>,
    /// The names on either side of a comparison, with their parts.
    pub(super) compared: Vec<AskedName>,
    /// The names whose being there is asked about.
    pub(super) tested: Vec<String>,
    /// The name that was read last.
    pub(super) last_name: Option<AskedName>,
}

impl<'p, 't> Parser<'p, 't> {
    pub(super) fn new(
        tokens: &'p [TagToken<'t>],
        whole: Span,
        language: Language,
        scope: &'p Scope,
    ) -> Self {
        Self {
            tokens,
            at: 0,
            whole,
            language,
            scope,
            is_kept: false,
            depth: 0,
            names: Vec::new(),
            calls: Vec::new(),
            compared: Vec::new(),
            tested: Vec::new(),
            last_name: None,
        }
    }

    /// Reads what stands inside brackets or after `not`.
    pub(super) fn deeper(&mut self, read: impl FnOnce(&mut Self) -> ParseResult) -> ParseResult {
        self.depth += 1;
        if self.depth > self.language.deepest_expression() {
            return Err((Cause::TooDeep, self.whole.clone()));
        }
        let parsed = read(self);
        self.depth -= 1;
        parsed
    }

    pub(super) fn malformed<T>(&self) -> ParseResult<T> {
        Err((Cause::Malformed, self.place()))
    }

    /// Where the word or sign that was read last ends.
    pub(super) fn end_of_last(&self) -> usize {
        let last = self.at.checked_sub(1).and_then(|last| self.tokens.get(last));
        last.map_or(self.whole.start, |token| token.span.end)
    }

    /// A word that is a name.
    pub(super) fn word(&mut self) -> ParseResult<(&'t str, Span)> {
        match self.tokens.get(self.at) {
            Some(TagToken { kind: TagTokenKind::Word(word), span }) if !RESERVED.contains(word) => {
                self.at += 1;
                Ok((word, span.clone()))
            }
            _ => self.malformed(),
        }
    }

    /// Text between quotation marks.
    pub(super) fn quoted(&mut self) -> Option<&'t str> {
        let Some(TagTokenKind::Quoted(text)) = self.peek() else { return None };
        self.at += 1;
        Some(text)
    }

    pub(super) fn takes(&mut self, sign: &str) -> bool {
        let is_next = self.next_is(sign);
        self.at += usize::from(is_next);
        is_next
    }

    pub(super) fn takes_word(&mut self, word: &str) -> bool {
        let is_next = self.next_is_word(word);
        self.at += usize::from(is_next);
        is_next
    }

    pub(super) fn expect(&mut self, sign: &str) -> ParseResult {
        if self.takes(sign) { Ok(()) } else { self.malformed() }
    }

    pub(super) fn next_is(&self, sign: &str) -> bool {
        matches!(self.peek(), Some(TagTokenKind::Sign(next)) if next == sign)
    }

    pub(super) fn next_is_word(&self, word: &str) -> bool {
        self.peek() == Some(TagTokenKind::Word(word))
    }

    pub(super) fn peek(&self) -> Option<TagTokenKind<'t>> {
        self.tokens.get(self.at).map(|token| token.kind)
    }

    pub(super) fn peek_after(&self) -> Option<TagTokenKind<'t>> {
        self.tokens.get(self.at + 1).map(|token| token.kind)
    }

    /// Where the next word or sign stands; the whole when there is none.
    pub(super) fn place(&self) -> Span {
        self.tokens.get(self.at).map_or(self.whole.clone(), |token| token.span.clone())
    }
}
