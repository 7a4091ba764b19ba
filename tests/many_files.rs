//! Several year files at once, and folders of them: what becomes of each, and what is said.

use std::fs;
#[cfg(unix)]
use std::io::{BufRead as _, BufReader, Read as _};
#[cfg(unix)]
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");

/// The options for one paper in one format, which is sooner made.
const ONE: [&str; 4] = ["--dokument", "redovisning", "--format", "docx"];

/// A folder with files of the given names and texts.
fn folder_with(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

/// The exit code and what was said on standard output and standard error.
fn tjut(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tjut"));
    let output = command.current_dir(folder).args(arguments).output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("it ends"), text(output.stdout), text(output.stderr))
}

/// The same for one paper of each file.
fn make(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    tjut(folder, &[&["skapa"] as &[&str], arguments, &ONE].concat())
}

fn wrong() -> String {
    EXAMPLE.replacen("    klienter: 189\n", "    klienter: 189 st\n", 1)
}

fn late() -> String {
    EXAMPLE.replacen("ansökan_inlämnad: 2026-01-15", "ansökan_inlämnad: 2026-03-06", 1)
}

#[test]
fn one_bad_file_stops_no_other() {
    let folder = folder_with(&[
        ("a.yaml", EXAMPLE),
        ("b.yaml", &wrong()),
        ("c.yaml", "nej\n"),
        ("d.yaml", &late()),
    ]);
    let files = ["c.yaml", "b.yaml", "saknas.yaml", "a.yaml", "d.yaml"];
    let (code, out, err) = tjut(folder.path(), &[&["skapa"] as &[&str], &files].concat());
    assert_eq!(code, 3);
    insta::assert_snapshot!("one-bad-file-out", out);
    insta::assert_snapshot!("one-bad-file-err", err);
    for (name, papers) in [("a", 6), ("b", 0), ("c", 0), ("d", 6)] {
        let written = fs::read_dir(folder.path().join("output").join(name));
        assert_eq!(written.map_or(0, Iterator::count), papers, "{name}");
    }
}

/// The papers of a file are the same as if it had been alone.
#[test]
fn papers_do_not_depend_on_what_is_made_with_them() {
    let names = ["a.yaml", "b.yaml", "c.yaml", "d.yaml", "e.yaml"];
    let shipped = [EXAMPLE, include_str!("../data/jarva-2025.yaml"), EXAMPLE, &late(), EXAMPLE];
    let files: Vec<_> = names.into_iter().zip(shipped).collect();
    let folder = folder_with(&files);
    let pdf = ["--format", "pdf", "--dokument", "ansokan"];
    let all = [&["skapa", ".", "--till", "alla"] as &[&str], &pdf].concat();
    assert_eq!(tjut(folder.path(), &all).0, 0);
    for name in names {
        let alone = [&["skapa", name, "--till", "en"] as &[&str], &pdf].concat();
        assert_eq!(tjut(folder.path(), &alone).0, 0);
        let stem = name.trim_end_matches(".yaml");
        let [one, other] = ["alla", "en"].map(|to| {
            fs::read(folder.path().join(to).join(stem).join("ansokan.pdf")).expect("a paper")
        });
        assert!(one == other, "{name}");
    }
}

#[test]
fn a_folder_stands_for_its_year_files() {
    let folder = folder_with(&[
        ("årsfiler/b.yaml", EXAMPLE),
        ("årsfiler/söder/a.yml", EXAMPLE),
        ("årsfiler/karta.yaml", "siffror:\n  - fält: klienter\n    cell: C5\n"),
        ("årsfiler/.dold.yaml", "nej\n"),
        ("årsfiler/b-tidigare.yaml", "nej\n"),
    ]);
    let (code, out, err) = make(folder.path(), &["årsfiler"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(err, "inte med, eftersom de inte är årsfiler: årsfiler/karta.yaml\n");
    let table = out.rsplit_once("\n\n").expect("the table stands for itself").1;
    insta::assert_snapshot!(table, @"
    Fil                   Utfall        Papper
    årsfiler/b.yaml       skrivet            1
    årsfiler/söder/a.yml  skrivet            1
    2 årsfiler            alla skrivna       2
    ");
    for name in ["a", "b"] {
        let paper = folder.path().join("output").join(name).join("redovisning.docx");
        assert!(paper.is_file(), "{name}");
    }
    let (code, _, err) = tjut(folder.path(), &["kontrollera", "årsfiler"]);
    assert_eq!(code, 0);
    insta::assert_snapshot!(err, @"
    inte med, eftersom de inte är årsfiler: årsfiler/karta.yaml
    Fil                   Utfall
    årsfiler/b.yaml       inga fel
    årsfiler/söder/a.yml  inga fel
    2 årsfiler            inga fel, inga varningar
    ");
}

/// A single file in a folder is treated as if it had been named.
#[test]
fn a_folder_with_one_year_file_is_that_file() {
    let folder = folder_with(&[("x/fall.yaml", EXAMPLE)]);
    let [of_folder, of_file] = ["x", "x/fall.yaml"].map(|name| make(folder.path(), &[name]));
    assert_eq!(of_folder, of_file);
    assert!(!of_file.1.contains("Utfall"), "{}", of_file.1);
}

#[test]
fn a_folder_without_year_files_is_said_and_stops_no_other() {
    let folder = folder_with(&[("tom/karta.yaml", "siffror:\n"), ("fall.yaml", EXAMPLE)]);
    let (code, out, err) = make(folder.path(), &["tom"]);
    assert_eq!((code, out.as_str()), (2, ""));
    insta::assert_snapshot!(err, @"
    fel: i mappen tom finns ingen årsfil, alltså ingen fil som slutar på .yaml eller .yml och har årsfilens uppgifter
    inte med, eftersom de inte är årsfiler: tom/karta.yaml
    fel: inga papper skrevs
    ");
    let (code, out, err) = tjut(folder.path(), &["kontrollera", "tom"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.starts_with("fel: i mappen tom finns ingen årsfil"), "{err}");
    let (code, out, _) = make(folder.path(), &["tom", "fall.yaml"]);
    assert_eq!(code, 2);
    assert!(out.starts_with("Skrev output/fall/redovisning.docx\n"), "{out}");
}

/// Nothing is written of any when the papers of two would come in one folder.
#[test]
fn two_files_of_one_name_never_share_a_folder() {
    let folder = folder_with(&[("norr/2025.yaml", EXAMPLE), ("söder/2025.yaml", EXAMPLE)]);
    let (code, out, err) = make(folder.path(), &["."]);
    assert_eq!((code, out.as_str()), (2, ""));
    insta::assert_snapshot!(err, @"fel: två årsfiler heter 2025: norr/2025.yaml och söder/2025.yaml; deras papper skulle hamna i samma mapp. Döp om en av dem, eller gör papperen av en i taget med var sin mapp efter --till");
    assert!(!folder.path().join("output").exists());
    // What is advised works.
    assert_eq!(make(folder.path(), &["norr", "--till", "output/norr"]).0, 0);
    assert_eq!(make(folder.path(), &["söder", "--till", "output/söder"]).0, 0);
    let (code, _, err) = make(folder.path(), &["norr/2025.yaml", "norr/2025.yaml"]);
    assert_eq!(code, 2);
    assert_eq!(err, "fel: årsfilen norr/2025.yaml är angiven två gånger\n");
    // To look at them nobody needs a folder.
    assert_eq!(tjut(folder.path(), &["kontrollera", "."]).0, 0);
}

#[test]
fn what_somebody_has_worked_on_is_left_and_the_others_are_written() {
    let folder = folder_with(&[("a.yaml", EXAMPLE), ("b.yaml", EXAMPLE)]);
    assert_eq!(make(folder.path(), &["a.yaml", "b.yaml"]).0, 0);
    let edited = folder.path().join("output/a/redovisning.docx");
    fs::write(&edited, "mitt").expect("a file");
    let changed = EXAMPLE.replace("Råd och stöd: 41", "Råd och stöd: 42");
    fs::write(folder.path().join("b.yaml"), changed).expect("a file");
    let before = fs::read(folder.path().join("output/b/redovisning.docx")).expect("a paper");
    let (code, out, err) = make(folder.path(), &["a.yaml", "b.yaml"]);
    assert_eq!(code, 3);
    assert_eq!(fs::read_to_string(&edited).expect("a file"), "mitt");
    let after = fs::read(folder.path().join("output/b/redovisning.docx")).expect("a paper");
    assert!(before != after);
    assert!(err.contains("inga papper skrevs för a.yaml. Välj en annan mapp"), "{err}");
    assert!(out.contains("\na.yaml      rördes inte "), "{out}");
}

#[test]
fn drafts_are_made_of_those_that_have_errors_too() {
    let folder = folder_with(&[("a.yaml", EXAMPLE), ("b.yaml", &wrong())]);
    let (code, out, err) = make(folder.path(), &[".", "--utkast"]);
    assert_eq!(code, 0, "{err}");
    let table = out.rsplit_once("\n\n").expect("the table stands for itself").1;
    insta::assert_snapshot!(table, @"
    Fil         Utfall                 Papper
    a.yaml      utkast skrivet              1
    b.yaml      utkast skrivet, 1 fel       1
    2 årsfiler  alla skrivna                2
    ");
    assert_eq!(out.matches("Det här är utkast att granska").count(), 1);
}

/// One document for all files, whatever becomes of them.
#[test]
fn json_is_one_document() {
    let folder = folder_with(&[
        ("a.yaml", EXAMPLE),
        ("b.yaml", &wrong()),
        ("c.yaml", "verksamhetsår:\n"),
        ("d.yaml", &late()),
        ("karta.yaml", "siffror:\n"),
    ]);
    let (code, out, err) = tjut(folder.path(), &["kontrollera", ".", "saknas.yaml", "--json"]);
    assert_eq!(code, 3);
    assert!(err.ends_with("\nfel: saknas.yaml kan inte läsas: filen finns inte\n"), "{err}");
    let document: Value = serde_json::from_str(&out).expect("one document");
    let found = document["findings"].as_array().expect("a list");
    let mut files: Vec<&str> = found.iter().filter_map(|found| found["file"].as_str()).collect();
    files.dedup();
    assert_eq!(files, ["b.yaml", "c.yaml", "d.yaml"]);
    assert_eq!(found[0]["path"], "statistik.2025.klienter");
    let papers = document["papers"].as_array().expect("a list");
    assert_eq!(papers, &["tjansteutlatande", "redovisning", "ansokan"].map(Value::from));
}

/// What is written stays, and no papers are half written.
#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_between_two_files() {
    let folder = TempDir::new().expect("a temporary folder");
    for number in 100..300 {
        fs::write(folder.path().join(format!("fall-{number}.yaml")), EXAMPLE).expect("a file");
    }
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_tjut"));
    command.current_dir(folder.path()).args(["skapa", "."]);
    let piped = std::process::Stdio::piped;
    let mut running = command.stdout(piped()).stderr(piped()).spawn().expect("it runs");
    // The first line is said when the first papers are written.
    let mut out = BufReader::new(running.stdout.take().expect("a pipe"));
    let mut first = String::new();
    out.read_line(&mut first).expect("a line");
    assert_eq!(first, "Skrev output/fall-100/tjansteutlatande.pdf\n");
    let told =
        std::process::Command::new("kill").args(["-INT", &running.id().to_string()]).status();
    assert!(told.is_ok_and(|status| status.success()), "kill tells it to stop");
    let mut rest = String::new();
    out.read_to_string(&mut rest).expect("UTF-8");
    let ended = running.wait_with_output().expect("it ends");
    assert_eq!(ended.status.signal(), Some(2), "it ends as Ctrl-C ends a program");
    let err = String::from_utf8(ended.stderr).expect("UTF-8");
    let made = fs::read_dir(folder.path().join("output")).expect("a folder").count();
    assert!((1..200).contains(&made), "{made}");
    let said = format!(
        "fel: programmet avbröts efter {made} av 200 årsfiler; de papper som skrevs står kvar\n"
    );
    assert_eq!(err, said);
    assert!(rest.contains(&format!("\n{made} av 200 årsfiler  {made} skrivna ")), "{rest}");
    for entry in fs::read_dir(folder.path().join("output")).expect("a folder") {
        let papers = fs::read_dir(entry.expect("an entry").path()).expect("a folder");
        assert_eq!(papers.count(), 6);
    }
}
