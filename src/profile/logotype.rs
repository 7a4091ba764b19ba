//! The logotype in the letterhead.

use super::Error;
use super::picture::{self, Picture};

/// Lower than this nobody sees what it is.
pub(super) const LOWEST: f64 = 5.0;

/// Higher than this it takes the page from the text.
pub(super) const HIGHEST: f64 = 40.0;

/// A picture that says who sends the paper, or that only decorates it.
#[derive(Debug, Clone, PartialEq)]
pub struct Logotype {
    picture: Picture,
    alternative_text: Option<String>,
    height: f64,
    width: f64,
}

impl Logotype {
    /// A logotype from an SVG or PNG file, as high as `height` millimetres and as wide as
    /// follows from that. `alternative_text` says what stands in it to those who don't see
    /// it; without one the logotype is a decoration that nothing is said of.
    ///
    /// # Errors
    /// What is wrong with the picture, the text or the height; see [`Error`].
    pub fn new(file: &[u8], alternative_text: Option<&str>, height: f64) -> Result<Self, Error> {
        if !(LOWEST..=HIGHEST).contains(&height) {
            return Err(Error::Height(height));
        }
        let alternative_text = alternative_text.map(crate::swedish::evenly_spaced);
        if alternative_text.as_deref() == Some("") {
            return Err(Error::EmptyAlternativeText);
        }
        let picture = picture::read(file)?;
        let width = height * picture.ratio();
        Ok(Self { picture, alternative_text, height, width })
    }

    /// What is said of it to those who don't see it; nothing of a decoration.
    #[must_use]
    pub fn alternative_text(&self) -> Option<&str> {
        self.alternative_text.as_deref()
    }

    /// Its height in millimetres.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.height
    }

    /// Its width in millimetres.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.width
    }

    /// Whether the picture for the PDF is a drawing, in SVG.
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        self.picture.is_drawn()
    }

    /// The picture for the PDF: SVG where it was drawn, else PNG.
    #[must_use]
    pub fn drawn(&self) -> &[u8] {
        self.picture.drawn()
    }

    /// The picture as PNG, for Word: readers of Word files other than Word show no SVG.
    #[must_use]
    pub fn png(&self) -> &[u8] {
        self.picture.png()
    }
}
