//! The axes: the names below or beside the bars, and the values, which are written
//! at the bars and need no scale.

use crate::document::chart::ChartKind;

use super::super::xml::Element;
use super::style::{ChartStyle, setting};

/// The id of the axis of names.
pub const NAMES: u8 = 1;
/// The id of the axis of values.
pub const VALUES: u8 = 2;

/// The two references that every plot ends with.
pub fn references() -> [Element; 2] {
    [NAMES, VALUES].map(|id| setting("c:axId", id))
}

/// `c:catAx` and `c:valAx` (21.2.2.25, 21.2.2.226).
pub fn both(kind: ChartKind, style: &ChartStyle) -> [Element; 2] {
    // Word counts horizontal bars from below.
    let (names, values, order) = match kind {
        ChartKind::Ranking => ("l", "b", "maxMin"),
        ChartKind::Columns | ChartKind::Flow => ("b", "l", "minMax"),
    };
    let scale = Element::new("c:scaling").child(setting("c:orientation", order));
    let names = axis("c:catAx", NAMES, scale, false, names)
        .child(setting("c:tickLblPos", "low"))
        .child(style.base_line())
        .child(style.text())
        .child(setting("c:crossAx", VALUES))
        .child(setting("c:crosses", "autoZero"))
        .child(setting("c:auto", 0))
        .child(setting("c:lblAlgn", "ctr"))
        .child(setting("c:lblOffset", 50))
        .child(setting("c:noMultiLvlLbl", 1));
    let scale = Element::new("c:scaling")
        .child(setting("c:orientation", "minMax"))
        .child(setting("c:min", 0));
    let values = axis("c:valAx", VALUES, scale, true, values)
        .child(setting("c:tickLblPos", "nextTo"))
        .child(setting("c:crossAx", NAMES))
        .child(setting("c:crosses", "autoZero"))
        .child(setting("c:crossBetween", "between"));
    [names, values]
}

/// What both axes begin with.
fn axis(name: &'static str, id: u8, scale: Element, is_hidden: bool, side: &str) -> Element {
    let format = Element::new("c:numFmt")
        .attribute("formatCode", super::series::GROUPED)
        .attribute("sourceLinked", 0);
    Element::new(name)
        .child(setting("c:axId", id))
        .child(scale)
        .child(setting("c:delete", u8::from(is_hidden)))
        .child(setting("c:axPos", side))
        .child(format)
        .child(setting("c:majorTickMark", "none"))
        .child(setting("c:minorTickMark", "none"))
}
