//! What differs between two texts, word by word within their paragraphs.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A paragraph that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its number in the text that it stands in, counted from 1: in the later text, or in
    /// the earlier one when it is gone.
    pub number: usize,
    /// Its number in the earlier text, unless it is new.
    pub was: Option<usize>,
    /// Its words.
    pub pieces: Vec<Piece>,
}

impl Paragraph {
    /// Whether only the later text has it.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.pieces.iter().all(|piece| matches!(piece, Piece::Added(_)))
    }
}

/// Words that stand next to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Both texts have them.
    Same(String),
    /// Only the earlier text has them.
    Removed(String),
    /// Only the later text has them.
    Added(String),
}

/// The words of two paragraphs, or the paragraphs of two texts, multiplied, up to which
/// they are compared one by one. What is longer is shown as the one in the place of the
/// other, so that no text makes the program slow.
const MOST: usize = 4_000_000;

/// What the comparisons of paragraphs that have taken each other's place may cost together:
/// for each the square of how many words there are. After that they are shown whole.
const MOST_TOGETHER: usize = 200_000_000;

/// How many paragraphs of the earlier text are looked at for one that a new one may be
/// another wording of.
const MOST_AHEAD: usize = 12;

/// The share of the words, one in so many, that two paragraphs must have in common to be
/// the same paragraph in two wordings.
const ALIKE: usize = 3;

/// The paragraphs that differ; none when the texts say the same.
#[must_use]
pub fn differences(old: &str, new: &str) -> Vec<Paragraph> {
    of_paragraphs(&paragraphs(old), &paragraphs(new), &|_, _| false)
}

/// The same of texts that are divided into paragraphs already, with single spaces between
/// their words. Of a paragraph of the one and of the other, by their places in the lists,
/// `is_same_place` says whether they are one even when no word of it is left, as a cell of
/// a table is.
#[must_use]
pub fn of_paragraphs(
    old: &[String],
    new: &[String],
    is_same_place: &dyn Fn(usize, usize) -> bool,
) -> Vec<Paragraph> {
    if old.len().saturating_mul(new.len()) > MOST {
        let same = old.iter().zip(new).take_while(|(old, new)| old == new).count();
        return Stretch { old, new, was: same..old.len(), is: same..new.len(), is_same_place }
            .reworded();
    }
    let mut found = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (was, is) = (op.old_range(), op.new_range());
        found.extend(Stretch { old, new, was, is, is_same_place }.reworded());
    }
    found
}

/// Whether two texts say the same: the line breaks within paragraphs may differ.
#[must_use]
pub fn is_same(old: &str, new: &str) -> bool {
    paragraphs(old) == paragraphs(new)
}

/// The paragraphs of a text with single spaces between their words. An item of a list and
/// a row of a table are paragraphs of their own.
fn paragraphs(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut is_new = true;
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let Some(first) = words.first() else {
            is_new = true;
            continue;
        };
        let is_item = matches!(*first, "-" | "*" | "+")
            || first.starts_with(['|', '#'])
            || first
                .trim_end_matches(['.', ')'])
                .parse::<u16>()
                .is_ok_and(|_| first.ends_with('.'));
        match found.last_mut() {
            Some(last) if !is_new && !is_item => {
                last.push(' ');
                last.push_str(&words.join(" "));
            }
            _ => found.push(words.join(" ")),
        }
        is_new = first.starts_with('#');
    }
    found
}

/// Paragraphs that have taken the place of others.
struct Stretch<'t> {
    old: &'t [String],
    new: &'t [String],
    was: Range<usize>,
    is: Range<usize>,
    is_same_place: &'t dyn Fn(usize, usize) -> bool,
}

impl Stretch<'_> {
    /// Each of the new paragraphs is set beside the one in the same place, or else the first
    /// of the old ones that it has enough words in common with.
    fn reworded(&self) -> Vec<Paragraph> {
        let mut found = Vec::new();
        let mut next = self.was.start;
        let mut left = MOST_TOGETHER;
        for at in self.is.clone() {
            if let Some((was, pieces)) = self.before(at, next, &mut left) {
                found.extend((next..was).map(|gone| self.gone(gone)));
                found.push(Paragraph { number: at + 1, was: Some(was + 1), pieces });
                next = was + 1;
            } else {
                let pieces = vec![Piece::Added(self.new[at].clone())];
                found.push(Paragraph { number: at + 1, was: None, pieces });
            }
        }
        found.extend((next..self.was.end).map(|gone| self.gone(gone)));
        found
    }

    /// The old paragraph that a new one is another wording of, of those that are left.
    fn before(&self, at: usize, next: usize, left: &mut usize) -> Option<(usize, Vec<Piece>)> {
        let opposite = self.was.start + (at - self.is.start);
        let is_as_long = self.was.len() == self.is.len();
        if is_as_long && opposite >= next && (self.is_same_place)(opposite, at) {
            let (old, new) = (&self.old[opposite], &self.new[at]);
            let replaced = || vec![Piece::Removed(old.clone()), Piece::Added(new.clone())];
            let words = compared(old, new, left);
            return Some((opposite, words.map_or_else(replaced, |words| words.pieces)));
        }
        (next..self.was.end).take(MOST_AHEAD).find_map(|was| {
            let words = compared(&self.old[was], &self.new[at], left)?;
            words.are_alike.then_some((was, words.pieces))
        })
    }

    fn gone(&self, was: usize) -> Paragraph {
        let pieces = vec![Piece::Removed(self.old[was].clone())];
        Paragraph { number: was + 1, was: Some(was + 1), pieces }
    }
}

/// Two paragraphs word by word.
struct Compared {
    pieces: Vec<Piece>,
    /// Whether they have enough words in common to be the same paragraph in two wordings.
    are_alike: bool,
}

/// Two paragraphs word by word, if what is left to spend on comparisons is enough.
fn compared(old: &str, new: &str, left: &mut usize) -> Option<Compared> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split(' ').collect(), new.split(' ').collect());
    if old.len().saturating_mul(new.len()) > MOST {
        return None;
    }
    let words = old.len() + new.len();
    *left = left.checked_sub(words.saturating_mul(words))?;
    let mut pieces = Vec::new();
    let mut same = 0;
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (was, is) = (&old[op.old_range()], &new[op.new_range()]);
        if let DiffOp::Equal { len, .. } = op {
            same += len;
            pieces.push(Piece::Same(is.join(" ")));
            continue;
        }
        if !was.is_empty() {
            pieces.push(Piece::Removed(was.join(" ")));
        }
        if !is.is_empty() {
            pieces.push(Piece::Added(is.join(" ")));
        }
    }
    let are_alike = same * ALIKE >= old.len().min(new.len());
    Some(Compared { pieces, are_alike })
}
