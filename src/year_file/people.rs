//! The ombud themselves, and how many there are in the country.

use super::numbers::Percent;
use super::read::record;
use super::values::{Count, Text, Year};

record! {
    /// Ett ombud, så som informationsbladet visar det.
    pub struct Ombud {
        /// Namn.
        with ["ombud"]
        "namn" keep => name: Text = "Amina Strand",
        /// Telefonnummer.
        with ["ombud"]
        "telefon" keep => telephone: Text = "08-465 004 31",
        /// E-postadress.
        with ["ombud"]
        "e-post" keep => email: Text = "amina.strand@example.org",
        /// Sysselsättningsgrad i hela procent. Utelämnas den så arbetar ombudet heltid. Bidraget för deltid räknas i proportion till heltid (3 § HSLF-FS 2016:98).
        "sysselsättningsgrad" keep => share: Option<Percent> = 75,
        /// Den del av upptagningsområdet som ombudet arbetar i.
        "område" keep => area: Option<Text> = "Husby, Akalla och Kista",
    }
}

impl Ombud {
    /// Whole per cent of a full-time post, which is hundredths of an årsanställning.
    #[must_use]
    pub fn share(&self) -> u64 {
        const FULL_TIME: u64 = 100;
        self.share.as_ref().map_or(FULL_TIME, |share| (**share).into())
    }
}

record! {
    /// Personligt ombud i hela landet, att jämföra med. Siffrorna hämtas ur källan; programmet har inga egna.
    pub struct Nation {
        /// Antal personliga ombud i landet.
        with ["riket.ombud"]
        "ombud" clear => ombud: Count = 325,
        /// Antal kommuner som har personligt ombud.
        with ["riket.kommuner"]
        "kommuner" clear => municipalities: Count = 249,
        /// Antal ombud i hela den egna kommunen, när verksamheten bara är en del av den.
        "ombud_i_kommunen" clear => ombud_in_municipality: Option<Count> = 15,
        /// Året som siffrorna gäller.
        with ["riket.år"]
        "år" clear => year: Year = 2024,
        /// Var siffrorna står, så att läsaren kan hitta dem.
        with ["riket.källa"]
        "källa" clear => source: Text = "Bildspel om personliga ombud i Järva",
    }
}

record! {
    /// Ett eget avsnitt i informationsbladet.
    pub struct OwnSection {
        /// Avsnittets rubrik.
        "rubrik" keep => heading: Text = "Var du hittar oss",
        /// Avsnittets text, ett stycke.
        "text" keep => text: Text = "Vi har gemensamt kontor vid torget i Kista.",
    }
}
