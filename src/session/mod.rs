//! A year file while somebody writes it: what it says as a form, what is found, and the
//! papers as they look by now.
//!
//! ```text
//! edits ─▶ text of the year file ─▶ check ─▶ form, figures, texts, findings
//!                                     └────▶ documents ─▶ pages (SVG), text (HTML)
//! ```
//!
//! A session reads and writes no files, knows no clock and starts nothing: whoever hosts it
//! (`src/server/`) does. It tells the host what to keep ([`Session::bytes`]) and is told what
//! is kept ([`Session::note_stored`]). A host that answers before the pages are made has them
//! made by itself ([`Session::defer_pages`]).

mod apart_from_texts;
mod change;
mod comparison;
mod figures;
mod form;
mod found;
mod history;
mod html;
mod preview;
mod problem;
mod regions;
mod spreadsheet;
mod texts;

use std::sync::Arc;

use serde_json::{Value, json};

use crate::finding::Finding;
use crate::make::{Checked, Pipeline};
use crate::yaml::edit::RawText;
use crate::year_file::fields::Fields;

use apart_from_texts::{ApartFromTexts, SharedApart};
use history::History;
use preview::Preview;
pub use preview::{MadePages, PageWork, PreviewPage};
pub use problem::Problem;

/// A year file that is being written.
#[derive(Clone)]
pub struct Session {
    pipeline: Arc<Pipeline>,
    fields: Arc<Fields>,
    name: String,
    text: RawText,
    /// What the file holds, as far as is known.
    stored: Vec<u8>,
    /// How the text was before each change.
    before: History,
    /// What has been undone.
    undone: History,
    revision: u64,
    checked: Arc<Checked>,
    apart_from_texts: SharedApart,
    preview: Preview,
    defers_pages: bool,
    /// What the latest change was a part of, when more of it may come.
    run: Option<String>,
}

impl Session {
    /// Opens a year file.
    ///
    /// # Errors
    /// Why its bytes are no text.
    pub fn open(pipeline: Arc<Pipeline>, name: &str, bytes: &[u8]) -> Result<Self, Problem> {
        let mut session = Self::open_deferred(pipeline, name, bytes)?;
        session.preview.renew(&session.pipeline);
        session.defers_pages = false;
        Ok(session)
    }

    /// Opens a year file of which no pages are made but as the host wants them
    /// ([`Session::defer_pages`]).
    ///
    /// # Errors
    /// Why its bytes are no text.
    pub fn open_deferred(
        pipeline: Arc<Pipeline>,
        name: &str,
        bytes: &[u8],
    ) -> Result<Self, Problem> {
        let text = RawText::of(name, bytes)?;
        let fields = fields_of(&pipeline);
        Ok(Self::begin(pipeline, fields, text, bytes, None))
    }

    /// Opens a year file as changes make it, all or none, and has no pages made. The changes
    /// are a list as `change.rs` describes it, and are none that could be undone.
    ///
    /// # Errors
    /// Why its bytes are no text, or why nothing was changed.
    pub fn open_changed(
        pipeline: Arc<Pipeline>,
        name: &str,
        bytes: &[u8],
        edits: &Value,
    ) -> Result<Self, Problem> {
        let text = RawText::of(name, bytes)?;
        let fields = fields_of(&pipeline);
        let text = change::made(&text, &fields, edits)?;
        Ok(Self::begin(pipeline, fields, text, bytes, None))
    }

    /// Another session, for the same year file as changes make it; this one stays as it is.
    /// It has those of its pages that come out the same, and has no others made.
    ///
    /// # Errors
    /// Why nothing was changed.
    pub fn changed(&self, edits: &Value) -> Result<Self, Problem> {
        let text = change::made(&self.text, &self.fields, edits)?;
        let (pipeline, fields) = (Arc::clone(&self.pipeline), Arc::clone(&self.fields));
        Ok(Self::begin(pipeline, fields, text, &self.stored, Some(self)))
    }

    fn begin(
        pipeline: Arc<Pipeline>,
        fields: Arc<Fields>,
        text: RawText,
        stored: &[u8],
        before: Option<&Self>,
    ) -> Self {
        let checked = Arc::new(pipeline.check_text(&text));
        let is_same = |before: &&Self| apart_from_texts::is_same(&before.checked, &checked);
        let apart = before.filter(is_same).map(|before| Arc::clone(&before.apart_from_texts));
        let mut preview = before.map(|before| before.preview.clone()).unwrap_or_default();
        preview.want(&pipeline, &checked);
        // What is shown follows from this year file alone.
        preview.forget_outdated();
        Self {
            pipeline,
            fields,
            name: text.source().name.clone(),
            text,
            stored: stored.to_vec(),
            before: History::default(),
            undone: History::default(),
            revision: 1,
            checked,
            apart_from_texts: apart.unwrap_or_default(),
            preview,
            defers_pages: true,
            run: None,
        }
    }

    /// Makes changes, all or none. They are a list as `change.rs` describes it.
    ///
    /// # Errors
    /// Why nothing was changed.
    pub fn edit(&mut self, edits: &Value) -> Result<(), Problem> {
        self.edit_in_run(edits, None)
    }

    /// The same for what is a part of something longer, as a key is of a word. What comes one
    /// after the other and has the same name is undone at once.
    ///
    /// # Errors
    /// Why nothing was changed.
    pub fn edit_in_run(&mut self, edits: &Value, run: Option<&str>) -> Result<(), Problem> {
        let changed = change::made(&self.text, &self.fields, edits)?;
        let (now, new) = (self.text.bytes(), changed.bytes());
        if new == now {
            return Ok(());
        }
        let is_same = run.is_some() && self.run.as_deref() == run;
        let begun = is_same.then(|| self.before.pop(&now)).flatten().unwrap_or(now);
        if begun != new {
            self.before.push(&begun, &new);
        }
        self.undone.clear();
        self.become_text(changed);
        self.run = run.map(str::to_owned);
        Ok(())
    }

    /// Takes the latest change back; nothing happens when there is none.
    ///
    /// # Errors
    /// None in practice: the text was one before.
    pub fn undo(&mut self) -> Result<(), Problem> {
        let now = self.text.bytes();
        let Some(bytes) = self.before.pop(&now) else { return Ok(()) };
        let text = RawText::of(&self.name, &bytes)?;
        self.undone.push(&now, &bytes);
        self.become_text(text);
        Ok(())
    }

    /// Makes the latest change again that was taken back.
    ///
    /// # Errors
    /// None in practice: the text was one before.
    pub fn redo(&mut self) -> Result<(), Problem> {
        let now = self.text.bytes();
        let Some(bytes) = self.undone.pop(&now) else { return Ok(()) };
        let text = RawText::of(&self.name, &bytes)?;
        self.before.push(&now, &bytes);
        self.become_text(text);
        Ok(())
    }

    /// Takes in what somebody else has written in the file. It can be undone as any change.
    ///
    /// # Errors
    /// Why its bytes are no text; then all is as it was.
    pub fn take_in(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        let text = RawText::of(&self.name, bytes)?;
        self.stored = bytes.to_vec();
        if bytes != self.text.bytes() {
            self.before.push(&self.text.bytes(), bytes);
            self.undone.clear();
            self.become_text(text);
        }
        Ok(())
    }

    /// What the file is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The bytes that the file is to have.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.text.bytes()
    }

    /// The bytes that the file has, as far as is known.
    #[must_use]
    pub fn stored(&self) -> &[u8] {
        &self.stored
    }

    /// Whether the file has what it is to have.
    #[must_use]
    pub fn is_stored(&self) -> bool {
        self.text.bytes() == self.stored
    }

    /// Notes what the file has now.
    pub fn note_stored(&mut self, bytes: Vec<u8>) {
        self.stored = bytes;
    }

    /// How often the year file has changed since it was opened, from 1.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The year file as checked.
    #[must_use]
    pub fn checked(&self) -> &Checked {
        &self.checked
    }

    /// From here on the host has the pages made, after each change and whatever it does
    /// meanwhile.
    pub fn defer_pages(&mut self) {
        self.defers_pages = true;
    }

    /// The next paper to be laid out, that with an id before others; none when all pages are
    /// as they are to be.
    #[must_use]
    pub fn page_work(&self, first: Option<&str>) -> Option<PageWork> {
        self.preview.work(&self.pipeline, first)
    }

    /// Whether pages are still to be made.
    #[must_use]
    pub fn has_page_work(&self) -> bool {
        self.preview.has_work()
    }

    /// What there is to lay out so that a paper can be shown, or the first one where there is
    /// none with this id; nothing when its pages are as they are to be.
    #[must_use]
    pub fn page_work_for(&self, paper: &str) -> Option<PageWork> {
        self.preview.work_for(&self.pipeline, paper)
    }

    /// Shows a paper that has been laid out.
    pub fn take_pages(&mut self, made: MadePages) {
        self.preview.take(made);
    }

    /// What the page is told when pages have been made.
    #[must_use]
    pub fn pages_state(&self) -> Value {
        let mut state = json!({ "path": self.name });
        self.preview.add_to(&mut state, &self.pipeline);
        state
    }

    /// A page of a paper, counted from 1.
    #[must_use]
    pub fn page(&self, paper: &str, number: usize) -> Option<&PreviewPage> {
        self.preview.paper(paper)?.pages.get(number.checked_sub(1)?)
    }

    /// A paper as a part of a web page, with headings, lists and tables.
    #[must_use]
    pub fn text(&self, paper: &str) -> Option<String> {
        self.preview.document(paper).map(html::fragment)
    }

    /// About how many bytes it holds.
    #[must_use]
    pub fn size(&self) -> usize {
        // The text, its tree, and what is made of both.
        const OF_TEXT: usize = 20;
        let apart = self.apart_from_texts.get().map_or(0, ApartFromTexts::size);
        self.text.bytes().len() * OF_TEXT + self.preview.size() + apart
    }

    /// The regions of a paper's pages that show what stands in the year file, as data.
    #[must_use]
    pub fn regions(&self, paper: &str) -> Option<Value> {
        let paper = self.preview.paper(paper)?;
        Some(regions::regions(&self.pipeline, &self.checked, paper))
    }

    /// All that a page shows of the session, as data.
    #[must_use]
    pub fn state(&self) -> Value {
        self.state_beside(None)
    }

    /// The same without the form, the figures and what texts can ask for, when the page has
    /// them already: `known` is what an earlier state has under `form`.
    #[must_use]
    pub fn state_beside(&self, known: Option<&str>) -> Value {
        let year_file = self.checked.loaded.year_file.as_ref();
        let apart = self.apart_from_texts();
        let mut state = json!({
            "revision": self.revision,
            "path": self.name,
            "year": year_file.and_then(|year_file| year_file.year.known().copied()),
            "saved": self.is_stored(),
            "undo": !self.before.is_empty(),
            "redo": !self.undone.is_empty(),
            "texts": texts::texts(&self.pipeline, &self.checked, &apart.built_in),
            "findings": found::findings(&self.checked),
        });
        apart.add_to(&mut state, known);
        self.preview.add_to(&mut state, &self.pipeline);
        state
    }

    fn apart_from_texts(&self) -> &ApartFromTexts {
        let make = || ApartFromTexts::of(&self.pipeline, &self.fields, &self.checked);
        self.apart_from_texts.get_or_init(make)
    }

    fn become_text(&mut self, text: RawText) {
        self.text = text;
        self.revision += 1;
        self.run = None;
        let checked = Arc::new(self.pipeline.check_text(&self.text));
        if !apart_from_texts::is_same(&self.checked, &checked) {
            self.apart_from_texts = SharedApart::default();
        }
        self.checked = checked;
        self.preview.want(&self.pipeline, &self.checked);
        if !self.defers_pages {
            self.preview.renew(&self.pipeline);
        }
    }
}

fn fields_of(pipeline: &Pipeline) -> Arc<Fields> {
    Arc::new(Fields::new(&pipeline.papers.sections_with_papers()))
}

impl From<Box<Finding>> for Problem {
    fn from(finding: Box<Finding>) -> Self {
        Self { message: finding.message, reason: finding.reason, hint: finding.hint }
    }
}
