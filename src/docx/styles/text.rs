//! Running text, headings, label–value lines, emphasis and links.

use crate::profile::Profile;

use super::super::format::{Indent, ParagraphFormat, RunFormat, Tab};
use super::super::measure::{half_points, millimetres, points};
use super::{Definition, StyleName, in_heading_font, line};

/// The styles of this family.
pub fn definitions(profile: &Profile) -> Vec<Definition> {
    let (sizes, spacing) = (&profile.sizes, &profile.spacing);
    vec![
        normal(profile),
        Definition::new(StyleName::DefaultRun, None),
        heading(profile, 0, sizes.title, spacing.above_title, spacing.below_title),
        heading(profile, 1, sizes.heading, spacing.above_heading, spacing.below_heading),
        heading(profile, 2, sizes.subheading, spacing.above_subheading, spacing.below_heading),
        field(profile),
        contact(StyleName::Contact, StyleName::Normal, 0.0),
        contact(StyleName::ContactLast, StyleName::Contact, spacing.paragraph),
        contact(StyleName::ContactName, StyleName::Contact, 0.0)
            .next(StyleName::Contact)
            .run(RunFormat { bold: true, ..RunFormat::default() }),
        character(StyleName::FieldLabel, in_heading_font(profile, sizes.table)),
        character(StyleName::Strong, RunFormat { bold: true, ..RunFormat::default() }),
        character(StyleName::Emphasis, RunFormat { italic: true, ..RunFormat::default() }),
        // Underlined and in the text's colour: colour alone must not carry meaning.
        character(StyleName::Hyperlink, RunFormat { underline: true, ..RunFormat::default() }),
    ]
}

fn normal(profile: &Profile) -> Definition {
    Definition::new(StyleName::Normal, None).paragraph(ParagraphFormat {
        widow_control: true,
        below: Some(points(profile.spacing.paragraph)),
        line: Some(line(profile, profile.sizes.body)),
        ..ParagraphFormat::default()
    })
}

fn heading(profile: &Profile, level: u8, size: f64, above: f64, below: f64) -> Definition {
    Definition::new(StyleName::Heading(level), Some(StyleName::Normal))
        .next(StyleName::Normal)
        .paragraph(ParagraphFormat {
            keep_next: true,
            keep_lines: true,
            whole_words: true,
            above: Some(points(above)),
            below: Some(points(below)),
            line: Some(line(profile, size)),
            outline_level: Some(level),
            ..ParagraphFormat::default()
        })
        .run(RunFormat {
            font: Some(profile.fonts.heading.word.clone()),
            bold: true,
            colour: Some(profile.colours.heading.clone()),
            size: Some(half_points(size)),
            ..RunFormat::default()
        })
}

/// The value stands in a column of its own, also where it runs over several lines.
fn field(profile: &Profile) -> Definition {
    let at = millimetres(profile.page.field_value);
    Definition::new(StyleName::Field, Some(StyleName::Normal)).paragraph(ParagraphFormat {
        keep_lines: true,
        tabs: vec![Tab { at, align: "left" }],
        below: Some(points(profile.spacing.list_item)),
        indent: Some(Indent { left: at, right: 0, hanging: at }),
        ..ParagraphFormat::default()
    })
}

/// A line of a contact. The gap between contacts stands below the last line, as in the
/// letterhead.
fn contact(style: StyleName, based_on: StyleName, below: f64) -> Definition {
    Definition::new(style, Some(based_on)).paragraph(ParagraphFormat {
        keep_lines: true,
        whole_words: true,
        below: Some(points(below)),
        ..ParagraphFormat::default()
    })
}

fn character(style: StyleName, run: RunFormat) -> Definition {
    Definition::new(style, Some(StyleName::DefaultRun)).run(run)
}
