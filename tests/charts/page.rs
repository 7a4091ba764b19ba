//! A chart on its page: room, accessibility, the same bytes.

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use tjut::document::chart::{ChartContent, ChartKind, ChartPoint, ChartValue};
use tjut::document::{Block, Chart, Inline};

use crate::support::charts::{chart, content, flow, paper, reasons, years};
use crate::support::pdf_drawing::drawn;
use crate::{docx, pdf};

#[test]
fn a_chart_of_any_labels_stays_within_its_page() {
    let fonts = ["Åwiöm", "ЖШЩЮФ", "ΩΨΦΣΞ", "ǅǄŊŒ", "WWWWW", "iiiii"];
    for letters in fonts {
        let unbroken = letters.repeat(60);
        let words = format!("{letters} ").repeat(50);
        let point = |label: &str, count| ChartPoint {
            label: label.to_owned(),
            values: vec![ChartValue::Count(count), ChartValue::Count(u32::MAX)],
        };
        let points =
            (0..100).flat_map(|n| [point(&unbroken, 900 - n), point(words.trim(), u32::MAX - n)]);
        let content = ChartContent {
            series: vec![unbroken.clone(), words.clone()],
            points: points.collect(),
            ..content(&[], &[])
        };
        for kind in [ChartKind::Ranking, ChartKind::Columns, ChartKind::Flow] {
            let chart = Chart::new(kind, content.clone()).expect("known values");
            let pdf = pdf(&paper(&[chart]));
            let (rectangles, pieces) = drawn(&pdf);
            assert!(pieces.iter().all(|piece| piece.page == 1), "{kind:?} {letters}");
            // Between the margins, in points; letters hang below their baseline.
            for piece in pieces.iter().skip(1) {
                assert!(piece.x > 84.0 && piece.y > 72.0, "{kind:?} {piece:?}");
            }
            for bar in rectangles {
                assert!(bar.x > 84.0 && bar.x + bar.width < 511.0 && bar.y > 72.0, "{bar:?}");
            }
        }
    }
}

#[test]
fn too_many_points_are_left_out_and_a_note_says_so() {
    let points: Vec<(String, [&str; 2])> =
        (0..14).map(|n| ((2012 + n).to_string(), ["189", "86"])).collect();
    let points: Vec<(&str, &[&str])> =
        points.iter().map(|(label, values)| (label.as_str(), values.as_slice())).collect();
    let series = ["Klienter", "Nya klienter"];
    let years = chart(ChartKind::Columns, &series, &points);
    assert_eq!((years.points().len(), years.points()[0].label.as_str()), (10, "2016"));
    assert_eq!(years.notes(), ["Diagrammet visar de 10 sista av 14."]);
    let rows = chart(ChartKind::Ranking, &series, &points);
    assert_eq!((rows.points().len(), rows.points()[0].label.as_str()), (12, "2012"));
    assert_eq!(rows.notes(), ["Diagrammet visar de 12 första av 14."]);

    // Figures that stand side by side don't touch.
    let (_, pieces) = drawn(&pdf(&paper(&[years])));
    let starts: Vec<f32> = pieces.iter().filter(|p| p.text == "189").map(|p| p.x).collect();
    let seconds: Vec<f32> = pieces.iter().filter(|p| p.text == "86").map(|p| p.x).collect();
    assert_eq!((starts.len(), seconds.len()), (10, 10));
    let width = 9.0 * 0.556 * 3.0;
    assert!(starts.iter().zip(&seconds).all(|(first, second)| first + width < *second));
}

#[test]
fn a_chart_is_never_parted_from_its_caption() {
    let paragraph = |n: usize| Block::Paragraph {
        text: vec![Inline::Text(format!("Stycke {n}. {}", "Löpande text. ".repeat(12)))],
    };
    for before in 10..18 {
        let mut document = paper(&[years()]);
        document.blocks.splice(1..1, (0..before).map(paragraph));
        let (rectangles, pieces) = drawn(&pdf(&document));
        let caption = pieces.iter().find(|piece| piece.text.starts_with("Klienter och"));
        let page = caption.expect("the caption").page;
        assert!(rectangles.iter().all(|bar| bar.page == page), "{before} paragraphs");
    }
}

#[test]
fn a_pdf_with_charts_is_accessible_and_archivable() {
    let bytes = pdf(&paper(&[years(), reasons(), flow()]));
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(&bytes, &options).expect("a readable PDF");
        let failures: Vec<_> = report.failures.iter().map(ToString::to_string).collect();
        assert_eq!(failures, [""; 0]);
    }
}

#[test]
fn the_same_charts_have_the_same_bytes() {
    let document = paper(&[years(), reasons(), flow()]);
    assert!(pdf(&document) == pdf(&document));
    assert!(docx(&document) == docx(&document));
}
