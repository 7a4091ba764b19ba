//! The package: parts, their content types and relationships, zipped
//! (ECMA-376 Part 2, Open Packaging Conventions).

use std::borrow::Cow;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::Error;
use super::xml::Element;
use crate::seal::package::{self, NamedPart};

/// Making ready to compress takes longer than it is worth for parts of fewer bytes.
const WORTH_COMPRESSING: usize = 1024;

/// A part of a package, with the parts that it refers to.
pub struct PackagePart {
    /// Its path in the package.
    pub name: Cow<'static, str>,
    /// Its content type.
    pub content_type: &'static str,
    /// The id of the relationship that leads to it, unique among the parts of its owner.
    pub id: Cow<'static, str>,
    /// The relationship's type.
    pub relation: &'static str,
    /// Its content.
    pub content: PartContent,
    /// The parts that it owns, and no other part does.
    pub parts: Vec<PackagePart>,
}

/// A part in one of the formats of ECMA-376, whose content type and relationship type
/// nearly always end in the same words.
macro_rules! office_part {
    ($folder:literal, $format:literal, $name:literal, $kind:literal, $id:expr, $root:expr) => {
        $crate::docx::package::PackagePart {
            name: concat!($folder, $name, ".xml").into(),
            content_type: concat!(
                "application/vnd.openxmlformats-officedocument.",
                $format,
                ".",
                $kind,
                "+xml"
            ),
            id: $id.into(),
            relation: concat!(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
                $kind
            ),
            content: $crate::docx::package::PartContent::Xml($root),
            parts: Vec::new(),
        }
    };
}
pub(super) use office_part;

/// What a part holds.
pub enum PartContent {
    /// XML.
    Xml(Element),
    /// A package of its own, such as a workbook.
    Package(Vec<PackagePart>),
    /// What is no XML, such as a picture.
    Bytes(Vec<u8>),
}

/// The parts as one file, sealed. The package as a whole owns those given.
///
/// # Errors
/// When a part outgrows the zip format or memory cannot be written to.
pub fn zip(parts: &[PackagePart]) -> Result<Vec<u8>, Error> {
    let mut written = written(parts)?;
    package::seal(&mut written);
    zipped(&written, CompressionMethod::Deflated)
}

/// The parts of a package as they stand in it.
fn written(parts: &[PackagePart]) -> Result<Vec<NamedPart>, Error> {
    // First, since Windows tells an Office file by its first entry.
    let mut written = vec![("[Content_Types].xml".to_owned(), content_types(parts).to_part()?)];
    add_all("", parts, &mut written)?;
    Ok(written)
}

/// Adds the relationships of an owner, then its parts, each with its own below it.
fn add_all(owner: &str, parts: &[PackagePart], written: &mut Vec<NamedPart>) -> Result<(), Error> {
    if parts.is_empty() {
        return Ok(());
    }
    let (folder, file) = owner.rsplit_once('/').unwrap_or(("", owner));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let related = relationships(&folder, parts).to_part()?;
    written.push((format!("{folder}_rels/{file}.rels"), related));
    for part in parts {
        let content = match &part.content {
            PartContent::Xml(root) => root.to_part()?,
            // Compressed with the file around it, which compresses better.
            PartContent::Package(inner) => {
                zipped(&self::written(inner)?, CompressionMethod::Stored)?
            }
            PartContent::Bytes(bytes) => bytes.clone(),
        };
        written.push((part.name.clone().into_owned(), content));
        add_all(&part.name, &part.parts, written)?;
    }
    Ok(())
}

fn zipped(parts: &[NamedPart], compression: CompressionMethod) -> Result<Vec<u8>, Error> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        // The date, the rights and the system are fixed, so that neither the day nor
        // the machine shows in the bytes. 1980-01-01 is the first day zip knows.
        let is_small = content.len() < WORTH_COMPRESSING;
        let options = SimpleFileOptions::default()
            .compression_method(if is_small { CompressionMethod::Stored } else { compression })
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644)
            .system(System::Unix);
        writer.start_file(name.as_str(), options).map_err(Error::Package)?;
        writer.write_all(content).map_err(|error| Error::Package(error.into()))?;
    }
    writer.finish().map(Cursor::into_inner).map_err(Error::Package)
}

fn content_types(parts: &[PackagePart]) -> Element {
    let default = |extension, content_type| {
        Element::new("Default")
            .attribute("Extension", extension)
            .attribute("ContentType", content_type)
    };
    let types = Element::new("Types")
        .attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
        .child(default("rels", "application/vnd.openxmlformats-package.relationships+xml"))
        .child(default("xml", "application/xml"));
    with_types(types, parts)
}

fn with_types(types: Element, parts: &[PackagePart]) -> Element {
    parts.iter().fold(types, |types, part| {
        let own = Element::new("Override")
            .attribute("PartName", format_args!("/{}", part.name))
            .attribute("ContentType", part.content_type);
        with_types(types.child(own), &part.parts)
    })
}

/// The relationships of an owner that stands in `folder`, which is empty or ends in `/`.
fn relationships(folder: &str, parts: &[PackagePart]) -> Element {
    Element::new("Relationships")
        .attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
        .children(parts.iter().map(|part| {
            // A path below the owner's folder, or one from the package's root.
            let target = match part.name.strip_prefix(folder) {
                Some(below) => below.to_owned(),
                None => format!("/{}", part.name),
            };
            Element::new("Relationship")
                .attribute("Id", &part.id)
                .attribute("Type", part.relation)
                .attribute("Target", target)
        }))
}
