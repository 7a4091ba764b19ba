//! From bytes to text: the encodings that a year file may come in.

use std::sync::Arc;

use super::MAX_BYTES;
use crate::finding::Finding;
use crate::source::Source;

/// Makes a [`Source`] of a file's bytes.
///
/// A UTF-8 byte order mark, as Windows' Notepad writes it, is dropped.
///
/// `size` is the file's size in bytes, of which a very large file need not have
/// been read in full.
///
/// # Errors
/// A finding when the file is too large or is not UTF-8.
pub fn decode(name: &str, bytes: &[u8], size: u64) -> Result<Arc<Source>, Box<Finding>> {
    if bytes.len() > MAX_BYTES {
        let source = Source::new(name, "");
        let finding = Finding::error(
            "fil-för-stor",
            &source,
            0..0,
            format!(
                "filen är {} kB stor; en årsfil får vara högst {} kB",
                size / 1024,
                MAX_BYTES / 1024
            ),
        );
        return Err(Box::new(finding.hint("Kontrollera att det är rätt fil.")));
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        let source = Source::new(name, "");
        let finding = Finding::error(
            "inte-utf-8",
            &source,
            0..0,
            "filen är sparad som UTF-16 (”Unicode” i Anteckningar), inte som UTF-8",
        );
        return Err(Box::new(finding.hint("Spara om filen med teckenkodningen UTF-8.")));
    }
    let content = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    match std::str::from_utf8(content) {
        Ok(text) => Ok(Source::new(name, text)),
        Err(error) => Err(Box::new(not_utf8(name, content, error.valid_up_to()))),
    }
}

/// The bytes shown as Windows-1252, which is what such a file almost always is,
/// so that the frame shows the line as its writer knows it.
fn not_utf8(name: &str, content: &[u8], at: usize) -> Finding {
    let valid = String::from_utf8_lossy(&content[..at]);
    let rest: String = content[at..].iter().map(|&byte| char::from(byte)).collect();
    let source = Source::new(name, format!("{valid}{rest}"));
    let width = rest.chars().next().map_or(0, char::len_utf8);
    Finding::error(
        "inte-utf-8",
        &source,
        valid.len()..valid.len() + width,
        "filen är inte sparad som UTF-8: här står ett tecken i en äldre kodning",
    )
    .hint("Spara om filen med teckenkodningen UTF-8. I Anteckningar: Spara som, Kodning: UTF-8.")
}
