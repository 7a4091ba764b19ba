//! Everything that is typed in a year file, whatever field it is in.

use std::ops::Range;

use super::{entries, items};
use crate::source::{Source, Span};
use crate::yaml::{Node, Value, place_in_scalar};

/// How a range of a text becomes a place in the source.
pub(super) type ToPlace<'p> = &'p dyn Fn(&Span, Range<usize>) -> Span;

/// Every key and every value of a tree, with its text and with how a range of the text
/// becomes a place in the source.
pub(super) fn each_scalar(
    node: &Node,
    look: &mut dyn FnMut(&Span, &str, ToPlace<'_>),
    source: &Source,
) {
    if let Value::Scalar(scalar) = &node.value {
        look(&node.span, &scalar.text, &|span, range| place_in_scalar(source, span, scalar, range));
    }
    for item in items(Some(node)) {
        each_scalar(item, look, source);
    }
    for entry in entries(Some(node)) {
        look(&entry.key.span, &entry.key, &|span, _| span.clone());
        each_scalar(&entry.value, look, source);
    }
}
