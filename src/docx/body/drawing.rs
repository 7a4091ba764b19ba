//! A drawing in line with the text: a floating one has no place in the reading order.

use super::super::xml::Element;

/// English Metric Units in a hundredth of a millimetre (ECMA-376 Part 1, 20.1.2.1).
pub const UNITS: i64 = 360;

/// `w:drawing` with `wp:inline` (ECMA-376 Part 1, 20.4.2.8): what it says about itself, and
/// what is drawn, as the content of `a:graphicData`.
pub fn inline(
    [width, height]: [i64; 2],
    properties: Element,
    kind: &str,
    drawn: Element,
) -> Element {
    let data = Element::new("a:graphicData").attribute("uri", kind).child(drawn);
    let graphic = Element::new("a:graphic")
        .attribute("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main")
        .child(data);
    let inline = ["distT", "distB", "distL", "distR"]
        .into_iter()
        .fold(Element::new("wp:inline"), |inline, side| inline.attribute(side, 0))
        .attribute(
            "xmlns:wp",
            "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        )
        .child(Element::new("wp:extent").attribute("cx", width).attribute("cy", height))
        .child(properties)
        .child(Element::new("wp:cNvGraphicFramePr"))
        .child(graphic);
    Element::new("w:drawing").child(inline)
}
