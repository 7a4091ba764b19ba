//! The special blocks of a template: fenced blocks with a name.
//!
//! Their lines are filled in like the rest of the template; what they say is
//! Markdown within a line. See `templates/` for each block in use.

use super::chart::{UnknownKind, chart};
use super::tree::{inline, plain_line};
use crate::document::{
    Align, Block, Column, Contact, Field, Letterhead, LetterheadRow, LineGroup, Row, Signature,
    SigningField, Table,
};
use crate::facts::MISSING;

/// What a special block comes to.
pub(super) enum Special {
    /// A block of the document.
    Block(Block),
    /// What stands at the top of later pages.
    RunningHead(Vec<String>),
    /// Nothing, since it has no lines or a chart has no figures.
    Nothing,
}

/// What a special block asks for and does not exist.
#[derive(Debug, Clone, Copy)]
pub(super) enum Unknown {
    /// A block of that name.
    Block,
    /// A chart of that kind.
    ChartKind,
}

/// Reads a special block.
pub(super) fn block(name: &str, lines: &[String]) -> Result<Special, Unknown> {
    if lines.iter().all(|line| line.trim().is_empty()) {
        return Ok(Special::Nothing);
    }
    let block = match name {
        "sidhuvud" => {
            return Ok(Special::RunningHead(filled_lines(lines).map(plain_line).collect()));
        }
        "diagram" => {
            let chart = chart(lines).map_err(|UnknownKind| Unknown::ChartKind)?;
            return Ok(chart.map_or(Special::Nothing, |chart| Special::Block(Block::Chart(chart))));
        }
        "brevhuvud" => letterhead(lines),
        "uppgifter" => fields(lines),
        "kontakter" => contacts(lines),
        "tabell" => table(lines),
        "underskrifter" => signatures(lines),
        "namnteckning" => signing_form(lines),
        _ => return Err(Unknown::Block),
    };
    Ok(Special::Block(block))
}

pub(super) fn filled_lines(lines: &[String]) -> impl Iterator<Item = &str> {
    lines.iter().map(String::as_str).filter(|line| !line.trim().is_empty())
}

/// Groups of lines, divided by empty lines.
fn groups(lines: &[String]) -> Vec<Vec<String>> {
    lines
        .split(|line| line.trim().is_empty())
        .filter(|group| !group.is_empty())
        .map(|group| group.iter().map(|line| plain_line(line)).collect())
        .collect()
}

/// Groups in reading order: left, right, left, right. The first line of each is
/// its label.
fn letterhead(lines: &[String]) -> Block {
    let group = |mut lines: Vec<String>| {
        let rest = lines.split_off(lines.len().min(1));
        LineGroup { label: lines.pop().unwrap_or_default(), lines: rest }
    };
    let mut groups = groups(lines).into_iter().map(group);
    let mut rows = Vec::new();
    while let Some(left) = groups.next() {
        let right = groups.next().unwrap_or(LineGroup { label: String::new(), lines: Vec::new() });
        rows.push(LetterheadRow { left, right });
    }
    Block::Letterhead(Letterhead { rows })
}

/// `Etikett: värde`, one a line.
fn fields(lines: &[String]) -> Block {
    let rows = filled_lines(lines).map(|line| {
        let (label, value) = line.split_once(": ").unwrap_or((line, ""));
        Field { label: plain_line(label), value: inline(value) }
    });
    Block::Fields { rows: rows.collect() }
}

/// Groups of lines, divided by empty lines; the first line of each is its label.
fn contacts(lines: &[String]) -> Block {
    let groups = lines.split(|line| line.trim().is_empty());
    let contact = |group: &[String]| {
        let (label, lines) = group.split_first()?;
        let lines = lines.iter().map(|line| inline(line)).collect();
        Some(Contact { label: plain_line(label), lines })
    };
    Block::Contacts { contacts: groups.filter_map(contact).collect() }
}

/// Name, befattning, enhet: a group of lines for each person.
fn signatures(lines: &[String]) -> Block {
    let signature = |group: Vec<String>| {
        let mut lines = group.into_iter();
        Signature {
            name: lines.next().unwrap_or_default(),
            position: lines.next().unwrap_or_default(),
            unit: lines.next(),
        }
    };
    Block::Signatures { signatures: groups(lines).into_iter().map(signature).collect() }
}

/// `Etikett` or `Etikett: det som redan är känt`, one a line.
fn signing_form(lines: &[String]) -> Block {
    let fields = filled_lines(lines).map(|line| match line.split_once(": ") {
        Some((label, value)) => {
            SigningField { label: plain_line(label), value: Some(plain_line(value)) }
        }
        None => SigningField { label: plain_line(line.trim_end_matches(':')), value: None },
    });
    Block::SigningForm { fields: fields.collect() }
}

/// Lines that begin with what they are: `rubrik`, `beskrivning`, `kolumner`,
/// `rad`, `summa`, `not`. Cells are divided by ` | `; a column header that begins
/// with `< ` is for words, the others, but for the first, are for figures.
fn table(lines: &[String]) -> Block {
    let mut table = Table {
        caption: String::new(),
        description: String::new(),
        columns: Vec::new(),
        rows: Vec::new(),
        notes: Vec::new(),
    };
    for line in filled_lines(lines) {
        let (what, content) = line.split_once(": ").unwrap_or((line, ""));
        match what.trim() {
            "rubrik" => table.caption = plain_line(content),
            "beskrivning" => table.description = plain_line(content),
            "kolumner" => table.columns = columns(content),
            "rad" => table.rows.push(row(content, false)),
            "summa" => table.rows.push(row(content, true)),
            "not" if !content.trim().is_empty() => table.notes.push(plain_line(content)),
            _ => {}
        }
    }
    // Every row has a cell for every column, whatever the template says.
    let cells = table.columns.len().saturating_sub(1);
    for row in &mut table.rows {
        row.cells.resize(cells, MISSING.to_owned());
    }
    Block::Table(table)
}

fn columns(content: &str) -> Vec<Column> {
    let column = |(index, header): (usize, &str)| match header.trim().strip_prefix("< ") {
        Some(words) => Column { header: plain_line(words), align: Align::Left },
        None => Column {
            header: plain_line(header),
            align: if index == 0 { Align::Left } else { Align::Right },
        },
    };
    content.split(" | ").enumerate().map(column).collect()
}

fn row(content: &str, is_sum: bool) -> Row {
    let mut cells = content.split(" | ").map(plain_line);
    Row { header: cells.next().unwrap_or_default(), cells: cells.collect(), is_sum }
}
