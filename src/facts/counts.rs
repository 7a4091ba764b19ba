//! Every count of persons and cases that a reader of the papers can know of, whether
//! the papers show it or not, and the sums that tie them together.

use std::collections::BTreeMap;

use super::Number;
use super::coverage::Coverage;
use super::flows::{FlowCounts, complements, flows, repeating};
use super::ledger::{Cell, LEAST_LIMIT, Ledger, Visibility};
use crate::measures::{DIVISIONS, Division, MEASURES, Measure, Others, PartCount};
use crate::source::{Located, Span};
use crate::year_file::{YearFigures, YearFile};

/// What a count counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counted {
    /// What a measure counts.
    Figure(&'static Measure),
    /// A part of a division, by its name.
    Part(&'static Division, String),
    /// Those of a measure's whole whom it doesn't count: the clients without children at
    /// home.
    AllBut(&'static Measure),
    /// Those of a division's whole who are not in a part: without a reason, say.
    AllButPart(&'static Division, String),
    /// Those whom a division leaves out.
    LeftOut(&'static Division),
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
    coverage: BTreeMap<(i32, &'static str), Coverage>,
    part_names: BTreeMap<(i32, &'static str), Vec<String>>,
    pub(super) ledger: Ledger,
}

/// The measures whose counts of a year the papers show for a year next to it: the clients at
/// the end of a year are those at the start of the next.
fn told_by_neighbours(year: i32, years: &[(i32, &Located<YearFigures>)]) -> Vec<&'static Measure> {
    let shown = |year: i32, measure: &Measure| {
        let figures = years.iter().find(|(other, _)| *other == year);
        figures.is_some_and(|(_, figures)| measure.value(figures).is_some())
    };
    let told = repeating().flat_map(|(measure, repeated)| {
        [
            Some(measure).filter(|_| shown(year - 1, repeated)),
            Some(repeated).filter(|_| shown(year + 1, measure)),
        ]
    });
    told.flatten().collect()
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
        // A period of a year does not end where that of the next begins.
        let meet = year_file.period.is_none();
        let flows = flows(&years, meet);
        for ((year, figures), flow) in years.iter().zip(&flows) {
            let told = if meet { told_by_neighbours(*year, &years) } else { Vec::new() };
            counts.add_year(*year, figures, flow, &told);
        }
        for (year, _) in years.iter().filter(|_| meet) {
            for (measure, repeated) in repeating() {
                let now = counts.cell(*year, &Counted::Figure(measure));
                let before = counts.cell(*year - 1, &Counted::Figure(repeated));
                if let (Some(now), Some(before)) = (now, before) {
                    counts.ledger.tie(now, &[before]);
                }
            }
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
    pub(super) fn coverage(&self, year: i32, division: &Division) -> Coverage {
        self.coverage.get(&(year, division.key)).copied().unwrap_or_default()
    }

    /// The names of a division's parts in a year, in the order written.
    pub(super) fn part_names(&self, year: i32, division: &Division) -> &[String] {
        self.part_names.get(&(year, division.key)).map_or(&[], Vec::as_slice)
    }

    /// `told` are the measures that a year next to this one tells.
    fn add_year(
        &mut self,
        year: i32,
        figures: &Located<YearFigures>,
        flow: &FlowCounts,
        told: &[&Measure],
    ) {
        for measure in &MEASURES {
            let is_told = told.contains(&measure);
            self.add_figure(year, (measure, is_told), figures, flow);
        }
        let cell = |counts: &Self, measure| counts.cell(year, &Counted::Figure(measure));
        let mut tied: Vec<&Measure> = Vec::new();
        for (part, others, whole) in complements() {
            // The two that make up a whole name each other.
            if tied.contains(&others) {
                continue;
            }
            tied.push(part);
            let parts = [cell(self, part), cell(self, others)];
            if let (Some(whole), [Some(one), Some(other)]) = (cell(self, whole), parts) {
                self.ledger.tie(whole, &[one, other]);
            }
        }
        for measure in &MEASURES {
            let is_uncounted = |others| matches!(others, Others::Uncounted(_));
            let has_uncounted = measure.part_of.is_some_and(|part| is_uncounted(part.others));
            if let Some(part) = cell(self, measure).filter(|_| has_uncounted) {
                self.add_others(year, part, measure.whole(), Counted::AllBut(measure));
            }
        }
        for (index, division) in DIVISIONS.iter().enumerate() {
            self.add_division(year, (index, division), figures);
        }
    }

    /// A figure that is given, or that follows from the others. Papers show what
    /// follows from the year's own figures ([`Measure::value`]), and what a year next to it
    /// tells.
    fn add_figure(
        &mut self,
        year: i32,
        (measure, is_told): (&'static Measure, bool),
        figures: &Located<YearFigures>,
        flow: &FlowCounts,
    ) {
        let Some(count) = flow.count(measure) else { return };
        let given = (measure.given)(figures);
        let place = given.map_or(&figures.span, |count| &count.span).clone();
        let visibility = match measure.value(figures) {
            None if !is_told => Visibility::Hidden,
            _ => Visibility::Shown { order: measure.masking_order },
        };
        self.enter(year, Counted::Figure(measure), count, place, visibility);
    }

    /// The parts of a division, which is the one with this index.
    fn add_division(
        &mut self,
        year: i32,
        (index, division): (usize, &'static Division),
        figures: &YearFigures,
    ) {
        let given = division.parts_of(figures);
        let mut parts = Vec::new();
        for (at, PartCount { name, count, .. }) in given.iter().enumerate() {
            let counted = Counted::Part(division, (*name).to_owned());
            // After the measures come the divisions, and then the parts that overlap, in
            // the order written.
            let order = if division.overlaps() { DIVISIONS.len() + at } else { index };
            let visibility = Visibility::Shown { order: MEASURES.len() + order };
            parts.push(self.enter(year, counted, ***count, count.span.clone(), visibility));
        }
        let names = given.iter().map(|part| part.name.to_owned()).collect();
        self.part_names.insert((year, division.key), names);
        let whole = division.whole().and_then(|whole| self.cell(year, &Counted::Figure(whole)));
        let (Some(first), Some(whole)) = (given.first(), whole) else { return };
        let sum = given.iter().map(|part| **part.count).fold(0, u64::saturating_add);
        let left_out = self.ledger.count(whole).checked_sub(sum);
        match left_out.filter(|_| !division.overlaps()) {
            Some(0) => {
                self.coverage.insert((year, division.key), Coverage::Whole);
                self.ledger.divide(whole, &parts);
            }
            Some(left_out) => {
                self.coverage.insert((year, division.key), Coverage::LeavesOut);
                let counted = Counted::LeftOut(division);
                let place = first.count.span.clone();
                parts.push(self.enter(year, counted, left_out, place, Visibility::AtLeastOne));
                self.ledger.divide(whole, &parts);
            }
            None => {
                for (given, part) in given.iter().zip(parts) {
                    let others = Counted::AllButPart(division, given.name.to_owned());
                    self.add_others(year, part, division.whole(), others);
                }
            }
        }
    }

    /// Those of a whole who are not in a part of it.
    fn add_others(
        &mut self,
        year: i32,
        part: Cell,
        whole: Option<&'static Measure>,
        others: Counted,
    ) {
        let whole = whole.and_then(|whole| self.cell(year, &Counted::Figure(whole)));
        let Some(whole) = whole else { return };
        let Some(count) = self.ledger.count(whole).checked_sub(self.ledger.count(part)) else {
            return;
        };
        let place = self.all.get(part).map_or(0..0, |part| part.place.clone());
        let others = self.enter(year, others, count, place, Visibility::Hidden);
        self.ledger.tie(whole, &[part, others]);
    }

    fn enter(
        &mut self,
        year: i32,
        counted: Counted,
        count: u64,
        place: Span,
        visibility: Visibility,
    ) -> Cell {
        let is_shown = matches!(visibility, Visibility::Shown { .. });
        let cell = self.ledger.enter(year, count, visibility);
        self.cells.insert((year, counted.clone()), cell);
        self.all.push(YearCount { year, counted, count, place, is_shown });
        cell
    }
}
