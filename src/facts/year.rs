//! One year's counts of persons and cases.

use super::ledger::{Cell, Ledger};
use super::parts::EnteredParts;
use super::{Figure, Number};
use crate::case::YearFigures;
use crate::case::values::Count;

/// A year's clients at its start and at its end. What is not given follows from
/// the other counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flow {
    /// Clients at the start of the year: all clients of the year but the new ones.
    pub carried_in: Option<u64>,
    /// Clients at the end of the year: all clients of the year but the closed cases.
    pub carried_out: Option<u64>,
}

impl Flow {
    /// Works out the flow of a year.
    #[must_use]
    pub fn of(year: &YearFigures) -> Self {
        let number = |count: &Option<Count>| count.as_deref().copied();
        let clients = number(&year.clients);
        let all_but = |part: &Option<Count>| clients?.checked_sub(number(part)?);
        Self {
            carried_in: number(&year.carried_in).or_else(|| all_but(&year.new)),
            carried_out: number(&year.carried_out).or_else(|| all_but(&year.closed)),
        }
    }
}

/// The name of each figure and the first cell of its row, in table order.
const FIGURES: [(&str, &str); 7] = [
    ("ingående", "Klienter vid årets början"),
    ("nya", "Nya klienter"),
    ("klienter", "Klienter under året"),
    ("avslutade", "Avslutade ärenden"),
    ("utgående", "Klienter vid årets slut"),
    ("kö", "Personer i kö vid årets slut"),
    ("hemmavarande_barn", "Klienter med hemmavarande barn under 18 år"),
];

/// A year's counts, entered in a ledger.
#[derive(Debug, Default)]
pub(super) struct EnteredYear {
    carried_in: Option<Cell>,
    new: Option<Cell>,
    clients: Option<Cell>,
    closed: Option<Cell>,
    carried_out: Option<Cell>,
    queue: Option<Cell>,
    children_at_home: Option<Cell>,
    pub(super) parts: EnteredParts,
}

impl EnteredYear {
    /// Enters a year's counts with the sums that hold between them.
    pub(super) fn of(year: &YearFigures, ledger: &mut Ledger) -> Self {
        let flow = Flow::of(year);
        let mut number = |count: Option<u64>| count.map(|count| ledger.enter(count));
        let mut count = |count: &Option<Count>| number(count.as_deref().copied());
        let (new, clients) = (count(&year.new), count(&year.clients));
        let (closed, queue) = (count(&year.closed), count(&year.queue));
        let children_at_home = count(&year.children_at_home);
        let (carried_in, carried_out) = (number(flow.carried_in), number(flow.carried_out));
        ledger.tie(clients, &[carried_in, new]);
        ledger.tie(clients, &[carried_out, closed]);
        let parts = EnteredParts::of(year, clients, new, ledger);
        Self { carried_in, new, clients, closed, carried_out, queue, children_at_home, parts }
    }

    /// Ties the clients at the start of this year to those at the end of the year before.
    pub(super) fn follows(&self, before: &Self, ledger: &mut Ledger) {
        ledger.tie(self.carried_in, &[before.carried_out]);
    }

    /// The cells in the order of [`FIGURES`].
    fn cells(&self) -> [Option<Cell>; 7] {
        [
            self.carried_in,
            self.new,
            self.clients,
            self.closed,
            self.carried_out,
            self.queue,
            self.children_at_home,
        ]
    }
}

/// The figures over the years, as they are shown.
pub(super) fn figures(years: &[EnteredYear], shown: &[Number]) -> Vec<Figure> {
    let cells: Vec<_> = years.iter().map(EnteredYear::cells).collect();
    let number = |cell: Option<Cell>| shown.get(cell?).copied();
    let figure = |(index, (name, label)): (usize, (&'static str, &str))| Figure {
        name,
        label: label.to_owned(),
        series: cells.iter().map(|cells| number(*cells.get(index)?)).collect(),
    };
    FIGURES.into_iter().enumerate().map(figure).collect()
}
