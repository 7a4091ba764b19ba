//! The information sheet: who to call, and nothing where there is nothing to say. The
//! whole sheets are stored by `tests/wording/`.

use tjut::document::Document;
use tjut::make::Pipeline;
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
