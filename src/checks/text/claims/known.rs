//! What the year file knows: the figures that a text can make claims about.

use std::collections::BTreeSet;

use super::names::{Ages, Name, PartName};
use crate::checks::Subject;
use crate::facts::{Change, Counted, Counts};
use crate::measures::{self, AGES, Division, Measure};
use crate::source::Span;
use crate::swedish::grouped;
use crate::year_file::YearFile;
use crate::year_file::values::Hundredths;

/// A count that a text can make claims about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Topic {
    /// A measure, by its key.
    Figure(&'static str),
    /// The clients without children at home.
    WithoutChildren,
    /// A part of a division with this key, by its place among the known names.
    Part(&'static str, usize),
    /// Several age groups side by side, from the first to the last of [`Known::age_groups`].
    Ages(usize, usize),
}

pub(super) const CLIENTS: Topic = Topic::Figure(measures::CLIENTS);
pub(super) const NEW: Topic = Topic::Figure(measures::NEW);
pub(super) const CLOSED: Topic = Topic::Figure(measures::CLOSED);
pub(super) const AT_START: Topic = Topic::Figure(measures::CARRIED_IN);
pub(super) const AT_END: Topic = Topic::Figure(measures::CARRIED_OUT);
pub(super) const QUEUE: Topic = Topic::Figure(measures::QUEUE);
pub(super) const CHILDREN: Topic = Topic::Figure(measures::CHILDREN_AT_HOME);

/// The figures of a year file, and the names that its texts can mean.
pub(super) struct Known<'a> {
    pub(super) year_file: &'a YearFile,
    pub(super) subject: &'a Subject<'a>,
    pub(super) reported: i32,
    counts: Counts,
    /// The counts that papers must not show.
    hidden: BTreeSet<(i32, Counted)>,
    /// Every part of a division of any year.
    pub(super) parts: Vec<PartName>,
    /// The places of the age groups among the parts, the youngest first.
    age_groups: Vec<usize>,
    /// The items of the account.
    pub(super) items: Vec<AccountItem>,
    /// The names of the kommun, the nämnd and the like, in lower case.
    pub(super) own_names: Vec<Vec<String>>,
    /// The first year that there are figures for.
    pub(super) first_year: i32,
}

impl<'a> Known<'a> {
    pub(super) fn of(subject: &'a Subject<'a>) -> Self {
        let year_file = subject.year_file;
        let counts = Counts::of(year_file);
        let hidden = if year_file.masks_small_counts() {
            let secret = counts.secret(year_file.smallest_count()).into_iter();
            secret.map(|count| (count.year, count.counted.clone())).collect()
        } else {
            BTreeSet::new()
        };
        let mut parts: Vec<PartName> = Vec::new();
        // The reported year's names first: they are what the papers show.
        let mut all: Vec<_> = counts.iter().collect();
        all.sort_by_key(|count| std::cmp::Reverse(count.year));
        for count in all {
            if let Counted::Part(division, name) = &count.counted
                && !parts.iter().any(|part| part.division == division.key && part.name == *name)
            {
                parts.push(PartName::new(division.key, name));
            }
        }
        PartName::name_psychiatry(&mut parts);
        let mut age_groups: Vec<usize> = (0..parts.len())
            .filter(|index| parts.get(*index).is_some_and(|part| part.ages.is_some()))
            .collect();
        age_groups.sort_by_key(|index| parts.get(*index).and_then(PartName::lowest_age));
        let reported = *year_file.year;
        let first_year = year_file.statistics.keys().copied().min().unwrap_or(reported);
        let own_names = own_names(year_file);
        let economy = year_file.economy.iter();
        let items =
            economy.flat_map(|economy| economy.items.iter().flatten()).map(|item| AccountItem {
                name: Name::new(&item.purpose),
                kronor: *item.amount,
                place: item.amount.span.clone(),
            });
        let items = items.collect();
        Self {
            year_file,
            subject,
            reported,
            counts,
            hidden,
            parts,
            age_groups,
            items,
            own_names,
            first_year,
        }
    }

    fn counted(&self, topic: Topic) -> Option<Counted> {
        Some(match topic {
            Topic::Ages(..) => return None,
            Topic::Figure(key) => Counted::Figure(Measure::of_key(key)?),
            Topic::WithoutChildren => Counted::AllBut(Measure::of_key(measures::CHILDREN_AT_HOME)?),
            Topic::Part(division, index) => {
                Counted::Part(Division::of_key(division)?, self.parts.get(index)?.name.clone())
            }
        })
    }

    /// A count of a year; nothing when the year file does not tell it, or when papers
    /// must not show it.
    pub(super) fn count(&self, topic: Topic, year: i32) -> Option<u64> {
        // The start of next year is the end of this one.
        let (topic, year) = match (topic, year - self.reported) {
            (AT_START, 1) => (AT_END, self.reported),
            given => (given.0, year),
        };
        if let Topic::Ages(first, last) = topic {
            let groups = self.age_groups.get(first..=last)?.iter();
            return groups.map(|index| self.count(Topic::Part(AGES, *index), year)).sum();
        }
        let counted = self.counted(topic)?;
        let is_hidden = self.hidden.contains(&(year, counted.clone()));
        self.counts.exact(year, &counted).filter(|_| !is_hidden)
    }

    /// Where a count stands, or what it follows from.
    pub(super) fn place(&self, topic: Topic, year: i32) -> Option<Span> {
        if let Topic::Ages(first, _) = topic {
            return self.place(Topic::Part(AGES, *self.age_groups.get(first)?), year);
        }
        let counted = self.counted(topic)?;
        let mut all = self.counts.iter();
        all.find(|count| count.year == year && count.counted == counted)
            .map(|count| count.place.clone())
            .filter(|place| !place.is_empty())
    }

    /// What a count is a part of.
    pub(super) fn whole(topic: Topic) -> Option<Topic> {
        match topic {
            Topic::Figure(key) => Some(Topic::Figure(Measure::of_key(key)?.whole()?.key)),
            Topic::WithoutChildren | Topic::Ages(..) => Some(CLIENTS),
            Topic::Part(division, _) => Some(Topic::Figure(Division::of_key(division)?.whole)),
        }
    }

    /// The parts of a division.
    pub(super) fn parts_of(&self, division: &'static str) -> impl Iterator<Item = Topic> {
        let parts = self.parts.iter().enumerate();
        parts
            .filter(move |(_, part)| part.division == division)
            .map(move |(index, _)| Topic::Part(division, index))
    }

    /// The age groups that together are of some ages: one, or several side by side.
    pub(super) fn age_groups_of(&self, ages: Ages) -> Option<Topic> {
        let group = |index: &usize| self.parts.get(*index);
        let begins = |index: &usize| group(index).is_some_and(|part| part.begins_with(ages));
        let ends = |index: &usize| group(index).is_some_and(|part| part.ends_with(ages));
        let mut groups = self.age_groups.iter();
        if let Some(one) = groups.find(|index| begins(index) && ends(index)) {
            return Some(Topic::Part(AGES, *one));
        }
        let first = self.age_groups.iter().position(begins)?;
        let last = self.age_groups.iter().rposition(ends)?;
        // Groups with other bounds, from another year, may lie between: those are no row.
        let row = self.age_groups.get(first..=last)?;
        let follows = |(one, next): (&usize, &usize)| {
            let to = group(one).and_then(|part| part.ages?.to);
            let from = group(next).and_then(|part| part.ages?.from);
            to.zip(from).is_some_and(|(to, from)| to + 1 == from)
        };
        let is_row = row.iter().zip(row.iter().skip(1)).all(follows);
        is_row.then_some(Topic::Ages(first, last))
    }

    /// What is counted, after `antalet`.
    pub(super) fn noun(&self, topic: Topic) -> String {
        match topic {
            Topic::Figure(key) => {
                Measure::of_key(key).map_or(key, |measure| measure.noun.many).to_owned()
            }
            Topic::WithoutChildren => "klienter utan hemmavarande barn".to_owned(),
            Topic::Ages(first, last) => {
                let group = |at: usize| self.parts.get(*self.age_groups.get(at)?)?.ages;
                let from = group(first).and_then(|ages| ages.from);
                let to = group(last).and_then(|ages| ages.to);
                match (from.filter(|_| first > 0), to) {
                    (Some(from), Some(to)) => format!("klienter som är {from}–{to} år"),
                    (Some(from), None) => format!("klienter som är {from} år eller äldre"),
                    (None, Some(to)) => format!("klienter som är högst {to} år"),
                    (None, None) => "klienter i åldersgrupperna".to_owned(),
                }
            }
            Topic::Part(division, index) => {
                let name = self.parts.get(index).map_or("", |part| part.name.as_str());
                let Some(division) = Division::of_key(division) else { return name.to_owned() };
                if let Some(part) = division.fixed(name) {
                    return part.noun.many.to_owned();
                }
                let whole = division.whole().map_or(division.whole, |whole| whole.noun.many);
                format!("{whole} {} {} ”{name}”", division.joined_by, division.part)
            }
        }
    }

    /// A part with its change: `Kungsholmen (från 57 till 52)`.
    pub(super) fn spanned(&self, topic: Topic, change: Change) -> String {
        let name = match topic {
            Topic::Part(_, index) => self.parts.get(index).map_or("", |part| part.name.as_str()),
            _ => "",
        };
        format!("{name} (från {} till {})", grouped(change.before()), grouped(change.after()))
    }

    /// The placeholder that shows a count, where there is one.
    pub(super) fn placeholder(&self, topic: Topic, year: i32) -> Option<String> {
        let Topic::Figure(key) = topic else { return None };
        let measure = Measure::of_key(key)?;
        match self.reported - year {
            0 => Some(measure.placeholder()),
            1 => Some(measure.placeholder_of_year_before()),
            _ => None,
        }
    }

    pub(super) fn posts(&self) -> Option<Hundredths> {
        let posts = self.year_file.operation.full_time_posts.known().copied()?;
        (posts.0 > 0).then_some(posts)
    }

    pub(super) fn posts_applied_for(&self) -> Option<Hundredths> {
        self.year_file.posts_applied_for()?.known().copied()
    }

    pub(super) fn ombud(&self) -> Option<u64> {
        Some(u64::from(**self.year_file.operation.ombud.as_ref()?))
    }
}

/// An item of the account.
pub(super) struct AccountItem {
    pub(super) name: Name,
    pub(super) kronor: u64,
    pub(super) place: Span,
}

/// The names that papers come from, word by word.
fn own_names(year_file: &YearFile) -> Vec<Vec<String>> {
    let sender = &year_file.sender;
    let names = [&sender.municipality, &sender.board, &sender.administration, &sender.department];
    let areas = &year_file.operation.area;
    let county_board = year_file.grant.county_board.to_string();
    let names = names.into_iter().chain(areas).map(ToString::to_string).chain([county_board]);
    let words = |name: String| {
        let lower = name.to_lowercase();
        lower.split_whitespace().map(str::to_owned).collect()
    };
    names.map(words).collect()
}
