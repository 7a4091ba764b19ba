//! Tables and charts: caption, cells, notes, the line of a chart, and the table style
//! with its rules.

use crate::profile::Profile;

use super::super::format::{Numbering, ParagraphFormat, RULE, RunFormat};
use super::super::measure::points;
use super::super::xml::Element;
use super::{Definition, StyleName, in_heading_font, line};

/// Above and below the text of a cell: 2.5 points.
const CELL_ABOVE_BELOW: u8 = 50;
/// Left and right of the text of a cell: 6 points.
pub const CELL_SIDES: u8 = 120;
/// The rule above a sum, in eighths of a point.
const SUM_RULE: u8 = 8;

/// The styles of this family.
pub fn definitions(profile: &Profile) -> Vec<Definition> {
    let bold = || RunFormat { bold: true, ..RunFormat::default() };
    let right = || ParagraphFormat { align_right: true, ..ParagraphFormat::default() };
    vec![
        caption(profile),
        Definition::new(StyleName::TableText, Some(StyleName::Normal))
            .paragraph(ParagraphFormat {
                below: Some(0),
                line: Some(line(profile, profile.sizes.table)),
                ..ParagraphFormat::default()
            })
            .run(in_heading_font(profile, profile.sizes.table)),
        Definition::new(StyleName::TableTextRight, Some(StyleName::TableText)).paragraph(right()),
        Definition::new(StyleName::TableHeader, Some(StyleName::TableText)).run(bold()),
        Definition::new(StyleName::TableHeaderRight, Some(StyleName::TableHeader))
            .paragraph(right()),
        Definition::new(StyleName::TableSum, Some(StyleName::TableText)).run(bold()),
        Definition::new(StyleName::TableSumRight, Some(StyleName::TableSum)).paragraph(right()),
        note(profile),
        chart(),
        default_table(),
        table(profile),
        grid(),
    ]
}

fn caption(profile: &Profile) -> Definition {
    Definition::new(StyleName::Caption, Some(StyleName::Normal))
        .next(StyleName::Normal)
        .paragraph(ParagraphFormat {
            keep_next: true,
            keep_lines: true,
            whole_words: true,
            above: Some(points(profile.spacing.table)),
            below: Some(points(profile.spacing.below_heading)),
            line: Some(line(profile, profile.sizes.table)),
            ..ParagraphFormat::default()
        })
        .run(RunFormat { bold: true, ..in_heading_font(profile, profile.sizes.table) })
}

/// A note often begins with the dash that it explains, and is no list item.
fn note(profile: &Profile) -> Definition {
    Definition::new(StyleName::TableNote, Some(StyleName::Normal))
        .paragraph(ParagraphFormat {
            keep_lines: true,
            numbering: Some(Numbering { level: 0, id: 0 }),
            above: Some(points(profile.spacing.below_heading)),
            below: Some(points(profile.spacing.table)),
            line: Some(line(profile, profile.sizes.small)),
            ..ParagraphFormat::default()
        })
        .run(in_heading_font(profile, profile.sizes.small))
}

/// As high as its chart, which may not be parted from the note below it.
fn chart() -> Definition {
    Definition::new(StyleName::Chart, Some(StyleName::Normal)).next(StyleName::Normal).paragraph(
        ParagraphFormat {
            keep_lines: true,
            below: Some(0),
            line: Some(0),
            ..ParagraphFormat::default()
        },
    )
}

fn default_table() -> Definition {
    Definition {
        table: vec![
            Element::new("w:tblPr")
                .child(no_indent())
                .child(cell_margins([0, CELL_SIDES, 0, CELL_SIDES])),
        ],
        ..Definition::new(StyleName::DefaultTable, None)
    }
}

fn table(profile: &Profile) -> Definition {
    let colour = &profile.colours.rule;
    let borders = ["w:top", "w:bottom", "w:insideH"].map(|edge| rule(edge, RULE, colour));
    let properties = Element::new("w:tblPr")
        .child(no_indent())
        .child(Element::new("w:tblBorders").children(borders))
        .child(cell_margins([CELL_ABOVE_BELOW, CELL_SIDES, CELL_ABOVE_BELOW, CELL_SIDES]));
    let shading = Element::val("w:shd", "clear")
        .attribute("w:color", "auto")
        .attribute("w:fill", &profile.colours.table_header);
    let first_row = Element::new("w:tblStylePr")
        .attribute("w:type", "firstRow")
        .child(Element::new("w:tcPr").child(shading).child(Element::val("w:vAlign", "bottom")));
    let sum = Element::new("w:tcBorders").child(rule("w:top", SUM_RULE, &profile.colours.text));
    let last_row = Element::new("w:tblStylePr")
        .attribute("w:type", "lastRow")
        .child(Element::new("w:tcPr").child(sum));
    Definition {
        table: vec![properties, first_row, last_row],
        ..Definition::new(StyleName::Table, Some(StyleName::DefaultTable))
    }
}

/// No rules, and no margins: what stands in it begins where the text around it does.
fn grid() -> Definition {
    let properties = Element::new("w:tblPr").child(no_indent()).child(cell_margins([0, 0, 0, 0]));
    Definition {
        table: vec![properties],
        ..Definition::new(StyleName::Grid, Some(StyleName::DefaultTable))
    }
}

fn no_indent() -> Element {
    Element::new("w:tblInd").attribute("w:w", 0).attribute("w:type", "dxa")
}

fn rule(edge: &'static str, thickness: u8, colour: &str) -> Element {
    Element::val(edge, "single")
        .attribute("w:sz", thickness)
        .attribute("w:space", 0)
        .attribute("w:color", colour)
}

/// Margins in the schema's order: top, left, bottom, right.
fn cell_margins(lengths: [u8; 4]) -> Element {
    let edges = ["w:top", "w:left", "w:bottom", "w:right"];
    Element::new("w:tblCellMar").children(edges.into_iter().zip(lengths).map(|(edge, length)| {
        Element::new(edge).attribute("w:w", length).attribute("w:type", "dxa")
    }))
}
