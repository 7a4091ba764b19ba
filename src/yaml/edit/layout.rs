//! Where the signs stand that hold a value together: colons, dashes, brackets, commas, the
//! `|` of a text. The tree has the values; this finds what is between them.

use super::lines::Lines;
use crate::source::{Located, Span};
use crate::yaml::{Node, Style, Value};

/// That a place is written in a way that is not understood well enough to be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Odd;

/// A value and what it hangs on.
#[derive(Debug, Clone, Copy)]
pub struct Site<'n> {
    /// The value.
    pub node: &'n Node,
    /// The byte after the colon or the dash; where the value begins, when it has neither.
    pub after: usize,
    /// Whether there is a colon, a dash or a comma for it to stand behind. An entry within
    /// braces may lack its colon.
    pub has_sign: bool,
    /// The column of its key or its dash; none for the whole file.
    pub column: Option<usize>,
    /// Whether it stands within brackets or braces.
    pub in_flow: bool,
    /// Whether it is an item of a list.
    pub is_item: bool,
}

/// How the parts of a value are held together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// By their indentation, all at this column.
    Block(usize),
    /// By brackets or braces, which stand at these bytes.
    Flow(usize, usize),
    /// An entry in a list within brackets, without braces of its own.
    Pair,
}

/// An entry or an item.
#[derive(Debug, Clone, Copy)]
pub struct Part<'n> {
    /// The key of an entry.
    pub key: Option<&'n Located<String>>,
    /// Where it begins: at its key, its dash, or its value.
    pub start: usize,
    /// Where its value ends.
    pub end: usize,
    /// Its value.
    pub site: Site<'n>,
}

/// The entries of a mapping or the items of a list.
#[derive(Debug)]
pub struct Parts<'n> {
    /// How they are held together.
    pub form: Form,
    /// They themselves.
    pub all: Vec<Part<'n>>,
    /// Whether nothing but blank space and comments stands between them. What is wrong in
    /// the file, such as a key that stands there twice, may have no place in the tree.
    pub is_whole: bool,
}

/// A text after `|` or `>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockText {
    /// The sign, with what it says of indentation and of the line breaks at the end.
    pub header: Span,
    /// The lines, from the line break before them to before the one after them; empty at
    /// the end of the header's line when there are none.
    pub body: Span,
    /// How far they are indented, when that is known.
    pub column: Option<usize>,
}

impl<'n> Site<'n> {
    /// The whole file.
    pub fn root(root: &'n Node) -> Self {
        let after = root.span.start;
        Self { node: root, after, has_sign: true, column: None, in_flow: false, is_item: false }
    }

    /// Whether the value is written in lines of its own, held together by indentation.
    pub fn is_block_collection(&self, lines: Lines<'_>) -> Result<bool, Odd> {
        Ok(self.parts(lines)?.is_some_and(|parts| matches!(parts.form, Form::Block(_))))
    }

    /// Whether the value is a text after `|` or `>`.
    pub fn is_block_text(&self) -> bool {
        matches!(&self.node.value, Value::Scalar(scalar) if matches!(scalar.style, Style::Literal | Style::Folded))
    }

    /// The text after `|` or `>` that is the last thing written in it, if there is one: what
    /// follows further in would become a part of that.
    pub fn last_block_text(&self, lines: Lines<'_>) -> Result<Option<BlockText>, Odd> {
        match self.parts(lines)?.and_then(|parts| parts.all.last().copied()) {
            Some(last) => last.site.last_block_text(lines),
            None if self.is_block_text() => self.block_text(lines).map(Some),
            None => Ok(None),
        }
    }

    /// Where the value ends.
    pub fn end(&self, lines: Lines<'_>) -> Result<usize, Odd> {
        let span = &self.node.span;
        Ok(match &self.node.value {
            Value::Null if span.is_empty() => self.after,
            Value::Scalar(_) if self.is_block_text() => self.block_text(lines)?.body.end,
            Value::Null | Value::Scalar(_) => span.end,
            Value::Reported => {
                let written = lines.0.get(span.clone()).ok_or(Odd)?;
                (span.start + written.trim_end().len()).max(self.after)
            }
            Value::Sequence(_) | Value::Mapping(_) => {
                let parts = self.parts(lines)?.ok_or(Odd)?;
                match (parts.form, parts.all.last()) {
                    (Form::Flow(_, close), _) => close + 1,
                    (_, Some(last)) => last.end,
                    (_, None) => return Err(Odd),
                }
            }
        })
    }

    /// The signs and lines of a text after `|` or `>`.
    pub fn block_text(&self, lines: Lines<'_>) -> Result<BlockText, Odd> {
        let start = lines.skip(self.after);
        let rest = lines.0.get(start..).unwrap_or_default();
        let signs = rest.strip_prefix(['|', '>']).ok_or(Odd)?;
        let signs = &signs[..signs.len()
            - signs
                .trim_start_matches(['+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
                .len()];
        let header = start..start + 1 + signs.len();
        if !lines.ends_after(header.end) {
            return Err(Odd);
        }
        let given = signs.bytes().find(u8::is_ascii_digit).map(|digit| usize::from(digit - b'0'));
        let mut column = given.map(|given| self.column.unwrap_or(0) + given);
        let least = self.column.map_or(0, |column| column + 1);
        let first = lines.end(header.end);
        let mut body = first..first;
        let mut line = lines.next(first);
        while line > first && line < lines.0.len() {
            let text = lines.at(line);
            let indented = text.len() - text.trim_start_matches(' ').len();
            let is_blank = text.trim_matches([' ', '\t']).is_empty();
            if !is_blank && indented < *column.get_or_insert(indented.max(least)) {
                break;
            }
            let is_text = !is_blank || column.is_some_and(|column| text.len() > column);
            if is_text || signs.contains('+') {
                body.end = lines.end(line);
            }
            let next = lines.next(line);
            if next == line {
                break;
            }
            line = next;
        }
        // Without lines it is not known how far they would be indented.
        let column = if body.is_empty() { given.and(column) } else { column };
        Ok(BlockText { header, body, column })
    }

    /// The parts of a mapping or a list.
    pub fn parts(&self, lines: Lines<'_>) -> Result<Option<Parts<'n>>, Odd> {
        match &self.node.value {
            Value::Mapping(_) | Value::Sequence(_) => self.found_parts(lines).map(Some),
            _ => Ok(None),
        }
    }

    fn found_parts(&self, lines: Lines<'_>) -> Result<Parts<'n>, Odd> {
        let bytes = lines.0.as_bytes();
        let first = lines.skip(self.after);
        let is_open = matches!(bytes.get(first), Some(b'[' | b'{'));
        let members: Vec<(Option<&'n Located<String>>, &'n Node)> = match &self.node.value {
            Value::Mapping(entries) => {
                entries.iter().map(|entry| (Some(&entry.key), &entry.value)).collect()
            }
            Value::Sequence(items) => items.iter().map(|item| (None, item)).collect(),
            _ => return Err(Odd),
        };
        let is_flow = is_open && self.node.span.start == first;
        if is_flow {
            let close = self.node.span.end.checked_sub(1).ok_or(Odd)?;
            let all = flow_parts(lines, members, first + 1, close)?;
            return Ok(Parts { form: Form::Flow(first, close), all, is_whole: true });
        }
        if self.in_flow {
            let [(Some(key), _)] = members.as_slice() else { return Err(Odd) };
            if key.span.start != self.after {
                return Err(Odd);
            }
            let all = entry(lines, key, members[0].1, None, self.after)?;
            return Ok(Parts { form: Form::Pair, all: vec![all], is_whole: true });
        }
        let mut all: Vec<Part<'n>> = Vec::new();
        let mut at = self.after;
        let mut is_whole = true;
        for (key, node) in members {
            let next = lines.skip(at);
            let start = key.map_or(next, |key| key.span.start);
            is_whole &= start == next;
            let column = lines.column(start);
            let expected = all.first().map_or(column, |part| lines.column(part.start));
            let stands_well = lines.is_first(start) || (all.is_empty() && start == next);
            if column != expected || !stands_well {
                return Err(Odd);
            }
            let part = match key {
                Some(key) => entry(lines, key, node, Some(column), start)?,
                None if bytes.get(start) == Some(&b'-') => item(lines, node, column, start)?,
                None => return Err(Odd),
            };
            at = part.end;
            is_whole &= lines.ends_after(at);
            all.push(part);
        }
        let column = all.first().map(|part| lines.column(part.start)).ok_or(Odd)?;
        Ok(Parts { form: Form::Block(column), all, is_whole })
    }
}

/// The parts within brackets or braces.
fn flow_parts<'n>(
    lines: Lines<'_>,
    members: Vec<(Option<&'n Located<String>>, &'n Node)>,
    from: usize,
    close: usize,
) -> Result<Vec<Part<'n>>, Odd> {
    let bytes = lines.0.as_bytes();
    let mut all = Vec::new();
    let mut at = from;
    for (number, (key, node)) in members.into_iter().enumerate() {
        if number > 0 {
            at = comma(lines, at).ok_or(Odd)? + 1;
        }
        let start = lines.skip(at);
        let part = match key {
            Some(key) if key.span.start == start => entry(lines, key, node, None, start)?,
            None if node.span.start == start => {
                let site = Site {
                    node,
                    after: start,
                    has_sign: true,
                    column: None,
                    in_flow: true,
                    is_item: true,
                };
                Part { key: None, start, end: site.end(lines)?, site }
            }
            _ => return Err(Odd),
        };
        at = part.end;
        all.push(part);
    }
    let last = comma(lines, at).map_or(at, |comma| comma + 1);
    let is_closed = lines.skip(last) == close && matches!(bytes.get(close), Some(b']' | b'}'));
    if is_closed { Ok(all) } else { Err(Odd) }
}

/// The comma that follows a part.
pub fn comma(lines: Lines<'_>, end: usize) -> Option<usize> {
    let at = lines.skip(end);
    (lines.0.as_bytes().get(at) == Some(&b',')).then_some(at)
}

fn entry<'n>(
    lines: Lines<'_>,
    key: &'n Located<String>,
    node: &'n Node,
    column: Option<usize>,
    start: usize,
) -> Result<Part<'n>, Odd> {
    let colon = lines.skip(key.span.end);
    let has_sign = lines.0.as_bytes().get(colon) == Some(&b':');
    let after = if has_sign { colon + 1 } else { key.span.end };
    let is_empty = node.value == Value::Null && node.span.is_empty();
    let is_read = node.value != Value::Reported;
    let is_behind = is_empty || !is_read || lines.skip(after) <= node.span.start;
    if (!has_sign && (column.is_some() || !is_empty)) || !is_behind {
        return Err(Odd);
    }
    let site = Site { node, after, has_sign, column, in_flow: column.is_none(), is_item: false };
    Ok(Part { key: Some(key), start, end: site.end(lines)?, site })
}

fn item<'n>(lines: Lines<'_>, node: &'n Node, column: usize, dash: usize) -> Result<Part<'n>, Odd> {
    let site = Site {
        node,
        after: dash + 1,
        has_sign: true,
        column: Some(column),
        in_flow: false,
        is_item: true,
    };
    Ok(Part { key: None, start: dash, end: site.end(lines)?, site })
}
