//! What Typst can see: the fonts, and nothing else.

use std::path::PathBuf;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use super::Error;
use super::advances::Advances;
use crate::profile::Profile;

/// A wide character, in type sizes.
const WIDE: f64 = 1.0;

/// What stays the same from paper to paper.
pub struct TypstResources {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    advances: Vec<Advances>,
    /// Typst wants a file to begin with. Papers are no files.
    main: FileId,
}

impl TypstResources {
    /// Reads the fonts.
    pub fn new<F>(files: impl IntoIterator<Item = F>) -> Result<Self, Error>
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
        let main = VirtualPath::new("main").map_err(|error| Error::Data(error.to_string()))?;
        Ok(Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            advances: fonts.iter().filter_map(Advances::of_upright).collect(),
            fonts,
            main: RootedPath::new(VirtualRoot::Project, main).intern(),
        })
    }

    /// Whether the fonts that a profile names are there.
    ///
    /// # Errors
    /// [`Error::Family`] for the first one that is not.
    pub fn has_families(&self, profile: &Profile) -> Result<(), Error> {
        let fonts = &profile.fonts;
        let families = [&fonts.body.pdf, &fonts.heading.pdf, &fonts.hyphen];
        let missing =
            families.into_iter().find(|name| !self.book.contains_family(&name.to_lowercase()));
        missing.map_or(Ok(()), |name| Err(Error::Family(name.clone())))
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

impl World for TypstResources {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        Err(missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        Err(missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// No clock: the same input gives the same bytes on any day.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(PathBuf::from(id.get().vpath().get_without_slash()))
}
