//! `tjut jämför FIL --mot PAPPER`: what is told of a paper that has come back.

mod every_paper;
mod pdf;
mod word;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use assert_cmd::Command;
use tjut::make::{Format, Pipeline};
use tjut::source::Source;

const EXAMPLE: &str = include_str!("../../data/norra-innerstaden-2025.yaml");
const JARVA: &str = include_str!("../../data/jarva-2025.yaml");

struct Ended {
    code: i32,
    out: String,
    err: String,
}

fn tjut(folder: &Path, arguments: &[&str]) -> Ended {
    let output = Command::new(env!("CARGO_BIN_EXE_tjut"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("the program speaks UTF-8");
    let code = output.status.code().expect("the program was not killed");
    Ended { code, out: text(output.stdout), err: text(output.stderr) }
}

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
