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
        return Err(Unreadable::new("filen är tom", "Kontrollera att det är rätt fil."));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Kind::Zip);
    }
    if bytes.starts_with(b"PK\x05\x06") {
        return Err(Unreadable::new("det här är en tom zip-fil", RIGHT_FILE));
    }
    if bytes.starts_with(OLE) {
        return Err(ole(bytes));
    }
    if let Some(what) = yaml::kind_of(bytes) {
        return Err(Unreadable::new(format!("det här är {what}, inte ett kalkylark"), RIGHT_FILE));
    }
    let start = encoding::decoded(&bytes[..bytes.len().min(4096)]).text;
    let start = start.trim_start();
    if start.starts_with('<') {
        let is_flat = start.contains("office:document");
        let (what, hint) = if is_flat {
            (
                "sparad som ett kalkylark i ren XML (.fods)",
                "Öppna filen i LibreOffice och spara den som .ods eller .xlsx.",
            )
        } else {
            (
                "en webbsida eller XML-fil, även om namnet kan sluta på .xls",
                "Öppna filen i Excel eller LibreOffice och spara den som .xlsx.",
            )
        };
        return Err(Unreadable::new(format!("filen är {what}"), hint));
    }
    let steers = |c: char| c.is_ascii_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    if start.contains(steers) {
        return Err(Unreadable::new("filen är inget kalkylark och ingen text", RIGHT_FILE));
    }
    Ok(Kind::Text)
}

const RIGHT_FILE: &str =
    "Kontrollera att det är rätt fil. Den ska vara sparad som .xlsx, .ods eller .csv.";

/// Files in Microsoft's older container: old workbooks, and any whose content is encrypted
/// ([MS-OFFCRYPTO] 2.1). The names of its parts stand in UTF-16.
fn ole(bytes: &[u8]) -> Unreadable {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if has("DRMEncryptedTransform") || has("DRMEncryptedDataSpace") {
        return Unreadable::new(
            "filen är krypterad av en känslighetsetikett eller rättighetsskydd",
            "Öppna filen i Excel, välj en etikett utan kryptering om du får det, och spara en kopia. Annars får siffrorna skrivas in i årsfilen för hand.",
        );
    }
    if has("EncryptedPackage") {
        return Unreadable::new(
            "filen är skyddad med lösenord",
            "Öppna filen i Excel, välj Arkiv, Info, Skydda arbetsbok, Kryptera med lösenord, töm rutan och spara en kopia.",
        );
    }
    if has("Workbook") || has("Book") {
        return Unreadable::new(
            "filen är sparad i Excels äldre format (.xls)",
            "Öppna filen i Excel eller LibreOffice och spara den som .xlsx.",
        );
    }
    Unreadable::new("det här är ett äldre Office-dokument, inte ett kalkylark", RIGHT_FILE)
}
