//! The paragraphs of a tagged PDF, as they are read out.
//!
//! A paper that has come back may have been signed, commented on or saved by another
//! program, and it may come from anybody: whatever is in it, it is read with bounds on
//! depth, size and steps. What is read on a page is what the structure tree names; headers,
//! footers and figures are not.

mod ascii;
mod content;
mod file;
mod font;
mod object;
mod stream;
mod structure;

use super::passages::PaperText;
use content::Texts;
use file::Pdf;
use object::{Dictionary, Object};
use structure::Tree;

/// The most pages that are read.
const MAX_PAGES: usize = 5_000;

/// How far parts of the list of pages may stand inside one another.
const MAX_DEPTH: usize = 32;

/// The annotations by which somebody says something about a paper (ISO 32000-1, 12.5.6.2).
const COMMENTS: [&str; 16] = [
    "Text",
    "FreeText",
    "Line",
    "Square",
    "Circle",
    "Polygon",
    "PolyLine",
    "Highlight",
    "Underline",
    "Squiggly",
    "StrikeOut",
    "Stamp",
    "Caret",
    "Ink",
    "FileAttachment",
    "Redact",
];

/// Why a PDF can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It is encrypted.
    Encrypted,
    /// It is not said in it what its paragraphs are, or there is no text in it.
    Untagged,
    /// It is damaged, or written in a way that no program writes papers in.
    Damaged,
    /// There is more in it than in any paper.
    TooLarge,
}

/// Reads a PDF.
///
/// # Errors
/// Why it can't be read.
pub fn read(bytes: &[u8]) -> Result<PaperText, Unreadable> {
    let file = Pdf::open(bytes)?;
    let catalog = file.catalog()?;
    let root = file.value(&catalog, "StructTreeRoot")?;
    let root = root.dictionary().ok_or(Unreadable::Untagged)?;
    let mut pages = Pages { file: &file, texts: Texts::default(), comments: 0, left: MAX_PAGES };
    pages.read(catalog.get("Pages"), &Dictionary::default(), 0)?;
    let passages = Tree::passages(&file, root, &pages.texts)?;
    Ok(PaperText { passages, has_tracked_changes: false, comments: pages.comments })
}

/// What is read of all pages.
struct Pages<'p, 'b> {
    file: &'p Pdf<'b>,
    texts: Texts,
    comments: usize,
    left: usize,
}

impl Pages<'_, '_> {
    /// Reads a page, or a part of the list of pages; `resources` are those of the parts
    /// that it stands in.
    fn read(
        &mut self,
        object: &Object,
        resources: &Dictionary,
        depth: usize,
    ) -> Result<(), Unreadable> {
        self.left = self.left.checked_sub(1).ok_or(Unreadable::TooLarge)?;
        if depth > MAX_DEPTH {
            return Err(Unreadable::Damaged);
        }
        let Some(number) = object.reference() else { return Err(Unreadable::Damaged) };
        let page = self.file.object(number)?;
        let page = page.dictionary().ok_or(Unreadable::Damaged)?;
        let own = self.file.value(page, "Resources")?;
        let resources = own.dictionary().unwrap_or(resources);
        if let Some(kids) = self.file.value(page, "Kids")?.array() {
            for kid in kids {
                self.read(kid, resources, depth + 1)?;
            }
            return Ok(());
        }
        let content = self.content(page)?;
        self.texts.read_page(self.file, number, resources, &content)?;
        self.comments += self.comments_on(page)?;
        Ok(())
    }

    fn content(&self, page: &Dictionary) -> Result<Vec<u8>, Unreadable> {
        let contents = self.file.value(page, "Contents")?;
        let mut content = Vec::new();
        match &*contents {
            Object::Null => {}
            Object::Array(parts) => {
                for part in parts {
                    let part = self.file.resolved(part)?;
                    content.extend(self.file.data(&part)?);
                    content.push(b'\n');
                }
            }
            stream => content = self.file.data(stream)?,
        }
        Ok(content)
    }

    fn comments_on(&self, page: &Dictionary) -> Result<usize, Unreadable> {
        let annotations = self.file.value(page, "Annots")?;
        let mut comments = 0;
        for annotation in annotations.array().unwrap_or_default() {
            let annotation = self.file.resolved(annotation)?;
            let Some(fields) = annotation.dictionary() else { continue };
            let is_comment =
                fields.get("Subtype").name().is_some_and(|kind| COMMENTS.contains(&kind));
            // What only says what has become of another comment is none.
            let is_state = *fields.get("StateModel") != Object::Null;
            comments += usize::from(is_comment && !is_state);
        }
        Ok(comments)
    }
}
