//! What differs between two year files, by what it is and not by line.
//!
//! [`compare`] gives the differences as data, in the order of the year file's fields; the
//! renderers [`text`], [`json`] and [`html`] show them. Comments, order of keys, quotation
//! marks and line breaks within a paragraph are no differences.
//!
//! The files themselves are compared, also where they mask small counts: whoever has the
//! files has the counts. [`Comparison::masks`] says so, and every renderer says it on.

mod figures;
pub mod html;
mod items;
pub mod json;
pub mod paper;
mod said;
pub mod text;
mod values;
mod walk;
pub mod words;

use crate::year_file::Loaded;
use crate::year_file::fields::Fields;
use crate::year_file::review;

pub use figures::{FigureChange, YearPair};
pub use words::{Paragraph, Piece};

/// What differs between two year files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The earlier file.
    pub old: Side,
    /// The later file.
    pub new: Side,
    /// The figures, a table for each pair of years: each file's own year first, then the
    /// years that both have.
    pub figures: Vec<YearPair>,
    /// The years that only the earlier file has figures of.
    pub years_gone: Vec<i32>,
    /// The years that only the later file has figures of, its own year left out.
    pub years_come: Vec<i32>,
    /// Everything else, group by group.
    pub groups: Vec<Group>,
    /// What has come along from the year before in the later file, and nobody has read.
    pub unread: Vec<Unread>,
    /// The keys whose content could not be read in one of the files.
    pub unreadable: Vec<String>,
}

/// One of the two files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Its name.
    pub name: String,
    /// The year that it is about, where that could be read.
    pub year: Option<i32>,
    /// Whether its papers mask small counts.
    pub masks: bool,
}

/// The differences under a key at the top of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The key.
    pub key: String,
    /// What stands under it.
    pub about: String,
    /// The differences, in the order of the fields.
    pub changes: Vec<Change>,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The way to it, as `tjut sätt` takes it: in the later file, or in the earlier one
    /// when it is gone.
    pub path: String,
    /// What it is, as the list of fields says; nothing for a name of the service's own.
    pub about: Option<String>,
    /// Which item of a list it is about, by its name.
    pub item: Option<String>,
    /// The line in the earlier file.
    pub old_line: Option<usize>,
    /// The line in the later file.
    pub new_line: Option<usize>,
    /// What the difference is.
    pub what: What,
}

/// What a difference is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// One value has taken another's place.
    Replaced {
        /// As it was.
        old: String,
        /// As it is.
        new: String,
    },
    /// Only the later file has it.
    Added(String),
    /// Only the earlier file has it.
    Removed(String),
    /// A text that is worded in another way: the paragraphs that differ.
    Worded(Vec<Paragraph>),
    /// A list that has the same items in another order.
    Reordered,
}

/// What has come along from the year before and nobody has read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The place, as `tjut läst` takes it.
    pub place: String,
    /// The line in the later file.
    pub line: usize,
}

impl Comparison {
    /// Whether the files say the same.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.groups.is_empty()
            && self.years_gone.is_empty()
            && self.years_come.is_empty()
            && self.unreadable.is_empty()
            && self.figures.iter().all(|pair| pair.changes.is_empty())
    }

    /// How many differences there are: figures, fields and texts, each one once.
    #[must_use]
    pub fn differences(&self) -> usize {
        let figures = self.figures.iter().map(|pair| pair.changes.len()).sum::<usize>();
        let groups = self.groups.iter().map(|group| group.changes.len()).sum::<usize>();
        figures + groups + self.years_gone.len() + self.years_come.len()
    }

    /// Whether the papers of one of the files mask counts that are shown here.
    #[must_use]
    pub fn masks(&self) -> bool {
        self.old.masks || self.new.masks
    }
}

/// Compares two year files. What could not be read in one of them is named and not
/// compared.
#[must_use]
pub fn compare(fields: &Fields, old: &Loaded, new: &Loaded) -> Comparison {
    let unread = new.root.as_deref().zip(new.year_file.as_ref());
    let unread = unread.map(|(root, year_file)| review::unread(root, year_file));
    let unread = unread
        .unwrap_or_default()
        .into_iter()
        .map(|part| Unread { line: new.source.position(part.span.start).line, place: part.place });
    let mut unreadable: Vec<String> = Vec::new();
    for key in old.unread_groups().chain(new.unread_groups()) {
        if !unreadable.iter().any(|known| known == key) {
            unreadable.push(key.to_owned());
        }
    }
    let figures = figures::compared(old, new);
    Comparison {
        old: side(old),
        new: side(new),
        figures: figures.pairs,
        years_gone: figures.gone,
        years_come: figures.come,
        groups: walk::groups(fields, old, new),
        unread: unread.collect(),
        unreadable,
    }
}

fn side(loaded: &Loaded) -> Side {
    let year_file = loaded.year_file.as_ref();
    Side {
        name: loaded.source.name.clone(),
        year: year_file.and_then(|year_file| year_file.year.known().copied()),
        masks: year_file.is_some_and(crate::year_file::YearFile::masks_small_counts),
    }
}
