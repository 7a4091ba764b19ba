//! Counting the rows of a table, such as one row for each client.
//!
//! Every row is counted once in each division, so that the divisions add up. Where a row
//! can't be, its division is not proposed, and the row is named.

use std::collections::{BTreeMap, BTreeSet};

use super::chosen::{known_name, meant};
use super::figure::{Doubt, out_of_sight};
use super::given::{Given, at, at_all};
use super::target::Target;
use crate::finding::shorten;
use crate::measures::{Cover, Division, Measure, NEW};
use crate::spreadsheet::{Area, CellPlace, Content, Form, Sheet};
use crate::swedish::{folded, join};

/// A table whose rows are counted.
pub(super) struct Table<'s> {
    /// Where it is.
    pub(super) sheet: &'s Sheet,
    /// The row of its headings.
    pub(super) heading_row: u32,
    /// What every row is one of.
    pub(super) each: &'static Measure,
    /// Its columns that count.
    pub(super) columns: Vec<Column>,
}

/// A column that counts.
pub(super) struct Column {
    /// Which.
    pub(super) index: u32,
    /// What it says.
    pub(super) tells: Tells,
    /// Words of the column, and what they mean.
    pub(super) meanings: Vec<(String, String)>,
}

/// What a column says of a row.
#[derive(Debug, Clone)]
pub(super) enum Tells {
    /// Whether it is counted by a measure.
    Whether(&'static Measure),
    /// Which part of a division it is in; with the names of the parts that are known.
    Which(&'static Division, Vec<String>),
}

/// How many words that mean nothing are named.
const MOST_WORDS: usize = 10;
/// How many cells of the same kind are named.
const MOST_CELLS: usize = 8;

/// Counts a table's rows.
pub(super) fn count(table: &Table<'_>, given: &mut Given) {
    let rows = rows(table);
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return };
    let sheet = table.sheet;
    let columns = || table.columns.iter().map(|column| column.index);
    let (Some(left), Some(right)) = (columns().min(), columns().max()) else { return };
    let place = |row: u32, column: u32| CellPlace { row, column };
    let area = Area { first: place(*first, left), last: place(*last, right) };
    let hidden: Vec<u32> = rows.iter().copied().filter(|row| sheet.is_row_hidden(*row)).collect();
    if sheet.is_hidden || !hidden.is_empty() {
        let (place, reason) = if sheet.is_hidden {
            (at_all(sheet, area), "bladet är dolt, så det är oklart om raderna gäller".to_owned())
        } else {
            let rows: Vec<String> = hidden.iter().map(|row| (row + 1).to_string()).collect();
            (
                format!("{} {}", sheet.name, ranges(&hidden)),
                format!(
                    "{} av raderna är dolda, kanske av ett filter, så det är oklart om de ska räknas",
                    rows.len()
                ),
            )
        };
        let remedy = "Visa allt som ska räknas, ta bort resten, spara och importera igen.";
        given.refuse(place, None, Doubt::new(reason, remedy));
        return;
    }
    let mut counting = Counting { table, rows: &rows, area, given, yes: BTreeMap::new() };
    counting.given.add(Target::Measure(table.each), rows.len() as u64, at_all(sheet, area));
    for column in &table.columns {
        if let Tells::Whether(measure) = column.tells {
            counting.whether(column, measure);
        }
    }
    let mut done = BTreeSet::new();
    for column in &table.columns {
        if let Tells::Which(division, names) = &column.tells
            && done.insert(division.key)
        {
            counting.which(division, names);
        }
    }
}

/// Whether a word says yes or no, if it says either.
pub(super) fn yes_or_no(word: &str) -> Option<bool> {
    match folded(word).as_str() {
        "ja" | "j" | "x" | "1" | "sant" | "true" => Some(true),
        "nej" | "n" | "0" | "falskt" | "false" => Some(false),
        _ => None,
    }
}

/// The rows that something is written in, in a column that counts.
fn rows(table: &Table<'_>) -> Vec<u32> {
    let counts = |column: u32| table.columns.iter().any(|counted| counted.index == column);
    let below = table.sheet.cells.keys().filter(|place| place.row > table.heading_row);
    let rows: BTreeSet<u32> =
        below.filter(|place| counts(place.column)).map(|place| place.row).collect();
    rows.into_iter().collect()
}

/// Rows as they are numbered, those in a row together: `5–7, 9`.
fn ranges(rows: &[u32]) -> String {
    let runs = rows.chunk_by(|a, b| *b == *a + 1).map(|run| match run {
        [one] => format!("rad {}", one + 1),
        [first, .., last] => format!("rad {}–{}", first + 1, last + 1),
        [] => String::new(),
    });
    let mut runs: Vec<String> = runs.collect();
    if runs.len() > MOST_CELLS {
        runs.truncate(MOST_CELLS);
        runs.push("…".to_owned());
    }
    runs.join(", ")
}

struct Counting<'t, 's, 'g> {
    table: &'t Table<'s>,
    rows: &'t [u32],
    area: Area,
    given: &'g mut Given,
    /// The rows that a measure counts; nothing where some of them can't be told.
    yes: BTreeMap<&'static str, Option<BTreeSet<u32>>>,
}

impl Counting<'_, '_, '_> {
    /// The words of a column's cell in a row; nothing where it is empty.
    fn word(&self, column: &Column, row: u32) -> Result<Option<String>, Doubt> {
        let sheet = self.table.sheet;
        let place = CellPlace { row, column: column.index };
        if let Some(area) = sheet.merged_at(place) {
            return Err(Doubt::new(
                format!("cellen är sammanfogad med andra, {area}"),
                "Dela cellerna och skriv i varje rad vad som gäller den.",
            ));
        }
        let Some(cell) = sheet.cell(place) else { return Ok(None) };
        out_of_sight(sheet, place)?;
        let word = match &cell.content {
            Content::Text(_) | Content::Number(_, Form::Plain) => cell.as_name(),
            Content::Boolean(value) => Some(if *value { "ja" } else { "nej" }.to_owned()),
            Content::Number(..) => {
                return Err(Doubt::new(
                    "cellen visar ett datum eller procent",
                    "Skriv ett av de värden som räknas.",
                ));
            }
            Content::Error(error) => {
                return Err(Doubt::new(
                    format!("formeln i cellen ger felet {}", shorten(error)),
                    "Rätta formeln, eller skriv värdet i stället för den.",
                ));
            }
            Content::NoResult => {
                return Err(Doubt::new(
                    "cellen har en formel men filen säger inte vad den blir",
                    "Öppna filen i Excel eller LibreOffice, spara den och importera igen.",
                ));
            }
        };
        Ok(word.map(|word| meant(&word, &column.meanings).to_owned()))
    }

    fn area_of(&self, column: &Column) -> String {
        let place = |row| CellPlace { row, column: column.index };
        let area = Area { first: place(self.area.first.row), last: place(self.area.last.row) };
        at_all(self.table.sheet, area)
    }

    /// Counts the rows for which a column says yes.
    fn whether(&mut self, column: &Column, measure: &'static Measure) {
        let mut yes = BTreeSet::new();
        let mut unknown = Unknown::default();
        for row in self.rows {
            match self.word(column, *row) {
                Ok(None) => {}
                Ok(Some(word)) => match yes_or_no(&word) {
                    Some(true) => drop(yes.insert(*row)),
                    Some(false) => {}
                    None => unknown.add(&word, *row),
                },
                Err(doubt) => unknown.doubts.push((*row, doubt)),
            }
        }
        let is_known = unknown.is_empty();
        unknown.refuse(self, column, measure.key, |_| {
            "Skriv ja eller nej; en tom cell betyder nej.".to_owned()
        });
        if is_known {
            self.given.add(Target::Measure(measure), yes.len() as u64, self.area_of(column));
        }
        self.yes.insert(measure.key, is_known.then_some(yes));
    }

    /// Counts the rows in each part of a division.
    fn which(&mut self, division: &'static Division, names: &[String]) {
        let columns: Vec<&Column> = self
            .table
            .columns
            .iter()
            .filter(|column| matches!(&column.tells, Tells::Which(other, _) if *other == division))
            .collect();
        let Some(first) = columns.first() else { return };
        let Some(counted) = self.counted_in(division, first) else { return };
        let is_open = names.is_empty();
        let mut names: Vec<String> = names.to_vec();
        let mut counts: Vec<u64> = vec![0; names.len()];
        let (mut missing, mut beside): (Vec<u32>, usize) = (Vec::new(), 0);
        let mut unread: BTreeSet<u32> = BTreeSet::new();
        let mut parts_of_row: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
        for column in &columns {
            let mut unknown = Unknown::default();
            for row in self.rows {
                let word = match self.word(column, *row) {
                    Ok(Some(word)) => word,
                    Ok(None) => continue,
                    Err(doubt) => {
                        unknown.doubts.push((*row, doubt));
                        continue;
                    }
                };
                let known = known_name(&word, &names).ok().map(str::to_owned);
                let index = known.and_then(|known| names.iter().position(|name| *name == known));
                match index {
                    Some(index) => drop(parts_of_row.entry(*row).or_default().insert(index)),
                    None if is_open => {
                        parts_of_row.entry(*row).or_default().insert(names.len());
                        names.push(word);
                        counts.push(0);
                    }
                    None => unknown.add(&word, *row),
                }
            }
            unread.extend(unknown.rows());
            unknown.refuse(self, column, division.key, |word| match known_name(word, &names) {
                Err(Some(near)) => format!("Menade du ”{near}”?"),
                _ => format!("Här kan stå: {}.", join(&names)),
            });
        }
        for row in self.rows {
            let parts = parts_of_row.get(row);
            match (counted.contains(row), parts) {
                (true, Some(parts)) => {
                    for index in parts {
                        if let Some(count) = counts.get_mut(*index) {
                            *count += 1;
                        }
                    }
                }
                (true, None) if unread.contains(row) => {}
                (true, None) => missing.push(*row),
                (false, Some(_)) => beside += 1,
                (false, None) => {}
            }
        }
        if !unread.is_empty() {
            if division.cover == Cover::All && !missing.is_empty() {
                self.refuse_missing(division, first, &missing, &names);
            }
            return;
        }
        if beside > 0 {
            self.given.notes.push(format!(
                "{beside} {} {} utan att klienten är ny; de räknas inte i {}.",
                if beside == 1 { "rad har" } else { "rader har" },
                division.one,
                division.key
            ));
        }
        if !missing.is_empty() && !self.may_be_missing(division, first, &missing, &names) {
            return;
        }
        let from = match columns.last() {
            Some(last) if columns.len() > 1 => {
                let place = |row, column: &Column| CellPlace { row, column: column.index };
                let area = Area {
                    first: place(self.area.first.row, first),
                    last: place(self.area.last.row, last),
                };
                at_all(self.table.sheet, area)
            }
            _ => self.area_of(first),
        };
        for (name, count) in names.iter().zip(counts) {
            if let Some(target) = Target::part(division, name) {
                self.given.add(target, count, from.clone());
            }
        }
    }

    /// The rows that a division divides; nothing where that can't be told.
    fn counted_in(&mut self, division: &Division, column: &Column) -> Option<BTreeSet<u32>> {
        if division.whole == self.table.each.key {
            return Some(self.rows.iter().copied().collect());
        }
        if let Some(yes) = self.yes.get(division.whole) {
            return yes.clone();
        }
        let what = division.whole().map_or(NEW, |whole| whole.noun.many);
        let doubt = Doubt::new(
            format!("{} räknas bara för {what}, och ingen kolumn säger vilka de är", division.key),
            format!("Lägg till en kolumn som räknas som {}.", division.whole),
        );
        self.given.refuse(self.area_of(column), Some(division.key.to_owned()), doubt);
        None
    }

    /// Whether a division can be counted although some rows say nothing; says which.
    fn may_be_missing(
        &mut self,
        division: &Division,
        column: &Column,
        missing: &[u32],
        names: &[String],
    ) -> bool {
        if division.cover == Cover::All {
            self.refuse_missing(division, column, missing, names);
            return false;
        }
        let one = division.one;
        let these = division.whole().map_or("klienter", |whole| whole.noun.many);
        let who = match missing.len() {
            1 => division.whole().map_or("klient", |whole| whole.noun.one),
            _ => these,
        };
        let number = missing.len();
        self.given.notes.push(format!(
            "{number} {who} är utan {one} ({}) och räknas inte i {}.",
            self.cells(column, missing),
            division.key
        ));
        true
    }

    /// Says which rows lack a part of a division that everybody is in.
    fn refuse_missing(
        &mut self,
        division: &Division,
        column: &Column,
        missing: &[u32],
        names: &[String],
    ) {
        let rows = match missing.len() {
            1 => "1 rad".to_owned(),
            number => format!("{number} rader"),
        };
        let one = division.one;
        let unknown = names.iter().find(|name| {
            let name = folded(name);
            ["okän", "uppgift saknas", "annan", "övrig"].iter().any(|it| name.contains(it))
        });
        let remedy = match unknown {
            Some(name) => format!("Fyll i {one}; går det inte att få veta, skriv ”{name}”."),
            None => format!("Fyll i {one} på varje rad."),
        };
        let doubt = Doubt::new(
            format!(
                "{rows} saknar {one}, och då går fördelningen på {} inte ihop med antalet",
                division.key
            ),
            remedy,
        );
        self.given.refuse(self.cells(column, missing), Some(division.key.to_owned()), doubt);
    }

    /// Cells of a column, not too many of them.
    fn cells(&self, column: &Column, rows: &[u32]) -> String {
        let cell = |row: &u32| CellPlace { row: *row, column: column.index };
        let Some(first) = rows.first() else { return String::new() };
        let mut cells = vec![at(self.table.sheet, cell(first))];
        cells.extend(rows.iter().skip(1).take(MOST_CELLS - 1).map(|row| cell(row).to_string()));
        if rows.len() > MOST_CELLS {
            cells.push("…".to_owned());
        }
        cells.join(", ")
    }
}

/// The cells of a column whose words mean nothing.
#[derive(Default)]
struct Unknown {
    words: Vec<(String, Vec<u32>)>,
    doubts: Vec<(u32, Doubt)>,
}

impl Unknown {
    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.doubts.is_empty()
    }

    /// The rows of the cells.
    fn rows(&self) -> Vec<u32> {
        let words = self.words.iter().flat_map(|(_, rows)| rows.iter().copied());
        words.chain(self.doubts.iter().map(|(row, _)| *row)).collect()
    }

    fn add(&mut self, word: &str, row: u32) {
        match self.words.iter_mut().find(|(known, _)| known == word) {
            Some((_, rows)) => rows.push(row),
            None => self.words.push((word.to_owned(), vec![row])),
        }
    }

    fn refuse(
        self,
        counting: &mut Counting<'_, '_, '_>,
        column: &Column,
        about: &str,
        remedy: impl Fn(&str) -> String,
    ) {
        let about = || Some(about.to_owned());
        let left_out = self.words.len().saturating_sub(MOST_WORDS)
            + self.doubts.len().saturating_sub(MOST_WORDS);
        for (word, rows) in self.words.iter().take(MOST_WORDS) {
            let doubt =
                Doubt::new(format!("”{}” är inget som räknas", shorten(word)), remedy(word));
            counting.given.refuse(counting.cells(column, rows), about(), doubt);
        }
        for (row, doubt) in self.doubts.into_iter().take(MOST_WORDS) {
            let place = CellPlace { row, column: column.index };
            counting.given.refuse(at(counting.table.sheet, place), about(), doubt);
        }
        if left_out > 0 {
            let doubt = Doubt::new(
                format!("{left_out} andra värden i kolumnen är inte heller något som räknas"),
                "Kontrollera att det är rätt kolumn.",
            );
            counting.given.refuse(counting.area_of(column), about(), doubt);
        }
    }
}
