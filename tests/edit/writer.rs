//! Makes up files, and notes while it writes them what they mean and where everything
//! stands.

use std::ops::Range;

use crate::model::{Content, File, Form, Part, Value};

/// Numbers that look like chance and are the same in every run.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(0x1234_5678_9ABC_DEF1))
    }

    pub fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % count.max(1) as u64).expect("it is small")
    }

    pub fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    pub fn of<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }
}

struct Writer {
    dice: Dice,
    text: String,
    line_break: &'static str,
    step: usize,
    dash: usize,
    gap: usize,
    comments: Vec<Range<usize>>,
    /// Whether an empty line would become a part of the text above.
    keeps_blank_lines: bool,
}

/// Makes up a file.
pub fn file(seed: u64) -> File {
    let mut dice = Dice::new(seed);
    let line_break = *dice.of(&["\n", "\n", "\r\n"]);
    let step = *dice.of(&[2, 2, 2, 4, 1, 3, 7]);
    let dash = *dice.of(&[0, step, step]);
    let gap = *dice.of(&[1, 1, 3]);
    let has_mark = dice.one_in(6);
    let mut writer = Writer {
        dice,
        text: String::new(),
        line_break,
        step,
        dash,
        gap,
        comments: Vec::new(),
        keeps_blank_lines: false,
    };
    if has_mark {
        writer.text.push('\u{feff}');
    }
    if writer.dice.one_in(3) {
        writer.comment();
        writer.end_line();
        writer.blank_lines();
    }
    if writer.dice.one_in(8) {
        writer.text.push_str("---");
        writer.end_line();
    }
    let root = if writer.dice.one_in(6) {
        writer.block_list(0, 0, false)
    } else {
        writer.block_group(0, 0, false)
    };
    if writer.dice.one_in(4)
        && !writer.text.ends_with("\n\n")
        && !writer.text.ends_with("\n\r\n")
        && root.form != Form::BlockText
    {
        // The last line without its end.
        let is_in_text = ends_with_kept_text(&root);
        if !is_in_text {
            writer.text.truncate(writer.text.trim_end_matches(['\n', '\r']).len());
        }
    }
    File { text: writer.text, root, comments: writer.comments }
}

fn ends_with_kept_text(value: &Value) -> bool {
    value.form == Form::BlockText
        || value.parts().last().is_some_and(|part| ends_with_kept_text(&part.value))
}

/// Texts in lines.
const ROWS: &[&[&str]] = &[&["ett # två"], &["- ett", "", "# två: x"], &["a: b", "c"]];

const KEYS: &[(&str, &str)] = &[
    ("a", "a"),
    ("klienter", "klienter"),
    ("år", "år"),
    ("a\u{30a}r", "år"),
    ("ar", "ar"),
    ("År", "År"),
    ("fo\u{308}rvaltning", "förvaltning"),
    ("a.b", "a.b"),
    ("2025", "2025"),
    ("'2025 '", "2025 "),
    ("18–29 år", "18–29 år"),
    ("\"med: kolon\"", "med: kolon"),
    ("'it''s'", "it's"),
    ("e-post", "e-post"),
    ("Socialtjänsten Väst", "Socialtjänsten Väst"),
    ("a[0]", "a[0]"),
    ("x", "x"),
    ("y", "y"),
    ("z", "z"),
];

/// What is written, what it means, and whether it can stand within brackets.
const SCALARS: &[(&str, &str, bool)] = &[
    ("ord", "ord", true),
    ("189", "189", true),
    ("flera ord på raden", "flera ord på raden", true),
    ("1,75", "1,75", false),
    ("2026-01-15", "2026-01-15", true),
    ("'it''s'", "it's", true),
    ("\"a \\\"q\\\" \\\\ b\"", "a \"q\" \\ b", true),
    ("\"\"", "", true),
    ("''", "", true),
    ("o\u{308}", "ö", true),
    ("\"0042\"", "0042", true),
    ("https://example.org/x#y", "https://example.org/x#y", false),
    ("-5", "-5", true),
    ("\"# nej\"", "# nej", true),
    ("'a: b, [c] {d}'", "a: b, [c] {d}", true),
    ("\"rad\\när\"", "rad\när", true),
    ("ja", "ja", true),
    ("08:30", "08:30", false),
];

impl Writer {
    fn end_line(&mut self) {
        self.text.push_str(self.line_break);
    }

    fn blanks(&mut self, count: usize) {
        self.text.extend(std::iter::repeat_n(' ', count));
    }

    fn comment(&mut self) {
        let start = self.text.len();
        let number = self.comments.len().to_string();
        self.text.extend(["# not ", &number, ": x, [y"]);
        self.keeps_blank_lines = false;
        self.comments.push(start..self.text.len());
    }

    fn blank_lines(&mut self) {
        if self.keeps_blank_lines {
            return;
        }
        for _ in 0..self.dice.below(5).saturating_sub(2) {
            self.end_line();
        }
    }

    /// Blanks or a comment behind a value, and the end of its line. The answer is where the
    /// line's content ends.
    fn behind(&mut self) -> usize {
        match self.dice.below(6) {
            0 => {
                let count = 1 + self.dice.below(3);
                self.blanks(count);
                self.comment();
            }
            1 => self.text.push_str("  "),
            _ => {}
        }
        let end = self.text.len();
        self.end_line();
        end
    }

    /// Lines that belong to no value.
    fn between(&mut self, column: usize) {
        if self.dice.one_in(5) {
            self.blank_lines();
        }
        if self.dice.one_in(5) {
            self.blanks(column);
            self.comment();
            self.end_line();
        }
        if self.dice.one_in(6) {
            self.blank_lines();
        }
        self.keeps_blank_lines = false;
    }

    fn key(&mut self, taken: &mut Vec<String>, in_flow: bool) -> (String, Range<usize>) {
        let free: Vec<_> = KEYS
            .iter()
            .filter(|(written, means)| {
                !(taken.iter().any(|known| known == means) || in_flow && written.starts_with("a["))
            })
            .collect();
        let (written, means) = **self.dice.of(&free);
        taken.push(means.to_owned());
        let start = self.text.len();
        self.text.push_str(written);
        (means.to_owned(), start..self.text.len())
    }

    /// Entries at a column; `is_beside` when the first stands beside a dash.
    fn block_group(&mut self, column: usize, depth: usize, is_beside: bool) -> Value {
        let count = 1 + self.dice.below(4);
        let mut taken = Vec::new();
        let mut parts = Vec::new();
        for number in 0..count {
            let is_first = number == 0 && is_beside;
            if !is_first {
                self.between(column);
                self.blanks(column);
            }
            let start = self.text.len();
            let key = self.key(&mut taken, false);
            if self.dice.one_in(9) {
                self.text.push(' ');
            }
            self.text.push(':');
            let after = self.text.len();
            let (value, end) = self.block_value(column, depth, false);
            parts.push(Part { key: Some(key), start, after, end, value });
        }
        let span = parts[0].start..parts[count - 1].value.span.end.max(parts[count - 1].after);
        Value { span, form: Form::Block, content: Content::Group(parts) }
    }

    fn block_list(&mut self, column: usize, depth: usize, is_beside: bool) -> Value {
        let count = 1 + self.dice.below(4);
        let mut parts = Vec::new();
        for number in 0..count {
            if number > 0 || !is_beside {
                self.between(column);
                self.blanks(column);
            }
            let start = self.text.len();
            self.text.push('-');
            let after = self.text.len();
            let (value, end) = self.block_value(column, depth, true);
            parts.push(Part { key: None, start, after, end, value });
        }
        let span = parts[0].start..parts[count - 1].value.span.end.max(parts[count - 1].after);
        Value { span, form: Form::Block, content: Content::List(parts) }
    }

    /// A value behind a colon or a dash, and the rest of its lines.
    fn block_value(&mut self, column: usize, depth: usize, is_item: bool) -> (Value, usize) {
        let gap = if is_item { self.gap } else { 1 + self.dice.below(4) / 3 };
        let kind = self.dice.below(if depth < 3 { 16 } else { 9 });
        match kind {
            0 => {
                let here = self.text.len();
                if self.dice.one_in(3) {
                    self.blanks(gap);
                    let start = self.text.len();
                    self.text.push('~');
                    let span = start..self.text.len();
                    let end = self.behind();
                    return (Value { span, form: Form::Inline, content: Content::Nothing }, end);
                }
                let end = self.behind();
                (Value { span: here..here, form: Form::Inline, content: Content::Nothing }, end)
            }
            1 => {
                // On several lines without a sign.
                self.blanks(gap);
                let start = self.text.len();
                self.text.push_str("ett");
                self.end_line();
                self.blanks(column + self.step);
                self.text.push_str("två ord");
                let span = start..self.text.len();
                let end = self.behind();
                (
                    Value {
                        span,
                        form: Form::Inline,
                        content: Content::Text("ett två ord".to_owned()),
                    },
                    end,
                )
            }
            2 => {
                self.behind();
                self.blanks(column + self.step);
                let (span, text) = self.scalar(false);
                let end = self.behind();
                (Value { span, form: Form::Inline, content: Content::Text(text) }, end)
            }
            3 | 4 => self.block_text(column, gap),
            5 | 6 => {
                self.blanks(gap);
                let value = self.flow(column, depth.max(1));
                let end = self.behind();
                (value, end)
            }
            7..=10 => {
                self.blanks(gap);
                let (span, text) = self.scalar(false);
                let end = self.behind();
                if self.dice.one_in(10) {
                    // What is noted goes on below, further in.
                    self.blanks(column + self.step + 3);
                    self.comment();
                    self.end_line();
                }
                (Value { span, form: Form::Inline, content: Content::Text(text) }, end)
            }
            _ => {
                let is_list = self.dice.one_in(3);
                let is_beside = is_item && !self.dice.one_in(4);
                let inner = if is_beside {
                    self.blanks(gap);
                    column + 1 + gap
                } else {
                    self.behind();
                    column + if is_list && !is_item { self.dash } else { self.step.max(1) }
                };
                let value = if is_list {
                    self.block_list(inner, depth + 1, is_beside)
                } else {
                    self.block_group(inner, depth + 1, is_beside)
                };
                let end = value.parts().last().expect("there is one").end;
                (value, end)
            }
        }
    }

    fn scalar(&mut self, in_flow: bool) -> (Range<usize>, String) {
        let fitting: Vec<_> = SCALARS.iter().filter(|(_, _, fits)| *fits || !in_flow).collect();
        let (written, means, _) = **self.dice.of(&fitting);
        let start = self.text.len();
        self.text.push_str(written);
        (start..self.text.len(), means.to_owned())
    }

    fn block_text(&mut self, column: usize, gap: usize) -> (Value, usize) {
        self.blanks(gap);
        let start = self.text.len();
        let sign = *self.dice.of(&["|", "|", ">"]);
        let is_set_in = self.dice.one_in(4);
        let chomp = *self.dice.of(&["", "-", "+"]);
        self.text.push_str(sign);
        if is_set_in {
            self.text.push_str(&self.step.to_string());
        }
        self.text.push_str(chomp);
        self.behind();
        let rows: &[&str] =
            if is_set_in { &["  först", "sedan"] } else { ROWS[self.dice.below(ROWS.len())] };
        let mut means = String::new();
        for (number, row) in rows.iter().enumerate() {
            if !row.is_empty() {
                self.blanks(column + self.step);
            }
            self.text.push_str(row);
            if number > 0 {
                // A folded text has joined lines; a line that is set in is never joined.
                let previous = rows[number - 1];
                let is_joined = sign == ">"
                    && !row.is_empty()
                    && !previous.is_empty()
                    && !previous.starts_with(' ');
                let is_dropped = sign == ">" && row.is_empty();
                means.push_str(if is_joined {
                    " "
                } else if is_dropped {
                    ""
                } else {
                    "\n"
                });
            }
            means.push_str(row);
            if number + 1 < rows.len() {
                self.end_line();
            }
        }
        let end = self.text.len();
        self.end_line();
        let more = self.dice.below(4).saturating_sub(1);
        for _ in 0..more {
            self.end_line();
        }
        let span_end =
            if chomp == "+" && more > 0 { self.text.len() - self.line_break.len() } else { end };
        match chomp {
            "-" => {}
            "+" => means.push_str(&"\n".repeat(1 + more)),
            _ => means.push('\n'),
        }
        let value =
            Value { span: start..span_end, form: Form::BlockText, content: Content::Text(means) };
        self.keeps_blank_lines = chomp == "+";
        (value, span_end)
    }

    fn flow(&mut self, column: usize, depth: usize) -> Value {
        let start = self.text.len();
        let is_group = self.dice.one_in(2);
        let count = self.dice.below(4);
        let has_lines = self.dice.one_in(3);
        let inner = column + self.step + 1;
        let space = if self.dice.one_in(2) { " " } else { "" };
        self.text.push_str(if is_group { "{" } else { "[" });
        let mut parts = Vec::new();
        let mut taken = Vec::new();
        if has_lines {
            self.behind();
        } else {
            self.text.push_str(space);
        }
        for number in 0..count {
            if has_lines {
                if self.dice.one_in(4) {
                    self.blanks(inner);
                    self.comment();
                    self.end_line();
                }
                self.blanks(inner);
            }
            let part_start = self.text.len();
            let key = is_group.then(|| self.key(&mut taken, true));
            if is_group {
                self.text.push(':');
            }
            let after = self.text.len();
            let value = if is_group && self.dice.one_in(8) {
                self.text.push(' ');
                Value { span: after..after, form: Form::Inline, content: Content::Nothing }
            } else {
                if is_group {
                    self.text.push(' ');
                }
                if depth < 3 && self.dice.one_in(4) {
                    self.flow(column, depth + 1)
                } else {
                    let (span, text) = self.scalar(true);
                    Value { span, form: Form::Inline, content: Content::Text(text) }
                }
            };
            let end = if value.span.is_empty() { after } else { self.text.len() };
            parts.push(Part {
                key,
                start: part_start,
                after: if is_group { after } else { part_start },
                end,
                value,
            });
            let is_last = number + 1 == count;
            if !is_last || self.dice.one_in(4) {
                if self.dice.one_in(8) {
                    self.text.push(' ');
                }
                self.text.push(',');
            }
            if has_lines {
                self.behind();
            } else if !is_last {
                let blanks = *self.dice.of(&[1, 1, 2]);
                self.blanks(blanks);
            } else {
                self.text.push_str(space);
            }
        }
        if has_lines {
            self.blanks(column + self.step);
        }
        self.text.push_str(if is_group { "}" } else { "]" });
        let content = if is_group { Content::Group(parts) } else { Content::List(parts) };
        Value { span: start..self.text.len(), form: Form::Inline, content }
    }
}
