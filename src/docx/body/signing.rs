//! Signatures and lines to sign on.

use crate::document::{Signature, SigningField, signature_rows};

use super::super::styles::StyleName;
use super::super::xml::Element;
use super::flow::BodyFlow;
use super::grid::{self, GridLine};
use super::inline::{run, text_with_links};

/// Appends the signatures; names never stand on another page than what they sign.
pub fn push_signatures(flow: &mut BodyFlow, signatures: &[Signature]) {
    flow.keep_with_next();
    let rows = signature_rows(signatures);
    let mut left = rows.len();
    // Pairs that follow each other are one table: Word makes one of two that touch.
    for group in rows.chunk_by(|one, other| one.right.is_some() == other.right.is_some()) {
        left -= group.len();
        let ends = |row: usize| left == 0 && row + 1 == group.len();
        let mut pairs = Vec::new();
        for (number, row) in group.iter().enumerate() {
            match &row.right {
                Some(right) => {
                    pairs.push([&row.left, right].map(|lines| cell(lines, ends(number))));
                }
                None => push_alone(flow, cell(&row.left, ends(number))),
            }
        }
        if !pairs.is_empty() {
            grid::push(flow, pairs);
        }
    }
    flow.end_group();
}

/// Appends the lines of a person beside whom nobody stands.
fn push_alone(flow: &mut BodyFlow, lines: Vec<GridLine>) {
    for line in lines {
        flow.push(line.style, line.content);
        if line.stays {
            flow.keep_with_next();
        }
    }
}

/// The lines of a person, which stay together, and with the next person's if there is one.
fn cell(lines: &[String], ends: bool) -> Vec<GridLine> {
    let last = lines.len().saturating_sub(1);
    let style = |line| if line == 0 { StyleName::SignatureName } else { StyleName::Signature };
    let lines = lines.iter().enumerate().map(|(line, text)| GridLine {
        style: style(line),
        content: text_with_links(text),
        stays: line < last || !ends,
    });
    lines.collect()
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
