//! What is wished for, in changes that each touch one place.

use super::path::{Path, Step};
use super::refusal::Refusal;
use super::tree::Tree;
use super::{Edit, Place, Position};
use crate::source::Span;
use crate::yaml::{Node, Value};

/// What becomes of the comments that stand right above what is removed, at its own
/// indentation. They may be about more than it, so that they stay unless somebody who knows
/// better says otherwise. What is noted on its own lines always goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Comments {
    /// They stay.
    #[default]
    Stay,
    /// They go, and so do those that go on below it further in.
    Go,
}

/// Which neighbour something new belongs to: it stands before comments about the next one,
/// or after those about the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Right after the one before.
    AfterPrevious,
    /// Right before the next one.
    BeforeNext,
}

/// A change in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Primitive {
    /// Another value.
    Put { at: Path, value: Tree },
    /// A new entry or item.
    Insert { into: Path, index: usize, side: Side, key: Option<String>, value: Tree },
    /// One less.
    Remove { from: Path, index: usize, comments: Comments },
    /// Another key.
    Rename { within: Path, index: usize, key: String },
    /// Another order.
    Move { within: Path, from: usize, to: usize },
}

impl Primitive {
    /// The way to what it is about, and where that stands, to be told.
    pub fn subject(&self, root: &Node) -> (Path, Span) {
        let path = self.path();
        let node = found(path, root).unwrap_or(root);
        let index = match self {
            Self::Put { .. } => return (path.clone(), node.span.clone()),
            Self::Insert { key: Some(key), .. } => {
                return (path.and(key.as_str()), node.span.clone());
            }
            Self::Insert { index, .. } => return (path.and(*index), node.span.clone()),
            Self::Remove { index, .. } | Self::Rename { index, .. } => *index,
            Self::Move { from, .. } => *from,
        };
        match &node.value {
            Value::Mapping(entries) if index < entries.len() => {
                let key = &entries[index].key;
                (path.and(key.as_str()), key.span.clone())
            }
            Value::Sequence(items) if index < items.len() => {
                (path.and(index), items[index].span.clone())
            }
            _ => (path.clone(), node.span.clone()),
        }
    }

    /// Where it is made.
    pub fn path(&self) -> &Path {
        match self {
            Self::Put { at: path, .. }
            | Self::Insert { into: path, .. }
            | Self::Remove { from: path, .. }
            | Self::Rename { within: path, .. }
            | Self::Move { within: path, .. } => path,
        }
    }
}

/// The first of the changes that an edit comes to, made one after another, in a tree; none
/// when there is nothing left to change.
pub fn steps(edit: &Edit, root: &Node) -> Result<Vec<Primitive>, Refusal> {
    match edit {
        Edit::Set { at, value } => {
            let at = path(at, root)?;
            let mut steps = Vec::new();
            set(&at, value, root, &mut steps)?;
            Ok(steps)
        }
        Edit::Add { into, key, value, position } => {
            let into = path(into, root)?;
            let node = found(&into, root)?;
            add(into, node, key.as_deref(), value, position).map(|step| vec![step])
        }
        Edit::Remove { at, comments } => {
            let (from, index) = member(&path(at, root)?, root)?;
            Ok(vec![Primitive::Remove { from, index, comments: *comments }])
        }
        Edit::Rename { at, key } => {
            let at = path(at, root)?;
            let (within, index) = member(&at, root)?;
            let group = found(&within, root)?;
            let Value::Mapping(entries) = &group.value else { return Err(Refusal::NoKey(at)) };
            if *entries[index].key == *key {
                return Ok(Vec::new());
            }
            if let Some(known) = entries.iter().find(|entry| *entry.key == *key) {
                return Err(Refusal::KeyIsThere(within.and(key.as_str()), known.key.span.clone()));
            }
            valid_key(key)?;
            Ok(vec![Primitive::Rename { within, index, key: key.clone() }])
        }
        Edit::Move { at, position } => {
            let (within, from) = member(&path(at, root)?, root)?;
            let group = found(&within, root)?;
            let place = place(&within, group, position)?.0;
            let to = if place > from { place - 1 } else { place };
            Ok(if to == from { Vec::new() } else { vec![Primitive::Move { within, from, to }] })
        }
    }
}

fn path(place: &Place, root: &Node) -> Result<Path, Refusal> {
    match place {
        Place::Path(path) => Ok(path.clone()),
        Place::Typed(text) if text.trim().is_empty() => Ok(Path::default()),
        Place::Typed(text) => Path::typed(text, root).ok_or_else(|| Refusal::NoPath(text.clone())),
    }
}

fn valid_key(key: &str) -> Result<(), Refusal> {
    let is_word = !key.trim().is_empty() && !key.chars().any(char::is_control) && key.len() <= 1000;
    if is_word { Ok(()) } else { Err(Refusal::BadKey(key.to_owned())) }
}

/// What a path leads to.
pub fn found<'n>(path: &Path, root: &'n Node) -> Result<&'n Node, Refusal> {
    let mut node = root;
    let mut way = Path::default();
    for step in &path.0 {
        if node.value == Value::Reported {
            return Err(Refusal::Unreadable(way, node.span.clone()));
        }
        let next = node.after(step);
        node = next.ok_or_else(|| Refusal::missing(&way, node, step))?;
        way = way.and(step.clone());
    }
    if node.value == Value::Reported {
        return Err(Refusal::Unreadable(way, node.span.clone()));
    }
    Ok(node)
}

/// The group or list that something is in, and its place there.
fn member(path: &Path, root: &Node) -> Result<(Path, usize), Refusal> {
    // What can't be read can't be told from what stands around it.
    found(path, root)?;
    let Some((within, step)) = path.split_last() else { return Err(Refusal::WholeFile) };
    let group = found(&within, root)?;
    let index = index_of(group, step).ok_or_else(|| Refusal::missing(&within, group, step))?;
    Ok((within, index))
}

fn index_of(group: &Node, step: &Step) -> Option<usize> {
    match (&group.value, step) {
        (Value::Mapping(entries), Step::Key(key)) => {
            entries.iter().position(|entry| *entry.key == *key)
        }
        (Value::Sequence(items), Step::Item(index)) => (*index < items.len()).then_some(*index),
        _ => None,
    }
}

fn place(path: &Path, group: &Node, position: &Position) -> Result<(usize, Side), Refusal> {
    let index =
        |step: &Step| index_of(group, step).ok_or_else(|| Refusal::missing(path, group, step));
    Ok(match position {
        Position::Last => {
            let count = match &group.value {
                Value::Mapping(entries) => entries.len(),
                Value::Sequence(items) => items.len(),
                _ => 0,
            };
            (count, Side::AfterPrevious)
        }
        Position::Before(step) => (index(step)?, Side::BeforeNext),
        Position::After(step) => (index(step)? + 1, Side::AfterPrevious),
    })
}

fn add(
    into: Path,
    node: &Node,
    key: Option<&str>,
    value: &Tree,
    position: &Position,
) -> Result<Primitive, Refusal> {
    if let Some(key) = key {
        valid_key(key)?;
    }
    let key = key.map(crate::yaml::build::composed);
    let value = value.clone();
    match (&node.value, &key) {
        (Value::Null, Some(key)) => {
            Ok(Primitive::Put { at: into, value: Tree::Group(vec![(key.clone(), value)]) })
        }
        (Value::Null, None) => Ok(Primitive::Put { at: into, value: Tree::List(vec![value]) }),
        (Value::Mapping(entries), Some(key)) if node.get(key).is_some() => {
            let known = entries.iter().find(|entry| *entry.key == *key);
            let place = known.map_or(0..0, |entry| entry.key.span.clone());
            Err(Refusal::KeyIsThere(into.and(key.as_str()), place))
        }
        (Value::Mapping(_), Some(_)) | (Value::Sequence(_), None) => {
            let (index, side) = place(&into, node, position)?;
            Ok(Primitive::Insert { into, index, side, key, value })
        }
        (Value::Sequence(_), Some(key)) => {
            Err(Refusal::missing(&into, node, &Step::Key(key.clone())))
        }
        _ => Err(Refusal::NoList(into, node.span.clone())),
    }
}

/// The entry that stands before a new one.
enum Before<'k> {
    /// It was there, under this key.
    Old(&'k str),
    /// It is new itself, at this place.
    New(usize),
}

/// Only what differs is changed, so that the rest keeps its comments.
fn set(at: &Path, value: &Tree, root: &Node, steps: &mut Vec<Primitive>) -> Result<(), Refusal> {
    let mut node = root;
    for (number, step) in at.0.iter().enumerate() {
        let way = Path(at.0[..number].to_vec());
        if let Some(next) = node.after(step) {
            node = next;
            continue;
        }
        // What is missing on the way comes with it.
        let inner = nested(&at.0[number + 1..], value)?;
        let key = match (&node.value, step) {
            (Value::Reported, _) => return Err(Refusal::Unreadable(way, node.span.clone())),
            (Value::Mapping(_) | Value::Null, Step::Key(key)) => Some(key.as_str()),
            (Value::Sequence(items), Step::Item(index)) if *index == items.len() => None,
            (Value::Null, Step::Item(0)) => None,
            _ => return Err(Refusal::missing(&way, node, step)),
        };
        steps.push(add(way, node, key, &inner, &Position::Last)?);
        return Ok(());
    }
    if node.value == Value::Reported {
        return Err(Refusal::Unreadable(at.clone(), node.span.clone()));
    }
    differences(at, node, value, steps)
}

fn nested(steps: &[Step], value: &Tree) -> Result<Tree, Refusal> {
    let Some((first, rest)) = steps.split_first() else { return Ok(value.clone()) };
    let inner = nested(rest, value)?;
    match first {
        Step::Key(key) => {
            valid_key(key)?;
            Ok(Tree::Group(vec![(key.clone(), inner)]))
        }
        Step::Item(0) => Ok(Tree::List(vec![inner])),
        Step::Item(_) => Err(Refusal::NoPath(Path(steps.to_vec()).to_string())),
    }
}

fn differences(
    at: &Path,
    node: &Node,
    value: &Tree,
    steps: &mut Vec<Primitive>,
) -> Result<(), Refusal> {
    if Tree::of(node).says_the_same(value) {
        return Ok(());
    }
    match (&node.value, value) {
        (Value::Mapping(old), Tree::Group(new)) if !old.is_empty() && !new.is_empty() => {
            let mut previous: Option<Before<'_>> = None;
            for (key, value) in new {
                valid_key(key)?;
                if let Some(node) = node.get(key) {
                    differences(&at.and(key.as_str()), node, value, steps)?;
                } else {
                    // Its place is among those that come before and are new themselves.
                    let known =
                        |previous: &str| old.iter().position(|entry| *entry.key == *previous);
                    let index = match previous {
                        None => 0,
                        Some(Before::Old(key)) => {
                            position_after(steps, at, known(key).unwrap_or(0)) + 1
                        }
                        Some(Before::New(index)) => index + 1,
                    };
                    let side = if index == 0 { Side::BeforeNext } else { Side::AfterPrevious };
                    steps.push(Primitive::Insert {
                        into: at.clone(),
                        index,
                        side,
                        key: Some(key.clone()),
                        value: value.clone(),
                    });
                    previous = Some(Before::New(index));
                    continue;
                }
                previous = Some(Before::Old(key));
            }
            // What goes, goes last: a group that has nothing left for a while would lose its
            // form.
            let mut index = old.len();
            for entry in old.iter().rev() {
                index -= 1;
                if !new.iter().any(|(key, _)| *entry.key == *key) {
                    let position = position_after(steps, at, index);
                    steps.push(Primitive::Remove {
                        from: at.clone(),
                        index: position,
                        comments: Comments::Stay,
                    });
                }
            }
        }
        (Value::Sequence(old), Tree::List(new)) if !old.is_empty() && !new.is_empty() => {
            let same = |(a, b): (&Node, &Tree)| Tree::of(a).says_the_same(b);
            let before = old.iter().zip(new).take_while(|(a, b)| same((a, b))).count();
            let most = old.len().min(new.len()) - before;
            let pairs = old.iter().rev().zip(new.iter().rev());
            let after = pairs.take(most).take_while(|(a, b)| same((a, b))).count();
            let (gone, come) = (old.len() - before - after, new.len() - before - after);
            for index in before..before + gone.min(come) {
                differences(&at.and(index), &old[index], &new[index], steps)?;
            }
            for (index, value) in
                new.iter().enumerate().take(before + come).skip(before + gone.min(come))
            {
                let side = if index == 0 { Side::BeforeNext } else { Side::AfterPrevious };
                steps.push(Primitive::Insert {
                    into: at.clone(),
                    index,
                    side,
                    key: None,
                    value: value.clone(),
                });
            }
            for index in (before + gone.min(come)..before + gone).rev() {
                steps.push(Primitive::Remove { from: at.clone(), index, comments: Comments::Stay });
            }
        }
        _ => steps.push(Primitive::Put { at: at.clone(), value: value.clone() }),
    }
    Ok(())
}

/// Where an entry stands after the insertions that are to be made in its group first.
fn position_after(steps: &[Primitive], at: &Path, index: usize) -> usize {
    steps.iter().fold(index, |place, step| match step {
        Primitive::Insert { into, index, .. } if into == at && *index <= place => place + 1,
        _ => place,
    })
}
