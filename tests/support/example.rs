//! The example's year file, and what is made of it.

use tjut::document::Document;
use tjut::finding::render;
use tjut::make::{Checked, Format, Pipeline};
use tjut::source::Source;
use tjut::template::Paper;

/// The year file's text.
pub fn text() -> String {
    include_str!("../../data/norra-innerstaden-2025.yaml").to_owned()
}

/// A year file, checked.
pub struct YearFile {
    pipeline: Pipeline,
    checked: Checked,
}

impl YearFile {
    /// A year file of a year file's text, which must have no errors.
    pub fn of(text: &str) -> Self {
        let pipeline = Pipeline::standard().unwrap_or_else(|error| panic!("{error:?}"));
        let checked = pipeline.check(Source::new("exempel.yaml", text));
        let errors: Vec<String> = checked
            .findings
            .iter()
            .filter(|finding| finding.is_error())
            .map(|finding| render(finding, false))
            .collect();
        assert!(errors.is_empty(), "{}", errors.join("\n"));
        Self { pipeline, checked }
    }

    /// The documents of some papers.
    pub fn chosen(&self, papers: &[&str]) -> Vec<Document> {
        let papers = self.papers(papers);
        self.pipeline.documents(&self.checked, &papers).unwrap_or_else(|error| panic!("{error:?}"))
    }

    /// The document of a paper, with all papers made.
    pub fn document(&self, paper: &str) -> Document {
        let documents = self.chosen(&["tjansteutlatande", "redovisning", "ansokan"]);
        documents.into_iter().find(|document| document.paper == paper).expect("the paper is made")
    }

    /// A paper's file.
    pub fn file(&self, paper: &str, format: Format) -> Vec<u8> {
        let papers = self.papers(&["tjansteutlatande", "redovisning", "ansokan"]);
        let made = self.pipeline.make(&self.checked, &papers, &[format]);
        let made = made.unwrap_or_else(|error| panic!("{error:?}"));
        let name = format!("{paper}.{}", format.extension());
        made.into_iter().find(|made| made.name == name).expect("the paper is made").bytes
    }

    /// The year file as checked.
    pub fn into_checked(self) -> Checked {
        self.checked
    }

    fn papers(&self, ids: &[&str]) -> Vec<&Paper> {
        self.pipeline.papers.iter().filter(|paper| ids.contains(&paper.id.as_str())).collect()
    }
}

/// The example, checked.
pub fn checked() -> Checked {
    YearFile::of(&text()).checked
}

/// The example's documents.
pub fn documents() -> Vec<Document> {
    YearFile::of(&text()).chosen(&["tjansteutlatande", "redovisning", "ansokan"])
}

/// One of the example's documents.
pub fn document(paper: &str) -> Document {
    YearFile::of(&text()).document(paper)
}

/// One of the example's files.
pub fn file(paper: &str, format: Format) -> Vec<u8> {
    YearFile::of(&text()).file(paper, format)
}
