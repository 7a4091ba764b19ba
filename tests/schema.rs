//! The JSON Schema and the list of fields: kept fresh, and true to the reading.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;
use tjut::make::Pipeline;
use tjut::source::Source;
use tjut::template::{self, Input, Papers};
use tjut::year_file::{self, reference, schema};

fn year_file() -> Value {
    let papers = Papers::built_in().expect("the built-in templates are whole");
    schema::year_file(&papers.sections_with_papers())
}

/// Compares a stored file with what it should hold, or rewrites it.
fn stored(path: &str, wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("TJUT_RENEW").is_some() {
        std::fs::write(&path, wanted).expect("the file can be written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == wanted, "{} is out of date; renew it with tests/renew", path.display());
}

#[test]
fn the_stored_schema_is_fresh() {
    stored("data/schema.json", &format!("{:#}\n", year_file()));
}

#[test]
fn the_list_of_fields_is_fresh() {
    stored("docs/falt.md", &reference::page(&year_file()));
}

#[test]
fn the_list_of_names_is_fresh() {
    let example = include_str!("../data/norra-innerstaden-2025.yaml");
    let pipeline = Pipeline::standard().expect("what is built in is whole");
    let checked = pipeline.check(Source::new("exempel.yaml", example));
    let facts = checked.facts.as_ref().expect("the example can be read");
    let input = Input { loaded: &checked.loaded, facts, page_label: "" };
    let page = template::reference::page(&input).expect("the example can be read");
    stored("docs/uppgifter.md", &page);
}

/// A year file with every field that the schema knows, each with its example.
#[test]
fn every_example_can_be_read_by_its_own_field() {
    let schema = year_file();
    let mut file = String::new();
    write_fields(&schema, &schema, 0, &mut file);
    let loaded = year_file::load(Source::new("exempel.yaml", file.as_str()));
    let findings: Vec<String> = loaded
        .findings
        .iter()
        .map(|finding| format!("{}: {}", finding.position().line, finding.message))
        .collect();
    assert!(findings.is_empty(), "{findings:#?}\n{file}");
    assert!(loaded.year_file.is_some());
}

fn write_fields(schema: &Value, record: &Value, depth: usize, file: &mut String) {
    let indent = "  ".repeat(depth);
    for (key, field) in record["properties"].as_object().expect("a record has fields") {
        let referred = |value: &'_ Value| -> Option<Value> {
            schema.pointer(value["$ref"].as_str()?.strip_prefix('#')?).cloned()
        };
        if let Some(inner) = referred(field) {
            let _ = writeln!(file, "{indent}{key}:");
            write_fields(schema, &inner, depth + 1, file);
        } else if let Some(inner) = referred(&field["items"]) {
            let _ = writeln!(file, "{indent}{key}:\n{indent}  -");
            write_fields(schema, &inner, depth + 2, file);
        } else if let Some(inner) = referred(&field["patternProperties"]["^20[0-9]{2}$"]) {
            let _ = writeln!(file, "{indent}{key}:\n{indent}  2025:");
            write_fields(schema, &inner, depth + 2, file);
        } else {
            let example = field["examples"].get(0);
            let example = example.unwrap_or_else(|| panic!("`{key}` has no example"));
            let _ = writeln!(file, "{indent}{key}: {example}");
        }
    }
}

#[test]
fn every_field_says_what_it_is() {
    let schema = year_file();
    let records = schema["$defs"].as_object().expect("there are records");
    for (name, record) in records {
        assert!(record["description"].is_string(), "{name} is not described");
        assert_eq!(record["additionalProperties"], false, "{name} takes any key");
        for (key, field) in record["properties"].as_object().expect("a record has fields") {
            assert!(field["description"].is_string(), "{name}.{key} is not described");
        }
    }
}
