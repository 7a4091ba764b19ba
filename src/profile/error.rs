//! Why a logotype or an address footer can't be used, and what to do about it.

use std::fmt;

use super::address_footer::{MOST_COLUMNS, MOST_LETTERS, MOST_LINES};
use super::logotype::{HIGHEST, LOWEST};
use super::picture::{MOST_BYTES, MOST_PIXELS};
use crate::swedish;

/// What is wrong with a profile, for the one who made it.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// The file is neither SVG nor PNG.
    UnknownFormat,
    /// The file is larger than a logotype needs to be.
    TooManyBytes,
    /// The PNG file can't be read to its end.
    BrokenPng,
    /// The PNG file has more pixels in a row or a column than a page can show.
    TooManyPixels,
    /// The SVG file can't be read.
    BrokenSvg,
    /// The SVG file has nothing to show.
    EmptySvg,
    /// The SVG file has something that doesn't look the same in all programs: its name in
    /// Swedish.
    Unsuitable(&'static str),
    /// The height is not between the least and the largest one.
    Height(f64),
    /// The logotype is wider than its place.
    TooWide {
        /// How wide it is, in millimetres.
        width: f64,
        /// How wide its place is, in millimetres.
        room: f64,
        /// The height at which it fits, in millimetres.
        height: f64,
    },
    /// The alternative text says nothing.
    EmptyAlternativeText,
    /// The address footer has no columns or too many.
    Columns(usize),
    /// A column has no lines or too many.
    Lines(usize),
    /// A line says nothing, or is longer than there is room for.
    Line(String),
    /// A line has a character that the fonts lack or that no line can have.
    Character(char),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let as_png = "eller spara bilden som PNG";
        match self {
            Self::UnknownFormat => f.write_str("Logotypen är varken en SVG-fil eller en PNG-fil. Spara den i ett av dessa format."),
            Self::TooManyBytes => write!(f, "Logotypen är större än {} MB. Spara en mindre bild.", MOST_BYTES >> 20),
            Self::BrokenPng => f.write_str("Logotypen kan inte läsas: PNG-filen är skadad eller avbruten. Spara bilden på nytt."),
            Self::TooManyPixels => write!(f, "Logotypen har fler än {} bildpunkter på bredden eller höjden. Spara en mindre bild.", swedish::grouped(MOST_PIXELS.into())),
            Self::BrokenSvg => f.write_str("Logotypen kan inte läsas: SVG-filen är skadad, avbruten eller för invecklad. Spara bilden på nytt eller som PNG."),
            Self::EmptySvg => f.write_str("Logotypen är tom: SVG-filen har inget som syns."),
            Self::Unsuitable(what) => write!(f, "Logotypens SVG-fil har {what}, som kan se olika ut i olika program. Gör om allt i bilden till vanliga kurvor i ritprogrammet, {as_png}."),
            Self::Height(_) => write!(f, "Logotypens höjd ska vara {LOWEST}–{HIGHEST} mm."),
            Self::TooWide { width, room, height } => write!(
                f,
                "Logotypen är {} mm bred men har plats för {} mm. Ange högst {} mm som höjd.",
                decimal(*width),
                decimal(*room),
                decimal((height * 10.0).floor() / 10.0),
            ),
            Self::EmptyAlternativeText => f.write_str("Logotypens alternativa text är tom. Skriv vad som står i logotypen, till exempel kommunens namn, eller utelämna texten om logotypen bara är en dekoration."),
            Self::Columns(_) => write!(f, "Sidfoten ska ha 1–{MOST_COLUMNS} kolumner."),
            Self::Lines(_) => write!(f, "En kolumn i sidfoten ska ha 1–{MOST_LINES} rader."),
            Self::Line(line) if line.trim().is_empty() => f.write_str("En rad i sidfoten är tom. Ta bort den."),
            Self::Line(line) => write!(f, "Raden ”{line}” i sidfoten är längre än {MOST_LETTERS} tecken. Dela den på två rader."),
            Self::Character(c) => write!(f, "Sidfoten har tecknet {}, som papperen inte kan visa. Ta bort det.", shown(*c)),
        }
    }
}

impl std::error::Error for Error {}

/// A length with at most one decimal.
fn decimal(length: f64) -> String {
    format!("{length:.1}").trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}

fn shown(c: char) -> String {
    if c.is_control() || c.is_whitespace() {
        format!("U+{:04X}", u32::from(c))
    } else {
        format!("”{c}”")
    }
}
