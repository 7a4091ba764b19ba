//! Papers that are made alone: what only other papers need may be left out.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

const PAPERS: [&str; 3] = ["tjansteutlatande", "ansokan", "informationsblad"];

fn file(paper: &str) -> String {
    // The report needs all that the smallest year file has.
    let path = match paper {
        "redovisning" => Path::new("tests/fall/minsta.yaml").to_owned(),
        _ => Path::new("tests/fall/ett-papper").join(format!("{paper}.yaml")),
    };
    fs::read_to_string(path).expect("the year file")
}

/// The exit code and what is said on standard output and standard error.
fn tjut(folder: &TempDir, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tjut"));
    let ended = command.current_dir(folder.path()).args(arguments).output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (ended.status.code(), text(ended.stdout), text(ended.stderr))
}

/// What is said about a year file when a paper is made of it.
fn said(text: &str, paper: &str) -> String {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("x.yaml"), text).expect("a file");
    tjut(&folder, &["kontrollera", "x.yaml", "--dokument", paper]).2
}

#[test]
fn a_paper_alone_needs_only_its_own() {
    for paper in PAPERS {
        let folder = TempDir::new().expect("a temporary folder");
        fs::write(folder.path().join("x.yaml"), file(paper)).expect("a file");
        let ended = tjut(&folder, &["skapa", "x.yaml", "--dokument", paper, "--råd"]);
        assert_eq!((ended.0, ended.2.as_str()), (Some(0), ""), "{paper}");
        for ending in ["pdf", "docx"] {
            let made = folder.path().join(format!("output/x/{paper}.{ending}"));
            assert!(made.is_file(), "{}", made.display());
        }
        let (_, json, _) = tjut(&folder, &["kontrollera", "x.yaml", "--dokument", paper, "--json"]);
        let json: Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json["papers"], Value::from(vec![paper]));
    }
}

/// A line that no other paper would need taken away.
#[test]
fn a_paper_names_what_it_can_not_be_made_without() {
    for (paper, name, line, key) in [
        ("tjansteutlatande", "Tjänsteutlåtande", "  sammanträde: 2026-02-17\n", "sammanträde"),
        ("tjansteutlatande", "Tjänsteutlåtande", "  årsanställningar: 2\n", "årsanställningar"),
        ("ansokan", "Ansökan", "  startade: 2026-04-01\n", "startade"),
        ("ansokan", "Ansökan", "  ansökan_inlämnad: 2026-02-18\n", "ansökan_inlämnad"),
        ("ansokan", "Ansökan", "  organisationsnummer: 999999-0014\n", "organisationsnummer"),
        ("informationsblad", "Informationsblad", "  telefon: 08-465 004 80\n", "handläggare"),
    ] {
        let text = file(paper);
        assert_eq!(text.matches(line).count(), 1, "{line}");
        let said = said(&text.replacen(line, "", 1), paper);
        let message = format!("fel[saknad-uppgift]: uppgiften `{key}` saknas");
        let reason = format!("Utan `{key}` kan det här inte göras: {name}");
        assert!(said.contains(&message) && said.contains(&reason), "{key}: {said}");
        assert!(said.contains("\n1 fel, inga varningar"), "{key}: {said}");
    }
}

/// Only of a paper without a date does it follow from the meeting what was sent before it.
#[test]
fn what_was_sent_follows_from_the_date_of_the_paper() {
    let folder = TempDir::new().expect("a temporary folder");
    let template = "---\nnamn: Notis\nbeskrivning: En notis\nkrav: []\nförfattare: Nämnden\nämne: Notis\nsökord: [notis]\n---\n```sidhuvud\nNotis\n```\n\n# Notis\n\nRedovisningen {{ redovisning_lämnas }}.\n";
    fs::create_dir(folder.path().join("mallar")).expect("a folder");
    fs::write(folder.path().join("mallar/notis.md"), template).expect("a template");
    let whole = file("redovisning");
    let without = |line: &str| {
        let line = whole.lines().find(|other| other.trim_start().starts_with(line));
        line.map(|line| format!("{line}\n")).expect("the line")
    };
    let unmet = whole.replacen(&without("sammanträde:"), "", 1);
    let undated = unmet.replacen(&without("datum:"), "", 1);
    for (text, is_whole) in [(unmet, true), (undated, false)] {
        fs::write(folder.path().join("x.yaml"), text).expect("a file");
        let arguments = ["kontrollera", "x.yaml", "--mallar", "mallar", "--dokument", "notis"];
        let (code, _, said) = tjut(&folder, &arguments);
        assert_eq!(code == Some(0), is_whole, "{said}");
        assert_eq!(said.contains("uppgiften `sammanträde` saknas"), !is_whole, "{said}");
    }
}

/// What the paper shows is looked at as closely as ever.
#[test]
fn figures_that_are_shown_are_checked() {
    let wrong = "kön: { kvinnor: 31, män: 28 }";
    let board = file("tjansteutlatande").replacen("kön: { kvinnor: 30, män: 28 }", wrong, 1);
    assert!(said(&board, "tjansteutlatande").contains("fel[summa-stämmer-inte]"));
    let figures =
        "statistik:\n  2025:\n    klienter: 58\n    kön: { kvinnor: 31, män: 28 }\ntexter:";
    let application = file("ansokan").replacen("texter:", figures, 1);
    assert_eq!(said(&application, "ansokan"), "inga fel, inga varningar\n");
}

/// With the figures attached they are shown, whatever the paper.
#[test]
fn figures_that_are_attached_are_checked() {
    let folder = TempDir::new().expect("a temporary folder");
    let figures =
        "statistik:\n  2025:\n    klienter: 58\n    kön: { kvinnor: 31, män: 28 }\ntexter:";
    let text = file("ansokan").replacen("texter:", figures, 1);
    fs::write(folder.path().join("x.yaml"), text).expect("a file");
    let make = ["skapa", "x.yaml", "--dokument", "ansokan"];
    let attached = [&make as &[&str], &["--bifoga-siffror"]].concat();
    assert!(tjut(&folder, &attached).2.contains("fel[summa-stämmer-inte]"));
    let word = [&attached as &[&str], &["--format", "docx"]].concat();
    assert_eq!(tjut(&folder, &word).0, Some(0), "a Word file has no figures attached");
    assert_eq!(tjut(&folder, &make).0, Some(0));
}

/// A text of a paper that is not made says nothing in the one that is.
#[test]
fn texts_of_other_papers_are_not_looked_at() {
    let text = file("tjansteutlatande")
        + "texter:\n  utbildning: |\n    En  kurs.\n  bakgrund: |\n    En  bakgrund.\n";
    let said = said(&text, "tjansteutlatande");
    assert!(said.contains("1 varning\n") && !said.contains("kurs"), "{said}");
}

#[test]
fn papers_that_do_not_exist_are_no_papers_to_check_for() {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("x.yaml"), file("ansokan")).expect("a file");
    let ended = tjut(&folder, &["kontrollera", "x.yaml", "--dokument", "ansökn"]);
    let message = "fel: papperet `ansökn` finns inte. Menade du `ansokan`?\n";
    assert_eq!((ended.0, ended.2.as_str()), (Some(2), message));
    // Its name with Swedish letters is the same paper.
    assert_eq!(tjut(&folder, &["kontrollera", "x.yaml", "--dokument", "Ansökan"]).0, Some(0));
    let ended =
        tjut(&folder, &["kontrollera", "x.yaml", "--dokument", "ansokan", "--format", "pdf"]);
    assert_eq!(ended.0, Some(0));
}

/// A year file says itself which papers it is for, and the command line goes before it.
#[test]
fn a_year_file_names_its_papers() {
    let folder = TempDir::new().expect("a temporary folder");
    let named = |paper: &str, papers: &str| {
        file(paper).replacen("verksamhetsår: 2025\n", &format!("verksamhetsår: 2025\n{papers}"), 1)
    };
    let write = |name: &str, text: String| {
        fs::write(folder.path().join(name), text).expect("a file");
    };
    write("x.yaml", named("tjansteutlatande", "papper: [tjansteutlatande]\n"));
    write("y.yaml", named("ansokan", "papper:\n  - ansokan\n"));
    let (code, out, err) = tjut(&folder, &["skapa", "x.yaml", "y.yaml", "--format", "docx"]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(!out.contains("Fler papper"), "{out}");
    for (name, made) in [("x", "tjansteutlatande.docx"), ("y", "ansokan.docx")] {
        let files = fs::read_dir(folder.path().join("output").join(name)).expect("a folder");
        let files: Vec<_> = files.map(|file| file.expect("a file").file_name()).collect();
        assert_eq!(files, [made]);
    }
    let papers = |arguments: &[&str]| {
        let json = tjut(&folder, arguments).1;
        serde_json::from_str::<Value>(&json).expect("JSON")["papers"].clone()
    };
    let both = papers(&["kontrollera", "y.yaml", "x.yaml", "--json"]);
    assert_eq!(both, Value::from(vec!["tjansteutlatande", "ansokan"]));
    let other = ["kontrollera", "y.yaml", "--json", "--dokument", "informationsblad"];
    assert_eq!(papers(&other), Value::from(vec!["informationsblad"]));
    write("alla.yaml", named("ansokan", "papper: [alla]\n"));
    assert_eq!(papers(&["kontrollera", "alla.yaml", "--json"]).as_array().map(Vec::len), Some(4));
}

/// `kontrollera` makes what it is to try, and writes none of it.
#[test]
fn formats_are_tried_and_not_written() {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("x.yaml"), file("ansokan")).expect("a file");
    let check = ["kontrollera", "x.yaml", "--dokument", "ansokan", "--format", "pdf,docx"];
    let (code, _, err) = tjut(&folder, &check);
    assert_eq!((code, err.as_str()), (Some(0), "inga fel, inga varningar\n"));
    assert!(!folder.path().join("output").exists());
}

/// Half of what no paper shows is not asked for, and half of what one shows is.
#[test]
fn a_group_is_to_be_whole_where_it_is_shown() {
    let halved = |paper: &str, group: &str| {
        said(&file(paper).replacen("verksamhet:\n", &format!("{group}verksamhet:\n"), 1), paper)
    };
    let nation = "riket:\n  ombud: 325\n";
    assert_eq!(halved("tjansteutlatande", nation), "inga fel, inga varningar\n");
    let shown = halved("informationsblad", nation);
    assert!(shown.contains("3 uppgifter saknas"), "{shown}");
    assert!(shown.contains("Informationsblad (avsnittet `riket_i_siffror`)"), "{shown}");
    let shortcoming = "brister:\n  - område: Bostad\n";
    assert_eq!(halved("tjansteutlatande", shortcoming), "inga fel, inga varningar\n");
    let rest = "    beskrivning: Väntetiderna är långa.\n    huvudman: Kommunen\n";
    let shown = said(&file("redovisning").replacen(rest, "", 1), "redovisning");
    assert!(shown.contains("2 uppgifter saknas"), "{shown}");
    let economy = "ekonomi:\n  beviljat: 600 000\n";
    assert_eq!(halved("informationsblad", economy), "inga fel, inga varningar\n");
    let shown = halved("tjansteutlatande", economy);
    assert!(shown.contains("uppgiften `använt` saknas"), "{shown}");
}

/// Whoever has no figures yet has a sheet without them, as one who leaves them out.
#[test]
fn a_sheet_without_figures_needs_none() {
    let text = file("informationsblad");
    let (before, _) = text.split_once("statistik:\n").expect("it has statistics");
    assert_eq!(said(before, "informationsblad"), "inga fel, inga varningar\n");
    let text = format!("{before}texter:\n  klienter_i_siffror: utelämna\n");
    assert_eq!(said(&text, "informationsblad"), "inga fel, inga varningar\n");
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("x.yaml"), text).expect("a file");
    let make = ["skapa", "x.yaml", "--dokument", "informationsblad", "--format", "docx"];
    assert_eq!(tjut(&folder, &make).0, Some(0));
    let bytes = fs::read(folder.path().join("output/x/informationsblad.docx")).expect("a file");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip file");
    let body = archive.by_name("word/document.xml").expect("the body");
    let body = std::io::read_to_string(body).expect("text");
    assert!(body.contains("Så får du kontakt") && !body.contains("I siffror"));
}

/// Who has written all that is about the figures needs none of them for a paper.
#[test]
fn texts_in_the_place_of_all_figures_need_none() {
    let text = file("tjansteutlatande");
    let (before, _) = text.split_once("statistik:\n").expect("it has statistics");
    let missing = said(before, "tjansteutlatande");
    assert!(missing.contains("uppgiften `statistik` saknas"), "{missing}");
    let named = "(avsnitten `nyckeltal`, `sammanfattning` och `antal_klienter`)";
    assert!(missing.contains(named), "{missing}");
    let texts = "texter:\n  nyckeltal: utelämna\n  antal_klienter: utelämna\n  \
        jämställdhetsanalys: utelämna\n  sammanfattning: |\n    Nämnden har en verksamhet.\n";
    assert_eq!(said(&format!("{before}{texts}"), "tjansteutlatande"), "inga fel, inga varningar\n");
}

/// What is not in the year file can't be said wrongly.
#[test]
fn texts_about_what_is_left_out_are_left_alone() {
    let board = "texter:\n  bakgrund: |\n    Verksamheten startade den 1 september 2005. \
        Ledningsgruppen träffas fyra gånger om året. Prioriteringsordningen har tre situationer.\n";
    let text = file("tjansteutlatande") + board;
    assert_eq!(said(&text, "tjansteutlatande"), "inga fel, inga varningar\n");
    let sheet = "texter:\n  om_stödet: |\n    De har tre årsanställningar. Nämnden sammanträder den \
        19 februari 2026. Redovisningen lämnades den 15 januari 2026.\n";
    let text = file("informationsblad") + sheet;
    assert_eq!(said(&text, "informationsblad"), "inga fel, inga varningar\n");
}

/// A year that is far away is one, whatever else is left out.
#[test]
fn what_texts_say_of_what_is_there_is_still_looked_at() {
    let text =
        file("tjansteutlatande") + "texter:\n  bakgrund: |\n    Vi hade 59 klienter under 2025.\n";
    assert!(said(&text, "tjansteutlatande").contains("varning[fel-siffra-i-text]"));
}
