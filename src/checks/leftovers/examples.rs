//! What is left of the example that a year file was begun from.

use std::collections::HashSet;

use memchr::memmem::Finder;

use super::names::{self, OwnNames};
use super::sentences::{LONG_SENTENCE, SHORT_SENTENCE, beginning, has_number, word_count};
use super::shipped::{
    EXAMPLES, PLAIN_TEXTS, ShippedExample, municipal_values, naming_values, own_values,
};
use super::{Leftover, report_each};
use crate::checks::text::{PassageKind, Sentence};
use crate::checks::{Report, Subject};
use crate::swedish::folded;
use crate::year_file::values::Text;

pub(super) fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(own_names) = OwnNames::of(subject.year_file) else { return };
    let mut found = places_in_sentences(subject, &own_names, report);
    let area = subject.year_file.operation.area.iter().filter(|_| own_names.has_area_of_example);
    found.extend(area.map(leftover));
    if may_be_left(subject) {
        let examples = Examples::beside(&own_names);
        found.extend(values(subject, &examples, &own_names));
        found.extend(persons_in_sentences(subject, &examples, report));
        let (long, mut short) = sentences(subject, &examples, report);
        // A name in a sentence that is left is left with it.
        let is_within = |inner: &Leftover, outer: &Leftover| {
            outer.place.start <= inner.place.start && inner.place.end <= outer.place.end
        };
        found.retain(|name| !long.iter().any(|sentence| is_within(name, sentence)));
        found.extend(long);
        if !found.is_empty() || short.len() > 1 {
            found.append(&mut short);
        }
    }
    found.sort_by_key(|leftover| leftover.place.start);
    let hint = "Skriv era egna uppgifter. Är de ändå rätt så tysta regeln under `kontroller:`.";
    report_each(report, &found, "är kvar från ett exempel", hint);
}

/// A value that is left.
fn leftover(value: &Text) -> Leftover {
    Leftover { place: value.span.clone(), words: value.to_string() }
}

/// The examples, divided by whose they are.
struct Examples {
    /// That of the year file's own nämnd.
    own: Vec<&'static ShippedExample>,
    others: Vec<&'static ShippedExample>,
    /// Those of other kommuner: the kommun's own nämnder may have some things in common.
    of_other_municipalities: Vec<&'static ShippedExample>,
}

impl Examples {
    fn beside(names: &OwnNames) -> Self {
        let is_own = |example: &&ShippedExample| {
            (&example.municipality, &example.board) == (&names.municipality, &names.board)
        };
        let (own, others): (Vec<&ShippedExample>, Vec<_>) = EXAMPLES.iter().partition(is_own);
        let is_elsewhere = |example: &&&ShippedExample| example.municipality != names.municipality;
        let of_other_municipalities = others.iter().filter(is_elsewhere).copied().collect();
        Self { own, others, of_other_municipalities }
    }

    /// Whether a text is in one of the others' sets and not in the own example's.
    fn only_others_have(
        &self,
        text: &str,
        kind: impl Fn(&ShippedExample) -> &HashSet<String>,
    ) -> bool {
        self.has(&self.others, text, &kind)
    }

    /// The same for those of other kommuner.
    fn only_elsewhere_is(
        &self,
        text: &str,
        kind: impl Fn(&ShippedExample) -> &HashSet<String>,
    ) -> bool {
        self.has(&self.of_other_municipalities, text, &kind)
    }

    fn has(
        &self,
        others: &[&ShippedExample],
        text: &str,
        kind: &impl Fn(&ShippedExample) -> &HashSet<String>,
    ) -> bool {
        let in_any = |all: &[&ShippedExample]| all.iter().any(|one| kind(one).contains(text));
        in_any(others) && !in_any(&self.own)
    }

    /// Whether a value that says who somebody is says it of another's example.
    fn others_are_named(&self, value: &str, names: &OwnNames) -> bool {
        let folded = folded(value);
        let is_named = |example: &&ShippedExample| {
            let names_its_bodies =
                [&example.board, &example.administration].into_iter().any(|body| folded == *body);
            let is_elsewhere = example.municipality != names.municipality;
            example.naming_values.contains(value)
                && (is_elsewhere || names_its_bodies)
                && names::is_peculiar(value, example, names)
        };
        let is_own = self.own.iter().any(|example| example.naming_values.contains(value));
        !is_own && self.others.iter().any(is_named)
    }
}

/// The values that are an example's.
fn values(subject: &Subject<'_>, examples: &Examples, names: &OwnNames) -> Vec<Leftover> {
    let year_file = subject.year_file;
    let own = own_values(year_file).into_iter();
    let own = own.filter(|value| examples.only_others_have(value, |example| &example.values));
    let municipal = municipal_values(year_file)
        .into_iter()
        .filter(|value| examples.only_elsewhere_is(value, |example| &example.municipal_values));
    let naming = naming_values(year_file).into_iter();
    let naming = naming.filter(|value| examples.others_are_named(value, names));
    own.chain(municipal).chain(naming).map(leftover).collect()
}

/// The sentences that are an example's: those that say enough by themselves, and the short
/// ones that only do beside something else.
fn sentences(
    subject: &Subject<'_>,
    examples: &Examples,
    report: &Report<'_>,
) -> (Vec<Leftover>, Vec<Leftover>) {
    let (mut found, mut short) = (Vec::new(), Vec::new());
    for passage in subject.sentences() {
        for sentence in Sentence::all(passage) {
            let tokens = 0..sentence.tokens.len();
            let words = sentence.text(tokens.clone());
            if !examples.only_others_have(&words, |example| &example.sentences) {
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
    (found, short)
}

/// The persons of another's example in sentences of one's own.
fn persons_in_sentences(
    subject: &Subject<'_>,
    examples: &Examples,
    report: &Report<'_>,
) -> Vec<Leftover> {
    let mut found = Vec::new();
    for passage in subject.sentences() {
        for sentence in Sentence::all(passage) {
            for (tokens, name) in names::names_of_persons(&sentence) {
                let is_person =
                    |name: &str| examples.only_others_have(name, |example| &example.persons);
                let is_left = is_person(&name) || name.strip_suffix('s').is_some_and(is_person);
                let place = is_left.then(|| report.place_in(passage, sentence.range(tokens)));
                found.extend(place.map(|place| Leftover { place, words: name }));
            }
        }
    }
    found
}

/// The places of another's example in sentences of one's own.
fn places_in_sentences(
    subject: &Subject<'_>,
    names: &OwnNames,
    report: &Report<'_>,
) -> Vec<Leftover> {
    // Which places are its own stands there.
    if report.loaded.is_unread(&["verksamhet"]) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for passage in subject.sentences() {
        for sentence in Sentence::all(passage) {
            for tokens in names::places(&sentence, names) {
                let words = sentence.text(tokens.clone());
                let place = report.place_in(passage, sentence.range(tokens));
                found.push(Leftover { place, words });
            }
        }
    }
    found
}

/// Whether anything of the year file stands in the text of another's example, and not in
/// its own. Few files have that, and only for them are the examples read.
fn may_be_left(subject: &Subject<'_>) -> bool {
    let sender = &subject.year_file.sender;
    let (municipality, board) =
        (format!("kommun: {} ", *sender.municipality), format!("nämnd: {} ", *sender.board));
    let is_own = |text: &&String| text.contains(&municipality) && text.contains(&board);
    let (own, others): (Vec<&String>, Vec<&String>) = PLAIN_TEXTS.iter().partition(is_own);
    // Every sentence is looked for in every example.
    let has = |texts: &[&String], words: &str| {
        let finder = Finder::new(words);
        texts.iter().any(|text| finder.find(text.as_bytes()).is_some())
    };
    let is_left = |words: &str| has(&others, words) && !has(&own, words);
    let values = [own_values(subject.year_file), municipal_values(subject.year_file)];
    let naming = naming_values(subject.year_file).into_iter();
    let mut values =
        naming.filter(|value| names::may_be_peculiar(value)).chain(values.into_iter().flatten());
    let is_sentence_left = |sentence: &Sentence<'_>| {
        let words = sentence.text(0..sentence.tokens.len());
        let mut persons = names::names_of_persons(sentence);
        (word_count(&words) >= SHORT_SENTENCE && is_left(&words))
            || persons.any(|(_, name)| is_left(name.strip_suffix('s').unwrap_or(&name)))
    };
    values.any(|value| is_left(value))
        || subject.sentences().any(|passage| Sentence::all(passage).iter().any(is_sentence_left))
}
