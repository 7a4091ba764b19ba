//! What is said to who asks for something that is not answered.

use axum::http::StatusCode;

use crate::session::Problem;

/// Why a request is refused before anything is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It calls this computer by another name, or another page sends it.
    Elsewhere,
    /// It does not carry the word of the page.
    Stranger,
    /// It is larger than anything that the page sends.
    TooMuch,
    /// It can't be read.
    NotUnderstood,
    /// There is no such thing.
    Unknown,
    /// The program has made a mistake.
    Failed,
    /// It calls a server by a name that is not one of its own, or another page sends it.
    OtherName,
    /// There is too much to do.
    Busy,
    /// It took too long.
    TooSlow,
    /// The program of a server has made a mistake.
    FailedHere,
}

impl Refusal {
    /// The status that the browser is told.
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::Elsewhere | Self::Stranger => StatusCode::FORBIDDEN,
            Self::TooMuch => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotUnderstood => StatusCode::BAD_REQUEST,
            Self::Unknown => StatusCode::NOT_FOUND,
            Self::Failed | Self::FailedHere => StatusCode::INTERNAL_SERVER_ERROR,
            Self::OtherName => StatusCode::MISDIRECTED_REQUEST,
            Self::Busy | Self::TooSlow => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// What the user is told.
    pub(super) fn problem(self) -> Problem {
        let (message, hint) = match self {
            Self::Elsewhere => (
                "sidan visas bara för den som sitter vid datorn",
                "Skriv in adressen så som programmet skrev ut den.",
            ),
            Self::Stranger => (
                "sidan hör inte till programmet som körs nu",
                "Läs in sidan på nytt från adressen som programmet skrev ut.",
            ),
            Self::TooMuch => (
                "det är för mycket på en gång",
                "Dela upp det, till exempel genom att klistra in färre rader åt gången.",
            ),
            Self::NotUnderstood => {
                ("begäran gick inte att förstå", "Läs in sidan på nytt och försök igen.")
            }
            Self::Unknown => {
                ("det som efterfrågas finns inte", "Läs in sidan på nytt och försök igen.")
            }
            Self::Failed => (
                "något gick fel i programmet",
                "Ångra det du ändrade sist. Hjälper inte det, så avsluta programmet och starta det igen; det som är sparat finns i årsfilen.",
            ),
            Self::OtherName => (
                "sidan finns inte under det här namnet",
                "Skriv in adressen som kommunen har lämnat. Den som sköter servern anger namnet med `--värd`.",
            ),
            Self::Busy => (
                "servern har mycket att göra just nu",
                "Det du har skrivit finns kvar på sidan. Försök igen om en stund.",
            ),
            Self::TooSlow => (
                "det tog för lång tid",
                "Det du har skrivit finns kvar på sidan. Försök igen; tar det lång tid varje gång, korta årsfilen.",
            ),
            Self::FailedHere => (
                "något gick fel på servern",
                "Ångra det du ändrade sist. Hjälper inte det, så hämta årsfilen och säg till den som sköter servern.",
            ),
        };
        Problem::new(message, hint)
    }
}
