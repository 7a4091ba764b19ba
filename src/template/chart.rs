//! The special block `diagram`.

use super::special::filled_lines;
use super::tree::plain_line;
use crate::document::Chart;
use crate::document::chart::{ChartContent, ChartKind, ChartPoint, ChartValue};

/// A kind of chart that there is none of.
pub(super) struct UnknownKind;

/// Reads lines that begin with what they are: `slag`, `rubrik`, `beskrivning`,
/// `serier`, `punkt`, `not`. Names and values are divided by ` | `. Nothing when no
/// value is known.
pub(super) fn chart(lines: &[String]) -> Result<Option<Chart>, UnknownKind> {
    let mut kind = None;
    let mut content = ChartContent::default();
    for line in filled_lines(lines) {
        let (what, words) = line.split_once(':').unwrap_or((line, ""));
        let words = words.trim_matches(' ');
        match what.trim() {
            "slag" => kind = Some(words),
            "rubrik" => content.caption = plain_line(words),
            "beskrivning" => content.description = plain_line(words),
            "serier" => content.series = cells(words).collect(),
            "punkt" => content.points.push(point(words)),
            "not" => content.notes.push(plain_line(words)),
            _ => {}
        }
    }
    let kind = match kind {
        Some("staplar") => ChartKind::Columns,
        Some("rangordning") => ChartKind::Ranking,
        Some("flöde") => ChartKind::Flow,
        _ => return Err(UnknownKind),
    };
    Ok(Chart::new(kind, content))
}

fn point(words: &str) -> ChartPoint {
    let mut cells = cells(words);
    let label = cells.next().unwrap_or_default();
    ChartPoint { label, values: cells.map(|cell| ChartValue::of(&cell)).collect() }
}

/// A value that a template shows as nothing leaves only the mark before it.
fn cells(words: &str) -> impl Iterator<Item = String> {
    words.trim_end_matches(" |").split(" | ").map(plain_line)
}

#[cfg(test)]
mod tests {
    use super::super::tree;
    use super::*;
    use crate::document::Block;

    fn read(lines: &str) -> Vec<Block> {
        let markdown = format!("# Titel\n\n```diagram\n{lines}\n```\n");
        let content = tree::paper(&markdown).unwrap_or_else(|error| panic!("{}", error.what));
        content.blocks.into_iter().skip(1).collect()
    }

    #[test]
    fn the_lines_of_a_block_are_a_chart() {
        let blocks = read(
            "slag: staplar\nrubrik: Klienter 2024–2025\nbeskrivning: Antalet.\n\
             serier: Klienter | Nya klienter\npunkt: 2024 | 1\u{a0}210 | \npunkt: 2025 | färre än\u{a0}5 | 86\nnot: En *not*.",
        );
        let point = |label: &str, values: [ChartValue; 2]| ChartPoint {
            label: label.to_owned(),
            values: values.to_vec(),
        };
        let content = ChartContent {
            caption: "Klienter 2024–2025".to_owned(),
            description: "Antalet.".to_owned(),
            series: vec!["Klienter".to_owned(), "Nya klienter".to_owned()],
            points: vec![
                point("2024", [ChartValue::Count(1210), ChartValue::Unstated(String::new())]),
                point(
                    "2025",
                    [ChartValue::Unstated("färre än\u{a0}5".to_owned()), ChartValue::Count(86)],
                ),
            ],
            notes: vec!["En not.".to_owned()],
        };
        assert_eq!(
            blocks,
            [Block::Chart(Chart::new(ChartKind::Columns, content).expect("values"))]
        );
    }

    #[test]
    fn a_block_without_a_known_value_is_nothing() {
        for kind in ["staplar", "rangordning", "flöde"] {
            assert_eq!(read(&format!("slag: {kind}\nserier: K\npunkt: 2024 | –")), []);
        }
    }

    #[test]
    fn a_kind_that_there_is_none_of_is_refused() {
        for line in ["slag: tårta", "slag:", "punkt: 2024 | 7"] {
            let markdown = format!("# Titel\n\n```diagram\n{line}\n```\n");
            let refused = tree::paper(&markdown).err().expect("a refusal");
            insta::allow_duplicates! {
                insta::assert_snapshot!(format!("{}\n{}", refused.what, refused.hint), @r"
                ett diagram av ett slag som inte finns
                Skriv ett av slagen: staplar, rangordning, flöde. Exempel: slag: staplar
                ");
            }
        }
    }
}
