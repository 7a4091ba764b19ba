//! The points of förordning (2013:522) that a text or a field of the year file
//! answers: one table of what the law asks for.

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

const fn text(
    demand: Demand,
    number: &'static str,
    what: &'static str,
    section: &'static str,
) -> Point {
    Point { demand, number, what, answer: LawAnswer::Section(section) }
}

const fn worded(
    demand: Demand,
    number: &'static str,
    what: &'static str,
    section: &'static str,
) -> Point {
    Point { demand, number, what, answer: LawAnswer::Template(section) }
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
    worded(Demand::Report, "10 §", "hur bidraget har använts", "bidragets_användning"),
    worded(Demand::Report, "10 § 1", "antalet tjänster", "tjänster"),
    worded(Demand::Report, "10 § 2", "antalet personer som har fått stöd", "antal_personer"),
    worded(
        Demand::Report,
        "10 § 3",
        "bedömningsriktlinjer eller prioriteringsordning",
        "prioriteringsordning",
    ),
    worded(Demand::Report, "10 § 4", "ledningen i ledningsgruppen", "ledningsgrupp"),
    text(Demand::Report, "10 § 1", "den utbildning som ombuden har fått", "utbildning"),
    text(Demand::Report, "10 § 1", "den handledning som ombuden har fått", "handledning"),
    text(Demand::Report, "10 § 2", "vilka grupper som har fått stöd", "grupper"),
    text(Demand::Report, "10 § 2", "de vanligaste orsakerna till kontakt", "orsak_till_kontakt"),
    text(Demand::Report, "10 § 4", "organisation, ledning och samverkan", "organisation"),
    Point {
        demand: Demand::Report,
        number: "10 § 5",
        what: "uppmärksammade brister",
        answer: LawAnswer::Field {
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
    },
    worded(Demand::Application, "8 § 1", "vilka kommuner som ansökan omfattar", "kommuner"),
    worded(Demand::Application, "8 § 2", "antalet årsanställningar", "årsanställningar"),
    worded(
        Demand::Application,
        "8 § 3",
        "driftsformen och när verksamheten kan starta",
        "driftsform",
    ),
    worded(Demand::Application, "8 § 4", "vilka som ska samverka", "samverkande"),
    worded(Demand::Application, "8 § 5", "hur prioriteringar görs", "prioriteringar"),
    Point {
        demand: Demand::Application,
        number: "8 § 1",
        what: "upptagningsområdet",
        answer: LawAnswer::Field {
            path: &["verksamhet", "upptagningsområde"],
            values: |year_file| {
                let others = year_file.operation.other_municipalities.iter().flatten();
                year_file.operation.area.iter().chain(others.map(|other| &other.name)).collect()
            },
            may_be_empty: false,
        },
    },
    Point {
        demand: Demand::Application,
        number: "8 § 4",
        what: "de som ska samverka",
        answer: LawAnswer::Field {
            path: &["verksamhet", "ledningsgrupp", "ledamöter"],
            values: |year_file| {
                let others =
                    year_file.operation.cooperation.iter().flatten().map(|body| &body.name);
                year_file.operation.steering_group.members.iter().chain(others).collect()
            },
            may_be_empty: true,
        },
    },
    Point {
        demand: Demand::Application,
        number: "8 § 5",
        what: "hur prioriteringar görs",
        answer: LawAnswer::Field {
            path: &["verksamhet", "prioriteringsordning"],
            values: |year_file| year_file.operation.priorities.iter().collect(),
            may_be_empty: true,
        },
    },
    text(Demand::Application, "8 § 5", "hur ombuden ska arbeta med målgruppen", "arbetssätt"),
    text(
        Demand::Application,
        "8 § 5",
        "hur arbetet planeras och dokumenteras",
        "planering_och_dokumentation",
    ),
    text(
        Demand::Application,
        "8 § 6",
        "stödet till ombuden, till exempel utbildning och handledning",
        "stöd_till_ombuden",
    ),
    text(Demand::Application, "8 § 7", "hur verksamheten följs upp", "uppföljning"),
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
