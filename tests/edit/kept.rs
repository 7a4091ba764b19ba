//! What must still be there after an edit of a made-up file.

use tjut::yaml::edit::{Comments, Path};

use crate::model::{Content, File, Form, Meaning, Part, Value};

/// A part of a file, with the way to it.
pub struct Found<'f> {
    pub path: Path,
    /// The group or list that it is in, with the way to that.
    pub within: &'f Value,
    pub index: usize,
    /// Where the value begins that it is in, and where that ends.
    pub outer: (usize, usize),
    pub in_flow: bool,
}

impl<'f> Found<'f> {
    pub fn part(&self) -> &'f Part {
        &self.within.parts()[self.index]
    }
}

pub fn within(at: usize, place: std::ops::Range<usize>) -> bool {
    place.contains(&at)
}

/// All letters of a text but blanks and line breaks, in order of their numbers.
pub fn sorted(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    letters.sort_unstable();
    letters
}

/// Whether one text is another with something put in at one place.
pub fn is_insertion(before: &str, after: &str) -> bool {
    let start = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
    let end = before.bytes().rev().zip(after.bytes().rev()).take_while(|(a, b)| a == b).count();
    after.len() >= before.len() && start + end >= before.len()
}

/// That all bytes before a place and from another on are as they were.
pub fn is_same_but(file: &File, after: &str, start: usize, end: usize, what: &str) {
    let (head, tail) = (&file.text[..start], &file.text[end..]);
    let is_same =
        after.len() >= head.len() + tail.len() && after.starts_with(head) && after.ends_with(tail);
    assert!(
        is_same,
        "{what}: something else has changed outside {start}..{end} of {}\n{}\n---\n{after}",
        file.text.len(),
        file.text
    );
}

pub fn check_set(file: &File, found: &Found<'_>, meaning: &Meaning, after: &str, what: &str) {
    let part = found.part();
    let old = &part.value;
    let is_line = matches!(meaning, Meaning::Text(text) if !text.contains('\n'));
    let is_plain_place = old.form == Form::Inline && !old.span.is_empty();
    let goes = (old.form == Form::Block).then_some(part.after..part.end);
    if is_line && is_plain_place && matches!(old.content, Content::Nothing | Content::Text(_)) {
        return is_same_but(file, after, old.span.start, old.span.end, what);
    }
    let end = if found.in_flow { old.span.end.max(part.after) } else { part.end };
    // Blanks before a comma may go where there was nothing before them.
    let blanks = file.text[end..].len() - file.text[end..].trim_start_matches(' ').len();
    let end = if found.in_flow && old.span.is_empty() { end + blanks } else { end };
    // A list that is set goes item by item; a comment below, further in, would become a part
    // of a text that is the last one then.
    let is_list = matches!((meaning, &old.content), (Meaning::List(_), Content::List(_)));
    // And an item that comes last stands after comments that go on below the one before.
    let rest = file.text[end..].split_inclusive('\n').skip(1);
    let rest =
        rest.skip_while(|line| line.trim_start().is_empty() || line.trim_start().starts_with('#'));
    let rest = rest.map(str::len).sum::<usize>();
    let end = if is_list && !found.in_flow { file.text.len() - rest } else { end };
    is_same_but(file, after, part.after, end, what);
    if !is_list {
        keeps_comments(
            file,
            after,
            goes.or((old.form == Form::Inline).then(|| old.span.clone())).as_ref(),
            what,
        );
    }
}

pub fn check_removed(file: &File, found: &Found<'_>, comments: Comments, after: &str, what: &str) {
    let part = found.part();
    if found.in_flow {
        let line_end = file.text[part.end..].find('\n').map_or(file.text.len(), |at| part.end + at);
        // Its comma, and what is noted behind it, go with it.
        return check_rest(file, found, after, Some(&(part.start..line_end)), what);
    }
    let line = file.text[..part.start].rfind('\n').map_or(0, |at| at + 1);
    let is_first = file.text[line..part.start].trim_matches([' ', '\u{feff}']).is_empty();
    let count = found.within.parts().len();
    if comments == Comments::Go {
        let before = found.index.checked_sub(1).map(|index| found.within.parts()[index].end);
        let next = found.within.parts().get(found.index + 1).map(|part| part.start);
        let start = before.unwrap_or(found.outer.0);
        let bounds = start..next.unwrap_or(file.text.len());
        return check_rest(file, found, after, Some(&bounds), what);
    }
    if !is_first || count == 1 || line < 3 {
        return check_rest(file, found, after, Some(&(part.start..part.end)), what);
    }
    let next_line =
        |at: usize| file.text[at..].find('\n').map_or(file.text.len(), |found| at + found + 1);
    let end = next_line(part.end);
    let more = next_line(end);
    let is_blank = file.text[end..more].trim().is_empty();
    let without = |end: usize| format!("{}{}", &file.text[..line], &file.text[end..]);
    // A comment that went on below, further in, would become a part of a text above.
    let note = file.text[end..].trim_start_matches(' ');
    let is_noted = note.starts_with('#') && after == format!("{}{note}", &file.text[..part.start]);
    // So would empty lines, where it keeps those at its end.
    let rest = file.text[end..].trim_start_matches(['\r', '\n', ' ']);
    let line_of_rest = file.text[..file.text.len() - rest.len()].rfind('\n').map_or(0, |at| at + 1);
    let is_kept = file.text[..line].contains('+') && after == without(line_of_rest.max(end));
    // And one above the last part of a file divides nothing any more.
    let above = file.text[..line.saturating_sub(1)].rfind('\n').map_or(0, |at| at + 1);
    let is_last = end == file.text.len()
        && file.text[above..line].trim().is_empty()
        && after == &file.text[..above];
    let is_right = after == without(end)
        || (is_blank && after == without(more))
        || is_noted
        || is_kept
        || is_last;
    assert!(is_right, "{what}: something else has gone\n{}\n---\n{after}", file.text);
}

/// That what stands around and between the other parts is still there: the file outside the
/// group or list, every part but the one that has gone, and every comment.
pub fn check_rest(
    file: &File,
    found: &Found<'_>,
    after: &str,
    gone: Option<&std::ops::Range<usize>>,
    what: &str,
) {
    let is_root = found.outer.0 == 0;
    let (start, end) = if is_root { (0, file.text.len()) } else { found.outer };
    if !is_root {
        let end = if found.in_flow && found.within.form == Form::Inline {
            found.within.span.end
        } else {
            end
        };
        // Comments that go on below the last line go with it.
        let below = file.text[end..].split_inclusive('\n').skip(1);
        let notes = below
            .take_while(|line| line.trim_start().starts_with('#'))
            .map(str::len)
            .sum::<usize>();
        let next = file.text[end..].find('\n').map_or(file.text.len(), |at| end + at + 1);
        let tail = if notes > 0 && !found.in_flow { next + notes } else { end };
        let tail = if gone.is_some_and(|gone| gone.end > tail) { file.text.len() } else { tail };
        is_same_but(file, after, start, tail, what);
    }
    for (index, part) in found.within.parts().iter().enumerate() {
        if gone.is_some() && index == found.index {
            continue;
        }
        let own = &file.text[part.start..part.end];
        assert!(
            after.contains(own),
            "{what}: a neighbour has changed: {own}\n{}\n---\n{after}",
            file.text
        );
    }
    keeps_comments(file, after, gone, what);
}

pub fn keeps_comments(file: &File, after: &str, gone: Option<&std::ops::Range<usize>>, what: &str) {
    for place in &file.comments {
        let note = &file.text[place.clone()];
        let may_go = gone.is_some_and(|gone| gone.contains(&place.start));
        let count = after.matches(note).count();
        assert!(
            count == 1 || (may_go && count == 0),
            "{what}: lost {note}\n{}\n---\n{after}",
            file.text
        );
    }
}
