//! What every PDF must be: readable in the right order, accessible, archivable,
//! and the same on every run.

mod support;

use lopdf::{Dictionary, Object};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use support::{pdf_text, sample};
use tjut::document::{Block, Document, Inline, Letterhead, LetterheadRow, LineGroup, Signature};
use tjut::pdf::{Archive, Attachment, Error, Typesetter};
use tjut::profile::Profile;

fn typesetter() -> Typesetter {
    Typesetter::standard().expect("the fonts that are built in")
}

fn pdf(document: &Document) -> Vec<u8> {
    typesetter().pdf(document, &Profile::standard()).expect("a PDF")
}

fn figures() -> Archive {
    Archive::A3a(Attachment {
        name: "siffror.json".into(),
        media_type: "application/json".into(),
        description: "Siffrorna i redovisningen".into(),
        bytes: br#"{"klienter":189}"#.to_vec(),
    })
}

/// The sample paper with its blocks replaced by a title and these.
fn paper(blocks: Vec<Block>) -> Document {
    let mut document = sample::document();
    document.blocks = vec![Block::Heading { level: 1, text: vec![Inline::Text("Titel".into())] }];
    document.blocks.extend(blocks);
    document
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph { text: vec![Inline::Text(text.into())] }
}

fn failures(bytes: &[u8], profile: ValidationProfile) -> Vec<String> {
    let report = validate_pdf_bytes(bytes, &ValidationOptions::default().profile(profile))
        .expect("a readable PDF");
    report.failures.iter().map(ToString::to_string).collect()
}

fn expected_lines(document: &Document) -> Vec<String> {
    document.lines().iter().map(|line| pdf_text::words(line)).collect()
}

#[test]
fn the_pdf_conforms_to_pdf_ua_1_and_pdf_a_2a() {
    let bytes = pdf(&sample::document());
    assert_eq!(failures(&bytes, ValidationProfile::PdfUa1), [""; 0]);
    assert_eq!(failures(&bytes, ValidationProfile::PdfA2a), [""; 0]);
}

#[test]
fn with_an_attached_file_it_conforms_to_pdf_a_3a() {
    let bytes = typesetter()
        .archived(&sample::document(), &Profile::standard(), &figures())
        .expect("a PDF");
    assert_eq!(failures(&bytes, ValidationProfile::PdfUa1), [""; 0]);
    assert_eq!(failures(&bytes, ValidationProfile::PdfA3a), [""; 0]);
    assert_ne!(failures(&bytes, ValidationProfile::PdfA2a), [""; 0], "A-2 allows no attachment");

    let file = lopdf::Document::load_mem(&bytes).expect("a PDF");
    let attached = file.objects.values().find_map(|object| {
        let stream = object.as_stream().ok()?;
        stream.dict.has_type(b"EmbeddedFile").then(|| stream.get_plain_content().ok())?
    });
    assert_eq!(attached.as_deref(), Some(br#"{"klienter":189}"#.as_slice()));
}

#[test]
fn a_damaged_pdf_is_rejected() {
    let mut file = lopdf::Document::load_mem(&pdf(&sample::document())).expect("a PDF");
    let catalog = file.catalog_mut().expect("a catalog");
    catalog.remove(b"MarkInfo");
    catalog.remove(b"Lang");
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).expect("bytes");
    assert_ne!(failures(&bytes, ValidationProfile::PdfUa1), [""; 0]);
    assert_ne!(failures(&bytes, ValidationProfile::PdfA2a), [""; 0]);
}

#[test]
fn a_screen_reader_finds_the_papers_words_in_order() {
    let document = sample::document();
    assert_eq!(pdf_text::lines(&pdf(&document)), expected_lines(&document));
}

#[test]
fn signatures_are_read_person_by_person_also_side_by_side() {
    let signature = |name: &str, position: &str, unit: Option<&str>| Signature {
        name: name.into(),
        position: position.into(),
        unit: unit.map(Into::into),
    };
    let long = "Avdelningschef för socialtjänst och omsorg ";
    assert_eq!(long.trim().chars().count(), 42);
    let signatures = vec![
        signature("A", "Direktör", None),
        signature("B", long.trim(), Some("Enheten")),
        signature("C", &format!("{long}m.m."), Some("Enheten")),
        signature("D", "Chef", None),
        signature("E", "Utredare", None),
    ];
    let lines = pdf_text::lines(&pdf(&paper(vec![Block::Signatures { signatures }])));
    let side_by_side = ["Titel", "A", "Direktör", "B", long.trim(), "Enheten"];
    let stacked = ["C", &format!("{long}m.m."), "Enheten", "D", "Chef"];
    assert_eq!(lines, [side_by_side.as_slice(), &stacked, &["E", "Utredare"]].concat());
}

#[test]
fn a_word_longer_than_its_column_is_divided_and_nothing_is_lost() {
    let word = "Personligtombudsverksamhet".repeat(12);
    let group = |label: &str| LineGroup { label: label.into(), lines: vec![word.clone()] };
    let row = LetterheadRow { left: group("Handläggare"), right: group("Till") };
    let document = paper(vec![Block::Letterhead(Letterhead { rows: vec![row] })]);
    let bytes = pdf(&document);
    assert_eq!(failures(&bytes, ValidationProfile::PdfUa1), [""; 0]);
    // The reader of this test takes a new line for a space.
    let lines: Vec<_> = pdf_text::lines(&bytes).iter().map(|line| line.replace(' ', "")).collect();
    assert_eq!(lines.iter().filter(|line| **line == word).count(), 2, "{lines:?}");
}

#[test]
fn an_address_that_is_wider_than_the_text_is_divided_without_a_hyphen() {
    let address = format!("https://www.example.org/{}", "forvaltning".repeat(14));
    let bytes = pdf(&paper(vec![paragraph(&address)]));
    assert_eq!(failures(&bytes, ValidationProfile::PdfUa1), [""; 0]);
    let lines = pdf_text::lines(&bytes);
    let line = lines.last().expect("a line");
    // The reader of this test takes a new line for a space, and a hyphen for a sign.
    assert!(line.contains(' '), "it stands on several lines: {line}");
    assert_eq!(line.replace(' ', ""), address);
}

#[test]
fn hostile_text_stands_literally() {
    let texts = [
        "#panic() *fet* _kursiv_ `kod` $x^2$ <etikett> @ref = Rubrik",
        "#read(\"document.json\") #import \"layout.typ\" \\u{41} ~ -- --- ... 'x' \"y\"",
        "{sida} {{ klienter }} {% if %} <script>alert(1)</script> &amp; //kommentar /* x */",
        "// https://example.se/?a=1&b=2#c",
        "\u{2028}",
        "försörjningsstödsenheten Anhörigorganisationernas klientantal",
    ];
    let document = paper(texts.iter().map(|text| paragraph(text)).collect());
    let expected: Vec<_> =
        expected_lines(&document).into_iter().filter(|line| !line.is_empty()).collect();
    assert_eq!(pdf_text::lines(&pdf(&document)), expected);
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let first = pdf(&sample::document());
    let typesetter = typesetter();
    for _ in 0..2 {
        let again = typesetter.pdf(&sample::document(), &Profile::standard()).expect("a PDF");
        assert!(first == again);
    }
}

#[test]
fn one_typesetter_serves_many_threads() {
    let expected = pdf(&sample::document());
    let typesetter = typesetter();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let bytes = typesetter.pdf(&sample::document(), &Profile::standard());
                assert!(bytes.as_ref() == Ok(&expected));
            });
        }
    });
}

#[test]
fn headings_stand_in_the_structure_tree_with_their_levels() {
    let tree = pdf_text::structure(&pdf(&sample::document()));
    let found: Vec<_> = tree
        .all()
        .into_iter()
        .filter(|element| matches!(element.kind.as_str(), "H1" | "H2" | "H3"))
        .map(|element| (element.kind.clone(), element.text()))
        .collect();
    let expected: Vec<_> = sample::document()
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level, text } => {
                Some((format!("H{level}"), tjut::document::plain(text)))
            }
            _ => None,
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_table_has_caption_summary_and_header_cells_with_scope() {
    let tree = pdf_text::structure(&pdf(&sample::document()));
    let tables: Vec<_> = tree.all().into_iter().filter(|e| e.kind == "Table").collect();
    let [table] = tables[..] else { panic!("letterhead, fields and signatures are no tables") };
    assert!(table.summary.as_ref().is_some_and(|text| text.starts_with("Antal klienter,")));
    let kinds: Vec<_> = table.all().iter().map(|e| e.kind.clone()).collect();
    assert_eq!(kinds.iter().filter(|kind| *kind == "Caption").count(), 1);
    let scopes: Vec<_> = table
        .all()
        .into_iter()
        .filter(|element| element.kind == "TH")
        .map(|element| element.scope.clone().unwrap_or_default())
        .collect();
    assert_eq!(scopes, [["Column"; 4].as_slice(), &["Row"; 12]].concat());
}

#[test]
fn language_title_and_creator_are_set_and_the_title_is_shown() {
    let bytes = pdf(&sample::document());
    let file = lopdf::Document::load_mem(&bytes).expect("a PDF");
    let catalog = file.catalog().expect("a catalog");
    let lang = catalog.get(b"Lang").and_then(Object::as_str).expect("a language");
    assert_eq!(lang, b"sv-SE");
    let shown = catalog
        .get_deref(b"ViewerPreferences", &file)
        .and_then(Object::as_dict)
        .and_then(|preferences| preferences.get(b"DisplayDocTitle"))
        .and_then(Object::as_bool);
    assert_eq!(shown.ok(), Some(true));
    let info = file.trailer.get_deref(b"Info", &file).and_then(Object::as_dict).expect("info");
    let value = |key: &[u8]| info.get(key).ok().and_then(|v| lopdf::decode_text_string(v).ok());
    assert_eq!(value(b"Title"), Some(sample::document().properties.title));
    assert_eq!(value(b"Author"), Some(sample::document().properties.author));
    assert_eq!(value(b"Creator"), Some(format!("tjut {}", env!("CARGO_PKG_VERSION"))));
    assert!(value(b"CreationDate").is_some_and(|date| date.starts_with("D:20260122")));
}

#[test]
fn every_font_is_embedded() {
    let file = lopdf::Document::load_mem(&pdf(&sample::document())).expect("a PDF");
    let descriptors: Vec<&Dictionary> = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|fields| fields.has_type(b"FontDescriptor"))
        .collect();
    assert!(!descriptors.is_empty());
    for fields in descriptors {
        assert!(fields.has(b"FontFile2") || fields.has(b"FontFile3"), "{fields:?}");
    }
}

#[test]
fn soft_hyphens_stand_only_where_a_line_ends() {
    let text = "Anhörigorganisationerna och försörjningsstödsenheten får sjukersättning.";
    let tree = pdf_text::structure(&pdf(&paper(vec![paragraph(text)])));
    assert_eq!(tree.all().iter().find(|e| e.kind == "P").map(|e| e.text()), Some(text.into()));
}

#[test]
fn a_character_that_no_font_has_is_an_error_and_not_a_box() {
    let document = paper(vec![paragraph("Här står \u{1F600}.")]);
    let Err(Error::Typeset(messages)) = typesetter().pdf(&document, &Profile::standard()) else {
        panic!("an error")
    };
    assert!(messages.iter().any(|message| message.text.contains('\u{1F600}')), "{messages:?}");
}

#[test]
fn a_character_that_would_spoil_the_metadata_is_an_error() {
    for spoiling in ['\0', '\u{b}', '\u{ffff}'] {
        let mut document = sample::document();
        document.properties.keywords.push(spoiling.into());
        let result = typesetter().pdf(&document, &Profile::standard());
        assert!(matches!(result, Err(Error::Data(_))), "{spoiling:?}");
    }
}

#[test]
fn a_font_that_is_not_there_is_an_error() {
    let mut profile = Profile::standard();
    profile.fonts.body.pdf = "Garamond".into();
    let result = typesetter().pdf(&sample::document(), &profile);
    assert_eq!(result.err(), Some(Error::Family("Garamond".into())));
    let broken: [&[u8]; 1] = [b"not a font"];
    assert_eq!(Typesetter::new(broken).err(), Some(Error::Font { position: 0 }));
}
