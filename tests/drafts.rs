//! Drafts: every paper that can be read at all can be looked through, and none is taken
//! for the paper.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use support::{docx_text, pdf_text};
use tjut::document::Document;
use tjut::make::{Checked, Failure, FinishedFile, Format, Pipeline};
use tjut::source::Source;
use tjut::template::Paper;
use tjut::yaml;

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");
const MASKING: &str = include_str!("../data/lindsund-2025.yaml");

static PIPELINE: LazyLock<Pipeline> =
    LazyLock::new(|| Pipeline::standard().unwrap_or_else(|error| panic!("{error:?}")));

fn papers() -> Vec<&'static Paper> {
    PIPELINE.papers.iter().collect()
}

fn checked(text: &str) -> Checked {
    PIPELINE.check_for(Source::new("fall.yaml", text), &papers())
}

/// The example with one place changed.
fn changed(from: &str, to: &str) -> String {
    assert_eq!(EXAMPLE.matches(from).count(), 1, "the example must have `{from}` once");
    EXAMPLE.replacen(from, to, 1)
}

fn drafts(checked: &Checked) -> Vec<Document> {
    let drafts = PIPELINE.drafts(checked, &papers(), &checked.findings);
    drafts.unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn files(checked: &Checked, paper: &str) -> Vec<FinishedFile> {
    let paper = PIPELINE.papers.get(paper).expect("it is built in");
    let formats = [Format::Pdf, Format::Docx];
    let files = PIPELINE.make_drafts(checked, &[paper], &formats, &checked.findings);
    files.unwrap_or_else(|failure| panic!("{failure:?}"))
}

/// What the draft of a paper says, line by line, with its last page.
fn lines(checked: &Checked, paper: &str) -> Vec<String> {
    let all = drafts(checked);
    let draft = all.into_iter().find(|draft| draft.paper == paper).expect("it is made");
    let mut lines = draft.lines();
    let left = draft.draft.clone().expect("it is a draft");
    lines.extend(Document { blocks: left.blocks, ..draft }.lines());
    lines
}

fn failures(bytes: &[u8], profile: ValidationProfile) -> Vec<String> {
    let report = validate_pdf_bytes(bytes, &ValidationOptions::default().profile(profile))
        .expect("a readable PDF");
    report.failures.iter().map(ToString::to_string).collect()
}

#[test]
fn a_draft_says_so_in_its_name_its_title_its_text_and_on_every_page() {
    let files = files(&checked(&changed("    nya: 86", "    nya: 860")), "tjansteutlatande");
    let [pdf, word] = &files[..] else { panic!("two files") };
    assert_eq!(pdf.name, "utkast-tjansteutlatande.pdf");
    assert_eq!(word.name, "utkast-tjansteutlatande.docx");
    let file = lopdf::Document::load_mem(&pdf.bytes).expect("a PDF");
    let numbers: Vec<u32> = file.get_pages().into_keys().collect();
    assert!(numbers.len() > 2);
    for number in &numbers {
        let page = file.extract_text(&[*number]).expect("text");
        assert!(page.contains("UTKAST"), "page {number}: {page}");
    }
    let last = file.extract_text(&numbers[numbers.len() - 1..]).expect("text");
    assert!(pdf_text::words(&last).contains("innan papperet är färdigt"), "{last}");
    for header in ["word/header1.xml", "word/header2.xml"] {
        let text = docx_text::text(&docx_text::part(&word.bytes, header));
        assert!(text.starts_with("UTKAST"), "{text}");
    }
    let title = docx_text::part(&word.bytes, "docProps/core.xml");
    assert!(title.contains("<dc:title>Utkast: Redovisning av"), "{title}");
    let body = docx_text::part(&word.bytes, "word/document.xml");
    assert_eq!(body.matches("w:pageBreakBefore").count(), 1);
}

#[test]
fn a_draft_is_accessible_and_archivable() {
    let checked = checked(&changed("    klienter: 189", "    klienter: många"));
    for paper in ["tjansteutlatande", "redovisning", "ansokan", "informationsblad"] {
        let files = files(&checked, paper);
        assert_eq!(failures(&files[0].bytes, ValidationProfile::PdfUa1), [""; 0], "{paper}");
        assert_eq!(failures(&files[0].bytes, ValidationProfile::PdfA2a), [""; 0], "{paper}");
    }
}

#[test]
fn a_paper_that_is_finished_says_nothing_of_drafts() {
    let checked = checked(EXAMPLE);
    let paper = PIPELINE.papers.get("redovisning").expect("it is built in");
    let documents = PIPELINE.documents(&checked, &[paper]).expect("nothing stops it");
    assert_eq!(documents[0].draft, None);
    assert!(!documents[0].lines().join("\n").to_lowercase().contains("utkast"));
}

#[test]
fn what_is_missing_or_cannot_be_read_is_marked_where_it_would_stand() {
    for (from, to, mark) in [
        ("  nämnd: Norra innerstadens stadsdelsnämnd\n", "", "uppgift saknas: nämnd"),
        ("  datum: 2026-01-27", "  datum: 2026-02-30", "uppgift saknas: datum"),
        (
            "{{ klienter }} klienter kontakt",
            "{{ klientter }} klienter kontakt",
            "uppgift saknas: klientter",
        ),
        ("{{ klienter }} klienter kontakt", "{{ kö }} klienter kontakt", "uppgift saknas"),
        (
            "{{ klienter }} klienter kontakt",
            "{{ klienter.hur }} klienter kontakt",
            "uppgift saknas",
        ),
        (
            "{{ klienter }} klienter kontakt",
            "{{ klienter|datum }} klienter kontakt",
            "uppgift saknas",
        ),
        ("Maja Bergkvist", "Maja \u{1F600}\u{1F600}", "tecken saknas"),
    ] {
        let said = lines(&checked(&changed(from, to)), "tjansteutlatande").join("\n");
        assert!(said.contains(&format!("[{mark}]")), "{to}: {said}");
    }
}

#[test]
fn a_text_that_cannot_be_filled_in_stands_as_it_was_written() {
    let from = "    {{ klienter }} klienter";
    let to = "    {{ klienter }} klienter {% if x %} och **fet** text";
    let said = lines(&checked(&EXAMPLE.replacen(from, to, 1)), "tjansteutlatande");
    let mark = "[Texten kan inte fyllas i och visas här som den är skriven]";
    let place = said.iter().position(|line| line == mark).unwrap_or_else(|| panic!("{said:#?}"));
    let raw: String = said[place + 1..].join("\n");
    assert!(raw.contains("{{ klienter }} klienter {"), "{raw}");
    assert!(raw.contains("**fet** text"), "{raw}");
}

#[test]
fn the_last_page_lists_the_findings() {
    let text = changed("    nya: 86", "    nya: 860").replace("08-465 004 00", "08-46500400");
    insta::assert_snapshot!({
        let said = lines(&checked(&text), "ansokan");
        let start = said.iter().position(|line| line.starts_with("Återstår")).expect("it");
        said[start..].join("\n")
    });
}

#[test]
fn a_draft_without_findings_says_that_there_are_none() {
    let said = lines(&checked(EXAMPLE), "ansokan");
    assert_eq!(said[said.len() - 1], "Kontrollen har inte hittat något.");
}

#[test]
fn a_draft_of_a_paper_that_masks_does_not_quote_counts() {
    let place = "    klienter: ";
    let at = MASKING.rfind(place).expect("the example has clients") + place.len();
    let end = at + MASKING[at..].find('\n').expect("a line");
    let text = format!("{}7 personer{}", &MASKING[..at], &MASKING[end..]);
    let checked = checked(&text);
    assert!(checked.findings.iter().any(|finding| finding.message.contains("7 personer")));
    let said = lines(&checked, "tjansteutlatande").join("\n");
    assert!(!said.contains("7 personer"), "{said}");
    assert!(said.contains("Årsfilen döljer små antal."), "{said}");
    assert!(said.contains(": fel-typ."), "{said}");
}

/// Every bad file that there is: no draft is refused but of a file that isn't read at all.
#[test]
fn every_year_file_that_can_be_read_can_be_a_draft() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fall/fel");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of year files")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let mut refused = Vec::new();
    for (number, path) in paths.iter().enumerate() {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let bytes = fs::read(path).expect("a file");
        let Ok(source) = yaml::decode("fall.yaml", &bytes, bytes.len() as u64) else { continue };
        let checked = PIPELINE.check_for(source, &papers());
        let paper = papers()[number % papers().len()];
        let formats = [Format::Pdf, Format::Docx];
        match PIPELINE.make_drafts(&checked, &[paper], &formats, &checked.findings) {
            Ok(files) => {
                let ua = if number % 16 == 0 {
                    failures(&files[0].bytes, ValidationProfile::PdfUa1)
                } else {
                    Vec::new()
                };
                assert_eq!(ua, [""; 0], "{name}");
                let text = docx_text::body_text(&files[1].bytes);
                assert!(text.contains("UTKAST"), "{name}");
                assert!(!text.contains("[Papperet kan inte fyllas i"), "{name}: {text}");
            }
            Err(Failure::Writer(message)) => {
                assert!(checked.loaded.year_file.is_none(), "{name}: {message}");
                refused.push(name);
            }
            Err(Failure::Findings(findings)) => {
                let rules: Vec<&str> = findings.iter().map(|finding| finding.rule).collect();
                refused.push(format!("{name}: {}", rules.join(", ")));
            }
        }
    }
    insta::assert_snapshot!(refused.join("\n"));
}
