//! Where long words may be broken at the end of a line.
//!
//! Text is set ragged, so that only long words need breaking, and never so that
//! one or two letters stand alone. Breaks come from the Swedish patterns, which
//! know syllables and not compounds: `sjukersättning` becomes `sju-kersättning`.
//! The words in `hyphenation.txt` say where they may be broken instead.
//!
//! A break is allowed by marking the letters after it, so that the text itself
//! stays as it is. Soft hyphens are not used: they would remain in the file and
//! hide the word from those who search for it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use hypher::{Lang, hyphenate};

const LIST: &str = include_str!("hyphenation.txt");

/// The words without hyphens, and the byte offsets where each may be broken.
static ALLOWED: LazyLock<HashMap<String, Vec<usize>>> =
    LazyLock::new(|| entries().map(|entry| (entry.replace('-', ""), offsets(entry))).collect());

/// The fewest letters of a word that may be broken.
const LONG_WORD: usize = 9;

/// The fewest letters before a break and after it.
const LEAST_LETTERS: usize = 3;

/// A piece of running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordPiece<'t> {
    /// Text that takes no hyphen before it or in it.
    Unbroken(&'t str),
    /// Syllables of a long word: a hyphen may stand before each of them.
    Breakable(&'t str),
}

/// Splits a text by where it may be broken. The pieces joined are the text.
#[must_use]
pub fn pieces(text: &str) -> Vec<WordPiece<'_>> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for (start, word) in words(text) {
        for syllables in breakable(word) {
            let (from, to) = (start + syllables.start, start + syllables.end);
            if done < from {
                pieces.push(WordPiece::Unbroken(&text[done..from]));
            }
            pieces.push(WordPiece::Breakable(&text[from..to]));
            done = to;
        }
    }
    if done < text.len() {
        pieces.push(WordPiece::Unbroken(&text[done..]));
    }
    pieces
}

/// The parts of a text between the places where the PDF's typesetter can break it, with
/// the typed hyphens that end them.
#[must_use]
pub fn stretches(text: &str) -> Vec<&str> {
    let stands_alone = |(start, word): &(usize, &str)| {
        let (before, after) = (&text[..*start], &text[start + word.len()..]);
        !continues(before.chars().rev()) && !continues(after.chars())
    };
    let in_word = |(start, word)| syllables(word).into_iter().map(move |range| start + range.start);
    let words = words(text).filter(stands_alone);
    let mut breaks: Vec<usize> = words.flat_map(in_word).chain(typed_hyphens(text)).collect();
    breaks.sort_unstable();
    let ends = breaks.iter().copied().chain([text.len()]);
    let starts = [0].into_iter().chain(breaks.iter().copied());
    starts.zip(ends).map(|(start, end)| &text[start..end]).collect()
}

/// Whether what stands next to letters makes one word with them, which is then not
/// divided into syllables (Unicode Standard Annex 29, WB6 to WB13).
fn continues(mut beside: impl Iterator<Item = char>) -> bool {
    match beside.next() {
        Some(c) if c.is_numeric() || c == '_' => true,
        Some('.' | ':' | '\'' | '’' | '·') => beside.next().is_some_and(char::is_alphanumeric),
        _ => false,
    }
}

/// Where a line may end after a typed hyphen: one between letters. Before a figure it is
/// taken for a sign (Unicode Standard Annex 14, LB25).
fn typed_hyphens(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices('-').map(|(at, hyphen)| (at, at + hyphen.len())).filter_map(|(at, end)| {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let is_between =
            is_letter(text[..at].chars().next_back()) && is_letter(text[end..].chars().next());
        is_between.then_some(end)
    })
}

/// The runs of syllables in a word that a hyphen may stand before, as byte ranges.
fn breakable(word: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for syllable in syllables(word) {
        match runs.last_mut().filter(|run| run.end == syllable.start) {
            Some(run) => run.end = syllable.end,
            None => runs.push(syllable),
        }
    }
    runs
}

/// The syllables in a word that a hyphen may stand before, as byte ranges.
fn syllables(word: &str) -> Vec<Range<usize>> {
    let letters = word.chars().count();
    if letters < LONG_WORD {
        return Vec::new();
    }
    let listed = ALLOWED.get(&word.to_lowercase());
    let mut allowed = Vec::new();
    let (mut offset, mut before) = (0, 0);
    for syllable in hyphenate(word, Lang::Swedish) {
        let is_listed = listed.is_none_or(|allowed| allowed.contains(&offset));
        let has_room = before >= LEAST_LETTERS && letters - before >= LEAST_LETTERS;
        let end = offset + syllable.len();
        if is_listed && has_room {
            allowed.push(offset..end);
        }
        offset = end;
        before += syllable.chars().count();
    }
    allowed
}

/// The words of a text with their byte offsets. What an address consists of are no words:
/// a hyphen in it would be taken for a part of it.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace()
        .filter(|run| !is_address(run))
        .flat_map(|run| run.split(|c: char| !c.is_alphabetic()))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// Whether a run of letters and signs is an address on the web or to write to.
fn is_address(run: &str) -> bool {
    run.contains("://") || run.contains('@') || run.contains("www.")
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

    /// The word with a hyphen wherever it may be broken.
    fn broken(word: &str) -> String {
        let runs = breakable(word);
        let mut out = String::new();
        let mut offset = 0;
        for syllable in hyphenate(word, Lang::Swedish) {
            if runs.iter().any(|run| run.contains(&offset)) {
                out.push('-');
            }
            out.push_str(syllable);
            offset += syllable.len();
        }
        out
    }

    #[test]
    fn a_wrong_break_is_taken_away_and_right_ones_stay() {
        assert_eq!(by_patterns("sjukersättning"), "sju-ker-sätt-ning");
        assert_eq!(broken("sjukersättning"), "sjukersätt-ning");
    }

    #[test]
    fn no_one_or_two_letters_stand_alone() {
        assert_eq!(by_patterns("utvecklingar"), "ut-veck-ling-ar");
        assert_eq!(broken("utvecklingar"), "utveck-lingar");
        assert_eq!(broken("avslutade"), "avslu-tade");
    }

    #[test]
    fn short_words_are_left_whole() {
        assert_eq!(pieces("deltar i vuxna"), [WordPiece::Unbroken("deltar i vuxna")]);
        assert_eq!(pieces(""), []);
    }

    #[test]
    fn an_address_takes_no_hyphen() {
        let text = "registrator.arbetsmarknadsforvaltningen@example.org";
        assert_eq!(pieces(text), [WordPiece::Unbroken(text)]);
        let text = "(https://www.example.org/socialforvaltningen)";
        assert_eq!(pieces(text), [WordPiece::Unbroken(text)]);
    }

    #[test]
    fn stretches_end_where_a_word_may_be_broken() {
        let found = stretches("Norra sjukersättning-utvecklingar");
        assert_eq!(found, ["Norra sjukersätt", "ning-", "utveck", "lingar"]);
        for whole in ["7-8", "utvecklingar7", "utvecklingar.utvecklingar"] {
            assert_eq!(stretches(whole), [whole]);
        }
    }

    #[test]
    fn the_pieces_are_the_text() {
        let text = "Anhörigorganisationer: försörjningsstödsenheten,klientantal";
        let joined: String = pieces(text)
            .into_iter()
            .map(|piece| match piece {
                WordPiece::Breakable(text) | WordPiece::Unbroken(text) => text,
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
