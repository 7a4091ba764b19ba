//! Changes so large that someone ought to look twice.

use super::papers::FIGURES;
use std::collections::BTreeMap;

use super::divisions::DIVISIONS;
use super::{Report, Rule, Subject};
use crate::facts::Change;
use crate::swedish::grouped;
use crate::year_file::YearFigures;
use crate::year_file::values::{Count, NamedCounts};

pub(super) const RULES: &[Rule] = &[Rule::warning(
    "stor-förändring",
    "En stor förändring från året före är oftare ett skrivfel än en händelse (praxis).",
    large_changes,
)
.shown(FIGURES)];

/// In smaller counts than this a large share says little.
const SMALLEST_BEFORE: u64 = 10;

fn large_changes(subject: &Subject<'_>, report: &mut Report<'_>) {
    let (Some(current), Some(before)) =
        (subject.year_file.figures(0), subject.year_file.figures(-1))
    else {
        return;
    };
    let before: BTreeMap<String, &Count> = counts(before).into_iter().collect();
    for (what, count) in counts(current) {
        let Some(earlier) = before.get(&what) else { continue };
        let change = Change::between(***earlier, **count);
        let share = change.per_mille().unwrap_or_default();
        let is_large = share > subject.year_file.change_limit().saturating_mul(10);
        if is_large && ***earlier >= SMALLEST_BEFORE {
            report.add_beside(
                &count.span,
                format!(
                    "{what} har {} från {} till {}, det vill säga med {}",
                    change.participle(),
                    grouped(***earlier),
                    grouped(**count),
                    change.per_cent().unwrap_or_default()
                ),
                "Kontrollera båda siffrorna. Stämmer de så förklara gärna förändringen i texten.",
                &[(&earlier.span, "året före")],
            );
        }
    }
}

/// A year's counts under the names that messages use.
fn counts(year: &YearFigures) -> Vec<(String, &Count)> {
    let plain = [
        ("antalet klienter", &year.clients),
        ("antalet nya klienter", &year.new),
        ("antalet avslutade ärenden", &year.closed),
        ("antalet personer i kö", &year.queue),
        ("antalet klienter med hemmavarande barn", &year.children_at_home),
    ];
    let mut counts: Vec<(String, &Count)> = plain
        .into_iter()
        .filter_map(|(what, count)| Some((what.to_owned(), count.as_ref()?)))
        .collect();
    if let Some(sexes) = &year.sexes {
        counts.push(("antalet kvinnor".to_owned(), &sexes.women));
        counts.push(("antalet män".to_owned(), &sexes.men));
    }
    for division in &DIVISIONS {
        counts.extend(named(division.part, (division.of)(year)));
    }
    counts
}

fn named<'y>(
    what: &str,
    division: Option<&'y NamedCounts>,
) -> impl Iterator<Item = (String, &'y Count)> {
    let parts = division.into_iter().flatten();
    parts.map(move |(name, count)| (format!("{what} ”{}”", *name), count))
}
