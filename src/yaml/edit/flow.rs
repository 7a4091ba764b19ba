//! Adding, removing and moving what stands within brackets or braces.

use super::Context;
use super::layout::{Form, Odd, Parts, comma};
use super::lines::Splice;
use super::steps::Side;
use super::tree::Tree;

impl Context<'_> {
    /// The changes that add a part within brackets or braces.
    pub fn insert_in_flow(
        &self,
        parts: &Parts<'_>,
        index: usize,
        side: Side,
        key: Option<&str>,
        value: &Tree,
    ) -> Result<Vec<Splice>, Odd> {
        let Form::Flow(open, close) = parts.form else { return Err(Odd) };
        let new = self.new_flow_part(parts, key, value);
        let Some(last) = parts.all.last() else {
            return Ok(self.first_in_flow(open, close, &new, key.is_some()));
        };
        let starts_line = |start: usize| self.lines.is_first(start);
        if let Some(next) = parts.all.get(index) {
            if !starts_line(next.start) {
                return Ok(vec![Splice::insert(next.start, format!("{new}, "))]);
            }
            let column = self.lines.column(next.start);
            let bound = index
                .checked_sub(1)
                .map_or(open, |previous| self.after_comma(parts.all[previous].end));
            let above = if side == Side::AfterPrevious && index > 0 {
                self.lines.next(bound)
            } else {
                let line = self.lines.start(next.start);
                self.lines.comments_above(line, column, self.lines.next(bound))
            };
            let line = format!("{}{new},{}", " ".repeat(column), self.style.line_break);
            return Ok(vec![Splice::insert(above, line)]);
        }
        let trailing = comma(self.lines, last.end);
        if !starts_line(last.start) {
            return Ok(vec![match trailing {
                Some(comma) => Splice::insert(comma + 1, format!(" {new},")),
                None => Splice::insert(last.end, format!(", {new}")),
            }]);
        }
        let column = self.lines.column(last.start);
        let line =
            |sign: &str| format!("{}{}{new}{sign}", self.style.line_break, " ".repeat(column));
        Ok(match trailing {
            Some(comma) if self.lines.ends_after(comma + 1) => {
                vec![Splice::insert(self.lines.end(comma), line(","))]
            }
            Some(comma) => vec![Splice::insert(comma + 1, line(","))],
            None if self.lines.ends_after(last.end) => {
                vec![
                    Splice::insert(last.end, ","),
                    Splice::insert(self.lines.end(last.end), line("")),
                ]
            }
            None => vec![Splice::insert(last.end, format!(",{}", line("")))],
        })
    }

    fn new_flow_part(&self, parts: &Parts<'_>, key: Option<&str>, value: &Tree) -> String {
        let text = match (value.scalar(), parts.all.last()) {
            (Some(_), Some(neighbour)) => {
                let nowhere = crate::yaml::Node { span: 0..0, value: crate::yaml::Value::Null };
                let site = super::layout::Site { node: &nowhere, ..neighbour.site };
                super::render::scalar(value, self.manner(site, &parts.all))
            }
            _ => self.blocks.inline(value, true),
        };
        key.map_or(text.clone(), |key| format!("{}: {text}", self.blocks.key(key, true)))
    }

    /// The first part: comments that stand there stay.
    fn first_in_flow(&self, open: usize, close: usize, new: &str, is_group: bool) -> Vec<Splice> {
        let inside = open + 1..close;
        let text = &self.lines.0[inside.clone()];
        let text_is_blank = text.trim_matches([' ', '\t']).is_empty();
        if text_is_blank {
            let space = if is_group { " " } else { "" };
            return vec![Splice::replace(inside, format!("{space}{new}{space}"))];
        }
        let column = self.lines.column(close) + self.style.step;
        if self.lines.is_first(close) {
            let line = format!("{}{new}{}", " ".repeat(column), self.style.line_break);
            return vec![Splice::insert(self.lines.start(close), line)];
        }
        vec![Splice::insert(close, new.to_owned())]
    }

    /// The end of a part with the comma that follows it.
    fn after_comma(&self, end: usize) -> usize {
        comma(self.lines, end).map_or(end, |comma| comma + 1)
    }

    /// The changes that take a part away, with its comma and what is noted behind it on
    /// the same line.
    pub fn remove_from_flow(&self, parts: &Parts<'_>, index: usize) -> Result<Vec<Splice>, Odd> {
        let Form::Flow(open, close) = parts.form else { return Err(Odd) };
        let part = parts.all.get(index).ok_or(Odd)?;
        let end = self.after_comma(part.end);
        if parts.all.len() == 1 {
            let inside = &self.lines.0[open + 1..close];
            let is_alone = self.lines.skip_blanks(open + 1) == part.start
                && self.lines.skip_blanks(end) == close;
            let has_no_comment = !inside[..part.start - open - 1].contains('#');
            return Ok(vec![if is_alone && has_no_comment {
                Splice::delete(open + 1..close)
            } else {
                Splice::delete(part.start..end)
            }]);
        }
        let mut splices = Vec::new();
        let is_last = index + 1 == parts.all.len();
        let has_comma = end > part.end;
        if is_last && !has_comma {
            let previous = parts.all[index - 1].end;
            let comma = comma(self.lines, previous).ok_or(Odd)?;
            if self.lines.skip_blanks(comma + 1) == part.start
                && self.lines.skip_blanks(previous) == comma
            {
                return Ok(vec![Splice::delete(previous..end)]);
            }
            splices.push(Splice::delete(comma..comma + 1));
        }
        let is_own_line = self.lines.is_first(part.start) && self.lines.ends_after(end);
        splices.push(if is_own_line {
            Splice::delete(self.lines.start(part.start)..self.lines.next(end))
        } else {
            Splice::delete(part.start..if has_comma { self.lines.skip_blanks(end) } else { end })
        });
        Ok(splices)
    }

    /// The changes that put the parts into another order. Each takes the comments with it
    /// that stand above it and behind it, when every part has a line of its own; the commas
    /// stay.
    pub fn move_in_flow(
        &self,
        parts: &Parts<'_>,
        from: usize,
        to: usize,
    ) -> Result<Vec<Splice>, Odd> {
        let Form::Flow(open, close) = parts.form else { return Err(Odd) };
        let has_lines = parts.all.iter().all(|part| {
            self.lines.is_first(part.start) && self.lines.ends_after(self.after_comma(part.end))
        });
        let has_comments = parts.all.first().zip(parts.all.last()).is_some_and(|(first, last)| {
            let ends = parts.all.iter().map(|part| part.end);
            let starts = parts.all.iter().skip(1).map(|part| part.start).chain([close]);
            let between =
                ends.zip(starts).any(|(end, start)| self.lines.0[end..start].contains('#'));
            between || self.lines.0[open..first.start].contains('#') || last.end > close
        });
        if has_comments && !has_lines {
            return Err(Odd);
        }
        // What stands above a part, the part, and what stands behind it.
        let pieces: Vec<[std::ops::Range<usize>; 3]> = parts
            .all
            .iter()
            .enumerate()
            .map(|(index, part)| {
                if !has_lines {
                    return [part.start..part.start, part.start..part.end, part.end..part.end];
                }
                let bound = index.checked_sub(1).map_or(open, |previous| parts.all[previous].end);
                let line = self.lines.start(part.start);
                let column = self.lines.column(part.start);
                let above = self.lines.comments_above(line, column, self.lines.next(bound));
                let end = self.after_comma(part.end);
                [above..part.start, part.start..part.end, end..self.lines.end(end)]
            })
            .collect();
        let mut order: Vec<usize> = (0..pieces.len()).collect();
        let moved = order.remove(from);
        order.insert(to, moved);
        let changed =
            pieces.iter().zip(&order).enumerate().filter(|(place, (_, index))| place != *index);
        Ok(changed
            .flat_map(|(_, (place, index))| {
                let new = |piece: &std::ops::Range<usize>| self.lines.0[piece.clone()].to_owned();
                place
                    .iter()
                    .zip(&pieces[*index])
                    .map(move |(old, piece)| Splice::replace(old.clone(), new(piece)))
            })
            .collect())
    }
}
