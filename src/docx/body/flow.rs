//! The body while it grows: what a block must know of the one before it.

use crate::profile::Profile;

use super::super::format::{Numbering, ParagraphFormat};
use super::super::measure::{Twips, points};
use super::super::package::PackagePart;
use super::super::parts::{FIRST_RESTART, NumberedList, root};
use super::super::section;
use super::super::styles::StyleName;
use super::super::xml::Element;
use super::Body;
use super::inline::run;

/// The paragraphs and tables so far.
pub struct BodyFlow<'a> {
    profile: &'a Profile,
    items: Vec<FlowItem>,
    lists: Vec<NumberedList>,
    /// How many of the parts are charts.
    charts: usize,
    parts: Vec<PackagePart>,
    /// Whether the next paragraph begins a page.
    begins_page: bool,
    has_footer: bool,
}

enum FlowItem {
    Paragraph(Paragraph),
    Table(Element),
}

/// A paragraph that the next block may still have a word in.
struct Paragraph {
    style: StyleName,
    format: ParagraphFormat,
    content: Vec<Element>,
}

impl<'a> BodyFlow<'a> {
    /// A body with nothing in it, whose first page has a footer or none.
    pub fn new(profile: &'a Profile, has_footer: bool) -> Self {
        Self {
            profile,
            items: Vec::new(),
            lists: Vec::new(),
            charts: 0,
            parts: Vec::new(),
            begins_page: false,
            has_footer,
        }
    }

    /// How the paper looks.
    pub fn profile(&self) -> &'a Profile {
        self.profile
    }

    /// Appends a paragraph.
    pub fn push(&mut self, style: StyleName, content: Vec<Element>) {
        // Word has no white space below a table.
        let is_below_table = matches!(self.items.last(), Some(FlowItem::Table(_)));
        let above = (is_below_table && !style.has_space_above())
            .then(|| points(self.profile.spacing.table));
        let page_break_before = std::mem::take(&mut self.begins_page);
        let format = ParagraphFormat {
            style: Some(style),
            above,
            page_break_before,
            ..ParagraphFormat::default()
        };
        self.items.push(FlowItem::Paragraph(Paragraph { style, format, content }));
    }

    /// Appends a paragraph with a place in a list.
    pub fn push_item(
        &mut self,
        style: StyleName,
        numbering: Option<Numbering>,
        content: Vec<Element>,
    ) {
        self.push(style, content);
        if let Some(paragraph) = self.last() {
            paragraph.format.numbering = numbering;
        }
    }

    /// Appends the caption of a table or a chart, which text before it leads up to.
    pub fn push_caption(&mut self, caption: &str) {
        self.keep_text_with_next();
        if !caption.is_empty() {
            self.push(StyleName::Caption, vec![run(caption)]);
        }
    }

    /// Lets the next paragraph begin a page.
    pub fn begin_page(&mut self) {
        self.begins_page = true;
    }

    /// Appends a table.
    pub fn push_table(&mut self, table: Element) {
        // Word makes one table of two that touch.
        if matches!(self.items.last(), Some(FlowItem::Table(_))) {
            self.push(StyleName::Normal, Vec::new());
        }
        self.items.push(FlowItem::Table(table));
    }

    /// Opens a numbered list that counts from `start`; the answer is its id.
    pub fn start_list(&mut self, level: u8, start: u32) -> usize {
        self.lists.push(NumberedList { level, start });
        FIRST_RESTART + self.lists.len() - 1
    }

    /// How many charts there are so far.
    pub fn charts(&self) -> usize {
        self.charts
    }

    /// Adds a chart's part, for a paragraph to refer to.
    pub fn add_chart(&mut self, part: PackagePart) {
        self.charts += 1;
        self.add_part(part);
    }

    /// Adds another part for a paragraph to refer to.
    pub fn add_part(&mut self, part: PackagePart) {
        self.parts.push(part);
    }

    /// Keeps the last paragraph on the page of what comes next.
    pub fn keep_with_next(&mut self) {
        if let Some(paragraph) = self.last() {
            paragraph.format.keep_next = true;
        }
    }

    /// Keeps the last paragraph with what comes next if it is running text, which
    /// then most likely leads up to it.
    pub fn keep_text_with_next(&mut self) {
        if let Some(paragraph) =
            self.last().filter(|paragraph| paragraph.style == StyleName::Normal)
        {
            paragraph.format.keep_next = true;
        }
    }

    /// Gives the last paragraph of a group of tight ones the white space of running text.
    pub fn end_group(&mut self) {
        let below: Twips = points(self.profile.spacing.paragraph);
        if let Some(paragraph) = self.last() {
            paragraph.format.below = Some(below);
        }
    }

    /// The body, with what it refers to.
    pub fn finish(mut self) -> Body {
        // Word repairs a body that is empty or ends with a table.
        if !matches!(self.items.last(), Some(FlowItem::Paragraph(_))) {
            self.push(StyleName::Normal, Vec::new());
        }
        let section = section::properties(self.profile, self.has_footer);
        let content = self.items.into_iter().map(FlowItem::element);
        let body = Element::new("w:body").children(content).child(section);
        Body {
            root: root("w:document").child(body),
            lists: self.lists,
            drawn: self.parts,
            has_footer: self.has_footer,
        }
    }

    fn last(&mut self) -> Option<&mut Paragraph> {
        match self.items.last_mut() {
            Some(FlowItem::Paragraph(paragraph)) => Some(paragraph),
            Some(FlowItem::Table(_)) | None => None,
        }
    }
}

impl FlowItem {
    fn element(self) -> Element {
        match self {
            Self::Paragraph(Paragraph { format, content, .. }) => {
                Element::new("w:p").children(format.element()).children(content)
            }
            Self::Table(table) => table,
        }
    }
}
