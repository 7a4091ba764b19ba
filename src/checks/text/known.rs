//! The figures that texts can show with a placeholder.

use super::super::Subject;
use crate::facts::Flow;
use crate::year_file::YearFigures;
use crate::year_file::values::Count;

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Persons and cases.
    Count,
    /// Kronor.
    Kronor,
}

/// A figure and the placeholder that shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    /// Its name, without the year.
    pub(super) name: &'static str,
    /// Its placeholder, with braces.
    pub(super) placeholder: String,
    /// Its value.
    pub(super) value: u64,
    /// What it counts.
    pub(super) unit: Unit,
    /// Whether it is the year before's.
    pub(super) is_previous: bool,
}

/// The figures of the reported year, then those of the year before, then the money.
pub(super) fn known(subject: &Subject<'_>) -> Vec<Known> {
    let mut known = Vec::new();
    for offset in [0, -1] {
        let Some(figures) = subject.year_file.figures(offset) else { continue };
        for (name, value) in counts(figures) {
            let year = if offset == 0 { "" } else { ".föregående" };
            known.extend(value.map(|value| Known {
                name,
                placeholder: format!("{{{{ {name}{year} }}}}"),
                value,
                unit: Unit::Count,
                is_previous: offset != 0,
            }));
        }
    }
    known.extend(subject.facts.money.amounts.iter().map(|amount| Known {
        name: amount.measure.key,
        placeholder: amount.measure.placeholder(),
        value: amount.kronor,
        unit: Unit::Kronor,
        is_previous: false,
    }));
    known
}

fn counts(year: &YearFigures) -> [(&'static str, Option<u64>); 7] {
    let number = |count: &Option<Count>| count.as_deref().copied();
    let flow = Flow::of(year);
    [
        ("klienter", number(&year.clients)),
        ("nya", number(&year.new)),
        ("avslutade", number(&year.closed)),
        ("hemmavarande_barn", number(&year.children_at_home)),
        ("kö", number(&year.queue)),
        ("ingående", flow.carried_in),
        ("utgående", flow.carried_out),
    ]
}
