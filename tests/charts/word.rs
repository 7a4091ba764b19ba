//! What only Word's charts have: drawings, workbooks, formulas.

use std::collections::BTreeSet;

use tjut::document::Chart;
use tjut::document::chart::ChartKind;
use tjut::profile::Profile;

use crate::support::charts::{chart, content, flow, paper, reasons, years};
use crate::support::docx_text::{attributes, bytes, part, part_names, texts};
use crate::{copies, docx};

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
    let docx = docx(&paper(&[Chart::new(ChartKind::Columns, with_note).expect("a value")]));
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
fn nothing_in_a_workbook_points_outside_it() {
    let docx = docx(&paper(&[flow()]));
    let workbook = bytes(&docx, "word/embeddings/diagram1.xlsx");
    assert_eq!(
        part_names(&workbook),
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

#[test]
fn names_that_look_like_formulas_are_text_in_the_workbook() {
    let names = ["=1+1", "+2", "-3", "@SUM(A1)", "=HYPERLINK(\"x\")", "'5"];
    let points: Vec<(&str, &[&str])> =
        names.iter().map(|name| (*name, &["7"] as &[&str])).collect();
    let docx = docx(&paper(&[chart(ChartKind::Columns, &["=A1", "-B"], &points)]));
    let sheet = part(&bytes(&docx, "word/embeddings/diagram1.xlsx"), "xl/worksheets/sheet1.xml");
    assert_eq!(texts(&sheet, "f"), [""; 0], "no formulas");
    assert_eq!(texts(&sheet, "t"), [&["=A1"], names.as_slice()].concat());
    let kinds = attributes(&sheet, "c", "t");
    assert_eq!(kinds, vec!["inlineStr"; names.len() + 1]);
}
