//! What follows about the counts of each year from the other counts of the file.

use std::collections::BTreeMap;

use crate::measures::{Cover, DIVISIONS, Division, MEASURES, Measure};
use crate::source::Located;
use crate::year_file::YearFigures;

/// The counts of a year, as far as readers can tell: the clients, those who come and
/// those who go, and the rest of what is given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct FlowCounts(BTreeMap<&'static str, u64>);

/// The counts of every year: what is given, and what follows from it. A year always
/// has clients, new ones, closed cases, and clients at its start and at its end,
/// whether they are given or not.
///
/// With `meet` one year ends where the next begins; periods of years do not.
pub(super) fn flows(years: &[(i32, &Located<YearFigures>)], meet: bool) -> Vec<FlowCounts> {
    let mut flows: Vec<FlowCounts> =
        years.iter().map(|(_, figures)| FlowCounts::given(figures)).collect();
    follow(years, &mut flows, meet);
    // Who is shown a division takes it for a division of all.
    take_for_wholes(years, &mut flows, |cover| cover == Cover::All);
    follow(years, &mut flows, meet);
    take_for_wholes(years, &mut flows, |cover| matches!(cover, Cover::Some { .. }));
    follow(years, &mut flows, meet);
    flows
}

/// Takes the largest sum of a division's parts for the whole, where that is not known and
/// can be so many.
fn take_for_wholes(
    years: &[(i32, &Located<YearFigures>)],
    flows: &mut [FlowCounts],
    covers: fn(Cover) -> bool,
) {
    for ((_, figures), flow) in years.iter().zip(flows) {
        for whole in &MEASURES {
            let divisions = DIVISIONS.iter();
            let of_whole = divisions.filter(|d| d.whole == whole.key && covers(d.cover));
            let sum = of_whole.filter_map(|division| sum(division, figures)).max();
            flow.fill(whole, sum.filter(|sum| flow.can_be(whole, *sum)));
        }
    }
}

fn sum(division: &Division, figures: &YearFigures) -> Option<u64> {
    let parts = division.parts_of(figures);
    let sum = parts.iter().map(|part| **part.count).fold(0, u64::saturating_add);
    (!parts.is_empty()).then_some(sum)
}

/// Works out what follows, from year to year, until nothing more does.
fn follow(years: &[(i32, &Located<YearFigures>)], flows: &mut [FlowCounts], meet: bool) {
    let forwards = |flows: &mut [FlowCounts], at: usize| {
        let mut changed = flows.get_mut(at).is_some_and(FlowCounts::follow);
        let is_next = |before: usize| years.get(before).zip(years.get(at));
        let Some(before) = at.checked_sub(1) else { return changed };
        if is_next(before).is_some_and(|(before, year)| meet && before.0 + 1 == year.0)
            && let Some([before, year]) = flows.get_mut(before..=at)
        {
            for (measure, repeated) in repeating() {
                changed |= year.fill(measure, before.count(repeated));
                changed |= before.fill(repeated, year.count(measure));
            }
        }
        changed
    };
    // Each round that changes anything fills at least one of the counts of a year.
    for _ in 0..=MEASURES.len() * flows.len() {
        let onwards = (0..flows.len()).filter(|at| forwards(flows, *at)).count();
        let back = (0..flows.len()).rev().filter(|at| forwards(flows, *at)).count();
        if onwards + back == 0 {
            break;
        }
    }
}

/// The measures that begin a year with what another one ended the year before with.
pub(super) fn repeating() -> impl Iterator<Item = (&'static Measure, &'static Measure)> {
    MEASURES.iter().filter_map(|measure| Some((measure, Measure::of_key(measure.repeats?)?)))
}

impl FlowCounts {
    fn given(year: &YearFigures) -> Self {
        let count = |measure: &Measure| Some((measure.key, measure.value(year)?.count));
        Self(MEASURES.iter().filter_map(count).collect())
    }

    /// The count of a measure.
    pub(super) fn count(&self, measure: &Measure) -> Option<u64> {
        self.0.get(measure.key).copied()
    }

    fn fill(&mut self, measure: &Measure, count: Option<u64>) -> bool {
        let Some(count) = count.filter(|_| !self.0.contains_key(measure.key)) else {
            return false;
        };
        self.0.insert(measure.key, count);
        true
    }

    /// Whether a measure can have a count without being more than its whole, or less than
    /// a part of it that comes or goes.
    fn can_be(&self, measure: &Measure, count: u64) -> bool {
        let mut parts = complements().filter(|(_, _, whole)| *whole == measure);
        let whole = measure.whole().and_then(|whole| self.count(whole));
        parts.all(|(part, ..)| self.count(part).is_none_or(|part| part <= count))
            && whole.is_none_or(|whole| count <= whole)
    }

    /// Clients are those at the start and the new ones, and those at the end and the
    /// closed cases.
    fn follow(&mut self) -> bool {
        let mut changed = false;
        for (part, others, whole) in complements() {
            let sum = self.count(part).zip(self.count(others));
            changed |= self.fill(whole, sum.and_then(|(part, others)| part.checked_add(others)));
        }
        for (part, others, whole) in complements() {
            let rest = self.count(whole).zip(self.count(others));
            changed |= self.fill(part, rest.and_then(|(whole, others)| whole.checked_sub(others)));
        }
        changed
    }
}

/// Every measure that makes up a whole together with another one, with that one and the
/// whole.
pub(super) fn complements()
-> impl Iterator<Item = (&'static Measure, &'static Measure, &'static Measure)> {
    MEASURES.iter().filter_map(|part| Some((part, part.others_measure()?, part.whole()?)))
}
