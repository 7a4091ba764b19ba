//! Differences as JSON, for other programs: `docs/jamforelse.md`.

use serde_json::{Value, json};

use super::{Change, Comparison, Group, Paragraph, Piece, Side, What, YearPair};

/// The differences as a JSON document.
#[must_use]
pub fn json(comparison: &Comparison) -> Value {
    json!({
        "format": "tjut-jämförelse",
        "version": 1,
        "gammal": side(&comparison.old),
        "ny": side(&comparison.new),
        "lika": comparison.is_same(),
        "siffror": comparison.figures.iter().map(pair).collect::<Vec<_>>(),
        "år_bara_i_gammal": comparison.years_gone,
        "år_bara_i_ny": comparison.years_come,
        "grupper": comparison.groups.iter().map(group).collect::<Vec<_>>(),
        "olästa": comparison.unread.iter().map(|unread| {
            json!({ "plats": unread.place, "rad": unread.line })
        }).collect::<Vec<_>>(),
        "inte_jämfört": comparison.unreadable,
    })
}

fn side(side: &Side) -> Value {
    json!({ "fil": side.name, "verksamhetsår": side.year, "maskerar_små_tal": side.masks })
}

fn pair(pair: &YearPair) -> Value {
    let figures = pair.changes.iter().map(|figure| {
        json!({
            "plats": figure.place,
            "beskrivning": figure.label,
            "enhet": if figure.is_kronor { "kronor" } else { "antal" },
            "gammal": figure.old,
            "ny": figure.new,
        })
    });
    json!({
        "år_gammal": pair.old,
        "år_ny": pair.new,
        "skillnader": figures.collect::<Vec<_>>(),
        "oförändrade": pair.same,
    })
}

fn group(group: &Group) -> Value {
    json!({
        "nyckel": group.key,
        "beskrivning": group.about,
        "skillnader": group.changes.iter().map(change).collect::<Vec<_>>(),
    })
}

fn change(change: &Change) -> Value {
    let mut said = json!({
        "plats": change.path,
        "beskrivning": change.about,
        "del": change.item,
        "rad_gammal": change.old_line,
        "rad_ny": change.new_line,
    });
    let what = match &change.what {
        What::Replaced { old, new } => json!({ "slag": "ändrat", "gammal": old, "ny": new }),
        What::Added(new) => json!({ "slag": "nytt", "ny": new }),
        What::Removed(old) => json!({ "slag": "borttaget", "gammal": old }),
        What::Reordered => json!({ "slag": "annan_ordning" }),
        What::Worded(paragraphs) => json!({
            "slag": "omskrivet",
            "stycken": paragraphs.iter().map(paragraph).collect::<Vec<_>>(),
        }),
    };
    if let (Some(said), Value::Object(what)) = (said.as_object_mut(), what) {
        said.extend(what);
    }
    said
}

fn paragraph(paragraph: &Paragraph) -> Value {
    let pieces = paragraph.pieces.iter().map(|piece| match piece {
        Piece::Same(words) => json!({ "lika": words }),
        Piece::Removed(words) => json!({ "borttaget": words }),
        Piece::Added(words) => json!({ "nytt": words }),
    });
    json!({ "nummer": paragraph.number, "delar": pieces.collect::<Vec<_>>() })
}
