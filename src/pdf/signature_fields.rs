//! Fields to sign in electronically.
//!
//! The writer puts a link on each place to sign. Typst then knows its page and place, and
//! gives it a place in the structure tree; here the link becomes a signature field
//! (ISO 32000-1, 12.7.4.5) and its structure element a `Form` (ISO 14289-1, 7.18.4). A
//! service that signs the paper finds the field by its name. Its look is empty, since
//! PDF/A wants one and nobody has signed (ISO 19005-2, 6.4.2).

use std::fmt::Write;

use super::file::{PdfFile, find, replace};

/// What these links go to, with the field's number after it.
const LINK: &str = "tjut:underskrift:";

/// Numbers the places to sign of a paper, and tells who signs there.
pub struct SignatureFields {
    /// For each field what a screen reader says.
    descriptions: Vec<String>,
}

impl SignatureFields {
    /// No fields yet.
    pub fn none() -> Self {
        Self { descriptions: Vec::new() }
    }

    /// The address that the next place to sign is linked to.
    pub fn next(&mut self, description: String) -> String {
        self.descriptions.push(description);
        format!("{LINK}{}", self.descriptions.len())
    }

    /// Makes fields of the links; nothing when one is not found.
    pub fn put_into(&self, file: &mut PdfFile) -> Option<()> {
        if self.descriptions.is_empty() {
            return Some(());
        }
        let descriptions = self.descriptions.iter().enumerate();
        let fields: Option<Vec<String>> = descriptions
            .map(|(index, description)| put_field(file, index + 1, description))
            .collect();
        let form = format!("/Type/Catalog/AcroForm<</Fields[{}]/SigFlags 1>>", fields?.join(" "));
        let is_put = file.objects_mut().any(|object| {
            find(object, b" 0 obj\n<</Type/Catalog").is_some()
                && replace(object, b"/Type/Catalog", form.as_bytes())
        });
        is_put.then_some(())
    }
}

/// Makes a field of the link of a number; the answer is the reference to it.
fn put_field(file: &mut PdfFile, number: usize, description: &str) -> Option<String> {
    let link = format!("/URI({LINK}{number})");
    let (place, annotation) = file.numbered_mut().find_map(|(place, object)| {
        find(object, link.as_bytes())?;
        Some((place, String::from_utf8(object.clone()).ok()?))
    })?;
    let reference = format!("{place} 0 R");
    let element = format!("/Obj {reference}>>");
    let page = file.objects_mut().find_map(|object| {
        find(object, element.as_bytes())?;
        replace(object, b"/S/Link", b"/S/Form");
        let text = std::str::from_utf8(object).ok()?;
        let (before, _) = text.split_once(&element)?;
        before.rsplit_once("/Pg ").map(|(_, page)| page.to_owned())
    })?;
    let rect = between(&annotation, "/Rect[", "]")?;
    let parent = between(&annotation, "/StructParent ", "/")?;
    let [width, height] = size(rect);
    let look = file.add(&format!(
        "<</Type/XObject/Subtype/Form/BBox[0 0 {width} {height}]/Resources<<>>/Length 0>>\nstream\n\nendstream"
    ));
    let [name, said] = [&format!("Underskrift {number}"), description].map(text);
    let field = format!(
        "{place} 0 obj\n<</Type/Annot/Subtype/Widget/FT/Sig/T{name}/TU{said}/Rect[{rect}]/F 4/P {page}/StructParent {parent}/AP<</N {look} 0 R>>>>\nendobj\n"
    );
    let (_, object) = file.numbered_mut().find(|(other, _)| *other == place)?;
    *object = field.into_bytes();
    Some(reference)
}

/// What stands between two words.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(inside, _)| inside)
}

/// Width and height of a rectangle that is given by its corners.
fn size(rect: &str) -> [f64; 2] {
    let edges: Vec<f64> = rect.split(' ').filter_map(|edge| edge.parse().ok()).collect();
    match edges[..] {
        [left, lower, right, upper] => [right - left, upper - lower],
        _ => [0.0; 2],
    }
}

/// A text string (ISO 32000-1, 7.9.2.2).
pub fn text(text: &str) -> String {
    let mut string = "<FEFF".to_owned();
    for unit in text.encode_utf16() {
        // Writing to a string never fails.
        let _ = write!(string, "{unit:04X}");
    }
    string + ">"
}
