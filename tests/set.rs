//! `tjut sätt`: what is changed, what is said, and what stops it.

mod support;

use std::fs;
use std::path::Path;

use tjut::output::{NotRewritten, rewrite};

use support::run::tjut;

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("fil.yaml"), EXAMPLE).expect("the file can be written");
    folder
}

fn content(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("the file is there")
}

/// The lines that differ, as `diff` shows them.
fn difference(before: &str, after: &str) -> Vec<String> {
    let gone = before.lines().filter(|line| !after.lines().any(|other| other == *line));
    let come = after.lines().filter(|line| !before.lines().any(|other| other == *line));
    gone.map(|line| format!("-{line}")).chain(come.map(|line| format!("+{line}"))).collect()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("an entry").file_name();
    let mut names: Vec<String> =
        entries.map(|entry| name(entry).to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn several_values_are_set_at_once() {
    let folder = folder();
    for verb in ["sätt", "set"] {
        fs::write(folder.path().join("fil.yaml"), EXAMPLE).expect("the file can be written");
        fs::write(folder.path().join("text.txt"), "Första stycket.\r\n\r\nAndra stycket.\r\n")
            .expect("written");
        let ended = tjut(
            folder.path(),
            &[
                verb,
                "fil.yaml",
                "statistik.2025.klienter=190",
                "statistik.2025.nya=86",
                "ärende.underskrifter.0.namn=Nina Ek",
                "statistik.2022.klienter=150",
                "texter.bakgrund=@text.txt",
                "verksamhet.upptagningsområde=[Norra innerstaden, Järva]",
                "--ta-bort",
                "avsändare.betalning.referens",
                "--ta-bort",
                "statistik.2024",
                "--spara-tidigare",
            ],
        );
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{}", ended.err);
        let after = content(folder.path(), "fil.yaml");
        let changes = difference(EXAMPLE, &after).join("\n");
        insta::assert_snapshot!("several_values", format!("{}\n{changes}", ended.out));
        assert_eq!(content(folder.path(), "fil-tidigare.yaml"), EXAMPLE);
        fs::remove_file(folder.path().join("fil-tidigare.yaml")).expect("it can be removed");
    }
    assert_eq!(names(folder.path()), ["fil.yaml", "text.txt"]);
}

#[test]
fn a_new_field_comes_where_it_belongs() {
    let folder = folder();
    let small =
        "statistik:\n  2025:\n    klienter: 1\n    avslutade: 2 # två\n  2024:\n    klienter: 3\n";
    fs::write(folder.path().join("liten.yaml"), small).expect("written");
    let set = ["sätt", "liten.yaml", "statistik.2025.nya=5", "statistik.2026.klienter=7"];
    assert_eq!(tjut(folder.path(), &set).code, 0);
    assert_eq!(
        content(folder.path(), "liten.yaml"),
        "statistik:\n  2026:\n    klienter: 7\n  2025:\n    klienter: 1\n    nya: 5\n    avslutade: 2 # två\n  2024:\n    klienter: 3\n"
    );
}

#[test]
fn what_can_not_be_set_is_said_and_nothing_is_written() {
    let folder = folder();
    let tries: &[&[&str]] = &[
        &["statistik.2025.klienter=201", "statistik.2025.nya=tjugo"],
        &["statistik.2025.klientr=201"],
        &["texter.bakgrnd=Text"],
        &["statstik.2025.klienter=201"],
        &["statistik.2025.klienter.x=201"],
        &["brister.17.åtgärd=Väntetider"],
        &["ärende.datum=2026-02-30"],
        &["ärende.datum"],
        &["ärende.datum="],
        &["..=1"],
        &["texter.bakgrund=@saknas.txt"],
        &["--ta-bort", "statistik.2025.klientr"],
        &["--ta-bort", "verksamhetsår"],
        &[],
    ];
    let mut said = Vec::new();
    for words in tries {
        let ended = tjut(folder.path(), &[&["sätt", "fil.yaml"], *words].concat());
        assert_ne!(ended.code, 0, "{words:?}");
        assert_eq!(ended.out, "", "{words:?}");
        assert_eq!(content(folder.path(), "fil.yaml"), EXAMPLE, "{words:?}");
        said.push(format!(
            "$ tjut sätt fil.yaml {}\n{}[{}]",
            words.join(" "),
            ended.err,
            ended.code
        ));
    }
    insta::assert_snapshot!(said.join("\n\n"));
}

#[test]
fn files_that_can_not_be_written_are_told_apart() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("utf16.yaml"), b"\xFF\xFEa\0:\0 \x001\0").expect("written");
    fs::write(path.join("ansi.yaml"), b"\xE5r: 2025\n").expect("written");
    let mut said = Vec::new();
    let mut set = |name: &str| {
        let ended = tjut(path, &["sätt", name, "verksamhetsår=2026"]);
        assert_ne!(ended.code, 0, "{name}");
        said.push(format!("$ tjut sätt {name}\n{}[{}]", ended.err, ended.code));
    };
    set("saknas.yaml");
    set("saknas/fil.yaml");
    set("utf16.yaml");
    set("ansi.yaml");
    fs::create_dir(path.join("mapp.yaml")).expect("made");
    set("mapp.yaml");
    let file = path.join("skyddad.yaml");
    fs::write(&file, EXAMPLE).expect("written");
    let mut permissions = fs::metadata(&file).expect("it is there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).expect("it can be protected");
    set("skyddad.yaml");
    assert_eq!(content(path, "skyddad.yaml"), EXAMPLE);
    assert_eq!(fs::read(path.join("utf16.yaml")).expect("it is there"), b"\xFF\xFEa\0:\0 \x001\0");
    insta::assert_snapshot!(said.join("\n\n"));
}

#[test]
fn what_is_already_so_is_not_written_again() {
    let folder = folder();
    let before = fs::metadata(folder.path().join("fil.yaml"))
        .and_then(|file| file.modified())
        .expect("a time");
    let ended = tjut(folder.path(), &["sätt", "fil.yaml", "verksamhetsår=2025"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    assert_eq!(ended.out, "fil.yaml är som den var: värdena stod där redan\n");
    let after = fs::metadata(folder.path().join("fil.yaml"))
        .and_then(|file| file.modified())
        .expect("a time");
    assert_eq!(before, after);
}

/// Errors that were there before don't stop a change elsewhere.
#[test]
fn a_file_with_errors_can_be_changed() {
    let folder = folder();
    let wrong = EXAMPLE.replace("    klienter: 189\n", "    klienter: 189 st\n");
    fs::write(folder.path().join("fil.yaml"), &wrong).expect("written");
    let ended = tjut(folder.path(), &["sätt", "fil.yaml", "ärende.diarienummer=NI 2026/99"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let ended = tjut(folder.path(), &["sätt", "fil.yaml", "statistik.2025.klienter=189"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let after = content(folder.path(), "fil.yaml");
    assert_eq!(difference(EXAMPLE, &after).len(), 2);
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = folder();
    let path = folder.path();
    fs::create_dir(path.join("annan")).expect("made");
    fs::rename(path.join("fil.yaml"), path.join("annan/riktig.yaml")).expect("moved");
    symlink("annan/riktig.yaml", path.join("fil.yaml")).expect("linked");
    fs::set_permissions(path.join("annan/riktig.yaml"), fs::Permissions::from_mode(0o640))
        .expect("set");
    let ended = tjut(path, &["sätt", "fil.yaml", "statistik.2025.klienter=190"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    assert!(fs::symlink_metadata(path.join("fil.yaml")).expect("it is there").is_symlink());
    let found = fs::metadata(path.join("annan/riktig.yaml")).expect("it is there");
    assert_eq!(found.permissions().mode() & 0o777, 0o640);
    assert!(content(path, "annan/riktig.yaml").contains("    klienter: 190\n"));
    assert_eq!(names(&path.join("annan")), ["riktig.yaml"]);
}

#[test]
fn a_file_that_somebody_else_has_changed_is_left_alone() {
    let folder = folder();
    let path = folder.path().join("fil.yaml");
    let stopped = rewrite(&path, b"what was read", b"new", true).expect_err("it is another one");
    assert!(matches!(stopped, NotRewritten::Changed(_)));
    assert_eq!(content(folder.path(), "fil.yaml"), EXAMPLE);
    let gone = rewrite(&folder.path().join("borta.yaml"), b"", b"new", true);
    assert!(matches!(gone, Err(NotRewritten::Gone(_))));
    assert_eq!(names(folder.path()), ["fil.yaml"]);
}

#[test]
fn every_version_is_kept_beside_under_a_name_of_its_own() {
    let folder = folder();
    let path = folder.path().join("fil.yaml");
    let mut before = EXAMPLE.as_bytes().to_vec();
    for (number, name) in ["fil-tidigare.yaml", "fil-tidigare-2.yaml"].iter().enumerate() {
        let new = format!("verksamhetsår: 202{number}\n").into_bytes();
        let kept = rewrite(&path, &before, &new, true).expect("it is written");
        assert_eq!(kept, Some(folder.path().join(name)));
        assert_eq!(fs::read(folder.path().join(name)).expect("it is there"), before);
        before = new;
    }
    assert_eq!(names(folder.path()), ["fil-tidigare-2.yaml", "fil-tidigare.yaml", "fil.yaml"]);
}

#[test]
fn what_stops_the_writing_is_said() {
    use std::io::ErrorKind;
    let path = || "fil.yaml".into();
    let system = |what, kind: ErrorKind| NotRewritten::System(what, path(), kind.into());
    let said = [
        NotRewritten::Changed(path()),
        NotRewritten::Gone(path()),
        NotRewritten::Busy(path()),
        NotRewritten::ReadOnly(path()),
        system("kan inte skrivas", ErrorKind::StorageFull),
        system("kan inte skrivas", ErrorKind::ReadOnlyFilesystem),
        NotRewritten::System(
            "går inte att skriva i",
            "mapp".into(),
            ErrorKind::PermissionDenied.into(),
        ),
    ];
    let said: Vec<String> = said.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(said.join("\n"));
}

/// Two runs at once: each is written whole or says that it was not.
#[test]
fn runs_at_the_same_time_lose_nothing() {
    let folder = folder();
    let path = folder.path();
    let set = move |number: usize| {
        let field = ["statistik.2025.klienter", "statistik.2025.nya"][number % 2];
        let value = format!("{field}={}", 150 + number);
        (value.clone(), tjut(path, &["sätt", "fil.yaml", &value]).code)
    };
    let ended: Vec<(String, i32)> = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..6).map(|number| scope.spawn(move || set(number))).collect();
        runs.into_iter().map(|run| run.join().expect("it ends")).collect()
    });
    let after = content(folder.path(), "fil.yaml");
    assert_eq!(after.lines().count(), EXAMPLE.lines().count());
    assert_eq!(names(folder.path()), ["fil.yaml"]);
    // What was said to be written is there, unless a later run has set the same field.
    for field in ["klienter", "nya"] {
        let written = ended.iter().filter(|(value, code)| *code == 0 && value.contains(field));
        let values: Vec<&str> = written.filter_map(|(value, _)| value.split('=').nth(1)).collect();
        let is_there = |value: &&str| after.contains(&format!("    {field}: {value}\n"));
        assert!(values.is_empty() || values.iter().any(is_there), "{field}: {values:?}");
    }
    assert!(ended.iter().all(|(_, code)| [0, 3].contains(code)), "{ended:?}");
}

/// A text of several lines stands in lines of its own, and thousands are grouped as beside.
#[test]
fn values_are_written_as_those_around_them() {
    let folder = folder();
    let values = [
        "texter.bakgrund=Rad ett.\nRad två.",
        "texter.sammanfattning=En rad.",
        "ekonomi.använt=907200",
        "statistik.2025.klienter=1201",
        "verksamhet.startade=2011-02-03",
    ];
    let arguments: Vec<&str> = ["sätt", "fil.yaml"].into_iter().chain(values).collect();
    let ended = tjut(folder.path(), &arguments);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let text = content(folder.path(), "fil.yaml");
    for written in [
        "\n  bakgrund: |\n    Rad ett.\n    Rad två.\n",
        "\n  sammanfattning: |\n    En rad.\n",
        "\n  använt: 907 200\n",
        "\n    klienter: 1201\n",
        "\n  startade: 2011-02-03\n",
    ] {
        assert!(text.contains(written), "{written}: {text}");
    }
}

/// A field that is named without its group is known again.
#[test]
fn a_field_is_found_without_its_group() {
    let folder = folder();
    for (value, place) in [
        ("kommun=Öja", "avsändare.kommun"),
        ("klienter=68", "statistik.2025.klienter"),
        ("beviljat=1", "ekonomi.beviljat"),
    ] {
        let ended = tjut(folder.path(), &["sätt", "fil.yaml", value]);
        assert_ne!(ended.code, 0);
        assert!(ended.err.contains(&format!("Menade du `{place}`?")), "{}", ended.err);
    }
}
