//! `uppgifter`: what texts and templates can ask for, with what it comes to in a year file.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::arguments::Placeholders;
use super::read::{self, UnreadableFile};
use super::{Outcome, folder, show, wrap};
use crate::source::Source;
use crate::template::{Input, Placeholder, PlaceholderContent, placeholders};

/// The version of the form; it goes up when a program that reads it could break.
const VERSION: u32 = 1;

/// The file that is listed when none is given.
const EXAMPLE: &str = include_str!("../../data/norra-innerstaden-2025.yaml");

/// The longest name that values are lined up behind.
const WIDEST_NAME: usize = 30;

pub(super) fn run(wanted: &Placeholders) -> Outcome {
    let source = match &wanted.file {
        None => Ok(Source::new("norra-innerstaden-2025.yaml", EXAMPLE)),
        Some(path) => read::source(path),
    };
    match source {
        Ok(source) => list(source, wanted),
        Err(UnreadableFile::Finding(finding)) => {
            show::findings(&[*finding]);
            Outcome::Findings
        }
        Err(UnreadableFile::File(message)) => {
            show::error(&message);
            Outcome::InputOutput
        }
    }
}

fn list(source: Arc<Source>, wanted: &Placeholders) -> Outcome {
    let pipeline = match folder::pipeline(None) {
        Ok(pipeline) => pipeline,
        Err(unusable) => return unusable.show(),
    };
    let (loaded, facts) = pipeline.load(source);
    let Some(facts) = &facts else {
        show::findings(&loaded.findings);
        return Outcome::Findings;
    };
    let all = placeholders(&Input { loaded: &loaded, facts, page_label: "" });
    let text = if wanted.json {
        format!("{:#}\n", document(&loaded.source.name, &all))
    } else {
        all.iter().map(entry).collect()
    };
    if let Err(outcome) = show::output(&text) {
        return outcome;
    }
    if wanted.file.is_none() {
        show::message("\nDet här är programmets exempel. Ange en årsfil för att se vad den ger.");
    }
    if !loaded.findings.is_empty() {
        show::message(
            "\nEn del av årsfilen saknas eller går inte att läsa. `tjut kontrollera` visar vad det är.",
        );
    }
    Outcome::Done
}

/// A name and what it comes to, in as many lines as that takes.
fn entry(placeholder: &Placeholder) -> String {
    let line = |name: &str, text: &str| {
        let head = format!("{name:WIDEST_NAME$}  ");
        // The value of a long name stands below it.
        if name.chars().count() > WIDEST_NAME {
            return format!("{name}\n{}", wrap::lines(&" ".repeat(WIDEST_NAME + 2), text));
        }
        wrap::lines(&head, text)
    };
    match &placeholder.content {
        PlaceholderContent::Text(text) => line(&placeholder.name, text),
        PlaceholderContent::Missing => line(&placeholder.name, "(saknas)"),
        PlaceholderContent::Unread => line(&placeholder.name, "(går inte att läsa)"),
        PlaceholderContent::Rows(rows) if rows.is_empty() => line(&placeholder.name, "(tom lista)"),
        PlaceholderContent::Rows(rows) => {
            let count = match rows.len() {
                1 => "en rad".to_owned(),
                count => format!("{count} rader"),
            };
            let mut entry = line(&placeholder.name, &format!("lista med {count}"));
            for (number, row) in (1..).zip(rows) {
                for (part, text) in
                    row.iter().filter_map(|(part, text)| Some((part, text.as_ref()?)))
                {
                    entry.push_str(&line(&format!("  rad {number}: {part}"), text));
                }
            }
            entry
        }
    }
}

/// The list for other programs. The form is described in `docs/json.md`.
fn document(file: &str, all: &[Placeholder]) -> Value {
    let entries: Vec<Value> = all
        .iter()
        .map(|placeholder| {
            let (mut value, mut rows, mut is_unread) = (Value::Null, Value::Null, false);
            match &placeholder.content {
                PlaceholderContent::Text(text) => value = json!(text),
                PlaceholderContent::Rows(all) => {
                    let row = |row: &Vec<(&'static str, Option<String>)>| {
                        let parts =
                            row.iter().map(|(part, text)| ((*part).to_owned(), json!(text)));
                        Value::Object(parts.collect::<Map<_, _>>())
                    };
                    rows = all.iter().map(row).collect();
                }
                PlaceholderContent::Missing => {}
                PlaceholderContent::Unread => is_unread = true,
            }
            json!({
                "name": placeholder.name,
                "about": placeholder.about,
                "value": value,
                "rows": rows,
                "unread": is_unread,
            })
        })
        .collect();
    json!({ "version": VERSION, "file": file, "placeholders": entries })
}
