//! What a change in a paper speaks of, by which one of several equal numbers of the year
//! file is told from the others.

use super::Cell;
use crate::yaml::edit::{Path, Step};

/// The letters by which a word is known again in another form.
const STEM: usize = 5;

/// The fewest letters of a word that may stand in another form.
const FEWEST: usize = 3;

/// The words of sentences and of the headers of its cell, in small letters.
pub(super) struct SpokenOf(Vec<String>);

impl SpokenOf {
    pub(super) fn of(text: &str, cell: Option<&Cell>) -> Self {
        let headers = cell.map(|cell| [cell.row_header.as_str(), cell.column_header.as_str()]);
        let texts = std::iter::once(text).chain(headers.into_iter().flatten());
        Self(texts.flat_map(|text| words(text).collect::<Vec<_>>()).collect())
    }

    /// How many words of the steps to a place are spoken of; none unless the last step is:
    /// half the words of a key, or all of a name that the year file has chosen.
    pub(super) fn steps_named(&self, path: &Path) -> usize {
        let Some(Step::Key(last)) = path.0.last() else { return 0 };
        let is_name = last.contains(|c: char| !c.is_lowercase() && c != '_');
        let telling: Vec<String> = words(last).filter(|word| is_telling(word)).collect();
        let named = telling.iter().filter(|word| self.names(word)).count();
        let is_spoken_of =
            if is_name { named == telling.len() } else { named * 2 >= telling.len() };
        if named == 0 || !is_spoken_of {
            return 0;
        }
        let named = path.0.iter().map(|step| match step {
            Step::Key(key) => words(key).filter(|word| self.names(word)).count(),
            Step::Item(_) => 0,
        });
        named.sum()
    }

    fn names(&self, word: &str) -> bool {
        let may_end_otherwise =
            word.chars().count() >= FEWEST && !word.starts_with(|c: char| c.is_ascii_digit());
        let stem: String = word.chars().take(STEM).collect();
        let is_it = |other: &String| {
            if may_end_otherwise { other.starts_with(&stem) } else { other == word }
        };
        self.0.iter().any(is_it)
    }
}

/// Whether a word tells more than how others belong together.
fn is_telling(word: &str) -> bool {
    !matches!(word, "i" | "per" | "av" | "med" | "och" | "år" | "till" | "under" | "eller")
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_named_by_its_last_step() {
        let spoken_of = SpokenOf::of("Under 2025 hade verksamheten 47 nya klienter.", None);
        let year = Path::default().and("statistik").and("2025");
        assert_eq!(spoken_of.steps_named(&year.and("klienter")), 2);
        assert_eq!(spoken_of.steps_named(&year.and("kvinnor")), 0);
        let other = Path::default().and("verksamhet").and("antal_ombud");
        assert_eq!(spoken_of.steps_named(&other), 0);
        let text = "Många hade kontakt med ett ombud, och 12 var nya i år.";
        let spoken_of = SpokenOf::of(text, None);
        let reasons = year.and("orsaker").and("Kontakt med vården");
        assert_eq!(spoken_of.steps_named(&reasons), 0);
        assert_eq!(spoken_of.steps_named(&year.and("ålder").and("45–64 år")), 0);
        assert_eq!(spoken_of.steps_named(&other), 1);
        let cell = Cell {
            column: 1,
            row_header: "Kö".into(),
            column_header: "2025".into(),
            ..Cell::default()
        };
        assert_eq!(SpokenOf::of("47", Some(&cell)).steps_named(&year.and("kö")), 2);
    }
}
