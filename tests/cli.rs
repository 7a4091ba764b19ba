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

/// The version says which commit the program is built from, and its day: what git says of it.
#[test]
fn the_version_says_which_commit_it_is() {
    let ended = tjut(&["--version"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if !root.join(".git").exists() {
        assert_eq!(ended.out.split(' ').next(), Some("tjut"));
        return;
    }
    let git = std::process::Command::new("git")
        .args(["show", "--no-patch", "--no-show-signature", "--format=%H %ci", "HEAD"])
        .current_dir(root)
        .output()
        .expect("git runs");
    let commit = String::from_utf8(git.stdout).expect("git speaks UTF-8");
    let (hash, date) = commit.split_once(' ').expect("a hash and a time");
    let version = ended.out.strip_prefix("tjut ").expect("the program's name");
    assert_eq!(
        version,
        format!("{} ({}, {})\n", env!("CARGO_PKG_VERSION"), &hash[..8], &date[..10])
    );
}

fn tjut(arguments: &[&str]) -> Ended {
    Run::new().tjut(arguments)
}

/// The help of every command, and of the program, with the name of what is stored of it.
const HELPS: [(&str, &[&str]); 20] = [
    ("help", &["--hjälp"]),
    ("help-create", &["skapa", "--hjälp"]),
    ("help-check", &["kontrollera", "--hjälp"]),
    ("help-watch", &["bevaka", "--hjälp"]),
    ("help-open", &["öppna", "--hjälp"]),
    ("help-server", &["server", "--hjälp"]),
    ("help-set", &["sätt", "--hjälp"]),
    ("help-schema", &["schema", "--hjälp"]),
    ("help-templates", &["mallar", "--hjälp"]),
    ("help-placeholders", &["uppgifter", "--hjälp"]),
    ("help-examples", &["exempel", "--hjälp"]),
    ("help-completion", &["komplettering", "--hjälp"]),
    ("help-manual", &["manual", "--hjälp"]),
    ("help-next-year", &["nytt-år", "--hjälp"]),
    ("help-reviewed", &["läst", "--hjälp"]),
    ("help-compare", &["jämför", "--hjälp"]),
    ("help-read-back", &["läs", "--hjälp"]),
    ("help-rules", &["regler", "--hjälp"]),
    ("help-workbook", &["underlag", "--hjälp"]),
    ("help-import", &["importera", "--hjälp"]),
];

#[test]
fn help_is_swedish() {
    for (name, arguments) in HELPS {
        let ended = tjut(arguments);
        assert_eq!((ended.code, ended.err.as_str()), (0, ""));
        insta::assert_snapshot!(name, ended.out);
    }
}

/// The commands that the help names.
fn verbs() -> Vec<String> {
    let help = tjut(&["--hjälp"]).out;
    let listed = help.lines().skip_while(|line| *line != "Kommandon:").skip(1);
    let verbs: Vec<String> = listed
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next())
        .filter(|word| word.chars().all(|c| c.is_lowercase() || c == '-'))
        .map(str::to_owned)
        .collect();
    assert!(verbs.len() >= 17, "{verbs:?}");
    verbs
}

#[test]
fn every_command_has_its_help_stored() {
    for verb in verbs() {
        assert!(HELPS.iter().any(|(_, arguments)| arguments[0] == verb), "{verb}");
    }
}

/// Every command that the help names is on the page, with its options, and nothing of it is
/// in English.
#[test]
fn the_manual_page_has_all_commands() {
    let page = tjut(&["manual"]).out;
    for verb in verbs() {
        assert!(page.contains(&format!(".SH \"{}\"", verb.to_uppercase())), "{verb}");
    }
    assert!(page.contains("\\-\\-underskriftsfält") && page.contains(".SH SLUTKODER"), "{page}");
    for word in ["NAME", "SYNOPSIS", "OPTIONS", "Usage", "Print help"] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn every_shell_has_its_completion() {
    for (shell, part) in [
        ("bash", "complete -F _tjut"),
        ("zsh", "#compdef tjut"),
        ("fish", "complete -c tjut"),
        ("powershell", "Register-ArgumentCompleter -Native -CommandName 'tjut'"),
    ] {
        let ended = tjut(&["komplettering", shell]);
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{shell}");
        assert!(ended.out.contains(part), "{shell}: {}", ended.out);
        assert!(
            ended.out.contains("kontrollera") && ended.out.contains("underskriftsf"),
            "{shell}"
        );
    }
    let wrong = tjut(&["komplettering", "tcsh"]);
    assert_eq!(wrong.code, 2);
    insta::assert_snapshot!(wrong.err, @"
    fel: `tcsh` går inte att använda för `SKAL`; det ska vara bash eller zsh eller fish eller powershell. Menade du `zsh`?

    Skriv `tjut --hjälp` för att se vad som går att göra.
    ");
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
        &["brygga"],
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
    let sum = "2 årsfiler   1 fel, inga varningar, 1 kunde inte läsas\n";
    assert!(ended.err.ends_with(sum), "{}", ended.err);

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
    let ended = run.tjut(&["skapa", "fel.yaml"]);
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    assert!(ended.err.ends_with("fel: inga papper skrevs\n"), "{}", ended.err);
    assert!(!run.path().join("output").exists());

    let ended = run.tjut(&["skapa", "bra.yaml", "--format", "docx", "--dokument", "redovisning"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    assert!(run.path().join("output/bra/redovisning.docx").is_file());
    assert!(ended.out.starts_with("Skrev "), "{}", ended.out);
}

/// Every example that is handed out makes its papers where it was put, with the command
/// that it names itself.
#[test]
fn the_examples_are_handed_out_whole() {
    let run = Run::new();
    let listed = run.tjut(&["exempel"]);
    assert_eq!((listed.code, listed.err.as_str()), (0, ""));
    insta::assert_snapshot!("examples-list", listed.out);
    let ended = run.tjut(&["exempel", "--till", "prova"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    insta::assert_snapshot!("examples-written", ended.out);
    let folder = run.path().join("prova");
    for written in ended.out.lines().filter_map(|line| line.strip_prefix("Skrev prova/")) {
        let ours = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(written));
        assert!(std::fs::read(folder.join(written)).ok() == ours.ok(), "{written}");
    }
    let templates = ["--mallar", "templates/tjansteskrivelse"];
    for (name, more) in
        [("norra-innerstaden", &[] as &[&str]), ("jarva", &[]), ("lindsund", &templates)]
    {
        let file = format!("data/{name}-2025.yaml");
        let mut command = Command::new(env!("CARGO_BIN_EXE_tjut"));
        let made = command.current_dir(&folder).args(["skapa", &file]).args(more).output();
        assert!(made.is_ok_and(|made| made.status.success()), "{name}");
    }
    let again = run.tjut(&["examples", "--out", "prova"]);
    assert_eq!((again.code, again.out.as_str()), (3, ""));
    insta::assert_snapshot!("examples-again", again.err);
}

/// The links between the files that are handed out lead to files that are handed out too.
#[test]
fn no_link_of_what_is_handed_out_leads_nowhere() {
    let run = Run::new();
    assert_eq!(run.tjut(&["exempel", "--till", "."]).code, 0);
    let mut links = 0;
    for page in std::fs::read_dir(run.path().join("docs")).expect("a folder") {
        let path = page.expect("an entry").path();
        let text = std::fs::read_to_string(&path).expect("a page");
        for (at, _) in text.match_indices("](") {
            let target = text[at + 2..].split(')').next().unwrap_or_default();
            let target = target.split('#').next().unwrap_or_default();
            if target.is_empty() || target.contains(':') {
                continue;
            }
            links += 1;
            assert!(run.path().join("docs").join(target).is_file(), "{}: {target}", path.display());
        }
    }
    assert!(links > 3, "only {links} links");
}

#[test]
fn the_placeholders_are_listed_with_what_they_come_to() {
    let run = Run::new().with("x.yaml", EXAMPLE);
    let ended = run.tjut(&["uppgifter", "x.yaml"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    for (name, value) in [
        ("klienter", "189"),
        ("klienter.procent", "10,0 procent"),
        ("sammanträde", "2026-02-19"),
        ("upptagningsområde", "Kungsholmen, Norra innerstaden och Södermalm"),
        ("kö", "(saknas)"),
        ("redovisning_är_lämnad", "ja"),
        ("underskrifter", "lista med 2 rader"),
        ("  rad 2: namn", "Helena Sjödin Wik"),
        ("mening.klienter_kort", "Antalet klienter har minskat med 10,0 procent sedan 2024."),
    ] {
        let is_it = |line: &str| {
            line.strip_prefix(name)
                .is_some_and(|rest| rest.starts_with("  ") && rest.trim() == value)
        };
        assert!(ended.out.lines().any(is_it), "{name}: {}", ended.out);
    }
    // Without a file it is the example's.
    let example = tjut(&["placeholders"]);
    assert_eq!((example.code, &example.out), (0, &ended.out));
    insta::assert_snapshot!("placeholders-of-the-example", example.err);
}

#[test]
fn the_placeholders_as_json() {
    let run = Run::new().with("x.yaml", changed("    klienter: 189\n", "    klienter: 189 st\n"));
    let ended = run.tjut(&["uppgifter", "--json", "x.yaml"]);
    assert_eq!(ended.code, 0);
    insta::assert_snapshot!("placeholders-of-a-bad-file", ended.err);
    let document: Value = serde_json::from_str(&ended.out).expect("standard output is JSON");
    assert_eq!((&document["version"], &document["file"]), (&1.into(), &"x.yaml".into()));
    let all = document["placeholders"].as_array().expect("a list");
    let named = |name: &str| {
        all.iter().find(|entry| entry["name"] == name).unwrap_or_else(|| panic!("{name}"))
    };
    assert_eq!(named("kommun")["value"], "Stockholms stad");
    assert_eq!(named("kommun")["about"], "kommunens namn");
    assert_eq!((&named("kö")["value"], &named("kö")["unread"]), (&Value::Null, &false.into()));
    assert_eq!(named("klienter")["unread"], true);
    assert_eq!(named("underskrifter")["rows"][0]["namn"], "Torsten Almgren");
}

#[test]
fn a_masked_count_is_listed_as_papers_show_it() {
    let run = Run::new().with("x.yaml", include_str!("../data/lindsund-2025.yaml"));
    let ended = run.tjut(&["uppgifter", "x.yaml"]);
    let queue = ended.out.lines().find(|line| line.starts_with("kö  ")).expect("a line");
    assert!(queue.ends_with("färre än 5"), "{queue}");
}

#[test]
fn what_cannot_be_listed_is_told_apart() {
    let run = Run::new().with("nej.yaml", "nej\n");
    assert_eq!(run.tjut(&["uppgifter", "saknas.yaml"]).code, 3);
    let ended = run.tjut(&["uppgifter", "nej.yaml"]);
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    assert!(ended.err.starts_with("fel["), "{}", ended.err);
}
