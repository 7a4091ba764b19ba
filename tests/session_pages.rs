//! The pages of the papers that are shown beside the form: when they are made, and where what
//! stands on them leads.

mod support;

use serde_json::{Value, json};
use tjut::session::Session;

use support::session::opened;

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");

fn pages(state: &Value, paper: &str) -> Value {
    let papers = state["papers"].as_array().expect("papers");
    let paper = papers.iter().find(|other| other["id"] == paper).expect("the paper is there");
    paper["pages"].clone()
}

#[test]
fn pages_that_are_made_later_are_the_same() {
    let mut session = opened(EXAMPLE);
    let mut later = opened(EXAMPLE);
    later.defer_pages();
    assert!(!later.has_page_work());
    let edit = json!([{ "op": "set", "at": ["ärende", "diarienummer"], "value": "NI 2026/99" }]);
    session.edit(&edit).expect("it can be changed");
    later.edit(&edit).expect("it can be changed");
    let before = later.state();
    assert_ne!(before["papers"], session.state()["papers"]);
    // The one that is looked at comes first.
    let work = later.page_work(Some("redovisning")).expect("there is work");
    later.take_pages(work.done());
    assert_eq!(pages(&later.state(), "redovisning"), pages(&session.state(), "redovisning"));
    assert_eq!(pages(&later.state(), "ansokan"), pages(&before, "ansokan"));
    while let Some(work) = later.page_work(None) {
        later.take_pages(work.done());
    }
    assert_eq!(later.state()["papers"], session.state()["papers"]);
    assert!(later.state()["pages"].as_u64() > before["pages"].as_u64());
}

/// Where a text of a paper leads.
fn led_to(session: &Session, paper: &str, begins: &str) -> Value {
    let regions = session.regions(paper).expect("the paper is there");
    let regions = regions.as_array().expect("regions").clone();
    let found = regions.iter().find(|region| {
        let text = region["text"].as_str().expect("a text").replace('\u{a0}', " ");
        text.starts_with(begins)
    });
    found.map_or(Value::Null, |region| region["path"].clone())
}

#[test]
fn what_stands_on_a_page_leads_to_its_field() {
    let session = opened(EXAMPLE);
    for (begins, path) in [
        // A value, its label, and a value of a person.
        ("Organisationsnummer", json!(["avsändare", "organisationsnummer"])),
        ("Dnr NI 2026/12", json!(["ärende", "diarienummer"])),
        ("E-post: maja.bergkvist@example.org", json!(["ärende", "handläggare", "e-post"])),
        // A text of the year file's own, a built-in one, and the heading above one.
        ("Alla ombud har gått", json!(["texter", "utbildning"])),
        ("Antal personer", json!(["texter", "antal_personer"])),
        // Figures of two years, a part of a division, and a sum of money.
        ("97", json!(["statistik", "2024", "ingående"])),
        ("Kvinnor", json!(["statistik", "2025", "kön", "kvinnor"])),
        ("18–29 år", json!(["statistik", "2025", "ålder", "18–29 år"])),
        ("1 209 600", json!(["ekonomi", "beviljat"])),
        // An item of a list, and what is said of it.
        ("Avsaknad av inkomst", json!(["verksamhet", "prioriteringsordning", 2])),
        ("Region Stockholm", json!(["brister", 2, "huvudman"])),
    ] {
        assert_eq!(led_to(&session, "redovisning", begins), path, "{begins}");
    }
    // What only the template says leads nowhere.
    let template_text = "Redovisningen följer";
    assert!(session.text("redovisning").expect("a text").contains(template_text));
    assert_eq!(led_to(&session, "redovisning", template_text), Value::Null);
}

#[test]
fn a_region_is_where_the_text_stands() {
    let mut session = opened(EXAMPLE);
    let at = |session: &Session, path: &Value| {
        let regions = session.regions("tjansteutlatande").expect("the paper is there");
        let regions = regions.as_array().expect("regions").clone();
        let region = regions.iter().find(|region| region["path"] == *path).expect("a region");
        let edges: Vec<f64> = serde_json::from_value(region["edges"].clone()).expect("edges");
        (region["page"].as_u64().expect("a page"), edges)
    };
    let background = json!(["texter", "bakgrund"]);
    let (page, before) = at(&session, &background);
    assert_eq!(page, 1);
    assert!(before.iter().all(|edge| (0.0..1.0).contains(edge)), "{before:?}");
    assert!(before[0] < before[2] && before[1] < before[3], "{before:?}");
    // The text above it becomes longer.
    let longer = "Ett långt stycke om ärendet. ".repeat(60);
    let edits = json!([{ "op": "set", "at": ["texter", "sammanfattning"], "value": longer }]);
    session.edit(&edits).expect("it can be changed");
    let (page, after) = at(&session, &background);
    assert!(page > 1 || after[1] > before[1] + 0.05, "{before:?} {after:?}");
}
