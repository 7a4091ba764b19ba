//! What a reader sees: tables, charts with their alternative texts, attached figures
//! and running text. Nothing here knows how counts are masked.

use std::collections::BTreeMap;

use tjut::document::{Block, Document, Table, plain};

/// What is seen of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seen {
    Exactly(u64),
    FewerThan(u64),
    AtLeast(u64),
    NotShown,
}

/// A year and the name of a count: a figure's name, or a division's and a part's.
pub type Key = (i32, String);

/// Everything that is seen of the counts, by all who show it.
pub type View = BTreeMap<Key, Vec<Seen>>;

/// The rows of the key figures, with their names in the year file.
const ROWS: [(&str, &str); 7] = [
    ("Klienter vid årets början", "ingående"),
    ("Nya klienter", "nya"),
    ("Klienter under året", "klienter"),
    ("Avslutade ärenden", "avslutade"),
    ("Klienter vid årets slut", "utgående"),
    ("Personer i kö vid årets slut", "kö"),
    ("Klienter med hemmavarande barn under 18 år", "hemmavarande_barn"),
];

/// How the captions of divisions begin.
const DIVISIONS: [(&str, &str); 5] = [
    ("Klienter efter kön", "kön"),
    ("Klienter efter ålder", "ålder"),
    ("Klienter efter område", "områden"),
    ("Orsaker till kontakt", "orsaker"),
    ("Nya klienter efter kontaktväg", "kontaktvägar"),
];

/// The key of a division's part.
pub fn part(division: &str, name: &str) -> String {
    let name = match name {
        "Kvinnor" => "kvinnor",
        "Män" => "män",
        "Annan eller okänd uppgift" => "annat",
        other => other,
    };
    format!("{division}/{name}")
}

fn see(view: &mut View, year: i32, name: String, cell: &str) {
    let cell = cell.replace('\u{a0}', " ");
    let number = |text: &str| text.replace(' ', "").parse().expect("a count");
    let seen = match cell.as_str() {
        "–" => return,
        "visas inte" => Seen::NotShown,
        other => match (other.strip_prefix("färre än "), other.strip_prefix("minst ")) {
            (Some(limit), _) => Seen::FewerThan(number(limit)),
            (_, Some(limit)) => Seen::AtLeast(number(limit)),
            _ => Seen::Exactly(number(other)),
        },
    };
    let all = view.entry((year, name)).or_default();
    if !all.contains(&seen) {
        all.push(seen);
    }
}

/// Reads the tables and charts of papers.
pub fn papers(documents: &[Document], view: &mut View) {
    for block in documents.iter().flat_map(|document| &document.blocks) {
        match block {
            Block::Table(table) => read_table(table, view),
            Block::Chart(chart) => {
                let of_years = chart.caption().starts_with("Klienter och nya klienter")
                    || chart.points().iter().all(|point| point.label.starts_with("20"));
                for point in chart.points() {
                    for (series, value) in chart.series().iter().zip(&point.values) {
                        let Some(count) = value.count() else { continue };
                        let key = match (of_years, series.as_str()) {
                            (true, "Nya klienter") => (point.label.parse().ok(), "nya".to_owned()),
                            (true, _) => (point.label.parse().ok(), "klienter".to_owned()),
                            (false, "Antal") => (None, part("orsaker", &point.label)),
                            (false, _) => (None, flow_stage(&point.label).to_owned()),
                        };
                        let reported = year_in(chart.caption());
                        see(view, key.0.unwrap_or(reported), key.1, &count.to_string());
                    }
                }
            }
            _ => {}
        }
    }
}

fn flow_stage(label: &str) -> &'static str {
    match label {
        "Vid årets början" => "ingående",
        "Nya klienter" => "nya",
        "Avslutade ärenden" => "avslutade",
        "Vid årets slut" => "utgående",
        other => panic!("no stage {other}"),
    }
}

/// The last year that a caption names.
fn year_in(caption: &str) -> i32 {
    let words = caption.split(|c: char| !c.is_ascii_digit());
    words
        .filter_map(|word| word.parse().ok().filter(|year| *year > 1999))
        .next_back()
        .expect("a year")
}

fn read_table(table: &Table, view: &mut View) {
    let division = DIVISIONS.iter().find(|(caption, _)| table.caption.starts_with(caption));
    if division.is_none() && !table.caption.starts_with("Klienter och ärenden") {
        return;
    }
    let years: Vec<Option<i32>> =
        table.columns.iter().skip(1).map(|column| column.header.parse().ok()).collect();
    for row in &table.rows {
        // What keeps a figure with its unit is no part of the name.
        let header = row.header.replace('\u{a0}', " ");
        let name = match division {
            Some((_, "kontaktvägar")) if row.is_sum => "nya".to_owned(),
            Some(_) if row.is_sum => "klienter".to_owned(),
            Some((_, division)) => part(division, &header),
            None => {
                let known = ROWS.iter().find(|(label, _)| *label == header);
                known.unwrap_or_else(|| panic!("no row {}", row.header)).1.to_owned()
            }
        };
        for (year, cell) in years.iter().zip(&row.cells) {
            if let Some(year) = year {
                see(view, *year, name.clone(), cell);
            }
        }
    }
}

/// Reads the attached figures.
pub fn attached(json: &str, view: &mut View) {
    let json: serde_json::Value = serde_json::from_str(json).expect("JSON");
    let mut read = |name: &dyn Fn(&serde_json::Value) -> String, list: &serde_json::Value| {
        for count in list.as_array().expect("a list") {
            for (year, value) in count.as_object().expect("an object") {
                let Ok(year) = year.parse() else { continue };
                match value {
                    serde_json::Value::Number(number) => {
                        see(view, year, name(count), &number.to_string());
                    }
                    serde_json::Value::String(text) => see(view, year, name(count), text),
                    _ => {}
                }
            }
        }
    };
    read(&|count| count["namn"].as_str().expect("a name").to_owned(), &json["antal"]);
    for (division, list) in json["fördelningar"].as_object().expect("divisions") {
        read(&|count| part(division, count["beskrivning"].as_str().expect("a name")), list);
    }
}

/// The words of paragraphs, notes and alternative texts.
pub fn running_text(documents: &[Document]) -> String {
    let mut text = String::new();
    for document in documents {
        text.push_str(&document.properties.subject);
        for block in &document.blocks {
            match block {
                Block::Paragraph { text: inlines } => text.push_str(&plain(inlines)),
                Block::Chart(chart) => text.push_str(&chart.alternative_text()),
                _ => {}
            }
            text.push('\n');
        }
    }
    text.replace('\u{a0}', " ")
}
