//! A file is known again for as long as nobody has changed it, and no longer.

mod support;

use std::io::{Cursor, Read as _, Write as _};

use support::sample;
use tjut::docx;
use tjut::pdf::Typesetter;
use tjut::profile::Profile;
use tjut::seal::{State, state};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

type Parts = Vec<(String, Vec<u8>)>;

fn word_file() -> Vec<u8> {
    docx::write(&sample::document(), &Profile::standard()).expect("the paper is written")
}

fn parts(file: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("a package");
    let count = archive.len();
    let part = |index| {
        let mut part = archive.by_index(index).expect("a part");
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("it can be read");
        (part.name().expect("UTF-8").into_owned(), content)
    };
    (0..count).map(part).collect()
}

fn packed(parts: &Parts) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        writer.start_file(name.as_str(), options).expect("a part");
        writer.write_all(content).expect("it can be written");
    }
    writer.finish().expect("a package").into_inner()
}

#[test]
fn a_word_file_is_known_again_also_when_its_parts_are_packed_anew() {
    let file = word_file();
    assert_eq!(state(&file), State::Untouched);
    let anew = packed(&parts(&file));
    assert_ne!(anew, file);
    assert_eq!(state(&anew), State::Untouched);
}

#[test]
fn a_change_to_any_part_of_a_word_file_shows() {
    let parts = parts(&word_file());
    for (index, (name, _)) in parts.iter().enumerate() {
        let mut edited = parts.clone();
        edited[index].1.push(b' ');
        assert_eq!(state(&packed(&edited)), State::Changed, "{name}");
        let mut renamed = parts.clone();
        renamed[index].0.push('x');
        assert_ne!(state(&packed(&renamed)), State::Untouched, "{name}");
        let mut without = parts.clone();
        without.remove(index);
        assert_ne!(state(&packed(&without)), State::Untouched, "{name}");
    }
    let mut more = parts.clone();
    more.push(("word/comments.xml".to_owned(), Vec::new()));
    assert_eq!(state(&packed(&more)), State::Changed);
}

#[test]
fn a_word_file_without_the_property_is_not_known() {
    let mut parts = parts(&word_file());
    parts.retain(|(name, _)| name != "docProps/custom.xml");
    assert_eq!(state(&packed(&parts)), State::Unknown);
    assert_eq!(state(&word_file()[..500]), State::Unknown);
}

#[test]
fn two_papers_have_different_seals_and_the_same_paper_the_same() {
    let other = tjut::document::Document { blocks: Vec::new(), ..sample::document() };
    let other = docx::write(&other, &Profile::standard()).expect("the paper is written");
    let seal = |file: &[u8]| {
        let custom = parts(file).into_iter().find(|(name, _)| name == "docProps/custom.xml");
        custom.expect("there are properties").1
    };
    assert_eq!(seal(&word_file()), seal(&word_file()));
    assert_ne!(seal(&word_file()), seal(&other));
}

#[test]
fn a_pdf_is_known_again_until_something_is_added() {
    let typesetter = Typesetter::standard().expect("the fonts are there");
    let file = typesetter.pdf(&sample::document(), &Profile::standard()).expect("it is set");
    assert_eq!(state(&file), State::Untouched);
    let signed = [file.as_slice(), b"\n99 0 obj\n<</Type/Sig>>\nendobj\n"].concat();
    assert_eq!(state(&signed), State::Changed);
    let mut edited = file;
    let middle = edited.len() / 2;
    edited[middle] ^= 1;
    assert_eq!(state(&edited), State::Changed);
}
