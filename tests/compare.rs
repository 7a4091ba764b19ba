//! `tjut jämför`: what is told of two year files, and what stops it.

mod support;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use tjut::compare::words::{Piece, differences, is_same};

use support::run::tjut;

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");

/// A folder with the example, and with it after changes.
fn folder(changes: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let newer = changes.iter().fold(EXAMPLE.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "the example has no {old}");
        text.replacen(old, new, 1)
    });
    fs::write(folder.path().join("gammal.yaml"), EXAMPLE).expect("written");
    fs::write(folder.path().join("ny.yaml"), newer).expect("written");
    folder
}

const COMPARED: [&str; 3] = ["jämför", "gammal.yaml", "ny.yaml"];

/// A difference of every kind.
const CHANGES: &[(&str, &str)] = &[
    ("klienter: 189", "klienter: 188"),
    ("nya: 113", "nya: 112"),
    ("Råd och stöd: 41", "Råd och hjälp: 41"),
    ("beviljat: 1 209 600", "beviljat: 1 300 000"),
    ("telefon: 08-465 004 10", "telefon: 08-465 004 11"),
    (
        "Stödet är till för den som har stora svårigheter i vardagen",
        "Stödet ges den som har stora <svårigheter> i vardagen",
    ),
    ("  - område: Boendestöd\n", "  - område: Boende\n"),
    ("huvudman: Region Stockholm", "huvudman: Regionen"),
    (
        "    rapporterad_till: Ledningsgruppen och Länsstyrelsen Stockholm\n",
        "    rapporterad_till: Ledningsgruppen och Länsstyrelsen Stockholm\n  - område: Tandvård\n    beskrivning: Avgiften är hög.\n    huvudman: Region Stockholm\n",
    ),
];

#[test]
fn every_kind_of_difference_is_told() {
    let folder = folder(CHANGES);
    for verb in ["jämför", "compare"] {
        let ended = tjut(folder.path(), &[verb, "gammal.yaml", "ny.yaml"]);
        assert_eq!((ended.code, ended.err.as_str()), (0, ""));
        insta::assert_snapshot!("every_kind", ended.out);
    }
    let json = tjut(folder.path(), &["jämför", "gammal.yaml", "ny.yaml", "--json"]);
    assert_eq!((json.code, json.err.as_str()), (0, ""));
    insta::assert_snapshot!("every_kind_json", json.out);
}

#[test]
fn a_web_page_is_whole_and_escaped() {
    let folder = folder(CHANGES);
    let html = ["jämför", "gammal.yaml", "ny.yaml", "--html", "sida.html"];
    let ended = tjut(folder.path(), &html);
    assert_eq!((ended.code, ended.out.as_str(), ended.err.as_str()), (0, "Skrev sida.html\n", ""));
    let page = fs::read_to_string(folder.path().join("sida.html")).expect("the page is there");
    assert!(page.contains("&lt;svårigheter&gt;") && !page.contains("<svårigheter>"));
    assert!(!page.contains("<script") && !page.contains("src=") && !page.contains("href="));
    insta::assert_snapshot!("web_page", page);
    let again = tjut(folder.path(), &html);
    assert_eq!((again.code, again.out.as_str()), (3, ""));
    insta::assert_snapshot!("web_page_again", again.err);
}

#[test]
fn the_next_years_file_is_set_beside_this_years() {
    let folder = folder(&[]);
    let next = tjut(folder.path(), &["nytt-år", "gammal.yaml", "--till", "nästa.yaml"]);
    assert_eq!(next.code, 0, "{}", next.err);
    let set = tjut(
        folder.path(),
        &[
            "sätt",
            "nästa.yaml",
            "statistik.2026.klienter=210",
            "statistik.2026.nya=112",
            "statistik.2025.avslutade=92",
            "--ta-bort",
            "ekonomi.poster",
            "--ta-bort",
            "statistik.2024",
        ],
    );
    assert_eq!(set.code, 0, "{}", set.err);
    let ended = tjut(folder.path(), &["jämför", "gammal.yaml", "nästa.yaml"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    insta::assert_snapshot!("next_year", ended.out);
}

#[test]
fn what_is_only_written_otherwise_is_no_difference() {
    let folder = folder(&[
        ("verksamhetsår: 2025", "verksamhetsår: \"2025\"   # året"),
        ("beviljat: 1 209 600", "beviljat: 1209600"),
        ("    personligt ombud. Stödet är", "    personligt\n    ombud. Stödet är"),
    ]);
    let ended = tjut(folder.path(), &COMPARED);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    assert_eq!(
        ended.out,
        "Gammal: gammal.yaml (2025)\nNy: ny.yaml (2025)\n\nÅrsfilerna säger samma sak.\n"
    );
}

#[test]
fn masked_counts_are_shown_with_a_warning() {
    let folder = folder(&[("statistik:\n", "små_tal: maskera\n\nstatistik:\n")]);
    for more in [None, Some("--json")] {
        let arguments: Vec<&str> = COMPARED.into_iter().chain(more).collect();
        let ended = tjut(folder.path(), &arguments);
        assert_eq!(ended.code, 0, "{}", ended.err);
        let says =
            if more.is_some() { "\"maskerar_små_tal\": true" } else { "Små antal maskeras" };
        assert!(ended.out.contains(says), "{}", ended.out);
    }
}

#[test]
fn what_can_not_be_read_is_said_and_the_rest_compared() {
    let folder = folder(&[
        ("klienter: 189", "klienter: många"),
        ("telefon: 08-465 004 10", "telefon: 08-465 004 11"),
    ]);
    let ended = tjut(folder.path(), &COMPARED);
    assert_eq!(ended.code, 1);
    assert!(ended.out.contains("08-465 004 10 → 08-465 004 11"), "{}", ended.out);
    insta::assert_snapshot!("unreadable_field", ended.err);
}

#[test]
fn files_that_are_no_year_files_are_refused() {
    let folder = folder(&[]);
    fs::write(folder.path().join("lista.yaml"), "- a\n").expect("written");
    fs::write(folder.path().join("tom.yaml"), "").expect("written");
    let mut said = String::new();
    for (other, code) in [("finns-inte.yaml", 3), (".", 2), ("lista.yaml", 1), ("tom.yaml", 1)] {
        let ended = tjut(folder.path(), &["jämför", "gammal.yaml", other]);
        assert_eq!((ended.code, ended.out.as_str()), (code, ""), "{other}");
        said.push_str(&ended.err);
        said.push('\n');
    }
    insta::assert_snapshot!("refused", said);
}

#[test]
fn long_texts_are_compared_in_good_time() {
    let words = |prefix: &str| {
        let word = |number: usize| format!("{prefix}{number} ");
        format!("    {}\n", (0..50_000).map(word).collect::<Vec<_>>().concat())
    };
    let paragraphs = |prefix: &str| {
        let lines: Vec<String> = (0..20_000).map(|n| format!("    {prefix}{n}\n\n")).collect();
        lines.concat()
    };
    for (old, new) in [(words("a"), words("b")), (paragraphs("a"), paragraphs("b"))] {
        let folder = folder(&[]);
        for (name, text) in [("gammal.yaml", old), ("ny.yaml", new)] {
            let file = EXAMPLE.replacen("  bakgrund: |\n", &format!("  bakgrund: |\n{text}\n"), 1);
            fs::write(folder.path().join(name), file).expect("written");
        }
        let began = std::time::Instant::now();
        let ended = tjut(folder.path(), &COMPARED);
        assert_eq!(ended.code, 0);
        assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
    }
}

#[test]
fn the_sums_of_several_operations_are_compared() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fall/situationer");
    for entry in fs::read_dir(&from).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            let name = path.file_name().expect("a name");
            fs::copy(&path, folder.path().join(name)).expect("copied");
        }
    }
    let ended = tjut(
        folder.path(),
        &["jämför", "flera-verksamheter.yaml", "flera-verksamheter.yaml", "--json"],
    );
    let compared: serde_json::Value = serde_json::from_str(&ended.out).expect("JSON");
    assert_eq!(compared["lika"], true, "{}", ended.err);
    assert!(compared["siffror"][0]["oförändrade"].as_u64() > Some(5), "{}", ended.out);
}

fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec!["ombud", "klient", "-", "stöd", "1.", "å", "# b", "\n"]);
    prop::collection::vec((word, prop::sample::select(vec![" ", "\n", "\n\n"])), 0..40)
        .prop_map(|words| words.into_iter().map(|(word, space)| [word, space].concat()).collect())
}

proptest! {
    /// What is told as gone and as new has the same words as what differs.
    #[test]
    fn no_word_is_lost(old in text(), new in text()) {
        let paragraphs = differences(&old, &new);
        prop_assert_eq!(paragraphs.is_empty(), is_same(&old, &new));
        let count = |of: fn(&Piece) -> Option<&str>| {
            let pieces = paragraphs.iter().flat_map(|paragraph| &paragraph.pieces);
            pieces.filter_map(of).map(|words| words.split(' ').count()).sum::<usize>()
        };
        let gone = count(|piece| match piece { Piece::Removed(words) => Some(words), _ => None });
        let come = count(|piece| match piece { Piece::Added(words) => Some(words), _ => None });
        let words = |text: &str| text.split_whitespace().count();
        prop_assert_eq!(words(&new) + gone, words(&old) + come);
    }
}

/// Two folders: files that belong together are compared, one that can't be read stops no other.
#[test]
fn two_folders_are_compared_file_by_file() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("written");
    };
    let newer = EXAMPLE.replacen("klienter: 189", "klienter: 188", 1);
    write("a/norra-2025.yaml", EXAMPLE);
    write("b/norra-2026.yaml", &newer);
    write("a/samma.yaml", EXAMPLE);
    write("b/samma.yaml", EXAMPLE);
    write("a/trasig.yaml", "statistik: [\n");
    write("b/trasig.yaml", "statistik: [\n");
    write("a/borta.yaml", EXAMPLE);
    let ended = tjut(folder.path(), &["jämför", "a", "b"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("a/trasig.yaml:1:"), "{}", ended.err);
    assert!(ended.out.contains("Klienter under året"), "{}", ended.out);
    let (_, table) = ended.out.split_once("\nFil ").expect("a table");
    insta::assert_snapshot!(format!("Fil {table}"), @"
    Fil                Utfall
    b/norra-2026.yaml  3 skillnader
    b/samma.yaml       lika
    b/trasig.yaml      kunde inte jämföras helt
    a/borta.yaml       bara i den äldre
    ");
    let as_json = tjut(folder.path(), &["jämför", "a", "b", "--json"]);
    let document: serde_json::Value = serde_json::from_str(&as_json.out).expect("one document");
    assert_eq!(document["jämförelser"].as_array().map(Vec::len), Some(3));
    assert_eq!(document["bara_i_gammal"], serde_json::json!(["a/borta.yaml"]));
    let mixed = tjut(folder.path(), &["jämför", "a", "b/samma.yaml"]);
    let page = tjut(folder.path(), &["jämför", "a", "b", "--html", "x.html"]);
    assert_eq!((mixed.code, page.code), (2, 2));
    insta::assert_snapshot!(format!("{}{}", mixed.err, page.err), @"
    fel: det ena är en mapp och det andra en fil. Ange två årsfiler, eller två mappar vars årsfiler hör ihop.
    fel: `--html` gäller två årsfiler, inte två mappar
    ");
}
