//! What has come along from the year before, and whether somebody has read it since.
//!
//! The next year's file keeps texts, shortcomings and people, and notes the checksum of
//! each under `från_året_före`. One that has been changed has been read; one that holds as
//! it is, is noted with its checksum under `genomlästa`. When it is changed after that, its
//! checksum is another, and it has to be read anew.

use std::collections::BTreeSet;
use std::hash::Hasher as _;

use siphasher::sip::SipHasher13;

use super::YearFile;
use super::values::Text;
use crate::source::Span;
use crate::yaml::{Entry, Node, Value};

/// Checksums of what stands at a place, by the place: one, or one for each item of a list
/// with spaces between.
pub type Checksums = Vec<(Text, Text)>;

/// A checksum of what is written, whichever way it is quoted, indented or folded.
#[must_use]
pub fn checksum(node: &Node) -> String {
    let mut hasher = SipHasher13::new();
    add(node, &mut hasher);
    // More would be hard to tell from each other, and nobody has a reason to forge one.
    format!("{:08x}", hasher.finish() >> 32)
}

fn add(node: &Node, hasher: &mut SipHasher13) {
    match &node.value {
        Value::Null | Value::Reported => hasher.write(&[0]),
        Value::Scalar(scalar) => {
            hasher.write(&[1]);
            hasher.write(scalar.text.trim().as_bytes());
        }
        Value::Sequence(items) => {
            hasher.write(&[2]);
            for item in items {
                add(item, hasher);
            }
        }
        Value::Mapping(entries) => {
            hasher.write(&[3]);
            for Entry { key, value } in entries {
                hasher.write(key.as_bytes());
                add(value, hasher);
            }
        }
    }
    hasher.write(&[4]);
}

/// What is read one by one at a place: a list's items, or else the whole.
#[must_use]
pub fn readable_parts(node: &Node) -> Vec<&Node> {
    match &node.value {
        Value::Sequence(items) => items.iter().collect(),
        Value::Null | Value::Reported => Vec::new(),
        Value::Scalar(_) | Value::Mapping(_) => vec![node],
    }
}

/// Something that has come along and that nobody has read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadPart {
    /// The place under which it is noted.
    pub place: String,
    /// Where it stands.
    pub span: Span,
    /// Whether it has been changed since it was marked as read.
    pub has_changed: bool,
}

/// The checksums of what is read one by one at a place, as they are noted.
#[must_use]
pub fn checksums(node: &Node) -> String {
    readable_parts(node).into_iter().map(checksum).collect::<Vec<_>>().join(" ")
}

/// What has come along from the year before and nobody has read since, in the order noted.
#[must_use]
pub fn unread(root: &Node, year_file: &YearFile) -> Vec<UnreadPart> {
    let mut found = Vec::new();
    for (place, sums) in year_file.carried_over.iter().flatten() {
        let Some(node) = root.value_at(place) else { continue };
        let read = sums_at(year_file.reviewed.as_ref(), place);
        for part in readable_parts(node) {
            let sum = checksum(part);
            let is_carried = sums.split_whitespace().any(|carried| carried == sum);
            // In a list an item of another checksum may be a new one.
            let is_item = !std::ptr::eq(part, node);
            let has_changed = !is_carried && !is_item && !read.is_empty();
            if !read.contains(sum.as_str()) && (is_carried || has_changed) {
                found.push(UnreadPart {
                    place: place.to_string(),
                    span: part.span.clone(),
                    has_changed,
                });
            }
        }
    }
    found
}

fn sums_at<'c>(sums: Option<&'c Checksums>, place: &str) -> BTreeSet<&'c str> {
    let at_place = sums.into_iter().flatten().filter(|(other, _)| other.as_str() == place);
    at_place.flat_map(|(_, sums)| sums.split_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn sum_of(text: &str) -> String {
        let (root, findings) = crate::yaml::read(&Source::new("x", text));
        assert!(findings.is_empty(), "{findings:?}");
        checksum(root.expect("a tree").get("a").expect("a value"))
    }

    #[test]
    fn what_is_written_counts_and_not_how() {
        let plain = sum_of("a: ett ord\n");
        for same in [
            "a: 'ett ord'\n",
            "a: \"ett ord\"   # sagt\n",
            "a: >\n  ett\n  ord\n",
            "a: |\n  ett ord\n",
        ] {
            assert_eq!(sum_of(same), plain, "{same}");
        }
        for other in ["a: ett  ord\n", "a: ett Ord\n", "a: [ett ord]\n", "a: {ett ord: 1}\n"] {
            assert_ne!(sum_of(other), plain, "{other}");
        }
        assert_eq!(sum_of("a: {b: 1, c: 2}\n"), sum_of("a:\n  b: 1\n  c: 2\n"));
        assert_ne!(sum_of("a: [b, c]\n"), sum_of("a: [bc]\n"));
    }
}
