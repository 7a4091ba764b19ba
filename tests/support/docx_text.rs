//! Reads a Word file back, for tests: its parts, and the text of a part.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::Event;
use zip::ZipArchive;

/// The names of the parts, in the order in which they stand in the file.
pub fn part_names(docx: &[u8]) -> Vec<String> {
    let archive = ZipArchive::new(Cursor::new(docx)).expect("a zip file");
    (0..archive.len())
        .map(|index| archive.name_for_index(index).expect("an entry").expect("a name").into_owned())
        .collect()
}

/// A part as XML.
pub fn part(docx: &[u8], name: &str) -> String {
    String::from_utf8(bytes(docx, name)).expect("UTF-8")
}

/// A part as it is.
pub fn bytes(docx: &[u8], name: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(docx)).expect("a zip file");
    let mut bytes = Vec::new();
    let mut file = archive.by_name(name).unwrap_or_else(|error| panic!("{name}: {error}"));
    file.read_to_end(&mut bytes).expect("a whole entry");
    bytes
}

/// The text of each element of a name that holds only text, in order.
pub fn texts(xml: &str, element: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for rest in xml.split(&format!("<{element}")).skip(1) {
        if let Some((attributes, rest)) = rest.split_once('>')
            && (attributes.is_empty() || attributes.starts_with(' '))
            && let Some((text, _)) = rest.split_once("</")
        {
            let text = quick_xml::escape::unescape(text).expect("known entities");
            texts.push(text.into_owned());
        }
    }
    texts
}

/// The text of the body in reading order, a line for each paragraph. Tabs and
/// line breaks are spaces; field instructions and list numbers are left out.
pub fn body_text(docx: &[u8]) -> String {
    text(&part(docx, "word/document.xml"))
}

/// The text of a part that holds paragraphs, as in [`body_text`].
pub fn text(xml: &str) -> String {
    let mut out = String::new();
    let mut is_text = false;
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) => is_text = start.name().as_ref() == "w:t",
            Event::Empty(empty) => match empty.name().as_ref() {
                "w:tab" | "w:br" => out.push(' '),
                "w:softHyphen" => out.push('\u{AD}'),
                "w:noBreakHyphen" => out.push('\u{2011}'),
                _ => {}
            },
            Event::Text(text) if is_text => out.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if is_text => match reference.resolve_char_ref() {
                Ok(Some(character)) => out.push(character),
                _ => out.push_str(
                    quick_xml::escape::resolve_xml_entity(&reference.xml10_content())
                        .expect("one of the five entities"),
                ),
            },
            Event::End(end) => {
                is_text = false;
                if end.name().as_ref() == "w:p" {
                    out.push('\n');
                }
            }
            Event::Eof => return out,
            _ => {}
        }
    }
}

/// The values of `attribute` on each `element` of a part, in order.
pub fn attributes(xml: &str, element: &str, attribute: &str) -> Vec<String> {
    let mut values = Vec::new();
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == element => {
                let found = tag.try_get_attribute(attribute).expect("well-formed attributes");
                values.extend(found.map(|found| {
                    found
                        .normalized_value(XmlVersion::Explicit1_0)
                        .expect("known entities")
                        .into_owned()
                }));
            }
            Event::Eof => return values,
            _ => {}
        }
    }
}
