//! The package: parts, their content types and relationships, zipped
//! (ECMA-376 Part 2, Open Packaging Conventions).

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::Error;
use super::parts::{Owner, Part};
use super::xml::Element;

/// The parts as one file.
///
/// # Errors
/// When a part outgrows the zip format or memory cannot be written to.
pub fn zip(parts: &[Part]) -> Result<Vec<u8>, Error> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // First, since Windows tells an Office file by its first entry.
    add(&mut zip, "[Content_Types].xml", &content_types(parts))?;
    add(&mut zip, "_rels/.rels", &relationships(parts, Owner::Package))?;
    for part in parts {
        add(&mut zip, part.name, &part.root)?;
        if part.name == "word/document.xml" {
            let related = relationships(parts, Owner::Document);
            add(&mut zip, "word/_rels/document.xml.rels", &related)?;
        }
    }
    zip.finish().map(Cursor::into_inner).map_err(Error::Package)
}

fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, root: &Element) -> Result<(), Error> {
    // The date, the rights and the system are fixed, so that neither the day nor
    // the machine shows in the bytes. 1980-01-01 is the first day zip knows.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix);
    zip.start_file(name, options).map_err(Error::Package)?;
    zip.write_all(&root.to_part()?).map_err(|error| Error::Package(error.into()))
}

fn content_types(parts: &[Part]) -> Element {
    let default = |extension, content_type| {
        Element::new("Default")
            .attribute("Extension", extension)
            .attribute("ContentType", content_type)
    };
    Element::new("Types")
        .attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
        .child(default("rels", "application/vnd.openxmlformats-package.relationships+xml"))
        .child(default("xml", "application/xml"))
        .children(parts.iter().map(|part| {
            Element::new("Override")
                .attribute("PartName", format_args!("/{}", part.name))
                .attribute("ContentType", part.content_type)
        }))
}

fn relationships(parts: &[Part], owner: Owner) -> Element {
    Element::new("Relationships")
        .attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
        .children(parts.iter().filter(|part| part.owner == owner).map(|part| {
            let target = match owner {
                Owner::Package => part.name,
                Owner::Document => part.name.trim_start_matches("word/"),
            };
            Element::new("Relationship")
                .attribute("Id", part.id)
                .attribute("Type", part.relation)
                .attribute("Target", target)
        }))
}
