//! Signatures and lines to sign on.

use crate::profile::Profile;

use super::super::format::{Indent, ParagraphFormat};
use super::super::measure::{millimetres, points, text_width};
use super::{Definition, StyleName, in_heading_font, line};

/// The styles of this family.
pub fn definitions(profile: &Profile) -> Vec<Definition> {
    let room = Some(points(profile.spacing.signing_room));
    vec![
        Definition::new(StyleName::Signature, Some(StyleName::Normal)).paragraph(ParagraphFormat {
            keep_lines: true,
            whole_words: true,
            below: Some(0),
            ..ParagraphFormat::default()
        }),
        Definition::new(StyleName::SignatureName, Some(StyleName::Signature))
            .next(StyleName::Signature)
            .paragraph(ParagraphFormat { above: room, ..ParagraphFormat::default() }),
        value(profile),
        label(profile),
    ]
}

/// The room to sign and the line of text together are as high as above a name.
fn value(profile: &Profile) -> Definition {
    let text_line = profile.sizes.body * profile.spacing.line;
    let room = (profile.spacing.signing_room - text_line).max(0.0);
    Definition::new(StyleName::SigningValue, Some(StyleName::Normal))
        .next(StyleName::SigningLabel)
        .paragraph(ParagraphFormat {
            keep_next: true,
            keep_lines: true,
            whole_words: true,
            above: Some(points(room)),
            below: Some(0),
            ..ParagraphFormat::default()
        })
}

fn label(profile: &Profile) -> Definition {
    let length = millimetres(profile.page.signing_line);
    let right = text_width(&profile.page).saturating_sub(length).max(0);
    Definition::new(StyleName::SigningLabel, Some(StyleName::Normal))
        .next(StyleName::SigningValue)
        .paragraph(ParagraphFormat {
            keep_lines: true,
            rule_above: Some(profile.colours.rule.clone()),
            whole_words: true,
            below: Some(0),
            line: Some(line(profile, profile.sizes.small)),
            indent: Some(Indent { left: 0, right, hanging: 0 }),
            ..ParagraphFormat::default()
        })
        .run(in_heading_font(profile, profile.sizes.small))
}
