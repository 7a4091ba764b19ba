//! Going through a text from its start to its end.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

use super::parser::Parser;
use super::scope::Scope;
use super::token::{TagToken, TagTokenKind, token};
use super::wrong::{Cause, Wrong};
use super::{LONGEST_IN_MACRO, Language, TextReading, literal, tag};
use crate::finding::MORE_THAN_USEFUL;
use crate::source::Span;

pub(super) struct Walker<'t> {
    text: &'t str,
    language: Language,
    at: usize,
    scope: Scope,
    reading: TextReading,
}

/// What stands between two braces.
struct Inside<'t> {
    tokens: Vec<TagToken<'t>>,
    /// What is wrong with the first word or sign that is none.
    wrong: Option<(Cause, Span)>,
    /// Where the closing braces end, or what was not closed.
    end: usize,
}

impl<'t> Walker<'t> {
    pub(super) fn new(text: &'t str, language: Language) -> Self {
        let scope = Scope::new(language);
        Self { text, language, at: 0, scope, reading: TextReading::default() }
    }

    pub(super) fn read(mut self) -> TextReading {
        while self.at < self.text.len() {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let next = opening(rest).unwrap_or(rest.len());
            self.literal(next);
            let rest = self.text.get(self.at..).unwrap_or_default();
            match rest.get(..2) {
                Some("{#") => self.comment(rest),
                Some("{{") => self.braces("}}"),
                Some("{%") => self.braces("%}"),
                _ => {}
            }
        }
        let scope = std::mem::replace(&mut self.scope, Scope::new(self.language));
        for open in scope.left_open() {
            self.wrong(Cause::Open(open.word), open.span);
        }
        if self.language == Language::Text {
            self.reading.text = literal::with_bullets(&self.reading.text);
        }
        self.reading
    }

    fn wrong(&mut self, cause: Cause, span: Span) {
        if self.reading.wrong.len() < MORE_THAN_USEFUL {
            self.reading.wrong.push(Wrong { span, cause });
        }
    }

    /// Text outside braces.
    fn literal(&mut self, length: usize) {
        let start = self.at;
        let text = self.text.get(start..start + length).unwrap_or_default();
        if self.scope.is_inside("macro") && length > LONGEST_IN_MACRO {
            self.wrong(Cause::LongLiteral, start..start + length);
        }
        if self.language == Language::Text {
            for (cause, place) in literal::stray_braces(text) {
                self.wrong(cause, start + place.start..start + place.end);
            }
        }
        self.reading.text.push_str(text);
        self.at += length;
    }

    fn comment(&mut self, rest: &str) {
        let end = rest.get(2..).and_then(|inside| inside.find("#}"));
        let length = end.map_or(rest.len(), |end| end + 4);
        if end.is_none() {
            self.wrong(Cause::Unclosed, self.at..self.at + 2);
        }
        let comment = rest.get(..length).unwrap_or_default();
        let ends_line = rest.get(length..).unwrap_or_default().starts_with('\n');
        let line = self.reading.text.rsplit('\n').next().unwrap_or_default();
        let is_own_line = line.trim().is_empty();
        self.at += length;
        let inside = comment.strip_suffix("#}").filter(|_| ends_line);
        match inside.filter(|_| self.language == Language::Text) {
            // The line that it would leave behind would end a paragraph: it goes with it.
            Some(inside) if is_own_line => {
                self.reading.text.extend([inside, "\n#}"]);
                self.at += 1;
            }
            // The engine takes away what ends the line after a comment, unless told not to.
            Some(inside) => {
                let last = inside.chars().next_back().filter(|_| inside.len() > "{#".len());
                let room = last.map_or(0, char::len_utf8);
                self.reading.text.push_str(inside.get(..inside.len() - room).unwrap_or_default());
                self.reading.text.extend(std::iter::repeat_n('+', room));
                self.reading.text.push_str("#}");
            }
            None => self.reading.text.push_str(comment),
        }
    }

    fn braces(&mut self, closing: &'static str) {
        let start = self.at;
        let inside = self.inside(closing);
        let span = start..inside.end;
        let most = self.language.most_tokens();
        if let Some((cause, place)) = inside.wrong {
            self.wrong(cause, place);
            if closing == "%}" {
                tag::open_anyway(&inside.tokens, self.language, &mut self.scope, span.clone());
            }
        } else if inside.tokens.len() > most {
            self.wrong(Cause::TooLong, span.clone());
        } else {
            let mut parser = Parser::new(&inside.tokens, span.clone(), self.language, &self.scope);
            let parsed = if closing == "}}" { parser.shown() } else { Ok(()) };
            let tag = if closing == "%}" { tag::parse(&mut parser) } else { Ok(tag::Effect::None) };
            let Parser { names, calls, compared, tested, .. } = parser;
            match parsed.and(tag) {
                Ok(effect) => {
                    self.reading.names.extend(names);
                    self.reading.calls.extend(calls);
                    self.reading.compared.extend(compared);
                    self.reading.tested.extend(tested);
                    if let Err(cause) = effect.apply(&mut self.scope, span.clone()) {
                        self.wrong(cause, span.clone());
                    }
                }
                Err((cause, place)) => {
                    self.wrong(cause, place);
                    // So that what ends it is not strange as well.
                    tag::open_anyway(&inside.tokens, self.language, &mut self.scope, span.clone());
                }
            }
        }
        self.copy(&inside.tokens, span.clone());
        self.at = span.end;
    }

    /// The words and signs up to the closing braces; up to the end of the line when
    /// there are none.
    fn inside(&self, closing: &'static str) -> Inside<'t> {
        let mut at = self.at + 2;
        // White space around may be asked to go or to stay.
        if self.text.get(at..).is_some_and(|rest| rest.starts_with(['-', '+'])) {
            at += 1;
        }
        let mut inside = Inside { tokens: Vec::new(), wrong: None, end: at };
        while let Some(rest) = self.text.get(at..).filter(|rest| !rest.is_empty()) {
            let first = rest.chars().next().unwrap_or(' ');
            let after_sign = rest.strip_prefix(['-', '+']).unwrap_or(rest);
            if after_sign.starts_with(closing) {
                inside.end = at + (rest.len() - after_sign.len()) + closing.len();
                return inside;
            }
            if first.is_whitespace() {
                at += first.len_utf8();
                continue;
            }
            if ["{{", "{%", "{#", "}}", "%}"].iter().any(|braces| rest.starts_with(braces)) {
                break;
            }
            match token(rest, at) {
                Ok(token) => {
                    at = token.span.end;
                    // One more than there may be is enough to know.
                    if inside.tokens.len() <= self.language.most_tokens() {
                        inside.tokens.push(token);
                    }
                }
                Err((cause, place)) => {
                    let is_in_name = self.is_between_letters(&place);
                    at = place.end;
                    let cause = match cause {
                        Cause::Operator("-") if is_in_name => Cause::Hyphen,
                        other => other,
                    };
                    inside.wrong.get_or_insert((cause, place));
                }
            }
        }
        let line =
            self.text.get(self.at..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        inside.end = (self.at + line.len()).max(self.at + 2);
        inside.wrong = Some((Cause::Unclosed, self.at..self.at + 2));
        inside
    }

    fn is_between_letters(&self, place: &Span) -> bool {
        let before = self.text.get(..place.start).unwrap_or_default();
        let after = self.text.get(place.end..).unwrap_or_default();
        before.ends_with(char::is_alphabetic) && after.starts_with(char::is_alphabetic)
    }

    /// Copies what stands between braces, with the composed letters that names have and
    /// with spaces for white space of other kinds.
    fn copy(&mut self, tokens: &[TagToken<'t>], span: Span) {
        let mut at = span.start;
        for token in tokens.iter().filter(|token| token.span.end <= span.end) {
            self.copy_blank(at..token.span.start);
            let typed = self.text.get(token.span.clone()).unwrap_or_default();
            let is_word = matches!(token.kind, TagTokenKind::Word(_) | TagTokenKind::Quoted(_));
            let is_to_compose = is_word && !typed.is_ascii();
            let composed: Cow<'_, str> =
                if is_to_compose { typed.nfc().collect() } else { typed.into() };
            match typed.len().checked_sub(composed.len()) {
                Some(shorter) => {
                    self.reading.text.push_str(&composed);
                    self.reading.text.extend(std::iter::repeat_n(' ', shorter));
                }
                None => self.reading.text.push_str(typed),
            }
            at = token.span.end;
        }
        self.copy_blank(at..span.end);
    }

    fn copy_blank(&mut self, span: Span) {
        for c in self.text.get(span).unwrap_or_default().chars() {
            if c.is_whitespace() && c != '\n' {
                self.reading.text.extend(std::iter::repeat_n(' ', c.len_utf8()));
            } else {
                self.reading.text.push(c);
            }
        }
    }
}

/// Where braces open first.
fn opening(text: &str) -> Option<usize> {
    let mut places = text.match_indices('{').map(|(place, _)| place);
    places.find(|place| text.get(place + 1..).is_some_and(|rest| rest.starts_with(['{', '%', '#'])))
}
