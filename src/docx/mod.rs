//! The Word writer: a [`Document`] becomes a Word package.
//!
//! A handläggare goes on editing the paper in Word, so what a paragraph *is*
//! stands in its style, and only what belongs to the single paragraph stands in
//! the paragraph: its list number, the white space where two kinds of block meet, and
//! what it must share a page with.
//!
//! | room | holds |
//! |---|---|
//! | `xml` | an element tree that can only become well-formed XML |
//! | `format` | paragraph and run properties, children in schema order by construction |
//! | `measure` | millimetres and points to Word's units |
//! | `styles` | every style of the paper, made from the profile |
//! | `body` | blocks to paragraphs and tables, one file per kind of block |
//! | `chart` | charts that can be edited in Word, with their figures in a workbook |
//! | `section` | page size, margins, which header |
//! | `parts` | the other parts: headers, numbering, settings, fonts, properties |
//! | `package` | the parts, their types and relations, zipped |
//!
//! Nothing in the package points outside it: links are fields, never external
//! relationships, and there are no macros. The only thing embedded is the workbook
//! of each chart, one sheet of its figures without macros and without references
//! to other files, which is what Word opens for "Redigera data".
//!
//! Source: ECMA-376 Part 1, 5th edition (2016), chapters 11, 17, 18, 20 and 21,
//! transitional.

mod body;
mod chart;
mod format;
mod measure;
mod package;
mod parts;
mod section;
mod styles;
mod xml;

use std::fmt;

use crate::document::Document;
use crate::profile::Profile;

/// Why a Word file could not be made.
///
/// No content of a document leads here: both happen only when memory cannot be
/// written to or a part outgrows the zip format.
#[derive(Debug)]
pub enum Error {
    /// A part could not be written as XML.
    Xml(std::io::Error),
    /// The parts could not be put in the package.
    Package(zip::result::ZipError),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Xml(error) => write!(f, "Word-filens innehåll kunde inte skrivas: {error}"),
            Self::Package(error) => write!(f, "Word-filen kunde inte sättas ihop: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Xml(error) => Some(error),
            Self::Package(error) => Some(error),
        }
    }
}

/// Writes `document` as a Word file that looks as `profile` says.
///
/// The same input gives the same bytes, on any machine and any day.
///
/// # Errors
/// When the package cannot be written in memory; see [`Error`].
pub fn write(document: &Document, profile: &Profile) -> Result<Vec<u8>, Error> {
    let body = body::write(document, profile);
    let parts = parts::all(document, profile, body);
    package::zip(&parts)
}
