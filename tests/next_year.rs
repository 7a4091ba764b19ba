//! `tjut nytt-år` and `tjut läst`: what is written, what is said, and what stops it.

mod support;

use std::fs;
use std::path::Path;

use support::run::tjut;

const EXAMPLE: &str = include_str!("../data/lindsund-2025.yaml");

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("lindsund-2025.yaml"), EXAMPLE).expect("the file can be written");
    folder
}

fn content(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("the file is there")
}

/// The lines that differ, in the order of the files: `-` for those that are gone.
fn difference(before: &str, after: &str) -> String {
    let mut lines = Vec::new();
    let mut rest = after.lines().peekable();
    for line in before.lines() {
        if rest.clone().any(|other| other == line) {
            while let Some(other) = rest.next_if(|other| *other != line) {
                lines.push(format!("+{other}"));
            }
            rest.next();
        } else {
            lines.push(format!("-{line}"));
        }
    }
    lines.extend(rest.map(|line| format!("+{line}")));
    lines.join("\n")
}

#[test]
fn the_next_year_begins_with_what_does_not_belong_to_this_one() {
    let folder = folder();
    let ended = tjut(folder.path(), &["nytt-år", "lindsund-2025.yaml"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    insta::assert_snapshot!("next-year", ended.out);
    assert_eq!(content(folder.path(), "lindsund-2025.yaml"), EXAMPLE);
    let new = content(folder.path(), "lindsund-2026.yaml");
    insta::assert_snapshot!("next-year-difference", difference(EXAMPLE, &new));
    // Every comment stays.
    let comments =
        |text: &str| text.lines().filter(|line| line.trim_start().starts_with('#')).count();
    assert_eq!(comments(&new), comments(EXAMPLE));
}

#[test]
fn a_file_that_is_there_is_not_written_over() {
    let folder = folder();
    fs::write(folder.path().join("lindsund-2026.yaml"), "mitt: arbete\n").expect("written");
    let ended = tjut(folder.path(), &["nytt-år", "lindsund-2025.yaml"]);
    assert_eq!((ended.code, ended.out.as_str()), (3, ""));
    insta::assert_snapshot!("next-year-in-the-way", ended.err);
    assert_eq!(content(folder.path(), "lindsund-2026.yaml"), "mitt: arbete\n");
    let other = tjut(folder.path(), &["nytt-år", "lindsund-2025.yaml", "--till", "nytt.yaml"]);
    assert_eq!(other.code, 0, "{}", other.err);
    assert!(content(folder.path(), "nytt.yaml").contains("verksamhetsår: 2026"));
}

#[test]
fn a_file_with_errors_goes_on_and_one_without_a_year_does_not() {
    let folder = folder();
    let wrong = EXAMPLE.replace("  driftsform: Egen regi\n", "  driftsfrm: Egen regi\n");
    fs::write(folder.path().join("fel-2025.yaml"), wrong).expect("written");
    let ended = tjut(folder.path(), &["nytt-år", "fel-2025.yaml"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    insta::assert_snapshot!("next-year-of-a-file-with-errors", ended.err);
    assert!(content(folder.path(), "fel-2026.yaml").contains("driftsfrm: Egen regi"));
    let yearless = EXAMPLE.replace("verksamhetsår: 2025", "verksamhetsår: snart");
    fs::write(folder.path().join("utan.yaml"), yearless).expect("written");
    let ended = tjut(folder.path(), &["nytt-år", "utan.yaml"]);
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    insta::assert_snapshot!("next-year-without-a-year", ended.err);
    let missing = tjut(folder.path(), &["nytt-år", "finns-inte.yaml"]);
    assert_eq!((missing.code, missing.out.as_str()), (3, ""));
}

#[test]
fn what_has_been_read_is_marked_until_it_is_changed() {
    let folder = folder();
    let name = "lindsund-2026.yaml";
    assert_eq!(tjut(folder.path(), &["nytt-år", "lindsund-2025.yaml"]).code, 0);
    let listed = tjut(folder.path(), &["läst", name]);
    assert_eq!((listed.code, listed.err.as_str()), (0, ""));
    insta::assert_snapshot!("reviewed-list", listed.out);
    let before = content(folder.path(), name);
    let marked = tjut(folder.path(), &["läst", name, "texter.handledning", "brister"]);
    assert_eq!((marked.code, marked.err.as_str()), (0, ""));
    insta::assert_snapshot!("reviewed-marked", marked.out);
    insta::assert_snapshot!(
        "reviewed-difference",
        difference(&before, &content(folder.path(), name))
    );
    let listed = tjut(folder.path(), &["läst", name]).out;
    assert!(!listed.contains("texter.handledning") && !listed.contains("brister"), "{listed}");
    let again = tjut(folder.path(), &["läst", name, "texter.handledning"]);
    assert_eq!((again.code, again.out.as_str()), (2, ""));
    insta::assert_snapshot!("reviewed-again", again.err);
    let wrong = tjut(folder.path(), &["läst", name, "texter.utbildninng"]);
    insta::assert_snapshot!("reviewed-unknown", wrong.err);
    // A later change asks anew.
    let at = "texter.handledning=\"Ombudet har handledning varannan vecka.\"";
    assert_eq!(tjut(folder.path(), &["sätt", name, at]).code, 0);
    let checked = tjut(folder.path(), &["kontrollera", name]);
    assert!(
        checked.err.contains("`texter.handledning` har ändrats sedan det märktes som genomläst"),
        "{}",
        checked.err
    );
    let all = tjut(folder.path(), &["läst", name, "--allt"]);
    assert_eq!(all.code, 0, "{}", all.err);
    assert!(all.out.ends_with("Allt är nu genomläst.\n"), "{}", all.out);
    let checked = tjut(folder.path(), &["kontrollera", name]).err;
    assert!(!checked.contains("oläst"), "{checked}");
    let none = tjut(folder.path(), &["läst", name]);
    insta::assert_snapshot!("reviewed-nothing-left", none.out);
}

/// What has been changed has been read: only what stands as it stood is asked about.
#[test]
fn a_changed_text_is_a_read_one() {
    let folder = folder();
    let name = "lindsund-2026.yaml";
    assert_eq!(tjut(folder.path(), &["nytt-år", "lindsund-2025.yaml"]).code, 0);
    let unread = "`texter.utbildning` står kvar från 2025 och är inte genomläst";
    let checked = tjut(folder.path(), &["kontrollera", name]);
    assert!(checked.err.contains(unread), "{}", checked.err);
    let at = "texter.utbildning=Ombudet har gått en kurs om bostadsbidrag.";
    assert_eq!(tjut(folder.path(), &["sätt", name, at]).code, 0);
    let checked = tjut(folder.path(), &["kontrollera", name]);
    assert!(!checked.err.contains("`texter.utbildning`"), "{}", checked.err);
}

/// Two years on: what was noted for the first is not taken along to the second.
#[test]
fn a_year_after_that_begins_from_the_start() {
    let folder = folder();
    assert_eq!(tjut(folder.path(), &["nytt-år", "lindsund-2025.yaml"]).code, 0);
    assert_eq!(tjut(folder.path(), &["läst", "lindsund-2026.yaml", "--allt"]).code, 0);
    let ended = tjut(folder.path(), &["nytt-år", "lindsund-2026.yaml"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let new = content(folder.path(), "lindsund-2027.yaml");
    assert!(new.contains("verksamhetsår: 2027") && !new.contains("genomlästa"), "{new}");
    assert_eq!(new.matches("från_året_före:").count(), 1);
    let listed = tjut(folder.path(), &["läst", "lindsund-2027.yaml"]).out;
    assert!(listed.contains("texter.handledning"), "{listed}");
}

/// What `nytt-år` says is to be read is what `läst` lists: also a group of which the new file
/// lacks a part, and a value that has moved on.
#[test]
fn what_is_to_be_read_is_listed_until_it_is_read() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let text = include_str!("fall/situationer/flera-kommuner.yaml");
    fs::write(folder.path().join("ombud-2025.yaml"), text).expect("the file can be written");
    let made = tjut(folder.path(), &["nytt-år", "ombud-2025.yaml"]);
    assert_eq!((made.code, made.err.as_str()), (0, ""));
    let (_, listed) = made.out.split_once("Kvar från 2025").expect("what is to be read");
    let wanted: Vec<&str> =
        listed.lines().skip(1).take_while(|line| !line.is_empty()).map(str::trim).collect();
    for place in ["verksamhet.andra_kommuner", "verksamhet.årsanställningar"] {
        assert!(wanted.contains(&place), "{place}: {wanted:?}");
    }
    let left = |out: &str| -> Vec<String> {
        let lines = out.lines().filter(|line| line.starts_with("  rad "));
        lines.filter_map(|line| Some(line.rsplit_once(": ")?.1.to_owned())).collect()
    };
    let unread = tjut(folder.path(), &["läst", "ombud-2026.yaml"]);
    assert_eq!(left(&unread.out), wanted);
    // Every remedy of the findings is a command that works.
    let checked = tjut(folder.path(), &["kontrollera", "ombud-2026.yaml", "--json"]);
    let remedies: Vec<&str> = checked
        .out
        .split("`tjut läst FIL ")
        .chain(checked.err.split("`tjut läst FIL "))
        .filter_map(|rest| rest.split_once("`.").map(|(place, _)| place))
        .filter(|place| !place.contains(char::is_whitespace))
        .collect();
    assert_eq!(remedies.len(), wanted.len(), "{}", checked.err);
    for place in wanted {
        assert!(remedies.contains(&place), "{place}: {remedies:?}");
        let marked = tjut(folder.path(), &["läst", "ombud-2026.yaml", place]);
        assert_eq!((marked.code, marked.err.as_str()), (0, ""), "{place}");
    }
}
