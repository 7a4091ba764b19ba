//! The papers as they look by now.

use std::hash::Hasher as _;
use std::sync::Arc;

use rayon::prelude::*;
use serde_json::{Value, json};
use siphasher::sip::SipHasher13;

use crate::document::Document;
use crate::make::{Checked, Failure, Pipeline};
use crate::pdf::{PicturedPages, PlacedText};
use crate::swedish::upper_first;
use crate::template::Paper;

/// A page as a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewPage {
    /// A checksum of the picture, by which a page is known that is as it was.
    pub hash: String,
    /// The picture.
    pub svg: Arc<str>,
}

impl PreviewPage {
    fn of(svg: String) -> Self {
        let mut hasher = SipHasher13::new();
        hasher.write(svg.as_bytes());
        Self { hash: format!("{:016x}", hasher.finish()), svg: svg.into() }
    }
}

/// A paper with its pages.
#[derive(Debug, Clone)]
pub(super) struct PreviewPaper {
    pub(super) document: Document,
    pub(super) pages: Vec<PreviewPage>,
    /// Where its texts stand on them.
    pub(super) texts: Vec<PlacedText>,
}

/// The papers, the last that there could be.
#[derive(Debug, Default)]
pub(super) struct Preview {
    papers: Vec<PreviewPaper>,
    /// Why they are not the papers of the year file as it is.
    pub(super) error: Option<String>,
}

impl Preview {
    pub(super) fn paper(&self, id: &str) -> Option<&PreviewPaper> {
        self.papers.iter().find(|paper| paper.document.paper == id)
    }

    /// Makes the papers of a year file. What says the same as before is not laid out again,
    /// and where nothing can be made the pages stay as they were.
    pub(super) fn renew(&mut self, pipeline: &Pipeline, checked: &Checked) {
        let papers = pipeline.papers_of(checked);
        match self.made(pipeline, checked, &papers) {
            Ok((papers, error)) => (self.papers, self.error) = (papers, error),
            Err(failure) => {
                let why = match failure {
                    Failure::Writer(why) => Some(why),
                    Failure::Findings(found) => found.into_iter().next().map(|f| f.message),
                };
                let why = why.map(|why| format!(": {why}")).unwrap_or_default();
                self.error = Some(format!(
                    "Sidorna visar årsfilen som den var, för nu går de inte att göra{why}."
                ));
            }
        }
    }

    fn made(
        &self,
        pipeline: &Pipeline,
        checked: &Checked,
        papers: &[&Paper],
    ) -> Result<(Vec<PreviewPaper>, Option<String>), Failure> {
        let (documents, error) = if checked.has_errors() {
            let findings: Vec<_> =
                checked.findings.iter().filter(|finding| !finding.is_advice()).cloned().collect();
            let said = "Årsfilen har fel, så sidorna är ett utkast. Vad som återstår står sist.";
            (pipeline.drafts(checked, papers, &findings)?, Some(said.to_owned()))
        } else {
            (pipeline.documents(checked, papers)?, None)
        };
        let paper = |document: Document| {
            let known = self.paper(&document.paper).filter(|known| known.document == document);
            if let Some(known) = known {
                return Ok(known.clone());
            }
            let PicturedPages { pictures, texts } = pipeline.pages(&document)?;
            let pages = pictures.into_iter().map(PreviewPage::of).collect();
            Ok(PreviewPaper { document, pages, texts })
        };
        let papers: Result<_, Failure> = documents.into_par_iter().map(paper).collect();
        Ok((papers?, error))
    }

    pub(super) fn state(&self, pipeline: &Pipeline) -> Value {
        let paper = |paper: &PreviewPaper| {
            let id = &paper.document.paper;
            let title =
                pipeline.papers.get(id).map_or(id.clone(), |paper| paper.info.name.to_string());
            let pages: Vec<&String> = paper.pages.iter().map(|page| &page.hash).collect();
            json!({ "id": id, "title": upper_first(&title), "pages": pages })
        };
        self.papers.iter().map(paper).collect()
    }
}
