//! A count as the papers show it.

use std::fmt;

use crate::swedish::grouped;

/// Stands in a table where a count is missing, and where a change or a share can't be
/// told, since a masked count would follow from it.
pub const MISSING: &str = "–";

/// A count as the papers show it: exactly, or so that nobody is pointed out.
///
/// A masked count does not hold its own value, so that nothing that is made of
/// facts can give it away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Number {
    /// The count.
    Exact(u64),
    /// At least one and fewer than this.
    FewerThan(u64),
    /// At least this; masked since another count could be worked out from it.
    AtLeast(u64),
    /// Not even whether it is small, large or nought can be told, since that would give
    /// a count away.
    Hidden,
}

impl Number {
    /// The count, unless it is masked.
    #[must_use]
    pub fn exact(self) -> Option<u64> {
        match self {
            Self::Exact(count) => Some(count),
            _ => None,
        }
    }

    /// Whether the count is masked.
    #[must_use]
    pub fn is_masked(self) -> bool {
        self.exact().is_none()
    }

    /// What a table's cell shows of a count: `–` where there is none.
    #[must_use]
    pub fn in_cell(count: Option<Self>) -> String {
        match count {
            None => MISSING.to_owned(),
            Some(Self::Hidden) => "visas inte".to_owned(),
            Some(count) => count.to_string(),
        }
    }

    /// Where it stands among others when the largest comes first. Masked counts
    /// that look alike are alike, so that their order says nothing.
    pub(super) fn rank(self) -> u64 {
        match self {
            Self::Exact(count) | Self::AtLeast(count) => count,
            Self::FewerThan(_) | Self::Hidden => 1,
        }
    }
}

impl fmt::Display for Number {
    /// In words that fit running text before a noun: `1 250`, `färre än 5`, `minst 5`,
    /// `ett ej redovisat antal`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(count) => f.write_str(&grouped(*count)),
            Self::FewerThan(limit) => write!(f, "färre än\u{a0}{limit}"),
            Self::AtLeast(limit) => write!(f, "minst\u{a0}{limit}"),
            Self::Hidden => f.write_str("ett ej redovisat antal"),
        }
    }
}
