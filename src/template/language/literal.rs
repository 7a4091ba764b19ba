//! What a text has outside braces that Markdown or the engine would not see for what
//! its writer meant.

use unicode_normalization::char::is_combining_mark;

use super::wrong::Cause;
use crate::source::Span;

/// Bullets that word processors put before the items of a list. The last two are those
/// of the Symbol and Wingdings fonts, which Word pastes with the code they have there.
const BULLETS: [char; 8] = ['•', '·', '▪', '◦', '●', '‣', '\u{F0B7}', '\u{F0A7}'];

/// The dash that stands before the items of a list, and also for a pause in a sentence.
const DASH: char = '–';

/// What is a bullet only when a tab follows it, as when it is pasted from Word.
const BULLETS_WITH_TAB: [char; 2] = [DASH, 'o'];

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

/// Where the sign stands that begins a line as the item of a list, whatever the lines
/// around it are.
pub(super) fn bullet(line: &str) -> Option<Span> {
    let with_tab = || item(line, &BULLETS_WITH_TAB).filter(|bullet| is_tab(line, bullet.end));
    item(line, &BULLETS).or_else(with_tab)
}

/// The characters at the start of a line that are seen to when the line becomes the item
/// of a list: the bullet, and a tab after it or after what Markdown itself has there.
pub(crate) fn list_sign(line: &str) -> Option<Span> {
    let sign = bullet(line).or_else(|| markdown_sign(line))?;
    let tab = usize::from(is_tab(line, sign.end));
    Some(sign.start..sign.end + tab)
}

/// Where `-` or `1.` stands at the start of a line.
fn markdown_sign(line: &str) -> Option<Span> {
    let start = line.find(|c| c != ' ')?;
    let rest = line.get(start..)?;
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let signs: &[char] = if after.len() < rest.len() { &['.', ')'] } else { &['-', '*', '+'] };
    let end = line.len() - after.strip_prefix(signs)?.len();
    Some(start..end)
}

fn is_tab(line: &str, at: usize) -> bool {
    line.get(at..).is_some_and(|rest| rest.starts_with('\t'))
}

/// Where the bullet at the start of a line stands.
fn item(line: &str, bullets: &[char]) -> Option<Span> {
    let start = line.find(|c| c != ' ')?;
    let rest = line.get(start..)?;
    let bullet = rest.chars().next().filter(|first| bullets.contains(first))?.len_utf8();
    let is_apart = rest.get(bullet..)?.starts_with([' ', '\t']);
    is_apart.then_some(start..start + bullet)
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
