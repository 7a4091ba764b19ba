//! Which year a sentence is about.

use super::super::Sentence;
use super::super::TokenKind;
use super::super::scan::Token;

/// The years that a sentence is about.
pub(super) struct Years {
    named: Vec<u64>,
    reported: i32,
    before: bool,
}

impl Years {
    pub(super) fn named(sentence: &Sentence<'_>, reported: i32) -> Self {
        let tokens = &sentence.tokens;
        let year = |token: &&Token| match token.kind {
            TokenKind::Number { value: value @ 1990..=2099, grouped: false } => Some(value),
            _ => None,
        };
        let is_before = |token: &&Token| {
            matches!(
                token.lower.as_str(),
                "från" | "förra" | "föregående" | "före" | "tidigare" | "fjol"
            )
        };
        Self {
            named: tokens.iter().filter_map(year).collect(),
            reported,
            before: tokens.iter().any(is_before),
        }
    }

    /// A year that is named; the reported one when none is, or the one before.
    pub(super) fn include(&self, year: i32) -> bool {
        let is_named = self.named.iter().any(|named| i64::try_from(*named) == Ok(i64::from(year)));
        let is_understood = year == self.reported || (self.before && year + 1 == self.reported);
        is_named || (self.named.is_empty() && is_understood)
    }
}
