//! The section that a paper is: page size, margins, and which running headers.

use crate::profile::Profile;

use super::measure::{millimetres, points};
use super::parts::{FIRST_FOOTER_ID, FIRST_HEADER_ID, HEADER_ID};
use super::xml::Element;

/// `w:sectPr` (ECMA-376 Part 1, 17.6.17), with another header on the first page, and a
/// footer there if it is to have one.
pub fn properties(profile: &Profile, has_footer: bool) -> Element {
    let page = &profile.page;
    let header = |kind, id| {
        Element::new("w:headerReference").attribute("w:type", kind).attribute("r:id", id)
    };
    let footer = has_footer.then(|| {
        Element::new("w:footerReference")
            .attribute("w:type", "first")
            .attribute("r:id", FIRST_FOOTER_ID)
    });
    // The last line of the footer is an empty one.
    let below = if has_footer { points(profile.sizes.small * profile.spacing.line) } else { 0 };
    let size = Element::new("w:pgSz")
        .attribute("w:w", millimetres(page.width))
        .attribute("w:h", millimetres(page.height));
    let margins = Element::new("w:pgMar")
        .attribute("w:top", millimetres(page.top))
        .attribute("w:right", millimetres(page.right))
        .attribute("w:bottom", millimetres(page.bottom))
        .attribute("w:left", millimetres(page.left))
        .attribute("w:header", millimetres(page.header))
        .attribute("w:footer", millimetres(page.header) - below)
        .attribute("w:gutter", 0);
    Element::new("w:sectPr")
        .child(header("default", HEADER_ID))
        .child(header("first", FIRST_HEADER_ID))
        .children(footer)
        .child(size)
        .child(margins)
        .child(Element::new("w:titlePg"))
}
