//! True and false sentences about the figures of invented services, one at a time in a
//! text: what is false is to be found, and what is true is to be left alone.
//!
//! The sentences stand in `tests/fall/sanna_och_falska/`: for each year file, in that folder
//! or in `data/`, those that a careful reader would let pass, and those he would object to,
//! each after the figure that it contradicts.
//!
//! `cargo test --release --test claims -- --nocapture` shows what is missed, what is
//! flagged without reason, and the shares.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use tjut::finding::{Finding, Severity};
use tjut::make::Pipeline;
use tjut::source::Source;

/// The section that a sentence is put into.
const SECTION: &str = "kommentar_till_antal";

/// A year file without a text for the section, and room for a sentence.
struct YearFile {
    before: String,
    after: String,
    usual: Vec<String>,
}

impl YearFile {
    fn read(pipeline: &Pipeline, path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("a year file");
        // What is masked nobody may state at all, and that is tried elsewhere.
        let text = text.replace("små_tal: maskera", "små_tal: visa");
        let mut lines = Vec::new();
        let mut is_in_section = false;
        for line in text.lines() {
            let is_text = line.is_empty() || line.starts_with("    ");
            is_in_section =
                line.starts_with(&format!("  {SECTION}:")) || (is_in_section && is_text);
            if !is_in_section {
                lines.push(line);
            }
        }
        let text = lines.join("\n") + "\n";
        let (before, after) = text.split_once("\ntexter:\n").expect("a year file with texts");
        let mut file =
            Self { before: before.to_owned(), after: after.to_owned(), usual: Vec::new() };
        let usual = file.check(pipeline, "Siffrorna följer här.");
        let stopping: Vec<String> = usual.iter().filter(|f| f.is_error()).map(what).collect();
        assert!(stopping.is_empty(), "{}: {stopping:#?}", path.display());
        file.usual = usual.iter().map(what).collect();
        file
    }

    fn check(&self, pipeline: &Pipeline, sentence: &str) -> Vec<Finding> {
        let Self { before, after, .. } = self;
        let text = format!("{before}\ntexter:\n  {SECTION}: |\n    {sentence}\n{after}");
        pipeline.check(Source::new("fall.yaml", text)).findings
    }

    /// What is said of a sentence, above advice.
    fn objections(&self, pipeline: &Pipeline, sentence: &str) -> Vec<String> {
        let findings = self.check(pipeline, sentence);
        let is_serious = |finding: &&Finding| finding.severity != Severity::Advice;
        let said = findings.iter().filter(is_serious).map(what);
        said.filter(|said| !self.usual.contains(said)).collect()
    }
}

fn what(finding: &Finding) -> String {
    format!("{}: {}", finding.rule, finding.message)
}

/// The path of the sentences without their endings, and the year file that they are about.
fn year_files() -> Vec<(PathBuf, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("tests/fall/sanna_och_falska");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .expect("the folder")
        .filter_map(|entry| {
            let name = entry.expect("one").file_name().to_string_lossy().into_owned();
            name.strip_suffix(".sanna.txt").map(str::to_owned)
        })
        .collect();
    names.sort();
    let year_file = |name: String| {
        let file = format!("{name}.yaml");
        let beside = folder.join(&file);
        let path = if beside.exists() { beside } else { root.join("data").join(&file) };
        (folder.join(name), path)
    };
    names.into_iter().map(year_file).collect()
}

fn lines(stem: &Path, ending: &str) -> Vec<String> {
    let path = format!("{}.{ending}", stem.display());
    let text = fs::read_to_string(path).expect("sentences");
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines.map(str::to_owned).collect()
}

#[test]
fn false_sentences_are_found_and_true_ones_left_alone() {
    let pipeline = Pipeline::standard().unwrap_or_else(|error| panic!("{error:?}"));
    let (mut true_ones, mut flagged, mut false_ones, mut missed) = (0, 0, 0, 0);
    let mut report = String::new();
    let files = year_files();
    assert!(files.len() >= 3, "only {} year files", files.len());
    for (stem, path) in files {
        let name = stem.file_name().expect("a name").to_string_lossy().into_owned();
        let file = YearFile::read(&pipeline, &path);
        for sentence in lines(&stem, "sanna.txt") {
            true_ones += 1;
            let said = file.objections(&pipeline, &sentence);
            if !said.is_empty() {
                flagged += 1;
                let _ = writeln!(
                    report,
                    "{name}, true but flagged: {sentence}\n    {}",
                    said.join("\n    ")
                );
            }
        }
        for line in lines(&stem, "falska.txt") {
            false_ones += 1;
            let (figure, sentence) = line.split_once('\t').expect("a figure and a sentence");
            if file.objections(&pipeline, sentence).is_empty() {
                missed += 1;
                let _ = writeln!(report, "{name}, false but missed ({figure}): {sentence}");
            }
        }
    }
    let found = false_ones - missed;
    println!("{report}");
    println!("of {true_ones} true sentences {flagged} were flagged");
    println!("recall: {found} of {false_ones} false sentences were found");
    println!("precision: {found} of {} objections were right", found + flagged);
    assert!(
        true_ones >= 200 && false_ones >= 200,
        "{true_ones} true ones, {false_ones} false ones"
    );
    assert!(
        flagged * 50 <= true_ones,
        "more than 2 % of the true sentences were flagged\n{report}"
    );
    assert!(
        found * 10 >= false_ones * 9,
        "fewer than 90 % of the false sentences were found\n{report}"
    );
}
