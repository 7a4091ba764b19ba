//! Document properties: what a file manager, a screen reader or a case system
//! shows about the file.

use crate::document::Properties;
use crate::seal::BLANK;
use crate::seal::package::{PART, PROPERTY};

use super::super::package::{PackagePart, PartContent};
use super::super::styles::LANGUAGE;
use super::super::xml::Element;

/// Core, extended and custom properties.
pub fn parts(properties: &Properties) -> [PackagePart; 3] {
    [
        PackagePart {
            name: "docProps/core.xml".into(),
            content_type: "application/vnd.openxmlformats-package.core-properties+xml",
            id: "rIdCore".into(),
            relation: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            content: PartContent::Xml(core(properties)),
            parts: Vec::new(),
        },
        PackagePart {
            name: "docProps/app.xml".into(),
            content_type: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            id: "rIdExtended".into(),
            relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
            content: PartContent::Xml(extended(properties)),
            parts: Vec::new(),
        },
        PackagePart {
            name: PART.into(),
            content_type: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
            id: "rIdCustom".into(),
            relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
            content: PartContent::Xml(custom(properties)),
            parts: Vec::new(),
        },
    ]
}

fn core(properties: &Properties) -> Element {
    // The document date rather than today: the same paper has the same bytes.
    let date = |name| {
        Element::new(name)
            .attribute("xsi:type", "dcterms:W3CDTF")
            .text(&format!("{}T00:00:00Z", properties.date.format("%Y-%m-%d")))
    };
    let author = &properties.author;
    Element::new("cp:coreProperties")
        .attribute(
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        )
        .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .attribute("xmlns:dcterms", "http://purl.org/dc/terms/")
        .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .child(Element::new("dc:title").text(&properties.title))
        .child(Element::new("dc:subject").text(&properties.subject))
        .child(Element::new("dc:creator").text(author))
        .child(Element::new("cp:keywords").text(&properties.keywords.join(", ")))
        .child(Element::new("cp:lastModifiedBy").text(author))
        .child(date("dcterms:created"))
        .child(date("dcterms:modified"))
        .child(Element::new("dc:language").text(LANGUAGE))
}

fn extended(properties: &Properties) -> Element {
    Element::new("Properties")
        .attribute(
            "xmlns",
            "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
        )
        .child(Element::new("Application").text("tjut"))
        .child(Element::new("Company").text(&properties.author))
}

/// Diarienummer and document date, which case systems read, and the room for the seal.
fn custom(properties: &Properties) -> Element {
    let date = properties.date.format("%Y-%m-%d").to_string();
    let named = [
        ("Diarienummer", properties.reference.as_deref()),
        ("Dokumentdatum", Some(date.as_str())),
        (PROPERTY, Some(BLANK)),
    ];
    let present = named.into_iter().filter_map(|(name, value)| Some((name, value?)));
    Element::new("Properties")
        .attribute(
            "xmlns",
            "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
        )
        .attribute(
            "xmlns:vt",
            "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
        )
        // Word numbers custom properties from 2.
        .children((2..).zip(present).map(|(id, (name, value))| {
            Element::new("property")
                .attribute("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}")
                .attribute("pid", id)
                .attribute("name", name)
                .child(Element::new("vt:lpwstr").text(value))
        }))
}
