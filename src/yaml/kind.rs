//! Files that are no text at all, known by their first bytes.

/// What a file is when it is no text, said so that it fits after ”det här är”, and how
/// to get at what stands in it.
pub(super) fn of(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(of_zip(bytes));
    }
    let known = SIGNATURES.iter().find(|(at, signature, ..)| {
        bytes.get(*at..).is_some_and(|bytes| bytes.starts_with(signature))
    });
    known.map(|(_, _, what, hint)| (*what, *hint))
}

/// What a file is when it is neither text nor a zip file, said so that it fits after ”det
/// här är”.
pub(crate) fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    of(bytes).map(|(what, _)| what)
}

/// Word, Excel and `LibreOffice` write zip files, in which the names of the files stand
/// as they are.
fn of_zip(bytes: &[u8]) -> (&'static str, &'static str) {
    let has = |name: &&[u8]| bytes.windows(name.len()).any(|window| window == *name);
    let known = IN_ZIP.iter().find(|(name, ..)| has(name));
    known.map_or(("en zip-fil", UNPACK), |(_, what, hint)| (*what, *hint))
}

const IN_ZIP: &[(&[u8], &str, &str)] = &[
    (b"word/document", "en Word-fil", FROM_TEXT),
    (b"xl/workbook", "en Excel-fil", FROM_SHEET),
    (b"ppt/presentation", "en PowerPoint-fil", FROM_TEXT),
    (b"application/vnd.oasis.opendocument.text", "ett textdokument från LibreOffice", FROM_TEXT),
    (
        b"application/vnd.oasis.opendocument.spreadsheet",
        "ett kalkylark från LibreOffice",
        FROM_SHEET,
    ),
    (b"application/vnd.oasis.opendocument", "ett dokument från LibreOffice", FROM_TEXT),
    (b"[Content_Types].xml", "ett Office-dokument", FROM_TEXT),
];

/// Where the bytes stand, what they are, and what that makes of the file.
const SIGNATURES: &[(usize, &[u8], &str, &str)] = &[
    (0, b"%PDF", "en PDF-fil", FROM_TEXT),
    (0, b"{\\rtf", "ett RTF-dokument", FROM_TEXT),
    (0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "en äldre Word- eller Excel-fil", FROM_TEXT),
    (0, b"\x89PNG\r\n\x1a\n", "en bild", PICTURE),
    (0, b"\xFF\xD8\xFF", "en bild", PICTURE),
    (0, b"GIF8", "en bild", PICTURE),
    (0, b"II*\0", "en bild", PICTURE),
    (0, b"MM\0*", "en bild", PICTURE),
    (4, b"ftypheic", "en bild", PICTURE),
    (8, b"WEBP", "en bild", PICTURE),
    (0, b"\x1F\x8B", "en packad fil", UNPACK),
    (0, b"7z\xBC\xAF\x27\x1C", "en packad fil", UNPACK),
    (0, b"Rar!\x1A\x07", "en packad fil", UNPACK),
];

const FROM_TEXT: &str = "Här behövs en textfil, till exempel en årsfil som slutar på .yaml. Finns uppgifterna bara i det här dokumentet så kopiera dem till en årsfil.";

const FROM_SHEET: &str = "Här behövs en textfil, till exempel en årsfil som slutar på .yaml. Finns siffrorna bara i det här kalkylarket så skriv in dem i en årsfil.";

const PICTURE: &str = "Här behövs en textfil, till exempel en årsfil som slutar på .yaml.";

const UNPACK: &str = "Här behövs en textfil, till exempel en årsfil som slutar på .yaml. Ligger den i den packade filen så packa upp den först.";
