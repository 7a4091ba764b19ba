//! Charts, in both formats, bar by bar.

use crate::papers;
use crate::support::docx_text::{self, part};
use crate::support::expected;
use crate::support::pdf_drawing::drawn;
use crate::support::pdf_text;
use tjut::swedish::grouped;

/// A chart in Word: the names and values that each series copies from its cells.
fn series(xml: &str) -> Vec<(String, Vec<String>, Vec<Option<u64>>)> {
    let inside = |text: &str, element: &str| -> Option<String> {
        let (_, rest) = text.split_once(&format!("<c:{element}>"))?;
        Some(rest.split_once(&format!("</c:{element}>"))?.0.to_owned())
    };
    let points = |text: &str| -> Vec<Option<String>> {
        let (_, rest) = text.split_once("<c:ptCount val=\"").expect("how many points");
        let count: usize = rest.split_once('"').expect("an end").0.parse().expect("a number");
        let mut points = vec![None; count];
        for point in text.split("<c:pt idx=\"").skip(1) {
            let (index, rest) = point.split_once('"').expect("an end");
            let index: usize = index.parse().expect("a number");
            points[index] = docx_text::texts(rest, "c:v").into_iter().next();
        }
        points
    };
    let one = |xml: &str| {
        let name = points(&inside(xml, "tx").expect("a name")).remove(0).expect("a name");
        let names = points(&inside(xml, "cat").expect("names")).into_iter().flatten().collect();
        let values = points(&inside(xml, "val").expect("values")).into_iter();
        (name, names, values.map(|value| value.map(|v| v.parse().expect("a count"))).collect())
    };
    xml.split("<c:ser>").skip(1).map(one).collect()
}

/// The numbers in a column of a workbook, below the header.
fn column(sheet: &str, letter: char, rows: usize) -> Vec<Option<u64>> {
    let cell = |row: usize| {
        let (_, rest) = sheet.split_once(&format!("<c r=\"{letter}{row}\""))?;
        let cell = rest.split_once("</c>").map_or(rest, |(cell, _)| cell);
        docx_text::texts(cell, "v").first()?.parse().ok()
    };
    (2..rows + 2).map(cell).collect()
}

/// Whether an alternative text says a value of a series for a year or a stage.
fn told(alt: &str, series: &str, point: &str, shown: &str) -> bool {
    if let Ok(year) = point.parse::<i32>() {
        let values =
            alt.split_once(&format!("{series}: ")).and_then(|(_, rest)| rest.split('.').next());
        return values
            .is_some_and(|values| format!(" {values}").contains(&format!(" {shown} år {year}")));
    }
    let said = point.trim_start_matches(['+', '−', ' ']);
    let sign = match point.chars().next() {
        Some('+') => "plus ",
        Some('−') => "minus ",
        _ => "",
    };
    alt.contains(&format!("{said}: {sign}{shown}."))
}

#[test]
fn the_charts_are_those_of_the_facts_bar_by_bar() {
    let mut charts = 0;
    for (year_file, files) in papers() {
        let expected = expected::charts(files.paper, year_file.facts(), year_file.has_all_charts);
        let tree = pdf_text::structure(files.pdf);
        let figures: Vec<_> = tree.all().into_iter().filter(|e| e.kind == "Figure").collect();
        let alts: Vec<&String> = figures.iter().filter_map(|figure| figure.alt.as_ref()).collect();
        let names = docx_text::part_names(files.docx);
        let in_word = names.iter().filter(|name| name.starts_with("word/charts/chart")).count();
        let place = format!("{}, {}", year_file.name, files.paper);
        assert_eq!((alts.len(), in_word), (expected.len(), expected.len()), "{place}");
        let captions = docx_text::body_text(files.docx);
        let (_, pieces) = drawn(files.pdf);

        for (index, chart) in expected.iter().enumerate() {
            let place = format!("{place}: {}", chart.caption);
            assert!(captions.lines().any(|line| line.starts_with(chart.caption)), "{place}");
            let xml = part(files.docx, &format!("word/charts/chart{}.xml", index + 1));
            let workbook =
                docx_text::bytes(files.docx, &format!("word/embeddings/diagram{}.xlsx", index + 1));
            let sheet = part(&workbook, "xl/worksheets/sheet1.xml");
            let found = series(&xml);
            for ((name, values), letter) in chart.series.iter().zip('B'..) {
                let series = found.iter().find(|(found, _, _)| found == name).expect(&place);
                assert_eq!((&series.1, &series.2), (&chart.names, values), "{place}, {name}");
                assert_eq!(&column(&sheet, letter, values.len()), values, "{place}, {name}");
                for (point, value) in chart.names.iter().zip(values) {
                    let Some(value) = value else { continue };
                    let shown = grouped(*value);
                    let is_told = told(alts[index], name, point, &shown);
                    assert!(is_told, "{place}, {point} {shown} in {:?}", alts[index]);
                    assert!(pieces.iter().any(|piece| piece.text == shown), "{place}: {shown}");
                }
            }
            charts += 1;
        }
    }
    assert!(charts >= 15, "{charts}");
}
