//! Silencing a rule in the whole file, at one place and in a text: what is still said,
//! and what is said about the silence.

use std::fs;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

const SMALLEST: &str = include_str!("fall/minsta.yaml");

/// What `kontrollera` says about the smallest file with another text for a section and
/// some lines before the statistics: as text and as JSON.
fn checked(background: &str, controls: &str) -> (String, Value) {
    let folder = TempDir::new().expect("a temporary folder");
    let text = format!("texter:\n  bakgrund: |\n{background}");
    let file = SMALLEST.replacen("texter:\n", &text, 1).replacen(
        "statistik:\n",
        &format!("{controls}statistik:\n"),
        1,
    );
    fs::write(folder.path().join("x.yaml"), file).expect("a file");
    let run = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tjut"));
        let command = command.current_dir(folder.path()).args(["kontrollera", "x.yaml"]);
        command.args(more).output().expect("it runs")
    };
    let said = String::from_utf8(run(&[]).stderr).expect("UTF-8");
    let json = serde_json::from_slice(&run(&["--json"]).stdout).expect("JSON");
    (said, json)
}

/// The rules and lines of the findings.
fn findings(json: &Value) -> Vec<(String, u64)> {
    let findings = json["findings"].as_array().expect("a list").iter();
    let found = findings.map(|finding| {
        let rule = finding["rule"].as_str().expect("a rule").to_owned();
        (rule, finding["line"].as_u64().expect("a line"))
    });
    found.collect()
}

/// The line of the first text's first line in the changed file.
fn first_line() -> u64 {
    let before = SMALLEST.split("texter:\n").next().expect("it has texts");
    u64::try_from(before.matches('\n').count()).expect("few lines") + 3
}

const SPACES: &str = "dubbelt-mellanslag";

#[test]
fn a_comment_in_a_paragraph_holds_for_the_paragraph() {
    let text =
        "    Ett  stycke. {# tyst dubbelt-mellanslag: Så ska det se ut. #}\n\n    Ett  till.\n";
    let (said, json) = checked(text, "");
    assert_eq!(findings(&json), [(SPACES.to_owned(), first_line() + 2)]);
    let line = first_line();
    let shown = format!(
        "tystad regel `dubbelt-mellanslag` i stycket med rad {line} i `texter.bakgrund` (1 fynd): Så ska det se ut.\n"
    );
    assert!(said.contains(&shown), "{said}");
    let silenced = &json["silenced"][0];
    assert_eq!(silenced["path"], "texter.bakgrund");
    assert_eq!((&silenced["paragraph"], &silenced["findings"]), (&true.into(), &1.into()));
    assert_eq!((&silenced["file"], &silenced["line"]), (&"x.yaml".into(), &line.into()));
}

#[test]
fn a_comment_on_lines_of_its_own_belongs_to_the_paragraph_beside_it() {
    let text = "    {# tyst dubbelt-mellanslag,\n       raka-citattecken: Det är\n       ett citat. #}\n    Ett  \"stycke\".\n\n    Ett  till.\n";
    let (said, json) = checked(text, "");
    assert_eq!(findings(&json), [(SPACES.to_owned(), first_line() + 5)]);
    assert!(said.contains("Det är ett citat."), "{said}");
    assert_eq!(json["silenced"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_comment_in_a_paragraph_of_its_own_holds_for_the_text() {
    let text = "    {# tyst dubbelt-mellanslag: Så ska det se ut. #}\n\n    Ett  stycke.\n\n    Ett  till.\n";
    let (said, json) = checked(text, "");
    assert!(findings(&json).is_empty(), "{said}");
    let shown =
        "tystad regel `dubbelt-mellanslag` i `texter.bakgrund` (2 fynd): Så ska det se ut.\n";
    assert!(said.contains(shown), "{said}");
    assert_eq!(json["silenced"][0]["paragraph"], false);
}

#[test]
fn what_is_silenced_leaves_no_trace_in_the_papers() {
    let folder = TempDir::new().expect("a temporary folder");
    let make = |name: &str, text: &str| {
        let text = format!("texter:\n  bakgrund: |\n{text}");
        let file = SMALLEST.replacen("texter:\n", &text, 1);
        fs::write(folder.path().join(format!("{name}.yaml")), file).expect("a file");
        let mut command = Command::new(env!("CARGO_BIN_EXE_tjut"));
        command.current_dir(folder.path()).args(["skapa", &format!("{name}.yaml")]);
        let made = command.args(["--dokument", "tjansteutlatande"]).output().expect("it runs");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        ["pdf", "docx"].map(|ending| {
            let path = folder.path().join(format!("output/{name}/tjansteutlatande.{ending}"));
            fs::read(path).expect("it is made")
        })
    };
    let plain = make("a", "    Ett  stycke.\n    Samma stycke.\n\n    Ett till.\n");
    for text in [
        "    Ett  stycke.\n    Samma stycke. {# tyst dubbelt-mellanslag: Så. #}\n\n    Ett till.\n",
        "    {# tyst dubbelt-mellanslag: Så. #}\n    Ett  stycke.\n    Samma stycke.\n\n    Ett till.\n",
        "    Ett  stycke.\n    {# tyst dubbelt-mellanslag: Så. #}\n    Samma stycke.\n\n    Ett till.\n",
        "    {# tyst dubbelt-mellanslag: Så. #}\n\n    Ett  stycke.\n    Samma stycke.\n\n    Ett till.\n",
    ] {
        assert!(make("b", text) == plain, "{text}");
    }
}

#[test]
fn a_place_holds_for_what_stands_there() {
    let at = |place: &str| {
        let controls = format!(
            "kontroller:\n  tysta:\n    - regel: dubbelt-mellanslag\n      skäl: Så ska det se ut.\n      plats: {place}\n"
        );
        checked("    Ett  stycke.\n", &controls)
    };
    for place in ["texter.bakgrund", "texter"] {
        let (said, json) = at(place);
        assert!(findings(&json).is_empty(), "{said}");
        let shown = format!("tystad regel `dubbelt-mellanslag` i `{place}` (1 fynd): Så");
        assert!(said.contains(&shown), "{said}");
    }
    let (_, json) = at("texter.utbildning");
    let rules: Vec<String> = findings(&json).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(rules, ["tystar-ingenting", SPACES]);
}

#[test]
fn what_holds_for_less_is_used_before_what_holds_for_more() {
    let controls = "kontroller:\n  tysta:\n    - { regel: dubbelt-mellanslag, skäl: Så. }\n";
    let text = "    Ett  stycke. {# tyst dubbelt-mellanslag: Så här. #}\n\n    Ett  till.\n";
    let (said, json) = checked(text, controls);
    assert!(findings(&json).is_empty(), "{said}");
    assert!(
        said.contains("tystad regel `dubbelt-mellanslag` i hela filen (1 fynd): Så.\n"),
        "{said}"
    );
    let (_, json) = checked("    Ett stycke.\n", controls);
    assert_eq!(findings(&json)[0].0, "tystar-ingenting");
}

/// Where not all papers are looked at, what has nothing to say there may have elsewhere.
#[test]
fn a_silence_for_another_paper_is_no_mistake() {
    let folder = TempDir::new().expect("a temporary folder");
    let controls =
        "kontroller:\n  tysta:\n    - { regel: redovisning-sen, skäl: Så. }\nstatistik:\n";
    let late = SMALLEST
        .replacen("redovisning_inlämnad: 2026-01-14", "redovisning_inlämnad: 2026-01-20", 1)
        .replacen("statistik:\n", controls, 1);
    fs::write(folder.path().join("x.yaml"), late).expect("a file");
    for paper in ["tjansteutlatande", "redovisning", "ansokan", "alla"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tjut"));
        let command = command.current_dir(folder.path());
        let ended = command.args(["kontrollera", "x.yaml", "--dokument", paper]).output();
        let said = String::from_utf8(ended.expect("it runs").stderr).expect("UTF-8");
        assert!(said.ends_with("inga fel, inga varningar\n"), "{paper}: {said}");
    }
}

#[test]
fn comments_stand_in_lists_and_tables_too() {
    let text = "    - ett  skäl\n    - ett till {# tyst dubbelt-mellanslag: Så. #}\n\n    \
        Tabell: Möten\n\n    | A | B |\n    |---|---|\n    | ja | \"2\" |\n    \
        {# tyst raka-citattecken: Så här. #}\n";
    let (said, json) = checked(text, "");
    assert!(findings(&json).is_empty(), "{said}");
    assert!(said.contains("(1 fynd): Så.\n") && said.contains("(2 fynd): Så här.\n"), "{said}");
}

#[test]
fn other_comments_are_only_comments() {
    let (said, json) = checked("    Ett stycke. {# tystnaden är god #}{# Obs: tyst #}\n", "");
    assert!(findings(&json).is_empty(), "{said}");
    assert_eq!(json["silenced"], Value::Array(Vec::new()));
}
