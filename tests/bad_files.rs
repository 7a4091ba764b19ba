//! A folder of year files with one mistake each, and the exact report on each.

use std::fs;
use std::path::{Path, PathBuf};

use tjut::checks::{NOT_RULES, rules};
use tjut::finding::{Finding, render};
use tjut::make::Pipeline;
use tjut::source::Source;
use tjut::yaml;

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).expect("the folder of year files");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

/// The pipeline with what is built in. The files that a year file names are read among the
/// situations.
fn pipeline() -> Pipeline {
    let pipeline = Pipeline::standard().unwrap_or_else(|error| panic!("{error:?}"));
    pipeline.reading_files(Box::new(|_, name| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fall/situationer");
        let text = fs::read_to_string(folder.join(name));
        text.map(|text| Source::new(name, text)).map_err(|_| "filen finns inte".to_owned())
    }))
}

fn findings(pipeline: &Pipeline, path: &Path) -> Vec<Finding> {
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    let bytes = fs::read(path).expect("a file");
    match yaml::decode(&name, &bytes, bytes.len() as u64) {
        Ok(source) => {
            // Also those on request: some rules are about them.
            let papers: Vec<_> = pipeline.papers.iter().collect();
            pipeline.check_for(source, &papers).findings
        }
        Err(finding) => vec![*finding],
    }
}

#[test]
fn every_mistake_is_reported_like_this() {
    let pipeline = pipeline();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/fel");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let files = files("tests/fall/fel");
    assert!(files.len() >= 60, "only {} bad files", files.len());
    for path in files {
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let findings = findings(&pipeline, &path);
        assert!(!findings.is_empty(), "{stem}: nothing was found");
        for finding in &findings {
            // Whoever tries to silence it is told that it can't be.
            let is_rule = rules().any(|rule| rule.id == finding.rule);
            assert!(is_rule || NOT_RULES.contains(&finding.rule), "{}", finding.rule);
        }
        let report: Vec<String> = findings.iter().map(|finding| render(finding, false)).collect();
        settings.bind(|| insta::assert_snapshot!(stem, report.join("\n\n")));
    }
}

/// Services of other kinds than the examples: their files have nothing wrong.
#[test]
fn plausible_files_have_no_findings() {
    let pipeline = Pipeline::standard().unwrap_or_else(|error| panic!("{error:?}"));
    let files = files("tests/fall/rimliga");
    assert_eq!(files.len(), 5);
    for path in files {
        let found = findings(&pipeline, &path);
        let report: Vec<String> = found.iter().map(|finding| render(finding, false)).collect();
        assert!(report.is_empty(), "{}", report.join("\n\n"));
    }
}

#[test]
fn the_smallest_good_file_has_no_errors() {
    let pipeline = Pipeline::standard().unwrap_or_else(|error| panic!("{error:?}"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fall/minsta.yaml");
    let report: Vec<String> =
        findings(&pipeline, &path).iter().map(|finding| render(finding, false)).collect();
    assert!(report.is_empty(), "{}", report.join("\n\n"));
}
