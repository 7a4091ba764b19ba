//! The ages that the name of an age group means.

/// Ages in whole years, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::checks) struct AgeRange {
    /// The lowest age; nothing in `under 30 år`.
    pub(in crate::checks) from: Option<u64>,
    /// The highest age; nothing in `65 år eller äldre`.
    pub(in crate::checks) to: Option<u64>,
    /// Whether the lowest age may as well be one year lower: people write `över 65 år`
    /// and mean those who are 65 as well.
    pub(super) is_loose: bool,
}

/// How a name with one age continues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    AndOlder,
    OlderThan,
    AndYounger,
    YoungerThan,
}

/// Words that say nothing about which ages.
const SILENT: &[&str] = &[
    "år", "års", "åring", "åringar", "ålder", "åldern", "och", "eller", "mellan", "unga", "vuxna",
    "personer", "klienter", "fyllda", "gruppen", "med", "t", "o", "m", "fr", "än", "i",
];

impl AgeRange {
    /// The ages that a name means; nothing when it has words other than those that
    /// age groups are named with, such as `Kvinnor 18–29 år` or `Okänd ålder`.
    pub(in crate::checks) fn of(name: &str) -> Option<Self> {
        /// No age group is about those who are older.
        const OLDEST: u64 = 130;
        let parts = AgeNameParts::of(name)?;
        if parts.ages.iter().any(|age| *age > OLDEST) {
            return None;
        }
        let (from, to) = match (parts.ages.as_slice(), parts.side) {
            ([from, to], None) => (Some(*from), Some(*to)),
            ([age], None) => (Some(*age), Some(*age)),
            ([age], Some(Side::AndOlder)) => (Some(*age), None),
            ([age], Some(Side::OlderThan)) => (Some(age + 1), None),
            ([age], Some(Side::AndYounger)) => (None, Some(*age)),
            ([age], Some(Side::YoungerThan)) => (None, Some(age.checked_sub(1)?)),
            _ => return None,
        };
        Some(Self { from, to, is_loose: parts.side == Some(Side::OlderThan) })
    }

    /// Whether it ends before it begins: `29–18 år`.
    pub(super) fn is_reversed(&self) -> bool {
        matches!((self.from, self.to), (Some(from), Some(to)) if to < from)
    }
}

/// What a name is made of.
#[derive(Default)]
struct AgeNameParts {
    ages: Vec<u64>,
    side: Option<Side>,
}

impl AgeNameParts {
    fn of(name: &str) -> Option<Self> {
        let mut parts = Self::default();
        let lower = name.to_lowercase();
        let mut rest = lower.trim();
        while let Some(first) = rest.chars().next() {
            let same = |c: char| match first {
                '0'..='9' => c.is_ascii_digit(),
                _ if first.is_alphabetic() => c.is_alphabetic(),
                _ => false,
            };
            let length = rest.find(|c: char| !same(c)).unwrap_or(rest.len());
            let length = length.max(first.len_utf8());
            let (part, after) = rest.split_at_checked(length)?;
            parts.take(part, after)?;
            rest = after;
        }
        Some(parts)
    }

    /// Takes a number, a word or a sign; nothing when it belongs in no age group.
    fn take(&mut self, part: &str, after: &str) -> Option<()> {
        if let Ok(age) = part.parse() {
            self.ages.push(age);
            return Some(());
        }
        let has_age = !self.ages.is_empty();
        let is_last = !after.contains(|c: char| c.is_ascii_digit());
        let side = match part {
            "äldre" if after.trim_start().starts_with("än") => Side::OlderThan,
            "yngre" if after.trim_start().starts_with("än") => Side::YoungerThan,
            "äldre" | "uppåt" | "över" if has_age => Side::AndOlder,
            "yngre" | "nedåt" | "under" if has_age => Side::AndYounger,
            "+" | "minst" | "≥" => Side::AndOlder,
            "från" if self.ages.is_empty() && ages_in(after) == 1 => Side::AndOlder,
            "över" | ">" => Side::OlderThan,
            "under" | "<" => Side::YoungerThan,
            "högst" | "≤" => Side::AndYounger,
            "upp" | "till" | "t" | "tom" if !has_age && ages_in(after) == 1 => Side::AndYounger,
            "-" | "–" | "—" | "−" if !has_age => Side::AndYounger,
            "-" | "–" | "—" | "−" if is_last => Side::AndOlder,
            "-" | "–" | "—" | "−" | "från" | "upp" | "till" | "." | "," | "(" | ")" => {
                return Some(());
            }
            word if SILENT.contains(&word) || word.trim().is_empty() => return Some(()),
            _ => return None,
        };
        self.side = Some(side);
        Some(())
    }
}

/// How many numbers a text has.
fn ages_in(text: &str) -> usize {
    text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::AgeRange;

    #[test]
    fn names_of_age_groups_are_read() {
        for (name, from, to) in [
            ("18–29 år", Some(18), Some(29)),
            ("18-29", Some(18), Some(29)),
            ("18 – 29 år", Some(18), Some(29)),
            ("18 till 29 år", Some(18), Some(29)),
            ("Mellan 18 och 29 år", Some(18), Some(29)),
            ("Unga vuxna (18–29 år)", Some(18), Some(29)),
            ("30 år eller äldre", Some(30), None),
            ("65 år och äldre", Some(65), None),
            ("65+", Some(65), None),
            ("65–", Some(65), None),
            ("65 år –", Some(65), None),
            ("Från 65 år", Some(65), None),
            ("minst 65 år", Some(65), None),
            ("över 65 år", Some(66), None),
            ("äldre än 64", Some(65), None),
            ("under 30 år", None, Some(29)),
            ("yngre än 30", None, Some(29)),
            ("30 år eller yngre", None, Some(30)),
            ("till och med 29 år", None, Some(29)),
            ("t.o.m. 29 år", None, Some(29)),
            ("upp till 29 år", None, Some(29)),
            ("–29 år", None, Some(29)),
            ("18 år", Some(18), Some(18)),
            ("29–18", Some(29), Some(18)),
        ] {
            let range = AgeRange::of(name).unwrap_or_else(|| panic!("{name}"));
            assert_eq!((range.from, range.to), (from, to), "{name}");
        }
    }

    #[test]
    fn other_names_are_not() {
        for name in [
            "Okänd ålder",
            "Uppgift saknas",
            "Kvinnor 18–29 år",
            "Född 1990–1999",
            "Pensionärer",
            "18–29, 30–44",
            "18/29",
            "",
        ] {
            assert_eq!(AgeRange::of(name), None, "{name}");
        }
    }
}
