//! Word files that have come back.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::{AGAINST, EXAMPLE, JARVA, JARVAS, folder, of, paper, said, tjut};

/// A Word file with its text changed.
fn edited(paper: &[u8], change: impl Fn(String) -> String, more: &[(&str, &str)]) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(paper)).expect("a zip file");
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut part = old.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("it can be read");
        if name == "word/document.xml" {
            content = change(String::from_utf8(content).expect("text")).into_bytes();
        }
        new.start_file(name, SimpleFileOptions::default()).expect("a part");
        new.write_all(&content).expect("written");
    }
    for (name, content) in more {
        new.start_file(*name, SimpleFileOptions::default()).expect("a part");
        new.write_all(content.as_bytes()).expect("written");
    }
    new.finish().expect("a zip file").into_inner()
}

#[test]
fn what_has_been_changed_is_told_with_its_place_in_the_year_file() {
    let change = |text: String| {
        let text = text
            .replacen("Ombudet företräder den enskilde", "Ombudet hjälper den enskilde", 1)
            .replace("Maja Bergkvist", "Maja Berg")
            .replacen(">Sammanfattning<", ">I korthet<", 1);
        let tracked = "<w:p><w:ins w:id=\"901\"><w:r><w:t>Ett nytt stycke.</w:t></w:r></w:ins><w:del w:id=\"902\"><w:r><w:delText>Borta.</w:delText></w:r></w:del></w:p>";
        let at = text.find("stödet kostar ingenting.").expect("the text is there");
        let end = at + text[at..].find("</w:p>").expect("the paragraph ends") + "</w:p>".len();
        format!("{}{tracked}{}", &text[..end], &text[end..])
    };
    let comments = "<w:comments xmlns:w=\"x\"><w:comment w:id=\"1\"/></w:comments>";
    let changed =
        edited(paper("tjansteutlatande.docx"), change, &[("word/comments.xml", comments)]);
    let ended = tjut(folder(&changed).path(), &AGAINST);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    insta::assert_snapshot!("changed", ended.out);
}

/// A number is not taken for a part of a longer one or of a date, nor for one that has been
/// worked out; and a cell that says something else is one change.
#[test]
fn what_is_changed_in_tables_is_told_with_its_own_source() {
    let change = |text: String| {
        let cell = |text: String, was: &str, is: &str| {
            let (was, is) = (format!(">{was}<"), format!(">{is}<"));
            assert!(text.contains(&was), "{was}");
            text.replacen(&was, &is, 1)
        };
        let text = text.replace("2026-01-14", "2026-01-15");
        let text = cell(text, "586\u{a0}400", "586\u{a0}500");
        let text = cell(text, "335\u{a0}086", "335\u{a0}143");
        let text = cell(text, "27", "28");
        let text = cell(text, "+3", "+4");
        let text = cell(text, "40", "39");
        let text = cell(text, "92", "93");
        cell(text, "Kista", "Hällby-Vik")
    };
    let changed = edited(of(&JARVAS, "redovisning.docx"), change, &[]);
    insta::assert_snapshot!("sources", said(JARVA, &changed));
}

/// A paper that has been worked on, so that half of it is gone and as much has come, is
/// still the one that it was.
#[test]
fn a_paper_of_which_half_is_another_is_known_again() {
    for (name, kind) in [
        ("tjansteutlatande.docx", "Tjänsteutlåtande"),
        ("redovisning.docx", "Redovisning"),
        ("ansokan.docx", "Ansökan"),
    ] {
        let change = |text: String| {
            let mut at = 0;
            let texts = text.split("<w:t xml:space=\"preserve\">").map(|piece| {
                at += 1;
                if at % 2 == 0 { format!("Annat {at} {piece}") } else { piece.to_owned() }
            });
            texts.collect::<Vec<_>>().join("<w:t xml:space=\"preserve\">")
        };
        let said = said(JARVA, &edited(of(&JARVAS, name), change, &[]));
        assert!(said.starts_with(&format!("Papper: {kind}, ”")), "{name}: {said}");
    }
}

#[test]
fn an_untouched_paper_of_a_changed_year_file_says_which_has_changed() {
    let folder = folder(paper("redovisning.docx"));
    let changed = EXAMPLE.replacen("hemmavarande_barn: 24", "hemmavarande_barn: 25", 1);
    fs::write(folder.path().join("fil.yaml"), changed).expect("written");
    let ended = tjut(folder.path(), &AGAINST);
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(ended.out.contains("uppgiften statistik.2025.hemmavarande_barn"), "{}", ended.out);
    assert!(ended.out.contains("Ingen har ändrat i papperet"), "{}", ended.out);
}

#[test]
fn what_can_not_be_compared_is_refused() {
    let body = |text: &str| {
        format!(
            "<w:document xmlns:w=\"x\"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
        )
    };
    let foreign = edited(paper("ansokan.docx"), |_| body("Ett brev."), &[]);
    let broken = edited(paper("ansokan.docx"), |_| "<w:document><w:p>".to_owned() + "&x;", &[]);
    let bomb = edited(paper("ansokan.docx"), |_| body(&"a".repeat(65 * 1024 * 1024)), &[]);
    assert!(bomb.len() < 1024 * 1024);
    let mut other = ZipWriter::new(Cursor::new(Vec::new()));
    other.start_file("xl/workbook.xml", SimpleFileOptions::default()).expect("a part");
    let other = other.finish().expect("a zip file").into_inner();
    let cut = &paper("ansokan.docx")[..3000];
    let mut said = String::new();
    for (bytes, code) in [
        (foreign.as_slice(), 1),
        (&broken, 3),
        (&bomb, 3),
        (&other, 3),
        (cut, 3),
        (b"", 3),
        (b"text", 3),
    ] {
        let ended = tjut(folder(bytes).path(), &AGAINST);
        assert_eq!((ended.code, ended.out.as_str()), (code, ""), "{}", ended.err);
        said.push_str(&ended.err);
    }
    for arguments in [
        &["jämför", "fil.yaml"] as &[&str],
        &["jämför", "fil.yaml", "fil.yaml", "--mot", "papper"],
        &["jämför", "fil.yaml", "--mot", "finns-inte.docx"],
        &["jämför", "fil.yaml", "--mot", "papper", "--dokument", "brev"],
        &["jämför", "fil.yaml", "--mot", "papper", "--dokument", "alla"],
        &["jämför", "fil.yaml", "fil.yaml", "--dokument", "ansokan"],
    ] {
        let ended = tjut(folder(paper("ansokan.docx")).path(), arguments);
        assert_ne!(ended.code, 0, "{arguments:?}: {}", ended.out);
        said.push_str(&ended.err);
    }
    insta::assert_snapshot!("refused_papers", said);
}

#[test]
fn a_paper_of_any_length_is_compared_in_good_time() {
    let long = |text: String| {
        let paragraph = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "ett ord till ".repeat(200));
        text.replacen("</w:body>", &format!("{}</w:body>", paragraph.repeat(10_000)), 1)
    };
    let bytes = edited(paper("redovisning.docx"), long, &[]);
    let began = std::time::Instant::now();
    let ended = tjut(folder(&bytes).path(), &AGAINST);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    assert!(began.elapsed().as_secs() < 30, "{:?}", began.elapsed());
}
