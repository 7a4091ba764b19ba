//! What is said of templates and folders that can't be used.

use std::fs;

use crate::Run;

#[test]
fn a_template_that_cannot_be_read_is_shown_with_line_and_column() {
    insta::assert_snapshot!(
        "trasig",
        Run::with("trasig").refused("skapa fall.yaml --mallar mallar", 1)
    );
    insta::assert_snapshot!(
        "huvud",
        Run::with("huvud").refused("skapa fall.yaml --mallar mallar", 1)
    );
    insta::assert_snapshot!(
        "namn",
        Run::with("namn").refused("skapa fall.yaml --mallar mallar", 1)
    );
}

#[test]
fn a_template_that_cannot_be_filled_in_is_shown_with_line_and_column() {
    let run = Run::with("fyller");
    insta::assert_snapshot!("fyller", run.refused("skapa fall.yaml --mallar mallar", 1));
    let run = Run::with("hamtar");
    insta::assert_snapshot!("hamtar", run.refused("skapa fall.yaml --mallar mallar", 1));
    let run = Run::with("datum");
    insta::assert_snapshot!("datum", run.refused("skapa fall.yaml --mallar mallar", 1));
}

#[test]
fn a_character_that_no_font_has_is_found_in_templates_too() {
    let run = Run::with("ersatt");
    let text = fs::read_to_string(run.path("mallar/Redovisning.md")).expect("it");
    fs::write(run.path("mallar/Redovisning.md"), text.replace("Under", "☃ Under")).expect("it");
    let shared = fs::read_to_string("templates/delar.md").expect("it");
    fs::write(run.path("mallar/delar.md"), shared.replace("Samtliga", "☃")).expect("it");
    insta::assert_snapshot!(run.refused("kontrollera fall.yaml --mallar mallar", 1));
}

#[test]
fn every_verb_that_reads_templates_says_what_is_wrong_with_them() {
    let run = Run::with("hamtar");
    fs::write(run.path("mallar/a.md"), "utan huvud\n").expect("a file");
    for command in ["kontrollera fall.yaml", "schema", "mallar"] {
        let said = run.refused(&format!("{command} --mallar mallar"), 1);
        assert!(said.contains("mall-utan-huvud") && said.contains("mallar/a.md:1:1"), "{said}");
    }
    let ended = run.tjut("kontrollera fall.yaml --mallar mallar --json");
    assert_eq!((ended.code, ended.err.as_str()), (Some(1), ""));
    let said: serde_json::Value = serde_json::from_str(&ended.out).expect("JSON");
    assert_eq!(said["findings"][0]["rule"], "mall-utan-huvud");
    assert_eq!(said["findings"][0]["file"], "mallar/a.md");
}

#[test]
fn a_folder_that_cannot_be_used_is_explained() {
    let run = Run::new();
    fs::create_dir_all(run.path("tom/under.md")).expect("a folder");
    fs::write(run.path("tom/under.md/a.md"), "i en undermapp").expect("a file");
    fs::write(run.path("tom/.dold.md"), "dold").expect("a file");
    fs::create_dir(run.path("stor")).expect("a folder");
    fs::write(run.path("stor/stor.md"), "a".repeat(2 * 1024 * 1024)).expect("a file");
    let said = [
        run.refused("skapa fall.yaml --mallar saknas", 3),
        run.refused("skapa fall.yaml --mallar fall.yaml", 3),
        run.refused("skapa fall.yaml --mallar tom", 2),
        run.refused("mallar --mallar saknas", 3),
        run.refused("schema --mallar tom", 2),
        run.refused("mallar --mallar stor", 1),
    ];
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
#[cfg(unix)]
fn nothing_outside_the_folder_is_read() {
    let run = Run::with("ersatt");
    fs::write(run.path("hemligt.md"), "hemligt\n").expect("a file");
    std::os::unix::fs::symlink(run.path("hemligt.md"), run.path("mallar/lank.md")).expect("a link");
    assert!(!run.done("mallar --mallar mallar").contains("lank"));
}
