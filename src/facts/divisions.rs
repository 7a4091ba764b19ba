//! The ways in which a year's clients are divided.

use crate::source::Span;
use crate::year_file::values::{Count, NamedCounts};
use crate::year_file::{Sexes, YearFigures};

/// A way to divide a year's clients, or the new ones among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Division {
    /// Women, men and others.
    Sexes,
    /// Age groups.
    Ages,
    /// Stadsdelsområden or kommuner.
    Areas,
    /// Reasons for contact.
    Reasons,
    /// Contact routes.
    ContactRoutes,
}

/// How much of its whole a division covers in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Coverage {
    /// The parts add up to the whole.
    Whole,
    /// Some are in none of the parts.
    LeavesOut,
    /// It can't be told, or the parts overlap.
    #[default]
    Unknown,
}

/// A part as it is given: its name, its count, and where the count stands.
pub(super) type GivenPart = (String, u64, Span);

impl Division {
    /// All of them, in the order of the papers.
    pub const ALL: [Self; 5] =
        [Self::Sexes, Self::Ages, Self::Areas, Self::Reasons, Self::ContactRoutes];

    /// The name of the figure that is divided.
    #[must_use]
    pub fn whole(self) -> &'static str {
        match self {
            Self::ContactRoutes => "nya",
            _ => "klienter",
        }
    }

    /// Whether someone can be in several parts, so that the parts have no sum.
    #[must_use]
    pub fn overlaps(self) -> bool {
        self == Self::Reasons
    }

    /// A year's parts, in the order written.
    pub(super) fn parts(self, year: &YearFigures) -> Vec<GivenPart> {
        let counts = match self {
            Self::Sexes => return sexes(year.sexes.as_ref()),
            Self::Ages => &year.ages,
            Self::Areas => &year.areas,
            Self::Reasons => &year.reasons,
            Self::ContactRoutes => &year.contact_routes,
        };
        named(counts.as_ref())
    }
}

fn named(counts: Option<&NamedCounts>) -> Vec<GivenPart> {
    let counts = counts.into_iter().flatten();
    counts.map(|(name, count)| (name.to_string(), **count, count.span.clone())).collect()
}

fn sexes(sexes: Option<&Sexes>) -> Vec<GivenPart> {
    type Pick = fn(&Sexes) -> Option<&Count>;
    const ROWS: [(&str, Pick); 3] = [
        ("Kvinnor", |sexes| Some(&sexes.women)),
        ("Män", |sexes| Some(&sexes.men)),
        ("Annan eller okänd uppgift", |sexes| sexes.other.as_ref()),
    ];
    let Some(sexes) = sexes else { return Vec::new() };
    let row = |(label, pick): (&str, Pick)| {
        let count = pick(sexes)?;
        Some((label.to_owned(), **count, count.span.clone()))
    };
    ROWS.into_iter().filter_map(row).collect()
}
