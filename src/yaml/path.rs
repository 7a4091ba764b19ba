//! From a path of keys to its place in a tree: the other way round than
//! [`Node::path_at`].

use super::{Node, Value};
use crate::source::Span;

/// Why a path leads nowhere: the first step that is not there, and the keys that are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoSuchPlace<'n> {
    /// What is left of the path.
    pub rest: String,
    /// The keys of the value that the path leads to before that.
    pub known: Vec<&'n str>,
}

impl Node {
    /// The place of what a path such as `statistik.2025.kö` or
    /// `ärende.underskrifter[0].namn` leads to, from its key to the end of its value. The
    /// number of an item may also stand after a full stop.
    ///
    /// # Errors
    /// Where the path ends, when it leads nowhere.
    pub fn at_path(&self, path: &str) -> Result<Span, NoSuchPlace<'_>> {
        let mut node = self;
        let mut place = self.span.clone();
        let mut rest = path.trim();
        while !rest.is_empty() {
            let Some((next, start, after)) = node.step(rest) else {
                let entries = node.entries().unwrap_or_default().iter();
                let known = entries.map(|entry| entry.key.as_str()).collect();
                return Err(NoSuchPlace { rest: rest.to_owned(), known });
            };
            place = start..next.span.end.max(start);
            node = next;
            rest = after;
        }
        Ok(place)
    }

    /// The value that a path leads to, if there is one.
    #[must_use]
    pub fn value_at(&self, path: &str) -> Option<&Self> {
        let (mut node, mut rest) = (self, path.trim());
        while !rest.is_empty() {
            let (next, _, after) = node.step(rest)?;
            (node, rest) = (next, after);
        }
        Some(node)
    }

    /// The value that the first step of a path leads to, where that begins, and the rest
    /// of the path. A key may have full stops in it.
    fn step<'n, 'p>(&'n self, path: &'p str) -> Option<(&'n Node, usize, &'p str)> {
        match &self.value {
            Value::Mapping(entries) => entries.iter().find_map(|entry| {
                let after = path.strip_prefix(entry.key.as_str())?;
                let after = match after.strip_prefix('.') {
                    Some("") => return None,
                    Some(after) => after,
                    None if after.is_empty() || after.starts_with('[') => after,
                    None => return None,
                };
                Some((&entry.value, entry.key.span.start, after))
            }),
            Value::Sequence(items) => {
                let (index, after) = match path.strip_prefix('[') {
                    Some(rest) => rest.split_once(']')?,
                    None => path.split_at(path.find(['.', '[']).unwrap_or(path.len())),
                };
                let item = items.get(index.parse::<usize>().ok()?)?;
                Some((item, item.span.start, after.strip_prefix('.').unwrap_or(after)))
            }
            Value::Null | Value::Scalar(_) | Value::Reported => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::source::Source;

    const TEXT: &str = "a:\n  b.c:\n    - d: 1\n      e: 2\n  f: 3\n";

    fn found(path: &str) -> Result<String, Vec<String>> {
        let (root, findings) = crate::yaml::read(&Source::new("x", TEXT));
        assert!(findings.is_empty());
        let root = root.expect("a tree");
        let place = root.at_path(path);
        place
            .map(|place| TEXT[place].to_owned())
            .map_err(|wrong| wrong.known.into_iter().map(str::to_owned).collect())
    }

    #[test]
    fn a_path_leads_to_a_key_with_its_value() {
        assert_eq!(found("a.f").as_deref(), Ok("f: 3"));
        for path in ["a.b.c[0].e", "a.b.c.0.e"] {
            assert_eq!(found(path).as_deref(), Ok("e: 2"), "{path}");
        }
        assert!(found("a").is_ok_and(|place| place.starts_with("a:") && place.ends_with('3')));
    }

    #[test]
    fn a_path_that_leads_nowhere_says_what_there_is() {
        assert_eq!(found("a.g"), Err(vec!["b.c".to_owned(), "f".to_owned()]));
        assert_eq!(found("b"), Err(vec!["a".to_owned()]));
        for path in ["a.f.x", "a.b.c[1]", "a.b.c.d", "a.b.c[x]"] {
            assert_eq!(found(path), Err(Vec::new()), "{path}");
        }
        assert!(found("a.f.").is_err());
    }
}
