//! Papers that somebody has worked on since they were made: what is said, and that
//! nothing of them is lost.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");

/// A folder with a good year file and its papers.
fn with_papers() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("fall.yaml"), EXAMPLE).expect("a file");
    let (code, _, err) = tjut(folder.path(), &["skapa", "fall.yaml"]);
    assert_eq!((code, err.as_str()), (0, ""));
    folder
}

/// The exit code and what was said on standard output and standard error.
fn tjut(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tjut"));
    let output = command.current_dir(folder).args(arguments).output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("it ends"), text(output.stdout), text(output.stderr))
}

fn content(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder.join("output/fall")).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        files.push((name, fs::read(&path).expect("a file")));
    }
    files.sort();
    files
}

/// The Word file with a word changed, as an editor leaves it.
fn edit(path: &Path) {
    let file = fs::read(path).expect("a file");
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("a package");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let mut text = Vec::new();
        part.read_to_end(&mut text).expect("it can be read");
        if part.name().expect("UTF-8") == "word/document.xml" {
            let xml = String::from_utf8(text).expect("UTF-8");
            assert!(xml.contains("Bakgrund"), "the paper has the heading");
            text = xml.replacen("Bakgrund", "Bakgrund och syfte", 1).into_bytes();
        }
        let options = SimpleFileOptions::default();
        writer.start_file(part.name().expect("UTF-8"), options).expect("a part");
        writer.write_all(&text).expect("it can be written");
    }
    fs::write(path, writer.finish().expect("a package").into_inner()).expect("it is saved");
}

/// The papers are made once more with other figures.
fn change_the_year_file(folder: &Path) {
    fs::write(folder.join("fall.yaml"), EXAMPLE.replace("Råd och stöd: 41", "Råd och stöd: 42"))
        .expect("a file");
}

#[test]
fn papers_that_nobody_has_touched_are_made_anew_as_often_as_the_year_file_changes() {
    let folder = with_papers();
    let before = content(folder.path());
    change_the_year_file(folder.path());
    let (code, _, err) = tjut(folder.path(), &["skapa", "fall.yaml"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(content(folder.path()).len(), before.len());
    assert!(content(folder.path()) != before);
}

#[test]
fn an_edited_word_file_stops_the_papers_and_stays_as_it_is() {
    let folder = with_papers();
    edit(&folder.path().join("output/fall/tjansteutlatande.docx"));
    let before = content(folder.path());
    change_the_year_file(folder.path());
    let (code, out, err) = tjut(folder.path(), &["skapa", "fall.yaml"]);
    assert_eq!((code, out.as_str()), (3, ""));
    insta::assert_snapshot!(err);
    assert!(content(folder.path()) == before);
    // The others of the folder can be made.
    let others = ["skapa", "fall.yaml", "--dokument", "redovisning"];
    assert_eq!(tjut(folder.path(), &others).0, 0);
}

#[test]
fn a_signed_pdf_and_a_file_from_elsewhere_stop_the_papers_too() {
    let folder = with_papers();
    let papers = folder.path().join("output/fall");
    let signed = papers.join("redovisning.pdf");
    let mut bytes = fs::read(&signed).expect("a file");
    bytes.extend_from_slice(b"\n700 0 obj\n<</Type/Sig>>\nendobj\n%%EOF\n");
    fs::write(&signed, bytes).expect("a file");
    fs::write(papers.join("ansokan.docx"), "L\u{e4}nsstyrelsens egen blankett").expect("a file");
    let before = content(folder.path());
    let (code, out, err) = tjut(folder.path(), &["skapa", "fall.yaml"]);
    assert_eq!((code, out.as_str()), (3, ""));
    insta::assert_snapshot!(err);
    assert!(content(folder.path()) == before);
}

#[test]
fn edited_files_are_kept_beside_when_they_are_to_be_replaced() {
    let folder = with_papers();
    let papers = folder.path().join("output/fall");
    let fresh = fs::read(papers.join("tjansteutlatande.docx")).expect("a file");
    edit(&papers.join("tjansteutlatande.docx"));
    let edited = fs::read(papers.join("tjansteutlatande.docx")).expect("a file");
    for option in ["--ersätt", "--ersatt", "--replace"] {
        let (code, out, err) = tjut(folder.path(), &["skapa", "fall.yaml", option]);
        assert_eq!((code, err.as_str()), (0, ""), "{option}");
        if option == "--ersätt" {
            insta::assert_snapshot!(out);
        } else {
            assert!(!out.contains("tidigare"), "nothing is edited any longer: {out}");
        }
    }
    assert!(fs::read(papers.join("tjansteutlatande.docx")).expect("a file") == fresh);
    assert!(fs::read(papers.join("tjansteutlatande-tidigare.docx")).expect("a file") == edited);
    assert_eq!(content(folder.path()).len(), 7);
}

#[test]
fn a_paper_that_is_open_in_word_is_not_replaced() {
    let folder = with_papers();
    let papers = folder.path().join("output/fall");
    fs::write(papers.join("~$dovisning.docx"), "").expect("a file");
    let (code, out, err) = tjut(folder.path(), &["skapa", "fall.yaml", "--ersätt"]);
    assert_eq!((code, out.as_str()), (3, ""));
    insta::assert_snapshot!(err);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_paper_stays() {
    let folder = with_papers();
    let paper = folder.path().join("output/fall/ansokan.pdf");
    let elsewhere = folder.path().join("gemensam.pdf");
    fs::rename(&paper, &elsewhere).expect("it is moved");
    std::os::unix::fs::symlink(&elsewhere, &paper).expect("a link");
    let before = fs::read(&elsewhere).expect("a file");
    change_the_year_file(folder.path());
    let (code, out, err) = tjut(folder.path(), &["skapa", "fall.yaml"]);
    assert_eq!((code, out.as_str()), (3, ""));
    let first = err.lines().next().expect("a line");
    assert_eq!(first, "fel: output/fall/ansokan.pdf är en länk till en annan fil");
    assert!(fs::read(&elsewhere).expect("a file") == before && paper.is_symlink());
}

/// The year file with a mistake that stops the papers.
fn break_the_year_file(folder: &Path) {
    fs::write(folder.join("fall.yaml"), EXAMPLE.replace("    nya: 86", "    nya: 860"))
        .expect("a file");
}

#[test]
fn when_the_papers_are_stopped_those_there_are_said_to_be_older() {
    let folder = TempDir::new().expect("a temporary folder");
    break_the_year_file(folder.path());
    let last = || {
        let (code, out, err) = tjut(folder.path(), &["skapa", "fall.yaml"]);
        assert_eq!((code, out.as_str()), (1, ""));
        err.lines().last().expect("a line").to_owned()
    };
    let advice = "Lägg till --utkast för att göra dem som utkast att granska";
    assert_eq!(last(), format!("fel: inga papper skrevs. {advice}"));
    fs::create_dir_all(folder.path().join("output/fall")).expect("a folder");
    assert_eq!(last(), format!("fel: inga papper skrevs. {advice}"));
    fs::write(folder.path().join("output/fall/redovisning.pdf"), "").expect("a file");
    let older = "de papper som finns i output/fall är äldre";
    assert_eq!(last(), format!("fel: inga papper skrevs; {older}. {advice}"));
    // No draft can be made of this.
    fs::write(folder.path().join("fall.yaml"), "nej\n").expect("a file");
    assert_eq!(last(), format!("fel: inga papper skrevs; {older}"));
}

#[test]
fn drafts_stand_in_a_folder_of_their_own_and_touch_no_paper() {
    let folder = with_papers();
    let before: Vec<_> = content(folder.path());
    break_the_year_file(folder.path());
    let (code, out, err) = tjut(folder.path(), &["skapa", "fall.yaml", "--utkast"]);
    assert_eq!(code, 0, "{err}");
    insta::assert_snapshot!(out);
    assert!(err.contains("fel[del-större-än-helhet]"), "{err}");
    let drafts = folder.path().join("output/fall/utkast");
    let moved = folder.path().join("utkast");
    fs::rename(&drafts, &moved).expect("it can be moved");
    assert!(content(folder.path()) == before);
    // Someone has noted in one of them what is to be done.
    fs::rename(&moved, &drafts).expect("it can be moved");
    edit(&drafts.join("utkast-tjansteutlatande.docx"));
    let (code, _, err) = tjut(folder.path(), &["skapa", "fall.yaml", "--utkast"]);
    assert_eq!(code, 3);
    assert!(err.contains("utkast-tjansteutlatande.docx har ändrats"), "{err}");
}

#[test]
fn of_what_cannot_be_read_there_is_no_draft() {
    let folder = TempDir::new().expect("a temporary folder");
    for (content, code) in [("nej\n".as_bytes(), 1), (b"avs\xe4ndare:\n", 1)] {
        fs::write(folder.path().join("fall.yaml"), content).expect("a file");
        let (found, out, err) = tjut(folder.path(), &["skapa", "fall.yaml", "--utkast"]);
        assert_eq!((found, out.as_str()), (code, ""), "{err}");
        assert!(err.ends_with("fel: inga papper skrevs\n"), "{err}");
        assert!(!folder.path().join("output").exists());
    }
}
