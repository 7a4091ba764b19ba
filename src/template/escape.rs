//! Values become Markdown that shows them as they are.

use minijinja::value::{Value, ValueKind};
use minijinja::{Error, ErrorKind, Output, State};

use super::bounds::spend;
use super::filters::refused;
use super::values::{SentenceValue, ShownNumber};
use crate::swedish::grouped;

/// Writes a value: markup if it was declared as such, otherwise literal text.
/// Whole numbers get their thousands grouped.
pub(super) fn write(
    out: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), Error> {
    let written = if value.is_safe() {
        value.as_str().unwrap_or_default().to_owned()
    } else {
        literal(&text(value)?)
    };
    spend(state, written.len())?;
    out.write_str(&written).map_err(|_| Error::from(ErrorKind::WriteFailure))
}

/// A value as text. What has parts, is a list or answers yes or no is none: the engine
/// would show it in its own words.
pub(super) fn text(value: &Value) -> Result<String, Error> {
    let has_words = value.downcast_object_ref::<ShownNumber>().is_some()
        || value.downcast_object_ref::<SentenceValue>().is_some();
    match value.kind() {
        ValueKind::Undefined => Err(Error::from(ErrorKind::UndefinedError)),
        ValueKind::String => Ok(value.as_str().unwrap_or_default().to_owned()),
        ValueKind::Number => {
            Ok(u64::try_from(value.clone()).map_or_else(|_| value.to_string(), grouped))
        }
        _ if has_words => Ok(value.to_string()),
        ValueKind::Bool => Err(refused(
            "svarar bara ja eller nej och kan inte skrivas ut",
            "Använd det i ett villkor: {% if namn %}…{% endif %}.",
        )),
        ValueKind::Map => Err(refused(
            "har flera delar och kan inte skrivas ut som den är",
            "Skriv vilken del det gäller efter en punkt. Delarna står i docs/uppgifter.md.",
        )),
        ValueKind::Seq | ValueKind::Iterable => Err(refused(
            "är en lista och kan inte skrivas ut som den är",
            "Skriv filtret lista efter namnet, {{ namn|lista }}, eller skriv ut raderna en i taget med {% for rad in namn %}.",
        )),
        _ => Err(refused(
            "kan inte skrivas ut",
            "Skriv namnet på en uppgift. De står i docs/uppgifter.md.",
        )),
    }
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
