//! The figures of one year.

use super::read::record;
use super::values::{Count, NamedCounts};

record! {
    /// Siffror för ett år.
    pub struct YearFigures {
        /// Antal klienter som hade kontakt med ett ombud någon gång under året.
        "klienter" keep => clients: Option<Count> = 189,
        /// Antal klienter som var nya under året.
        "nya" keep => new: Option<Count> = 86,
        /// Antal ärenden som avslutades under året.
        "avslutade" keep => closed: Option<Count> = 91,
        /// Antal klienter vid årets början.
        "ingående" keep => carried_in: Option<Count> = 108,
        /// Antal klienter vid årets slut.
        "utgående" keep => carried_out: Option<Count> = 98,
        /// Antal personer i kö vid årets slut.
        "kö" keep => queue: Option<Count> = 12,
        /// Antal klienter som helt eller delvis har hemmavarande barn under 18 år.
        "hemmavarande_barn" keep => children_at_home: Option<Count> = 24,
        /// Klienterna fördelade på kön.
        "kön" keep => sexes: Option<Sexes>,
        /// Klienterna fördelade på ålder. Åldersgrupperna väljer verksamheten själv.
        "ålder" keep => ages: Option<NamedCounts> = { "18–29 år": 44, "30 år eller äldre": 145 },
        /// Klienterna fördelade på stadsdelsområde eller kommun.
        "områden" keep => areas: Option<NamedCounts> = { "Kungsholmen": 80, "Södermalm": 109 },
        /// Orsaker till kontakt med antal. En klient kan ha flera orsaker.
        "orsaker" keep => reasons: Option<NamedCounts> = { "Ekonomiskt bistånd": 96, "Råd och stöd": 41 },
        /// Hur nya klienter fick kontakt med ombuden, med antal.
        "kontaktvägar" keep => contact_routes: Option<NamedCounts> = { "Socialtjänsten": 31, "Egen kontakt": 55 },
    }
}

record! {
    /// Klienter fördelade på kön.
    pub struct Sexes {
        /// Antal kvinnor.
        "kvinnor" keep => women: Count = 104,
        /// Antal män.
        "män" keep => men: Count = 85,
        /// Antal med annan eller okänd uppgift om kön.
        "annat" keep => other: Option<Count> = 0,
    }
}
