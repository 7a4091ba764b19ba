//! Signatures and lines to sign on. Neither is a table: tab stops and rules do
//! the same, and the names are read as lines.

use crate::document::{Signature, SigningField, signature_rows};

use super::super::styles::StyleName;
use super::super::xml::Element;
use super::flow::BodyFlow;
use super::inline::{run, tab};

/// Appends the signatures; names never stand on another page than what they sign.
pub fn push_signatures(flow: &mut BodyFlow, signatures: &[Signature]) {
    for row in signature_rows(signatures) {
        flow.keep_with_next();
        let mut content = vec![run(&row.left)];
        let is_pair = row.right.is_some();
        if let Some(right) = &row.right {
            content.extend([tab(), run(right)]);
        }
        let style = match (row.first, is_pair) {
            (true, true) => StyleName::SignatureNamePair,
            (true, false) => StyleName::SignatureName,
            (false, true) => StyleName::SignaturePair,
            (false, false) => StyleName::Signature,
        };
        flow.push(style, content);
    }
    flow.end_group();
}

/// Appends the lines to sign on.
///
/// Above each rule stands a paragraph also when nothing is known: there one can
/// type in Word, and without it Word would join the rules of two labels in a row.
pub fn push_form(flow: &mut BodyFlow, fields: &[SigningField]) {
    for field in fields {
        flow.keep_with_next();
        let value: Vec<Element> = field.value.as_deref().map(run).into_iter().collect();
        flow.push(StyleName::SigningValue, value);
        flow.push(StyleName::SigningLabel, vec![run(&field.label)]);
    }
    flow.end_group();
}
