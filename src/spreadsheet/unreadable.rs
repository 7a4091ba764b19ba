//! Why a file is no spreadsheet that can be read, and what to do: every message.

use super::package::MAX_PART;
use super::{MAX_BYTES, MAX_CELLS};
use crate::swedish::grouped;

/// Why a file is no spreadsheet that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// What is wrong, so that it fits after the file's name and a colon.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// What is said of a file whose macros are not run.
pub(super) const HAS_MACROS: &str =
    "Filen har makron. De körs inte; siffrorna läses som de stod när filen sparades.";

/// What else `LibreOffice` makes.
pub(super) const OTHER_DOCUMENT: &str = "ett dokument från LibreOffice";
/// What Word makes.
pub(super) const WORD_FILE: &str = "en Word-fil";
/// What `PowerPoint` makes.
pub(super) const PRESENTATION: &str = "en PowerPoint-fil";
/// What holds files of no kind that is known.
pub(super) const ZIP_FILE: &str = "en zip-fil";

const RIGHT_FILE: &str =
    "Kontrollera att det är rätt fil. Den ska vara sparad som .xlsx, .ods eller .csv.";

const SAVE_AS_XLSX: &str = "Öppna filen i Excel eller LibreOffice och spara den som .xlsx.";

impl Unreadable {
    fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into() }
    }

    /// A file with so many bytes, which are more than are read.
    #[must_use]
    pub fn too_large(size: u64) -> Self {
        Self::new(
            format!(
                "filen är {} MB stor; den får vara högst {} MB",
                size.div_ceil(1024 * 1024),
                MAX_BYTES / 1024 / 1024
            ),
            "Kontrollera att det är rätt fil. Bilder och blad som inte behövs kan tas bort ur den.",
        )
    }

    pub(super) fn empty() -> Self {
        Self::new("filen är tom", "Kontrollera att det är rätt fil.")
    }

    /// A file that is something else, said so that it fits after ”det här är”.
    pub(super) fn is(what: &str) -> Self {
        Self::new(format!("det här är {what}, inte ett kalkylark"), RIGHT_FILE)
    }

    pub(super) fn empty_zip() -> Self {
        Self::new("det här är en tom zip-fil", RIGHT_FILE)
    }

    pub(super) fn no_text() -> Self {
        Self::new("filen är inget kalkylark och ingen text", RIGHT_FILE)
    }

    pub(super) fn flat_xml() -> Self {
        Self::new(
            "filen är sparad som ett kalkylark i ren XML (.fods)",
            "Öppna filen i LibreOffice och spara den som .ods eller .xlsx.",
        )
    }

    pub(super) fn web_page() -> Self {
        Self::new(
            "filen är en webbsida eller XML-fil, även om namnet kan sluta på .xls",
            SAVE_AS_XLSX,
        )
    }

    pub(super) fn old_workbook() -> Self {
        Self::new("filen är sparad i Excels äldre format (.xls)", SAVE_AS_XLSX)
    }

    pub(super) fn binary_workbook() -> Self {
        Self::new("filen är sparad som binär arbetsbok (.xlsb)", SAVE_AS_XLSX)
    }

    /// A file whose rights Microsoft's servers guard.
    pub(super) fn with_label() -> Self {
        Self::new(
            "filen är krypterad av en känslighetsetikett eller rättighetsskydd",
            "Öppna filen i Excel, välj en etikett utan kryptering om du får det, och spara en kopia. Annars får siffrorna skrivas in i årsfilen för hand.",
        )
    }

    /// A workbook of Excel that a password protects.
    pub(super) fn with_password_in_excel() -> Self {
        Self::new(
            "filen är skyddad med lösenord",
            "Öppna filen i Excel, välj Arkiv, Info, Skydda arbetsbok, Kryptera med lösenord, töm rutan och spara en kopia.",
        )
    }

    /// A file that a password protects.
    pub(super) fn with_password() -> Self {
        Self::new(
            "filen är skyddad med lösenord",
            "Öppna filen i det program som den är gjord i, spara en kopia utan lösenord och importera kopian.",
        )
    }

    pub(super) fn broken_zip() -> Self {
        Self::new(
            "filen är skadad eller bara till en del nedladdad",
            "Hämta filen en gång till, eller öppna den i Excel eller LibreOffice och spara den under ett nytt namn.",
        )
    }

    pub(super) fn damaged(part: &str) -> Self {
        Self::new(
            format!("filen är skadad: delen {part} i den går inte att läsa"),
            "Öppna filen i Excel eller LibreOffice, spara den under ett nytt namn och försök med den.",
        )
    }

    pub(super) fn inflates_too_far() -> Self {
        Self::new(
            format!(
                "filen växer till mer än {} MB när den packas upp, vilket inget underlag gör",
                MAX_PART / 1024 / 1024
            ),
            "Kontrollera att det är rätt fil. Är det den så kopiera bladet med siffrorna till en ny arbetsbok.",
        )
    }

    pub(super) fn too_many_cells() -> Self {
        Self::new(
            format!("filen har fler än {} celler med innehåll", grouped(MAX_CELLS as u64)),
            "Spara bara de blad som behövs i en egen fil.",
        )
    }

    pub(super) fn unclosed_quotation() -> Self {
        Self::new("ett citattecken börjar en text som aldrig slutar", SAVE_AS_XLSX)
    }
}
