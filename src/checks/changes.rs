//! Changes so large that someone ought to look twice.

use super::papers::FIGURES;
use std::collections::BTreeMap;

use super::{Report, Rule, Subject};
use crate::facts::Change;
use crate::measures::{DIVISIONS, Division, MEASURES};
use crate::swedish::grouped;
use crate::year_file::YearFigures;
use crate::year_file::values::Count;

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
    // A part of a year against a whole one.
    let year = *subject.year_file.year;
    if [year - 1, year].iter().any(|year| !subject.year_file.is_whole(*year)) {
        return;
    }
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

/// A year's counts whose changes are pointed out, under the names that messages use.
fn counts(year: &YearFigures) -> Vec<(String, &Count)> {
    let number_of = |what: &str| format!("antalet {what}");
    let pointed_out = MEASURES.iter().filter(|measure| measure.change_is_pointed_out);
    let measured = pointed_out
        .filter_map(|measure| Some((number_of(measure.noun.many), (measure.given)(year)?)));
    let parts = |division: &'static Division| {
        let pointed_out =
            division.parts_of(year).into_iter().filter(|part| part.change_is_pointed_out);
        pointed_out.map(|part| {
            let what = part.number_of.map_or_else(|| division.these(part.name), number_of);
            (what, part.count)
        })
    };
    measured.chain(DIVISIONS.iter().flat_map(parts)).collect()
}
