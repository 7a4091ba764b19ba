//! What tells a sentence that is left of an example from one that anybody writes.

use crate::checks::text::{Sentence, TokenKind};
use crate::swedish::number_of_words as written_number;

/// A sentence of so many words is hardly written alike by two people.
pub(super) const LONG_SENTENCE: usize = 8;

/// A shorter one can be, unless it has a number in it or more of an example is left. One
/// that is shorter than this is anybody's.
pub(super) const SHORT_SENTENCE: usize = 5;

/// The number of words in a sentence; placeholders stand in sentences of all kinds.
pub(super) fn word_count(sentence: &str) -> usize {
    sentence.split(' ').filter(|word| !word.contains(['{', '}'])).count()
}

/// Whether a sentence counts something: `alla tre stadsdelsnämnderna`.
pub(super) fn has_number(sentence: &Sentence<'_>) -> bool {
    sentence.tokens.iter().any(|token| match token.kind {
        TokenKind::Number { .. } => true,
        TokenKind::Word => written_number(&token.lower).is_some(),
        _ => false,
    })
}

/// The first words of a sentence.
pub(super) fn beginning(sentence: &str) -> String {
    const WORDS: usize = 5;
    let words: Vec<&str> = sentence.split(' ').collect();
    match words.get(..WORDS) {
        Some(first) if words.len() > WORDS => format!("{} …", first.join(" ")),
        _ => sentence.to_owned(),
    }
}
