//! Every count, division and amount that the year file can have reaches everything that
//! has to know of it: papers, attached figures, rules, and the masking of small counts.
//!
//! The keys are those of the stored schema, so that a field which is added to the year
//! file and forgotten elsewhere fails here.

use serde_json::Value;
use tjut::document::{Block, Document};
use tjut::facts::published;
use tjut::finding::{Finding, render};
use tjut::make::{Checked, Pipeline};
use tjut::measures::{AMOUNTS, Measure};
use tjut::source::Source;

const SMALLEST: &str = include_str!("fall/minsta.yaml");

/// The keys of a year's fields that are counts, or else of those that divide a count.
fn keys(counts: bool) -> Vec<String> {
    let schema: Value = serde_json::from_str(include_str!("../data/schema.json")).expect("JSON");
    let fields = schema["$defs"]["YearFigures"]["properties"].as_object().expect("fields");
    let of_kind = fields.iter().filter(|(_, field)| (field["title"] == "Antal") == counts);
    let keys: Vec<String> = of_kind.map(|(key, _)| key.clone()).collect();
    assert!(keys.len() > 4, "{keys:?}");
    keys
}

/// A year file and what comes of it.
struct YearFile {
    pipeline: Pipeline,
    checked: Checked,
}

impl YearFile {
    /// With figures for the years up to 2025, the latest last, and a text.
    fn of(years: &[String], text: &str) -> Self {
        Self::changed(years, text, &[])
    }

    fn masked(years: &[String], text: &str) -> Self {
        Self::changed(
            years,
            text,
            &[("verksamhetsår: 2025\n", "verksamhetsår: 2025\nsmå_tal: maskera\n")],
        )
    }

    fn changed(years: &[String], text: &str, changes: &[(&str, &str)]) -> Self {
        let (before, rest) = SMALLEST.split_once("statistik:\n").expect("statistics");
        let (_, after) = rest.split_once("ekonomi:\n").expect("an economy");
        let years = (0..=2025).rev().zip(years.iter().rev());
        let years = years.map(|(year, counts)| format!("  {year}: {{ {counts} }}"));
        let years = years.collect::<Vec<_>>().join("\n");
        let mut file =
            format!("{before}statistik:\n{years}\nekonomi:\n{after}  bakgrund: |\n    {text}\n");
        for (from, to) in changes {
            assert!(file.contains(from), "{from}");
            file = file.replacen(from, to, 1);
        }
        let pipeline = Pipeline::standard().unwrap_or_else(|error| panic!("{error:?}"));
        let checked = pipeline.check(Source::new("fall.yaml", file));
        Self { pipeline, checked }
    }

    fn documents(&self) -> Vec<Document> {
        let errors = self.checked.findings.iter().filter(|finding| finding.is_error());
        let errors: Vec<String> = errors.map(|finding| render(finding, false)).collect();
        assert!(errors.is_empty(), "{}", errors.join("\n"));
        let papers: Vec<_> = self.pipeline.papers.usual().collect();
        self.pipeline.documents(&self.checked, &papers).unwrap_or_else(|error| panic!("{error:?}"))
    }

    /// Whether a text stands in a paper, word for word.
    fn says(&self, words: &str) -> bool {
        let papers = format!("{:?}", self.documents()).replace("\\u{a0}", " ");
        papers.contains(words)
    }

    /// The attached figures.
    fn published(&self) -> Value {
        let year_file = self.checked.loaded.year_file.as_ref().expect("it can be read");
        let facts = self.checked.facts.as_ref().expect("it can be read");
        serde_json::from_str(&published(year_file, facts)).expect("JSON")
    }

    /// What any of some rules has found at a piece of text.
    fn finds(&self, rules: &[&str], at: &str) -> bool {
        let is_there = |finding: &Finding| finding.source.slice(&finding.span).contains(at);
        let ours = self.checked.findings.iter().filter(|finding| rules.contains(&finding.rule));
        ours.into_iter().any(is_there)
    }
}

/// A year with a count under a key, and with enough clients.
fn year(key: &str, count: u64) -> String {
    if key == "klienter" {
        format!("klienter: {count}")
    } else {
        format!("klienter: 100, {key}: {count}")
    }
}

/// A year with two parts of a division, and with as many clients and new ones as there
/// must be.
fn divided(key: &str, parts: [u64; 2]) -> String {
    let [one, other] = parts;
    let names = if key == "kön" { ["kvinnor", "män"] } else { ["Alfa", "Beta"] };
    format!("klienter: 100, nya: 100, {key}: {{ {}: {one}, {}: {other} }}", names[0], names[1])
}

/// The rows of a paper's tables.
fn rows(documents: &[Document], paper: &str) -> Vec<(String, Vec<String>)> {
    let document = documents.iter().find(|document| document.paper == paper).expect("it is made");
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables
        .flat_map(|table| &table.rows)
        .map(|row| (row.header.clone(), row.cells.clone()))
        .collect()
}

#[test]
fn every_count_is_shown_and_published_under_its_key() {
    for key in keys(true) {
        let text = format!("Det är {{{{ {key} }}}} nu och {{{{ {key}.föregående }}}} då.");
        let file = YearFile::of(&[year(&key, 37), year(&key, 43)], &text);
        assert!(file.says("Det är 43 nu och 37 då."), "{key}");
        let counts = file.published()["antal"].as_array().expect("counts").clone();
        let ours = counts.iter().find(|count| count["namn"] == key.as_str());
        let ours = ours.unwrap_or_else(|| panic!("{key} is not published"));
        assert_eq!((&ours["2025"], &ours["2024"]), (&43.into(), &37.into()), "{key}");
        let label = ours["beskrivning"].as_str();
        for paper in ["tjansteutlatande", "redovisning"] {
            let rows = rows(&file.documents(), paper);
            let row = rows
                .iter()
                .find(|(header, _)| Some(header.replace('\u{a0}', " ").as_str()) == label);
            assert_eq!(
                row.map(|(_, cells)| &cells[..2]),
                Some(["37", "43"].map(String::from).as_slice())
            );
        }
    }
}

#[test]
fn every_small_count_is_pointed_out_or_masked() {
    for key in keys(true) {
        let years = [year(&key, 30), year(&key, 3)];
        assert!(YearFile::of(&years, "Text.").finds(&["små-antal"], "3"), "{key}");
        let file = YearFile::masked(&years, &format!("Det är {{{{ {key} }}}} i år."));
        assert!(file.says("Det är färre än 5 i år."), "{key}");
        let published = file.published()["antal"].to_string();
        assert!(!published.contains("\"2025\":3,"), "{key}: {published}");
    }
}

#[test]
fn a_text_that_tells_a_masked_count_is_found_by_the_noun_of_the_count() {
    for key in keys(true) {
        let noun = Measure::of_key(&key).unwrap_or_else(|| panic!("{key}")).noun;
        for count in [2, 3] {
            let text = format!("Det var {count} {} under året.", noun.many);
            let file = YearFile::masked(&[year(&key, 30), year(&key, count)], &text);
            let is_found = file.finds(&["maskerat-antal-i-text"], &count.to_string());
            assert!(is_found, "{key}: {text}");
        }
        let text = format!("Det var 17 {} under året.", noun.many);
        let file = YearFile::masked(&[year(&key, 30), year(&key, 3)], &text);
        assert!(!file.finds(&["maskerat-antal-i-text"], "17"), "{key}: {text}");
    }
}

#[test]
fn a_count_that_exceeds_its_whole_or_changes_much_is_found() {
    for key in keys(true) {
        let measure = Measure::of_key(&key).unwrap_or_else(|| panic!("{key}"));
        let file = YearFile::of(&[year(&key, 101)], "Text.");
        let exceeds = file.finds(&["del-större-än-helhet"], "101");
        assert_eq!(exceeds, measure.part_of.is_some(), "{key}");
        let file = YearFile::of(&[year(&key, 20), year(&key, 80)], "Text.");
        let is_found = file.finds(&["stor-förändring"], "80");
        assert_eq!(is_found, measure.change_is_pointed_out, "{key}");
    }
}

#[test]
fn every_division_is_shown_published_and_masked() {
    for key in keys(false) {
        let text =
            format!("Här {{% for rad in {key} %}}finns {{{{ rad.antal }}}}, {{% endfor %}}ja.");
        let years = [divided(&key, [40, 60]), divided(&key, [3, 97])];
        let file = YearFile::of(&years, &text);
        // Reasons and contact routes stand with the largest first.
        assert!(file.says("finns 3, ") && file.says("finns 97, "), "{key}");
        let published = file.published()["fördelningar"][&key].to_string();
        assert!(published.contains("\"2025\":3,\"2024\":40"), "{key}: {published}");
        assert!(file.finds(&["små-antal"], "3"), "{key}");
        let tables = rows(&file.documents(), "redovisning");
        assert!(
            tables.iter().any(|(_, cells)| cells.starts_with(&["40".into(), "3".into()])),
            "{key}"
        );

        let file = YearFile::masked(&years, &text);
        assert!(file.says("finns färre än 5, ") && !file.says("finns 3, "), "{key}");
        let published = file.published()["fördelningar"][&key].to_string();
        let is_masked = published.replace('\u{a0}', " ").contains("\"2025\":\"färre än 5\"");
        assert!(is_masked, "{key}: {published}");
    }
}

#[test]
fn the_parts_of_every_division_are_checked() {
    let rules = ["summa-stämmer-inte", "orsak-fler-än-klienter", "kontaktvägar-fler-än-nya"];
    for key in keys(false) {
        let file = YearFile::of(&[divided(&key, [101, 97])], "Text.");
        assert!(file.finds(&rules, "101"), "{key}");
        let file = YearFile::of(&[divided(&key, [40, 60])], "Text.");
        assert!(!file.finds(&rules, ""), "{key}");
        let file = YearFile::of(&[divided(&key, [20, 80]), divided(&key, [80, 20])], "Text.");
        assert!(file.finds(&["stor-förändring"], "80"), "{key}");
    }
}

#[test]
fn every_amount_is_shown_and_published() {
    // Kronor, kronor for each of two posts, and the name in siffror.json.
    const EXPECTED: [(&str, &str, Option<&str>, Option<&str>); 6] = [
        ("beviljat", "700 000", Some("350 000"), Some("beviljat")),
        ("använt", "600 000", Some("300 000"), Some("använt")),
        ("oförbrukat", "100 000", Some("50 000"), Some("oförbrukat")),
        ("egna_medel", "50 000", Some("25 000"), Some("egna_medel")),
        ("total_kostnad", "650 000", Some("325 000"), None),
        ("sökt_belopp", "640 000", None, Some("sökt")),
    ];
    let economy = "  beviljat: 700 000\n  använt: 600 000\n  egna_medel: 50 000\n  \
                   belopp_per_heltid: { kronor: 320 000, år: 2026, källa: beslut 2026-01-10 }\n";
    let changes = [
        ("  beviljat: 600 000\n  använt: 600 000\n", economy),
        ("texter:\n", "texter:\n  återbetalning: |\n    Bidraget betalas tillbaka.\n"),
    ];
    let years = ["klienter: 100".to_owned(), "klienter: 100".to_owned()];
    assert_eq!(AMOUNTS.len(), EXPECTED.len());
    for (amount, (key, kronor, per_post, name)) in AMOUNTS.iter().zip(EXPECTED) {
        assert_eq!(amount.key, key);
        let per_heltid =
            per_post.map(|_| format!("{{{{ per_heltid.{key} }}}}")).unwrap_or_default();
        let text = format!("Det är {{{{ {key}|kronor }}}} och {per_heltid}.");
        let file = YearFile::changed(&years, &text, &changes);
        let words = format!("Det är {kronor} kronor och {}.", per_post.unwrap_or_default());
        assert!(file.says(&words), "{words}");
        if let Some(name) = name {
            let published = file.published()["kronor"][name].to_string();
            assert_eq!(published, kronor.replace(' ', ""), "{name}");
        }
        if let Some(per_post) = per_post {
            let rows = rows(&file.documents(), "redovisning");
            let row = rows.into_iter().find(|(header, _)| header == amount.label);
            let cells = row.unwrap_or_else(|| panic!("{}", amount.label)).1.join("|");
            assert_eq!(cells.replace('\u{a0}', " "), format!("{kronor}|{per_post}"));
        }
    }
}

#[test]
fn the_format_of_the_attached_figures_names_all_that_is_in_it() {
    let format = include_str!("../docs/siffror.md");
    let row = |key: &str| {
        let start = format!("| `{key}` |");
        format.lines().find(|line| line.starts_with(&start)).unwrap_or_else(|| panic!("{key}"))
    };
    let published = YearFile::of(&["klienter: 100".to_owned()], "Text.").published();
    for group in ["fördelningar", "kronor"] {
        let keys: Vec<&String> = published[group].as_object().expect("keys").keys().collect();
        assert!(keys.len() > 4, "{keys:?}");
        for key in keys {
            assert!(row(group).contains(&format!("`{key}`")), "{group}: {key}");
        }
    }
}
