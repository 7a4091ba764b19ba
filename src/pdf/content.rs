//! The document tree and the profile as the JSON that the layout reads.

use serde_json::{Value, json};

use super::place::{WordPlace, WordPlaces};
use super::word_division::WordDivision;
use super::world::TypstResources;
use super::{Attachment, Error, SignatureFields, chart, paragraph_end};
use crate::document::{Block, Document, Signature, Table, linked, plain, signature_rows};
use crate::profile::{AddressFooter, Profile};

/// `document.json`: the document tree, with additions. `attachment` has
/// name, media type and description of the attached file, or is null. A table has
/// its columns' `widths` in per cent and whether it `stays_whole` and else
/// `repeats_header` on each page, `parts_rows` that no page holds and has `rows_stay`, which rows share a page with the next, a chart has what [`chart::fields`] adds, and signatures have
/// the `rows` they stand in. In inline text, a piece of the kind `breakable` is literal
/// text of which every syllable may follow a hyphen, one of the kind `hyphen` is a
/// typed hyphen, and one of the kind `together` has pieces that share a line. A text with words that are too wide for their place is inline text too.
/// `has_marks` tells whether any text has a [mark](super::word_division::MARK), where a line
/// may end; a heading has `divided_from` instead, the number of letters from which on its
/// words may be divided. `address_footer` has the columns of lines at the foot of the first page, if it has any. Places to sign have a `field`, or a row of signatures `fields`,
/// when they are to be fields in the PDF: where the layout's link for it goes. The running head has its `text`, as much as there is room for.
pub fn document(
    document: &Document,
    profile: &Profile,
    attachment: Option<&Attachment>,
    resources: &TypstResources,
    signature_fields: Option<&mut SignatureFields>,
) -> Result<Vec<u8>, Error> {
    check_properties(document)?;
    let mut tree = serde_json::to_value(document).map_err(|error| data(&error))?;
    let places = WordPlaces::of(profile);
    let mut division = WordDivision::new(resources);
    mark_breakable(&mut tree, &places, places.running(), &mut division);
    add_arrangement(&mut tree, &document.blocks, profile);
    divide(&mut tree, &document.blocks, &places, &mut division);
    if let Some(fields) = signature_fields {
        add_signature_fields(&mut tree, &document.blocks, fields);
    }
    if let Some(draft) = &document.draft {
        add_arrangement(&mut tree["draft"], &draft.blocks, profile);
        divide(&mut tree["draft"], &draft.blocks, &places, &mut division);
    }
    tree["running_head"]["text"] = running_head(document, profile, &mut division);
    tree["address_footer"] = address_footer(document, profile, &mut division);
    if let Value::Object(fields) = &mut tree {
        let attachment = attachment.map(|file| {
            json!({
                "name": file.name,
                "media_type": file.media_type,
                "description": file.description,
            })
        });
        fields.insert("attachment".into(), json!(attachment));
        fields.insert("has_marks".into(), json!(division.has_marked));
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
    let texts = texts.into_iter().chain(&properties.reference);
    let forbidden = |c: &char| {
        let is_control = c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{7f}');
        is_control || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    let mut characters = texts.chain(&properties.keywords).flat_map(|text| text.chars());
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

/// Says of each place to sign where the layout's link for it goes.
fn add_signature_fields(
    tree: &mut Value,
    blocks: &[Block],
    signature_fields: &mut SignatureFields,
) {
    let values = tree.get_mut("blocks").and_then(Value::as_array_mut).into_iter().flatten();
    for (value, block) in values.zip(blocks) {
        match block {
            Block::Signatures { signatures } => {
                let mut persons = signatures.iter();
                for row in items(value, "rows") {
                    let places = if row["right"].is_null() { 1 } else { 2 };
                    let of = |person: &Signature| {
                        format!("Underskrift av {}, {}", person.name, person.position)
                    };
                    let links = persons.by_ref().take(places).map(of);
                    row["fields"] =
                        links.map(|description| signature_fields.next(description)).collect();
                }
            }
            Block::SigningForm { fields } => {
                for (value, field) in items(value, "fields").iter_mut().zip(fields) {
                    if field.is_for_signature() {
                        value["field"] = signature_fields.next(field.label.clone());
                    }
                }
            }
            _ => {}
        }
    }
}

/// Lets words that are too wide for their place be divided there.
fn divide(
    tree: &mut Value,
    blocks: &[Block],
    places: &WordPlaces<'_>,
    division: &mut WordDivision<'_>,
) {
    let values = tree.get_mut("blocks").and_then(Value::as_array_mut).into_iter().flatten();
    for (value, block) in values.zip(blocks) {
        match block {
            Block::Letterhead(_) => divide_letterhead(value, places, division),
            Block::Heading { level, text } => {
                let shortest = division.shortest_too_wide(&plain(text), places.heading(*level));
                value["divided_from"] = json!(shortest);
            }
            Block::Fields { .. } => {
                for row in items(value, "rows") {
                    division.divide(row.get_mut("label"), places.label());
                }
            }
            Block::Contacts { .. } => {
                for contact in items(value, "contacts") {
                    division.divide(contact.get_mut("label"), places.contact());
                }
            }
            Block::Table(table) => {
                let lines = lines(table, places, division);
                value["stays_whole"] = json!(table.stays_whole() && places.page_holds(&lines));
                value["rows_stay"] = json!(rows_that_stay(table, &lines, places));
                let header = lines.get(1).copied().unwrap_or_default();
                let mut rows = lines.iter().skip(2).take(table.rows.len());
                let parts_rows = !rows.all(|row| places.page_holds(&[header, *row]));
                value["parts_rows"] = json!(parts_rows);
                // Above each of its rows, and these must have room too.
                value["repeats_header"] = json!(places.page_holds(&[header, header]));
                divide_cells(value, &table.widths(), places, division);
                divide_around(value, places, division);
            }
            Block::Chart(_) => divide_around(value, places, division),
            Block::Signatures { .. } => {
                for row in items(value, "rows") {
                    let is_alone = row.get("right").is_none_or(Value::is_null);
                    let [across, _] = places.signing();
                    let left = if is_alone { across } else { places.signature(0) };
                    for (side, place) in [("left", left), ("right", places.signature(1))] {
                        for line in items(row, side) {
                            division.divide(Some(line), place);
                        }
                    }
                }
            }
            Block::SigningForm { .. } => {
                let [filled_in, label] = places.signing();
                for field in items(value, "fields") {
                    division.divide(field.get_mut("value"), filled_in);
                    division.divide(field.get_mut("label"), label);
                }
            }
            Block::Paragraph { .. } | Block::List(_) => {}
        }
    }
}

fn divide_letterhead(value: &mut Value, places: &WordPlaces<'_>, division: &mut WordDivision<'_>) {
    for (number, row) in items(value, "rows").iter_mut().enumerate() {
        for (column, side) in ["left", "right"].into_iter().enumerate() {
            let Some(group) = row.get_mut(side) else { continue };
            let is_large = number == 0 && column == 1;
            division.divide(group.get_mut("label"), places.letterhead(column, is_large));
            for line in items(group, "lines") {
                division.divide(Some(line), places.letterhead(column, false));
                let links = line.as_str().map(linked).filter(|pieces| pieces.len() > 1);
                if let Some(pieces) = links {
                    *line = json!(pieces);
                }
            }
        }
    }
}

fn divide_cells(
    value: &mut Value,
    widths: &[usize],
    places: &WordPlaces<'_>,
    division: &mut WordDivision<'_>,
) {
    let place = |column: usize, is_bold| {
        places.cell(widths.get(column).copied().unwrap_or_default(), is_bold)
    };
    for (number, column) in items(value, "columns").iter_mut().enumerate() {
        division.divide(column.get_mut("header"), place(number, true));
    }
    for row in items(value, "rows") {
        let is_sum = row.get("is_sum") == Some(&json!(true));
        division.divide(row.get_mut("header"), place(0, is_sum));
        for (number, cell) in items(row, "cells").iter_mut().enumerate() {
            division.divide(Some(cell), place(number + 1, is_sum));
        }
    }
}

/// How many lines the caption, the header, each row and each note of a table take.
fn lines(table: &Table, places: &WordPlaces<'_>, division: &WordDivision<'_>) -> Vec<f64> {
    let widths = table.widths();
    let highest = |texts: &mut dyn Iterator<Item = &String>, is_bold: bool| {
        let cells = texts.zip(&widths);
        let lines = cells.map(|(text, width)| division.lines(text, places.cell(*width, is_bold)));
        lines.fold(1.0, f64::max)
    };
    let header = highest(&mut table.columns.iter().map(|column| &column.header), true);
    let rows = table
        .rows
        .iter()
        .map(|row| highest(&mut std::iter::once(&row.header).chain(&row.cells), row.is_sum));
    let notes = table.notes.iter().map(|note| division.lines(note, places.note()));
    let caption = division.lines(&table.caption, places.caption());
    [caption, header].into_iter().chain(rows).chain(notes).collect()
}

/// Which rows share a page with the row after them, in a table that may be divided between
/// pages: those that the tree wants to, as far as a page holds them.
fn rows_that_stay(table: &Table, lines: &[f64], places: &WordPlaces<'_>) -> Vec<bool> {
    if table.stays_whole() && places.page_holds(lines) {
        return Vec::new();
    }
    let [_, header, rows @ ..] = lines else { return Vec::new() };
    let stays = table.rows_that_stay().into_iter().enumerate().map(|(row, stays)| {
        let together: Vec<f64> =
            [*header].into_iter().chain(rows.iter().skip(row).take(2).copied()).collect();
        stays && places.page_holds(&together)
    });
    stays.collect()
}

/// The caption and the notes of a table or a chart.
fn divide_around(value: &mut Value, places: &WordPlaces<'_>, division: &mut WordDivision<'_>) {
    division.divide(value.get_mut("caption"), places.caption());
    for note in items(value, "notes") {
        division.divide(Some(note), places.note());
    }
}

/// The running head as far as the room above the text holds it.
fn running_head(document: &Document, profile: &Profile, division: &mut WordDivision<'_>) -> Value {
    let places = WordPlaces::of(profile);
    let place = places.running_head(&document.running_head.page_label);
    let text = document.running_head.parts.join(" · ");
    let text = division.shortened(&text, places.running_head_lines(), place);
    let mut value = json!(text);
    division.divide(Some(&mut value), place);
    value
}

/// The address footer of a paper that has a letterhead.
fn address_footer(
    document: &Document,
    profile: &Profile,
    division: &mut WordDivision<'_>,
) -> Value {
    let footer = profile.address_footer.as_ref().filter(|_| document.has_letterhead());
    let Some(columns) = footer.map(AddressFooter::columns) else { return Value::Null };
    let place = WordPlaces::of(profile).address_footer(columns.len());
    let mut value = json!(columns);
    for column in value.as_array_mut().into_iter().flatten() {
        for line in column.as_array_mut().into_iter().flatten() {
            division.divide(Some(line), place);
        }
    }
    value
}

fn items<'v>(value: &'v mut Value, name: &str) -> &'v mut [Value] {
    value.get_mut(name).and_then(Value::as_array_mut).map_or(&mut [], Vec::as_mut_slice)
}

/// Splits every inline text by where it may be hyphenated.
/// Only inline text has the kind `text`.
fn mark_breakable(
    value: &mut Value,
    places: &WordPlaces<'_>,
    running: WordPlace<'_>,
    division: &mut WordDivision<'_>,
) {
    match value {
        Value::Array(items) => {
            let mut split = Vec::with_capacity(items.len());
            for mut item in items.drain(..) {
                if let Some(text) = inline_text(&item) {
                    let pieces = division.running(text, running);
                    split.extend(pieces.iter().flat_map(|(takes_hyphens, text)| {
                        if *takes_hyphens { vec![piece("breakable", text)] } else { unbroken(text) }
                    }));
                } else {
                    mark_breakable(&mut item, places, running, division);
                    split.push(item);
                }
            }
            *items = split;
        }
        // A heading is read at a glance, and stays whole.
        Value::Object(fields) if fields.get("kind") == Some(&json!("heading")) => {}
        Value::Object(fields) => {
            let is_contacts = fields.get("kind") == Some(&json!("contacts"));
            let running = if is_contacts { places.contact() } else { running };
            for value in fields.values_mut() {
                mark_breakable(value, places, running, division);
            }
            if fields.get("kind") == Some(&json!("paragraph"))
                && let Some(Value::Array(pieces)) = fields.get_mut("text")
            {
                paragraph_end::settle(pieces, &|word| division.fits(word, running));
            }
        }
        _ => {}
    }
}

fn inline_text(value: &Value) -> Option<&str> {
    (value.get("kind")?.as_str()? == "text").then(|| value.get("content")?.as_str())?
}

fn piece(kind: &str, text: &str) -> Value {
    json!({ "kind": kind, "content": text })
}

/// The inline values of text that takes no hyphens: typed ones stand by themselves.
fn unbroken(text: &str) -> Vec<Value> {
    text.split_inclusive('-')
        .flat_map(|part| match part.strip_suffix('-') {
            Some(before) => vec![piece("text", before), piece("hyphen", "-")],
            None => vec![piece("text", part)],
        })
        .filter(|value| value["content"] != "")
        .collect()
}
