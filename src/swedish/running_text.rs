//! How a name is written inside a sentence: with a capital or without, and with which
//! preposition when it is a place.
//!
//! Myndigheternas skrivregler (8th edition): a name that is a common noun in definite form is
//! written with a small letter, `socialnämnden`; one with a proper name in it keeps its
//! capital, `Norra innerstadens stadsdelsnämnd`, and so does that of a state authority,
//! `Försäkringskassan`.

use super::letters::AUTHORITIES;
use super::{join, lower_first};

/// What common nouns for bodies and parts of them end in, in definite form.
const COMMON: [&str; 48] = [
    "nämnden",
    "nämnderna",
    "utskottet",
    "styrelsen",
    "förvaltningen",
    "förvaltningarna",
    "avdelningen",
    "avdelningarna",
    "enheten",
    "enheterna",
    "kontoret",
    "kontoren",
    "staben",
    "verksamheten",
    "verksamheterna",
    "tjänsten",
    "omsorgen",
    "vården",
    "psykiatrin",
    "mottagningen",
    "mottagningarna",
    "punkterna",
    "nätverket",
    "öppenvården",
    "centralen",
    "centralerna",
    "skolan",
    "skolorna",
    "gruppen",
    "rådgivningen",
    "rådgivarna",
    "teamet",
    "teamen",
    "boendet",
    "boendestödet",
    "biståndet",
    "ombudet",
    "ombuden",
    "chefen",
    "cheferna",
    "sektionen",
    "sektorn",
    "föreningen",
    "kommunen",
    "kommunerna",
    "regionen",
    "ordföranden",
    "stöden",
];

/// Words that are common nouns as they are, whatever else ends like them.
const COMMON_WORDS: [&str; 3] = ["staden", "polisen", "kyrkan"];

/// A name as it is written inside a sentence.
#[must_use]
pub fn in_running_text(name: &str) -> String {
    if is_common_noun(name) { lower_first(name) } else { name.to_owned() }
}

fn is_common_noun(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let Some(mut first) = words.next() else { return false };
    let mut next = words.next();
    // `Vård- och omsorgsnämnden`, `Kultur-, idrotts- och fritidsnämnden`.
    while first.ends_with(['-', '‑']) || first.ends_with("-,") {
        let Some(word) = next.take().filter(|word| !starts_capital(word)) else { return false };
        first = if word == "och" { words.next().unwrap_or_default() } else { word };
        next = words.next();
    }
    let word: String = first.trim_end_matches([',', ':', ';']).to_lowercase();
    if AUTHORITIES.contains(&word.as_str()) {
        return false;
    }
    // The genitive of one, before what is its own: `Nämndens delegationsordning`.
    let is_common = |word: &str| {
        COMMON_WORDS.contains(&word) || COMMON.iter().any(|ending| word.ends_with(ending))
    };
    let is_plural = word.ends_with("na");
    let owner = word.strip_suffix('s').filter(|word| is_common(word));
    // `Socialtjänsten Väst`, `Enheten Kompassen`: the name goes on.
    let goes_on = next.is_some_and(starts_capital) && !is_plural && !first.ends_with(',');
    (is_common(&word) && !goes_on) || owner.is_some()
}

fn starts_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// What islands and the parts of Stockholm that take `på` are called or end in.
const ON: [&str; 11] = [
    "holmen", "malm", "ön", "ö", "öarna", "gotland", "öland", "orust", "tjörn", "gärdet",
    "hisingen",
];

/// Places that end as those that take `på` do, and take `i`.
const IN: [&str; 2] = ["malmö", "växjö"];

/// A place with the preposition that it takes: `på Kungsholmen`, `i Solna`.
#[must_use]
pub fn at_place(name: &str) -> String {
    format!("{} {}", preposition(name), in_running_text(name))
}

/// Places with their prepositions, each once where they take the same: `i Rinkeby och Kista`,
/// `på Kungsholmen, i Norra innerstaden och på Södermalm`. A place for which there are words
/// of the writer's own, preposition and all, is told in these.
#[must_use]
pub fn at_places(names: &[String], own: impl Fn(&str) -> Option<String>) -> String {
    let place = |name: &String| {
        let own = own(name);
        let begins = own.as_deref().and_then(|own| {
            ["i", "på", "vid"].into_iter().find(|word| own.starts_with(&format!("{word} ")))
        });
        match (own, begins) {
            (Some(own), Some(word)) => {
                (word.to_owned(), own.chars().skip(word.chars().count() + 1).collect())
            }
            (Some(own), None) => (preposition(name).to_owned(), own),
            (None, _) => (preposition(name).to_owned(), in_running_text(name)),
        }
    };
    let places: Vec<(String, String)> = names.iter().map(place).collect();
    let first = places.first().map(|(word, _)| word.clone()).unwrap_or_default();
    if places.iter().all(|(word, _)| *word == first) {
        let names: Vec<&String> = places.iter().map(|(_, name)| name).collect();
        return format!("{first} {}", join(&names));
    }
    let phrases: Vec<String> = places.iter().map(|(word, name)| format!("{word} {name}")).collect();
    join(&phrases)
}

fn preposition(name: &str) -> &'static str {
    let lower = name.to_lowercase();
    let is_body = ["region ", "nämnd", "kommun"].iter().any(|body| lower.contains(body));
    let is_on = !is_body
        && ON.iter().any(|ending| lower.ends_with(ending))
        && !IN.contains(&lower.as_str());
    if is_on { "på" } else { "i" }
}

#[cfg(test)]
mod tests {
    use super::{at_place, at_places, in_running_text};

    #[test]
    fn a_common_noun_is_written_small_and_a_proper_name_is_not() {
        for (name, written) in [
            ("Socialnämnden", "socialnämnden"),
            ("Socialförvaltningen", "socialförvaltningen"),
            ("Vård- och omsorgsnämnden", "vård- och omsorgsnämnden"),
            ("Kultur-, idrotts- och fritidsnämnden", "kultur-, idrotts- och fritidsnämnden"),
            ("Individ- och familjeomsorgen", "individ- och familjeomsorgen"),
            (
                "Nämnden för personer med funktionsnedsättning",
                "nämnden för personer med funktionsnedsättning",
            ),
            (
                "Avdelningen för äldre, funktionsnedsättning och socialpsykiatri",
                "avdelningen för äldre, funktionsnedsättning och socialpsykiatri",
            ),
            ("Verksamheten för stöd till vuxna", "verksamheten för stöd till vuxna"),
            ("Kommunstyrelsen", "kommunstyrelsen"),
            ("Stadsdelsnämnderna i innerstaden", "stadsdelsnämnderna i innerstaden"),
            (
                "Stadsdelsnämnderna Kungsholmen och Södermalm",
                "stadsdelsnämnderna Kungsholmen och Södermalm",
            ),
            ("Kommunen", "kommunen"),
            (
                "Kommunen genom Järva stadsdelsförvaltning",
                "kommunen genom Järva stadsdelsförvaltning",
            ),
            ("Regionens psykiatri", "regionens psykiatri"),
            ("Nämndens delegationsordning, punkt 4.2", "nämndens delegationsordning, punkt 4.2"),
            ("Boendestödet i Järva", "boendestödet i Järva"),
            ("Ledningsgruppen", "ledningsgruppen"),
            ("Norra innerstadens stadsdelsnämnd", "Norra innerstadens stadsdelsnämnd"),
            ("Järva stadsdelsförvaltning", "Järva stadsdelsförvaltning"),
            ("Stockholms stads delegationsordning", "Stockholms stads delegationsordning"),
            ("Försäkringskassan", "Försäkringskassan"),
            ("Arbetsförmedlingen", "Arbetsförmedlingen"),
            ("Kronofogdemyndigheten", "Kronofogdemyndigheten"),
            ("Socialstyrelsen", "Socialstyrelsen"),
            ("Länsstyrelsen i Skåne län", "Länsstyrelsen i Skåne län"),
            ("Kriminalvården", "Kriminalvården"),
            ("Region Stockholm", "Region Stockholm"),
            ("Lindsunds kommun", "Lindsunds kommun"),
            ("Socialtjänsten Väst", "Socialtjänsten Väst"),
            ("Samordningsförbundet Exempel", "Samordningsförbundet Exempel"),
            ("Enheten Kompassen", "Enheten Kompassen"),
            ("VO Vuxen", "VO Vuxen"),
            ("Föreningen Stöd i Exempelstad", "Föreningen Stöd i Exempelstad"),
            ("", ""),
        ] {
            assert_eq!(in_running_text(name), written);
        }
    }

    #[test]
    fn a_place_has_its_preposition() {
        for (name, written) in [
            ("Kungsholmen", "på Kungsholmen"),
            ("Södermalm", "på Södermalm"),
            ("Norra innerstaden", "i Norra innerstaden"),
            ("Järva", "i Järva"),
            ("Solna", "i Solna"),
            ("Lidingö", "på Lidingö"),
            ("Gotland", "på Gotland"),
            ("Region Gotland", "i Region Gotland"),
            ("Malmö", "i Malmö"),
            ("Lindsunds kommun", "i Lindsunds kommun"),
            ("Stockholm", "i Stockholm"),
        ] {
            assert_eq!(at_place(name), written);
        }
    }

    #[test]
    fn places_share_a_preposition_that_is_the_same() {
        let places = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(ToString::to_string).collect();
            at_places(&names, |name| (name == "Ekerö").then(|| "på Ekerö".to_owned()))
        };
        assert_eq!(places(&["Rinkeby", "Tensta", "Kista"]), "i Rinkeby, Tensta och Kista");
        assert_eq!(
            places(&["Kungsholmen", "Norra innerstaden", "Södermalm"]),
            "på Kungsholmen, i Norra innerstaden och på Södermalm"
        );
        assert_eq!(places(&["Ekerö", "Solna"]), "på Ekerö och i Solna");
    }
}
