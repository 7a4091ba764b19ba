//! `tjut jämför FIL --mot PAPPER`: what is told of a paper that has come back.

mod every_paper;
mod pdf;
#[path = "../support/mod.rs"]
mod support;
mod word;

use std::fs;
use std::sync::LazyLock;

use tjut::make::{Format, Pipeline};
use tjut::source::Source;

use support::run::tjut;

const EXAMPLE: &str = include_str!("../../data/norra-innerstaden-2025.yaml");
const JARVA: &str = include_str!("../../data/jarva-2025.yaml");

/// Papers by their files' names.
type Papers = Vec<(String, Vec<u8>)>;

/// The papers of the example.
static PAPERS: LazyLock<Papers> = LazyLock::new(|| made(EXAMPLE));

/// The papers of Järva.
static JARVAS: LazyLock<Papers> = LazyLock::new(|| made(JARVA));

fn made(year_file: &str) -> Papers {
    let pipeline = Pipeline::standard().expect("the templates are whole");
    let checked = pipeline.check(Source::new("fil.yaml", year_file));
    let papers = pipeline.papers_of(&checked);
    let files = pipeline.make(&checked, &papers, &[Format::Docx, Format::Pdf]);
    files.expect("the example has no errors").into_iter().map(|f| (f.name, f.bytes)).collect()
}

fn paper(name: &str) -> &'static [u8] {
    of(&PAPERS, name)
}

fn of<'p>(papers: &'p [(String, Vec<u8>)], name: &str) -> &'p [u8] {
    &papers.iter().find(|(other, _)| other == name).expect("the paper is made").1
}

/// A folder with a year file and a paper, whose name says nothing of what it is.
fn folder_with(year_file: &str, paper: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("fil.yaml"), year_file).expect("written");
    fs::write(folder.path().join("papper"), paper).expect("written");
    folder
}

fn folder(paper: &[u8]) -> tempfile::TempDir {
    folder_with(EXAMPLE, paper)
}

const AGAINST: [&str; 4] = ["jämför", "fil.yaml", "--mot", "papper"];

/// What is said of a paper that can be compared.
fn said(year_file: &str, paper: &[u8]) -> String {
    let ended = tjut(folder_with(year_file, paper).path(), &AGAINST);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    ended.out
}
