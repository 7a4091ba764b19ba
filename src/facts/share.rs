//! A part of a whole.

use std::fmt;

use super::rounding::rounded;
use crate::swedish::{FIXED_SPACE, tenths};

/// A share in tenths of a per cent, rounded half up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share {
    per_mille: u64,
}

impl Share {
    /// The share that a part is of a whole; none of nothing.
    #[must_use]
    pub fn of(part: u64, whole: u64) -> Option<Self> {
        let per_mille = rounded(u128::from(part) * 1000, u128::from(whole))?;
        Some(Self { per_mille })
    }

    /// Tenths of a per cent.
    #[must_use]
    pub fn per_mille(self) -> u64 {
        self.per_mille
    }

    /// The difference from another share in tenths of a percentage point, as a
    /// reader of both works it out.
    #[must_use]
    pub fn points_from(self, other: Self) -> u64 {
        self.per_mille.abs_diff(other.per_mille)
    }

    /// The number without its unit, for a table that names the unit: `45,5`.
    #[must_use]
    pub fn digits(self) -> String {
        tenths(self.per_mille)
    }
}

impl fmt::Display for Share {
    /// As running text has it: `45,5 procent`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{FIXED_SPACE}procent", self.digits())
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn shares_are_rounded_half_up() {
        let share = |part, whole| Share::of(part, whole).map(Share::digits);
        assert_eq!(share(104, 189).as_deref(), Some("55,0"));
        assert_eq!(share(1, 8).as_deref(), Some("12,5"));
        assert_eq!(share(1, 16).as_deref(), Some("6,3"));
        assert_eq!(share(0, 5).as_deref(), Some("0,0"));
        assert_eq!(share(5, 0), None);
    }

    #[test]
    fn the_difference_is_that_of_the_shares_as_shown() {
        let (Some(now), Some(before)) = (Share::of(104, 189), Share::of(113, 210)) else {
            panic!("there is a whole")
        };
        assert_eq!((now.points_from(before), before.points_from(now)), (12, 12));
    }
}
