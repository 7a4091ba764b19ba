//! The grant in kronor.

use super::rounding::rounded;
use crate::measures::{AMOUNTS, AmountSource, MoneyMeasure};
use crate::source::Span;
use crate::year_file::{Economy, YearFile};

/// What follows from the economy of a year file, in whole kronor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Money {
    /// The amounts that are known, in the order of [`AMOUNTS`].
    pub amounts: Vec<KnownAmount>,
    /// What the items of the account add up to.
    pub items_total: Option<u64>,
}

/// An amount that the year file gives or that follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownAmount {
    /// What it is an amount of.
    pub measure: &'static MoneyMeasure,
    /// Whole kronor.
    pub kronor: u64,
    /// Where it is given, or else where the last amount that it follows from is.
    pub place: Span,
    /// Whole kronor for one full-time post, rounded half up, where
    /// [`MoneyMeasure::is_per_post`]; none without posts.
    pub per_post: Option<u64>,
}

impl Money {
    /// Works out the amounts of a year file.
    #[must_use]
    pub fn of(year_file: &YearFile) -> Self {
        let economy = year_file.economy.as_ref();
        let posts = year_file.operation.full_time_posts.known().map(|posts| posts.0);
        let applied = year_file.posts_applied_for().and_then(|posts| Some(posts.known()?.0));
        // A grant for a part of the year is not to be set beside those of whole years.
        let is_whole_year = year_file.is_whole(*year_file.year);
        let items = economy.and_then(|economy| economy.items.as_ref());
        let items_total =
            items.map(|items| items.iter().map(|item| *item.amount).fold(0, u64::saturating_add));
        let mut money = Self { amounts: Vec::new(), items_total };
        for measure in &AMOUNTS {
            let Some(economy) = economy else { break };
            let Some((kronor, place)) = money.work_out(measure, economy, applied) else { continue };
            let posts = posts.filter(|_| measure.is_per_post && is_whole_year);
            let per_post = posts.and_then(|posts| divided(kronor, posts));
            money.amounts.push(KnownAmount { measure, kronor, place, per_post });
        }
        money
    }

    /// An amount as it is given, or as it follows from those before it.
    fn work_out(
        &self,
        measure: &MoneyMeasure,
        economy: &Economy,
        posts: Option<u64>,
    ) -> Option<(u64, Span)> {
        match measure.source {
            AmountSource::Given(given) => {
                let given = given(economy)?;
                // What is left out is not nothing. Looking at it notes that it is missed.
                let kronor = **given;
                given.known().map(|_| (kronor, given.span.clone()))
            }
            AmountSource::Remainder { of, less } => {
                let (of, less) = (self.amount(of)?, self.amount(less)?);
                Some((of.kronor.saturating_sub(less.kronor), less.place.clone()))
            }
            AmountSource::Sum([one, other]) => {
                let (one, other) = (self.amount(one)?, self.amount(other)?);
                Some((one.kronor.saturating_add(other.kronor), other.place.clone()))
            }
            AmountSource::ForAllPosts(given) => {
                let per_post = given(economy)?;
                Some((times(posts?, **per_post), per_post.span.clone()))
            }
        }
    }

    /// The amount with a key, if it is known.
    #[must_use]
    pub fn amount(&self, key: &str) -> Option<&KnownAmount> {
        self.amounts.iter().find(|amount| amount.measure.key == key)
    }

    /// The amount with a key in whole kronor, if it is known.
    #[must_use]
    pub fn kronor(&self, key: &str) -> Option<u64> {
        Some(self.amount(key)?.kronor)
    }

    /// The amount with a key for one full-time post, in whole kronor, if it is known.
    #[must_use]
    pub fn per_post(&self, key: &str) -> Option<u64> {
        self.amount(key)?.per_post
    }
}

/// Hundredths of posts times kronor, rounded half up to whole kronor.
fn times(hundredths: u64, kronor: u64) -> u64 {
    rounded(u128::from(hundredths) * u128::from(kronor), 100).unwrap_or(u64::MAX)
}

/// Kronor for each post, given in hundredths, rounded half up to whole kronor; none
/// without posts.
fn divided(kronor: u64, hundredths: u64) -> Option<u64> {
    rounded(u128::from(kronor) * 100, u128::from(hundredths))
}

#[cfg(test)]
mod tests {
    use super::{divided, times};

    #[test]
    fn amounts_are_shared_out_over_full_time_posts() {
        assert_eq!(divided(1_209_600, 400), Some(302_400));
        assert_eq!(divided(529_200, 175), Some(302_400));
        assert_eq!(divided(100, 300), Some(33));
        assert_eq!(divided(1, 0), None);
    }

    #[test]
    fn part_time_counts_in_proportion() {
        assert_eq!(times(400, 302_400), 1_209_600);
        assert_eq!(times(375, 302_400), 1_134_000);
        assert_eq!(times(33, 101), 33);
    }
}
