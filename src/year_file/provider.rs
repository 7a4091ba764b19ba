//! The one who runs the service for the kommun.

use super::read::record;
use super::values::Text;

record! {
    /// Den som driver verksamheten på kommunens uppdrag. Kommunen ansvarar för den ändå (1 §).
    pub struct Provider {
        /// Utförarens namn.
        "namn" => name: Text = "Föreningen Exempelstöd",
        /// Utförarens organisationsnummer, NNNNNN-NNNN.
        "organisationsnummer" => organisation_number: Option<Text> = "802000-0007",
        /// Den som kan svara på frågor hos utföraren.
        "kontaktperson" => contact: Option<Text> = "Elin Exempel",
        /// Utförarens telefonnummer.
        "telefon" => telephone: Option<Text> = "08-465 004 70",
        /// Utförarens e-postadress.
        "e-post" => email: Option<Text> = "foreningen@example.org",
    }
}
