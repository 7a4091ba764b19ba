//! The names that a year file gives to the parts of its divisions, as texts write them.

use crate::checks::ages::AgeRange;
use crate::measures::{AGES, CONTACT_ROUTES, SEXES};

/// A name of several words, as texts write it.
pub(super) struct Name {
    /// As the year file has it.
    pub(super) text: String,
    /// Its words that tell it from others, in lower case.
    words: Vec<String>,
    /// A noun that is said for its adjective: `psykiatrin` for Psykiatrisk öppenvård.
    short: Option<&'static str>,
}

/// A part of a division, and how texts name it.
pub(super) struct PartName {
    pub(super) division: &'static str,
    /// As the year file has it.
    pub(super) name: String,
    /// Its words, but for sexes and ages, which texts name in ways of their own.
    words: Option<Name>,
    /// The ages of an age group.
    pub(super) ages: Option<AgeRange>,
}

/// Words that names of parts share.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "och", "eller", "samt", "med", "till", "för", "från", "i", "av", "om", "den", "det", "de", "andra",
    "annan", "annat", "övriga", "övrig", "övrigt", "frågor", "fråga", "ärenden", "kontakt", "kontakter", "kontakten", "hjälp", "stöd",
    "kommun", "kommuns", "stad", "stads", "stadsdel", "stadsdelen", "stadsdelsområde", "kommundel", "kommundelen",
    "genom", "via", "hos", "kring", "på", "personliga", "m", "fl", "mm", "år",
];

impl Name {
    pub(super) fn new(name: &str) -> Self {
        let lower = name.to_lowercase();
        let all: Vec<&str> = lower
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            // `hälso- och sjukvården`: the hyphen is a sign of its own in a text.
            .map(|word| word.trim_matches('-'))
            .filter(|word| !word.is_empty())
            .collect();
        let telling: Vec<&str> = all.iter().copied().filter(|w| !COMMON.contains(w)).collect();
        let words = if telling.is_empty() { all } else { telling };
        let words = words.into_iter().map(str::to_owned).collect();
        Self { text: name.to_owned(), words, short: None }
    }

    /// Whether a word is its first telling one.
    pub(super) fn begins_with(&self, written: &str) -> bool {
        self.words.first().is_some_and(|word| is_same(written, word))
    }

    /// How many per cent of its telling words stand among others, in any order.
    pub(super) fn per_cent_of_words_in(&self, others: &[&str]) -> usize {
        let is_there = |word: &&String| others.iter().any(|other| is_same(other, word));
        self.words.iter().filter(is_there).count() * 100 / self.words.len().max(1)
    }

    /// How many words from a place on are the name; a few others may stand between
    /// them, as in `stöd i kontakten med myndigheter`.
    pub(super) fn length_at<'w>(&self, word_at: impl Fn(usize) -> &'w str) -> Option<usize> {
        const BETWEEN: usize = 3;
        if self.short == Some(word_at(0)) {
            return Some(1);
        }
        let mut at = 0;
        for (index, word) in self.words.iter().enumerate() {
            let reach = if index == 0 { 1 } else { BETWEEN };
            // The second word of a name may be written as the first part of a compound.
            let is_it = |at: &usize| {
                let written = word_at(*at);
                is_same(written, word) || (index > 0 && is_beginning(written, word))
            };
            let found = (at..at + reach).find(is_it)?;
            at = found + 1;
        }
        (at > 0).then_some(at)
    }

    /// Whether a word is one of several that make up the name.
    pub(super) fn has_word(&self, written: &str) -> bool {
        let is_part = |word: &String| word.chars().count() > 3 && is_same(written, word);
        self.words.len() > 1 && self.words.iter().any(is_part)
    }
}

impl PartName {
    pub(super) fn new(division: &'static str, name: &str) -> Self {
        let ages = (division == AGES).then(|| AgeRange::of(name)).flatten();
        let is_named = ages.is_none() && division != SEXES;
        let words = is_named.then(|| Name::new(name));
        Self { division, name: name.to_owned(), words, ages }
    }

    /// Gives the contact route that alone is of psychiatry its short name.
    pub(super) fn name_psychiatry(parts: &mut [Self]) {
        let is_of_it = |part: &&mut Self| {
            part.division == CONTACT_ROUTES && part.name.to_lowercase().contains("psykiatri")
        };
        let mut routes = parts.iter_mut().filter(is_of_it);
        if let (Some(route), None) = (routes.next(), routes.next())
            && let Some(name) = &mut route.words
        {
            name.short = Some("psykiatrin");
        }
    }

    /// Whether it is the way of those who turned to an ombud themselves.
    pub(super) fn is_of_themselves(&self) -> bool {
        let lower = self.name.to_lowercase();
        ["egen", "eget", "egna", "själv"].iter().any(|word| lower.starts_with(word))
    }

    /// See [`Name::length_at`].
    pub(super) fn length_at<'w>(&self, word_at: impl Fn(usize) -> &'w str) -> Option<usize> {
        self.words.as_ref()?.length_at(word_at)
    }

    /// See [`Name::has_word`].
    pub(super) fn has_word(&self, written: &str) -> bool {
        self.words.as_ref().is_some_and(|name| name.has_word(written))
    }

    /// The lowest age of an age group.
    pub(super) fn lowest_age(&self) -> Option<u64> {
        Some(self.ages?.from.unwrap_or_default())
    }

    /// Whether an age group begins with the youngest of some ages.
    pub(super) fn begins_with(&self, ages: Ages) -> bool {
        let Some(own) = self.ages else { return false };
        match ages.from {
            Some(from) => own.from == Some(from) || (ages.is_loose && own.from == Some(from + 1)),
            // The youngest group may say where it begins: 18–29 for those under 30.
            None => own.from.is_none_or(|from| from <= YOUNGEST),
        }
    }

    /// Whether an age group ends with the oldest of some ages.
    pub(super) fn ends_with(&self, ages: Ages) -> bool {
        let Some(own) = self.ages else { return false };
        match ages.to {
            Some(to) => own.to == Some(to) || (ages.is_loose && own.to == to.checked_sub(1)),
            None => own.to.is_none(),
        }
    }
}

/// Who may have an ombud is 18 or older (2 § förordning 2013:522).
const YOUNGEST: u64 = 18;

/// Ages in a text: `30–44 år`, `över 65 år`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ages {
    pub(super) from: Option<u64>,
    pub(super) to: Option<u64>,
    /// Whether the age itself may be outside: `över 65`, `under 30`.
    pub(super) is_loose: bool,
}

impl Ages {
    /// Whether they are those of the whole target group, or of a child.
    pub(super) fn are_of_all(self) -> bool {
        matches!((self.from, self.to), (Some(17 | YOUNGEST), None) | (None, Some(17 | YOUNGEST)))
    }
}

/// Endings that one noun can have instead of another.
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "ernas", "arnas", "ornas", "erna", "arna", "orna", "ens", "ets", "ans", "ers", "ars", "en", "et", "er", "ar", "or", "na", "ns", "ts", "an", "n", "t", "a", "e", "s",
];

/// Whether two words are the same but for their endings, or the written one is a
/// compound that begins with the other: `bostadsfrågor` is about Bostad.
pub(super) fn is_same(written: &str, word: &str) -> bool {
    const SHORTEST: usize = 4;
    if written == word {
        return !written.is_empty();
    }
    // Most words are told apart by how they begin.
    if written.as_bytes().get(..3) != word.as_bytes().get(..3) {
        return false;
    }
    // A short word has only its own endings: lön, lönen.
    if word.chars().count() == SHORTEST - 1 {
        return written.strip_prefix(word).is_some_and(|rest| ENDINGS.contains(&rest));
    }
    let is_long = |text: &str| text.chars().count() >= SHORTEST;
    if !is_long(word) || !is_long(written) || !word.chars().all(char::is_alphabetic) {
        return false;
    }
    let stem = stem(word);
    if written.starts_with(stem) && written.len() > stem.len() {
        let rest = written.get(stem.len()..).unwrap_or_default();
        return ENDINGS.contains(&rest) || is_second_part(rest);
    }
    stem == self::stem(written)
}

/// What a compound may end with and still be about its first part: `bostadsfrågor`,
/// `ekonomiska`.
#[rustfmt::skip]
const SECOND_PARTS: &[&str] = &[
    "fråg", "situation", "ärende", "problem", "skäl", "orsak", "behov", "område", "kontakt", "relaterad", "mässig", "sk",
];

fn is_second_part(rest: &str) -> bool {
    let rest = rest.strip_prefix(['s', 'e', 'o']).filter(|rest| rest.len() > 2).unwrap_or(rest);
    SECOND_PARTS.iter().any(|part| rest.starts_with(part)) || rest == "ka" || rest == "kt"
}

/// Whether a word is the first part of a compound: `vården` and `vårdkontakter`.
fn is_beginning(written: &str, word: &str) -> bool {
    let stem = stem(written);
    stem.chars().count() >= 4 && word.len() > stem.len() && word.starts_with(stem)
}

/// A word without its ending, when enough is left.
fn stem(word: &str) -> &str {
    const SHORTEST: usize = 4;
    let without = ENDINGS.iter().find_map(|ending| {
        word.strip_suffix(ending).filter(|stem| stem.chars().count() >= SHORTEST)
    });
    without.unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_in_its_forms() {
        for (written, word) in [
            ("bostaden", "bostad"),
            ("bostadsfrågor", "bostad"),
            ("ekonomin", "ekonomi"),
            ("kungsholmens", "kungsholmen"),
            ("myndigheterna", "myndigheter"),
            ("arbetsförmedlingens", "arbetsförmedlingen"),
        ] {
            assert!(is_same(written, word), "{written}, {word}");
        }
        for (written, word) in [("vården", "vad"), ("barn", "bank"), ("kista", "kis")] {
            assert!(!is_same(written, word), "{written}, {word}");
        }
    }
}
