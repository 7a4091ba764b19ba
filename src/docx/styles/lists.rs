//! List items. Their indents stand in the numbering part: there Word looks for
//! them when someone moves an item to another level.

use crate::profile::Profile;

use super::super::format::{Indent, Numbering, ParagraphFormat};
use super::super::measure::points;
use super::super::parts::{BULLETS, NUMBERS};
use super::{Definition, LIST_LEVELS, StyleName};

/// The styles of this family.
pub fn definitions(profile: &Profile) -> Vec<Definition> {
    (0..LIST_LEVELS)
        .flat_map(|level| {
            [
                item(profile, StyleName::ListNumber(level), Numbering { level, id: NUMBERS }),
                item(profile, StyleName::ListBullet(level), Numbering { level, id: BULLETS }),
                continuation(profile, level),
            ]
        })
        .collect()
}

fn item(profile: &Profile, style: StyleName, numbering: Numbering) -> Definition {
    Definition::new(style, Some(StyleName::Normal)).paragraph(ParagraphFormat {
        numbering: Some(numbering),
        below: Some(points(profile.spacing.list_item)),
        ..ParagraphFormat::default()
    })
}

fn continuation(profile: &Profile, level: u8) -> Definition {
    let left = points(profile.spacing.list_indent) * i32::from(level + 1);
    Definition::new(StyleName::ListContinue(level), Some(StyleName::Normal)).paragraph(
        ParagraphFormat {
            below: Some(points(profile.spacing.list_item)),
            indent: Some(Indent { left, ..Indent::default() }),
            ..ParagraphFormat::default()
        },
    )
}
