//! Age groups: whom they are about, and whether everybody is in one of them.

mod range;

use super::figures::each_year;
use super::papers::FIGURES;
use super::{Report, Rule, Subject};
use crate::swedish::grouped;
use crate::year_file::YearFigures;
use crate::year_file::values::{Count, Text};

pub(super) use range::AgeRange;

pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "åldersgrupp-minderåriga",
        "Målgruppen är den som är 18 år eller äldre (2 § förordningen 2013:522).",
        minors,
    )
    .shown(FIGURES),
    Rule::error("åldersgrupp-baklänges", "En åldersgrupp börjar med den lägsta åldern.", reversed),
    Rule::warning(
        "åldersgrupp-börjar-för-tidigt",
        "Målgruppen är den som är 18 år eller äldre (2 § förordningen 2013:522).",
        begins_too_early,
    )
    .shown(FIGURES),
    Rule::warning(
        "åldersgrupper-överlappar",
        "Den som hör till två grupper vet läsaren inte var hon eller han är räknad.",
        overlaps,
    )
    .shown(FIGURES),
    Rule::warning(
        "åldersgrupper-med-lucka",
        "Åldersgrupperna fördelar alla klienter, så varje ålder mellan dem ska höra till en grupp.",
        gaps,
    )
    .shown(FIGURES),
];

/// The target group begins at this age (2 § förordningen 2013:522).
const OF_AGE: u64 = 18;

/// An age group whose name says which ages it is about.
struct AgeGroup<'y> {
    name: &'y Text,
    count: &'y Count,
    range: AgeRange,
}

impl AgeGroup<'_> {
    fn lowest(&self) -> u64 {
        self.range.from.unwrap_or(0)
    }

    fn highest(&self) -> u64 {
        self.range.to.unwrap_or(u64::MAX)
    }
}

/// The groups whose ages are known, in the order written.
fn groups(figures: &YearFigures) -> impl Iterator<Item = AgeGroup<'_>> {
    let groups = figures.ages.iter().flatten();
    groups.filter_map(|(name, count)| Some(AgeGroup { name, count, range: AgeRange::of(name)? }))
}

/// The groups that end after they begin, the youngest first, side by side.
fn neighbours(figures: &YearFigures) -> Vec<(AgeGroup<'_>, AgeGroup<'_>)> {
    let in_order = || {
        let groups = groups(figures).filter(|group| !group.range.is_reversed());
        let mut groups: Vec<AgeGroup<'_>> = groups.collect();
        groups.sort_by_key(|group| (group.lowest(), group.highest()));
        groups
    };
    in_order().into_iter().zip(in_order().into_iter().skip(1)).collect()
}

fn minors(subject: &Subject<'_>, report: &mut Report<'_>) {
    each_year(subject, |year, figures| {
        for group in groups(figures).filter(|group| group.highest() < OF_AGE && **group.count > 0) {
            report.add(
                &group.name.span,
                format!(
                    "{year}: {} klienter i åldersgruppen ”{}”, men målgruppen är 18 år eller äldre",
                    grouped(**group.count),
                    **group.name
                ),
                "Rätta gruppens namn, eller räkna bara dem som är 18 år eller äldre.",
            );
        }
    });
}

fn begins_too_early(subject: &Subject<'_>, report: &mut Report<'_>) {
    each_year(subject, |year, figures| {
        for group in groups(figures).filter(|group| group.highest() >= OF_AGE) {
            let Some(from) = group.range.from.filter(|from| *from < OF_AGE) else { continue };
            report.add(
                &group.name.span,
                format!("{year}: åldersgruppen ”{}” börjar vid {from} år, men målgruppen är 18 år eller äldre", **group.name),
                "Skriv gruppens namn från 18 år, om det bara är de som är räknade.",
            );
        }
    });
}

fn reversed(subject: &Subject<'_>, report: &mut Report<'_>) {
    each_year(subject, |year, figures| {
        for group in groups(figures).filter(|group| group.range.is_reversed()) {
            report.add(
                &group.name.span,
                format!("{year}: åldersgruppen ”{}” slutar innan den börjar", **group.name),
                "Skriv den lägsta åldern först.",
            );
        }
    });
}

fn overlaps(subject: &Subject<'_>, report: &mut Report<'_>) {
    each_year(subject, |year, figures| {
        for (younger, older) in neighbours(figures) {
            if older.lowest() <= younger.highest() {
                report.add_beside(
                    &older.name.span,
                    format!(
                        "{year}: åldersgrupperna ”{}” och ”{}” överlappar",
                        **younger.name, **older.name
                    ),
                    "Skriv grupperna så att varje ålder hör till bara en av dem.",
                    &[(&younger.name.span, "den andra gruppen")],
                );
            }
        }
    });
}

fn gaps(subject: &Subject<'_>, report: &mut Report<'_>) {
    each_year(subject, |year, figures| {
        // A name that says no ages may be the group that fills the gap.
        let mut names = figures.ages.iter().flatten().map(|(name, _)| name);
        if !names.all(|name| AgeRange::of(name).is_some() || is_unknown(name)) {
            return;
        }
        let mut covered = 0;
        for (younger, older) in neighbours(figures) {
            covered = younger.highest().max(covered);
            let first = covered.saturating_add(1);
            let next = older.lowest() - u64::from(older.range.is_loose);
            if first < next {
                let last = next - 1;
                let ages = if first == last {
                    format!("{first} år")
                } else {
                    format!("{first}–{last} år")
                };
                report.add_beside(
                    &older.name.span,
                    format!(
                        "{year}: mellan åldersgrupperna ”{}” och ”{}” saknas {ages}",
                        **younger.name, **older.name
                    ),
                    "Rätta gruppernas namn. Hade ingen klient den åldern så lägg till gruppen med 0.",
                    &[(&younger.name.span, "den yngre gruppen")],
                );
            }
        }
    });
}

/// Whether a group is the one for those whose age isn't known.
fn is_unknown(name: &str) -> bool {
    let name = name.to_lowercase();
    ["okän", "saknas", "vet ej", "ej uppgi", "oviss"].iter().any(|word| name.contains(word))
}
