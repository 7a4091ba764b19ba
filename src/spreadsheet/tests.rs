//! Places, number formats, and texts in every form that Excel writes them.

use super::*;

#[test]
fn cells_are_named_as_excel_names_them() {
    for text in ["A1", "Z9", "AA10", "XFD1048576"] {
        assert_eq!(text.parse::<CellPlace>().expect("a cell").to_string(), text);
    }
    assert_eq!("$c$5".parse::<CellPlace>().expect("a cell").to_string(), "C5");
    assert_eq!("C9:A2".parse::<Area>().expect("cells").to_string(), "A2:C9");
    for text in ["", "5", "C", "C0", "XFE1", "A1048577", "C5x", "AAAA1", "C+5", "C-5", "å1"] {
        assert!(text.parse::<CellPlace>().is_err(), "{text}");
    }
}

#[test]
fn formats_tell_dates_and_per_cent_from_numbers() {
    let forms =
        |codes: &[&str]| -> Vec<Form> { codes.iter().map(|code| formats::of_code(code)).collect() };
    let all = |form, codes: &[&str]| assert_eq!(forms(codes), vec![form; codes.len()], "{codes:?}");
    all(Form::Date, &["yyyy-mm-dd", "[$-41D]d mmmm yyyy;@", "h:mm", "[h]:mm:ss", "mmm"]);
    all(Form::Percent, &["0%", "0.0 %", "#,##0.00%;[Red]-0%"]);
    all(
        Form::Plain,
        &[
            "General",
            "0",
            "#,##0",
            "#,##0\\ \"kr\"",
            "0.00E+00",
            "[Red]0",
            "#,##0 [$kr-41D]",
            "0_d",
            "@",
            "0;d",
        ],
    );
    assert_eq!(formats::of_number(14), Form::Date);
    assert_eq!(formats::of_number(9), Form::Percent);
    assert_eq!(formats::of_number(3), Form::Plain);
}

fn csv(bytes: &[u8]) -> (Vec<(String, String)>, String) {
    let workbook = read("fil.csv", bytes).expect("it can be read");
    let cells = workbook.sheets[0].cells.iter();
    let cells = cells.map(|(place, cell)| (place.to_string(), cell.as_name().expect("a text")));
    (cells.collect(), workbook.notes.join(" "))
}

#[test]
fn csv_is_read_in_the_ways_that_excel_writes_it() {
    let wanted: Vec<(String, String)> =
        [("A1", "Kön"), ("B1", "Område"), ("A2", "Män"), ("B2", "Ås; \"nära\" sjön")]
            .map(|(at, text)| (at.to_owned(), text.to_owned()))
            .to_vec();
    let text = "Kön;Område\r\nMän;\"Ås; \"\"nära\"\" sjön\"\r\n";
    let note = "Filen är läst som CSV med semikolon mellan kolumnerna.";
    assert_eq!(csv(text.as_bytes()), (wanted.clone(), note.to_owned()));
    assert_eq!(csv(format!("\u{feff}{text}").as_bytes()).0, wanted);
    let (found, note) = csv(b"K\xF6n;Omr\xE5de\nM\xE4n;\"\xC5s; \"\"n\xE4ra\"\" sj\xF6n\"");
    assert_eq!(found, wanted);
    assert_eq!(
        note,
        "Filen är läst som CSV i kodningen Windows-1252 med semikolon mellan kolumnerna."
    );
    let utf16 = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{feff}"
            .encode_utf16()
            .chain(text.replace(";\"", "\t\"").replacen(';', "\t", 1).encode_utf16())
            .flat_map(unit)
            .collect()
    };
    let tabs = "Filen är läst som CSV i kodningen UTF-16 med tabb mellan kolumnerna.";
    assert_eq!(csv(&utf16(u16::to_le_bytes)), (wanted.clone(), tabs.to_owned()));
    assert_eq!(csv(&utf16(u16::to_be_bytes)).0, wanted);
    let (found, note) = csv("sep=,\nKön,Område\n".as_bytes());
    assert_eq!(
        found,
        [("A2".to_owned(), "Kön".to_owned()), ("B2".to_owned(), "Område".to_owned())]
    );
    assert!(note.contains("kommatecken"), "{note}");
    assert!(read("fil.csv", b"a;\"b").is_err());
}

#[test]
fn signs_that_xml_has_no_place_for_are_read() {
    assert_eq!(xlsx::unescaped("a_x000D_b_x005F_x_xZZZZ_ _x"), "a\rb_x_xZZZZ_ _x");
}
