//! Where a chart's bars and words stand, worked out once for both writers.
//!
//! Lengths are hundredths of a millimetre, from the upper left corner of a drawing
//! as wide as the text. Word lays out its own chart, but has the drawing's size and
//! keeps its bars where the drawing has them.

use serde::Serialize;

use super::layout::ChartLayout;
use super::{Chart, ChartKind};
use crate::profile::Profile;

/// A chart's bars and words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Drawing {
    /// As wide as the text.
    pub width: i64,
    /// As high as is needed.
    pub height: i64,
    /// The bars, and the squares in front of the names of series.
    pub bars: Vec<Bar>,
    /// The line that bars stand on.
    pub base: Area,
    /// All words and figures.
    pub labels: Vec<Label>,
    /// The names of the points as far as there is room for them.
    pub names: Vec<String>,
    /// The names of the series as far as there is room for them.
    pub series: Vec<String>,
    /// Where the names of two series stand, if there are two.
    pub legend: Area,
    /// Where the bars stand.
    pub plot: Area,
    /// From one group of bars to the next, in per cent of a bar's thickness.
    pub gap: i64,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Area {
    /// From the left edge.
    pub x: i64,
    /// From the upper edge.
    pub y: i64,
    /// Its width.
    pub width: i64,
    /// Its height.
    pub height: i64,
}

/// A filled rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// Where it stands.
    pub area: Area,
    /// Which of the profile's chart colours it has.
    pub colour: usize,
}

/// Lines of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Label {
    /// What the text is aligned to: its left edge, its middle or its right edge.
    pub x: i64,
    /// The upper edge of the first line.
    pub y: i64,
    /// How the text is aligned to it.
    pub align: TextAnchor,
    /// The text, line by line.
    pub lines: Vec<String>,
}

/// How a text is aligned to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextAnchor {
    /// It begins there.
    Left,
    /// It has its middle there.
    Center,
    /// It ends there.
    Right,
}

impl Chart {
    /// The chart's drawing on a page of the profile.
    #[must_use]
    pub fn drawing(&self, profile: &Profile) -> Drawing {
        let page = &profile.page;
        let layout = ChartLayout {
            size: hundredths(profile.sizes.small * 25.4 / 72.0),
            line: hundredths(profile.sizes.small * profile.spacing.line * 25.4 / 72.0),
            drawing: Drawing {
                width: hundredths(page.width - page.left - page.right).max(1000),
                height: 0,
                bars: Vec::new(),
                base: Area::default(),
                labels: Vec::new(),
                names: Vec::new(),
                series: Vec::new(),
                legend: Area::default(),
                plot: Area::default(),
                gap: 0,
            },
        };
        match self.kind {
            ChartKind::Ranking => layout.rows(self),
            ChartKind::Columns | ChartKind::Flow => layout.columns(self),
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the cast saturates, and no page is that large"
)]
fn hundredths(millimetres: f64) -> i64 {
    (millimetres * 100.0).round().clamp(0.0, 1.0e6) as i64
}
