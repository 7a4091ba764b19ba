//! Letterhead and running headers.

use crate::profile::Profile;

use super::super::format::{ParagraphFormat, RunFormat, Tab};
use super::super::measure::{half_points, points, text_width};
use super::{Definition, Style, in_heading_font, line};

/// How much larger than the other labels the kind of paper is set.
const PAPER_LABEL: f64 = 1.2;

/// The styles of this family.
pub fn definitions(profile: &Profile) -> Vec<Definition> {
    let size = profile.sizes.letterhead;
    let bold = RunFormat { bold: true, ..RunFormat::default() };
    let large = RunFormat { size: Some(half_points(size * PAPER_LABEL)), ..RunFormat::default() };
    vec![
        Definition::new(Style::Letterhead, Some(Style::Normal))
            .paragraph(ParagraphFormat {
                whole_words: true,
                below: Some(0),
                line: Some(line(profile, size)),
                ..ParagraphFormat::default()
            })
            .run(in_heading_font(profile, size)),
        Definition::new(Style::LetterheadLabel, Some(Style::Letterhead))
            .next(Style::Letterhead)
            .run(bold),
        Definition::new(Style::LetterheadPaper, Some(Style::LetterheadLabel))
            .next(Style::Letterhead)
            .run(large),
        // The gap between rows stands below the last line and not above the next
        // label: above a column's first line Word and others differ on keeping it.
        Definition::new(Style::LetterheadLast, Some(Style::Letterhead)).paragraph(
            ParagraphFormat {
                below: Some(points(profile.spacing.above_heading)),
                ..ParagraphFormat::default()
            },
        ),
        header(profile),
        Definition::new(Style::FirstHeader, Some(Style::Header))
            .paragraph(ParagraphFormat { align_right: true, ..ParagraphFormat::default() }),
    ]
}

fn header(profile: &Profile) -> Definition {
    let size = profile.sizes.small;
    Definition::new(Style::Header, Some(Style::Normal))
        .paragraph(ParagraphFormat {
            tabs: vec![Tab { at: text_width(&profile.page), align: "right" }],
            whole_words: true,
            below: Some(0),
            line: Some(line(profile, size)),
            ..ParagraphFormat::default()
        })
        .run(in_heading_font(profile, size))
}
