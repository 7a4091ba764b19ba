//! Papers from a folder of templates, and papers that are made on request.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// A run of the program in a folder of its own, with a small year file in it.
struct Run {
    folder: TempDir,
}

/// How a run ended, and what it said.
struct Ended {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Run {
    /// With the templates of a folder in `tests/fall/mallar/` as `mallar`.
    fn with(templates: &str) -> Self {
        let run = Self::new();
        fs::create_dir(run.path("mallar")).expect("a folder");
        for entry in fs::read_dir(Path::new("tests/fall/mallar").join(templates)).expect("it") {
            let from = entry.expect("an entry").path();
            let name = from.file_name().expect("a name");
            fs::copy(&from, run.path("mallar").join(name)).expect("a copy");
        }
        run
    }

    fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        fs::copy("tests/fall/minsta.yaml", folder.path().join("fall.yaml")).expect("a copy");
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn tjut(&self, command: &str) -> Ended {
        let output = Command::new(env!("CARGO_BIN_EXE_tjut"))
            .args(command.split(' '))
            .current_dir(self.folder.path())
            .output()
            .expect("it runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Ended { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// What a run that must end in the given way says on standard error.
    fn refused(&self, command: &str, code: i32) -> String {
        let ended = self.tjut(command);
        assert_eq!((ended.code, ended.out.as_str()), (Some(code), ""), "{}", ended.err);
        assert!(!self.path("output").exists(), "nothing is written");
        ended.err
    }

    /// What a run that must succeed says on standard output.
    fn done(&self, command: &str) -> String {
        let ended = self.tjut(command);
        assert_eq!((ended.code, ended.err.contains("fel:")), (Some(0), false), "{}", ended.err);
        ended.out
    }

    /// The names of the files that were made, without their endings.
    fn papers(&self) -> Vec<String> {
        let stem = |path: PathBuf| path.file_stem().expect("a stem").to_string_lossy().into_owned();
        let mut papers: Vec<String> =
            files(&self.path("output/fall")).into_iter().map(stem).collect();
        papers.dedup();
        papers
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

/// The text of a Word file's body.
fn words(docx: &Path) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(docx).expect("a file")).expect("a zip");
    let mut part = archive.by_name("word/document.xml").expect("the body");
    std::io::read_to_string(&mut part).expect("text")
}

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
}

#[test]
fn a_character_that_no_font_has_is_found_in_templates_too() {
    let run = Run::with("ersatt");
    let text = fs::read_to_string(run.path("mallar/Redovisning.md")).expect("it");
    fs::write(run.path("mallar/Redovisning.md"), text.replace("Under", "☃ Under")).expect("it");
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

#[cfg(unix)]
#[test]
fn nothing_outside_the_folder_is_read() {
    let run = Run::with("ersatt");
    fs::write(run.path("hemligt.md"), "hemligt\n").expect("a file");
    std::os::unix::fs::symlink(run.path("hemligt.md"), run.path("mallar/lank.md")).expect("a link");
    assert!(!run.done("mallar --mallar mallar").contains("lank"));
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

#[test]
fn the_papers_are_listed() {
    insta::assert_snapshot!("mallar", Run::new().done("mallar"));
    assert_eq!(Run::new().done("templates"), Run::new().done("mallar"));
    insta::assert_snapshot!("mallar-med-katalog", Run::with("ny").done("mallar --mallar mallar"));
}

#[test]
fn the_schema_knows_the_sections_of_a_folders_papers() {
    let run = Run::with("ny");
    let with = run.done("schema --mallar mallar");
    assert!(with.contains("antal_att_minnas") && !with.contains("ärendets_beredning"));
    assert!(!run.done("schema").contains("antal_att_minnas"));
}

#[test]
fn exported_templates_make_the_same_papers() {
    let run = Run::new();
    insta::assert_snapshot!(run.done("mallar --exportera mina/mallar"));
    let exported = files(&run.path("mina/mallar"));
    assert!(!exported.is_empty());
    for path in exported {
        let stored = Path::new("templates").join(path.file_name().expect("a name"));
        assert_eq!(fs::read(&path).expect("it"), fs::read(stored).expect("it"));
    }
    run.done("skapa fall.yaml --till a");
    run.done("skapa fall.yaml --till b --mallar mina/mallar");
    let bytes = |to: &str| -> Vec<Vec<u8>> {
        files(&run.path(to)).iter().map(|path| fs::read(path).expect("it")).collect()
    };
    assert_eq!(bytes("a/fall").len(), 6);
    assert!(bytes("a/fall") == bytes("b/fall"));
}

#[test]
fn exporting_replaces_nothing() {
    let run = Run::new();
    fs::create_dir(run.path("mina")).expect("a folder");
    fs::write(run.path("mina/ansokan.md"), "min egen").expect("a file");
    insta::assert_snapshot!(run.refused("mallar --export mina", 3), @r"
    fel: mina/ansokan.md kan inte skapas: det finns en fil med det namnet
    fel: inga mallar skrevs; välj en annan mapp
    ");
    assert_eq!(files(&run.path("mina")), [run.path("mina/ansokan.md")]);
    assert_eq!(fs::read(run.path("mina/ansokan.md")).expect("it"), b"min egen");
    insta::assert_snapshot!(run.refused("mallar --export fall.yaml", 3), @r"
    fel: fall.yaml kan inte skapas: det finns en fil med det namnet
    fel: inga mallar skrevs; välj en annan mapp
    ");
    insta::assert_snapshot!(run.refused("mallar --exportera x --mallar y", 2), @r"
    fel: `--exportera KATALOG` kan inte stå tillsammans med `--mallar KATALOG`.

    Skriv `tjut --hjälp` för att se vad som går att göra.
    ");
}
