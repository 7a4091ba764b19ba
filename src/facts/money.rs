//! The grant in kronor.

use super::rounding::rounded;
use crate::year_file::YearFile;

/// What follows from the economy of a year file, in whole kronor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Money {
    /// What is applied for: posts × level, part-time in proportion
    /// (3 § HSLF-FS 2016:98). Unknown while the level is.
    pub applied_for: Option<u64>,
    /// What is left of the grant and may have to be repaid (15 § 2).
    pub unused: Option<u64>,
    /// The grant used and the kommun's own funds together.
    pub total_cost: Option<u64>,
    /// What the items of the account add up to.
    pub items_total: Option<u64>,
    /// Each amount for one full-time post.
    pub per_post: PerPost,
}

/// Amounts for one full-time post, in whole kronor, rounded half up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PerPost {
    /// The grant for the reported year.
    pub granted: Option<u64>,
    /// What has been used of it.
    pub used: Option<u64>,
    /// What is left of it.
    pub unused: Option<u64>,
    /// The kommun's own funds.
    pub own_funds: Option<u64>,
    /// The grant used and the kommun's own funds together.
    pub total_cost: Option<u64>,
}

impl Money {
    /// Works out the sums of a year file.
    #[must_use]
    pub fn of(year_file: &YearFile) -> Self {
        let economy = year_file.economy.as_ref();
        let level = economy.and_then(|economy| economy.level.as_ref());
        let items = economy.and_then(|economy| economy.items.as_ref());
        let posts = year_file.operation.full_time_posts.known().map(|posts| posts.0);
        let own_funds = economy.and_then(|economy| economy.own_funds.as_ref()).map(|own| **own);
        let unused = economy.map(|economy| economy.granted.saturating_sub(*economy.used));
        let total_cost =
            economy.zip(own_funds).map(|(economy, own)| economy.used.saturating_add(own));
        let per_post = |amount: Option<u64>| divided(amount?, posts?);
        Self {
            items_total: items
                .map(|items| items.iter().map(|item| *item.amount).fold(0, u64::saturating_add)),
            applied_for: level.zip(posts).map(|(level, posts)| times(posts, *level.amount)),
            per_post: PerPost {
                granted: per_post(economy.map(|economy| *economy.granted)),
                used: per_post(economy.map(|economy| *economy.used)),
                unused: per_post(unused),
                own_funds: per_post(own_funds),
                total_cost: per_post(total_cost),
            },
            unused,
            total_cost,
        }
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
