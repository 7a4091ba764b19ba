//! What Typst can see: the layout, the fonts, and the files of one paper.

use std::path::PathBuf;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use super::advances::Advances;
use super::{Archive, Error, SignatureFields, content};
use crate::document::Document;
use crate::profile::Profile;

/// Sets what every PDF has, then includes the layout.
pub const MAIN: &str = include_str!("main.typ");

/// A wide character, in type sizes.
const WIDE: f64 = 1.0;

/// What stays the same from paper to paper.
pub struct TypstResources {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    advances: Vec<Advances>,
    main: Source,
    layout: Source,
    document: FileId,
    profile: FileId,
    logotype: FileId,
    attachment: FileId,
}

impl TypstResources {
    /// Reads the fonts and the layout.
    pub fn new<F>(layout: &str, files: impl IntoIterator<Item = F>) -> Result<Self, Error>
    where
        F: AsRef<[u8]> + Send + Sync + 'static,
    {
        let mut fonts = Vec::new();
        for (position, file) in files.into_iter().enumerate() {
            let before = fonts.len();
            fonts.extend(Font::iter(Bytes::new(file)));
            if fonts.len() == before {
                return Err(Error::Font { position });
            }
        }
        // Row headers and table summaries are still behind this switch.
        let features = [Feature::A11yExtras].into_iter().collect();
        Ok(Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            advances: fonts.iter().filter_map(Advances::of_upright).collect(),
            fonts,
            main: Source::new(file_id("main.typ")?, MAIN.to_owned()),
            layout: Source::new(file_id("layout.typ")?, layout.to_owned()),
            document: file_id("document.json")?,
            profile: file_id("profile.json")?,
            logotype: file_id("logotype")?,
            attachment: file_id("attachment")?,
        })
    }

    /// Whether every font of the given families has a character.
    pub fn covers(&self, families: [&str; 2], character: char) -> bool {
        let is_used = |font: &&Font| {
            families.iter().any(|family| font.info().family.as_str().eq_ignore_ascii_case(family))
        };
        self.fonts
            .iter()
            .filter(is_used)
            .all(|font| font.info().coverage.contains(character.into()))
    }

    /// How wide a text is in the upright font of a family, in type sizes. A character
    /// that the font lacks counts as a wide one.
    pub fn width(&self, family: &str, is_bold: bool, text: &str) -> f64 {
        let is_wanted = |advances: &&Advances| {
            advances.is_bold == is_bold && advances.family.eq_ignore_ascii_case(family)
        };
        let advances = self.advances.iter().find(is_wanted);
        text.chars().map(|c| advances.and_then(|advances| advances.of(c)).unwrap_or(WIDE)).sum()
    }
}

fn file_id(name: &str) -> Result<FileId, Error> {
    let path = VirtualPath::new(name).map_err(|error| Error::Data(error.to_string()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// One paper being set.
pub struct PaperWorld<'a> {
    resources: &'a TypstResources,
    document: Bytes,
    profile: Bytes,
    logotype: Option<Bytes>,
    attachment: Option<Bytes>,
    signature_fields: Option<SignatureFields>,
}

impl<'a> PaperWorld<'a> {
    /// Lays out the paper's files.
    pub fn new(
        resources: &'a TypstResources,
        document: &Document,
        profile: &Profile,
        archive: &Archive,
        mut signature_fields: Option<SignatureFields>,
    ) -> Result<Self, Error> {
        let attachment = match archive {
            Archive::A2a => None,
            Archive::A3a(attachment) => Some(attachment),
        };
        let fields = signature_fields.as_mut();
        let data = content::document(document, profile, attachment, resources, fields)?;
        Ok(Self {
            resources,
            document: Bytes::new(data),
            profile: Bytes::new(content::profile(profile)?),
            logotype: profile
                .logotype
                .as_ref()
                .map(|logotype| Bytes::new(logotype.drawn().to_vec())),
            attachment: attachment.map(|attachment| Bytes::new(attachment.bytes.clone())),
            signature_fields,
        })
    }

    /// The fields to sign in, when the paper is to have such.
    pub fn signature_fields(&self) -> Option<&SignatureFields> {
        self.signature_fields.as_ref()
    }

    /// The line in the layout, counted from 1, where a byte offset falls.
    pub fn layout_line(&self, id: FileId, byte: usize) -> Option<usize> {
        let layout = &self.resources.layout;
        (id == layout.id()).then(|| layout.lines().byte_to_line(byte))?.map(|line| line + 1)
    }
}

impl World for PaperWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.resources.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.resources.book
    }

    fn main(&self) -> FileId {
        self.resources.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.resources.main, &self.resources.layout]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let file = if id == self.resources.document {
            Some(&self.document)
        } else if id == self.resources.profile {
            Some(&self.profile)
        } else if id == self.resources.logotype {
            self.logotype.as_ref()
        } else if id == self.resources.attachment {
            self.attachment.as_ref()
        } else {
            None
        };
        file.cloned().ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.resources.fonts.get(index).cloned()
    }

    /// No clock: the same input gives the same bytes on any day.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(PathBuf::from(id.get().vpath().get_without_slash()))
}
