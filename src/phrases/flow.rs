//! The clients at the start and at the end of the year, and what comes between.

use super::measures::per_cent;
use super::nouns::{CASE_MORE, CLIENT, NEW_CLIENT_MORE};
use super::phrase::{Words, words};
use super::{Kind, Phrase, Reported};
use crate::facts::{Change, Direction, Number};

pub(super) const PHRASES: &[Kind] = &[
    Kind {
        name: "flöde",
        about: "Antalet klienter vid årets början och slut, och om fler klienter tillkom än ärenden avslutades. Saknas utan uppgift om något av detta.",
        make: flow,
    },
    Kind {
        name: "flöde_kort",
        about: "Hur antalet klienter ändrades från årets början till dess slut. Saknas om något av de två antalen är okänt eller maskerat.",
        make: flow_short,
    },
];

fn flow(reported: &Reported<'_>) -> Option<Phrase> {
    let carried = carried(reported);
    let year = reported.year();
    let time = if carried.is_some() { "under året".into() } else { words!["under ", year] };
    let net = net(reported, time);
    Phrase::of([carried, net])
}

fn carried(reported: &Reported<'_>) -> Option<Words> {
    let year = reported.year();
    let clients = |number| CLIENT.counted(number);
    let start = words!["vid början av ", year, " hade ombuden "];
    Some(match (reported.count("ingående"), reported.count("utgående")) {
        (Some(Number::Exact(0)), Some(Number::Exact(0))) => {
            words![
                "ombuden hade ingen klient vid början av ",
                year,
                " och ingen vid slutet av året"
            ]
        }
        (Some(Number::Exact(first)), Some(Number::Exact(last))) if first == last => {
            let first = clients(Number::Exact(first));
            words![start, first, ", och vid slutet av året hade de lika många"]
        }
        (Some(first), Some(last)) => {
            let last = CLIENT.count(last);
            words![start, clients(first), ", och vid slutet av året hade de ", last]
        }
        (Some(first), None) => words![start, clients(first)],
        (None, Some(last)) => words!["vid slutet av ", year, " hade ombuden ", clients(last)],
        (None, None) => return None,
    })
}

/// New clients and closed cases against each other.
fn net(reported: &Reported<'_>, time: Words) -> Option<Words> {
    let net = reported.facts.net_flow()?;
    let difference = Number::Exact(net.unsigned_abs());
    Some(match net {
        0 if reported.count("nya") == Some(Number::Exact(0)) => {
            words![time, " tillkom inga nya klienter, och inga ärenden avslutades"]
        }
        0 => words![time, " tillkom lika många nya klienter som det avslutades ärenden"],
        1.. => {
            let more = NEW_CLIENT_MORE.counted(difference);
            words![time, " tillkom ", more, " än det avslutades ärenden"]
        }
        _ => {
            let more = CASE_MORE.counted(difference);
            words![time, " avslutades ", more, " än det tillkom nya klienter"]
        }
    })
}

fn flow_short(reported: &Reported<'_>) -> Option<Phrase> {
    let year = reported.year();
    let first = reported.count("ingående")?.exact()?;
    let last = reported.count("utgående")?.exact()?;
    let change = Change::between(first, last);
    let went = match change.direction() {
        Direction::Up => "ökade",
        Direction::Down => "minskade",
        Direction::Same => {
            let same = words!["antalet klienter var detsamma vid slutet av ", year];
            return Phrase::of([Some(words![same, " som vid början av året"])]);
        }
    };
    let how_much = match (first, last) {
        (0, _) => words![" från noll"],
        (_, 0) => words![" till noll"],
        _ => words![" med ", per_cent(change)],
    };
    Phrase::of([Some(words!["antalet klienter ", went, how_much, " under ", year])])
}
