//! A paper with every kind of block, made by hand. All content is invented.

use chrono::NaiveDate;
use tjut::document::{
    Align, Block, Column, Document, Field, Inline, Letterhead, LetterheadRow, LineGroup, List,
    Properties, Row, RunningHead, Signature, SigningField, Table,
};

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph { text: text(words) }
}

fn heading(level: u8, words: &str) -> Block {
    Block::Heading { level, text: text(words) }
}

fn group(label: &str, lines: &[&str]) -> LineGroup {
    LineGroup { label: label.to_owned(), lines: lines.iter().map(ToString::to_string).collect() }
}

/// The sample paper.
#[expect(clippy::too_many_lines, reason = "a paper with every block is long")]
pub fn document() -> Document {
    let long = "Verksamheten med personligt ombud bedrivs på den enskildes uppdrag och \
        stadsdelsnämndens handläggare samverkar med försörjningsstödsenheten. "
        .repeat(3);
    let mut blocks = vec![
        Block::Letterhead(Letterhead {
            rows: vec![
                LetterheadRow {
                    left: group("Norra innerstadens stadsdelsförvaltning", &["Socialtjänstavdelningen"]),
                    right: group("Tjänsteutlåtande", &["Dnr NI 2026/14", "2026-01-22"]),
                },
                LetterheadRow {
                    left: group(
                        "Handläggare",
                        &["Anna Exempelsson", "Telefon: 08-508 00 000", "E-post: anna@example.se"],
                    ),
                    right: group("Till", &["Norra innerstadens stadsdelsnämnd", "2026-02-19"]),
                },
            ],
        }),
        heading(1, "Redovisning av verksamhet med personligt ombud för år 2025 och ansökan om statsbidrag för år 2026"),
        heading(2, "Förvaltningens förslag till beslut"),
        Block::List(List {
            start: Some(1),
            items: vec![
                vec![paragraph("Stadsdelsnämnden godkänner redovisningen av verksamhet med personligt ombud för år 2025.")],
                vec![paragraph("Stadsdelsnämnden godkänner ansökan om statsbidrag för år 2026.")],
            ],
        }),
        heading(2, "Sammanfattning"),
        paragraph(&long),
        Block::Paragraph {
            text: vec![
                Inline::Text("Här finns ".into()),
                Inline::Strong(text("fet")),
                Inline::Text(", ".into()),
                Inline::Emphasis(text("kursiv")),
                Inline::Text(" och en ".into()),
                Inline::Link { url: "https://www.socialstyrelsen.se/".into(), text: text("länk till Socialstyrelsen") },
                Inline::Text(" och ett fast mellanslag i 1\u{a0}209\u{a0}600 kronor, \u{2212}21 och ”citat”.".into()),
                Inline::Break,
                Inline::Text("Efter radbrytningen: AB & C <b>fet</b> *x* _y_ #1 {{ z }} \\ ~ $ @ [x].".into()),
            ],
        },
        heading(3, "Antal klienter och antal nya klienter"),
        paragraph(&long),
        Block::List(List {
            start: None,
            items: vec![
                vec![paragraph("första punkten")],
                vec![
                    paragraph("andra punkten"),
                    Block::List(List { start: None, items: vec![vec![paragraph("en underpunkt")]] }),
                ],
            ],
        }),
        Block::Fields {
            rows: vec![
                Field { label: "Kommun".into(), value: text("Exempelstaden") },
                Field { label: "Organisationsnummer".into(), value: text("212000-0142") },
                Field { label: "Adress".into(), value: text("Ett mycket långt gatunamn 123, uppgång B, våningsplan 4, 123 45 Exempelstaden, Sverige") },
            ],
        },
        heading(2, "Siffror i tabell"),
    ];
    blocks.push(Block::Table(Table {
        caption: "Klienter och ärenden, antal".into(),
        description: "Antal klienter, nya klienter och avslutade ärenden år 2025 och 2024.".into(),
        columns: vec![
            Column { header: "Uppgift".into(), align: Align::Left },
            Column { header: "2024".into(), align: Align::Right },
            Column { header: "2025".into(), align: Align::Right },
            Column { header: "Förändring".into(), align: Align::Right },
        ],
        rows: (1..=12)
            .map(|n| Row {
                header: format!("Uppgift nummer {n}"),
                cells: vec!["210".into(), "189".into(), "\u{2212}21".into()],
                is_sum: n == 12,
            })
            .collect(),
        notes: vec!["– betyder att uppgift saknas.".into()],
    }));
    for n in 1..=4 {
        blocks.push(heading(2, &format!("Avsnitt {n}")));
        blocks.push(paragraph(&long));
        blocks.push(paragraph(&long));
    }
    blocks.push(Block::Signatures {
        signatures: vec![
            Signature {
                name: "Bo Ek".into(),
                position: "Stadsdelsdirektör".into(),
                unit: Some("Norra innerstadens stadsdelsförvaltning".into()),
            },
            Signature {
                name: "Cecilia Dahl".into(),
                position: "Avdelningschef".into(),
                unit: None,
            },
        ],
    });
    blocks.push(heading(2, "Bilagor"));
    blocks.push(Block::List(List {
        start: Some(1),
        items: vec![
            vec![paragraph("Redovisning för år 2025")],
            vec![paragraph("Ansökan för år 2026")],
        ],
    }));
    blocks.push(Block::SigningForm {
        fields: vec![
            SigningField { label: "Ort och datum".into(), value: None },
            SigningField { label: "Namnteckning".into(), value: None },
            SigningField { label: "Namnförtydligande".into(), value: Some("Bo Ek".into()) },
            SigningField { label: "Befattning".into(), value: Some("Stadsdelsdirektör".into()) },
        ],
    });
    Document {
        paper: "tjansteutlatande".into(),
        properties: Properties {
            title: "Redovisning av verksamhet med personligt ombud för år 2025 och ansökan om statsbidrag för år 2026".into(),
            author: "Norra innerstadens stadsdelsförvaltning".into(),
            subject: "Tjänsteutlåtande till Norra innerstadens stadsdelsnämnd".into(),
            keywords: vec!["personligt ombud".into(), "statsbidrag".into()],
            date: NaiveDate::from_ymd_opt(2026, 1, 22).expect("a real date"),
            reference: Some("NI 2026/14".into()),
        },
        draft: None,
        running_head: RunningHead {
            parts: vec!["Tjänsteutlåtande".into(), "Dnr NI 2026/14".into(), "2026-01-22".into()],
            page_label: "Sida {sida} ({sidor})".into(),
        },
        blocks,
    }
}
