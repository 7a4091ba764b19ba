//! The one who runs the service for the kommun.

use super::read::record;
use super::values::Text;

record! {
    /// Den som driver verksamheten på kommunens uppdrag. Kommunen ansvarar för den ändå (1 §).
    pub struct Provider {
        /// Utförarens namn.
        "namn" keep => name: Text = "Föreningen Exempelstöd",
        /// Utförarens organisationsnummer, NNNNNN-NNNN.
        "organisationsnummer" keep => organisation_number: Option<Text> = "999999-0022",
        /// Den som kan svara på frågor hos utföraren.
        "kontaktperson" keep => contact: Option<Text> = "Elin Exempel",
        /// Utförarens telefonnummer.
        "telefon" keep => telephone: Option<Text> = "08-465 004 70",
        /// Utförarens e-postadress.
        "e-post" keep => email: Option<Text> = "foreningen@example.org",
    }
}
