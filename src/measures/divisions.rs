//! The ways in which counts are divided.

use super::counts::{CLIENTS, Measure, NEW, NamedBy};
use super::keyed::compared_by_key;
use super::noun::{MAN, Noun, WOMAN};
use crate::year_file::values::{Count, NamedCounts, Text};
use crate::year_file::{Sexes, YearFigures};

/// A way to divide a year's clients, or the new ones among them.
#[derive(Debug)]
pub struct Division {
    /// Its name in the year file, in templates and in texts, and what it is on:
    /// `fördelningen på ålder`.
    pub key: &'static str,
    /// What its rows are, for the handbook.
    pub about: &'static str,
    /// One of its parts, in indefinite form: `åldersgrupp`.
    pub one: &'static str,
    /// One of its parts, in definite form: `åldersgruppen`.
    pub part: &'static str,
    /// Its parts, in definite form: `åldersgrupperna`.
    pub parts: &'static str,
    /// What joins those who are counted to their part: `klienter i området`, `klienter med
    /// orsaken`.
    pub joined_by: &'static str,
    /// The key of the measure that is divided.
    pub whole: &'static str,
    /// How its parts make up the whole.
    pub cover: Cover,
    /// Whether its parts are shown with the largest first, not in the order written.
    pub is_ranked: bool,
    /// What its parts are called, and where a year of the year file gives them.
    pub names: PartNames,
}

compared_by_key!(Division);

/// How the parts of a division make up the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// Everybody is in one part, so the parts must add up to the whole.
    All,
    /// Nobody is in more than one part.
    Some {
        /// Those who are in none, in definite form.
        left_out: &'static str,
        /// The words by which a text names them.
        named_by: NamedBy,
    },
    /// Someone can be in several parts, so that the parts have no sum.
    Overlapping,
}

/// What the parts of a division are called.
#[derive(Debug)]
pub enum PartNames {
    /// Always the same.
    Fixed(&'static [FixedPart]),
    /// What the service writes in its year file.
    Chosen(fn(&YearFigures) -> Option<&NamedCounts>),
}

/// A part that a division always has.
#[derive(Debug)]
pub struct FixedPart {
    /// Its key in the year file.
    pub key: &'static str,
    /// The first cell of its row in a table, and its name among the parts.
    pub label: &'static str,
    /// Those in it.
    pub noun: Noun,
    /// The words by which a text names it.
    pub named_by: NamedBy,
    /// Where a year of the year file gives it.
    pub given: fn(&YearFigures) -> Option<&Count>,
    /// Whether a large change from the year before is pointed out to the writer.
    pub change_is_pointed_out: bool,
}

/// A part as a year gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartCount<'y> {
    /// Its name.
    pub name: &'y str,
    /// How many are in it.
    pub count: &'y Count,
    /// Where the part begins: with its name, when that is written with it.
    pub start: usize,
    /// What is counted, after `antalet`; nothing where the name is the service's own.
    pub number_of: Option<&'static str>,
    /// Whether a large change from the year before is pointed out to the writer.
    pub change_is_pointed_out: bool,
}

impl Division {
    /// The division with a key.
    #[must_use]
    pub fn of_key(key: &str) -> Option<&'static Self> {
        DIVISIONS.iter().find(|division| division.key == key)
    }

    /// The measure that is divided.
    #[must_use]
    pub fn whole(&self) -> Option<&'static Measure> {
        Measure::of_key(self.whole)
    }

    /// Whether someone can be in several parts.
    #[must_use]
    pub fn overlaps(&self) -> bool {
        self.cover == Cover::Overlapping
    }

    /// The parts of a year, in the order written; nothing when the year is not divided so.
    #[must_use]
    pub fn parts_of<'y>(&self, year: &'y YearFigures) -> Vec<PartCount<'y>> {
        match self.names {
            PartNames::Fixed(parts) => {
                let count = |part: &'static FixedPart| {
                    let count = (part.given)(year)?;
                    Some(PartCount {
                        name: part.label,
                        count,
                        start: count.span.start,
                        number_of: Some(part.noun.many),
                        change_is_pointed_out: part.change_is_pointed_out,
                    })
                };
                parts.iter().filter_map(count).collect()
            }
            PartNames::Chosen(named) => {
                let count = |(name, count): &'y (Text, Count)| PartCount {
                    name: name.as_str(),
                    count,
                    start: name.span.start,
                    number_of: None,
                    change_is_pointed_out: true,
                };
                named(year).into_iter().flatten().map(count).collect()
            }
        }
    }

    /// The parts of a year whose names the service has chosen; nothing where the names are
    /// always the same.
    #[must_use]
    pub fn chosen<'y>(&self, year: &'y YearFigures) -> Option<&'y NamedCounts> {
        match self.names {
            PartNames::Fixed(_) => None,
            PartNames::Chosen(named) => named(year),
        }
    }

    /// Whether the service chooses the names of the parts.
    #[must_use]
    pub fn has_chosen_names(&self) -> bool {
        matches!(self.names, PartNames::Chosen(_))
    }

    /// A part that the division always has, by its name.
    #[must_use]
    pub fn fixed(&self, name: &str) -> Option<&'static FixedPart> {
        match self.names {
            PartNames::Fixed(parts) => parts.iter().find(|part| part.label == name),
            PartNames::Chosen(_) => None,
        }
    }

    /// Those in a part, or the part itself, in definite form: `kvinnorna`,
    /// `åldersgruppen ”18–29 år”`.
    #[must_use]
    pub fn these(&self, name: &str) -> String {
        match self.fixed(name) {
            Some(part) => part.noun.these.to_owned(),
            None => format!("{} ”{name}”", self.part),
        }
    }

    /// Those whom the division leaves out, in definite form.
    #[must_use]
    pub fn left_out(&self) -> String {
        match self.cover {
            Cover::Some { left_out, .. } => left_out.to_owned(),
            Cover::All | Cover::Overlapping => {
                let these = self.whole().map_or(self.whole, |whole| whole.noun.these);
                format!("{these} som inte är med i fördelningen på {}", self.key)
            }
        }
    }
}

/// The key of the division on sex.
pub const SEXES: &str = "kön";
/// The key of the division on age.
pub const AGES: &str = "ålder";
/// The key of the division on stadsdelsområde or kommun.
pub const AREAS: &str = "områden";
/// The key of the reasons for contact.
pub const REASONS: &str = "orsaker";
/// The key of the contact routes.
pub const CONTACT_ROUTES: &str = "kontaktvägar";

/// All divisions, in the order of the papers. Every field of [`YearFigures`] that divides a
/// count has a row here.
pub static DIVISIONS: [Division; 5] = [
    Division {
        key: SEXES,
        about: "klienterna efter kön",
        one: "kön",
        part: "könet",
        parts: "könen",
        joined_by: "av",
        whole: CLIENTS,
        cover: Cover::All,
        is_ranked: false,
        names: PartNames::Fixed(&SEX),
    },
    Division {
        key: AGES,
        about: "klienterna efter ålder",
        one: "åldersgrupp",
        part: "åldersgruppen",
        parts: "åldersgrupperna",
        joined_by: "i",
        whole: CLIENTS,
        cover: Cover::All,
        is_ranked: false,
        names: PartNames::Chosen(|year| year.ages.as_ref()),
    },
    Division {
        key: AREAS,
        about: "klienterna efter område",
        one: "område",
        part: "området",
        parts: "områdena",
        joined_by: "i",
        whole: CLIENTS,
        cover: Cover::All,
        is_ranked: false,
        names: PartNames::Chosen(|year| year.areas.as_ref()),
    },
    Division {
        key: REASONS,
        about: "orsakerna till kontakt, den vanligaste först",
        one: "orsak",
        part: "orsaken",
        parts: "orsakerna",
        joined_by: "med",
        whole: CLIENTS,
        cover: Cover::Overlapping,
        is_ranked: true,
        names: PartNames::Chosen(|year| year.reasons.as_ref()),
    },
    Division {
        key: CONTACT_ROUTES,
        about: "vägarna till ett ombud, den vanligaste först",
        one: "kontaktväg",
        part: "kontaktvägen",
        parts: "kontaktvägarna",
        joined_by: "med",
        whole: NEW,
        cover: Cover::Some {
            left_out: "de nya klienterna utan kontaktväg",
            named_by: NamedBy::AnyOf(&["kontaktväg-"]),
        },
        is_ranked: true,
        names: PartNames::Chosen(|year| year.contact_routes.as_ref()),
    },
];

/// Women, men and others. Every field of [`Sexes`] has a row here.
static SEX: [FixedPart; 3] = [
    FixedPart {
        key: "kvinnor",
        label: "Kvinnor",
        noun: WOMAN,
        named_by: NamedBy::AnyOf(&["kvinn-"]),
        given: |year| sex(year, |sexes| Some(&sexes.women)),
        change_is_pointed_out: true,
    },
    FixedPart {
        key: "män",
        label: "Män",
        noun: MAN,
        named_by: NamedBy::AnyOf(&["män", "männen", "mannen", "manlig-"]),
        given: |year| sex(year, |sexes| Some(&sexes.men)),
        change_is_pointed_out: true,
    },
    FixedPart {
        key: "annat",
        label: "Annan eller okänd uppgift",
        noun: Noun::common(
            "klient med annan eller okänd uppgift om kön",
            "klienter med annan eller okänd uppgift om kön",
            "klienterna med annan eller okänd uppgift om kön",
            "ingen klient med annan eller okänd uppgift om kön",
        ),
        named_by: NamedBy::AnyOf(&["ickebinär-", "icke-binär-", "okänt", "okänd"]),
        given: |year| sex(year, |sexes| sexes.other.as_ref()),
        change_is_pointed_out: false,
    },
];

fn sex(year: &YearFigures, of: fn(&Sexes) -> Option<&Count>) -> Option<&Count> {
    of(year.sexes.as_ref()?)
}
