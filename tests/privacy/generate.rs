//! Services with all their counts, of which a year file gives some or all.

use std::fmt::Write as _;

/// Numbers that look random and are the same every time (splitmix64).
pub struct Random(u64);

impl Random {
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From the first number to the last.
    pub fn between(&mut self, first: u64, last: u64) -> u64 {
        first + self.next() % (last - first + 1)
    }

    /// So often in a hundred.
    pub fn per_cent(&mut self, share: u64) -> bool {
        self.between(1, 100) <= share
    }

    /// A part of a whole, near nothing or near all of it more often than not.
    fn part(&mut self, whole: u64) -> u64 {
        match self.between(0, 4) {
            0 | 1 => self.between(0, 7).min(whole),
            2 => whole - self.between(0, 7).min(whole),
            _ => self.between(0, whole),
        }
    }

    /// A whole in so many parts.
    fn parts(&mut self, whole: u64, count: u64) -> Vec<u64> {
        let mut left = whole;
        let mut parts: Vec<u64> = (1..count)
            .map(|_| {
                let part = self.part(left);
                left -= part;
                part
            })
            .collect();
        parts.push(left);
        let at = usize::try_from(self.between(0, count - 1)).expect("small");
        parts.rotate_left(at);
        parts
    }
}

/// A division: its name in the year file, its parts, and whether it is given.
#[derive(Debug, Clone)]
pub struct Division {
    pub name: &'static str,
    pub parts: Vec<(String, u64)>,
    /// How many are in none of the parts.
    pub left_out: u64,
}

#[expect(clippy::struct_field_names, reason = "a year has its number")]
/// All counts of a year, and which of them the file gives.
#[derive(Debug, Clone)]
pub struct Year {
    pub year: i32,
    pub clients: u64,
    pub new: u64,
    pub closed: u64,
    pub queue: u64,
    pub children: u64,
    /// The figures that the year file gives.
    pub given: Vec<&'static str>,
    pub divisions: Vec<Division>,
}

/// A service: its years and the limit below which counts are masked.
#[derive(Debug, Clone)]
pub struct Service {
    pub limit: u64,
    /// How many of the years have papers of their own; the others are older.
    pub reported: usize,
    pub years: Vec<Year>,
}

/// The figures in the order of the year file.
pub const FIGURES: [&str; 7] =
    ["klienter", "nya", "avslutade", "ingående", "utgående", "kö", "hemmavarande_barn"];

impl Year {
    /// A figure's count.
    pub fn figure(&self, name: &str) -> u64 {
        match name {
            "klienter" => self.clients,
            "nya" => self.new,
            "avslutade" => self.closed,
            "ingående" => self.clients - self.new,
            "utgående" => self.clients - self.closed,
            "kö" => self.queue,
            "hemmavarande_barn" => self.children,
            _ => panic!("no figure {name}"),
        }
    }

    fn yaml(&self) -> String {
        if self.given.is_empty() && self.divisions.is_empty() {
            return String::new();
        }
        let mut text = format!("  {}:\n", self.year);
        for name in &self.given {
            writeln!(text, "    {name}: {}", self.figure(name)).expect("a string");
        }
        for division in &self.divisions {
            let parts: Vec<String> =
                division.parts.iter().map(|(name, count)| format!("{name}: {count}")).collect();
            writeln!(text, "    {}: {{ {} }}", division.name, parts.join(", ")).expect("a string");
        }
        text
    }
}

impl Service {
    /// A service; with all figures given in every year, or with some left out.
    pub fn of(random: &mut Random, complete: bool) -> Self {
        Self::with_at_most(None, random, complete)
    }

    /// A service with all figures and so many clients that texts say shares of them.
    pub fn large(random: &mut Random) -> Self {
        Self::with_at_most(Some(900), random, true)
    }

    /// A service with at most so many clients in a year.
    fn with_at_most(clients: Option<u64>, random: &mut Random, complete: bool) -> Self {
        let limit = [5, 5, 5, 5, 3, 4, 7][usize::try_from(random.between(0, 6)).expect("small")];
        let count = random.between(1, 4);
        let reported = random.between(1, count.min(3));
        let most = [6, 14, 30, 60][usize::try_from(random.between(0, 3)).expect("small")];
        let most = clients.unwrap_or(most);
        let shapes: Vec<(&str, u64)> =
            [("ålder", 4), ("områden", 3), ("orsaker", 3), ("kontaktvägar", 3)]
                .into_iter()
                .filter_map(|(name, most)| {
                    let is_divided = random.per_cent(if complete { 85 } else { 60 });
                    is_divided.then(|| (name, random.between(1, most)))
                })
                .collect();
        let sexes = random.per_cent(85).then(|| random.between(2, 3));
        let mut carried = random.part(most);
        let first = 2026 - i32::try_from(count).expect("small");
        let mut years = Vec::new();
        for (index, year) in (0..count).zip(first..) {
            let is_reported = index + reported >= count;
            let new = random.part(most.saturating_sub(carried).max(6));
            let clients = carried + new;
            let closed = random.part(clients);
            let mut given: Vec<&'static str> = FIGURES.to_vec();
            given.retain(|name| match *name {
                "klienter" => is_reported || complete || random.per_cent(70),
                "nya" | "avslutade" => random.per_cent(if complete { 100 } else { 65 }),
                "ingående" | "utgående" => random.per_cent(if complete { 60 } else { 35 }),
                _ => random.per_cent(if complete { 80 } else { 40 }),
            });
            let mut one = Year {
                year,
                clients,
                new,
                closed,
                queue: random.between(0, 12),
                children: random.part(clients),
                given,
                divisions: Vec::new(),
            };
            if let Some(count) = sexes.filter(|_| complete || random.per_cent(70)) {
                one.divide(random, "kön", count, complete);
            }
            for (name, count) in &shapes {
                if complete || random.per_cent(70) {
                    one.divide(random, name, *count, complete);
                }
            }
            carried = clients - closed;
            years.push(one);
        }
        Self { limit, reported: usize::try_from(reported).expect("small"), years }
    }

    /// The statistics of the year file for one of its years, with all years before it.
    pub fn statistics(&self, reported: i32) -> String {
        self.years.iter().filter(|year| year.year <= reported).map(Year::yaml).collect()
    }
}

impl Year {
    fn divide(&mut self, random: &mut Random, name: &str, count: u64, complete: bool) {
        let (name, names): (&'static str, &[&str]) = match name {
            "kön" => ("kön", &["kvinnor", "män", "annat"]),
            "ålder" => ("ålder", &["18–29 år", "30–49 år", "50–64 år", "65 år eller äldre"]),
            "områden" => ("områden", &["Norra", "Västra", "Södra"]),
            "orsaker" => ("orsaker", &["Ekonomi", "Bostad", "Sysselsättning"]),
            _ => ("kontaktvägar", &["Egen kontakt", "Socialtjänsten", "Vården"]),
        };
        let whole = if name == "kontaktvägar" { self.new } else { self.clients };
        // Reasons overlap; contact routes need not be known of all.
        let left_out = if name == "kontaktvägar" && !complete && random.per_cent(40) {
            random.between(0, 6).min(whole)
        } else {
            0
        };
        let counts = if name == "orsaker" {
            (0..count).map(|_| random.part(whole)).collect()
        } else {
            random.parts(whole - left_out, count)
        };
        let parts = names.iter().map(ToString::to_string).zip(counts).collect();
        self.divisions.push(Division { name, parts, left_out });
    }
}
