//! How charts look: the profile's colours and type in `DrawingML`.

use crate::profile::Profile;

use super::super::measure::half_points;
use super::super::styles::LANGUAGE;
use super::super::xml::Element;

/// The look of a chart.
pub struct ChartStyle<'a> {
    profile: &'a Profile,
}

impl<'a> ChartStyle<'a> {
    /// The look that a profile asks for.
    pub fn new(profile: &'a Profile) -> Self {
        Self { profile }
    }

    /// The type of every word in the chart.
    pub fn text(&self) -> Element {
        let typeface = &self.profile.fonts.heading.word;
        let font = |name| Element::new(name).attribute("typeface", typeface);
        let letters = Element::new("a:defRPr")
            // Hundredths of a point.
            .attribute("sz", half_points(self.profile.sizes.small) * 50)
            .attribute("b", 0)
            .child(fill(&self.profile.colours.text))
            .child(font("a:latin"))
            .child(font("a:cs"));
        let paragraph = Element::new("a:p")
            .child(Element::new("a:pPr").child(letters))
            .child(Element::new("a:endParaRPr").attribute("lang", LANGUAGE));
        Element::new("c:txPr")
            // Level, or Word turns long names on their side.
            .child(Element::new("a:bodyPr").attribute("rot", 0).attribute("vert", "horz"))
            .child(Element::new("a:lstStyle"))
            .child(paragraph)
    }

    /// Bars of the first or the second colour.
    pub fn bars(&self, colour: usize) -> Element {
        let [first, second] = &self.profile.colours.chart;
        let colour = if colour == 0 { first } else { second };
        Element::new("c:spPr").child(fill(colour)).child(no_line())
    }

    /// The line that bars stand on.
    pub fn base_line(&self) -> Element {
        let line = Element::new("a:ln").attribute("w", 7200);
        Element::new("c:spPr").child(line.child(fill(&self.profile.colours.rule)))
    }
}

/// Neither filled nor outlined.
pub fn nothing() -> Element {
    Element::new("c:spPr").child(Element::new("a:noFill")).child(no_line())
}

fn no_line() -> Element {
    Element::new("a:ln").child(Element::new("a:noFill"))
}

fn fill(colour: &str) -> Element {
    Element::new("a:solidFill").child(Element::new("a:srgbClr").attribute("val", colour))
}

/// An element that says everything in `val`.
pub fn setting(name: &'static str, value: impl std::fmt::Display) -> Element {
    Element::new(name).attribute("val", value)
}
