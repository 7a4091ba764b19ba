//! The text of a file with all its bytes, so that it can be written back.

use std::sync::{Arc, OnceLock};

use super::lines::Splice;
use super::refusal::Refusal;
use crate::finding::Finding;
use crate::source::Source;
use crate::yaml::{self, Node, decode, with_line_feeds};

/// The byte order mark that Notepad puts before UTF-8.
const MARK: &str = "\u{feff}";

/// The text of a file as its bytes had it. A [`Source`] has every byte in the same place,
/// but lacks a byte order mark and has line feeds for carriage returns that stand alone.
#[derive(Debug, Clone)]
pub struct RawText {
    has_mark: bool,
    text: String,
    source: Arc<Source>,
    /// What it says, once somebody has asked.
    read: OnceLock<Arc<Read>>,
}

/// The tree of a text, if it has one, and what was found when it was read.
type Read = (Option<Arc<Node>>, Vec<Finding>);

impl RawText {
    /// The text of a file's bytes.
    ///
    /// # Errors
    /// A finding when the file is no text, is too large or is not UTF-8: what can't be read
    /// to the letter can't be written back either.
    pub fn of(name: &str, bytes: &[u8]) -> Result<Self, Box<Finding>> {
        let source = decode(name, bytes, bytes.len() as u64)?;
        // Decoding has found it to be UTF-8.
        let text = String::from_utf8_lossy(bytes);
        let content = text.strip_prefix(MARK);
        let (has_mark, text) = (content.is_some(), content.unwrap_or(&text).to_owned());
        Ok(Self { has_mark, text, source, read: OnceLock::new() })
    }

    /// The text that findings point into.
    #[must_use]
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// Its tree, if it has one, and what was found when it was read ([`yaml::read`]): each
    /// text is read once, however many edits are made of it.
    #[must_use]
    pub fn read(&self) -> &(Option<Arc<Node>>, Vec<Finding>) {
        self.read.get_or_init(|| {
            let (root, findings) = yaml::read(&self.source);
            Arc::new((root.map(Arc::new), findings))
        })
    }

    /// Its tree.
    ///
    /// # Errors
    /// What was found first, where it has none.
    pub fn tree(&self) -> Result<&Node, Box<Finding>> {
        let (root, findings) = self.read();
        root.as_deref().ok_or_else(|| {
            let stopped = findings.first().cloned();
            Box::new(stopped.unwrap_or_else(|| Refusal::WholeFile.finding(&self.source)))
        })
    }

    /// The bytes of the file.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mark = if self.has_mark { MARK } else { "" };
        [mark.as_bytes(), self.text.as_bytes()].concat()
    }

    /// The same text with some places changed, each given in bytes of the source.
    pub(super) fn with(&self, splices: &[Splice]) -> Self {
        let mut text = String::with_capacity(self.text.len());
        let mut at = 0;
        for splice in splices {
            text.push_str(self.text.get(at..splice.span.start).unwrap_or_default());
            text.push_str(&splice.text);
            at = splice.span.end;
        }
        text.push_str(self.text.get(at..).unwrap_or_default());
        let source = Source::new(self.source.name.clone(), with_line_feeds(&text));
        Self { has_mark: self.has_mark, text, source, read: OnceLock::new() }
    }

    /// How the lines of the file end: as its first one does.
    pub(super) fn line_break(&self) -> &'static str {
        match self.text.find(['\n', '\r']).map(|at| &self.text[at..]) {
            Some(rest) if rest.starts_with("\r\n") => "\r\n",
            Some(rest) if rest.starts_with('\r') => "\r",
            _ => "\n",
        }
    }
}

impl From<&Arc<Source>> for RawText {
    fn from(source: &Arc<Source>) -> Self {
        let (text, source) = (source.text.clone(), Arc::clone(source));
        Self { has_mark: false, text, source, read: OnceLock::new() }
    }
}
