//! Every count of persons and cases that a reader of the papers can know of, whether
//! the papers show it or not, and the sums that tie them together.

use std::collections::BTreeMap;

use super::Number;
use super::divisions::{Coverage, Division};
use super::flows::{FlowCounts, flows};
use super::ledger::{Cell, Kept, LEAST_LIMIT, Ledger};
use super::year::{FIGURES, FigureKind, Flow};
use crate::source::{Located, Span};
use crate::year_file::{YearFigures, YearFile};

/// What a count counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counted {
    /// A figure, by its name.
    Figure(&'static str),
    /// A part of a division, by its name.
    Part(Division, String),
    /// The clients who are not counted by a figure: those without children at home.
    AllBut(&'static str),
    /// Those of a division's whole who are not in a part: without a reason, say.
    AllButPart(Division, String),
    /// Those whom a division leaves out.
    LeftOut(Division),
}

/// A count of one year, exactly. Papers never get it: they get [`super::Number`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearCount {
    /// The year.
    pub year: i32,
    /// What is counted.
    pub counted: Counted,
    /// How many.
    pub count: u64,
    /// Where it is given, or the year that it follows from.
    pub place: Span,
    /// Whether papers show it; if not, readers can still work it out.
    pub is_shown: bool,
}

/// The counts of all years up to the reported one, each in its ledger's cell.
#[derive(Debug, Default)]
pub struct Counts {
    pub(super) all: Vec<YearCount>,
    cells: BTreeMap<(i32, Counted), Cell>,
    coverage: BTreeMap<(i32, Division), Coverage>,
    part_names: BTreeMap<(i32, Division), Vec<String>>,
    pub(super) ledger: Ledger,
}

impl Counts {
    /// Gathers the counts of a year file. Years after the reported one are in none of its
    /// papers and are left out.
    #[must_use]
    pub fn of(year_file: &YearFile) -> Self {
        let mut counts = Self::default();
        let years: Vec<(i32, &Located<YearFigures>)> = year_file
            .statistics
            .range(..=*year_file.year)
            .map(|(year, figures)| (*year, figures))
            .collect();
        let flows = flows(&years);
        for ((year, figures), flow) in years.iter().zip(&flows) {
            counts.add_year(*year, figures, flow);
        }
        for (year, _) in &years {
            let carried = |year, name| counts.cell(year, &Counted::Figure(name));
            let (Some(into), Some(out_of)) =
                (carried(*year, "ingående"), carried(*year - 1, "utgående"))
            else {
                continue;
            };
            counts.ledger.tie(into, &[out_of]);
        }
        counts
    }

    /// All counts, year by year.
    pub fn iter(&self) -> impl Iterator<Item = &YearCount> {
        self.all.iter()
    }

    /// The counts that nobody may learn when those below a limit are masked: the
    /// masked ones, and the small ones that no paper shows.
    #[must_use]
    pub fn secret(&self, limit: u64) -> Vec<&YearCount> {
        let shown = self.ledger.masked(limit);
        let is_secret = |(count, shown): &(&YearCount, Option<Number>)| match shown {
            Some(number) => number.is_masked(),
            None => (1..limit.max(LEAST_LIMIT)).contains(&count.count),
        };
        self.all.iter().zip(shown).filter(is_secret).map(|(count, _)| count).collect()
    }

    /// The exact count, if there is one.
    #[must_use]
    pub fn exact(&self, year: i32, counted: &Counted) -> Option<u64> {
        Some(self.all.get(self.cell(year, counted)?)?.count)
    }

    pub(super) fn cell(&self, year: i32, counted: &Counted) -> Option<Cell> {
        self.cells.get(&(year, counted.clone())).copied()
    }

    /// The cell of a count that papers show.
    pub(super) fn shown(&self, year: i32, counted: &Counted) -> Option<Cell> {
        self.cell(year, counted).filter(|cell| self.all.get(*cell).is_some_and(|c| c.is_shown))
    }

    /// How much of its whole a division covers in a year.
    pub(super) fn coverage(&self, year: i32, division: Division) -> Coverage {
        self.coverage.get(&(year, division)).copied().unwrap_or_default()
    }

    /// The names of a division's parts in a year, in the order written.
    pub(super) fn part_names(&self, year: i32, division: Division) -> &[String] {
        self.part_names.get(&(year, division)).map_or(&[], Vec::as_slice)
    }

    fn add_year(&mut self, year: i32, figures: &Located<YearFigures>, flow: &FlowCounts) {
        for kind in &FIGURES {
            self.add_figure(year, kind, figures, flow);
        }
        let figure = |name| Counted::Figure(name);
        let cell = |counts: &Self, name| counts.cell(year, &figure(name));
        for parts in [["ingående", "nya"], ["utgående", "avslutade"]] {
            let parts = parts.map(|name| cell(self, name));
            if let (Some(clients), [Some(one), Some(other)]) = (cell(self, "klienter"), parts) {
                self.ledger.tie(clients, &[one, other]);
            }
        }
        if let Some(children) = cell(self, "hemmavarande_barn") {
            let others = Counted::AllBut("hemmavarande_barn");
            self.add_others(year, children, "klienter", others);
        }
        for division in Division::ALL {
            self.add_division(year, division, figures);
        }
    }

    /// A figure that is given, or that follows from the others. Papers show what
    /// follows from the year's own figures ([`Flow`]).
    fn add_figure(
        &mut self,
        year: i32,
        kind: &FigureKind,
        figures: &Located<YearFigures>,
        flow: &FlowCounts,
    ) {
        let given = (kind.given)(figures);
        let Some(count) = given.map(|count| **count).or(flow.count(kind.name)) else { return };
        let place = given.map_or(&figures.span, |count| &count.span).clone();
        let own = Flow::of(figures);
        let is_shown = match kind.name {
            "ingående" => own.carried_in.is_some(),
            "utgående" => own.carried_out.is_some(),
            _ => given.is_some(),
        };
        let kept = if is_shown { Kept::Shown { order: kind.order } } else { Kept::Back };
        self.enter(year, Counted::Figure(kind.name), count, place, kept);
    }

    fn add_division(&mut self, year: i32, division: Division, figures: &YearFigures) {
        let given = division.parts(figures);
        let mut parts = Vec::new();
        for (index, (name, count, place)) in given.iter().enumerate() {
            let counted = Counted::Part(division, name.clone());
            let order = if division.overlaps() {
                FIGURES.len() + Division::ALL.len() + index
            } else {
                FIGURES.len() + division as usize
            };
            let kept = Kept::Shown { order };
            parts.push(self.enter(year, counted, *count, place.clone(), kept));
        }
        let names = given.iter().map(|(name, ..)| name.clone()).collect();
        self.part_names.insert((year, division), names);
        let whole = self.cell(year, &Counted::Figure(division.whole()));
        let (Some(first), Some(whole)) = (given.first(), whole) else { return };
        let sum = given.iter().map(|(_, count, _)| *count).fold(0, u64::saturating_add);
        let left_out = self.ledger.count(whole).checked_sub(sum);
        match left_out.filter(|_| !division.overlaps()) {
            Some(0) => {
                self.coverage.insert((year, division), Coverage::Whole);
                self.ledger.tie(whole, &parts);
            }
            Some(left_out) => {
                self.coverage.insert((year, division), Coverage::LeavesOut);
                let counted = Counted::LeftOut(division);
                let place = first.2.clone();
                parts.push(self.enter(year, counted, left_out, place, Kept::AtLeastOne));
                self.ledger.tie(whole, &parts);
            }
            None => {
                for ((name, ..), part) in given.iter().zip(parts) {
                    let others = Counted::AllButPart(division, name.clone());
                    self.add_others(year, part, division.whole(), others);
                }
            }
        }
    }

    /// Those of a whole who are not in a part of it.
    fn add_others(&mut self, year: i32, part: Cell, whole: &'static str, others: Counted) {
        let Some(whole) = self.cell(year, &Counted::Figure(whole)) else { return };
        let Some(count) = self.ledger.count(whole).checked_sub(self.ledger.count(part)) else {
            return;
        };
        let place = self.all.get(part).map_or(0..0, |part| part.place.clone());
        let others = self.enter(year, others, count, place, Kept::Back);
        self.ledger.tie(whole, &[part, others]);
    }

    fn enter(&mut self, year: i32, counted: Counted, count: u64, place: Span, kept: Kept) -> Cell {
        let is_shown = matches!(kept, Kept::Shown { .. });
        let cell = self.ledger.enter(year, count, kept);
        self.cells.insert((year, counted.clone()), cell);
        self.all.push(YearCount { year, counted, count, place, is_shown });
        cell
    }
}
