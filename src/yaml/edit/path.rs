//! The way to a value, given step by step or as it is typed.

use std::fmt;

use crate::yaml::build::composed;
use crate::yaml::{Node, Value};

/// A step inwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// To the value under a key.
    Key(String),
    /// To an item of a list, counted from 0.
    Item(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(composed(key))
    }
}

impl From<String> for Step {
    fn from(key: String) -> Self {
        Self::Key(composed(&key))
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Item(index)
    }
}

/// The way from the top of a file to a value; empty for the whole file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Path(pub Vec<Step>);

impl Path {
    /// The way to the value that the last step starts from, and that step.
    #[must_use]
    pub fn split_last(&self) -> Option<(Self, &Step)> {
        let (last, before) = self.0.split_last()?;
        Some((Self(before.to_vec()), last))
    }

    /// This way and one step more.
    #[must_use]
    pub fn and(&self, step: impl Into<Step>) -> Self {
        let mut steps = self.0.clone();
        steps.push(step.into());
        Self(steps)
    }

    /// The way that a typed path such as `statistik.2025.kö`, `brister.0.åtgärd` or
    /// `ärende.underskrifter[0].namn` means in a tree. A key may have full stops in it:
    /// where the tree has such a key it is meant, and quotation marks say so too. Nothing
    /// when the path has a step without a name.
    #[must_use]
    pub fn typed(text: &str, root: &Node) -> Option<Self> {
        let text = composed(text.trim());
        let mut rest = text.as_str();
        let mut node = Some(root);
        let mut path = Self::default();
        while !rest.is_empty() {
            let (step, after) = step(rest, node)?;
            node = node.and_then(|node| node.after(&step));
            path.0.push(step);
            rest = match after.strip_prefix('.') {
                Some("") => return None,
                Some(after) => after,
                None => after,
            };
        }
        (!path.0.is_empty()).then_some(path)
    }
}

/// The first step of what is left of a typed path, and what is left after it.
fn step<'p>(rest: &'p str, node: Option<&Node>) -> Option<(Step, &'p str)> {
    if let Some((index, after)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        return Some((Step::Item(index.trim().parse().ok()?), after));
    }
    for quote in ['"', '\''] {
        let inside = rest.strip_prefix(quote).and_then(|rest| rest.split_once(quote));
        if let Some((key, after)) = inside.filter(|(_, after)| ends_step(after)) {
            return (!key.is_empty()).then(|| (Step::Key(key.to_owned()), after));
        }
    }
    let known = node.and_then(Node::entries).unwrap_or_default().iter();
    let fitting = known.filter_map(|entry| {
        let after = rest.strip_prefix(entry.key.as_str())?;
        ends_step(after).then_some((entry.key.as_str(), after))
    });
    if let Some((key, after)) = fitting.max_by_key(|(key, _)| key.len()) {
        return Some((Step::Key(key.to_owned()), after));
    }
    let end = rest.find(['.', '[']).unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    let is_list = node.is_some_and(|node| matches!(node.value, Value::Sequence(_)));
    match word.parse() {
        Ok(index) if is_list => Some((Step::Item(index), after)),
        _ if word.is_empty() => None,
        _ => Some((Step::Key(word.to_owned()), after)),
    }
}

fn ends_step(after: &str) -> bool {
    after.is_empty() || after.starts_with(['.', '['])
}

impl Node {
    /// The value that a step leads to.
    #[must_use]
    pub fn after(&self, step: &Step) -> Option<&Node> {
        match (step, &self.value) {
            (Step::Key(key), _) => self.get(key),
            (Step::Item(index), Value::Sequence(items)) => items.get(*index),
            _ => None,
        }
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if number > 0 => write!(f, ".{key}")?,
                Step::Key(key) => f.write_str(key)?,
                Step::Item(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}
