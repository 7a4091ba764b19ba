//! From a place in a scalar's text back to its place in the file.

use super::{Scalar, Style};
use crate::source::{Source, Span};

/// Where a range of a scalar's text was written.
///
/// In text after `|` every line stands for itself, so the place is exact. In other
/// styles lines have been joined and escapes undone; there the same characters are
/// looked for, counted from the scalar's start, and the whole scalar is the answer
/// when they can't be found.
#[must_use]
pub fn place_in_scalar(source: &Source, scalar_span: &Span, scalar: &Scalar, range: Span) -> Span {
    let written = source.slice(scalar_span);
    let found = match scalar.style {
        Style::Literal => line_for_line(written, &scalar.text, &range),
        _ => same_characters(written, &scalar.text, &range),
    };
    match found {
        Some(start) => {
            let start = scalar_span.start + start;
            start..start + range.len()
        }
        None => scalar_span.clone(),
    }
}

fn line_for_line(written: &str, text: &str, range: &Span) -> Option<usize> {
    let before = text.get(..range.start)?;
    let line = before.matches('\n').count();
    let column = before.len() - before.rfind('\n').map_or(0, |newline| newline + 1);
    let text_line = text.split('\n').nth(line)?;

    let has_header = written.starts_with('|');
    let mut offset = 0;
    for (number, written_line) in written.split('\n').enumerate() {
        if number == line + usize::from(has_header) {
            let content = written_line.trim_end_matches('\r');
            let indent = content.len().checked_sub(text_line.len())?;
            return Some(offset + indent + column);
        }
        offset += written_line.len() + 1;
    }
    None
}

fn same_characters(written: &str, text: &str, range: &Span) -> Option<usize> {
    let wanted = text.get(range.clone()).filter(|wanted| !wanted.is_empty())?;
    let earlier = text.get(..range.start)?.matches(wanted).count();
    written.match_indices(wanted).nth(earlier).map(|(start, _)| start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{self, Value};

    fn placed(file: &str, wanted: &str) -> (usize, usize) {
        let source = Source::new("x.yaml", file);
        let (root, _) = yaml::read(&source);
        let node = root.as_ref().and_then(|root| root.get("t")).expect("the key is there");
        let Value::Scalar(scalar) = &node.value else { panic!("not a scalar") };
        let start = scalar.text.find(wanted).expect("the text has it");
        let span = place_in_scalar(&source, &node.span, scalar, start..start + wanted.len());
        assert_eq!(source.slice(&span), wanted);
        let position = source.position(span.start);
        (position.line, position.column)
    }

    #[test]
    fn literal_text_is_placed_exactly() {
        assert_eq!(placed("a: 1\nt: |\n  Först å.\n\n    In {{ x }}.\nb: 2\n", "{{ x }}"), (5, 8));
        assert_eq!(placed("t: |-\r\n  rad\r\n  {{ y }}\r\n", "{{ y }}"), (3, 3));
    }

    #[test]
    fn other_styles_are_placed_by_their_characters() {
        assert_eq!(placed("t: >\n  a {{ x }}\n  b {{ x }}\n", "{{ x }}"), (2, 5));
        assert_eq!(placed("t: \"å {{ x }}\"\n", "{{ x }}"), (1, 7));
        assert_eq!(placed("t: plain\n  {{ x }} end\n", "{{ x }}"), (2, 3));
    }
}
