//! Counts so small that they could point someone out.

use super::papers::{FIGURES, TABLES};
use std::collections::BTreeSet;

use super::{Report, Rule, Subject};
use crate::facts::{Counted, Counts, Division, YearCount};

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
    let is_error = |counted: &Counted| matches!(counted, Counted::LeftOut(division) if *division != Division::ContactRoutes);
    let can_be_seen = |count: &&YearCount| {
        subject.facts.years.contains(&count.year)
            && reported.contains(&count.counted)
            && !is_error(&count.counted)
    };
    // A paper without tables and sentences about the parts shows the whole alone.
    let divides = subject.made.shows(TABLES);
    let is_shown = |counted: &Counted| match counted {
        Counted::Figure(name) => divides || subject.made.shows(&[name]),
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
        Counted::Figure(name) => figure(name).to_owned(),
        Counted::AllBut(_) => "klienterna utan hemmavarande barn".to_owned(),
        Counted::LeftOut(Division::ContactRoutes) => "de nya klienterna utan kontaktväg".to_owned(),
        Counted::LeftOut(division) => {
            format!("klienterna som inte är med i fördelningen på {}", name(*division))
        }
        Counted::Part(Division::Sexes, part) => match part.as_str() {
            "Kvinnor" => "kvinnorna".to_owned(),
            "Män" => "männen".to_owned(),
            _ => "klienterna med annan eller okänd uppgift om kön".to_owned(),
        },
        Counted::Part(division, part) => format!("{} ”{part}”", one_part(*division)),
        Counted::AllButPart(division, part) => {
            let whole = if division.whole() == "nya" { "de nya klienterna" } else { "klienterna" };
            format!("{whole} utan {} ”{part}”", one_part(*division))
        }
    }
}

fn figure(name: &str) -> &'static str {
    match name {
        "nya" => "de nya klienterna",
        "avslutade" => "de avslutade ärendena",
        "ingående" => "klienterna vid årets början",
        "utgående" => "klienterna vid årets slut",
        "kö" => "personerna i kö",
        "hemmavarande_barn" => "klienterna med hemmavarande barn",
        _ => "klienterna",
    }
}

/// What a division is on, as the year file calls it.
fn name(division: Division) -> &'static str {
    match division {
        Division::Sexes => "kön",
        Division::Ages => "ålder",
        Division::Areas => "områden",
        Division::Reasons => "orsaker",
        Division::ContactRoutes => "kontaktvägar",
    }
}

fn one_part(division: Division) -> &'static str {
    match division {
        Division::Sexes => "könet",
        Division::Ages => "åldersgruppen",
        Division::Areas => "området",
        Division::Reasons => "orsaken",
        Division::ContactRoutes => "kontaktvägen",
    }
}
