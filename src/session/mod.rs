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
//! is kept ([`Session::note_stored`]).

mod change;
mod figures;
mod form;
mod found;
mod history;
mod html;
mod preview;
mod problem;
mod texts;

use std::sync::Arc;

use serde_json::{Value, json};

use crate::finding::Finding;
use crate::make::{Checked, Pipeline};
use crate::yaml;
use crate::yaml::edit::RawText;
use crate::year_file::fields::Fields;
use crate::year_file::review;
use crate::year_file::review::UnreadPart;

use history::History;
use preview::Preview;
pub use preview::PreviewPage;
pub use problem::Problem;

/// A year file that is being written.
pub struct Session {
    pipeline: Arc<Pipeline>,
    fields: Fields,
    name: String,
    text: RawText,
    /// What the file holds, as far as is known.
    stored: Vec<u8>,
    /// How the text was before each change.
    before: History,
    /// What has been undone.
    undone: History,
    revision: u64,
    checked: Checked,
    preview: Preview,
}

impl Session {
    /// Opens a year file.
    ///
    /// # Errors
    /// Why its bytes are no text.
    pub fn open(pipeline: Arc<Pipeline>, name: &str, bytes: &[u8]) -> Result<Self, Problem> {
        let text = RawText::of(name, bytes)?;
        Ok(Self::begin(pipeline, text, bytes, Preview::default()))
    }

    /// Opens a year file as changes make it, all or none. They are a list as `change.rs`
    /// describes it, and are no changes that could be undone.
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
        let text = change::made(&text, &fields_of(&pipeline), edits)?;
        Ok(Self::begin(pipeline, text, bytes, Preview::default()))
    }

    /// Another session, for the same year file as changes make it; this one stays as it is.
    /// Pages that come out the same are not laid out again.
    ///
    /// # Errors
    /// Why nothing was changed.
    pub fn changed(&self, edits: &Value) -> Result<Self, Problem> {
        let text = change::made(&self.text, &self.fields, edits)?;
        Ok(Self::begin(Arc::clone(&self.pipeline), text, &self.stored, self.preview.clone()))
    }

    fn begin(pipeline: Arc<Pipeline>, text: RawText, stored: &[u8], mut preview: Preview) -> Self {
        let checked = pipeline.check(Arc::clone(text.source()));
        if !preview.renew(&pipeline, &checked) {
            // What is shown follows from this year file alone.
            preview.forget_pages();
        }
        Self {
            fields: fields_of(&pipeline),
            pipeline,
            name: text.source().name.clone(),
            text,
            stored: stored.to_vec(),
            before: History::default(),
            undone: History::default(),
            revision: 1,
            checked,
            preview,
        }
    }

    /// Makes changes, all or none. They are a list as `change.rs` describes it.
    ///
    /// # Errors
    /// Why nothing was changed.
    pub fn edit(&mut self, edits: &Value) -> Result<(), Problem> {
        let changed = change::made(&self.text, &self.fields, edits)?;
        if changed.bytes() != self.text.bytes() {
            self.before.push(&self.text.bytes(), &changed.bytes());
            self.undone.clear();
            self.become_text(changed);
        }
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

    /// A page of a paper, counted from 1.
    #[must_use]
    pub fn page(&self, paper: &str, number: usize) -> Option<&PreviewPage> {
        self.preview.paper(paper)?.pages.get(number.checked_sub(1)?)
    }

    /// A paper as a part of a web page, with headings, lists and tables.
    #[must_use]
    pub fn text(&self, paper: &str) -> Option<String> {
        self.preview.paper(paper).map(|paper| html::fragment(&paper.document))
    }

    /// About how many bytes it holds.
    #[must_use]
    pub fn size(&self) -> usize {
        // The text, its tree, and what is made of both.
        const OF_TEXT: usize = 20;
        self.text.bytes().len() * OF_TEXT + self.preview.size()
    }

    /// All that a page shows of the session, as data.
    #[must_use]
    pub fn state(&self) -> Value {
        let unread = self.unread();
        // Where several operations' files are added up, the tree of what was checked has
        // their sums too.
        let (root, _) = yaml::read(self.text.source());
        let root = root.as_ref();
        let year_file = self.checked.loaded.year_file.as_ref();
        json!({
            "revision": self.revision,
            "path": self.name,
            "year": year_file.and_then(|year_file| year_file.year.known().copied()),
            "saved": self.is_stored(),
            "undo": !self.before.is_empty(),
            "redo": !self.undone.is_empty(),
            "sections": form::sections(&self.fields, root, &unread),
            "figures": figures::grid(root, &self.checked),
            "texts": texts::texts(&self.pipeline, root, &self.checked, &unread),
            "placeholders": texts::placeholders(&self.checked),
            "findings": found::findings(&self.checked),
            "papers": self.preview.state(&self.pipeline),
            "preview_error": self.preview.error,
        })
    }

    /// What has come along from the year before and nobody has read.
    fn unread(&self) -> Vec<UnreadPart> {
        let loaded = &self.checked.loaded;
        let both = loaded.root.as_ref().zip(loaded.year_file.as_ref());
        both.map(|(root, year_file)| review::unread(root, year_file)).unwrap_or_default()
    }

    fn become_text(&mut self, text: RawText) {
        self.text = text;
        self.revision += 1;
        self.checked = self.pipeline.check(Arc::clone(self.text.source()));
        self.preview.renew(&self.pipeline, &self.checked);
    }
}

fn fields_of(pipeline: &Pipeline) -> Fields {
    Fields::new(&pipeline.papers.sections_with_papers())
}

impl From<Box<Finding>> for Problem {
    fn from(finding: Box<Finding>) -> Self {
        Self { message: finding.message, reason: finding.reason, hint: finding.hint }
    }
}
