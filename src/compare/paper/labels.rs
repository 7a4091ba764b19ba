//! The figure of the year file that a row of a paper's table is called by.

use crate::measures::{AMOUNTS, AmountSource, DIVISIONS, MEASURES, PartNames};
use crate::swedish::evenly_spaced;
use crate::yaml::Node;
use crate::yaml::edit::Path;
use crate::year_file::Loaded;

/// The labels of a year file's figures.
pub(crate) struct Labels<'n> {
    root: Option<&'n Node>,
}

impl<'n> Labels<'n> {
    pub(crate) fn of(loaded: &'n Loaded) -> Self {
        Self { root: loaded.root.as_deref() }
    }

    /// The figure that a row of a table or a bar of a chart is called by.
    pub(crate) fn figure(&self, label: &str, year: &str) -> Option<Path> {
        let in_year = || Path::default().and("statistik").and(year);
        // In a paper some spaces are fixed.
        let label = evenly_spaced(label);
        if let Some(measure) = MEASURES.iter().find(|measure| evenly_spaced(measure.label) == label)
        {
            return Some(in_year().and(measure.key));
        }
        if let Some((division, part)) = self.part(&label) {
            return Some(in_year().and(division).and(part.as_str()));
        }
        let amount = AMOUNTS.iter().find(|amount| evenly_spaced(amount.label) == label)?;
        let economy = Path::default().and("ekonomi");
        Some(match amount.source {
            AmountSource::Given(_) => economy.and(amount.key),
            _ => economy,
        })
    }

    /// The count that the parts of a division add up to, by the label of one of them.
    pub(crate) fn whole(&self, label: &str, year: &str) -> Option<Path> {
        let (division, _) = self.part(label)?;
        let division = DIVISIONS.iter().find(|other| other.key == division)?;
        Some(Path::default().and("statistik").and(year).and(division.whole))
    }

    /// The part of a division with a label: the division's key and the part's.
    pub(crate) fn part(&self, label: &str) -> Option<(&'static str, String)> {
        let label = evenly_spaced(label);
        DIVISIONS.iter().find_map(|division| {
            let key = match division.names {
                PartNames::Fixed(parts) => {
                    parts.iter().find(|part| evenly_spaced(part.label) == label)?.key.to_owned()
                }
                PartNames::Chosen(_) => {
                    let years = self.root?.get("statistik")?.entries()?;
                    let years = years.iter().filter_map(|year| year.value.get(division.key));
                    let mut parts = years.filter_map(Node::entries).flatten();
                    parts.find(|part| evenly_spaced(&part.key) == label)?.key.to_string()
                }
            };
            Some((division.key, key))
        })
    }
}

/// Whether the year file chooses what the parts of a division are called.
pub(super) fn has_chosen_parts(division: &str) -> bool {
    let division = DIVISIONS.iter().find(|other| other.key == division);
    division.is_some_and(|division| matches!(division.names, PartNames::Chosen(_)))
}
