//! The papers of every example, a line for each thing in them: its kind and its text.
//!
//! Most lines stand in the papers of several year files. They are written once, with
//! the letters of the year files that have them in front.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tjut::document::{Align, Block, Chart, Document, Inline, List, Table, plain};
use tjut::make::Pipeline;
use tjut::source::Source;
use tjut::template::{Paper, Papers, Template};

/// The year files: the letter of each, its path and the template that it needs.
const YEAR_FILES: [(char, &str, Option<&str>); 4] = [
    ('n', "data/norra-innerstaden-2025.yaml", None),
    ('j', "data/jarva-2025.yaml", None),
    ('l', "data/lindsund-2025.yaml", Some("templates/tjansteskrivelse/tjansteskrivelse.md")),
    // No more than a year file must have.
    ('m', "tests/fall/minsta.yaml", None),
];

/// All papers, one after the other.
pub fn told() -> String {
    let made: Vec<(char, Document)> = YEAR_FILES.iter().flat_map(|file| documents(*file)).collect();
    let mut papers: Vec<&str> = Vec::new();
    for (_, document) in &made {
        if !papers.contains(&document.paper.as_str()) {
            papers.push(&document.paper);
        }
    }
    let mut told = String::new();
    for (letter, path, _) in YEAR_FILES {
        let _ = writeln!(told, "{letter} {path}");
    }
    for paper in papers {
        let _ = writeln!(told, "\n== {paper}");
        let same = made.iter().filter(|(_, document)| document.paper == paper);
        let lines = same.fold(Vec::new(), |all, (letter, one)| together(all, *letter, lines(one)));
        for (letters, line) in lines {
            let mark = |(letter, ..): &(char, _, _)| {
                if letters.contains(*letter) { *letter } else { '·' }
            };
            let marks: String = YEAR_FILES.iter().map(mark).collect();
            let _ = writeln!(told, "{marks} {line}");
        }
    }
    told
}

fn documents((letter, path, template): (char, &str, Option<&str>)) -> Vec<(char, Document)> {
    let read = |path: &str| {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        Source::new(path, fs::read_to_string(file).expect("it can be read"))
    };
    let templates: Vec<Template> = template
        .map(|path| {
            let stem = Path::new(path).file_stem().expect("a name").to_string_lossy();
            Template::new(stem, read(path))
        })
        .into_iter()
        .collect();
    let papers = Papers::with(&templates).unwrap_or_else(|findings| panic!("{findings:?}"));
    let pipeline = Pipeline::of(papers).unwrap_or_else(|failure| panic!("{failure:?}"));
    let checked = pipeline.check(read(path));
    let all: Vec<&Paper> = pipeline.papers.iter().collect();
    let made = pipeline.documents(&checked, &all).unwrap_or_else(|failure| panic!("{failure:?}"));
    made.into_iter().map(|document| (letter, document)).collect()
}

/// Adds the lines of one more paper to those of others, in the order of both; a line
/// that they share is kept once.
fn together(all: Vec<(String, String)>, letter: char, one: Vec<String>) -> Vec<(String, String)> {
    // How many lines are shared from here on, for every pair of places.
    let mut shared = vec![vec![0_usize; one.len() + 1]; all.len() + 1];
    for i in (0..all.len()).rev() {
        for j in (0..one.len()).rev() {
            shared[i][j] = if all[i].1 == one[j] {
                shared[i + 1][j + 1] + 1
            } else {
                shared[i + 1][j].max(shared[i][j + 1])
            };
        }
    }
    let mut both = Vec::new();
    let (mut i, mut j) = (0, 0);
    let (mut all, mut one) = (all.into_iter().peekable(), one.into_iter().peekable());
    while all.peek().is_some() || one.peek().is_some() {
        let same = all.peek().map(|(_, line)| line) == one.peek();
        let from_all =
            all.peek().is_some() && (one.peek().is_none() || shared[i + 1][j] >= shared[i][j + 1]);
        let (from_all, from_one) = (same || from_all, same || !from_all);
        let (old, new) = (all.next_if(|_| from_all), one.next_if(|_| from_one));
        (i, j) = (i + usize::from(old.is_some()), j + usize::from(new.is_some()));
        let (mut letters, line) = old.unwrap_or_default();
        letters.extend(new.as_ref().map(|_| letter));
        both.push((letters, new.unwrap_or(line)));
    }
    both
}

/// What is in a paper, a line for each thing.
fn lines(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    let properties = &document.properties;
    add(&mut lines, "title", [&properties.title]);
    add(&mut lines, "author", [&properties.author]);
    add(&mut lines, "subject", [&properties.subject]);
    add(&mut lines, "keywords", &properties.keywords);
    add(&mut lines, "date", [&properties.date.to_string()]);
    add(&mut lines, "diarienummer", &properties.reference);
    add(&mut lines, "running head", &document.running_head.parts);
    add(&mut lines, "page label", [&document.running_head.page_label]);
    for block in &document.blocks {
        add_block(&mut lines, block);
    }
    lines
}

/// A line with some texts; nothing when there are none.
fn add<'a>(lines: &mut Vec<String>, kind: &str, texts: impl IntoIterator<Item = &'a String>) {
    let texts: Vec<String> = texts.into_iter().map(|text| escaped(text)).collect();
    if !texts.is_empty() {
        lines.push(format!("{kind}: {}", texts.join(" | ")));
    }
}

fn add_block(lines: &mut Vec<String>, block: &Block) {
    match block {
        Block::Letterhead(letterhead) => {
            for row in &letterhead.rows {
                for (side, group) in [("left", &row.left), ("right", &row.right)] {
                    let texts = std::iter::once(&group.label).chain(&group.lines);
                    add(lines, &format!("letterhead {side}"), texts);
                }
            }
        }
        Block::Heading { level, text } => lines.push(format!("heading {level}: {}", marked(text))),
        Block::Paragraph { text } => lines.push(format!("paragraph: {}", marked(text))),
        Block::List(list) => add_list(lines, list),
        Block::Fields { rows } => {
            for row in rows {
                lines.push(format!("field: {} | {}", escaped(&row.label), marked(&row.value)));
            }
        }
        Block::Contacts { contacts } => {
            for contact in contacts {
                let label = std::iter::once(escaped(&contact.label));
                let texts = label.chain(contact.lines.iter().map(|line| marked(line)));
                lines.push(format!("contact: {}", texts.collect::<Vec<_>>().join(" | ")));
            }
        }
        Block::Table(table) => add_table(lines, table),
        Block::Chart(chart) => add_chart(lines, chart),
        Block::Signatures { signatures } => {
            for signature in signatures {
                let texts = [&signature.name, &signature.position].into_iter();
                add(lines, "signature", texts.chain(&signature.unit));
            }
        }
        Block::SigningForm { fields } => {
            for field in fields {
                add(lines, "filled in", &field.value);
                add(lines, "to sign", [&field.label]);
            }
        }
    }
}

/// The blocks of an item have its number or `bullet` in front, and `then` from the second on.
fn add_list(lines: &mut Vec<String>, list: &List) {
    for (number, item) in (0..).zip(&list.items) {
        let mark = list.start.map_or("bullet".to_owned(), |start| format!("{}.", start + number));
        let mut inside = Vec::new();
        for block in item {
            add_block(&mut inside, block);
        }
        let marks = std::iter::once(mark.clone()).chain(std::iter::repeat(format!("{mark} then")));
        lines.extend(marks.zip(inside).map(|(mark, line)| format!("{mark} {line}")));
    }
}

fn add_table(lines: &mut Vec<String>, table: &Table) {
    add(lines, "table", [&table.caption]);
    add(lines, "table description", [&table.description]);
    add(lines, "columns", table.columns.iter().map(|column| &column.header));
    let side = |align| match align {
        Align::Left => "left",
        Align::Right => "right",
    };
    let sides: Vec<&str> = table.columns.iter().map(|column| side(column.align)).collect();
    lines.push(format!("columns to the: {}", sides.join(" | ")));
    for row in &table.rows {
        let texts = std::iter::once(&row.header).chain(&row.cells);
        add(lines, if row.is_sum { "sum" } else { "row" }, texts);
    }
    for note in &table.notes {
        add(lines, "table note", [note]);
    }
}

/// The alternative text starts with the description; what it says of the values follows.
fn add_chart(lines: &mut Vec<String>, chart: &Chart) {
    let tree = serde_json::to_value(chart).expect("a tree of text");
    let texts = |value: &Value| -> Vec<String> {
        let texts = value.as_array().expect("a list").iter();
        texts.map(chart_text).collect()
    };
    let alternative = chart.alternative_text();
    let description = tree["description"].as_str().expect("a description");
    let of_values = alternative.strip_prefix(description).expect("the description comes first");
    add(lines, "chart", [&chart.caption().to_owned()]);
    lines.push(format!("chart kind: {}", tree["chart"].as_str().expect("a kind")));
    add(lines, "chart description", [&description.to_owned()]);
    add(lines, "alternative text", [&of_values.trim_start().to_owned()]);
    add(lines, "series", &texts(&tree["series"]));
    for point in tree["points"].as_array().expect("points") {
        let label = point["label"].as_str().expect("a label").to_owned();
        add(lines, "point", std::iter::once(&label).chain(&texts(&point["values"])));
    }
    for note in chart.notes() {
        add(lines, "chart note", [note]);
    }
}

/// The name of a series, a count, or what stands instead of one.
fn chart_text(value: &Value) -> String {
    let unstated = value["unstated"].as_str().map(|text| if text.is_empty() { "–" } else { text });
    let text = value.as_str().or(unstated);
    text.map_or_else(|| value["count"].to_string(), str::to_owned)
}

/// Inline text with Markdown's marks, and `⏎` for a line break.
fn marked(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        let _ = match inline {
            Inline::Text(text) => write!(out, "{}", escaped(text)),
            Inline::Strong(inner) => write!(out, "**{}**", marked(inner)),
            Inline::Emphasis(inner) => write!(out, "*{}*", marked(inner)),
            Inline::Link { url, text } => write!(out, "[{}]({})", marked(text), escaped(url)),
            Inline::Break => write!(out, "⏎"),
        };
    }
    out
}

/// A text with fixed spaces shown as `~`, and a `\` before what would be read as a mark.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        if "\\~*[]|⏎".contains(character) {
            out.push('\\');
        }
        out.push(if character == '\u{a0}' { '~' } else { character });
    }
    out
}

#[test]
fn every_example_is_among_the_year_files() {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).expect("data");
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let is_told = YEAR_FILES.iter().any(|(_, told, _)| *told == format!("data/{name}"));
        let is_year_file = Path::new(&name).extension().is_some_and(|ending| ending == "yaml");
        assert!(is_told || !is_year_file, "{name}");
    }
}

#[test]
fn a_line_that_papers_share_is_kept_once() {
    let lines = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
    let all = together(together(Vec::new(), '1', lines("abcd")), '2', lines("axcde"));
    let told: Vec<String> = all.iter().map(|(letters, line)| format!("{line}{letters}")).collect();
    assert_eq!(told, ["a12", "b1", "x2", "c12", "d12", "e2"]);
}

#[test]
fn marks_in_a_text_are_told_from_marks_of_the_tree() {
    let text = vec![
        Inline::Text("5~* ".to_owned()),
        Inline::Strong(vec![Inline::Text("a\u{a0}b".to_owned())]),
    ];
    assert_eq!(marked(&text), r"5\~\* **a~b**");
    assert_eq!(plain(&text), "5~* a\u{a0}b");
}
