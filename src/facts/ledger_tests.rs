use proptest::prelude::*;

use super::*;

/// A total and its parts, as shown.
fn divided(limit: u64, parts: &[u64]) -> (Number, Vec<Number>) {
    let mut ledger = Ledger::default();
    let total = ledger.enter(parts.iter().sum());
    let cells: Vec<_> = parts.iter().map(|part| Some(ledger.enter(*part))).collect();
    ledger.tie(Some(total), &cells);
    let mut shown = ledger.masked(limit);
    assert_eq!(ledger.given_away(&shown), Vec::<Cell>::new());
    (shown.remove(0), shown)
}

fn shown(parts: &[u64]) -> String {
    let (total, parts) = divided(5, parts);
    let words = |number: Number| number.to_string().replace('\u{a0}', " ");
    let parts: Vec<String> = parts.into_iter().map(words).collect();
    format!("{} = {}", words(total), parts.join(" + "))
}

#[test]
fn counts_from_the_limit_are_shown() {
    assert_eq!(shown(&[5, 20, 0]), "25 = 5 + 20 + 0");
}

#[test]
fn one_masked_part_takes_the_next_smallest_with_it() {
    assert_eq!(shown(&[3, 44, 7, 60]), "114 = färre än 5 + 44 + minst 5 + 60");
}

#[test]
fn two_masked_parts_are_enough_when_their_sum_says_nothing() {
    assert_eq!(shown(&[3, 2, 44]), "49 = färre än 5 + färre än 5 + 44");
}

#[test]
fn two_masked_parts_that_can_only_be_one_each_take_a_third() {
    assert_eq!(shown(&[1, 1, 44, 9]), "55 = färre än 5 + färre än 5 + 44 + minst 5");
    assert_eq!(shown(&[4, 4, 44, 9]), "61 = färre än 5 + färre än 5 + 44 + minst 5");
}

#[test]
fn a_second_part_that_can_only_be_the_limit_takes_the_total() {
    assert_eq!(shown(&[1, 5]), "minst 5 = färre än 5 + minst 5");
}

#[test]
fn noughts_are_shown_and_hide_nothing() {
    assert_eq!(shown(&[3, 0]), "färre än 5 = färre än 5 + 0");
    assert_eq!(shown(&[3, 0, 8]), "11 = färre än 5 + 0 + minst 5");
}

#[test]
fn four_ones_lose_every_bound() {
    assert_eq!(
        shown(&[1, 1, 1, 1]),
        "ett litet antal = ett litet antal + ett litet antal + ett litet antal + ett litet antal"
    );
}

#[test]
fn what_is_carried_over_does_not_give_the_new_clients_away() {
    let mut ledger = Ledger::default();
    let mut enter = |count| Some(ledger.enter(count));
    let (clients, new, carried_in) = (enter(189), enter(3), enter(186));
    let (before, closed, carried_out) = (enter(210), enter(24), enter(186));
    ledger.tie(clients, &[carried_in, new]);
    ledger.tie(before, &[carried_out, closed]);
    ledger.tie(carried_in, &[carried_out]);
    let shown = ledger.masked(5);
    assert_eq!(
        shown,
        [
            Number::Exact(189),
            Number::FewerThan(5),
            Number::AtLeast(5),
            Number::Exact(210),
            Number::AtLeast(5),
            Number::AtLeast(5),
        ]
    );
    assert_eq!(ledger.given_away(&shown), Vec::<Cell>::new());
}

#[test]
fn parts_that_do_not_add_up_are_not_tied() {
    let mut ledger = Ledger::default();
    let (total, part) = (ledger.enter(10), ledger.enter(3));
    ledger.tie(Some(total), &[Some(part)]);
    assert_eq!(ledger.masked(5), [Number::Exact(10), Number::FewerThan(5)]);
}

#[test]
fn a_thousand_parts_are_masked_in_good_time() {
    let mut parts = vec![5; 20_000];
    parts.push(1);
    let (_, shown) = divided(5, &parts);
    assert!(shown.iter().all(|number| number.is_masked()));
}

/// All ways to fill in the masked counts of a sum, as a reader could try them.
fn possible(total: Number, parts: &[Number], most: u64) -> Vec<Vec<u64>> {
    let values = |number: Number| -> Vec<u64> {
        match number {
            Number::Exact(count) => vec![count],
            Number::FewerThan(limit) => (1..limit).collect(),
            Number::AtLeast(limit) => (limit..=most).collect(),
            Number::Hidden => (1..=most).collect(),
        }
    };
    let mut ways = vec![Vec::new()];
    for part in parts {
        let values = values(*part);
        ways = ways
            .into_iter()
            .flat_map(|way: Vec<u64>| {
                values.iter().map(move |value| [way.as_slice(), &[*value]].concat())
            })
            .collect();
    }
    let totals = values(total);
    ways.retain(|way| totals.contains(&way.iter().sum()));
    ways
}

proptest! {
    /// The rule itself, tried out by brute force: each masked part could be at
    /// least two different counts.
    #[test]
    fn no_masked_part_can_be_worked_out(
        parts in prop::collection::vec(0_u64..12, 1..5),
        limit in 3_u64..6,
    ) {
        let (total, shown) = divided(limit, &parts);
        let ways = possible(total, &shown, 40);
        for (index, number) in shown.iter().enumerate() {
            prop_assert!(number.exact().is_none_or(|count| count == parts[index]));
            if number.is_masked() {
                let mut counts: Vec<u64> = ways.iter().map(|way| way[index]).collect();
                counts.sort_unstable();
                counts.dedup();
                prop_assert!(counts.len() > 1, "{total:?} = {shown:?}");
                prop_assert!(counts.contains(&parts[index]));
            } else {
                prop_assert!(parts[index] == 0 || parts[index] >= limit);
            }
        }
        if total.is_masked() {
            let mut totals: Vec<u64> = ways.iter().map(|way| way.iter().sum()).collect();
            totals.sort_unstable();
            totals.dedup();
            prop_assert!(totals.len() > 1);
        }
    }
}
