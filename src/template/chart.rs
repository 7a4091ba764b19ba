//! The special block `diagram`.

use super::special::filled_lines;
use super::tree::plain_line;
use crate::document::Chart;
use crate::document::chart::{Content, Kind, Point, Value};

/// A kind of chart that there is none of.
pub(super) struct UnknownKind;

/// Reads lines that begin with what they are: `slag`, `rubrik`, `beskrivning`,
/// `serier`, `punkt`, `not`. Names and values are divided by ` | `. Nothing when no
/// value is known.
pub(super) fn chart(lines: &[String]) -> Result<Option<Chart>, UnknownKind> {
    let mut kind = None;
    let mut content = Content::default();
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
        Some("staplar") => Kind::Columns,
        Some("rangordning") => Kind::Ranking,
        Some("flöde") => Kind::Flow,
        _ => return Err(UnknownKind),
    };
    Ok(Chart::new(kind, content))
}

fn point(words: &str) -> Point {
    let mut cells = cells(words);
    let label = cells.next().unwrap_or_default();
    Point { label, values: cells.map(|cell| Value::of(&cell)).collect() }
}

/// A value that a template shows as nothing leaves only the mark before it.
fn cells(words: &str) -> impl Iterator<Item = String> {
    words.trim_end_matches(" |").split(" | ").map(plain_line)
}
