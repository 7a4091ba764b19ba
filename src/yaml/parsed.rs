//! The text that is given to the parser, which need not be the source to the letter.

use std::sync::Arc;

use crate::finding::Finding;
use crate::source::{Source, Span};
use crate::swedish::join;

/// A text to parse, and which place in the source every place in it comes from.
pub(super) struct Parsed {
    /// The text to parse.
    pub(super) text: String,
    /// From which byte of the text on the source is ahead by how many bytes.
    ahead: Vec<(usize, usize)>,
}

impl Parsed {
    /// The place in the source that a place in the text comes from.
    pub(super) fn written_at(&self, at: usize) -> usize {
        let next = self.ahead.partition_point(|(from, _)| *from <= at);
        let ahead = next.checked_sub(1).and_then(|last| self.ahead.get(last));
        at + ahead.map_or(0, |(_, bytes)| *bytes)
    }

    /// The span in the source that a span of the text comes from.
    pub(super) fn written(&self, span: &Span) -> Span {
        self.written_at(span.start)..self.written_at(span.end)
    }
}

/// The source as it is, but for fixed spaces in the indentation and after the `-` of a
/// list: they look like ordinary spaces, and YAML takes them for letters. They are
/// reported once for all lines that have them.
pub(super) fn parsed(source: &Arc<Source>) -> (Parsed, Vec<Finding>) {
    let mut parsed = Parsed { text: String::with_capacity(source.text.len()), ahead: Vec::new() };
    let mut slips: Vec<Slip> = Vec::new();
    let mut block = TextBlock::default();
    let mut at = 0;
    for (number, line) in source.text.split_inclusive('\n').enumerate() {
        let lead = if block.has(line) { 0 } else { lead(line) };
        let fixed = line[..lead].char_indices().find(|(_, character)| is_fixed_space(*character));
        if let Some((first, character)) = fixed {
            let place = at + first..at + first + character.len_utf8();
            match slips.last_mut().filter(|slip| slip.next_line == number) {
                Some(slip) => slip.next_line += 1,
                None => slips.push(Slip { place, first_line: number, next_line: number + 1 }),
            }
        } else if let Some(slip) = slips.last_mut().filter(|_| line.trim().is_empty()) {
            slip.next_line += usize::from(slip.next_line == number);
        }
        let start = parsed.text.len();
        parsed.take(&line[..lead], at);
        parsed.text.push_str(&line[lead..]);
        block.take(&parsed.text[start..]);
        at += line.len();
    }
    let finding = finding(source, &slips);
    (parsed, finding.into_iter().collect())
}

impl Parsed {
    /// Takes over the beginning of a line, with ordinary spaces for the fixed ones.
    fn take(&mut self, lead: &str, start: usize) {
        for (at, character) in lead.char_indices() {
            self.text.push(if is_fixed_space(character) { ' ' } else { character });
            if is_fixed_space(character) {
                let next = start + at + character.len_utf8();
                self.ahead.push((self.text.len(), next - self.text.len()));
            }
        }
    }
}

/// Lines in a row that are indented with fixed spaces.
struct Slip {
    place: Span,
    first_line: usize,
    next_line: usize,
}

/// One finding for all such lines: whoever has pasted a whole file has them everywhere.
fn finding(source: &Arc<Source>, slips: &[Slip]) -> Option<Finding> {
    let first = slips.first()?;
    let lines: usize = slips.iter().map(|slip| slip.next_line - slip.first_line).sum();
    let message = match (lines, slips.len()) {
        (1, _) => "raden är indragen med fasta mellanslag i stället för vanliga".to_owned(),
        (_, 1) => format!(
            "raderna {}–{} är indragna med fasta mellanslag i stället för vanliga",
            first.first_line + 1,
            first.next_line
        ),
        _ => format!(
            "{lines} rader är indragna med fasta mellanslag i stället för vanliga, först den här"
        ),
    };
    let finding = Finding::error("fasta-mellanslag", source, first.place.clone(), message);
    let finding = finding.because("De ser ut som vanliga mellanslag och följer ofta med när text klistras in från Word eller en webbsida.");
    let hint = "Radera mellanslagen i början av varje sådan rad och skriv dem på nytt med mellanslagstangenten.";
    Some(match rows(slips) {
        Some(rows) => finding.hint(format!("{hint} Det gäller raderna {rows}.")),
        None => finding.hint(hint),
    })
}

/// The lines, when they stand in several places but not in very many.
fn rows(slips: &[Slip]) -> Option<String> {
    let row = |slip: &Slip| match (slip.first_line + 1, slip.next_line) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}–{last}"),
    };
    let rows: Vec<String> = slips.iter().map(row).collect();
    (2..=20).contains(&rows.len()).then(|| join(&rows))
}

/// Spaces that Word and web pages use for their width or because no line may end there.
pub(super) fn is_fixed_space(character: char) -> bool {
    matches!(character, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// How many bytes of a line are indentation, with the `-` of a list and its space.
fn lead(line: &str) -> usize {
    let is_space = |character: char| matches!(character, ' ' | '\t') || is_fixed_space(character);
    let indentation = line.len() - line.trim_start_matches(is_space).len();
    let rest = line[indentation..].strip_prefix('-').filter(|rest| rest.starts_with(is_space));
    let content = rest.map_or(&line[indentation..], |rest| rest.trim_start_matches(is_space));
    if content.trim().is_empty() { 0 } else { line.len() - content.len() }
}

/// The text after `|` or `>` that a line may belong to: there, fixed spaces are text.
#[derive(Default)]
struct TextBlock {
    /// How far its header is indented, while there is one.
    header: Option<usize>,
    /// How far its text is indented, from its first line on.
    text: Option<usize>,
}

impl TextBlock {
    /// Whether a line belongs to it.
    fn has(&self, line: &str) -> bool {
        let spaces = spaces(line);
        let least = self.text.or(self.header.map(|header| header + 1));
        least.is_some_and(|least| spaces >= least)
    }

    /// Looks at the line that follows.
    fn take(&mut self, line: &str) {
        if line.trim().is_empty() {
            return;
        }
        if self.has(line) {
            self.text = self.text.or(Some(spaces(line)));
        } else {
            let header = opens_text(line).then(|| spaces(line));
            *self = Self { header, text: None };
        }
    }
}

fn spaces(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Whether a line ends with the `|` or `>` that a text follows.
fn opens_text(line: &str) -> bool {
    let line = line.split(" #").next().unwrap_or(line).trim_end();
    let line = line.trim_end_matches(|c: char| matches!(c, '+' | '-') || c.is_ascii_digit());
    line.strip_suffix(['|', '>']).is_some_and(|before| before.ends_with([':', ' ', '-']))
}
