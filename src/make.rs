//! The pipeline: a year file's text in, finished files out.

mod checked;
mod draft;
mod fill;
mod joint;
mod pages;

use std::borrow::Cow;
use std::sync::Arc;

use rayon::prelude::*;

use crate::checks::{Checks, Made, glyphs, size};
use crate::document::Document;
use crate::facts::{Facts, published};
use crate::finding::{self, Finding, shorten};
use crate::pdf::{Archive, Attachment, Error, Typesetter};
use crate::profile::{self, Profile};
use crate::source::{Located, Source};
use crate::template::{Attachments, Filling, Input, Paper, Papers};
use crate::yaml::edit::RawText;
use crate::year_file::{Loaded, YearFile};
use crate::{checks, docx};

pub use checked::Checked;
use checked::Filled;
pub use draft::FILE_PREFIX as DRAFT_PREFIX;
use fill::fill;
use joint::Read;
pub use joint::ReadBeside;

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

/// Everything needed to make papers, made once and used for any number of year files.
pub struct Pipeline {
    /// The papers that can be made.
    pub papers: Papers,
    profile: Profile,
    dense_profile: Profile,
    typesetter: Typesetter,
    read_beside: Option<Box<ReadBeside>>,
}

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinishedFile {
    /// The file's name: the paper's id and the format's ending.
    pub name: String,
    /// The file's content.
    pub bytes: Vec<u8>,
    /// How many pages it has, where that is known, as for a PDF.
    pub pages: Option<usize>,
    /// Whether it was to have a single page and has more.
    pub runs_over: bool,
}

/// Why no paper could be made of a year file without errors.
#[derive(Debug)]
pub enum Failure {
    /// The year file and the template don't go together.
    Findings(Vec<Finding>),
    /// A writer gave up; the text says why.
    Writer(String),
}

impl Pipeline {
    /// A pipeline with what is built in.
    ///
    /// # Errors
    /// When a built-in template or font is broken, which tests rule out.
    pub fn standard() -> Result<Self, Failure> {
        Self::of(Papers::built_in().map_err(Failure::Findings)?)
    }

    /// A pipeline for given papers.
    ///
    /// # Errors
    /// When a template has a character that the papers can't show.
    pub fn of(papers: Papers) -> Result<Self, Failure> {
        let profile = Profile::standard();
        let typesetter = Typesetter::standard().map_err(|e| Failure::Writer(e.to_string()))?;
        let dense_profile = profile.dense();
        let pipeline = Self { papers, profile, dense_profile, typesetter, read_beside: None };
        // Tests look at what is built in.
        let templates = pipeline.papers.own_templates();
        let mut findings: Vec<Finding> = templates
            .flat_map(|template| glyphs::missing_in_template(template, pipeline.covers()))
            .collect();
        finding::in_reading_order(&mut findings);
        finding::no_more_than_useful(&mut findings);
        if findings.is_empty() { Ok(pipeline) } else { Err(Failure::Findings(findings)) }
    }

    /// The same for papers that look as a profile says.
    ///
    /// # Errors
    /// What of the profile has no room in the papers or no letters in their fonts.
    pub fn with_profile(self, profile: Profile) -> Result<Self, profile::Error> {
        let pipeline = Self { dense_profile: profile.dense(), profile, ..self };
        pipeline.profile.has_room()?;
        if let Some(footer) = &pipeline.profile.address_footer {
            footer.shown_by(pipeline.covers())?;
        }
        Ok(pipeline)
    }

    /// The same, with or without a field in each PDF file at every place for a signature.
    #[must_use]
    pub fn with_signature_fields(self, has_fields: bool) -> Self {
        Self { typesetter: self.typesetter.with_signature_fields(has_fields), ..self }
    }

    /// Reads and checks a year file for the papers that are made of it unless others are
    /// asked for.
    #[must_use]
    pub fn check(&self, source: Arc<Source>) -> Checked {
        self.check_making(source, None, false)
    }

    /// The same for a text that is changed time and again, whose tree is known.
    #[must_use]
    pub fn check_text(&self, text: &RawText) -> Checked {
        let (root, findings) = text.read();
        let read = self.read_tree(Arc::clone(text.source()), root.clone(), findings.clone());
        self.check_read(read, None, false)
    }

    /// Reads and checks a year file for the chosen papers. Whether another paper could
    /// be filled in is not looked at.
    #[must_use]
    pub fn check_for(&self, source: Arc<Source>, papers: &[&Paper]) -> Checked {
        self.check_making(source, Some(papers), false)
    }

    /// The same for the papers that are asked for, or else those that are made of the year
    /// file; the figures are attached to them if `attaches_figures` says so.
    #[must_use]
    pub fn check_making(
        &self,
        source: Arc<Source>,
        asked_for: Option<&[&Paper]>,
        attaches_figures: bool,
    ) -> Checked {
        self.check_read(self.read(source), asked_for, attaches_figures)
    }

    fn check_read(
        &self,
        mut read: Read,
        asked_for: Option<&[&Paper]>,
        attaches_figures: bool,
    ) -> Checked {
        let papers = match asked_for {
            Some(papers) => papers.to_vec(),
            None => self.papers.usual_of(read.loaded.year_file.as_ref()),
        };
        let papers = Self::without_those_of_one(&mut read.loaded, papers, asked_for.is_some());
        let papers = papers.as_slice();
        let unknown = self.unknown_papers(&read.loaded);
        read.loaded.findings.extend(unknown);
        self.demand(&mut read, papers);
        let facts = read.loaded.year_file.as_ref().map(|year_file| facts_of(year_file, &read));
        let loaded = read.loaded;
        let mut findings = loaded.findings.clone();
        let mut checks = Checks::default();
        let mut filled = None;
        findings.append(&mut glyphs::missing(&loaded, self.covers()));
        findings.append(&mut size::too_long(&loaded));
        if let Some(facts) = &facts {
            let filling = self.filling(&loaded, facts);
            let words = |section: &str| filling.as_ref()?.words(section);
            let made = loaded
                .year_file
                .as_ref()
                .map(|year_file| self.made(papers, year_file).with_figures(attaches_figures));
            checks =
                made.map(|made| checks::run(&loaded, facts, &made, &words)).unwrap_or_default();
            findings.append(&mut checks.findings);
            findings.extend(filling.iter().flat_map(Filling::inspect));
            if let Some(filling) = filling.filter(|_| !findings.iter().any(Finding::is_error)) {
                match self.fill(&filling, papers) {
                    Ok(documents) => filled = Some(Filled::new(papers, documents)),
                    Err(mut stopping) => findings.append(&mut stopping),
                }
            }
        }
        finding::in_reading_order(&mut findings);
        finding::no_more_than_useful(&mut findings);
        let Checks { silenced, incomplete, .. } = checks;
        let papers = papers.iter().map(|paper| paper.id.clone()).collect();
        Checked { loaded, papers, facts, findings, silenced, incomplete, filled }
    }

    /// The papers that a year file was checked for.
    #[must_use]
    pub fn papers_of(&self, checked: &Checked) -> Vec<&Paper> {
        checked.papers.iter().filter_map(|id| self.papers.get(id)).collect()
    }

    /// What the year file names as a paper and is none.
    fn unknown_papers(&self, loaded: &Loaded) -> Vec<Finding> {
        let written = loaded.year_file.iter().flat_map(|year_file| year_file.papers.iter());
        let written: Vec<_> = written.flatten().filter(|name| name.known().is_some()).collect();
        let (_, unknown) = self.papers.named(written.iter().map(|name| name.as_str()));
        let is_unknown = |name: &str| unknown.iter().find(|(other, _)| *other == name);
        let finding = |name: &&Located<String>| {
            let (_, hint) = is_unknown(name)?;
            let message = format!("papperet `{}` finns inte", shorten(name));
            let finding =
                Finding::error("okänt-papper", &loaded.source, name.span.clone(), message);
            Some(finding.hint(hint.clone()))
        };
        written.iter().filter_map(finding).collect()
    }

    fn made<'p>(&'p self, papers: &[&'p Paper], year_file: &YearFile) -> Made<'p> {
        Made::new(&self.papers, papers, year_file)
    }

    /// Reports the fields that are left out and that a chosen paper can't be filled in
    /// without.
    fn demand(&self, read: &mut Read, papers: &[&Paper]) {
        let year_file = read.loaded.year_file.as_ref();
        let Some(year_file) = year_file.filter(|_| !read.loaded.left_out.is_empty()) else {
            return;
        };
        let facts = read.facts(year_file);
        // What stands under a condition need not be there: only filling in tells.
        let filling = self.filling(&read.loaded, &facts);
        let is_whole = |paper: &&&Paper| {
            filling.as_ref().is_some_and(|filling| filling.fill(paper, &Attachments::None).is_ok())
        };
        let lacking: Vec<&Paper> =
            papers.iter().filter(|paper| !is_whole(paper)).copied().collect();
        let lacking = self.made(&lacking, year_file);
        let all = self.made(papers, year_file);
        read.loaded.demand(&|left_out, name| {
            if left_out.is_in_group { all.asking(name) } else { lacking.needing(name) }
        });
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
        self.filled(checked, papers).map(Cow::into_owned)
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
    ) -> Result<Vec<FinishedFile>, Failure> {
        let documents = self.filled(checked, papers)?;
        self.write_all(checked, &documents, formats)
    }

    /// Documents in the chosen formats.
    fn write_all(
        &self,
        checked: &Checked,
        documents: &[Document],
        formats: &[Format],
    ) -> Result<Vec<FinishedFile>, Failure> {
        let jobs: Vec<(&Document, Format)> = documents
            .iter()
            .flat_map(|document| formats.iter().map(move |format| (document, *format)))
            .collect();
        let figures = Archive::A3a(figures(checked));
        let write = |(document, format)| self.write(document, format, &figures);
        jobs.into_par_iter().map(write).collect()
    }

    fn write(
        &self,
        document: &Document,
        format: Format,
        figures: &Archive,
    ) -> Result<FinishedFile, Failure> {
        let name = format!("{}.{}", document.paper, format.extension());
        let is_dense = self.papers.get(&document.paper).is_some_and(Paper::is_dense);
        let profile = if is_dense { &self.dense_profile } else { &self.profile };
        let (bytes, pages) = match format {
            Format::Pdf => self.pdf(document, profile, &Archive::A2a).map(known)?,
            Format::PdfWithFigures => self.pdf(document, profile, figures).map(known)?,
            Format::Docx => docx::write(document, profile)
                .map(|bytes| (bytes, None))
                .map_err(|error| Failure::Writer(format!("{name}: {error}")))?,
        };
        let runs_over = is_dense && pages.is_some_and(|pages| pages > 1);
        Ok(FinishedFile { name, bytes, pages, runs_over })
    }

    /// A paper as PDF. What Typst can't set is in the template or in what it is filled
    /// with, so that is where the finding points.
    fn pdf(
        &self,
        document: &Document,
        profile: &Profile,
        archive: &Archive,
    ) -> Result<(Vec<u8>, usize), Failure> {
        let unset = |error: Error| match (&error, self.papers.get(&document.paper)) {
            (Error::Typeset(_), Some(paper)) => {
                let start = paper.body_start;
                let message = "papperet kan inte bli en PDF-fil";
                let finding = Finding::error("papper-utan-pdf", &paper.source, start..start, message)
                    .because(error.to_string())
                    .hint("Ta bort det senast ändrade i mallen eller i texterna, en sak i taget, tills det går.");
                Failure::Findings(vec![finding])
            }
            _ => Failure::Writer(format!("{}.pdf: {error}", document.paper)),
        };
        self.typesetter.archived_with_pages(document, profile, archive).map_err(unset)
    }

    /// Fills papers in and looks for what only filling in can bring about.
    fn fill(
        &self,
        filling: &Filling<'_>,
        papers: &[&Paper],
    ) -> Result<Vec<Document>, Vec<Finding>> {
        let documents = fill(filling, papers)?;
        let look_through = |(document, paper): (&Document, &&Paper)| {
            let origin = |condition: &dyn Fn(&str) -> bool| filling.origin(paper, condition);
            let mut findings = glyphs::missing_in_document(document, &origin, self.covers());
            findings.extend(size::too_long_in_document(document, &origin));
            findings
        };
        let findings: Vec<Finding> = documents.iter().zip(papers).flat_map(look_through).collect();
        if findings.is_empty() { Ok(documents) } else { Err(findings) }
    }

    /// The documents of the chosen papers, from the check when it was for the same.
    fn filled<'c>(
        &self,
        checked: &'c Checked,
        papers: &[&Paper],
    ) -> Result<Cow<'c, [Document]>, Failure> {
        if let Some(filled) = checked.filled.as_ref().filter(|filled| filled.is_of(papers)) {
            return Ok(Cow::Borrowed(&filled.documents));
        }
        let facts = checked.facts.as_ref().filter(|_| !checked.has_errors());
        match facts.and_then(|facts| self.filling(&checked.loaded, facts)) {
            Some(filling) => self.fill(&filling, papers).map(Cow::Owned).map_err(Failure::Findings),
            None => Err(Failure::Findings(checked.findings.clone())),
        }
    }

    fn filling<'a>(&'a self, loaded: &'a Loaded, facts: &'a Facts) -> Option<Filling<'a>> {
        let page_label = &self.profile.page_label;
        Filling::new(&self.papers, Input { loaded, facts, page_label })
    }

    /// Whether all fonts of the papers have a character.
    fn covers(&self) -> impl Fn(char) -> bool {
        let fonts = &self.profile.fonts;
        |character| self.typesetter.covers([&fonts.body.pdf, &fonts.heading.pdf], character)
    }
}

/// A file with its known number of pages.
fn known((bytes, pages): (Vec<u8>, usize)) -> (Vec<u8>, Option<usize>) {
    (bytes, Some(pages))
}

/// What follows from a year file; a stand-in when that has to do with one.
fn facts_of(year_file: &YearFile, read: &Read) -> Located<Facts> {
    let facts = read.facts(year_file);
    let unread = &read.loaded.unread;
    let is_whole = !unread.was_looked_at();
    if is_whole { Located::new(facts, 0..0) } else { Located::stand_in(facts, unread) }
}

/// The figures as a file to attach.
fn figures(checked: &Checked) -> Attachment {
    let text = checked.loaded.year_file.as_ref().zip(checked.facts.as_ref());
    let text = text.map(|(year_file, facts)| published(year_file, facts)).unwrap_or_default();
    Attachment {
        name: "siffror.json".into(),
        media_type: "application/json".into(),
        description: "De siffror som papperen visar".into(),
        bytes: text.into_bytes(),
    }
}
