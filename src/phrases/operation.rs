//! When the service began, and who runs it and answers for it.

use chrono::{Datelike, NaiveDate};

use super::nouns::SERVICE;
use super::phrase::words;
use super::{Phrase, PhraseKind, Reported};
use crate::swedish::long_date;

pub(super) const PHRASES: &[PhraseKind] = &[
    PhraseKind {
        name: "start",
        about: "Att verksamheten startade under året, och vilken dag. Saknas när den startade ett annat år eller på årets första dag.",
        make: |reported| {
            let day = reported.facts.started_within?;
            Phrase::of([Some(words![SERVICE.of(reported.facts), " startade den ", long_date(day)])])
        },
    },
    PhraseKind {
        name: "upphörande",
        about: "Att verksamheten upphörde under året, och vilken dag. Saknas när den inte har upphört och när den upphörde ett annat år.",
        make: |reported| {
            let day = ended(reported).filter(|day| day.year() == reported.year())?;
            Phrase::of([Some(words![SERVICE.of(reported.facts), " upphörde den ", long_date(day)])])
        },
    },
    PhraseKind {
        name: "kan_starta",
        about: "När verksamheten kan starta. Saknas när den har startat innan ansökan lämnas.",
        make: |reported| {
            let started = *reported.year_file.operation.started.known()?;
            let starts = words![SERVICE.of(reported.facts), " kan starta den ", long_date(started)];
            Phrase::of([starts_later(reported).then_some(starts)])
        },
    },
    PhraseKind {
        name: "utförare",
        about: "Vem som driver verksamheten och att nämnden ansvarar för den. Saknas utan `utförare`.",
        make: provider,
    },
];

/// Whether the service starts after the day of the application, if both are known.
fn starts_later(reported: &Reported<'_>) -> bool {
    let started = reported.year_file.operation.started.known();
    let submitted = reported.year_file.grant.application_submitted.known();
    started.zip(submitted).is_some_and(|(started, submitted)| *started > *submitted)
}

/// The last day of the service, if it has or will have one.
fn ended(reported: &Reported<'_>) -> Option<NaiveDate> {
    reported.year_file.operation.ended.as_ref()?.known().copied()
}

/// Whether the service has ended, in the year or before it.
pub(super) fn has_ended(reported: &Reported<'_>) -> bool {
    ended(reported).is_some_and(|day| day.year() <= reported.year())
}

/// The kommun answers for the service, whoever runs it (1 § förordningen 2013:522).
fn provider(reported: &Reported<'_>) -> Option<Phrase> {
    let provider = reported.year_file.operation.provider.as_ref()?;
    let name = reported.in_text(&provider.name);
    let board = reported.in_text(&reported.year_file.sender.board);
    let (runs, answers) = match (starts_later(reported), has_ended(reported)) {
        (true, _) => ("ska drivas", "ansvarar"),
        (_, true) => ("drevs", "ansvarade"),
        _ => ("drivs", "ansvarar"),
    };
    let run = words!["verksamheten ", runs, " av ", name, " på uppdrag av ", board];
    Phrase::of([Some(words![run, ", som ", answers, " för den"])])
}
