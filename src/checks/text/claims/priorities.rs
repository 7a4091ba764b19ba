//! Claims of which situation goes before the others: `först i prioriteringsordningen står …`.

use super::claim::{Answer, ClaimKind, Correction, Judged};
use super::known::Known;
use super::names::Name;
use crate::checks::text::{Sentence, TokenKind};

/// A situation that has more than this part of its words in the sentence is meant, in per cent.
const MEANT: usize = 60;

/// One that has less than this part is not.
const NOT_MEANT: usize = 40;

/// The claims of this kind in a sentence, judged.
pub(super) fn judged(sentence: &Sentence<'_>, known: &Known<'_>) -> Option<Judged> {
    const FIRST: &[&str] = &["högst", "först", "överst", "främst"];
    const STANDS: &[&str] = &["står", "kommer", "ligger", "är", "prioriteras"];
    let word = |at: usize| sentence.word_at(Some(at));
    let all = 0..sentence.tokens.len();
    let is_order = |at: &usize| word(*at).starts_with("prioriteringsordning");
    let order = all.clone().find(is_order)?;
    let first = all.clone().find(|at| FIRST.contains(&word(*at)))?;
    let stands = all.clone().find(|at| STANDS.contains(&word(*at)) && *at > order.min(first))?;
    if all.clone().any(|at| matches!(word(at), "inte" | "tidigare" | "ska" | "skulle")) {
        return None;
    }
    // What follows a comma or "följt av" comes after the first.
    let ends = |at: &usize| {
        matches!(sentence.tokens.get(*at).map(|token| token.kind), Some(TokenKind::Sign(',' | ';')))
            || word(*at).starts_with("följ")
            || word(*at) == "före"
            || (*at > stands && (*at == order || *at == first))
    };
    let end = (stands + 1..all.end).find(ends).unwrap_or(all.end);
    // "… står först i prioriteringsordningen": what is first stands before.
    let said = if first > stands || order > stands { 0..stands } else { stands + 1..end };
    let matched = |name: &str| {
        let name = Name::new(name);
        let words: Vec<&str> = said.clone().map(word).collect();
        name.per_cent_of_words_in(&words)
    };
    let priorities = &known.year_file.operation.priorities;
    let all_known = priorities.iter().all(|priority| priority.known().is_some());
    let mut shares = priorities.iter().map(|priority| matched(priority));
    let (of_first, rest) = (shares.next()?, shares.collect::<Vec<_>>());
    let best = rest.iter().copied().max()?;
    let is_false = all_known && best >= MEANT && of_first < NOT_MEANT;
    let true_first = priorities.first()?;
    is_false.then(|| Judged {
        tokens: said,
        kind: ClaimKind::Figure,
        answer: Answer::False(Correction {
            but: format!("först i prioriteringsordningen står ”{}”", true_first.as_str()),
            hint: "Rätta texten. Är det ordningen under `prioriteringsordning:` som är fel så rätta den."
                .to_owned(),
            places: vec![(true_first.span.clone(), "den första".to_owned())],
        }),
        placeholder: None,
    })
}
