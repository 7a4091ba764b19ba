//! The figures of one year.

use super::read::record;
use super::values::{Count, NamedCounts};

record! {
    /// Siffror för ett år.
    pub struct YearFigures {
        /// Antal klienter som hade kontakt med ett ombud någon gång under året.
        "klienter" => clients: Option<Count>,
        /// Antal klienter som var nya under året.
        "nya" => new: Option<Count>,
        /// Antal ärenden som avslutades under året.
        "avslutade" => closed: Option<Count>,
        /// Antal klienter vid årets början.
        "ingående" => carried_in: Option<Count>,
        /// Antal klienter vid årets slut.
        "utgående" => carried_out: Option<Count>,
        /// Antal personer i kö vid årets slut.
        "kö" => queue: Option<Count>,
        /// Antal klienter som helt eller delvis har hemmavarande barn under 18 år.
        "hemmavarande_barn" => children_at_home: Option<Count>,
        /// Klienterna fördelade på kön.
        "kön" => sexes: Option<Sexes>,
        /// Klienterna fördelade på ålder. Åldersgrupperna väljer verksamheten själv.
        "ålder" => ages: Option<NamedCounts>,
        /// Klienterna fördelade på stadsdelsområde eller kommun.
        "områden" => areas: Option<NamedCounts>,
        /// Orsaker till kontakt med antal. En klient kan ha flera orsaker.
        "orsaker" => reasons: Option<NamedCounts>,
        /// Hur nya klienter fick kontakt med ombuden, med antal.
        "kontaktvägar" => contact_routes: Option<NamedCounts>,
    }
}

record! {
    /// Klienter fördelade på kön.
    pub struct Sexes {
        /// Antal kvinnor.
        "kvinnor" => women: Count,
        /// Antal män.
        "män" => men: Count,
        /// Antal med annan eller okänd uppgift om kön.
        "annat" => other: Option<Count>,
    }
}
