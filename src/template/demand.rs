//! What förordning (2013:522) demands of a paper, as its template says in its head.

use schemars::{Schema, SchemaGenerator, json_schema};

use crate::source::{Located, Unread};
use crate::yaml::Node;
use crate::year_file::read::{Read, Reader};
use crate::year_file::values::Text;

/// A paragraph of förordning (2013:522) that says what a paper has to contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Demand {
    /// 8 §: the application.
    Application,
    /// 10 §: the report.
    Report,
}

impl Demand {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Application, Self::Report];

    /// The paragraph: `10 §`.
    #[must_use]
    pub fn paragraph(self) -> &'static str {
        match self {
            Self::Application => "8 §",
            Self::Report => "10 §",
        }
    }
}

impl Read for Located<Demand> {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": Demand::ALL.map(Demand::paragraph) })
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let written = Text::read(node, reader)?;
        let plain: String = written.chars().filter(|c| !c.is_whitespace()).collect();
        let is_meant = |demand: &Demand| demand.paragraph().replace(' ', "") == plain;
        let Some(demand) = Demand::ALL.into_iter().find(is_meant) else {
            let hint = "Skriv 8 § för en ansökan och 10 § för en redovisning, till exempel `krav: [10 §]`.";
            reader.wrong_type(node, "8 § eller 10 §", hint);
            return None;
        };
        Some(Self::new(demand, written.span))
    }

    fn stand_in(unread: &Unread) -> Self {
        Self::stand_in(Demand::Report, unread)
    }
}
