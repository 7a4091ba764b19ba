//! How a file is written, so that what comes into it is written alike.

use super::layout::{Form, Site};
use super::lines::Lines;
use crate::yaml::Value;

/// How a file is written.
#[derive(Debug, Clone, Copy)]
pub struct FileStyle {
    /// How far what stands under a key is indented from it.
    pub step: usize,
    /// How far the dashes of a list are indented from its key.
    pub dash: usize,
    /// How many blanks stand between a dash and its item.
    pub gap: usize,
    /// The quotation marks that texts stand within.
    pub quote: char,
    /// How lines end.
    pub line_break: &'static str,
}

impl FileStyle {
    /// How a new file is written.
    pub const NEW: Self = Self { step: 2, dash: 2, gap: 1, quote: '"', line_break: "\n" };

    /// How a file is written, by the first of each kind that it has.
    pub fn of(root: Site<'_>, lines: Lines<'_>, line_break: &'static str) -> Self {
        let mut seen = Seen::default();
        seen.look(root, lines);
        Self {
            step: seen.step.unwrap_or(Self::NEW.step),
            dash: seen.dash.unwrap_or(Self::NEW.dash),
            gap: seen.gap.unwrap_or(Self::NEW.gap),
            quote: seen.quote.unwrap_or(Self::NEW.quote),
            line_break,
        }
    }
}

#[derive(Default)]
struct Seen {
    step: Option<usize>,
    dash: Option<usize>,
    gap: Option<usize>,
    quote: Option<char>,
}

impl Seen {
    fn look(&mut self, site: Site<'_>, lines: Lines<'_>) {
        if let Value::Scalar(_) = site.node.value {
            let first = lines.0.get(site.node.span.clone()).and_then(|text| text.chars().next());
            if let Some(quote) =
                first.filter(|first| matches!(first, '"' | '\'') && !site.is_block_text())
            {
                self.quote.get_or_insert(quote);
            }
        }
        let Ok(Some(parts)) = site.parts(lines) else { return };
        if let (Form::Block(column), Some(parent), Value::Mapping(_)) =
            (parts.form, site.column, &site.node.value)
            && !site.is_item
        {
            self.step = self.step.or(column.checked_sub(parent).filter(|step| *step > 0));
        }
        if let (Form::Block(column), Some(parent), Value::Sequence(_)) =
            (parts.form, site.column, &site.node.value)
            && !site.is_item
        {
            self.dash = self.dash.or(column.checked_sub(parent));
        }
        for part in parts.all {
            let is_beside_dash = part.key.is_none() && matches!(parts.form, Form::Block(_));
            if is_beside_dash && !part.site.node.span.is_empty() {
                let gap = lines.skip_blanks(part.site.after) - part.site.after;
                let is_on_line = lines.end(part.start) > part.site.after + gap;
                self.gap = self.gap.or(Some(gap).filter(|gap| *gap > 0 && is_on_line));
            }
            self.look(part.site, lines);
        }
    }
}
