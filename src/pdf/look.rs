//! How text and lines look: the profile in Typst's terms.

use std::str::FromStr;

use typst::foundations::{Regex, Smart, Styles};
use typst::layout::{Abs, BlockElem, Length, Margin, PageElem, Rel, Sides, Spacing};
use typst::model::ParElem;
use typst::text::{
    BottomEdge, Covers, FontFamily, FontList, FontWeight, Lang, Region, TextElem, TextSize, TopEdge,
};
use typst::visualize::{Color, Stroke};

use super::Error;
use crate::profile::{GUTTER, Profile};

/// How much of a line's height is below its letters, in type sizes.
const DESCENT: f64 = 0.25;

/// In millimetres.
const A4: (f64, f64) = (210.0, 297.0);

/// Lines at the edges of table rows and to sign on.
const HAIRLINE: f64 = 0.5;

/// The look of a paper. Styles that are asked for again and again are made once: Typst
/// remembers of each what it has worked out about it.
pub struct Look<'p> {
    pub profile: &'p Profile,
    /// Running text that is split into pieces.
    body: FontList,
    /// The body's font for text that is not.
    whole: FontList,
    heading: FontList,
    /// What typed hyphens of running text have.
    hyphen: Styles,
    /// A word that takes hyphens.
    hyphenated: Styles,
    /// No white space between paragraphs.
    close: Styles,
    small: Styles,
    table: Styles,
    text_colour: Color,
    heading_colour: Color,
    /// Behind the header row of a table and the mark of a draft.
    pub band: Color,
    /// The rules of tables and to sign on.
    pub hairline: Stroke,
}

impl<'p> Look<'p> {
    /// # Errors
    /// When a colour of the profile is none.
    pub fn of(profile: &'p Profile) -> Result<Self, Error> {
        let colours = &profile.colours;
        let [body, heading, hyphen] =
            [&profile.fonts.body.pdf, &profile.fonts.heading.pdf, &profile.fonts.hyphen]
                .map(|family| FontList(vec![FontFamily::new(family)]));
        let typed = Regex::new("-").map_err(|error| Error::Data(error.to_string()))?;
        let whole = FontList(vec![
            FontFamily::with_coverage(&profile.fonts.hyphen, Some(Covers::Regex(typed))),
            FontFamily::new(&profile.fonts.body.pdf),
        ]);
        let mut look = Self {
            profile,
            body,
            whole,
            heading,
            hyphen: Styles::new(),
            hyphenated: Styles::new(),
            close: Styles::new(),
            small: Styles::new(),
            table: Styles::new(),
            text_colour: colour(&colours.text)?,
            heading_colour: colour(&colours.heading)?,
            band: colour(&colours.table_header)?,
            hairline: Stroke::from_pair(colour(&colours.rule)?, Abs::pt(HAIRLINE).into()),
        };
        look.hyphen.set(TextElem::font, hyphen);
        look.hyphenated.set(TextElem::hyphenate, Smart::Custom(true));
        look.close.set(ParElem::spacing, Length::zero());
        look.small = look.plain(profile.sizes.small, None);
        look.table = look.plain(profile.sizes.table, None);
        Ok(look)
    }

    /// What holds for everything in the paper: the page, and running text. What is Typst's
    /// own choice anyway is left out, since each style is looked at again and again: text is
    /// not justified, not bold and not hyphenated, and lines are filled one by one.
    pub fn paper(&self) -> Styles {
        let (page, spacing) = (&self.profile.page, &self.profile.spacing);
        let mut styles = Styles::new();
        let margin = |side: f64| Some(Smart::Custom(Rel::from(millimetres(side))));
        let sides = Sides::new(
            margin(page.left),
            margin(page.top),
            margin(page.right),
            margin(page.bottom),
        );
        // Typst's own paper is A4.
        if (page.width, page.height) != A4 {
            styles.set(PageElem::width, Smart::Custom(millimetres(page.width)));
            styles.set(PageElem::height, Smart::Custom(millimetres(page.height)));
        }
        styles.set(PageElem::margin, Smart::Custom(Margin { sides, two_sided: None }));
        let paragraph = Abs::pt(spacing.paragraph);
        styles.set(ParElem::leading, Length::zero());
        styles.set(ParElem::spacing, paragraph.into());
        let gap = Smart::Custom(Spacing::Rel(Rel::from(Length::from(paragraph))));
        styles.set(BlockElem::above, gap);
        styles.set(BlockElem::below, gap);
        styles.set(TextElem::lang, Lang::SWEDISH);
        styles.set(TextElem::region, Region::from_str("SE").ok());
        styles.set(TextElem::fill, self.text_colour.clone().into());
        self.set_lettering(&mut styles, self.profile.sizes.body, &self.body, None);
        styles
    }

    /// Every line is as high as its type size times the line spacing, whatever stands on
    /// it, with the extra room above the letters as in Word. `line_of` is the size that
    /// sets the height where a smaller text shares a line with a larger one, so that both
    /// stand on one baseline.
    fn set_lettering(
        &self,
        styles: &mut Styles,
        size: f64,
        fonts: &FontList,
        line_of: Option<f64>,
    ) {
        let height = Length::from(Abs::pt(line_of.unwrap_or(size)));
        let line = self.profile.spacing.line;
        styles.set(TextElem::font, fonts.clone());
        styles.set(TextElem::size, TextSize(Abs::pt(size).into()));
        styles.set(TextElem::top_edge, TopEdge::Length(height * (line - DESCENT)));
        styles.set(TextElem::bottom_edge, BottomEdge::Length(-height * DESCENT));
    }

    /// Letterhead, tables and labels: headings' typeface.
    pub fn plain(&self, size: f64, line_of: Option<f64>) -> Styles {
        let mut styles = Styles::new();
        self.set_lettering(&mut styles, size, &self.heading, line_of);
        styles
    }

    /// The same in bold.
    pub fn bold(&self, size: f64, line_of: Option<f64>) -> Styles {
        let mut styles = self.plain(size, line_of);
        styles.set(TextElem::weight, FontWeight::BOLD);
        styles
    }

    /// Running head, notes and labels below lines.
    pub fn small(&self) -> Styles {
        self.small.clone()
    }

    /// Cells and captions.
    pub fn table(&self) -> Styles {
        self.table.clone()
    }

    /// A heading's letters.
    pub fn heading(&self, size: f64) -> Styles {
        let mut styles = self.bold(size, None);
        styles.set(TextElem::fill, self.heading_colour.clone().into());
        styles
    }

    /// Paragraphs without white space between them, as lines of a group.
    pub fn close(&self) -> Styles {
        self.close.clone()
    }

    /// A typed hyphen in running text.
    pub fn hyphen(&self) -> Styles {
        self.hyphen.clone()
    }

    /// A word that takes hyphens.
    pub fn hyphenated(&self) -> Styles {
        self.hyphenated.clone()
    }

    /// The body's letters, for text that is not split into pieces.
    pub fn whole(&self) -> Styles {
        let mut styles = Styles::new();
        styles.set(TextElem::font, self.whole.clone());
        styles
    }

    /// The rule above a sum.
    pub fn sum_rule(&self) -> Stroke {
        Stroke::from_pair(self.text_colour.clone(), Abs::pt(1.0).into())
    }
}

/// The left column of letterhead, contacts and signatures, and the gap to the right one.
pub fn first_column(profile: &Profile) -> Length {
    millimetres(profile.page.second_column) - gutter()
}

/// Between two columns.
pub fn gutter() -> Length {
    millimetres(GUTTER)
}

pub fn millimetres(length: f64) -> Length {
    Abs::mm(length).into()
}

pub fn points(length: f64) -> Length {
    Abs::pt(length).into()
}

fn colour(digits: &str) -> Result<Color, Error> {
    Color::from_str(digits).map_err(|error| Error::Data(format!("färgen `{digits}`: {error}")))
}
