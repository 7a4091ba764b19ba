//! Every part of the package but its content types and relationships.

mod font_table;
mod footer;
mod header;
mod numbering;
mod properties;
mod settings;

use crate::document::Document;
use crate::profile::Profile;

use super::body::Body;
use super::package::{PackagePart, PartContent, office_part};
use super::styles;
use super::xml::Element;

pub use numbering::{BULLETS, FIRST_RESTART, NUMBERS, NumberedList};

/// Relationship id of the header of later pages.
pub const HEADER_ID: &str = "rIdHeader";
/// Relationship id of the first page's header.
pub const FIRST_HEADER_ID: &str = "rIdFirstHeader";

/// Relationship id of the first page's footer.
pub const FIRST_FOOTER_ID: &str = "rIdFirstFooter";

/// A root element of Word's own XML with the namespaces that are used.
pub fn root(name: &'static str) -> Element {
    Element::new(name)
        .attribute("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
        .attribute("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
}

/// A part of the main document.
macro_rules! word_part {
    ($name:literal, $kind:literal, $id:expr, $root:expr) => {
        office_part!("word/", "wordprocessingml", $name, $kind, $id, $root)
    };
}

/// The parts in the order in which they stand in the package.
pub fn all(document: &Document, profile: &Profile, body: Body) -> Vec<PackagePart> {
    let (head, draft) = (&document.running_head, document.draft.as_ref());
    let sizes = &profile.sizes;
    let mut own = vec![
        word_part!("styles", "styles", "rIdStyles", styles::part(profile)),
        word_part!("numbering", "numbering", "rIdNumbering", numbering::part(&body.lists, profile)),
        word_part!("settings", "settings", "rIdSettings", settings::part()),
        word_part!("fontTable", "fontTable", "rIdFontTable", font_table::part(&profile.fonts)),
        word_part!("header1", "header", HEADER_ID, header::later_pages(head, draft, sizes)),
        word_part!("header2", "header", FIRST_HEADER_ID, header::first_page(head, draft, sizes)),
    ];
    if let Some(footer) = profile.address_footer.as_ref().filter(|_| body.has_footer) {
        own.push(word_part!("footer1", "footer", FIRST_FOOTER_ID, footer::part(footer, profile)));
    }
    own.extend(body.drawn);
    let main = PackagePart {
        name: "word/document.xml".into(),
        content_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        id: "rIdDocument".into(),
        relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        content: PartContent::Xml(body.root),
        parts: own,
    };
    let mut parts = vec![main];
    parts.extend(properties::parts(&document.properties));
    parts
}
