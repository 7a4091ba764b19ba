//! Counts so small that they could point someone out.

use super::{Report, Rule, Subject};
use crate::case::YearFigures;
use crate::case::values::NamedCounts;
use crate::facts::Flow;
use crate::source::{Located, Span};

pub(super) const RULES: &[Rule] = &[Rule::warning(
    "små-antal",
    "Papperen publiceras, och ett litet antal kan peka ut någon (26 kap. 1 § offentlighets- och sekretesslagen; gränsen är en tumregel).",
    small_counts,
)];

fn small_counts(subject: &Subject<'_>, report: &mut Report<'_>) {
    let case = subject.case;
    if case.masks_small_counts() {
        return;
    }
    let limit = case.smallest_count();
    let Some(current) = case.figures(0) else { return };
    for (offset, figures) in [(0, Some(current)), (-1, case.figures(-1))] {
        let Some(figures) = figures else { continue };
        let year = *case.year + offset;
        for (what, count, place) in counts(figures, current) {
            if (1..limit).contains(&count) {
                report.add(
                    &place,
                    format!("{year}: {what} är bara {count}"),
                    "Skriv `små_tal: maskera` i årsfilen så visas små antal inte exakt, eller slå ihop grupper.",
                );
            }
        }
    }
}

/// A year's counts that the papers show: those that the reported year has too.
fn counts(year: &Located<YearFigures>, reported: &YearFigures) -> Vec<(String, u64, Span)> {
    let flow = Flow::of(year);
    let derived = |given: bool, count: Option<u64>| count.filter(|_| !given);
    let mut counts: Vec<(String, u64, Span)> = Vec::new();
    let plain = [
        ("klienterna", &year.clients, &reported.clients),
        ("de nya klienterna", &year.new, &reported.new),
        ("de avslutade ärendena", &year.closed, &reported.closed),
        ("klienterna vid årets början", &year.carried_in, &year.carried_in),
        ("klienterna vid årets slut", &year.carried_out, &year.carried_out),
        ("personerna i kö", &year.queue, &reported.queue),
        ("klienterna med hemmavarande barn", &year.children_at_home, &reported.children_at_home),
    ];
    for (what, count, shown) in plain {
        if let (Some(count), Some(_)) = (count, shown) {
            counts.push((what.to_owned(), **count, count.span.clone()));
        }
    }
    let carried = [
        ("klienterna vid årets början", derived(year.carried_in.is_some(), flow.carried_in)),
        ("klienterna vid årets slut", derived(year.carried_out.is_some(), flow.carried_out)),
    ];
    for (what, count) in carried {
        counts.extend(count.map(|count| (what.to_owned(), count, year.span.clone())));
    }
    if let (Some(sexes), Some(_)) = (&year.sexes, &reported.sexes) {
        let parts = [
            ("kvinnorna", Some(&sexes.women)),
            ("männen", Some(&sexes.men)),
            ("klienterna med annan eller okänd uppgift om kön", sexes.other.as_ref()),
        ];
        for (what, count) in parts {
            counts.extend(count.map(|c| (what.to_owned(), **c, c.span.clone())));
        }
    }
    let divisions = [
        ("åldersgruppen", &year.ages, &reported.ages),
        ("området", &year.areas, &reported.areas),
        ("orsaken", &year.reasons, &reported.reasons),
        ("kontaktvägen", &year.contact_routes, &reported.contact_routes),
    ];
    for (what, division, shown) in divisions {
        let is_shown = |name: &str| {
            let shown: Option<&NamedCounts> = shown.as_ref();
            shown.is_some_and(|shown| shown.iter().any(|(other, _)| **other == name))
        };
        for (name, count) in division.iter().flatten().filter(|(name, _)| is_shown(name)) {
            let what = format!("{what} ”{}”", *name);
            counts.push((what, **count, count.span.clone()));
        }
    }
    counts
}
