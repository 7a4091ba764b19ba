//! What is said about keys that are missing: the paragraph of the law that stands behind
//! them, and the papers that need them.

use std::sync::Arc;

use crate::finding::Finding;
use crate::source::{Source, Span};
use crate::swedish::join;

/// Says that keys are missing in the record at a place, each with the names of the papers
/// that need it; none when the file can't be read without.
pub(super) fn missing(source: &Arc<Source>, place: Span, keys: &[(&str, &[String])]) -> Finding {
    let rows: Vec<String> = keys.iter().map(|(key, _)| format!("`{key}:`")).collect();
    let rows = join(&rows);
    let (message, hint) = match keys {
        [(key, _)] => {
            (format!("uppgiften `{key}` saknas"), format!("Lägg till raden {rows} med sitt värde."))
        }
        _ => (
            format!("{} uppgifter saknas", keys.len()),
            format!("Lägg till raderna {rows} med sina värden."),
        ),
    };
    let law = keys.iter().filter_map(|(key, _)| required_by(key)).map(str::to_owned);
    let needed = keys.chunk_by(|(_, a), (_, b)| a == b).filter_map(|keys| {
        let papers = keys.first().map(|(_, papers)| *papers).filter(|papers| !papers.is_empty())?;
        let keys: Vec<String> = keys.iter().map(|(key, _)| format!("`{key}`")).collect();
        let (keys, papers) = (join(&keys), join(papers));
        Some(format!("Utan {keys} kan det här inte göras: {papers}."))
    });
    let reasons: Vec<String> = law.chain(needed).collect();
    let finding = Finding::error("saknad-uppgift", source, place, message).hint(hint);
    if reasons.is_empty() { finding } else { finding.because(reasons.join(" ")) }
}

/// What the law says about a required key, when it says anything.
fn required_by(key: &str) -> Option<&'static str> {
    let reason = match key {
        "verksamhet" => {
            "Redovisningen och ansökan ska beskriva verksamheten (8 och 10 §§ förordningen 2013:522)."
        }
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
        _ => return None,
    };
    Some(reason)
}
