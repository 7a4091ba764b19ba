//! Characters that can't be seen and have no place in a text.

use std::sync::Arc;

use crate::finding::Finding;
use crate::source::{Source, Span};

/// Whether a character is neither text nor white space: neither YAML nor Word's
/// XML can hold it.
fn is_stray(character: char) -> bool {
    let allowed = matches!(character, '\t' | '\n' | '\r' | '\u{85}');
    (character.is_control() && !allowed)
        || matches!(character, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// The first such character in a text.
pub(super) fn stray(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|(_, character)| is_stray(*character))
}

/// Says that such a character stands somewhere.
pub(super) fn finding(source: &Arc<Source>, span: Span, character: char) -> Finding {
    let message = format!("här står ett osynligt tecken (U+{:04X})", u32::from(character));
    Finding::error("osynligt-tecken", source, span, message)
        .hint("Radera tecknet. Det följer ibland med när text klistras in från ett annat program.")
}
