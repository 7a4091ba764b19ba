//! Which items of two lists are the same: those that say the same, and else those that are
//! about the same person, body or shortcoming.

use super::said::{NAMES, said};
use crate::yaml::{Node, Value};

/// The items of the later list, each with its place in the earlier one if it was there, and
/// the places of those that are gone.
pub(super) struct Matched {
    pub(super) new: Vec<Option<usize>>,
    pub(super) gone: Vec<usize>,
}

impl Matched {
    /// Whether what both lists have stands in another order.
    pub(super) fn is_reordered(&self) -> bool {
        let places: Vec<usize> = self.new.iter().flatten().copied().collect();
        !places.is_sorted()
    }
}

pub(super) fn matched(old: &[Node], new: &[Node]) -> Matched {
    let mut found: Vec<Option<usize>> = vec![None; new.len()];
    let mut taken = vec![false; old.len()];
    let mut pass = |of: &dyn Fn(&Node) -> Option<String>| {
        let keys: Vec<Option<String>> = old.iter().map(of).collect();
        let mut places = std::collections::BTreeMap::<&str, Vec<usize>>::new();
        for (at, key) in keys.iter().enumerate().rev() {
            if let Some(key) = key.as_deref().filter(|_| !taken[at]) {
                places.entry(key).or_default().push(at);
            }
        }
        for (place, item) in found.iter_mut().zip(new).filter(|(place, _)| place.is_none()) {
            let at = of(item).and_then(|key| places.get_mut(key.as_str())?.pop());
            if let Some(at) = at {
                *place = Some(at);
                taken[at] = true;
            }
        }
    };
    pass(&|node| Some(said(node)));
    for key in NAMES {
        pass(&|node| node.get(key).map(said).map(|text| text.to_lowercase()));
    }
    let gone = taken.iter().enumerate().filter(|(_, taken)| !**taken).map(|(at, _)| at);
    Matched { gone: gone.collect(), new: found }
}

/// Whether a list has groups of keys, and not single values.
pub(super) fn has_groups(items: &[Node]) -> bool {
    items.iter().any(|item| matches!(item.value, Value::Mapping(_)))
}
