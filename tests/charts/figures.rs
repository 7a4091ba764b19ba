//! The figures and the words of a chart, in the PDF, in Word and in the workbook.

use std::path::Path;

use tjut::document::Chart;
use tjut::document::chart::{ChartContent, ChartKind, ChartValue};
use tjut::swedish::grouped;

use crate::support::charts::{chart, content, flow, paper, reasons, years};
use crate::support::docx_text::{attributes, body_text, bytes, part, texts};
use crate::support::pdf_drawing::drawn;
use crate::support::pdf_text;
use crate::{bars, copies, docx, pdf};

/// The counts of each series, as texts.
fn counts(chart: &Chart) -> Vec<Vec<String>> {
    let shown = |series| chart.counts(series).flatten().map(|count| count.to_string()).collect();
    (0..chart.series().len()).map(shown).collect()
}

/// The names as they are drawn: in a flow with the sign of what comes and what goes.
fn names(chart: &Chart) -> Vec<String> {
    let signs = if chart.kind() == ChartKind::Flow { ["", "+ ", "− ", ""] } else { [""; 4] };
    let signs = signs.into_iter().chain(std::iter::repeat(""));
    chart.points().iter().zip(signs).map(|(point, sign)| format!("{sign}{}", point.label)).collect()
}

#[test]
fn word_its_workbook_and_the_pdf_have_the_figures_of_the_block() {
    for (kind, chart) in [("years", years()), ("reasons", reasons()), ("flow", flow())] {
        let document = paper(std::slice::from_ref(&chart));
        let (pdf, docx) = (pdf(&document), docx(&document));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("charts");
        // Visibility on disk to be opened and checked by other programs.
        std::fs::create_dir_all(&folder).expect("the target folder can be written to");
        std::fs::write(folder.join(format!("{kind}.pdf")), &pdf).expect("a file");
        std::fs::write(folder.join(format!("{kind}.docx")), &docx).expect("a file");

        let xml = part(&docx, "word/charts/chart1.xml");
        // In a flow, what the bars stand on comes first.
        let first = usize::from(chart.kind() == ChartKind::Flow);
        for (series, expected) in counts(&chart).iter().enumerate() {
            assert_eq!(&copies(&xml, first + series, "val"), expected, "{kind}");
            assert_eq!(copies(&xml, first + series, "cat"), names(&chart), "{kind}");
            assert_eq!(copies(&xml, first + series, "tx"), [chart.series()[series].clone()]);
        }

        let workbook = bytes(&docx, "word/embeddings/diagram1.xlsx");
        let sheet = part(&workbook, "xl/worksheets/sheet1.xml");
        let cells = texts(&sheet, "v");
        let words = texts(&sheet, "t");
        for value in counts(&chart).iter().flatten() {
            assert!(cells.contains(value), "{kind}: {value} in {cells:?}");
        }
        for name in names(&chart).iter().chain(chart.series()) {
            assert!(words.contains(name), "{kind}: {name} in {words:?}");
        }

        let tree = pdf_text::structure(&pdf);
        let figures: Vec<_> = tree.all().into_iter().filter(|e| e.kind == "Figure").collect();
        let [figure] = figures[..] else { panic!("one figure") };
        assert_eq!(figure.alt, Some(chart.alternative_text()), "{kind}");
        for name in names(&chart) {
            assert!(figure.text().contains(&name), "{kind}: {name} in {}", figure.text());
        }

        let (_, pieces) = drawn(&pdf);
        for value in chart.points().iter().flat_map(|point| &point.values) {
            let Some(count) = value.count() else { continue };
            let shown = grouped(u64::from(count));
            assert!(chart.alternative_text().contains(&shown), "{kind}: {shown}");
            assert!(pieces.iter().any(|piece| piece.text == shown), "{kind}: {shown} is drawn");
        }
        let all: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
        let all = all.join(" ");
        for name in names(&chart) {
            assert!(all.contains(&name), "{kind}: {name} in {all}");
        }
    }
}

#[test]
fn both_files_have_caption_and_notes_as_text_and_nothing_of_the_chart() {
    let mut with_notes = content(&["Klienter"], &[("2024", &["210"]), ("2025", &["189"])]);
    with_notes.notes = vec!["Första noten.".to_owned(), "Andra noten.".to_owned()];
    let chart = Chart::new(ChartKind::Columns, with_notes).expect("known values");
    let document = paper(&[chart, flow()]);
    let expected = document.lines();
    assert_eq!(
        expected[1..5],
        [
            "Klienter och nya klienter",
            "Första noten.",
            "Andra noten.",
            "Löpande text mellan diagrammen."
        ]
    );
    assert_eq!(pdf_text::lines(&pdf(&document)), expected);
    let word: Vec<String> = body_text(&docx(&document))
        .lines()
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect();
    assert_eq!(word, expected);
}

#[test]
fn a_value_that_is_not_known_has_no_bar_no_figure_and_no_cell() {
    let document = paper(&[reasons()]);
    let (pdf, docx) = (pdf(&document), docx(&document));
    assert_eq!(bars(&pdf).len(), 2, "neither a masked value nor 0 has a bar");
    let (_, pieces) = drawn(&pdf);
    assert!(pieces.iter().any(|piece| piece.text == "0"), "but 0 is known and written");
    assert!(!pieces.iter().any(|piece| piece.text.contains("färre")), "{pieces:?}");
    let xml = part(&docx, "word/charts/chart1.xml");
    let (_, values) = xml.split_once("<c:val>").expect("values");
    let (values, _) = values.split_once("</c:val>").expect("their end");
    assert_eq!(attributes(values, "c:pt", "idx"), ["0", "1", "3"]);
    assert_eq!(attributes(values, "c:ptCount", "val"), ["4"]);
    let sheet = part(&bytes(&docx, "word/embeddings/diagram1.xlsx"), "xl/worksheets/sheet1.xml");
    let cells = attributes(&sheet, "c", "r");
    assert!(cells.contains(&"A4".to_owned()) && !cells.contains(&"B4".to_owned()), "{cells:?}");
}

#[test]
fn nothing_known_is_no_chart_and_an_unknown_second_series_is_left_out() {
    let unknown = content(&["Klienter"], &[("2024", &["–"]), ("2025", &["färre än\u{a0}5"])]);
    assert_eq!(Chart::new(ChartKind::Columns, unknown), None);
    assert_eq!(Chart::new(ChartKind::Ranking, ChartContent::default()), None);
    let half =
        chart(ChartKind::Columns, &["Klienter", "Nya"], &[("2024", &["7", "–"]), ("2025", &["8"])]);
    assert_eq!(half.series(), ["Klienter"]);
    let (_, pieces) = drawn(&pdf(&paper(&[half])));
    assert!(!pieces.iter().any(|piece| piece.text == "Klienter"), "one series needs no legend");
}

#[test]
fn words_in_a_chart_that_look_like_markup_stay_words() {
    let hostile = "<b>&\"' #x *y* \\ $z ]]>";
    let chart = chart(ChartKind::Ranking, &[hostile], &[(hostile, &["3"])]);
    let document = paper(std::slice::from_ref(&chart));
    let xml = part(&docx(&document), "word/charts/chart1.xml");
    assert_eq!(copies(&xml, 0, "cat"), [hostile]);
    let (_, pieces) = drawn(&pdf(&document));
    assert!(pieces.iter().any(|piece| piece.text == hostile), "{pieces:?}");
}

#[test]
fn a_number_too_large_for_persons_has_no_bar() {
    let counts = ["999\u{a0}999\u{a0}999", "1\u{a0}000\u{a0}000\u{a0}000", "18446744073709551616"];
    let found = counts.map(|count| ChartValue::of(count).count());
    assert_eq!(found, [Some(999_999_999), None, None]);
}

#[test]
fn two_series_of_the_same_name_are_two_series() {
    let same = chart(ChartKind::Columns, &["Nya", "Nya"], &[("2025", &["7", "8"])]);
    assert!(same.alternative_text().ends_with("Nya: 7 år 2025. Nya: 8 år 2025."));
    let xml = part(&docx(&paper(&[same])), "word/charts/chart1.xml");
    assert_eq!([copies(&xml, 0, "val"), copies(&xml, 1, "val")], [["7"], ["8"]]);
    assert_eq!(attributes(&xml, "c:order", "val"), ["0", "1"]);
}
