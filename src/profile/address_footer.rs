//! The address footer: where the sender is found, at the foot of the first page.

use super::Error;

/// With more columns beside each other there is no room for an address.
pub(super) const MOST_COLUMNS: usize = 4;

/// More lines would take the page from the text.
pub(super) const MOST_LINES: usize = 8;

/// A longer line would be broken into many in its column.
pub(super) const MOST_LETTERS: usize = 60;

/// Lines in columns beside each other. They repeat what the letterhead and the text say
/// of the sender, and are no part of what is read aloud: in the PDF an artifact
/// (ISO 14289-1, 7.8), in Word the first page's footer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressFooter {
    columns: Vec<Vec<String>>,
}

impl AddressFooter {
    /// A footer of one to four columns with one to eight lines each.
    ///
    /// # Errors
    /// [`Error::Columns`], [`Error::Lines`] and [`Error::Line`] for more or fewer of them
    /// and lines that are empty or too long, [`Error::Character`] for a line end or another
    /// control character in a line.
    pub fn new(columns: Vec<Vec<String>>) -> Result<Self, Error> {
        if !(1..=MOST_COLUMNS).contains(&columns.len()) {
            return Err(Error::Columns(columns.len()));
        }
        for column in &columns {
            if !(1..=MOST_LINES).contains(&column.len()) {
                return Err(Error::Lines(column.len()));
            }
            for line in column {
                if line.trim().is_empty() || line.chars().count() > MOST_LETTERS {
                    return Err(Error::Line(line.clone()));
                }
                if let Some(c) = line.chars().find(|c| c.is_control()) {
                    return Err(Error::Character(c));
                }
            }
        }
        Ok(Self { columns })
    }

    /// The columns, each with its lines.
    #[must_use]
    pub fn columns(&self) -> &[Vec<String>] {
        &self.columns
    }

    /// Whether every character can be shown.
    ///
    /// # Errors
    /// [`Error::Character`] with the first one that can't.
    pub fn shown_by(&self, covers: impl Fn(char) -> bool) -> Result<(), Error> {
        let mut characters = self.columns.iter().flatten().flat_map(|line| line.chars());
        characters.find(|c| !covers(*c)).map_or(Ok(()), |c| Err(Error::Character(c)))
    }
}
