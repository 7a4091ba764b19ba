//! The command line: what is said on which stream, and how a run ends.

use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");

/// A run of the program in a folder of its own.
struct Run {
    folder: tempfile::TempDir,
}

/// How a run ended, and what it said.
struct Ended {
    code: i32,
    out: String,
    err: String,
}

impl Run {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder can be made") }
    }

    fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        std::fs::write(self.path().join(name), bytes).expect("the file can be written");
        self
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn tjut(&self, arguments: &[&str]) -> Ended {
        let output = Command::new(env!("CARGO_BIN_EXE_tjut"))
            .args(arguments)
            .current_dir(self.path())
            .output()
            .expect("the program runs");
        let text = |bytes| String::from_utf8(bytes).expect("the program speaks UTF-8");
        Ended {
            code: output.status.code().expect("the program was not killed"),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}

/// The example with one place changed.
fn changed(from: &str, to: &str) -> String {
    assert_eq!(EXAMPLE.matches(from).count(), 1, "the example must have `{from}` once");
    EXAMPLE.replacen(from, to, 1)
}

fn tjut(arguments: &[&str]) -> Ended {
    Run::new().tjut(arguments)
}

#[test]
fn help_is_swedish() {
    for (name, arguments) in [
        ("help", &["--hjälp"] as &[&str]),
        ("help-create", &["skapa", "--hjälp"]),
        ("help-check", &["kontrollera", "--hjälp"]),
        ("help-schema", &["schema", "--hjälp"]),
        ("help-templates", &["mallar", "--hjälp"]),
    ] {
        let ended = tjut(arguments);
        assert_eq!((ended.code, ended.err.as_str()), (0, ""));
        insta::assert_snapshot!(name, ended.out);
    }
}

#[test]
fn help_has_many_names() {
    let help = tjut(&["--hjälp"]).out;
    for word in ["-h", "--help", "--hjalp", "hjälp", "hjalp", "help"] {
        assert_eq!(tjut(&[word]).out, help, "{word}");
    }
    assert_eq!(tjut(&["hjälp", "kontrollera"]).out, tjut(&["check", "-h"]).out);
    let none = tjut(&[]);
    assert_eq!((none.code, none.out.as_str(), none.err), (2, "", help));
}

#[test]
fn wrong_usage_is_explained() {
    let said = |arguments: &[&str]| {
        let ended = tjut(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{arguments:?}");
        let (said, advice) = ended.err.split_once("\n\n").expect("two paragraphs");
        assert_eq!(advice, "Skriv `tjut --hjälp` för att se vad som går att göra.\n");
        said.to_owned()
    };
    let lines: Vec<String> = [
        &["kontrolera", "x"] as &[&str],
        &["laga"],
        &["kontrollera"],
        &["kontrollera", "x", "--jsn"],
        &["kontrollera", "x", "--json=1"],
        &["kontrollera", "x", "-q"],
        &["schema", "x"],
        &["skapa"],
        &["skapa", "x", "--format"],
        &["skapa", "x", "--format", "odt"],
        &["skapa", "x", "--format", "pdff"],
        &["skapa", "x", "--till", "a", "--till", "b"],
    ]
    .iter()
    .map(|arguments| format!("tjut {}\n  {}", arguments.join(" "), said(arguments)))
    .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn a_good_file_is_good() {
    let run = Run::new().with("bra.yaml", EXAMPLE);
    for verb in ["kontrollera", "check"] {
        let ended = run.tjut(&[verb, "bra.yaml"]);
        assert_eq!((ended.code, ended.out.as_str()), (0, ""));
        assert_eq!(ended.err, "inga fel, inga varningar\n");
    }
    let written = std::fs::read_dir(run.path()).expect("the folder is there").count();
    assert_eq!(written, 1, "kontrollera writes nothing");
}

#[test]
fn all_findings_of_all_files_are_shown() {
    let wrong = changed("    klienter: 189\n", "    klienter: 189 st\n")
        .replace("  datum: 2026-01-27", "  datum: 2026-02-30");
    let run = Run::new()
        .with("b.yaml", wrong)
        .with("a.yaml", "verksamhetsår: 2025\nverksamhetsår: 2026\n")
        .with("bra.yaml", EXAMPLE);
    let ended = run.tjut(&["kontrollera", "b.yaml", "bra.yaml", "a.yaml"]);
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    insta::assert_snapshot!(ended.err);
}

#[test]
fn warnings_alone_are_no_errors() {
    let late = changed("ansökan_inlämnad: 2026-01-15", "ansökan_inlämnad: 2026-03-06");
    let run = Run::new().with("x.yaml", late);
    let ended = run.tjut(&["kontrollera", "x.yaml"]);
    assert_eq!((ended.code, ended.out.as_str()), (0, ""), "{}", ended.err);
    assert!(ended.err.ends_with("\ninga fel, 1 varning\n"), "{}", ended.err);
    let found = findings(&run.tjut(&["kontrollera", "x.yaml", "--json"]));
    assert_eq!(found[0]["severity"], "warning");
}

#[test]
fn advice_is_shown_to_those_who_ask() {
    let in_a_row = changed("telefon: 08-465 004 00", "telefon: 08-46500400");
    let run = Run::new().with("x.yaml", in_a_row);
    let ended = run.tjut(&["kontrollera", "x.yaml"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, "inga fel, inga varningar\n"));
    assert!(findings(&run.tjut(&["kontrollera", "x.yaml", "--json"])).is_empty());
    for option in ["--råd", "--rad", "--advice"] {
        let ended = run.tjut(&["kontrollera", "x.yaml", option]);
        assert_eq!(ended.code, 0);
        assert!(ended.err.starts_with("råd[telefonnummer-utan-mellanrum]"), "{}", ended.err);
        assert!(ended.err.ends_with("\ninga fel, inga varningar, 1 råd\n"), "{}", ended.err);
    }
    let found = findings(&run.tjut(&["kontrollera", "x.yaml", "--json", "--råd"]));
    assert_eq!((found.len(), &found[0]["severity"]), (1, &"advice".into()));
    let make = ["skapa", "x.yaml", "--dokument", "ansokan", "--format", "docx"];
    assert_eq!(run.tjut(&make).err, "");
    let ended = run.tjut(&[&make as &[&str], &["--råd"]].concat());
    assert_eq!(ended.code, 0);
    assert!(ended.err.contains("1 råd"), "{}", ended.err);
}

#[test]
fn a_file_that_cannot_be_read_is_told_apart() {
    let run = Run::new().with("fel.yaml", "nej\n");
    let ended = run.tjut(&["kontrollera", "saknas.yaml"]);
    assert_eq!((ended.code, ended.out.as_str()), (3, ""));
    assert_eq!(ended.err, "fel: saknas.yaml kan inte läsas: filen finns inte\n");

    let ended = run.tjut(&["kontrollera", "fel.yaml", "saknas.yaml"]);
    assert_eq!(ended.code, 3);
    assert!(ended.err.ends_with("1 fel, inga varningar\n"), "{}", ended.err);

    let ended = run.tjut(&["skapa", "saknas.yaml"]);
    assert_eq!(ended.code, 3);
    insta::assert_snapshot!(ended.err, @"
    fel: saknas.yaml kan inte läsas: filen finns inte
    fel: inga papper skrevs
    ");
}

fn findings(ended: &Ended) -> Vec<Value> {
    let document: Value = serde_json::from_str(&ended.out).expect("standard output is JSON");
    assert_eq!(document["version"], 1);
    document["findings"].as_array().expect("findings is a list").clone()
}

#[test]
fn findings_as_json() {
    let wrong = changed("    klienter: 189\n", "    klienter: 189 st\n    klienter: 190\n")
        .replace("      befattning: Avdelningschef", "      befatning: Avdelningschef");
    let run = Run::new().with("x.yaml", wrong);
    let ended = run.tjut(&["kontrollera", "--json", "x.yaml"]);
    assert_eq!((ended.code, ended.err.as_str()), (1, ""));
    insta::assert_snapshot!(ended.out);
}

#[test]
fn a_good_file_as_json() {
    let run = Run::new().with("x.yaml", EXAMPLE);
    let ended = run.tjut(&["kontrollera", "--json", "x.yaml"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    assert!(findings(&ended).is_empty());
}

#[test]
fn columns_count_characters() {
    let run = Run::new().with("å.yaml", "ärende: å\n");
    let ended = run.tjut(&["kontrollera", "--json", "å.yaml"]);
    let found = findings(&ended);
    let wrong = found.iter().find(|finding| finding["rule"] == "fel-typ").expect("it is found");
    assert_eq!(wrong["file"], "å.yaml");
    assert_eq!((&wrong["line"], &wrong["column"]), (&1.into(), &9.into()));
    assert_eq!((&wrong["end_line"], &wrong["end_column"]), (&1.into(), &10.into()));
    assert_eq!(wrong["path"], "ärende");
    let missing = found.iter().find(|finding| finding["rule"] == "saknad-uppgift");
    assert_eq!(missing.expect("it is found")["path"], "");
}

#[test]
fn a_file_in_an_old_encoding_is_a_finding_too() {
    let run = Run::new().with("gammal.yaml", b"avs\xe4ndare:\n");
    let ended = run.tjut(&["kontrollera", "--json", "gammal.yaml"]);
    assert_eq!(ended.code, 1);
    let found = findings(&ended);
    assert_eq!(found[0]["rule"], "inte-utf-8");
    assert_eq!((&found[0]["line"], &found[0]["column"]), (&1.into(), &4.into()));
}

#[test]
fn the_schema_comes_on_standard_output() {
    let ended = tjut(&["schema"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    let stored = include_str!("../data/schema.json");
    assert!(ended.out == stored, "data/schema.json is out of date, see tests/schema.rs");
}

#[test]
fn there_is_no_colour_outside_a_terminal() {
    let run = Run::new().with("x.yaml", "nej\n");
    assert!(!run.tjut(&["kontrollera", "x.yaml"]).err.contains('\u{1b}'));
}

#[test]
fn papers_are_written_or_not() {
    let run = Run::new().with("bra.yaml", EXAMPLE).with("fel.yaml", "nej\n");
    let ended = run.tjut(&["skapa", "bra.yaml", "fel.yaml"]);
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    assert!(ended.err.ends_with("fel: inga papper skrevs\n"), "{}", ended.err);
    assert!(!run.path().join("output").exists());

    let ended = run.tjut(&["skapa", "bra.yaml", "--format", "docx", "--dokument", "redovisning"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    assert!(run.path().join("output/bra/redovisning.docx").is_file());
    assert!(ended.out.starts_with("Skrev "), "{}", ended.out);
}
