//! What has been changed in a paper that has come back, and where in the year file it
//! comes from, so that it can be taken over there.

mod change;
pub(crate) mod labels;
pub(crate) mod origin;
mod passages;
pub mod pdf;
mod recognised;
mod spoken_of;
pub mod text;
mod whole;
pub mod word;

use super::words::{Paragraph, of_paragraphs};
use crate::year_file::Loaded;
use change::Change;

pub use origin::{Origin, OriginKind};
pub use passages::{Cell, PaperText, Passage, Place};
pub use recognised::likeliest;

/// What has been changed in a paper since it would be written anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditedPaper {
    /// Which paper it is, as the user is told.
    pub name: String,
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
    /// Whether it has been written on a page, beside what the paper says.
    pub is_beside: bool,
}

/// Sets a paper that has come back beside what would be written now.
#[must_use]
pub fn compared(
    name: &str,
    loaded: &Loaded,
    wanted: &PaperText,
    edited: &PaperText,
) -> EditedPaper {
    let origins = origin::Origins::of(loaded);
    let mut changes: Vec<PaperChange> = Vec::new();
    let is_same_place = |was: usize, is: usize| {
        wanted.is_in_column_of(was, edited, is) || wanted.is_between_same(was, edited, is)
    };
    for paragraph in of_paragraphs(&texts(wanted), &texts(edited), &is_same_place) {
        let is_at = |place: &Place| {
            let at = paragraph.number.checked_sub(1);
            let passage = at.and_then(|at| edited.passages.get(at));
            passage.is_some_and(|passage| passage.place == *place)
        };
        let is_beside = paragraph.is_new() && is_at(&Place::Beside);
        let after = if paragraph.is_new() && !is_beside {
            let before = paragraph.number - 1;
            let neighbour = changes.last().filter(|change| change.paragraph.number == before);
            let passage = before.checked_sub(1).and_then(|at| edited.passages.get(at));
            match neighbour {
                // The paragraph before has been changed as well.
                Some(change) => change.text().cloned(),
                None => passage.and_then(|passage| origins.text_of(&passage.text)),
            }
        } else {
            None
        };
        let was = paragraph.was.and_then(|number| wanted.passages.get(number.checked_sub(1)?));
        let cell = was.and_then(Passage::cell);
        let origins = origins.of_change(&Change::of(&paragraph), cell);
        changes.push(PaperChange { paragraph, origins, after, is_beside });
    }
    EditedPaper {
        name: name.to_owned(),
        has_tracked_changes: edited.has_tracked_changes,
        comments: edited.comments,
        changes,
    }
}

fn texts(paper: &PaperText) -> Vec<String> {
    paper.passages.iter().map(|passage| passage.text.clone()).collect()
}

impl PaperChange {
    /// The paragraph of a text that it comes from or stands after.
    fn text(&self) -> Option<&Origin> {
        self.after
            .as_ref()
            .or_else(|| self.origins.iter().find(|origin| origin.kind == OriginKind::Text))
    }
}
