//! Claims of which of two amounts of kronor is larger, and which item of the account.

use super::claim::{Answer, ClaimKind, Correction, Judged};
use super::clause::Clause;
use super::known::{AccountItem, Known};
use super::lexicon::{Purpose, Trend, Word};
use super::terms::Sense;
use crate::checks::text::Sentence;
use crate::measures::{GRANTED, TOTAL_COST, USED};
use crate::swedish::{grouped, join};

/// `egna medel är större än bidraget`, `den största posten är löner`.
pub(super) fn judged(
    sentence: &Sentence<'_>,
    clause: &Clause,
    known: &Known<'_>,
) -> Option<Judged> {
    let has_amount = |sense| matches!(sense, Sense::Kronor(_) | Sense::PerCent(_));
    if clause.any(has_amount) {
        return None;
    }
    let (but, places) = order(clause, known)
        .or_else(|| order_of_items(clause, known))
        .or_else(|| rank(sentence, clause, known))?;
    let answer = Answer::False(Correction {
        but,
        hint: "Rätta texten. Är det beloppen i `ekonomi:` som är fel så rätta dem.".to_owned(),
        places,
    });
    let tokens = clause.tokens(0..clause.terms.len());
    Some(Judged { tokens, kind: ClaimKind::Figure, answer, placeholder: None })
}

type Wrong = (String, Vec<(crate::source::Span, String)>);

/// What is wrong with the order of two amounts, if anything is.
fn order(clause: &Clause, known: &Known<'_>) -> Option<Wrong> {
    let than = clause.terms.iter().position(|term| term.sense == Sense::Word(Word::Than))?;
    let (first, second) = clause.terms.split_at(than);
    let is_more = first.iter().find_map(|term| match term.sense {
        Sense::Word(Word::Trend(Trend::More)) => Some(true),
        Sense::Word(Word::Trend(Trend::Fewer)) => Some(false),
        _ => None,
    })?;
    let keys = |terms: &[super::terms::Term]| -> Option<&'static [&'static str]> {
        let mut purposes = terms.iter().filter_map(|term| match term.sense {
            Sense::Word(Word::Money(purpose)) => Some(purpose),
            _ => None,
        });
        let own = purposes.clone().find_map(|purpose| match purpose {
            Purpose::Of(key) => Some(key),
            _ => None,
        });
        Some(match (own, purposes.next()?) {
            (Some(USED), _) => &[USED],
            (Some(GRANTED), _) => &[GRANTED],
            (Some(TOTAL_COST), _) => &[TOTAL_COST],
            (Some(crate::measures::OWN_FUNDS), _) => &[crate::measures::OWN_FUNDS],
            (None, Purpose::Grant) => &[GRANTED, USED],
            _ => return None,
        })
    };
    let amounts = |keys: &[&str]| -> Option<Vec<_>> {
        keys.iter().map(|key| known.subject.facts.money.amount(key)).collect()
    };
    let (ones, others) = (amounts(keys(first)?)?, amounts(keys(second)?)?);
    let holds = ones.iter().any(|one| {
        others.iter().any(|other| {
            if is_more { one.kronor > other.kronor } else { one.kronor < other.kronor }
        })
    });
    let (one, other) = (ones.first()?, others.first()?);
    (!holds).then(|| {
        let (amount, than) = (grouped(one.kronor), grouped(other.kronor));
        let (what, of) = (one.measure.about, other.measure.about);
        let places =
            vec![(one.place.clone(), what.to_owned()), (other.place.clone(), of.to_owned())];
        (format!("{what} är {amount} kronor och {of} {than} kronor"), places)
    })
}

/// What is wrong with the order of two items, if anything is: `resor kostade mer än utbildning`.
fn order_of_items(clause: &Clause, known: &Known<'_>) -> Option<Wrong> {
    let than = clause.terms.iter().position(|term| term.sense == Sense::Word(Word::Than))?;
    let (first, second) = clause.terms.split_at(than);
    let only = |terms: &[super::terms::Term]| {
        let mut items = terms.iter().filter_map(|term| term.sense.item());
        items.next().filter(|_| items.next().is_none()).and_then(|item| known.items.get(item))
    };
    let (one, other) = (only(first)?, only(second)?);
    let is_more = match clause.trend()? {
        (Trend::More, _) => one.kronor > other.kronor,
        (Trend::Fewer, _) => one.kronor < other.kronor,
        _ => return None,
    };
    let is_open = clause.is_open() || clause.years().any(|year| year != known.reported);
    (!is_more && !is_open).then(|| {
        let name = |item: &AccountItem| item.name.text.clone();
        let said =
            |item: &AccountItem| format!("{} är {} kronor", name(item), grouped(item.kronor));
        let places = [one, other].map(|item| (item.place.clone(), name(item)));
        (format!("{} och {}", said(one), said(other)), places.into())
    })
}

/// What is wrong with the place of an item among the items, if anything is.
fn rank(sentence: &Sentence<'_>, clause: &Clause, known: &Known<'_>) -> Option<Wrong> {
    let is_least = clause.senses().find_map(|sense| match sense {
        Sense::Word(Word::Rank { is_least }) => Some(is_least),
        _ => None,
    })?;
    let named: Vec<usize> = clause.senses().filter_map(Sense::item).collect();
    // "Efter lönerna är resor den största posten."
    let start = clause.terms.first().map(|term| term.tokens.start);
    let is_after = start
        .and_then(|start| start.checked_sub(1))
        .is_some_and(|before| sentence.word_at(Some(before)) == "efter");
    let (item, after) = match named.as_slice() {
        [item] => (*item, None),
        [first, item] if is_after => (*item, Some(*first)),
        _ => return None,
    };
    let counts =
        |sense| matches!(sense, Sense::Topic(_) | Sense::Word(Word::Clients | Word::Third));
    if clause.any(counts) || clause.trend().is_some() {
        return None;
    }
    let own = known.items.get(item)?;
    let comes_before = |own: u64, other: u64| if is_least { other < own } else { other > own };
    let place = match after.and_then(|item| known.items.get(item)) {
        Some(first) => {
            let larger =
                known.items.iter().filter(|other| comes_before(first.kronor, other.kronor));
            larger.count() + 2
        }
        None if clause.has(Word::Second) => 2,
        None => 1,
    };
    let before = known.items.iter().filter(|other| comes_before(own.kronor, other.kronor));
    let same = known.items.iter().filter(|other| other.kronor == own.kronor).count();
    let before = before.count();
    let holds = before < place && before + same >= place;
    (!holds && known.items.len() > 1).then(|| {
        let mut items: Vec<_> = known.items.iter().collect();
        items.sort_by_key(|item| item.kronor);
        if !is_least {
            items.reverse();
        }
        let first = items.iter().take(3);
        let first: Vec<String> = first
            .map(|item| format!("{} ({} kronor)", item.name.text, grouped(item.kronor)))
            .collect();
        let lead = if is_least { "ordningen, den minsta först, är" } else { "ordningen är" };
        (format!("{lead} {}", join(&first)), vec![(own.place.clone(), own.name.text.clone())])
    })
}
