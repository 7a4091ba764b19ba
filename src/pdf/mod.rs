//! The PDF writer: Typst as a library, and the PDF standards.
//!
//! The blocks of a paper become Typst's content (`body/`), which Typst lays out on pages
//! and exports. There is no Typst source in between.
//!
//! Every PDF is PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), or PDF/A-3a
//! (ISO 19005-3) when a file is attached. The same document gives the same
//! bytes on every run: the file date is the document date, the identifier
//! follows from the paper, and Typst sees no clock and no files.

mod advances;
pub mod attached;
mod body;
mod error;
mod file;
mod glyphs;
mod links;
mod look;
mod marks;
mod memory;
mod metadata;
mod paragraph_end;
mod piece;
mod place;
mod signature_fields;
mod stream_ends;
mod typeset;
mod word_division;
mod world;

use std::sync::Arc;

use rayon::prelude::*;
use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::document::Document;
use crate::profile::Profile;
use crate::seal::pdf as seal;

pub use error::{Error, Message};
use file::PdfFile;
use marks::TextMarks;
pub use marks::{PageRegion, PlacedText};
use signature_fields::SignatureFields;
use typeset::{Typeset, typeset};
use world::TypstResources;

/// The fonts that are built in: Liberation Serif and Liberation Sans 2.1.5,
/// which have the widths of Times New Roman and Arial.
pub const FONTS: [&[u8]; 12] = [
    include_bytes!("../../templates/fonts/LiberationSerif-Regular.ttf"),
    include_bytes!("../../templates/fonts/LiberationSerif-Bold.ttf"),
    include_bytes!("../../templates/fonts/LiberationSerif-Italic.ttf"),
    include_bytes!("../../templates/fonts/LiberationSerif-BoldItalic.ttf"),
    include_bytes!("../../templates/fonts/LiberationSans-Regular.ttf"),
    include_bytes!("../../templates/fonts/LiberationSans-Bold.ttf"),
    include_bytes!("../../templates/fonts/LiberationSans-Italic.ttf"),
    include_bytes!("../../templates/fonts/LiberationSans-BoldItalic.ttf"),
    include_bytes!("../../templates/fonts/TjutHyphen-Regular.ttf"),
    include_bytes!("../../templates/fonts/TjutHyphen-Bold.ttf"),
    include_bytes!("../../templates/fonts/TjutHyphen-Italic.ttf"),
    include_bytes!("../../templates/fonts/TjutHyphen-BoldItalic.ttf"),
];

/// The PDF/A part that the file conforms to, always at level a.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Archive {
    /// PDF/A-2a, which archives take most readily. It allows no attachments.
    #[default]
    A2a,
    /// PDF/A-3a, with a file attached.
    A3a(Attachment),
}

/// A file inside the PDF, such as the published figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The file name that readers show.
    pub name: String,
    /// The media type, for example `application/json`.
    pub media_type: String,
    /// What the file holds, in words for the reader.
    pub description: String,
    /// The file's content.
    pub bytes: Vec<u8>,
}

/// A paper's pages as pictures.
#[derive(Debug, Clone)]
pub struct PicturedPages {
    /// The pages, as SVG.
    pub pictures: Vec<Arc<str>>,
    /// The paper's texts with where they stand.
    pub texts: Vec<PlacedText>,
}

/// Sets papers as PDF. Made once, used for any number of papers and from any
/// number of threads: the fonts are read when it is made.
pub struct Typesetter {
    resources: TypstResources,
    has_signature_fields: bool,
}

impl Typesetter {
    /// A typesetter with given font files.
    ///
    /// # Errors
    /// [`Error::Font`] when a font file is not TrueType or OpenType.
    pub fn new<F>(fonts: impl IntoIterator<Item = F>) -> Result<Self, Error>
    where
        F: AsRef<[u8]> + Send + Sync + 'static,
    {
        let resources = TypstResources::new(fonts)?;
        Ok(Self { resources, has_signature_fields: false })
    }

    /// The same, for papers with a field to sign in at every place for a signature, or
    /// without.
    #[must_use]
    pub fn with_signature_fields(self, has_signature_fields: bool) -> Self {
        Self { has_signature_fields, ..self }
    }

    /// A typesetter with the fonts that are built in.
    ///
    /// # Errors
    /// None in practice; see [`Typesetter::new`].
    pub fn standard() -> Result<Self, Error> {
        Self::new(FONTS)
    }

    /// Whether every font of the given families has a character, upright, italic
    /// and bold.
    #[must_use]
    pub fn covers(&self, families: [&str; 2], character: char) -> bool {
        self.resources.covers(families, character)
    }

    /// The document as PDF/UA-1 and PDF/A-2a.
    ///
    /// # Errors
    /// See [`Typesetter::archived`].
    pub fn pdf(&self, document: &Document, profile: &Profile) -> Result<Vec<u8>, Error> {
        self.archived(document, profile, &Archive::A2a)
    }

    /// The document as PDF/UA-1 and the given part of PDF/A.
    ///
    /// # Errors
    /// [`Error::Data`] when document or profile has what no PDF can show, such as a
    /// colour that is none, [`Error::Family`] when the profile names a font that is not
    /// there, and [`Error::Typeset`] with Typst's messages when the result would break one
    /// of the standards, for example by a character that none of the fonts has.
    pub fn archived(
        &self,
        document: &Document,
        profile: &Profile,
        archive: &Archive,
    ) -> Result<Vec<u8>, Error> {
        self.archived_with_pages(document, profile, archive).map(|(pdf, _)| pdf)
    }

    /// The same with how many pages it has.
    ///
    /// # Errors
    /// See [`Typesetter::archived`].
    pub fn archived_with_pages(
        &self,
        document: &Document,
        profile: &Profile,
        archive: &Archive,
    ) -> Result<(Vec<u8>, usize), Error> {
        check_properties(document)?;
        let fields = self.has_signature_fields.then(SignatureFields::none);
        let typeset = typeset(&self.resources, document, profile, archive, fields, None)?;
        exported(&typeset, document, archive)
    }

    /// The document's pages as pictures, laid out as for its PDF.
    ///
    /// # Errors
    /// See [`Typesetter::archived`].
    pub fn pages(&self, document: &Document, profile: &Profile) -> Result<PicturedPages, Error> {
        let fields = self.has_signature_fields.then(SignatureFields::none);
        let marks = Some(TextMarks::default());
        let Typeset { pages, marks, .. } =
            typeset(&self.resources, document, profile, &Archive::A2a, fields, marks)?;
        let pictures = pages.pages().par_iter().map(glyphs::picture).collect();
        let texts = marks.map(|marks| marks.placed(&pages)).unwrap_or_default();
        Ok(PicturedPages { pictures, texts })
    }
}

fn exported(
    typeset: &Typeset,
    document: &Document,
    archive: &Archive,
) -> Result<(Vec<u8>, usize), Error> {
    let pdf = typst_pdf::pdf(&typeset.pages, &options(document, archive)?)
        .map_err(|errors| error::typeset(&errors))?;
    let completed = completed(&pdf, document, typeset.signature_fields.as_ref())
        .ok_or_else(|| Error::Data("PDF-filens delar hittas inte".to_owned()))?;
    Ok((seal::sealed(completed), typeset.pages.pages().len()))
}

/// The file with what Typst has no word for; nothing when it is not built as its files are.
fn completed(pdf: &[u8], document: &Document, fields: Option<&SignatureFields>) -> Option<Vec<u8>> {
    let mut file = PdfFile::read(pdf)?;
    stream_ends::settle(&mut file);
    let reference = document.properties.reference.as_deref();
    let is_complete = metadata::complete(&mut file, reference, fields.is_some())
        && fields.is_none_or(|fields| fields.put_into(&mut file).is_some());
    links::describe(&mut file);
    is_complete.then(|| file.write())
}

fn options(document: &Document, archive: &Archive) -> Result<PdfOptions, Error> {
    let archival = match archive {
        Archive::A2a => PdfStandard::A_2a,
        Archive::A3a(_) => PdfStandard::A_3a,
    };
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, archival])
        .map_err(|error| Error::Data(error.message().to_string()))?;
    let properties = &document.properties;
    let reference = properties.reference.as_deref().unwrap_or_default();
    Ok(PdfOptions {
        ident: Smart::Custom(format!(
            "{}\n{}\n{reference}\n{}",
            document.paper, properties.author, properties.title
        )),
        creator: Smart::Custom(Some(concat!("tjut ", env!("CARGO_PKG_VERSION")).into())),
        standards,
        ..PdfOptions::default()
    })
}

/// The properties are also written as XMP, and a character that XML 1.0 does
/// not have (<https://www.w3.org/TR/xml/#charsets>) would make that unreadable.
fn check_properties(document: &Document) -> Result<(), Error> {
    let properties = &document.properties;
    let texts = [&properties.title, &properties.author, &properties.subject];
    let texts = texts.into_iter().chain(&properties.reference);
    let forbidden = |c: &char| {
        let is_control = c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{7f}');
        is_control || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    let mut characters = texts.chain(&properties.keywords).flat_map(|text| text.chars());
    characters.find(forbidden).map_or(Ok(()), |c| {
        let code = u32::from(c);
        Err(Error::Data(format!("tecknet U+{code:04X} får inte stå i filens egenskaper")))
    })
}
