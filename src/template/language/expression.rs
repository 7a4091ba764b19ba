//! What may stand between braces: names with their parts, filters and conditions.

use super::parser::{ParseResult, Parser, RESERVED};
use super::tag::composed;
use super::token::TagTokenKind;
use super::wrong::Cause;
use super::{AskedName, Language};
use crate::source::Span;
use crate::template::filters;

/// The parts of `loop`.
const LOOP: [&str; 7] = ["index", "index0", "revindex", "revindex0", "first", "last", "length"];

impl Parser<'_, '_> {
    /// What a placeholder shows.
    pub(super) fn shown(&mut self) -> ParseResult {
        if self.peek().is_none() {
            return Err((Cause::Empty, self.whole.clone()));
        }
        match self.language {
            Language::Text => self.filtered()?,
            Language::Template => self.choice()?,
        }
        self.end()
    }

    /// `a if b else c`, or only the first.
    pub(super) fn choice(&mut self) -> ParseResult {
        self.deeper(|parser| {
            parser.condition()?;
            if parser.takes_word("if") {
                parser.condition()?;
                if parser.takes_word("else") {
                    parser.choice()?;
                }
            }
            Ok(())
        })
    }

    /// `a or b and not c`: the engine knows which binds tighter.
    pub(super) fn condition(&mut self) -> ParseResult {
        self.negated()?;
        while self.takes_word("and") || self.takes_word("or") {
            self.negated()?;
        }
        Ok(())
    }

    fn negated(&mut self) -> ParseResult {
        if self.takes_word("not") {
            return self.deeper(Self::negated);
        }
        self.comparison()
    }

    fn comparison(&mut self) -> ParseResult {
        self.last_name = None;
        self.filtered()?;
        if self.takes_word("is") {
            self.takes_word("not");
            return self.test();
        }
        let is_compared = ["==", "!=", "<", ">", "<=", ">="].iter().any(|sign| self.takes(sign));
        let is_negated = self.takes_word("not");
        if is_negated && !self.next_is_word("in") {
            return self.malformed();
        }
        if is_compared && is_negated {
            return self.malformed();
        }
        if !is_compared {
            return if self.takes_word("in") { self.filtered() } else { Ok(()) };
        }
        self.compared.extend(self.last_name.take());
        self.filtered()?;
        self.compared.extend(self.last_name.take());
        Ok(())
    }

    fn test(&mut self) -> ParseResult {
        let (name, span) = self.word()?;
        if filters::TESTS.contains(&name) {
            let is_about_presence = ["defined", "undefined"].contains(&name);
            let tested = self.last_name.take().filter(|_| is_about_presence);
            self.tested.extend(tested.map(|name| name.path));
            return Ok(());
        }
        Err((Cause::Test(name.to_owned()), span))
    }

    /// A value and the filters that it goes through.
    fn filtered(&mut self) -> ParseResult {
        let is_list = self.next_is("[");
        let start = self.place();
        self.value()?;
        if is_list && (self.is_kept || !self.next_is("|")) {
            return Err((Cause::List, start));
        }
        while self.takes("|") {
            let (name, span) = self.word()?;
            if !self.language.filters().any(|filter| filter == name) {
                return Err((Cause::Filter(name.to_owned()), span));
            }
            if self.next_is("(") {
                let is_own = Language::Text.filters().any(|filter| filter == name);
                if is_own || self.language == Language::Text {
                    return Err((Cause::FilterArguments(name.to_owned()), span));
                }
                self.arguments()?;
            }
        }
        Ok(())
    }

    fn value(&mut self) -> ParseResult {
        let start = self.place();
        match self.peek() {
            Some(
                TagTokenKind::Quoted(_)
                | TagTokenKind::Number
                | TagTokenKind::Word("true" | "false" | "True" | "False"),
            ) => {
                self.at += 1;
                Ok(())
            }
            Some(TagTokenKind::Word(name)) if !RESERVED.contains(&name) => self.name(),
            Some(TagTokenKind::Sign("(")) => self.deeper(|parser| {
                parser.at += 1;
                match parser.language {
                    Language::Text => parser.condition()?,
                    Language::Template => parser.choice()?,
                }
                parser.expect(")")
            }),
            Some(TagTokenKind::Sign("[")) => self.deeper(Self::list),
            Some(_) => Err((Cause::Malformed, start)),
            None => self.malformed(),
        }
    }

    fn list(&mut self) -> ParseResult {
        self.expect("[")?;
        loop {
            // Lists in lists could be made to double again and again.
            if self.next_is("[") {
                return Err((Cause::List, self.place()));
            }
            self.value()?;
            if !self.takes(",") {
                return self.expect("]");
            }
        }
    }

    /// A name with its parts, or a macro that is called.
    fn name(&mut self) -> ParseResult {
        let (first, span) = self.word()?;
        let first = composed(first);
        if self.next_is("(") {
            return self.call(&first, span);
        }
        let is_loop = first == "loop" && self.scope.is_inside("for");
        let is_given = self.scope.knows(&first);
        let mut path = first;
        let mut full_path = path.clone();
        let mut end = span.end;
        let mut is_plain = true;
        loop {
            if self.takes(".") {
                let (part, place) = self.word()?;
                if is_loop && !LOOP.contains(&part) {
                    return Err((Cause::Malformed, place));
                }
                full_path.push('.');
                full_path.push_str(&composed(part));
                if is_plain {
                    path.clone_from(&full_path);
                    end = place.end;
                }
            } else if self.next_is("[") {
                is_plain = false;
                self.subscript()?;
            } else if self.next_is("(") {
                return Err((Cause::Function(path), span.start..end));
            } else {
                break;
            }
        }
        let whole = span.start..self.end_of_last();
        self.last_name = Some(AskedName { path: full_path, span: whole });
        if !is_given {
            self.names.push(AskedName { path, span: span.start..end });
        }
        Ok(())
    }

    /// `[0]`, `["namn"]`; in a template also a name or `[:10]`.
    fn subscript(&mut self) -> ParseResult {
        self.expect("[")?;
        let place = self.place();
        let is_template = self.language == Language::Template;
        match self.peek() {
            Some(TagTokenKind::Number | TagTokenKind::Quoted(_)) => self.at += 1,
            Some(TagTokenKind::Word(name)) if !RESERVED.contains(&name) => {
                if !is_template {
                    return Err((Cause::OnlyInTemplates("ett namn mellan hakparenteser"), place));
                }
                self.deeper(Self::name)?;
            }
            Some(TagTokenKind::Sign(":")) => {}
            _ => return Err((Cause::Malformed, place)),
        }
        if self.next_is(":") {
            if !is_template {
                return Err((Cause::OnlyInTemplates("ett utsnitt ur en lista"), place));
            }
            self.at += 1;
            if self.peek() == Some(TagTokenKind::Number) {
                self.at += 1;
            }
        }
        self.expect("]")
    }

    fn call(&mut self, name: &str, span: Span) -> ParseResult {
        if self.language == Language::Text || !self.scope.has_macro(name) {
            return Err((Cause::Function(name.to_owned()), span));
        }
        self.calls.push(AskedName { path: name.to_owned(), span });
        self.arguments()
    }

    /// What is kept under a name.
    pub(super) fn kept(&mut self) -> ParseResult {
        let was_kept = std::mem::replace(&mut self.is_kept, true);
        self.choice()?;
        self.is_kept = was_kept;
        Ok(())
    }

    /// `(a, b, name=c)`.
    fn arguments(&mut self) -> ParseResult {
        self.expect("(")?;
        while !self.takes(")") {
            let is_named = matches!(self.peek(), Some(TagTokenKind::Word(_)))
                && self.peek_after() == Some(TagTokenKind::Sign("="));
            if is_named {
                self.at += 2;
            }
            self.kept()?;
            if !self.takes(",") {
                return self.expect(")");
            }
        }
        Ok(())
    }

    /// Nothing may follow.
    pub(super) fn end(&mut self) -> ParseResult {
        if self.peek().is_none() {
            return Ok(());
        }
        let place = self.place();
        let only = |what| Err((Cause::OnlyInTemplates(what), place.clone()));
        match self.peek() {
            _ if self.language == Language::Template => Err((Cause::Malformed, place)),
            Some(TagTokenKind::Word("if")) => only("`if` efter ett namn"),
            Some(TagTokenKind::Word("and" | "or" | "not" | "in" | "is")) => {
                only("ett villkor mellan {{ och }}")
            }
            Some(TagTokenKind::Sign("==" | "!=" | "<" | ">" | "<=" | ">=")) => {
                only("en jämförelse mellan {{ och }}")
            }
            _ => Err((Cause::Malformed, place)),
        }
    }
}
