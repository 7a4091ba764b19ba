//! How much of its whole a division covers.

/// How much of its whole a division covers in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Coverage {
    /// The parts add up to the whole.
    Whole,
    /// Some are in none of the parts.
    LeavesOut,
    /// It can't be told, or the parts overlap.
    #[default]
    Unknown,
}
