//! The workbook inside a Word file: one sheet, no macros, nothing that points
//! outside (ECMA-376 Part 1, chapter 18).

use super::super::package::{PackagePart, PartContent, office_part};
use super::super::xml::Element;
use super::sheet::{NAME, Sheet, SheetCell, letter};

const NAMESPACE: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// The style of cells with numbers, whose thousands are grouped as in the chart.
const GROUPED_CELL: u8 = 1;
/// The number of that format, which is built in (18.8.30).
const GROUPED_FORMAT: u8 = 3;

/// A part of the workbook.
macro_rules! sheet_part {
    ($name:literal, $kind:literal, $id:literal, $root:expr) => {
        office_part!("xl/", "spreadsheetml", $name, $kind, $id, $root)
    };
}

/// The workbook as a package.
pub fn package(sheet: &Sheet) -> Vec<PackagePart> {
    vec![PackagePart {
        name: "xl/workbook.xml".into(),
        content_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        id: "rIdWorkbook".into(),
        relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        content: PartContent::Xml(workbook()),
        parts: vec![
            sheet_part!("worksheets/sheet1", "worksheet", "rIdSheet", worksheet(sheet)),
            sheet_part!("styles", "styles", "rIdStyles", styles()),
        ],
    }]
}

fn root(name: &'static str) -> Element {
    Element::new(name).attribute("xmlns", NAMESPACE)
}

fn workbook() -> Element {
    let sheet = Element::new("sheet")
        .attribute("name", NAME)
        .attribute("sheetId", 1)
        .attribute("r:id", "rIdSheet");
    root("workbook")
        .attribute("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        .child(Element::new("sheets").child(sheet))
}

fn worksheet(sheet: &Sheet) -> Element {
    let names = Element::new("col")
        .attribute("min", 1)
        .attribute("max", 1)
        .attribute("width", 40)
        .attribute("customWidth", 1);
    let rows = sheet.columns.iter().map(|column| column.cells.len()).max().unwrap_or(0) + 1;
    root("worksheet")
        .child(Element::new("cols").child(names))
        .child(Element::new("sheetData").children((0..rows).map(|index| row(sheet, index))))
}

fn row(sheet: &Sheet, index: usize) -> Element {
    let cells = sheet.columns.iter().enumerate().filter_map(|(column, content)| {
        let place = format!("{}{}", letter(column), index + 1);
        match index.checked_sub(1) {
            None => text(&place, &content.header),
            Some(index) => cell(&place, content.cells.get(index)?),
        }
    });
    Element::new("row").attribute("r", index + 1).children(cells)
}

fn cell(place: &str, content: &SheetCell) -> Option<Element> {
    let number = |value: &u64| Element::new("v").text(&value.to_string());
    let styled = Element::new("c").attribute("r", place).attribute("s", GROUPED_CELL);
    match content {
        SheetCell::Empty => None,
        SheetCell::Text(name) => text(place, name),
        SheetCell::Count(value) => Some(styled.child(number(value))),
        SheetCell::Formula { formula, value } => {
            Some(styled.child(Element::new("f").text(formula)).child(number(value)))
        }
    }
}

fn text(place: &str, content: &str) -> Option<Element> {
    let words = Element::new("t").attribute("xml:space", "preserve").text(content);
    let cell = Element::new("c").attribute("r", place).attribute("t", "inlineStr");
    (!content.is_empty()).then(|| cell.child(Element::new("is").child(words)))
}

/// One font, the two fills that every workbook has, and the two styles of cells.
fn styles() -> Element {
    let list = |name, items: Vec<Element>| {
        Element::new(name).attribute("count", items.len()).children(items)
    };
    let fill = |kind| {
        Element::new("fill").child(Element::new("patternFill").attribute("patternType", kind))
    };
    let format = |number: u8| {
        ["fontId", "fillId", "borderId"]
            .into_iter()
            .fold(Element::new("xf").attribute("numFmtId", number), |xf, id| xf.attribute(id, 0))
    };
    let cell = |number| format(number).attribute("xfId", 0);
    let grouped = cell(GROUPED_FORMAT).attribute("applyNumberFormat", 1);
    let font = Element::new("font")
        .child(Element::new("sz").attribute("val", 11))
        .child(Element::new("name").attribute("val", "Calibri"));
    let border = ["left", "right", "top", "bottom", "diagonal"]
        .into_iter()
        .fold(Element::new("border"), |border, side| border.child(Element::new(side)));
    let normal = Element::new("cellStyle")
        .attribute("name", "Normal")
        .attribute("xfId", 0)
        .attribute("builtinId", 0);
    root("styleSheet")
        .child(list("fonts", vec![font]))
        .child(list("fills", vec![fill("none"), fill("gray125")]))
        .child(list("borders", vec![border]))
        .child(list("cellStyleXfs", vec![format(0)]))
        .child(list("cellXfs", vec![cell(0), grouped]))
        .child(list("cellStyles", vec![normal]))
}
