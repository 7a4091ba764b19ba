//! Charts: a paragraph that holds the drawing, between its caption and its notes.

use crate::document::Chart;

use super::super::chart;
use super::super::styles::StyleName;
use super::super::xml::Element;
use super::drawing::{self, UNITS};
use super::flow::BodyFlow;
use super::inline::run;

/// The namespace of charts, which is also their kind.
const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/// Word's own advice is a description of one or two sentences, and some readers cut
/// longer ones into pieces.
const LONGEST_DESCRIPTION: usize = 250;

/// Where the values are that a description has no room for.
const REST: &str = "Alla värden finns i diagrammets data.";

/// Appends caption, chart and notes, which stay on one page.
pub fn push(flow: &mut BodyFlow, chart: &Chart) {
    flow.push_caption(chart.caption());
    let number = flow.charts() + 1;
    let drawing = chart.drawing(flow.profile());
    flow.add_chart(chart::part(chart, &drawing, number, flow.profile()));
    let size = [drawing.width * UNITS, drawing.height * UNITS];
    flow.push(StyleName::Chart, vec![Element::new("w:r").child(element(chart, number, size))]);
    for note in chart.notes() {
        flow.keep_with_next();
        flow.push(StyleName::TableNote, vec![run(note)]);
    }
    if chart.notes().is_empty() {
        flow.end_group();
    }
}

/// The drawing, whose chart is a part of its own.
fn element(chart: &Chart, number: usize, size: [i64; 2]) -> Element {
    let reference = Element::new("c:chart")
        .attribute("xmlns:c", CHART)
        .attribute("r:id", chart::relation(number));
    let properties = Element::new("wp:docPr")
        .attribute("id", number)
        .attribute("name", format_args!("Diagram {number}"))
        .attribute("descr", chart.short_alternative_text(LONGEST_DESCRIPTION, REST))
        .attribute("title", chart.caption());
    drawing::inline(size, properties, CHART, reference)
}
