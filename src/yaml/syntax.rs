//! What the YAML parser objects to, said so that someone who knows Word and not
//! YAML can put it right.

use std::sync::Arc;

use granit_parser::ErrorKind;

use super::{misread, slip};
use crate::finding::Finding;
use crate::source::{Source, Span};

/// What to say: the rule, what is wrong, and what to do.
pub(super) type YamlExplanation = (&'static str, &'static str, &'static str);

/// What stopped the parser in a piece of a source, as a finding. `at` is where in the
/// source that was, `flow` where the innermost open `[` or `{` stands.
pub(super) fn finding(
    source: &Arc<Source>,
    piece: Span,
    kind: &ErrorKind,
    at: usize,
    flow: Option<usize>,
) -> Finding {
    if let Some(cut) = flow.and_then(|flow| cut_by_comment(source, flow..piece.end)) {
        return cut;
    }
    let text = source.slice(&piece);
    let at = at.saturating_sub(piece.start).min(text.len());
    let flow = flow.map(|flow| flow.saturating_sub(piece.start));
    let (place, (rule, message, hint)) = explain(kind, text, at, flow);
    let within = |place| {
        let character = character(text, place);
        piece.start + character.start..piece.start + character.end
    };
    let finding = Finding::error(rule, source, within(place), message).hint(hint);
    match flow {
        Some(start) if rule == FLOW.0 && start != place => {
            finding.and_at(within(start), "börjar här")
        }
        _ => finding,
    }
}

/// An error at a place.
pub(super) fn explained(
    source: &Arc<Source>,
    place: Span,
    (rule, message, hint): YamlExplanation,
) -> Finding {
    Finding::error(rule, source, place, message).hint(hint)
}

/// The `#` that keeps the end of a `[ ]` or `{ }` from being seen.
fn cut_by_comment(source: &Arc<Source>, flow: Span) -> Option<Finding> {
    let lines = source.slice(&flow).match_indices(" #");
    lines.map(|(at, _)| flow.start + at).find_map(|at| misread::comment(source, at))
}

/// The character at a byte, or the end of the text.
fn character(text: &str, start: usize) -> Span {
    let width = text.get(start..).and_then(|rest| rest.chars().next());
    start..start + width.map_or(0, char::len_utf8)
}

const FLOW: YamlExplanation = (
    "yaml-klammer",
    "en lista inom [ ] eller { } är inte avslutad, eller saknar ett komma",
    "Kontrollera att varje [ och { har sin avslutning och att komma står mellan delarna.",
);

/// Where the slip is, which is often before the place where the parser noticed,
/// and what to say about it.
fn explain(
    kind: &ErrorKind,
    text: &str,
    at: usize,
    flow: Option<usize>,
) -> (usize, YamlExplanation) {
    use ErrorKind as E;
    match kind {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabAtBlockScalarStart
        | E::TabInIndentation
        | E::TabInPlainScalar => slip::tab(text, at),
        E::UnclosedQuotedScalar
        | E::DocumentIndicatorInQuotedScalar
        | E::InvalidQuotedScalarIndent => slip::opening_quote(text, at),
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => (slip::backslash(text, at), BACKSLASH),
        E::MappingValueNotAllowed
        | E::InvalidColonPlacement
        | E::FlowMappingValueAdjacentCollection
            if flow.is_none() =>
        {
            slip::colon(text, at)
        }
        E::ExpectedBlockMappingKey => slip::instead_of_key(text, at),
        E::MappingKeyNotAllowed if flow.is_none() => match slip::sign_for_value(text, at) {
            Some(value) => (value, slip::SIGN_FOR_VALUE),
            None => (at, in_place(kind, false)),
        },
        E::SimpleKeyExpected if flow.is_none() => slip::instead_of_key(text, at),
        E::BlockSequenceEntryNotAllowed if flow.is_none() => slip::dash(text, at),
        E::UnexpectedEofFlowSequence | E::UnexpectedEofFlowMapping => (flow.unwrap_or(at), FLOW),
        kind => (at, in_place(kind, flow.is_some())),
    }
}

/// What to say about a slip that the parser notices where it was made.
fn in_place(kind: &ErrorKind, in_flow: bool) -> YamlExplanation {
    use ErrorKind as E;
    match kind {
        E::RecursionLimitExceeded => (
            "yaml-för-djupt",
            "uppgifterna ligger i för många nivåer i varandra",
            "En årsfil behöver högst fem nivåer. Kontrollera indragen.",
        ),
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => (
            "yaml-citattecken",
            "efter det avslutande citattecknet står mer text",
            "Sätt hela texten inom citattecken, eller ta bort citattecknen.",
        ),
        E::InvalidBlockScalarHeader | E::ZeroBlockScalarIndent => (
            "yaml-textblock",
            "efter | eller > får ingen text stå på samma rad",
            "Skriv texten på raderna under, indragen två mellanslag.",
        ),
        E::CommentNotSeparated | E::CommentInterceptedScalar => (
            "yaml-kommentar",
            "en kommentar med # står där den inte kan stå",
            "Sätt ett mellanslag före #, eller flytta kommentaren till en egen rad.",
        ),
        E::UnexpectedCharacter { .. } => (
            "yaml-tecken",
            "en text kan inte börja med det här tecknet",
            "Sätt texten inom citattecken.",
        ),
        E::UnclosedFlowCollection { .. }
        | E::MisplacedFlowCollectionEnd
        | E::MismatchedFlowCollectionEnd { .. }
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping => FLOW,
        _ if in_flow => FLOW,
        E::SimpleKeyExpected | E::InvalidSimpleKey => KEY,
        E::InvalidIndentation
        | E::InvalidBlockScalarIndent
        | E::InvalidFlowScalarIndent
        | E::ExpectedBlockSequenceEntry
        | E::BlockSequenceEntryNotAllowed
        | E::MappingKeyNotAllowed => INDENT,
        _ => (
            "yaml-fel",
            "här följer filen inte reglerna för YAML",
            "Jämför med raderna omkring eller med exemplen i mappen data.",
        ),
    }
}

const BACKSLASH: YamlExplanation = (
    "yaml-omvänt-snedstreck",
    "omvänt snedstreck (\\) inom citattecken följs av fel tecken",
    "Skriv \\\\ för ett omvänt snedstreck, eller använd enkla citattecken.",
);

pub(super) const NOT_IN_FILE: YamlExplanation = (
    "yaml-nyckel",
    "det som står före den första uppgiften hör inte till årsfilen",
    "Ta bort det, eller sätt # och mellanslag först på raden så att den blir en anteckning.",
);

pub(super) const KEY: YamlExplanation = (
    "yaml-nyckel",
    "här väntades en nyckel följd av kolon, till exempel `klienter: 189`",
    "Sätt kolon och mellanslag efter nyckeln. Hör raden till texten ovanför så dra in den två mellanslag till.",
);

pub(super) const INDENT: YamlExplanation = (
    "yaml-indrag",
    "indraget stämmer inte med raderna omkring",
    "Rader som hör ihop ska börja lika långt in. Använd två mellanslag för varje nivå.",
);
