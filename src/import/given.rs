//! Figures as a spreadsheet gives them, each with its place there.

use std::collections::BTreeMap;

use super::proposal::Refusal;
use super::target::Target;
use crate::spreadsheet::{Area, CellPlace, Sheet};
use crate::swedish::grouped;

/// The figures that have been found in a spreadsheet.
#[derive(Debug, Default)]
pub struct Given {
    /// The figures, in the order in which they were found.
    pub(super) figures: Vec<(Target, u64, String)>,
    /// What could not be taken for a figure.
    pub(super) refusals: Vec<Refusal>,
    /// What a reader ought to know.
    pub(super) notes: Vec<String>,
}

impl Given {
    /// Adds a figure. The same place of the year file may be given twice if both say the
    /// same; otherwise it is not known which is right.
    pub(super) fn add(&mut self, target: Target, number: u64, from: String) {
        let known = self.figures.iter().find(|(other, ..)| *other == target);
        match known {
            Some((_, other, _)) if *other == number => {}
            Some((_, other, at)) => {
                let reason =
                    format!("{from} ger {} men {at} ger {}", grouped(number), grouped(*other));
                self.refusals.push(Refusal {
                    place: from,
                    about: Some(target.name()),
                    reason,
                    remedy: "Rätta den som är fel, eller töm den ena.".to_owned(),
                });
                let clash = target;
                self.figures.retain(|(target, ..)| *target != clash);
            }
            None => self.figures.push((target, number, from)),
        }
    }

    pub(super) fn refuse(&mut self, place: String, about: Option<String>, doubt: super::Doubt) {
        let super::Doubt { reason, remedy } = doubt;
        self.refusals.push(Refusal { place, about, reason, remedy });
    }

    /// The figures by their places in the year file.
    pub(super) fn by_target(&self) -> BTreeMap<&Target, u64> {
        self.figures.iter().map(|(target, number, _)| (target, *number)).collect()
    }
}

/// A cell and its sheet: `Årets siffror!C5`.
pub(super) fn at(sheet: &Sheet, place: CellPlace) -> String {
    format!("{}!{place}", sheet.name)
}

/// Cells and their sheet: `Räkning!D2:D190`.
pub(super) fn at_all(sheet: &Sheet, area: Area) -> String {
    format!("{}!{area}", sheet.name)
}
