//! How papers look: fonts, sizes, margins and colours, and a logotype and an address
//! footer if there are any; shared by both writers.
//!
//! Lengths on the page are millimetres, type sizes and spacing are points,
//! colours are six hexadecimal digits.

mod address_footer;
mod error;
mod logotype;
mod picture;

pub use address_footer::AddressFooter;
pub use error::Error;
pub use logotype::Logotype;

/// Between the two columns of the letterhead, in millimetres.
pub const GUTTER: f64 = 5.0;

/// The look of a paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// Page size and margins.
    pub page: Page,
    /// The typefaces.
    pub fonts: Fonts,
    /// Type sizes.
    pub sizes: Sizes,
    /// White space.
    pub spacing: Spacing,
    /// Colours.
    pub colours: Colours,
    /// The page number in the running header; `{sida}` and `{sidor}` are filled in.
    pub page_label: String,
    /// At the top of the letterhead, above the sender.
    pub logotype: Option<Logotype>,
    /// At the foot of the first page, of papers that have a letterhead.
    pub address_footer: Option<AddressFooter>,
}

/// Page size and margins in millimetres.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Paper width.
    pub width: f64,
    /// Paper height.
    pub height: f64,
    /// From the top edge to the text.
    pub top: f64,
    /// From the bottom edge to the text.
    pub bottom: f64,
    /// From the left edge to the text.
    pub left: f64,
    /// From the right edge to the text.
    pub right: f64,
    /// From the top edge to the running header.
    pub header: f64,
    /// From the left margin to the right half of the letterhead and of paired signatures.
    pub second_column: f64,
    /// From the left margin to the values of label–value lines.
    pub field_value: f64,
    /// Length of the lines to sign on.
    pub signing_line: f64,
    /// Width of the fields above names, where the paper is signed electronically.
    pub signature_field: f64,
}

/// The typefaces.
#[derive(Debug, Clone, PartialEq)]
pub struct Fonts {
    /// Running text.
    pub body: Typeface,
    /// Headings, letterhead and tables.
    pub heading: Typeface,
    /// The font family that the PDF takes typed hyphens of running text from. It
    /// looks like the body's, yet must be another, or else typed hyphens and those
    /// that break a word at the end of a line share a glyph, and the PDF has to say
    /// at each which of them it is, which some readers stumble over.
    pub hyphen: String,
}

/// One typeface under the two names it goes by: the PDF embeds a free font with
/// the same widths as the one that Word is told to use, so that lines break alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Typeface {
    /// The font family embedded in the PDF.
    pub pdf: String,
    /// The font family named in the Word file.
    pub word: String,
}

/// Type sizes in points.
#[derive(Debug, Clone, PartialEq)]
pub struct Sizes {
    /// Running text.
    pub body: f64,
    /// The paper's title, heading level 1.
    pub title: f64,
    /// Heading level 2.
    pub heading: f64,
    /// Heading level 3.
    pub subheading: f64,
    /// The letterhead.
    pub letterhead: f64,
    /// Table cells and captions.
    pub table: f64,
    /// Running header, table notes, labels below signing lines.
    pub small: f64,
}

/// White space in points.
#[derive(Debug, Clone, PartialEq)]
pub struct Spacing {
    /// From one baseline to the next, as a multiple of the type size.
    pub line: f64,
    /// Below a paragraph.
    pub paragraph: f64,
    /// Below the letterhead, above the title.
    pub above_title: f64,
    /// Below the title.
    pub below_title: f64,
    /// Above a heading of level 2.
    pub above_heading: f64,
    /// Below a heading of level 2 or 3.
    pub below_heading: f64,
    /// Above a heading of level 3.
    pub above_subheading: f64,
    /// Between the items of a list.
    pub list_item: f64,
    /// Indent of list items.
    pub list_indent: f64,
    /// Above and below a table.
    pub table: f64,
    /// Room to write by hand above a name or a signing line.
    pub signing_room: f64,
}

/// Colours as six hexadecimal digits.
#[derive(Debug, Clone, PartialEq)]
pub struct Colours {
    /// Running text.
    pub text: String,
    /// Headings.
    pub heading: String,
    /// Rules in tables and signing lines.
    pub rule: String,
    /// Behind the header row of a table.
    pub table_header: String,
    /// The bars of charts: the first series, and the second one or what changes a
    /// total. They differ from each other and from the paper by at least 3:1, so
    /// that they can be told apart without seeing colour (WCAG 2.1, 1.4.11).
    pub chart: [String; 2],
}

impl Profile {
    /// Whether the logotype has room where it stands, in every paper.
    ///
    /// # Errors
    /// [`Error::TooWide`] when it is wider than the left column of the letterhead.
    pub fn has_room(&self) -> Result<(), Error> {
        let columns = [self, &self.dense()].map(|profile| profile.page.second_column - GUTTER);
        let room = columns.into_iter().fold(f64::INFINITY, f64::min);
        match &self.logotype {
            Some(logotype) if logotype.width() > room => Err(Error::TooWide {
                width: logotype.width(),
                room,
                height: logotype.height() * room / logotype.width(),
            }),
            _ => Ok(()),
        }
    }

    /// This profile with smaller text and less white space, for a paper that is to
    /// fit on one page.
    #[must_use]
    pub fn dense(&self) -> Self {
        let mut dense = self.clone();
        dense.page = Page {
            top: 20.0,
            bottom: 18.0,
            left: 25.0,
            right: 25.0,
            second_column: 95.0,
            ..dense.page
        };
        dense.sizes = Sizes { body: 11.0, title: 16.0, heading: 12.0, ..dense.sizes };
        dense.spacing = Spacing {
            line: 1.2,
            paragraph: 5.0,
            above_title: 16.0,
            below_title: 8.0,
            above_heading: 9.0,
            below_heading: 3.0,
            list_item: 1.5,
            table: 6.0,
            ..dense.spacing
        };
        dense
    }

    /// The profile that is built in.
    #[must_use]
    pub fn standard() -> Self {
        let typeface = |pdf: &str, word: &str| Typeface { pdf: pdf.into(), word: word.into() };
        Self {
            page: Page {
                width: 210.0,
                height: 297.0,
                top: 30.0,
                bottom: 25.0,
                left: 30.0,
                right: 30.0,
                header: 14.0,
                second_column: 85.0,
                field_value: 50.0,
                signing_line: 95.0,
                signature_field: 60.0,
            },
            fonts: Fonts {
                body: typeface("Liberation Serif", "Times New Roman"),
                heading: typeface("Liberation Sans", "Arial"),
                hyphen: "Tjut Hyphen".into(),
            },
            sizes: Sizes {
                body: 12.0,
                title: 17.0,
                heading: 13.0,
                subheading: 11.5,
                letterhead: 10.0,
                table: 10.0,
                small: 9.0,
            },
            spacing: Spacing {
                line: 1.25,
                paragraph: 8.0,
                above_title: 26.0,
                below_title: 14.0,
                above_heading: 16.0,
                below_heading: 4.0,
                above_subheading: 10.0,
                list_item: 4.0,
                list_indent: 20.0,
                table: 10.0,
                signing_room: 40.0,
            },
            colours: Colours {
                text: "000000".into(),
                heading: "000000".into(),
                rule: "7F7F7F".into(),
                table_header: "EDEDED".into(),
                chart: ["1B3A5C".into(), "C8791B".into()],
            },
            page_label: "Sida {sida} ({sidor})".into(),
            logotype: None,
            address_footer: None,
        }
    }
}
