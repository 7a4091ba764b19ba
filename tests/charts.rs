//! Charts: the same figures in words, in the PDF, in Word's chart and in its workbook.

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use support::charts::{chart, content, flow, paper, reasons, years};
use support::docx_text::{self, attributes, body_text, bytes, part, part_names, texts};
use support::pdf_drawing::{Rectangle, drawn};
use support::pdf_text;
use tjut::document::chart::{Content, Kind, Point, Value};
use tjut::document::{Block, Chart, Document, Inline};
use tjut::pdf::Typesetter;
use tjut::profile::Profile;
use tjut::swedish::grouped;

/// One point and a little more: what rounding may add.
const ROUNDING: f32 = 0.1;

fn pdf(document: &Document) -> Vec<u8> {
    let typesetter = Typesetter::standard().expect("the fonts that are built in");
    typesetter.pdf(document, &Profile::standard()).expect("a PDF")
}

fn docx(document: &Document) -> Vec<u8> {
    tjut::docx::write(document, &Profile::standard()).expect("a Word file")
}

/// The counts of each series, as texts.
fn counts(chart: &Chart) -> Vec<Vec<String>> {
    let shown = |series| chart.counts(series).flatten().map(|count| count.to_string()).collect();
    (0..chart.series().len()).map(shown).collect()
}

fn names(chart: &Chart) -> Vec<String> {
    chart.points().iter().map(|point| point.label.clone()).collect()
}

/// What a series of a Word chart copies from the cells that it refers to.
fn copies(xml: &str, series: usize, kind: &str) -> Vec<String> {
    let series = xml.split("<c:ser>").nth(series + 1).expect("a series");
    let start = series.split_once(&format!("<c:{kind}>")).expect("the kind").1;
    texts(start.split_once(&format!("</c:{kind}>")).expect("an end").0, "c:v")
}

/// The bars in a PDF, without the squares in front of the series' names.
fn bars(bytes: &[u8]) -> Vec<Rectangle> {
    let colours = Profile::standard().colours.chart.map(|digits| rgb(&digits));
    let (rectangles, _) = drawn(bytes);
    let is_bar = |bar: &Rectangle| colours.contains(&bar.colour) && !is_square(bar);
    rectangles.into_iter().filter(is_bar).collect()
}

fn is_square(bar: &Rectangle) -> bool {
    (bar.width - bar.height).abs() < 0.01 && bar.width < 10.0
}

fn rgb(digits: &str) -> [u8; 3] {
    [0, 2, 4].map(|at| u8::from_str_radix(&digits[at..at + 2], 16).expect("a colour"))
}

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
fn word_its_workbook_and_the_pdf_have_the_figures_of_the_block() {
    for (kind, chart) in [("years", years()), ("reasons", reasons()), ("flow", flow())] {
        let document = paper(std::slice::from_ref(&chart));
        let (pdf, docx) = (pdf(&document), docx(&document));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("charts");
        // Kept on disk to be opened and checked by other programs.
        std::fs::create_dir_all(&folder).expect("the target folder can be written to");
        std::fs::write(folder.join(format!("{kind}.pdf")), &pdf).expect("a file");
        std::fs::write(folder.join(format!("{kind}.docx")), &docx).expect("a file");

        let xml = part(&docx, "word/charts/chart1.xml");
        // In a flow, what the bars stand on comes first.
        let first = usize::from(chart.kind() == Kind::Flow);
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
        assert_eq!(figure.text(), "", "{kind}: the words of the chart are artifacts");

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
    let chart = Chart::new(Kind::Columns, with_notes).expect("known values");
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
        let chart = chart(Kind::Flow, &["Klienter"], &stages);
        assert_eq!(chart.kind(), Kind::Columns, "{after}");
        let bars = bars(&pdf(&paper(&[chart])));
        assert!(bars.iter().all(|bar| (bar.y - bars[0].y).abs() < ROUNDING), "{after}");
    }
}

#[test]
fn the_bars_of_a_flow_in_word_follow_an_edited_count() {
    let docx = docx(&paper(&[flow()]));
    let sheet = part(&bytes(&docx, "word/embeddings/diagram1.xlsx"), "xl/worksheets/sheet1.xml");
    assert_eq!(
        texts(&sheet, "f"),
        ["0", "B2", "B2", "B2+B3", "B2+B3-B4", "B2+B3", "0", "B5"],
        "what bars stand on and how high they reach"
    );
    let xml = part(&docx, "word/charts/chart1.xml");
    assert_eq!(copies(&xml, 0, "val"), ["0", "110", "89", "0"]);
    assert_eq!(copies(&xml, 2, "val"), ["110", "196", "196", "89"]);
    assert_eq!(texts(&xml, "a:t"), ["110", "86", "107", "89"], "the figures above the bars");
    assert_eq!(texts(&xml, "c15:f"), ["Blad1!$B$2:$B$5"]);
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
    assert_eq!(Chart::new(Kind::Columns, unknown), None);
    assert_eq!(Chart::new(Kind::Ranking, Content::default()), None);
    let half =
        chart(Kind::Columns, &["Klienter", "Nya"], &[("2024", &["7", "–"]), ("2025", &["8"])]);
    assert_eq!(half.series(), ["Klienter"]);
    let (_, pieces) = drawn(&pdf(&paper(&[half])));
    assert!(!pieces.iter().any(|piece| piece.text == "Klienter"), "one series needs no legend");
}

#[test]
fn drawings_have_ids_and_descriptions_of_their_own() {
    let charts = [years(), reasons(), flow()];
    let docx = docx(&paper(&charts));
    let xml = part(&docx, "word/document.xml");
    let ids = attributes(&xml, "wp:docPr", "id");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), charts.len());
    let expected: Vec<String> = charts.iter().map(Chart::alternative_text).collect();
    assert_eq!(attributes(&xml, "wp:docPr", "descr"), expected);
    let titles = attributes(&xml, "wp:docPr", "title");
    assert!(titles.iter().all(|title| title == "Klienter och nya klienter"));
    let related = attributes(&part(&docx, "word/_rels/document.xml.rels"), "Relationship", "Id");
    for id in attributes(&xml, "c:chart", "r:id") {
        assert!(related.contains(&id), "{id}");
    }
    insta::assert_snapshot!(part_names(&docx).join("\n"));
}

#[test]
fn caption_chart_and_notes_stay_on_one_page_in_word() {
    let mut with_note = content(&["Klienter"], &[("2025", &["189"])]);
    with_note.notes = vec!["En not.".to_owned()];
    let docx = docx(&paper(&[Chart::new(Kind::Columns, with_note).expect("a value")]));
    let xml = part(&docx, "word/document.xml");
    assert!(xml.contains("<w:pStyle w:val=\"Diagram\"/><w:keepNext/>"), "with the note");
    let styles = part(&docx, "word/styles.xml");
    let caption = styles.split("w:styleId=\"Caption\"").nth(1).expect("the style");
    let caption = caption.split_once("</w:style>").expect("its end").0;
    assert!(caption.contains("<w:keepNext/>"), "with the chart");
}

#[test]
fn a_chart_is_as_large_in_word_as_in_the_pdf() {
    for chart in [years(), reasons(), flow()] {
        let drawing = chart.drawing(&Profile::standard());
        let xml = part(&docx(&paper(&[chart])), "word/document.xml");
        let size = |name| attributes(&xml, "wp:extent", name)[0].parse::<i64>().expect("a length");
        assert_eq!([size("cx"), size("cy")], [drawing.width * 360, drawing.height * 360]);
        assert_eq!(drawing.width, 15_000);
    }
}

#[test]
fn a_chart_of_any_labels_stays_within_its_page() {
    let fonts = ["Åwiöm", "ЖШЩЮФ", "ΩΨΦΣΞ", "ǅǄŊŒ", "WWWWW", "iiiii"];
    for letters in fonts {
        let unbroken = letters.repeat(60);
        let words = format!("{letters} ").repeat(50);
        let point = |label: &str, count| Point {
            label: label.to_owned(),
            values: vec![Value::Count(count), Value::Count(u32::MAX)],
        };
        let points =
            (0..100).flat_map(|n| [point(&unbroken, 900 - n), point(words.trim(), u32::MAX - n)]);
        let content = Content {
            series: vec![unbroken.clone(), words.clone()],
            points: points.collect(),
            ..content(&[], &[])
        };
        for kind in [Kind::Ranking, Kind::Columns, Kind::Flow] {
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
    let years = chart(Kind::Columns, &series, &points);
    assert_eq!((years.points().len(), years.points()[0].label.as_str()), (10, "2016"));
    assert_eq!(years.notes(), ["Diagrammet visar de 10 sista av 14."]);
    let rows = chart(Kind::Ranking, &series, &points);
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

#[test]
fn words_in_a_chart_that_look_like_markup_stay_words() {
    let hostile = "<b>&\"' #x *y* \\ $z ]]>";
    let chart = chart(Kind::Ranking, &[hostile], &[(hostile, &["3"])]);
    let document = paper(std::slice::from_ref(&chart));
    let xml = part(&docx(&document), "word/charts/chart1.xml");
    assert_eq!(copies(&xml, 0, "cat"), [hostile]);
    let (_, pieces) = drawn(&pdf(&document));
    assert!(pieces.iter().any(|piece| piece.text == hostile), "{pieces:?}");
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
fn nothing_in_a_workbook_points_outside_it() {
    let docx = docx(&paper(&[flow()]));
    let workbook = bytes(&docx, "word/embeddings/diagram1.xlsx");
    assert_eq!(
        docx_text::part_names(&workbook),
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "xl/worksheets/sheet1.xml",
            "xl/styles.xml",
        ]
    );
    for (package, name) in [
        (&workbook, "_rels/.rels"),
        (&workbook, "xl/_rels/workbook.xml.rels"),
        (&docx, "word/charts/_rels/chart1.xml.rels"),
    ] {
        assert!(attributes(&part(package, name), "Relationship", "TargetMode").is_empty());
    }
}
