//! Adding, removing and moving what is held together by indentation.

use super::Context;
use super::layout::{BlockText, Form, Odd, Part, Parts, Site};
use super::lines::Splice;
use super::steps::{Comments, Side};
use super::tree::Tree;

impl Context<'_> {
    /// The changes that add a part to a list or a group that has parts already.
    pub fn insert_in_block(
        &self,
        parts: &Parts<'_>,
        index: usize,
        side: Side,
        key: Option<&str>,
        value: &Tree,
    ) -> Result<Vec<Splice>, Odd> {
        let Form::Block(column) = parts.form else { return Err(Odd) };
        let new = self.new_part(parts, column, key, value)?;
        let is_spaced = self.is_spaced(parts);
        let before = match (side, index.checked_sub(1)) {
            (Side::AfterPrevious, Some(previous)) => {
                let previous = parts.all.get(previous).ok_or(Odd)?;
                let end = self.lines.comments_below(previous.end, column);
                let text = previous.site.last_block_text(self.lines)?;
                let keeps_space = text.is_some_and(|text| self.keeps_breaks(&text));
                let space = if is_spaced && !keeps_space { self.style.line_break } else { "" };
                return Ok(vec![Splice::insert(end, format!("{space}{}", self.lines_after(&new)))]);
            }
            _ => index,
        };
        let next = parts.all.get(before).ok_or(Odd)?;
        let space = if is_spaced { self.style.line_break } else { "" };
        if !self.lines.is_first(next.start) {
            // Beside a dash: what stood there gets a line of its own.
            let text = self.joined(&new);
            let text = text.trim_start_matches(' ');
            let line = format!("{text}{}{space}{}", self.style.line_break, " ".repeat(column));
            return Ok(vec![Splice::insert(next.start, line)]);
        }
        let at = self.own_start(parts, before, column);
        Ok(vec![Splice::insert(
            at,
            format!("{}{}{space}", self.joined(&new), self.style.line_break),
        )])
    }

    /// A new part in lines, written as its neighbours are.
    fn new_part(
        &self,
        parts: &Parts<'_>,
        column: usize,
        key: Option<&str>,
        value: &Tree,
    ) -> Result<Vec<String>, Odd> {
        let Some(neighbour) = parts.all.last() else { return Err(Odd) };
        let is_collection =
            matches!(value, Tree::List(_) | Tree::Group(_)) && !value.is_empty_collection();
        let inline = if is_collection {
            let nowhere = crate::yaml::Node { span: 0..0, value: crate::yaml::Value::Null };
            let site = Site { node: &nowhere, ..neighbour.site };
            let is_inline = self.is_inline_like(site, &parts.all, value)?;
            is_inline.then(|| self.blocks.inline(value, false))
        } else if value.scalar().is_some() && self.blocks.lines_of(value).is_none() {
            let nowhere = crate::yaml::Node { span: 0..0, value: crate::yaml::Value::Null };
            let site = Site { node: &nowhere, ..neighbour.site };
            Some(super::render::scalar(value, self.manner(site, &parts.all)))
        } else {
            None
        };
        let Some(inline) = inline else { return Ok(self.blocks.part(key, value, column)) };
        let sign = self.blocks.part(key, &Tree::Nothing, column).concat();
        let gap = if key.is_none() { self.style.gap } else { 1 };
        Ok(vec![format!("{sign}{}{inline}", " ".repeat(gap))])
    }

    /// Whether an empty line stands between all parts.
    fn is_spaced(&self, parts: &Parts<'_>) -> bool {
        let mut pairs = parts.all.windows(2).peekable();
        pairs.peek().is_some()
            && pairs.all(|pair| self.lines.has_empty_line(pair[0].end..pair[1].start))
    }

    /// Whether empty lines after a text are a part of it.
    fn keeps_breaks(&self, text: &BlockText) -> bool {
        self.lines.0[text.header.clone()].contains('+')
    }

    /// Where a part begins with the comments that stand right above it.
    fn own_start(&self, parts: &Parts<'_>, index: usize, column: usize) -> usize {
        let line = self.lines.start(parts.all[index].start);
        let not_before = match index.checked_sub(1) {
            Some(previous) => self.lines.next(parts.all[previous].end),
            None => 0,
        };
        self.lines.comments_above(line, column, not_before)
    }

    /// The changes that take a part away. The last one leaves brackets or braces behind.
    pub fn remove_from_block(
        &self,
        site: Site<'_>,
        parts: &Parts<'_>,
        index: usize,
        comments: Comments,
    ) -> Result<Vec<Splice>, Odd> {
        let Form::Block(column) = parts.form else { return Err(Odd) };
        let part = parts.all.get(index).ok_or(Odd)?;
        let end = self.lines.end(part.end);
        let empty = if part.key.is_some() { "{}" } else { "[]" };
        let is_only = parts.all.len() == 1;
        if !self.lines.is_first(part.start) {
            // Beside a dash.
            if is_only {
                return Ok(vec![Splice::replace(part.start..end, empty)]);
            }
            let next = parts.all.get(index + 1).ok_or(Odd)?;
            let own = self.own_start(parts, index + 1, column);
            if own == self.lines.start(next.start)
                && self.lines.skip_blanks(self.lines.next(end)) == next.start
            {
                return Ok(vec![Splice::delete(part.start..next.start)]);
            }
            return Ok(vec![Splice::delete(site.after..end)]);
        }
        let start = match comments {
            Comments::Stay => self.lines.start(part.start),
            Comments::Go => self.own_start(parts, index, column),
        };
        let end = if comments == Comments::Go {
            self.lines.comments_below(part.end, column)
        } else {
            end
        };
        if is_only && site.column.is_none() {
            return Ok(vec![Splice::replace(start..end, empty)]);
        }
        let lines = start..self.lines.next(end);
        let mut splices = Vec::new();
        if is_only {
            splices.push(Splice::insert(site.after, format!(" {empty}")));
        }
        let text_before = match index.checked_sub(1) {
            Some(previous) => parts.all[previous].site.last_block_text(self.lines)?,
            None => None,
        };
        let below = self.lines.comments_below(part.end, column);
        if text_before.is_some() && below > end {
            // Comments that went on further in would become text now.
            let notes = self.lines.0[lines.end..below].lines().map(str::trim_start);
            let notes: Vec<String> =
                notes.map(|note| format!("{}{note}", " ".repeat(column))).collect();
            splices.push(Splice::replace(lines.start..below, self.joined(&notes)));
            return Ok(splices);
        }
        let is_empty = |at: usize| at < self.lines.0.len() && self.lines.at(at).trim().is_empty();
        let (mut start, mut end) = (lines.start, lines.end);
        let is_empty_before = start > 0 && is_empty(start - 1);
        if text_before.is_some_and(|text| self.keeps_breaks(&text)) {
            // Empty lines would become a part of the text.
            while is_empty(end) {
                end = self.lines.next(end);
            }
        } else if is_empty_before && is_empty(end) {
            // Of two empty lines around it one is enough.
            end = self.lines.next(end);
        } else if is_empty_before && end == self.lines.0.len() && site.column.is_none() {
            // At the end of a file nothing is left to be divided from.
            start = self.lines.start(start - 1);
        }
        splices.push(Splice::delete(start..end));
        Ok(splices)
    }

    /// The changes that put the parts into another order: the one that stands at a place
    /// goes to another. Empty lines and comments that belong to no part stay where they are.
    pub fn move_in_block(
        &self,
        parts: &Parts<'_>,
        from: usize,
        to: usize,
    ) -> Result<Vec<Splice>, Odd> {
        let Form::Block(column) = parts.form else { return Err(Odd) };
        let span = |(index, part): (usize, &Part<'_>)| {
            let is_first = self.lines.is_first(part.start);
            let start = if is_first { self.own_start(parts, index, column) } else { part.start };
            start..self.lines.comments_below(part.end, column)
        };
        let spans: Vec<_> = parts.all.iter().enumerate().map(span).collect();
        let mut order: Vec<usize> = (0..spans.len()).collect();
        let moved = order.remove(from);
        order.insert(to, moved);
        let blanks = " ".repeat(column);
        let splices =
            spans.iter().zip(&order).enumerate().filter(|(place, (_, index))| place != *index);
        let splices = splices.map(|(place, (span, index))| {
            let text = &self.lines.0[spans[*index].clone()];
            let is_beside = |index: usize| !self.lines.is_first(parts.all[index].start);
            let text = match (is_beside(place), is_beside(*index)) {
                (true, false) => text.trim_start_matches(' ').to_owned(),
                (false, true) => format!("{blanks}{text}"),
                _ => text.to_owned(),
            };
            Splice::replace(span.clone(), text)
        });
        Ok(splices.collect())
    }
}
