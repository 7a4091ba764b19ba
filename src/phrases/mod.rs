//! Ready-made Swedish sentences about the figures of a year.
//!
//! They are made of [`Facts`], so that no sentence can disagree with a figure, and
//! they say what the figures say: no cause, no judgement. A masked count stays
//! masked, and nothing is derived from it.
//!
//! A full phrase carries its figures, for a text without a table beside it. One whose
//! name ends in `_kort` stands beside a table: it says what the figures there mean.

mod ages;
mod application;
mod counted;
mod development;
mod flow;
mod money;
mod nouns;
mod operation;
mod phrase;
mod places;
mod posts;
mod reasons;
mod sexes;
mod shortcomings;
mod units;

use crate::facts::{Facts, Figure, Number};
use crate::measures::CLIENTS;
use crate::swedish::in_running_text;
use crate::year_file::YearFile;
use crate::year_file::values::{Hundredths, Text};

use phrase::{Words, words};

pub use nouns::{OF_OPERATIONS, OperationWord};
pub use phrase::{Phrase, paragraph};

/// A phrase under its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPhrase {
    /// The name, in Swedish with underscores.
    pub name: &'static str,
    /// What it says and when it is absent, in Swedish, for the handbook.
    pub about: &'static str,
    /// The phrase; none when the year file has no figures for it.
    pub phrase: Option<Phrase>,
}

/// A phrase that can be made.
struct PhraseKind {
    name: &'static str,
    about: &'static str,
    make: fn(&Reported<'_>) -> Option<Phrase>,
}

const FAMILIES: [&[PhraseKind]; 10] = [
    counted::PHRASES,
    flow::PHRASES,
    operation::PHRASES,
    posts::PHRASES,
    sexes::PHRASES,
    ages::PHRASES,
    reasons::PHRASES,
    shortcomings::PHRASES,
    money::PHRASES,
    application::PHRASES,
];

/// Every phrase, always in the same order.
#[must_use]
pub fn phrases(year_file: &YearFile, facts: &Facts) -> Vec<NamedPhrase> {
    one_by_one(year_file, facts).collect()
}

/// The same, each made when it is asked for.
pub fn one_by_one<'a>(
    year_file: &'a YearFile,
    facts: &'a Facts,
) -> impl Iterator<Item = NamedPhrase> + 'a {
    let reported = Reported { year_file, facts };
    let named = move |kind: &PhraseKind| NamedPhrase {
        name: kind.name,
        about: kind.about,
        phrase: (kind.make)(&reported),
    };
    FAMILIES.into_iter().flatten().map(named)
}

/// The name of every phrase and what it says, in the order of [`phrases`].
pub fn described() -> impl Iterator<Item = (&'static str, &'static str)> {
    FAMILIES.into_iter().flatten().map(|kind| (kind.name, kind.about))
}

/// Full-time posts with their unit: `fyra heltidstjänster`, `3,75 heltidstjänster`.
#[must_use]
pub fn full_time_posts(posts: Hundredths) -> String {
    units::full_time_posts(posts).text()
}

/// What phrases are about: the reported year.
#[derive(Clone, Copy)]
struct Reported<'a> {
    /// For what is no figure. Its own counts are not to be used: they are unmasked.
    year_file: &'a YearFile,
    facts: &'a Facts,
}

impl<'a> Reported<'a> {
    fn year(self) -> i32 {
        *self.year_file.year
    }

    /// `2025`, or `året` where that year has been named already; of a period its own words.
    fn time(self) -> Words {
        match &self.year_file.period {
            None => Words::time(self.year().to_string(), "året"),
            Some(period) => Words::time(format!("perioden {}", period.in_words()), "perioden"),
        }
    }

    /// `under 2025`, or `under året` where that year has been named already.
    fn during(self) -> Words {
        words!["under ", self.time()]
    }

    fn year_before(self) -> i32 {
        self.year() - 1
    }

    /// The time that is compared with, in the year before or in an earlier one.
    fn earlier(self, year: i32) -> Words {
        if self.year_file.period.is_none() { year.into() } else { words!["samma period ", year] }
    }

    /// The reported time where it is compared with an earlier one.
    fn now(self) -> Words {
        if self.year_file.period.is_none() { self.year().into() } else { "perioden".into() }
    }

    /// The ombud, one or several.
    fn ombud(self) -> &'static str {
        if self.facts.ombud == Some(1) { "ombudet" } else { "ombuden" }
    }

    /// `kommunen`, or `kommunerna` where the application is for several.
    fn municipality(self) -> &'static str {
        if self.facts.municipalities.is_empty() { "kommunen" } else { "kommunerna" }
    }

    /// `kommunens`, or `kommunernas` where the application is for several.
    fn municipalitys(self) -> &'static str {
        if self.facts.municipalities.is_empty() { "kommunens" } else { "kommunernas" }
    }

    /// A name as it is written inside a sentence.
    fn in_text(self, name: &Text) -> String {
        let own = self.year_file.names_in_text.iter().flatten();
        let own = own.into_iter().find(|(other, _)| **other == **name);
        own.map_or_else(|| in_running_text(name), |(_, written)| written.to_string())
    }

    /// The figure of the measure with a key, if it has a count for the reported year, with
    /// that count. There is
    /// nothing to say about one of which nothing is shown.
    fn figure(self, key: &str) -> Option<(&'a Figure, Number)> {
        let figure = self.facts.figure(key)?;
        Some((figure, figure.current().filter(|number| *number != Number::Hidden)?))
    }

    fn count(self, key: &str) -> Option<Number> {
        Some(self.figure(key)?.1)
    }

    /// The full-time posts, unless there are none.
    fn posts(self) -> Option<Hundredths> {
        Some(self.facts.full_time_posts).filter(|posts| posts.0 > 0)
    }

    /// All clients of the year, when their number is shown exactly.
    fn clients(self) -> Option<u64> {
        self.count(CLIENTS)?.exact()
    }
}
