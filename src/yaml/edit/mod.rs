//! Changing a file and nothing else in it.
//!
//! An edit is worked out as changes of a few places of the text (`lines::Splice`); every
//! byte outside them stays: comments, order, quotation marks, empty lines, how lines end, a
//! byte order mark, a missing last line break, letters written as two characters. What comes
//! in is written as what stands around it. After every change the text is read again and
//! must say what it said before but for the change; otherwise nothing is changed and a
//! finding says why.
//!
//! | comment | when its entry or item goes | when it moves |
//! |---|---|---|
//! | on its lines, behind or within the value | goes | moves |
//! | right above, at its own indentation | stays, unless [`Comments::Go`] | moves |
//! | right below, further in | stays, unless [`Comments::Go`] | moves |
//! | any other | stays | stays |
//!
//! A new value in the place of an old one leaves the comment behind it. One that takes the
//! place of a whole group or list changes only what differs, so that the rest keeps its
//! comments; where a group becomes a text or a list, or the other way round, the comments
//! within go with it. A group that loses its last entry leaves `{}` behind, and a list `[]`.

mod block;
mod flow;
mod layout;
mod lines;
mod path;
mod put;
mod raw;
mod refusal;
mod render;
mod steps;
mod style;
mod tree;

use crate::finding::Finding;
use crate::yaml::{self, MAX_BYTES, Node, Value};

use layout::{Form, Odd, Part, Site};
use lines::{Lines, Splice};
pub use path::{Path, Step};
pub use raw::RawText;
use refusal::Refusal;
use render::Blocks;
pub use steps::Comments;
use steps::Primitive;
use style::FileStyle;
pub use tree::Tree;

/// Where an edit is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Given step by step.
    Path(Path),
    /// As it is typed: `statistik.2025.klienter`, `brister[0].åtgärd`. Nothing stands for
    /// the whole file.
    Typed(String),
}

impl From<Path> for Place {
    fn from(path: Path) -> Self {
        Self::Path(path)
    }
}

impl From<&Path> for Place {
    fn from(path: &Path) -> Self {
        Self::Path(path.clone())
    }
}

impl From<&str> for Place {
    fn from(text: &str) -> Self {
        Self::Typed(text.to_owned())
    }
}

impl From<String> for Place {
    fn from(text: String) -> Self {
        Self::Typed(text)
    }
}

/// Where among its neighbours something comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Position {
    /// After all others.
    Last,
    /// Right before one, and before the comments that stand above that.
    Before(Step),
    /// Right after one.
    After(Step),
}

/// A change that is wished for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// What stands somewhere becomes this. What is missing on the way there comes with it,
    /// after what is there; the number after a list's last one adds an item. In a group or a
    /// list only what differs is changed: entries that are to stay keep their order.
    Set {
        /// Where.
        at: Place,
        /// What stands there then.
        value: Tree,
    },
    /// An entry that isn't there yet, or without a key an item of a list.
    Add {
        /// The group or the list.
        into: Place,
        /// The key; none for an item of a list.
        key: Option<String>,
        /// What stands there then.
        value: Tree,
        /// Where among its neighbours.
        position: Position,
    },
    /// An entry or an item goes.
    Remove {
        /// Where.
        at: Place,
        /// What becomes of the comments above it.
        comments: Comments,
    },
    /// An entry gets another key.
    Rename {
        /// Where.
        at: Place,
        /// The other key.
        key: String,
    },
    /// An entry or an item goes to another place among its neighbours.
    Move {
        /// Where.
        at: Place,
        /// Where among its neighbours.
        position: Position,
    },
}

/// Changes of one text, made one after another: all or none.
#[derive(Debug, Clone, Default)]
pub struct Edits {
    edits: Vec<Edit>,
}

impl Edits {
    /// No change yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// And another one.
    #[must_use]
    pub fn and(mut self, edit: Edit) -> Self {
        self.edits.push(edit);
        self
    }

    /// What stands somewhere becomes a value; see [`Edit::Set`].
    #[must_use]
    pub fn set(self, at: impl Into<Place>, value: Tree) -> Self {
        self.and(Edit::Set { at: at.into(), value })
    }

    /// A new entry, after all others unless a position is given.
    #[must_use]
    pub fn add(self, into: impl Into<Place>, key: &str, value: Tree, position: Position) -> Self {
        self.and(Edit::Add { into: into.into(), key: Some(key.to_owned()), value, position })
    }

    /// A new item of a list.
    #[must_use]
    pub fn add_item(self, into: impl Into<Place>, value: Tree, position: Position) -> Self {
        self.and(Edit::Add { into: into.into(), key: None, value, position })
    }

    /// An entry or an item goes.
    #[must_use]
    pub fn remove(self, at: impl Into<Place>, comments: Comments) -> Self {
        self.and(Edit::Remove { at: at.into(), comments })
    }

    /// An entry gets another key.
    #[must_use]
    pub fn rename(self, at: impl Into<Place>, key: &str) -> Self {
        self.and(Edit::Rename { at: at.into(), key: yaml::build::composed(key) })
    }

    /// An entry or an item goes to another place.
    #[must_use]
    pub fn move_to(self, at: impl Into<Place>, position: Position) -> Self {
        self.and(Edit::Move { at: at.into(), position })
    }

    /// The text with all changes made.
    ///
    /// # Errors
    /// A finding when one of them can't be made without touching anything else, or leads
    /// nowhere.
    pub fn apply(&self, text: &RawText) -> Result<RawText, Box<Finding>> {
        let mut text = text.clone();
        for edit in &self.edits {
            text = apply(&text, edit)?;
        }
        Ok(text)
    }
}

/// Makes one edit.
///
/// # Errors
/// See [`Edits::apply`].
pub fn apply(text: &RawText, edit: &Edit) -> Result<RawText, Box<Finding>> {
    let root = text.tree()?;
    let refused = |text: &RawText, refusal: Refusal| Box::new(refusal.finding(text.source()));
    let mut known: Vec<&'static str> = text.read().1.iter().map(|finding| finding.rule).collect();
    known.sort_unstable();
    let steps = steps::steps(edit, root).map_err(|refusal| refused(text, refusal))?;
    steps.iter().try_fold(text.clone(), |text, step| {
        change(&text, step, &known).map_err(|refusal| refused(&text, refusal))
    })
}

/// A whole text that says something, below lines of comment.
#[must_use]
pub fn new_text(remarks: &[String], value: &Tree) -> String {
    let blocks = Blocks { style: FileStyle::NEW, is_careful: false };
    let remarks = remarks.iter().map(|remark| format!("# {remark}"));
    let mut text = String::new();
    for line in remarks.chain(blocks.parts(value, 0)) {
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// The text with a comment behind a value, when nothing else follows on its line and it is
/// no text of several lines; otherwise the text as it is.
#[must_use]
pub fn with_comment_behind(text: &RawText, at: &Path, comment: &str) -> RawText {
    let Some(root) = text.read().0.as_deref() else { return text.clone() };
    let node = at.0.iter().try_fold(root, |node, step| node.after(step));
    let Some(node) = node else { return text.clone() };
    let lines = Lines(&text.source().text);
    let (start, end) = (lines.start(node.span.end), lines.end(node.span.end));
    let is_last = lines.0.get(node.span.end..end).is_some_and(|rest| rest.trim().is_empty());
    if !is_last || node.span.start < start || comment.contains('\n') {
        return text.clone();
    }
    let splice = Splice::replace(node.span.end..end, format!("  # {comment}"));
    let changed = text.with(&[splice]);
    let found = changed.read().0.as_deref();
    let is_same = found.is_some_and(|found| Tree::of(found).says_the_same(&Tree::of(root)));
    if is_same { changed } else { text.clone() }
}

/// Makes one change and reads the text again.
fn change(text: &RawText, step: &Primitive, known: &[&'static str]) -> Result<RawText, Refusal> {
    let Some(root) = text.read().0.as_deref() else { return Err(Refusal::WholeFile) };
    let expected = Tree::of(root).after(step);
    steps::found(step.path(), root)?;
    let (path, place) = step.subject(root);
    let odd = || Refusal::Odd(path.clone(), place.clone());
    let expected = expected.ok_or_else(odd)?;
    let mut refused = None;
    for is_careful in [false, true] {
        let context = Context::of(text, root, is_careful);
        let mut splices = context.splices(root, step).map_err(|Odd| odd())?;
        splices.sort_by_key(|splice| (splice.span.start, splice.span.end));
        if splices.windows(2).any(|pair| pair[0].span.end > pair[1].span.start) {
            return Err(odd());
        }
        let changed = text.with(&splices);
        if changed.source().text.len() > MAX_BYTES {
            return Err(Refusal::TooLarge);
        }
        let (found, findings) = changed.read();
        let new = findings.iter().find(|finding| known.binary_search(&finding.rule).is_err());
        match found {
            Some(root) if new.is_none() && Tree::of(root).says_the_same(&expected) => {
                return Ok(changed);
            }
            _ => refused = refused.or_else(|| new.cloned()),
        }
    }
    Err(match refused {
        Some(found) => Refusal::Unwritable(path, place, Box::new(found)),
        None => odd(),
    })
}

/// What is needed to work out how a text changes.
struct Context<'t> {
    lines: Lines<'t>,
    style: FileStyle,
    blocks: Blocks,
}

impl<'t> Context<'t> {
    fn of(text: &'t RawText, root: &Node, is_careful: bool) -> Self {
        let lines = Lines(&text.source().text);
        let style = FileStyle::of(Site::root(root), lines, text.line_break());
        Self { lines, style, blocks: Blocks { style, is_careful } }
    }

    fn splices(&self, root: &Node, step: &Primitive) -> Result<Vec<Splice>, Odd> {
        let (site, siblings) = self.site(root, step.path())?;
        if let Primitive::Put { value, .. } = step {
            if site.column.is_none() && !site.in_flow {
                return Err(Odd);
            }
            return self.put(site, &siblings, value);
        }
        let parts = site.parts(self.lines)?.ok_or(Odd)?;
        let is_block = matches!(parts.form, Form::Block(_));
        if !parts.is_whole && !matches!(step, Primitive::Rename { .. }) {
            return Err(Odd);
        }
        match step {
            Primitive::Insert { value, key, .. } if parts.all.is_empty() && !site.in_flow => {
                let is_bare =
                    site.column.is_some() && !self.lines.0[site.node.span.clone()].contains('#');
                if !is_bare {
                    return self.insert_in_flow(
                        &parts,
                        0,
                        steps::Side::AfterPrevious,
                        key.as_deref(),
                        value,
                    );
                }
                // In the place of `{}` comes what would have stood there without it.
                let nothing = Node { value: Value::Null, span: site.node.span.clone() };
                let whole = match key {
                    Some(key) => Tree::Group(vec![(key.clone(), value.clone())]),
                    None => Tree::List(vec![value.clone()]),
                };
                self.put(Site { node: &nothing, ..site }, &siblings, &whole)
            }
            Primitive::Insert { index, side, key, value, .. } if is_block => {
                self.insert_in_block(&parts, *index, *side, key.as_deref(), value)
            }
            Primitive::Insert { index, side, key, value, .. } => {
                self.insert_in_flow(&parts, *index, *side, key.as_deref(), value)
            }
            Primitive::Remove { index, comments, .. } if is_block => {
                self.remove_from_block(site, &parts, *index, *comments)
            }
            Primitive::Remove { index, .. } => self.remove_from_flow(&parts, *index),
            Primitive::Rename { index, key, .. } => {
                let old = parts.all.get(*index).and_then(|part| part.key).ok_or(Odd)?;
                let quote = self.lines.0[old.span.clone()]
                    .chars()
                    .next()
                    .filter(|first| matches!(first, '"' | '\''));
                let manner = self.blocks.manner(!is_block);
                let manner = render::Manner {
                    quote: quote.unwrap_or(manner.quote),
                    is_quoted: quote.is_some() || self.blocks.is_careful,
                    ..manner
                };
                Ok(vec![Splice::replace(old.span.clone(), render::key(key, manner))])
            }
            Primitive::Move { from, to, .. } if is_block => self.move_in_block(&parts, *from, *to),
            Primitive::Move { from, to, .. } => self.move_in_flow(&parts, *from, *to),
            Primitive::Put { .. } => Err(Odd),
        }
    }

    /// Where a value is, and the parts of the group or list that it is in.
    fn site<'n>(&self, root: &'n Node, path: &Path) -> Result<(Site<'n>, Vec<Part<'n>>), Odd> {
        let mut site = Site::root(root);
        let mut siblings = Vec::new();
        for step in &path.0 {
            let parts = site.parts(self.lines)?.ok_or(Odd)?;
            let fits = |index: usize, part: &Part<'n>| match step {
                Step::Key(key) => part.key.is_some_and(|known| **known == *key),
                Step::Item(number) => part.key.is_none() && *number == index,
            };
            let found = parts.all.iter().enumerate().position(|(index, part)| fits(index, part));
            let index = found.ok_or(Odd)?;
            siblings = parts.all;
            site = siblings[index].site;
        }
        Ok((site, siblings))
    }
}
