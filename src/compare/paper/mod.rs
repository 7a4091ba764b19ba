//! What has been changed in a paper that has come back, and where in the year file it
//! comes from, so that it can be taken over there.

pub(crate) mod origin;
pub mod text;
pub mod word;

use super::words::{Paragraph, Piece, of_paragraphs};
use crate::year_file::Loaded;

pub use origin::Origin;

/// What has been changed in a paper since it would be written anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditedPaper {
    /// The paper, as it is called.
    pub title: String,
    /// Whether it has tracked changes. They are read as accepted.
    pub has_tracked_changes: bool,
    /// How many comments it has.
    pub comments: usize,
    /// The paragraphs that differ.
    pub changes: Vec<PaperChange>,
}

/// A paragraph that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperChange {
    /// Its words.
    pub paragraph: Paragraph,
    /// Where it comes from in the year file; nothing when it is the template's, or new.
    pub origins: Vec<Origin>,
    /// The paragraph of a text that a new one stands right after in the paper.
    pub after: Option<Origin>,
}

/// How many of the paragraphs, one in so many, a paper must have in common with a file to
/// be the one that has come back.
const ALIKE: usize = 5;

/// Which of some papers a file is: the one that it has the most paragraphs in common with;
/// none when it is like none of them.
#[must_use]
pub fn likeliest(edited: &word::WordText, papers: &[word::WordText]) -> Option<usize> {
    let known: std::collections::BTreeSet<&str> =
        edited.paragraphs.iter().map(String::as_str).collect();
    let in_common = |paper: &word::WordText| {
        paper.paragraphs.iter().filter(|text| known.contains(text.as_str())).count()
    };
    let (at, most) =
        papers.iter().map(in_common).enumerate().rev().max_by_key(|(_, most)| *most)?;
    (most > 0 && most * ALIKE >= papers.get(at)?.paragraphs.len()).then_some(at)
}

/// Sets a paper that has come back beside what would be written now.
#[must_use]
pub fn compared(
    title: &str,
    loaded: &Loaded,
    wanted: &word::WordText,
    edited: &word::WordText,
) -> EditedPaper {
    let origins = origin::Origins::of(loaded);
    let mut changes: Vec<PaperChange> = Vec::new();
    for paragraph in of_paragraphs(&wanted.paragraphs, &edited.paragraphs) {
        let after = if paragraph.is_new() {
            let before = paragraph.number - 1;
            let neighbour = changes.last().filter(|change| change.paragraph.number == before);
            let text = before.checked_sub(1).and_then(|at| edited.paragraphs.get(at));
            match neighbour {
                // The paragraph before has been changed as well.
                Some(change) => change.text().cloned(),
                None => text.and_then(|text| origins.text_of(text)),
            }
        } else {
            None
        };
        let origins = origins.of_change(&words(&paragraph, true), &words(&paragraph, false));
        changes.push(PaperChange { paragraph, origins, after });
    }
    EditedPaper {
        title: title.to_owned(),
        has_tracked_changes: edited.has_tracked_changes,
        comments: edited.comments,
        changes,
    }
}

impl PaperChange {
    /// The paragraph of a text that it comes from or stands after.
    fn text(&self) -> Option<&Origin> {
        self.after.as_ref().or_else(|| self.origins.iter().find(|origin| origin.is_text))
    }
}

/// A paragraph as it was or as it is.
fn words(paragraph: &Paragraph, was: bool) -> String {
    let words = paragraph.pieces.iter().filter_map(|piece| match piece {
        Piece::Same(words) => Some(words.as_str()),
        Piece::Removed(words) => was.then_some(words.as_str()),
        Piece::Added(words) => (!was).then_some(words.as_str()),
    });
    words.collect::<Vec<_>>().join(" ")
}
