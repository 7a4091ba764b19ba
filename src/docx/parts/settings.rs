//! What holds for the document as a whole.

use super::super::styles::LANGUAGE;
use super::super::xml::Element;
use super::root;

/// Distance between default tab stops in Swedish Word: 23 mm.
const TAB_STOP: u16 = 1304;

/// `word/settings.xml` (ECMA-376 Part 1, 17.15.1.78).
pub fn part() -> Element {
    root("w:settings")
        .child(Element::new("w:zoom").attribute("w:percent", 100))
        .child(Element::val("w:defaultTabStop", TAB_STOP))
        .child(Element::new("w:autoHyphenation"))
        // Three divided lines in a row make a ladder that is hard to read.
        .child(Element::val("w:consecutiveHyphenLimit", 2))
        .child(Element::new("w:doNotHyphenateCaps"))
        .child(Element::val("w:characterSpacingControl", "doNotCompress"))
        .child(compatibility())
        .child(Element::val("w:themeFontLang", LANGUAGE))
        .child(Element::val("w:decimalSymbol", ","))
        .child(Element::val("w:listSeparator", ";"))
}

/// Laid out as Word 2013 and later do, not in compatibility mode ([MS-DOCX] 2.3.1).
fn compatibility() -> Element {
    let settings = [
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    ];
    Element::new("w:compat").children(settings.map(|(name, value)| {
        Element::new("w:compatSetting")
            .attribute("w:name", name)
            .attribute("w:uri", "http://schemas.microsoft.com/office/word")
            .attribute("w:val", value)
    }))
}
