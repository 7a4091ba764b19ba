//! Which papers a folder of templates makes, and which are made on request.

use std::fs;

use crate::{Run, words};

#[test]
fn a_template_with_the_id_of_a_paper_replaces_it() {
    let run = Run::with("ersatt");
    run.done("skapa fall.yaml --mallar mallar --format docx");
    assert_eq!(run.papers(), ["ansokan", "redovisning", "tjansteutlatande"]);
    let report = words(&run.path("output/fall/redovisning.docx"));
    assert!(report.contains("Kort redovisning för år 2025"), "{report}");
    // The others list it by its own title.
    let main = words(&run.path("output/fall/tjansteutlatande.docx"));
    assert!(main.contains("Kort redovisning för år 2025"), "{main}");
}

#[test]
fn a_template_may_take_another_papers_place() {
    let run = Run::with("ny");
    let out = run.done("skapa fall.yaml --mallar mallar --format docx");
    assert_eq!(run.papers(), ["ansokan", "redovisning", "tjansteskrivelse"]);
    assert!(out.starts_with("Skrev output/fall/tjansteskrivelse.docx\n"), "{out}");
    let letter = words(&run.path("output/fall/tjansteskrivelse.docx"));
    assert!(letter.contains("Socialnämnden föreslås besluta"), "{letter}");
    assert!(letter.contains("Ansökan om statsbidrag"), "the bilagor are listed: {letter}");
}

#[test]
fn a_paper_on_request_is_made_when_it_is_asked_for() {
    let run = Run::with("ny");
    let out = run.done("skapa fall.yaml --mallar mallar --format docx");
    let last = out.lines().last().expect("a line");
    assert_eq!(
        last,
        "Fler papper: informationsblad, lathund (lägg till --dokument informationsblad,lathund)"
    );

    let out = run.done("skapa fall.yaml --templates mallar --till output --dokument lathund");
    assert!(!out.contains("Fler papper"), "{out}");
    assert!(run.papers().contains(&"lathund".to_owned()));
}

#[test]
fn all_papers_can_be_asked_for() {
    let run = Run::with("ny");
    let out = run.done("skapa fall.yaml --mallar mallar --dokument alla --format docx");
    assert_eq!(
        run.papers(),
        ["ansokan", "informationsblad", "lathund", "redovisning", "tjansteskrivelse"]
    );
    assert!(!out.contains("Fler papper"), "{out}");
}

#[test]
fn there_are_no_more_papers_to_speak_of_when_none_is_on_request() {
    let run = Run::with("ersatt");
    let usual = run.path("mallar/Redovisning.md");
    fs::copy(usual, run.path("mallar/informationsblad.md")).expect("a copy");
    assert!(!run.done("skapa fall.yaml --mallar mallar --format docx").contains("Fler papper"));
}

#[test]
fn what_is_wrong_with_a_paper_on_request_does_not_stop_the_others() {
    let run = Run::with("begaran");
    run.done("kontrollera fall.yaml --mallar mallar");
    run.done("skapa fall.yaml --mallar mallar --format docx");
    assert!(!run.papers().contains(&"fel".to_owned()));
    fs::remove_dir_all(run.path("output")).expect("it is there");
    insta::assert_snapshot!(run.refused("skapa fall.yaml --mallar mallar --dokument alla", 1));
}

#[test]
fn when_all_papers_are_on_request_one_must_be_asked_for() {
    let run = Run::with("begaran");
    for id in ["tjansteutlatande", "redovisning", "ansokan"] {
        let text = fs::read_to_string(run.path("mallar/fel.md")).expect("it");
        fs::write(run.path(&format!("mallar/{id}.md")), text).expect("a file");
    }
    insta::assert_snapshot!(run.refused("skapa fall.yaml --mallar mallar", 2), @"fel: alla papper görs bara på begäran. Lägg till --dokument alla.");
}

#[test]
fn a_section_of_a_paper_on_request_is_known_and_of_a_replaced_one_is_not() {
    let run = Run::with("ny");
    let text = fs::read_to_string(run.path("fall.yaml")).expect("the year file");
    let known = text.replace("texter:\n", "texter:\n  antal_att_minnas: Många.\n");
    fs::write(run.path("fall.yaml"), &known).expect("a file");
    run.done("kontrollera fall.yaml --mallar mallar");
    run.done("skapa fall.yaml --mallar mallar --dokument lathund --format docx");
    assert!(words(&run.path("output/fall/lathund.docx")).contains("Många."));
    assert!(run.tjut("kontrollera fall.yaml").err.contains("`antal_att_minnas`"));

    let gone = text.replace("texter:\n", "texter:\n  ärendets_beredning: Kort.\n");
    fs::write(run.path("fall.yaml"), gone).expect("a file");
    run.done("kontrollera fall.yaml");
    let ended = run.tjut("kontrollera fall.yaml --mallar mallar");
    assert_eq!(ended.code, Some(1));
    assert!(ended.err.contains("okänt-avsnitt"), "{}", ended.err);
}

#[test]
fn an_unknown_paper_is_explained_from_the_papers_there_are() {
    let run = Run::with("ny");
    let near = run.refused("skapa fall.yaml --mallar mallar --dokument tjansteskrivelsen", 2);
    insta::assert_snapshot!(near, @"fel: papperet `tjansteskrivelsen` finns inte. Menade du `tjansteskrivelse`?");
    let far = run.refused("skapa fall.yaml --mallar mallar --dokument xyz", 2);
    assert!(far.contains("Papper som finns: tjansteskrivelse, redovisning, ansokan"), "{far}");
    assert!(far.contains("lathund") && !far.contains("tjansteutlatande"), "{far}");
}
