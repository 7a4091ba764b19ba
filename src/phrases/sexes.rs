//! Women and men among the clients.

use super::development::gap;
use super::measures::{points, share, share_of};
use super::nouns::{CLIENT, MAN, WOMAN};
use super::phrase::{Words, words};
use super::{Kind, Phrase, Reported};
use crate::facts::{Figure, Number, Share};

pub(super) const PHRASES: &[Kind] = &[
    Kind {
        name: "kön",
        about: "Antal och andel kvinnor och män bland klienterna, och antalen året före. Saknas utan uppgift om kön.",
        make: counts,
    },
    Kind {
        name: "kön_kort",
        about: "Andelen kvinnor och män, och hur andelen kvinnor har ändrats sedan året före. Saknas om andelarna är okända eller bygger på maskerade antal.",
        make: shares,
    },
    Kind {
        name: "jämställdhet",
        about: "Andelen kvinnor och män under året och året före, och hur andelen kvinnor har ändrats. Säger att andelarna inte anges när någon skulle kunna pekas ut. Saknas utan uppgift om kön.",
        make: equality,
    },
];

/// What follows `för tre klienter` of the others.
const OTHER: &str = " var uppgiften om kön annan eller okänd";

fn counts(reported: &Reported<'_>) -> Option<Phrase> {
    let [women, men, other @ ..] = reported.facts.parts.sexes.as_slice() else { return None };
    let (now_women, now_men) = (women.current()?, men.current()?);
    let other = other.first().and_then(Figure::current).filter(|other| !is_none(*other));
    if is_none(now_women) && is_none(now_men) && other.is_none() {
        return None;
    }
    let (year, before) = (reported.year(), reported.year_before());
    let clients = reported.count("klienter");
    let in_per_cent = |part: Number| {
        let share = share_of(part, clients?).filter(|_| !is_none(part))?;
        Some(words![" (", share, ")"])
    };
    let women_and_men = words![
        words!["av klienterna under ", year, " var "],
        words![WOMAN.counted(now_women), in_per_cent(now_women), " och "],
        words![MAN.counted(now_men), in_per_cent(now_men)],
    ];
    let others =
        other.map(|other| words!["för ", CLIENT.counted(other), OTHER, in_per_cent(other)]);
    let before = women.previous().zip(men.previous()).map(|(women, men)| {
        words!["under ", before, " var ", WOMAN.counted(women), " och ", MAN.counted(men)]
    });
    Phrase::of([Some(women_and_men), others, before, gap(reported, women)])
}

fn is_none(number: Number) -> bool {
    number == Number::Exact(0)
}

fn shares(reported: &Reported<'_>) -> Option<Phrase> {
    let now = Division::of(reported, Figure::current)?;
    let before = Division::of(reported, Figure::previous);
    let since = words![" sedan ", reported.year_before()];
    Phrase::of([
        Some(now.shares(reported.year())),
        before.and_then(|before| now.change_since(&before, since)),
    ])
}

fn equality(reported: &Reported<'_>) -> Option<Phrase> {
    let Some(now) = Division::of(reported, Figure::current) else {
        let would_point_out = points_someone_out(reported);
        return Phrase::of([would_point_out.then(|| {
            words!["andelen kvinnor och män anges inte, så att ingen ska kunna pekas ut"]
        })]);
    };
    let before = Division::of(reported, Figure::previous);
    let women = reported.facts.parts.sexes.first();
    Phrase::of([
        Some(now.shares(reported.year())),
        before.as_ref().map(|before| before.shares(reported.year_before())),
        before.and_then(|before| now.change_since(&before, Words::default())),
        women.and_then(|women| gap(reported, women)),
    ])
}

/// Whether the shares are untold for the sake of someone among the clients.
fn points_someone_out(reported: &Reported<'_>) -> bool {
    let sexes = &reported.facts.parts.sexes;
    let mut counts = sexes.iter().filter_map(Figure::current).chain(reported.count("klienter"));
    !sexes.is_empty() && (reported.clients() == Some(1) || counts.any(Number::is_masked))
}

/// A year's clients divided by sex, with every count known and two clients at least.
struct Division {
    women: u64,
    men: u64,
    clients: u64,
}

impl Division {
    fn of(reported: &Reported<'_>, in_year: fn(&Figure) -> Option<Number>) -> Option<Self> {
        let [women, men, other @ ..] = reported.facts.parts.sexes.as_slice() else { return None };
        let exact = |figure: &Figure| in_year(figure)?.exact();
        let (women, men) = (exact(women)?, exact(men)?);
        let clients = exact(reported.facts.figure("klienter")?).filter(|clients| *clients > 1)?;
        let is_masked = |figure: &Figure| in_year(figure).is_some_and(Number::is_masked);
        let fits = women.checked_add(men).is_some_and(|sum| sum <= clients);
        (fits && !other.iter().any(is_masked)).then_some(Self { women, men, clients })
    }

    /// `under 2025 var 55,0 procent av klienterna kvinnor och 45,0 procent män`.
    fn shares(&self, year: i32) -> Words {
        let others = self.clients - self.women - self.men;
        let share = |part| share(part, self.clients);
        let of_all = match (self.women, self.men) {
            (0, 0) => return words!["för samtliga klienter under ", year, OTHER],
            (all, _) if all == self.clients => {
                return words!["samtliga klienter under ", year, " var kvinnor"];
            }
            (_, all) if all == self.clients => {
                return words!["samtliga klienter under ", year, " var män"];
            }
            (0, men) => words![share(men), " av klienterna män"],
            (women, 0) => words![share(women), " av klienterna kvinnor"],
            (women, men) => {
                words![share(women), " av klienterna kvinnor och ", share(men), " män"]
            }
        };
        let others = (others > 0).then(|| words![", och för ", share(others), OTHER]);
        words!["under ", year, " var ", of_all, others]
    }

    /// How the share of women has changed, as a reader of both shares would work
    /// it out. What comes after says since when.
    fn change_since(&self, before: &Self, since: Words) -> Option<Words> {
        let women = |division: &Self| Share::of(division.women, division.clients);
        let (was, is) = (women(before)?, women(self)?);
        let product = |a: u64, b: u64| u128::from(a) * u128::from(b);
        if product(self.women, before.clients) == product(before.women, self.clients) {
            return Some(words!["andelen kvinnor har inte ändrats", since]);
        }
        let has = match is.cmp(&was) {
            std::cmp::Ordering::Greater => "ökat",
            std::cmp::Ordering::Less => "minskat",
            std::cmp::Ordering::Equal => {
                let little = Words::measure("mindre än\u{a0}0,1\u{a0}procentenheter".to_owned());
                return Some(words!["andelen kvinnor har ändrats med ", little, since]);
            }
        };
        Some(words!["andelen kvinnor har ", has, " med ", points(was, is), since])
    }
}
