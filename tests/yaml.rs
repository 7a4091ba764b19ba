//! Mistakes in YAML: what is said about each, and where.
//!
//! Every file in `tests/yaml` holds one mistake. What can't be kept in a text file,
//! or is too large, stands here.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use tjut::finding::{Finding, render};
use tjut::source::Source;
use tjut::yaml::{self, Node, Value};

fn rendered(findings: &[Finding]) -> String {
    findings.iter().fold(String::new(), |mut all, finding| {
        let _ = writeln!(all, "{}", render(finding, false));
        all
    })
}

/// The rule and place of each finding about a file with these bytes.
fn found(bytes: &[u8]) -> Vec<String> {
    let findings = match yaml::decode("x.yaml", bytes, bytes.len() as u64) {
        Ok(source) => yaml::read(&source).1,
        Err(finding) => vec![*finding],
    };
    let said = |finding: &Finding| {
        let place = finding.position();
        format!("{}:{} {}", place.line, place.column, finding.rule)
    };
    findings.iter().map(said).collect()
}

fn read(text: &str) -> Node {
    let source = decoded(text.as_bytes());
    let (root, findings) = yaml::read(&source);
    assert!(findings.is_empty(), "{}", rendered(&findings));
    root.expect("there is a tree")
}

fn decoded(bytes: &[u8]) -> Arc<Source> {
    yaml::decode("x.yaml", bytes, bytes.len() as u64).expect("it is text")
}

#[test]
fn every_mistake_is_explained_at_its_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/yaml");
    let files = std::fs::read_dir(folder).expect("the folder is there");
    for path in files.filter_map(|file| Some(file.ok()?.path())) {
        if path.extension().is_none_or(|extension| extension != "yaml") {
            continue;
        }
        let name = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).expect("it is text");
        let source = Source::new(format!("{name}.yaml"), text);
        let (_, findings) = yaml::read(&source);
        assert!(!findings.is_empty(), "nothing is said about {name}");
        for finding in &findings {
            assert!(finding.message.chars().count() <= 100, "{}", finding.message);
        }
        insta::assert_snapshot!(name, rendered(&findings));
    }
}

#[test]
fn encodings_other_than_utf_8_are_named() {
    let windows = b"avs\xe4ndare:\n";
    assert_eq!(found(windows), ["1:4 inte-utf-8"]);
    assert_eq!(found(b"a: 1\nb: x \x96 y\n"), ["2:6 inte-utf-8"]);
    let utf_16: Vec<u8> = "år: 1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(found(&utf_16), ["1:1 inte-utf-8"]);
    assert_eq!(found(&[&[0xFF, 0xFE], utf_16.as_slice()].concat()), ["1:1 inte-utf-8"]);
}

#[test]
fn windows_1252_is_shown_as_its_writer_knows_it() {
    let bytes = b"a: f\xf6re \x96 efter\n";
    let finding = yaml::decode("x.yaml", bytes, 17).expect_err("it is not UTF-8");
    insta::assert_snapshot!(render(&finding, false), @r"
    fel[inte-utf-8]: filen är inte sparad som UTF-8: här står ett tecken i en äldre kodning
     --> x.yaml:1:5
      |
    1 | a: före – efter
      |     ^
      |
      = gör så här: Spara om filen med teckenkodningen UTF-8. I Anteckningar: Spara som, Kodning: UTF-8.
    ");
}

#[test]
fn a_byte_order_mark_and_every_kind_of_line_end_are_taken() {
    for text in ["\u{feff}a: 1\nb: 2\n", "a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r"] {
        let source = decoded(text.as_bytes());
        let (root, findings) = yaml::read(&source);
        assert!(findings.is_empty(), "{text:?}");
        let root = root.expect("there is a tree");
        let b = root.get("b").expect("b is there");
        assert_eq!(source.position(b.span.start).line, 2, "{text:?}");
        assert_eq!(source.position(b.span.start).column, 4, "{text:?}");
    }
}

#[test]
fn a_list_ends_where_its_last_item_does() {
    // Without indentation a list begins where its first item does, also at a bracket.
    for (text, end) in [
        ("a:\n- [x, y]\n- z\nb: 1\n", "- z"),
        ("a:\n- z\n- [x, y]\nb: 1\n", "y]"),
        ("a:\n  - [x, y]\n  - { k: z }\n\nb: 1\n", "z }"),
        ("a: [x, [y]]\nb: 1\n", "[y]]"),
    ] {
        let (root, findings) = yaml::read(&decoded(text.as_bytes()));
        assert!(findings.is_empty(), "{text:?}");
        let root = root.expect("there is a tree");
        let list = root.get("a").expect("a is there");
        assert!(text[..list.span.end].ends_with(end), "{text:?}: {:?}", &text[list.span.clone()]);
    }
}

#[test]
fn characters_that_cannot_be_seen_are_refused() {
    assert_eq!(found(b"a: x\0y\n"), ["1:5 osynligt-tecken"]);
    assert_eq!(found(b"a: x\x07y\n"), ["1:5 osynligt-tecken"]);
    assert_eq!(found(b"t: |\n  x\x1by\n"), ["2:4 osynligt-tecken"]);
    assert_eq!(found("a: 1\n\u{feff}b: 2\n".as_bytes()), ["2:1 osynligt-tecken"]);
    assert_eq!(found(br#"a: "x\0y""#), ["1:4 osynligt-tecken"]);
}

#[test]
fn too_much_is_refused() {
    let limit = yaml::MAX_BYTES;
    let large = vec![b'#'; limit + 1];
    let finding = yaml::decode("x.yaml", &large, 10 * 1024 * 1024).expect_err("too large");
    assert_eq!(finding.message, "filen är 10240 kB stor; den får vara högst 1024 kB");
    let deep = [
        format!("a: {}{}\n", "[".repeat(10_000), "]".repeat(10_000)),
        format!("a: {}", "{a: ".repeat(10_000)),
        format!("{}a\n", "- ".repeat(10_000)),
        (0..1000).fold(String::new(), |text, depth| text + &" ".repeat(depth) + "a:\n"),
    ];
    for text in deep {
        let findings = found(text.as_bytes());
        assert!(findings.len() == 1 && findings[0].ends_with("yaml-för-djupt"), "{findings:?}");
    }
}

#[test]
fn large_files_within_the_limit_are_read() {
    let long_line = format!("a: {}\n", "x".repeat(900_000));
    assert!(matches!(read(&long_line).get("a").map(|node| &node.value), Some(Value::Scalar(_))));
    let keys = (0..50_000).fold(String::new(), |text, number| text + &format!("k{number}: 1\n"));
    assert_eq!(read(&keys).entries().map(<[_]>::len), Some(50_000));
}

#[test]
fn keys_and_values_are_composed() {
    let root = read("verksamhetsa\u{30a}r: Malmo\u{308}\n");
    let value = root.get("verksamhetsår").map(|node| &node.value);
    let Some(Value::Scalar(scalar)) = value else { panic!("the key is there") };
    assert_eq!(scalar.text, "Malmö");
}

#[test]
fn files_that_are_no_text_are_named() {
    let said = |bytes: &[u8]| {
        let finding = yaml::decode("x.yaml", bytes, bytes.len() as u64).expect_err("no text");
        assert_eq!(finding.rule, "ingen-textfil");
        finding.message
    };
    let zip = |name: &str| [b"PK\x03\x04\x14\0\x06\0", name.as_bytes(), b"\0\xff"].concat();
    for (bytes, what) in [
        (zip("[Content_Types].xml word/document.xml"), "en Word-fil"),
        (zip("[Content_Types].xml xl/workbook.xml"), "en Excel-fil"),
        (zip("ppt/presentation.xml"), "en PowerPoint-fil"),
        (
            zip("mimetypeapplication/vnd.oasis.opendocument.text"),
            "ett textdokument från LibreOffice",
        ),
        (
            zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
            "ett kalkylark från LibreOffice",
        ),
        (zip("norra-innerstaden-2025.yaml"), "en zip-fil"),
        (b"%PDF-1.7\n%\xe2\xe3".to_vec(), "en PDF-fil"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0".to_vec(), "en äldre Word- eller Excel-fil"),
        (b"{\\rtf1\\ansi".to_vec(), "ett RTF-dokument"),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), "en bild"),
        (b"\xFF\xD8\xFF\xE0".to_vec(), "en bild"),
    ] {
        assert_eq!(said(&bytes), format!("det här är {what}, inte en textfil"));
    }
    let large = [zip("word/document.xml"), vec![0; yaml::MAX_BYTES]].concat();
    assert_eq!(said(&large), "det här är en Word-fil, inte en textfil");
    assert!(yaml::decode("x.yaml", b"PK: 1\n", 6).is_ok());
}

#[test]
fn what_only_looks_like_a_slip_is_left_alone() {
    for text in [
        "a: Storgatan 5 # kontrollera\n",
        "a: Storgatan 5#3\n",
        "a: \"Storgatan 5 #3\"\n",
        "a: Storgatan 5      # 3 trappor\n#3\nb: 1\n",
        "t: |\n  Läs #3 och\n  ”hela texten inom citattecken”\n",
        "a: { andel: \"0,5\", namn: Löner }\n",
        "a: [Kungsholmen, Södermalm]\n",
        "a: ”Ett” och ”två”\n",
        "a: Föreningen ”Solrosen”\n",
        "a: 15:30\nb: http://example.org\n",
        "a:\tx\n",
        "t: |\n  Först.\n  \u{a0}\u{a0}Med fasta mellanslag först på raden.\n",
        "a: 1\u{a0}250\u{a0}000\n",
        "a: en text som\n  står på två rader\n",
        "a:\n  - 5-årsplan\n  - x\n",
    ] {
        let source = decoded(text.as_bytes());
        let (_, findings) = yaml::read(&source);
        assert!(findings.is_empty(), "{text}{}", rendered(&findings));
    }
}

#[test]
fn what_was_meant_is_read_on_with() {
    let meant = |text: &str, key: &str| {
        let (root, findings) = yaml::read(&decoded(text.as_bytes()));
        assert_eq!(findings.len(), 1, "{}", rendered(&findings));
        root.and_then(|root| root.get(key).map(|node| node.value.clone()))
    };
    let scalar = |value: Option<Value>| match value {
        Some(Value::Scalar(scalar)) => scalar.text,
        other => panic!("{other:?}"),
    };
    assert_eq!(scalar(meant("a: ”x”\nb: 1\n", "a")), "x");
    assert_eq!(scalar(meant("”a”: x\nb: 1\n", "a")), "x");
    assert_eq!(scalar(meant("a: 58 #prel\n", "a")), "58");
    let nested = meant("a:\n\u{a0}\u{a0}b: 1\n\u{a0}\u{a0}c: 2\n", "a");
    assert!(matches!(nested, Some(Value::Mapping(entries)) if entries.len() == 2));
}

#[test]
fn places_after_fixed_spaces_are_those_of_the_file() {
    let text = "å:\n\u{a0}\u{a0}b: 1\n\u{a0}\u{2003}c: &x 2\n";
    assert_eq!(found(text.as_bytes()), ["2:1 fasta-mellanslag", "3:6 yaml-stöds-inte"]);
}

#[test]
fn every_broken_group_is_reported_and_the_others_are_read() {
    let text = "a:\n  b: 1\n   c: 2\nd: [1\ne:\n  f: 3\ng: \"x\nh: 4\na: 5\ni: 1\n  j: 2\n";
    let source = decoded(text.as_bytes());
    let (root, findings) = yaml::read(&source);
    let lines: Vec<usize> = findings.iter().map(|finding| finding.position().line).collect();
    assert_eq!(lines, [3, 4, 7, 9, 11], "{}", rendered(&findings));
    let root = root.expect("there is a tree");
    let is_reported = |key| root.get(key).map(|node| node.value == Value::Reported);
    assert_eq!(
        ["a", "d", "e", "g", "h", "i"].map(is_reported),
        [Some(true), Some(true), Some(false), Some(true), Some(false), Some(true)]
    );
    let place = root.get("e").and_then(|node| node.get("f")).map(|node| node.span.clone());
    assert_eq!(place.map(|span| source.slice(&span).to_owned()).as_deref(), Some("3"));
}

#[test]
fn paths_lead_to_the_innermost_value() {
    let text = "a:\n  - b: 1\n  - c:\n      d: 2\ne: 3\n";
    let root = read(text);
    let path = |part: &str| root.path_at(text.find(part).expect("it is there"));
    assert_eq!(path("1"), "a[0].b");
    assert_eq!(path("2"), "a[1].c.d");
    assert_eq!(path("d:"), "a[1].c.d");
    assert_eq!(path("3"), "e");
    assert_eq!(root.path_at(9999), "");
}
