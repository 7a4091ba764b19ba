//! Letterhead and running headers.

use crate::profile::{GUTTER, Profile};

use super::super::format::{ParagraphFormat, RunFormat, Tab};
use super::super::measure::{half_points, millimetres, text_width};
use super::{Definition, StyleName, in_heading_font, line};

/// The size of the kind of paper, as a part of the title's size.
const PAPER_LABEL: f64 = 0.85;

/// The styles of this family.
pub fn definitions(profile: &Profile) -> Vec<Definition> {
    let size = profile.sizes.letterhead;
    let bold = RunFormat { bold: true, ..RunFormat::default() };
    let large = profile.sizes.title * PAPER_LABEL;
    // The sender's line is as high as the one beside it, so that they stand on
    // one baseline and the lines below them do, too.
    let high = || ParagraphFormat {
        line: Some(line(profile, large.max(size))),
        ..ParagraphFormat::default()
    };
    let mut definitions = vec![
        Definition::new(StyleName::Letterhead, Some(StyleName::Normal))
            .paragraph(ParagraphFormat {
                whole_words: true,
                below: Some(0),
                line: Some(line(profile, size)),
                ..ParagraphFormat::default()
            })
            .run(in_heading_font(profile, size)),
        Definition::new(StyleName::LetterheadLabel, Some(StyleName::Letterhead))
            .next(StyleName::Letterhead)
            .run(bold),
        Definition::new(StyleName::LetterheadSender, Some(StyleName::LetterheadLabel))
            .next(StyleName::Letterhead)
            .paragraph(high()),
        Definition::new(StyleName::LetterheadPaper, Some(StyleName::LetterheadLabel))
            .next(StyleName::Letterhead)
            .paragraph(high())
            .run(RunFormat { size: Some(half_points(large)), ..RunFormat::default() }),
        // The gap between rows stands below the last line and not above the next
        // label: above a column's first line Word and others differ on keeping it.
        Definition::new(StyleName::LetterheadLast, Some(StyleName::Letterhead)).paragraph(
            ParagraphFormat { below: Some(line(profile, size)), ..ParagraphFormat::default() },
        ),
        header(profile),
        Definition::new(StyleName::FirstHeader, Some(StyleName::Header))
            .paragraph(ParagraphFormat { align_right: true, ..ParagraphFormat::default() }),
    ];
    // Only what a paper can have stands in its style list.
    definitions.extend(profile.logotype.as_ref().map(|_| logotype()));
    definitions.extend(profile.address_footer.as_ref().map(|_| footer(profile)));
    definitions
}

fn logotype() -> Definition {
    Definition::new(StyleName::LetterheadLogotype, Some(StyleName::Letterhead)).paragraph(
        ParagraphFormat { below: Some(millimetres(GUTTER)), ..ParagraphFormat::default() },
    )
}

fn footer(profile: &Profile) -> Definition {
    let size = profile.sizes.small;
    Definition::new(StyleName::Footer, Some(StyleName::Normal))
        .paragraph(ParagraphFormat {
            whole_words: true,
            below: Some(0),
            line: Some(line(profile, size)),
            ..ParagraphFormat::default()
        })
        .run(in_heading_font(profile, size))
}

fn header(profile: &Profile) -> Definition {
    let size = profile.sizes.small;
    Definition::new(StyleName::Header, Some(StyleName::Normal))
        .paragraph(ParagraphFormat {
            tabs: vec![Tab { at: text_width(&profile.page), align: "right" }],
            whole_words: true,
            below: Some(0),
            line: Some(line(profile, size)),
            ..ParagraphFormat::default()
        })
        .run(in_heading_font(profile, size))
}
