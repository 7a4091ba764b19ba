//! What the year file says about the checks themselves, and about small counts.

use schemars::{Schema, SchemaGenerator, json_schema};

use super::YearFile;
use super::read::{Read, Reader, nearest, record};
use super::values::{Count, Text};
use crate::source::{Located, Unread};
use crate::yaml::Node;

record! {
    /// Hur kontrollerna ska gå till.
    pub struct Controls {
        /// Regler som inte ska säga något, var och en med skälet till det och, om det bara gäller på ett ställe, platsen.
        "tysta" review => silenced: Option<Vec<Silence>>,
        /// Hur många procent en siffra får ändras från året före utan att det påpekas. Annars 50.
        "förändring_procent" keep => change_limit: Option<Count> = 50,
        /// Ett antal som är mindre än detta kan peka ut någon. Annars 5.
        "minsta_antal" keep => smallest_count: Option<Count> = 5,
    }
}

record! {
    /// En regel som inte ska säga något, i hela filen eller på en plats.
    pub struct Silence {
        /// Regelns namn, så som det står i fynden och i `tjut regler`.
        "regel" keep => rule: Text = "stor-förändring",
        /// Varför regeln inte gäller i det här fallet.
        "skäl" keep => reason: Text = "Verksamheten startade mitt under förra året.",
        /// Platsen där regeln inte ska säga något, som en väg av nycklar. Utelämnas den så gäller det hela filen.
        "plats" keep => place: Option<Text> = "statistik.2025.kö",
    }
}

/// Why a silenced rule needs a `skäl`.
pub const WHY_SILENCED: &str =
    "Den som läser filen nästa år behöver veta varför en regel inte gäller här.";

/// How counts that could point someone out are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SmallCounts {
    /// As they are.
    #[default]
    Shown,
    /// As `färre än 5`, and so that sums don't give them away.
    Masked,
}

impl Read for Located<SmallCounts> {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": ["visa", "maskera"] })
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        const WORDS: [&str; 2] = ["visa", "maskera"];
        let word = Text::read(node, reader)?;
        let value = match word.to_lowercase().as_str() {
            "visa" => SmallCounts::Shown,
            "maskera" => SmallCounts::Masked,
            other => {
                let near = nearest(other, &WORDS);
                let hint = match near {
                    Some(near) => format!("Menade du `{near}`?"),
                    None => "Skriv visa eller maskera.".to_owned(),
                };
                reader.wrong_word(node, "visa eller maskera", &hint, near);
                return None;
            }
        };
        Some(Self::new(value, word.span))
    }

    fn stand_in(unread: &Unread) -> Self {
        Self::stand_in(SmallCounts::Shown, unread)
    }
}

impl YearFile {
    /// Counts from 1 up to but not including this could point someone out. That it
    /// is 5 unless the year file gives another number is a rule of thumb; no source gives a threshold.
    #[must_use]
    pub fn smallest_count(&self) -> u64 {
        const USUAL: u64 = 5;
        let chosen = self.controls.as_ref().and_then(|controls| controls.smallest_count.as_ref());
        chosen.map_or(USUAL, |count| **count)
    }

    /// Whether small counts are masked in the papers.
    #[must_use]
    pub fn masks_small_counts(&self) -> bool {
        self.small_counts.as_ref().is_some_and(|choice| **choice == SmallCounts::Masked)
    }

    /// The change from the year before, in per cent, above which a figure is
    /// pointed out for a second look.
    #[must_use]
    pub fn change_limit(&self) -> u64 {
        const USUAL: u64 = 50;
        let chosen = self.controls.as_ref().and_then(|controls| controls.change_limit.as_ref());
        chosen.map_or(USUAL, |count| **count)
    }
}
