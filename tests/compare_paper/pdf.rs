//! PDF files that have come back.

use std::io::Write as _;
use std::time::{Duration, Instant};

use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, dictionary};
use tjut::compare::paper::Place;
use tjut::compare::paper::pdf::{Unreadable, read};

use crate::{AGAINST, EXAMPLE, JARVA, JARVAS, folder, of, paper, said, tjut};

fn document(name: &str) -> Document {
    Document::load_mem(paper(name)).expect("a PDF")
}

fn saved(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("it can be saved");
    bytes
}

fn first_page(document: &Document) -> ObjectId {
    document.page_iter().next().expect("a page")
}

#[test]
fn the_changed_sentences_of_a_pdf_are_told_with_their_fields() {
    let year_file = [
        ("hemmavarande_barn: 27", "hemmavarande_barn: 26"),
        ("egna_medel: 586 400", "egna_medel: 586 500"),
        ("psykisk funktionsnedsättning och har svårt", "psykisk sjukdom och har svårt"),
        ("Boendestödet i Järva", "Boendestödet i Vik"),
        ("Kista: ", "Hällby-Vik: "),
    ];
    let year_file = year_file.iter().fold(JARVA.to_owned(), |text, (was, is)| {
        assert!(text.contains(was), "{was}");
        text.replace(was, is)
    });
    let of_paper = |name: &str| said(&year_file, of(&JARVAS, name));
    let pdf = of_paper("tjansteutlatande.pdf") + &of_paper("redovisning.pdf");
    insta::assert_snapshot!("changed", pdf);
    // The Word files tell the same.
    assert_eq!(pdf, of_paper("tjansteutlatande.docx") + &of_paper("redovisning.docx"));
}

/// Everything in a new place and a new form, as a program does that saves a file.
#[test]
fn a_pdf_that_another_program_has_saved_says_the_same() {
    for name in ["tjansteutlatande.pdf", "redovisning.pdf", "ansokan.pdf"] {
        let plain = saved(document(name));
        let mut modern = Vec::new();
        document(name).save_modern(&mut modern).expect("it can be saved");
        let is_modern = modern.windows(7).any(|window| window == b"/ObjStm");
        assert!(is_modern, "{name}: there are streams of objects in it");
        let mut renumbered = document(name);
        renumbered.renumber_objects_with(2_000);
        for bytes in [plain, modern, saved(renumbered)] {
            let said = said(EXAMPLE, &bytes);
            assert!(said.contains("säger samma sak"), "{name}: {said}");
        }
    }
}

/// A signature or a comment is added at the end of the file, and what is there stays.
#[test]
fn a_pdf_that_has_been_added_to_says_the_same_and_its_comments_are_counted() {
    let bytes = paper("redovisning.pdf").to_vec();
    let before = Document::load_mem(&bytes).expect("a PDF");
    let page = first_page(&before);
    let mut added = IncrementalDocument::create_from(bytes, before);
    let comment = |kind: &str| {
        dictionary! { "Type" => "Annot", "Subtype" => kind, "Rect" => vec![0.into(); 4] }
    };
    let mut state = comment("Text");
    state.set("StateModel", "Review");
    let annotations =
        [comment("Text"), comment("Highlight"), state, comment("Popup"), comment("Widget")];
    let annotations: Vec<Object> = annotations
        .into_iter()
        .map(|annotation| Object::Reference(added.new_document.add_object(annotation)))
        .collect();
    added.opt_clone_object_to_new_document(page).expect("a page");
    let fields = added.new_document.get_object_mut(page).and_then(Object::as_dict_mut);
    fields.expect("a page").set("Annots", annotations);
    let mut bytes = Vec::new();
    added.save_to(&mut bytes).expect("it can be saved");
    assert!(bytes.starts_with(paper("redovisning.pdf")), "it was added to");
    insta::assert_snapshot!("comments", said(EXAMPLE, &bytes));
}

/// What a program writes on a page, as a stamp, is in no element of the structure.
#[test]
fn what_has_been_written_on_a_page_is_told() {
    let mut stamped = document("ansokan.pdf");
    let page = first_page(&stamped);
    let font = dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
        "Encoding" => dictionary! {
            "Differences" => vec![1.into(), "Aring".into(), "adieresis".into()],
        },
    };
    let font = stamped.add_object(font);
    let resources = stamped.get_or_create_resources(page).and_then(Object::as_dict_mut);
    let fonts = resources.expect("resources").get(b"Font").expect("fonts").clone();
    match fonts {
        Object::Reference(id) => {
            let fonts = stamped.get_object_mut(id).and_then(Object::as_dict_mut);
            fonts.expect("fonts").set("Stamp", font);
        }
        Object::Dictionary(mut fonts) => {
            fonts.set("Stamp", font);
            let resources = stamped.get_or_create_resources(page).and_then(Object::as_dict_mut);
            resources.expect("resources").set("Font", fonts);
        }
        other => panic!("{other:?}"),
    }
    let stamp = b"q BT /Stamp 9 Tf 1 0 0 1 50 50 Tm (Inkom 2026-02-03, \\002rende \\001 7) Tj ET Q";
    stamped.add_page_contents(page, stamp.to_vec()).expect("a page");
    insta::assert_snapshot!("stamped", said(EXAMPLE, &saved(stamped)));
}

#[test]
fn a_pdf_that_can_not_be_compared_is_refused() {
    let mut untagged = document("ansokan.pdf");
    untagged.catalog_mut().expect("a catalog").remove(b"StructTreeRoot");
    let mut scanned = document("ansokan.pdf");
    let empty = scanned.add_object(Stream::new(Dictionary::new(), Vec::new()));
    for page in scanned.page_iter().collect::<Vec<_>>() {
        let fields = scanned.get_object_mut(page).and_then(Object::as_dict_mut);
        fields.expect("a page").set("Contents", empty);
    }
    let mut encrypted = document("ansokan.pdf");
    encrypted.trailer.set("Encrypt", dictionary! { "Filter" => "Standard", "V" => 4, "R" => 4 });
    let mut bomb = document("ansokan.pdf");
    let page = first_page(&bomb);
    bomb.add_page_contents(page, vec![b' '; 40 * 1024 * 1024]).expect("a page");
    bomb.compress();
    let bomb = saved(bomb);
    assert!(bomb.len() < 1024 * 1024);
    let cut = &paper("ansokan.pdf")[..30_000];
    let other = "<</Title(Ett brev)>>";
    let mut told = String::new();
    for (what, bytes, code) in [
        ("utan taggar", saved(untagged).as_slice(), 3),
        ("inskannad", &saved(scanned), 3),
        ("krypterad", &saved(encrypted), 3),
        ("uppblåst", &bomb, 3),
        ("avklippt", cut, 3),
        ("bara början", b"%PDF-1.4\n%%EOF\n", 3),
        ("annat", other.as_bytes(), 3),
    ] {
        let ended = tjut(folder(bytes).path(), &AGAINST);
        assert_eq!((ended.code, ended.out.as_str()), (code, ""), "{what}: {}", ended.err);
        told.extend([what, ": ", &ended.err]);
    }
    insta::assert_snapshot!("refused", told);
}

/// The objects of a file, one after another from the number 1, with a table of them.
fn file(objects: &[String]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f\r\n", objects.len() + 1).into_bytes();
    for (at, object) in objects.iter().enumerate() {
        write!(table, "{:010} 00000 n\r\n", bytes.len()).expect("written");
        writeln!(bytes, "{} 0 obj\n{object}\nendobj", at + 1).expect("written");
    }
    let place = bytes.len();
    let size = objects.len() + 1;
    bytes.extend(table);
    write!(bytes, "trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{place}\n%%EOF\n")
        .expect("written");
    bytes
}

/// A file of one page, with its structure and what is written on it.
fn one_page(structure: &str, content: &str, more: &[&str]) -> Vec<u8> {
    let stream = format!("<</Length {}>>\nstream\n{content}\nendstream", content.len());
    let mut objects = vec![
        "<</Pages 2 0 R/StructTreeRoot 3 0 R>>".to_owned(),
        "<</Kids[4 0 R]/Count 1>>".to_owned(),
        format!("<</K {structure}>>"),
        "<</Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F 6 0 R>>/XObject<</X 7 0 R/Y 8 0 R>>>>>>"
            .to_owned(),
        stream,
        "<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    objects.extend(more.iter().map(|object| (*object).to_owned()));
    file(&objects)
}

const HEADING: &str = "<</S/H1/Pg 4 0 R/K 0>>";
const SHOWN: &str = "/P<</MCID 0>>BDC BT /F 9 Tf (Hej) Tj ET EMC";

#[test]
fn a_plain_file_is_read() {
    let text = read(&one_page(HEADING, SHOWN, &[])).expect("a PDF");
    assert_eq!(text.passages.len(), 1);
    assert_eq!(text.passages[0].text, "Hej");
}

/// As a program writes that puts a stamp on a page: in letters and digits, as a form that is
/// drawn, and with text that stands for other text.
#[test]
fn a_form_that_is_drawn_is_read() {
    let hexadecimal = |text: &str| {
        let digits: Vec<String> = text.bytes().map(|byte| format!("{byte:02x}")).collect();
        let digits = digits.concat();
        let length = digits.len() + 1;
        format!(
            "<</Subtype/Form/Length {length}/Filter/ASCIIHexDecode/Resources 9 0 R>>\nstream\n{digits}>\nendstream"
        )
    };
    let form = hexadecimal("BT /F 9 Tf [(Ink) -20 (om)] TJ ET");
    let content = "/P<</MCID 0>>BDC BT /F 9 Tf (Hej ) Tj ET EMC /Artifact BMC BT (5) Tj ET EMC \
                   /P<</MCID 1/ActualText(d\\345)>>BDC BT (x) Tj ET EMC q /X Do Q";
    let structure = "<</S/P/Pg 4 0 R/K[0 <</Type/MCR/MCID 1>>]>>";
    let bytes = one_page(structure, content, &[&form, "null", "<</Font<</F 6 0 R>>>>"]);
    let text = read(&bytes).expect("a PDF");
    let texts: Vec<&str> = text.passages.iter().map(|passage| passage.text.as_str()).collect();
    assert_eq!(texts, ["Hej då", "Inkom"]);
    assert_eq!(text.passages[1].place, Place::Beside);
}

/// None of these may take long, much memory, or end the program.
#[test]
fn hostile_files_are_refused_in_good_time() {
    let form = |content: &str| {
        format!(
            "<</Subtype/Form/Length {}/Resources<</XObject<</X 7 0 R/Y 8 0 R>>>>>>\nstream\n{content}\nendstream",
            content.len()
        )
    };
    let draws = "/X Do /Y Do ".repeat(20_000);
    let deep = "[".repeat(2_000_000);
    let many = "0 ".repeat(3_000_000);
    let wide = format!("[{}]", "3 0 R ".repeat(600_000));
    let doubled = "9 0 R 9 0 R";
    let text = "(a) Tj ".repeat(100_000);
    let repeated = format!("[{}]", "0 ".repeat(400_000));
    let mut hostile = vec![
        (
            "kids of their own",
            file(&[
                "<</Pages 2 0 R/StructTreeRoot 2 0 R>>".into(),
                "<</Kids[2 0 R 2 0 R 2 0 R]/K 2 0 R>>".into(),
            ]),
        ),
        ("no pages", file(&["<</Pages 2 0 R/StructTreeRoot 2 0 R>>".into()])),
        ("structure in itself", one_page("[3 0 R 3 0 R]", SHOWN, &[])),
        (
            "structure in twos",
            one_page(&format!("[{doubled}]"), SHOWN, &["null", "null", "<</S/P/K[9 0 R 9 0 R]>>"]),
        ),
        ("wide structure", one_page(&wide, SHOWN, &[])),
        ("deep structure", one_page(&deep, SHOWN, &[])),
        ("deep content", one_page(HEADING, &deep, &[])),
        ("many operands", one_page(HEADING, &many, &[])),
        ("many states", one_page(HEADING, &"q ".repeat(1_000_000), &[])),
        ("many marks", one_page(HEADING, &"/P BMC ".repeat(1_000_000), &[])),
        ("forms in themselves", one_page(HEADING, "/X Do", &[&form(&draws), &form(&draws)])),
        (
            "a length of its own",
            file(&["<</Pages 2 0 R>>".into(), "<</Length 2 0 R>>\nstream\n\nendstream".into()]),
        ),
        (
            "text many times",
            one_page(
                &format!("<</S/P/Pg 4 0 R/K {repeated}>>"),
                &format!("/P<</MCID 0>>BDC BT /F 9 Tf {text} ET EMC"),
                &[],
            ),
        ),
    ];
    let loop_of_tables =
        b"%PDF-1.7\nxref\n0 0\ntrailer\n<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF";
    hostile.push(("tables in a loop", loop_of_tables.to_vec()));
    let empty_entries = "%PDF-1.7\n1 0 obj\n<</W[0 0 0]/Index[0 99999999]/Size 9/Length 1>>\nstream\nx\nendstream\nendobj\nstartxref\n9\n%%EOF";
    hostile.push(("entries of no width", empty_entries.into()));
    for (what, bytes) in hostile {
        let began = Instant::now();
        assert!(read(&bytes).is_err(), "{what}");
        assert!(began.elapsed() < Duration::from_secs(20), "{what}: {:?}", began.elapsed());
    }
}

/// Whatever is changed in a file, it is read or refused.
#[test]
fn damaged_files_never_end_the_program() {
    let mut open = document("ansokan.pdf");
    open.decompress();
    let mut modern = Vec::new();
    document("ansokan.pdf").save_modern(&mut modern).expect("it can be saved");
    for whole in [saved(open), modern] {
        for step in 0..150 {
            let mut damaged = whole.clone();
            // Places and letters that are the same each time, and spread over the file.
            for turn in 0..20 {
                let place = (step * 7_919 + turn * 104_729) % damaged.len();
                damaged[place] = b"0<>[]()/R \xff"[(step + turn) % 11];
            }
            let _ = read(&damaged);
            let _ = read(&whole[..whole.len() * step / 150]);
        }
    }
    assert_eq!(read(b"%PDF-"), Err(Unreadable::Damaged));
}
