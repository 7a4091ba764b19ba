//! The series of a chart: references to the sheet, with copies of what stands there.

use crate::document::Chart;
use crate::document::chart::ChartKind;
use crate::swedish::grouped;

use super::super::styles::LANGUAGE;
use super::super::xml::Element;
use super::axes;
use super::sheet::{Sheet, SheetCell};
use super::style::{self, ChartStyle, setting};

/// The number format of counts: thousands grouped as the reader's system does it, in
/// Swedish with a space. It is built in everywhere; a format that spells the spaces out
/// is shown sign by sign by readers that know no conditions in a format.
pub const GROUPED: &str = "#,##0";

/// Marks the extensions of labels and of series (\[MS-ODRAWXML\]).
const LABEL_EXTENSION: &str = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}";
const SERIES_EXTENSION: &str = "{02D57815-91ED-43cb-92C2-25804820EDAC}";

/// The column of names.
const NAMES: usize = 0;
/// The column of the first series' counts.
const COUNTS: usize = 1;
/// The column of what the bars of a flow stand on.
const BELOW: usize = 2;
/// The column of how high the bars of a flow reach.
const REACH: usize = 3;

/// The widest gap between bars that Word knows, in per cent of a bar's thickness.
const WIDEST_GAP: i64 = 500;

/// Bars side by side or one below the other.
pub fn plain(chart: &Chart, sheet: &Sheet, gap: i64, style: &ChartStyle) -> Element {
    let series = (0..chart.series().len()).map(|index| {
        bar_series(index, COUNTS + index, sheet, style.bars(index), Vec::new())
            .child(values_written("outEnd"))
            .children(data(sheet, COUNTS + index))
    });
    let direction = if chart.kind() == ChartKind::Ranking { "bar" } else { "col" };
    bars([direction, "clustered"], series.collect(), gap, 0)
}

/// Bars on bars that don't show, and the counts above them on a line that doesn't
/// show either, since Word puts no figure above a bar that stands on another. The
/// line is as high as the bars reach, while its figures are the counts' cells.
pub fn flow(chart: &Chart, sheet: &Sheet, gap: i64, style: &ChartStyle) -> [Element; 2] {
    let changes = [1, 2].map(|point| {
        Element::new("c:dPt")
            .child(setting("c:idx", point))
            .child(setting("c:invertIfNegative", 0))
            .child(setting("c:bubble3D", 0))
            .child(style.bars(1))
    });
    let below = bar_series(0, BELOW, sheet, style::nothing(), Vec::new());
    let counts = bar_series(1, COUNTS, sheet, style.bars(0), changes.to_vec());
    let stacked = vec![below.children(data(sheet, BELOW)), counts.children(data(sheet, COUNTS))];
    let shown: Vec<String> =
        chart.counts(0).flatten().map(|count| grouped(u64::from(count))).collect();
    let line = series(2, REACH, sheet)
        .child(style::nothing())
        .child(Element::new("c:marker").child(setting("c:symbol", "none")))
        .child(cells_written(&shown))
        .children(data(sheet, REACH))
        .child(setting("c:smooth", 0))
        .child(range_of_cells(&sheet.cells(COUNTS), &shown));
    let line = Element::new("c:lineChart")
        .child(setting("c:grouping", "standard"))
        .child(setting("c:varyColors", 0))
        .child(line)
        .child(setting("c:marker", 1))
        .children(axes::references());
    [bars(["col", "stacked"], stacked, gap, 100), line]
}

/// `c:barChart` (21.2.2.16).
fn bars([direction, grouping]: [&str; 2], series: Vec<Element>, gap: i64, overlap: u8) -> Element {
    Element::new("c:barChart")
        .child(setting("c:barDir", direction))
        .child(setting("c:grouping", grouping))
        .child(setting("c:varyColors", 0))
        .children(series)
        .child(setting("c:gapWidth", gap.clamp(0, WIDEST_GAP)))
        .child(setting("c:overlap", overlap))
        .children(axes::references())
}

/// The beginning of a `c:ser` in a bar chart, up to what is written at its bars.
fn bar_series(
    index: usize,
    column: usize,
    sheet: &Sheet,
    style: Element,
    points: Vec<Element>,
) -> Element {
    series(index, column, sheet)
        .child(style)
        .child(setting("c:invertIfNegative", 0))
        .children(points)
}

/// The beginning of a `c:ser`: its place and its name.
fn series(index: usize, column: usize, sheet: &Sheet) -> Element {
    let header = sheet.columns.get(column).map_or("", |column| &column.header);
    let name = strings(&Sheet::cell(column, 0), &[header]);
    Element::new("c:ser")
        .child(setting("c:idx", index))
        .child(setting("c:order", index))
        .child(Element::new("c:tx").child(name))
}

/// The names and the numbers of a series.
fn data(sheet: &Sheet, column: usize) -> [Element; 2] {
    let names = sheet.columns.get(NAMES).into_iter().flat_map(|column| &column.cells);
    let names: Vec<&str> = names
        .map(|cell| match cell {
            SheetCell::Text(name) => name.as_str(),
            _ => "",
        })
        .collect();
    let names = strings(&sheet.cells(NAMES), &names);
    let numbers: Vec<Option<u64>> = sheet
        .columns
        .get(column)
        .map(|column| column.cells.iter().map(SheetCell::number).collect())
        .unwrap_or_default();
    let points =
        (0..).zip(&numbers).filter_map(|(index, number)| Some(point(index, *number.as_ref()?)));
    let copy = Element::new("c:numCache")
        .child(Element::new("c:formatCode").text(GROUPED))
        .child(setting("c:ptCount", numbers.len()))
        .children(points);
    let numbers =
        Element::new("c:numRef").child(Element::new("c:f").text(&sheet.cells(column))).child(copy);
    [Element::new("c:cat").child(names), Element::new("c:val").child(numbers)]
}

/// A reference to cells with text, with a copy of it.
fn strings(cells: &str, texts: &[&str]) -> Element {
    let points = (0..).zip(texts).map(|(index, text)| point(index, text));
    let copy = Element::new("c:strCache").child(setting("c:ptCount", texts.len())).children(points);
    Element::new("c:strRef").child(Element::new("c:f").text(cells)).child(copy)
}

fn point(index: usize, value: impl std::fmt::Display) -> Element {
    let value = Element::new("c:v").text(&value.to_string());
    Element::new("c:pt").attribute("idx", index).child(value)
}

/// `c:dLbls` (21.2.2.49): the value at each bar.
fn values_written(place: &str) -> Element {
    let format =
        Element::new("c:numFmt").attribute("formatCode", GROUPED).attribute("sourceLinked", 0);
    shown(Element::new("c:dLbls").child(format).child(style::nothing()), place, 1)
}

/// `c:dLbls` with what cells say instead of the values, above the line. Each label
/// is a field that Word fills from its cell; its text is what other readers show.
fn cells_written(texts: &[String]) -> Element {
    let switch = || Element::new("c15:showDataLabelsRange").attribute("val", 1);
    let labels = texts.iter().enumerate().map(|(index, text)| {
        let field = Element::new("a:fld")
            .attribute("id", format_args!("{{6B1C8D10-2F4A-4E57-9C3B-{index:012}}}"))
            .attribute("type", "CELLRANGE")
            .child(Element::new("a:rPr").attribute("lang", LANGUAGE))
            .child(Element::new("a:pPr"))
            .child(Element::new("a:t").text(text));
        let rich = Element::new("c:rich")
            .child(Element::new("a:bodyPr"))
            .child(Element::new("a:p").child(field));
        let label = Element::new("c:dLbl")
            .child(setting("c:idx", index))
            .child(Element::new("c:tx").child(rich));
        shown(label, "t", 0).child(extension(LABEL_EXTENSION, switch()))
    });
    let all = Element::new("c:dLbls").children(labels).child(style::nothing());
    shown(all, "t", 0).child(extension(LABEL_EXTENSION, switch()))
}

/// The cells that labels take their text from, with a copy of it.
fn range_of_cells(cells: &str, texts: &[String]) -> Element {
    let points = (0..).zip(texts).map(|(index, text)| point(index, text));
    let copy = Element::new("c15:dlblRangeCache")
        .child(setting("c:ptCount", texts.len()))
        .children(points);
    let range =
        Element::new("c15:datalabelsRange").child(Element::new("c15:f").text(cells)).child(copy);
    extension(SERIES_EXTENSION, range)
}

/// `c:extLst` with one extension of Word 2013.
fn extension(mark: &str, content: Element) -> Element {
    let extension = Element::new("c:ext")
        .attribute("uri", mark)
        .attribute("xmlns:c15", "http://schemas.microsoft.com/office/drawing/2012/chart")
        .child(content);
    Element::new("c:extLst").child(extension)
}

/// Where labels stand, and whether they show the value.
fn shown(labels: Element, place: &str, value: u8) -> Element {
    let shown = [
        ("c:showLegendKey", 0),
        ("c:showVal", value),
        ("c:showCatName", 0),
        ("c:showSerName", 0),
        ("c:showPercent", 0),
        ("c:showBubbleSize", 0),
    ];
    labels
        .child(setting("c:dLblPos", place))
        .children(shown.map(|(name, is_shown)| setting(name, is_shown)))
}
