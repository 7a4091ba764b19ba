//! The footer of the first page: the sender's addresses in columns.

use crate::profile::{AddressFooter, Profile};

use super::super::body::{GridColumn, GridLine, grid_table, run};
use super::super::format::ParagraphFormat;
use super::super::styles::StyleName;
use super::super::xml::Element;
use super::root;

/// `word/footer1.xml` (ECMA-376 Part 1, 17.10.3).
pub fn part(footer: &AddressFooter, profile: &Profile) -> Element {
    let line = |text: &String| GridLine {
        style: StyleName::Footer,
        content: vec![run(text)],
        stays: false,
    };
    let cells: Vec<Vec<GridLine>> =
        footer.columns().iter().map(|lines| lines.iter().map(line).collect()).collect();
    let columns = GridColumn::alike(&profile.page, cells.len());
    let empty = || {
        let style = Some(StyleName::Footer);
        let format = ParagraphFormat { style, ..ParagraphFormat::default() };
        Element::new("w:p").children(format.element())
    };
    // White space below the text of the page; and a footer ends with a paragraph, as all
    // that holds tables does.
    root("w:ftr").child(empty()).child(grid_table(&columns, [cells])).child(empty())
}
