//! What the service calls the parts of a division, and which of them a word means.

use super::figure::Doubt;
use super::target::Target;
use crate::finding::shorten;
use crate::measures::{Division, PartNames};
use crate::swedish::{folded, join};
use crate::year_file::YearFile;
use crate::year_file::read::nearest;

/// The names of a division's parts, as a person meets them: those that are always the
/// same, or those of the year, or else of the latest year that is divided so.
#[must_use]
pub fn part_names(year_file: &YearFile, division: &'static Division, year: i32) -> Vec<String> {
    lists_of_names(year_file, division, year).into_iter().next().unwrap_or_default()
}

/// Every name that the year file has for the parts of a division, those of the year first.
pub(super) fn all_names(
    year_file: &YearFile,
    division: &'static Division,
    year: i32,
) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in lists_of_names(year_file, division, year).into_iter().flatten() {
        if known_name(&name, &names).is_err() {
            names.push(name);
        }
    }
    names
}

/// The lists of names that the year file has for the parts of a division: that of the year,
/// then those of the others, the latest first.
fn lists_of_names(
    year_file: &YearFile,
    division: &'static Division,
    year: i32,
) -> Vec<Vec<String>> {
    if let PartNames::Fixed(parts) = division.names {
        return vec![parts.iter().map(|part| part.label.to_owned()).collect()];
    }
    let own = year_file.statistics.get(&year).into_iter();
    let others = year_file.statistics.iter().rev().filter(|(other, _)| **other != year);
    let lists = own.chain(others.map(|(_, figures)| figures)).map(|figures| {
        let parts = division.parts_of(figures);
        parts.iter().map(|part| part.name.to_owned()).collect::<Vec<_>>()
    });
    lists.filter(|names| !names.is_empty()).collect()
}

/// Which of some names a word is, spelt as people spell, `18-24` for `18–24 år`; the name
/// that it is most like, when it is none.
pub(super) fn known_name<'n>(word: &str, names: &'n [String]) -> Result<&'n str, Option<&'n str>> {
    let same = |fold: fn(&str) -> String| {
        let wanted = fold(word);
        names.iter().find(|name| fold(name) == wanted)
    };
    let known = same(folded).or_else(|| same(without_unit));
    known.map(String::as_str).ok_or_else(|| {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        nearest(word, &names)
    })
}

/// A folded name without the unit of ages, which a heading often says instead.
fn without_unit(name: &str) -> String {
    let folded = folded(name);
    let words = folded.split(' ').filter(|word| *word != "år");
    words.collect::<Vec<_>>().join(" ")
}

/// The place for the part of a division that is called something.
///
/// # Errors
/// That the year file has other names there: a name beside them would be counted once more.
pub(super) fn part_called(
    division: &'static Division,
    name: &str,
    known: &[String],
) -> Result<Target, Doubt> {
    let spelt = known_name(name, known);
    let is_new = matches!(division.names, PartNames::Chosen(_)) && !known.is_empty();
    let target = match spelt {
        Ok(spelt) => Target::part(division, spelt),
        Err(_) if is_new => None,
        Err(_) => Target::part(division, name),
    };
    target.ok_or_else(|| {
        let meant = match spelt {
            Err(Some(near)) => format!("Menade du ”{near}”?"),
            _ => format!("Där står {}.", join(known)),
        };
        let reason =
            format!("”{}” finns inte under {} i årsfilen", shorten(name), division.key);
        let remedy = if is_new {
            format!(
                "{meant} Säg under `värden:` i kartan vilket namn som menas. Är det ett nytt namn, skriv först in det i årsfilen med antalet 0."
            )
        } else {
            format!("{meant} Säg under `värden:` i kartan vilket namn som menas.")
        };
        Doubt::new(reason, remedy)
    })
}

/// What a word of a spreadsheet means by a map, or else the word itself.
pub(super) fn meant<'w>(word: &'w str, meanings: &'w [(String, String)]) -> &'w str {
    let wanted = folded(word);
    let meaning = meanings.iter().find(|(from, _)| {
        // What consists of signs only, such as `+`, is not folded away.
        if wanted.is_empty() { from.trim() == word } else { folded(from) == wanted }
    });
    meaning.map_or(word, |(_, to)| to)
}
