//! The logotype: a picture in the letterhead.

use crate::profile::Logotype;

use super::super::package::{PackagePart, PartContent};
use super::super::xml::Element;
use super::drawing::{self, UNITS};

/// The relationship to the picture's part.
const LOGOTYPE_ID: &str = "rIdLogotype";

/// The id of the drawing. Those of charts count from 1.
const DRAWING_ID: usize = 100_000;

/// The namespace of pictures, which is also their kind.
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// The picture's own part.
pub fn part(logotype: &Logotype) -> PackagePart {
    PackagePart {
        name: "word/media/logotyp.png".into(),
        content_type: "image/png",
        id: LOGOTYPE_ID.into(),
        relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
        content: PartContent::Bytes(logotype.png().to_vec()),
        parts: Vec::new(),
    }
}

/// The run that shows the picture (`pic:pic`, ECMA-376 Part 1, 20.2.2.5).
pub fn run(logotype: &Logotype) -> Element {
    let size = [logotype.width(), logotype.height()].map(units);
    let names = |name| Element::new(name).attribute("id", DRAWING_ID).attribute("name", "Logotyp");
    let properties = match logotype.alternative_text() {
        Some(text) => names("wp:docPr").attribute("descr", text),
        None => names("wp:docPr").child(decorative()),
    };
    let unseen =
        Element::new("pic:nvPicPr").child(names("pic:cNvPr")).child(Element::new("pic:cNvPicPr"));
    let fill = Element::new("pic:blipFill")
        .child(Element::new("a:blip").attribute("r:embed", LOGOTYPE_ID))
        .child(Element::new("a:stretch").child(Element::new("a:fillRect")));
    let shape = Element::new("pic:spPr")
        .child(
            Element::new("a:xfrm")
                .child(Element::new("a:off").attribute("x", 0).attribute("y", 0))
                .child(Element::new("a:ext").attribute("cx", size[0]).attribute("cy", size[1])),
        )
        .child(Element::new("a:prstGeom").attribute("prst", "rect").child(Element::new("a:avLst")));
    let picture = Element::new("pic:pic")
        .attribute("xmlns:pic", PICTURE)
        .child(unseen)
        .child(fill)
        .child(shape);
    Element::new("w:r").child(drawing::inline(size, properties, PICTURE, picture))
}

/// Says that the picture only decorates ([MS-ODRAWXML] 2.34), so that Word neither asks for
/// a description nor reads one.
fn decorative() -> Element {
    let decorative = Element::new("adec:decorative")
        .attribute("xmlns:adec", "http://schemas.microsoft.com/office/drawing/2017/decorative")
        .attribute("val", 1);
    let extension = Element::new("a:ext")
        .attribute("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
        .child(decorative);
    Element::new("a:extLst")
        .attribute("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main")
        .child(extension)
}

#[expect(clippy::cast_possible_truncation, reason = "a logotype is at most as wide as a page")]
fn units(millimetres: f64) -> i64 {
    (millimetres * 100.0).round() as i64 * UNITS
}
