//! The examples that the program comes with, and what in each of them is nobody else's.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::sentences::{SHORT_SENTENCE, word_count};
use crate::checks::text::{Passage, PassageKind, Sentence};
use crate::source::Source;
use crate::swedish::{evenly_spaced, folded};
use crate::template::BUILT_IN;
use crate::yaml::{Node, Value};
use crate::year_file::values::Text;
use crate::year_file::{self, Contact, YearFile};

/// An example that the program comes with.
pub(super) struct ShippedExample {
    pub(super) municipality: String,
    pub(super) board: String,
    pub(super) administration: String,
    /// The län, as its länsstyrelse uses the name.
    pub(super) county: Option<&'static str>,
    /// Values that are nobody else's.
    pub(super) values: HashSet<String>,
    /// Values that others in the same kommun may have too.
    pub(super) municipal_values: HashSet<String>,
    /// Values that others may have too, unless a name in them is the example's.
    pub(super) naming_values: HashSet<String>,
    /// The names of its persons, who are all invented.
    pub(super) persons: HashSet<String>,
    /// Sentences of at least [`SHORT_SENTENCE`] words that are about its service.
    pub(super) sentences: HashSet<String>,
}

const TEXTS: [&str; 3] = [
    include_str!("../../../data/norra-innerstaden-2025.yaml"),
    include_str!("../../../data/jarva-2025.yaml"),
    include_str!("../../../data/lindsund-2025.yaml"),
];

/// The examples' texts, every run of white space as one space.
pub(super) static PLAIN_TEXTS: LazyLock<Vec<String>> =
    LazyLock::new(|| TEXTS.map(evenly_spaced).to_vec());

/// The examples, read when something of them may be left.
pub(super) static EXAMPLES: LazyLock<Vec<ShippedExample>> =
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
            administration: folded(&year_file.sender.administration),
            county: year_file.grant.county_board.county(),
            values: set(own_values(year_file)),
            municipal_values: set(municipal_values(year_file)),
            naming_values: set(naming_values(year_file)),
            persons: set(persons(year_file)),
            sentences: loaded.root.as_deref().map(sentences_of_its_own).unwrap_or_default(),
        })
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
pub(super) fn own_values(year_file: &YearFile) -> Vec<&Text> {
    let sender = &year_file.sender;
    let matter = &year_file.board_matter;
    let grant = &year_file.grant;
    let operation = &year_file.operation;
    let payment = sender.payment.iter();
    let payment = payment.flat_map(|payment| [&payment.bankgiro, &payment.plusgiro]).flatten();
    let units = matter.signatories.iter().filter_map(|signatory| signatory.unit.as_ref());
    let ombud = operation.ombud_posts.iter().flatten();
    let ombud = ombud.flat_map(|ombud| [&ombud.telephone, &ombud.email]);
    let contacts = contacts(year_file).flat_map(|contact| [&contact.telephone, &contact.email]);
    let provider = operation
        .provider
        .iter()
        .flat_map(|provider| [&provider.contact, &provider.telephone, &provider.email]);
    [&sender.telephone, &sender.email, &matter.reference, &grant.decision_reference]
        .into_iter()
        .chain([&operation.visiting_address])
        .flatten()
        .chain([&sender.address])
        .chain(payment)
        .chain(units)
        .chain(contacts.chain(provider).flatten())
        .chain(ombud)
        .chain(persons(year_file))
        .filter(|value| is_written(value))
        .collect()
}

/// The values that other nämnder of the same kommun may have too: its organisationsnummer,
/// the website, the organisations in the steering group, and where the ombud work.
pub(super) fn municipal_values(year_file: &YearFile) -> Vec<&Text> {
    let operation = &year_file.operation;
    let organisations = operation.steering_group.organisations.taking_part.iter().flatten();
    let areas = operation.ombud_posts.iter().flatten().filter_map(|ombud| ombud.area.as_ref());
    let number = [&year_file.sender.organisation_number];
    let values = operation.website.iter().chain(organisations).chain(areas).chain(number);
    values.filter(|value| is_written(value)).collect()
}

/// The values that say who somebody is or whom something concerns: `Region Stockholm`,
/// `Enhetschef`, `Boendestödet i Järva`. Most of them are anybody's; see
/// [`super::names::is_peculiar`].
pub(super) fn naming_values(year_file: &YearFile) -> Vec<&Text> {
    let sender = &year_file.sender;
    let operation = &year_file.operation;
    let signatories = &year_file.board_matter.signatories;
    let signer = year_file.grant.signer.as_ref();
    let shortcomings = || year_file.shortcomings.iter().flatten();
    [&sender.administration, &sender.department]
        .into_iter()
        .chain(contacts(year_file).filter_map(|contact| contact.position.as_ref()))
        .chain(signatories.iter().map(|signatory| &signatory.position))
        .chain(signer.map(|signer| &signer.position))
        .chain(signer.and_then(|signer| signer.authority.as_ref()))
        .chain(operation.cooperation.iter().flatten().map(|body| &body.name))
        .chain(&operation.steering_group.members)
        .chain(shortcomings().map(|one| &one.responsible))
        .chain(shortcomings().filter_map(|one| one.reported_to.as_ref()))
        .filter(|value| value.known().is_some())
        .collect()
}

/// The names of the persons in a year file.
fn persons(year_file: &YearFile) -> Vec<&Text> {
    let signatories = &year_file.board_matter.signatories;
    let ombud = year_file.operation.ombud_posts.iter().flatten();
    contacts(year_file)
        .map(|contact| &contact.name)
        .chain(signatories.iter().map(|signatory| &signatory.name))
        .chain(year_file.grant.signer.iter().map(|signer| &signer.name))
        .chain(ombud.map(|ombud| &ombud.name))
        .collect()
}

/// Those whom readers can turn to.
fn contacts(year_file: &YearFile) -> impl Iterator<Item = &Contact> {
    [Some(&year_file.board_matter.officer), year_file.grant.contact.as_ref()].into_iter().flatten()
}

/// Whether something is written that two would hardly write alike: one word is anybody's.
fn is_written(value: &Text) -> bool {
    value.known().is_some_and(|value| value.contains(|c: char| !c.is_alphabetic()))
}
