//! The document tree and the profile as the JSON that the layout reads.

use serde_json::{Value, json};

use super::{Attachment, Error};
use crate::document::Document;
use crate::profile::Profile;
use crate::swedish::hyphenation::{self, Piece};

/// `document.json`: the document tree, with two additions. `attachment` has
/// name, media type and description of the attached file, or is null. In inline
/// text, a piece of the kind `unbroken` is literal text that takes no hyphen
/// before it or in it.
pub fn document(document: &Document, attachment: Option<&Attachment>) -> Result<Vec<u8>, Error> {
    check_properties(document)?;
    let mut tree = serde_json::to_value(document).map_err(|error| data(&error))?;
    mark_unbroken(&mut tree);
    if let Value::Object(fields) = &mut tree {
        let attachment = attachment.map(|file| {
            json!({
                "name": file.name,
                "media_type": file.media_type,
                "description": file.description,
            })
        });
        fields.insert("attachment".into(), json!(attachment));
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

/// Splits every inline text with a word that Typst would hyphenate wrongly.
/// Only inline text has the kind `text`.
fn mark_unbroken(value: &mut Value) {
    match value {
        Value::Array(items) => {
            let mut split = Vec::with_capacity(items.len());
            for mut item in items.drain(..) {
                if let Some(text) = inline_text(&item)
                    && let Some(pieces) = hyphenation::pieces(text)
                {
                    split.extend(pieces.into_iter().map(inline));
                } else {
                    mark_unbroken(&mut item);
                    split.push(item);
                }
            }
            *items = split;
        }
        Value::Object(fields) => fields.values_mut().for_each(mark_unbroken),
        _ => {}
    }
}

fn inline_text(value: &Value) -> Option<&str> {
    (value.get("kind")?.as_str()? == "text").then(|| value.get("content")?.as_str())?
}

fn inline(piece: Piece<'_>) -> Value {
    match piece {
        Piece::Free(text) => json!({ "kind": "text", "content": text }),
        Piece::Unbroken(text) => json!({ "kind": "unbroken", "content": text }),
    }
}
