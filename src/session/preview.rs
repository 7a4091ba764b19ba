//! The papers as they look by now.
//!
//! What a paper says is known at once when the year file has changed; laying it out takes
//! longer. So there are documents that are wanted, and papers that are laid out, the last that
//! there could be. Each of the former that is no longer the latter is work to do.

use std::hash::Hasher as _;
use std::sync::Arc;

use rayon::prelude::*;
use serde_json::{Value, json};
use siphasher::sip::SipHasher13;

use crate::document::Document;
use crate::make::{Checked, Failure, Pipeline};
use crate::pdf::{PicturedPages, PlacedText};
use crate::swedish::upper_first;

/// A page as a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewPage {
    /// A checksum of the picture, by which a page is known that is as it was.
    pub hash: String,
    /// The picture.
    pub svg: Arc<str>,
}

impl PreviewPage {
    fn of(svg: Arc<str>) -> Self {
        let mut hasher = SipHasher13::new();
        hasher.write(svg.as_bytes());
        Self { hash: format!("{:016x}", hasher.finish()), svg }
    }
}

/// A paper with its pages.
#[derive(Debug, Clone)]
pub(super) struct PreviewPaper {
    pub(super) document: Arc<Document>,
    pub(super) pages: Vec<PreviewPage>,
    /// Where its texts stand on them.
    pub(super) texts: Vec<PlacedText>,
}

/// A paper to be laid out, which can be done anywhere and at any time.
pub struct PageWork {
    pipeline: Arc<Pipeline>,
    document: Arc<Document>,
}

/// A paper that has been laid out, or why it could not be.
pub struct MadePages {
    document: Arc<Document>,
    made: Result<PicturedPages, Failure>,
}

impl PageWork {
    fn of(pipeline: &Arc<Pipeline>, document: &Arc<Document>) -> Self {
        Self { pipeline: Arc::clone(pipeline), document: Arc::clone(document) }
    }

    /// Lays the paper out.
    #[must_use]
    pub fn done(self) -> MadePages {
        let made = self.pipeline.pages(&self.document);
        MadePages { document: self.document, made }
    }
}

/// The papers, the last that there could be.
#[derive(Debug, Clone, Default)]
pub(super) struct Preview {
    papers: Vec<PreviewPaper>,
    /// What the papers would say of the year file as it is.
    wanted: Vec<Arc<Document>>,
    /// Whether that is known of the year file as it is, and not only as it was.
    is_known: bool,
    /// What could not be laid out.
    refused: Vec<Arc<Document>>,
    /// Goes up with every change of what is shown.
    pub(super) serial: u64,
    /// Why they are not the papers of the year file as it is.
    pub(super) error: Option<String>,
}

impl Preview {
    pub(super) fn paper(&self, id: &str) -> Option<&PreviewPaper> {
        self.papers.iter().find(|paper| paper.document.paper == id)
    }

    /// What a paper says, or has said last.
    pub(super) fn document(&self, id: &str) -> Option<&Document> {
        let wanted = self.wanted.iter().find(|document| self.is_known && document.paper == id);
        let laid_out = || self.paper(id).map(|paper| &paper.document);
        wanted.or_else(laid_out).map(Arc::as_ref)
    }

    /// How many bytes the pages are.
    pub(super) fn size(&self) -> usize {
        let pages = self.papers.iter().flat_map(|paper| &paper.pages);
        pages.map(|page| page.svg.len()).sum()
    }

    /// Notes what the papers of a year file say. Where there can be none the pages stay as
    /// they were.
    pub(super) fn want(&mut self, pipeline: &Pipeline, checked: &Checked) {
        self.serial += 1;
        match documents(pipeline, checked) {
            Ok((documents, error)) => {
                let is_wanted = |paper: &PreviewPaper| {
                    documents.iter().any(|d| d.paper == paper.document.paper)
                };
                self.papers.retain(is_wanted);
                self.refused.clear();
                self.is_known = true;
                self.wanted = documents.into_iter().map(Arc::new).collect();
                self.error = error;
            }
            Err(failure) => {
                self.is_known = false;
                self.fail(failure);
            }
        }
    }

    /// Lets go of all that says something else than the year file as it is.
    pub(super) fn forget_outdated(&mut self) {
        let Self { papers, wanted, is_known, .. } = self;
        if !*is_known {
            wanted.clear();
        }
        papers.retain(|paper| wanted.contains(&paper.document));
    }

    /// The next paper to lay out, that with an id before others. What says the same as before
    /// is not laid out again.
    pub(super) fn work(&self, pipeline: &Arc<Pipeline>, first: Option<&str>) -> Option<PageWork> {
        let mut left: Vec<&Arc<Document>> = self.left().collect();
        left.sort_by_key(|document| Some(document.paper.as_str()) != first);
        left.first().map(|document| PageWork::of(pipeline, document))
    }

    /// What there is to lay out so that a paper can be shown: nothing once that has been done.
    /// Where there is no paper with this id it is the first.
    pub(super) fn work_for(&self, pipeline: &Arc<Pipeline>, id: &str) -> Option<PageWork> {
        let chosen = self.wanted.iter().find(|document| document.paper == id);
        let chosen = chosen.or(self.wanted.first())?;
        let is_left = self.left().any(|document| Arc::ptr_eq(document, chosen));
        is_left.then(|| PageWork::of(pipeline, chosen))
    }

    /// Whether something is to be laid out.
    pub(super) fn has_work(&self) -> bool {
        self.left().next().is_some()
    }

    fn left(&self) -> impl Iterator<Item = &Arc<Document>> {
        self.wanted.iter().filter(|document| {
            let known = self.paper(&document.paper);
            known.is_none_or(|known| known.document != **document)
                && !self.refused.contains(document)
        })
    }

    /// Lays out all that is wanted.
    pub(super) fn renew(&mut self, pipeline: &Arc<Pipeline>) {
        let work: Vec<PageWork> =
            self.left().map(|document| PageWork::of(pipeline, document)).collect();
        let made: Vec<MadePages> = work.into_par_iter().map(PageWork::done).collect();
        for made in made {
            self.take(made);
        }
    }

    /// Shows a paper that has been laid out, also when it says something else by now: it is
    /// later than what was shown.
    pub(super) fn take(&mut self, made: MadePages) {
        let MadePages { document, made } = made;
        if !self.wanted.iter().any(|wanted| wanted.paper == document.paper) {
            return;
        }
        self.serial += 1;
        match made {
            Ok(PicturedPages { pictures, texts }) => {
                // What has not been drawn anew needs no new checksum.
                let before = self.paper(&document.paper).map_or(&[][..], |paper| &paper.pages);
                let page = |svg: Arc<str>| {
                    let same = before.iter().find(|page| Arc::ptr_eq(&page.svg, &svg));
                    same.cloned().unwrap_or_else(|| PreviewPage::of(svg))
                };
                let pages = pictures.into_iter().map(page).collect();
                self.papers.retain(|paper| paper.document.paper != document.paper);
                self.papers.push(PreviewPaper { document, pages, texts });
                let place = |paper: &PreviewPaper| {
                    self.wanted.iter().position(|wanted| wanted.paper == paper.document.paper)
                };
                self.papers.sort_by_key(place);
            }
            Err(failure) => {
                self.refused.push(document);
                self.fail(failure);
            }
        }
    }

    fn fail(&mut self, failure: Failure) {
        let why = match failure {
            Failure::Writer(why) => Some(why),
            Failure::Findings(found) => found.into_iter().next().map(|f| f.message),
        };
        let why = why.map(|why| format!(": {why}")).unwrap_or_default();
        self.error = Some(if self.papers.is_empty() {
            format!("Sidorna går inte att göra nu{why}.")
        } else {
            format!("Sidorna visar årsfilen som den var, för nu går de inte att göra{why}.")
        });
    }

    /// The papers with the checksums of their pages, as the page is told; of a paper that has
    /// not been laid out yet there are none.
    pub(super) fn add_to(&self, state: &mut Value, pipeline: &Pipeline) {
        let paper = |document: &Arc<Document>| {
            let id = &document.paper;
            let title =
                pipeline.papers.get(id).map_or(id.clone(), |paper| paper.info.name.to_string());
            let hashes =
                |pages: &[PreviewPage]| pages.iter().map(|page| json!(page.hash)).collect();
            let pages = match self.paper(id) {
                Some(paper) => hashes(&paper.pages),
                None if self.refused.contains(document) => hashes(&[]),
                None => Value::Null,
            };
            json!({ "id": id, "title": upper_first(&title), "pages": pages })
        };
        state["papers"] = if self.is_known {
            self.wanted.iter().map(paper).collect()
        } else {
            self.papers.iter().map(|PreviewPaper { document, .. }| paper(document)).collect()
        };
        state["preview_error"] = json!(self.error);
        state["pages"] = json!(self.serial);
    }
}

/// What the papers say; with errors as drafts, and then what is to be said of that.
fn documents(
    pipeline: &Pipeline,
    checked: &Checked,
) -> Result<(Vec<Document>, Option<String>), Failure> {
    let papers = pipeline.papers_of(checked);
    if !checked.has_errors() {
        return Ok((pipeline.documents(checked, &papers)?, None));
    }
    let findings: Vec<_> =
        checked.findings.iter().filter(|finding| !finding.is_advice()).cloned().collect();
    let said = "Årsfilen har fel, så sidorna är ett utkast. Vad som återstår står sist.";
    Ok((pipeline.drafts(checked, &papers, &findings)?, Some(said.to_owned())))
}
