//! Claims about what part one amount of kronor is of another.

use super::claim::{Answer, ClaimKind, Correction, Judged};
use super::clause::Clause;
use super::known::Known;
use super::lexicon::{Purpose, Word};
use super::stated::ShareRange;
use super::terms::{Sense, Term};
use crate::facts::Share;
use crate::measures::{GRANTED, TOTAL_COST, USED};
use crate::source::Span;
use crate::swedish::grouped;

/// One of two amounts that are compared.
struct Side {
    what: String,
    kronor: u64,
    place: Span,
}

/// `bidraget täcker 39 procent av kostnaden`, `80 procent av bidraget har använts`.
pub(super) fn judged(clause: &Clause, known: &Known<'_>) -> Option<Judged> {
    let is_share = |term: &&Term| matches!(term.sense, Sense::PerCent(_) | Sense::Share(_));
    let mut stated = clause.terms.iter().filter(is_share);
    let (share, None) = (stated.next()?, stated.next()) else { return None };
    let range = match share.sense {
        Sense::PerCent(stated) => ShareRange::of(stated),
        Sense::Share(range) => range,
        _ => return None,
    };
    let part = clause.terms.iter().position(|term| term.sense == Sense::Word(Word::Part))?;
    let whole_at = whole_at(&clause.terms, part)?;
    let whole_purpose = purpose(clause.terms.get(whole_at)?.sense)?;
    let mut parts: Vec<Side> = Vec::new();
    // "det använda bidraget": two words for one whole.
    let next = clause.terms.get(whole_at + 1).and_then(|term| purpose(term.sense));
    let whole_end = whole_at + 1 + usize::from(next == Some(Purpose::Grant));
    for (at, term) in clause.terms.iter().enumerate() {
        if (part..whole_end).contains(&at) {
            continue;
        }
        if let Some(item) = term.sense.item().and_then(|item| known.items.get(item)) {
            let what = format!("posten ”{}”", item.name.text);
            parts.push(Side { what, kronor: item.kronor, place: item.place.clone() });
        }
        let keys: &[&str] = match purpose(term.sense) {
            Some(Purpose::Grant) => &[GRANTED, USED],
            Some(Purpose::Of(key)) => &[key],
            Some(Purpose::Cost | Purpose::PerPost) => return None,
            None => continue,
        };
        let sides: Option<Vec<Side>> = keys.iter().map(|key| amount(key, known)).collect();
        parts.extend(sides?);
    }
    let whole = match whole_purpose {
        Purpose::Cost => amount(TOTAL_COST, known)?,
        Purpose::Grant => amount(GRANTED, known)?,
        Purpose::Of(key) => amount(key, known)?,
        Purpose::PerPost => return None,
    };
    let nearest = parts.first()?;
    let is_true = parts.iter().any(|part| range.agrees(part.kronor, whole.kronor));
    let answer = if is_true {
        Answer::True
    } else {
        let share = Share::of(nearest.kronor, whole.kronor)?;
        let (part, of) = (grouped(nearest.kronor), grouped(whole.kronor));
        Answer::False(Correction {
            but: format!(
                "{} är {part} kronor och {} {of} kronor, det vill säga {share}",
                nearest.what, whole.what
            ),
            hint: "Rätta texten. Är det beloppen i `ekonomi:` som är fel så rätta dem.".to_owned(),
            places: vec![
                (nearest.place.clone(), nearest.what.clone()),
                (whole.place.clone(), whole.what.clone()),
            ],
        })
    };
    Some(Judged {
        tokens: share.tokens.clone(),
        kind: ClaimKind::Figure,
        answer,
        placeholder: None,
    })
}

/// The place of what stands after `av`.
fn whole_at(terms: &[Term], part: usize) -> Option<usize> {
    const NEAR: usize = 3;
    let named = |at: &usize| terms.get(*at).is_some_and(|term| purpose(term.sense).is_some());
    (part + 1..part + 1 + NEAR).find(named)
}

fn purpose(sense: Sense) -> Option<Purpose> {
    match sense {
        Sense::Word(Word::Money(purpose)) => Some(purpose),
        _ => None,
    }
}

fn amount(key: &str, known: &Known<'_>) -> Option<Side> {
    let amount = known.subject.facts.money.amount(key)?;
    let what = amount.measure.about.to_owned();
    Some(Side { what, kronor: amount.kronor, place: amount.place.clone() })
}
