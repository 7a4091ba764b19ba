//! The section that a paper is: page size, margins, and which running headers.

use crate::profile::Page;

use super::measure::millimetres;
use super::parts::{FIRST_HEADER_ID, HEADER_ID};
use super::xml::Element;

/// `w:sectPr` (ECMA-376 Part 1, 17.6.17), with another header on the first page.
pub fn properties(page: &Page) -> Element {
    let header = |kind, id| {
        Element::new("w:headerReference").attribute("w:type", kind).attribute("r:id", id)
    };
    let size = Element::new("w:pgSz")
        .attribute("w:w", millimetres(page.width))
        .attribute("w:h", millimetres(page.height));
    let margins = Element::new("w:pgMar")
        .attribute("w:top", millimetres(page.top))
        .attribute("w:right", millimetres(page.right))
        .attribute("w:bottom", millimetres(page.bottom))
        .attribute("w:left", millimetres(page.left))
        .attribute("w:header", millimetres(page.header))
        .attribute("w:footer", millimetres(page.header))
        .attribute("w:gutter", 0);
    Element::new("w:sectPr")
        .child(header("default", HEADER_ID))
        .child(header("first", FIRST_HEADER_ID))
        .child(size)
        .child(margins)
        .child(Element::new("w:titlePg"))
}
