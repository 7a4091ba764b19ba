//! What has come along from the year before, and whether somebody has read it since.
//!
//! The next year's file keeps texts, shortcomings and people, and notes the checksum of
//! each under `från_året_före`. One that has been changed has been read; one that holds as
//! it is, is noted with its checksum under `genomlästa`. When it is changed after that, its
//! checksum is another, and it has to be read anew.

use std::hash::Hasher as _;

use schemars::{Schema, SchemaGenerator};
use siphasher::sip::SipHasher13;

use super::read::{Read, Reader};
use super::schema;
use super::values::Text;
use crate::source::Unread;
use crate::yaml::{Entry, Node, Value};

/// Checksums of what stands at a place, a list's items each their own, by the place.
pub type Checksums = Vec<(Text, Vec<Text>)>;

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

impl Read for Checksums {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::named("Platser med kontrollsummor", &schema::list(&schema::text()))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(entries) = node.entries() else {
            let hint = "Skriv varje plats på en egen rad, med kolon och mellanslag före listan.";
            reader.wrong_type(node, "platser med kontrollsummor", hint);
            return None;
        };
        let sums = |entry: &Entry| (entry.key.clone(), reader.value_or_stand_in(entry));
        Some(entries.iter().map(sums).collect())
    }

    fn stand_in(_: &Unread) -> Self {
        Self::new()
    }
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
