//! One matter of the board about several operations of a kommun: the sums of their year
//! files, written as a year file has its figures.
//!
//! The board's year file names the others and has no figures of its own. What it would have
//! under `verksamhet`, `statistik` and `ekonomi` ([`YearFile::SUMS`]) is put together here,
//! so that papers, rules and texts meet the sums as they meet any figures.
//!
//! A count is added up only where every file shows it: a sum in which a small count is
//! hidden would give it away beside the papers of the others.

use std::collections::BTreeSet;

use crate::facts::{DividedFigures, Facts, Figure, Number};
use crate::measures::{AMOUNTS, AmountSource, DIVISIONS, MEASURES, PartNames};
use crate::source::{Located, Span};
use crate::yaml::{Entry, Node, Scalar, Style, Value};
use crate::year_file::values::{Date, Hundredths};
use crate::year_file::{GrantLevel, Operation, Sexes, YearFile};

/// The year file of one of several operations, and what follows from it.
#[derive(Debug, Clone, Copy)]
pub struct OperationFile<'a> {
    /// What it says.
    pub year_file: &'a YearFile,
    /// What follows from that.
    pub facts: &'a Facts,
}

/// What the operations add up to, as entries of a year file that all stand at one place:
/// where the operations are named.
#[must_use]
pub fn sums(operations: &[OperationFile<'_>], place: &Span) -> Vec<Entry> {
    let tree = Tree { place };
    let content = [operation(operations, &tree), statistics(operations, &tree)];
    let mut content: Vec<Node> = content.into_iter().map(|entries| tree.mapping(entries)).collect();
    content.extend(economy(operations, &tree).map(|entries| tree.mapping(entries)));
    let keys = YearFile::SUMS.into_iter();
    keys.zip(content).map(|(key, value)| tree.entry(key, value)).collect()
}

/// Values that all stand at one place.
struct Tree<'p> {
    place: &'p Span,
}

impl Tree<'_> {
    fn node(&self, value: Value) -> Node {
        Node { span: self.place.clone(), value }
    }

    fn text(&self, text: &impl ToString) -> Node {
        self.node(Value::Scalar(Scalar { text: text.to_string(), style: Style::Plain }))
    }

    fn list(&self, items: impl Iterator<Item = String>) -> Node {
        self.node(Value::Sequence(items.map(|item| self.text(&item)).collect()))
    }

    fn mapping(&self, entries: Vec<Entry>) -> Node {
        self.node(Value::Mapping(entries))
    }

    fn entry(&self, key: &str, value: Node) -> Entry {
        Entry { key: Located::new(key.to_owned(), self.place.clone()), value }
    }
}

fn operation(operations: &[OperationFile<'_>], tree: &Tree<'_>) -> Vec<Entry> {
    let mut areas: Vec<String> = Vec::new();
    for area in operations.iter().flat_map(|one| &one.year_file.operation.area) {
        if !areas.contains(area) {
            areas.push(area.to_string());
        }
    }
    let posts = |of: fn(&Facts) -> Hundredths| {
        Hundredths(operations.iter().fold(0, |sum, one| of(one.facts).0.saturating_add(sum)))
    };
    let mut entries = vec![
        tree.entry("upptagningsområde", tree.list(areas.into_iter())),
        tree.entry("årsanställningar", tree.text(&posts(|facts| facts.full_time_posts))),
        tree.entry("sökta_årsanställningar", tree.text(&posts(|facts| facts.posts_applied_for))),
    ];
    let ombud = operations.iter().map(|one| one.facts.ombud);
    entries.extend(sum(ombud).map(|ombud| tree.entry("antal_ombud", tree.text(&ombud))));
    let form = same(operations.iter().map(|one| {
        let form = one.year_file.operation.form.known();
        form.map(ToString::to_string)
    }));
    entries.extend(form.map(|form| tree.entry("driftsform", tree.text(&form))));
    // Where one has begun or ended after another, no day is the day on which all of them did.
    let day = |key, of: fn(&Operation) -> Option<&Date>| {
        let days = operations.iter().map(|one| of(&one.year_file.operation)?.known().copied());
        same(days).map(|day| tree.entry(key, tree.text(&day.format("%Y-%m-%d"))))
    };
    entries.extend(day("startade", |operation| Some(&operation.started)));
    entries.extend(day("upphörde", |operation| operation.ended.as_ref()));
    entries
}

fn statistics(operations: &[OperationFile<'_>], tree: &Tree<'_>) -> Vec<Entry> {
    let years = operations.iter().map(|one| {
        let given = one.year_file.statistics.keys().copied();
        given.filter(|year| one.facts.years.contains(year)).collect::<BTreeSet<i32>>()
    });
    let years = years.reduce(|all, one| &all & &one).unwrap_or_default();
    let year = |year: &i32| {
        let mut entries: Vec<Entry> = MEASURES
            .iter()
            .filter_map(|measure| {
                let counts = operations.iter().map(|one| {
                    let figure = one.facts.figure(measure.key)?;
                    exact(one.facts, figure, *year)
                });
                Some(tree.entry(measure.key, tree.text(&sum(counts)?)))
            })
            .collect();
        for division in &DIVISIONS {
            let divided = operations.iter().map(|one| {
                let divided = one.facts.parts.iter().find(|other| other.division == division);
                parts(one.facts, divided?, *year)
            });
            let Some(parts) = divided.collect::<Option<Vec<_>>>().map(added_up) else { continue };
            let entry = |(name, count): (String, u64)| {
                let key = match division.names {
                    PartNames::Fixed(fixed) => {
                        let place = fixed.iter().position(|part| part.label == name)?;
                        Sexes::FIELDS.get(place)?.key.to_owned()
                    }
                    PartNames::Chosen(_) => name,
                };
                Some(tree.entry(&key, tree.text(&count)))
            };
            let parts = tree.mapping(parts.into_iter().filter_map(entry).collect());
            entries.push(tree.entry(division.key, parts));
        }
        tree.entry(&year.to_string(), tree.mapping(entries))
    };
    years.iter().map(year).collect()
}

/// What is added up of the economy; nothing unless every file has the grant and what has
/// been used of it.
fn economy(operations: &[OperationFile<'_>], tree: &Tree<'_>) -> Option<Vec<Entry>> {
    let given = AMOUNTS.iter().filter(|amount| matches!(amount.source, AmountSource::Given(_)));
    let mut entries: Vec<Entry> = given
        .filter_map(|amount| {
            let kronor = operations.iter().map(|one| one.facts.money.kronor(amount.key));
            Some(tree.entry(amount.key, tree.text(&sum(kronor)?)))
        })
        .collect();
    let is_there = |key: &str| entries.iter().any(|entry| entry.key.as_str() == key);
    if !is_there(crate::measures::GRANTED) || !is_there(crate::measures::USED) {
        return None;
    }
    let level = |one: &OperationFile<'_>| {
        let GrantLevel { amount, year, source } = one.year_file.economy.as_ref()?.level.as_ref()?;
        Some((*amount.known()?, *year.known()?, source.known()?.clone()))
    };
    if let Some((kronor, year, source)) = same(operations.iter().map(level)) {
        let level = vec![
            tree.entry("kronor", tree.text(&kronor)),
            tree.entry("år", tree.text(&year)),
            tree.entry("källa", tree.text(&source)),
        ];
        entries.push(tree.entry("belopp_per_heltid", tree.mapping(level)));
    }
    Some(entries)
}

/// A figure's count of a year, when it is known and not masked.
fn exact(facts: &Facts, figure: &Figure, year: i32) -> Option<u64> {
    let place = facts.years.iter().position(|other| *other == year)?;
    figure.series.get(place).copied().flatten().and_then(Number::exact)
}

/// The parts of a year with their counts; nothing when one is masked, or when the year is
/// not divided so.
fn parts(facts: &Facts, divided: &DividedFigures, year: i32) -> Option<Vec<(String, u64)>> {
    let place = facts.years.iter().position(|other| *other == year)?;
    let counted = divided.figures.iter().filter_map(|figure| {
        let count = figure.series.get(place).copied().flatten()?;
        Some((figure.label.clone(), count))
    });
    let counted: Vec<(String, Number)> = counted.collect();
    let exact = |(name, count): (String, Number)| Some((name, count.exact()?));
    if counted.is_empty() { None } else { counted.into_iter().map(exact).collect() }
}

/// The parts of all operations. A part that one of them lacks has nobody there.
fn added_up(operations: Vec<Vec<(String, u64)>>) -> Vec<(String, u64)> {
    let mut all: Vec<(String, u64)> = Vec::new();
    for (name, count) in operations.into_iter().flatten() {
        match all.iter_mut().find(|(other, _)| *other == name) {
            Some((_, sum)) => *sum = sum.saturating_add(count),
            None => all.push((name, count)),
        }
    }
    all
}

/// The sum, when every part of it is known.
fn sum(mut counts: impl Iterator<Item = Option<u64>>) -> Option<u64> {
    counts.try_fold(0_u64, |sum, count| sum.checked_add(count?))
}

/// What all of them have, when they have the same.
fn same<T: PartialEq>(mut values: impl Iterator<Item = Option<T>>) -> Option<T> {
    let first = values.next()??;
    values.all(|other| other.as_ref() == Some(&first)).then_some(first)
}
