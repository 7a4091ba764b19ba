//! The points of förordning (2013:522) that a text or a field of the year file
//! answers: one table of what the law asks for.

use crate::year_file::YearFile;
use crate::year_file::values::Text;

/// The paper that has to have a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paper {
    /// The report (10 §).
    Report,
    /// The application (8 §).
    Application,
}

/// Something that the law asks for.
pub(super) struct Point {
    pub(super) paper: Paper,
    /// Its place in the law: `10 § 1`.
    pub(super) number: &'static str,
    /// What it is, as the subject of `… saknas`.
    pub(super) what: &'static str,
    pub(super) answer: Answer,
}

/// Where the year file answers a point.
pub(super) enum Answer {
    /// In a text under `texter`.
    Section(&'static str),
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
    paper: Paper,
    number: &'static str,
    what: &'static str,
    section: &'static str,
) -> Point {
    Point { paper, number, what, answer: Answer::Section(section) }
}

pub(super) const POINTS: &[Point] = &[
    text(Paper::Report, "10 § 1", "den utbildning som ombuden har fått", "utbildning"),
    text(Paper::Report, "10 § 1", "den handledning som ombuden har fått", "handledning"),
    text(Paper::Report, "10 § 2", "vilka grupper som har fått stöd", "grupper"),
    text(Paper::Report, "10 § 2", "de vanligaste orsakerna till kontakt", "orsak_till_kontakt"),
    text(Paper::Report, "10 § 4", "organisation, ledning och samverkan", "organisation"),
    Point {
        paper: Paper::Report,
        number: "10 § 5",
        what: "uppmärksammade brister",
        answer: Answer::Field {
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
    Point {
        paper: Paper::Application,
        number: "8 § 1",
        what: "upptagningsområdet",
        answer: Answer::Field {
            path: &["verksamhet", "upptagningsområde"],
            values: |year_file| {
                let others = year_file.operation.other_municipalities.iter().flatten();
                year_file.operation.area.iter().chain(others.map(|other| &other.name)).collect()
            },
            may_be_empty: false,
        },
    },
    Point {
        paper: Paper::Application,
        number: "8 § 4",
        what: "de som ska samverka",
        answer: Answer::Field {
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
        paper: Paper::Application,
        number: "8 § 5",
        what: "hur prioriteringar görs",
        answer: Answer::Field {
            path: &["verksamhet", "prioriteringsordning"],
            values: |year_file| year_file.operation.priorities.iter().collect(),
            may_be_empty: true,
        },
    },
    text(Paper::Application, "8 § 5", "hur ombuden ska arbeta med målgruppen", "arbetssätt"),
    text(
        Paper::Application,
        "8 § 5",
        "hur arbetet planeras och dokumenteras",
        "planering_och_dokumentation",
    ),
    text(
        Paper::Application,
        "8 § 6",
        "stödet till ombuden, till exempel utbildning och handledning",
        "stöd_till_ombuden",
    ),
    text(Paper::Application, "8 § 7", "hur verksamheten följs upp", "uppföljning"),
];
