use proptest::prelude::*;

use super::*;
use crate::facts::Number;

/// A ledger with a total and its parts, the total the last to be masked.
fn ledger(parts: &[u64]) -> Ledger {
    let mut ledger = Ledger::default();
    let total = ledger.enter(2025, parts.iter().sum(), Visibility::Shown { order: 0 });
    let cells: Vec<_> = parts
        .iter()
        .map(|part| ledger.enter(2025, *part, Visibility::Shown { order: 1 }))
        .collect();
    ledger.tie(total, &cells);
    ledger
}

/// A total and its parts, as shown.
fn divided(limit: u64, parts: &[u64]) -> (Number, Vec<Number>) {
    let shown = ledger(parts).masked(limit);
    let mut shown: Vec<Number> = shown.into_iter().map(|number| number.expect("shown")).collect();
    (shown.remove(0), shown)
}

fn shown(parts: &[u64]) -> String {
    let (total, parts) = divided(5, parts);
    let words = |number: Number| Number::in_cell(Some(number)).replace('\u{a0}', " ");
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
    assert_eq!(shown(&[1, 5]), "minst 5 = färre än 5 + 5");
}

#[test]
fn noughts_are_shown_and_hide_nothing() {
    assert_eq!(shown(&[3, 0]), "färre än 5 = färre än 5 + 0");
    assert_eq!(shown(&[3, 0, 8]), "11 = färre än 5 + 0 + minst 5");
}

#[test]
fn four_ones_hide_that_they_are_four() {
    assert_eq!(
        shown(&[1, 1, 1, 1]),
        "färre än 5 = visas inte + visas inte + visas inte + visas inte"
    );
}

/// Two years with so many clients, new ones and closed cases, as shown: clients, new,
/// at the start, closed, at the end.
fn two_years(years: [[u64; 3]; 2]) -> [String; 2] {
    let mut ledger = Ledger::default();
    let cells = [2024, 2025].into_iter().zip(years).map(|(year, [clients, new, closed])| {
        let mut enter = |order, count| ledger.enter(year, count, Visibility::Shown { order });
        let (clients_cell, new_cell) = (enter(0, clients), enter(1, new));
        let (into, closed_cell) = (enter(4, clients - new), enter(2, closed));
        let out = enter(3, clients - closed);
        ledger.tie(clients_cell, &[into, new_cell]);
        ledger.tie(clients_cell, &[out, closed_cell]);
        (into, out)
    });
    let cells: Vec<_> = cells.collect();
    ledger.tie(cells[1].0, &[cells[0].1]);
    let shown = ledger.masked(5);
    let words = |number: &Option<Number>| Number::in_cell(*number).replace('\u{a0}', " ");
    let lines: Vec<String> =
        shown.chunks(5).map(|year| year.iter().map(words).collect::<Vec<_>>().join(", ")).collect();
    lines.try_into().expect("two years")
}

#[test]
fn few_new_clients_take_those_at_the_start_of_the_year_with_them() {
    let [first, _] = two_years([[189, 3, 24], [170, 5, 20]]);
    assert_eq!(first, "189, färre än 5, minst 5, 24, 165");
}

#[test]
fn what_an_earlier_paper_showed_stays_shown() {
    // Those at the end of the first year are known, and so the clients of the second
    // would tell how few of them were new.
    assert_eq!(
        two_years([[189, 30, 24], [168, 3, 20]]),
        ["189, 30, 159, 24, 165", "minst 5, färre än 5, 165, 20, minst 5"]
    );
}

#[test]
fn what_an_earlier_paper_masked_stays_masked() {
    // Those at the start of the second year would tell how many were left at the end
    // of the first, and so how few cases were closed.
    assert_eq!(
        two_years([[189, 30, 3], [216, 30, 20]]),
        ["189, 30, 159, färre än 5, minst 5", "216, minst 5, minst 5, 20, 196"]
    );
}

#[test]
fn a_count_that_no_paper_shows_is_protected_like_one_that_is_shown() {
    let mut ledger = Ledger::default();
    let clients = ledger.enter(2025, 9, Visibility::Shown { order: 0 });
    let with_children = ledger.enter(2025, 8, Visibility::Shown { order: 1 });
    let without = ledger.enter(2025, 1, Visibility::Hidden);
    ledger.tie(clients, &[with_children, without]);
    assert_eq!(ledger.masked(5), [Some(Number::Exact(9)), Some(Number::AtLeast(5)), None],);
}

#[test]
fn parts_that_do_not_add_up_are_not_tied() {
    let mut ledger = Ledger::default();
    let total = ledger.enter(2025, 10, Visibility::Shown { order: 0 });
    let part = ledger.enter(2025, 3, Visibility::Shown { order: 1 });
    ledger.tie(total, &[part]);
    assert_eq!(ledger.masked(5), [Some(Number::Exact(10)), Some(Number::FewerThan(5))]);
}

#[test]
fn a_thousand_parts_are_masked_in_good_time() {
    let mut parts = vec![5; 20_000];
    parts.push(1);
    let (total, shown) = divided(5, &parts);
    assert_eq!(total, Number::AtLeast(5));
    assert_eq!(shown.iter().filter(|number| number.is_masked()).count(), 1);
}

#[test]
fn a_limit_that_would_tell_the_count_is_raised() {
    for limit in [0, 1, 2, 3] {
        let (_, shown) = divided(limit, &[1, 2, 3, 30]);
        let masks = [Number::FewerThan(3), Number::FewerThan(3), Number::Exact(3)];
        assert_eq!(shown[..3], masks, "{limit}");
    }
}

#[test]
fn totals_below_the_limit_and_single_parts_keep_a_choice() {
    assert_eq!(shown(&[3]), "färre än 5 = färre än 5");
    assert_eq!(shown(&[2, 1]), "färre än 5 = färre än 5 + färre än 5");
    assert_eq!(shown(&[0, 0]), "0 = 0 + 0");
    assert_eq!(shown(&[30, 0]), "30 = 30 + 0");
}

/// All ways to fill in the masked counts of a sum, as a reader could try them.
fn possible(total: Number, parts: &[Number], most: u64) -> Vec<Vec<u64>> {
    let values = |number: Number| -> Vec<u64> {
        match number {
            Number::Exact(count) => vec![count],
            Number::FewerThan(limit) => (1..limit).collect(),
            Number::AtLeast(limit) => (limit..=most).collect(),
            Number::Hidden => (0..=most).collect(),
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
                prop_assert!(parts[index] >= limit || counts.len() > 1, "{total:?} = {shown:?}");
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
