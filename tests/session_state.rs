//! What the page is told while texts are written: what no text changes is not worked out or
//! told anew, and is right all the same.

mod support;

use std::fs;

use serde_json::{Value, json};
use tjut::session::Session;

use support::session::opened;

const FILES: [&str; 5] = [
    "data/norra-innerstaden-2025.yaml",
    "data/jarva-2025.yaml",
    "data/lindsund-2025.yaml",
    "tests/fall/situationer/inga-klienter.yaml",
    "tests/fall/situationer/utforare.yaml",
];

fn set(at: &Value, value: &Value) -> Value {
    json!([{ "op": "set", "at": at, "value": value }])
}

/// All but what depends on how the text came about.
fn told(session: &Session) -> Value {
    let mut state = session.state();
    for own in ["revision", "saved", "undo", "redo", "pages", "papers", "preview_error"] {
        state.as_object_mut().expect("a state").remove(own).expect("it is told");
    }
    state
}

#[test]
fn it_is_what_would_be_told_of_the_file_opened_anew() {
    let section = |name: &str| json!(["texter", name]);
    let changes = [
        (section("sammanfattning"), json!("Ombuden stödde {{ klienter }} personer.")),
        (section("sammanfattning"), json!("Ombuden stödde {{ klient")),
        (section("sammanfattning"), json!("Ombuden stödde {{ finns_inte }} personer.")),
        (section("sammanfattning"), json!("utelämna")),
        (
            section("bakgrund"),
            json!("Mötena var {{ ledningsgrupp.möten_per_år }}, {{ riket.ombud }}."),
        ),
        (section("sammanfattning"), json!("Ombuden stödde många.")),
        (json!(["ärende", "diarienummer"]), json!("NI 2026/99")),
        (section("bakgrund"), Value::Null),
        (json!(["statistik", "2025", "klienter"]), json!("7")),
        (section("bakgrund"), json!("Ombuden stödde {{ klienter }} personer.")),
        (section("sammanfattning"), Value::Null),
        (section("finns_inte"), json!("En text utan avsnitt.")),
    ];
    for file in FILES {
        let text = fs::read(file).unwrap_or_else(|error| panic!("{file}: {error}"));
        let mut session = opened(&text);
        session.defer_pages();
        for (at, value) in &changes {
            // What can't be changed is not.
            let _ = session.edit(&set(at, value));
            assert_eq!(told(&session), told(&opened(session.bytes())), "{file}: {at} {value}");
        }
    }
}

#[test]
fn only_texts_and_findings_are_told_while_a_text_is_written() {
    let mut session = opened(fs::read(FILES[0]).expect("an example"));
    let first = session.state();
    let form = first["form"].as_str();
    let apart = ["sections", "figures", "placeholders"];
    session.edit(&set(&json!(["texter", "bakgrund"]), &json!("Ny text."))).expect("a change");
    let (whole, rest) = (session.state(), session.state_beside(form));
    for name in apart {
        assert!(whole[name].is_array() || whole[name].is_object(), "{name}");
        assert_eq!(whole[name], first[name]);
        assert_eq!(rest.get(name), None);
    }
    assert_eq!(rest["texts"], whole["texts"]);
    // Whoever has another form is told all.
    assert_eq!(session.state_beside(Some("0")), whole);
    session.edit(&set(&json!(["statistik", "2025", "klienter"]), &json!("7"))).expect("a change");
    for name in apart {
        assert_eq!(session.state_beside(form)[name], session.state()[name]);
    }
    assert_ne!(session.state()["figures"], first["figures"]);
}
