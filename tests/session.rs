//! Writing a year file in a session, as the page in the browser does: what is changed, what
//! is shown of it, and what the papers look like then.

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use serde_json::{Value, json};
use tjut::make::Pipeline;
use tjut::session::Session;

use support::session::{PIPELINE, opened};

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");

fn edited(session: &mut Session, edits: &Value) {
    session.edit(edits).unwrap_or_else(|problem| panic!("{edits}: {problem:?}"));
}

fn text(session: &Session) -> String {
    String::from_utf8(session.bytes()).expect("UTF-8")
}

/// The lines that differ, as `diff` shows them.
fn difference(before: &str, after: &str) -> Vec<String> {
    let gone = before.lines().filter(|line| !after.lines().any(|other| other == *line));
    let come = after.lines().filter(|line| !before.lines().any(|other| other == *line));
    gone.map(|line| format!("-{line}")).chain(come.map(|line| format!("+{line}"))).collect()
}

/// The field at a path, wherever in the form it is.
fn field<'s>(state: &'s Value, path: &Value) -> &'s Value {
    fn within<'s>(value: &'s Value, path: &Value) -> Option<&'s Value> {
        if value.get("kind").is_some() && value["path"] == *path {
            return Some(value);
        }
        let parts = ["fields", "items"].into_iter().filter_map(|key| value.get(key)?.as_array());
        parts.flatten().find_map(|part| within(part, path))
    }
    let sections = state["sections"].as_array().expect("sections");
    sections.iter().find_map(|section| within(section, path)).expect("the field is there")
}

fn pages(state: &Value, paper: &str) -> Vec<String> {
    let papers = state["papers"].as_array().expect("papers");
    let paper = papers.iter().find(|other| other["id"] == paper).expect("the paper is there");
    let pages = paper["pages"].as_array().expect("pages").iter();
    pages.map(|hash| hash.as_str().expect("a hash").to_owned()).collect()
}

#[test]
fn a_year_file_is_shown_as_a_form_with_its_papers() {
    let session = opened(EXAMPLE);
    let state = session.state();
    assert_eq!(state["year"], 2025);
    assert_eq!(state["saved"], true);
    assert_eq!((&state["undo"], &state["redo"]), (&json!(false), &json!(false)));
    let titles = state["sections"].as_array().expect("sections").iter();
    let titles: Vec<&Value> = titles.map(|section| &section["title"]).collect();
    assert_eq!(titles[..3], ["Ärendet", "Verksamheten", "Siffror"]);
    let board = field(&state, &json!(["avsändare", "nämnd"]));
    assert_eq!(board["value"], "Norra innerstadens stadsdelsnämnd");
    assert_eq!((&board["kind"], &board["required"]), (&json!("text"), &json!(true)));
    assert_eq!(field(&state, &json!(["ärende", "datum"]))["kind"], "date");
    assert_eq!(field(&state, &json!(["ärende", "omedelbar_justering"]))["kind"], "yes_no");
    assert_eq!(field(&state, &json!(["ekonomi", "beviljat"]))["kind"], "amount");
    assert_eq!(field(&state, &json!(["verksamhet", "årsanställningar"]))["kind"], "number");
    let parts = field(&state, &json!(["ärende", "omfattar"]));
    assert_eq!(
        (&parts["kind"], &parts["choices"]),
        (&json!("list"), &json!(["redovisning", "ansökan"]))
    );
    let boards = field(&state, &json!(["länsstyrelse", "namn"]))["choices"].as_array();
    assert_eq!(boards.map(Vec::len), Some(21));
    let people = field(&state, &json!(["ärende", "underskrifter"]));
    assert_eq!(people["kind"], "items");
    let first = &people["items"][0];
    assert_eq!(first["title"], first["fields"][0]["value"]);
    assert_eq!(state["preview_error"], Value::Null);
    assert_eq!(pages(&state, "redovisning").len(), session_pages(&session, "redovisning"));
}

fn session_pages(session: &Session, paper: &str) -> usize {
    (1..1000).take_while(|number| session.page(paper, *number).is_some()).count()
}

#[test]
fn names_of_the_services_own_are_fields() {
    let mut session = opened(EXAMPLE);
    let names = json!(["i_löpande_text"]);
    assert_eq!(field(&session.state(), &names)["kind"], "names");
    let add = json!({ "op": "add", "into": names, "key": "Gärdet", "value": "på Gärdet" });
    edited(&mut session, &json!([add]));
    assert_eq!(difference(EXAMPLE, &text(&session)), ["+i_löpande_text:", "+  Gärdet: på Gärdet"]);
    let state = session.state();
    let own = field(&state, &json!(["i_löpande_text", "Gärdet"]));
    assert_eq!((&own["name"], &own["value"]), (&json!("Gärdet"), &json!("på Gärdet")));
    let problem = session.edit(&json!([add])).expect_err("it is there already");
    assert_eq!(problem.message, "”Gärdet” finns redan");
    edited(&mut session, &json!([{ "op": "remove", "at": ["i_löpande_text", "Gärdet"] }]));
    assert_eq!(text(&session), EXAMPLE);
}

#[test]
fn only_what_is_edited_changes_and_only_its_pages_are_others() {
    let mut session = opened(EXAMPLE);
    let before = session.state();
    edited(
        &mut session,
        &json!([
            { "op": "set", "at": ["ärende", "handläggare", "telefon"], "value": "08-465 004 77" },
        ]),
    );
    assert_eq!(difference(EXAMPLE, &text(&session)).len(), 2);
    let after = session.state();
    assert_eq!(after["revision"], 2);
    assert_eq!(after["saved"], false);
    assert_eq!(
        field(&after, &json!(["ärende", "handläggare", "telefon"]))["value"],
        "08-465 004 77"
    );
    let (old, new) = (pages(&before, "tjansteutlatande"), pages(&after, "tjansteutlatande"));
    assert_ne!(old[0], new[0]);
    assert_eq!(old[1..], new[1..]);
    session.note_stored(session.bytes());
    assert_eq!(session.state()["saved"], true);
}

#[test]
fn keys_of_one_word_are_undone_together() {
    let mut session = opened(EXAMPLE);
    let mut typed = |value: &str, run: Option<&str>| {
        let edit = json!([{ "op": "set", "at": ["ärende", "diarienummer"], "value": value }]);
        session.edit_in_run(&edit, run).expect("it can be changed");
    };
    for value in ["X", "X ", "X 1"] {
        typed(value, Some("första"));
    }
    typed("X 12", Some("andra"));
    typed("X 123", Some("andra"));
    typed("Y", None);
    typed("YZ", None);
    let number = |session: &Session| {
        field(&session.state(), &json!(["ärende", "diarienummer"]))["value"].clone()
    };
    for before in ["Y", "X 123", "X 1", "NI 2026/12"] {
        session.undo().expect("it can be undone");
        assert_eq!(number(&session), before);
    }
    assert_eq!(text(&session), EXAMPLE);
    session.redo().expect("it can be made again");
    assert_eq!(number(&session), "X 1");
    // What is typed after that is another word, be it called the same.
    let edit = json!([{ "op": "set", "at": ["ärende", "diarienummer"], "value": "Z" }]);
    session.edit_in_run(&edit, Some("första")).expect("it can be changed");
    session.undo().expect("it can be undone");
    assert_eq!(number(&session), "X 1");
}

#[test]
fn what_is_undone_can_be_made_again() {
    let mut session = opened(EXAMPLE);
    let at = json!(["statistik", "2025", "kö"]);
    edited(&mut session, &json!([{ "op": "set", "at": at, "value": "17" }]));
    let changed = text(&session);
    session.undo().expect("a text");
    assert_eq!(text(&session), EXAMPLE);
    assert_eq!(
        (session.state()["undo"].clone(), session.state()["redo"].clone()),
        (json!(false), json!(true))
    );
    session.undo().expect("nothing happens");
    session.redo().expect("a text");
    assert_eq!(text(&session), changed);
    session.undo().expect("a text");
    edited(&mut session, &json!([{ "op": "set", "at": at, "value": "18" }]));
    assert_eq!(session.state()["redo"], false);
}

#[test]
fn all_edits_are_made_or_none() {
    let mut session = opened(EXAMPLE);
    let edits = json!([
        { "op": "set", "at": ["statistik", "2025", "kö"], "value": "17" },
        { "op": "set", "at": ["statistik", "2025", "kött"], "value": "17" },
    ]);
    let problem = session.edit(&edits).expect_err("there is no such field");
    assert_eq!(problem.message, "`statistik.2025.kött` är inget fält i årsfilen");
    assert_eq!(text(&session), EXAMPLE);
    for edits in [json!({}), json!([{ "op": "fly" }]), json!([{ "op": "set", "at": [] }])] {
        assert!(session.edit(&edits).is_err(), "{edits}");
    }
}

#[test]
fn what_is_emptied_goes_and_a_group_with_its_last_field() {
    let file = "verksamhetsår: 2025\nlänsstyrelse:\n  namn: Länsstyrelsen Skåne\n  undertecknare:\n    namn: Eva Ek\n";
    let mut session = opened(file);
    let at = ["länsstyrelse", "undertecknare", "namn"];
    edited(&mut session, &json!([{ "op": "set", "at": at, "value": " " }]));
    assert_eq!(text(&session), "verksamhetsår: 2025\nlänsstyrelse:\n  namn: Länsstyrelsen Skåne\n");
    edited(&mut session, &json!([{ "op": "set", "at": at, "value": null }]));
    edited(&mut session, &json!([{ "op": "set", "at": at, "value": "Eva Ek" }]));
    assert_eq!(text(&session), file);
}

#[test]
fn items_are_added_filled_in_moved_and_removed() {
    let file = "verksamhetsår: 2025\nbrister:\n  - område: A\n    beskrivning: a\n";
    let mut session = opened(file);
    edited(&mut session, &json!([{ "op": "add", "into": ["brister"], "key": null, "value": {} }]));
    edited(&mut session, &json!([{ "op": "set", "at": ["brister", 1, "område"], "value": "B" }]));
    edited(&mut session, &json!([{ "op": "move", "at": ["brister", 1], "to": 0 }]));
    assert_eq!(
        text(&session),
        "verksamhetsår: 2025\nbrister:\n  - område: B\n  - område: A\n    beskrivning: a\n"
    );
    edited(&mut session, &json!([{ "op": "remove", "at": ["brister", 0] }]));
    assert_eq!(text(&session), file);
    // A list that isn't there yet comes with its first item.
    edited(
        &mut session,
        &json!([
            { "op": "add", "into": ["egna_avsnitt"], "key": null, "value": { "rubrik": "Nytt" } },
        ]),
    );
    assert!(text(&session).ends_with("egna_avsnitt:\n  - rubrik: Nytt\n"), "{}", text(&session));
}

#[test]
fn texts_are_texts_and_figures_are_figures() {
    let mut session = opened("verksamhetsår: 2025\n");
    edited(
        &mut session,
        &json!([
            { "op": "set", "at": ["statistik", "2025", "klienter"], "value": "1 250" },
            { "op": "set", "at": ["ärende", "diarienummer"], "value": "0042" },
            { "op": "set", "at": ["ärende", "omedelbar_justering"], "value": true },
            { "op": "set", "at": ["texter", "bakgrund"], "value": "Först.\r\n\r\nSedan: slut." },
            { "op": "set", "at": ["verksamhet", "upptagningsområde"], "value": ["Lund", "", "Eslöv"] },
        ]),
    );
    let expected = "\
verksamhetsår: 2025
ärende:
  diarienummer: \"0042\"
  omedelbar_justering: ja
verksamhet:
  upptagningsområde:
    - Lund
    - Eslöv
statistik:
  2025:
    klienter: 1 250
texter:
  bakgrund: |
    Först.

    Sedan: slut.
";
    assert_eq!(text(&session), expected);
}

#[test]
fn a_paste_over_many_cells_is_one_change() {
    let mut session = opened(EXAMPLE);
    let ages = ["18–29 år", "30–44 år"];
    let edits: Vec<Value> = ages
        .iter()
        .zip(["40", "41"])
        .map(|(age, value)| json!({ "op": "set", "at": ["statistik", "2023", "ålder", age], "value": value }))
        .collect();
    edited(&mut session, &Value::Array(edits));
    let state = session.state();
    assert_eq!(state["figures"]["years"], json!([2023, 2024, 2025]));
    let rows = state["figures"]["rows"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["path"] == json!(["ålder", "18–29 år"])).expect("a row");
    assert_eq!(row["values"]["2023"], "40");
    assert_eq!(row["group"], "Ålder");
    session.undo().expect("a text");
    assert_eq!(text(&session), EXAMPLE);
}

#[test]
fn a_finding_is_beside_its_field_and_the_pages_become_a_draft() {
    let mut session = opened(EXAMPLE);
    let at = json!(["statistik", "2025", "klienter"]);
    edited(&mut session, &json!([{ "op": "set", "at": at, "value": "många" }]));
    let state = session.state();
    let findings = state["findings"].as_array().expect("findings");
    let finding = findings.iter().find(|finding| finding["path"] == at).expect("a finding");
    assert_eq!((&finding["severity"], &finding["rule"]), (&json!("error"), &json!("fel-typ")));
    assert_eq!(finding["message"], "här väntades ett antal med bara siffror, men det står ”många”");
    let rows = state["figures"]["rows"].as_array().expect("rows");
    let clients = rows.iter().find(|row| row["path"] == json!(["klienter"])).expect("a row");
    assert_eq!(clients["values"]["2025"], "många");
    let said = "Årsfilen har fel, så sidorna är ett utkast. Vad som återstår står sist.";
    assert_eq!(state["preview_error"], said);
    let paper = session.text("tjansteutlatande").expect("the paper is there");
    assert!(paper.contains("<strong>UTKAST.</strong>"), "{paper}");
}

#[test]
fn what_is_no_yaml_keeps_its_last_pages() {
    let mut session = opened(EXAMPLE);
    let before = pages(&session.state(), "redovisning");
    session.take_in(b"# Inget \xc3\xa4n.\n").expect("a text");
    let state = session.state();
    assert_eq!(pages(&state, "redovisning"), before);
    assert!(state["preview_error"].is_string());
    assert!(
        session.edit(&json!([{ "op": "set", "at": ["verksamhetsår"], "value": 2025 }])).is_err()
    );
    session.undo().expect("a text");
    assert_eq!(session.state()["preview_error"], Value::Null);
}

#[test]
fn texts_are_shown_as_they_read() {
    let state = opened(EXAMPLE).state();
    let texts = state["texts"].as_array().expect("texts");
    let text = |name: &str| texts.iter().find(|text| text["name"] == name).expect("a section");
    let law = "Förordningen (2013:522) kräver den utbildning som ombuden har fått (10 § 1).";
    assert_eq!(text("utbildning")["law"], law);
    assert_eq!(text("utbildning")["title"], "Utbildning");
    let reasons = text("orsak_till_kontakt");
    assert_eq!(reasons["papers"], json!(["Tjänsteutlåtande", "Redovisning"]));
    assert!(reasons["value"].as_str().is_some_and(|text| text.starts_with("Vanligast är att")));
    // What would stand there without it.
    assert!(reasons["default"].as_str().is_some_and(|text| text.contains("med 121 klienter")));
    let placeholders = state["placeholders"].as_array().expect("placeholders");
    let year = placeholders.iter().find(|one| one["name"] == "år").expect("the year");
    assert_eq!(year["value"], "2025");
}

#[test]
fn a_paper_is_read_as_text() {
    let paper = opened(EXAMPLE).text("redovisning").expect("the paper is there");
    for part in ["<h2>", "<h3>", "<table>", "<th scope=\"row\">", "<li>"] {
        assert!(paper.contains(part), "{part}");
    }
    assert!(!paper.contains("<h1>"));
}

#[test]
fn what_has_come_along_is_marked_as_read() {
    let (_, findings) = tjut::yaml::read(&tjut::source::Source::new("x", EXAMPLE));
    assert!(findings.is_empty());
    let checked = PIPELINE.check(tjut::source::Source::new("fil.yaml", EXAMPLE));
    let facts = checked.facts.as_ref().expect("the example is whole");
    let plan = tjut::next_year::plan(&checked.loaded, facts).expect("the example has a year");
    let old = tjut::yaml::edit::RawText::from(&checked.loaded.source);
    let new = plan.apply(&old).expect("the example can be changed").bytes();
    let mut session = opened(String::from_utf8(new).expect("UTF-8"));
    let at = json!(["ärende", "handläggare"]);
    assert_eq!(field(&session.state(), &at)["review"], true);
    edited(&mut session, &json!([{ "op": "reviewed", "at": at }]));
    assert_eq!(field(&session.state(), &at)["review"], false);
    assert!(text(&session).contains("genomlästa:\n  ärende.handläggare: "), "{}", text(&session));
}

/// Year files with every mistake there is: none of them is too much for a session, and each
/// can be gone on with.
#[test]
fn a_year_file_with_any_mistake_is_shown_and_can_be_changed() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fall/fel");
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<_> = paths.collect();
    paths.sort();
    // Laying out takes its time.
    let some = paths.iter().step_by(5);
    let files: Vec<Vec<u8>> = some.filter_map(|path| std::fs::read(path).ok()).collect();
    assert!(files.len() > 50);
    let changed = AtomicUsize::new(0);
    files.par_iter().for_each(|bytes| {
        let Ok(mut session) = Session::open(Arc::clone(&PIPELINE), "fil.yaml", bytes) else {
            return;
        };
        assert_eq!(session.bytes(), *bytes);
        let at = json!(["ärende", "diarienummer"]);
        let edits = json!([{ "op": "set", "at": at, "value": "NI 2026/99" }]);
        if session.edit(&edits).is_ok() {
            changed.fetch_add(1, Ordering::Relaxed);
            assert_eq!(field(&session.state(), &at)["value"], "NI 2026/99");
            session.undo().expect("a text");
            assert_eq!(session.bytes(), *bytes);
        }
        assert!(session.state()["findings"].is_array());
    });
    let changed = changed.into_inner();
    assert!(changed * 10 > files.len() * 8, "{changed} of {}", files.len());
}

#[test]
fn sums_of_other_files_are_shown_in_the_papers_and_not_in_the_form() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fall/situationer");
    let beside = move |_: &tjut::source::Source, name: &str| {
        let text = std::fs::read_to_string(format!("{folder}/{name}"));
        text.map(|text| tjut::source::Source::new(name, text)).map_err(|error| error.to_string())
    };
    let pipeline = Pipeline::standard().expect("what is built in is whole");
    let pipeline = Arc::new(pipeline.reading_files(Box::new(beside)));
    let file = std::fs::read(format!("{folder}/flera-verksamheter.yaml")).expect("it is there");
    let mut session = Session::open(pipeline, "fil.yaml", &file).expect("a text");
    let state = session.state();
    assert_eq!(state["preview_error"], Value::Null, "{}", state["findings"]);
    assert_eq!(field(&state, &json!(["verksamheter"]))["value"].as_array().map(Vec::len), Some(2));
    assert_eq!(field(&state, &json!(["verksamhet", "årsanställningar"]))["value"], Value::Null);
    let rows = state["figures"]["rows"].as_array().expect("rows");
    assert!(
        rows.iter().all(|row| row["values"].as_object().is_some_and(serde_json::Map::is_empty))
    );
    let before = text(&session);
    edited(
        &mut session,
        &json!([
            { "op": "set", "at": ["ärende", "handläggare", "telefon"], "value": "046-35 50 99" },
        ]),
    );
    assert_eq!(difference(&before, &text(&session)).len(), 2);
}
