//! The first sheet: what the workbook is and how it is filled in.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::style::{absolute, fitting, height, print};
use super::{Contents, counting, figures, layout};

const SHEET: &str = "Läs mig";
const TEXT_WIDTH: u16 = 95;

/// What the workbook is called.
pub(super) fn title(year: i32) -> String {
    format!("Underlag för personligt ombud {year}")
}

pub(super) fn write(workbook: &mut Workbook, contents: &Contents<'_>) -> Result<(), XlsxError> {
    let style = &contents.style;
    let sheet = workbook.add_worksheet().set_name(SHEET)?;
    print(sheet, None)?;
    sheet.set_column_width(0, 28)?.set_column_width(1, TEXT_WIDTH)?;
    sheet.set_row_height(0, 24)?;
    sheet.write_with_format(0, 0, title(contents.year), &style.title)?;
    let year_row = 1;
    sheet.write_with_format(year_row, 0, "Gäller år", &style.label)?;
    sheet.write_with_format(year_row, 1, contents.year, &style.year)?;
    for (row, (label, text)) in (2u32..).zip(lines(contents)) {
        sheet.write_with_format(row, 0, label, &style.label)?;
        sheet.set_row_height(row, height(&text, TEXT_WIDTH) + 6.0)?;
        sheet.write_with_format(row, 1, text, &style.wrapped)?;
    }
    workbook.define_name(layout::YEAR, &absolute(SHEET, (year_row, 1), (year_row, 1)))?;
    Ok(())
}

/// What stands on the sheet, each line with its label.
fn lines(contents: &Contents<'_>) -> Vec<(&'static str, String)> {
    let (figures, counting) = (figures::SHEET, counting::SHEET);
    let (year, before) = (contents.year, contents.year - 1);
    let mut lines = Vec::new();
    let sender = &contents.year_file.sender;
    if let Some(board) = sender.board.known() {
        lines.push(("Nämnd", fitting(board)));
    }
    lines.extend([
        ("Två sätt", format!("Fyll i bladet ”{figures}”, eller räkna en klient i taget på bladet ”{counting}”. Det går också att fylla i en del på vart och ett. Står samma siffra på båda måste de vara lika.")),
        (figures::SHEET, format!("Fyll i kolumnen ”Antal {year}”. Skriv hela tal. Lämna cellen tom om uppgiften saknas, och skriv 0 bara om antalet är noll. Bladet är låst utom i de celler som fylls i, så att inget råkar flyttas; låset har inget lösenord.")),
        ("Fördelningar", "Varje fördelning har en summa och en kontroll av den. Orsakerna har ingen summa, eftersom en klient kan ha flera. Nya grupper skrivs på de tomma raderna.".to_owned()),
        ("Vid årets början och slut", "Klienter vid årets början och vid årets slut behöver inte fyllas i. De räknas ut av alla klienter, de nya och de avslutade ärendena.".to_owned()),
        ("Förra året", format!("Kolumnen ”Antal {before}” visar siffrorna som de står i papperen. Döljs små antal där så döljs de här också.")),
        (counting::SHEET, "Skriv en rad för varje klient som hade kontakt med ett ombud under året, inte en rad för varje samtal. Månaden är den när kontakten började; den är till för er egen planering och räknas inte. Skriv ja under den rubrik som stämmer, annars nej eller ingenting. En klient kan ha flera orsaker. Kontaktväg fylls i för nya klienter.".to_owned()),
        ("Inga namn", "Skriv aldrig namn, personnummer, adress eller annat som pekar ut en person, någonstans i arbetsboken. Raderna kan ändå säga vem någon är för den som känner klienten, så lämna inte ut den ifyllda arbetsboken till andra än dem som räknar.".to_owned()),
        ("När allt är ifyllt", "Spara som .xlsx eller .ods. Kommandot ”tjut importera” visar vad som ändras i årsfilen innan något skrivs.".to_owned()),
    ]);
    lines
}
