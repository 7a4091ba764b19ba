//! Words that the hyphenation patterns break in the wrong place.
//!
//! The patterns know syllables and not compounds: `sjukersättning` becomes
//! `sju-kersättning`. The words in `hyphenation.txt` say where they may be
//! broken. Wrong breaks are taken away by splitting the text so that a writer
//! can forbid a break at the split. Soft hyphens are not used: they would stay
//! in the file and hide the word from those who search for it.

use std::collections::HashMap;
use std::sync::LazyLock;

use hypher::{Lang, hyphenate};

const LIST: &str = include_str!("hyphenation.txt");

/// The words without hyphens, and the byte offsets where each may be broken.
static ALLOWED: LazyLock<HashMap<String, Vec<usize>>> =
    LazyLock::new(|| entries().map(|entry| (entry.replace('-', ""), offsets(entry))).collect());

/// A piece of running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Text that the patterns hyphenate well.
    Free(&'t str),
    /// Text that must take no hyphen before it or in it.
    Unbroken(&'t str),
}

/// Splits a text where the patterns would break a listed word wrongly; `None`
/// when there is no such place. The pieces joined are the text.
#[must_use]
pub fn pieces(text: &str) -> Option<Vec<Piece<'_>>> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for (start, word) in words(text) {
        let Some(allowed) = ALLOWED.get(&word.to_lowercase()) else { continue };
        let mut offset = 0;
        for syllable in hyphenate(word, Lang::Swedish) {
            if offset > 0 && !allowed.contains(&offset) {
                let (from, to) = (start + offset, start + offset + syllable.len());
                if done < from {
                    pieces.push(Piece::Free(&text[done..from]));
                }
                pieces.push(Piece::Unbroken(&text[from..to]));
                done = to;
            }
            offset += syllable.len();
        }
    }
    if pieces.is_empty() {
        return None;
    }
    if done < text.len() {
        pieces.push(Piece::Free(&text[done..]));
    }
    Some(pieces)
}

/// The words of a text with their byte offsets.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

fn entries() -> impl Iterator<Item = &'static str> {
    LIST.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Where the hyphens stand, as byte offsets in the word without them.
fn offsets(entry: &str) -> Vec<usize> {
    entry.match_indices('-').enumerate().map(|(before, (at, _))| at - before).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_patterns(word: &str) -> String {
        hyphenate(word, Lang::Swedish).join("-")
    }

    #[test]
    fn a_wrong_break_is_taken_away_and_right_ones_stay() {
        assert_eq!(by_patterns("sjukersättning"), "sju-ker-sätt-ning");
        assert_eq!(
            pieces("Om Sjukersättning."),
            Some(vec![
                Piece::Free("Om Sju"),
                Piece::Unbroken("ker"),
                Piece::Unbroken("sätt"),
                Piece::Free("ning."),
            ])
        );
    }

    #[test]
    fn text_without_such_words_is_left_alone() {
        assert_eq!(pieces("Stadsdelsnämnden godkänner redovisningen."), None);
        assert_eq!(pieces(""), None);
    }

    #[test]
    fn the_pieces_are_the_text() {
        let text = "Anhörigorganisationer: försörjningsstödsenheten,klientantal";
        let joined: String = pieces(text)
            .into_iter()
            .flatten()
            .map(|piece| match piece {
                Piece::Free(text) | Piece::Unbroken(text) => text,
            })
            .collect();
        assert_eq!(joined, text);
    }

    #[test]
    fn every_listed_word_is_one_that_the_patterns_break_wrongly() {
        for entry in entries() {
            let word = entry.replace('-', "");
            let (listed, found) = (offsets(entry), offsets(&by_patterns(&word)));
            assert!(
                found.iter().any(|offset| !listed.contains(offset)),
                "{entry} need not be listed"
            );
            assert_eq!(word, word.to_lowercase(), "{entry}");
        }
    }

    #[test]
    fn no_word_is_listed_twice() {
        assert_eq!(ALLOWED.len(), entries().count());
    }
}
