//! Sentences, lines of lists and cells of tables, without the signs of Markdown.

use std::ops::Range;

use super::scan::Token;
use super::{Passage, TokenKind};

/// What is read together: a number, and what it counts.
pub(in crate::checks) struct Sentence<'p> {
    passage: &'p Passage<'p>,
    /// The words, numbers and signs, without those that only make text bold or slanted.
    pub(in crate::checks) tokens: Vec<&'p Token>,
    /// Where to look for numbers; the others only tell what they count.
    pub(in crate::checks) looked_at: Range<usize>,
    /// Whether it comes from a table.
    pub(in crate::checks) is_table: bool,
}

impl<'p> Sentence<'p> {
    /// All sentences of a passage, and all cells of its tables.
    pub(in crate::checks) fn all(passage: &'p Passage<'p>) -> Vec<Self> {
        let mut all = Vec::new();
        let mut rows: Vec<&[Token]> = Vec::new();
        for part in parts(passage) {
            if part.first().is_some_and(|token| token.kind == TokenKind::Sign('|')) {
                rows.push(part);
                continue;
            }
            all.extend(cells(passage, &std::mem::take(&mut rows)));
            // A full stop inside belongs to an abbreviation.
            let is_word = |token: &&Token| !is_markup(token) && token.kind != TokenKind::Stop;
            let tokens: Vec<_> = part.iter().filter(is_word).collect();
            all.push(Self { passage, looked_at: 0..tokens.len(), tokens, is_table: false });
        }
        all.extend(cells(passage, &rows));
        all
    }

    /// The word at a place, in lower case; empty when there is something else.
    pub(in crate::checks) fn word_at(&self, index: Option<usize>) -> &str {
        let token = index.and_then(|index| self.tokens.get(index));
        token.map_or("", |token| token.lower.as_str())
    }

    /// Whether the token at a place is this sign.
    pub(in crate::checks) fn is_sign(&self, index: usize, sign: char) -> bool {
        self.tokens.get(index).is_some_and(|token| token.kind == TokenKind::Sign(sign))
    }

    /// The whole number in digits at a place.
    pub(in crate::checks) fn number_at(&self, index: Option<usize>) -> Option<u64> {
        match self.tokens.get(index?)?.kind {
            TokenKind::Number { value, .. } => Some(value),
            _ => None,
        }
    }

    /// A token as it stands in the text, also when it is a placeholder.
    pub(in crate::checks) fn source(&self, token: &Token) -> &str {
        self.passage.text().get(token.range.clone()).unwrap_or_default()
    }

    /// Whether it begins with a quotation mark.
    pub(in crate::checks) fn is_quoted(&self) -> bool {
        let start = self.tokens.first().map_or(0, |token| token.range.start);
        let before = self.passage.text().get(..start).unwrap_or_default();
        before.trim_end_matches(['*', '_']).ends_with(['”', '"', '»', '“'])
    }

    /// Where some of its words stand in the passage.
    pub(in crate::checks) fn range(&self, tokens: Range<usize>) -> Range<usize> {
        let tokens = self.tokens.get(tokens).unwrap_or_default();
        let start = tokens.first().map_or(0, |token| token.range.start);
        start..tokens.last().map_or(start, |token| token.range.end)
    }

    /// Some of its words as they stand in the text.
    pub(in crate::checks) fn text(&self, tokens: Range<usize>) -> String {
        let text = self.passage.text().get(self.range(tokens)).unwrap_or_default();
        crate::swedish::evenly_spaced(text)
    }

    /// Whether words are typed, and no placeholder.
    pub(in crate::checks) fn is_typed(&self, tokens: Range<usize>) -> bool {
        let mut tokens = self.tokens.get(tokens).unwrap_or_default().iter();
        tokens.all(|token| token.kind != TokenKind::Placeholder)
    }

    /// A token as written.
    pub(in crate::checks) fn written(&self, token: &Token) -> &str {
        self.passage.word(token)
    }
}

/// Signs that change how words look, and quotation marks.
fn is_markup(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Sign('*' | '_' | '~' | '`' | '\\' | '”' | '"'))
}

/// The most words and signs that are read as one sentence: what a number counts is
/// looked for around it, and a text without a full stop is to be read in good time too.
const LONGEST_SENTENCE: usize = 120;

/// A sentence, or one of very many words in pieces that overlap, so that no number is
/// parted from its noun.
fn pieces(sentence: &[Token]) -> impl Iterator<Item = &[Token]> {
    const STEP: usize = LONGEST_SENTENCE * 2 / 3;
    let starts = (0..sentence.len()).step_by(STEP);
    let is_needed =
        move |start: &usize| *start == 0 || *start + LONGEST_SENTENCE - STEP < sentence.len();
    let piece = move |start: usize| {
        let end = sentence.len().min(start + LONGEST_SENTENCE);
        sentence.get(start..end).unwrap_or_default()
    };
    starts.filter(is_needed).map(piece)
}

/// The tokens between full stops; rows of tables and items of lists by themselves.
fn parts<'p>(passage: &'p Passage<'_>) -> Vec<&'p [Token]> {
    let tokens = &passage.tokens;
    let mut found = Vec::new();
    let (mut start, mut end, mut in_row) = (0, 0, false);
    for (index, token) in tokens.iter().enumerate() {
        let gap = passage.prose.get(end..token.range.start).unwrap_or_default();
        let is_first = index == 0 || gap.contains('\n') || ends_line(passage, tokens, index);
        end = token.range.end;
        let begins_row = is_first && token.kind == TokenKind::Sign('|');
        if is_first && (in_row || begins_row || is_item(passage, token)) {
            found.push(tokens.get(start..index).unwrap_or_default());
            start = index;
        }
        in_row = if is_first { begins_row } else { in_row };
        if token.kind == TokenKind::Stop && !in_row && !is_abbreviated(passage, tokens, index) {
            found.push(tokens.get(start..index).unwrap_or_default());
            start = index + 1;
        }
    }
    found.push(tokens.get(start..).unwrap_or_default());
    found.into_iter().flat_map(pieces).collect()
}

/// Whether a full stop belongs to an abbreviation: `dvs. 19`, or the sentence goes on in
/// lower case, `bl.a. om`.
fn is_abbreviated(passage: &Passage<'_>, tokens: &[Token], stop: usize) -> bool {
    const ABBREVIATIONS: [&str; 9] =
        ["dvs", "ca", "resp", "inkl", "exkl", "ung", "jfr", "tot", "kl"];
    let is_full_stop = tokens.get(stop).is_some_and(|token| passage.word(token) == ".");
    let before = passage.word_at(stop.checked_sub(1));
    let next = tokens.get(stop + 1).map_or("", |token| passage.word(token));
    is_full_stop && (ABBREVIATIONS.contains(&before) || next.starts_with(char::is_lowercase))
}

/// Whether the token before is an empty line.
fn ends_line(passage: &Passage<'_>, tokens: &[Token], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| tokens.get(before));
    before.is_some_and(|token| passage.word(token).contains('\n'))
}

/// Whether a line that begins with a token is an item of a list.
fn is_item(passage: &Passage<'_>, token: &Token) -> bool {
    let after = passage.prose.get(token.range.end..).unwrap_or_default();
    matches!(token.kind, TokenKind::Sign('-' | '*' | '+' | '•' | '–'))
        && after.starts_with(char::is_whitespace)
}

/// Every cell of a table, with what the first row and the first column call it. A row
/// of two cells is read as a whole.
fn cells<'p>(passage: &'p Passage<'p>, rows: &[&'p [Token]]) -> Vec<Sentence<'p>> {
    let mut cells = Vec::new();
    let rows: Vec<Vec<Vec<&Token>>> = rows.iter().map(|row| split(row)).collect();
    for (at, row) in rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            let mut tokens = Vec::new();
            if let Some(head) = rows.first().and_then(|head| head.get(column)).filter(|_| at > 0) {
                tokens.extend(head);
            }
            let beside = row
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != column && (*other == 0 || row.len() == 2));
            tokens.extend(beside.flat_map(|(_, cell)| cell));
            let start = tokens.len();
            tokens.extend(cell);
            let looked_at = start..tokens.len();
            cells.push(Sentence { passage, tokens, looked_at, is_table: true });
        }
    }
    cells
}

fn split<'p>(row: &'p [Token]) -> Vec<Vec<&'p Token>> {
    let mut cells: Vec<Vec<&'p Token>> = Vec::new();
    for token in row {
        if token.kind == TokenKind::Sign('|') {
            cells.push(Vec::new());
        } else if let Some(cell) = cells.last_mut()
            && token.kind != TokenKind::Stop
            && !is_markup(token)
        {
            cell.push(token);
        }
    }
    if cells.last().is_some_and(Vec::is_empty) {
        cells.pop();
    }
    cells
}
