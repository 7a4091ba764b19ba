//! Names that only an example has: of its places, its kommun and its persons.

use std::ops::Range;

use super::shipped::{PLAIN_TEXTS, ShippedExample};
use crate::checks::text::{Sentence, TokenKind};
use crate::swedish::{folded, number_of_words};
use crate::year_file::{CountyBoard, YearFile};

/// A place that an example is about.
struct ExamplePlace {
    name: &'static str,
    /// The kommun that it is in, in lower case.
    municipality: &'static str,
    /// The län that it is in; none for a place that does not exist.
    county: Option<&'static str>,
}

const fn in_stockholm(name: &'static str) -> ExamplePlace {
    ExamplePlace { name, municipality: "stockholms stad", county: Some("Stockholm") }
}

const fn invented(name: &'static str) -> ExamplePlace {
    ExamplePlace { name, municipality: "lindsunds kommun", county: None }
}

/// The places of the examples that hardly another kommun writes about. Kungsholmen and
/// Södermalm are none: there is a Södermalm in Sundsvall too.
const PLACES: [ExamplePlace; 5] = [
    in_stockholm("norra innerstaden"),
    in_stockholm("järva"),
    invented("lindsund"),
    invented("granvik"),
    invented("sundland"),
];

/// The year file, as far as it tells its own names from an example's.
pub(super) struct OwnNames {
    pub(super) municipality: String,
    pub(super) board: String,
    /// The län, when the year file says to which länsstyrelse its papers go.
    county: Option<&'static str>,
    /// Whether its nämnd or förvaltning is that of a stadsdel.
    has_districts: bool,
    /// The places and bodies that it has to do with, in lower case.
    named: Vec<String>,
    /// Whether its upptagningsområde is word for word that of an example of another kommun.
    pub(super) has_area_of_example: bool,
}

impl OwnNames {
    /// Nothing when the year file does not say whose it is.
    pub(super) fn of(year_file: &YearFile) -> Option<Self> {
        let sender = &year_file.sender;
        let operation = &year_file.operation;
        let (municipality, board) = (sender.municipality.known()?, sender.board.known()?);
        let bodies = [&sender.municipality, &sender.board, &sender.administration];
        let bodies = || bodies.into_iter().filter_map(|body| body.known());
        let others = operation.other_municipalities.iter().flatten().map(|other| &other.name);
        let partners = operation.cooperation.iter().flatten().map(|body| &body.name);
        let has_area_of_example = has_area_of_example(year_file);
        let area = operation.area.iter().filter(|_| !has_area_of_example);
        let named = area.chain(others).chain(partners);
        let named = named.filter_map(|name| name.known()).chain(bodies());
        Some(Self {
            municipality: folded(municipality),
            board: folded(board),
            county: year_file.grant.county_board.known().and_then(CountyBoard::county),
            has_districts: bodies().any(|body| folded(body).contains("stadsdel")),
            named: named.map(|name| folded(name)).collect(),
            has_area_of_example,
        })
    }
}

/// A place of its own a year file may share with an example, all of them it hardly does.
fn has_area_of_example(year_file: &YearFile) -> bool {
    let area: Vec<&str> = year_file.operation.area.iter().map(|part| part.as_str()).collect();
    let area = format!("upptagningsområde: [{}]", area.join(", "));
    let municipality = format!("kommun: {} ", year_file.sender.municipality.as_str());
    PLAIN_TEXTS.iter().any(|text| text.contains(&area) && !text.contains(&municipality))
}

/// Whether a value can be peculiar to any example: only then need they be read.
pub(super) fn may_be_peculiar(value: &str) -> bool {
    let folded = folded(value);
    let has_place = |word: &str| PLACES.iter().any(|place| is_named_by(place, word));
    let is_telling = |word: &str| {
        word.starts_with("stadsdel") || word.starts_with("stockholm") || has_place(word)
    };
    has_number(&folded) || folded.split(' ').any(is_telling)
}

/// Whether a value that says who somebody is has something in it that is the example's
/// own: a number, its places, its kommun, its län where the year file is another's, or
/// stadsdelar where the year file has none. `Enhetschef`, `Ledningsgruppen` and
/// `Kronofogdemyndigheten` are anybody's.
pub(super) fn is_peculiar(value: &str, example: &ShippedExample, own: &OwnNames) -> bool {
    let folded = folded(value);
    let is_of_other_county = example.county.filter(|county| {
        own.county.is_some_and(|own| own != *county) && folded.contains(&county.to_lowercase())
    });
    let is_telling = |word: &str| {
        (word.starts_with("stadsdel") && !own.has_districts)
            || PLACES.iter().any(|place| is_named_by(place, word))
    };
    has_number(&folded)
        || folded.contains(&example.municipality)
        || is_of_other_county.is_some()
        || folded.split(' ').any(is_telling)
}

fn has_number(folded: &str) -> bool {
    folded.contains(|c: char| c.is_ascii_digit())
        || folded.split(' ').any(|word| number_of_words(word).is_some_and(|number| number > 1))
}

/// Whether a word is the one that tells a place: `innerstaden`, `Järvas`.
fn is_named_by(place: &ExamplePlace, word: &str) -> bool {
    let last = place.name.rsplit(' ').next().unwrap_or(place.name);
    word.strip_prefix(last).is_some_and(|rest| rest.is_empty() || rest == "s")
}

/// The names of an example's places in a sentence of another kommun. A place of a
/// neighbour may be written about; that its stadsdelsnämnd has the service may not.
pub(super) fn places(sentence: &Sentence<'_>, own: &OwnNames) -> Vec<Range<usize>> {
    let place_at = |at: usize| PLACES.iter().find_map(|place| length_at(place, sentence, at, own));
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        let length = place_at(at);
        found.extend(length.map(|length| at..at + length));
        at += length.unwrap_or(1);
    }
    found
}

fn length_at(
    place: &ExamplePlace,
    sentence: &Sentence<'_>,
    at: usize,
    own: &OwnNames,
) -> Option<usize> {
    // Few words begin with a capital letter, and this is asked of every word.
    if !is_capital(sentence, at) {
        return None;
    }
    let words: Vec<&str> = place.name.split(' ').collect();
    let is_word = |(step, word): (usize, &&str)| {
        let written = sentence.word_at(Some(at + step));
        let is_last = step + 1 == words.len();
        written == *word || (is_last && is_named_by(place, written))
    };
    if !words.iter().enumerate().all(is_word) {
        return None;
    }
    let is_own = own.municipality == place.municipality
        || own.named.iter().any(|name| name.contains(place.name));
    let is_near = place.county.is_some() && own.county.is_none_or(|own| Some(own) == place.county);
    let reach = at.saturating_sub(3)..at + words.len() + 2;
    let mut around = reach.map(|at| sentence.word_at(Some(at)));
    let has_district = around.any(|word| word.starts_with("stadsdel"));
    (!is_own && (!is_near || has_district)).then_some(words.len())
}

/// The words in a sentence that stand where the name of a person does: two or three with
/// a capital letter.
pub(super) fn names_of_persons<'s>(
    sentence: &'s Sentence<'_>,
) -> impl Iterator<Item = (Range<usize>, String)> + 's {
    let length = sentence.tokens.len();
    let ranges = (0..length).flat_map(|at| [at..at + 3, at..at + 2]);
    let ranges = ranges.filter(move |range| range.end <= length);
    let is_name = |range: &Range<usize>| range.clone().all(|at| is_capital(sentence, at));
    ranges.filter(is_name).map(|range| {
        let words = sentence.text(range.clone());
        (range, words)
    })
}

fn is_capital(sentence: &Sentence<'_>, at: usize) -> bool {
    let token = sentence.tokens.get(at).filter(|token| token.kind == TokenKind::Word);
    token.is_some_and(|token| sentence.source(token).starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::{PLACES, PLAIN_TEXTS};

    #[test]
    fn every_place_stands_in_an_example() {
        for place in PLACES {
            let municipality = format!("kommun: {}", place.municipality);
            let is_there = |text: &String| {
                let text = text.to_lowercase();
                text.contains(&municipality) && text.contains(place.name)
            };
            assert!(PLAIN_TEXTS.iter().any(is_there), "{}", place.name);
        }
    }
}
