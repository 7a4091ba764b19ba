//! Reminders to write something: `XX`, `TODO`, `[antal]`, `???`, `___`.

use std::borrow::Cow;
use std::collections::HashSet;

use super::{Leftover, report_each};
use crate::checks::text::{Passage, PassageKind, TokenKind};
use crate::checks::{Report, Subject};
use crate::yaml::{Node, Value};
use crate::year_file::fillers::{is_crossed_out, is_filler, reminder};

/// The groups of the year file whose values papers show as they are.
const SHOWN_GROUPS: [&str; 7] =
    ["avsändare", "ärende", "länsstyrelse", "verksamhet", "riket", "ekonomi", "brister"];

pub(super) fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let mut found = Vec::new();
    for passage in subject.passages() {
        look_for_reminders(passage, report, &mut found);
    }
    let is_running_text: HashSet<usize> =
        subject.passages().map(|passage| passage.span().start).collect();
    let root = report.loaded.root.as_deref();
    let groups = SHOWN_GROUPS.iter();
    let mut nodes: Vec<&Node> = groups.filter_map(|group| root?.get(group)).collect();
    while let Some(node) = nodes.pop() {
        match &node.value {
            Value::Mapping(entries) => nodes.extend(entries.iter().map(|entry| &entry.value)),
            Value::Sequence(items) => nodes.extend(items),
            Value::Scalar(scalar) if !is_running_text.contains(&node.span.start) => {
                // A value that is nothing but a reminder is refused already.
                if !is_address(&scalar.text) && !is_filler(&scalar.text) {
                    let scalar = Cow::Borrowed(scalar);
                    let passage = Passage::new(PassageKind::Field, "", &node.span, scalar);
                    look_for_reminders(&passage, report, &mut found);
                }
            }
            Value::Scalar(_) | Value::Null | Value::Reported => {}
        }
    }
    found.sort_by_key(|leftover| leftover.place.start);
    let hint = "Skriv det som ska stå där, eller stryk det.";
    report_each(report, &found, "är en påminnelse om att skriva något", hint);
}

/// Whether a value is an address of e-mail or on the web, which can hold any letters.
fn is_address(text: &str) -> bool {
    let is_domain = text.contains('.') && !text.contains(char::is_whitespace);
    is_domain || text.contains('@') || text.contains("://")
}

fn look_for_reminders(passage: &Passage<'_>, report: &Report<'_>, found: &mut Vec<Leftover>) {
    let mut at = 0;
    while at < passage.tokens.len() {
        let length = length_of_reminder(passage, at);
        if let Some(tokens) = passage.tokens.get(at..at + length)
            && let (Some(first), Some(last)) = (tokens.first(), tokens.last())
        {
            let range = first.range.start..last.range.end;
            let words = passage.text().get(range.clone()).unwrap_or_default();
            let words = crate::swedish::evenly_spaced(words);
            found.push(Leftover { place: report.place_in(passage, range), words });
        }
        at += length.max(1);
    }
}

/// How many words and signs from a place on are a reminder to write something.
fn length_of_reminder(passage: &Passage<'_>, at: usize) -> usize {
    let word = passage.word_at(Some(at));
    let next = passage.word_at(Some(at + 1));
    // `XX-gatan` in an address; in a text such a word may be of a trade.
    let is_first_part = |part: &str| passage.kind == PassageKind::Field && is_crossed_out(part);
    if is_crossed_out(word) || word.split_once('-').is_some_and(|(part, _)| is_first_part(part)) {
        return 1;
    }
    if let Some(reminder) = reminder(word, next).filter(|found| is_meant(passage, at, found)) {
        return reminder.split(' ').count();
    }
    match passage.tokens.get(at).map(|token| token.kind) {
        Some(TokenKind::Stop) => repeated(passage, at, "?"),
        Some(TokenKind::Sign('_')) => blank_to_fill_in(passage, at),
        Some(TokenKind::Sign('[')) => bracketed(passage, at),
        _ => 0,
    }
}

/// Whether a reminder is one where it stands: `Fylls i senare` is, but a form is something
/// that `fylls i`, and readers may be told to call `eller fyll i` one.
fn is_meant(passage: &Passage<'_>, at: usize, reminder: &str) -> bool {
    let before = at.checked_sub(1).and_then(|before| passage.tokens.get(before));
    let begins = before.is_none_or(|before| !matches!(before.kind, TokenKind::Word));
    match reminder {
        "fylls i" | "ifylles" => begins,
        "fyll i" => before.is_none_or(|before| !matches!(passage.word(before), "och" | "eller")),
        _ => true,
    }
}

/// The number of equal signs from a place on, when there are at least three.
fn repeated(passage: &Passage<'_>, at: usize, sign: &str) -> usize {
    /// `Varför??` is only loud.
    const FEWEST: usize = 3;
    let signs = passage.tokens.get(at..).unwrap_or_default().iter();
    let length = signs.take_while(|token| passage.word(token) == sign).count();
    if length < FEWEST { 0 } else { length }
}

/// The length of `___` within a line. Beside a word it is markup, and alone on its line it
/// is no blank but a rule across the page.
fn blank_to_fill_in(passage: &Passage<'_>, at: usize) -> usize {
    let length = repeated(passage, at, "_");
    let tokens = passage.tokens.get(at..at + length).unwrap_or_default();
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return 0 };
    let before = passage.prose.get(..first.range.start).unwrap_or_default();
    let after = passage.prose.get(last.range.end..).unwrap_or_default();
    let touches_word =
        before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
    let line = [before.rsplit('\n').next(), after.split('\n').next()];
    let is_alone = line.iter().flatten().all(|part| part.trim().is_empty());
    if touches_word || is_alone { 0 } else { length }
}

/// The length of `[…]` and `[antal]`: a few words in square brackets that are no link, no
/// box to tick, no remark on a quotation and nothing added to one or left out of it.
fn bracketed(passage: &Passage<'_>, at: usize) -> usize {
    const MOST_WORDS: usize = 5;
    let kind = |at: usize| passage.tokens.get(at).map(|token| token.kind);
    let is_end = |at: &usize| kind(*at) == Some(TokenKind::Sign(']'));
    let end = (at + 1..at + 2 + MOST_WORDS).find(is_end).filter(|end| *end > at + 1);
    let Some(end) = end else { return 0 };
    let is_link = matches!(kind(end + 1), Some(TokenKind::Sign('(' | '[' | ':')));
    let is_remark = matches!(passage.word_at(Some(at + 1)), "sic" | "x");
    let is_words = (at + 1..end).all(|at| {
        matches!(
            kind(at),
            Some(TokenKind::Word | TokenKind::Stop | TokenKind::Sign('…' | '-' | '_'))
        )
    });
    if is_link || is_remark || !is_words || is_quoted(passage, at) { 0 } else { end + 1 - at }
}

/// Whether a place is within quotation marks that are opened in the same paragraph.
fn is_quoted(passage: &Passage<'_>, at: usize) -> bool {
    let start = passage.tokens.get(at).map_or(0, |token| token.range.start);
    let before = passage.prose.get(..start).unwrap_or_default();
    let paragraph = before.rsplit("\n\n").next().unwrap_or_default();
    paragraph.matches(['”', '“', '"', '«', '»']).count() % 2 == 1
}
