//! Figures that can't all be right.

use super::papers::FIGURES;
use super::{Report, Rule, Subject};
use crate::measures::{Cover, DIVISIONS, Division, MEASURES, Measure, PartCount};
use crate::source::Span;
use crate::swedish::{grouped, in_words};
use crate::year_file::YearFigures;
use crate::year_file::values::Count;

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
        for part in &MEASURES {
            let Some(whole) = part.whole() else { continue };
            let (Some(count), Some(all)) = ((part.given)(figures), (whole.given)(figures)) else {
                continue;
            };
            if **count > **all {
                report.add(
                    &count.span,
                    format!(
                        "{year}: {} {} är fler än alla {} {}",
                        grouped(**count),
                        part.noun.many,
                        grouped(**all),
                        whole.noun.many
                    ),
                    "Rätta den av siffrorna som är fel.",
                );
            }
        }
    });
}

/// A division of a year, with the count of its whole.
struct Divided<'y> {
    division: &'static Division,
    parts: Vec<PartCount<'y>>,
    whole: &'static Measure,
    all: &'y Count,
}

impl Divided<'_> {
    fn sum(&self) -> u64 {
        self.parts.iter().map(|part| **part.count).fold(0, u64::saturating_add)
    }

    fn place(&self) -> Span {
        let start = self.parts.iter().map(|part| part.start).min().unwrap_or_default();
        start..self.parts.iter().map(|part| part.count.span.end).max().unwrap_or(start)
    }
}

/// The divisions of a year that have parts and whose whole is given.
fn divided(figures: &YearFigures) -> impl Iterator<Item = Divided<'_>> {
    let divided = |division: &'static Division| {
        let whole = division.whole()?;
        let all = (whole.given)(figures)?;
        Some(Divided { division, parts: division.parts_of(figures), whole, all })
    };
    DIVISIONS.iter().filter_map(divided).filter(|divided| !divided.parts.is_empty())
}

fn sums(subject: &Subject<'_>, report: &mut Report<'_>) {
    each_year(subject, |year, figures| {
        for divided in divided(figures).filter(|divided| divided.division.cover == Cover::All) {
            let (sum, all) = (divided.sum(), **divided.all);
            if sum != all {
                report.add(
                    &divided.place(),
                    format!(
                        "{year}: fördelningen på {} har summan {}, men {} är {}",
                        divided.division.key,
                        grouped(sum),
                        divided.whole.noun.these,
                        grouped(all)
                    ),
                    format!(
                        "Skillnaden är {}. Rätta den siffra som är fel.",
                        grouped(sum.abs_diff(all))
                    ),
                );
            }
        }
    });
}

fn reasons(subject: &Subject<'_>, report: &mut Report<'_>) {
    each_year(subject, |year, figures| {
        for divided in divided(figures).filter(|divided| divided.division.overlaps()) {
            let all = divided.all;
            for part in divided.parts.iter().filter(|part| **part.count > **all) {
                report.add_beside(
                    &part.count.span,
                    format!(
                        "{year}: {} har {}, men {} är bara {}",
                        divided.division.these(part.name),
                        grouped(**part.count),
                        divided.whole.noun.these,
                        grouped(**all)
                    ),
                    "Rätta den av siffrorna som är fel.",
                    &[(&all.span, &format!("alla {}", divided.whole.noun.many))],
                );
            }
        }
    });
}

fn contact_routes(subject: &Subject<'_>, report: &mut Report<'_>) {
    each_year(subject, |year, figures| {
        let may_leave_out =
            |divided: &Divided<'_>| matches!(divided.division.cover, Cover::Some { .. });
        for divided in divided(figures).filter(may_leave_out) {
            let (sum, all, noun) = (divided.sum(), divided.all, divided.whole.noun);
            if sum > **all {
                report.add_beside(
                    &divided.place(),
                    format!(
                        "{year}: {} har summan {}, men {} är {}",
                        divided.division.parts,
                        grouped(sum),
                        noun.these,
                        grouped(**all)
                    ),
                    format!(
                        "Räkna varje {} en gång, eller rätta antalet {}.",
                        noun.one, divided.whole.key
                    ),
                    &[(&all.span, noun.many)],
                );
            }
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
