//! `tjut jämför FIL --mot PAPPER`: what is told of a paper that has come back.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::sync::LazyLock;

use assert_cmd::Command;
use tjut::make::{Format, Pipeline};
use tjut::source::Source;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");

struct Ended {
    code: i32,
    out: String,
    err: String,
}

fn tjut(folder: &Path, arguments: &[&str]) -> Ended {
    let output = Command::new(env!("CARGO_BIN_EXE_tjut"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("the program speaks UTF-8");
    let code = output.status.code().expect("the program was not killed");
    Ended { code, out: text(output.stdout), err: text(output.stderr) }
}

/// The papers of the example, by their files' names.
static PAPERS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let pipeline = Pipeline::standard().expect("the templates are whole");
    let checked = pipeline.check(Source::new("fil.yaml", EXAMPLE));
    let papers = pipeline.papers_of(&checked);
    let files = pipeline.make(&checked, &papers, &[Format::Docx, Format::Pdf]);
    files.expect("the example has no errors").into_iter().map(|f| (f.name, f.bytes)).collect()
});

fn paper(name: &str) -> &'static [u8] {
    &PAPERS.iter().find(|(other, _)| other == name).expect("the paper is made").1
}

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

fn folder(paper: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("fil.yaml"), EXAMPLE).expect("written");
    fs::write(folder.path().join("papper.docx"), paper).expect("written");
    folder
}

const AGAINST: [&str; 4] = ["jämför", "fil.yaml", "--mot", "papper.docx"];

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

#[test]
fn every_paper_says_what_is_made_now() {
    for name in ["tjansteutlatande.docx", "redovisning.docx", "ansokan.docx"] {
        let ended = tjut(folder(paper(name)).path(), &AGAINST);
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{name}");
        assert!(ended.out.contains("säger samma sak"), "{name}: {}", ended.out);
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
fn of_a_pdf_it_is_told_whether_anybody_has_changed_it() {
    let pdf = paper("ansokan.pdf");
    let mut changed = pdf.to_vec();
    changed.extend(b"% en underskrift\n");
    let mut said = String::new();
    for bytes in [pdf, &changed, b"%PDF-1.4\n%%EOF\n"] {
        let ended = tjut(folder(bytes).path(), &AGAINST);
        assert_eq!((ended.code, ended.err.as_str()), (0, ""));
        said.push_str(&ended.out);
    }
    insta::assert_snapshot!("pdf", said);
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
        &["jämför", "fil.yaml", "fil.yaml", "--mot", "papper.docx"],
        &["jämför", "fil.yaml", "--mot", "finns-inte.docx"],
        &["jämför", "fil.yaml", "--mot", "papper.docx", "--dokument", "brev"],
        &["jämför", "fil.yaml", "--mot", "papper.docx", "--dokument", "alla"],
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
