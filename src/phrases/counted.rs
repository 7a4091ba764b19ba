//! The counts of persons and cases, and how they have changed.

use super::development::{change, comparison, development, gap, over_years};
use super::phrase::{Words, words};
use super::units::{is_small_base, share};
use super::{Phrase, PhraseKind, Reported};
use crate::facts::{Figure, Number};
use crate::measures::noun::CLIENT;
use crate::measures::{self, Measure, Noun};

/// A count and the words around it.
struct CountSentence {
    /// The key of the measure.
    measure: &'static str,
    /// `under` a year, or `vid slutet av` one.
    time: &'static str,
    verb: &'static str,
    /// Those who are counted, as far as the rest of the sentence doesn't describe them.
    noun: fn(&Measure) -> Noun,
    /// The rest of the sentence, with a space before it.
    rest: &'static str,
    /// Where the share of the whole is said too: what is said when they are all of it.
    all: Option<&'static str>,
}

const CLIENTS: CountSentence = CountSentence {
    measure: measures::CLIENTS,
    time: "under",
    verb: "hade",
    noun: |measure| measure.noun,
    rest: " kontakt med ett personligt ombud",
    all: None,
};

const NEW: CountSentence = CountSentence {
    measure: measures::NEW,
    time: "under",
    verb: "tillkom",
    noun: |measure| measure.noun,
    rest: "",
    all: Some("samtliga klienter var nya"),
};

const CLOSED: CountSentence = CountSentence {
    measure: measures::CLOSED,
    time: "under",
    verb: "avslutades",
    noun: |measure| measure.unit,
    rest: "",
    all: None,
};

const CHILDREN_AT_HOME: CountSentence = CountSentence {
    measure: measures::CHILDREN_AT_HOME,
    time: "under",
    verb: "hade",
    noun: |measure| measure.unit,
    rest: " helt eller delvis hemmavarande barn under 18 år",
    all: Some("samtliga klienter hade hemmavarande barn"),
};

const QUEUE: CountSentence = CountSentence {
    measure: measures::QUEUE,
    time: "vid slutet av",
    verb: "väntade",
    noun: |measure| measure.unit,
    rest: " på ett personligt ombud",
    all: None,
};

pub(super) const PHRASES: &[PhraseKind] = &[
    PhraseKind {
        name: "klienter",
        about: "Antalet klienter under året, året före och förändringen. Saknas utan uppgift om antalet.",
        make: |reported| CLIENTS.full(reported),
    },
    PhraseKind {
        name: "klienter_och_nya",
        about: "Antalet klienter under året och hur många av dem som var nya, utan jämförelse. Saknas utan uppgift om antalet klienter.",
        make: clients_and_new,
    },
    PhraseKind {
        name: "klienter_kort",
        about: "Hur antalet klienter har utvecklats. Saknas om något av de två senaste årens antal är okänt eller maskerat.",
        make: |reported| CLIENTS.short(reported),
    },
    PhraseKind {
        name: "klienter_flera_år",
        about: "Hur antalet klienter har ändrats sedan det första av de år som visas, högst fem. Saknas med färre än tre år, och om något av de två antalen är maskerat.",
        make: |reported| {
            let (figure, _) = reported.figure(measures::CLIENTS)?;
            let clients = Measure::of_key(measures::CLIENTS)?.noun.many;
            Phrase::of([over_years(reported, figure, clients)])
        },
    },
    PhraseKind {
        name: "nya",
        about: "Antalet nya klienter, året före, förändringen och andelen av klienterna. Saknas utan uppgift om antalet, och när det inte fanns några klienter, varken under året eller året före.",
        make: |reported| NEW.full(reported),
    },
    PhraseKind {
        name: "nya_kort",
        about: "Hur antalet nya klienter har utvecklats, och andelen av klienterna. Saknas om ingetdera är känt, och när det inte fanns några klienter, varken under året eller året före.",
        make: |reported| NEW.short(reported),
    },
    PhraseKind {
        name: "avslutade",
        about: "Antalet avslutade ärenden, året före och förändringen. Saknas utan uppgift om antalet, och när det inte fanns några klienter, varken under året eller året före.",
        make: |reported| CLOSED.full(reported),
    },
    PhraseKind {
        name: "avslutade_kort",
        about: "Hur antalet avslutade ärenden har utvecklats. Saknas om något av de två senaste årens antal är okänt eller maskerat, och när det inte fanns några klienter, varken under året eller året före.",
        make: |reported| CLOSED.short(reported),
    },
    PhraseKind {
        name: "barn",
        about: "Antalet klienter med hemmavarande barn, året före, förändringen och andelen av klienterna. Saknas utan uppgift om antalet, och när det inte fanns några klienter, varken under året eller året före.",
        make: |reported| CHILDREN_AT_HOME.full(reported),
    },
    PhraseKind {
        name: "barn_kort",
        about: "Hur antalet klienter med hemmavarande barn har utvecklats, och andelen av klienterna. Saknas om ingetdera är känt, och när det inte fanns några klienter, varken under året eller året före.",
        make: |reported| CHILDREN_AT_HOME.short(reported),
    },
    PhraseKind {
        name: "kö",
        about: "Antalet personer i kö vid årets slut, året före och förändringen. Saknas utan uppgift om antalet.",
        make: |reported| QUEUE.full(reported),
    },
    PhraseKind {
        name: "kö_kort",
        about: "Hur antalet personer i kö har utvecklats. Saknas om något av de två senaste årens antal är okänt eller maskerat.",
        make: |reported| QUEUE.short(reported),
    },
];

/// `under 2025 hade 189 klienter kontakt med ett personligt ombud, och 86 av dem var nya`.
fn clients_and_new(reported: &Reported<'_>) -> Option<Phrase> {
    // The text stands alone, so it says so too when nothing is shown of the count.
    let clients = reported.facts.figure(measures::CLIENTS)?.current()?;
    let counted = CLIENT.counted(clients);
    let opening = words![reported.during(), " hade ", counted, CLIENTS.rest];
    let new = reported.count(measures::NEW);
    if (clients, new) == (Number::Exact(1), Some(Number::Exact(1))) {
        return Phrase::of([Some(opening), Some(words!["klienten var ny"])]);
    }
    let new = match (clients, new) {
        (_, None) | (Number::Exact(0 | 1), _) => None,
        (Number::Exact(2), Some(Number::Exact(2))) => Some(words![", och båda var nya"]),
        (Number::Exact(all), Some(Number::Exact(new))) if all == new => {
            Some(words![", och alla var nya"])
        }
        (_, Some(new)) => {
            let are = if new == Number::Exact(1) { " av dem var ny" } else { " av dem var nya" };
            Some(words![", och ", CLIENT.count(new), are])
        }
    };
    Phrase::of([Some(words![opening, new])])
}

/// Whether there was nobody to be counted, now or before: of no clients none is new.
fn goes_without_saying(reported: &Reported<'_>, measure: &Measure, figure: &Figure) -> bool {
    let whole = measure.whole().and_then(|whole| reported.count(whole.key));
    let is_none = |number: Option<Number>| number.is_none_or(|number| number == Number::Exact(0));
    whole == Some(Number::Exact(0)) && is_none(figure.previous())
}

impl CountSentence {
    fn full(&self, reported: &Reported<'_>) -> Option<Phrase> {
        let measure = Measure::of_key(self.measure)?;
        let (figure, now) = reported.figure(measure.key)?;
        if goes_without_saying(reported, measure, figure) {
            return None;
        }
        let noun = (self.noun)(measure);
        let opening = words![self.time, " ", reported.time(), " ", self.verb, " "];
        let compared = comparison(reported, figure, noun, self.time);
        Phrase::of([
            Some(words![opening, noun.counted(now), self.rest, compared]),
            change(figure, measure.unit),
            gap(reported, figure),
            self.part_of_whole(reported, measure, None),
        ])
    }

    fn short(&self, reported: &Reported<'_>) -> Option<Phrase> {
        let measure = Measure::of_key(self.measure)?;
        let (figure, _) = reported.figure(measure.key)?;
        if goes_without_saying(reported, measure, figure) {
            return None;
        }
        let during = words![" ", reported.during()];
        Phrase::of([
            development(reported, figure, measure.noun.many),
            self.part_of_whole(reported, measure, Some(during)),
        ])
    }

    /// The share of the whole. Nothing for one person alone.
    fn part_of_whole(
        &self,
        reported: &Reported<'_>,
        measure: &Measure,
        during: Option<Words>,
    ) -> Option<Words> {
        let all_of_it = self.all?;
        let whole = measure.whole()?;
        let count = reported.count(measure.key)?.exact().filter(|count| *count > 1)?;
        let all = reported.count(whole.key)?.exact()?;
        if is_small_base(all) && count != all {
            return None;
        }
        if count == all {
            return Some(words![all_of_it, during]);
        }
        let constituted = words![measure.noun.these, " utgjorde ", share(count, all)?];
        Some(words![constituted, " av samtliga ", whole.noun.many, during])
    }
}
