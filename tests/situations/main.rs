//! Papers of kommuner that no example is like: a service in its first year, one that another
//! runs, an application for several kommuner, a year without clients.
//!
//! Each is a year file in `tests/fall/situationer/` with no more texts than the law asks for,
//! so what is read here is what the program words itself.

mod generated;
mod grammar;
mod money_and_posts;
mod outer_years;
mod paper_forms;
mod several_operations;
mod who_runs_it;

use std::path::{Path, PathBuf};

use tjut::document::{Block, Document, Table, plain};
use tjut::finding::{Finding, render};
use tjut::make::{Checked, Pipeline};
use tjut::source::Source;
use tjut::template::{Paper, Papers, Template};

/// What is built in, and the situations as files that a year file can name.
fn standard() -> Pipeline {
    let pipeline = Pipeline::standard().unwrap_or_else(|failure| panic!("{failure:?}"));
    pipeline.reading_files(Box::new(|_, name| {
        let stem = name.strip_suffix(".yaml").expect("a year file");
        Ok(Source::new(name, text(stem)))
    }))
}

/// The papers of a year file.
struct Made {
    findings: Vec<String>,
    documents: Vec<Document>,
}

impl Made {
    /// The usual papers of a situation.
    fn of(name: &str) -> Self {
        Self::of_text(&text(name))
    }

    /// The usual papers of a year file's text.
    fn of_text(text: &str) -> Self {
        let pipeline = standard();
        Self::by(&pipeline, text, None)
    }

    /// One paper, alone.
    fn alone(name: &str, paper: &str) -> Self {
        let pipeline = standard();
        Self::by(&pipeline, &text(name), Some(paper))
    }

    /// One paper of a template in the repository.
    fn by_template(text: &str, template: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(template);
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let source = Source::new(template, std::fs::read_to_string(&path).expect("a template"));
        let papers = Papers::with(&[Template::new(stem.clone(), source)]);
        let papers = papers.unwrap_or_else(|findings| panic!("{findings:?}"));
        let pipeline = Pipeline::of(papers).unwrap_or_else(|failure| panic!("{failure:?}"));
        Self::by(&pipeline, text, Some(&stem))
    }

    fn by(pipeline: &Pipeline, text: &str, paper: Option<&str>) -> Self {
        let source = Source::new("fall.yaml", text);
        let named = |paper: &str| pipeline.papers.get(paper).expect("the paper exists");
        let checked = match paper {
            Some(paper) => pipeline.check_for(source, &[named(paper)]),
            None => pipeline.check(source),
        };
        let papers: Vec<&Paper> = match paper {
            Some(paper) => vec![named(paper)],
            None => pipeline.papers_of(&checked),
        };
        let findings = said(&checked);
        let documents = pipeline.documents(&checked, &papers);
        let documents = documents.unwrap_or_else(|_| panic!("{}", findings.join("\n")));
        Self { findings, documents }
    }

    fn paper(&self, id: &str) -> &Document {
        self.documents.iter().find(|document| document.paper == id).expect("the paper is made")
    }

    /// The ids of the papers.
    fn papers(&self) -> Vec<&str> {
        self.documents.iter().map(|document| document.paper.as_str()).collect()
    }

    /// Everything that stands in a paper, a line for each thing, fixed spaces as others.
    fn lines(&self, id: &str) -> Vec<String> {
        lines(self.paper(id))
    }

    /// The lines of a paper as one text.
    fn whole(&self, id: &str) -> String {
        self.lines(id).join("\n")
    }

    /// The lines under a heading, up to the next.
    fn section(&self, id: &str, heading: &str) -> Vec<String> {
        let document = self.paper(id);
        let headings = headings(document);
        let lines = lines(document).into_iter().skip_while(|line| line != heading).skip(1);
        lines.take_while(|line| !headings.contains(line)).collect()
    }

    /// The rows of the table whose caption begins so, the header and the sum among them.
    fn table(&self, id: &str, caption: &str) -> Vec<String> {
        let mut blocks = self.paper(id).blocks.iter();
        let table = blocks.find_map(|block| match block {
            Block::Table(table) if plainly(&table.caption).starts_with(caption) => Some(table),
            _ => None,
        });
        rows(table.expect("the table is there"))
    }
}

fn rows(table: &Table) -> Vec<String> {
    let header: Vec<&str> = table.columns.iter().map(|column| column.header.as_str()).collect();
    let row = |row: &tjut::document::Row| {
        let cells: Vec<&str> =
            std::iter::once(&row.header).chain(&row.cells).map(String::as_str).collect();
        plainly(&cells.join(" | "))
    };
    std::iter::once(plainly(&header.join(" | "))).chain(table.rows.iter().map(row)).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fall/situationer")
}

fn text(name: &str) -> String {
    let path = folder().join(name).with_extension("yaml");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn said(checked: &Checked) -> Vec<String> {
    let shown = checked.findings.iter().filter(|finding| !Finding::is_advice(finding));
    shown.map(|finding| render(finding, false)).collect()
}

fn plainly(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn lines(document: &Document) -> Vec<String> {
    document.lines().iter().map(|line| plainly(line)).collect()
}

fn headings(document: &Document) -> Vec<String> {
    let heading = |block: &Block| match block {
        Block::Heading { text, .. } => Some(plainly(&plain(text))),
        _ => None,
    };
    document.blocks.iter().filter_map(heading).collect()
}
