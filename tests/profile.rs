//! A logotype and an address footer, which a profile gives the papers: what they look like
//! to those who see them and to those who don't, and what can't be used.

mod support;

use std::path::Path;

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use png::{BitDepth, ColorType};
use support::docx_text::{attributes, body_text, bytes, part, part_names, text};
use support::pdf_text;
use tjut::make::{Format, Pipeline};
use tjut::profile::{AddressFooter, Error, Logotype, Profile};
use tjut::source::Source;

const YEAR_FILE: &str = include_str!("../data/lindsund-2025.yaml");
/// Invented, as its kommun is.
const SVG: &[u8] = include_bytes!("fall/profil/logotyp.svg");
const NAME: &str = "Lindsunds kommun";
const PAPERS: [&str; 3] = ["tjansteutlatande", "redovisning", "informationsblad"];

fn footer() -> AddressFooter {
    let columns = [
        ["Socialförvaltningen", "Lindsunds kommun"].as_slice(),
        &["Besöksadress", "Storgatan 1", "Lindsund"],
        &["Telefon", "08-465 004 60", "vx 08-465 004 00", "mån–fre kl. 8–16"],
    ];
    let lines = |lines: &[&str]| lines.iter().map(ToString::to_string).collect();
    AddressFooter::new(columns.into_iter().map(lines).collect()).expect("a footer")
}

fn profile(logotype: Option<Logotype>, address_footer: Option<AddressFooter>) -> Profile {
    Profile { logotype, address_footer, ..Profile::standard() }
}

fn logotype(file: &[u8], text: Option<&str>) -> Logotype {
    Logotype::new(file, text, 18.0).unwrap_or_else(|error| panic!("{error}"))
}

/// Each paper with the profile, as PDF and as Word.
fn made(profile: Option<Profile>) -> Vec<(String, Vec<u8>, Vec<u8>)> {
    let pipeline = Pipeline::standard().unwrap_or_else(|failure| panic!("{failure:?}"));
    let pipeline = match profile {
        Some(profile) => pipeline.with_profile(profile).unwrap_or_else(|error| panic!("{error}")),
        None => pipeline,
    };
    let papers: Vec<_> = PAPERS.iter().filter_map(|id| pipeline.papers.get(id)).collect();
    let checked = pipeline.check_for(Source::new("fall.yaml", YEAR_FILE), &papers);
    let files = pipeline.make(&checked, &papers, &[Format::Pdf, Format::Docx]);
    let files = files.unwrap_or_else(|failure| panic!("{failure:?}"));
    files
        .chunks(2)
        .map(|pair| (pair[0].name.clone(), pair[0].bytes.clone(), pair[1].bytes.clone()))
        .collect()
}

fn failures(bytes: &[u8]) -> Vec<String> {
    let of = |profile| {
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(bytes, &options).expect("a readable PDF");
        report.failures.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    [of(ValidationProfile::PdfUa1), of(ValidationProfile::PdfA2a)].concat()
}

/// Everything that is shown on a page, also what is not read aloud.
fn shown(pdf: &[u8], page: u32) -> String {
    let file = lopdf::Document::load_mem(pdf).expect("a PDF");
    file.extract_text(&[page]).expect("text")
}

/// The alternative texts of the figures that are no charts, whose texts begin with a word
/// for their kind.
fn figures(pdf: &[u8]) -> Vec<String> {
    let structure = pdf_text::structure(pdf);
    let figures = structure.all().into_iter().filter(|element| element.kind == "Figure");
    figures.filter_map(|figure| figure.alt.clone()).filter(|alt| alt == NAME).collect()
}

/// A picture of so many pixels, the right half of which can be seen through.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    let is_left = |n: u32| n % width < width / 2;
    let pixel = |n| if is_left(n) { [27, 58, 92, 255] } else { [200, 121, 27, 128] };
    let pixels: Vec<u8> = (0..width * height).flat_map(pixel).collect();
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&pixels).expect("pixels");
    writer.finish().expect("an end");
    file
}

#[test]
fn papers_with_logotype_and_address_footer_are_whole_and_accessible() {
    let plain = made(None);
    for (kind, file) in [("svg", SVG.to_vec()), ("png", png(40, 20))] {
        let papers = made(Some(profile(Some(logotype(&file, Some(NAME))), Some(footer()))));
        for ((name, pdf, docx), (_, plain_pdf, plain_docx)) in papers.iter().zip(&plain) {
            assert_eq!(failures(pdf), [""; 0], "{kind} {name}");
            assert_eq!(figures(pdf), [NAME], "{kind} {name}");
            assert_eq!(pdf_text::lines(pdf), pdf_text::lines(plain_pdf), "{kind} {name}");
            assert!(shown(pdf, 1).contains("mån–fre"), "{kind} {name}: {}", shown(pdf, 1));
            let names = part_names(docx);
            assert!(names.iter().any(|name| name == "word/media/logotyp.png"), "{names:?}");
            let document = part(docx, "word/document.xml");
            assert!(attributes(&document, "wp:docPr", "descr").contains(&NAME.to_owned()));
            let words = |docx| body_text(docx).split_whitespace().map(str::to_owned).collect();
            let (with, without): (Vec<String>, Vec<String>) = (words(docx), words(plain_docx));
            assert_eq!(with, without, "{kind} {name}");
            assert_eq!(
                text(&part(docx, "word/footer1.xml")).trim().lines().collect::<Vec<_>>(),
                [
                    "Socialförvaltningen",
                    NAME,
                    "Besöksadress",
                    "Storgatan 1",
                    "Lindsund",
                    "Telefon",
                    "08-465 004 60",
                    "vx 08-465 004 00",
                    "mån–fre kl. 8–16",
                ]
            );
            keep(kind, name, pdf, docx);
        }
    }
}

/// Puts the papers where `conformance/run` wants them for its validators.
fn keep(kind: &str, name: &str, pdf: &[u8], docx: &[u8]) {
    if let Some(folder) = std::env::var_os("TJUT_PROFILE_PAPERS") {
        let folder = Path::new(&folder).join(format!("logotyp-{kind}"));
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join(name), pdf).expect("a PDF is written");
        let word = Path::new(name).with_extension("docx");
        std::fs::write(folder.join(word), docx).expect("a Word file is written");
    }
}

#[test]
fn the_address_footer_stands_on_the_first_page_alone() {
    let papers = made(Some(profile(None, Some(footer()))));
    let (name, pdf, docx) = papers.iter().find(|(name, ..)| name == "redovisning.pdf").expect("it");
    assert!(shown(pdf, 1).contains("mån–fre"), "{name}");
    assert!(!shown(pdf, 2).contains("mån–fre"), "{name}");
    let document = part(docx, "word/document.xml");
    assert_eq!(attributes(&document, "w:footerReference", "w:type"), ["first"]);
}

#[test]
fn a_decoration_is_not_spoken_of() {
    for (name, pdf, docx) in made(Some(profile(Some(logotype(SVG, None)), None))) {
        assert_eq!(failures(&pdf), [""; 0], "{name}");
        assert_eq!(figures(&pdf), [""; 0], "{name}");
        let document = part(&docx, "word/document.xml");
        assert_eq!(attributes(&document, "adec:decorative", "val"), ["1"], "{name}");
    }
}

#[test]
fn what_can_be_seen_through_is_set_on_white() {
    let logotype = logotype(&png(40, 20), Some(NAME));
    let mut reader =
        png::Decoder::new(std::io::Cursor::new(logotype.png())).read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    assert_eq!(reader.next_frame(&mut pixels).expect("pixels").color_type, ColorType::Rgb);
    // 128 of 255 parts of the colour and 127 of white.
    assert_eq!(
        (&pixels[..3], &pixels[117..120]),
        ([27, 58, 92].as_slice(), [227, 188, 141].as_slice())
    );
}

#[test]
fn without_them_papers_are_as_they_were() {
    assert!(made(None) == made(Some(Profile::standard())));
    let (_, _, docx) = &made(None)[0];
    let names = part_names(docx);
    assert!(!names.iter().any(|name| name.contains("footer") || name.contains("media")));
    assert!(!part(docx, "word/styles.xml").contains("logotyp"));
}

#[test]
fn scripts_and_remarks_in_a_file_come_into_no_paper() {
    let file = String::from_utf8(SVG.to_vec()).expect("UTF-8");
    let file = file.replace("<path", "<script>alert(1)</script><path onclick=\"alert(2)\"");
    let logotype = logotype(file.as_bytes(), Some(NAME));
    let drawn = String::from_utf8(logotype.drawn().to_vec()).expect("UTF-8");
    assert!(!drawn.contains("alert") && !drawn.contains("invented"), "{drawn}");
    for (_, _, docx) in made(Some(profile(Some(logotype.clone()), None))) {
        assert!(bytes(&docx, "word/media/logotyp.png") == logotype.png());
    }
}

#[test]
fn what_cant_be_used_is_refused_and_says_why() {
    let svg = |inner: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\">{inner}</svg>"
        )
    };
    let path = "<path d=\"M0 0h9v9z\"/>";
    let deep = svg(&format!("{}{path}{}", "<g>".repeat(5_000), "</g>".repeat(5_000)));
    let whole = png(40, 20);
    let mut refused = Vec::new();
    let mut refuse = |what: &str, file: &[u8]| {
        let error = Logotype::new(file, Some(NAME), 18.0).expect_err(what);
        refused.push(format!("{what}: {error}"));
    };
    refuse("nothing", b"");
    refuse("a JPEG file", b"\xff\xd8\xff\xe0");
    refuse("a text", "Lindsund".as_bytes());
    refuse("a PNG file cut off", &whole[..whole.len() / 2]);
    refuse("a PNG file with more pixels than a page can show", &png(4_001, 1));
    refuse("more bytes than are read", &vec![b' '; (4 << 20) + 1]);
    refuse("an SVG file cut off", &SVG[..SVG.len() / 2]);
    refuse("an empty SVG file", svg("").as_bytes());
    refuse("an SVG file without a size that can be", svg(path).replace("20", "0").as_bytes());
    refuse("groups inside each other", deep.as_bytes());
    for inner in [
        "<text>Lindsund</text>",
        "<image href=\"file:///etc/passwd\"/>",
        "<image href=\"data:image/png;base64,AAAA\"/>",
        "<defs><g id=\"a\"/></defs><use href=\"#a\"/>",
        "<foreignObject/>",
        "<filter/>",
        "<pattern/>",
        "<mask/>",
    ] {
        refuse(inner, svg(inner).as_bytes());
    }
    let bombs = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">\
                 <!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
    refuse(
        "texts that stand for each other",
        format!("{bombs}{}", svg("<g>&d;&d;</g>")).as_bytes(),
    );
    for (text, height) in [(Some(NAME), 4.9), (Some(NAME), f64::NAN), (Some(" \n"), 18.0)] {
        let error = Logotype::new(SVG, text, height).expect_err("no logotype");
        refused.push(format!("{text:?}, {height} mm: {error}"));
    }
    let wide = svg(path).replace("\"20\"", "\"100\"");
    let wide = Logotype::new(wide.as_bytes(), None, 10.0).expect("a logotype");
    let pipeline = || Pipeline::standard().unwrap_or_else(|failure| panic!("{failure:?}"));
    let error = pipeline().with_profile(profile(Some(wide), None)).err().expect("no room");
    refused.push(format!("100 mm wide: {error}"));
    let line = |line: &str| vec![line.to_owned()];
    let columns = [
        Vec::new(),
        vec![line("a"); 5],
        vec![Vec::new()],
        vec![vec!["a".to_owned(); 9]],
        vec![line(" ")],
        vec![line(&"a".repeat(61))],
        vec![line("a\nb")],
    ];
    for columns in columns {
        let error = AddressFooter::new(columns).expect_err("no footer");
        refused.push(format!("{error:?}: {error}"));
    }
    let unknown = AddressFooter::new(vec![line("漢")]).expect("a footer");
    let error = pipeline().with_profile(profile(None, Some(unknown))).err();
    assert_eq!(error, Some(Error::Character('漢')));
    insta::assert_snapshot!(refused.join("\n"));
}

#[test]
fn a_drawing_programs_own_words_are_no_hindrance() {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \
                \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n";
    let file = format!("\u{feff}{head}{}", String::from_utf8_lossy(SVG));
    let (with, without) = (logotype(file.as_bytes(), None), logotype(SVG, None));
    assert!(with == without);
}
