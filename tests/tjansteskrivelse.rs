//! The tjänsteskrivelse, a paper that is a template and nothing else.

use std::path::Path;

use tjut::document::{Block, Document, plain};
use tjut::make::Pipeline;
use tjut::source::Source;
use tjut::template::{Paper, Papers, Template};

const LINDSUND: &str = include_str!("../data/lindsund-2025.yaml");

fn pipeline() -> Pipeline {
    let path = "templates/tjansteskrivelse/tjansteskrivelse.md";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(path).expect("the template");
    let template = Template::new("tjansteskrivelse", Source::new("tjansteskrivelse.md", text));
    let papers = Papers::with(&[template]).unwrap_or_else(|findings| panic!("{findings:?}"));
    Pipeline::of(papers).unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn paper(year_file: &str) -> Document {
    let pipeline = pipeline();
    let checked = pipeline.check(Source::new("fall.yaml", year_file));
    let papers: Vec<&Paper> = pipeline.papers.usual().collect();
    let made = pipeline.documents(&checked, &papers).unwrap_or_else(|f| panic!("{f:?}"));
    made.into_iter().find(|document| document.paper == "tjansteskrivelse").expect("it is made")
}

/// The lines under a heading, up to the next.
fn section(document: &Document, heading: &str) -> Vec<String> {
    let lines = document.lines().into_iter().map(|line| line.replace('\u{a0}', " "));
    let headings: Vec<String> = headings(document);
    let inside = lines.skip_while(|line| line != heading).skip(1);
    inside.take_while(|line| !headings.contains(line)).collect()
}

fn headings(document: &Document) -> Vec<String> {
    let heading = |block: &Block| match block {
        Block::Heading { text, .. } => Some(plain(text)),
        _ => None,
    };
    document.blocks.iter().filter_map(heading).collect()
}

#[test]
fn its_headings_stand_in_order() {
    assert_eq!(
        headings(&paper(LINDSUND)),
        [
            "Personligt ombud – redovisning för 2025 och ansökan om statsbidrag för 2026",
            "Förslag till beslut",
            "Sammanfattning",
            "Beslutsunderlag",
            "Ärendet",
            "Antal klienter",
            "Orsak till kontakt",
            "Förvaltningens bedömning",
            "Barnperspektiv",
            "Jämställdhet",
            "Ekonomiska konsekvenser",
            "Beslut sänds till",
        ]
    );
}

#[test]
fn before_the_submission_the_board_gives_the_task_to_submit() {
    assert_eq!(
        section(&paper(LINDSUND), "Förslag till beslut"),
        [
            "Socialnämnden föreslås besluta att",
            "godkänna redovisningen av verksamheten med personligt ombud för 2025,",
            "ge socialförvaltningen i uppdrag att lämna redovisningen till Länsstyrelsen i Västernorrlands län,",
            "godkänna ansökan om statsbidrag till verksamheten med personligt ombud för 2026,",
            "ge socialförvaltningen i uppdrag att lämna ansökan till Länsstyrelsen i Västernorrlands län,",
            "justera paragrafen omedelbart.",
        ]
    );
}

#[test]
fn after_the_submission_the_board_only_approves() {
    let sent = LINDSUND.replace("sammanträde: 2026-01-13", "sammanträde: 2026-02-17");
    let sent = sent.replace("  omedelbar_justering: ja", "  omedelbar_justering: nej");
    assert_eq!(
        section(&paper(&sent), "Förslag till beslut"),
        [
            "Socialnämnden föreslås besluta att",
            "godkänna redovisningen av verksamheten med personligt ombud för 2025,",
            "godkänna ansökan om statsbidrag till verksamheten med personligt ombud för 2026.",
        ]
    );
}

#[test]
fn the_basis_is_the_paper_itself_and_its_bilagor() {
    assert_eq!(
        section(&paper(LINDSUND), "Beslutsunderlag"),
        [
            "Tjänsteskrivelse den 7 januari 2026",
            "Redovisning av verksamhet med personligt ombud för år 2025 (bilaga 1)",
            "Ansökan om statsbidrag till verksamhet med personligt ombud för år 2026 (bilaga 2)",
        ]
    );
}

#[test]
fn the_decision_is_sent_to_those_it_concerns_or_to_those_the_year_file_names() {
    assert_eq!(
        section(&paper(LINDSUND), "Beslut sänds till"),
        [
            "Länsstyrelsen i Västernorrlands län",
            "Granviks kommun",
            "Verksamheten för stöd till vuxna"
        ]
    );
    let named = LINDSUND.replace(
        "texter:\n",
        "texter:\n  beslut_sänds_till: |\n    - Region Sundland\n    - Revisorerna\n\n",
    );
    assert_eq!(section(&paper(&named), "Beslut sänds till"), ["Region Sundland", "Revisorerna"]);
}

/// A text for a section that only the paper in whose place it stands has.
#[test]
fn a_section_of_the_tjansteutlatande_is_said_to_be_that() {
    let text = LINDSUND.replacen("texter:\n", "texter:\n  bakgrund: |\n    Så började det.\n", 1);
    let checked = pipeline().check(Source::new("fall.yaml", text));
    let hints = checked.findings.iter().filter(|finding| finding.rule == "okänt-avsnitt");
    let hints: Vec<&str> = hints.filter_map(|finding| finding.hint.as_deref()).collect();
    let start = "Avsnittet finns i papperet ”Tjänsteutlåtande” men inte i ”Tjänsteskrivelse”, som görs i stället. Ta bort texten, eller gör papperen utan den mallen. Avsnitt i ”Tjänsteskrivelse”: förslag_till_beslut, ";
    assert_eq!(hints.len(), 1, "{hints:?}");
    assert!(hints[0].starts_with(start), "{hints:?}");
    assert!(!hints[0].contains("målgrupp"), "of that paper alone: {hints:?}");
}
