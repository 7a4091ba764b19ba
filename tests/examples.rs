//! Every example year file: nothing to object to, and all papers come out.

use std::fs;
use std::path::{Path, PathBuf};

use lopdf::Document as Pdf;
use tjut::document::{Block, Document};
use tjut::make::{Format, Pipeline};
use tjut::source::Source;
use tjut::template::{Paper, Papers, Template};

/// The year files in `data/`, each with the folder of templates that it needs.
fn examples() -> Vec<(PathBuf, Option<&'static str>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let entries = fs::read_dir(folder).expect("the examples");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    files.sort();
    let templates = |path: &PathBuf| match path.file_stem()?.to_str()? {
        "lindsund-2025" => Some("templates/tjansteskrivelse/tjansteskrivelse.md"),
        _ => None,
    };
    files.into_iter().map(|path| (path.clone(), templates(&path))).collect()
}

fn read(path: impl AsRef<Path>) -> std::sync::Arc<Source> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    Source::new(name, fs::read_to_string(&path).expect("it can be read"))
}

fn pipeline(template: Option<&str>) -> Pipeline {
    let templates: Vec<Template> = template
        .iter()
        .map(|path| {
            let stem = Path::new(path).file_stem().expect("a name").to_string_lossy();
            Template::new(stem, read(path))
        })
        .collect();
    let papers = Papers::with(&templates).unwrap_or_else(|findings| panic!("{findings:?}"));
    Pipeline::of(papers).unwrap_or_else(|failure| panic!("{failure:?}"))
}

/// Every paper of every example, and how many pages its PDF has.
fn papers() -> Vec<(String, Document, usize)> {
    let mut made = Vec::new();
    for (path, template) in examples() {
        let pipeline = pipeline(template);
        let checked = pipeline.check(read(&path));
        let all: Vec<&Paper> = pipeline.papers.iter().collect();
        let documents = pipeline.documents(&checked, &all).expect("they can be filled in");
        let files = pipeline.make(&checked, &all, &[Format::Pdf]).expect("they can be made");
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        for (document, file) in documents.into_iter().zip(files) {
            let pages = Pdf::load_mem(&file.bytes).expect("a PDF").get_pages().len();
            made.push((format!("{stem}/{}", document.paper), document, pages));
        }
    }
    made
}

#[test]
fn no_rule_objects_to_an_example() {
    for (path, template) in examples() {
        let path = path.as_path();
        let findings = pipeline(template).check(read(path)).findings;
        assert_eq!(findings, [], "{}", path.display());
        // Who forgets --mallar is not told of sections that do not exist.
        let findings = pipeline(None).check(read(path)).findings;
        assert_eq!(findings, [], "{} without templates", path.display());
    }
}

#[test]
fn the_papers_of_the_examples() {
    let papers: Vec<String> = papers().into_iter().map(|(name, _, _)| name).collect();
    assert_eq!(
        papers,
        [
            "jarva-2025/tjansteutlatande",
            "jarva-2025/redovisning",
            "jarva-2025/ansokan",
            "jarva-2025/informationsblad",
            "lindsund-2025/tjansteskrivelse",
            "lindsund-2025/redovisning",
            "lindsund-2025/ansokan",
            "lindsund-2025/informationsblad",
            "norra-innerstaden-2025/tjansteutlatande",
            "norra-innerstaden-2025/redovisning",
            "norra-innerstaden-2025/ansokan",
            "norra-innerstaden-2025/informationsblad",
        ]
    );
}

#[test]
fn an_information_sheet_is_one_page() {
    let sheets = papers().into_iter().filter(|(name, _, _)| name.ends_with("informationsblad"));
    let pages: Vec<(String, usize)> = sheets.map(|(name, _, pages)| (name, pages)).collect();
    assert_eq!(pages.len(), 3);
    assert!(pages.iter().all(|(_, pages)| *pages == 1), "{pages:?}");
}

#[test]
fn no_level_of_heading_is_skipped() {
    for (name, document, _) in papers() {
        let mut above = 0;
        for block in &document.blocks {
            if let Block::Heading { level, .. } = block {
                assert!(*level <= above + 1, "{name}: level {level} below level {above}");
                above = *level;
            }
        }
    }
}
