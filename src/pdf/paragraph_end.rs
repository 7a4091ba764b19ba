//! How a paragraph ends: with a whole word, and not with a short one alone on its line.
//!
//! A hyphen before the last word leaves half a word on the last line, and a single short
//! word looks lost there. Typst's optimized line breaks weigh such things, but take
//! longer and divide other lines anew.

use serde_json::{Value, json};

/// A last word with more letters than this fills enough of its line.
const SHORT_WORD: usize = 12;

/// The last two words stay together when they have no more letters than this.
const SHORT_PAIR: usize = 26;

/// Makes the pieces of a paragraph's text end as a paragraph should: the last word takes
/// no hyphens, and a short one stays on the line of the word before it. A paragraph that
/// ends with other markup than text is left as it is, as is one of a word alone, or of a
/// last word for which `fits` says that it has no room on a line.
pub fn settle(pieces: &mut Vec<Value>, fits: &dyn Fn(&str) -> bool) {
    let last_two = pieces.iter().rev().take_while(|piece| words(piece).is_some()).count();
    let start = pieces.len() - last_two;
    let text: String = pieces.iter().skip(start).filter_map(words).collect();
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
        pieces.push(json!({ "kind": "together", "content": tail }));
    } else {
        pieces.extend(tail);
    }
}

/// What a piece of literal text says.
fn words(piece: &Value) -> Option<&str> {
    let kind = piece.get("kind")?.as_str()?;
    matches!(kind, "text" | "breakable" | "hyphen").then(|| piece.get("content")?.as_str())?
}

/// Takes so many bytes of text off the end of the pieces.
fn split_off(pieces: &mut Vec<Value>, start: usize, bytes: usize) -> Vec<Value> {
    let mut left = bytes;
    let mut tail = Vec::new();
    while left > 0 && pieces.len() > start {
        let Some(piece) = pieces.pop() else { break };
        let text = words(&piece).unwrap_or_default();
        if let Some(at) = text.len().checked_sub(left).filter(|at| *at > 0) {
            let part = |text: &str| json!({ "kind": piece["kind"], "content": text });
            let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
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
fn unbroken(mut pieces: Vec<Value>) -> Vec<Value> {
    for piece in &mut pieces {
        if piece["kind"] == "breakable" {
            piece["kind"] = json!("text");
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(pieces: &[(&str, &str)]) -> Value {
        let piece = |(kind, content): &(&str, &str)| json!({ "kind": kind, "content": content });
        let mut pieces = pieces.iter().map(piece).collect();
        settle(&mut pieces, &|word| word.len() < 40);
        Value::Array(pieces)
    }

    #[test]
    fn a_short_last_word_stays_with_the_one_before_it() {
        let expected = json!([
            { "kind": "text", "content": "Ombuden ger " },
            { "kind": "together", "content": [{ "kind": "text", "content": "stöd alltid." }] },
        ]);
        assert_eq!(settled(&[("text", "Ombuden ger stöd alltid.")]), expected);
    }

    #[test]
    fn a_long_last_word_is_not_divided() {
        let expected = json!([
            { "kind": "text", "content": "Här är " },
            { "kind": "text", "content": "försörjnings" },
            { "kind": "text", "content": "stödet." },
        ]);
        let pieces = [("text", "Här är försörjnings"), ("breakable", "stödet"), ("text", ".")];
        let joined = |value: &Value| -> String {
            value.as_array().into_iter().flatten().filter_map(words).collect()
        };
        let found = settled(&pieces);
        assert_eq!(joined(&found), joined(&expected));
        let kinds = found.as_array().into_iter().flatten();
        assert!(kinds.clone().all(|piece| piece["kind"] == "text"), "{found}");
    }

    #[test]
    fn other_ends_are_left_alone() {
        for pieces in [&[("text", "Ord")][..], &[("text", "Ett ord")], &[], &[("strong", "a b c")]]
        {
            let same: Vec<Value> = pieces
                .iter()
                .map(|(kind, content)| json!({ "kind": kind, "content": content }))
                .collect();
            let found = settled(pieces);
            let text = |value: &[Value]| value.iter().filter_map(words).collect::<String>();
            assert_eq!(text(found.as_array().expect("pieces")), text(&same));
        }
    }
}
