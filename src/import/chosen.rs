//! What the service calls the parts of a division, and which of them a word means.

use crate::measures::{Division, PartNames};
use crate::swedish::folded;
use crate::year_file::YearFile;
use crate::year_file::read::nearest;

/// The names of a division's parts, as a person meets them: those that are always the
/// same, or those of the year, or else of the latest year that is divided so.
#[must_use]
pub fn part_names(year_file: &YearFile, division: &'static Division, year: i32) -> Vec<String> {
    match division.names {
        PartNames::Fixed(parts) => parts.iter().map(|part| part.label.to_owned()).collect(),
        PartNames::Chosen(_) => {
            let of =
                |(_, figures): (&i32, &crate::source::Located<crate::year_file::YearFigures>)| {
                    let parts = division.parts_of(figures);
                    let names: Vec<String> =
                        parts.iter().map(|part| part.name.to_owned()).collect();
                    Some(names).filter(|names| !names.is_empty())
                };
            let own = year_file.statistics.get_key_value(&year).and_then(of);
            let latest = || year_file.statistics.iter().rev().find_map(of);
            own.or_else(latest).unwrap_or_default()
        }
    }
}

/// Which of some names a word is, spelt as people spell; the name that it is most like,
/// when it is none.
pub(super) fn known_name<'n>(word: &str, names: &'n [String]) -> Result<&'n str, Option<&'n str>> {
    let wanted = folded(word);
    let known = names.iter().find(|name| folded(name) == wanted);
    known.map(String::as_str).ok_or_else(|| {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        nearest(word, &names)
    })
}
