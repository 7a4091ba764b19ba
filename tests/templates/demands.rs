//! What the law demands of a paper of one's own: said in the template's head, and never
//! what can't be answered.

use std::fs;

use crate::Run;

const REPORT: &str = include_str!("../../templates/redovisning.md");
const TRAINING: &str = "{% block utbildning %}\n{% endblock %}\n";

/// The smallest year file with a report of one's own, changed in some places.
fn with_report(changes: &[(&str, &str)]) -> Run {
    let mut template = REPORT.to_owned();
    for (from, to) in changes {
        assert!(template.contains(from), "{from}");
        template = template.replacen(from, to, 1);
    }
    let run = Run::new();
    fs::create_dir(run.path("mallar")).expect("a folder");
    fs::write(run.path("mallar/redovisning.md"), template).expect("a template");
    run
}

/// Changes the year file of a run.
fn change(run: &Run, from: &str, to: &str) {
    let path = run.path("fall.yaml");
    let text = fs::read_to_string(&path).expect("the year file");
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replacen(from, to, 1)).expect("a file");
}

const TEXT: &str = "  utbildning: |\n    Ombuden har gått en kurs om skulder.\n";
const CHECK: &str = "kontrollera fall.yaml --mallar mallar";

#[test]
fn a_point_without_a_section_is_said_of_the_template() {
    let run = with_report(&[(TRAINING, "Ombuden har gått en kurs.\n")]);
    change(&run, TEXT, "");
    insta::assert_snapshot!(run.refused(CHECK, 1));
}

#[test]
fn a_section_of_another_name_may_answer_a_point() {
    let own = TRAINING.replace("utbildning", "kompetens");
    let answers = "krav: [10 §]\nsvar: { utbildning: kompetens }\n";
    let run = with_report(&[(TRAINING, &own), ("krav: [10 §]\n", answers)]);
    change(&run, TEXT, "");
    let said = run.refused(CHECK, 1);
    let missing = "10 § 1: den utbildning som ombuden har fått saknas";
    assert!(said.contains(missing) && said.contains("under `kompetens:`"), "{said}");
    change(&run, "texter:\n", &format!("texter:\n{}", TEXT.replace("utbildning", "kompetens")));
    run.done("skapa fall.yaml --mallar mallar --format docx");
}

#[test]
fn an_answer_has_to_be_a_section_and_answer_a_point() {
    let answers = "krav: [10 §]\nsvar: { utbildnin: grupper, handledning: kompetens }\n";
    let run = with_report(&[("krav: [10 §]\n", answers)]);
    insta::assert_snapshot!(run.refused(CHECK, 1));
}

#[test]
fn a_demand_that_there_is_none_of_is_a_mistake() {
    let run = with_report(&[("krav: [10 §]\n", "krav: [9 §]\n")]);
    insta::assert_snapshot!(run.refused(CHECK, 1));
}

/// A template from before its head could say what is demanded demands what it always did.
#[test]
fn a_template_in_the_place_of_another_inherits_its_demands() {
    let run = with_report(&[("krav: [10 §]\n", "")]);
    change(&run, TEXT, "");
    assert!(run.refused(CHECK, 1).contains("fel[redovisningens-punkter]: 10 § 1"));
    let replacing = with_report(&[("krav: [10 §]\n", "ersätter: redovisning\n")]);
    let mallar = replacing.path("mallar");
    fs::rename(mallar.join("redovisning.md"), mallar.join("annan.md")).expect("a name");
    change(&replacing, TEXT, "");
    assert!(replacing.refused(CHECK, 1).contains("fel[redovisningens-punkter]: 10 § 1"));
}

#[test]
fn a_template_may_demand_nothing() {
    let run = with_report(&[("krav: [10 §]\n", "krav: []\n")]);
    change(&run, TEXT, "");
    run.done("skapa fall.yaml --mallar mallar --format docx");
}

/// What stands under a condition need not be there.
#[test]
fn a_template_that_asks_first_needs_no_field() {
    let from = "{{ redovisning_inlämnad }}\n";
    let asks =
        "{% if redovisning_inlämnad is defined %}\n{{ redovisning_inlämnad }}\n{% endif %}\n";
    let twice = format!("{from}\nKontaktperson");
    let run = with_report(&[(from, asks), (&twice, &format!("{asks}\nKontaktperson"))]);
    change(&run, "  redovisning_inlämnad: 2026-01-14\n", "");
    let only = " --dokument redovisning";
    run.done(&format!("{CHECK}{only}"));
    let said = run.refused(&format!("{CHECK} --dokument tjansteutlatande"), 1);
    assert!(said.contains("Utan `redovisning_inlämnad` kan det här inte göras: Tjänsteutlåtande"));
}

/// What the law asks for it asks for whether or not the template shows it.
#[test]
fn a_template_that_shows_no_fields_is_asked_for_them_all_the_same() {
    let run = Run::new();
    fs::create_dir(run.path("mallar")).expect("a folder");
    let head = "---\nnamn: Ansökan\nbeskrivning: Kort\nförfattare: A\nämne: B\nsökord: [c]\n---\n";
    let sections =
        ["arbetssätt", "planering_och_dokumentation", "stöd_till_ombuden", "uppföljning"];
    let sections =
        sections.map(|name| format!("{{% block {name} %}}{{% endblock %}}\n\n")).concat();
    let template = format!("{head}# Ansökan\n\n{sections}");
    fs::write(run.path("mallar/ansokan.md"), template).expect("a template");
    let only = format!("{CHECK} --dokument ansokan");
    run.done(&only);
    let group = fs::read_to_string(run.path("fall.yaml")).expect("the year file");
    let start = group.find("  ledningsgrupp:\n").expect("a group");
    let end = group.find("  prioriteringsordning:").expect("what follows it");
    change(&run, &group[start..end], "");
    for line in ["  årsanställningar: 2\n", "  driftsform: Egen regi\n", "  startade: 2010-01-01\n"]
    {
        change(&run, line, "");
    }
    insta::assert_snapshot!(run.refused(&only, 1));
}
