//! From a cell to a whole number, or to why it is none.

use crate::finding::shorten;
use crate::spreadsheet::{Cell, CellPlace, Content, Form, Sheet};
use crate::swedish::grouped;
use crate::year_file::{MAX_COUNT, digits};

/// Why a cell gives no figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Why, as a sentence without its full stop.
    pub reason: String,
    /// What to do.
    pub remedy: String,
}

impl Doubt {
    pub(super) fn new(reason: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { reason: reason.into(), remedy: remedy.into() }
    }
}

/// The whole number in a cell of a sheet; nothing where the cell is empty.
///
/// # Errors
/// Why what stands there can't be taken for a figure.
pub fn whole_number(sheet: &Sheet, place: CellPlace) -> Result<Option<u64>, Doubt> {
    if let Some(area) = sheet.merged_at(place).filter(|area| area.first != place) {
        return Err(Doubt::new(
            format!(
                "cellen är sammanfogad med andra, {area}, så det som syns står i {}",
                area.first
            ),
            format!("Dela cellerna, eller skriv {} i kartan.", area.first),
        ));
    }
    let Some(cell) = sheet.cell(place) else { return Ok(None) };
    let number = of_cell(cell)?;
    out_of_sight(sheet, place)?;
    Ok(Some(number))
}

/// Whether a cell can't be seen, so that whoever sends the file may not know what it says.
pub(super) fn out_of_sight(sheet: &Sheet, place: CellPlace) -> Result<(), Doubt> {
    let (what, shown) = if sheet.is_hidden {
        ("bladet är dolt", "bladet")
    } else if sheet.is_row_hidden(place.row) {
        ("raden är dold", "raden")
    } else if sheet.is_column_hidden(place.column) {
        ("kolumnen är dold", "kolumnen")
    } else {
        return Ok(());
    };
    Err(Doubt::new(
        format!("{what}, så det är oklart om siffran gäller"),
        format!("Visa {shown}, kontrollera siffran, spara och importera igen."),
    ))
}

fn of_cell(cell: &Cell) -> Result<u64, Doubt> {
    match &cell.content {
        Content::Number(written, Form::Plain) => of_number(written, cell.is_formula),
        Content::Number(written, Form::Percent) => Err(Doubt::new(
            format!("cellen visar procent ({} %), inte ett antal", percent(written)),
            "Skriv antalet, och formatera cellen som tal.",
        )),
        Content::Number(_, Form::Date) => Err(Doubt::new(
            "cellen visar ett datum eller en tid, inte ett antal",
            "Formatera cellen som tal och kontrollera antalet.",
        )),
        Content::Text(text) => of_text(text.trim()),
        Content::Boolean(value) => Err(Doubt::new(
            format!("i cellen står {}, inte ett antal", if *value { "SANT" } else { "FALSKT" }),
            "Skriv antalet.",
        )),
        Content::Error(error) => Err(Doubt::new(
            format!("formeln i cellen ger felet {}", shorten(error)),
            "Rätta formeln, eller skriv antalet i stället för den.",
        )),
        Content::NoResult => Err(Doubt::new(
            "cellen har en formel men filen säger inte vad den blir",
            "Öppna filen i Excel eller LibreOffice, spara den och importera igen.",
        )),
    }
}

fn of_number(written: &str, is_formula: bool) -> Result<u64, Doubt> {
    let Some(number) = written.parse::<f64>().ok().filter(|number| number.is_finite()) else {
        return Err(Doubt::new(format!("”{}” är inget tal", shorten(written)), "Skriv antalet."));
    };
    let shown = written.replace('.', ",").replace('-', "\u{2212}");
    let nearest = number.round();
    if number < 0.0 && nearest < 0.0 {
        return Err(Doubt::new(
            format!("{shown} är mindre än noll, vilket inget antal kan vara"),
            "Rätta siffran.",
        ));
    }
    #[expect(clippy::cast_precision_loss, reason = "the bound is far below 2 to the 53")]
    if number > MAX_COUNT as f64 {
        return Err(Doubt::new(
            format!("talet är större än {}", grouped(MAX_COUNT)),
            "Kontrollera siffran.",
        ));
    }
    #[expect(clippy::float_cmp, reason = "what is not exactly whole is to be seen")]
    if number != nearest {
        let off = (number - nearest).abs();
        if off < 1e-6 {
            let whole = format!("{nearest:.0}");
            let remedy = if is_formula {
                format!(
                    "Formeln räknar med decimaler. Kontrollera att {whole} är rätt antal och skriv det i cellen, eller avrunda i formeln med AVRUNDA."
                )
            } else {
                format!("Skriv {whole} i cellen om det är rätt antal.")
            };
            return Err(Doubt::new(
                format!("talet visas som {whole} men är {shown}, alltså inget heltal"),
                remedy,
            ));
        }
        return Err(Doubt::new(
            format!("{shown} är inget heltal"),
            "Skriv antalet som ett heltal. Programmet avrundar aldrig.",
        ));
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is whole and within the bounds"
    )]
    Ok(number as u64)
}

/// A number of per cent as it is shown, from the share that is stored.
fn percent(written: &str) -> String {
    let share = written.parse::<f64>().unwrap_or_default() * 100.0;
    let shown = format!("{share:.2}");
    shown.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}

fn of_text(text: &str) -> Result<u64, Doubt> {
    if let Some(digits) = digits(text) {
        return match digits.parse::<u64>().ok().filter(|number| *number <= MAX_COUNT) {
            Some(number) => Ok(number),
            None => Err(Doubt::new(
                format!("talet är större än {}", grouped(MAX_COUNT)),
                "Kontrollera siffran.",
            )),
        };
    }
    let quoted = format!("”{}”", shorten(text));
    let lower = text.to_lowercase();
    if text.chars().all(|c| matches!(c, '-' | '–' | '—' | '−' | '.' | '?' | '…' | ' ')) {
        return Err(Doubt::new(
            format!("{quoted} är inget antal"),
            "Skriv antalet, 0 om det är noll, eller töm cellen om uppgiften saknas.",
        ));
    }
    let begins_with = |words: &[&str]| words.iter().any(|word| lower.starts_with(word));
    let is_at_most = begins_with(&["<", "≤", "färre än", "mindre än", "högst"]);
    if is_at_most || begins_with(&[">", "≥", "fler än", "minst", "cirka", "ca ", "ca. ", "ungefär"])
    {
        let remedy = if is_at_most {
            "Skriv antalet. Små antal döljs i papperen om årsfilen har små_tal: maskera."
        } else {
            "Skriv det exakta antalet."
        };
        return Err(Doubt::new(format!("{quoted} säger inte exakt hur många"), remedy));
    }
    if text.contains('%') {
        return Err(Doubt::new(format!("{quoted} är en andel, inte ett antal"), "Skriv antalet."));
    }
    let is_negative =
        text.strip_prefix(['-', '\u{2212}', '–']).is_some_and(|rest| digits(rest).is_some());
    if is_negative {
        return Err(Doubt::new(
            format!("{quoted} är mindre än noll, vilket inget antal kan vara"),
            "Rätta siffran.",
        ));
    }
    let is_decimal = text.split_once([',', '.']).is_some_and(|(whole, part)| {
        digits(whole).is_some() && !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit())
    });
    if is_decimal {
        return Err(Doubt::new(
            format!("{quoted} står med decimaler eller med fel tecken mellan tusental"),
            "Skriv antalet som ett heltal, med bara siffror.",
        ));
    }
    Err(Doubt::new(format!("{quoted} är inget antal"), "Skriv antalet med bara siffror."))
}
