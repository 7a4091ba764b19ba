//! Claims about years: only where the sentence says what it is the year of.

use super::claim::{Answer, ClaimKind, Correction, Judged};
use super::clause::{Clause, Joint};
use super::known::Known;
use super::lexicon::Word;
use super::terms::{Sense, Term};
use crate::checks::text::Sentence;

/// What a year is the year of.
struct Expected {
    year: i32,
    /// What it is of, before `gäller`.
    what: &'static str,
    placeholder: &'static str,
}

/// Words that turn to another paper, or to another time.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "föregående", "tidigare", "förra", "liksom", "jämfört", "enligt", "tillsammans", "båda", "både",
    "som", "vilket", "men", "eftersom", "medan",
];

/// Words for an earlier year's application or report.
#[rustfmt::skip]
const PAST: &[&str] = &[
    "beviljades", "ansökte", "sökte", "förra", "föregående", "då", "tidigare", "avslogs",
    "godkändes", "godkände", "godkänt", "behandlade", "behandlades", "fastställde", "antog",
    "beslutade", "beslöt", "beslutat", "fjolårets",
];

/// What may stand between that of which it is the year and the year.
#[rustfmt::skip]
const LEADS: &[&str] =
    &["ombud", "för", "avseende", "under", "gällande", "av", "rörande", "angående", "om", "till"];

/// The claims about years in a sentence, judged: `redovisningen för 2025`, `ansökan om
/// statsbidrag för 2026`.
pub(super) fn judged(sentence: &Sentence<'_>, terms: &[Term], known: &Known<'_>) -> Vec<Judged> {
    let judge = |term: &Term| {
        let Sense::Year(year) = term.sense else { return None };
        // A placeholder is always right.
        if !sentence.is_typed(term.tokens.clone()) {
            return None;
        }
        let expected = expected(sentence, term.tokens.start, known)?;
        let answer = if year == expected.year { Answer::True } else { wrong(&expected, known) };
        let placeholder = Some(expected.placeholder.to_owned());
        Some(Judged { tokens: term.tokens.clone(), kind: ClaimKind::Year, answer, placeholder })
    };
    terms.iter().filter_map(judge).collect()
}

/// Years beside the placeholder of a count, which is the reported year's: `under 2025 hade
/// {{ klienter }} klienter` is false the year after.
pub(super) fn beside_placeholders(
    sentence: &Sentence<'_>,
    clauses: &[Clause],
    known: &Known<'_>,
) -> Vec<Judged> {
    let mut judged = Vec::new();
    for clause in clauses {
        let count = clause.senses().find_map(|sense| match sense {
            Sense::FilledCount(key) => Some(key),
            _ => None,
        });
        let mut years = clause.terms.iter().filter(|term| {
            matches!(term.sense, Sense::Year(_) | Sense::Years(..) | Sense::Date { .. })
        });
        let (Some(key), Some(term), None) = (count, years.next(), years.next()) else { continue };
        let Sense::Year(year) = term.sense else { continue };
        let may_be_other = clause.is_open()
            || clause.trend().is_some()
            || clause.joint == Joint::Against
            || [Word::Since, Word::From, Word::Than, Word::Who, Word::Against]
                .iter()
                .any(|word| clause.has(*word));
        if year == known.reported || may_be_other || !sentence.is_typed(term.tokens.clone()) {
            continue;
        }
        let reported = known.reported;
        judged.push(Judged {
            tokens: term.tokens.clone(),
            kind: ClaimKind::Year,
            answer: Answer::False(Correction {
                but: format!("{{{{ {key} }}}} är antalet {reported}"),
                hint: format!("Skriv {reported} eller {{{{ år }}}}."),
                places: vec![(known.year_file.year.span.clone(), "verksamhetsåret".to_owned())],
            }),
            placeholder: None,
        });
    }
    judged
}

/// What the year at a place is of: the nearest word before it that says so.
fn expected(sentence: &Sentence<'_>, at: usize, known: &Known<'_>) -> Option<Expected> {
    /// How far before the year the word may stand.
    const NEAR: usize = 12;
    let before = |steps: usize| sentence.word_at(at.checked_sub(steps));
    // "för år 2025", "verksamhetsåret 2025".
    let is_year = before(1) == "år" || before(1).ends_with("året");
    let lead = if is_year { before(2) } else { before(1) };
    if !LEADS.contains(&lead) && !before(1).ends_with("året") {
        return None;
    }
    let is_past = sentence.tokens.iter().any(|token| PAST.contains(&token.lower.as_str()));
    for place in (at.saturating_sub(NEAR)..at).rev() {
        let word = sentence.word_at(Some(place));
        let source = sentence.tokens.get(place).map_or("", |token| sentence.source(token));
        if matches!(source, "," | ";" | ":" | "–" | "(") || OTHERS.contains(&word) {
            return None;
        }
        let is_application = matches!(
            word,
            "ansökan"
                | "ansökans"
                | "ansökningen"
                | "ansöker"
                | "ansöka"
                | "söker"
                | "söka"
                | "söks"
                | "sökt"
        );
        let is_report = (word.starts_with("redovisning") && !word.starts_with("redovisningskrav"))
            || matches!(word, "redovisar" | "redovisa" | "redovisas");
        let (year, what, placeholder) = match (is_application, is_report) {
            (true, _) => (known.reported + 1, "ansökan", "{{ nästa_år }}"),
            (_, true) => (known.reported, "redovisningen", "{{ år }}"),
            _ => continue,
        };
        return (!is_past).then_some(Expected { year, what, placeholder });
    }
    None
}

fn wrong(expected: &Expected, known: &Known<'_>) -> Answer {
    Answer::False(Correction {
        but: format!("{} gäller {}", expected.what, expected.year),
        hint: format!("Skriv {} eller {}.", expected.year, expected.placeholder),
        places: vec![(known.year_file.year.span.clone(), "verksamhetsåret".to_owned())],
    })
}
