//! From a paper's pages back to the year file: which region of them shows what.
//!
//! A text of a paper comes from the text of a section, from a value, or, as a cell of a table
//! or a label of a chart, from a figure. What comes from a template alone leads nowhere, but
//! headings and labels lead to where that leads which they stand above.

use std::cmp::Ordering;
use std::collections::HashMap;

use serde_json::{Value, json};

use super::found::json_path;
use super::preview::PreviewPaper;
use super::texts::{built_in_texts, input};
use crate::compare::paper::origin::Origins;
use crate::document::{Block, Chart, Document, Table};
use crate::finding::shorten;
use crate::make::{Checked, Pipeline};
use crate::measures::MEASURES;
use crate::pdf::PlacedText;
use crate::swedish::evenly_spaced;
use crate::template::{Filling, Paper};
use crate::yaml::edit::{Path, Step};

/// A value makes up a text when it has so many of ten letters.
const MOST_LETTERS: usize = 6;

/// The fewest letters by which a value is known in a longer text.
const FEWEST_LETTERS: usize = 4;

/// The regions of a paper's pages that lead to the year file, block by block: each with the way
/// there, the page, its edges in shares of the page (left, top, right, bottom), and how the
/// text begins.
pub(super) fn regions(pipeline: &Pipeline, checked: &Checked, paper: &PreviewPaper) -> Value {
    let document = &paper.document;
    let mut texts: Vec<&PlacedText> = paper.texts.iter().collect();
    texts.sort_by(|a, b| order(document, a).total_cmp(&order(document, b)));
    let ways = Ways::of(pipeline, checked, document);
    let mut led: Vec<Option<Path>> =
        texts.iter().map(|text| ways.of_text(document, text)).collect();
    lead_on(document, &texts, &mut led);
    let led = texts.iter().zip(&led).filter_map(|(text, path)| Some((text, path.as_ref()?)));
    let regions = |(text, path): (&&PlacedText, &Path)| {
        let path = json_path(path);
        let begins = shorten(&text.text);
        let region = text.regions.iter().map(|region| {
            let edges = [region.left, region.top, region.right, region.bottom];
            let edges = edges.map(|edge| (edge * 10_000.0).round() / 10_000.0);
            json!({ "path": path, "page": region.page, "edges": edges, "text": begins })
        });
        region.collect::<Vec<_>>()
    };
    led.flat_map(regions).collect()
}

/// The blocks come as in the paper, and in each its texts as they are read. In tables and
/// charts these were written in another order.
fn order(document: &Document, text: &PlacedText) -> Order {
    let is_read_down =
        matches!(document.blocks.get(text.block), Some(Block::Table(_) | Block::Chart(_)));
    let first = text.regions.first().filter(|_| is_read_down);
    let at = first.map_or((0, 0.0, 0.0), |region| (region.page, region.top, region.left));
    Order { block: text.block, page: at.0, top: at.1, left: at.2 }
}

/// Where a text comes among others.
struct Order {
    block: usize,
    page: usize,
    top: f64,
    left: f64,
}

impl Order {
    fn total_cmp(&self, other: &Self) -> Ordering {
        let whole = (self.block, self.page).cmp(&(other.block, other.page));
        whole.then(self.top.total_cmp(&other.top)).then(self.left.total_cmp(&other.left))
    }
}

/// Labels lead where what they stand above leads, and so do headings.
fn lead_on(document: &Document, texts: &[&PlacedText], led: &mut [Option<Path>]) {
    let mut next: Option<(usize, Path)> = None;
    for at in (0..texts.len()).rev() {
        let block = texts[at].block;
        if let Some(path) = &led[at] {
            next = Some((block, path.clone()));
            continue;
        }
        let leads_on = match document.blocks.get(block) {
            Some(Block::Heading { .. }) => true,
            Some(Block::Paragraph { .. } | Block::List(_) | Block::Chart(_)) | None => false,
            Some(_) => next.as_ref().is_some_and(|(other, _)| *other == block),
        };
        if leads_on {
            led[at] = next.as_ref().map(|(_, path)| path.clone());
        }
    }
    // What stands last in a block leads where what is above it leads.
    for at in 1..texts.len() {
        let (before, block) = (texts[at - 1].block, texts[at].block);
        let is_group = !matches!(
            document.blocks.get(block),
            Some(
                Block::Heading { .. } | Block::Paragraph { .. } | Block::List(_) | Block::Chart(_)
            ) | None
        );
        if led[at].is_none() && before == block && is_group {
            let above = led[at - 1].clone();
            led[at] = above;
        }
    }
}

/// What texts are known by.
struct Ways<'w> {
    /// The sections by what they say, paragraph by paragraph.
    sections: HashMap<String, String>,
    origins: Origins<'w>,
}

impl<'w> Ways<'w> {
    fn of(pipeline: &Pipeline, checked: &'w Checked, document: &Document) -> Self {
        let papers: Vec<&Paper> = pipeline.papers.get(&document.paper).into_iter().collect();
        let mut sections = HashMap::new();
        let mut note = |section: &str, lines: &mut dyn Iterator<Item = &str>| {
            for line in lines {
                sections.entry(evenly_spaced(line)).or_insert_with(|| section.to_owned());
            }
        };
        let filling = input(checked).and_then(|input| Filling::new(&pipeline.papers, input));
        if let Some(filling) = &filling {
            for section in papers.iter().flat_map(|paper| paper.sections()) {
                let words = filling.words(section).unwrap_or_default();
                note(section, &mut words.lines());
            }
        }
        for (section, text) in built_in_texts(pipeline, checked, &papers) {
            note(&section, &mut text.split("\n\n"));
        }
        Self { sections, origins: Origins::of(&checked.loaded) }
    }

    /// Where a text comes from.
    fn of_text(&self, document: &Document, text: &PlacedText) -> Option<Path> {
        match (document.blocks.get(text.block)?, text.cell) {
            (Block::Table(table), Some((row, column))) => self.of_cell(table, row, column),
            (Block::Table(_), None) => None,
            // Which bar a figure stands at can't be told from its words.
            (Block::Chart(chart), _) => {
                self.origins.labels().figure(&text.text, self.origins.year()).or_else(|| {
                    let is_of_figures = self.is_of_counts(chart);
                    is_of_figures.then(|| Path::default().and("statistik"))
                })
            }
            _ => self.of_words(&evenly_spaced(&text.text)),
        }
    }

    fn of_words(&self, words: &str) -> Option<Path> {
        let value = self.origins.shown_in(words, &Path::default());
        let value = value.filter(|(origin, _)| !is_figure(&origin.path));
        let count = words.chars().count();
        let is_most = |letters: usize| letters * 10 >= count * MOST_LETTERS;
        if let Some((origin, _)) = value.filter(|(_, letters)| is_most(*letters)) {
            return Some(origin.path.clone());
        }
        if let Some(section) = self.sections.get(words) {
            return Some(Path::default().and("texter").and(section.as_str()));
        }
        let value = value.filter(|(_, letters)| *letters >= FEWEST_LETTERS);
        value.map(|(origin, _)| origin.path.clone())
    }

    fn of_cell(&self, table: &Table, row: usize, column: usize) -> Option<Path> {
        let row = table.rows.get(row.checked_sub(1)?)?;
        let header = table.columns.get(column).map(|column| column.header.trim());
        let year =
            header.filter(|header| header.parse::<u16>().is_ok()).unwrap_or(self.origins.year());
        if row.is_sum {
            let first = table.rows.first().filter(|first| !first.is_sum)?;
            return self.of_sum(&first.header, year);
        }
        if let Some(path) = self.origins.labels().figure(&row.header, year) {
            return Some(path);
        }
        let (origin, _) = self.origins.shown_in(&evenly_spaced(&row.header), &Path::default())?;
        if column == 0 {
            return Some(origin.path.clone());
        }
        // The other cells are about the item that the first one names.
        let (item, _) = origin.path.split_last()?;
        let cell = row.cells.get(column - 1).map(|cell| evenly_spaced(cell)).unwrap_or_default();
        let own = self.origins.shown_in(&cell, &item);
        Some(own.map_or(item, |(origin, _)| origin.path.clone()))
    }

    fn is_of_counts(&self, chart: &Chart) -> bool {
        let points = chart.points().iter().map(|point| &point.label);
        let mut labels = points.chain(chart.series());
        labels.any(|label| {
            MEASURES.iter().any(|measure| measure.label == *label)
                || self.origins.labels().part(label).is_some()
        })
    }

    /// What a sum is given as: the count that the parts above it divide, or the economy.
    fn of_sum(&self, label: &str, year: &str) -> Option<Path> {
        if let Some(whole) = self.origins.labels().whole(label, year) {
            return Some(whole);
        }
        let (origin, _) = self.origins.shown_in(&evenly_spaced(label), &Path::default())?;
        origin.path.0.first().map(|first| Path(vec![first.clone()]))
    }
}

/// Whether a place is that of a figure, whose digits may stand anywhere.
fn is_figure(path: &Path) -> bool {
    matches!(path.0.first(), Some(Step::Key(key)) if key == "statistik" || key == "verksamhetsår")
}
