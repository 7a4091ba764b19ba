//! Required keys that a paragraph of the law stands behind, so that the finding
//! about a missing one can name it.

/// What the law says about a required key, when it says anything.
pub(super) fn required_by(key: &str) -> Option<&'static str> {
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
