//! Values in words.

use super::values::compared;
use crate::yaml::{Node, Value};

/// The keys by which an item of a list is known, the likeliest first.
pub(super) const NAMES: [&str; 6] = ["namn", "område", "ändamål", "rubrik", "beskrivning", "text"];

/// A value in one line.
pub(super) fn said(node: &Node) -> String {
    match &node.value {
        Value::Null => "ingenting".to_owned(),
        Value::Reported => "något som inte kunde läsas".to_owned(),
        Value::Scalar(scalar) => compared(None, &scalar.text),
        Value::Sequence(items) => {
            let item = |item: &Node| match &item.value {
                Value::Mapping(_) => format!("({})", said(item)),
                _ => said(item),
            };
            items.iter().map(item).collect::<Vec<_>>().join("; ")
        }
        Value::Mapping(entries) => {
            let entry =
                |entry: &crate::yaml::Entry| format!("{}: {}", *entry.key, said(&entry.value));
            entries.iter().map(entry).collect::<Vec<_>>().join("; ")
        }
    }
}

/// What an item of a list is called.
pub(super) fn name(node: &Node) -> Option<String> {
    let named = NAMES.iter().find_map(|key| node.get(key))?;
    match &named.value {
        Value::Scalar(scalar) => Some(compared(None, &scalar.text)),
        _ => None,
    }
}
