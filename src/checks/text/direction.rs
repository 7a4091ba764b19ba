//! Words for more and fewer, against what the figures say.

use super::{Passage, TokenKind};
use crate::checks::{Report, Rule, Subject};
use crate::facts::{Change, Direction};
use crate::swedish::grouped;
use crate::year_file::values::Count;

pub(in crate::checks) const RULES: &[Rule] = &[Rule::warning(
    "fel-riktning",
    "Texten och tabellen i samma papper ska säga samma sak.",
    directions,
)];

/// How far from the word for the change the clients may be named, in words.
const NEAR: usize = 4;

fn directions(subject: &Subject<'_>, report: &mut Report<'_>) {
    let changes = [("klienter", change(subject, false)), ("nya klienter", change(subject, true))];
    for passage in subject.texts() {
        let is_end = |kind: TokenKind| {
            matches!(kind, TokenKind::Stop | TokenKind::Sign(',' | ';' | ':' | '–'))
        };
        let mut start = 0;
        for end in 0..=passage.tokens.len() {
            if passage.tokens.get(end).is_some_and(|token| !is_end(token.kind)) {
                continue;
            }
            if let Some(said) = said(passage, start, end) {
                let (what, change) = changes[usize::from(said.of_new)];
                if let Some(change) = change.filter(|change| change.direction() != said.direction) {
                    contradict(report, passage, &said, what, change);
                }
            }
            start = end + 1;
        }
    }
}

/// The change in the number of clients, or of new ones, whether masked or not.
fn change(subject: &Subject<'_>, of_new: bool) -> Option<Change> {
    let count = |offset| {
        let figures = subject.year_file.figures(offset)?;
        let count: &Option<Count> = if of_new { &figures.new } else { &figures.clients };
        count.as_deref().copied()
    };
    Some(Change::between(count(-1)?, count(0)?))
}

fn contradict(
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    said: &Said,
    what: &str,
    change: Change,
) {
    let Some(token) = passage.tokens.get(said.token) else { return };
    let name = if said.of_new { "nya" } else { "klienter" };
    report.add_in(
        passage,
        token.range.clone(),
        format!(
            "här står ”{}”, men antalet {what} har {} från {} till {}",
            passage.word(token),
            change.participle(),
            grouped(change.before()),
            grouped(change.after())
        ),
        format!("Rätta ordet, eller skriv {{{{ {name}.har }}}} så följer det siffrorna."),
    );
}

/// What a part of a sentence says about the number of clients.
struct Said {
    direction: Direction,
    of_new: bool,
    /// The index of the word that says it.
    token: usize,
}

fn said(passage: &Passage<'_>, start: usize, end: usize) -> Option<Said> {
    let words: Vec<&str> = (start..end).map(|index| passage.word_at(Some(index))).collect();
    let tokens = passage.tokens.get(start..end)?;
    let tells_of_other_times = tokens
        .iter()
        .any(|token| matches!(token.kind, TokenKind::Number { value: 2000..=2099, .. }));
    if tells_of_other_times || words.contains(&"inte") {
        return None;
    }
    let (at, direction) =
        words.iter().enumerate().find_map(|(index, word)| Some((index, direction(word)?)))?;
    let clients = words.iter().enumerate().position(|(index, word)| {
        let counted = matches!(*word, "klienter" | "klienterna");
        let near = index.abs_diff(at) <= NEAR || words.contains(&"antalet");
        let next = words.get(index + 1).copied().unwrap_or_default();
        let is_part = matches!(next, "med" | "som" | "i" | "under" | "över" | "från" | "utan");
        counted && near && !is_part
    })?;
    let before = clients.checked_sub(1).and_then(|index| words.get(index));
    let of_new = before.is_some_and(|word| *word == "nya");
    Some(Said { direction, of_new, token: start + at })
}

fn direction(word: &str) -> Option<Direction> {
    match word {
        "ökat" | "ökade" | "ökar" | "ökning" | "ökningen" => Some(Direction::Up),
        "minskat" | "minskade" | "minskar" | "minskning" | "minskningen" | "sjunkit" => {
            Some(Direction::Down)
        }
        _ => None,
    }
}
