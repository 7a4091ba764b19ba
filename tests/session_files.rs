//! Other files in a session: figures from a spreadsheet, and another year file beside.

mod support;

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use support::session::opened;

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");

fn file(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fall/kalkylark");
    fs::read(folder.join(name)).expect("the file is there")
}

#[test]
fn a_spreadsheet_is_a_proposal_that_is_one_change() {
    let before = file("årsfil.yaml");
    let mut session = opened(&before);
    let proposal = session.proposal("ifyllt.xlsx", &file("ifyllt.xlsx")).expect("a proposal");
    assert_eq!((&proposal["year"], &proposal["unchanged"]), (&json!(2025), &json!(1)));
    assert_eq!(proposal["refusals"], json!([]));
    let changes = proposal["changes"].as_array().expect("changes");
    let used = changes.iter().find(|change| change["name"] == "ekonomi.använt").expect("there");
    assert_eq!((&used["old"], &used["new"]), (&json!("600 000"), &json!("590 000")));
    assert_eq!(used["from"], "Årets siffror!C38");
    // Nothing has changed by that.
    assert_eq!(session.bytes(), before);
    // What is not wanted is left.
    let edits: Vec<&Value> = changes
        .iter()
        .filter(|change| change["name"] != "orsaker.Bostad")
        .map(|change| &change["edit"])
        .collect();
    session.edit(&json!(edits)).expect("it can be changed");
    let text = String::from_utf8(session.bytes()).expect("UTF-8");
    assert!(text.contains("använt: 590 000"), "{text}");
    assert!(text.contains("klienter: 61") && text.contains("Södra: 2"), "{text}");
    assert!(!text.contains("Bostad: 20"), "{text}");
    let again = session.proposal("ifyllt.xlsx", &file("ifyllt.xlsx")).expect("a proposal");
    assert_eq!(again["changes"].as_array().map(Vec::len), Some(1));
    session.undo().expect("it can be undone");
    assert_eq!(session.bytes(), before);
}

#[test]
fn what_is_no_figure_is_refused_with_its_cell() {
    let session = opened(file("årsfil.yaml"));
    let proposal = session.proposal("a.xlsx", &file("inga-heltal.xlsx")).expect("a proposal");
    assert_eq!(proposal["changes"].as_array().map(Vec::len), Some(1));
    let refusals = proposal["refusals"].as_array().expect("refusals");
    let refused = refusals.iter().find(|refusal| refusal["place"] == "Årets siffror!C4");
    let refused = refused.expect("the cell is named");
    assert_eq!(refused["about"], "klienter");
    assert_eq!(refused["reason"], "61,5 är inget heltal");
    // Rows that are counted, in a file without a year.
    let counted = session.proposal("rader.csv", &file("rader.csv")).expect("a proposal");
    assert_eq!(counted["year"], 2025);
}

#[test]
fn what_is_no_workbook_of_ours_is_refused_with_a_way_out() {
    let session = opened(EXAMPLE.as_bytes());
    let problem = session.proposal("statistik.xlsx", &file("statistik.xlsx")).expect_err("foreign");
    assert_eq!(problem.message, "statistik.xlsx är inget underlag som är hämtat härifrån");
    assert!(problem.hint.is_some_and(|hint| hint.starts_with("Hämta underlaget")));
    let problem = session.proposal("skräp.xlsx", &file("skräp.xlsx")).expect_err("no workbook");
    assert!(problem.message.starts_with("skräp.xlsx: "), "{}", problem.message);
    let unread = opened(b"verksamhets\xc3\xa5r: [\n");
    assert!(unread.proposal("ifyllt.xlsx", &file("ifyllt.xlsx")).is_err());
    assert!(unread.workbook().is_err());
}

#[test]
fn the_workbook_that_is_fetched_can_be_read_back() {
    let session = opened(file("årsfil.yaml"));
    let (name, bytes) = session.workbook().expect("a workbook");
    assert_eq!(name, "underlag-2025.xlsx");
    let proposal = session.proposal(&name, &bytes).expect("it is our own");
    assert_eq!(proposal["year"], 2025);
    assert_eq!(proposal["changes"], json!([]));
}

#[test]
fn another_year_file_is_set_beside_the_earlier_one_first() {
    let session = opened(EXAMPLE.as_bytes());
    let same = session.comparison("kopia.yaml", EXAMPLE.as_bytes()).expect("both can be read");
    assert_eq!(same["differences"], 0);
    let earlier = EXAMPLE
        .replace("verksamhetsår: 2025", "verksamhetsår: 2024")
        .replace("Torsten Almgren", "Eva Ek");
    let compared = session.comparison("förra.yaml", earlier.as_bytes()).expect("both can be read");
    let html = compared["html"].as_str().expect("HTML");
    let (old, new) = (html.find("Gammal fil: förra.yaml"), html.find("Ny fil: fil.yaml"));
    assert!(old.is_some() && old < new, "{html:.400}");
    let (gone, come) = (html.find("Eva Ek"), html.find("Torsten Almgren"));
    assert!(gone.is_some() && gone < come, "{html:.400}");
    assert!(!html.contains("<style") && !html.contains("<script"));
    let problem = session.comparison("trasig.yaml", b"[").expect_err("it can't be read");
    assert_eq!(problem.message, "trasig.yaml går inte att läsa");
}
