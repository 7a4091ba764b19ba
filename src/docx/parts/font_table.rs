//! The fonts that the styles name, and what to use where they are missing.

use crate::profile::Fonts;

use super::super::xml::Element;
use super::root;

/// `word/fontTable.xml`: each font with the free one of the same widths beside it.
pub fn part(fonts: &Fonts) -> Element {
    let mut typefaces = vec![&fonts.body];
    if fonts.heading.word != fonts.body.word {
        typefaces.push(&fonts.heading);
    }
    root("w:fonts").children(typefaces.into_iter().map(|typeface| {
        Element::new("w:font")
            .attribute("w:name", &typeface.word)
            .child(Element::val("w:altName", &typeface.pdf))
            .child(Element::val("w:charset", "00"))
            .child(Element::val("w:pitch", "variable"))
    }))
}
