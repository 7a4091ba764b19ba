//! The year's figures as rows and as tables with a column for every year.

use std::collections::BTreeMap;

use chrono::Datelike;
use minijinja::value::Value;

use super::{Values, group, known, list};
use crate::facts::{
    Change, Coverage, DividedFigures, Facts, Figure, MISSING, Number, Share, ranks,
};
use crate::measures::CARRIED_IN;
use crate::swedish::FIXED_SPACE;

/// A table's rows, and what they are compared with.
struct FigureTable<'f> {
    name: &'static str,
    about: &'static str,
    rows: &'f [Figure],
    /// How much of the whole the rows cover, for each year; nothing when they are no parts.
    coverage: &'f [Coverage],
    /// The whole, which shares are shares of.
    whole: Option<&'f Figure>,
}

/// The name of the table of all figures.
pub(super) const KEY_FIGURES: &str = "nyckeltal";

pub(super) fn add(facts: &Facts, values: &mut Values) {
    // A service in its first year had no clients at the start of it.
    let began = facts.started_within.is_some();
    let known = facts
        .figures
        .iter()
        .filter(|figure| figure.current().is_some() && !(began && figure.name == CARRIED_IN));
    let key_figures: Vec<Figure> = known.cloned().collect();
    let about = "nyckeltalen: de antal som är kända";
    let key_figures =
        FigureTable { name: KEY_FIGURES, about, rows: &key_figures, coverage: &[], whole: None };
    let division = |divided| FigureTable::of(divided, facts);
    let tables = std::iter::once(key_figures).chain(facts.parts.iter().map(division));
    let tables: Vec<FigureTable<'_>> = tables.collect();
    for table in &tables {
        values.add(table.name, table.about, list(table.rows()));
    }
    // The key figures are asked for by name; a division of nobody is no table, and neither is
    // one of which nothing is shown.
    let is_key = |table: &FigureTable<'_>| table.name == KEY_FIGURES;
    let with_rows = tables
        .iter()
        .filter(|table| !table.rows.is_empty() && (is_key(table) || table.tells_something()));
    let content = with_rows.map(|table| (table.name, table.content(facts)));
    let about = "samma rader, ordnade för en tabell med en kolumn för varje år";
    values.add("tabeller", about, content.collect::<BTreeMap<_, _>>());
}

impl<'f> FigureTable<'f> {
    /// The parts of a division.
    fn of(divided: &'f DividedFigures, facts: &'f Facts) -> Self {
        let DividedFigures { division, figures, coverage } = divided;
        let whole = facts.figure(division.whole);
        Self { name: division.key, about: division.about, rows: figures, coverage, whole }
    }
}

impl FigureTable<'_> {
    fn rows(&self) -> impl Iterator<Item = Value> {
        let all: Vec<usize> = (0..self.rows.first().map_or(0, |row| row.series.len())).collect();
        let rows = self.rows.iter().zip(ranks(self.rows));
        rows.map(move |(row, rank)| self.row(row, Some(rank), &all))
    }

    /// Whether there is anybody in any part, as far as papers show.
    fn tells_something(&self) -> bool {
        let mut counts = self.rows.iter().flat_map(|row| &row.series).flatten();
        counts.any(|count| !matches!(count, Number::Exact(0) | Number::Hidden))
    }

    /// Whether no year has anything but zero.
    fn is_all_zero(&self) -> bool {
        let counts = self.rows.iter().flat_map(|row| &row.series).flatten();
        counts.into_iter().all(|count| *count == Number::Exact(0))
    }

    /// The table with a column for each year that any row has a count for.
    fn content(&self, facts: &Facts) -> Value {
        let has_counts = |year: &usize| self.rows.iter().any(|row| count(row, *year).is_some());
        let shown: Vec<usize> = (0..facts.years.len()).filter(has_counts).collect();
        let years: Vec<i32> =
            shown.iter().filter_map(|year| facts.years.get(*year).copied()).collect();
        let span = match years.as_slice() {
            [first, .., last] => format!("{first}–{last}"),
            [only] => only.to_string(),
            [] => String::new(),
        };
        let rows = self.rows.iter().zip(ranks(self.rows));
        let is_whole = |year: &usize| self.coverage(*year) == Coverage::Whole;
        let leaves_out = |year: &usize| self.coverage(*year) == Coverage::LeavesOut;
        let sum = self.whole.filter(|whole| {
            shown.iter().all(|year| count(whole, *year).is_some() && is_whole(year))
        });
        let counts = || {
            let rows = self.rows.iter().chain(sum);
            rows.flat_map(|row| shown.iter().map(|year| count(row, *year)))
        };
        group([
            ("åren", list(years.iter().map(ToString::to_string))),
            ("tid", span.into()),
            (
                "startade",
                known(facts.started.filter(|day| years.contains(&day.year())).map(super::date)),
            ),
            ("upphörde", known(facts.ended_within.map(super::date))),
            ("rader", list(rows.map(|(row, rank)| self.row(row, Some(rank), &shown)))),
            ("summa", known(sum.map(|whole| self.row(whole, None, &shown)))),
            ("jämförs", self.rows.iter().any(|row| row.change().is_some()).into()),
            ("har_andelar", self.rows.iter().any(|row| self.share(row).is_some()).into()),
            ("andelar_avrundade", sum.is_some_and(|whole| self.shares_differ_from(whole)).into()),
            ("saknas", counts().any(|count| count.is_none()).into()),
            ("bara_nollor", self.is_all_zero().into()),
            ("utelämnar", shown.iter().any(leaves_out).into()),
            ("maskerat", counts().flatten().any(Number::is_masked).into()),
        ])
    }

    fn row(&self, figure: &Figure, rank: Option<usize>, years: &[usize]) -> Value {
        let cells = years.iter().map(|year| Number::in_cell(count(figure, *year)));
        let change = figure.change().map(Change::signed);
        group([
            ("namn", figure.label.clone().into()),
            ("antal", Number::in_cell(figure.current()).into()),
            ("föregående", Number::in_cell(figure.previous()).into()),
            ("serie", list(cells)),
            ("förändring", change.unwrap_or_else(|| MISSING.to_owned()).into()),
            ("andel", self.share(figure).unwrap_or_else(|| MISSING.to_owned()).into()),
            ("plats", known(rank)),
            ("saknas", (figure.previous().is_none() || figure.current().is_none()).into()),
            ("maskerat", figure.is_masked().into()),
        ])
    }

    /// The share in per cent, for a column that names the unit. What is there is not nothing.
    fn share(&self, figure: &Figure) -> Option<String> {
        let share = figure.share_of(self.whole?)?;
        let is_there = figure.current().and_then(Number::exact).is_some_and(|count| count > 0);
        if is_there && share.per_mille() == 0 {
            return Some(format!("<{FIXED_SPACE}0,1"));
        }
        Some(share.digits())
    }

    /// Whether the shares as shown don't add up to that of the sum.
    fn shares_differ_from(&self, whole: &Figure) -> bool {
        let share = |row: &Figure| row.share_of(whole).map(Share::per_mille);
        let shares: Option<Vec<u64>> = self.rows.iter().map(share).collect();
        shares.is_some_and(|shares| Some(shares.iter().sum()) != share(whole))
    }

    fn coverage(&self, year: usize) -> Coverage {
        self.coverage.get(year).copied().unwrap_or_default()
    }
}

fn count(figure: &Figure, year: usize) -> Option<Number> {
    figure.series.get(year).copied().flatten()
}
