//! Charts as Word's own, with their figures in a workbook beside them
//! (ECMA-376 Part 1, 21.2). Every figure in the chart is a copy of a cell, and is
//! taken from there anew when a handläggare edits the data.

mod axes;
mod series;
mod sheet;
mod style;
mod workbook;

use crate::document::Chart;
use crate::document::chart::{Area, ChartKind, Drawing};
use crate::profile::Profile;

use super::package::{PackagePart, PartContent};
use super::styles::LANGUAGE;
use super::xml::Element;
use sheet::Sheet;
use style::{ChartStyle, setting};

/// The relationship from a chart to its workbook.
const WORKBOOK: &str = "rIdWorkbook";

/// The relationship from the main document to the chart of a number.
pub fn relation(number: usize) -> String {
    format!("rIdChart{number}")
}

/// The chart of a number, with its workbook.
pub fn part(chart: &Chart, drawing: &Drawing, number: usize, profile: &Profile) -> PackagePart {
    let sheet = Sheet::of(chart, drawing);
    let workbook = PackagePart {
        name: format!("word/embeddings/diagram{number}.xlsx").into(),
        content_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        id: WORKBOOK.into(),
        relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package",
        content: PartContent::Package(workbook::package(&sheet)),
        parts: Vec::new(),
    };
    PackagePart {
        name: format!("word/charts/chart{number}.xml").into(),
        content_type: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        id: relation(number).into(),
        relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart",
        content: PartContent::Xml(space(chart, &sheet, drawing, profile)),
        parts: vec![workbook],
    }
}

/// `c:chartSpace` (21.2.2.29).
fn space(chart: &Chart, sheet: &Sheet, drawing: &Drawing, profile: &Profile) -> Element {
    let style = ChartStyle::new(profile);
    let data = Element::new("c:externalData")
        .attribute("r:id", WORKBOOK)
        .child(setting("c:autoUpdate", 0));
    Element::new("c:chartSpace")
        .attribute("xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart")
        .attribute("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main")
        .attribute("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        .child(setting("c:date1904", 0))
        .child(setting("c:lang", LANGUAGE))
        .child(setting("c:roundedCorners", 0))
        .child(element(chart, sheet, drawing, &style))
        .child(style::nothing())
        .child(style.text())
        .child(data)
}

/// `c:chart` (21.2.2.27). The caption stands above it as a paragraph.
fn element(chart: &Chart, sheet: &Sheet, drawing: &Drawing, style: &ChartStyle) -> Element {
    let plots = match chart.kind() {
        ChartKind::Flow => series::flow(chart, sheet, drawing.gap, style).to_vec(),
        ChartKind::Columns | ChartKind::Ranking => {
            vec![series::plain(chart, sheet, drawing.gap, style)]
        }
    };
    let bars = Element::new("c:plotArea")
        .child(layout(Some("inner"), drawing, drawing.plot))
        .children(plots)
        .children(axes::both(chart.kind(), style))
        .child(style::nothing());
    let legend = Element::new("c:legend")
        .child(setting("c:legendPos", "t"))
        .child(layout(None, drawing, drawing.legend))
        .child(setting("c:overlay", 0));
    Element::new("c:chart")
        .child(setting("c:autoTitleDeleted", 1))
        .child(bars)
        .children((chart.series().len() > 1).then_some(legend))
        .child(setting("c:plotVisOnly", 1))
        .child(setting("c:dispBlanksAs", "gap"))
}

/// `c:layout` (21.2.2.88): the place of an area as parts of the whole.
fn layout(target: Option<&str>, drawing: &Drawing, area: Area) -> Element {
    let manual = Element::new("c:manualLayout")
        .children(target.map(|target| setting("c:layoutTarget", target)))
        .child(setting("c:xMode", "edge"))
        .child(setting("c:yMode", "edge"))
        .child(setting("c:x", part_of(area.x, drawing.width)))
        .child(setting("c:y", part_of(area.y, drawing.height)))
        .child(setting("c:w", part_of(area.width, drawing.width)))
        .child(setting("c:h", part_of(area.height, drawing.height)));
    Element::new("c:layout").child(manual)
}

/// A part of a whole with four decimals.
fn part_of(part: i64, whole: i64) -> String {
    let parts = part * 10_000 / whole.max(1);
    format!("{}.{:04}", parts / 10_000, parts % 10_000)
}
