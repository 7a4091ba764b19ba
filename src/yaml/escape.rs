//! Escapes inside double quotation marks.

/// How many bytes the escape at the start of a text takes, and whether it stands for
/// a character. One before a line's end joins the lines and stands for nothing.
pub(super) fn length(text: &str) -> (usize, bool) {
    let Some(kind) = text.chars().nth(1) else { return (text.len(), false) };
    let digits = match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        '\n' | '\r' => {
            let rest = text[1..].trim_start_matches([' ', '\t', '\n', '\r']);
            return (text.len() - rest.len(), false);
        }
        _ => 0,
    };
    let length = 1 + kind.len_utf8() + digits;
    (if text.is_char_boundary(length) { length.min(text.len()) } else { text.len() }, true)
}
