//! Claims about persons that the year file names: what they are, and what they do.

use std::ops::Range;

use super::claim::{Answer, ClaimKind, Correction, Judged};
use super::known::Known;
use super::names::is_same;
use crate::checks::text::Sentence;
use crate::source::Span;
use crate::year_file::values::Text;

/// A person of the year file.
struct Person<'a> {
    name: &'a Text,
    position: Option<&'a Text>,
}

/// The claims of this kind in a sentence, judged.
pub(super) fn judged(sentence: &Sentence<'_>, known: &Known<'_>) -> Vec<Judged> {
    let reader = RoleReader { sentence, people: people(known), known };
    let named = reader.named();
    let titles = named.iter().filter_map(|(person, place)| reader.title(person, place));
    let mut judged: Vec<Judged> = titles.collect();
    judged.extend(reader.signer(&named));
    judged.extend(reader.officer(&named));
    judged
}

/// Everybody whose position the year file may give.
fn people<'a>(known: &Known<'a>) -> Vec<Person<'a>> {
    let matter = &known.year_file.board_matter;
    let grant = &known.year_file.grant;
    let contacts = std::iter::once(&matter.officer).chain(&grant.contact);
    let contacts = contacts.map(|one| Person { name: &one.name, position: one.position.as_ref() });
    let signatories = matter.signatories.iter();
    let signatories =
        signatories.map(|one| Person { name: &one.name, position: Some(&one.position) });
    let signer = grant.signer.iter();
    let signer = signer.map(|one| Person { name: &one.name, position: Some(&one.position) });
    let mut people: Vec<Person<'a>> = Vec::new();
    for person in contacts.chain(signatories).chain(signer) {
        let is_known = |other: &Person<'_>| {
            other.name.known() == person.name.known() && other.position.is_some()
        };
        if person.name.known().is_some() && !people.iter().any(is_known) {
            people.push(person);
        }
    }
    people
}

struct RoleReader<'r, 'k> {
    sentence: &'r Sentence<'r>,
    people: Vec<Person<'k>>,
    known: &'r Known<'k>,
}

impl<'k> RoleReader<'_, 'k> {
    fn word(&self, at: usize) -> &str {
        self.sentence.word_at(Some(at))
    }

    fn has(&self, words: &[&str]) -> bool {
        (0..self.sentence.tokens.len()).any(|at| words.contains(&self.word(at)))
    }

    /// The persons whose whole name stands in the sentence, with the words of it.
    fn named(&self) -> Vec<(&Person<'k>, Range<usize>)> {
        let place = |person: &Person<'_>| {
            let lower = person.name.to_lowercase();
            let words: Vec<&str> = lower.split_whitespace().collect();
            let fits = |at: usize| {
                let mut steps = words.iter().enumerate();
                steps.all(|(step, word)| is_same(self.word(at + step), word))
            };
            let at = (0..self.sentence.tokens.len()).find(|at| fits(*at))?;
            (words.len() > 1).then_some(at..at + words.len())
        };
        let placed = self.people.iter().filter_map(|person| Some((person, place(person)?)));
        placed.collect()
    }

    /// `socialchef Annika Bylund`, when somebody else is socialchef.
    fn title(&self, person: &Person<'_>, place: &Range<usize>) -> Option<Judged> {
        let own = person.position?;
        let at = place.start.checked_sub(1)?;
        let said = self.word(at);
        let is_own = own.to_lowercase().split_whitespace().any(|word| is_same(said, word));
        // One person may have several rows with a position in each.
        let is_others = |other: &&Person<'_>| {
            let begins = other.position.and_then(|position| {
                let lower = position.to_lowercase();
                lower.split_whitespace().next().map(|word| is_same(said, word))
            });
            other.name.known() != person.name.known() && begins == Some(true)
        };
        let other = self.people.iter().find(is_others)?;
        let but = format!("{} är {}", own_name(person), crate::swedish::lower_first(own));
        let places = [(own, "i årsfilen"), (other.position?, "den andra")];
        (!is_own).then(|| wrong(at..place.end, but, &places))
    }

    /// `redovisningen undertecknas av …`, when another signs it.
    fn signer(&self, named: &[(&Person<'_>, Range<usize>)]) -> Option<Judged> {
        const SIGNS: &[&str] =
            &["undertecknas", "undertecknar", "undertecknats", "undertecknade", "undertecknades"];
        const PAPERS: &[&str] = &["redovisningen", "ansökan", "handlingarna"];
        let signer = self.known.year_file.grant.signer.as_ref()?;
        let is_said = self.has(SIGNS) && self.has(PAPERS) && !self.has(&["inte", "tidigare"]);
        let ([(person, place)], true) = (named, is_said) else { return None };
        let is_it = person.name.known() == signer.name.known();
        let but = format!("redovisningen och ansökan undertecknas av {}", *signer.name);
        (!is_it).then(|| wrong(place.clone(), but, &[(&signer.name, "undertecknaren")]))
    }

    /// `handläggare är …`, when it is another.
    fn officer(&self, named: &[(&Person<'_>, Range<usize>)]) -> Option<Judged> {
        let officer = &self.known.year_file.board_matter.officer;
        let [(person, place)] = named else { return None };
        let before = |steps: usize| place.start.checked_sub(steps).map_or("", |at| self.word(at));
        let is_said = (before(1) == "är" && before(2) == "handläggare")
            || (before(1) == "är" && before(2) == "ärendet" && before(4) == "handläggare")
            || before(1) == "handläggare";
        let is_it = person.name.known() == officer.name.known();
        let but = format!("handläggare är {}", *officer.name);
        let is_false = is_said && !is_it && officer.name.known().is_some();
        is_false.then(|| wrong(place.clone(), but, &[(&officer.name, "handläggaren")]))
    }
}

fn own_name(person: &Person<'_>) -> String {
    person.name.to_string()
}

fn wrong(tokens: Range<usize>, but: String, places: &[(&Text, &str)]) -> Judged {
    let places = places.iter().map(|(text, label)| (text.span.clone(), (*label).to_owned()));
    let places: Vec<(Span, String)> = places.collect();
    let answer = Answer::False(Correction {
        but,
        hint: "Rätta texten. Är det uppgiften i årsfilen som är fel så rätta den.".to_owned(),
        places,
    });
    Judged { tokens, kind: ClaimKind::Name, answer, placeholder: None }
}
