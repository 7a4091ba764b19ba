//! The running headers.

use crate::document::{Draft, RunningHead};
use crate::profile::Sizes;

use super::super::body::{run, tab};
use super::super::format::{ParagraphFormat, RunFormat};
use super::super::measure::half_points;
use super::super::styles::StyleName;
use super::super::xml::Element;
use super::root;

/// The header of the first page: the page number alone, since the letterhead
/// below shows the rest.
pub fn first_page(head: &RunningHead, draft: Option<&Draft>, sizes: &Sizes) -> Element {
    header(StyleName::FirstHeader, page_label(&head.page_label), draft, sizes)
}

/// The header of later pages: what the paper is, then the page number.
pub fn later_pages(head: &RunningHead, draft: Option<&Draft>, sizes: &Sizes) -> Element {
    let mut content = vec![run(&head.parts.join(" · ")), tab()];
    content.extend(page_label(&head.page_label));
    header(StyleName::Header, content, draft, sizes)
}

fn header(
    style: StyleName,
    content: Vec<Element>,
    draft: Option<&Draft>,
    sizes: &Sizes,
) -> Element {
    let format = ParagraphFormat { style: Some(style), ..ParagraphFormat::default() };
    root("w:hdr")
        .children(draft.map(|draft| mark(draft, sizes)))
        .child(Element::new("w:p").children(format.element()).children(content))
}

/// The line that says that the paper is a draft.
fn mark(draft: &Draft, sizes: &Sizes) -> Element {
    let format = ParagraphFormat {
        style: Some(StyleName::FirstHeader),
        centred: true,
        ..ParagraphFormat::default()
    };
    let large =
        RunFormat { bold: true, size: Some(half_points(sizes.title)), ..RunFormat::default() };
    let text = Element::new("w:t").text(&draft.mark);
    let words = Element::new("w:r").children(large.element()).child(text);
    Element::new("w:p").children(format.element()).child(words)
}

/// The label with fields for `{sida}` and `{sidor}`.
fn page_label(template: &str) -> Vec<Element> {
    const FIELDS: [(&str, &str); 2] = [("{sida}", "PAGE"), ("{sidor}", "NUMPAGES")];
    let mut content = Vec::new();
    let mut rest = template;
    while let Some((before, instruction, after)) = FIELDS
        .iter()
        .filter_map(|(mark, instruction)| {
            rest.split_once(mark).map(|(before, after)| (before, *instruction, after))
        })
        .min_by_key(|(before, ..)| before.len())
    {
        if !before.is_empty() {
            content.push(run(before));
        }
        content.push(field(instruction));
        rest = after;
    }
    if !rest.is_empty() {
        content.push(run(rest));
    }
    content
}

/// A field that Word counts anew whenever it lays out the page; the 1 is what
/// stands there until then.
fn field(instruction: &str) -> Element {
    Element::new("w:fldSimple")
        .attribute("w:instr", format_args!(" {instruction} "))
        .child(run("1"))
}
