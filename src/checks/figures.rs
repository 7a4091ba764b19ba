//! Figures that can't all be right.

use super::papers::FIGURES;
use super::{Report, Rule, Subject};
use crate::swedish::{grouped, in_words};
use crate::year_file::YearFigures;
use crate::year_file::values::{Count, NamedCounts};

pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "del-större-än-helhet",
        "En del kan inte vara större än helheten.",
        part_exceeds_whole,
    ).shown(FIGURES),
    Rule::error(
        "summa-stämmer-inte",
        "En fördelning av alla klienter ska ha samma summa som antalet klienter.",
        sums,
    ).shown(FIGURES),
    Rule::error(
        "orsak-fler-än-klienter",
        "En klient kan ha flera orsaker, men samma orsak räknas en gång för varje klient.",
        reasons,
    ).shown(FIGURES),
    Rule::warning(
        "kontaktvägar-fler-än-nya",
        "Varje ny klient räknas med en kontaktväg.",
        contact_routes,
    ).shown(FIGURES),
    Rule::warning(
        "kö-mycket-lång",
        "En kö som är många gånger längre än antalet klienter är oftare ett skrivfel än en kö.",
        long_queue,
    ).shown(FIGURES),
    Rule::warning(
        "statistik-efter-verksamhetsåret",
        "Årsfilen gäller verksamhetsåret och åren före; senare siffror kommer inte med i något papper.",
        later_years,
    ).shown(FIGURES),
];

pub(super) fn each_year(subject: &Subject<'_>, mut look: impl FnMut(i32, &YearFigures)) {
    for (year, figures) in &subject.year_file.statistics {
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
            if let Some(part) = part.as_ref().filter(|part| ***part > **clients) {
                report.add(
                    &part.span,
                    format!(
                        "{year}: {} {what} är fler än alla {} klienter",
                        grouped(**part),
                        grouped(**clients)
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
            let sum = parts.into_iter().flatten().map(|count| **count).fold(0, u64::saturating_add);
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
    counts.iter().map(|(_, count)| **count).fold(0, u64::saturating_add)
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
    if sum != **clients {
        report.add(
            place,
            format!(
                "{year}: fördelningen på {what} har summan {}, men klienterna är {}",
                grouped(sum),
                grouped(**clients)
            ),
            format!(
                "Skillnaden är {}. Rätta den siffra som är fel.",
                grouped(sum.abs_diff(**clients))
            ),
        );
    }
}

fn reasons(subject: &Subject<'_>, report: &mut Report<'_>) {
    each_year(subject, |year, figures| {
        let Some(clients) = &figures.clients else { return };
        for (name, count) in figures.reasons.iter().flatten() {
            if **count > **clients {
                report.add_beside(
                    &count.span,
                    format!(
                        "{year}: orsaken ”{}” har {}, men klienterna är bara {}",
                        *name,
                        grouped(**count),
                        grouped(**clients)
                    ),
                    "Rätta den av siffrorna som är fel.",
                    &[(&clients.span, "alla klienter")],
                );
            }
        }
    });
}

fn contact_routes(subject: &Subject<'_>, report: &mut Report<'_>) {
    each_year(subject, |year, figures| {
        let (Some(new), Some(routes)) = (&figures.new, &figures.contact_routes) else { return };
        let sum = total(routes);
        if sum > **new {
            report.add_beside(
                &place(routes),
                format!(
                    "{year}: kontaktvägarna har summan {}, men de nya klienterna är {}",
                    grouped(sum),
                    grouped(**new)
                ),
                "Räkna varje ny klient en gång, eller rätta antalet nya.",
                &[(&new.span, "nya klienter")],
            );
        }
    });
}

/// How many times as many as the clients may wait before it is pointed out.
const QUEUE_PER_CLIENT: u64 = 10;

fn long_queue(subject: &Subject<'_>, report: &mut Report<'_>) {
    each_year(subject, |year, figures| {
        let (Some(clients), Some(queue)) = (&figures.clients, &figures.queue) else { return };
        if **queue > clients.saturating_mul(QUEUE_PER_CLIENT) && **clients > 0 {
            report.add_beside(
                &queue.span,
                format!(
                    "{year}: {} personer i kö är mer än {} gånger så många som alla {} klienter",
                    grouped(**queue),
                    in_words(QUEUE_PER_CLIENT, false),
                    grouped(**clients)
                ),
                "Kontrollera siffran.",
                &[(&clients.span, "alla klienter")],
            );
        }
    });
}

fn later_years(subject: &Subject<'_>, report: &mut Report<'_>) {
    let reported = *subject.year_file.year;
    for (year, figures) in subject.year_file.statistics.range(reported + 1..) {
        report.add(
            &figures.span,
            format!("statistiken gäller {year}, men verksamhetsåret är {reported}"),
            "Rätta årtalet eller verksamhetsåret, eller ta bort siffrorna.",
        );
    }
}
