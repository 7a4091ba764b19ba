//! The clients at the start and at the end of the year, and what comes between.

use super::phrase::{Words, words};
use super::units::extent;
use super::{Phrase, PhraseKind, Reported};
use crate::facts::{Change, Direction, Number};
use crate::measures::noun::{CASE, CLIENT};
use crate::measures::{CARRIED_IN, CARRIED_OUT, Gender, Measure, NEW};

pub(super) const PHRASES: &[PhraseKind] = &[
    PhraseKind {
        name: "flöde",
        about: "Antalet klienter vid årets början och slut, och om fler klienter tillkom än ärenden avslutades. Saknas utan uppgift om något av detta.",
        make: flow,
    },
    PhraseKind {
        name: "flöde_kort",
        about: "Hur antalet klienter ändrades från årets början till dess slut. Saknas om något av de två antalen är okänt eller maskerat, och när verksamheten inte hade några klienter.",
        make: flow_short,
    },
];

fn flow(reported: &Reported<'_>) -> Option<Phrase> {
    Phrase::of([carried(reported), net(reported)])
}

fn carried(reported: &Reported<'_>) -> Option<Words> {
    let clients = |number| CLIENT.counted(number);
    let start = words!["vid början av ", reported.time()];
    let end = words!["vid slutet av ", reported.time()];
    let had = words![" hade ", reported.ombud(), " "];
    let has_started = reported.facts.started_within.is_some();
    let carried_in = reported.count(CARRIED_IN).filter(|_| !has_started);
    Some(match (carried_in, reported.count(CARRIED_OUT)) {
        (Some(Number::Exact(0)), Some(Number::Exact(0))) => {
            words![start, had, clients(Number::Exact(0)), ", och inte heller ", end]
        }
        (Some(Number::Exact(first)), Some(Number::Exact(last))) if first == last => {
            words![start, had, clients(Number::Exact(first)), ", och ", end, " lika många"]
        }
        (Some(first), Some(last)) => {
            let had_then = if reported.ombud() == "ombudet" { " " } else { " hade de " };
            words![start, had, clients(first), ", och ", end, had_then, CLIENT.count(last)]
        }
        (Some(first), None) => words![start, had, clients(first)],
        (None, Some(last)) => words![end, had, clients(last)],
        (None, None) => return None,
    })
}

/// New clients and closed cases against each other.
fn net(reported: &Reported<'_>) -> Option<Words> {
    let net = reported.facts.net_flow()?;
    let difference = Number::Exact(net.unsigned_abs());
    let during = reported.during();
    Some(match net {
        0 if reported.count(NEW) == Some(Number::Exact(0)) => {
            words![during, " tillkom inga nya klienter, och inga ärenden avslutades"]
        }
        0 => words![during, " tillkom lika många nya klienter som det avslutades ärenden"],
        1.. => {
            let more = Measure::of_key(NEW)?.noun.more(difference);
            words![during, " tillkom ", more, " än det avslutades ärenden"]
        }
        _ => {
            let more = CASE.more(difference);
            words![during, " avslutades ", more, " än det tillkom nya klienter"]
        }
    })
}

fn flow_short(reported: &Reported<'_>) -> Option<Phrase> {
    // A service that began within the year had no clients at the start of it.
    if reported.facts.started_within.is_some() {
        return None;
    }
    let first = reported.count(CARRIED_IN)?.exact()?;
    let last = reported.count(CARRIED_OUT)?.exact()?;
    let change = Change::between(first, last);
    let went = match change.direction() {
        Direction::Up => "ökade",
        Direction::Down => "minskade",
        // It goes without saying where there were no clients at all.
        Direction::Same if reported.clients() == Some(0) => return None,
        Direction::Same => {
            let end = words!["vid slutet av ", reported.time()];
            let same = words![
                "antalet klienter var detsamma ",
                end,
                " som vid början av ",
                reported.time()
            ];
            return Phrase::of([Some(same)]);
        }
    };
    let count = |count| Words::count(Number::Exact(count), Gender::Common);
    let how_much = match (first, last) {
        (0, _) => words![" från ", count(first), " till ", count(last)],
        (_, 0) => words![" till noll"],
        _ => words![" ", extent(change)],
    };
    let year = reported.time();
    let span = words!["från början till slutet av ", year];
    Phrase::of([Some(words![span, " ", went, " antalet klienter", how_much])])
}
