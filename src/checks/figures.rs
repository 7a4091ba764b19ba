//! Figures that can't all be right.

use super::{Report, Rule, Subject};
use crate::case::YearFigures;
use crate::case::values::{Count, NamedCounts};
use crate::finding::Severity::Error;
use crate::swedish::grouped;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "del-större-än-helhet",
        severity: Error,
        reason: "En del kan inte vara större än helheten.",
        check: part_exceeds_whole,
    },
    Rule {
        id: "summa-stämmer-inte",
        severity: Error,
        reason: "En fördelning av alla klienter ska ha samma summa som antalet klienter.",
        check: sums,
    },
    Rule {
        id: "flöde-stämmer-inte",
        severity: Error,
        reason: "Ingående och nya klienter är tillsammans årets klienter, och de som inte har avslutats är utgående.",
        check: flow,
    },
    Rule {
        id: "använt-mer-än-beviljat",
        severity: Error,
        reason: "Det går inte att använda mer bidrag än vad som har beviljats; resten är egna medel.",
        check: used_more_than_granted,
    },
];

fn each_year(subject: &Subject<'_>, mut look: impl FnMut(i32, &YearFigures)) {
    for (year, figures) in &subject.case.statistics {
        look(*year, figures);
    }
}

fn part_exceeds_whole(subject: &Subject<'_>, report: &mut Report<'_>) {
    each_year(subject, |year, figures| {
        let Some(clients) = &figures.clients else { return };
        let parts = [
            ("nya klienter", &figures.new),
            ("avslutade ärenden", &figures.closed),
            ("klienter vid årets början", &figures.carried_in),
            ("klienter vid årets slut", &figures.carried_out),
            ("klienter med hemmavarande barn", &figures.children_at_home),
        ];
        for (what, part) in parts {
            if let Some(part) = part.as_ref().filter(|part| part.value > clients.value) {
                report.add(
                    &part.span,
                    format!(
                        "{year}: {} {what} är fler än alla {} klienter",
                        grouped(part.value),
                        grouped(clients.value)
                    ),
                    "Rätta den av siffrorna som är fel.",
                );
            }
        }
    });
}

fn sums(subject: &Subject<'_>, report: &mut Report<'_>) {
    each_year(subject, |year, figures| {
        let Some(clients) = &figures.clients else { return };
        if let Some(sexes) = &figures.sexes {
            let parts = [Some(&sexes.women), Some(&sexes.men), sexes.other.as_ref()];
            let sum = parts.into_iter().flatten().map(|count| count.value).sum();
            let place = sexes.women.span.start..sexes.men.span.end.max(sexes.women.span.end);
            compare(report, year, "kön", sum, clients, &place);
        }
        for (what, counts) in [("ålder", &figures.ages), ("områden", &figures.areas)] {
            if let Some(counts) = counts.as_ref().filter(|counts| !counts.is_empty()) {
                compare(report, year, what, total(counts), clients, &place(counts));
            }
        }
    });
}

fn total(counts: &NamedCounts) -> u64 {
    counts.iter().map(|(_, count)| count.value).fold(0, u64::saturating_add)
}

fn place(counts: &NamedCounts) -> std::ops::Range<usize> {
    let start = counts.first().map_or(0, |(name, _)| name.span.start);
    start..counts.last().map_or(start, |(_, count)| count.span.end)
}

fn compare(
    report: &mut Report<'_>,
    year: i32,
    what: &str,
    sum: u64,
    clients: &Count,
    place: &std::ops::Range<usize>,
) {
    if sum != clients.value {
        report.add(
            place,
            format!(
                "{year}: fördelningen på {what} har summan {}, men klienterna är {}",
                grouped(sum),
                grouped(clients.value)
            ),
            format!(
                "Skillnaden är {}. Rätta den siffra som är fel.",
                grouped(sum.abs_diff(clients.value))
            ),
        );
    }
}

fn flow(subject: &Subject<'_>, report: &mut Report<'_>) {
    each_year(subject, |year, figures| {
        let Some(clients) = &figures.clients else { return };
        if let (Some(carried_in), Some(new)) = (&figures.carried_in, &figures.new) {
            let sum = carried_in.saturating_add(new.value);
            if sum != clients.value {
                report.add(
                    &carried_in.span,
                    format!(
                        "{year}: {} ingående och {} nya blir {}, men klienterna är {}",
                        grouped(carried_in.value),
                        grouped(new.value),
                        grouped(sum),
                        grouped(clients.value)
                    ),
                    "Rätta en av siffrorna, eller utelämna `ingående` så räknas den ut.",
                );
            }
        }
        if let (Some(carried_out), Some(closed)) = (&figures.carried_out, &figures.closed) {
            let left = clients.saturating_sub(closed.value);
            if left != carried_out.value {
                report.add(
                    &carried_out.span,
                    format!(
                        "{year}: {} klienter minus {} avslutade är {}, men utgående är {}",
                        grouped(clients.value),
                        grouped(closed.value),
                        grouped(left),
                        grouped(carried_out.value)
                    ),
                    "Rätta en av siffrorna, eller utelämna `utgående` så räknas den ut.",
                );
            }
        }
    });
}

fn used_more_than_granted(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(economy) = &subject.case.economy else { return };
    if economy.used.value > economy.granted.value {
        report.add(
            &economy.used.span,
            format!(
                "{} kronor har använts, men bara {} är beviljade",
                grouped(economy.used.value),
                grouped(economy.granted.value)
            ),
            "Skriv det som kommunen själv har betalat under `egna_medel`.",
        );
    }
}
