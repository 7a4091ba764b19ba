//! Clients who come and go, within a year and from one year to the next.

use super::figures::each_year;
use super::papers::{FIGURES, TABLES};
use super::{Report, Rule, Subject};
use crate::finding::{Finding, Fix};
use crate::measures::{CARRIED_IN, CARRIED_OUT, CLIENTS, Measure};
use crate::swedish::grouped;

use chrono::Datelike;

pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "flöde-stämmer-inte",
        "Ingående och nya klienter är tillsammans årets klienter, och de som inte har avslutats är utgående.",
        flow,
    ).shown(FIGURES),
    Rule::error(
        "utgående-blir-inte-ingående",
        "De klienter som är kvar vid årets slut är de som finns vid nästa års början.",
        across_years,
    ).shown(FIGURES),
    Rule::warning(
        "föregående-år-saknas",
        "Utan året före kan läsaren inte se om antalet klienter har ökat eller minskat.",
        year_before,
    ).shown(TABLES),
];

fn flow(subject: &Subject<'_>, report: &mut Report<'_>) {
    each_year(subject, |year, figures| {
        let Some(clients) = &figures.clients else { return };
        if let (Some(carried_in), Some(new)) = (&figures.carried_in, &figures.new) {
            let sum = carried_in.saturating_add(**new);
            if sum != **clients {
                let found = report.add(
                    &carried_in.span,
                    format!(
                        "{year}: {} ingående och {} nya blir {}, men klienterna är {}",
                        grouped(**carried_in),
                        grouped(**new),
                        grouped(sum),
                        grouped(**clients)
                    ),
                    "Rätta en av siffrorna, eller utelämna `ingående` så räknas den ut.",
                );
                // What it would have to be for the others to be right.
                let right = clients.checked_sub(**new);
                worked_out(found, "ingående", right);
            }
        }
        if let (Some(carried_out), Some(closed)) = (&figures.carried_out, &figures.closed) {
            let left = clients.saturating_sub(**closed);
            if left != **carried_out {
                let found = report.add(
                    &carried_out.span,
                    format!(
                        "{year}: {} klienter minus {} avslutade är {}, men utgående är {}",
                        grouped(**clients),
                        grouped(**closed),
                        grouped(left),
                        grouped(**carried_out)
                    ),
                    "Rätta en av siffrorna, eller utelämna `utgående` så räknas den ut.",
                );
                worked_out(found, "utgående", clients.checked_sub(**closed));
            }
        }
    });
}

/// Offers to have a figure worked out, where the others can be right.
fn worked_out(found: Option<&mut Finding>, key: &str, right: Option<u64>) {
    if let Some((finding, right)) = found.zip(right) {
        let right = grouped(right);
        let label = format!("Ta bort {key}, så räknas den ut till {right}");
        finding.fixes.push(Fix::remove(label));
    }
}

fn across_years(subject: &Subject<'_>, report: &mut Report<'_>) {
    // A period of a year does not end where that of the next begins.
    if subject.year_file.period.is_some() {
        return;
    }
    for (year, figures) in &subject.year_file.statistics {
        let Some(before) = subject.year_file.statistics.get(&(year - 1)) else { continue };
        let value = |key, year| Measure::of_key(key)?.value(year);
        let (Some(left), Some(started)) = (value(CARRIED_OUT, before), value(CARRIED_IN, figures))
        else {
            continue;
        };
        if left.count != started.count {
            report.add_beside(
                &started.place,
                format!(
                    "{} klienter var kvar vid slutet av {}, men {year} börjar med {}",
                    grouped(left.count),
                    year - 1,
                    grouped(started.count)
                ),
                format!(
                    "Skillnaden är {}. Utgående {} är klienterna minus de avslutade, och ingående {year} är klienterna minus de nya. Rätta den siffra som är fel.",
                    grouped(left.count.abs_diff(started.count)),
                    year - 1
                ),
                &[(&left.place, "året före")],
            );
        }
    }
}

fn year_before(subject: &Subject<'_>, report: &mut Report<'_>) {
    let before = *subject.year_file.year - 1;
    // A service in its first year has nothing to be compared with.
    let started = subject.year_file.operation.started.known();
    if started.is_some_and(|day| day.year() >= *subject.year_file.year) {
        return;
    }
    // Nor has a year whose clients are not told; where a paper needs them that is said already.
    if subject.year_file.figures(0).is_none_or(|figures| figures.clients.is_none()) {
        return;
    }
    let figures = subject.year_file.figures(-1);
    if figures.is_none_or(|figures| figures.clients.is_none()) {
        let year = before.to_string();
        report.add(
            &report.key(&["statistik", &year, CLIENTS]),
            format!("antalet klienter {before} saknas, så papperen visar ingen förändring"),
            format!(
                "Lägg till `{before}:` i `statistik:` med siffrorna ur förra årets redovisning."
            ),
        );
    }
}
