//! Charts: what they show, in words and as a drawing, the same for both writers.

mod drawing;
mod fitting;
mod layout;
mod words;

use serde::Serialize;

use crate::swedish::grouped;

pub use drawing::{Area, Bar, Drawing, Label, TextAnchor};
pub(super) use fitting::text_width;

/// The most years side by side.
const MOST_YEARS: usize = 10;

/// The most rows in an order of rank.
const MOST_ROWS: usize = 12;

/// The largest count that is drawn. No
/// country has as many inhabitants.
const LARGEST: u32 = 999_999_999;

/// How many digits the figures above the bars may have together, with a space
/// after each and three between the years, on the width of the text.
const MOST_DIGITS: usize = 92;

/// What kind of chart it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// `staplar`: vertical bars, a group of one or two for each year.
    Columns,
    /// `rangordning`: horizontal bars, the first one on top.
    Ranking,
    /// `flöde`: what there was, what came, what went and what there is, where the
    /// two in the middle start at the level that the one before has reached.
    Flow,
}

/// What a chart is made of, before it is known what can be drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ChartContent {
    /// Stands above the chart.
    pub caption: String,
    /// What the chart is about, said before its figures to those who don't see it.
    pub description: String,
    /// The names of the series.
    pub series: Vec<String>,
    /// Years, rows or stages, in the order shown.
    pub points: Vec<ChartPoint>,
    /// Notes below the chart.
    pub notes: Vec<String>,
}

/// A year, a row or a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChartPoint {
    /// Its name.
    pub label: String,
    /// A value for each series.
    pub values: Vec<ChartValue>,
}

/// How many, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChartValue {
    /// A count, drawn as a bar.
    Count(u32),
    /// What stands instead of a count, such as `färre än 5`, or nothing; no bar.
    Unstated(String),
}

impl ChartValue {
    /// The value of a text as templates show values: `1 250` with a fixed space is a
    /// count, `–` is nothing, and other words stay words, as does what is too large to
    /// be a number of persons.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = text.trim_matches(' ');
        let digits: String = text.chars().filter(|c| *c != crate::swedish::FIXED_SPACE).collect();
        let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        match digits.parse() {
            Ok(count) if is_plain && count <= LARGEST => Self::Count(count),
            _ if text == "–" => Self::Unstated(String::new()),
            _ => Self::Unstated(text.to_owned()),
        }
    }

    /// The count, when it is known.
    #[must_use]
    pub fn count(&self) -> Option<u32> {
        match self {
            Self::Count(count) => Some(*count),
            Self::Unstated(_) => None,
        }
    }

    /// What is written at the bar.
    fn shown(&self) -> Option<String> {
        self.count().map(|count| grouped(u64::from(count)))
    }
}

/// A chart that can be drawn: something is known, every point has a value for every
/// series, and there are no more points than there is room for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chart {
    /// What the chart is called in the document tree, beside the kind of block.
    #[serde(rename = "chart")]
    kind: ChartKind,
    #[serde(flatten)]
    content: ChartContent,
}

impl Chart {
    /// A chart of the content; nothing when no value is known.
    ///
    /// Of too many rows the first are kept and of too many years the last, and a
    /// note says so. A second series of which nothing is known is left out. A flow
    /// that does not add up, or of which a part is unknown, becomes plain columns.
    #[must_use]
    pub fn new(kind: ChartKind, content: ChartContent) -> Option<Self> {
        let kind = if kind == ChartKind::Flow && !adds_up(&content.points) {
            ChartKind::Columns
        } else {
            kind
        };
        let mut chart = Self { kind, content };
        chart.settle_series();
        chart.limit_points();
        let mut values = chart.content.points.iter().flat_map(|point| &point.values);
        values.any(|value| value.count().is_some()).then_some(chart)
    }

    /// What kind of chart it is.
    #[must_use]
    pub fn kind(&self) -> ChartKind {
        self.kind
    }

    /// Stands above the chart.
    #[must_use]
    pub fn caption(&self) -> &str {
        &self.content.caption
    }

    /// The names of the series, at least one.
    #[must_use]
    pub fn series(&self) -> &[String] {
        &self.content.series
    }

    /// Years, rows or stages, in the order shown.
    #[must_use]
    pub fn points(&self) -> &[ChartPoint] {
        &self.content.points
    }

    /// Notes below the chart.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        &self.content.notes
    }

    /// The counts of a series, point by point.
    pub fn counts(&self, series: usize) -> impl Iterator<Item = Option<u32>> {
        self.points().iter().map(move |point| point.values.get(series).and_then(ChartValue::count))
    }

    fn settle_series(&mut self) {
        let ChartContent { caption, series, points, .. } = &mut self.content;
        let is_known = |index: usize| {
            points.iter().any(|point| point.values.get(index).and_then(ChartValue::count).is_some())
        };
        let most = if self.kind == ChartKind::Columns && is_known(1) { 2 } else { 1 };
        series.truncate(most);
        if series.is_empty() {
            series.push(caption.clone());
        }
        for point in points {
            point.values.resize(series.len(), ChartValue::Unstated(String::new()));
        }
    }

    fn limit_points(&mut self) {
        let most = self.most_points();
        let ChartContent { points, notes, .. } = &mut self.content;
        let all = points.len();
        if all <= most {
            return;
        }
        let place = if self.kind == ChartKind::Ranking {
            points.truncate(most);
            "första"
        } else {
            points.drain(..all - most);
            "sista"
        };
        notes.push(format!("Diagrammet visar de {most} {place} av {all}."));
    }

    fn most_points(&self) -> usize {
        if self.kind == ChartKind::Ranking {
            return MOST_ROWS;
        }
        let values = self.points().iter().flat_map(|point| &point.values);
        let digits = values.filter_map(ChartValue::shown).map(|shown| shown.chars().count()).max();
        let a_year = self.series().len() * (digits.unwrap_or(0) + 1);
        (MOST_DIGITS / (a_year + 1)).clamp(1, MOST_YEARS)
    }
}

/// Whether what there was, with what came and without what went, is what there is.
fn adds_up(points: &[ChartPoint]) -> bool {
    let counts: Option<Vec<u64>> = points
        .iter()
        .map(|point| point.values.first().and_then(ChartValue::count).map(u64::from))
        .collect();
    matches!(counts.as_deref(), Some([before, new, ended, after]) if before + new == ended + after)
}
