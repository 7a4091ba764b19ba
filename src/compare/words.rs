//! What differs between two texts, word by word within their paragraphs.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A paragraph that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its number in the text that it stands in, counted from 1: in the later text, or in
    /// the earlier one when it is gone.
    pub number: usize,
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
    of_paragraphs(&paragraphs(old), &paragraphs(new))
}

/// The same of texts that are divided into paragraphs already, with single spaces between
/// their words.
#[must_use]
pub fn of_paragraphs(old: &[String], new: &[String]) -> Vec<Paragraph> {
    if old.len().saturating_mul(new.len()) > MOST {
        let same = old.iter().zip(new).take_while(|(old, new)| old == new).count();
        return reworded(&old[same..], &new[same..], same, same);
    }
    let mut found = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (was, is) = (op.old_range(), op.new_range());
        found.extend(reworded(&old[was.clone()], &new[is.clone()], was.start, is.start));
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

/// Paragraphs that have taken the place of others: each of the new ones is set beside the
/// first of the old ones that it has enough words in common with.
fn reworded(old: &[String], new: &[String], old_at: usize, new_at: usize) -> Vec<Paragraph> {
    let whole = |number: usize, piece: Piece| Paragraph { number: number + 1, pieces: vec![piece] };
    let mut found = Vec::new();
    let mut next = 0;
    let mut left = MOST_TOGETHER;
    for (index, text) in new.iter().enumerate() {
        let alike = old.iter().enumerate().skip(next).take(MOST_AHEAD).find_map(|(at, other)| {
            let pieces = compared(other, text, &mut left)?;
            Some((at, pieces))
        });
        if let Some((at, pieces)) = alike {
            let gone = old[next..at].iter().zip(next..);
            found.extend(
                gone.map(|(text, number)| whole(old_at + number, Piece::Removed(text.clone()))),
            );
            found.push(Paragraph { number: new_at + index + 1, pieces });
            next = at + 1;
        } else {
            found.push(whole(new_at + index, Piece::Added(text.clone())));
        }
    }
    let gone = old[next..].iter().zip(next..);
    found.extend(gone.map(|(text, number)| whole(old_at + number, Piece::Removed(text.clone()))));
    found
}

/// Two paragraphs word by word, if they have enough words in common and what is left to
/// spend on comparisons is enough.
fn compared(old: &str, new: &str, left: &mut usize) -> Option<Vec<Piece>> {
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
    (same * ALIKE >= old.len().min(new.len())).then_some(pieces)
}
