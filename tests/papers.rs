//! The example's papers, from the year file to the words in the finished files. What
//! is in them, line by line, is stored by `tests/wording/`.

mod support;

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use support::{docx_text, example, pdf_text};
use tjut::document::{Block, Document, plain};
use tjut::make::Format;

fn headings(document: &Document) -> Vec<String> {
    let heading = |block: &Block| match block {
        Block::Heading { level, text } => Some(format!("{level} {}", plain(text))),
        _ => None,
    };
    document.blocks.iter().filter_map(heading).collect()
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn the_example_has_no_errors() {
    let errors: Vec<_> =
        example::checked().findings.into_iter().filter(tjut::finding::Finding::is_error).collect();
    assert_eq!(errors, []);
}

#[test]
fn the_headings_of_the_tjänsteutlåtande_stand_in_order() {
    assert_eq!(
        headings(&example::document("tjansteutlatande")),
        [
            "1 Redovisning av verksamhet med personligt ombud för år 2025 och ansökan om statsbidrag för år 2026",
            "2 Förvaltningens förslag till beslut",
            "2 Sammanfattning",
            "2 Bakgrund",
            "2 Ärendet",
            "3 Antal klienter och antal nya klienter",
            "3 Orsak till kontakt",
            "3 Förbättringsarbete under 2025",
            "2 Ärendets beredning",
            "2 Förvaltningens synpunkter och förslag",
            "2 Ekonomiska konsekvenser",
            "2 Konsekvenser för barn",
            "2 Jämställdhetsanalys",
            "2 Bilagor",
        ]
    );
}

#[test]
fn the_points_of_the_law_stand_in_order() {
    let numbered = |paper| -> Vec<String> {
        let numbered = |heading: &String| heading.starts_with("2 ") && heading.contains(". ");
        headings(&example::document(paper)).into_iter().filter(numbered).collect()
    };
    assert_eq!(
        numbered("redovisning"),
        [
            "2 1. Antal tjänster samt utbildning och handledning",
            "2 2. Grupper och antal personer som har fått stöd samt vanliga orsaker till kontakt",
            "2 3. Bedömningsriktlinjer eller prioriteringsordning",
            "2 4. Organisation, ledning och samverkan",
            "2 5. Uppmärksammade brister i tillgången till vård, stöd och service",
        ]
    );
    assert_eq!(
        numbered("ansokan"),
        [
            "2 1. Kommuner som ansökan omfattar",
            "2 2. Antal årsanställningar",
            "2 3. Driftsform och när verksamheten kan starta",
            "2 4. Myndigheter och organisationer som ska samverka",
            "2 5. Arbetet med målgruppen, prioriteringar, planering och dokumentation",
            "2 6. Stöd till ombuden",
            "2 7. Uppföljning",
        ]
    );
}

#[test]
fn the_signatures_stand_in_the_order_given() {
    let document = example::document("tjansteutlatande");
    let signatures = document.blocks.iter().find_map(|block| match block {
        Block::Signatures { signatures } => Some(signatures),
        _ => None,
    });
    let positions: Vec<_> =
        signatures.into_iter().flatten().map(|signature| signature.position.as_str()).collect();
    assert_eq!(positions, ["Stadsdelsdirektör", "Avdelningschef"]);
}

#[test]
fn pdf_and_word_have_the_words_of_the_tree_in_its_order() {
    for document in example::documents() {
        let expected = words(&document.lines().join("\n"));
        let pdf = example::file(&document.paper, Format::Pdf);
        let docx = example::file(&document.paper, Format::Docx);
        assert_eq!(words(&pdf_text::lines(&pdf).join("\n")), expected, "{} pdf", document.paper);
        assert_eq!(words(&docx_text::body_text(&docx)), expected, "{} docx", document.paper);
    }
}

#[test]
fn every_pdf_conforms_to_pdf_ua_1_and_pdf_a_2a() {
    for document in example::documents() {
        let bytes = example::file(&document.paper, Format::Pdf);
        for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
            let options = ValidationOptions::default().profile(profile);
            let report = validate_pdf_bytes(&bytes, &options).expect("a readable PDF");
            let failures: Vec<_> = report.failures.iter().map(ToString::to_string).collect();
            assert_eq!(failures, [""; 0], "{}", document.paper);
        }
    }
}

#[test]
fn the_same_year_file_gives_the_same_bytes() {
    for document in example::documents() {
        for format in [Format::Pdf, Format::Docx] {
            assert!(
                example::file(&document.paper, format) == example::file(&document.paper, format),
                "{} {format:?}",
                document.paper
            );
        }
    }
}

#[test]
fn a_plain_field_appears_literally_in_both_formats() {
    let hostile = "AB & C <b>fet</b> *x* _y_ #1 {{ z }} `k` [l](m) \\ ~ $ | 1. - +";
    let text = example::text().replace("namn: Torsten Almgren", &format!("namn: '{hostile}'"));
    let year_file = example::YearFile::of(&text);
    let expected = words(hostile);
    for paper in ["tjansteutlatande", "redovisning", "ansokan"] {
        let pdf = words(&pdf_text::lines(&year_file.file(paper, Format::Pdf)).join("\n"));
        let docx = words(&docx_text::body_text(&year_file.file(paper, Format::Docx)));
        for found in [pdf, docx] {
            assert!(found.windows(expected.len()).any(|run| run == expected), "{paper}: {found:?}");
        }
    }
}

#[test]
fn what_follows_from_dates_and_figures_is_worked_out() {
    let lines =
        |text: &str| example::YearFile::of(text).document("tjansteutlatande").lines().join("\n");
    let after = lines(&example::text());
    assert!(after.contains("lämnades till Länsstyrelsen Stockholm den 15\u{a0}januari 2026"));
    assert!(after.contains("Det är en minskning med 21 klienter, eller 10,0\u{a0}procent."));

    let before = example::text()
        .replace("sammanträde: 2026-02-19", "sammanträde: 2026-01-14")
        .replace("datum: 2026-01-27", "datum: 2026-01-08");
    let before = lines(&before);
    assert!(before.contains("lämnas till Länsstyrelsen Stockholm den 15\u{a0}januari 2026"));
    assert!(
        before.contains(
            "ger Norra innerstadens stadsdelsförvaltning i uppdrag att lämna redovisningen"
        )
    );

    let more = lines(
        &example::text()
            .replace("klienter: 210", "klienter: 189")
            .replace(
                "{ kvinnor: 113, män: 97 }\n    ålder: { 18–29 år: 39",
                "{ kvinnor: 92, män: 97 }\n    ålder: { 18–29 år: 18",
            )
            .replace("Kungsholmen: 57", "Kungsholmen: 36")
            .replace("avslutade: 107 ", "avslutade: 86 "),
    );
    assert!(more.contains(", lika många som under 2024."), "{more}");
}

#[test]
fn the_amount_applied_for_follows_from_posts_and_level() {
    let lines = |text: &str| example::YearFile::of(text).document("ansokan").lines().join("\n");
    assert!(lines(&example::text()).contains("Socialstyrelsen beslutar vilket belopp"));

    let level = "  egna_medel: 1 870 400\n  belopp_per_heltid: { kronor: 302 400, år: 2026, källa: påhittat beslut }\n";
    let text = example::text().replace("  egna_medel: 1 870 400\n", level);
    let text = text.replace("årsanställningar: 4\n", "årsanställningar: 3,75\n");
    let lines = lines(&text);
    assert!(
        lines.contains("Kommunen söker 1\u{a0}134\u{a0}000\u{a0}kronor: 3,75 årsanställningar"),
        "{lines}"
    );
    assert!(lines.contains("källa: påhittat beslut"));
}

#[test]
fn the_bilagor_are_listed_and_numbered_whether_they_are_made_or_not() {
    let year_file = example::YearFile::of(&example::text());
    let titles = [
        "Redovisning av verksamhet med personligt ombud för år 2025",
        "Ansökan om statsbidrag till verksamhet med personligt ombud för år 2026",
    ];
    for chosen in [&["tjansteutlatande"][..], &["tjansteutlatande", "ansokan"]] {
        let lines = year_file.chosen(chosen)[0].lines();
        let bilagor: Vec<_> = lines.iter().skip_while(|line| *line != "Bilagor").skip(1).collect();
        assert_eq!(bilagor, titles, "{chosen:?}");
    }
    for (paper, number) in [("redovisning", "Bilaga 1"), ("ansokan", "Bilaga 2")] {
        assert!(year_file.chosen(&[paper])[0].lines().contains(&number.to_owned()), "{paper}");
    }
}

#[test]
fn each_paper_has_its_own_date_in_its_properties() {
    let text =
        example::text().replacen("ansökan_inlämnad: 2026-01-15", "ansökan_inlämnad: 2026-02-27", 1);
    let year_file = example::YearFile::of(&text);
    let dates: Vec<String> = year_file
        .chosen(&["tjansteutlatande", "redovisning", "ansokan"])
        .iter()
        .map(|document| document.properties.date.to_string())
        .collect();
    assert_eq!(dates, ["2026-01-27", "2026-01-15", "2026-02-27"]);
}

#[test]
fn the_board_may_be_asked_to_approve_at_once() {
    let asked = example::text().replacen("  datum:", "  omedelbar_justering: ja\n  datum:", 1);
    // The example words the proposal itself.
    let (before, rest) = asked.split_once("  förslag_till_beslut: |\n").unwrap_or((&asked, ""));
    let own = rest.split_inclusive('\n').take_while(|line| line.starts_with("    "));
    let own: usize = own.map(str::len).sum();
    let text = format!("{before}{}", rest.get(own..).unwrap_or_default());
    let lines = example::YearFile::of(&text).document("tjansteutlatande").lines();
    assert!(
        lines.contains(
            &"Norra innerstadens stadsdelsnämnd justerar paragrafen omedelbart.".to_owned()
        )
    );
}

#[test]
fn no_glyph_has_to_be_explained() {
    // Where two characters share a glyph the PDF says at each which one it is, and
    // some readers lose the text after it: see `Fonts::hyphen`.
    for document in example::documents() {
        let bytes = example::file(&document.paper, Format::Pdf);
        let pdf = lopdf::Document::load_mem(&bytes).expect("a PDF");
        for (number, page) in pdf.get_pages() {
            let content = pdf.get_page_content(page);
            let explained = content.windows(10).any(|window| window == b"ActualText");
            assert!(!explained, "{} page {number}", document.paper);
        }
    }
}

#[test]
fn the_published_figures_can_be_attached() {
    let options = ValidationOptions::default();
    for document in example::documents() {
        let bytes = example::file(&document.paper, Format::PdfWithFigures);
        for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA3a] {
            let report =
                validate_pdf_bytes(&bytes, &options.clone().profile(profile)).expect("a PDF");
            let failures: Vec<_> = report.failures.iter().map(ToString::to_string).collect();
            assert_eq!(failures, [""; 0], "{}", document.paper);
        }
        let pdf = lopdf::Document::load_mem(&bytes).expect("a PDF");
        let attached = pdf.objects.values().find_map(|object| {
            let stream = object.as_stream().ok()?;
            let content = stream.decompressed_content().ok()?;
            String::from_utf8(content).ok().filter(|text| text.contains("tjut-siffror"))
        });
        insta::assert_snapshot!("siffror", attached.expect("the attached figures"));
    }
}

#[test]
fn masked_counts_are_not_attached() {
    let text = example::text().replace("kvinnor: 104, män: 85", "kvinnor: 187, män: 2");
    let text = text.replace("verksamhetsår: 2025", "verksamhetsår: 2025\nsmå_tal: maskera");
    let checked = example::YearFile::of(&text).into_checked();
    let facts = checked.facts.as_ref().expect("facts");
    let figures =
        tjut::facts::published(checked.loaded.year_file.as_ref().expect("a year_file"), facts);
    assert!(figures.contains("färre än\u{a0}5"), "{figures}");
    assert!(!figures.contains(": 187,") && !figures.contains(": 2,"), "{figures}");
}
