//! The file's metadata (XMP, ISO 16684-1), as Typst leaves it and as it is to be.

use quick_xml::escape::escape;

use super::file::{PdfFile, beginning, digits, find, stream_data};

/// The schema of the program's own that has the diarienummer.
const NAMESPACE: &str = "urn:tjut:arende#";

/// The list of the schemas that are described in the file, which Typst begins.
const SCHEMAS: &str = "<pdfaExtension:schemas><rdf:Bag>";

/// The end of what is stated about the file.
const END: &str = "</rdf:RDF>";

/// Completes the metadata. Whether there was a place for it.
///
/// The diarienummer is stated where case systems and archives look for it. No schema of XMP
/// has a property for it, so it has one of the program's own, which is described in the
/// file as ISO 19005-2, 6.6.2.3 asks for.
///
/// In a paper that is to be signed, what has parts is written as a description and not by
/// the abbreviation that Typst uses (RDF 1.1 XML Syntax, 2.5). Both say the same, but
/// pyHanko, which signing services are built on, writes the abbreviation back in such a way
/// that the file no longer is PDF/A. In other papers the abbreviation stays, since some
/// validators look for nothing else.
pub fn complete(file: &mut PdfFile, reference: Option<&str>, is_to_be_signed: bool) -> bool {
    let mut objects = file.objects_mut();
    let metadata = objects.find(|object| {
        find(beginning(object), b"/Type/Metadata").is_some()
            && find(object, b"<x:xmpmeta").is_some()
    });
    metadata.is_some_and(|object| complete_object(object, reference, is_to_be_signed).is_some())
}

fn complete_object(
    object: &mut Vec<u8>,
    reference: Option<&str>,
    is_to_be_signed: bool,
) -> Option<()> {
    let data = stream_data(object)?;
    let mut xmp = std::str::from_utf8(object.get(data.clone())?).ok()?.to_owned();
    if let Some(reference) = reference {
        xmp = with_reference(&xmp, reference)?;
    }
    if is_to_be_signed {
        xmp = without_abbreviations(&xmp);
    }
    let length = find(object, b"/Length ")? + b"/Length ".len();
    let length = digits(object, length)?;
    let size = xmp.len().to_string();
    object.splice(data, xmp.into_bytes());
    object.splice(length, size.into_bytes());
    Some(())
}

fn with_reference(xmp: &str, reference: &str) -> Option<String> {
    let (before, schemas) = xmp.split_once(SCHEMAS)?;
    let (schemas, after) = schemas.split_once(END)?;
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
         <arende:diarienummer>{}</arende:diarienummer></rdf:Description>",
        escape(reference)
    );
    Some([before, SCHEMAS, &described, schemas, &stated, END, after].concat())
}

/// The items of lists that have parts, written as descriptions.
fn without_abbreviations(xmp: &str) -> String {
    const ABBREVIATED: &str = "<rdf:li rdf:parseType=\"Resource\">";
    let mut whole = String::with_capacity(xmp.len() + 1024);
    // For each item that is open, whether it has parts.
    let mut open = Vec::new();
    let mut rest = xmp;
    while let Some(start) = rest.find("<rdf:li").into_iter().chain(rest.find("</rdf:li>")).min() {
        let (before, tag) = rest.split_at(start);
        whole.push_str(before);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        if tag == ABBREVIATED {
            whole.push_str("<rdf:li><rdf:Description>");
            open.push(true);
        } else if tag.starts_with("</") {
            let has_parts = open.pop().unwrap_or(false);
            whole.push_str(if has_parts { "</rdf:Description></rdf:li>" } else { tag });
        } else {
            whole.push_str(tag);
            open.push(false);
        }
        rest = after;
    }
    whole + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_with_parts_become_descriptions() {
        let abbreviated = "<a><rdf:li>x</rdf:li><rdf:li rdf:parseType=\"Resource\"><b><rdf:li \
                           xml:lang=\"sv\">y</rdf:li></b></rdf:li></a>";
        let whole = "<a><rdf:li>x</rdf:li><rdf:li><rdf:Description><b><rdf:li xml:lang=\"sv\">y\
                     </rdf:li></b></rdf:Description></rdf:li></a>";
        assert_eq!(without_abbreviations(abbreviated), whole);
        assert_eq!(without_abbreviations("<a/>"), "<a/>");
    }
}
