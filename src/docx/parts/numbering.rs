//! Lists: a definition for each of the two list styles, one for the paper's numbered
//! lists, and a restart for each of these.
//!
//! Lists of one definition share their count. So that a list that someone begins with
//! the style for numbered items starts at 1, whatever has been counted before it, the
//! paper's own lists have another definition than the style.

use crate::profile::Profile;

use super::super::format::{Indent, ParagraphFormat};
use super::super::measure::points;
use super::super::styles::{LIST_LEVELS, StyleName};
use super::super::xml::Element;
use super::root;

/// The list that the style for numbered items belongs to.
pub const NUMBERS: usize = 1;
/// The list of all bulleted items.
pub const BULLETS: usize = 2;
/// The first of the lists that restart.
pub const FIRST_RESTART: usize = 3;

/// The largest number that Word lets a list start at.
const LARGEST_START: u32 = 32_767;

/// A numbered list of the paper.
#[derive(Debug, Clone, Copy)]
pub struct NumberedList {
    /// 0 for a list that is not inside another.
    pub level: u8,
    /// Its first number.
    pub start: u32,
}

/// How a level is marked: number format, text, style of its items.
type Mark = (&'static str, &'static str, fn(u8) -> StyleName);

const NUMBER_MARKS: [Mark; LIST_LEVELS as usize] = [
    ("decimal", "%1.", StyleName::ListNumber),
    ("lowerLetter", "%2)", StyleName::ListNumber),
    ("lowerRoman", "%3.", StyleName::ListNumber),
];

/// Signs of the running text's own font: the symbol fonts that Word uses by
/// itself are read out as unknown signs by some screen readers.
const BULLET_MARKS: [Mark; LIST_LEVELS as usize] = [
    ("bullet", "•", StyleName::ListBullet),
    ("bullet", "–", StyleName::ListBullet),
    ("bullet", "•", StyleName::ListBullet),
];

/// `word/numbering.xml`. The list at index `n` of `lists` has the id
/// [`FIRST_RESTART`]` + n`.
pub fn part(lists: &[NumberedList], profile: &Profile) -> Element {
    root("w:numbering")
        .child(definition(0, NUMBER_MARKS, true, profile))
        .child(definition(1, BULLET_MARKS, true, profile))
        .child(definition(2, NUMBER_MARKS, false, profile))
        .child(list(NUMBERS, 0))
        .child(list(BULLETS, 1))
        .children(lists.iter().enumerate().map(|(index, numbered)| {
            let restart = Element::new("w:lvlOverride")
                .attribute("w:ilvl", numbered.level)
                .child(Element::val("w:startOverride", numbered.start.min(LARGEST_START)));
            list(FIRST_RESTART + index, 2).child(restart)
        }))
}

fn list(id: usize, definition: u8) -> Element {
    Element::new("w:num")
        .attribute("w:numId", id)
        .child(Element::val("w:abstractNumId", definition))
}

fn definition(
    id: u8,
    marks: [Mark; LIST_LEVELS as usize],
    is_of_style: bool,
    profile: &Profile,
) -> Element {
    let levels =
        (0u8..).zip(marks).map(|(level, mark)| level_definition(level, mark, is_of_style, profile));
    Element::new("w:abstractNum")
        .attribute("w:abstractNumId", id)
        .child(Element::val("w:multiLevelType", "multilevel"))
        .children(levels)
}

/// A level; a style belongs to one definition only.
fn level_definition(
    level: u8,
    (kind, text, style): Mark,
    is_of_style: bool,
    profile: &Profile,
) -> Element {
    let step = points(profile.spacing.list_indent);
    let indent = Indent { left: step * i32::from(level + 1), right: 0, hanging: step };
    let format = ParagraphFormat { indent: Some(indent), ..ParagraphFormat::default() };
    Element::new("w:lvl")
        .attribute("w:ilvl", level)
        .child(Element::val("w:start", 1))
        .child(Element::val("w:numFmt", kind))
        .children(is_of_style.then(|| Element::val("w:pStyle", style(level).id())))
        .child(Element::val("w:lvlText", text))
        .child(Element::val("w:lvlJc", "left"))
        .children(format.element())
}
