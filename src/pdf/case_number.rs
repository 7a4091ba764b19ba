//! The diarienummer in the file's metadata, where case systems and archives find it.
//!
//! No schema of XMP has a property for it, so it has a schema of the program's own, which
//! is described in the file as ISO 19005-2, 6.6.2.3 asks for.

use quick_xml::escape::escape;

use super::file::{PdfFile, digits, find, replace, stream_data};

/// The schema's name among all others.
const NAMESPACE: &str = "urn:tjut:arende#";

/// The list of the schemas that are described in the file, which Typst begins.
const SCHEMAS: &[u8] = b"<pdfaExtension:schemas><rdf:Bag>";

/// Puts the diarienummer into the metadata. Whether there was a place for it.
pub fn add(file: &mut PdfFile, reference: &str) -> bool {
    let mut objects = file.objects_mut();
    let metadata = objects.find(|object| {
        find(object, b"/Type/Metadata").is_some() && find(object, b"<x:xmpmeta").is_some()
    });
    metadata.is_some_and(|object| add_to(object, reference).is_some())
}

fn add_to(object: &mut Vec<u8>, reference: &str) -> Option<()> {
    let before = stream_data(object)?.len();
    let described = format!(
        "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>Ärendets uppgifter</pdfaSchema:schema>\
         <pdfaSchema:namespaceURI>{NAMESPACE}</pdfaSchema:namespaceURI>\
         <pdfaSchema:prefix>arende</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
         <rdf:li rdf:parseType=\"Resource\"><pdfaProperty:category>external</pdfaProperty:category>\
         <pdfaProperty:description>Ärendets diarienummer</pdfaProperty:description>\
         <pdfaProperty:name>diarienummer</pdfaProperty:name>\
         <pdfaProperty:valueType>Text</pdfaProperty:valueType></rdf:li>\
         </rdf:Seq></pdfaSchema:property></rdf:li>"
    );
    let stated = format!(
        "<rdf:Description rdf:about=\"\" xmlns:arende=\"{NAMESPACE}\">\
         <arende:diarienummer>{}</arende:diarienummer></rdf:Description></rdf:RDF>",
        escape(reference)
    );
    let is_added = replace(object, SCHEMAS, &[SCHEMAS, described.as_bytes()].concat())
        && replace(object, b"</rdf:RDF>", stated.as_bytes());
    let length = find(object, b"/Length ")? + b"/Length ".len();
    let added = described.len() + stated.len() - b"</rdf:RDF>".len();
    let digits = digits(object, length)?;
    object.splice(digits, (before + added).to_string().into_bytes());
    is_added.then_some(())
}
