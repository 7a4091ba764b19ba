//! What is left of the writing: reminders to write something, and what came with the
//! example that the year file was begun from.

use std::sync::LazyLock;

use super::text::{Sentence, TokenKind};
use super::{Report, Rule, Subject};
use crate::source::Span;
use crate::swedish::folded;
use crate::year_file::YearFile;
use crate::year_file::values::Text;

pub(super) const RULES: &[Rule] = &[
    Rule::warning(
        "påminnelse-kvar",
        "Det som skulle fyllas i syns i papperet (praxis).",
        reminders,
    ),
    Rule::warning(
        "exempel-kvar",
        "Exemplen är påhittade, och det som är kvar av dem blir fel i en annan kommuns papper.",
        examples,
    ),
];

/// More places than this are told by their number.
const MOST: usize = 6;

/// Something left, and its place.
struct Leftover {
    place: Span,
    words: String,
}

/// Reports all leftovers as one finding, at the first of them.
fn report_all(report: &mut Report<'_>, found: &[Leftover], what: &str, label: &str, hint: &str) {
    let Some((first, others)) = found.split_first() else { return };
    let message = match others.len() {
        0 => format!("”{}” {what}", first.words),
        1 => format!("”{}” {what}, och ett ställe till", first.words),
        more => format!("”{}” {what}, och {more} ställen till", first.words),
    };
    let related: Vec<(&Span, &str)> =
        others.iter().take(MOST).map(|other| (&other.place, label)).collect();
    report.add_beside(&first.place, message, hint, &related);
}

fn reminders(subject: &Subject<'_>, report: &mut Report<'_>) {
    let mut found = Vec::new();
    for passage in subject.passages() {
        for range in marks(&passage.prose) {
            let words = passage.prose.get(range.clone()).unwrap_or_default().to_owned();
            found.push(Leftover { place: report.place_in(passage, range), words });
        }
        for sentence in Sentence::all(passage) {
            let mut at = 0;
            while at < sentence.tokens.len() {
                let length = reminder(&sentence, at);
                if length > 0 {
                    let words = sentence.text(at..at + length);
                    let place = report.place_in(passage, sentence.range(at..at + length));
                    found.push(Leftover { place, words });
                }
                at += length.max(1);
            }
        }
    }
    found.sort_by_key(|leftover| leftover.place.start);
    let hint = "Skriv det som ska stå där, eller stryk det.";
    report_all(report, &found, "är en påminnelse om att skriva något", "här också", hint);
}

/// Question marks in a row, and lines to write on: `???`, `____`.
fn marks(prose: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = prose.get(at..).and_then(|rest| rest.find(['?', '_'])) {
        let start = at + start;
        let rest = prose.get(start..).unwrap_or_default();
        let sign = if rest.starts_with('?') { '?' } else { '_' };
        let length = rest.len() - rest.trim_start_matches(sign).len();
        let after = rest.get(length..).unwrap_or_default();
        let before = prose.get(..start).unwrap_or_default();
        // Between letters an underscore is a part of a name or makes words slanted.
        let is_line = length > 2
            && !after.starts_with(char::is_alphanumeric)
            && !before.ends_with(char::is_alphanumeric);
        if (sign == '?' && length > 1) || (sign == '_' && is_line) {
            found.push(start..start + length);
        }
        at = start + length.max(1);
    }
    found
}

/// How many words and signs from a place on are a reminder to write something.
fn reminder(sentence: &Sentence<'_>, at: usize) -> usize {
    let word = sentence.word_at(Some(at));
    let next = sentence.word_at(Some(at + 1));
    let is_filled_with = |sign: char| word.len() > 1 && word.chars().all(|c| c == sign);
    if is_filled_with('x') || matches!(word, "todo" | "tbd" | "tba") {
        return 1;
    }
    if matches!((word, next), ("fyll" | "fylls", "i") | ("lorem", "ipsum")) {
        return 2;
    }
    if sentence.is_sign(at, '[') { bracketed(sentence, at) } else { 0 }
}

/// The length of `[…]` and `[antal]`: a few words in square brackets that are no link, no
/// box to tick and no remark on a quotation.
fn bracketed(sentence: &Sentence<'_>, at: usize) -> usize {
    const MOST_WORDS: usize = 5;
    let end = (at + 1..at + 2 + MOST_WORDS).find(|at| sentence.is_sign(*at, ']'));
    let Some(end) = end.filter(|end| *end > at + 1) else { return 0 };
    let is_link = sentence.is_sign(end + 1, '(') || sentence.is_sign(end + 1, '[');
    let is_remark = matches!(sentence.word_at(Some(at + 1)), "sic" | "x");
    let is_words = (at + 1..end).all(|at| {
        let kind = sentence.tokens.get(at).map(|token| token.kind);
        matches!(kind, Some(TokenKind::Word | TokenKind::Stop | TokenKind::Sign('…' | '-' | '_')))
    });
    if is_link || is_remark || !is_words { 0 } else { end + 1 - at }
}

/// An example that the program comes with.
struct ShippedExample {
    /// Its text with every run of white space as one space.
    text: String,
    /// Its kommun and its nämnd.
    sender: Option<(String, String)>,
}

static EXAMPLES: LazyLock<Vec<ShippedExample>> = LazyLock::new(|| {
    let texts = [
        include_str!("../../data/norra-innerstaden-2025.yaml"),
        include_str!("../../data/jarva-2025.yaml"),
        include_str!("../../data/lindsund-2025.yaml"),
    ];
    let example = |text: &str| {
        let value = |key: &str| {
            let line = text.lines().find_map(|line| line.trim().strip_prefix(key));
            line.map(|value| folded(value.split('#').next().unwrap_or_default()))
        };
        ShippedExample {
            text: text.split_whitespace().collect::<Vec<_>>().join(" "),
            sender: value("kommun:").zip(value("nämnd:")),
        }
    };
    texts.into_iter().map(example).collect()
});

fn examples(subject: &Subject<'_>, report: &mut Report<'_>) {
    /// Shorter sentences may be anybody's.
    const FEWEST_WORDS: usize = 8;
    let sender = &subject.year_file.sender;
    let (Some(municipality), Some(board)) = (sender.municipality.known(), sender.board.known())
    else {
        return;
    };
    let own = Some((folded(municipality), folded(board)));
    let (mine, others): (Vec<&ShippedExample>, Vec<&ShippedExample>) =
        EXAMPLES.iter().partition(|example| example.sender == own);
    let has =
        |examples: &[&ShippedExample], words: &str| examples.iter().any(|e| e.text.contains(words));
    let is_left = |words: &str| has(&others, words) && !has(&mine, words);
    let mut found = Vec::new();
    for value in own_values(subject.year_file) {
        if is_left(value) {
            found.push(Leftover { place: value.span.clone(), words: value.to_string() });
        }
    }
    for passage in subject.sentences() {
        for sentence in Sentence::all(passage) {
            let words = sentence.text(0..sentence.tokens.len());
            let is_long = words.split(' ').count() >= FEWEST_WORDS;
            if is_long && is_left(&words) {
                let place = report.place_in(passage, sentence.range(0..sentence.tokens.len()));
                let words = words.split(' ').take(5).collect::<Vec<_>>().join(" ") + " …";
                found.push(Leftover { place, words });
            }
        }
    }
    found.sort_by_key(|leftover| leftover.place.start);
    let hint = "Skriv era egna uppgifter. Är de ändå rätt så tysta regeln under `kontroller:`.";
    report_all(report, &found, "är kvar från ett exempel", "också exemplets", hint);
}

/// The values of a year file that are nobody else's: persons, numbers, addresses.
fn own_values(year_file: &YearFile) -> impl Iterator<Item = &Text> {
    let sender = &year_file.sender;
    let matter = &year_file.board_matter;
    let grant = &year_file.grant;
    let operation = &year_file.operation;
    let payment = sender.payment.iter().flat_map(|payment| {
        [&payment.bankgiro, &payment.plusgiro, &payment.reference].into_iter().flatten()
    });
    let signers = matter.signatories.iter().map(|signatory| &signatory.name);
    let ombud = operation.ombud_posts.iter().flatten();
    let ombud = ombud.flat_map(|ombud| [&ombud.name, &ombud.telephone, &ombud.email]);
    let organisations = operation.steering_group.organisations.taking_part.iter().flatten();
    let contacts = [Some(&matter.officer), grant.contact.as_ref()].into_iter().flatten();
    let contacts = contacts.flat_map(|contact| [&contact.name, &contact.telephone, &contact.email]);
    [&sender.telephone, &sender.email, &matter.reference, &grant.decision_reference]
        .into_iter()
        .chain([&operation.visiting_address, &operation.website])
        .flatten()
        .chain([&sender.address])
        .chain(payment)
        .chain(signers)
        .chain(grant.signer.iter().map(|signer| &signer.name))
        .chain(contacts)
        .chain(ombud)
        .chain(organisations)
        .filter(|value| value.known().is_some_and(|value| !value.is_empty()))
}
