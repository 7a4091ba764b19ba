//! Papers listed, and templates written out to be changed.

use std::fs;
use std::path::Path;

use crate::{Run, files};

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
    fel: fall.yaml kan inte vara mapp: det finns en fil med det namnet
    fel: inga mallar skrevs; välj en annan mapp
    ");
    insta::assert_snapshot!(run.refused("mallar --exportera x --mallar y", 2), @r"
    fel: `--exportera MAPP` kan inte stå tillsammans med `--mallar MAPP`.

    Skriv `tjut --hjälp` för att se vad som går att göra.
    ");
}
