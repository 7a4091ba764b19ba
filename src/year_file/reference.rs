//! The list of all fields as a page to read, made from the JSON Schema.

use std::fmt::Write as _;

use serde_json::Value;

use super::schema::WHEN_SHOWN;

const HEAD: &str = "\
# Årsfilens fält

Sidan är skapad ur programmets egen beskrivning av årsfilen. Ett fullständigt exempel finns i
[`data/norra-innerstaden-2025.yaml`](../data/norra-innerstaden-2025.yaml).

- *Antal* skrivs med siffror: `189` eller `1 250 000`.
- *Tal* skrivs med decimalkomma och högst två decimaler: `3,75`.
- *Datum* skrivs med år, månad och dag: `2026-01-15`.
- *Text* står på samma rad som sin nyckel och behåller precis det som skrivs, till exempel `0042`.
- *Text i Markdown* skrivs efter `|` på raderna under sin nyckel, indragen.
- En uppgift som inte finns utelämnas tillsammans med sin nyckel.
- *Krävs* gäller för att filen ska kunna läsas. *När den visas* betyder att uppgiften bara behövs
  om något av papperen som görs visar den. Vad förordningen (2013:522) kräver utöver det visar
  `tjut kontrollera`.
";

/// The page in Markdown.
#[must_use]
pub fn page(schema: &Value) -> String {
    let mut page = FieldPage { schema, text: HEAD.to_owned() };
    page.record("", schema);
    page.text
}

struct FieldPage<'s> {
    schema: &'s Value,
    text: String,
}

/// A record that a field leads to, with the path to it.
struct Inner<'s> {
    path: String,
    record: &'s Value,
}

impl<'s> FieldPage<'s> {
    fn record(&mut self, path: &str, record: &'s Value) {
        let title =
            if path.is_empty() { "Överst i filen".to_owned() } else { format!("`{path}`") };
        let about = text_at(record, "description");
        let _ = write!(self.text, "\n## {title}\n\n{about}\n\n");
        self.text.push_str("| Nyckel | Skrivs som | Krävs | Beskrivning | Exempel |\n");
        self.text.push_str("|---|---|---|---|---|\n");
        let required: Vec<&str> = array(record, "required").filter_map(Value::as_str).collect();
        let mut inner = Vec::new();
        for (key, field) in entries(record) {
            let child = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            let (kind, found) = self.kind(&child, field);
            let row = [
                format!("`{key}`"),
                kind,
                if required.contains(&key.as_str()) {
                    "ja"
                } else if text_at(field, "$comment") == WHEN_SHOWN {
                    "när den visas"
                } else {
                    "nej"
                }
                .to_owned(),
                text_at(field, "description").to_owned(),
                if found.is_some() { String::new() } else { example(field) },
            ];
            let _ = writeln!(self.text, "| {} |", row.map(|cell| escape(&cell)).join(" | "));
            inner.extend(found);
        }
        for found in inner {
            self.record(&found.path, found.record);
        }
    }

    /// What is written under a key, in words, and the record that it leads to.
    fn kind(&self, path: &str, field: &'s Value) -> (String, Option<Inner<'s>>) {
        if let Some(record) = self.referred(field) {
            return (
                format!("nycklar, se `{path}`"),
                Some(Inner { path: path.to_owned(), record }),
            );
        }
        if let Some(items) = field.get("items") {
            let path = format!("{path}[]");
            return match self.referred(items) {
                Some(record) => (
                    format!("lista där varje del har nycklar, se `{path}`"),
                    Some(Inner { path, record }),
                ),
                None => (format!("lista av {}", lowered(text_at(items, "title"))), None),
            };
        }
        let by_year = field.get("patternProperties").and_then(Value::as_object);
        if let Some(record) =
            by_year.and_then(|years| years.values().find_map(|year| self.referred(year)))
        {
            let path = format!("{path}.ÅR");
            return (format!("årtal med nycklar under, se `{path}`"), Some(Inner { path, record }));
        }
        let inner = Inner { path: path.to_owned(), record: field };
        (lowered(text_at(field, "title")), field.get("properties").map(|_| inner))
    }

    /// The record that a schema refers to.
    fn referred(&self, schema: &Value) -> Option<&'s Value> {
        self.schema.pointer(schema.get("$ref")?.as_str()?.strip_prefix('#')?)
    }
}

fn text_at<'v>(value: &'v Value, keyword: &str) -> &'v str {
    value.get(keyword).and_then(Value::as_str).unwrap_or("")
}

fn array<'v>(value: &'v Value, keyword: &str) -> impl Iterator<Item = &'v Value> {
    value.get(keyword).and_then(Value::as_array).into_iter().flatten()
}

fn entries(record: &Value) -> impl Iterator<Item = (&String, &Value)> {
    record.get("properties").and_then(Value::as_object).into_iter().flatten()
}

fn lowered(title: &str) -> String {
    let title = title.replacen("Text", "text", 1);
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn example(field: &Value) -> String {
    array(field, "examples")
        .map(|example| format!("`{}`", yaml(example)))
        .collect::<Vec<_>>()
        .join(", ")
}

/// An example on one line, as it can be typed.
#[must_use]
pub fn yaml(example: &Value) -> String {
    match example {
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            format!("[{}]", items.iter().map(yaml).collect::<Vec<_>>().join(", "))
        }
        Value::Object(entries) => {
            let entry = |(key, value): (&String, &Value)| format!("{key}: {}", yaml(value));
            format!("{{ {} }}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

fn escape(cell: &str) -> String {
    cell.replace('|', "\\|")
}
