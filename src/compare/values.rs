//! Whether two values say the same, however they are typed.

use super::words;
use crate::year_file::digits;

/// A value of a kind as it is compared: numbers without spaces, answers in one word.
pub(super) fn compared(kind: Option<&str>, text: &str) -> String {
    let text = text.trim();
    let kind = kind.unwrap_or_default();
    if kind == "Ja eller nej" {
        return match text.to_lowercase().as_str() {
            "true" => "ja".to_owned(),
            "false" => "nej".to_owned(),
            other => other.to_owned(),
        };
    }
    if kind == "Antal" || kind == "Tal" || kind.starts_with("Heltal") {
        let (whole, part) = text.split_once(',').unwrap_or((text, ""));
        if let Some(whole) = digits(whole) {
            let whole = whole.trim_start_matches('0');
            let whole = if whole.is_empty() { "0" } else { whole };
            let part = part.trim_end_matches('0');
            return if part.is_empty() { whole.to_owned() } else { format!("{whole},{part}") };
        }
    }
    crate::swedish::evenly_spaced(text)
}

/// Whether two values of a kind say the same.
pub(super) fn is_same(kind: Option<&str>, old: &str, new: &str) -> bool {
    if is_running_text(kind) {
        return words::is_same(old, new);
    }
    compared(kind, old) == compared(kind, new)
}

/// Whether a kind of value is read as running text.
pub(super) fn is_running_text(kind: Option<&str>) -> bool {
    kind == Some("Text i Markdown")
}

/// Whether two values are so long that what differs is shown word by word.
pub(super) fn is_long(kind: Option<&str>, old: &str, new: &str) -> bool {
    const LINE: usize = 60;
    is_running_text(kind) || old.chars().count().max(new.chars().count()) > LINE
}
