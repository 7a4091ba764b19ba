//! Claims about kronor.

use super::claim::{Answer, Judged, Wrong};
use super::clause::{Clause, Joint};
use super::known::Known;
use super::lexicon::{Purpose, Word};
use super::stated::Stated;
use super::terms::Sense;
use crate::source::Span;
use crate::swedish::grouped;

/// An amount that a text can mean.
struct Candidate {
    /// What it is, before `är`.
    what: String,
    kronor: u64,
    /// The placeholder that shows it.
    placeholder: Option<&'static str>,
    place: Option<Span>,
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
        let items: Vec<usize> = clause.terms.iter().filter_map(|term| match term.sense {
            Sense::Item(index) => Some(index),
            _ => None,
        }).collect();
        if own.is_empty() && clause.joint == Joint::Start && !amounts.is_empty() {
            before.clear();
        }
        if !own.is_empty() {
            before.clone_from(&own);
        }
        is_open = clause.is_open() || (is_open && own.is_empty() && items.is_empty());
        // More or less than before, a share of it, another year's: not told by the file.
        let is_other = clause.trend().is_some() || clause.has(Word::Against) || clause.joint == Joint::Against || is_of_another_year(clause, known);
        if is_open || is_other {
            continue;
        }
        let candidates = if items.is_empty() { candidates(&before, known) } else { of_items(&items, known) };
        if candidates.is_empty() {
            continue;
        }
        for (stated, tokens) in amounts {
            let is_it = |candidate: &&Candidate| stated.agrees(candidate.kronor.saturating_mul(100));
            let found = candidates.iter().find(is_it);
            let (answer, placeholder) = match found {
                Some(candidate) => (Answer::True, candidate.placeholder.map(str::to_owned)),
                None => (wrong(&candidates), None),
            };
            judged.push(Judged { tokens, answer, placeholder });
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
    let names_year_before = clause.any(|sense| matches!(sense, Sense::Word(Word::Time(super::lexicon::When::Before)) | Sense::Years(..)));
    names_year_before || clause.years().any(|year| !is_told(year))
}

fn candidates(purposes: &[Purpose], known: &Known<'_>) -> Vec<Candidate> {
    let economy = known.year_file.economy.as_ref();
    let sums = &known.subject.facts.money;
    let year = known.reported;
    let granted = economy.map(|economy| Candidate {
        what: format!("beviljat bidrag {year}"),
        kronor: *economy.granted,
        placeholder: Some("{{ beviljat|kronor }}"),
        place: Some(economy.granted.span.clone()),
    });
    let used = economy.map(|economy| Candidate {
        what: format!("använt bidrag {year}"),
        kronor: *economy.used,
        placeholder: Some("{{ använt|kronor }}"),
        place: Some(economy.used.span.clone()),
    });
    let own = economy.and_then(|economy| economy.own_funds.as_ref()).map(|own| Candidate {
        what: format!("egna medel {year}"),
        kronor: **own,
        placeholder: Some("{{ egna_medel|kronor }}"),
        place: Some(own.span.clone()),
    });
    let worked_out = |what: &str, kronor: Option<u64>, placeholder| {
        let place = economy.map(|economy| economy.used.span.clone());
        kronor.map(|kronor| Candidate { what: what.to_owned(), kronor, placeholder, place })
    };
    let unused = worked_out("oförbrukat bidrag", sums.unused, Some("{{ oförbrukat|kronor }}"));
    let total = worked_out("den sammanlagda kostnaden", sums.total_cost, Some("{{ total_kostnad|kronor }}"));
    let applied = worked_out("sökt belopp", sums.applied_for, Some("{{ sökt_belopp|kronor }}"));
    let level = economy.and_then(|economy| economy.level.as_ref()).map(|level| Candidate {
        what: "beloppet per heltid".to_owned(),
        kronor: *level.amount,
        placeholder: Some("{{ belopp_per_heltid.kronor|kronor }}"),
        place: Some(level.amount.span.clone()),
    });
    let each = &sums.per_post;
    let per_post = [each.granted, each.used, each.own_funds, each.total_cost].into_iter().flatten();
    let per_post = per_post.map(|kronor| Candidate {
        what: "beloppet per heltid".to_owned(),
        kronor,
        placeholder: None,
        place: None,
    });
    let mut all: Vec<(Purpose, Candidate)> = Vec::new();
    let mut add = |purposes: &[Purpose], candidate: Option<Candidate>| {
        if let (Some(candidate), Some(purpose)) = (candidate, purposes.first()) {
            all.push((*purpose, candidate));
        }
    };
    let wants = |purpose: Purpose| purposes.contains(&purpose);
    let any = |of: &[Purpose]| of.iter().any(|purpose| wants(*purpose));
    if any(&[Purpose::Granted, Purpose::Grant]) {
        add(&[Purpose::Granted], granted);
    }
    if any(&[Purpose::Used, Purpose::Grant]) {
        add(&[Purpose::Used], used);
    }
    if any(&[Purpose::Unused]) {
        add(&[Purpose::Unused], unused);
    }
    if any(&[Purpose::OwnFunds, Purpose::Cost]) {
        add(&[Purpose::OwnFunds], own);
    }
    if any(&[Purpose::Total, Purpose::Cost]) {
        add(&[Purpose::Total], total);
    }
    if wants(Purpose::PerPost) {
        add(&[Purpose::PerPost], level);
        for candidate in per_post {
            add(&[Purpose::PerPost], Some(candidate));
        }
    }
    match applied {
        // What is applied for is not known until the level is.
        None if any(&[Purpose::AppliedFor, Purpose::Grant]) => return Vec::new(),
        applied if any(&[Purpose::AppliedFor, Purpose::Grant]) => add(&[Purpose::AppliedFor], applied),
        _ => {}
    }
    all.into_iter().map(|(_, candidate)| candidate).collect()
}

fn of_items(items: &[usize], known: &Known<'_>) -> Vec<Candidate> {
    let items = items.iter().filter_map(|index| known.items.get(*index));
    items
        .map(|item| Candidate {
            what: format!("posten ”{}”", item.name.text),
            kronor: item.kronor,
            placeholder: None,
            place: Some(item.place.clone()),
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
            format!("Skriv {} kronor eller {placeholder}. Är det beloppet i `ekonomi:` som är fel så rätta det.", grouped(*kronor))
        }
        _ => "Rätta texten. Är det beloppet i `ekonomi:` som är fel så rätta det.".to_owned(),
    };
    let places = candidates.iter().filter_map(|candidate| Some((candidate.place.clone()?, candidate.what.clone())));
    Answer::False(Wrong { but: crate::swedish::join(&said), hint, places: places.collect() })
}
