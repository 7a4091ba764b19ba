//! Going through two year files together, field by field.

use super::said::{name, said};
use super::{Change, Group, What, items, values, words};
use crate::measures::{AMOUNTS, AmountSource};
use crate::source::Source;
use crate::yaml::edit::{Path, Step};
use crate::yaml::{Entry, Node, Value};
use crate::year_file::Loaded;
use crate::year_file::fields::Fields;

/// What is compared otherwise: the figures, and the notes on what has been read.
const ELSEWHERE: [&str; 3] = ["statistik", "från_året_före", "genomlästa"];

/// The differences, a group for each key at the top.
pub(super) fn groups(fields: &Fields, old: &Loaded, new: &Loaded) -> Vec<Group> {
    let (Some(old_root), Some(new_root)) = (&old.root, &new.root) else { return Vec::new() };
    let top = Path::default();
    let mut groups = Vec::new();
    for key in keys(fields, &top, old_root, new_root) {
        if ELSEWHERE.contains(&key.as_str()) {
            continue;
        }
        let mut walk =
            Walk { fields, old: &old.source, new: &new.source, changes: Vec::new(), item: None };
        let path = top.and(key.as_str());
        walk.value(&path, &path, old_root.get(&key), new_root.get(&key));
        if !walk.changes.is_empty() {
            let about = fields.about(&path).map(first_sentence).unwrap_or_default();
            groups.push(Group { key, about, changes: walk.changes });
        }
    }
    groups
}

struct Walk<'w> {
    fields: &'w Fields,
    old: &'w Source,
    new: &'w Source,
    changes: Vec<Change>,
    item: Option<String>,
}

impl Walk<'_> {
    /// Compares what stands at a way in the earlier file and at one in the later. The ways
    /// differ where an item of a list has another number.
    fn value(&mut self, was: &Path, is: &Path, old: Option<&Node>, new: Option<&Node>) {
        let old = old.filter(|node| node.value != Value::Null);
        let new = new.filter(|node| node.value != Value::Null);
        let (old, new) = match (old, new) {
            (None, None) => return,
            (Some(old), None) => {
                // Amounts are set beside each other among the figures.
                if !is_figure(was) {
                    self.gone(was, old);
                }
                return;
            }
            (None, Some(new)) => {
                if !is_figure(is) {
                    self.come(is, new);
                }
                return;
            }
            (Some(old), Some(new)) => (old, new),
        };
        if is_figure(is) {
            return;
        }
        match (&old.value, &new.value) {
            // It has been said that it could not be read.
            (Value::Reported, _) | (_, Value::Reported) => {}
            (Value::Mapping(_), Value::Mapping(_)) => {
                for key in keys(self.fields, is, old, new) {
                    let (was, is) = (was.and(key.as_str()), is.and(key.as_str()));
                    self.value(&was, &is, old.get(&key), new.get(&key));
                }
            }
            (Value::Sequence(old_items), Value::Sequence(new_items)) => {
                self.list(was, is, (old, old_items), (new, new_items));
            }
            (Value::Scalar(old_text), Value::Scalar(new_text)) => {
                let kind = self.fields.kind(is);
                let (old_text, new_text) = (old_text.text.as_str(), new_text.text.as_str());
                if values::is_same(kind, old_text, new_text) {
                    return;
                }
                let what = if values::is_long(kind, old_text, new_text) {
                    What::Worded(words::differences(old_text, new_text))
                } else {
                    let said = |text| values::compared(None, text);
                    What::Replaced { old: said(old_text), new: said(new_text) }
                };
                self.add(is, Some(old), Some(new), what);
            }
            _ => {
                let what = What::Replaced { old: said(old), new: said(new) };
                self.add(is, Some(old), Some(new), what);
            }
        }
    }

    fn list(&mut self, was: &Path, is: &Path, old: (&Node, &[Node]), new: (&Node, &[Node])) {
        let matched = items::matched(old.1, new.1);
        let is_grouped = items::has_groups(old.1) || items::has_groups(new.1);
        for at in &matched.gone {
            self.gone(&was.and(*at), &old.1[*at]);
        }
        for (at, (place, item)) in matched.new.iter().zip(new.1).enumerate() {
            match place {
                None => self.come(&is.and(at), item),
                Some(place) => {
                    let outer = self.item.take();
                    self.item = if is_grouped { name(item) } else { None };
                    self.value(&was.and(*place), &is.and(at), Some(&old.1[*place]), Some(item));
                    self.item = outer;
                }
            }
        }
        if matched.is_reordered() {
            self.add(is, Some(old.0), Some(new.0), What::Reordered);
        }
    }

    /// Something that only the later file has. A group of fields is told field by field.
    fn come(&mut self, path: &Path, node: &Node) {
        match node.entries().filter(|_| is_told_inside(path)) {
            Some(entries) => {
                for Entry { key, value } in entries {
                    self.value(&path.and(key.as_str()), &path.and(key.as_str()), None, Some(value));
                }
            }
            None => self.add(path, None, Some(node), What::Added(said(node))),
        }
    }

    /// Something that only the earlier file has.
    fn gone(&mut self, path: &Path, node: &Node) {
        match node.entries().filter(|_| is_told_inside(path)) {
            Some(entries) => {
                for Entry { key, value } in entries {
                    self.value(&path.and(key.as_str()), &path.and(key.as_str()), Some(value), None);
                }
            }
            None => self.add(path, Some(node), None, What::Removed(said(node))),
        }
    }

    fn add(&mut self, path: &Path, old: Option<&Node>, new: Option<&Node>, what: What) {
        let line = |source: &Source, node: &Node| source.position(node.span.start).line;
        self.changes.push(Change {
            path: path.to_string(),
            about: self.about(path),
            item: self.item.clone(),
            old_line: old.map(|node| line(self.old, node)),
            new_line: new.map(|node| line(self.new, node)),
            what,
        });
    }

    /// What a field is; for an item of a list, what the list is.
    fn about(&self, path: &Path) -> Option<String> {
        let about = match path.split_last() {
            Some((list, Step::Item(_))) => self.fields.about(&list),
            _ => self.fields.about(path),
        };
        about.map(first_sentence)
    }
}

/// Whether a value at a way is among the figures.
fn is_figure(path: &Path) -> bool {
    let [Step::Key(group), Step::Key(key)] = path.0.as_slice() else { return false };
    let is_given = |source: AmountSource| matches!(source, AmountSource::Given(_));
    group == "ekonomi" && AMOUNTS.iter().any(|amount| amount.key == key && is_given(amount.source))
}

/// Whether a group that only one file has is told field by field; an item of a list is told
/// as a whole.
fn is_told_inside(path: &Path) -> bool {
    matches!(path.0.last(), Some(Step::Key(_)))
}

/// The keys of two groups: those of the fields in their order, and then the service's own,
/// as they stand.
fn keys(fields: &Fields, path: &Path, old: &Node, new: &Node) -> Vec<String> {
    let there = |node: &Node| {
        let entries = node.entries().unwrap_or_default().iter();
        entries.map(|entry| entry.key.to_string()).collect::<Vec<_>>()
    };
    let (old, new) = (there(old), there(new));
    let known = fields.keys_at(path).into_iter().map(str::to_owned);
    let mut keys: Vec<String> =
        known.filter(|key| old.contains(key) || new.contains(key)).collect();
    let rest: Vec<String> = new.into_iter().chain(old).collect();
    for key in rest {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// The first sentence of a description, without its full stop.
fn first_sentence(about: &str) -> String {
    let end = about.find(". ").unwrap_or(about.len());
    about[..end].trim_end_matches('.').to_owned()
}
