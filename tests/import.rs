//! `underlag` and `importera`: what becomes of every spreadsheet in
//! `tests/fall/kalkylark/`, which `conformance/spreadsheet_files.py` makes.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use assert_cmd::Command;

const FOLDER: &str = "tests/fall/kalkylark";
const YEAR_FILE: &str = "årsfil.yaml";

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// How a run ended, and what it said.
struct Ended {
    code: i32,
    out: String,
    err: String,
}

fn tjut(folder: &Path, arguments: &[&str]) -> Ended {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tjut"));
    let output = command
        .current_dir(folder)
        .args(arguments)
        .timeout(Duration::from_mins(1))
        .output()
        .expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Ended {
        code: output.status.code().expect("it ends"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// The names of a folder's files with some endings.
fn names(path: &str, endings: &[&str]) -> Vec<String> {
    let entries = fs::read_dir(folder(path)).expect("the folder");
    let names =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let has_ending = |name: &String| endings.iter().any(|ending| name.ends_with(ending));
    let mut names: Vec<String> = names.filter(has_ending).collect();
    names.sort();
    names
}

fn said(ended: &Ended) -> String {
    format!("{}\n--- slutkod {}\n{}", ended.out, ended.code, ended.err)
}

fn settings() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/kalkylark");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

#[test]
fn every_spreadsheet_is_answered_like_this() {
    let endings = [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".fods", ".csv", ".doc"];
    let files = names(FOLDER, &endings);
    assert!(files.len() >= 40, "only {}", files.len());
    for name in files {
        let begun = Instant::now();
        let mut arguments = vec!["importera", YEAR_FILE, name.as_str()];
        if name.starts_with("rader") {
            arguments.extend(["--år", "2025"]);
        }
        let ended = tjut(&folder(FOLDER), &arguments);
        assert!(begun.elapsed() < Duration::from_secs(20), "{name}: {:?}", begun.elapsed());
        settings().bind(|| insta::assert_snapshot!(name.as_str(), said(&ended)));
    }
}

#[test]
fn every_map_is_answered_like_this() {
    let maps = names(&format!("{FOLDER}/kartor"), &[".yaml"]);
    assert!(maps.len() >= 15, "only {}", maps.len());
    for name in maps {
        let path = format!("kartor/{name}");
        let text = fs::read_to_string(folder(FOLDER).join(&path)).expect("the map");
        let source = text.lines().next().and_then(|line| line.strip_prefix("# Källa: "));
        let source = source.expect("its first line says which spreadsheet");
        let ended = tjut(&folder(FOLDER), &["importera", YEAR_FILE, source, "--karta", &path]);
        let name = format!("karta-{}", name.trim_end_matches(".yaml"));
        settings().bind(|| insta::assert_snapshot!(name, said(&ended)));
    }
}

/// What the person who filled in `ifyllt.xlsx` wrote.
#[test]
fn every_figure_that_was_filled_in_is_proposed() {
    let wanted = [
        ("nya", "saknas", "25", "C3"),
        ("klienter", "saknas", "61", "C4"),
        ("avslutade", "saknas", "24", "C5"),
        ("hemmavarande_barn", "saknas", "9", "C8"),
        ("ekonomi.använt", "600 000", "590\u{a0}000", "C38"),
        ("kön.kvinnor", "saknas", "33", "C9"),
        ("kön.män", "saknas", "27", "C10"),
        ("kön.annat", "saknas", "1", "C11"),
        ("ålder.18–29 år", "saknas", "19", "C13"),
        ("ålder.30 år eller äldre", "saknas", "42", "C14"),
        ("områden.Centrum", "saknas", "45", "C19"),
        ("områden.Norra", "saknas", "14", "C20"),
        ("områden.Södra", "saknas", "2", "C21"),
        ("orsaker.Ekonomi", "saknas", "35", "C25"),
        ("orsaker.Bostad", "saknas", "20", "C26"),
        ("orsaker.Kontakt med myndigheter", "saknas", "0", "C27"),
        ("kontaktvägar.Socialtjänsten", "saknas", "12", "C31"),
        ("kontaktvägar.Egen kontakt", "saknas", "13", "C32"),
    ];
    for file in ["ifyllt.xlsx", "ifyllt.ods"] {
        let ended = tjut(&folder(FOLDER), &["importera", YEAR_FILE, file]);
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{file}");
        let rows: Vec<&str> =
            ended.out.lines().skip(3).take_while(|line| !line.is_empty()).collect();
        assert_eq!(rows.len(), wanted.len(), "{file}");
        for (row, (field, old, new, cell)) in rows.iter().zip(wanted) {
            let rest = row.strip_prefix(field).unwrap_or_else(|| panic!("{file}: {row}"));
            let rest =
                rest.trim_start().strip_prefix(old).unwrap_or_else(|| panic!("{file}: {row}"));
            let rest =
                rest.trim_start().strip_prefix(new).unwrap_or_else(|| panic!("{file}: {row}"));
            assert_eq!(rest.trim(), format!("Årets siffror!{cell}"), "{file}");
        }
        assert!(ended.out.contains("\n1 siffra är som i årsfilen redan.\n"), "{}", ended.out);
    }
}

#[test]
fn the_table_fits_in_eighty_columns() {
    for file in ["ifyllt.xlsx", "räknat.xlsx", "inga-heltal.xlsx", "räknat-med-fel.xlsx"] {
        let ended = tjut(&folder(FOLDER), &["importera", YEAR_FILE, file]);
        for line in ended.out.lines().chain(ended.err.lines()) {
            assert!(line.chars().count() <= 80, "{file}: {line}");
        }
    }
}

#[test]
fn a_spreadsheet_that_is_too_large_is_not_read() {
    let temporary = tempfile::tempdir().expect("a folder");
    fs::copy(folder(FOLDER).join(YEAR_FILE), temporary.path().join(YEAR_FILE)).expect("a copy");
    let file = fs::File::create(temporary.path().join("stor.xlsx")).expect("a file");
    file.set_len(100 * 1024 * 1024).expect("it grows");
    let ended = tjut(temporary.path(), &["importera", YEAR_FILE, "stor.xlsx"]);
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    insta::assert_snapshot!(ended.err, @"
    fel: stor.xlsx: filen är 100 MB stor; den får vara högst 20 MB
      gör så här: Kontrollera att det är rätt fil. Bilder och blad som inte behövs kan tas bort ur den.
    ");
}

#[test]
fn files_and_years_that_cannot_be_are_said() {
    let folder = folder(FOLDER);
    let runs: [&[&str]; 9] = [
        &["importera", YEAR_FILE],
        &["importera", YEAR_FILE, "saknas.xlsx"],
        &["importera", "saknas.yaml", "ifyllt.xlsx"],
        &["importera", YEAR_FILE, "kartor"],
        &["importera", YEAR_FILE, "ifyllt.xlsx", "--karta", "saknas.yaml"],
        &["importera", YEAR_FILE, "ifyllt.xlsx", "--år", "2026"],
        &["importera", YEAR_FILE, "ifyllt.xlsx", "--år", "26"],
        &["importera", YEAR_FILE, "rader.csv"],
        &[
            "importera",
            YEAR_FILE,
            "statistik.xlsx",
            "--karta",
            "kartor/annat-år.yaml",
            "--år",
            "2025",
        ],
    ];
    let lines: Vec<String> = runs
        .iter()
        .map(|arguments| {
            format!("tjut {}\n{}", arguments.join(" "), said(&tjut(&folder, arguments)))
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn a_workbook_is_made_beside_the_year_file_and_never_over_another() {
    let temporary = tempfile::tempdir().expect("a folder");
    let path = temporary.path().join("min-fil.yaml");
    fs::copy(folder(FOLDER).join(YEAR_FILE), &path).expect("a copy");
    let ended = tjut(temporary.path(), &["underlag", "min-fil.yaml"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    // The reported year has no clients yet.
    assert_eq!(ended.out, "Skrev min-fil-underlag-2025.xlsx\nUnderlaget gäller 2025.\n");
    let first = fs::read(temporary.path().join("min-fil-underlag-2025.xlsx")).expect("it is there");
    let again = tjut(temporary.path(), &["underlag", "min-fil.yaml"]);
    assert_eq!((again.code, again.out.as_str()), (3, ""));
    insta::assert_snapshot!(again.err, @"
    fel: min-fil-underlag-2025.xlsx kan inte skapas: det finns en fil med det namnet
    fel: inget underlag skrevs; välj ett annat namn med --till
    ");
    let other = ["underlag", "min-fil.yaml", "--till", "ny/annan.xlsx", "--år", "2025"];
    assert_eq!(tjut(temporary.path(), &other).code, 0);
    let second = fs::read(temporary.path().join("ny/annan.xlsx")).expect("it is there");
    assert!(first == second, "the same year file gives the same bytes");
    // The year stands once in the name.
    fs::copy(&path, temporary.path().join("min-fil-2025.yaml")).expect("a copy");
    let named = tjut(temporary.path(), &["underlag", "min-fil-2025.yaml", "--år", "2026"]);
    assert_eq!(named.out, "Skrev min-fil-underlag-2026.xlsx\nUnderlaget gäller 2026.\n");
    fs::remove_file(temporary.path().join("min-fil-underlag-2026.xlsx")).expect("it is there");
    fs::copy(folder("data/jarva-2025.yaml"), &path).expect("a copy");
    let next = tjut(temporary.path(), &["underlag", "min-fil.yaml"]);
    assert!(next.out.ends_with("Underlaget gäller 2026.\n"), "{}", next.out);
}

#[test]
fn a_year_file_with_errors_is_used_as_far_as_it_can_be_read() {
    let temporary = tempfile::tempdir().expect("a folder");
    let text = fs::read_to_string(folder(FOLDER).join(YEAR_FILE)).expect("the year file");
    let write = |text: String| fs::write(temporary.path().join("fel.yaml"), text).expect("a file");
    let source = folder(FOLDER).join("ifyllt.xlsx");
    let source = source.to_str().expect("a path");
    write(text.replace("    kö: 4 #", "    kö: fyra #"));
    let ended = tjut(temporary.path(), &["importera", "fel.yaml", source]);
    assert_eq!(ended.code, 0);
    assert!(ended.out.contains("kö") && ended.out.contains("fyra"), "{}", ended.out);
    insta::assert_snapshot!(ended.err, @"En del av fel.yaml går inte att läsa. `tjut kontrollera` visar vad det är.");
    // What is merely not filled in yet is nothing to be alarmed at.
    write(
        text.replace("  datum: 2026-01-20\n", "").replace("  beviljat: 600 000\n", "  beviljat:\n"),
    );
    let ended = tjut(temporary.path(), &["underlag", "fel.yaml"]);
    assert_eq!(ended.code, 0);
    insta::assert_snapshot!(ended.err, @"Allt i fel.yaml är inte ifyllt än. `tjut kontrollera` visar vad som är kvar.");
    write(text.replace("    kö: 4 #", "   kö: [4 #"));
    let ended = tjut(temporary.path(), &["importera", "fel.yaml", source]);
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    assert!(ended.err.contains("fel.yaml:"), "{}", ended.err);
    write("nej\n".to_owned());
    for verb in [&["importera", "fel.yaml", source] as &[&str], &["underlag", "fel.yaml"]] {
        let ended = tjut(temporary.path(), verb);
        assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    }
}

/// A folder with a copy of the year file, changed where that is wanted, in which something
/// is imported and written.
fn written(source: &str, from: &str, to: &str) -> (tempfile::TempDir, Ended) {
    let temporary = tempfile::tempdir().expect("a folder");
    let text = fs::read_to_string(folder(FOLDER).join(YEAR_FILE)).expect("the year file");
    assert!(text.contains(from), "{from}");
    fs::write(temporary.path().join("fil.yaml"), text.replace(from, to)).expect("a copy");
    let source = folder(FOLDER).join(source);
    let source = source.to_str().expect("a path");
    let ended = tjut(temporary.path(), &["importera", "fil.yaml", source, "--skriv"]);
    (temporary, ended)
}

/// What stands in `fil.yaml`, and the names of the files beside it.
fn left(temporary: &tempfile::TempDir) -> (String, Vec<String>) {
    let text = fs::read_to_string(temporary.path().join("fil.yaml")).expect("the year file");
    let entries = fs::read_dir(temporary.path()).expect("the folder");
    let names = entries.map(|it| it.expect("an entry").file_name().to_string_lossy().into_owned());
    (text, names.filter(|name| name != "fil.yaml").collect())
}

#[test]
fn figures_are_written_and_nothing_else_is_touched() {
    for source in ["ifyllt.xlsx", "ifyllt.ods"] {
        let before = fs::read_to_string(folder(FOLDER).join(YEAR_FILE)).expect("the year file");
        let (temporary, ended) = written(source, "", "");
        assert_eq!((ended.code, ended.err.as_str()), (0, ""));
        let (text, beside) = left(&temporary);
        let (head, rest) = before.split_once("  2025:\n").expect("the reported year");
        let (_, tail) = rest.split_once("\nekonomi:\n").expect("what comes after");
        let tail = tail.replace("använt: 600 000", "använt: 590 000");
        let (new_head, new_rest) = text.split_once("  2025:\n").expect("the reported year");
        let (year, new_tail) = new_rest.split_once("\nekonomi:\n").expect("what comes after");
        assert_eq!((new_head, new_tail), (head, tail.as_str()), "{source}");
        insta::allow_duplicates!(insta::assert_snapshot!("the_year_as_it_is_written", year));
        let [kept] = beside.as_slice() else { panic!("{beside:?}") };
        let kept_text = fs::read_to_string(temporary.path().join(kept)).expect("it is there");
        assert_eq!(kept_text, before);
        assert!(ended.out.contains("\nÄndrade fil.yaml\nFilen som den var: "), "{}", ended.out);
        assert!(ended.out.trim_end().ends_with(kept), "{}", ended.out);
        // A second time everything stands there.
        let source = folder(FOLDER).join(source);
        let again = ["importera", "fil.yaml", source.to_str().expect("a path"), "--skriv"];
        let again = tjut(temporary.path(), &again);
        assert_eq!(again.code, 0);
        assert!(again.out.contains("Inget i årsfilen ändras."), "{}", again.out);
        assert_eq!(left(&temporary), (text, beside));
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_stay() {
    let temporary = tempfile::tempdir().expect("a folder");
    let text = fs::read_to_string(folder(FOLDER).join(YEAR_FILE)).expect("the year file");
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    fs::write(temporary.path().join("fil.yaml"), windows).expect("a copy");
    let source = folder(FOLDER).join("ifyllt.xlsx");
    let arguments = ["importera", "fil.yaml", source.to_str().expect("a path"), "--skriv"];
    assert_eq!(tjut(temporary.path(), &arguments).code, 0);
    let (after, _) = left(&temporary);
    let (temporary, _) = written("ifyllt.xlsx", "", "");
    let (plain, _) = left(&temporary);
    assert_eq!(after, format!("\u{feff}{}", plain.replace('\n', "\r\n")));
}

#[test]
fn nothing_is_written_while_something_is_refused() {
    let (temporary, ended) = written("inga-heltal.xlsx", "", "");
    assert_eq!(ended.code, 1);
    assert!(
        ended.err.ends_with("fel: inget skrevs, eftersom allt inte kan tas med\n"),
        "{}",
        ended.err
    );
    let (text, beside) = left(&temporary);
    assert_eq!(text, fs::read_to_string(folder(FOLDER).join(YEAR_FILE)).expect("the year file"));
    assert!(beside.is_empty(), "{beside:?}");
}

#[test]
fn a_year_file_that_may_only_be_read_stays() {
    let temporary = tempfile::tempdir().expect("a folder");
    let path = temporary.path().join("fil.yaml");
    fs::copy(folder(FOLDER).join(YEAR_FILE), &path).expect("a copy");
    let mut permissions = fs::metadata(&path).expect("the file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("they can be set");
    let source = folder(FOLDER).join("ifyllt.xlsx");
    let arguments = ["importera", "fil.yaml", source.to_str().expect("a path"), "--skriv"];
    let ended = tjut(temporary.path(), &arguments);
    assert_eq!(ended.code, 3);
    assert!(
        ended.err.contains("fil.yaml är skrivskyddad")
            && ended.err.ends_with("fel: inget skrevs\n"),
        "{}",
        ended.err
    );
    assert!(left(&temporary).1.is_empty());
}
