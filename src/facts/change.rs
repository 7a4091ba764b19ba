//! The change from one year to the next.

use super::Share;
use crate::swedish::{grouped, signed};

/// Which way a figure has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More than the year before.
    Up,
    /// Fewer than the year before.
    Down,
    /// The same.
    Same,
}

/// A change from one year to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    before: u64,
    after: u64,
}

impl Change {
    /// The change between two counts.
    #[must_use]
    pub fn between(before: u64, after: u64) -> Self {
        Self { before, after }
    }

    /// The count before.
    #[must_use]
    pub fn before(self) -> u64 {
        self.before
    }

    /// The count after.
    #[must_use]
    pub fn after(self) -> u64 {
        self.after
    }

    /// Which way.
    #[must_use]
    pub fn direction(self) -> Direction {
        match self.after.cmp(&self.before) {
            std::cmp::Ordering::Greater => Direction::Up,
            std::cmp::Ordering::Less => Direction::Down,
            std::cmp::Ordering::Equal => Direction::Same,
        }
    }

    /// How much, without sign.
    #[must_use]
    pub fn size(self) -> u64 {
        self.after.abs_diff(self.before)
    }

    /// The difference with its sign, as in a table cell.
    #[must_use]
    pub fn signed(self) -> String {
        let size = i64::try_from(self.size()).unwrap_or(i64::MAX);
        signed(if self.direction() == Direction::Down { -size } else { size })
    }

    /// The size as a share of the count before; none when there was nothing before.
    fn share(self) -> Option<Share> {
        Share::of(self.size(), self.before)
    }

    /// The size in tenths of a per cent of the count before, rounded half up;
    /// none when there was nothing before.
    #[must_use]
    pub fn per_mille(self) -> Option<u64> {
        self.share().map(Share::per_mille)
    }

    /// `10,0 procent`, as running text has it.
    #[must_use]
    pub fn per_cent(self) -> Option<String> {
        Some(self.share()?.to_string())
    }

    /// `minskat`, `ökat` or `varit oförändrat`: what follows "antalet har".
    #[must_use]
    pub fn participle(self) -> &'static str {
        match self.direction() {
            Direction::Up => "ökat",
            Direction::Down => "minskat",
            Direction::Same => "varit oförändrat",
        }
    }

    /// `en minskning med 21`, `en ökning med 5`, `ingen förändring`.
    #[must_use]
    pub fn noun_phrase(self) -> String {
        match self.direction() {
            Direction::Up => format!("en ökning med {}", grouped(self.size())),
            Direction::Down => format!("en minskning med {}", grouped(self.size())),
            Direction::Same => "ingen förändring".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decrease_reads_as_one() {
        let change = Change::between(210, 189);
        assert_eq!(change.noun_phrase(), "en minskning med 21");
        assert_eq!(change.participle(), "minskat");
        assert_eq!(change.signed(), "\u{2212}21");
        assert_eq!(change.per_cent().as_deref(), Some("10,0\u{a0}procent"));
    }

    #[test]
    fn per_cent_is_rounded_half_up() {
        assert_eq!(Change::between(113, 86).per_mille(), Some(239));
        assert_eq!(Change::between(2000, 2001).per_mille(), Some(1));
    }

    #[test]
    fn nothing_before_has_no_per_cent() {
        assert_eq!(Change::between(0, 5).per_cent(), None);
        assert_eq!(Change::between(0, 0).noun_phrase(), "ingen förändring");
    }
}
