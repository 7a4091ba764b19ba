//! The figures of two year files, side by side.

use std::collections::BTreeMap;

use crate::facts::{Change, Money};
use crate::measures::{DIVISIONS, MEASURES};
use crate::source::Located;
use crate::swedish::{grouped, tenths};
use crate::year_file::{Loaded, YearFigures};

/// Two years whose figures are set side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearPair {
    /// The year in the earlier file.
    pub old: i32,
    /// The year in the later file.
    pub new: i32,
    /// The figures that differ, in the order of the papers.
    pub changes: Vec<FigureChange>,
    /// How many figures both have and do not differ.
    pub same: usize,
}

/// A figure that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureChange {
    /// Its place within its year, as in the year file: `klienter`, `ålder.18–29 år`.
    pub place: String,
    /// What it is.
    pub label: String,
    /// Whether it is kronor; else it counts persons or cases.
    pub is_kronor: bool,
    /// In the earlier file; nothing when it is not there.
    pub old: Option<u64>,
    /// In the later file.
    pub new: Option<u64>,
}

impl YearPair {
    /// Whether both files mean the same year, so that what differs has been put right.
    #[must_use]
    pub fn is_same_year(&self) -> bool {
        self.old == self.new
    }
}

impl FigureChange {
    /// The difference where both files have the figure: `+21 (+11,1 %)`.
    #[must_use]
    pub fn difference(&self) -> Option<String> {
        let change = Change::between(self.old?, self.new?);
        let signed = change.signed();
        let sign: String = signed.chars().take(1).collect();
        let share = change.per_mille().map(|share| format!(" ({sign}{} %)", tenths(share)));
        Some(signed + share.as_deref().unwrap_or_default())
    }

    /// A count or an amount as it is shown.
    #[must_use]
    pub fn shown(&self, number: Option<u64>) -> String {
        match number {
            None => "uppgift saknas".to_owned(),
            Some(number) if self.is_kronor => format!("{} kr", grouped(number)),
            Some(number) => grouped(number),
        }
    }
}

/// All pairs of years, and the years that have none.
pub(super) struct Compared {
    pub(super) pairs: Vec<YearPair>,
    pub(super) gone: Vec<i32>,
    pub(super) come: Vec<i32>,
}

/// A figure of one year.
struct Figure {
    place: String,
    label: String,
    is_kronor: bool,
    number: u64,
}

type Years = BTreeMap<i32, Located<YearFigures>>;

pub(super) fn compared(old: &Loaded, new: &Loaded) -> Compared {
    let empty = Years::new();
    let years = |loaded: &Loaded| loaded.year_file.as_ref().map(|file| file.statistics.clone());
    let (old_years, new_years) = (years(old), years(new));
    let old_years = old_years.as_ref().unwrap_or(&empty);
    let new_years = new_years.as_ref().unwrap_or(&empty);
    let (old_year, new_year) = (own_year(old), own_year(new));
    let mut pairs = Vec::new();
    if let Some((old_year, new_year)) = old_year.zip(new_year) {
        let own = |years: &Years, year: i32, loaded: &Loaded| {
            let mut figures = counts(years.get(&year));
            figures.extend(amounts(loaded));
            figures
        };
        let old = own(old_years, old_year, old);
        let new = own(new_years, new_year, new);
        pairs.push(pair(old_year, new_year, &old, &new));
    }
    let is_own = |year: i32| old_year == Some(year) && new_year == Some(year);
    for (year, figures) in new_years.iter().rev().filter(|(year, _)| !is_own(**year)) {
        if let Some(before) = old_years.get(year) {
            let (old, new) = (counts(Some(before)), counts(Some(figures)));
            pairs.push(pair(*year, *year, &old, &new));
        }
    }
    let only = |some: &Years, others: &Years, own: Option<i32>| {
        let years = some.keys().filter(|year| !others.contains_key(year) && own != Some(**year));
        years.copied().collect::<Vec<i32>>()
    };
    Compared {
        gone: only(old_years, new_years, old_year.filter(|_| new_year.is_some())),
        come: only(new_years, old_years, new_year.filter(|_| old_year.is_some())),
        pairs,
    }
}

fn own_year(loaded: &Loaded) -> Option<i32> {
    loaded.year_file.as_ref().and_then(|file| file.year.known().copied())
}

/// The counts of a year: those that the papers show, also worked out, and their parts.
fn counts(year: Option<&Located<YearFigures>>) -> Vec<Figure> {
    let Some(year) = year.filter(|year| year.known().is_some()) else { return Vec::new() };
    let mut figures = Vec::new();
    for measure in &MEASURES {
        if let Some(value) = measure.value(year) {
            let (place, label) = (measure.key.to_owned(), measure.label.to_owned());
            figures.push(Figure { place, label, is_kronor: false, number: value.count });
        }
    }
    for division in &DIVISIONS {
        for part in division.parts_of(year) {
            let Some(number) = part.count.known() else { continue };
            figures.push(Figure {
                place: format!("{}.{}", division.key, part.name),
                label: format!("{}, {}", part.name, division.key),
                is_kronor: false,
                number: *number,
            });
        }
    }
    figures
}

/// The amounts of a file, given and worked out.
fn amounts(loaded: &Loaded) -> Vec<Figure> {
    let Some(year_file) = loaded.year_file.as_ref() else { return Vec::new() };
    let money = Money::of(year_file);
    let amount = |amount: &crate::facts::KnownAmount| Figure {
        place: format!("ekonomi.{}", amount.measure.key),
        label: amount.measure.label.to_owned(),
        is_kronor: true,
        number: amount.kronor,
    };
    money.amounts.iter().map(amount).collect()
}

/// What differs, in the order of the later file; what is gone stands after what it came
/// after.
fn pair(old_year: i32, new_year: i32, old: &[Figure], new: &[Figure]) -> YearPair {
    let find = |figures: &[Figure], place: &str| {
        figures.iter().find(|figure| figure.place == place).map(|figure| figure.number)
    };
    let mut order: Vec<&Figure> = new.iter().collect();
    for (at, gone) in old.iter().enumerate() {
        if find(new, &gone.place).is_some() {
            continue;
        }
        let before = old[..at].iter().rev();
        let before = before.filter_map(|figure| order.iter().position(|f| f.place == figure.place));
        let place = before.into_iter().next().map_or(0, |place| place + 1);
        order.insert(place, gone);
    }
    let mut pair = YearPair { old: old_year, new: new_year, changes: Vec::new(), same: 0 };
    for figure in order {
        let (old, new) = (find(old, &figure.place), find(new, &figure.place));
        if old == new {
            pair.same += 1;
            continue;
        }
        let (place, label) = (figure.place.clone(), figure.label.clone());
        pair.changes.push(FigureChange { place, label, is_kronor: figure.is_kronor, old, new });
    }
    pair
}
