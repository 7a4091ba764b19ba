//! Charts of invented figures, and papers that hold them.

use tjut::document::chart::{ChartContent, ChartKind, ChartPoint, ChartValue};
use tjut::document::{Block, Chart, Document, Inline};

use super::sample;

/// A chart's content, with values as templates show them.
pub fn content(series: &[&str], points: &[(&str, &[&str])]) -> ChartContent {
    let point = |(label, values): &(&str, &[&str])| ChartPoint {
        label: (*label).to_owned(),
        values: values.iter().map(|value| ChartValue::of(value)).collect(),
    };
    ChartContent {
        caption: "Klienter och nya klienter".to_owned(),
        description: "Antalet klienter varje år.".to_owned(),
        series: series.iter().map(ToString::to_string).collect(),
        points: points.iter().map(point).collect(),
        notes: Vec::new(),
    }
}

/// A chart, of which something must be known.
pub fn chart(kind: ChartKind, series: &[&str], points: &[(&str, &[&str])]) -> Chart {
    Chart::new(kind, content(series, points)).expect("a known value")
}

/// Clients and new clients, with a value missing and one in thousands.
pub fn years() -> Chart {
    chart(
        ChartKind::Columns,
        &["Klienter", "Nya klienter"],
        &[("2023", &["178", "–"]), ("2024", &["1\u{a0}210", "113"]), ("2025", &["189", "86"])],
    )
}

/// Reasons, the third of which is too few to be told.
pub fn reasons() -> Chart {
    chart(
        ChartKind::Ranking,
        &["Personer"],
        &[
            ("Ekonomi och skulder", &["57"]),
            ("Kontakter med myndigheter, sjukvård och andra som den enskilde behöver", &["40"]),
            ("Bostad", &["färre än\u{a0}5"]),
            ("Sysselsättning", &["0"]),
        ],
    )
}

/// The flow of a year.
pub fn flow() -> Chart {
    let stages: [(&str, &[&str]); 4] =
        [("Ingående", &["110"]), ("Nya", &["86"]), ("Avslutade", &["107"]), ("Utgående", &["89"])];
    chart(ChartKind::Flow, &["Klienter"], &stages)
}

/// The sample's particulars with a title and these charts, a paragraph between each.
pub fn paper(charts: &[Chart]) -> Document {
    let text = |words: &str| vec![Inline::Text(words.to_owned())];
    let mut blocks = vec![Block::Heading { level: 1, text: text("Titel") }];
    for chart in charts {
        blocks.push(Block::Chart(chart.clone()));
        blocks.push(Block::Paragraph { text: text("Löpande text mellan diagrammen.") });
    }
    Document { blocks, ..sample::document() }
}
