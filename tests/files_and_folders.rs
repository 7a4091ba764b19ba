//! Names and kinds of files that nobody expects: what is said, and that nothing is
//! written where it doesn't belong.

use std::fs;
use std::path::Path;
use std::time::Duration;

use assert_cmd::Command;
use tempfile::TempDir;

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");

/// A folder with a good year file under the given names.
fn folder_with(names: &[&str]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for name in names {
        fs::write(folder.path().join(name), EXAMPLE).expect("a file");
    }
    folder
}

/// The exit code and what was said on standard output and standard error.
fn tjut(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tjut"));
    // A run that waits for what never comes is ended.
    command.current_dir(folder).args(arguments).timeout(Duration::from_mins(1));
    let output = command.output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("it ends"), text(output.stdout), text(output.stderr))
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// What is said when a run is refused with an exit code, and nothing is written.
fn refused(folder: &Path, code: i32, arguments: &[&str]) -> String {
    let before = names_in(folder);
    let (found, out, err) = tjut(folder, arguments);
    assert_eq!((found, out.as_str()), (code, ""), "{err}");
    assert_eq!(names_in(folder), before, "{err}");
    err
}

#[test]
fn a_name_that_is_a_way_to_another_folder_names_no_folder() {
    for name in ["...yaml", "..yaml"] {
        let folder = folder_with(&[name]);
        let said = refused(folder.path(), 2, &["skapa", name, "--till", "papper"]);
        assert_eq!(
            said,
            format!(
                "fel: årsfilen {name} kan inte ge sitt namn åt papperens mapp; \
                 döp om den, till exempel till verksamhet-2025.yaml\n"
            )
        );
    }
}

#[test]
fn two_names_that_windows_and_mac_do_not_tell_apart_are_refused() {
    let folder = TempDir::new().expect("a temporary folder");
    let said = refused(folder.path(), 2, &["skapa", "Fall.yaml", "x/fall.yaml"]);
    insta::assert_snapshot!(said, @"fel: årsfilerna Fall.yaml och x/fall.yaml har namn som Windows och Mac inte skiljer åt, och deras papper kan hamna i samma mapp; döp om en av dem");
}

#[test]
fn what_is_no_file_is_told_by_what_it_is() {
    let folder = folder_with(&[]);
    fs::create_dir(folder.path().join("mapp.yaml")).expect("a folder");
    for verb in ["uppgifter", "underlag"] {
        let said = refused(folder.path(), 3, &[verb, "mapp.yaml"]);
        assert!(said.starts_with("fel: mapp.yaml kan inte läsas: det är en mapp\n"), "{said}");
    }
    let said = refused(folder.path(), 3, &["kontrollera", "mapp.yaml/fall.yaml"]);
    assert_eq!(said, "fel: mapp.yaml/fall.yaml kan inte läsas: filen finns inte\n");
}

#[cfg(unix)]
#[test]
fn nobody_waits_for_a_pipe_or_a_device() {
    let folder = folder_with(&[]);
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("rör")).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo makes a pipe");
    for name in ["rör", "/dev/zero", "/dev/null"] {
        let said = refused(folder.path(), 3, &["kontrollera", name]);
        assert_eq!(said, format!("fel: {name} kan inte läsas: det är ingen vanlig fil\n"));
    }
}

#[test]
fn papers_need_a_folder() {
    let folder = folder_with(&["fall.yaml", "papper"]);
    let said = refused(folder.path(), 3, &["skapa", "fall.yaml", "--till", "papper"]);
    assert_eq!(said, "fel: papper kan inte bli en mapp: det finns en fil med det namnet\n");
}

#[test]
fn names_reach_the_terminal_without_what_would_steer_it() {
    let name = "\u{1b}[31mröd\n\u{202e}.yaml";
    let folder = folder_with(&[name]);
    let (code, out, err) = tjut(folder.path(), &["skapa", name, "--format", "pdf"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("output/<U+001B>[31mröd<U+000A><U+202E>/redovisning.pdf\n"), "{out}");
    let steers = |text: &str| text.contains(['\u{1b}', '\u{202e}', '\r', '\u{9b}']);
    assert!(!steers(&out) && !steers(&err), "{out}{err}");
    for arguments in [
        &["skapa", "\u{1b}c\r.yaml"] as &[&str],
        &["skapa", name, "--till", name],
        &["skapa", name, "--dokument", "\u{1b}c"],
        &["skapa", name, name],
        &["skapa", name, "--mallar", "\u{1b}c"],
        &["skapa", name, "--format", "\u{1b}c"],
        &["kontrollera", "\u{1b}c"],
        &["mallar", "--mallar", "\u{1b}c"],
        &["mallar", "--exportera", name],
        &["\u{1b}c"],
    ] {
        let (code, out, err) = tjut(folder.path(), arguments);
        assert_ne!(code, 0, "{arguments:?}");
        assert!(!steers(&out) && !steers(&err), "{arguments:?}: {out}{err}");
        assert!(err.contains("<U+"), "{arguments:?}: {err}");
    }
}

#[test]
fn a_name_as_long_as_names_get_works_and_a_longer_one_is_refused_in_swedish() {
    let long = format!("{}.yaml", "x".repeat(250));
    let folder = folder_with(&[&long]);
    let (code, _, err) = tjut(folder.path(), &["skapa", &long, "--format", "pdf"]);
    assert_eq!(code, 0, "{err}");
    let too_long = format!("{}.yaml", "x".repeat(300));
    let said = refused(folder.path(), 3, &["kontrollera", &too_long]);
    let wanted = "kan inte läsas: namnet är för långt eller har tecken som inte går\n";
    assert!(said.ends_with(wanted), "{said}");
    let said = refused(folder.path(), 3, &["skapa", &long, "--till", &too_long]);
    assert!(said.ends_with("namnet är för långt eller har tecken som inte går\n"), "{said}");
}

#[test]
fn fixed_spaces_in_a_name_stay() {
    let name = "Norra\u{a0}innerstaden 2025.yaml";
    let folder = folder_with(&[name]);
    let (code, out, err) = tjut(folder.path(), &["skapa", name, "--format", "pdf"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("output/Norra\u{a0}innerstaden 2025/redovisning.pdf"), "{out}");
}

#[test]
fn a_notice_that_a_killed_run_has_left_goes_with_the_next() {
    let folder = folder_with(&["fall.yaml"]);
    let papers = folder.path().join("output/fall");
    let mark = || {
        let work = papers.join(".tjut-skriver");
        for part in ["nya", "gamla", "fanns-inte"] {
            fs::create_dir_all(work.join(part)).expect("a folder");
        }
        // Killed between two papers: redovisning is new already, ansokan is not.
        fs::write(work.join("nya/ansokan.pdf"), "ny").expect("a file");
        fs::write(work.join("nya/redovisning.pdf"), "ny").expect("a file");
        fs::write(work.join("gamla/redovisning.pdf"), "gammal").expect("a file");
        fs::write(papers.join("ansokan.pdf"), "gammal").expect("a file");
        fs::write(papers.join("redovisning.pdf"), "ny").expect("a file");
        fs::write(papers.join("FILERNA ÄR INTE FÄRDIGA.txt"), "").expect("a file");
        fs::write(papers.join("anteckningar.txt"), "mina").expect("a file");
    };
    mark();
    let arguments = ["skapa", "fall.yaml", "--format", "pdf", "--dokument", "tjansteutlatande"];
    let (code, _, err) = tjut(folder.path(), &arguments);
    assert_eq!(code, 0, "{err}");
    let content = |name: &str| fs::read_to_string(papers.join(name)).expect("a file");
    assert_eq!(content("redovisning.pdf"), "gammal");
    assert_eq!(content("ansokan.pdf"), "gammal");
    assert_eq!(content("anteckningar.txt"), "mina");
    let wanted = ["ansokan.pdf", "anteckningar.txt", "redovisning.pdf", "tjansteutlatande.pdf"];
    assert_eq!(names_in(&papers), wanted);
}
