//! The 21 länsstyrelser.

use std::fmt;

use schemars::{Schema, SchemaGenerator};

use super::read::{Read, Reader, nearest};
use super::schema;
use super::values::Text;
use crate::source::{Located, Unread};
use crate::swedish::folded;
use crate::yaml::Node;

/// A länsstyrelse, named as the year file names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountyBoard(String);

impl fmt::Display for CountyBoard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The län by the name that its länsstyrelse uses for itself every day and by its own
/// name: Länsstyrelsen Stockholm, Länsstyrelsen i Stockholms län.
///
/// Source: <https://www.lansstyrelsen.se>, which has a part for each of them.
const COUNTIES: [(&str, &str); 21] = [
    ("Blekinge", "Blekinge län"),
    ("Dalarna", "Dalarnas län"),
    ("Gotland", "Gotlands län"),
    ("Gävleborg", "Gävleborgs län"),
    ("Halland", "Hallands län"),
    ("Jämtland", "Jämtlands län"),
    ("Jönköping", "Jönköpings län"),
    ("Kalmar", "Kalmar län"),
    ("Kronoberg", "Kronobergs län"),
    ("Norrbotten", "Norrbottens län"),
    ("Skåne", "Skåne län"),
    ("Stockholm", "Stockholms län"),
    ("Södermanland", "Södermanlands län"),
    ("Uppsala", "Uppsala län"),
    ("Värmland", "Värmlands län"),
    ("Västerbotten", "Västerbottens län"),
    ("Västernorrland", "Västernorrlands län"),
    ("Västmanland", "Västmanlands län"),
    ("Västra Götaland", "Västra Götalands län"),
    ("Örebro", "Örebro län"),
    ("Östergötland", "Östergötlands län"),
];

impl CountyBoard {
    /// The name of the län, as its länsstyrelse uses it: `Stockholm`.
    #[must_use]
    pub fn county(&self) -> Option<&'static str> {
        let name = folded(&self.0);
        let words: Vec<&str> = name.split(' ').skip(1).filter(|word| *word != "i").collect();
        county_of(&words).map(|(name, _)| name)
    }
}

/// The län whose name words in lower case begin with, and how many of them it takes:
/// `stockholms län` is Stockholm.
#[must_use]
pub fn county_of(words: &[&str]) -> Option<(&'static str, usize)> {
    let is_it = |name: &str| words.starts_with(&name.split(' ').collect::<Vec<_>>());
    COUNTIES.iter().find_map(|(short, full)| {
        let full = folded(full);
        let genitive = full.strip_suffix(" län").unwrap_or(&full).to_owned();
        let forms = [full.clone(), genitive, folded(short)];
        let form = forms.iter().find(|form| is_it(form))?;
        Some((*short, form.split(' ').count()))
    })
}

impl Read for Located<CountyBoard> {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::county_board(&COUNTIES.map(|(name, _)| format!("Länsstyrelsen {name}")))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let written = Text::read(node, reader)?;
        if is_known(&written) {
            return Some(Self::new(CountyBoard(written.to_string()), written.span));
        }
        let near = nearest_county(&written).map(|name| format!("Länsstyrelsen {name}"));
        let hint = match &near {
            Some(near) => format!("Menade du {near}?"),
            None => {
                "Skriv till exempel Länsstyrelsen Stockholm eller Länsstyrelsen i Stockholms län."
                    .to_owned()
            }
        };
        let expected = "namnet på en av de 21 länsstyrelserna";
        reader.wrong_word(node, expected, &hint, near.as_deref());
        None
    }

    fn stand_in(unread: &Unread) -> Self {
        Self::stand_in(CountyBoard(String::new()), unread)
    }
}

fn is_known(written: &str) -> bool {
    let written = folded(written);
    let Some(county) = written.strip_prefix("länsstyrelsen ") else { return false };
    let county = county.strip_prefix("i ").unwrap_or(county);
    COUNTIES.iter().any(|(name, full)| folded(name) == county || folded(full) == county)
}

fn nearest_county(written: &str) -> Option<&'static str> {
    let written = folded(written);
    let (first, rest) = written.split_once(' ').unwrap_or(("", &written));
    let is_board = nearest(first, &["länsstyrelsen"]).is_some();
    let county = if is_board { rest } else { &written };
    let county = county.strip_prefix("i ").unwrap_or(county);
    let county = county.strip_suffix(" län").unwrap_or(county);
    nearest(county, &COUNTIES.map(|(name, _)| name))
}

#[cfg(test)]
mod tests {
    use super::{is_known, nearest_county};

    #[test]
    fn both_names_of_a_board_are_known() {
        for name in [
            "Länsstyrelsen Stockholm",
            "Länsstyrelsen i Stockholms län",
            "Länsstyrelsen Västra Götaland",
            "Länsstyrelsen i Västra Götalands län",
            "länsstyrelsen i Skåne",
            "Länsstyrelsen i Dalarnas län",
            "Länsstyrelsen Örebro län",
            "Länsstyrelsen i Gotlands län",
        ] {
            assert!(is_known(name), "{name}");
        }
        for name in ["Skatteverket", "Stockholm", "Länsstyrelsen", "Länsstyrelsen Norrland"] {
            assert!(!is_known(name), "{name}");
        }
    }

    #[test]
    fn a_slip_is_recognised() {
        assert_eq!(nearest_county("Länstyrelsen Stockholm"), Some("Stockholm"));
        assert_eq!(nearest_county("Länsstyrelsen i Västra Götlands län"), Some("Västra Götaland"));
        assert_eq!(nearest_county("Stockholms län"), Some("Stockholm"));
        assert_eq!(nearest_county("Skatteverket"), None);
        assert_eq!(nearest_county("Länsstyrelsen Exempel"), None);
    }
}
