//! Charts in both formats.

mod support;

use std::path::Path;

use support::charts::{chart, content, flow, paper, reasons, years};
use tjut::document::chart::{Content, Kind};
use tjut::document::{Chart, Document};
use tjut::pdf::Typesetter;
use tjut::profile::Profile;

fn pdf(document: &Document) -> Vec<u8> {
    let typesetter = Typesetter::standard().expect("the fonts that are built in");
    typesetter.pdf(document, &Profile::standard()).expect("a PDF")
}

fn docx(document: &Document) -> Vec<u8> {
    tjut::docx::write(document, &Profile::standard()).expect("a Word file")
}

#[test]
fn trial() {
    let tmp = Path::new(env!("CARGO_TARGET_TMPDIR")).join("diagram");
    std::fs::create_dir_all(&tmp).expect("x");
    let long = "Abcdefghij".repeat(30);
    let mut notes = content(&["Klienter"], &[("2025", &["189"])]);
    notes.notes = vec!["– betyder att uppgift saknas.".into(), "Andra noten.".into()];
    let one = Chart::new(Kind::Columns, notes).expect("x");
    let five = chart(
        Kind::Columns,
        &["Klienter", "Nya klienter"],
        &[
            ("2021", &["150", "60"]),
            ("2022", &["160", "70"]),
            ("2023", &["178", "–"]),
            ("2024", &["210", "113"]),
            ("2025", &["189", "86"]),
        ],
    );
    let ten: Vec<(String, Vec<&str>)> =
        (0..14).map(|n| (format!("{}", 2010 + n), vec!["189", "213"])).collect();
    let ten: Vec<(&str, &[&str])> = ten.iter().map(|(a, b)| (a.as_str(), b.as_slice())).collect();
    let ten = chart(Kind::Columns, &["Klienter", "Nya klienter"], &ten);
    let many: Vec<(String, Vec<String>)> = (0..200)
        .map(|n| {
            (
                if n == 3 {
                    long.clone()
                } else {
                    format!("Orsak nummer {n} med en lång text som kräver flera rader i diagrammet")
                },
                vec![format!("{}", 400 - n)],
            )
        })
        .collect();
    let many = Content {
        points: many
            .iter()
            .map(|(a, b)| tjut::document::chart::Point {
                label: a.clone(),
                values: b.iter().map(|v| tjut::document::chart::Value::of(v)).collect(),
            })
            .collect(),
        ..content(&["P"], &[])
    };
    let many = Chart::new(Kind::Ranking, many).expect("x");
    let wide = chart(
        Kind::Columns,
        &[&long, &long],
        &[(&long, &["4\u{a0}294\u{a0}967\u{a0}295", "1"]), ("Ж", &["2", "3"]), ("x", &["2", "1"])],
    );
    for (name, charts) in [
        ("tre", vec![years(), reasons(), flow()]),
        ("andra", vec![one, five, ten]),
        ("stora", vec![many, wide]),
    ] {
        let document = paper(&charts);
        std::fs::write(tmp.join(format!("{name}.pdf")), pdf(&document)).expect("x");
        std::fs::write(tmp.join(format!("{name}.docx")), docx(&document)).expect("x");
    }
}
