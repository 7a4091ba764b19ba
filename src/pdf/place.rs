//! The places that text stands in: typeface, size, and how wide its lines may be.

use crate::profile::{GUTTER, Page, Profile};

/// In points: the least room of a column whose margins leave none.
const LEAST_ROOM: f64 = 1.0;

const POINTS_PER_MILLIMETRE: f64 = 72.0 / 25.4;

/// Left of a cell's text and right of it, in points.
pub const BESIDE_CELL: f64 = 6.0;

/// Above a cell's text and below it, in points.
pub const ABOVE_AND_BELOW_CELL: f64 = 2.5;

/// The share of a page that lines surely fit on whose number is estimated: words that are
/// divided leave room at the ends of lines.
const SURELY: f64 = 0.75;

/// A kind of text, and how wide its lines may be.
#[derive(Debug, Clone, Copy)]
pub struct WordPlace<'p> {
    pub family: &'p str,
    pub is_bold: bool,
    /// Type size in points.
    pub size: f64,
    /// In points.
    pub room: f64,
}

/// The places of a paper.
pub struct WordPlaces<'p> {
    profile: &'p Profile,
    /// The width of the text in points.
    width: f64,
}

impl<'p> WordPlaces<'p> {
    pub fn of(profile: &'p Profile) -> Self {
        let Page { width, left, right, .. } = profile.page;
        Self { profile, width: (width - left - right) * POINTS_PER_MILLIMETRE }
    }

    /// What is set in the headings' typeface across the page.
    fn plain(&self, size: f64, is_bold: bool) -> WordPlace<'p> {
        WordPlace { family: &self.profile.fonts.heading.pdf, is_bold, size, room: self.width }
    }

    /// Running text in the narrowest place for it, beside a label.
    pub fn running(&self) -> WordPlace<'p> {
        let room = self.width - self.profile.page.field_value * POINTS_PER_MILLIMETRE;
        // Bold, since a part of the text may be.
        WordPlace { room, ..self.signature(0) }
    }

    /// A line of a contact, in the narrower of the two columns.
    pub fn contact(&self) -> WordPlace<'p> {
        WordPlace { room: self.column(0).min(self.column(1)), ..self.signature(0) }
    }

    /// The label beside which running text stands.
    pub fn label(&self) -> WordPlace<'p> {
        let room = (self.profile.page.field_value - GUTTER) * POINTS_PER_MILLIMETRE;
        WordPlace { room, ..self.plain(self.profile.sizes.table, false) }
    }

    /// A line of a signature in the left column or the right one.
    pub fn signature(&self, column: usize) -> WordPlace<'p> {
        WordPlace {
            family: &self.profile.fonts.body.pdf,
            is_bold: true,
            size: self.profile.sizes.body,
            room: self.column(column),
        }
    }

    /// A line across the page to write on, and the label below it.
    pub fn signing(&self) -> [WordPlace<'p>; 2] {
        let value = WordPlace { room: self.width, ..self.signature(0) };
        [value, self.plain(self.profile.sizes.small, false)]
    }

    /// The left column of the letterhead or the right one; its first label on the
    /// right is larger.
    pub fn letterhead(&self, column: usize, is_large: bool) -> WordPlace<'p> {
        let size =
            if is_large { self.profile.sizes.title * 0.85 } else { self.profile.sizes.letterhead };
        WordPlace { room: self.column(column), ..self.plain(size, true) }
    }

    /// A line of the address footer, of so many columns.
    pub fn address_footer(&self, columns: usize) -> WordPlace<'p> {
        let columns = f64::from(u32::try_from(columns).unwrap_or(1).max(1));
        let room = (self.width + GUTTER * POINTS_PER_MILLIMETRE) / columns;
        let room = (room - GUTTER * POINTS_PER_MILLIMETRE).max(LEAST_ROOM);
        WordPlace { room, ..self.plain(self.profile.sizes.small, false) }
    }

    pub fn caption(&self) -> WordPlace<'p> {
        self.plain(self.profile.sizes.table, true)
    }

    pub fn note(&self) -> WordPlace<'p> {
        self.plain(self.profile.sizes.small, false)
    }

    /// A cell in a column of the given width, in per cent.
    pub fn cell(&self, per_cent: usize, is_bold: bool) -> WordPlace<'p> {
        let share = f64::from(u32::try_from(per_cent).unwrap_or(100)) / 100.0;
        let room = (self.width * share - 2.0 * BESIDE_CELL).max(LEAST_ROOM);
        WordPlace { room, ..self.plain(self.profile.sizes.table, is_bold) }
    }

    /// Whether a page can hold a table whose rows have so many lines.
    pub fn page_holds(&self, lines: &[f64]) -> bool {
        let Page { height, top, bottom, .. } = self.profile.page;
        let room = (height - top - bottom) * POINTS_PER_MILLIMETRE * SURELY;
        let line = self.profile.sizes.table * self.profile.spacing.line;
        lines.iter().map(|lines| lines * line + 2.0 * ABOVE_AND_BELOW_CELL).sum::<f64>() <= room
    }

    /// A heading of a level.
    pub fn heading(&self, level: u8) -> WordPlace<'p> {
        let sizes = &self.profile.sizes;
        let size = match level {
            1 => sizes.title,
            2 => sizes.heading,
            _ => sizes.subheading,
        };
        self.plain(size, true)
    }

    /// The running head beside the page number.
    pub fn running_head(&self, page_label: &str) -> WordPlace<'p> {
        let place = self.plain(self.profile.sizes.small, false);
        // Room for two digits in place of each name.
        let letters = page_label.chars().map(|_| place.size * 0.5).sum::<f64>();
        let label = letters + GUTTER * POINTS_PER_MILLIMETRE;
        WordPlace { room: place.room - label, ..place }
    }

    /// How many lines the running head may have and still stay above the text.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the cast saturates, and no page is that high"
    )]
    pub fn running_head_lines(&self) -> usize {
        let Page { top, header, .. } = self.profile.page;
        let line = self.profile.sizes.small * self.profile.spacing.line;
        ((top - header) * POINTS_PER_MILLIMETRE / line).floor().max(1.0) as usize
    }

    fn column(&self, column: usize) -> f64 {
        let second = self.profile.page.second_column * POINTS_PER_MILLIMETRE;
        if column == 0 { second - GUTTER * POINTS_PER_MILLIMETRE } else { self.width - second }
    }
}
