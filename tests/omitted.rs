//! Sections that a year file leaves out: in both formats, with what belongs to them.

mod support;

use std::fs;

use assert_cmd::Command;
use support::{docx_text, pdf_text};
use tempfile::TempDir;

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");

/// What is said about the example with texts before its own, and the board paper's Word
/// and PDF files when it is made.
struct Made {
    said: String,
    folder: TempDir,
}

fn made(texts: &str) -> Made {
    let folder = TempDir::new().expect("a temporary folder");
    let mut file = EXAMPLE.to_owned();
    for section in texts.lines().filter_map(|line| line.split(':').next()) {
        file = without(&file, section.trim());
    }
    let file = file.replacen("texter:\n", &format!("texter:\n{texts}"), 1);
    fs::write(folder.path().join("x.yaml"), file).expect("a file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_tjut"));
    let command = command.current_dir(folder.path());
    let ended = command.args(["skapa", "x.yaml", "--dokument", "tjansteutlatande"]).output();
    let said = String::from_utf8(ended.expect("it runs").stderr).expect("UTF-8");
    Made { said, folder }
}

/// The file without its own text for a section.
fn without(file: &str, section: &str) -> String {
    let Some(start) = file.find(&format!("  {section}: |\n")) else { return file.to_owned() };
    let lines = file[start..].split_inclusive('\n').skip(1);
    let is_inside = |line: &&str| line.trim().is_empty() || line.starts_with("    ");
    let length: usize = lines.take_while(is_inside).map(str::len).sum();
    let head = file[start..].find('\n').expect("a line") + 1;
    format!("{}{}", &file[..start], &file[start + head + length..])
}

impl Made {
    fn file(&self, ending: &str) -> Vec<u8> {
        let path = self.folder.path().join(format!("output/x/tjansteutlatande.{ending}"));
        fs::read(path).unwrap_or_else(|_| panic!("nothing was made: {}", self.said))
    }

    /// The lines of the paper, which are the same words in both files.
    fn lines(&self) -> Vec<String> {
        let word = docx_text::body_text(&self.file("docx"));
        let pdf = pdf_text::lines(&self.file("pdf")).join("\n");
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(&pdf), words(&word));
        word.lines().map(str::to_owned).collect()
    }

    fn has(&self, line: &str) -> bool {
        self.lines().iter().any(|other| other == line)
    }
}

/// The headings that are there when nothing is left out.
const HEADINGS: [&str; 12] = [
    "Förvaltningens förslag till beslut",
    "Sammanfattning",
    "Bakgrund",
    "Ärendet",
    "Antal klienter och antal nya klienter",
    "Orsak till kontakt",
    "Förbättringsarbete under 2025",
    "Ärendets beredning",
    "Förvaltningens synpunkter och förslag",
    "Ekonomiska konsekvenser",
    "Konsekvenser för barn",
    "Jämställdhetsanalys",
];

/// The headings of a paper, in order.
fn headings(made: &Made) -> Vec<String> {
    made.lines().into_iter().filter(|line| HEADINGS.contains(&line.as_str())).collect()
}

#[test]
fn a_section_goes_with_its_heading() {
    assert_eq!(headings(&made("")), HEADINGS);
    for (section, heading) in [
        ("sammanfattning", "Sammanfattning"),
        ("bakgrund", "Bakgrund"),
        ("orsak_till_kontakt", "Orsak till kontakt"),
        ("förbättringsarbete", "Förbättringsarbete under 2025"),
        ("ärendets_beredning", "Ärendets beredning"),
        ("ekonomiska_konsekvenser", "Ekonomiska konsekvenser"),
        ("konsekvenser_för_barn", "Konsekvenser för barn"),
        ("jämställdhetsanalys", "Jämställdhetsanalys"),
    ] {
        let made = made(&format!("  {section}: utelämna\n"));
        let mut rest = HEADINGS.to_vec();
        rest.retain(|other| *other != heading);
        assert_eq!(headings(&made), rest, "{section}");
        assert_eq!(made.said, "", "{section}");
        assert!(
            made.lines().join(" ").contains("Stadsdelsdirektör"),
            "{section}: those who sign still do"
        );
    }
}

#[test]
fn tables_go_with_the_section_they_belong_to() {
    const TABLE: &str = "Klienter och ärenden 2024–2025, antal";
    let has_table = |made: &Made| made.lines().iter().any(|line| line.contains(TABLE));
    let both = "  antal_klienter: utelämna\n  kommentar_till_antal: utelämna\n";
    assert!(has_table(&made("")), "{:?}", made("").lines());
    let made_without = made(both);
    assert!(
        !has_table(&made_without) && !made_without.has("Antal klienter och antal nya klienter")
    );
    // With words left beside it the table has something to go with.
    let made_with = made("  antal_klienter: utelämna\n");
    assert!(has_table(&made_with) && made_with.has("Antal klienter och antal nya klienter"));
}

#[test]
fn a_heading_stays_for_those_below_it() {
    assert!(made("  ärendet: utelämna\n").has("Ärendet"));
    let all = ["ärendet", "antal_klienter", "kommentar_till_antal", "orsak_till_kontakt"];
    let all = all.map(|section| format!("  {section}: utelämna\n")).concat();
    assert!(made(&all).has("Ärendet"), "Förbättringsarbete is still there");
    let made = made(&format!("{all}  förbättringsarbete: utelämna\n"));
    assert!(!made.has("Ärendet"));
    assert_eq!(headings(&made).len(), HEADINGS.len() - 4);
}

#[test]
fn the_word_is_a_word_where_there_are_others() {
    let made = made("  bakgrund: Vi kan inte utelämna något.\n");
    assert!(made.has("Vi kan inte utelämna något."));
    assert!(made.said.is_empty(), "{}", made.said);
}

/// In the report the same sections are demanded by law.
#[test]
fn what_the_law_demands_of_a_paper_that_is_made_stays() {
    let file = without(EXAMPLE, "orsak_till_kontakt");
    let file = file.replacen("texter:\n", "texter:\n  orsak_till_kontakt: utelämna\n", 1);
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("x.yaml"), file).expect("a file");
    let said = |paper: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tjut"));
        let command = command.current_dir(folder.path());
        let ended = command.args(["kontrollera", "x.yaml", "--dokument", paper]).output();
        String::from_utf8(ended.expect("it runs").stderr).expect("UTF-8")
    };
    assert_eq!(said("tjansteutlatande"), "inga fel, inga varningar\n");
    let said = said("redovisning");
    assert!(said.contains("10 § 2: `orsak_till_kontakt` kan inte utelämnas"), "{said}");
}
