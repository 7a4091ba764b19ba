//! The counts of persons and cases, and how they have changed.

use super::development::{change, comparison, development, gap, over_years};
use super::measures::share;
use super::nouns::{CASE, CLIENT, NEW_CLIENT, Noun, PERSON};
use super::phrase::{Words, words};
use super::{Kind, Phrase, Reported};

/// A count and the words around it.
struct Counted {
    figure: &'static str,
    /// `under` a year, or `vid slutet av` one.
    time: &'static str,
    verb: &'static str,
    noun: Noun,
    /// The rest of the sentence, with a space before it.
    rest: &'static str,
    /// What a change is counted in.
    unit: Noun,
    /// What follows `antalet`.
    number_of: &'static str,
    /// How they are a part of all clients.
    part: Option<Part>,
}

struct Part {
    /// When they are some of them: what comes before the share.
    some: &'static str,
    /// When they are all of them.
    all: &'static str,
}

const CLIENTS: Counted = Counted {
    figure: "klienter",
    time: "under",
    verb: "hade",
    noun: CLIENT,
    rest: " kontakt med ett personligt ombud",
    unit: CLIENT,
    number_of: "klienter",
    part: None,
};

const NEW: Counted = Counted {
    figure: "nya",
    time: "under",
    verb: "tillkom",
    noun: NEW_CLIENT,
    rest: "",
    unit: CLIENT,
    number_of: "nya klienter",
    part: Some(Part { some: "de nya klienterna utgjorde", all: "samtliga klienter var nya" }),
};

const CLOSED: Counted = Counted {
    figure: "avslutade",
    time: "under",
    verb: "avslutades",
    noun: CASE,
    rest: "",
    unit: CASE,
    number_of: "avslutade ärenden",
    part: None,
};

const CHILDREN_AT_HOME: Counted = Counted {
    figure: "hemmavarande_barn",
    time: "under",
    verb: "hade",
    noun: CLIENT,
    rest: " helt eller delvis hemmavarande barn under 18 år",
    unit: CLIENT,
    number_of: "klienter med hemmavarande barn",
    part: Some(Part {
        some: "klienterna med hemmavarande barn utgjorde",
        all: "samtliga klienter hade hemmavarande barn",
    }),
};

const QUEUE: Counted = Counted {
    figure: "kö",
    time: "vid slutet av",
    verb: "väntade",
    noun: PERSON,
    rest: " på ett personligt ombud",
    unit: PERSON,
    number_of: "personer i kö",
    part: None,
};

pub(super) const PHRASES: &[Kind] = &[
    Kind {
        name: "klienter",
        about: "Antalet klienter under året, året före och förändringen. Saknas utan uppgift om antalet.",
        make: |reported| CLIENTS.full(reported),
    },
    Kind {
        name: "klienter_kort",
        about: "Hur antalet klienter har utvecklats. Saknas om något av de två senaste årens antal är okänt eller maskerat.",
        make: |reported| CLIENTS.short(reported),
    },
    Kind {
        name: "klienter_flera_år",
        about: "Hur antalet klienter har ändrats sedan det första av de år som visas, högst fem. Saknas med färre än tre år, och om något av de två antalen är maskerat.",
        make: |reported| {
            let (figure, _) = reported.figure(CLIENTS.figure)?;
            Phrase::of([over_years(reported, figure, CLIENTS.number_of)])
        },
    },
    Kind {
        name: "nya",
        about: "Antalet nya klienter, året före, förändringen och andelen av klienterna. Saknas utan uppgift om antalet.",
        make: |reported| NEW.full(reported),
    },
    Kind {
        name: "nya_kort",
        about: "Hur antalet nya klienter har utvecklats, och andelen av klienterna. Saknas om ingetdera är känt.",
        make: |reported| NEW.short(reported),
    },
    Kind {
        name: "avslutade",
        about: "Antalet avslutade ärenden, året före och förändringen. Saknas utan uppgift om antalet.",
        make: |reported| CLOSED.full(reported),
    },
    Kind {
        name: "avslutade_kort",
        about: "Hur antalet avslutade ärenden har utvecklats. Saknas om något av de två senaste årens antal är okänt eller maskerat.",
        make: |reported| CLOSED.short(reported),
    },
    Kind {
        name: "barn",
        about: "Antalet klienter med hemmavarande barn, året före, förändringen och andelen av klienterna. Saknas utan uppgift om antalet.",
        make: |reported| CHILDREN_AT_HOME.full(reported),
    },
    Kind {
        name: "barn_kort",
        about: "Hur antalet klienter med hemmavarande barn har utvecklats, och andelen av klienterna. Saknas om ingetdera är känt.",
        make: |reported| CHILDREN_AT_HOME.short(reported),
    },
    Kind {
        name: "kö",
        about: "Antalet personer i kö vid årets slut, året före och förändringen. Saknas utan uppgift om antalet.",
        make: |reported| QUEUE.full(reported),
    },
    Kind {
        name: "kö_kort",
        about: "Hur antalet personer i kö har utvecklats. Saknas om något av de två senaste årens antal är okänt eller maskerat.",
        make: |reported| QUEUE.short(reported),
    },
];

impl Counted {
    fn full(&self, reported: &Reported<'_>) -> Option<Phrase> {
        let (figure, now) = reported.figure(self.figure)?;
        let opening = words![self.time, " ", Words::year(reported.year()), " ", self.verb, " "];
        let compared = comparison(reported, figure, self.noun, self.time);
        Phrase::of([
            Some(words![opening, self.noun.counted(now), self.rest, compared]),
            change(figure, self.unit),
            gap(reported, figure),
            self.part_of_clients(reported, None),
        ])
    }

    fn short(&self, reported: &Reported<'_>) -> Option<Phrase> {
        let (figure, _) = reported.figure(self.figure)?;
        let during = words![" ", reported.during()];
        Phrase::of([
            development(reported, figure, self.number_of),
            self.part_of_clients(reported, Some(during)),
        ])
    }

    /// The share of all clients. Nothing for one person alone.
    fn part_of_clients(&self, reported: &Reported<'_>, during: Option<Words>) -> Option<Words> {
        let part = self.part.as_ref()?;
        let count = reported.count(self.figure)?.exact().filter(|count| *count > 1)?;
        let clients = reported.clients()?;
        if count == clients {
            return Some(words![part.all, during]);
        }
        Some(words![part.some, " ", share(count, clients)?, " av samtliga klienter", during])
    }
}
