//! Claims about kronor.

use super::claim::{Answer, Judged, Kind, Wrong};
use super::clause::{Clause, Joint};
use super::known::Known;
use super::lexicon::{Purpose, When, Word};
use super::stated::Stated;
use super::terms::Sense;
use crate::measures::{AMOUNTS, APPLIED_FOR, GRANTED, OWN_FUNDS, TOTAL_COST, USED};
use crate::source::Span;
use crate::swedish::grouped;

/// An amount that a text can mean.
struct Candidate {
    /// What it is, before `är`.
    what: String,
    kronor: u64,
    /// The placeholder that shows it.
    placeholder: Option<String>,
    place: Span,
}

/// The claims about amounts in a sentence, judged.
pub(super) fn judged(clauses: &[Clause], known: &Known<'_>) -> Vec<Judged> {
    let mut judged = Vec::new();
    let mut before: Vec<Purpose> = Vec::new();
    let mut is_open = false;
    for clause in clauses {
        let amounts: Vec<(Stated, _)> = clause
            .terms
            .iter()
            .filter_map(|term| match term.sense {
                Sense::Kronor(stated) => Some((stated, term.tokens.clone())),
                _ => None,
            })
            .collect();
        let own = purposes(clause);
        let items: Vec<usize> = clause
            .terms
            .iter()
            .filter_map(|term| match term.sense {
                Sense::Item(index) => Some(index),
                _ => None,
            })
            .collect();
        if own.is_empty() && clause.joint == Joint::Start && !amounts.is_empty() {
            before.clear();
        }
        if !own.is_empty() {
            before.clone_from(&own);
        }
        is_open = clause.is_open() || (is_open && own.is_empty() && items.is_empty());
        // More or less than before, a share of it, another year's: not told by the file.
        let is_other = clause.trend().is_some()
            || clause.has(Word::Against)
            || clause.joint == Joint::Against
            || is_of_another_year(clause, known);
        if is_open || is_other {
            continue;
        }
        let candidates = if items.is_empty() {
            candidates(&before, clause.years().any(|year| year == known.reported), known)
        } else {
            of_items(&items, known)
        };
        if candidates.is_empty() {
            continue;
        }
        for (stated, tokens) in amounts {
            let is_it =
                |candidate: &&Candidate| stated.agrees(candidate.kronor.saturating_mul(100));
            let found = candidates.iter().find(is_it);
            let (answer, placeholder) = match found {
                Some(candidate) => (Answer::True, candidate.placeholder.clone()),
                None => (wrong(&candidates), None),
            };
            judged.push(Judged { tokens, kind: Kind::Figure, answer, placeholder });
        }
    }
    judged
}

fn purposes(clause: &Clause) -> Vec<Purpose> {
    let mut purposes: Vec<Purpose> = Vec::new();
    for term in &clause.terms {
        if let Sense::Word(Word::Money(purpose)) = term.sense
            && !purposes.contains(&purpose)
        {
            purposes.push(purpose);
        }
    }
    // What the grant or the cost is said to be goes before that it is one.
    if purposes.len() > 1 {
        purposes.retain(|purpose| !matches!(purpose, Purpose::Grant | Purpose::Cost));
    }
    if purposes.contains(&Purpose::PerPost) {
        purposes.retain(|purpose| *purpose == Purpose::PerPost);
    }
    purposes
}

fn is_of_another_year(clause: &Clause, known: &Known<'_>) -> bool {
    let is_told = |year: i32| year == known.reported || year == known.reported + 1;
    let names_year_before = clause
        .any(|sense| matches!(sense, Sense::Word(Word::Time(When::Before)) | Sense::Years(..)));
    names_year_before || clause.years().any(|year| !is_told(year))
}

fn candidates(purposes: &[Purpose], is_reported: bool, known: &Known<'_>) -> Vec<Candidate> {
    let wants = |purpose: Purpose| purposes.contains(&purpose);
    if wants(Purpose::PerPost) {
        return per_post(known);
    }
    let keys = AMOUNTS.iter().map(|amount| amount.key).filter(|key| {
        // What is applied for is no grant of the reported year.
        let is_grant = [GRANTED, USED, APPLIED_FOR].contains(key)
            && wants(Purpose::Grant)
            && !(is_reported && *key == APPLIED_FOR);
        let is_cost = [OWN_FUNDS, TOTAL_COST].contains(key) && wants(Purpose::Cost);
        is_grant || is_cost || wants(Purpose::Of(key))
    });
    let money = &known.subject.facts.money;
    // Where one of the amounts is not known, the text may mean that one.
    let known_amounts: Option<Vec<Candidate>> = keys
        .map(|key| {
            let amount = money.amount(key)?;
            Some(Candidate {
                what: amount.measure.about.to_owned(),
                kronor: amount.kronor,
                placeholder: Some(amount.measure.placeholder()),
                place: amount.place.clone(),
            })
        })
        .collect();
    known_amounts.unwrap_or_default()
}

/// The level of the grant, and each amount for one full-time post.
fn per_post(known: &Known<'_>) -> Vec<Candidate> {
    let what = "beloppet per heltid".to_owned();
    let level = known.year_file.economy.iter().filter_map(|economy| economy.level.as_ref());
    let level = level.map(|level| Candidate {
        what: what.clone(),
        kronor: *level.amount,
        placeholder: Some("{{ belopp_per_heltid.kronor|kronor }}".to_owned()),
        place: level.amount.span.clone(),
    });
    let amounts = known.subject.facts.money.amounts.iter().filter_map(|amount| {
        let kronor = amount.per_post?;
        let what = format!("{} per heltid", amount.measure.about);
        Some(Candidate { what, kronor, placeholder: None, place: amount.place.clone() })
    });
    level.chain(amounts).collect()
}

fn of_items(items: &[usize], known: &Known<'_>) -> Vec<Candidate> {
    let items = items.iter().filter_map(|index| known.items.get(*index));
    items
        .map(|item| Candidate {
            what: format!("posten ”{}”", item.name.text),
            kronor: item.kronor,
            placeholder: None,
            place: item.place.clone(),
        })
        .collect()
}

fn wrong(candidates: &[Candidate]) -> Answer {
    let mut said: Vec<String> = Vec::new();
    for candidate in candidates {
        let one = format!("{} är {} kronor", candidate.what, grouped(candidate.kronor));
        if !said.contains(&one) {
            said.push(one);
        }
    }
    let hint = match candidates {
        [Candidate { placeholder: Some(placeholder), kronor, .. }] => {
            format!(
                "Skriv {} kronor eller {placeholder}. Är det beloppet i `ekonomi:` som är fel så rätta det.",
                grouped(*kronor)
            )
        }
        _ => "Rätta texten. Är det beloppet i `ekonomi:` som är fel så rätta det.".to_owned(),
    };
    let places =
        candidates.iter().map(|candidate| (candidate.place.clone(), candidate.what.clone()));
    Answer::False(Wrong { but: crate::swedish::join(&said), hint, places: places.collect() })
}
