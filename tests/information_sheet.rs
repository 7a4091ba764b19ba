//! The information sheet: who to call, and nothing where there is nothing to say. The
//! whole sheets are stored by `tests/wording/`.

mod support;

use support::{docx_text, pdf_text};
use tjut::document::Document;
use tjut::make::{Format, Pipeline};
use tjut::source::Source;

const JÄRVA: &str = include_str!("../data/jarva-2025.yaml");
const SMALLEST: &str = include_str!("fall/minsta.yaml");

fn sheet(year_file: &str) -> Document {
    let pipeline = Pipeline::standard().unwrap_or_else(|failure| panic!("{failure:?}"));
    let checked = pipeline.check(Source::new("fall.yaml", year_file));
    let paper = pipeline.papers.get("informationsblad").expect("it is built in");
    let mut made =
        pipeline.documents(&checked, &[paper]).unwrap_or_else(|failure| panic!("{failure:?}"));
    made.remove(0)
}

/// The sheet's text, a line for each paragraph, item and field.
fn text(year_file: &str) -> String {
    sheet(year_file).lines().join("\n").replace('\u{a0}', " ")
}

#[track_caller]
fn with(year_file: &str, old: &str, new: &str) -> String {
    assert!(year_file.contains(old), "there is no ”{old}”");
    year_file.replacen(old, new, 1)
}

#[test]
fn who_to_call_is_an_ombud_or_else_the_office_or_else_the_handläggare() {
    assert!(text(JÄRVA).contains("08-465 004 42"), "an ombud");
    assert!(!text(JÄRVA).contains("08-465 004 40"), "not the office too");
    let office = with(SMALLEST, "avdelning: V", "telefon: 08-465 004 90\n  avdelning: V");
    assert!(text(&office).contains("08-465 004 90"), "the office");
    assert!(!text(&office).contains("08-465 004 20"), "not the handläggare too");
    assert!(text(SMALLEST).contains("08-465 004 20"), "the handläggare");
}

#[test]
fn contact_routes_are_named_without_their_counts() {
    let routes =
        "    kontaktvägar: { Anhöriga: 13, NSPH: 7, Boendestöd: 0 }\n    kön: { kvinnor: 30";
    let text = text(&with(SMALLEST, "    kön: { kvinnor: 30", routes));
    assert!(text.contains("Vanliga vägar till ett ombud: anhöriga, NSPH."), "{text}");
    assert!(!text.contains("13") && !text.contains('7'), "{text}");
}

#[test]
fn a_wish_for_a_woman_or_a_man_is_offered_where_there_is_a_choice() {
    assert!(text(JÄRVA).contains("en kvinna eller en man som ombud"));
    assert!(!text(SMALLEST).contains("en kvinna eller en man som ombud"));
}

#[test]
fn figures_of_the_country_come_with_year_and_source() {
    let country = "riket:\n  ombud: 1 325\n  kommuner: 249\n  år: 2024\n  källa: En rapport\n";
    let text = text(&with(SMALLEST, "statistik:\n", &format!("{country}statistik:\n")));
    let said = "I hela landet fanns det 1 325 personliga ombud i 249 kommuner under 2024 \
                (källa: En rapport).";
    assert!(text.contains(said), "{text}");
}

#[test]
fn contacts_are_read_one_by_one_also_side_by_side() {
    let contacts = [
        "Leyla Ekdahl",
        "Telefon: 08-465 004 42",
        "E-post: leyla.ekdahl@example.org",
        "Område: Rinkeby, Tensta och Hjulsta",
        "Jonas Marklund",
        "Telefon: 08-465 004 43",
        "E-post: jonas.marklund@example.org",
        "Område: Husby, Akalla och Kista",
        "Besöksadress",
        "Exempeltorget 2, Kista",
        "Webbplats",
        "example.org/ombud-jarva",
    ];
    let [pdf, docx] = files(JÄRVA);
    let plain = |text: String| text.replace('\u{a0}', " ");
    let pdf = plain(pdf_text::lines(&pdf).join("\n"));
    assert!(pdf.contains(&contacts.join("\n")), "{pdf}");
    let docx = plain(docx_text::body_text(&docx));
    assert!(docx.contains(&contacts.join("\n")), "{docx}");
}

#[test]
fn telephone_numbers_and_addresses_are_links_that_say_what_they_do() {
    let [pdf, docx] = files(JÄRVA);
    let links = [
        ("tel:+46846500442", "Ring 08-465 004 42"),
        ("mailto:jonas.marklund@example.org", "Skicka e-post till jonas.marklund@example.org"),
        ("https://example.org/ombud-jarva", "Öppna webbsidan example.org/ombud-jarva"),
    ];
    let xml = docx_text::part(&docx, "word/document.xml");
    let file = lopdf::Document::load_mem(&pdf).expect("a PDF");
    let annotations: Vec<(String, String)> = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter_map(|annotation| {
            let action = annotation.get(b"A").ok()?.as_dict().ok()?;
            let url = action.get(b"URI").ok()?.as_str().ok()?;
            let words = lopdf::decode_text_string(annotation.get(b"Contents").ok()?).ok()?;
            Some((String::from_utf8_lossy(url).into_owned(), words))
        })
        .collect();
    for (url, words) in links {
        let instruction = format!(" HYPERLINK &quot;{url}&quot; \\o &quot;{words}&quot; ");
        assert!(xml.contains(&instruction), "{instruction}");
        assert!(annotations.contains(&(url.to_owned(), words.to_owned())), "{annotations:?}");
    }
}

#[test]
fn a_number_that_no_link_can_be_made_of_stands_as_it_is() {
    let office = with(SMALLEST, "avdelning: V", "telefon: 112\n  avdelning: V");
    assert!(!text(&office).contains("tel:"));
    assert!(text(&office).contains("Telefon\n112"), "{}", text(&office));
}

#[test]
fn a_queue_is_spoken_of_only_where_there_is_a_figure() {
    assert!(!text(SMALLEST).contains("väntade"));
    let queue = with(SMALLEST, "    avslutade: 18", "    avslutade: 18\n    kö: 0");
    assert!(text(&queue).contains("Vid slutet av året väntade ingen på ett personligt ombud"));
}

/// The sheet as PDF and as Word.
fn files(year_file: &str) -> [Vec<u8>; 2] {
    let pipeline = Pipeline::standard().unwrap_or_else(|failure| panic!("{failure:?}"));
    let paper = pipeline.papers.get("informationsblad").expect("it is built in");
    let checked = pipeline.check_for(Source::new("fall.yaml", year_file), &[paper]);
    let made = pipeline.make(&checked, &[paper], &[Format::Pdf, Format::Docx]);
    let made = made.unwrap_or_else(|failure| panic!("{failure:?}"));
    assert!(!made[0].runs_over);
    [made[0].bytes.clone(), made[1].bytes.clone()]
}
