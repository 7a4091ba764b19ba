//! How a service can be run: driftsformer.

use std::fmt;

use schemars::{Schema, SchemaGenerator};

use super::read::{Read, Reader, nearest};
use super::schema;
use super::values::Text;
use crate::source::{Located, Unread};
use crate::swedish::{folded, join, upper_first};
use crate::yaml::Node;

/// One driftsform or several (8 § 3 förordningen 2013:522), in the words of the year
/// file, with the kinds that they name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperatingForm {
    written: String,
    kinds: Vec<FormKind>,
}

/// A kind of driftsform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormKind {
    /// By the kommun itself.
    Own,
    /// By a kommunalförbund.
    Federation,
    /// By one kommun for several, also in a gemensam nämnd.
    HostMunicipality,
    /// By a company that the kommun pays.
    Contractor,
    /// By a förening, a stiftelse or another organisation without profit.
    Association,
    /// By several kommuner together, by agreement.
    Cooperation,
    /// Something else, which the year file puts in words.
    Other,
}

/// The kinds, each with its name and what spellings of it have in common. The law
/// lists none; these are the ones that services have been seen to use.
const KINDS: [(FormKind, &str, &[&str]); 6] = [
    (
        FormKind::Own,
        "egen regi",
        &[
            "egen regi",
            "egenregi",
            "kommunal regi",
            "kommunens regi",
            "offentlig regi",
            "kommunal drift",
            "egen drift",
            "egen verksamhet",
            "intraprenad",
        ],
    ),
    (FormKind::Federation, "kommunalförbund", &["förbund"]),
    (FormKind::HostMunicipality, "värdkommun", &["värdkommun", "gemensam nämnd"]),
    (
        FormKind::Contractor,
        "entreprenad",
        &[
            "entrepren",
            "upphandl",
            "privat",
            "extern",
            "bolag",
            "valfrihet",
            "köpt",
            "på uppdrag av",
        ],
    ),
    (
        FormKind::Association,
        "förening",
        &["förening", "ideell", "idéburen", "idéburet", "stiftelse", "iop", "kooperativ"],
    ),
    (
        FormKind::Cooperation,
        "samverkan",
        &["samverkan", "samarbet", "avtal", "tillsammans med", "gemensam verksamhet"],
    ),
];

/// What a form that is none of the kinds begins with, before the words that say
/// which it is.
const OTHER: [&str; 2] = ["annan ", "annat "];

impl OperatingForm {
    /// Whether it is of a kind, perhaps among others.
    #[must_use]
    pub fn is(&self, kind: FormKind) -> bool {
        self.kinds.contains(&kind)
    }

    /// Whether it is of a kind and of no other.
    #[must_use]
    pub fn is_only(&self, kind: FormKind) -> bool {
        self.kinds == [kind]
    }
}

impl fmt::Display for OperatingForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl Read for Located<OperatingForm> {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::text()
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let written = Text::read(node, reader)?;
        let kinds = kinds(&written);
        if kinds.is_empty() {
            let near = nearest(&written, &KINDS.map(|(_, name, _)| name));
            // It stands alone in the papers.
            let written = near.map(upper_first);
            reader.wrong_word(node, "en driftsform", &hint(near), written.as_deref());
            return None;
        }
        Some(Self::new(OperatingForm { written: written.to_string(), kinds }, written.span))
    }

    fn stand_in(unread: &Unread) -> Self {
        Self::stand_in(OperatingForm { written: String::new(), kinds: Vec::new() }, unread)
    }
}

fn kinds(written: &str) -> Vec<FormKind> {
    let written = folded(written);
    let named = KINDS.iter().filter(|(.., parts)| parts.iter().any(|part| written.contains(part)));
    let mut kinds: Vec<FormKind> = named.map(|(kind, ..)| *kind).collect();
    if OTHER.iter().any(|other| written.starts_with(other)) {
        kinds.push(FormKind::Other);
    }
    kinds
}

fn hint(near: Option<&str>) -> String {
    match near {
        Some(near) => format!("Menade du ”{near}”?"),
        None => format!(
            "Skriv en eller flera av {}. Är det någon annan så skriv Annan och vilken, till exempel Annan (gemensam enhet).",
            join(&KINDS.map(|(_, name, _)| name))
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{FormKind, kinds};

    #[test]
    fn usual_spellings_are_known() {
        for (written, kind) in [
            ("Egen regi", FormKind::Own),
            ("I kommunens regi", FormKind::Own),
            ("Kommunalförbund", FormKind::Federation),
            ("Samordningsförbundet Exempel", FormKind::Federation),
            ("Gemensam nämnd", FormKind::HostMunicipality),
            ("Entreprenad enligt LOU", FormKind::Contractor),
            ("Idéburet offentligt partnerskap (IOP)", FormKind::Association),
            ("Avtalssamverkan", FormKind::Cooperation),
            ("Annan: gemensam enhet", FormKind::Other),
            ("Annan (delad tjänst)", FormKind::Other),
        ] {
            assert_eq!(kinds(written), [kind], "{written}");
        }
    }

    #[test]
    fn there_can_be_several() {
        assert_eq!(kinds("Egen regi och entreprenad"), [FormKind::Own, FormKind::Contractor]);
    }

    #[test]
    fn others_are_not() {
        for written in ["Annan", "Ja", "Bra", "123", "Egn regi"] {
            assert_eq!(kinds(written), [], "{written}");
        }
    }
}
