//! The styles part. Everything about the look that is not a single paragraph's
//! own stands here, so that a change to a style changes the whole paper.
//!
//! Styles that Word has built in keep its ids and names: the navigation pane,
//! the list buttons and screen readers know them by these. The others have
//! Swedish names, as a handläggare sees them in the style list.

mod letterhead;
mod lists;
mod name;
mod signing;
mod tables;
mod text;

use crate::profile::Profile;

use super::format::{ParagraphFormat, RunFormat};
use super::measure::{Twips, half_points, points};
use super::parts::root;
use super::xml::Element;

pub use name::{LIST_LEVELS, StyleName};

/// The language of every paper.
pub const LANGUAGE: &str = "sv-SE";

/// A style: what it builds on and how it differs.
struct Definition {
    style: StyleName,
    based_on: Option<StyleName>,
    next: Option<StyleName>,
    paragraph: ParagraphFormat,
    run: RunFormat,
    /// `w:tblPr` and what follows it, for a table style.
    table: Vec<Element>,
}

impl Definition {
    /// A style that differs in nothing yet.
    fn new(style: StyleName, based_on: Option<StyleName>) -> Self {
        Self {
            style,
            based_on,
            next: None,
            paragraph: ParagraphFormat::default(),
            run: RunFormat::default(),
            table: Vec::new(),
        }
    }

    /// Paragraph properties.
    fn paragraph(self, paragraph: ParagraphFormat) -> Self {
        Self { paragraph, ..self }
    }

    /// Run properties.
    fn run(self, run: RunFormat) -> Self {
        Self { run, ..self }
    }

    /// The style of the paragraph that Word begins after this one.
    fn next(self, next: StyleName) -> Self {
        Self { next: Some(next), ..self }
    }

    /// `w:style` (ECMA-376 Part 1, 17.7.4.17).
    fn element(self) -> Element {
        let (kind, is_default, is_own) =
            (self.style.kind(), self.style.is_default(), self.style.is_own());
        let mut element = Element::new("w:style").attribute("w:type", kind);
        if is_default {
            element = element.attribute("w:default", 1);
        }
        if is_own {
            element = element.attribute("w:customStyle", 1);
        }
        let hidden = self.style.is_hidden();
        element
            .attribute("w:styleId", self.style.id())
            .child(Element::val("w:name", self.style.name()))
            .children(self.based_on.map(|style| Element::val("w:basedOn", style.id())))
            .children(self.next.map(|style| Element::val("w:next", style.id())))
            .child(Element::val("w:uiPriority", if hidden { 99 } else { 1 }))
            .children(hidden.then(|| Element::new("w:semiHidden")))
            .children((!hidden).then(|| Element::new("w:qFormat")))
            .children(self.paragraph.element())
            .children(self.run.element())
            .children(self.table)
    }
}

/// `word/styles.xml`.
pub fn part(profile: &Profile) -> Element {
    let definitions = text::definitions(profile)
        .into_iter()
        .chain(lists::definitions(profile))
        .chain(letterhead::definitions(profile))
        .chain(tables::definitions(profile))
        .chain(signing::definitions(profile));
    root("w:styles")
        .child(defaults(profile))
        .child(latent())
        .children(definitions.map(Definition::element))
}

/// What holds where no style says otherwise.
fn defaults(profile: &Profile) -> Element {
    let run = RunFormat {
        font: Some(profile.fonts.body.word.clone()),
        colour: Some(profile.colours.text.clone()),
        size: Some(half_points(profile.sizes.body)),
        language: Some(LANGUAGE),
        ..RunFormat::default()
    };
    Element::new("w:docDefaults")
        .child(Element::new("w:rPrDefault").children(run.element()))
        .child(Element::new("w:pPrDefault"))
}

/// Keeps the some 370 other built-in styles out of the style list until they are used.
fn latent() -> Element {
    [
        ("w:defLockedState", 0),
        ("w:defUIPriority", 99),
        ("w:defSemiHidden", 1),
        ("w:defUnhideWhenUsed", 1),
        ("w:defQFormat", 0),
        ("w:count", 376),
    ]
    .into_iter()
    .fold(Element::new("w:latentStyles"), |element, (name, value)| element.attribute(name, value))
}

/// The distance between baselines for a type size.
fn line(profile: &Profile, size: f64) -> Twips {
    points(size * profile.spacing.line)
}

/// Run properties for all that is not running text.
fn in_heading_font(profile: &Profile, size: f64) -> RunFormat {
    RunFormat {
        font: Some(profile.fonts.heading.word.clone()),
        size: Some(half_points(size)),
        ..RunFormat::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_is_defined_once() {
        let profile = Profile::standard();
        let mut defined: Vec<&str> = [
            text::definitions(&profile),
            lists::definitions(&profile),
            letterhead::definitions(&profile),
            tables::definitions(&profile),
            signing::definitions(&profile),
        ]
        .iter()
        .flatten()
        .map(|definition| definition.style.id())
        .collect();
        let count = defined.len();
        defined.sort_unstable();
        defined.dedup();
        assert_eq!(defined.len(), count);
    }
}
