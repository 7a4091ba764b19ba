//! Counts so small that they could point someone out.

use super::papers::{FIGURES, TABLES};
use std::collections::BTreeSet;

use super::{Report, Rule, Subject};
use crate::facts::{Counted, Counts, YearCount};
use crate::measures::{Cover, Others};

pub(super) const RULES: &[Rule] = &[Rule::warning(
    "små-antal",
    "Papperen publiceras, och ett litet antal kan peka ut någon (26 kap. 1 § offentlighets- och sekretesslagen; gränsen är en tumregel).",
    small_counts,
).shown(FIGURES)];

fn small_counts(subject: &Subject<'_>, report: &mut Report<'_>) {
    let year_file = subject.year_file;
    if year_file.masks_small_counts() {
        return;
    }
    let limit = year_file.smallest_count();
    let counts = Counts::of(year_file);
    let reported: BTreeSet<&Counted> = counts
        .iter()
        .filter(|count| count.year == *year_file.year)
        .map(|count| &count.counted)
        .collect();
    // That a division of all clients leaves someone out is an error of its own.
    let is_error = |counted: &Counted| matches!(counted, Counted::LeftOut(division) if division.cover == Cover::All);
    let can_be_seen = |count: &&YearCount| {
        subject.facts.years.contains(&count.year)
            && reported.contains(&count.counted)
            && !is_error(&count.counted)
    };
    // A paper without tables and sentences about the parts shows the whole alone.
    let divides = subject.made.shows(TABLES);
    let is_shown = |counted: &Counted| match counted {
        Counted::Figure(name) => divides || subject.made.shows(&[name.key]),
        _ => divides,
    };
    // The reported year first, then year by year back.
    let mut small: Vec<&YearCount> = counts
        .iter()
        .filter(|count| (1..limit).contains(&count.count))
        .filter(can_be_seen)
        .filter(|count| is_shown(&count.counted))
        .collect();
    small.sort_by_key(|count| std::cmp::Reverse(count.year));
    for count in small {
        report.add(
            &count.place,
            format!("{}: {} är bara {}", count.year, what(&count.counted), count.count),
            "Skriv `små_tal: maskera` i årsfilen så visas små antal inte exakt, eller slå ihop grupper.",
        );
    }
}

/// What is counted, before `är bara`.
pub(super) fn what(counted: &Counted) -> String {
    match counted {
        Counted::Figure(measure) => measure.noun.these.to_owned(),
        Counted::AllBut(measure) => match measure.part_of.map(|part| part.others) {
            Some(Others::Uncounted(these)) => these.to_owned(),
            Some(Others::Counted(_)) | None => format!("alla utom {}", measure.noun.these),
        },
        Counted::LeftOut(division) => division.left_out(),
        Counted::Part(division, part) => division.these(part),
        Counted::AllButPart(division, part) => {
            let whole = division.whole().map_or(division.whole, |whole| whole.noun.these);
            format!("{whole} utan {} ”{part}”", division.part)
        }
    }
}
