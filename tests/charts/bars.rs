//! How long the bars of the PDF are, where they stand and which colours they have.

use tjut::document::chart::ChartKind;
use tjut::profile::Profile;

use crate::support::charts::{chart, flow, paper, reasons, years};
use crate::support::pdf_drawing::{Rectangle, drawn};
use crate::{bars, pdf, rgb};

/// One point and a little more: what rounding may add.
const ROUNDING: f32 = 0.1;

/// Whether lengths are to each other as counts are.
fn assert_proportional(lengths: &[f32], counts: &[u32]) {
    assert_eq!(lengths.len(), counts.len());
    let (longest, most) = (lengths.iter().copied().fold(0.0, f32::max), counts.iter().max());
    for (length, count) in lengths.iter().zip(counts) {
        #[expect(clippy::cast_precision_loss, reason = "the counts of these tests are small")]
        let expected = longest * *count as f32 / *most.expect("a count") as f32;
        assert!((length - expected).abs() < ROUNDING, "{lengths:?} for {counts:?}");
    }
}

#[test]
fn bars_are_as_long_as_their_counts() {
    let columns = bars(&pdf(&paper(&[years()])));
    let heights: Vec<f32> = columns.iter().map(|bar| bar.height).collect();
    assert_proportional(&heights, &[178, 1210, 113, 189, 86]);
    let [first, second] = Profile::standard().colours.chart.map(|digits| rgb(&digits));
    let colours: Vec<[u8; 3]> = columns.iter().map(|bar| bar.colour).collect();
    assert_eq!(colours, [first, first, second, first, second]);
    assert!(columns.iter().all(|bar| (bar.y - columns[0].y).abs() < ROUNDING), "one base line");

    let rows = bars(&pdf(&paper(&[reasons()])));
    let widths: Vec<f32> = rows.iter().map(|bar| bar.width).collect();
    assert_proportional(&widths, &[57, 40]);
    assert!(rows[0].y > rows[1].y, "the first one is on top");
    assert!((rows[0].x - rows[1].x).abs() < ROUNDING);
}

#[test]
fn the_bars_of_a_flow_start_where_the_one_before_has_come_to() {
    let flow = bars(&pdf(&paper(&[flow()])));
    let heights: Vec<f32> = flow.iter().map(|bar| bar.height).collect();
    assert_proportional(&heights, &[110, 86, 107, 89]);
    let [before, new, ended, after] = flow[..] else { panic!("four bars") };
    let top = |bar: Rectangle| bar.y + bar.height;
    assert!((before.y - after.y).abs() < ROUNDING, "totals stand on the base line");
    assert!((new.y - top(before)).abs() < ROUNDING);
    assert!((top(ended) - top(new)).abs() < ROUNDING);
    assert!((ended.y - top(after)).abs() < ROUNDING);
}

#[test]
fn a_flow_that_does_not_add_up_is_drawn_as_columns() {
    for after in ["90", "–", "färre än\u{a0}5"] {
        let stages: [(&str, &[&str]); 4] = [
            ("Ingående", &["110"]),
            ("Nya", &["86"]),
            ("Avslutade", &["107"]),
            ("Utgående", &[after]),
        ];
        let chart = chart(ChartKind::Flow, &["Klienter"], &stages);
        assert_eq!(chart.kind(), ChartKind::Columns, "{after}");
        let bars = bars(&pdf(&paper(&[chart])));
        assert!(bars.iter().all(|bar| (bar.y - bars[0].y).abs() < ROUNDING), "{after}");
    }
}

#[test]
fn the_chart_colours_differ_from_the_paper_and_from_each_other() {
    // Relative luminance and contrast, WCAG 2.1.
    let luminance = |digits: &str| {
        let part = |byte: u8| {
            let part = f64::from(byte) / 255.0;
            if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = rgb(digits).map(part);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let contrast = |one: f64, other: f64| (one.max(other) + 0.05) / (one.min(other) + 0.05);
    let [first, second] = Profile::standard().colours.chart.map(|digits| luminance(&digits));
    assert!(contrast(first, 1.0) >= 3.0);
    assert!(contrast(second, 1.0) >= 3.0);
    assert!(contrast(first, second) >= 3.0);
}

#[test]
fn a_chart_of_one_point_is_a_chart() {
    for kind in [ChartKind::Columns, ChartKind::Ranking, ChartKind::Flow] {
        let bars = bars(&pdf(&paper(&[chart(kind, &["Klienter"], &[("2025", &["189"])])])));
        assert_eq!(bars.len(), 1, "{kind:?}");
    }
}

#[test]
fn nothing_but_zeros_is_written_and_has_no_bars() {
    let zeros: [(&str, &[&str]); 4] =
        [("Ingående", &["0"]), ("Nya", &["0"]), ("Avslutade", &["0"]), ("Utgående", &["0"])];
    for kind in [ChartKind::Columns, ChartKind::Ranking, ChartKind::Flow] {
        let pdf = pdf(&paper(&[chart(kind, &["Klienter"], &zeros)]));
        assert_eq!(bars(&pdf), [], "{kind:?}");
        let (_, pieces) = drawn(&pdf);
        assert_eq!(pieces.iter().filter(|piece| piece.text == "0").count(), 4, "{kind:?}");
    }
}
