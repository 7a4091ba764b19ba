//! How the workbook looks. No meaning is in a colour alone.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// The looks of cells.
pub(super) struct Style {
    pub(super) plain: Format,
    pub(super) wrapped: Format,
    /// A number that stands beside texts.
    pub(super) year: Format,
    pub(super) heading: Format,
    pub(super) title: Format,
    pub(super) label: Format,
    /// A cell to fill in with a number.
    pub(super) number: Format,
    /// A cell to fill in with words.
    pub(super) words: Format,
    /// A number that stands there already.
    pub(super) known: Format,
    /// Words beside a number.
    pub(super) control: Format,
    pub(super) sum: Format,
    pub(super) sum_label: Format,
}

const LINE: u32 = 0x007F_7F7F;
const TO_FILL_IN: u32 = 0x00FF_F8E1;

impl Style {
    pub(super) fn new() -> Self {
        let plain = Format::new().set_align(FormatAlign::Top);
        let lined = |format: Format| format.set_border(FormatBorder::Thin).set_border_color(LINE);
        let numbers = |format: Format| format.set_num_format("#,##0").set_align(FormatAlign::Right);
        let to_fill_in = lined(plain.clone()).set_background_color(TO_FILL_IN).set_unlocked();
        Self {
            wrapped: plain.clone().set_text_wrap(),
            year: plain.clone().set_align(FormatAlign::Left),
            heading: lined(plain.clone())
                .set_bold()
                .set_text_wrap()
                .set_background_color(0x00E7_E6E6),
            title: plain.clone().set_bold().set_font_size(14),
            label: plain.clone().set_bold(),
            number: numbers(to_fill_in.clone()),
            words: to_fill_in.set_text_wrap(),
            known: numbers(plain.clone()),
            sum: numbers(plain.clone()).set_bold().set_border_top(FormatBorder::Thin),
            sum_label: plain.clone().set_bold().set_border_top(FormatBorder::Thin),
            control: plain.clone().set_indent(1),
            plain,
        }
    }
}

/// A sheet that prints on pages of A4, as wide as they are, with its headings on each.
pub(super) fn print(sheet: &mut Worksheet, heading_row: Option<u32>) -> Result<(), XlsxError> {
    const A4: u8 = 9;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    let page = "Sida &P av &N";
    sheet.set_footer(format!("&L&A&R{page}"));
    if let Some(row) = heading_row {
        sheet.set_repeat_rows(0, row)?;
        sheet.set_freeze_panes(row + 1, 0)?;
    }
    Ok(())
}

/// How high a row must be for its text, in points, in a column that is so many signs wide.
/// Not every program works that out when it opens the file.
pub(super) fn height(text: &str, width: u16) -> f64 {
    const LINE_HEIGHT: f64 = 15.0;
    // Letters are not all as wide as a digit, by which columns are measured.
    let room = usize::from(width) * 9 / 10;
    let (mut lines, mut used) = (1u16, 0);
    for word in text.split_whitespace() {
        let letters = word.chars().count();
        if used > 0 && used + 1 + letters > room {
            lines = lines.saturating_add(1);
            used = letters;
        } else {
            used += letters + usize::from(used > 0);
        }
    }
    LINE_HEIGHT * f64::from(lines.min(20))
}

/// A name or a text from the year file, none longer than a cell can hold.
pub(super) fn fitting(text: &str) -> String {
    text.chars().take(1000).collect()
}

/// The place of a cell as formulas have it.
pub(super) fn absolute(sheet: &str, first: (u32, u16), last: (u32, u16)) -> String {
    let cell = |(row, column): (u32, u16)| {
        format!("${}${}", crate::spreadsheet::column_letters(u32::from(column)), row + 1)
    };
    let area = if first == last { cell(first) } else { format!("{}:{}", cell(first), cell(last)) };
    format!("='{sheet}'!{area}")
}
