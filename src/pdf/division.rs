//! Dividing words that are wider than the room they stand in.
//!
//! Word divides such a word wherever the line ends. Typst lets it run on, over the next
//! column or off the page, unless it is told where it may end a line: between the
//! syllables of a Swedish word when they have room, and else, as in an address, between
//! any two letters, without a hyphen that would look like a part of it. How wide a word
//! is, is measured in the fonts that it is set in.

use std::borrow::Cow;

use serde_json::{Value, json};
use unicode_normalization::char::is_combining_mark;

use super::world::Shelf;
use crate::profile::{Page, Profile};
use crate::swedish::hyphenation::{self, Piece};

/// Where a line may end inside a word. The layout makes a place to end a line of it,
/// so that it is not found in the paper; no text has it before (`osynligt-tecken`).
pub const MARK: char = '\u{200b}';

/// At most so many letters stand together in a word that is divided anywhere.
const TOGETHER: usize = 4;

/// The least room, in points, in which syllables and their hyphens look like anything.
const ROOM_FOR_SYLLABLES: f64 = 60.0;

/// In points: the least room of a column whose margins leave none.
const LEAST_ROOM: f64 = 1.0;

const POINTS_PER_MILLIMETRE: f64 = 72.0 / 25.4;

/// Between the two columns of the letterhead, in millimetres, as in the layout.
const GUTTER: f64 = 5.0;

/// Left and right of the text of a cell together, in points, as in the layout.
const CELL_SIDES: f64 = 12.0;

/// Above and below the text of a cell together, in points, as in the layout.
const CELL_ABOVE_BELOW: f64 = 5.0;

/// How much longer a word becomes, at most, by what is left empty at the ends of the lines
/// that it is divided into.
const WASTE: f64 = 1.8;

/// The share of a page that lines surely fit on whose number is estimated: words that are
/// divided leave room at the ends of lines.
const SURELY: f64 = 0.75;

/// A kind of text, and how wide its lines may be.
#[derive(Debug, Clone, Copy)]
pub struct Place<'p> {
    family: &'p str,
    is_bold: bool,
    /// Type size in points.
    size: f64,
    /// In points.
    room: f64,
}

/// The places of a paper.
pub struct Places<'p> {
    profile: &'p Profile,
    /// The width of the text in points.
    width: f64,
}

impl<'p> Places<'p> {
    pub fn of(profile: &'p Profile) -> Self {
        let Page { width, left, right, .. } = profile.page;
        Self { profile, width: (width - left - right) * POINTS_PER_MILLIMETRE }
    }

    /// What is set in the headings' typeface across the page.
    fn plain(&self, size: f64, is_bold: bool) -> Place<'p> {
        Place { family: &self.profile.fonts.heading.pdf, is_bold, size, room: self.width }
    }

    /// Running text in the narrowest place for it, beside a label.
    pub fn running(&self) -> Place<'p> {
        let room = self.width - self.profile.page.field_value * POINTS_PER_MILLIMETRE;
        // Bold, since a part of the text may be.
        Place { room, ..self.signature(0) }
    }

    /// The label beside which running text stands.
    pub fn label(&self) -> Place<'p> {
        let room = (self.profile.page.field_value - GUTTER) * POINTS_PER_MILLIMETRE;
        Place { room, ..self.plain(self.profile.sizes.table, false) }
    }

    /// A line of a signature in the left column or the right one.
    pub fn signature(&self, column: usize) -> Place<'p> {
        Place {
            family: &self.profile.fonts.body.pdf,
            is_bold: true,
            size: self.profile.sizes.body,
            room: self.column(column),
        }
    }

    /// A line across the page to write on, and the label below it.
    pub fn signing(&self) -> [Place<'p>; 2] {
        let value = Place { room: self.width, ..self.signature(0) };
        [value, self.plain(self.profile.sizes.small, false)]
    }

    /// The left column of the letterhead or the right one; its first label on the
    /// right is larger.
    pub fn letterhead(&self, column: usize, is_large: bool) -> Place<'p> {
        let size =
            if is_large { self.profile.sizes.title * 0.85 } else { self.profile.sizes.letterhead };
        Place { room: self.column(column), ..self.plain(size, true) }
    }

    pub fn caption(&self) -> Place<'p> {
        self.plain(self.profile.sizes.table, true)
    }

    pub fn note(&self) -> Place<'p> {
        self.plain(self.profile.sizes.small, false)
    }

    /// A cell in a column of the given width, in per cent.
    pub fn cell(&self, per_cent: usize, is_bold: bool) -> Place<'p> {
        let share = f64::from(u32::try_from(per_cent).unwrap_or(100)) / 100.0;
        let room = (self.width * share - CELL_SIDES).max(LEAST_ROOM);
        Place { room, ..self.plain(self.profile.sizes.table, is_bold) }
    }

    /// Whether a page can hold a table whose rows have so many lines.
    pub fn page_holds(&self, lines: &[f64]) -> bool {
        let Page { height, top, bottom, .. } = self.profile.page;
        let room = (height - top - bottom) * POINTS_PER_MILLIMETRE * SURELY;
        let line = self.profile.sizes.table * self.profile.spacing.line;
        lines.iter().map(|lines| lines * line + CELL_ABOVE_BELOW).sum::<f64>() <= room
    }

    /// A heading of a level.
    pub fn heading(&self, level: u8) -> Place<'p> {
        let sizes = &self.profile.sizes;
        let size = match level {
            1 => sizes.title,
            2 => sizes.heading,
            _ => sizes.subheading,
        };
        self.plain(size, true)
    }

    /// The running head beside the page number.
    pub fn running_head(&self, page_label: &str) -> Place<'p> {
        let place = self.plain(self.profile.sizes.small, false);
        // Room for two digits in place of each name.
        let letters = page_label.chars().map(|_| place.size * 0.5).sum::<f64>();
        let label = letters + GUTTER * POINTS_PER_MILLIMETRE;
        Place { room: place.room - label, ..place }
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

/// Whether no line may begin with a sign, even after a space (Unicode Standard Annex 14,
/// LB13).
fn ends_a_part(c: char) -> bool {
    matches!(c, '.' | ',' | ':' | ';' | '!' | '?' | '/' | ')' | ']' | '}' | '%' | '"' | '»' | '”')
}

/// Measures words and divides those that are too wide.
pub struct Division<'s> {
    shelf: &'s Shelf,
    /// Whether any word has been marked.
    pub has_marked: bool,
}

impl<'s> Division<'s> {
    pub fn new(shelf: &'s Shelf) -> Self {
        Self { shelf, has_marked: false }
    }

    fn fits(&self, word: &str, place: Place<'_>) -> bool {
        self.shelf.width(place.family, place.is_bold, word) * place.size <= place.room
    }

    /// Puts into a text's place, should any of its words be too wide, pieces as those of
    /// inline text. What is no text is left alone.
    pub fn divide(&mut self, text: Option<&mut Value>, place: Place<'_>) {
        let Some(value) = text else { return };
        let Some(words) = value.as_str().map(str::to_owned) else { return };
        if words.split_whitespace().all(|word| self.fits(word, place)) {
            return;
        }
        let mut pieces: Vec<Value> = Vec::new();
        for word in words.split_inclusive(char::is_whitespace) {
            pieces.extend(self.word(word, place));
        }
        *value = Value::Array(pieces);
    }

    fn word(&mut self, word: &str, place: Place<'_>) -> Vec<Value> {
        let text = |text: &str| json!({ "kind": "text", "content": text });
        if self.fits(word.trim_end(), place) {
            return vec![text(word)];
        }
        if place.room < ROOM_FOR_SYLLABLES || !self.fits_in_parts(word, place) {
            return vec![text(&self.anywhere(word, place))];
        }
        let value = |piece: &Piece<'_>| match piece {
            Piece::Unbroken(unbroken) => text(unbroken),
            Piece::Breakable(syllables) => json!({ "kind": "breakable", "content": syllables }),
        };
        hyphenation::pieces(word).iter().map(value).collect()
    }

    /// Whether the parts of a word between the places for hyphens fit, hyphens included.
    fn fits_in_parts(&self, word: &str, place: Place<'_>) -> bool {
        let parts = hyphenation::stretches(word.trim_end());
        parts.iter().all(|part| self.fits(&format!("{part}-"), place))
    }

    /// Running text, parted into what takes hyphens and what doesn't. The second has
    /// marks where words are too wide for it.
    pub fn running<'t>(&mut self, text: &'t str, place: Place<'_>) -> Vec<(bool, Cow<'t, str>)> {
        let mut pieces: Vec<(bool, Cow<'t, str>)> = Vec::new();
        let is_too_wide =
            |word: &str| !self.fits(word.trim_end(), place) && !self.fits_in_parts(word, place);
        // Nearly always, and then the words are not looked at one by one.
        if !text.split_inclusive(char::is_whitespace).any(is_too_wide) {
            return hyphenation::pieces(text).into_iter().map(Self::piece).collect();
        }
        for word in text.split_inclusive(char::is_whitespace) {
            if self.fits(word.trim_end(), place) || self.fits_in_parts(word, place) {
                pieces.extend(hyphenation::pieces(word).into_iter().map(Self::piece));
            } else {
                pieces.push((false, Cow::Owned(self.anywhere(word, place))));
            }
        }
        pieces
    }

    fn piece(piece: Piece<'_>) -> (bool, Cow<'_, str>) {
        match piece {
            Piece::Breakable(text) => (true, Cow::Borrowed(text)),
            Piece::Unbroken(text) => (false, Cow::Borrowed(text)),
        }
    }

    /// How many lines a text takes, or a few more.
    pub fn lines(&self, text: &str, place: Place<'_>) -> f64 {
        let mut lines = 1.0;
        let mut line = 0.0;
        for word in text.split_inclusive(char::is_whitespace) {
            let width = self.shelf.width(place.family, place.is_bold, word) * place.size;
            let width = if width > place.room { width * WASTE } else { width };
            if line + width > place.room {
                lines += (width / place.room).floor().max(1.0);
                line = width % place.room;
            } else {
                line += width;
            }
        }
        lines
    }

    fn anywhere(&mut self, word: &str, place: Place<'_>) -> String {
        self.has_marked = true;
        let mut marked = String::new();
        let mut together = String::new();
        for c in word.chars() {
            let is_full = together.chars().count() >= TOGETHER
                || together.ends_with(ends_a_part)
                || !self.fits(&format!("{together}{c}/"), place);
            let may_begin = !c.is_whitespace() && !is_combining_mark(c) && !ends_a_part(c);
            if is_full && !together.is_empty() && may_begin {
                marked.push_str(&together);
                marked.push(MARK);
                together.clear();
            }
            together.push(c);
        }
        marked + &together
    }

    /// From how many letters on a word is to be divided, when any is too wide.
    pub fn shortest_too_wide(&self, text: &str, place: Place<'_>) -> Option<usize> {
        let too_wide = text.split_whitespace().filter(|word| !self.fits(word, place));
        too_wide.map(|word| word.chars().count()).min()
    }

    /// As much of a text as so many lines hold, and `…` where it ends early.
    pub fn shortened(&self, text: &str, lines: usize, place: Place<'_>) -> String {
        let mut kept = String::new();
        let (mut line, mut number) = (String::new(), 1);
        for word in text.split_inclusive(char::is_whitespace) {
            let is_wide = !self.fits(word.trim_end(), place);
            let parts: Vec<String> =
                if is_wide { word.chars().map(String::from).collect() } else { vec![word.into()] };
            for part in parts {
                // With room for the dots at the end.
                if !self.fits(&format!("{line}{}…", part.trim_end()), place) {
                    number += 1;
                    line.clear();
                }
                if number > lines {
                    return format!("{}…", kept.trim_end());
                }
                line.push_str(&part);
                kept.push_str(&part);
            }
        }
        kept
    }
}
