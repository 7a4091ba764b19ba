//! Rows of a table that are told apart by their keys.

/// Makes rows equal when their keys are, and sorts them by key. What can be derived would
/// compare the functions of a row as well, and those have no identity.
macro_rules! compared_by_key {
    ($($row:ty),+) => {$(
        impl PartialEq for $row {
            fn eq(&self, other: &Self) -> bool {
                self.key == other.key
            }
        }

        impl Eq for $row {}

        impl PartialOrd for $row {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $row {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.key.cmp(other.key)
            }
        }

        impl std::hash::Hash for $row {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.key.hash(state);
            }
        }
    )+};
}
pub(super) use compared_by_key;
