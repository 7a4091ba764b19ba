//! The paragraphs of a Word file, as they read when all tracked changes are accepted.

use super::passages::{PaperText, Passages};
use crate::spreadsheet::Unreadable;
use crate::spreadsheet::package::Package;
use crate::spreadsheet::xml::{Step, Xml};

const BODY: &str = "word/document.xml";
const COMMENTS: &str = "word/comments.xml";

/// Whether a file is a Word file at all.
#[must_use]
pub fn is_word(bytes: &[u8]) -> bool {
    Package::open(bytes).is_ok_and(|package| package.has(BODY))
}

/// Reads a Word file.
///
/// # Errors
/// What can't be read, or inflates to more than is read.
pub fn read(bytes: &[u8]) -> Result<PaperText, Unreadable> {
    let mut package = Package::open(bytes)?;
    let body = package.text(BODY)?;
    let mut found = paragraphs(&body)?;
    if package.has(COMMENTS) {
        let comments = package.text(COMMENTS)?;
        found.comments = comments_in(&comments)?;
    }
    Ok(found)
}

fn paragraphs(body: &str) -> Result<PaperText, Unreadable> {
    let mut xml = Xml::new(BODY, body);
    let mut found = PaperText::default();
    let mut passages = Passages::default();
    // A text box stands inside a paragraph and has paragraphs of its own.
    let mut open: Vec<String> = Vec::new();
    let mut is_text = false;
    loop {
        match xml.next()? {
            Step::Start(element) => match element.local_name().as_ref() {
                "p" if is_word_element(&element) => open.push(String::new()),
                "t" if is_word_element(&element) => is_text = true,
                "tbl" if is_word_element(&element) => passages.begin_table(),
                "tr" if is_word_element(&element) => passages.begin_row(),
                "tc" if is_word_element(&element) => passages.begin_cell(),
                "tab" | "br" | "cr" => push(&mut open, " "),
                "noBreakHyphen" => push(&mut open, "-"),
                "ins" | "moveTo" => found.has_tracked_changes = true,
                // What has been deleted or moved away, and what older programs show
                // instead of a drawing, are passed by.
                "del" | "moveFrom" => {
                    found.has_tracked_changes = true;
                    xml.skip()?;
                }
                "Fallback" => xml.skip()?,
                _ => {}
            },
            Step::Text(text) if is_text => push(&mut open, &text),
            Step::Text(_) => {}
            Step::End(name) => match name.as_str() {
                "t" => is_text = false,
                "p" => {
                    let paragraph = open.pop().unwrap_or_default();
                    passages.add(&paragraph);
                }
                "tbl" => passages.end_table(),
                _ => {}
            },
            Step::Done => {
                found.passages = passages.finish();
                return Ok(found);
            }
        }
    }
}

/// Whether an element is of Word's own language, and not of a drawing or a formula in it.
fn is_word_element(element: &quick_xml::events::BytesStart<'_>) -> bool {
    let name = element.name();
    name.as_ref().starts_with("w:")
}

fn push(open: &mut [String], text: &str) {
    if let Some(paragraph) = open.last_mut() {
        paragraph.push_str(text);
    }
}

fn comments_in(text: &str) -> Result<usize, Unreadable> {
    let mut xml = Xml::new(COMMENTS, text);
    let mut comments = 0;
    loop {
        match xml.next()? {
            Step::Start(element) if element.local_name().as_ref() == "comment" => comments += 1,
            Step::Done => return Ok(comments),
            _ => {}
        }
    }
}
