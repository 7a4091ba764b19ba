//! What a Word file must hold, whatever the paper.

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use chrono::Datelike;
use support::docx_text::{attributes, body_text, part, part_names, text};
use support::sample;
use tjut::document::{Block, Document, Field, Inline, List, Signature};
use tjut::docx;
use tjut::profile::Profile;

fn write(document: &Document) -> Vec<u8> {
    docx::write(document, &Profile::standard()).expect("the paper is written")
}

/// The sample with other content.
fn with_blocks(blocks: Vec<Block>) -> Document {
    Document { blocks, ..sample::document() }
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph { text: vec![Inline::Text(words.to_owned())] }
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

#[test]
fn the_body_has_the_papers_words_in_order() {
    let document = sample::document();
    let docx = write(&document);
    // Visibility on disk to be opened in Word or LibreOffice.
    std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("sample.docx"), &docx)
        .expect("the target folder can be written to");
    assert_eq!(words(&body_text(&docx)), words(&document.lines().join("\n")));
}

#[test]
fn the_same_paper_has_the_same_bytes() {
    assert!(write(&sample::document()) == write(&sample::document()));
}

#[test]
fn the_package_has_these_parts() {
    insta::assert_snapshot!(part_names(&write(&sample::document())).join("\n"));
}

#[test]
fn no_part_refers_outside_the_package() {
    let docx = write(&sample::document());
    for name in ["_rels/.rels", "word/_rels/document.xml.rels"] {
        assert!(attributes(&part(&docx, name), "Relationship", "TargetMode").is_empty());
    }
}

#[test]
fn markup_and_forbidden_signs_in_text_stay_text() {
    let hostile = "</w:t><w:p/> &amp; ]]> <!-- \"'\\ {PAGE} å\u{AD}ä\u{2011}ö \u{1F600}";
    let docx = write(&with_blocks(vec![paragraph(&format!("{hostile}\u{0}\u{8}\u{FFFF}"))]));
    assert_eq!(body_text(&docx), format!("{hostile}\n"));
}

#[test]
fn an_address_cannot_leave_its_field() {
    let link = |url: &str| Inline::Link {
        url: url.to_owned(),
        text: vec![Inline::Text("länk".to_owned())],
    };
    let text = vec![link("https://example.se/\" \\o \"x"), link("\\\\server\\share")];
    let xml = part(&write(&with_blocks(vec![Block::Paragraph { text }])), "word/document.xml");
    assert_eq!(xml.matches("HYPERLINK").count(), 1);
    assert!(
        xml.contains("HYPERLINK &quot;https://example.se/%22%20%5Co%20%22x&quot; \\o &quot;"),
        "{xml}"
    );
}

#[test]
fn the_running_headers_count_pages() {
    let docx = write(&sample::document());
    for name in ["word/header1.xml", "word/header2.xml"] {
        let fields = attributes(&part(&docx, name), "w:fldSimple", "w:instr");
        assert_eq!(fields, [" PAGE ", " NUMPAGES "]);
    }
    let later = text(&part(&docx, "word/header1.xml"));
    assert_eq!(later, "Tjänsteutlåtande · Dnr NI 2026/14 · 2026-01-22 Sida 1 (1)\n");
    assert_eq!(text(&part(&docx, "word/header2.xml")), "Sida 1 (1)\n");
}

#[test]
fn every_style_that_is_used_exists() {
    let docx = write(&sample::document());
    let styles = part(&docx, "word/styles.xml");
    let defined: BTreeSet<String> =
        attributes(&styles, "w:style", "w:styleId").into_iter().collect();
    for name in ["word/document.xml", "word/header1.xml", "word/header2.xml", "word/numbering.xml"]
    {
        let xml = part(&docx, name);
        for reference in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
            for style in attributes(&xml, reference, "w:val") {
                assert!(defined.contains(&style), "{name} uses {style}");
            }
        }
    }
    for reference in ["w:basedOn", "w:next"] {
        for style in attributes(&styles, reference, "w:val") {
            assert!(defined.contains(&style), "styles.xml refers to {style}");
        }
    }
}

#[test]
fn every_numbered_list_starts_at_its_own_number() {
    let list = |start| Block::List(List { start, items: vec![vec![paragraph("punkt")]] });
    let docx =
        write(&with_blocks(vec![list(Some(1)), list(None), list(Some(4)), list(Some(u32::MAX))]));
    let starts = attributes(&part(&docx, "word/numbering.xml"), "w:startOverride", "w:val");
    assert_eq!(starts, ["1", "4", "32767"]);
    let used = attributes(&part(&docx, "word/document.xml"), "w:numId", "w:val");
    assert_eq!(used, ["3", "4", "5"]);
}

#[test]
fn the_properties_name_the_paper() {
    let document = sample::document();
    let docx = write(&document);
    let core = part(&docx, "docProps/core.xml");
    assert!(core.contains(&format!("<dc:title>{}</dc:title>", document.properties.title)));
    assert!(core.contains("<dc:language>sv-SE</dc:language>"));
    assert!(core.contains(&format!(">{}-01-22T00:00:00Z<", document.properties.date.year())));
    let custom = part(&docx, "docProps/custom.xml");
    assert_eq!(
        attributes(&custom, "property", "name"),
        ["Diarienummer", "Dokumentdatum", "Kontrollsumma från tjut"]
    );
}

#[test]
fn a_paper_without_diarienummer_has_no_such_property() {
    let mut document = sample::document();
    document.properties.reference = None;
    let custom = part(&write(&document), "docProps/custom.xml");
    assert_eq!(
        attributes(&custom, "property", "name"),
        ["Dokumentdatum", "Kontrollsumma från tjut"]
    );
}

#[test]
fn papers_at_the_edges_are_written() {
    let mut uneven = sample::document();
    for block in &mut uneven.blocks {
        match block {
            Block::Table(table) => {
                table.notes.clear();
                table.rows[0].cells.clear();
                table.rows[1].cells.extend(["en".to_owned(), "till".to_owned()]);
            }
            Block::Heading { level, .. } => *level = u8::MAX,
            Block::Letterhead(letterhead) => letterhead.rows[1].left.label.clear(),
            _ => {}
        }
    }
    let long = Signature { name: "Bo".into(), position: "x".repeat(60), unit: None };
    let signatures = Block::Signatures { signatures: vec![long; 3] };
    let tables: Vec<Block> =
        uneven.blocks.iter().filter(|block| matches!(block, Block::Table(_))).cloned().collect();
    let inner = Block::List(List {
        start: Some(3),
        items: vec![vec![paragraph("c)"), paragraph("fortsättning")], vec![paragraph("d)")]],
    });
    let nested = Block::List(List {
        start: Some(0),
        items: vec![Vec::new(), vec![paragraph("ett"), inner], vec![paragraph("två")]],
    });
    let label = "En etikett som är längre än sin kolumn".to_owned();
    let value = vec![Inline::Text("och dess värde ".repeat(9))];
    let fields = Block::Fields { rows: vec![Field { label, value }] };
    uneven.blocks.extend([signatures, nested, fields]);
    uneven.blocks.extend(sample::document().blocks.drain(..1));
    uneven.blocks.extend(tables);
    for (name, document) in [("empty", with_blocks(Vec::new())), ("uneven", uneven)] {
        let docx = write(&document);
        std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.docx")), &docx)
            .expect("the target folder can be written to");
        assert_eq!(words(&body_text(&docx)), words(&document.lines().join("\n")));
    }
}
