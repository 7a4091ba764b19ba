//! What is said about keys that are missing: the paragraph of the law that stands behind
//! them, and the papers that need them.

use std::sync::Arc;

use super::WHY_SILENCED;
use super::presence::MissingPlace;
use crate::finding::Finding;
use crate::source::{Source, Span};
use crate::swedish::join;

/// A paper that can't do without a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// The paper's name.
    pub paper: String,
    /// The sections of it that show the field; none when that is outside them.
    pub sections: Vec<String>,
    /// Whether förordning (2013:522) says what the paper has to contain.
    pub is_of_law: bool,
}

impl Need {
    /// Adds sections, each once.
    pub fn add(&mut self, sections: Vec<String>) {
        for section in sections {
            if !self.sections.contains(&section) {
                self.sections.push(section);
            }
        }
    }
}

/// Says that keys are missing at a place, each with the papers that need it; none when the
/// file can't be read without.
pub(super) fn missing(
    source: &Arc<Source>,
    place: &MissingPlace,
    keys: &[(&str, &[Need])],
) -> Finding {
    let rows: Vec<String> = keys.iter().map(|(key, _)| format!("`{key}:`")).collect();
    let rows = join(&rows);
    let in_braces = |before: &str| {
        let parts: Vec<String> = keys.iter().map(|(key, _)| format!("{key}: …")).collect();
        let values = if keys.len() == 1 { "värdet" } else { "värdena" };
        format!(
            "Skriv `{before}{}` före `}}`, med {values} i stället för punkterna.",
            parts.join(", ")
        )
    };
    let message = match keys {
        [(key, _)] => format!("uppgiften `{key}` saknas"),
        _ => format!("{} uppgifter saknas", keys.len()),
    };
    let hint = match (place.in_braces, place.is_at_the_top, &place.after, keys.len()) {
        (Some(before), ..) => in_braces(before),
        (None, true, Some(after), _) => {
            format!("Lägg till {rows} med det som ska stå där, efter `{after}`.")
        }
        (None, true, None, _) => {
            format!("Lägg till {rows} med det som ska stå där, överst i filen.")
        }
        (None, false, _, 1) => format!("Lägg till raden {rows} med sitt värde."),
        (None, false, ..) => format!("Lägg till raderna {rows} med sina värden."),
    };
    // What the law asks of another paper is no reason here.
    let is_asked = |needs: &[Need]| needs.is_empty() || needs.iter().any(|need| need.is_of_law);
    let law = keys.iter().filter(|(_, needs)| is_asked(needs));
    let mut law: Vec<String> =
        law.filter_map(|(key, _)| required_by(key)).map(str::to_owned).collect();
    // Two keys may be asked for by the same words.
    let mut said: Vec<String> = Vec::new();
    law.retain(|reason| {
        let is_new = !said.contains(reason);
        said.push(reason.clone());
        is_new
    });
    let needed = keys.chunk_by(|(_, a), (_, b)| a == b).filter_map(|keys| {
        let needs = keys.first().map(|(_, needs)| *needs)?;
        let keys: Vec<String> = keys.iter().map(|(key, _)| format!("`{key}`")).collect();
        let (keys, papers) = (join(&keys), needs.iter().map(needed_by).collect::<Vec<_>>());
        match papers.is_empty() {
            true if law.is_empty() => Some(format!("Utan {keys} kan inga papper göras.")),
            true => None,
            false => Some(format!("Utan {keys} kan det här inte göras: {}.", papers.join("; "))),
        }
    });
    let needed: Vec<String> = needed.collect();
    let reasons = [law, needed].concat().join(" ");
    Finding::error("saknad-uppgift", source, place.span.clone(), message)
        .hint(hint)
        .because(reasons)
}

/// Says that keys are missing which would be sums of what several year files have.
pub(super) fn missing_in_sums(
    source: &Arc<Source>,
    place: Span,
    keys: &[(&str, &[Need])],
) -> Finding {
    let rows: Vec<String> = keys.iter().map(|(key, _)| format!("`{key}`")).collect();
    let papers = keys.iter().flat_map(|(_, needs)| needs.iter()).map(needed_by);
    let mut papers: Vec<String> = papers.collect();
    papers.sort();
    papers.dedup();
    let message = format!("{} kan inte räknas samman ur verksamheternas årsfiler", join(&rows));
    Finding::error("saknad-uppgift", source, place, message)
        .hint("Fyll i uppgiften i var och en av filerna, eller gör papperet av en fil i taget.")
        .because(format!("Utan den kan det här inte göras: {}.", papers.join("; ")))
}

/// A paper and the sections of it that need a field: `Ansökan (avsnittet kommuner)`.
fn needed_by(need: &Need) -> String {
    /// More sections than this say no more than the paper's name.
    const MOST: usize = 3;
    let paper = &need.paper;
    match need.sections.as_slice() {
        [only] => format!("{paper} (avsnittet `{only}`)"),
        [_, ..] if need.sections.len() <= MOST => {
            let sections = need.sections.iter().map(|section| format!("`{section}`"));
            format!("{paper} (avsnitten {})", join(&sections.collect::<Vec<_>>()))
        }
        _ => paper.clone(),
    }
}

/// What the law says about a required key, when it says anything.
fn required_by(key: &str) -> Option<&'static str> {
    let reason = match key {
        "årsanställningar" => {
            "Ansökan ska ange antalet årsanställningar (8 § 2 förordningen 2013:522), och redovisningen antalet tjänster (10 § 1)."
        }
        "upptagningsområde" => {
            "Ansökan ska ange om den gäller bara den egna kommunen eller också andra (8 § 1 förordningen 2013:522)."
        }
        "driftsform" => "Ansökan ska ange driftsformen (8 § 3 förordningen 2013:522).",
        "startade" => "Ansökan ska ange när verksamheten kan starta (8 § 3 förordningen 2013:522).",
        "ledningsgrupp" | "ledamöter" => {
            "Det ska finnas en ledningsgrupp (5 § förordningen 2013:522), och ansökan ska ange vilka som samverkar (8 § 4)."
        }
        "organisationer" | "erbjudna" => {
            "Patient-, brukar- och anhörigorganisationer ska erbjudas att delta (5 § förordningen 2013:522)."
        }
        "prioriteringsordning" => {
            "Redovisningen ska ange om det finns en prioriteringsordning (10 § 3 förordningen 2013:522), och ansökan hur prioriteringar görs (8 § 5)."
        }
        "statistik" => {
            "Redovisningen ska ange hur många personer som har fått stöd (10 § 2 förordningen 2013:522)."
        }
        "beviljat" | "använt" => {
            "Redovisningen ska visa hur bidraget har använts (10 § förordningen 2013:522)."
        }
        "skäl" => WHY_SILENCED,
        _ => return None,
    };
    Some(reason)
}
