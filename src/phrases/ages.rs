//! The largest age group.

use super::phrase::{Words, words};
use super::places::{RankedPlace, all_alike, places};
use super::units::{is_small_base, share, share_or_count};
use super::{Phrase, PhraseKind, Reported};
use crate::facts::Number;
use crate::measures::AGES;
use crate::measures::noun::CLIENT;

pub(super) const PHRASES: &[PhraseKind] = &[
    PhraseKind {
        name: "ålder",
        about: "Den största åldersgruppen, med antal, och andel när klienterna är minst hundra. Saknas utan minst två åldersgrupper, och när maskerade antal döljer vilken som är störst.",
        make: |reported| {
            largest(reported, |place, clients| {
                let count = CLIENT.counted(Number::Exact(place.count));
                let clients = clients.filter(|clients| !is_small_base(*clients));
                let share = clients.and_then(|clients| share(place.count, clients));
                let share = share.map(|share| words![" (", share, ")"]);
                Some(words![count, place.each(), share])
            })
        },
    },
    PhraseKind {
        name: "ålder_kort",
        about: "Den största åldersgruppen, med andel, eller antal när klienterna är färre än hundra. Saknas utan minst två åldersgrupper, och när maskerade antal döljer vilken som är störst.",
        make: |reported| {
            largest(reported, |place, clients| {
                Some(words![share_or_count(place.count, clients?)?, " av klienterna", place.each()])
            })
        },
    },
];

fn largest(
    reported: &Reported<'_>,
    size: fn(&RankedPlace<'_>, Option<u64>) -> Option<Words>,
) -> Option<Phrase> {
    let ages = reported.facts.parts.of(AGES);
    if ages.len() < 2 {
        return None;
    }
    let places = places(ages)?;
    let first = places.first()?;
    let with = size(first, reported.clients()).map(|size| words![", med ", size]);
    let during = reported.during();
    if all_alike(&places, ages) {
        return Phrase::of([Some(words!["åldersgrupperna var lika stora ", during, with])]);
    }
    let group = if first.len() == 1 {
        "den största åldersgruppen"
    } else {
        "de största åldersgrupperna"
    };
    let names = first.names(str::to_owned);
    Phrase::of([Some(words![group, " ", during, " var ", names, with])])
}
