//! The most common reasons for contact and ways to it.

use super::phrase::{Words, words};
use super::places::{RankedPlace, all_alike, places};
use super::units::share_or_count;
use super::{Phrase, PhraseKind, Reported};
use crate::facts::{Direction, Figure, Number};
use crate::measures::noun::CLIENT;
use crate::measures::{CONTACT_ROUTES, Division, REASONS};
use crate::swedish::{join, quoted};

/// The words around a division whose parts the year file names. The names are quoted,
/// since they may begin with a capital of their own and hold commas.
struct RankedParts {
    /// The key of the division.
    division: &'static str,
    /// What the largest of its parts is called, and what several are.
    most_common: (&'static str, &'static str),
    /// What all of its parts are called.
    all: &'static str,
}

const COMMON_REASONS: RankedParts = RankedParts {
    division: REASONS,
    most_common: ("den vanligaste orsaken till kontakt", "de vanligaste orsakerna till kontakt"),
    all: "orsakerna till kontakt",
};

const COMMON_ROUTES: RankedParts = RankedParts {
    division: CONTACT_ROUTES,
    most_common: (
        "den vanligaste vägen till ombuden för nya klienter",
        "de vanligaste vägarna till ombuden för nya klienter",
    ),
    all: "de nya klienternas vägar till ombuden",
};

pub(super) const PHRASES: &[PhraseKind] = &[
    PhraseKind {
        name: "orsaker",
        about: "De vanligaste orsakerna till kontakt, med antal. Saknas utan orsaker, och när maskerade antal döljer vilken som är vanligast.",
        make: |reported| COMMON_REASONS.full(reported),
    },
    PhraseKind {
        name: "orsaker_kort",
        about: "De vanligaste orsakerna till kontakt, den första med andelen av klienterna, eller antalet när de är färre än hundra. Saknas utan orsaker, och när maskerade antal döljer vilken som är vanligast.",
        make: |reported| COMMON_REASONS.short(reported),
    },
    PhraseKind {
        name: "orsaker_förändring",
        about: "Vilken orsak till kontakt som har ökat mest sedan året före. Saknas utan orsaker för båda åren, och när något av antalen är maskerat.",
        make: most_grown,
    },
    PhraseKind {
        name: "kontaktvägar",
        about: "De vanligaste vägarna till ombuden för nya klienter, med antal. Saknas utan kontaktvägar, och när maskerade antal döljer vilken som är vanligast.",
        make: |reported| COMMON_ROUTES.full(reported),
    },
    PhraseKind {
        name: "kontaktvägar_kort",
        about: "De vanligaste vägarna till ombuden, den första med andelen av de nya klienterna, eller antalet när de är färre än hundra. Saknas utan kontaktvägar, och när maskerade antal döljer vilken som är vanligast.",
        make: |reported| COMMON_ROUTES.short(reported),
    },
];

impl RankedParts {
    fn full(&self, reported: &Reported<'_>) -> Option<Phrase> {
        self.most_common(
            reported,
            |first| Some(CLIENT.counted(Number::Exact(first.count))),
            |place| {
                let count = CLIENT.count(Number::Exact(place.count));
                words![place.names(quoted), " med ", count, place.each()]
            },
        )
    }

    fn short(&self, reported: &Reported<'_>) -> Option<Phrase> {
        let whole = Division::of_key(self.division)?.whole()?;
        let (whole, these) = (reported.count(whole.key), whole.noun.these);
        let whole = whole.and_then(Number::exact);
        self.most_common(
            reported,
            |first| Some(words![share_or_count(first.count, whole?)?, " av ", these]),
            |place| place.names(quoted).into(),
        )
    }

    /// The most common, with its size, and those that come after it.
    fn most_common(
        &self,
        reported: &Reported<'_>,
        size: impl Fn(&RankedPlace<'_>) -> Option<Words>,
        following: fn(&RankedPlace<'_>) -> Words,
    ) -> Option<Phrase> {
        let figures = reported.facts.parts.of(self.division);
        let places = places(figures)?;
        let first = places.first()?;
        let opening = if all_alike(&places, figures) {
            words![self.all, " var lika vanliga ", reported.during()]
        } else {
            let (one, many) = self.most_common;
            let most_common = if first.len() > 1 { many } else { one };
            words![most_common, " ", reported.during(), " var ", first.names(quoted)]
        };
        let with = size(first).map(|size| words![", med ", size, first.each()]);
        let followed = match places.get(1..)? {
            [second, third, ..] if second.len() == 1 && third.len() == 1 => {
                Some(words![following(second), " och sedan ", following(third)])
            }
            [second, ..] if second.len() <= MOST_FOLLOWING => Some(following(second)),
            _ => None,
        };
        let followed = followed.map(|followed| words!["därefter kom ", followed]);
        Phrase::of([Some(words![opening, with]), followed])
    }
}

/// So many may share the place after the first; more of them would be a list.
const MOST_FOLLOWING: usize = 3;

fn most_grown(reported: &Reported<'_>) -> Option<Phrase> {
    let reasons = reported.facts.parts.of(REASONS);
    let is_masked = |number: Option<Number>| number.is_some_and(Number::is_masked);
    if reasons.iter().any(|reason| is_masked(reason.current()) || is_masked(reason.previous())) {
        return None;
    }
    if reasons.iter().any(|reason| !reason.is_compared()) {
        return None;
    }
    let growth = |reason: &Figure| {
        let change = reason.change()?;
        Some(if change.direction() == Direction::Up { change.size() } else { 0 })
    };
    let growths: Vec<(&str, u64)> = reasons
        .iter()
        .filter_map(|reason| Some((reason.label.as_str(), growth(reason)?)))
        .collect();
    let most = growths.iter().map(|(_, growth)| *growth).max().filter(|_| growths.len() > 1)?;
    let (year, before) = (reported.now(), reported.earlier(reported.year_before()));
    let is_whole = growths.len() == reasons.len();
    let with_both = words!["de orsaker som har uppgift för både ", before.clone(), " och ", year];
    if most == 0 {
        return Phrase::of([Some(if is_whole {
            words!["ingen orsak till kontakt har ökat sedan ", before]
        } else {
            words!["ingen av ", with_both, " har ökat"]
        })]);
    }
    let grown = growths.iter().filter(|(_, growth)| *growth == most);
    let names: Vec<String> = grown.map(|(name, _)| quoted(name)).collect();
    let (reasons, each) =
        if names.len() > 1 { ("orsakerna ", Some(" vardera")) } else { ("orsaken ", None) };
    let among = if is_whole {
        words!["sedan ", before, " har ", reasons]
    } else {
        words!["bland ", with_both, " har "]
    };
    let clients = CLIENT.counted(Number::Exact(most));
    Phrase::of([Some(words![among, join(&names), " ökat mest, med ", clients, each])])
}
