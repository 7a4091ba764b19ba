//! What follows about the clients of each year from the other counts of the file.

use super::divisions::Division;
use super::year::Flow;
use crate::source::Located;
use crate::year_file::YearFigures;
use crate::year_file::values::Count;

/// The clients of a year, those who come and those who go, as far as readers can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct FlowCounts {
    pub(super) clients: Option<u64>,
    pub(super) new: Option<u64>,
    pub(super) closed: Option<u64>,
    pub(super) carried_in: Option<u64>,
    pub(super) carried_out: Option<u64>,
}

/// The counts of every year: what is given, and what follows from it. A year always
/// has clients, new ones, closed cases, and clients at its start and at its end,
/// whether they are given or not.
pub(super) fn flows(years: &[(i32, &Located<YearFigures>)]) -> Vec<FlowCounts> {
    let mut flows: Vec<FlowCounts> =
        years.iter().map(|(_, figures)| FlowCounts::given(figures)).collect();
    follow(years, &mut flows);
    // Who is shown a division takes it for a division of all.
    for ((_, figures), flow) in years.iter().zip(&mut flows) {
        flow.clients = flow.clients.or_else(|| {
            let divisions = [Division::Sexes, Division::Ages, Division::Areas];
            let sum = divisions.iter().filter_map(|division| sum(*division, figures)).max()?;
            let parts = [flow.new, flow.closed, flow.carried_in, flow.carried_out];
            parts.into_iter().flatten().all(|part| part <= sum).then_some(sum)
        });
    }
    follow(years, &mut flows);
    for ((_, figures), flow) in years.iter().zip(&mut flows) {
        flow.new = flow.new.or_else(|| {
            let sum = sum(Division::ContactRoutes, figures)?;
            flow.clients.is_none_or(|clients| sum <= clients).then_some(sum)
        });
    }
    follow(years, &mut flows);
    flows
}

fn sum(division: Division, figures: &YearFigures) -> Option<u64> {
    let parts = division.parts(figures);
    let sum = parts.iter().map(|(_, count, _)| *count).fold(0, u64::saturating_add);
    (!parts.is_empty()).then_some(sum)
}

/// Works out what follows, from year to year, until nothing more does.
fn follow(years: &[(i32, &Located<YearFigures>)], flows: &mut [FlowCounts]) {
    let forwards = |flows: &mut [FlowCounts], at: usize| {
        let mut changed = flows.get_mut(at).is_some_and(FlowCounts::follow);
        let is_next = |before: usize| years.get(before).zip(years.get(at));
        let Some(before) = at.checked_sub(1) else { return changed };
        if is_next(before).is_some_and(|(before, year)| before.0 + 1 == year.0)
            && let Some([before, year]) = flows.get_mut(before..=at)
        {
            changed |= fill(&mut year.carried_in, before.carried_out);
            changed |= fill(&mut before.carried_out, year.carried_in);
        }
        changed
    };
    // Each round that changes anything fills at least one of five counts of a year.
    for _ in 0..=5 * flows.len() {
        let onwards = (0..flows.len()).filter(|at| forwards(flows, *at)).count();
        let back = (0..flows.len()).rev().filter(|at| forwards(flows, *at)).count();
        if onwards + back == 0 {
            break;
        }
    }
}

/// Fills what is unknown. Tells whether it did.
fn fill(place: &mut Option<u64>, count: Option<u64>) -> bool {
    let is_new = place.is_none() && count.is_some();
    *place = place.or(count);
    is_new
}

impl FlowCounts {
    fn given(year: &YearFigures) -> Self {
        let number = |count: &Option<Count>| count.as_ref().map(|count| **count);
        let flow = Flow::of(year);
        Self {
            clients: number(&year.clients),
            new: number(&year.new),
            closed: number(&year.closed),
            carried_in: flow.carried_in,
            carried_out: flow.carried_out,
        }
    }

    /// A count by the name of its figure.
    pub(super) fn count(&self, name: &str) -> Option<u64> {
        match name {
            "klienter" => self.clients,
            "nya" => self.new,
            "avslutade" => self.closed,
            "ingående" => self.carried_in,
            "utgående" => self.carried_out,
            _ => None,
        }
    }

    /// Clients are those at the start and the new ones, and those at the end and the
    /// closed cases.
    fn follow(&mut self) -> bool {
        let sum = |one: Option<u64>, other: Option<u64>| one?.checked_add(other?);
        let rest = |all: Option<u64>, part: Option<u64>| all?.checked_sub(part?);
        let clients = sum(self.carried_in, self.new).or(sum(self.carried_out, self.closed));
        let mut changed = fill(&mut self.clients, clients);
        changed |= fill(&mut self.carried_in, rest(self.clients, self.new));
        changed |= fill(&mut self.new, rest(self.clients, self.carried_in));
        changed |= fill(&mut self.carried_out, rest(self.clients, self.closed));
        changed |= fill(&mut self.closed, rest(self.clients, self.carried_out));
        changed
    }
}
