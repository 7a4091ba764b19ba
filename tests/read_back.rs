//! `tjut läs`: the year file that comes of a paper's figures, and what stops it.

mod support;

use std::fs;
use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use support::run::tjut;

/// A folder with the report of a year file, the figures attached.
fn report(year_file: &str, more: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("fil.yaml"), year_file).expect("written");
    let make = ["skapa", "fil.yaml", "--dokument", "redovisning", "--format", "pdf"];
    let arguments: Vec<&str> = make.iter().chain(more).copied().collect();
    let ended = tjut(folder.path(), &arguments);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let paper = folder.path().join("output/fil/redovisning.pdf");
    fs::rename(paper, folder.path().join("redovisning.pdf")).expect("the paper is there");
    folder
}

fn content(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("the file is there")
}

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");
const ATTACHED: &[&str] = &["--bifoga-siffror"];

#[test]
fn the_figures_come_back() {
    let folder = report(EXAMPLE, ATTACHED);
    let ended = tjut(folder.path(), &["läs", "redovisning.pdf"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    insta::assert_snapshot!("said", ended.out);
    insta::assert_snapshot!("year_file", content(folder.path(), "siffror-2025.yaml"));
    // The figures are the same as in the file that the paper was made of.
    let ended = tjut(folder.path(), &["jämför", "fil.yaml", "siffror-2025.yaml", "--json"]);
    let compared: serde_json::Value = serde_json::from_str(&ended.out).expect("JSON");
    for pair in compared["siffror"].as_array().expect("pairs of years") {
        assert_eq!(pair["skillnader"], serde_json::json!([]));
        assert!(pair["oförändrade"].as_u64() > Some(10));
    }
}

#[test]
fn no_file_is_written_over() {
    let folder = report(EXAMPLE, ATTACHED);
    let ended = tjut(folder.path(), &["läs", "redovisning.pdf", "--till", "fil.yaml"]);
    assert_eq!((ended.code, ended.out.as_str()), (3, ""));
    assert_eq!(content(folder.path(), "fil.yaml"), EXAMPLE);
    insta::assert_snapshot!("not_written_over", ended.err);
}

#[test]
fn what_is_masked_does_not_come_back() {
    let folder = report(include_str!("../data/lindsund-2025.yaml"), ATTACHED);
    let ended = tjut(folder.path(), &["läs", "redovisning.pdf", "--till", "ny.yaml"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    insta::assert_snapshot!("masked_said", ended.out);
    insta::assert_snapshot!("masked_year_file", content(folder.path(), "ny.yaml"));
}

/// A part that the paper shows is not said to be masked, though the year file can't have it
/// without the others.
#[test]
fn what_is_shown_is_not_said_to_be_masked() {
    let text = include_str!("fall/situationer/forsta-aret.yaml");
    let begin = text.find("    kön:").expect("the sexes");
    let end = begin + text[begin..].find('\n').expect("its end");
    let text = [
        &text[..begin],
        "    kön: { kvinnor: 13, män: 3, annat: 2 }",
        &text[end..],
        "små_tal: maskera\n",
    ];
    let folder = report(&text.concat(), ATTACHED);
    fs::create_dir(folder.path().join("papper")).expect("a folder");
    fs::rename(folder.path().join("redovisning.pdf"), folder.path().join("papper/redovisning.pdf"))
        .expect("moved");
    let ended = tjut(folder.path(), &["läs", "papper/redovisning.pdf"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    let said = ended.out.split_inclusive('\n').skip(2).collect::<String>();
    insta::assert_snapshot!("masked_beside_shown", said);
    assert!(folder.path().join("siffror-2025.yaml").exists(), "not in the folder of the papers");
}

#[test]
fn a_paper_that_is_signed_keeps_its_figures() {
    let folder = report(EXAMPLE, ATTACHED);
    let path = folder.path().join("redovisning.pdf");
    let mut pdf = fs::read(&path).expect("the paper is there");
    pdf.extend(b"999 0 obj\n<<>>\nendobj\nxref\n999 1\n0000000000 00000 n\r\ntrailer\n<</Size 1000/Prev 1>>\nstartxref\n1\n%%EOF\n");
    fs::write(&path, pdf).expect("written");
    let ended = tjut(folder.path(), &["läs", "redovisning.pdf"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    assert!(ended.out.contains("skrivit under"), "{}", ended.out);
}

/// A PDF file of this program's form with a file attached, its stream as given.
fn pdf_with(name: &str, stream: &[u8]) -> Vec<u8> {
    let objects = [
        format!(
            "1 0 obj\n<</Type/Filespec/F({name})/UF({name})/EF<</F 2 0 R/UF 2 0 R>>>>\nendobj\n"
        )
        .into_bytes(),
        [
            format!("2 0 obj\n<</Length {}/Type/EmbeddedFile>>\nstream\n", stream.len()).as_bytes(),
            stream,
            b"\nendstream\nendobj\n",
        ]
        .concat(),
    ];
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut table = "xref\n0 3\n0000000000 65535 f\r\n".to_owned();
    for object in objects {
        table.extend([format!("{:010} 00000 n\r\n", pdf.len())]);
        pdf.extend(object);
    }
    let start = pdf.len();
    pdf.extend(format!("{table}trailer\n<</Size 3>>\nstartxref\n{start}\n%%EOF\n").bytes());
    pdf
}

fn deflated(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).expect("written");
    encoder.finish().expect("deflated")
}

#[test]
fn what_has_no_figures_is_refused() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let figures = |json: &str| pdf_with("siffror.json", &deflated(json.as_bytes()));
    let of = |rest: &str| {
        figures(&format!(
            "{{\"format\": \"tjut-siffror\", \"version\": 1, \"verksamhetsår\": 2025, {rest}}}"
        ))
    };
    let bomb = pdf_with("siffror.json", &deflated(&vec![b' '; 50 * 1024 * 1024]));
    let encrypted = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Encrypt 5 0 R>>\n%%EOF".to_vec();
    let cases: &[(&str, Vec<u8>)] = &[
        ("inga.pdf", pdf_with("annat.txt", &deflated(b"x"))),
        ("text.pdf", b"Hej".to_vec()),
        ("tom.pdf", Vec::new()),
        ("krypterad.pdf", encrypted),
        ("annan-form.pdf", b"%PDF-1.7\nstartxref\n0\n%%EOF".to_vec()),
        ("bomb.pdf", bomb),
        ("skadad.pdf", pdf_with("siffror.json", b"\x78\x9cnej")),
        ("ingen-json.pdf", figures("<html>")),
        ("annan-json.pdf", figures("{\"format\": \"annat\"}")),
        ("djup.pdf", figures(&"[".repeat(100_000))),
        ("senare.pdf", figures("{\"format\": \"tjut-siffror\", \"version\": 2}")),
        (
            "inget-år.pdf",
            figures("{\"format\": \"tjut-siffror\", \"version\": 1, \"verksamhetsår\": 99999}"),
        ),
        ("inga-antal.pdf", of("\"antal\": 5")),
        ("minus.pdf", of("\"antal\": [{\"namn\": \"klienter\", \"2025\": -5}], \"kronor\": {}")),
        (
            "kön.pdf",
            of(
                "\"antal\": [], \"fördelningar\": {\"kön\": [{\"beskrivning\": \"Katter\", \"2025\": 5}]}",
            ),
        ),
    ];
    let mut said = String::new();
    for (name, bytes) in cases {
        fs::write(folder.path().join(name), bytes).expect("written");
        let ended = tjut(folder.path(), &["läs", name]);
        assert_eq!((ended.code, ended.out.as_str()), (3, ""), "{name}: {}", ended.err);
        said.push_str(&ended.err);
    }
    for name in ["finns-inte.pdf", "."] {
        let ended = tjut(folder.path(), &["läs", name]);
        assert_eq!((ended.code, ended.out.as_str()), (3, ""));
        said.push_str(&ended.err);
    }
    assert!(!folder.path().join("siffror-2025.yaml").exists());
    insta::assert_snapshot!("refused", said);
}

/// Names from an attachment are anybody's: they must stay values.
#[test]
fn names_can_not_become_anything_else() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let json = serde_json::json!({
        "format": "tjut-siffror", "version": 1, "verksamhetsår": 2025,
        "kommun": "brister: []", "nämnd": "- x: {{ kö }} # nej",
        "antal": [{ "namn": "klienter", "2025": 5, "2024": "färre\nän: 5" }],
        "fördelningar": { "områden": [
            { "beskrivning": "a: b # c", "2025": 3 }, { "beskrivning": "\"x\" - 'y'", "2025": 2 },
        ] },
        "kronor": { "beviljat": 1_209_600 },
    });
    let pdf = pdf_with("siffror.json", &deflated(json.to_string().as_bytes()));
    fs::write(folder.path().join("x.pdf"), pdf).expect("written");
    let ended = tjut(folder.path(), &["läs", "x.pdf"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    insta::assert_snapshot!("names", content(folder.path(), "siffror-2025.yaml"));
}
