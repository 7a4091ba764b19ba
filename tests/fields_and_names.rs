//! The names that a field of the year file says it goes into, in the `when` and `with` lists
//! of `record!`: whoever changes the field gets another value by each of them.
//!
//! By these lists a paper that is made alone is told what it can't do without. So a name
//! that the field has nothing to do with would ask for what nobody needs.

use std::collections::BTreeMap;

use tjut::document::{Block, Table};
use tjut::facts::Facts;
use tjut::make::Pipeline;
use tjut::source::Source;
use tjut::template::{Input, placeholders};
use tjut::year_file;

const DECLARED: [&str; 3] = [
    include_str!("../src/year_file/mod.rs"),
    include_str!("../src/year_file/people.rs"),
    include_str!("../src/year_file/sections.rs"),
];

const SITUATION: &str = include_str!("fall/situationer/flera-kommuner.yaml");

/// Other figures that agree with each other.
const OTHER_CLIENTS: [Edit; 4] = [
    ("klienter: 58", "klienter: 68"),
    ("nya: 20\n    avslutade: 18", "nya: 30\n    avslutade: 17"),
    ("kvinnor: 30, män: 28", "kvinnor: 35, män: 33"),
    ("Exempelstads kommun: 39", "Exempelstads kommun: 49"),
];

/// One text in the place of another.
type Edit = (&'static str, &'static str);

/// What a year file must be like before a change, and the change.
type Change = (&'static [Edit], &'static [Edit]);

/// A field's key, and changes of its value.
type Changed = (&'static str, &'static [Change]);

/// A paper without a date is as old as the meeting.
const UNDATED: &[Edit] = &[("  datum: 2026-01-20\n", "")];

/// Every declaration, in the order in which they stand.
const CHANGES: [Changed; 43] = [
    // In mod.rs.
    (
        "länsstyrelse",
        &[(
            &[],
            &[
                ("Länsstyrelsen Stockholm", "Länsstyrelsen Skåne"),
                ("redovisning_inlämnad: 2026-01-14", "redovisning_inlämnad: 2026-02-18"),
                ("ansökan_inlämnad: 2026-01-14", "ansökan_inlämnad: 2026-02-18"),
            ],
        )],
    ),
    (
        "statistik",
        &[(
            &[],
            &[
                ("klienter: 58", "klienter: 68"),
                ("nya: 20\n    avslutade: 18", "nya: 30\n    avslutade: 17"),
                ("kvinnor: 30, män: 28", "kvinnor: 35, män: 33"),
                ("Exempelstads kommun: 39", "Exempelstads kommun: 49"),
                ("kö: 3", "kö: 4"),
                ("hemmavarande_barn: 6", "hemmavarande_barn: 7"),
            ],
        )],
    ),
    // In people.rs.
    ("namn", &[(&[], &[("namn: Ett Ombud", "namn: Nytt Ombud")])]),
    ("telefon", &[(&[], &[("08-465 004 31", "08-465 004 32")])]),
    ("e-post", &[(&[], &[("ombud@example.org", "nytt@example.org")])]),
    ("ombud", &[(&[], &[("ombud: 325", "ombud: 326")])]),
    ("kommuner", &[(&[], &[("kommuner: 249", "kommuner: 250")])]),
    ("år", &[(&[], &[("år: 2024", "år: 2023")])]),
    ("källa", &[(&[], &[("källa: En rapport", "källa: En bok")])]),
    // In sections.rs.
    ("organisationsnummer", &[(&[], &[("999999-0014", "999999-0006")])]),
    ("avdelning", &[(&[], &[("Vuxenavdelningen", "Stödavdelningen")])]),
    ("adress", &[(&[], &[("Storgatan 1", "Storgatan 2")])]),
    ("datum", &[(&[], &[("datum: 2026-01-20", "datum: 2026-01-21")])]),
    (
        "sammanträde",
        &[
            (&[], &[("sammanträde: 2026-02-17", "sammanträde: 2026-01-13")]),
            (UNDATED, &[("sammanträde: 2026-02-17", "sammanträde: 2026-01-13")]),
        ],
    ),
    ("handläggare", &[(&[], &[("Karin Exempel", "Kerstin Exempel")])]),
    ("underskrifter", &[(&[], &[("Olle Exempel", "Ola Exempel")])]),
    ("namn", &[(&[], &[("Karin Exempel", "Kerstin Exempel")])]),
    ("namn", &[(&[], &[("Olle Exempel", "Ola Exempel")])]),
    ("befattning", &[(&[], &[("befattning: Förvaltningschef", "befattning: Socialchef")])]),
    ("namn", &[(&[], &[("Länsstyrelsen Stockholm", "Länsstyrelsen Skåne")])]),
    (
        "redovisning_inlämnad",
        &[(&[], &[("redovisning_inlämnad: 2026-01-14", "redovisning_inlämnad: 2026-02-18")])],
    ),
    (
        "ansökan_inlämnad",
        &[(&[], &[("ansökan_inlämnad: 2026-01-14", "ansökan_inlämnad: 2026-02-18")])],
    ),
    ("namn", &[(&[], &[("namn: En Chef", "namn: Ny Chef")])]),
    ("befattning", &[(&[], &[("befattning: Avdelningschef", "befattning: Enhetschef")])]),
    (
        "årsanställningar",
        &[
            (&[], &[("  årsanställningar: 2\n", "  årsanställningar: 3\n")]),
            (
                &[("  sökta_årsanställningar: 2,25\n", "")],
                &[("  årsanställningar: 2\n", "  årsanställningar: 3\n")],
            ),
        ],
    ),
    ("driftsform", &[(&[], &[("driftsform: Samverkan", "driftsform: Egen regi")])]),
    ("startade", &[(&[], &[("startade: 2010-01-01", "startade: 2011-01-01")])]),
    ("ledningsgrupp", &[(&[], &[("möten_per_år: 4", "möten_per_år: 5")])]),
    ("prioriteringsordning", &[(&[], &[("- Barn i hemmet", "- Unga vuxna")])]),
    ("namn", &[(&[], &[("namn: Granviks kommun", "namn: Granboda kommun")])]),
    ("årsanställningar", &[(&[], &[("årsanställningar: \"0,25\"", "årsanställningar: \"0,5\"")])]),
    ("namn", &[(&[], &[("namn: Kronofogdemyndigheten", "namn: Skatteverket")])]),
    ("möten_per_år", &[(&[], &[("möten_per_år: 4", "möten_per_år: 5")])]),
    ("ledamöter", &[(&[], &[("- Försäkringskassan", "- Socialtjänsten")])]),
    ("organisationer", &[(&[], &[("erbjudna: ja", "erbjudna: nej"), ("[NSPH]", "[Attention]")])]),
    ("erbjudna", &[(&[], &[("erbjudna: ja", "erbjudna: nej")])]),
    ("beviljat", &[(&[], &[("beviljat: 600 000", "beviljat: 700 000")])]),
    ("använt", &[(&[], &[("använt: 590 000", "använt: 580 000")])]),
    ("år", &[(&[], &[("år: 2026", "år: 2025")])]),
    ("källa", &[(&[], &[("källa: Ett beslut", "källa: Ett annat beslut")])]),
    ("område", &[(&[], &[("område: Bostad", "område: Ekonomi")])]),
    ("beskrivning", &[(&[], &[("Väntetiderna är långa.", "Köerna är långa.")])]),
    ("huvudman", &[(&[], &[("huvudman: Kommunen", "huvudman: Regionen")])]),
];

/// A year file in which every field of the table stands.
fn base() -> String {
    let text = SITUATION.to_owned();
    edited(
        text,
        &[
            (
                "  redovisning_inlämnad",
                "  undertecknare: { namn: En Chef, befattning: Avdelningschef }\n  redovisning_inlämnad",
            ),
            (
                "  driftsform",
                "  ombud:\n    - { namn: Ett Ombud, telefon: 08-465 004 31, e-post: ombud@example.org }\n  samverkan:\n    - namn: Kronofogdemyndigheten\n  driftsform",
            ),
            ("erbjudna: ja", "erbjudna: ja\n      deltar: [NSPH]"),
            (
                "nya: 20\n    avslutade: 18\n",
                "nya: 20\n    avslutade: 18\n    kö: 3\n    hemmavarande_barn: 6\n",
            ),
            (
                "statistik:\n",
                "riket:\n  ombud: 325\n  kommuner: 249\n  år: 2024\n  källa: En rapport\nstatistik:\n",
            ),
            (
                "använt: 600 000",
                "använt: 590 000\n  belopp_per_heltid: { kronor: 300 000, år: 2026, källa: Ett beslut }",
            ),
        ],
    )
}

#[track_caller]
fn edited(text: String, edits: &[Edit]) -> String {
    edits.iter().fold(text, |text, (old, new)| {
        assert!(text.contains(old), "there is no ”{old}”");
        // Once more only for a field that stands in every year, such as the new clients.
        text.replacen(old, new, 1)
    })
}

/// Everything that a text can ask for, by name.
fn values(text: String) -> BTreeMap<String, String> {
    let loaded = year_file::load(Source::new("fall.yaml", text));
    let year_file = loaded.year_file.as_ref().expect("a year file");
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    let facts = Facts::of(year_file);
    let input = Input { loaded: &loaded, facts: &facts, page_label: "" };
    let placeholders = placeholders(&input);
    placeholders.iter().map(|one| (one.name.clone(), format!("{:?}", one.content))).collect()
}

/// The value by a name, with its parts.
fn of<'v>(values: &'v BTreeMap<String, String>, name: &str) -> Vec<(&'v String, &'v String)> {
    let inside = format!("{name}.");
    values.iter().filter(|(other, _)| *other == name || other.starts_with(&inside)).collect()
}

/// The tables of the report.
fn tables(text: String) -> Vec<Table> {
    let pipeline = Pipeline::standard().unwrap_or_else(|failure| panic!("{failure:?}"));
    let report = pipeline.papers.get("redovisning").expect("it is built in");
    let checked = pipeline.check_for(Source::new("fall.yaml", text), &[report]);
    let made = pipeline.documents(&checked, &[report]);
    let made = made.unwrap_or_else(|failure| panic!("{failure:?}"));
    let tables =
        made.into_iter().flat_map(|document| document.blocks).filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
    tables.collect()
}

/// Each `when` or `with` list with the key of its field.
fn declared() -> Vec<(String, Vec<String>)> {
    let quoted = |text: &str| -> Vec<String> {
        text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
    };
    let mut found = Vec::new();
    for source in DECLARED {
        let mut rest = source;
        while let Some(start) = ["\n        when [", "\n        with ["]
            .iter()
            .filter_map(|start| rest.find(start))
            .min()
        {
            let (names, after) = rest[start..].split_once(']').expect("the list ends");
            let key = quoted(after).into_iter().next().expect("a key follows");
            found.push((key, quoted(names)));
            rest = after;
        }
    }
    found
}

#[test]
fn each_name_is_drawn_from_its_field() {
    let declared = declared();
    let keys: Vec<&str> = declared.iter().map(|(key, _)| key.as_str()).collect();
    let changed: Vec<&str> = CHANGES.iter().map(|(key, _)| *key).collect();
    assert_eq!(keys, changed);
    let mut unmoved = Vec::new();
    for ((key, names), (_, changes)) in declared.iter().zip(CHANGES) {
        let tried: Vec<_> = changes
            .iter()
            .map(|(given, edits)| {
                let before = edited(base(), given);
                (values(before.clone()), values(edited(before, edits)))
            })
            .collect();
        for name in names {
            // The tables are in the papers only.
            if name == "tabeller" {
                assert_ne!(
                    tables(edited(SITUATION.to_owned(), &OTHER_CLIENTS)),
                    tables(SITUATION.to_owned())
                );
                continue;
            }
            assert!(!of(&tried[0].0, name).is_empty(), "{key}: there is no {name}");
            if tried.iter().all(|(before, after)| of(after, name) == of(before, name)) {
                unmoved.push(format!("{key}: {name}"));
            }
        }
    }
    assert_eq!(unmoved, [""; 0]);
}
