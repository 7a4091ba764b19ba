//! A table of figures.

use std::num::NonZeroU32;
use std::sync::Arc;

use typst::foundations::{Content, NativeElement, Packed, Selector, Smart, Styles};
use typst::layout::{
    AlignElem, Alignment, BlockElem, Celled, HAlignment, Length, Ratio, Rel, Sides, Sizing,
    TrackSizings,
};
use typst::model::{
    FigureElem, FigureKind, ParElem, TableCell, TableChild, TableElem, TableHLine, TableHeader,
    TableItem,
};
use typst::pdf::{TableCellKind, TableHeaderScope};

use super::super::Error;
use super::super::look::points;
use super::super::place::{ABOVE_AND_BELOW_CELL, BESIDE_CELL, WordPlace, WordPlaces};
use super::super::word_division::WordDivision;
use super::captioned::{Captioned, set_for};
use super::{BodyWriter, functions};
use crate::document::{Align, Row, Table};
use crate::profile::Profile;

/// What the lines of a table decide about where it may be divided.
struct Division {
    stays_whole: bool,
    /// Which rows share a page with the row after them.
    rows_stay: Vec<bool>,
    /// Whether a row may be divided.
    parts_rows: bool,
    /// Whether the header stands above each of its parts.
    repeats_header: bool,
}

impl Division {
    fn of(table: &Table, places: &WordPlaces<'_>, division: &WordDivision<'_>) -> Self {
        let lines = lines(table, places, division);
        let header = lines.get(1).copied().unwrap_or_default();
        let mut rows = lines.iter().skip(2).take(table.rows.len());
        Self {
            stays_whole: table.stays_whole() && places.page_holds(&lines),
            rows_stay: rows_that_stay(table, &lines, places),
            parts_rows: !rows.all(|row| places.page_holds(&[header, *row])),
            // Above each of its rows, and these must have room too.
            repeats_header: places.page_holds(&[header, header]),
        }
    }
}

impl BodyWriter<'_> {
    /// A table with its caption and notes.
    pub fn table(&self, table: &Table) -> Result<Content, Error> {
        let division = Division::of(table, &self.places, &self.division);
        let is_breakable = !division.stays_whole;
        let mut figure = Styles::new();
        figure.set(AlignElem::alignment, HAlignment::Left.into());
        figure.set(BlockElem::breakable, is_breakable);
        let mut styles = self.look.table();
        styles.set(ParElem::spacing, Length::zero());
        styles.push(set_for(Selector::Elem(FigureElem::ELEM, None), figure));
        styles.push(functions::kept_caption());
        self.captioned(Captioned {
            kind: FigureKind::Elem(TableElem::ELEM),
            caption: Some(&table.caption),
            notes: &table.notes,
            body: self.grid(table, &division)?,
            alternative_text: None,
            is_breakable,
            styles,
        })
    }

    fn grid(&self, table: &Table, division: &Division) -> Result<Content, Error> {
        let look = self.look;
        let widths = table.widths();
        let column = |width: &usize| Sizing::Rel(Ratio::new(0.01 * as_f64(*width)).into());
        let align =
            |is_right| Alignment::H(if is_right { HAlignment::Right } else { HAlignment::Left });
        let beside = Some(Rel::from(points(BESIDE_CELL)));
        let above = Some(Rel::from(points(ABOVE_AND_BELOW_CELL)));
        let hairline = Some(Some(Arc::new(look.hairline.clone())));
        Ok(TableElem::new(self.rows(table, &widths, division)?)
            .with_columns(TrackSizings(widths.iter().map(column).collect()))
            .with_rows(self.heights(table, &widths, division))
            .with_align(Celled::Array(
                table
                    .columns
                    .iter()
                    .map(|column| Smart::Custom(align(column.align == Align::Right)))
                    .collect(),
            ))
            .with_inset(Celled::Value(Sides::new(beside, above, beside, above)))
            .with_stroke(Celled::Value(Sides::new(
                Some(None),
                hairline.clone(),
                Some(None),
                hairline,
            )))
            .with_summary(Some(table.description.as_str().into()))
            .pack())
    }

    /// The header and the rows. Rows that share a page with the row after them are laid out
    /// as headers further down, which never stand last on a page, and are tagged as the
    /// rows that they are.
    fn rows(
        &self,
        table: &Table,
        widths: &[usize],
        division: &Division,
    ) -> Result<Vec<TableChild>, Error> {
        let mut header = Vec::with_capacity(table.columns.len());
        for (number, column) in table.columns.iter().enumerate() {
            self.mark_cell(Some((0, number)));
            let words = self.words(&column.header, self.cell_place(widths, number, true))?;
            let cell = cell(words.strong(), division);
            let cell = cell.with_fill(Smart::Custom(Some(self.look.band.clone().into())));
            header.push(TableItem::Cell(Packed::new(cell)));
        }
        let header = TableHeader::new(header).with_repeat(division.repeats_header);
        let mut children = vec![TableChild::Header(Packed::new(header))];
        let mut staying: Vec<TableItem> = Vec::new();
        for (number, row) in table.rows.iter().enumerate() {
            let stays = division.rows_stay.get(number).copied().unwrap_or_default();
            let items = self.row(row, number + 1, widths, division, stays)?;
            if stays {
                staying.extend(items);
                continue;
            }
            if !staying.is_empty() {
                let header = TableHeader::new(std::mem::take(&mut staying))
                    .with_level(NonZeroU32::MIN.saturating_add(1))
                    .with_repeat(false);
                children.push(TableChild::Header(Packed::new(header)));
            }
            children.extend(items.into_iter().map(TableChild::Item));
        }
        self.mark_cell(None);
        Ok(children)
    }

    fn row(
        &self,
        row: &Row,
        row_number: usize,
        widths: &[usize],
        division: &Division,
        stays: bool,
    ) -> Result<Vec<TableItem>, Error> {
        let mut items = Vec::with_capacity(row.cells.len() + 2);
        if row.is_sum {
            let rule = TableHLine::new().with_stroke(Some(Arc::new(self.look.sum_rule())));
            items.push(TableItem::HLine(Packed::new(rule)));
        }
        for (number, text) in std::iter::once(&row.header).chain(&row.cells).enumerate() {
            self.mark_cell(Some((row_number, number)));
            let words = self.words(text, self.cell_place(widths, number, row.is_sum))?;
            let cell = cell(if row.is_sum { words.strong() } else { words }, division);
            let kind = if number == 0 {
                Smart::Custom(TableCellKind::Header(NonZeroU32::MIN, TableHeaderScope::Row))
            } else if stays {
                Smart::Custom(TableCellKind::Data)
            } else {
                Smart::Auto
            };
            items.push(TableItem::Cell(Packed::new(cell.with_kind(kind))));
        }
        Ok(items)
    }

    /// How high the header and the rows are, where each is sure to have a single line:
    /// Typst lays all others out twice, to see.
    fn heights(&self, table: &Table, widths: &[usize], division: &Division) -> TrackSizings {
        let Profile { sizes, spacing, .. } = self.look.profile;
        let height = points(sizes.table * spacing.line + 2.0 * ABOVE_AND_BELOW_CELL);
        let height = |texts: &mut dyn Iterator<Item = &String>, is_bold: bool| {
            let mut is_blank = true;
            let has_one_line = texts.enumerate().all(|(number, text)| {
                is_blank &= text.trim().is_empty();
                self.has_one_line(text, self.cell_place(widths, number, is_bold))
            });
            let is_known = has_one_line && !is_blank && !division.parts_rows;
            if is_known { Sizing::Rel(height.into()) } else { Sizing::Auto }
        };
        let header = height(&mut table.columns.iter().map(|column| &column.header), true);
        let rows = table
            .rows
            .iter()
            .map(|row| height(&mut std::iter::once(&row.header).chain(&row.cells), row.is_sum));
        TrackSizings(std::iter::once(header).chain(rows).collect())
    }

    fn cell_place(&self, widths: &[usize], column: usize, is_bold: bool) -> WordPlace<'_> {
        self.places.cell(widths.get(column).copied().unwrap_or_default(), is_bold)
    }
}

fn cell(body: Content, division: &Division) -> TableCell {
    TableCell::new(body).with_breakable(Smart::Custom(division.parts_rows))
}

fn as_f64(per_cent: usize) -> f64 {
    f64::from(u32::try_from(per_cent).unwrap_or(100))
}

/// How many lines the caption, the header, each row and each note of a table take.
fn lines(table: &Table, places: &WordPlaces<'_>, division: &WordDivision<'_>) -> Vec<f64> {
    let widths = table.widths();
    let highest = |texts: &mut dyn Iterator<Item = &String>, is_bold: bool| {
        let cells = texts.zip(&widths);
        let lines = cells.map(|(text, width)| division.lines(text, places.cell(*width, is_bold)));
        lines.fold(1.0, f64::max)
    };
    let header = highest(&mut table.columns.iter().map(|column| &column.header), true);
    let rows = table
        .rows
        .iter()
        .map(|row| highest(&mut std::iter::once(&row.header).chain(&row.cells), row.is_sum));
    let notes = table.notes.iter().map(|note| division.lines(note, places.note()));
    let caption = division.lines(&table.caption, places.caption());
    [caption, header].into_iter().chain(rows).chain(notes).collect()
}

/// Which rows share a page with the row after them, in a table that may be divided between
/// pages: those that the tree wants to, as far as a page holds them.
fn rows_that_stay(table: &Table, lines: &[f64], places: &WordPlaces<'_>) -> Vec<bool> {
    if table.stays_whole() && places.page_holds(lines) {
        return Vec::new();
    }
    let [_, header, rows @ ..] = lines else { return Vec::new() };
    let stays = table.rows_that_stay().into_iter().enumerate().map(|(row, stays)| {
        let together: Vec<f64> =
            [*header].into_iter().chain(rows.iter().skip(row).take(2).copied()).collect();
        stays && places.page_holds(&together)
    });
    stays.collect()
}
