//! The program as a user runs it.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

fn tjut(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tjut"));
    command.current_dir(folder);
    command
}

fn example() -> String {
    fs::read_to_string("data/norra-innerstaden-2025.yaml").expect("the example")
}

/// A folder with a year file in it.
fn folder_with(text: &str) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("fall.yaml"), text).expect("a file");
    folder
}

fn files_in(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return files };
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(files_in(&path));
        } else {
            let bytes = fs::read(&path).expect("a file");
            files.push((path, bytes));
        }
    }
    files.sort();
    files
}

fn output(command: &mut Command) -> (Option<i32>, String, String) {
    let output = command.output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn skapa_writes_six_files_and_shows_the_key_figures() {
    let folder = folder_with(&example());
    let (code, out, err) = output(tjut(folder.path()).args(["skapa", "fall.yaml"]));
    assert_eq!((code, err.contains("fel")), (Some(0), false), "{err}");
    insta::assert_snapshot!(out);
    let files = files_in(&folder.path().join("output"));
    let names: Vec<_> =
        files.iter().map(|(path, _)| path.file_name().expect("a name").to_owned()).collect();
    assert_eq!(
        names,
        [
            "ansokan.docx",
            "ansokan.pdf",
            "redovisning.docx",
            "redovisning.pdf",
            "tjansteutlatande.docx",
            "tjansteutlatande.pdf"
        ]
    );
}

#[test]
fn two_runs_give_the_same_bytes() {
    let folder = folder_with(&example());
    for to in ["a", "b"] {
        tjut(folder.path()).args(["skapa", "fall.yaml", "--till", to]).assert().success();
    }
    let bytes = |to: &str| -> Vec<Vec<u8>> {
        files_in(&folder.path().join(to)).into_iter().map(|(_, bytes)| bytes).collect()
    };
    assert_eq!(bytes("a").len(), 6);
    assert!(bytes("a") == bytes("b"));
}

#[test]
fn one_paper_in_one_format_can_be_chosen_in_english_too() {
    let folder = folder_with(&example());
    tjut(folder.path())
        .args(["generate", "fall.yaml", "--out", "x", "--documents", "redovisning"])
        .args(["--format", "pdf"])
        .assert()
        .success();
    let files = files_in(&folder.path().join("x"));
    assert_eq!(files.len(), 1);
    assert!(files[0].0.ends_with("fall/redovisning.pdf"));
}

#[test]
fn an_unknown_placeholder_is_shown_where_it_stands_and_nothing_is_written() {
    let folder =
        folder_with(&example().replace("{{ klienter }} klienter", "{{ klientter }} klienter"));
    let (code, out, err) = output(tjut(folder.path()).args(["skapa", "fall.yaml"]));
    assert_eq!((code, out.as_str()), (Some(1), ""));
    insta::assert_snapshot!(err);
    assert_eq!(files_in(&folder.path().join("output")), []);
}

#[test]
fn errors_leave_earlier_papers_as_they_were() {
    let folder = folder_with(&example());
    tjut(folder.path()).args(["skapa", "fall.yaml"]).assert().success();
    let before = files_in(&folder.path().join("output"));
    fs::write(folder.path().join("fall.yaml"), example().replace("nya: 86", "nya: 860"))
        .expect("a file");
    tjut(folder.path()).args(["skapa", "fall.yaml"]).assert().code(1);
    assert!(files_in(&folder.path().join("output")) == before);
}

#[test]
fn when_one_file_cannot_be_written_none_is() {
    let folder = folder_with(&example());
    let papers = folder.path().join("output/fall");
    fs::create_dir_all(papers.join("ansokan.pdf")).expect("a folder in the way");
    let (code, _, err) = output(tjut(folder.path()).args(["skapa", "fall.yaml"]));
    assert_eq!(code, Some(3));
    insta::assert_snapshot!(err);
    assert_eq!(files_in(&papers), []);
}

#[test]
fn a_file_that_is_not_there_is_exit_code_3() {
    let folder = TempDir::new().expect("a temporary folder");
    let (code, _, err) = output(tjut(folder.path()).args(["skapa", "saknas.yaml"]));
    assert_eq!(
        (code, err.as_str()),
        (Some(3), "fel: saknas.yaml kan inte läsas: filen finns inte\nfel: inga papper skrevs\n")
    );
}

#[test]
fn an_unknown_paper_is_exit_code_2() {
    let folder = folder_with(&example());
    let arguments = ["skapa", "fall.yaml", "--dokument", "redovisnig"];
    let (code, _, err) = output(tjut(folder.path()).args(arguments));
    assert_eq!(
        (code, err.as_str()),
        (Some(2), "fel: papperet `redovisnig` finns inte. Menade du `redovisning`?\n")
    );
}

#[test]
fn a_character_that_cannot_be_shown_is_placed_and_nothing_is_written() {
    let line = 1 + example().lines().position(|line| line.contains("Maja Bergkvist")).expect("it");
    for (typed, rule) in
        [("😀", "tecken-saknas"), ("محمد", "skrivriktning"), ("a\u{AD}b", "osynligt-tecken")]
    {
        let folder = folder_with(&example().replace("Maja Bergkvist", typed));
        let (code, _, err) = output(tjut(folder.path()).args(["skapa", "fall.yaml"]));
        assert_eq!(code, Some(1), "{err}");
        assert!(err.contains(rule) && err.contains(&format!("fall.yaml:{line}:1")), "{err}");
        assert!(!folder.path().join("output").exists());
    }
}

#[test]
fn the_figures_are_attached_when_asked_for() {
    let folder = folder_with(&example());
    let arguments = ["skapa", "fall.yaml", "--format", "pdf", "--bifoga-siffror"];
    tjut(folder.path()).args(arguments).assert().success();
    for (path, bytes) in files_in(&folder.path().join("output")) {
        let has = |wanted: &[u8]| bytes.windows(wanted.len()).any(|window| window == wanted);
        assert!(has(b"siffror.json"), "{}", path.display());
    }
}
