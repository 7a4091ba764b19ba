//! How far each character of a font advances, looked up once.

use std::sync::OnceLock;

use typst::layout::{Abs, Em};
use typst::text::{Font, FontStyle, FontVariations, FontWeight};

/// The characters of Swedish and of most names stand before this one; their advances are
/// kept, since every word of every paper is measured.
const KEPT: usize = 0x180;

/// The advances of an upright font, in type sizes.
pub struct Advances {
    /// The font's family.
    pub family: String,
    /// Whether it is the family's bold font.
    pub is_bold: bool,
    font: Font,
    kept: Vec<OnceLock<Option<f64>>>,
}

impl Advances {
    /// Those of a font; nothing when it is not upright.
    pub fn of_upright(font: &Font) -> Option<Self> {
        let info = font.info();
        (info.variant.style == FontStyle::Normal).then(|| Self {
            family: info.family.clone(),
            is_bold: info.variant.weight >= FontWeight::BOLD,
            font: font.clone(),
            kept: std::iter::repeat_with(OnceLock::new).take(KEPT).collect(),
        })
    }

    /// How far a character advances; nothing when the font lacks it.
    pub fn of(&self, character: char) -> Option<f64> {
        let code = usize::try_from(u32::from(character)).ok()?;
        match self.kept.get(code) {
            Some(kept) => *kept.get_or_init(|| self.looked_up(character)),
            None => self.looked_up(character),
        }
    }

    fn looked_up(&self, character: char) -> Option<f64> {
        let variant = self.font.info().variant;
        let instance =
            self.font.clone().instantiate(variant, Abs::pt(10.0), &FontVariations::default());
        let glyph = instance.ttf().glyph_index(character)?;
        instance.x_advance(glyph.0).map(Em::get)
    }
}
