//! Sections: page size, margins, columns, and which running header.

use crate::profile::Page;

use super::measure::{columns, millimetres};
use super::parts::{FIRST_HEADER_ID, HEADER_ID};
use super::xml::Element;

/// How the text of a section runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// Over the full width.
    One,
    /// In two columns, as the rows of the letterhead.
    Two,
}

/// `w:sectPr` (ECMA-376 Part 1, 17.6.17).
///
/// Only the first section names the headers and asks for another one on its
/// first page: later sections continue on the same page and inherit them.
pub fn properties(page: &Page, text: Columns, is_first: bool) -> Element {
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
        .children(is_first.then(|| header("default", HEADER_ID)))
        .children(is_first.then(|| header("first", FIRST_HEADER_ID)))
        .children((!is_first).then(|| Element::val("w:type", "continuous")))
        .child(size)
        .child(margins)
        .children((text == Columns::Two).then(|| two_columns(page)))
        .children(is_first.then(|| Element::new("w:titlePg")))
}

fn two_columns(page: &Page) -> Element {
    let [left, gap, right] = columns(page);
    Element::new("w:cols")
        .attribute("w:num", 2)
        .attribute("w:equalWidth", 0)
        .attribute("w:space", gap)
        .child(Element::new("w:col").attribute("w:w", left).attribute("w:space", gap))
        .child(Element::new("w:col").attribute("w:w", right))
}
