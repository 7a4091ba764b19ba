//! Drawing bars and words, side by side or one below the other.

use super::drawing::{Area, Bar, Drawing, Label, TextAnchor};
use super::fitting::{lines, shortened, text_width};
use super::{Chart, ChartKind, ChartValue};

/// The tallest column.
const TALLEST: i64 = 4500;
/// The widest column.
const WIDEST: i64 = 1800;
/// The part of its place that a group of columns fills when its figures have room, in per cent.
const FILLED: i64 = 65;
/// The part that it may fill at most.
const MOST_FILLED: i64 = 94;
/// The part of the width that the names in an order of rank may take, in per cent.
const NAMES: i64 = 42;
/// Between two figures, and between a bar and its figure.
const GAP: i64 = 100;
/// Between bars and names, below the names of the series, and between rows.
const WIDE_GAP: i64 = 180;
/// Between the names of two series.
const SERIES_GAP: i64 = 900;
/// The side of the square in front of a series' name.
const SQUARE: i64 = 300;
/// The base line's thickness.
const BASE: i64 = 20;

/// A drawing that is being made.
pub struct ChartLayout {
    /// The type size.
    pub size: i64,
    /// From one line of text to the next.
    pub line: i64,
    /// What has been drawn so far.
    pub drawing: Drawing,
}

impl ChartLayout {
    /// Bars that stand side by side.
    pub fn columns(mut self, chart: &Chart) -> Drawing {
        let (points, series) = (count(chart.points().len()), count(chart.series().len()));
        let place = self.drawing.width / points;
        let needed = (chart.widest(self.size) + GAP) * series;
        let group = needed.min(place * MOST_FILLED / 100).max(place * FILLED / 100);
        let thickness = (group / series).min(WIDEST);
        let top = self.legend(chart) + self.line;
        let base = top + TALLEST;
        let spans = chart.spans();
        let most = highest(&spans);
        let mut name_lines = 0;
        for (index, (point, spans)) in (0..).zip(chart.points().iter().zip(spans)) {
            let middle = place * index + place / 2;
            let left = middle - thickness * series / 2;
            for (number, (span, value)) in spans.into_iter().zip(&point.values).enumerate() {
                let Some((from, to)) = span else { continue };
                let x = left + thickness * count_from_zero(number);
                let y = base - scaled(to, TALLEST, most);
                let height = base - scaled(from, TALLEST, most) - y;
                let is_change = chart.kind == ChartKind::Flow && matches!(index, 1 | 2);
                let area = Area { x, y, width: thickness, height };
                self.drawing.bars.push(Bar { area, colour: number + usize::from(is_change) });
                let shown = value.shown().into_iter().collect();
                self.label(x + thickness / 2, y - self.line, TextAnchor::Center, shown);
            }
            // Not by place and colour alone: what comes is added, what goes is taken away.
            let label = match (chart.kind, index) {
                (ChartKind::Flow, 1) => format!("+ {}", point.label),
                (ChartKind::Flow, 2) => format!("− {}", point.label),
                _ => point.label.clone(),
            };
            let name = lines(&label, place - GAP, self.size, 3);
            self.drawing.names.push(shortened(&label, &name));
            name_lines = name_lines.max(name.len());
            self.label(middle, base + GAP, TextAnchor::Center, name);
        }
        let width = self.drawing.width;
        self.drawing.base = Area { x: 0, y: base, width, height: BASE };
        self.drawing.plot = Area { x: 0, y: top, width, height: TALLEST };
        self.drawing.height = base + GAP + self.line * count(name_lines);
        self.drawing.gap = (place - thickness * series) * 100 / thickness.max(1);
        self.drawing
    }

    /// Bars that lie one below the other.
    pub fn rows(mut self, chart: &Chart) -> Drawing {
        self.legend(chart);
        let room = self.drawing.width * NAMES / 100;
        let names: Vec<Vec<String>> =
            chart.points().iter().map(|point| lines(&point.label, room, self.size, 2)).collect();
        let widths = names.iter().flatten().map(|line| text_width(line, self.size));
        let left = widths.max().unwrap_or(0) + WIDE_GAP;
        let most_lines = count(names.iter().map(Vec::len).max().unwrap_or(1));
        let step = self.line * most_lines + WIDE_GAP;
        let longest = (self.drawing.width - left - 2 * GAP - chart.widest(self.size)).max(0);
        let spans = chart.spans();
        let most = highest(&spans);
        for (index, ((point, name), spans)) in
            (0..).zip(chart.points().iter().zip(names).zip(spans))
        {
            self.drawing.names.push(shortened(&point.label, &name));
            let middle = step * index + step / 2;
            let name_top = middle - self.line * count(name.len()) / 2;
            self.label(left - WIDE_GAP, name_top, TextAnchor::Right, name);
            let Some(Some((_, to))) = spans.first() else { continue };
            let width = scaled(*to, longest, most);
            let area = Area { x: left, y: middle - self.line / 2, width, height: self.line };
            self.drawing.bars.push(Bar { area, colour: 0 });
            let shown = point.values.first().and_then(ChartValue::shown).into_iter().collect();
            self.label(left + width + GAP, middle - self.line / 2, TextAnchor::Left, shown);
        }
        self.drawing.height = step * count(chart.points().len());
        let height = self.drawing.height;
        self.drawing.base = Area { x: left - BASE, y: 0, width: BASE, height };
        self.drawing.plot = Area { x: left, y: 0, width: longest, height };
        self.drawing.gap = (step - self.line) * 100 / self.line.max(1);
        self.drawing
    }

    /// The names of two series with their colours; one needs none. The answer is
    /// where they end.
    fn legend(&mut self, chart: &Chart) -> i64 {
        let indent = SQUARE + GAP;
        let room = self.drawing.width / 2 - indent - SERIES_GAP;
        let (mut x, mut most_lines) = (0, 0);
        for (colour, name) in chart.series().iter().enumerate() {
            let lines = lines(name, room, self.size, 2);
            self.drawing.series.push(shortened(name, &lines));
            if chart.series().len() < 2 {
                return 0;
            }
            let widest = lines.iter().map(|line| text_width(line, self.size)).max().unwrap_or(0);
            most_lines = most_lines.max(lines.len());
            let area = Area { x, y: (self.line - SQUARE) / 2, width: SQUARE, height: SQUARE };
            self.drawing.bars.push(Bar { area, colour });
            self.label(x + indent, 0, TextAnchor::Left, lines);
            x += indent + widest + SERIES_GAP;
        }
        let (width, height) = (x - SERIES_GAP / 2, self.line * count(most_lines));
        self.drawing.legend = Area { x: 0, y: 0, width, height };
        height + WIDE_GAP
    }

    fn label(&mut self, x: i64, y: i64, align: TextAnchor, lines: Vec<String>) {
        if !lines.is_empty() {
            self.drawing.labels.push(Label { x, y, align, lines });
        }
    }
}

impl Chart {
    /// The widest figure.
    fn widest(&self, size: i64) -> i64 {
        let values = self.points().iter().flat_map(|point| &point.values);
        let widths = values.filter_map(ChartValue::shown).map(|shown| text_width(&shown, size));
        widths.max().unwrap_or(0)
    }

    /// For each point, from where to where its bars reach, series by series.
    fn spans(&self) -> Vec<Vec<Option<(u32, u32)>>> {
        if self.kind == ChartKind::Flow {
            let counts: Vec<u32> = self.counts(0).flatten().collect();
            if let [before, new, _, after] = counts[..] {
                let top = before.saturating_add(new);
                let spans = [(0, before), (before, top), (after, top), (0, after)];
                return spans.map(|span| vec![Some(span)]).to_vec();
            }
        }
        let span = |value: &ChartValue| value.count().map(|count| (0, count));
        self.points().iter().map(|point| point.values.iter().map(span).collect()).collect()
    }
}

/// The highest level that a bar reaches, at least 1.
fn highest(spans: &[Vec<Option<(u32, u32)>>]) -> u32 {
    spans.iter().flatten().flatten().map(|(_, to)| *to).max().unwrap_or(0).max(1)
}

/// A count as a length, when the most is drawn at full length.
fn scaled(count: u32, full: i64, most: u32) -> i64 {
    full * i64::from(count) / i64::from(most)
}

/// How many, at least one.
fn count(number: usize) -> i64 {
    count_from_zero(number).max(1)
}

fn count_from_zero(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
