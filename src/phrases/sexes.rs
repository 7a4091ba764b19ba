//! Women and men among the clients.

use super::development::gap;
use super::phrase::{Words, words};
use super::units::{is_small_base, points, share, share_or_count};
use super::{Phrase, PhraseKind, Reported};
use crate::facts::{Figure, Number, Share};
use crate::measures::noun::{CLIENT, MAN, WOMAN};
use crate::measures::{CLIENTS, Gender, SEXES};

pub(super) const PHRASES: &[PhraseKind] = &[
    PhraseKind {
        name: "kön",
        about: "Antalet kvinnor och män bland klienterna, med andelen när klienterna är minst hundra, och antalen året före. Saknas utan uppgift om kön, och när inget kan visas av antalen.",
        make: counts,
    },
    PhraseKind {
        name: "kön_kort",
        about: "Andelen kvinnor och män, och hur andelen kvinnor har ändrats sedan året före; antalen i stället när klienterna är färre än hundra. Saknas om andelarna är okända eller bygger på maskerade antal.",
        make: shares,
    },
    PhraseKind {
        name: "jämställdhet",
        about: "Andelen kvinnor och män under året och året före, och hur andelen kvinnor har ändrats; antalen i stället när klienterna är färre än hundra. Säger att andelarna inte anges när antalen är maskerade. Saknas utan uppgift om kön och för en enda klient.",
        make: equality,
    },
];

/// What follows `för tre klienter` of the others.
const OTHER: &str = " var uppgiften om kön annan eller okänd";

fn counts(reported: &Reported<'_>) -> Option<Phrase> {
    let [women, men, other @ ..] = reported.facts.parts.of(SEXES) else { return None };
    let other = other.first().and_then(Figure::current).filter(|other| !is_none(*other));
    if reported.facts.parts.of(SEXES).iter().any(is_hidden) {
        return None;
    }
    let others = other
        .map(|other| words!["för ", CLIENT.counted(other), OTHER, in_per_cent(reported, other)]);
    let before = women.previous().zip(men.previous()).map(|(women, men)| {
        let before = words![
            "under ",
            reported.earlier(reported.year_before()),
            " hade ",
            reported.ombud(),
            " "
        ];
        words![before, WOMAN.counted(women), " och ", MAN.counted(men), " som klienter"]
    });
    Phrase::of([
        Some(women_and_men(reported, women.current()?, men.current()?, other)?),
        others,
        before,
        gap(reported, women),
    ])
}

/// `av klienterna under 2025 var 104 kvinnor (55,0 procent) och 85 män (45,0 procent)`.
fn women_and_men(
    reported: &Reported<'_>,
    women: Number,
    men: Number,
    other: Option<Number>,
) -> Option<Words> {
    let all = |count: u64, who: &str| {
        let clients = CLIENT.counted(Number::Exact(count));
        words!["samtliga ", clients, " ", reported.during(), " var ", who]
    };
    Some(match (women, men, other) {
        (Number::Exact(0), Number::Exact(0), None) => return None,
        (Number::Exact(women), Number::Exact(0), None) if women > 1 => all(women, "kvinnor"),
        (Number::Exact(0), Number::Exact(men), None) if men > 1 => all(men, "män"),
        _ => words![
            words!["av klienterna ", reported.during(), " var "],
            words![WOMAN.counted(women), in_per_cent(reported, women), " och "],
            words![MAN.counted(men), in_per_cent(reported, men)],
        ],
    })
}

/// ` (55,0 procent)` of all clients, when they are enough for it to mean something.
fn in_per_cent(reported: &Reported<'_>, part: Number) -> Option<Words> {
    let clients =
        reported.clients().filter(|clients| !is_small_base(*clients) && !is_none(part))?;
    Some(words![" (", share(part.exact()?, clients)?, ")"])
}

/// Whether nothing at all is shown of a count of this year or the year before.
fn is_hidden(figure: &Figure) -> bool {
    [figure.current(), figure.previous()].contains(&Some(Number::Hidden))
}

fn is_none(number: Number) -> bool {
    number == Number::Exact(0)
}

fn shares(reported: &Reported<'_>) -> Option<Phrase> {
    let now = SexCounts::of(reported, Figure::current)?;
    let before = SexCounts::of(reported, Figure::previous);
    let since = words![" sedan ", reported.earlier(reported.year_before())];
    Phrase::of([
        Some(now.shares(reported.during())),
        before.and_then(|before| now.change_since(&before, since)),
    ])
}

fn equality(reported: &Reported<'_>) -> Option<Phrase> {
    let Some(now) = SexCounts::of(reported, Figure::current) else {
        let would_point_out = points_someone_out(reported);
        return Phrase::of([would_point_out.then(|| {
            words!["andelen kvinnor och män anges inte, så att ingen ska kunna pekas ut"]
        })]);
    };
    let before = SexCounts::of(reported, Figure::previous);
    let women = reported.facts.parts.of(SEXES).first();
    Phrase::of([
        Some(now.shares(reported.during())),
        before.as_ref().map(|before| {
            before.shares(words!["under ", reported.earlier(reported.year_before())])
        }),
        before.and_then(|before| now.change_since(&before, Words::default())),
        women.and_then(|women| gap(reported, women)),
    ])
}

/// Whether the shares are untold for the sake of someone among the clients. That is said
/// only where the counts are masked in all papers: of one client that a table shows,
/// nothing is hidden.
fn points_someone_out(reported: &Reported<'_>) -> bool {
    let sexes = reported.facts.parts.of(SEXES);
    let mut counts = sexes.iter().filter_map(Figure::current).chain(reported.count(CLIENTS));
    !sexes.is_empty() && counts.any(Number::is_masked)
}

/// A year's clients divided by sex, with every count known and two clients at least.
struct SexCounts {
    women: u64,
    men: u64,
    other: u64,
    clients: u64,
}

impl SexCounts {
    fn of(reported: &Reported<'_>, in_year: fn(&Figure) -> Option<Number>) -> Option<Self> {
        let [women, men, other @ ..] = reported.facts.parts.of(SEXES) else { return None };
        let exact = |figure: &Figure| in_year(figure)?.exact();
        let clients = exact(reported.facts.figure(CLIENTS)?).filter(|clients| *clients > 1)?;
        let other = other.first().and_then(in_year).unwrap_or(Number::Exact(0)).exact()?;
        Some(Self { women: exact(women)?, men: exact(men)?, other, clients })
    }

    /// `under 2025 var 55,0 procent av klienterna kvinnor och 45,0 procent män`, and of few
    /// clients `under 2025 var 52 av de 92 klienterna kvinnor och 40 män`.
    fn shares(&self, during: Words) -> Words {
        let is_small = is_small_base(self.clients);
        let share = |part| share_or_count(part, self.clients);
        let of_clients = if is_small {
            let clients = Words::count(Number::Exact(self.clients), Gender::Common);
            words![" av de ", clients, " klienterna "]
        } else {
            words![" av klienterna "]
        };
        let [female, male] = [(self.women, "kvinna", "kvinnor"), (self.men, "man", "män")]
            .map(|(part, one, several)| if is_small && part == 1 { one } else { several });
        let of_all = match (self.women, self.men) {
            (0, 0) => return words!["för samtliga klienter ", during, OTHER],
            (all, _) if all == self.clients => {
                return words!["samtliga klienter ", during, " var kvinnor"];
            }
            (_, all) if all == self.clients => {
                return words!["samtliga klienter ", during, " var män"];
            }
            (0, men) => words![share(men), of_clients, male],
            (women, 0) => words![share(women), of_clients, female],
            (women, men) => {
                words![share(women), of_clients, female, " och ", share(men), " ", male]
            }
        };
        let others = (self.other > 0).then(|| words![", och för ", share(self.other), OTHER]);
        words![during, " var ", of_all, others]
    }

    /// How the share of women has changed, as a reader of both shares would work
    /// it out. What comes after says since when. Of few clients nothing is said: the counts
    /// of both years are.
    fn change_since(&self, before: &Self, since: Words) -> Option<Words> {
        if is_small_base(self.clients) || is_small_base(before.clients) {
            return None;
        }
        let women = |counts: &Self| Share::of(counts.women, counts.clients);
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
