//! How a paragraph ends: with a whole word, and not with a short one alone on its line.
//!
//! A hyphen before the last word leaves half a word on the last line, and a single short
//! word looks lost there. Typst's optimized line breaks weigh such things, but take
//! longer and divide other lines anew.

use super::piece::Piece;

/// A last word with more letters than this fills enough of its line; `heltidstjänster.` does not.
const SHORT_WORD: usize = 20;

/// The last two words stay together when they have no more letters than this.
const SHORT_PAIR: usize = 30;

/// Makes the pieces of a paragraph's text end as a paragraph should: the last word takes
/// no hyphens, and a short one stays on the line of the word before it. A paragraph that
/// ends with other markup than text is left as it is, as is one of a word alone, or of a
/// last word for which `fits` says that it has no room on a line.
pub fn settle(pieces: &mut Vec<Piece>, fits: &dyn Fn(&str) -> bool) {
    let last_two = pieces.iter().rev().take_while(|piece| piece.words().is_some()).count();
    let start = pieces.len() - last_two;
    let text: String = pieces.iter().skip(start).filter_map(Piece::words).collect();
    let text = text.trim_end();
    let Some(last_space) = text.rfind(' ') else { return };
    let last = text.len() - last_space - 1;
    if !fits(text.get(last_space + 1..).unwrap_or_default()) {
        return;
    }
    let short = |text: &str, most| text.chars().count() <= most && fits(text);
    let pair = text.get(..last_space).unwrap_or_default().rfind(' ').map_or(0, |at| at + 1);
    let is_together = short(text.get(last_space + 1..).unwrap_or_default(), SHORT_WORD)
        && short(text.get(pair..).unwrap_or_default(), SHORT_PAIR)
        && pair > 0;
    let end = if is_together { text.len() - pair } else { last };
    let tail = unbroken(split_off(pieces, start, end));
    if is_together {
        pieces.push(Piece::Together(tail));
    } else {
        pieces.extend(tail);
    }
}

/// Takes so many bytes of text off the end of the pieces.
fn split_off(pieces: &mut Vec<Piece>, start: usize, bytes: usize) -> Vec<Piece> {
    let mut left = bytes;
    let mut tail = Vec::new();
    while left > 0 && pieces.len() > start {
        let Some(piece) = pieces.pop() else { break };
        let text = piece.words().unwrap_or_default();
        if let Some(at) = text.len().checked_sub(left).filter(|at| *at > 0) {
            let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
            let part = |text: &str| match piece {
                Piece::Breakable(_) => Piece::Breakable(text.to_owned()),
                _ => Piece::Text(text.to_owned()),
            };
            pieces.push(part(before));
            tail.push(part(after));
            left = 0;
        } else {
            left = left.saturating_sub(text.len());
            tail.push(piece);
        }
    }
    tail.reverse();
    tail
}

/// The pieces without places for hyphens.
fn unbroken(pieces: Vec<Piece>) -> Vec<Piece> {
    let unbroken = |piece| match piece {
        Piece::Breakable(text) => Piece::Text(text),
        other => other,
    };
    pieces.into_iter().map(unbroken).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    fn settled(mut pieces: Vec<Piece>) -> Vec<Piece> {
        settle(&mut pieces, &|word| word.len() < 40);
        pieces
    }

    #[test]
    fn a_short_last_word_stays_with_the_one_before_it() {
        let expected = [text("Ombuden ger "), Piece::Together(vec![text("stöd alltid.")])];
        assert_eq!(settled(vec![text("Ombuden ger stöd alltid.")]), expected);
    }

    #[test]
    fn a_long_last_word_is_not_divided() {
        let pieces = vec![
            text("Här är funktions"),
            Piece::Breakable("nedsättningarna".to_owned()),
            text("."),
        ];
        let expected = [text("Här är "), text("funktions"), text("nedsättningarna"), text(".")];
        assert_eq!(settled(pieces), expected);
    }

    #[test]
    fn other_ends_are_left_alone() {
        for pieces in [
            vec![text("Ord")],
            vec![text("Ett ord")],
            Vec::new(),
            vec![Piece::Strong(vec![text("a b c")])],
        ] {
            let said =
                |pieces: &[Piece]| pieces.iter().filter_map(Piece::words).collect::<String>();
            let found = settled(pieces.clone());
            assert_eq!(said(&found), said(&pieces));
            assert_eq!(found.is_empty(), pieces.is_empty());
        }
    }
}
