//! `importera --gör-karta`: what is asked and what map is made of the answers, in
//! `tests/fall/kalkylark/dialoger/`. There each line is an answer, and `-` is Enter alone.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fall/kalkylark").join(path)
}

/// A folder with the year file and a spreadsheet.
fn with(spreadsheet: &str) -> tempfile::TempDir {
    let temporary = tempfile::tempdir().expect("a folder");
    fs::copy(folder("årsfil.yaml"), temporary.path().join("fil.yaml")).expect("a copy");
    fs::copy(folder(spreadsheet), temporary.path().join(spreadsheet)).expect("a copy");
    temporary
}

fn tjut(folder: &Path, arguments: &[&str], answers: &str) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tjut"));
    command.current_dir(folder).args(arguments).write_stdin(answers);
    let output = command.output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("it ends"), text(output.stdout), text(output.stderr))
}

fn dialogue(file: &str) -> (String, String) {
    let text = fs::read_to_string(folder("dialoger").join(file)).expect("the answers");
    let (head, answers) = text.split_once('\n').expect("lines");
    let source = head.strip_prefix("# Källa: ").expect("its first line says the spreadsheet");
    let answers =
        answers.lines().map(|line| if line == "-" { "\n".into() } else { format!("{line}\n") });
    (source.to_owned(), answers.collect())
}

/// A dialogue held: the spreadsheet that it was about, the folder and how it ended.
fn held(file: &str) -> (String, tempfile::TempDir, (i32, String, String)) {
    let (source, answers) = dialogue(file);
    let temporary = with(&source);
    let arguments = ["importera", "fil.yaml", &source, "--gör-karta", "karta.yaml"];
    let ended = tjut(temporary.path(), &arguments, &answers);
    (source, temporary, ended)
}

#[test]
fn every_dialogue_goes_like_this() {
    let entries = fs::read_dir(folder("dialoger")).expect("the folder");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert!(names.len() >= 6, "{names:?}");
    for name in names {
        let (_, temporary, (code, out, err)) = held(&name);
        let map = fs::read_to_string(temporary.path().join("karta.yaml"));
        assert_eq!(map.is_ok(), code == 0, "{name}");
        let map = map.unwrap_or_else(|_| "(ingen karta)\n".to_owned());
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("snapshots/kalkylark");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| {
            insta::assert_snapshot!(
                format!("dialog-{}", name.trim_end_matches(".txt")),
                format!("{out}\n--- slutkod {code}\n{err}\n--- kartan\n{map}")
            );
        });
    }
}

#[test]
fn a_map_that_was_made_is_used_like_one_that_was_written() {
    let (source, temporary, (code, ..)) = held("celler.txt");
    assert_eq!(code, 0);
    let before = fs::read(temporary.path().join("fil.yaml")).expect("the year file");
    let arguments = ["importera", "fil.yaml", &source, "--karta", "karta.yaml"];
    let (_, out, _) = tjut(temporary.path(), &arguments, "");
    for line in ["klienter", "nya", "kön.kvinnor"] {
        assert!(out.lines().any(|row| row.starts_with(line)), "{line}: {out}");
    }
    // Neither the dialogue nor the proposal changes the year file.
    assert_eq!(fs::read(temporary.path().join("fil.yaml")).expect("the year file"), before);
}

#[test]
fn what_is_taken_back_leaves_nothing_in_the_map() {
    let map = |file: &str| {
        let (_, temporary, (code, ..)) = held(file);
        assert_eq!(code, 0, "{file}");
        fs::read_to_string(temporary.path().join("karta.yaml")).expect("a map")
    };
    assert_eq!(map("tillbaka.txt"), map("celler.txt"));
}

#[test]
fn a_map_is_never_written_over_a_file() {
    let temporary = with("siffror.csv");
    fs::write(temporary.path().join("karta.yaml"), "min\n").expect("a file");
    let arguments = ["importera", "fil.yaml", "siffror.csv", "--gör-karta", "karta.yaml"];
    let (code, out, err) = tjut(temporary.path(), &arguments, "1\nB2\n");
    assert_eq!((code, out.as_str()), (3, ""));
    insta::assert_snapshot!(err, @"fel: karta.yaml finns redan; välj ett annat namn, eller ta bort den");
    let kept = fs::read_to_string(temporary.path().join("karta.yaml")).expect("it is there");
    assert_eq!(kept, "min\n");
}
