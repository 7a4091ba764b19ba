//! Paragraph and run properties. Their children stand in the order that the
//! schema asks for (ECMA-376 Part 1, 17.3.1.26 and 17.3.2.28), whatever order
//! the fields are set in.

use super::measure::Twips;
use super::styles::StyleName;
use super::xml::Element;

/// Thickness of every rule, in eighths of a point.
pub const RULE: u8 = 4;

/// Properties of a paragraph, in a style or in the paragraph itself.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an on-off property of its own in Word")]
pub struct ParagraphFormat {
    /// The paragraph's style; `None` inside a style.
    pub style: Option<StyleName>,
    /// Must stand on the same page as the next paragraph.
    pub keep_next: bool,
    /// Must not be split between pages.
    pub keep_lines: bool,
    /// Begins a page.
    pub page_break_before: bool,
    /// Neither its first nor its last line stands alone on a page.
    pub widow_control: bool,
    /// The list it belongs to.
    pub numbering: Option<Numbering>,
    /// The colour of a rule above the text.
    pub rule_above: Option<String>,
    /// Tab stops, left to right.
    pub tabs: Vec<Tab>,
    /// Words are not divided at line ends.
    pub whole_words: bool,
    /// White space above.
    pub above: Option<Twips>,
    /// White space below.
    pub below: Option<Twips>,
    /// Least distance between baselines.
    pub line: Option<Twips>,
    /// Indents.
    pub indent: Option<Indent>,
    /// Set at the right edge.
    pub align_right: bool,
    /// Set in the middle.
    pub centred: bool,
    /// Level in the navigation pane, 0 for the highest.
    pub outline_level: Option<u8>,
}

/// A place in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbering {
    /// 0 for the outermost list.
    pub level: u8,
    /// The list's id in the numbering part; 0 for "never numbered".
    pub id: usize,
}

/// A tab stop.
#[derive(Debug, Clone, Copy)]
pub struct Tab {
    /// Distance from the left margin.
    pub at: Twips,
    /// `left` or `right`.
    pub align: &'static str,
}

/// Distances from the margins.
#[derive(Debug, Clone, Copy, Default)]
pub struct Indent {
    /// From the left margin.
    pub left: Twips,
    /// From the right margin.
    pub right: Twips,
    /// How far to the left of the other lines the first one begins.
    pub hanging: Twips,
}

impl ParagraphFormat {
    /// `w:pPr`, unless there is nothing to say.
    pub fn element(&self) -> Option<Element> {
        let flag = |name, is_set: bool| is_set.then(|| Element::new(name));
        let element = Element::new("w:pPr")
            .children(self.style.map(|style| Element::val("w:pStyle", style.id())))
            .children(flag("w:keepNext", self.keep_next))
            .children(flag("w:keepLines", self.keep_lines))
            .children(flag("w:pageBreakBefore", self.page_break_before))
            .children(flag("w:widowControl", self.widow_control))
            .children(self.numbering.map(Numbering::element))
            .children(self.rule_above.as_deref().map(rule_above))
            .children((!self.tabs.is_empty()).then(|| self.tab_stops()))
            .children(flag("w:suppressAutoHyphens", self.whole_words))
            .children(self.spacing())
            .children(self.indent.map(Indent::element))
            .children(self.alignment().map(|side| Element::val("w:jc", side)))
            .children(self.outline_level.map(|level| Element::val("w:outlineLvl", level)));
        (!element.is_empty()).then_some(element)
    }

    fn alignment(&self) -> Option<&'static str> {
        match (self.align_right, self.centred) {
            (true, _) => Some("right"),
            (false, true) => Some("center"),
            (false, false) => None,
        }
    }

    fn tab_stops(&self) -> Element {
        Element::new("w:tabs").children(
            self.tabs.iter().map(|tab| Element::val("w:tab", tab.align).attribute("w:pos", tab.at)),
        )
    }

    fn spacing(&self) -> Option<Element> {
        let mut spacing = Element::new("w:spacing");
        for (name, length) in [("w:before", self.above), ("w:after", self.below)] {
            if let Some(length) = length {
                spacing = spacing.attribute(name, length);
            }
        }
        if let Some(line) = self.line {
            // "At least", so that a larger sign in a line is never cut off.
            spacing = spacing.attribute("w:line", line).attribute("w:lineRule", "atLeast");
        }
        (!spacing.is_empty()).then_some(spacing)
    }
}

impl Numbering {
    fn element(self) -> Element {
        Element::new("w:numPr")
            .child(Element::val("w:ilvl", self.level))
            .child(Element::val("w:numId", self.id))
    }
}

impl Indent {
    fn element(self) -> Element {
        Element::new("w:ind")
            .attribute("w:left", self.left)
            .attribute("w:right", self.right)
            .attribute("w:hanging", self.hanging)
    }
}

fn rule_above(colour: &str) -> Element {
    let rule = Element::val("w:top", "single")
        .attribute("w:sz", RULE)
        .attribute("w:space", 2)
        .attribute("w:color", colour);
    Element::new("w:pBdr").child(rule)
}

/// Properties of a run, in a style or in the run itself.
#[derive(Debug, Default, Clone)]
pub struct RunFormat {
    /// The run's character style; `None` inside a style.
    pub style: Option<StyleName>,
    /// The font family.
    pub font: Option<String>,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Six hexadecimal digits.
    pub colour: Option<String>,
    /// Type size in half points.
    pub size: Option<i32>,
    /// Underlined.
    pub underline: bool,
    /// Language tag.
    pub language: Option<&'static str>,
}

impl RunFormat {
    /// `w:rPr`, unless there is nothing to say.
    pub fn element(&self) -> Option<Element> {
        let flag = |name, is_set: bool| is_set.then(|| Element::new(name));
        let element = Element::new("w:rPr")
            .children(self.style.map(|style| Element::val("w:rStyle", style.id())))
            .children(self.font.as_deref().map(fonts))
            .children(flag("w:b", self.bold))
            .children(flag("w:bCs", self.bold))
            .children(flag("w:i", self.italic))
            .children(flag("w:iCs", self.italic))
            .children(self.colour.as_deref().map(colour))
            .children(self.size.map(|size| Element::val("w:sz", size)))
            .children(self.size.map(|size| Element::val("w:szCs", size)))
            .children(self.underline.then(|| Element::val("w:u", "single")))
            .children(self.language.map(|language| {
                Element::val("w:lang", language).attribute("w:eastAsia", language)
            }));
        (!element.is_empty()).then_some(element)
    }
}

fn fonts(family: &str) -> Element {
    ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"]
        .into_iter()
        .fold(Element::new("w:rFonts"), |element, script| element.attribute(script, family))
}

/// Black is written as "automatic", which a reader's high-contrast or dark
/// setting can turn into white.
fn colour(digits: &str) -> Element {
    Element::val("w:color", if digits == "000000" { "auto" } else { digits })
}
