//! What the YAML parser objects to, said so that someone who knows Word and not
//! YAML can put it right.

use std::sync::Arc;

use granit_parser::{ErrorKind, ScanError};

use crate::finding::Finding;
use crate::source::{Source, Span};

/// The parser's error as a finding.
pub(super) fn finding(source: &Arc<Source>, error: &ScanError) -> Finding {
    let place = place(source, error);
    let (rule, message, hint) = explain(error.kind());
    Finding::error(rule, source, place, message).hint(hint)
}

/// The character at which the parser stopped, or the end of the text.
fn place(source: &Source, error: &ScanError) -> Span {
    let start = error.marker().byte_offset().unwrap_or(0).min(source.text.len());
    let width = source.text.get(start..).and_then(|rest| rest.chars().next());
    start..start + width.map_or(0, char::len_utf8)
}

fn explain(kind: &ErrorKind) -> (&'static str, &'static str, &'static str) {
    use ErrorKind as E;
    match kind {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabAtBlockScalarStart
        | E::TabInIndentation
        | E::TabInPlainScalar => (
            "yaml-tabb",
            "här står ett tabbtecken, och indrag får bara göras med mellanslag",
            "Byt tabbtecknet mot två mellanslag.",
        ),
        E::RecursionLimitExceeded => (
            "yaml-för-djupt",
            "uppgifterna ligger i för många nivåer i varandra",
            "En årsfil behöver högst fem nivåer. Kontrollera indragen.",
        ),
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => (
            "yaml-citattecken",
            "ett citattecken saknas: texten som börjar här tar aldrig slut",
            "Sätt ett avslutande citattecken, eller skriv texten utan citattecken.",
        ),
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => (
            "yaml-citattecken",
            "efter det avslutande citattecknet står mer text",
            "Sätt hela texten inom citattecken, eller ta bort citattecknen.",
        ),
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => (
            "yaml-omvänt-snedstreck",
            "ett omvänt snedstreck (\\) inom citattecken följs av ett tecken som inte passar",
            "Skriv \\\\ för ett omvänt snedstreck, eller använd enkla citattecken.",
        ),
        E::UnclosedFlowCollection { .. }
        | E::MisplacedFlowCollectionEnd
        | E::MismatchedFlowCollectionEnd { .. }
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping => (
            "yaml-klammer",
            "en lista inom [ ] eller { } är inte avslutad, eller saknar ett komma",
            "Kontrollera att varje [ och { har sin avslutning och att komma står mellan delarna.",
        ),
        E::MappingValueNotAllowed
        | E::InvalidColonPlacement
        | E::FlowMappingValueAdjacentCollection => (
            "yaml-kolon",
            "här står ett kolon som inte kan tolkas",
            "Innehåller texten kolon följt av mellanslag så sätt hela texten inom citattecken.",
        ),
        E::SimpleKeyExpected | E::InvalidSimpleKey | E::ExpectedBlockMappingKey => (
            "yaml-nyckel",
            "här väntades en nyckel följd av kolon, till exempel `klienter: 189`",
            "Kontrollera att kolon finns efter nyckeln och att indraget är detsamma som på raden ovanför.",
        ),
        E::InvalidIndentation
        | E::InvalidBlockScalarIndent
        | E::InvalidQuotedScalarIndent
        | E::InvalidFlowScalarIndent
        | E::ExpectedBlockSequenceEntry
        | E::BlockSequenceEntryNotAllowed
        | E::MappingKeyNotAllowed => (
            "yaml-indrag",
            "indraget stämmer inte med raderna omkring",
            "Rader som hör ihop ska börja lika långt in. Använd två mellanslag för varje nivå.",
        ),
        E::UnexpectedCharacter { .. } | E::BomInsideDocument => (
            "yaml-tecken",
            "en text kan inte börja med det här tecknet",
            "Sätt texten inom citattecken.",
        ),
        _ => (
            "yaml-fel",
            "här följer filen inte reglerna för YAML",
            "Jämför med raderna omkring eller med exemplen i mappen data.",
        ),
    }
}
