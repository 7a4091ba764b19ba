//! The pipeline: a year file's text in, finished files out.

use std::sync::Arc;

use rayon::prelude::*;

use crate::case::{self, Loaded};
use crate::checks::Silenced;
use crate::document::Document;
use crate::facts::{Facts, published};
use crate::finding::{self, Finding};
use crate::pdf::{Archive, Attachment, Typesetter};
use crate::profile::Profile;
use crate::source::Source;
use crate::template::{self, Input, Paper, Papers};
use crate::{checks, docx};

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// PDF/UA-1 and PDF/A-2a.
    Pdf,
    /// PDF/UA-1 and PDF/A-3a, with the published figures attached.
    PdfWithFigures,
    /// Word.
    Docx,
}

impl Format {
    /// The file name's ending.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf | Self::PdfWithFigures => "pdf",
            Self::Docx => "docx",
        }
    }
}

/// Everything needed to make papers, made once and used for any number of cases.
pub struct Workshop {
    /// The papers that can be made.
    pub papers: Papers,
    profile: Profile,
    typesetter: Typesetter,
}

/// A case that has been read, checked and worked out.
#[derive(Debug)]
pub struct Checked {
    /// The year file as read.
    pub loaded: Loaded,
    /// What follows from its figures, when it could be read.
    pub facts: Option<Facts>,
    /// Everything that was found, in reading order.
    pub findings: Vec<Finding>,
    /// The rules that the year file has silenced.
    pub silenced: Vec<Silenced>,
}

impl Checked {
    /// Whether anything stops the papers.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(Finding::is_error)
    }
}

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The file's name: the paper's id and the format's ending.
    pub name: String,
    /// The file's content.
    pub bytes: Vec<u8>,
}

/// Why no paper could be made of a case without errors.
#[derive(Debug)]
pub enum Failure {
    /// The case and the template don't go together.
    Findings(Vec<Finding>),
    /// A writer gave up; the text says why.
    Writer(String),
}

impl Workshop {
    /// A workshop with what is built in.
    ///
    /// # Errors
    /// When a built-in template or font is broken, which tests rule out.
    pub fn standard() -> Result<Self, Failure> {
        Ok(Self {
            papers: Papers::built_in().map_err(Failure::Findings)?,
            profile: Profile::standard(),
            typesetter: Typesetter::standard().map_err(|e| Failure::Writer(e.to_string()))?,
        })
    }

    /// Reads and checks a year file.
    #[must_use]
    pub fn check(&self, source: Arc<Source>) -> Checked {
        let loaded = case::load(source);
        let facts = loaded.case.as_ref().map(Facts::of);
        let mut findings = loaded.findings.clone();
        let mut silenced = Vec::new();
        let fonts = &self.profile.fonts;
        findings.append(&mut checks::glyphs::missing(&loaded, |character| {
            self.typesetter.covers([&fonts.body.pdf, &fonts.heading.pdf], character)
        }));
        if let Some(facts) = &facts {
            let checks = checks::run(&loaded, facts);
            let mut checked = checks.findings;
            silenced = checks.silenced;
            let input = self.input(&loaded, facts, Vec::new());
            checked.append(&mut template::inspect(&self.papers, &input));
            checked.retain(|finding| !loaded.is_echo(finding));
            findings.append(&mut checked);
            if !findings.iter().any(Finding::is_error) {
                let all: Vec<&Paper> = self.papers.iter().collect();
                findings.extend(self.fill(&loaded, facts, &all).err().into_iter().flatten());
            }
        }
        finding::in_reading_order(&mut findings);
        finding::no_more_than_useful(&mut findings);
        Checked { loaded, facts, findings, silenced }
    }

    /// The documents of the chosen papers, those that are bilagor listed in the others.
    ///
    /// # Errors
    /// What can't be filled in.
    pub fn documents(
        &self,
        checked: &Checked,
        papers: &[&Paper],
    ) -> Result<Vec<Document>, Failure> {
        match &checked.facts {
            Some(facts) if !checked.has_errors() => {
                self.fill(&checked.loaded, facts, papers).map_err(Failure::Findings)
            }
            _ => Err(Failure::Findings(checked.findings.clone())),
        }
    }

    /// The chosen papers in the chosen formats.
    ///
    /// # Errors
    /// What can't be filled in, or what a writer could not write.
    pub fn make(
        &self,
        checked: &Checked,
        papers: &[&Paper],
        formats: &[Format],
    ) -> Result<Vec<Made>, Failure> {
        let documents = self.documents(checked, papers)?;
        let jobs: Vec<(&Document, Format)> = documents
            .iter()
            .flat_map(|document| formats.iter().map(move |format| (document, *format)))
            .collect();
        let figures = Archive::A3a(figures(checked));
        let write = |(document, format)| self.write(document, format, &figures);
        let made = jobs.into_par_iter().map(write).collect();
        self.typesetter.forget();
        made
    }

    fn write(
        &self,
        document: &Document,
        format: Format,
        figures: &Archive,
    ) -> Result<Made, Failure> {
        let name = format!("{}.{}", document.paper, format.extension());
        let pdf = |archive| self.typesetter.archived(document, &self.profile, archive);
        let bytes = match format {
            Format::Pdf => pdf(&Archive::A2a).map_err(|e| e.to_string()),
            Format::PdfWithFigures => pdf(figures).map_err(|e| e.to_string()),
            Format::Docx => docx::write(document, &self.profile).map_err(|e| e.to_string()),
        };
        let bytes = bytes.map_err(|error| Failure::Writer(format!("{name}: {error}")))?;
        Ok(Made { name, bytes })
    }

    /// Fills the papers in. Bilagor come first, since the others list them by title.
    fn fill(
        &self,
        loaded: &Loaded,
        facts: &Facts,
        papers: &[&Paper],
    ) -> Result<Vec<Document>, Vec<Finding>> {
        let mut attachments: Vec<&Paper> =
            papers.iter().copied().filter(|paper| paper.info.attachment.is_some()).collect();
        attachments.sort_by_key(|paper| paper.info.attachment.as_ref().map(|order| order.value));
        let mut made: Vec<(&str, Document)> = Vec::new();
        let mut titles = Vec::new();
        let mut findings = Vec::new();
        for paper in &attachments {
            match template::fill(&self.papers, paper, &self.input(loaded, facts, Vec::new())) {
                Ok(document) => {
                    titles.push(document.properties.title.clone());
                    made.push((&paper.id, document));
                }
                Err(finding) => findings.push(*finding),
            }
        }
        for paper in papers.iter().filter(|paper| paper.info.attachment.is_none()) {
            let input = self.input(loaded, facts, titles.clone());
            match template::fill(&self.papers, paper, &input) {
                Ok(document) => made.push((&paper.id, document)),
                Err(finding) => findings.push(*finding),
            }
        }
        if !findings.is_empty() {
            finding::in_reading_order(&mut findings);
            return Err(findings);
        }
        let in_order = |(id, _): &(&str, Document)| papers.iter().position(|paper| paper.id == *id);
        made.sort_by_key(in_order);
        Ok(made.into_iter().map(|(_, document)| document).collect())
    }

    fn input<'a>(
        &'a self,
        loaded: &'a Loaded,
        facts: &'a Facts,
        attachments: Vec<String>,
    ) -> Input<'a> {
        Input { loaded, facts, attachments, page_label: &self.profile.page_label }
    }
}

/// The figures as a file to attach.
fn figures(checked: &Checked) -> Attachment {
    let text = checked.loaded.case.as_ref().zip(checked.facts.as_ref());
    let text = text.map(|(case, facts)| published(case, facts)).unwrap_or_default();
    Attachment {
        name: "siffror.json".into(),
        media_type: "application/json".into(),
        description: "De siffror som papperen visar".into(),
        bytes: text.into_bytes(),
    }
}
