//! A service that another runs, and one with a single ombud.

use crate::{Made, text};

#[test]
fn every_paper_says_who_runs_the_service_and_who_answers_for_it() {
    let made = Made::of("utforare");
    assert_eq!(made.findings, [""; 0]);
    let said = "Verksamheten drivs av Föreningen Stöd i Exempelstad på uppdrag av socialnämnden, som ansvarar för den.";
    assert!(made.section("tjansteutlatande", "Bakgrund").join(" ").contains(said));
    let form = made.section("ansokan", "3. Driftsform och när verksamheten kan starta").join(" ");
    assert!(form.starts_with(&format!("Driftsformen är förening. {said}")), "{form}");
    for paper in ["redovisning", "ansokan"] {
        assert_eq!(
            made.section(paper, "Utförare"),
            [
                "Namn",
                "Föreningen Stöd i Exempelstad",
                "Organisationsnummer",
                "999999-0022",
                "Kontaktperson",
                "Elin Exempel",
                "Telefon",
                "08-465 004 21",
                "E-post",
                "elin@example.org",
            ],
            "{paper}"
        );
    }
    let sheet = Made::alone("utforare", "informationsblad");
    assert!(sheet.whole("informationsblad").contains("Föreningen Stöd i Exempelstad"));
    assert!(
        made.section("redovisning", "4. Organisation, ledning och samverkan")
            .join(" ")
            .contains(said)
    );
}

#[test]
fn the_providers_number_is_checked() {
    let wrong = text("utforare").replace("999999-0022", "999999-0023");
    let pipeline = tjut::make::Pipeline::standard().unwrap_or_else(|failure| panic!("{failure:?}"));
    let said = crate::said(&pipeline.check(tjut::source::Source::new("fall.yaml", wrong)));
    assert!(said[0].contains("utförarens organisationsnummer"), "{said:?}");
}

#[test]
fn one_ombud_is_singular_everywhere() {
    let made = Made::of("ett-ombud");
    assert_eq!(made.findings, [""; 0]);
    let sheet = Made::alone("ett-ombud", "informationsblad");
    for document in made.documents.iter().chain(&sheet.documents) {
        let whole = crate::lines(document).join("\n");
        assert!(!whole.to_lowercase().contains("ombuden"), "{whole}");
        assert!(!whole.contains("fördelad på"), "{whole}");
    }
    assert!(made.whole("redovisning").contains("Ombudet har uppmärksammat en brist"));
    assert!(
        made.whole("ansokan").contains("Ansökan gäller en årsanställning som personligt ombud")
    );
    assert!(!sheet.whole("informationsblad").contains("hellre vill ha en kvinna"));
}
