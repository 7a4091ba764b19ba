//! The format-neutral tree of a finished paper.
//!
//! Templates are turned into this tree ([`crate::template`]); [`crate::pdf`]
//! and [`crate::docx`] turn the tree into files. Both writers see only this, so
//! that the same words stand in both, in the same order.
//!
//! Reading order is the order of the tree, and within a block the order of its
//! fields: a [`Letterhead`] row reads left then right, a [`Table`] reads caption,
//! header, rows, notes, and a [`Chart`] caption, alternative text, notes.

pub mod chart;
mod columns;
mod links;
mod signatures;
mod spaces;
mod text;

use chrono::NaiveDate;
use serde::Serialize;

pub use chart::Chart;
pub use links::{link_addresses, link_description, linked};
pub use signatures::{LONGEST_PAIRED_LINE, SignatureRow, is_signed_below, signature_rows};
pub use spaces::fix_spaces;
pub use text::plain;

/// One paper, complete: what is written to one PDF and one Word file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// The paper's id and file stem, for example `tjansteutlatande`.
    pub paper: String,
    /// What a file manager, a screen reader or a case system shows about the file.
    pub properties: Properties,
    /// What stands at the top of every page.
    pub running_head: RunningHead,
    /// The content, in reading order. The paper's title is the only heading of level 1.
    pub blocks: Vec<Block>,
    /// What a draft has besides; nothing for a paper that is finished.
    pub draft: Option<Draft>,
}

impl Document {
    /// Whether the paper has a letterhead, and with it the profile's logotype and address
    /// footer.
    #[must_use]
    pub fn has_letterhead(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Letterhead(_)))
    }
}

/// What shows that a paper is a draft, and what is left to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// Stands at the top of every page, above the running head.
    pub mark: String,
    /// Headings, paragraphs and lists, on a page of their own after the paper.
    pub blocks: Vec<Block>,
}

/// Document properties, written to the PDF's metadata and to Word's properties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Properties {
    /// The title, as in the heading of level 1.
    pub title: String,
    /// The authority that sends the paper; never a private person.
    pub author: String,
    /// One sentence about the paper.
    pub subject: String,
    /// Search words.
    pub keywords: Vec<String>,
    /// The document date, which is also the date in the file's metadata, so that
    /// the same input gives the same bytes on any day.
    #[serde(serialize_with = "iso_date")]
    pub date: NaiveDate,
    /// Diarienummer, when the paper has one.
    pub reference: Option<String>,
}

/// The running header. The first page shows only the page number, since the
/// letterhead shows the rest; later pages show everything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RunningHead {
    /// Kind of paper, diarienummer and date, already as text, in order.
    pub parts: Vec<String>,
    /// How the page number is written, with `{sida}` and `{sidor}` in it.
    pub page_label: String,
}

/// A block of the paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// Who sends what to whom, before the title.
    Letterhead(Letterhead),
    /// A heading.
    Heading {
        /// 1 for the paper's title, then 2 and 3; no level is skipped.
        level: u8,
        /// The heading's text.
        text: Vec<Inline>,
    },
    /// A paragraph of running text.
    Paragraph {
        /// The paragraph's text.
        text: Vec<Inline>,
    },
    /// A list, numbered or with bullets.
    List(List),
    /// Lines of a label and its value, such as the applicant's particulars.
    Fields {
        /// The lines, in order.
        rows: Vec<Field>,
    },
    /// Whom to turn to, in two columns that [`contact_rows`] fills, each read to its end
    /// before the next.
    Contacts {
        /// The contacts, in order.
        contacts: Vec<Contact>,
    },
    /// A table of figures.
    Table(Table),
    /// A chart of figures.
    Chart(Chart),
    /// The names of those who answer for the paper, laid out as [`signature_rows`] says.
    Signatures {
        /// The signatures, in order.
        signatures: Vec<Signature>,
    },
    /// Lines to sign on by hand.
    SigningForm {
        /// The lines, in order.
        fields: Vec<SigningField>,
    },
}

/// The block at the top of the first page: rows of two groups, left and right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Letterhead {
    /// The rows, each read left then right.
    pub rows: Vec<LetterheadRow>,
}

/// One row of the letterhead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetterheadRow {
    /// The group at the left margin.
    pub left: LineGroup,
    /// The group in the right half.
    pub right: LineGroup,
}

/// A label with the lines under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineGroup {
    /// The first line, set apart from the others.
    pub label: String,
    /// The lines below it.
    pub lines: Vec<String>,
}

/// A numbered or bulleted list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct List {
    /// The first number of a numbered list; `None` for bullets.
    pub start: Option<u32>,
    /// The items. An item holds paragraphs and, at most, lists below them.
    pub items: Vec<Vec<Block>>,
}

/// A label and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// What the value is.
    pub label: String,
    /// The value.
    pub value: Vec<Inline>,
}

/// One to turn to, or one way to get in touch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// A name, or what the lines say, such as `Besöksadress`.
    pub label: String,
    /// Telephone number, e-mail address and the like, a line each.
    pub lines: Vec<Vec<Inline>>,
}

/// How contacts stand side by side, in both formats: two by two, the last one alone when
/// their number is odd.
#[must_use]
pub fn contact_rows(contacts: &[Contact]) -> Vec<(&Contact, Option<&Contact>)> {
    let pairs = contacts.chunks(2);
    pairs.filter_map(|pair| pair.split_first().map(|(left, rest)| (left, rest.first()))).collect()
}

/// A table whose first column names the rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Stands above the table.
    pub caption: String,
    /// What a screen reader says about the table before reading it.
    pub description: String,
    /// The column headers, the first one above the row headers.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Notes below the table.
    pub notes: Vec<String>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// The header cell's text.
    pub header: String,
    /// How the column's cells are aligned.
    pub align: Align,
}

/// Horizontal alignment in a table column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The row header, in the first column.
    pub header: String,
    /// The other cells, one for each further column.
    pub cells: Vec<String>,
    /// Whether the row sums up the rows above.
    pub is_sum: bool,
}

/// Name, befattning and enhet of one who answers for the paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// The person's name.
    pub name: String,
    /// Befattning.
    pub position: String,
    /// Förvaltning, avdelning or enhet, when it is to be shown.
    pub unit: Option<String>,
}

/// One line to fill in by hand, with the label under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SigningField {
    /// What is to be written on the line.
    pub label: String,
    /// What is already known and printed on the line.
    pub value: Option<String>,
}

impl SigningField {
    /// Whether the line is there for somebody's signature, and not for a date or a name.
    #[must_use]
    pub fn is_for_signature(&self) -> bool {
        let label = self.label.to_lowercase();
        self.value.is_none() && (label.contains("namnteckning") || label.contains("underskrift"))
    }
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "content", rename_all = "kebab-case")]
pub enum Inline {
    /// Literal text.
    Text(String),
    /// Strong emphasis, bold.
    Strong(Vec<Inline>),
    /// Emphasis, italic.
    Emphasis(Vec<Inline>),
    /// A link to an address outside the paper.
    Link {
        /// The address, `https:`, `mailto:` or `tel:`.
        url: String,
        /// The text that is shown.
        text: Vec<Inline>,
    },
    /// A line break inside a paragraph.
    Break,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn iso_date<S: serde::Serializer>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&date.format("%Y-%m-%d").to_string())
}
