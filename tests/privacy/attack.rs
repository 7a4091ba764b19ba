//! A reader who tries every possibility.
//!
//! The counts are sets of whole numbers, one bit for each number up to 127, and the
//! sets of what they can add up to are found by adding every number to every other.
//! Each number of clients in each year is tried, and each way to carry clients over
//! from one year to the next. Numbers above 127 are not tried, which can only make
//! more of what is masked seem to be found out.

use crate::generate::{Service, Year};
use crate::read::{Seen, View};

/// A set of the whole numbers below 128.
type Set = u128;

fn set(numbers: impl Iterator<Item = u64>) -> Set {
    numbers.filter(|number| *number < 128).fold(0, |set, number| set | (1 << number))
}

fn numbers(set: Set) -> impl Iterator<Item = u32> {
    (0..128).filter(move |number| set >> number & 1 == 1)
}

/// All sums of a number of each.
fn sums(one: Set, other: Set) -> Set {
    numbers(one).fold(0, |sums, number| sums | (other << number))
}

/// All differences between a number and those of a set.
fn less(from: u32, set: Set) -> Set {
    numbers(set & (Set::MAX >> (127 - from))).fold(0, |all, number| all | (1 << (from - number)))
}

/// A count that someone might want to work out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A figure or a part, by its key.
    Count(String),
    /// Those of the whole who are not counted there.
    AllBut(String),
    /// Those whom a division leaves out.
    LeftOut(&'static str),
}

/// The parts of a division, by their keys.
type Parts = Vec<(String, Set)>;

/// A year's counts as a reader sees them.
struct Known {
    year: i32,
    clients: Set,
    new: Set,
    closed: Set,
    carried_in: Set,
    carried_out: Set,
    /// Parts that add up to all clients, and what is left out of them.
    divisions: Vec<(&'static str, Parts, Set)>,
    routes: Option<(Parts, Set)>,
    /// Those of all clients that a count leaves, for each such count.
    within: Vec<(String, Set, Set)>,
}

/// What a reader of some papers can find out.
pub struct Reader {
    years: Vec<Known>,
}

const ALL: Set = Set::MAX;

impl Reader {
    /// A reader who sees so much, and who knows which divisions leave someone out.
    pub fn of(service: &Service, view: &View) -> Self {
        Self { years: service.years.iter().map(|year| Known::of(year, view)).collect() }
    }

    /// Whether a count can be so large.
    pub fn is_possible(&mut self, year: usize, target: &Target, count: u64) -> bool {
        let bit = set(std::iter::once(count));
        let place = self.years[year].place(target);
        let before = *place;
        *place &= bit;
        let possible = self.has_a_solution();
        *self.years[year].place(target) = before;
        possible
    }

    /// Takes a count to be so large from now on.
    pub fn settle(&mut self, year: usize, target: &Target, count: u64) {
        *self.years[year].place(target) &= set(std::iter::once(count));
    }

    /// Whether there are any counts that fit all that is seen.
    pub fn has_a_solution(&self) -> bool {
        let mut before: Option<(i32, Set)> = None;
        for year in &self.years {
            let carried = before.filter(|(earlier, _)| earlier + 1 == year.year);
            let carried_in = year.carried_in & carried.map_or(ALL, |(_, carried)| carried);
            let carried_out = year.carried_out_of(carried_in);
            if carried_out == 0 {
                return false;
            }
            before = Some((year.year, carried_out));
        }
        true
    }
}

impl Known {
    fn of(year: &Year, view: &View) -> Self {
        let of = |name: &str| -> Set {
            let seen = view.get(&(year.year, name.to_owned()));
            seen.into_iter().flatten().fold(ALL, |all, seen| all & possible(*seen))
        };
        let mut known = Self {
            year: year.year,
            clients: of("klienter"),
            new: of("nya"),
            closed: of("avslutade"),
            carried_in: of("ingående"),
            carried_out: of("utgående"),
            divisions: Vec::new(),
            routes: None,
            within: vec![("hemmavarande_barn".to_owned(), of("hemmavarande_barn"), ALL)],
        };
        for division in &year.divisions {
            let parts: Vec<(String, Set)> = division
                .parts
                .iter()
                .map(|(name, _)| format!("{}/{name}", division.name))
                .map(|key| (key.clone(), of(&key)))
                .collect();
            let is_seen = |(name, _): &(String, Set)| view.contains_key(&(year.year, name.clone()));
            // Of a division that no paper shows, nothing is known.
            let is_seen = parts.iter().all(is_seen);
            let left_out = match (is_seen, division.left_out) {
                (false, _) => ALL,
                (true, 0) => 1,
                (true, _) => ALL - 1,
            };
            match division.name {
                "orsaker" => {
                    known.within.extend(parts.into_iter().map(|(key, set)| (key, set, ALL)));
                }
                "kontaktvägar" => known.routes = Some((parts, left_out)),
                name => known.divisions.push((name, parts, left_out)),
            }
        }
        known
    }

    fn place(&mut self, target: &Target) -> &mut Set {
        match target {
            Target::Count(name) => match name.as_str() {
                "klienter" => &mut self.clients,
                "nya" => &mut self.new,
                "avslutade" => &mut self.closed,
                "ingående" => &mut self.carried_in,
                "utgående" => &mut self.carried_out,
                _ => {
                    let routes = self.routes.iter_mut().flat_map(|(parts, _)| parts);
                    let parts = self.divisions.iter_mut().flat_map(|(_, parts, _)| parts);
                    let within = self.within.iter_mut().map(|(key, set, _)| (&*key, set));
                    let all = routes.chain(parts).map(|(key, set)| (&*key, set)).chain(within);
                    all.into_iter().find(|(key, _)| *key == name).expect("such a count").1
                }
            },
            Target::AllBut(name) => {
                let within = self.within.iter_mut().find(|(key, ..)| key == name);
                &mut within.expect("such a count").2
            }
            Target::LeftOut(name) => {
                let routes = self.routes.iter_mut().map(|(_, left_out)| ("kontaktvägar", left_out));
                let others = self.divisions.iter_mut().map(|(name, _, left_out)| (*name, left_out));
                let mut all = routes.chain(others);
                all.find(|(other, _)| other == name).expect("such a division").1
            }
        }
    }

    /// The numbers of clients that can be left at the end of the year, when there can
    /// be so many at its start.
    fn carried_out_of(&self, carried_in: Set) -> Set {
        let total = |parts: &[(String, Set)], left_out: Set| {
            parts.iter().fold(left_out, |all, (_, part)| sums(all, *part))
        };
        let mut clients = self.clients;
        for (_, parts, left_out) in &self.divisions {
            clients &= total(parts, *left_out);
        }
        for (_, one, others) in &self.within {
            clients &= sums(*one, *others);
        }
        let routes = self.routes.as_ref().map_or(ALL, |(parts, left_out)| total(parts, *left_out));
        let new = self.new & routes;
        let possible = numbers(clients).filter(|clients| less(*clients, new) & carried_in != 0);
        possible.fold(0, |out, clients| out | less(clients, self.closed)) & self.carried_out
    }
}

fn possible(seen: Seen) -> Set {
    match seen {
        Seen::Exactly(count) => set(std::iter::once(count)),
        Seen::FewerThan(limit) => set(1..limit),
        Seen::AtLeast(limit) => set(limit..128),
        Seen::NotShown => ALL,
    }
}
