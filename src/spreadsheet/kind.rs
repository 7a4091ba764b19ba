//! What a file is, by its bytes.

use super::{Unreadable, encoding};
use crate::yaml;

/// A file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A zip file, as the workbooks of Excel and `LibreOffice` are.
    Zip,
    /// Text, to be read as CSV.
    Text,
}

const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// What a file is.
///
/// # Errors
/// What it is instead, and what to do.
pub(super) fn of(bytes: &[u8]) -> Result<Kind, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::empty());
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Kind::Zip);
    }
    if bytes.starts_with(b"PK\x05\x06") {
        return Err(Unreadable::empty_zip());
    }
    if bytes.starts_with(OLE) {
        return Err(ole(bytes));
    }
    if let Some(what) = yaml::kind_of(bytes) {
        return Err(Unreadable::is(what));
    }
    let start = encoding::decoded(&bytes[..bytes.len().min(4096)]).text;
    let start = start.trim_start();
    if start.starts_with('<') {
        return Err(if start.contains("office:document") {
            Unreadable::flat_xml()
        } else {
            Unreadable::web_page()
        });
    }
    let steers = |c: char| c.is_ascii_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    if start.contains(steers) {
        return Err(Unreadable::no_text());
    }
    Ok(Kind::Text)
}

/// Files in Microsoft's older container: old workbooks, and any whose content is encrypted
/// ([MS-OFFCRYPTO] 2.1). The names of its parts stand in UTF-16.
fn ole(bytes: &[u8]) -> Unreadable {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if has("DRMEncryptedTransform") || has("DRMEncryptedDataSpace") {
        Unreadable::with_label()
    } else if has("EncryptedPackage") {
        Unreadable::with_password_in_excel()
    } else if has("Workbook") || has("Book") {
        Unreadable::old_workbook()
    } else {
        Unreadable::is("ett äldre Office-dokument")
    }
}
