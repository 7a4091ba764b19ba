//! What the board's matter is about.

use schemars::{Schema, SchemaGenerator, json_schema};

use super::read::{Read, Reader, nearest};
use super::values::Text;
use crate::source::{Located, Unread};
use crate::yaml::Node;

/// A part of the board's matter. A kommun that applies for the first time has nothing to
/// report (10 § förordningen 2013:522: it is the kommun that has got a grant that reports),
/// and one that ends its service has nothing to apply for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatterPart {
    /// The report to länsstyrelsen.
    Report,
    /// The application to länsstyrelsen.
    Application,
}

const WORDS: [&str; 2] = ["redovisning", "ansökan"];

impl Read for Located<MatterPart> {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": WORDS })
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let word = Text::read(node, reader)?;
        let part = match word.to_lowercase().as_str() {
            "redovisning" | "redovisningen" => MatterPart::Report,
            "ansökan" | "ansökningen" => MatterPart::Application,
            other => {
                let near = nearest(other, &WORDS);
                let hint = match near {
                    Some(near) => format!("Menade du `{near}`?"),
                    None => {
                        "Skriv redovisning, ansökan eller båda: `omfattar: [redovisning, ansökan]`."
                            .to_owned()
                    }
                };
                reader.wrong_word(node, "redovisning eller ansökan", &hint, near);
                return None;
            }
        };
        Some(Self::new(part, word.span))
    }

    fn stand_in(unread: &Unread) -> Self {
        Self::stand_in(MatterPart::Report, unread)
    }
}
