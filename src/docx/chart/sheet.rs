//! The sheet of a chart's figures: what the chart refers to, and what Word shows
//! when the figures are edited.

use crate::document::Chart;
use crate::document::chart::{ChartKind, Drawing};

/// The sheet's name.
pub const NAME: &str = "Blad1";

/// The sheet, column by column, each with its header in the first row.
pub struct Sheet {
    /// The columns, the first with the names of the points.
    pub columns: Vec<SheetColumn>,
}

/// A column.
pub struct SheetColumn {
    /// The cell in the first row.
    pub header: String,
    /// The cells below.
    pub cells: Vec<SheetCell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetCell {
    /// Nothing, since the count is not known.
    Empty,
    /// A name.
    Text(String),
    /// A count.
    Count(u64),
    /// What follows from counts.
    Formula {
        /// The formula, without the equals sign.
        formula: &'static str,
        /// What it comes to.
        value: u64,
    },
}

impl SheetCell {
    /// The cell's number, if it has one.
    pub fn number(&self) -> Option<u64> {
        match self {
            Self::Count(value) | Self::Formula { value, .. } => Some(*value),
            Self::Empty | Self::Text(_) => None,
        }
    }
}

impl Sheet {
    /// The chart's names and counts. A flow also has what its bars stand on and how
    /// high they reach, as formulas, so that the bars follow an edited count.
    pub fn of(chart: &Chart, drawing: &Drawing) -> Self {
        let names = drawing.names.iter().cloned().map(SheetCell::Text);
        let mut columns = vec![SheetColumn { header: String::new(), cells: names.collect() }];
        for (index, name) in drawing.series.iter().enumerate() {
            let counts = chart.counts(index);
            let cell = |count: Option<u32>| {
                count.map_or(SheetCell::Empty, |count| SheetCell::Count(u64::from(count)))
            };
            columns.push(SheetColumn { header: name.clone(), cells: counts.map(cell).collect() });
        }
        if chart.kind() == ChartKind::Flow {
            columns.extend(steps(chart));
        }
        Self { columns }
    }

    /// The reference to the cells below a column's header.
    pub fn cells(&self, column: usize) -> String {
        let last = self.columns.get(column).map_or(0, |column| column.cells.len()) + 1;
        let letter = letter(column);
        format!("{NAME}!${letter}$2:${letter}${last}")
    }

    /// The reference to one cell; row 0 is the header's.
    pub fn cell(column: usize, row: usize) -> String {
        format!("{NAME}!${}${}", letter(column), row + 1)
    }
}

/// What the bars of a flow stand on, and how high they reach.
fn steps(chart: &Chart) -> [SheetColumn; 2] {
    let counts: Vec<u64> = chart.counts(0).flatten().map(u64::from).collect();
    let [before, new, ended, after] = counts[..] else {
        return ["Utfyllnad", "Överkant"]
            .map(|header| SheetColumn { header: header.to_owned(), cells: Vec::new() });
    };
    let column = |header: &str, cells: [(&'static str, u64); 4]| SheetColumn {
        header: header.to_owned(),
        cells: cells.map(|(formula, value)| SheetCell::Formula { formula, value }).to_vec(),
    };
    [
        column(
            "Utfyllnad",
            [("0", 0), ("B2", before), ("B2+B3-B4", before + new - ended), ("0", 0)],
        ),
        column(
            "Överkant",
            [("B2", before), ("B2+B3", before + new), ("B2+B3", before + new), ("B5", after)],
        ),
    ]
}

/// The letter of a column; no chart has more than four.
pub fn letter(column: usize) -> char {
    ('A'..='Z').nth(column).unwrap_or('Z')
}
