//! A paper that nobody has touched, of any year file: it is known again, and says the same.

use std::fs;
use std::path::{Path, PathBuf};

use tjut::compare::paper::{PaperText, compared, likeliest, pdf, word};
use tjut::make::{Format, Pipeline};
use tjut::source::Source;
use tjut::template::{Paper, Papers, Template};

use crate::{AGAINST, EXAMPLE, PAPERS, folder, said, tjut};

/// The year files whose papers are made with a template of their own.
const WITH_TEMPLATE: [(&str, &str); 2] = [
    ("lindsund-2025", "templates/tjansteskrivelse/tjansteskrivelse.md"),
    ("delar", "templates/uppfoljning/uppfoljning.md"),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn year_files() -> Vec<PathBuf> {
    let in_folder = |folder: &str| {
        let entries = fs::read_dir(root().join(folder)).expect("a folder");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        paths.filter(|path| path.extension().is_some_and(|end| end == "yaml")).collect::<Vec<_>>()
    };
    let mut files = [in_folder("data"), in_folder("tests/fall/situationer")].concat();
    files.sort();
    files
}

fn pipeline(year_file: &Path) -> (Pipeline, Option<&'static str>) {
    let stem = year_file.file_stem().expect("a name").to_string_lossy().into_owned();
    let template = WITH_TEMPLATE.iter().find(|(other, _)| *other == stem).map(|(_, path)| path);
    let pipeline = match template {
        None => Pipeline::standard().expect("the templates are whole"),
        Some(path) => {
            let text = fs::read_to_string(root().join(path)).expect("a template");
            let name = Path::new(path).file_stem().expect("a name").to_string_lossy();
            let template = Template::new(name, Source::new(*path, text));
            let papers = Papers::with(&[template]).expect("the template is whole");
            Pipeline::of(papers).expect("the papers are whole")
        }
    };
    let folder = year_file.parent().expect("a folder").to_owned();
    let pipeline = pipeline.reading_files(Box::new(move |_, name| {
        let text = fs::read_to_string(folder.join(name)).expect("a year file");
        Ok(Source::new(name, text))
    }));
    (pipeline, (stem == "delar").then_some("uppfoljning"))
}

#[test]
fn an_untouched_paper_of_every_year_file_says_the_same() {
    let mut compared_papers = 0;
    for path in year_files() {
        let (pipeline, alone) = pipeline(&path);
        let source = Source::new("fil.yaml", fs::read_to_string(&path).expect("a year file"));
        let alone = alone.map(|id| pipeline.papers.get(id).expect("the paper exists"));
        let checked = match alone {
            Some(paper) => pipeline.check_for(source, &[paper]),
            None => pipeline.check(source),
        };
        let papers: Vec<&Paper> =
            alone.map_or_else(|| pipeline.papers_of(&checked), |paper| vec![paper]);
        for format in [Format::Docx, Format::Pdf] {
            let files = pipeline.make(&checked, &papers, &[format]).expect("papers are made");
            let text = |bytes: &[u8]| match format {
                Format::Docx => word::read(bytes).expect("a Word file"),
                _ => pdf::read(bytes).expect("a PDF"),
            };
            let texts: Vec<PaperText> = files.iter().map(|file| text(&file.bytes)).collect();
            for (at, text) in texts.iter().enumerate() {
                let what = format!("{} of {}", files[at].name, path.display());
                assert_eq!(likeliest(text, &texts), Some(at), "{what}");
                let changes = compared("", &checked.loaded, &texts[at], text).changes;
                assert!(changes.is_empty(), "{what}: {changes:?}");
                assert!(text.passages.len() > 10, "{what}: {text:?}");
                compared_papers += 1;
            }
        }
    }
    assert!(compared_papers > 80, "only {compared_papers} papers");
}

/// What a PDF says is what the Word file says, paragraph by paragraph.
#[test]
fn a_pdf_and_a_word_file_are_read_alike() {
    let text = |name: &str| {
        let (_, bytes) = PAPERS.iter().find(|(other, _)| other == name).expect("a paper");
        let text = match name.rsplit_once('.') {
            Some((_, "pdf")) => pdf::read(bytes).expect("a PDF"),
            _ => word::read(bytes).expect("a Word file"),
        };
        text.passages.into_iter().map(|passage| passage.text).collect::<Vec<_>>()
    };
    assert_eq!(text("tjansteutlatande.pdf"), text("tjansteutlatande.docx"));
}

/// The program itself, from the files on the disk.
#[test]
fn the_program_knows_each_paper_again() {
    for (name, bytes) in PAPERS.iter() {
        let kind = match name.split('.').next() {
            Some("tjansteutlatande") => "Tjänsteutlåtande",
            Some("redovisning") => "Redovisning",
            _ => "Ansökan",
        };
        let ended = tjut(folder(bytes).path(), &AGAINST);
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{name}");
        assert!(ended.out.starts_with(&format!("Papper: {kind}, ”")), "{name}: {}", ended.out);
        assert!(ended.out.contains("säger samma sak"), "{name}: {}", ended.out);
    }
}

/// One that is made on request is none of the year file's usual papers.
#[test]
fn a_paper_that_is_made_on_request_is_known_again() {
    let pipeline = Pipeline::standard().expect("the templates are whole");
    let paper = pipeline.papers.get("informationsblad").expect("the paper exists");
    let checked = pipeline.check_for(Source::new("fil.yaml", EXAMPLE), &[paper]);
    let files = pipeline.make(&checked, &[paper], &[Format::Docx, Format::Pdf]);
    for file in files.expect("it is made") {
        let said = said(EXAMPLE, &file.bytes);
        assert!(said.starts_with("Papper: Informationsblad, ”"), "{said}");
        assert!(said.contains("säger samma sak"), "{said}");
    }
}
