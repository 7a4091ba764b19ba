//! What is left of the example that a year file was begun from.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::{Leftover, report_each};
use crate::checks::text::{Passage, PassageKind, Sentence, TokenKind};
use crate::checks::{Report, Subject};
use crate::source::Source;
use crate::swedish::{folded, number_of_words as written_number};
use crate::template::BUILT_IN;
use crate::yaml::{Node, Value};
use crate::year_file::values::Text;
use crate::year_file::{self, YearFile};

/// A sentence of so many words is hardly written alike by two people.
const LONG_SENTENCE: usize = 8;

/// A shorter one can be, unless it has a number in it or more of an example is left. One
/// that is shorter than this is anybody's.
const SHORT_SENTENCE: usize = 5;

/// An example that the program comes with.
struct ShippedExample {
    municipality: String,
    board: String,
    /// Values that are nobody else's.
    values: HashSet<String>,
    /// Values that others in the same kommun may have too.
    municipal_values: HashSet<String>,
    /// Sentences of at least [`SHORT_SENTENCE`] words that are about its service.
    sentences: HashSet<String>,
}

const TEXTS: [&str; 3] = [
    include_str!("../../../data/norra-innerstaden-2025.yaml"),
    include_str!("../../../data/jarva-2025.yaml"),
    include_str!("../../../data/lindsund-2025.yaml"),
];

/// The examples' texts, every run of white space as one space.
static PLAIN_TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    TEXTS.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).to_vec()
});

static EXAMPLES: LazyLock<Vec<ShippedExample>> =
    LazyLock::new(|| TEXTS.into_iter().filter_map(ShippedExample::read).collect());

impl ShippedExample {
    /// Reads an example; nothing when it can't be read.
    fn read(text: &str) -> Option<Self> {
        let loaded = year_file::load(Source::new("exempel", text));
        let year_file = loaded.year_file.as_ref()?;
        let set = |values: Vec<&Text>| values.into_iter().map(ToString::to_string).collect();
        Some(Self {
            municipality: folded(&year_file.sender.municipality),
            board: folded(&year_file.sender.board),
            values: set(own_values(year_file)),
            municipal_values: set(municipal_values(year_file)),
            sentences: loaded.root.as_ref().map(sentences_of_its_own).unwrap_or_default(),
        })
    }
}

pub(super) fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let sender = &subject.year_file.sender;
    let (Some(municipality), Some(board)) = (sender.municipality.known(), sender.board.known())
    else {
        return;
    };
    if !may_be_left(subject, municipality, board) {
        return;
    }
    let (municipality, board) = (folded(municipality), folded(board));
    let is_own = |example: &&ShippedExample| {
        (&example.municipality, &example.board) == (&municipality, &board)
    };
    let (own, others): (Vec<&ShippedExample>, Vec<_>) = EXAMPLES.iter().partition(is_own);
    // The kommun's own nämnder may have some things in common.
    let of_others: Vec<&ShippedExample> =
        others.iter().copied().filter(|example| example.municipality != municipality).collect();

    let mut found: Vec<Leftover> = Vec::new();
    let mut add = |text: &Text| {
        found.push(Leftover { place: text.span.clone(), words: text.to_string() });
    };
    for text in own_values(subject.year_file) {
        if is_only_in(&others, &own, text, |example| &example.values) {
            add(text);
        }
    }
    for text in municipal_values(subject.year_file) {
        if is_only_in(&of_others, &own, text, |example| &example.municipal_values) {
            add(text);
        }
    }
    let mut short = Vec::new();
    for passage in subject.sentences() {
        for sentence in Sentence::all(passage) {
            let tokens = 0..sentence.tokens.len();
            let words = sentence.text(tokens.clone());
            if !is_only_in(&others, &own, &words, |example| &example.sentences) {
                continue;
            }
            let is_long = word_count(&words) >= LONG_SENTENCE;
            let list = if is_long || has_number(&sentence) {
                &mut found
            } else if passage.kind == PassageKind::Text {
                &mut short
            } else {
                // A field of a few words says what many others do.
                continue;
            };
            let place = report.place_in(passage, sentence.range(tokens));
            list.push(Leftover { place, words: beginning(&words) });
        }
    }
    if !found.is_empty() || short.len() > 1 {
        found.append(&mut short);
    }
    found.sort_by_key(|leftover| leftover.place.start);
    let hint = "Skriv era egna uppgifter. Är de ändå rätt så tysta regeln under `kontroller:`.";
    report_each(report, &found, "är kvar från ett exempel", hint);
}

/// Whether anything of the year file stands in the text of another's example, and not in
/// its own. Few files have that, and only for them are the examples read.
fn may_be_left(subject: &Subject<'_>, municipality: &str, board: &str) -> bool {
    let (municipality, board) = (format!("kommun: {municipality} "), format!("nämnd: {board} "));
    let is_own = |text: &&String| text.contains(&municipality) && text.contains(&board);
    let (own, others): (Vec<&String>, Vec<&String>) = PLAIN_TEXTS.iter().partition(is_own);
    let has = |texts: &[&String], words: &str| texts.iter().any(|text| text.contains(words));
    let is_left = |words: &str| has(&others, words) && !has(&own, words);
    let values = [own_values(subject.year_file), municipal_values(subject.year_file)];
    let is_sentence_left = |sentence: &Sentence<'_>| {
        let words = sentence.text(0..sentence.tokens.len());
        word_count(&words) >= SHORT_SENTENCE && is_left(&words)
    };
    values.into_iter().flatten().any(|value| is_left(value))
        || subject.sentences().any(|passage| Sentence::all(passage).iter().any(is_sentence_left))
}

/// Whether one of the others' examples has a text that the kommun's own has not.
fn is_only_in(
    others: &[&ShippedExample],
    own: &[&ShippedExample],
    text: &str,
    kind: impl Fn(&ShippedExample) -> &HashSet<String>,
) -> bool {
    let has =
        |examples: &[&ShippedExample]| examples.iter().any(|example| kind(example).contains(text));
    has(others) && !has(own)
}

/// The number of words in a sentence; placeholders stand in sentences of all kinds.
fn word_count(sentence: &str) -> usize {
    sentence.split(' ').filter(|word| !word.contains(['{', '}'])).count()
}

/// Whether a sentence counts something: `alla tre stadsdelsnämnderna`.
fn has_number(sentence: &Sentence<'_>) -> bool {
    sentence.tokens.iter().any(|token| match token.kind {
        TokenKind::Number { .. } => true,
        TokenKind::Word => written_number(&token.lower).is_some(),
        _ => false,
    })
}

/// The first words of a sentence.
fn beginning(sentence: &str) -> String {
    const WORDS: usize = 5;
    let words: Vec<&str> = sentence.split(' ').collect();
    match words.get(..WORDS) {
        Some(first) if words.len() > WORDS => format!("{} …", first.join(" ")),
        _ => sentence.to_owned(),
    }
}

/// The templates that come with the program, every run of white space as one space.
static TEMPLATES: LazyLock<String> = LazyLock::new(|| {
    let memo = include_str!("../../../templates/tjansteskrivelse/tjansteskrivelse.md");
    let texts = BUILT_IN.iter().map(|(_, text)| *text).chain([memo]);
    texts.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
});

/// Sections that say what personligt ombud is, what the law asks for and what the nämnd is
/// to decide: that is true of others, and theirs to keep.
const GENERAL_SECTIONS: [&str; 4] =
    ["sammanfattning", "bakgrund", "ärendet", "synpunkter_och_förslag"];

/// The sentences in a tree that are about one service: those in no section that is
/// general, and in no template.
fn sentences_of_its_own(root: &Node) -> HashSet<String> {
    let mut found = HashSet::new();
    let mut nodes = vec![root];
    while let Some(node) = nodes.pop() {
        match &node.value {
            Value::Mapping(entries) => {
                let is_general = |key: &str| GENERAL_SECTIONS.contains(&key);
                let entries = entries.iter().filter(|entry| !is_general(&entry.key));
                nodes.extend(entries.map(|entry| &entry.value));
            }
            Value::Sequence(items) => nodes.extend(items),
            Value::Scalar(scalar) => {
                let scalar = Cow::Borrowed(scalar);
                let passage = Passage::new(PassageKind::Text, "", &node.span, scalar);
                let all = Sentence::all(&passage);
                let texts = all.iter().map(|sentence| sentence.text(0..sentence.tokens.len()));
                let is_its_own = |text: &String| {
                    word_count(text) >= SHORT_SENTENCE && !TEMPLATES.contains(text.as_str())
                };
                found.extend(texts.filter(is_its_own));
            }
            Value::Null | Value::Reported => {}
        }
    }
    found
}

/// The values of a year file that are nobody else's: persons, numbers, addresses. What a
/// payment is to be marked with is often the same, such as `PO 2026`.
fn own_values(year_file: &YearFile) -> Vec<&Text> {
    let sender = &year_file.sender;
    let matter = &year_file.board_matter;
    let grant = &year_file.grant;
    let operation = &year_file.operation;
    let payment = sender.payment.iter();
    let payment = payment.flat_map(|payment| [&payment.bankgiro, &payment.plusgiro]).flatten();
    let signatories = || matter.signatories.iter();
    let signers = signatories().map(|signatory| &signatory.name);
    let units = signatories().filter_map(|signatory| signatory.unit.as_ref());
    let ombud = operation.ombud_posts.iter().flatten();
    let ombud = ombud.flat_map(|ombud| [&ombud.name, &ombud.telephone, &ombud.email]);
    let contacts = [Some(&matter.officer), grant.contact.as_ref()].into_iter().flatten();
    let contacts = contacts.flat_map(|contact| {
        [Some(&contact.name), contact.telephone.as_ref(), contact.email.as_ref()]
    });
    let provider = operation.provider.iter().flat_map(|provider| {
        [provider.contact.as_ref(), provider.telephone.as_ref(), provider.email.as_ref()]
    });
    [&sender.telephone, &sender.email, &matter.reference, &grant.decision_reference]
        .into_iter()
        .chain([&operation.visiting_address])
        .flatten()
        .chain([&sender.address])
        .chain(payment)
        .chain(signers)
        .chain(units)
        .chain(grant.signer.iter().map(|signer| &signer.name))
        .chain(contacts.chain(provider).flatten())
        .chain(ombud)
        .filter(|value| is_written(value))
        .collect()
}

/// The values that other nämnder of the same kommun may have too: its organisationsnummer,
/// the website, and the organisations in the steering group.
fn municipal_values(year_file: &YearFile) -> Vec<&Text> {
    let operation = &year_file.operation;
    let organisations = operation.steering_group.organisations.taking_part.iter().flatten();
    let number = [&year_file.sender.organisation_number];
    let values = operation.website.iter().chain(organisations).chain(number);
    values.filter(|value| is_written(value)).collect()
}

/// Whether something is written that two would hardly write alike: one word is anybody's.
fn is_written(value: &Text) -> bool {
    value.known().is_some_and(|value| value.contains(|c: char| !c.is_alphabetic()))
}
