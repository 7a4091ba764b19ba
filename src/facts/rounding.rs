//! The one way of rounding.

/// A quotient rounded half up to a whole number; none when it is divided by nothing or
/// is too large. Factors are `u64`, so that a product of two can't overflow.
pub(super) fn rounded(numerator: u128, denominator: u128) -> Option<u64> {
    let half = denominator / 2;
    u64::try_from(numerator.checked_add(half)?.checked_div(denominator)?).ok()
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn a_half_goes_up_and_less_goes_down() {
        let quotients = [(5, 2), (7, 3), (8, 3), (1, 4), (3, 6)];
        assert_eq!(quotients.map(|(n, d)| rounded(n, d)), [3, 2, 3, 0, 1].map(Some));
        assert_eq!(rounded(5, 0), None);
        assert_eq!(rounded(u128::MAX, 1), None);
    }
}
