//! What a change of a paragraph takes away.

use std::ops::Range;

use super::whole;
use crate::compare::words::{Paragraph, Piece};

/// A paragraph as it was and as it is.
pub(super) struct Change {
    pub was: String,
    pub is: String,
    /// The places in the paragraph as it was at which something is gone or has come between.
    touched: Vec<Range<usize>>,
}

impl Change {
    pub(super) fn of(paragraph: &Paragraph) -> Self {
        let mut change = Self { was: String::new(), is: String::new(), touched: Vec::new() };
        let join = |to: &mut String, words: &str| {
            if !to.is_empty() {
                to.push(' ');
            }
            let start = to.len();
            to.push_str(words);
            start
        };
        for piece in &paragraph.pieces {
            match piece {
                Piece::Same(words) => {
                    join(&mut change.was, words);
                    join(&mut change.is, words);
                }
                Piece::Removed(words) => {
                    let start = join(&mut change.was, words);
                    change.touched.push(start..change.was.len());
                }
                Piece::Added(words) => {
                    join(&mut change.is, words);
                    change.touched.push(change.was.len()..change.was.len() + 1);
                }
            }
        }
        change
    }

    /// Whether a value, in one of the ways in which it may be written, stood whole where
    /// something has been changed, and stands there no longer.
    pub(super) fn takes_away(&self, forms: &[String]) -> bool {
        forms.iter().filter(|form| !form.is_empty()).any(|form| {
            let is_touched = |place: &Range<usize>| {
                self.touched.iter().any(|gone| gone.start < place.end && place.start < gone.end)
            };
            let was: Vec<Range<usize>> = whole::places(&self.was, form).collect();
            was.iter().any(is_touched) && was.len() > whole::places(&self.is, form).count()
        })
    }

    /// The sentences, as they were, in which a value stands whole.
    pub(super) fn sentences_with(&self, forms: &[String]) -> String {
        let sentences = self.was.split_inclusive(". ");
        sentences.filter(|sentence| forms.iter().any(|form| whole::has(sentence, form))).collect()
    }
}
