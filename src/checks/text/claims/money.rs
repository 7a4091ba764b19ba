//! Claims about kronor.

use super::claim::{Answer, ClaimKind, Correction, Judged};
use super::clause::{Clause, Joint};
use super::known::Known;
use super::lexicon::{Purpose, When, Word};
use super::stated::Closeness;
use super::terms::{Sense, Term};
use super::{money_order, money_shares};
use crate::checks::text::Sentence;
use crate::measures::{AMOUNTS, APPLIED_FOR, GRANTED, OWN_FUNDS, TOTAL_COST, UNUSED, USED};
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
pub(super) fn judged(
    sentence: &Sentence<'_>,
    clauses: &[Clause],
    known: &Known<'_>,
) -> Vec<Judged> {
    let mut judged = Vec::new();
    let mut before: Vec<Purpose> = Vec::new();
    let mut is_open = false;
    let mut named = 0;
    let mut items_before: Vec<usize> = Vec::new();
    let mut is_other_year = false;
    for clause in clauses {
        let own = purposes(clause);
        let mut items: Vec<usize> = clause.senses().filter_map(Sense::item).collect();
        // "Löner är den största posten och uppgick till …"
        let goes_on = clause.joint == Joint::And && clause.has(Word::Verb);
        if items.is_empty() && own.is_empty() && goes_on && !is_open {
            items.clone_from(&items_before);
        }
        items_before.clone_from(&items);
        let has_amount = clause.any(|sense| matches!(sense, Sense::Kronor(_)));
        let has_purposes_before = !before.is_empty();
        if !own.is_empty() {
            before.clone_from(&own);
        } else if clause.joint == Joint::Start && has_amount {
            before.clear();
        }
        is_open = clause.is_open() || (is_open && own.is_empty() && items.is_empty());
        // "För 2024 var bidraget 750 000 kronor, vilket då förbrukades i sin helhet."
        let names_year = clause.years().next().is_some();
        let is_other = is_of_another_year(clause, known);
        let goes_on =
            !names_year && matches!(clause.joint, Joint::Which | Joint::When | Joint::And);
        is_other_year = is_other || (is_other_year && goes_on);
        if !is_open && !names_other_year(clause, known) {
            judged.extend(money_order::judged(sentence, clause, known));
        }
        if is_open || is_other_year {
            continue;
        }
        judged.extend(used_entirely(clause, &own, known));
        judged.extend(money_shares::judged(clause, known));
        // "Kommunen får också 310 000 kronor": another grant.
        let is_another = clause.has(Word::Besides)
            && before
                .iter()
                .all(|purpose| matches!(purpose, Purpose::Grant | Purpose::Of(GRANTED)));
        if is_another {
            continue;
        }
        let year = clause.years().next();
        // "Vi använde 700 000 av de 756 000 kronorna": the whole is what was granted.
        if clause.has(Word::Part) && before == [Purpose::Of(USED)] {
            before.push(Purpose::Of(GRANTED));
        }
        // "… 16 800 kronor och … 11 300 kronor, tillsammans 28 100 kronor": a sum of what is
        // named, which is no amount of its own.
        let goes_on = clause.joint == Joint::And && !own.is_empty() && has_purposes_before;
        // "…, varav Gällsele kommun har svarat för 203 000 kronor": a part of it.
        if clause.joint == Joint::Whereof && items.is_empty() {
            continue;
        }
        let is_with = clause.terms.windows(2).any(|pair| {
            matches!(
                pair,
                [
                    Term { sense: Sense::Word(Word::InAll), .. },
                    Term { sense: Sense::Word(Word::By), .. },
                ]
            )
        });
        // "Tillsammans med bidraget blir det …"
        if is_with {
            continue;
        }
        let is_sum =
            clause.has(Word::InAll) && (own.len() > 1 || !items.is_empty() || named > 0 || goes_on);
        named += usize::from(has_amount);
        if is_sum && !own.contains(&Purpose::Of(TOTAL_COST)) {
            continue;
        }
        let candidates = match items.as_slice() {
            [] => candidates(&before, year, known),
            items => of_items(items, known),
        };
        judged.extend(amounts(clause, &candidates));
    }
    judged
}

/// The amounts of a clause, held against what they can be.
fn amounts(clause: &Clause, candidates: &[Candidate]) -> Vec<Judged> {
    // "18 500 kronor per klient"
    let is_each = clause.has(Word::Per) && clause.has(Word::Clients);
    if candidates.is_empty() || is_each {
        return Vec::new();
    }
    let judge = |term: &Term| {
        let Sense::Kronor(stated) = term.sense else { return None };
        if is_part_of_grant(clause, term) && !clause.any(|sense| sense.item().is_some()) {
            return None;
        }
        let is_it = |candidate: &&Candidate| stated.agrees(candidate.kronor.saturating_mul(100));
        let found = candidates.iter().find(is_it);
        let answer = if found.is_some() { Answer::True } else { wrong(candidates) };
        // A rounded amount is no placeholder's.
        let is_plain = stated.closeness == Closeness::Exactly && stated.unit <= 100;
        // Of two amounts of one size the text may mean either.
        let is_one = candidates
            .iter()
            .filter(is_it)
            .all(|other| found.is_some_and(|found| found.placeholder == other.placeholder));
        let placeholder = found.and_then(|candidate| candidate.placeholder.clone());
        let placeholder = placeholder.filter(|_| is_plain && is_one);
        Some(Judged { tokens: term.tokens.clone(), kind: ClaimKind::Figure, answer, placeholder })
    };
    clause.terms.iter().filter_map(judge).collect()
}

/// Whether an amount is said to be a part of another: `av bidraget gick 668 400 kronor …`, but
/// not `av bidraget har 650 000 kronor använts`.
fn is_part_of_grant(clause: &Clause, amount: &Term) -> bool {
    let is_money = |term: &Term| matches!(term.sense, Sense::Word(Word::Money(_)));
    let at = clause.terms.iter().position(|term| term == amount).unwrap_or_default();
    let (before, after) = clause.terms.split_at(at);
    let begins = before.first().is_some_and(|term| term.sense == Sense::Word(Word::Part));
    let has_verb = before.last().is_some_and(|term| term.sense == Sense::Word(Word::Verb));
    begins && has_verb && before.iter().any(is_money) && !after.iter().any(is_money)
}

/// `hela bidraget har använts`, when something is left of it.
fn used_entirely(clause: &Clause, purposes: &[Purpose], known: &Known<'_>) -> Option<Judged> {
    let is_use = |purpose: &Purpose| matches!(purpose, Purpose::Of(USED | GRANTED));
    let says_so = purposes.contains(&Purpose::Of(USED))
        && purposes.iter().all(is_use)
        && clause.has(Word::Entirely);
    let is_of_the_grant = clause.has(Word::Money(Purpose::Grant)) || clause.joint != Joint::Start;
    let unused = known.subject.facts.money.amount(UNUSED).filter(|unused| unused.kronor > 0)?;
    (says_so && is_of_the_grant).then(|| Judged {
        tokens: clause.tokens(0..clause.terms.len()),
        kind: ClaimKind::Figure,
        answer: Answer::False(Correction {
            but: format!("{} kronor av det är inte använda", grouped(unused.kronor)),
            hint: "Rätta texten. Är det beloppen i `ekonomi:` som är fel så rätta dem.".to_owned(),
            places: vec![(unused.place.clone(), "använt".to_owned())],
        }),
        placeholder: None,
    })
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
    // "Kommunen fick 1 209 600 kronor av länsstyrelsen."
    if purposes.is_empty() && clause.has(Word::Granter) {
        purposes.push(Purpose::Grant);
    }
    // What the grant or the cost is said to be goes before that it is one.
    if purposes.len() > 1 {
        purposes.retain(|purpose| !matches!(purpose, Purpose::Grant | Purpose::Cost));
    }
    purposes
}

/// Whether a clause is about more or less than before, or about a year whose amounts the
/// year file does not have.
fn is_of_another_year(clause: &Clause, known: &Known<'_>) -> bool {
    clause.trend().is_some() || clause.joint == Joint::Against || names_other_year(clause, known)
}

fn names_other_year(clause: &Clause, known: &Known<'_>) -> bool {
    let is_told = |year: i32| year == known.reported || year == known.reported + 1;
    let names_year_before = clause
        .any(|sense| matches!(sense, Sense::Word(Word::Time(When::Before)) | Sense::Years(..)));
    names_year_before || clause.years().any(|year| !is_told(year))
}

fn candidates(purposes: &[Purpose], year: Option<i32>, known: &Known<'_>) -> Vec<Candidate> {
    let wants = |purpose: Purpose| purposes.contains(&purpose);
    if wants(Purpose::PerPost) {
        // "Med 318 600 kronor per heltid söks 796 500 kronor": two amounts, each its own.
        let others: Vec<Purpose> =
            purposes.iter().copied().filter(|purpose| matches!(purpose, Purpose::Of(_))).collect();
        let mut all = per_post(year, known);
        if !others.is_empty() {
            all.extend(candidates(&others, year, known));
        }
        return all;
    }
    let money = &known.subject.facts.money;
    let keys = AMOUNTS.iter().map(|amount| amount.key).filter(|key| {
        // What is applied for is the grant of the next year.
        let is_of_grant = match year.map(|year| year - known.reported) {
            Some(0) => [GRANTED, USED].contains(key),
            Some(1) => *key == APPLIED_FOR,
            _ if money.amount(APPLIED_FOR).is_none() => [GRANTED, USED].contains(key),
            _ => [GRANTED, USED, APPLIED_FOR].contains(key),
        };
        let is_grant = is_of_grant && wants(Purpose::Grant);
        let is_cost = [OWN_FUNDS, TOTAL_COST].contains(key) && wants(Purpose::Cost);
        // What the service costs the next year no file of this year says.
        let is_told = *key == APPLIED_FOR || year.is_none_or(|year| year == known.reported);
        is_grant || (is_told && (is_cost || wants(Purpose::Of(key))))
    });
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
fn per_post(year: Option<i32>, known: &Known<'_>) -> Vec<Candidate> {
    let what = "beloppet per heltid".to_owned();
    let level = known.year_file.economy.iter().filter_map(|economy| economy.level.as_ref());
    let level = level.map(|level| Candidate {
        what: what.clone(),
        kronor: *level.amount,
        placeholder: Some("{{ belopp_per_heltid.kronor|kronor }}".to_owned()),
        place: level.amount.span.clone(),
    });
    // The amounts are the reported year's.
    let is_told = year.is_none_or(|year| year == known.reported);
    let amounts = known.subject.facts.money.amounts.iter().filter_map(|amount| {
        let kronor = amount.per_post.filter(|_| is_told)?;
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
    Answer::False(Correction { but: crate::swedish::join(&said), hint, places: places.collect() })
}
