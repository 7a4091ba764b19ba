//! Values become Markdown that shows them as they are.

use minijinja::value::{Value, ValueKind};
use minijinja::{Error, ErrorKind, Output, State};

use crate::swedish::grouped;

/// Writes a value: markup if it was declared as such, otherwise literal text.
/// Whole numbers get their thousands grouped.
pub(super) fn write(out: &mut Output, _: &mut State, value: &Value) -> Result<(), Error> {
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    let written = match (value.is_safe(), value.kind()) {
        (true, _) => out.write_str(value.as_str().unwrap_or_default()),
        (_, ValueKind::Number) => match u64::try_from(value.clone()) {
            Ok(number) => out.write_str(&grouped(number)),
            Err(_) => out.write_str(&literal(&value.to_string())),
        },
        _ => out.write_str(&literal(&value.to_string())),
    };
    written.map_err(|_| Error::from(ErrorKind::WriteFailure))
}

/// Text in which no character is markup: every ASCII sign that `CommonMark` could
/// read as markup gets a backslash (`CommonMark` 0.31, 2.4), and lines are joined.
pub(super) fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.trim().chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '-' | '.' | ',' | ':' | '/' | '@' | '\'' | '"' | '?' | ';' | '%' => {
                if matches!(c, '-' | '.') {
                    out.push('\\');
                }
                out.push(c);
            }
            _ if c.is_ascii_punctuation() => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}
