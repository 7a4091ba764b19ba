//! Putting a value in the place of another.

use super::Context;
use super::layout::{Form, Odd, Part, Site};
use super::lines::Splice;
use super::render::{Manner, is_of_another_kind, literal, scalar, set_in};
use super::tree::Tree;
use crate::yaml::{Node, Style, Value};

/// What is to stand in the place of a value.
enum New {
    /// On the line of its key or dash.
    Inline(String),
    /// After this sign, in these lines.
    Text(String, Vec<String>),
    /// In lines of their own.
    Parts,
}

impl Context<'_> {
    /// The changes that put a value in the place of the one that a site has. `siblings` are
    /// the parts of the same list or group.
    pub fn put(
        &self,
        site: Site<'_>,
        siblings: &[Part<'_>],
        value: &Tree,
    ) -> Result<Vec<Splice>, Odd> {
        let new = self.form_of(site, siblings, value)?;
        let node = site.node;
        if site.is_block_text() {
            return self.put_for_block_text(site, &new, value);
        }
        if site.is_block_collection(self.lines)? {
            return self.put_for_block_parts(site, &new, value);
        }
        if node.value == Value::Reported {
            return Err(Odd);
        }
        let is_written = !node.span.is_empty();
        // Behind the colon on its line, or on a line of its own.
        let is_beside =
            !is_written || self.lines.start(node.span.start) == self.lines.start(site.after);
        let end = if is_written { node.span.end } else { site.after };
        let line_end = self.lines.end(end);
        let gap =
            if site.is_item && !is_written { " ".repeat(self.style.gap) } else { " ".to_owned() };
        let colon = if site.has_sign { "" } else { ":" };
        Ok(match new {
            New::Inline(text) if !is_written => {
                // `{ a: , b: 1 }`: no blank is left before the comma.
                let next = self.lines.skip_blanks(end);
                let is_before_comma = site.in_flow && self.lines.0[next..].starts_with(',');
                let place = if is_before_comma { end..next } else { end..end };
                if text.is_empty() {
                    Vec::new()
                } else {
                    vec![Splice::replace(place, format!("{colon}{gap}{text}"))]
                }
            }
            New::Inline(text) if text.is_empty() => {
                let start = if is_beside { site.after } else { node.span.start };
                vec![Splice::delete(start..end)]
            }
            New::Inline(text) => vec![Splice::replace(node.span.clone(), text)],
            New::Text(signs, body) => {
                let header = if is_written {
                    Splice::replace(node.span.clone(), signs)
                } else {
                    Splice::insert(end, format!("{gap}{signs}"))
                };
                let body = set_in(&body, self.body_column(site, None));
                vec![header, Splice::insert(line_end, self.lines_after(&body))]
            }
            New::Parts if !is_beside || site.is_item => {
                let column = if is_written {
                    self.lines.column(node.span.start)
                } else {
                    site.column.unwrap_or(0) + 1 + self.style.gap
                };
                let parts = self.blocks.parts(value, column);
                let (first, rest) = parts.split_first().ok_or(Odd)?;
                let first = first.trim_start_matches(' ');
                let head = if is_written {
                    Splice::replace(node.span.clone(), first)
                } else {
                    Splice::insert(end, format!("{gap}{first}"))
                };
                vec![head, Splice::insert(line_end, self.lines_after(rest))]
            }
            New::Parts => {
                let column = self.blocks.column_under(value, site.column.unwrap_or(0), false);
                let parts = self.blocks.parts(value, column);
                vec![
                    Splice::delete(site.after..end),
                    Splice::insert(line_end, self.lines_after(&parts)),
                ]
            }
        })
    }

    /// In the place of a text after `|`: a comment behind that sign stays.
    fn put_for_block_text(
        &self,
        site: Site<'_>,
        new: &New,
        value: &Tree,
    ) -> Result<Vec<Splice>, Odd> {
        let old = site.block_text(self.lines)?;
        Ok(match new {
            New::Inline(text) if text.is_empty() => {
                vec![Splice::delete(site.after..old.header.end), Splice::delete(old.body)]
            }
            New::Inline(text) => {
                vec![Splice::replace(old.header, text.clone()), Splice::delete(old.body)]
            }
            New::Text(signs, body) => {
                let body = set_in(body, self.body_column(site, old.column));
                vec![
                    Splice::replace(old.header, signs.clone()),
                    Splice::replace(old.body, self.lines_after(&body)),
                ]
            }
            New::Parts if site.is_item => {
                let parts = self.blocks.parts(value, self.lines.column(old.header.start));
                let (first, rest) = parts.split_first().ok_or(Odd)?;
                vec![
                    Splice::replace(old.header, first.trim_start_matches(' ')),
                    Splice::replace(old.body, self.lines_after(rest)),
                ]
            }
            New::Parts => {
                let column = self.blocks.column_under(value, site.column.unwrap_or(0), false);
                let parts = self.blocks.parts(value, column);
                vec![
                    Splice::delete(site.after..old.header.end),
                    Splice::replace(old.body, self.lines_after(&parts)),
                ]
            }
        })
    }

    /// In the place of lines that are held together by their indentation. What is noted
    /// within them goes with them; what is noted behind the key stays.
    fn put_for_block_parts(
        &self,
        site: Site<'_>,
        new: &New,
        value: &Tree,
    ) -> Result<Vec<Splice>, Odd> {
        let parts = site.parts(self.lines)?.ok_or(Odd)?;
        let (Some(first), Some(last)) = (parts.all.first(), parts.all.last()) else {
            return Err(Odd);
        };
        let end = self.lines.end(last.end);
        let is_beside = self.lines.start(first.start) == self.lines.start(site.after);
        let column = site.column.ok_or(Odd)?;
        if is_beside {
            let column = self.lines.column(first.start);
            let text = match new {
                New::Inline(text) => text.clone(),
                New::Text(signs, body) => {
                    signs.clone() + &self.lines_after(&set_in(body, self.body_column(site, None)))
                }
                New::Parts => self
                    .joined(&self.blocks.parts(value, column))
                    .trim_start_matches(' ')
                    .to_owned(),
            };
            let start = if text.is_empty() { site.after } else { first.start };
            return Ok(vec![Splice::replace(start..end, text)]);
        }
        let key_line = self.lines.end(site.after);
        Ok(match new {
            New::Inline(text) if text.is_empty() => vec![Splice::delete(key_line..end)],
            New::Inline(text) => {
                vec![Splice::insert(site.after, format!(" {text}")), Splice::delete(key_line..end)]
            }
            New::Text(signs, body) => {
                let body = set_in(body, self.body_column(site, None));
                vec![
                    Splice::insert(site.after, format!(" {signs}")),
                    Splice::replace(key_line..end, self.lines_after(&body)),
                ]
            }
            New::Parts => {
                let column = self.blocks.column_under(value, column, site.is_item);
                let parts = self.blocks.parts(value, column);
                vec![Splice::replace(key_line..end, self.lines_after(&parts))]
            }
        })
    }

    /// How a value is to be written in a place: as what it takes the place of, or as its
    /// neighbours.
    fn form_of(&self, site: Site<'_>, siblings: &[Part<'_>], value: &Tree) -> Result<New, Odd> {
        let is_collection = matches!(value, Tree::List(_) | Tree::Group(_));
        if is_collection {
            let is_inline = site.in_flow
                || value.is_empty_collection()
                || self.is_inline_like(site, siblings, value)?;
            return Ok(if is_inline {
                New::Inline(self.blocks.inline(value, site.in_flow))
            } else {
                New::Parts
            });
        }
        if site.in_flow && *value == Tree::Nothing && !site.is_item {
            return Ok(New::Inline("null".to_owned()));
        }
        if let (Tree::Text(text), false, false) = (value, site.in_flow, self.blocks.is_careful) {
            let old = if site.is_block_text() { site.block_text(self.lines)?.column } else { None };
            let step = self.body_column(site, old) - site.column.unwrap_or(0);
            if (text.contains('\n') || site.is_block_text())
                && let Some((signs, body)) = literal(text, step)
            {
                return Ok(New::Text(signs, body));
            }
        }
        Ok(New::Inline(scalar(value, self.manner(site, siblings))))
    }

    /// How a scalar is written in a place: within quotation marks when the one before it
    /// was, and with those of its neighbours.
    pub fn manner(&self, site: Site<'_>, siblings: &[Part<'_>]) -> Manner {
        let own = self.quote_of(site.node);
        let neighbour = siblings.iter().find_map(|part| self.quote_of(part.site.node));
        let is_number = |node: &Node| match &node.value {
            Value::Scalar(scalar) => {
                scalar.style == Style::Plain && is_of_another_kind(&scalar.text)
            }
            _ => false,
        };
        Manner {
            in_flow: site.in_flow,
            quote: own.or(neighbour).unwrap_or(self.style.quote),
            is_quoted: own.is_some() || self.blocks.is_careful,
            is_bare: is_number(site.node),
        }
    }

    fn quote_of(&self, node: &Node) -> Option<char> {
        let Value::Scalar(scalar) = &node.value else { return None };
        let first = self.lines.0.get(node.span.clone())?.chars().next();
        first.filter(|first| scalar.style == Style::Quoted && matches!(first, '"' | '\''))
    }

    /// Whether what takes its place, or its neighbours of the same kind, stand within
    /// brackets or braces.
    pub fn is_inline_like(
        &self,
        site: Site<'_>,
        siblings: &[Part<'_>],
        value: &Tree,
    ) -> Result<bool, Odd> {
        let is_same_kind = |node: &Node| match &node.value {
            Value::Mapping(entries) => matches!(value, Tree::Group(_)) && !entries.is_empty(),
            Value::Sequence(items) => matches!(value, Tree::List(_)) && !items.is_empty(),
            _ => false,
        };
        if is_same_kind(site.node) {
            return Ok(!site.is_block_collection(self.lines)?);
        }
        let mut alike = false;
        for part in siblings.iter().filter(|part| is_same_kind(part.site.node)) {
            if matches!(part.site.parts(self.lines)?.map(|parts| parts.form), Some(Form::Block(_)))
            {
                return Ok(false);
            }
            alike = true;
        }
        Ok(alike)
    }

    /// The column of the lines after `|`.
    fn body_column(&self, site: Site<'_>, old: Option<usize>) -> usize {
        let parent = site.column.unwrap_or(0);
        old.filter(|old| *old > parent).unwrap_or(parent + self.style.step)
    }

    /// Lines with the line break of the file before each.
    pub fn lines_after(&self, lines: &[String]) -> String {
        lines.iter().flat_map(|line| [self.style.line_break, line]).collect()
    }

    /// Lines with the line break of the file between them.
    pub fn joined(&self, lines: &[String]) -> String {
        lines.join(self.style.line_break)
    }
}
