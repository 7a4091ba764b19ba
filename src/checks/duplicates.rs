//! The same thing twice in one list.

use super::papers::FIGURES;
use super::{Report, Rule, Subject};
use crate::measures::DIVISIONS;
use crate::source::Span;
use crate::swedish::folded;
use crate::year_file::YearFile;
use crate::year_file::values::Text;

pub(super) const RULES: &[Rule] = &[Rule::warning(
    "står-två-gånger",
    "Det som står två gånger i en lista räknas och skrivs två gånger, och är oftast ett misstag.",
    twice,
)];

/// What tells an item of a list from the others: the words that must not all be the
/// same, and where the item begins.
struct ListedItem<'s> {
    words: Vec<&'s Text>,
    span: &'s Span,
}

/// A list of the year file.
struct CheckedList {
    /// What the list is called in a message.
    name: &'static str,
    /// The names under which papers ask for it.
    shown: &'static [&'static str],
    items: fn(&YearFile) -> Vec<ListedItem<'_>>,
}

/// Every list in which nothing should stand twice. The signatories have a rule of
/// their own.
const LISTS: [CheckedList; 10] = [
    CheckedList {
        name: "bilagor",
        shown: &["bilagor"],
        items: |year_file| texts(year_file.board_matter.attachments.iter().flatten()),
    },
    CheckedList {
        name: "upptagningsområde",
        shown: &["upptagningsområde"],
        items: |year_file| texts(&year_file.operation.area),
    },
    CheckedList {
        name: "andra_kommuner",
        shown: &["andra_kommuner"],
        items: |year_file| {
            let others = year_file.operation.other_municipalities.iter().flatten();
            texts(others.map(|other| &other.name))
        },
    },
    CheckedList {
        name: "ombud",
        shown: &["ombud"],
        items: |year_file| {
            let ombud = year_file.operation.ombud_posts.iter().flatten();
            let items = ombud.map(|ombud| ListedItem {
                words: vec![&ombud.name, &ombud.email],
                span: &ombud.name.span,
            });
            items.collect()
        },
    },
    CheckedList {
        name: "samverkan",
        shown: &["samverkan"],
        items: |year_file| {
            let bodies = year_file.operation.cooperation.iter().flatten();
            let items = bodies.map(|body| ListedItem {
                words: std::iter::once(&body.name).chain(&body.about).collect(),
                span: &body.name.span,
            });
            items.collect()
        },
    },
    CheckedList {
        name: "ledamöter",
        shown: &["ledningsgrupp"],
        items: |year_file| texts(&year_file.operation.steering_group.members),
    },
    CheckedList {
        name: "deltar",
        shown: &["ledningsgrupp"],
        items: |year_file| {
            texts(year_file.operation.steering_group.organisations.taking_part.iter().flatten())
        },
    },
    CheckedList {
        name: "prioriteringsordning",
        shown: &["prioriteringsordning"],
        items: |year_file| texts(&year_file.operation.priorities),
    },
    CheckedList {
        name: "poster",
        shown: &["poster"],
        items: |year_file| {
            let items =
                year_file.economy.iter().filter_map(|economy| economy.items.as_ref()).flatten();
            texts(items.map(|item| &item.purpose))
        },
    },
    CheckedList {
        name: "brister",
        shown: &["brister"],
        items: |year_file| {
            let shortcomings = year_file.shortcomings.iter().flatten();
            let items = shortcomings.map(|shortcoming| ListedItem {
                words: vec![&shortcoming.area, &shortcoming.description],
                span: &shortcoming.area.span,
            });
            items.collect()
        },
    },
];

fn texts<'s>(texts: impl IntoIterator<Item = &'s Text>) -> Vec<ListedItem<'s>> {
    texts.into_iter().map(|text| ListedItem { words: vec![text], span: &text.span }).collect()
}

impl ListedItem<'_> {
    /// What the item is compared by; nothing when it could not be read.
    fn key(&self) -> Option<Vec<String>> {
        self.words.iter().map(|word| word.known().map(|word| folded(word))).collect()
    }
}

fn twice(subject: &Subject<'_>, report: &mut Report<'_>) {
    for list in LISTS.iter().filter(|list| subject.made.shows(list.shown)) {
        compare(report, list.name, &(list.items)(subject.year_file));
    }
    let are_counts_shown = subject.made.shows(FIGURES);
    for figures in subject.year_file.statistics.values().filter(|_| are_counts_shown) {
        for division in &DIVISIONS {
            let names = division.chosen(figures).into_iter().flatten().map(|(name, _)| name);
            compare(report, division.key, &texts(names));
        }
    }
}

fn compare(report: &mut Report<'_>, list: &str, items: &[ListedItem<'_>]) {
    let mut seen: Vec<(Vec<String>, &ListedItem<'_>)> = Vec::new();
    for item in items {
        let Some(key) = item.key() else {
            report.leave_out();
            continue;
        };
        match seen.iter().find(|(other, _)| *other == key) {
            Some((_, first)) => {
                let name = item.words.first().map(|name| name.as_str()).unwrap_or_default();
                report.add_beside(
                    item.span,
                    format!("”{name}” står två gånger under `{list}`"),
                    "Ta bort den ena, eller rätta den.",
                    &[(first.span, "första gången")],
                );
            }
            None => seen.push((key, item)),
        }
    }
}
