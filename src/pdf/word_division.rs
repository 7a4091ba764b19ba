//! Dividing words that are wider than the room they stand in.
//!
//! Word divides such a word wherever the line ends. Typst lets it run on, over the next
//! column or off the page, unless it is told where it may end a line: between the
//! syllables of a Swedish word when they have room, and else, as in an address, between
//! any two letters, without a hyphen that would look like a part of it. How wide a word
//! is, is measured in the fonts that it is set in.

use unicode_normalization::char::is_combining_mark;

use super::piece::{MARK, Piece};
use super::place::WordPlace;
use super::world::TypstResources;
use crate::swedish::hyphenation::{self, WordPiece};

/// At most so many letters stand together in a word that is divided anywhere.
const TOGETHER: usize = 4;

/// The least room, in points, in which syllables and their hyphens look like anything.
const ROOM_FOR_SYLLABLES: f64 = 60.0;

/// How much longer a word becomes, at most, by what is left empty at the ends of the lines
/// that it is divided into.
const WASTE: f64 = 1.8;

/// Whether no line may begin with a sign, even after a space (Unicode Standard Annex 14,
/// LB13).
fn ends_a_part(c: char) -> bool {
    matches!(c, '.' | ',' | ':' | ';' | '!' | '?' | '/' | ')' | ']' | '}' | '%' | '"' | '»' | '”')
}

/// Measures words and divides those that are too wide.
pub struct WordDivision<'s> {
    resources: &'s TypstResources,
}

impl<'s> WordDivision<'s> {
    pub fn new(resources: &'s TypstResources) -> Self {
        Self { resources }
    }

    /// Whether a word has room on a line.
    pub fn fits(&self, word: &str, place: WordPlace<'_>) -> bool {
        self.resources.width(place.family, place.is_bold, word) * place.size <= place.room
    }

    /// A text in one piece, or in pieces that a line may end between where words are too
    /// wide for their place.
    pub fn divided(&self, words: &str, place: WordPlace<'_>) -> Vec<Piece> {
        if words.split_whitespace().all(|word| self.fits(word, place)) {
            return vec![Piece::Text(words.to_owned())];
        }
        words.split_inclusive(char::is_whitespace).flat_map(|word| self.word(word, place)).collect()
    }

    fn word(&self, word: &str, place: WordPlace<'_>) -> Vec<Piece> {
        if self.fits(word.trim_end(), place) {
            return vec![Piece::Text(word.to_owned())];
        }
        if place.room < ROOM_FOR_SYLLABLES || !self.fits_in_parts(word, place) {
            return vec![Piece::Text(self.anywhere(word, place))];
        }
        let piece = |piece: &WordPiece<'_>| match piece {
            WordPiece::Unbroken(unbroken) => Piece::Text((*unbroken).to_owned()),
            WordPiece::Breakable(syllables) => Piece::Breakable((*syllables).to_owned()),
        };
        hyphenation::pieces(word).iter().map(piece).collect()
    }

    /// Whether the parts of a word between the places for hyphens fit, hyphens included.
    fn fits_in_parts(&self, word: &str, place: WordPlace<'_>) -> bool {
        let parts = hyphenation::stretches(word.trim_end());
        parts.iter().all(|part| self.fits(&format!("{part}-"), place))
    }

    /// Adds running text to pieces, parted into what takes hyphens and what doesn't. The
    /// second has marks where words are too wide for it, and typed hyphens by themselves.
    pub fn running(&self, text: &str, place: WordPlace<'_>, pieces: &mut Vec<Piece>) {
        let is_too_wide =
            |word: &str| !self.fits(word.trim_end(), place) && !self.fits_in_parts(word, place);
        // Nearly always, and then the words are not looked at one by one.
        if !text.split_inclusive(char::is_whitespace).any(is_too_wide) {
            push_running(text, pieces);
            return;
        }
        for word in text.split_inclusive(char::is_whitespace) {
            if is_too_wide(word) {
                push_unbroken(&self.anywhere(word, place), pieces);
            } else {
                push_running(word, pieces);
            }
        }
    }

    /// How many lines a text takes, or a few more.
    pub fn lines(&self, text: &str, place: WordPlace<'_>) -> f64 {
        let mut lines = 1.0;
        let mut line = 0.0;
        for word in text.split_inclusive(char::is_whitespace) {
            let width = self.resources.width(place.family, place.is_bold, word) * place.size;
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

    fn anywhere(&self, word: &str, place: WordPlace<'_>) -> String {
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
    pub fn shortest_too_wide(&self, text: &str, place: WordPlace<'_>) -> Option<usize> {
        let too_wide = text.split_whitespace().filter(|word| !self.fits(word, place));
        too_wide.map(|word| word.chars().count()).min()
    }

    /// As much of a text as so many lines hold, and `…` where it ends early.
    pub fn shortened(&self, text: &str, lines: usize, place: WordPlace<'_>) -> String {
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

/// Running text whose words have room.
fn push_running(text: &str, pieces: &mut Vec<Piece>) {
    for piece in hyphenation::pieces(text) {
        match piece {
            WordPiece::Breakable(text) => pieces.push(Piece::Breakable(text.to_owned())),
            WordPiece::Unbroken(text) => push_unbroken(text, pieces),
        }
    }
}

/// Text that takes no hyphens: typed ones stand by themselves.
fn push_unbroken(text: &str, pieces: &mut Vec<Piece>) {
    for part in text.split_inclusive('-') {
        let before = part.strip_suffix('-');
        let words = before.unwrap_or(part);
        if !words.is_empty() {
            pieces.push(Piece::Text(words.to_owned()));
        }
        if before.is_some() {
            pieces.push(Piece::Hyphen);
        }
    }
}
