//! The document tree and the profile as the JSON that the layout reads.

use serde_json::{Value, json};

use super::{Attachment, Error, chart};
use crate::document::{Block, Document, plain, signature_rows};
use crate::profile::Profile;
use crate::swedish::hyphenation::{self, Piece};

/// `document.json`: the document tree, with additions. `attachment` has
/// name, media type and description of the attached file, or is null. A table has
/// its columns' `widths` in per cent, a chart has what [`chart::fields`] adds, and
/// signatures have the `rows` they stand in. `overlong` tells whether any text has a
/// run of letters that is longer than a column may be. In inline text, a piece of the
/// kind `breakable` is literal text of which every syllable may follow a hyphen, and
/// one of the kind `hyphen` is a typed hyphen.
pub fn document(
    document: &Document,
    profile: &Profile,
    attachment: Option<&Attachment>,
) -> Result<Vec<u8>, Error> {
    check_properties(document)?;
    let mut tree = serde_json::to_value(document).map_err(|error| data(&error))?;
    let overlong = has_overlong(&tree) || document.blocks.iter().any(has_overlong_heading);
    mark_breakable(&mut tree);
    add_arrangement(&mut tree, &document.blocks, profile);
    if let Value::Object(fields) = &mut tree {
        let attachment = attachment.map(|file| {
            json!({
                "name": file.name,
                "media_type": file.media_type,
                "description": file.description,
            })
        });
        fields.insert("attachment".into(), json!(attachment));
        fields.insert("overlong".into(), json!(overlong));
    }
    serde_json::to_vec(&tree).map_err(|error| data(&error))
}

/// `profile.json`.
pub fn profile(profile: &Profile) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(profile).map_err(|error| data(&error))
}

/// The properties are also written as XMP, and a character that XML 1.0 does
/// not have (<https://www.w3.org/TR/xml/#charsets>) would make that unreadable.
fn check_properties(document: &Document) -> Result<(), Error> {
    let properties = &document.properties;
    let texts = [&properties.title, &properties.author, &properties.subject];
    let forbidden = |c: &char| {
        let is_control = c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{7f}');
        is_control || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    let mut characters =
        texts.into_iter().chain(&properties.keywords).flat_map(|text| text.chars());
    characters.find(forbidden).map_or(Ok(()), |c| {
        let code = u32::from(c);
        Err(Error::Data(format!("tecknet U+{code:04X} får inte stå i filens egenskaper")))
    })
}

fn data(error: &serde_json::Error) -> Error {
    Error::Data(error.to_string())
}

/// What both writers must arrange alike is worked out once, by the tree.
fn add_arrangement(tree: &mut Value, blocks: &[Block], profile: &Profile) {
    let values = tree.get_mut("blocks").and_then(Value::as_array_mut).into_iter().flatten();
    for (value, block) in values.zip(blocks) {
        let Some(fields) = value.as_object_mut() else { continue };
        match block {
            Block::Table(table) => {
                fields.insert("widths".into(), json!(table.widths()));
            }
            Block::Chart(chart) => {
                let added = chart::fields(chart, profile);
                fields.extend(added.map(|(name, value)| (name.to_owned(), value)));
            }
            Block::Signatures { signatures } => {
                fields.insert("rows".into(), json!(signature_rows(signatures)));
            }
            _ => {}
        }
    }
}

/// From this many letters without a space on, a text may be longer than the column
/// it stands in.
const OVERLONG: usize = 36;

/// Whether any text has a run of letters that the layout must be ready to divide,
/// which costs it time.
fn has_overlong(tree: &Value) -> bool {
    match tree {
        Value::String(text) => has_long_run(text),
        Value::Array(items) => items.iter().any(has_overlong),
        Value::Object(fields) => fields.values().any(has_overlong),
        _ => false,
    }
}

/// The same for a heading, whose words may be put together of several pieces.
fn has_overlong_heading(block: &Block) -> bool {
    matches!(block, Block::Heading { text, .. } if has_long_run(&plain(text)))
}

fn has_long_run(text: &str) -> bool {
    text.split_whitespace().any(|run| run.chars().count() >= OVERLONG)
}

/// Splits every inline text by where it may be hyphenated.
/// Only inline text has the kind `text`.
fn mark_breakable(value: &mut Value) {
    match value {
        Value::Array(items) => {
            let mut split = Vec::with_capacity(items.len());
            for mut item in items.drain(..) {
                if let Some(text) = inline_text(&item) {
                    split.extend(hyphenation::pieces(text).into_iter().flat_map(inline));
                } else {
                    mark_breakable(&mut item);
                    split.push(item);
                }
            }
            *items = split;
        }
        // A heading is read at a glance, and stays whole.
        Value::Object(fields) if fields.get("kind") == Some(&json!("heading")) => {}
        Value::Object(fields) => fields.values_mut().for_each(mark_breakable),
        _ => {}
    }
}

fn inline_text(value: &Value) -> Option<&str> {
    (value.get("kind")?.as_str()? == "text").then(|| value.get("content")?.as_str())?
}

/// The inline values of a piece: typed hyphens stand by themselves.
fn inline(piece: Piece<'_>) -> Vec<Value> {
    let value = |kind: &str, text: &str| json!({ "kind": kind, "content": text });
    match piece {
        Piece::Breakable(text) => vec![value("breakable", text)],
        Piece::Unbroken(text) => text
            .split_inclusive('-')
            .flat_map(|part| match part.strip_suffix('-') {
                Some(before) => vec![value("text", before), value("hyphen", "-")],
                None => vec![value("text", part)],
            })
            .filter(|value| value["content"] != "")
            .collect(),
    }
}
