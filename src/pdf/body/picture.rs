//! Pictures, and the bars of a chart as one.

use std::fmt::Write;

use typst::foundations::{Bytes, Derived, Smart};
use typst::loading::{DataSource, LoadSource, Loaded};
use typst::syntax::Spanned;
use typst::visualize::{ImageElem, ImageFormat};

use crate::document::chart::{Area, Drawing};
use crate::profile::Profile;

/// A picture in a file's bytes.
pub fn image(bytes: Vec<u8>, format: ImageFormat) -> ImageElem {
    let bytes = Bytes::new(bytes);
    let loaded = Loaded::new(Spanned::detached(LoadSource::Bytes), bytes.clone());
    ImageElem::new(Derived::new(DataSource::Bytes(bytes), loaded))
        .with_format(Smart::Custom(format))
}

/// The bars and the line that they stand on, as SVG. They are a picture since what Typst
/// draws itself is never more than an artifact, and in a chart nothing is one.
pub fn bars(drawing: &Drawing, profile: &Profile) -> String {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\">",
        drawing.width, drawing.height
    );
    let [first, second] = &profile.colours.chart;
    for bar in &drawing.bars {
        rectangle(&mut svg, bar.area, if bar.colour == 0 { first } else { second });
    }
    rectangle(&mut svg, drawing.base, &profile.colours.rule);
    svg.push_str("</svg>");
    svg
}

/// A count of 0 has no bar: SVG draws no rectangle without extent.
fn rectangle(svg: &mut String, area: Area, colour: &str) {
    let Area { x, y, width, height } = area;
    // Writing to a string never fails.
    let _ = write!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"#{colour}\"/>"
    );
}
