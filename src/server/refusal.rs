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
}

impl Refusal {
    /// The status that the browser is told.
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::Elsewhere | Self::Stranger => StatusCode::FORBIDDEN,
            Self::TooMuch => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotUnderstood => StatusCode::BAD_REQUEST,
            Self::Unknown => StatusCode::NOT_FOUND,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
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
        };
        Problem::new(message, hint)
    }
}
