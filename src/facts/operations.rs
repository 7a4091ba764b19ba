//! What belongs to each operation when the board's matter is about several of them.

use super::{Facts, Number};
use crate::measures::{AMOUNTS, MEASURES};
use crate::year_file::YearFile;
use crate::year_file::values::Hundredths;

/// An operation's part of the sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationShare {
    /// What it is called.
    pub name: String,
    /// The reported year's counts, in the order of [`MEASURES`].
    pub counts: Vec<Option<Number>>,
    /// Whole kronor, in the order of [`AMOUNTS`].
    pub amounts: Vec<Option<u64>>,
    /// Full-time posts in the reported year.
    pub full_time_posts: Hundredths,
    /// Full-time posts that the application is for.
    pub posts_applied_for: Hundredths,
    /// The number that the first of its papers has as a bilaga.
    pub first_attachment: usize,
}

impl OperationShare {
    /// What a year file's figures are of the sums of several.
    #[must_use]
    pub fn of(year_file: &YearFile, facts: &Facts) -> Self {
        let count = |key: &str| facts.figure(key)?.current();
        let amount = |key: &str| Some(facts.money.amount(key)?.kronor);
        Self {
            name: year_file.operation_name(),
            counts: MEASURES.iter().map(|measure| count(measure.key)).collect(),
            amounts: AMOUNTS.iter().map(|measure| amount(measure.key)).collect(),
            full_time_posts: facts.full_time_posts,
            posts_applied_for: facts.posts_applied_for,
            first_attachment: year_file.first_attachment(),
        }
    }

    /// A count by the key of its measure.
    #[must_use]
    pub fn count(&self, key: &str) -> Option<Number> {
        let place = MEASURES.iter().position(|measure| measure.key == key)?;
        self.counts.get(place).copied().flatten()
    }

    /// An amount by its key, in whole kronor.
    #[must_use]
    pub fn amount(&self, key: &str) -> Option<u64> {
        let place = AMOUNTS.iter().position(|measure| measure.key == key)?;
        self.amounts.get(place).copied().flatten()
    }
}

impl YearFile {
    /// The number of the first of the papers that are bilagor: 1, unless those of another
    /// operation come before.
    #[must_use]
    pub fn first_attachment(&self) -> usize {
        let first = self.board_matter.first_attachment.as_ref().and_then(|first| first.known());
        first.and_then(|first| usize::try_from(u64::from(*first)).ok()).unwrap_or(1)
    }

    /// What the operation is called among several: by its name, or else by where it works.
    #[must_use]
    pub fn operation_name(&self) -> String {
        let areas = || {
            let areas = self.operation.area.iter().filter_map(|area| area.known());
            crate::swedish::join(&areas.cloned().collect::<Vec<_>>())
        };
        let name = self.operation.name.as_ref().and_then(|name| name.known().cloned());
        name.unwrap_or_else(areas)
    }
}
