//! The grant in kronor.

use crate::case::Case;

/// What follows from the economy of a case, in whole kronor.
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
}

impl Money {
    /// Works out the sums of a case.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let economy = case.economy.as_ref();
        let level = economy.and_then(|economy| economy.level.as_ref());
        let items = economy.and_then(|economy| economy.items.as_ref());
        Self {
            items_total: items.map(|items| {
                items.iter().map(|item| item.amount.value).fold(0, u64::saturating_add)
            }),
            applied_for: level.map(|level| times(case.operation.full_time_posts.0, *level.amount)),
            unused: economy.map(|economy| economy.granted.saturating_sub(*economy.used)),
            total_cost: economy.and_then(|economy| {
                economy.own_funds.as_ref().map(|own| economy.used.saturating_add(own.value))
            }),
        }
    }
}

/// Hundredths of posts times kronor, rounded half up to whole kronor.
fn times(hundredths: u64, kronor: u64) -> u64 {
    let product = u128::from(hundredths) * u128::from(kronor);
    u64::try_from((product + 50) / 100).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::times;

    #[test]
    fn part_time_counts_in_proportion() {
        assert_eq!(times(400, 302_400), 1_209_600);
        assert_eq!(times(375, 302_400), 1_134_000);
        assert_eq!(times(33, 101), 33);
    }
}
