//! Spreadsheets with parts of them changed at random: whatever they say, there is a proposal
//! or a reason, never a panic, and no more is held in memory than is allowed.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use tjut::import::{self, Proposal};
use tjut::source::Source;
use tjut::spreadsheet::{self, MAX_CELLS};
use tjut::year_file::{self, YearFile};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const FOLDER: &str = "tests/fall/kalkylark";

fn read(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER).join(name)).expect("a fixture")
}

static YEAR_FILE: LazyLock<YearFile> = LazyLock::new(|| {
    let text = String::from_utf8(read("årsfil.yaml")).expect("UTF-8");
    year_file::load(Source::new("årsfil.yaml", text)).year_file.expect("it can be read")
});

/// The parts of a workbook, each with its name.
fn parts(name: &str) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(read(name))).expect("a zip file");
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("its bytes");
            (part.name().expect("its name").into_owned(), bytes)
        })
        .collect()
}

fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file(name.as_str(), options).expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a zip file").into_inner()
}

/// What to put in the place of some bytes: signs and words that mean something there.
const WORDS: [&str; 24] = [
    "",
    "<",
    ">",
    "/>",
    "\"",
    "&amp;",
    "&#0;",
    "&x;",
    "<c r=\"A1048577\">",
    "<v>",
    "</v>",
    "1e308",
    "-1",
    "99999999999",
    "r=\"XFD1\"",
    " hidden=\"1\"",
    " t=\"s\"",
    " s=\"4294967295\"",
    "$C$0",
    "table:number-columns-repeated=\"4294967295\"",
    "table:number-rows-repeated=\"0\"",
    "<mergeCell ref=\"A1:XFD1048576\"/>",
    "office:value=\"NaN\"",
    "\u{feff}å",
];

/// The files in a workbook, each with its name.
type Entries = Vec<(String, Vec<u8>)>;

static WORKBOOKS: LazyLock<Vec<Entries>> = LazyLock::new(|| {
    ["ifyllt.xlsx", "räknat.xlsx", "inga-heltal.xlsx", "ifyllt.ods"].map(parts).to_vec()
});

fn look_at(bytes: &[u8]) {
    let Ok(workbook) = spreadsheet::read("fil.csv", bytes) else { return };
    let cells: usize = workbook.sheets.iter().map(|sheet| sheet.cells.len()).sum();
    assert!(cells <= MAX_CELLS, "{cells}");
    if import::is_own(&workbook) {
        let _ = import::year_of_workbook(&workbook);
        let given = import::by_workbook(&workbook, &YEAR_FILE, 2025);
        let _ = Proposal::of(given, None, 2025, 2025);
    }
    if let Some(given) = import::by_headings(&workbook, &YEAR_FILE, 2025) {
        let _ = Proposal::of(given, None, 2025, 2025);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_workbook_changed_at_random_is_answered(
        which in 0usize..4,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0usize..40, 0usize..WORDS.len()), 1..6),
    ) {
        let mut parts = WORKBOOKS[which].clone();
        for (part, at, length, word) in changes {
            let (_, bytes) = part.get(&parts).clone();
            let index = part.index(parts.len());
            if bytes.is_empty() {
                continue;
            }
            let start = at.index(bytes.len());
            let end = (start + length).min(bytes.len());
            parts[index].1.splice(start..end, WORDS[word].bytes());
        }
        look_at(&zipped(&parts));
    }

    #[test]
    fn any_bytes_are_answered(
        start in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"PK\x05\x06", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\xFF\xFE", b"sep=;\n", b"\""]),
        rest in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        look_at(&[start, &rest].concat());
    }

    #[test]
    fn any_text_is_answered(text in "[\"';,\t\n\ra-cåÅ0-9<–]{0,120}") {
        look_at(text.as_bytes());
    }
}
