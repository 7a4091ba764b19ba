//! Several operations of one kommun: a year file for each, and one board paper over them all.

use tjut::make::{Format, Pipeline};
use tjut::source::Source;

use crate::{Made, said, text};

const JOINT: &str = "flera-verksamheter";
const PAPER: &str = "tjansteutlatande";

/// A pipeline that finds the operations' year files among the situations, each changed.
fn pipeline(change: fn(&str, String) -> String) -> Pipeline {
    let pipeline = Pipeline::standard().unwrap_or_else(|failure| panic!("{failure:?}"));
    pipeline.reading_files(Box::new(move |_, name| {
        let stem = name.strip_suffix(".yaml").expect("a year file");
        Ok(Source::new(name, change(stem, text(stem))))
    }))
}

fn unchanged(_: &str, text: String) -> String {
    text
}

/// The papers of the joint year file.
fn made(change: fn(&str, String) -> String) -> Made {
    Made::by(&pipeline(change), &text(JOINT), None)
}

#[test]
fn the_board_gets_one_paper_with_a_table_that_sums() {
    let made = made(unchanged);
    assert_eq!(made.findings, [""; 0]);
    assert_eq!(made.papers(), [PAPER]);
    assert_eq!(
        made.section(PAPER, "Förvaltningens förslag till beslut"),
        [
            "Socialnämnden godkänner redovisningarna av verksamheterna med personligt ombud för år 2025.",
            "Socialnämnden godkänner ansökningarna om statsbidrag till verksamheterna med personligt ombud för år 2026.",
        ]
    );
    let whole = made.whole(PAPER);
    for sentence in [
        "Ärendet gäller två verksamheter: PO Norr och PO Söder.",
        "Under 2025 hade 70 klienter kontakt med ett personligt ombud, och 23 av dem var nya.",
        "Ansökningarna för 2026 gäller sammanlagt tre heltidstjänster.",
        "Samtliga lämnades till Länsstyrelsen Stockholm den 14 januari 2026.",
        "Verksamheterna hade sammanlagt 2,5 heltidstjänster under 2025, och ansökningarna för 2026 gäller sammanlagt 3 heltidstjänster.",
        "Verksamheterna bör utökas från sammanlagt 2,5 till 3 heltidstjänster.",
        "Kommunen har beviljats 750 000 kronor i statsbidrag för 2025.",
        "Under 2025 var 38 av de 70 klienterna kvinnor och 32 män.",
    ] {
        assert!(whole.contains(sentence), "{sentence}\n\n{whole}");
    }
    for word in ["redovisningen", "ansökan ", "verksamheten "] {
        let said = whole.lines().filter(|line| line.contains(word));
        // What is said of any such service, and what a regulation is about.
        let general = ["Kommuner kan", "Förordningen (2013:522)", "Redovisning av verksamhet med"];
        let is_general = |line: &&str| general.iter().any(|start| line.starts_with(start));
        let said: Vec<&str> = said.filter(|line| !is_general(line)).collect();
        assert!(said.is_empty(), "{word}: {said:?}");
    }
    assert_eq!(
        made.table(PAPER, "Klienter och ärenden i varje verksamhet 2025"),
        [
            "Verksamhet | Klienter | Nya klienter | Avslutade ärenden",
            "PO Norr | 44 | 15 | 13",
            "PO Söder | 26 | 8 | 6",
            "Samtliga | 70 | 23 | 19",
        ]
    );
    assert_eq!(
        made.table(PAPER, "Årsanställningar och bidrag (kronor) i varje verksamhet"),
        [
            "Verksamhet | Årsanställningar 2025 | Sökta 2026 | Beviljat 2025 | Använt 2025",
            "PO Norr | 1,5 | 2 | 450 000 | 450 000",
            "PO Söder | 1,0 | 1 | 300 000 | 300 000",
            "Samtliga | 2,5 | 3 | 750 000 | 750 000",
        ]
    );
    assert_eq!(
        made.section(PAPER, "Bilagor"),
        [
            "Redovisning av verksamhet med personligt ombud för år 2025, PO Norr",
            "Ansökan om statsbidrag till verksamhet med personligt ombud för år 2026, PO Norr",
            "Redovisning av verksamhet med personligt ombud för år 2025, PO Söder",
            "Ansökan om statsbidrag till verksamhet med personligt ombud för år 2026, PO Söder",
        ]
    );
}

#[test]
fn each_operation_has_its_own_report_and_application() {
    for name in ["ombud-norr", "ombud-soder"] {
        let made = Made::of(name);
        assert_eq!(made.findings, [""; 0], "{name}");
        assert_eq!(made.papers(), ["redovisning", "ansokan"], "{name}");
    }
}

/// One of them has three new clients, and 21 less the 18 who were there when the year began:
/// the sums beside the other's counts would tell it.
#[test]
fn a_sum_does_not_give_away_what_one_of_them_masks() {
    let made = made(|name, text| match name {
        "ombud-soder" => {
            let few = text.replace("klienter: 26\n    nya: 8", "klienter: 21\n    nya: 3");
            let few = few.replace("kvinnor: 14, män: 12", "kvinnor: 11, män: 10");
            few + "\nsmå_tal: maskera\n"
        }
        _ => text,
    });
    assert_eq!(
        made.table(PAPER, "Klienter och ärenden i varje verksamhet 2025")[1..],
        [
            "PO Norr | 44 | 15 | 13",
            "PO Söder | minst 5 | färre än 5 | 6",
            "Samtliga | visas inte | visas inte | 19",
        ]
    );
    assert_eq!(
        made.table(PAPER, "Klienter och ärenden 2024–2025"),
        [
            "Uppgift | 2024 | 2025 | Förändring",
            "Klienter vid årets början | 46 | 47 | +1",
            "Avslutade ärenden | 18 | 19 | +1",
        ]
    );
    let whole = made.whole(PAPER);
    assert!(!whole.contains("av klienterna"), "{whole}");
    assert!(whole.contains("Antal som är så små att någon skulle kunna pekas ut"), "{whole}");
}

#[test]
fn what_a_text_says_is_held_against_the_sums() {
    let pipeline = pipeline(unchanged);
    let check = |sentence: &str| {
        let text = text(JOINT) + "  kommentar_till_antal: |\n    " + sentence + "\n";
        said(&pipeline.check(Source::new("flera-verksamheter.yaml", text)))
    };
    assert_eq!(check("Under 2025 hade 70 klienter kontakt med ombuden."), [""; 0]);
    let wrong = check("Under 2025 hade 44 klienter kontakt med ombuden.");
    assert!(wrong.len() == 1 && wrong[0].contains("70"), "{wrong:?}");
}

#[test]
fn the_files_are_written_and_without_the_operations_files_nothing_is() {
    let pipeline = pipeline(unchanged);
    let source = || Source::new("flera-verksamheter.yaml", text(JOINT));
    let checked = pipeline.check(source());
    let papers = pipeline.papers_of(&checked);
    let files = pipeline.make(&checked, &papers, &[Format::Pdf, Format::Docx]);
    assert_eq!(files.unwrap_or_else(|failure| panic!("{failure:?}")).len(), 2);
    let alone = Pipeline::standard().unwrap_or_else(|failure| panic!("{failure:?}"));
    let checked = alone.check(source());
    assert_eq!(checked.findings.iter().filter(|f| f.rule == "verksamhetsfil").count(), 2);
}
