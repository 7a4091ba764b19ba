//! The tags, `{% … %}`.

use unicode_normalization::UnicodeNormalization as _;

use super::parser::{ParseResult, Parser};
use super::scope::Scope;
use super::token::{TagToken, TagTokenKind};
use super::wrong::Cause;
use super::{Language, OWN_TAGS, TEXT_TAGS};
use crate::source::Span;
use crate::template::paper::SHARED;

/// What a tag does to what follows it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Nothing.
    None,
    /// It has to be ended, and gives names until then.
    Open(&'static str, Vec<String>),
    /// It ends another.
    Close(String),
    /// It is another branch of a tag.
    Branch(String),
    /// It gives a name.
    Set(String),
    /// It fetches macros.
    Macros(Vec<String>),
    /// It begins a macro, with parameters.
    Macro(String, Vec<String>),
}

impl Effect {
    /// Changes what is open and known.
    pub(super) fn apply(self, scope: &mut Scope, span: Span) -> Result<(), Cause> {
        match self {
            Self::None => Ok(()),
            Self::Open(word, names) => scope.open(word, span, names),
            Self::Close(word) => scope.close(&word),
            Self::Branch(word) => scope.branch(&word),
            Self::Set(name) => {
                scope.set(&name);
                Ok(())
            }
            Self::Macros(names) => {
                for name in &names {
                    scope.add_macro(name);
                }
                Ok(())
            }
            Self::Macro(name, parameters) => {
                scope.add_macro(&name);
                scope.open("macro", span, parameters)
            }
        }
    }
}

/// Reads a tag.
pub(super) fn parse(parser: &mut Parser<'_, '_>) -> ParseResult<Effect> {
    let place = parser.place();
    let Some(TagTokenKind::Word(word)) = parser.peek() else {
        return match parser.peek() {
            None => Err((Cause::Empty, place)),
            Some(_) => parser.malformed(),
        };
    };
    let is_known = TEXT_TAGS.contains(&word)
        || parser.language == Language::Template && OWN_TAGS.contains(&word);
    if ["include", "import", "extends"].contains(&word) || word == "from" && !is_known {
        return Err((Cause::Fetch(word.to_owned()), place));
    }
    if !is_known {
        return Err((Cause::Tag(word.to_owned()), place));
    }
    parser.takes_word(word);
    let effect = match word {
        "if" => {
            parser.condition()?;
            Effect::Open("if", Vec::new())
        }
        "elif" => {
            parser.condition()?;
            Effect::Branch(word.to_owned())
        }
        "else" => Effect::Branch(word.to_owned()),
        "for" => for_each(parser)?,
        "block" => {
            parser.word()?;
            Effect::Open("block", Vec::new())
        }
        "endblock" => {
            if parser.peek().is_some() {
                parser.word()?;
            }
            Effect::Close(word.to_owned())
        }
        "set" => set(parser)?,
        "from" => from(parser, place)?,
        "macro" => begin_macro(parser)?,
        _ => Effect::Close(word.to_owned()),
    };
    parser.end()?;
    Ok(effect)
}

/// `for x in y`.
fn for_each(parser: &mut Parser<'_, '_>) -> ParseResult<Effect> {
    let name = composed(parser.word()?.0);
    if !parser.takes_word("in") {
        return parser.malformed();
    }
    parser.condition()?;
    Ok(Effect::Open("for", vec![name]))
}

/// `set x = y`.
fn set(parser: &mut Parser<'_, '_>) -> ParseResult<Effect> {
    let name = composed(parser.word()?.0);
    parser.expect("=")?;
    parser.kept()?;
    Ok(Effect::Set(name))
}

/// `from "delar" import x, y`.
fn from(parser: &mut Parser<'_, '_>, place: Span) -> ParseResult<Effect> {
    if parser.quoted() != Some(SHARED) {
        return Err((Cause::Fetch("from".to_owned()), place));
    }
    if !parser.takes_word("import") {
        return parser.malformed();
    }
    let mut names = vec![composed(parser.word()?.0)];
    while parser.takes(",") {
        names.push(composed(parser.word()?.0));
    }
    Ok(Effect::Macros(names))
}

/// `macro x(a, b="c")`.
fn begin_macro(parser: &mut Parser<'_, '_>) -> ParseResult<Effect> {
    let name = composed(parser.word()?.0);
    let mut parameters = Vec::new();
    parser.expect("(")?;
    while !parser.takes(")") {
        parameters.push(composed(parser.word()?.0));
        if parser.takes("=") && parser.quoted().is_none() {
            return parser.malformed();
        }
        if !parser.takes(",") {
            parser.expect(")")?;
            break;
        }
    }
    Ok(Effect::Macro(name, parameters))
}

pub(super) fn composed(word: &str) -> String {
    if word.is_ascii() { word.to_owned() } else { word.nfc().collect() }
}

/// Opens or ends what a tag with something wrong in it most likely was to.
pub(super) fn open_anyway(
    tokens: &[TagToken<'_>],
    language: Language,
    scope: &mut Scope,
    span: Span,
) {
    let words: Vec<&str> = tokens
        .iter()
        .map_while(|token| match token.kind {
            TagTokenKind::Word(word) => Some(word),
            _ => None,
        })
        .collect();
    let openers: &[&'static str] = match language {
        Language::Text => &["if", "for"],
        Language::Template => &["if", "for", "block", "macro"],
    };
    let opened = openers.iter().copied().find(|word| words.first() == Some(word));
    if let Some(word) = opened {
        let names = words.get(1).filter(|_| word == "for").map(|name| composed(name));
        drop(scope.open(word, span, names.into_iter().collect()));
    }
}
