//! The points of förordning (2013:522) that a text or a field of the year file
//! answers: one table of what the law asks for.

use LawAnswer::{Field, Section, Template};

use crate::template::Demand;
use crate::year_file::YearFile;
use crate::year_file::values::Text;

/// Something that the law asks for.
pub(super) struct Point {
    /// The paragraph that it stands in.
    pub(super) demand: Demand,
    /// Its place in the law: `10 § 1`.
    pub(super) number: &'static str,
    /// What it is, as the subject of `… saknas`.
    pub(super) what: &'static str,
    pub(super) answer: LawAnswer,
}

/// Where the year file answers a point.
pub(super) enum LawAnswer {
    /// In a text under `texter`, which has to be there.
    Section(&'static str),
    /// In a section that the template has words for. The year file may word it, but not
    /// leave it out.
    Template(&'static str),
    /// In a field, whose values must have words in them.
    Field {
        /// The keys that lead to it.
        path: &'static [&'static str],
        /// Its values.
        values: fn(&YearFile) -> Vec<&Text>,
        /// Whether it may be left empty here, since another rule looks at that.
        may_be_empty: bool,
    },
}

const fn point(
    demand: Demand,
    number: &'static str,
    what: &'static str,
    answer: LawAnswer,
) -> Point {
    Point { demand, number, what, answer }
}

impl Point {
    /// The section of the built-in template that answers it, if one does.
    pub(super) fn section(&self) -> Option<&'static str> {
        match self.answer {
            LawAnswer::Section(section) | LawAnswer::Template(section) => Some(section),
            LawAnswer::Field { .. } => None,
        }
    }
}

pub(super) const POINTS: &[Point] = &[
    point(Demand::Report, "10 §", "hur bidraget har använts", Template("bidragets_användning")),
    point(Demand::Report, "10 § 1", "antalet tjänster", Template("tjänster")),
    point(
        Demand::Report,
        "10 § 2",
        "antalet personer som har fått stöd",
        Template("antal_personer"),
    ),
    point(
        Demand::Report,
        "10 § 3",
        "bedömningsriktlinjer eller prioriteringsordning",
        Template("prioriteringsordning"),
    ),
    point(Demand::Report, "10 § 4", "ledningen i ledningsgruppen", Template("ledningsgrupp")),
    point(Demand::Report, "10 § 1", "den utbildning som ombuden har fått", Section("utbildning")),
    point(Demand::Report, "10 § 1", "den handledning som ombuden har fått", Section("handledning")),
    point(Demand::Report, "10 § 2", "vilka grupper som har fått stöd", Section("grupper")),
    point(
        Demand::Report,
        "10 § 2",
        "de vanligaste orsakerna till kontakt",
        Section("orsak_till_kontakt"),
    ),
    point(Demand::Report, "10 § 4", "organisation, ledning och samverkan", Section("organisation")),
    point(
        Demand::Report,
        "10 § 5",
        "uppmärksammade brister",
        Field {
            path: &["brister"],
            values: |year_file| {
                let shortcomings = year_file.shortcomings.iter().flatten();
                let values = shortcomings.flat_map(|shortcoming| {
                    [&shortcoming.area, &shortcoming.description, &shortcoming.responsible]
                });
                values.collect()
            },
            may_be_empty: true,
        },
    ),
    point(
        Demand::Application,
        "8 § 1",
        "vilka kommuner som ansökan omfattar",
        Template("kommuner"),
    ),
    point(Demand::Application, "8 § 2", "antalet årsanställningar", Template("årsanställningar")),
    point(
        Demand::Application,
        "8 § 3",
        "driftsformen och när verksamheten kan starta",
        Template("driftsform"),
    ),
    point(Demand::Application, "8 § 4", "vilka som ska samverka", Template("samverkande")),
    point(Demand::Application, "8 § 5", "hur prioriteringar görs", Template("prioriteringar")),
    point(
        Demand::Application,
        "8 § 1",
        "upptagningsområdet",
        Field {
            path: &["verksamhet", "upptagningsområde"],
            values: |year_file| {
                let others = year_file.operation.other_municipalities.iter().flatten();
                year_file.operation.area.iter().chain(others.map(|other| &other.name)).collect()
            },
            may_be_empty: false,
        },
    ),
    point(
        Demand::Application,
        "8 § 4",
        "de som ska samverka",
        Field {
            path: &["verksamhet", "ledningsgrupp", "ledamöter"],
            values: |year_file| {
                let others =
                    year_file.operation.cooperation.iter().flatten().map(|body| &body.name);
                year_file.operation.steering_group.members.iter().chain(others).collect()
            },
            may_be_empty: true,
        },
    ),
    point(
        Demand::Application,
        "8 § 5",
        "hur prioriteringar görs",
        Field {
            path: &["verksamhet", "prioriteringsordning"],
            values: |year_file| year_file.operation.priorities.iter().collect(),
            may_be_empty: true,
        },
    ),
    point(
        Demand::Application,
        "8 § 5",
        "hur ombuden ska arbeta med målgruppen",
        Section("arbetssätt"),
    ),
    point(
        Demand::Application,
        "8 § 5",
        "hur arbetet planeras och dokumenteras",
        Section("planering_och_dokumentation"),
    ),
    point(
        Demand::Application,
        "8 § 6",
        "stödet till ombuden, till exempel utbildning och handledning",
        Section("stöd_till_ombuden"),
    ),
    point(Demand::Application, "8 § 7", "hur verksamheten följs upp", Section("uppföljning")),
];

/// A field that may be left out of a year file whose papers don't show it, and that the
/// law asks for all the same.
pub(super) struct RequiredField {
    pub(super) demand: Demand,
    /// Its place in the law.
    pub(super) number: &'static str,
    /// What it is, as the subject of `… saknas`.
    pub(super) what: &'static str,
    /// Its key under `verksamhet`.
    pub(super) key: &'static str,
    /// The section whose text says it as well.
    pub(super) or_section: Option<&'static str>,
}

const fn field(
    demand: Demand,
    number: &'static str,
    what: &'static str,
    key: &'static str,
    or_section: Option<&'static str>,
) -> RequiredField {
    RequiredField { demand, number, what, key, or_section }
}

pub(super) const FIELDS: &[RequiredField] = &[
    field(Demand::Report, "10 § 1", "antalet tjänster", "årsanställningar", Some("tjänster")),
    field(
        Demand::Report,
        "10 § 3",
        "uppgift om prioriteringsordning",
        "prioriteringsordning",
        Some("prioriteringsordning"),
    ),
    field(
        Demand::Application,
        "8 § 2",
        "antalet årsanställningar",
        "årsanställningar",
        Some("årsanställningar"),
    ),
    field(Demand::Application, "8 § 3", "driftsformen", "driftsform", Some("driftsform")),
    field(
        Demand::Application,
        "8 § 3",
        "uppgift om när verksamheten kan starta",
        "startade",
        Some("driftsform"),
    ),
];
