//! What is said of a link by those who don't see where it leads.
//!
//! Typst says the bare address in the annotation's alternate description (ISO 14289-1,
//! 7.18.5), which a screen reader spells out. Here a description in words takes its place.

use super::file::{PdfFile, beginning, find};
use super::signature_fields::text;
use crate::document::link_description;

/// Describes all links.
pub fn describe(file: &mut PdfFile) {
    for object in file.objects_mut() {
        if let Some(described) = described(object) {
            *object = described.into_bytes();
        }
    }
}

/// An annotation with its description in words; nothing when the object is none.
fn described(object: &[u8]) -> Option<String> {
    find(beginning(object), b"/Subtype/Link")?;
    let annotation = std::str::from_utf8(object).ok()?;
    let (_, uri) = annotation.split_once("/URI(")?;
    let url = literal(uri);
    let (before, _) = annotation.rsplit_once("/Contents")?;
    Some(format!("{before}/Contents{}>>\nendobj\n", text(&link_description(&url))))
}

/// A literal string (ISO 32000-1, 7.3.4.2) up to the parenthesis that ends it. What is
/// escaped by a number is not looked for, since an address has only plain signs.
fn literal(text: &str) -> String {
    let mut string = String::new();
    let (mut open, mut is_escaped) = (0, false);
    for c in text.chars() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => {
                is_escaped = true;
                continue;
            }
            '(' => open += 1,
            ')' if open == 0 => break,
            ')' => open -= 1,
            _ => {}
        }
        string.push(c);
    }
    string
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_literal_ends_with_its_own_parenthesis() {
        assert_eq!(literal("https://a/b(c)\\)d)>>/F 4"), "https://a/b(c))d");
    }

    #[test]
    fn only_links_are_described() {
        let link = b"7 0 obj\n<</Type/Annot/Subtype/Link/A<</S/URI/URI(mailto:a@b.se)>>/F 4/Contents(mailto:a@b.se)>>\nendobj\n";
        let described = described(link).expect("a link");
        assert!(
            described
                .contains(&format!("/Contents{}>>\nendobj", text("Skicka e-post till a@b.se")))
        );
        assert_eq!(super::described(b"8 0 obj\n<</Type/Annot/Subtype/Widget>>\nendobj\n"), None);
    }
}
