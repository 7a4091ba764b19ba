//! Which cell: `C5`, and `A12:A15`.

use std::fmt;
use std::str::FromStr;

/// The most rows and columns that Excel and `LibreOffice` have.
pub const MAX_ROWS: u32 = 1_048_576;
/// See [`MAX_ROWS`].
pub const MAX_COLUMNS: u32 = 16_384;

/// A cell's place; both numbers count from nought. Places are ordered row by row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellPlace {
    /// The row.
    pub row: u32,
    /// The column.
    pub column: u32,
}

/// Cells that make up a rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Area {
    /// The cell at the top to the left.
    pub first: CellPlace,
    /// The cell at the bottom to the right.
    pub last: CellPlace,
}

/// A text that names no cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoPlace;

/// A column's letters: `A`, `AB`.
#[must_use]
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The column with some letters.
pub fn column_of(letters: &str) -> Result<u32, NoPlace> {
    if letters.is_empty() || letters.len() > 3 {
        return Err(NoPlace);
    }
    let number = letters.bytes().try_fold(0u32, |number, letter| {
        let letter = letter.to_ascii_uppercase();
        letter.is_ascii_uppercase().then(|| number * 26 + u32::from(letter - b'A') + 1)
    });
    number.map(|number| number - 1).filter(|column| *column < MAX_COLUMNS).ok_or(NoPlace)
}

impl fmt::Display for CellPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_letters(self.column), u64::from(self.row) + 1)
    }
}

impl FromStr for CellPlace {
    type Err = NoPlace;

    /// Reads `C5`, and `$C$5` as formulas have it.
    fn from_str(text: &str) -> Result<Self, NoPlace> {
        let text = text.trim();
        let text = text.strip_prefix('$').unwrap_or(text);
        let digits = text.find(|c: char| !c.is_ascii_alphabetic()).ok_or(NoPlace)?;
        let (letters, rest) = text.split_at(digits);
        let rest = rest.strip_prefix('$').unwrap_or(rest);
        let is_number = rest.bytes().all(|byte| byte.is_ascii_digit());
        let row: u32 = rest.parse().ok().filter(|_| is_number).ok_or(NoPlace)?;
        let column = column_of(letters)?;
        let row = row.checked_sub(1).filter(|row| *row < MAX_ROWS).ok_or(NoPlace)?;
        Ok(Self { row, column })
    }
}

impl Area {
    /// The area of one cell.
    #[must_use]
    pub fn of(place: CellPlace) -> Self {
        Self { first: place, last: place }
    }

    /// Whether a cell is in it.
    #[must_use]
    pub fn contains(self, place: CellPlace) -> bool {
        (self.first.row..=self.last.row).contains(&place.row)
            && (self.first.column..=self.last.column).contains(&place.column)
    }

    /// Whether it is cells in a row or below each other, no more than a division can have.
    #[must_use]
    pub fn is_line(self) -> bool {
        let is_line = self.first.row == self.last.row || self.first.column == self.last.column;
        is_line && self.size() <= 1000
    }

    /// How many cells it has.
    #[must_use]
    pub fn size(self) -> u64 {
        let rows = u64::from(self.last.row - self.first.row) + 1;
        rows * (u64::from(self.last.column - self.first.column) + 1)
    }

    /// Its cells, row by row.
    pub fn places(self) -> impl Iterator<Item = CellPlace> {
        (self.first.row..=self.last.row).flat_map(move |row| {
            (self.first.column..=self.last.column).map(move |column| CellPlace { row, column })
        })
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            return self.first.fmt(f);
        }
        write!(f, "{}:{}", self.first, self.last)
    }
}

impl FromStr for Area {
    type Err = NoPlace;

    fn from_str(text: &str) -> Result<Self, NoPlace> {
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        let (a, b): (CellPlace, CellPlace) = (first.parse()?, last.parse()?);
        Ok(Self {
            first: CellPlace { row: a.row.min(b.row), column: a.column.min(b.column) },
            last: CellPlace { row: a.row.max(b.row), column: a.column.max(b.column) },
        })
    }
}
