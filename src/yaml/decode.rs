//! From bytes to text: the encodings that a year file may come in.

use std::sync::Arc;

use super::{MAX_BYTES, kind};
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
/// A finding when the file is no text, is too large or is not UTF-8.
pub fn decode(name: &str, bytes: &[u8], size: u64) -> Result<Arc<Source>, Box<Finding>> {
    if let Some((what, hint)) = kind::of(bytes) {
        let message = format!("det här är {what}, inte en textfil");
        let finding = Finding::error("ingen-textfil", &Source::new(name, ""), 0..0, message);
        return Err(Box::new(finding.hint(hint)));
    }
    if bytes.len() > MAX_BYTES {
        let source = Source::new(name, "");
        let finding = Finding::error(
            "fil-för-stor",
            &source,
            0..0,
            format!("filen är {} kB stor; den får vara högst {} kB", size / 1024, MAX_BYTES / 1024),
        );
        return Err(Box::new(finding.hint("Kontrollera att det är rätt fil.")));
    }
    if is_utf16(bytes) {
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
        Ok(text) => Ok(Source::new(name, with_line_feeds(text))),
        Err(error) => Err(Box::new(not_utf8(name, content, error.valid_up_to()))),
    }
}

/// UTF-16 begins with its byte order mark, or has a zero in every other byte.
fn is_utf16(bytes: &[u8]) -> bool {
    let marked = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let pairs = bytes.chunks_exact(2).take(8);
    let one_zero = pairs.clone().all(|pair| (pair[0] == 0) != (pair[1] == 0));
    marked || (pairs.len() > 1 && one_zero)
}

/// A carriage return alone, as old Macs wrote, ends a line. Every byte keeps its
/// place.
pub(super) fn with_line_feeds(text: &str) -> String {
    let mut letters = text.chars().peekable();
    let mut out = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        let alone = letter == '\r' && letters.peek() != Some(&'\n');
        out.push(if alone { '\n' } else { letter });
    }
    out
}

/// What a byte means in Windows-1252, in which every byte means something.
pub(crate) fn windows_1252(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    let index = usize::from(byte).checked_sub(0x80);
    index.and_then(|index| FROM_80.get(index)).copied().unwrap_or(char::from(byte))
}

/// The bytes shown as Windows-1252, which is what such a file almost always is,
/// so that the frame shows the line as its writer knows it.
fn not_utf8(name: &str, content: &[u8], at: usize) -> Finding {
    let valid = String::from_utf8_lossy(&content[..at]);
    let rest: String = content[at..].iter().map(|&byte| windows_1252(byte)).collect();
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
