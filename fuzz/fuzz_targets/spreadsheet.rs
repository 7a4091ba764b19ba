//! Any bytes at all as a spreadsheet, also as the parts of a workbook, imported by its own
//! names, by its headings and by a map: a proposal or a reason, never a panic.
#![no_main]

use std::io::{Cursor, Write as _};
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tjut::import::{self, Proposal, SourceMap};
use tjut::source::Source;
use tjut::spreadsheet::{self, Workbook};
use tjut::year_file::{self, Loaded};

const MAP: &str = "blad: A
siffror:
  - { fält: klienter, cell: A1 }
  - { fält: ålder, namn: A1:A9, antal: B1:B9 }
rader:
  varje_rad: klienter
  kolumner:
    - { rubrik: K, räknas_som: kön }
    - { rubrik: O, räknas_som: orsaker }
";

static YEAR_FILE: LazyLock<Loaded> = LazyLock::new(|| {
    year_file::load(Source::new("fil.yaml", include_str!("../../tests/fall/minsta.yaml")))
});

static SOURCE: LazyLock<std::sync::Arc<Source>> = LazyLock::new(|| Source::new("karta.yaml", MAP));

static READ_MAP: LazyLock<SourceMap> =
    LazyLock::new(|| import::load(&SOURCE).unwrap_or_else(|findings| panic!("{findings:?}")));

/// A workbook of Excel with this sheet, or one of LibreOffice with these rows.
fn package(sheet: &str, is_excel: bool) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, text: &str| {
        let options = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Stored);
        zip.start_file(name, options).expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    };
    if is_excel {
        add("xl/workbook.xml", "<w><sheets><sheet name=\"A\" id=\"s\"/></sheets><definedNames><definedName name=\"tjut_år\">A!$A$1</definedName><definedName name=\"tjut_klienter\">A!$B$2</definedName><definedName name=\"tjut_räkning\">A!$A$1</definedName></definedNames></w>");
        add("xl/_rels/workbook.xml.rels", "<r><Relationship Id=\"s\" Type=\"/worksheet\" Target=\"s.xml\"/></r>");
        add("xl/s.xml", sheet);
    } else {
        add("content.xml", &format!("<office:spreadsheet><table:table table:name=\"A\">{sheet}</table:table></office:spreadsheet>"));
    }
    zip.finish().expect("a zip file").into_inner()
}

fn propose(workbook: &Workbook) {
    let Some(file) = &YEAR_FILE.year_file else { return };
    let root = YEAR_FILE.root.as_ref();
    if import::is_own(workbook) {
        let _ = import::year_of_workbook(workbook);
        let _ = Proposal::of(import::by_workbook(workbook, file, 2025), root, 2025, 2025);
    }
    for given in [
        import::by_headings(workbook, file, 2025),
        import::by_map(&READ_MAP, &SOURCE, workbook, file, 2025).ok(),
    ] {
        let _ = given.map(|given| Proposal::of(given, root, 2025, 2025));
    }
}

fuzz_target!(|bytes: &[u8]| {
    let mut files = vec![bytes.to_vec()];
    if let Ok(text) = std::str::from_utf8(bytes) {
        files.extend([package(text, true), package(text, false)]);
    }
    for file in files {
        if let Ok(workbook) = spreadsheet::read("A", &file) {
            propose(&workbook);
        }
    }
});
