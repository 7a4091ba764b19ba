//! What a text has outside braces that Markdown or the engine would not see for what
//! its writer meant.

use unicode_normalization::char::is_combining_mark;

use super::wrong::Cause;
use crate::checks::glyphs::{DASH, bullet, item};
use crate::source::Span;

/// The text with lines that begin with a bullet made lines of a Markdown list, of the
/// same length. A dash is a bullet when lines next to each other have it, since a line
/// of running text may begin with one.
pub(super) fn with_bullets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.split_inclusive('\n').peekable();
    // Whether the line before is an item of a list of dashes.
    let mut is_list = false;
    while let Some(line) = lines.next() {
        let next_is_dashed = lines.peek().is_some_and(|next| item(next, &[DASH]).is_some());
        let dashed = item(line, &[DASH]);
        is_list = dashed.is_some() && (is_list || next_is_dashed);
        match bullet(line).or(dashed.filter(|_| is_list)) {
            Some(bullet) => {
                let rest = line.get(bullet.end..).unwrap_or_default();
                out.push_str(line.get(..bullet.start).unwrap_or_default());
                out.push('-');
                out.extend(std::iter::repeat_n(' ', bullet.len() - 1));
                // A tab would reach so far that the item became indented text.
                let after = rest.strip_prefix('\t');
                out.push_str(after.map_or("", |_| " "));
                out.push_str(after.unwrap_or(rest));
            }
            None => out.push_str(line),
        }
    }
    out
}

/// Single braces around a name, and braces that close what was not opened.
pub(super) fn stray_braces(text: &str) -> Vec<(Cause, Span)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(place) = text.get(at..).and_then(|rest| rest.find(['{', '}', '%'])) {
        let start = at + place;
        let rest = text.get(start..).unwrap_or_default();
        at = start + 1;
        if rest.starts_with("}}") || rest.starts_with("%}") {
            at = start + 2;
            found.push((Cause::Unopened, start..at));
        } else if let Some((name, length)) = single_braces(rest) {
            at = start + length;
            found.push((Cause::SingleBraces(name.to_owned()), start..at));
        }
    }
    found
}

/// The name between single braces at the start, and the length of the whole. Two braces
/// at the end belong to it: one has been left out at the start.
fn single_braces(text: &str) -> Option<(&str, usize)> {
    let inside = text.strip_prefix('{')?.trim_start_matches(' ');
    let is_part =
        |c: char| matches!(c, '_' | '.' | '|') || c.is_alphanumeric() || is_combining_mark(c);
    let end = inside.find(|c| !is_part(c))?;
    let name = inside.get(..end).filter(|name| name.starts_with(char::is_alphabetic))?;
    let after = inside.get(end..)?.trim_start_matches(' ');
    let closing = after.strip_prefix('}')?;
    let closing = closing.strip_prefix('}').unwrap_or(closing);
    Some((name, text.len() - closing.len()))
}
