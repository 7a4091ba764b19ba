//! Parts of a whole in order of size, with ties.

use super::phrase::{Words, words};
use crate::facts::{Figure, Number};
use crate::swedish::join;

/// Parts with the same count.
pub(super) struct RankedPlace<'a> {
    pub(super) count: u64,
    names: Vec<&'a str>,
}

impl RankedPlace<'_> {
    /// The names, each as it is to be written.
    pub(super) fn names(&self, written: fn(&str) -> String) -> String {
        let names: Vec<String> = self.names.iter().map(|name| written(name)).collect();
        join(&names)
    }

    /// How many share the place.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// ` vardera` after the count of several.
    pub(super) fn each(&self) -> Option<Words> {
        (self.len() > 1).then(|| words![" vardera"])
    }
}

/// The places, the largest first. Nothing when no part has anything, and nothing
/// when a masked count might be the largest.
pub(super) fn places<'a>(figures: &'a [Figure]) -> Option<Vec<RankedPlace<'a>>> {
    let mut limit = 1;
    let mut counts: Vec<(u64, &'a str)> = Vec::new();
    for figure in figures {
        match figure.current()? {
            Number::Exact(count) => counts.push((count, &figure.label)),
            Number::FewerThan(masked) => limit = limit.max(masked),
            Number::AtLeast(_) | Number::Hidden => return None,
        }
    }
    counts.retain(|(count, _)| *count >= limit);
    counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let place = |parts: &[(u64, &'a str)]| {
        let count = parts.first()?.0;
        Some(RankedPlace { count, names: parts.iter().map(|(_, name)| *name).collect() })
    };
    let places: Vec<RankedPlace<'a>> =
        counts.chunk_by(|a, b| a.0 == b.0).filter_map(place).collect();
    (!places.is_empty()).then_some(places)
}

/// Whether all parts share the first place.
pub(super) fn all_alike(places: &[RankedPlace<'_>], figures: &[Figure]) -> bool {
    matches!(places, [only] if only.len() > 1 && only.len() == figures.len())
}
