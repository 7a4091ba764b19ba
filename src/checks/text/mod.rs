//! The running text of a year file: its texts, and its fields that papers show
//! as sentences.

pub(super) mod claims;
mod first_names;
pub(super) mod masked;
pub(super) mod personal;
pub(super) mod proposal;
mod scalars;
mod scan;
mod sentence;
pub(super) mod typing;
pub(super) mod wording;

use std::borrow::Cow;
use std::cell::OnceCell;

use super::papers::FIGURES;
use super::{Made, Report, Subject};
use crate::finding::Finding;
use crate::measures::DIVISIONS;
use crate::source::Span;
use crate::yaml::{Node, Scalar, ScalarPlaces, Style, Value};
use crate::year_file::{Loaded, OMIT};
use scan::Token;

pub(super) use scan::TokenKind;
pub(super) use sentence::Sentence;

/// The numbers and years that are typed in a text, each once; what placeholders show is not
/// typed.
#[must_use]
pub fn typed_numbers(text: &str) -> Vec<String> {
    let prose = scan::prose(text);
    let mut numbers: Vec<String> = Vec::new();
    for token in scan::tokens(&prose) {
        let is_number = matches!(
            token.kind,
            TokenKind::Number { .. } | TokenKind::Decimal(_) | TokenKind::Compound
        );
        let written = text.get(token.range.clone()).unwrap_or_default();
        if is_number && !numbers.iter().any(|number| number == written) {
            numbers.push(written.to_owned());
        }
    }
    numbers
}

/// What kind of text a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PassageKind {
    /// A text under `texter`, where placeholders are filled in.
    Text,
    /// A field that is shown as a sentence, as it is.
    Field,
    /// A name in a table.
    Label,
}

/// A piece of running text.
pub(super) struct Passage<'a> {
    /// What kind of text.
    pub(super) kind: PassageKind,
    /// The section under `texter`; empty for the others.
    pub(super) section: &'a str,
    span: &'a Span,
    scalar: Cow<'a, Scalar>,
    /// Where its text stands in the year file, worked out when it is first asked for.
    places: OnceCell<ScalarPlaces>,
    /// The text with placeholders, tags and web addresses blotted out, byte for byte.
    pub(super) prose: String,
    /// The words and signs of the prose.
    pub(super) tokens: Vec<Token>,
}

impl<'a> Passage<'a> {
    /// A value of the year file to be read as running text.
    pub(super) fn new(
        kind: PassageKind,
        section: &'a str,
        span: &'a Span,
        scalar: Cow<'a, Scalar>,
    ) -> Self {
        let prose = scan::prose(&scalar.text);
        let tokens = scan::tokens(&prose);
        Self { kind, section, span, scalar, places: OnceCell::new(), prose, tokens }
    }

    /// Where the whole of it stands in the year file.
    pub(super) fn span(&self) -> &Span {
        self.span
    }

    /// The text as written, placeholders and all.
    pub(super) fn text(&self) -> &str {
        &self.scalar.text
    }

    /// The text of a token.
    pub(super) fn word(&self, token: &Token) -> &str {
        self.prose.get(token.range.clone()).unwrap_or_default()
    }

    /// The word at a place in the token list, in lower case; empty when there is
    /// something else.
    pub(super) fn word_at(&self, index: Option<usize>) -> &str {
        let token = index.and_then(|index| self.tokens.get(index));
        token.map_or("", |token| token.lower.as_str())
    }
}

impl Report<'_> {
    /// Where a range of a passage stands in the year file.
    pub(super) fn place_in(&self, passage: &Passage<'_>, range: Span) -> Span {
        let places = passage
            .places
            .get_or_init(|| ScalarPlaces::new(&self.loaded.source, passage.span, &passage.scalar));
        places.place(&range)
    }

    /// Reports that the rule is broken in a passage.
    pub(super) fn add_in(
        &mut self,
        passage: &Passage<'_>,
        range: Span,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Option<&mut Finding> {
        self.add_in_beside(passage, range, message, hint, &[])
    }

    /// The same, and shows other places that it is broken against.
    pub(super) fn add_in_beside(
        &mut self,
        passage: &Passage<'_>,
        range: Span,
        message: impl Into<String>,
        hint: impl Into<String>,
        related: &[(&Span, &str)],
    ) -> Option<&mut Finding> {
        let place = self.place_in(passage, range);
        self.add_beside(&place, message, hint, related)
    }
}

impl<'a> Subject<'a> {
    /// The texts under `texter`.
    pub(super) fn texts(&self) -> impl Iterator<Item = &Passage<'a>> {
        self.passages.iter().filter(|passage| passage.kind == PassageKind::Text)
    }

    /// The texts and the fields that are shown as sentences.
    pub(super) fn sentences(&self) -> impl Iterator<Item = &Passage<'a>> {
        self.passages.iter().filter(|passage| passage.kind != PassageKind::Label)
    }

    /// The names in tables.
    pub(super) fn labels(&self) -> impl Iterator<Item = &Passage<'a>> {
        self.passages.iter().filter(|passage| passage.kind == PassageKind::Label)
    }

    /// All of them.
    pub(super) fn passages(&self) -> impl Iterator<Item = &Passage<'a>> {
        self.passages.iter()
    }
}

/// The running text of a year file that the papers to be made show.
pub(super) fn passages<'a>(loaded: &'a Loaded, made: &Made<'_>) -> Vec<Passage<'a>> {
    let mut passages = Vec::new();
    let Some(root) = &loaded.root else { return passages };
    for entry in entries(root.get("texter")) {
        // One that no paper has is reported, and looked at as well.
        let is_of_others = !made.has_section(&entry.key) && made.knows_section(&entry.key);
        let is_omitted = |scalar: &Scalar| scalar.text.trim() == OMIT;
        if let Value::Scalar(scalar) = &entry.value.value
            && !is_of_others
            && !is_omitted(scalar)
        {
            let scalar = Cow::Borrowed(scalar);
            passages.push(Passage::new(PassageKind::Text, &entry.key, &entry.value.span, scalar));
        }
    }
    let shown = |name: &str, node| made.shows(&[name]).then_some(node).flatten();
    for shortcoming in items(shown("brister", root.get("brister"))) {
        for key in ["område", "beskrivning", "åtgärd"] {
            passages.extend(field(PassageKind::Field, shortcoming.get(key)));
        }
        passages.extend(field(PassageKind::Label, shortcoming.get("rapporterad_till")));
    }
    let operation = root.get("verksamhet");
    let part = |key: &str| shown(key, operation.and_then(|node| node.get(key)));
    for situation in items(part("prioriteringsordning")) {
        passages.extend(field(PassageKind::Field, Some(situation)));
    }
    for body in items(part("samverkan")) {
        passages.extend(field(PassageKind::Field, body.get("om")));
    }
    for ombud in items(part("ombud")) {
        passages.extend(field(PassageKind::Label, ombud.get("område")));
    }
    let steering = part("ledningsgrupp");
    let organisations = steering.and_then(|node| node.get("organisationer"));
    for list in [
        steering.and_then(|node| node.get("ledamöter")),
        organisations.and_then(|node| node.get("deltar")),
        shown("bilagor", root.get("ärende").and_then(|node| node.get("bilagor"))),
    ] {
        passages
            .extend(items(list).iter().filter_map(|item| field(PassageKind::Label, Some(item))));
    }
    for item in items(shown("poster", root.get("ekonomi").and_then(|node| node.get("poster")))) {
        passages.extend(field(PassageKind::Label, item.get("ändamål")));
    }
    let statistics = root.get("statistik").filter(|_| made.shows(FIGURES));
    for year in entries(statistics) {
        for division in DIVISIONS.iter().filter(|division| division.has_chosen_names()) {
            for entry in entries(year.value.get(division.key)) {
                let name = Scalar { text: entry.key.to_string(), style: Style::Plain };
                let name = Cow::Owned(name);
                passages.push(Passage::new(PassageKind::Label, "", &entry.key.span, name));
            }
        }
    }
    passages
}

fn entries(node: Option<&Node>) -> &[crate::yaml::Entry] {
    node.and_then(Node::entries).unwrap_or_default()
}

fn items(node: Option<&Node>) -> &[Node] {
    match node.map(|node| &node.value) {
        Some(Value::Sequence(items)) => items,
        _ => &[],
    }
}

fn field(kind: PassageKind, node: Option<&Node>) -> Option<Passage<'_>> {
    let node = node?;
    match &node.value {
        Value::Scalar(scalar) => Some(Passage::new(kind, "", &node.span, Cow::Borrowed(scalar))),
        _ => None,
    }
}
