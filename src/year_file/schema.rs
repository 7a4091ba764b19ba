//! The JSON Schema of the year file, for editors and other programs.
//!
//! It is built from the same declarations as the reading, so the two can't drift
//! apart. It accepts everything that `tjut` accepts; `tjut` itself looks closer.

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::YearFile;
use super::presence::Presence;
use super::read::Read;

/// The name by which other schemas can refer to this one.
const ID: &str = "urn:tjut:schema:arsfil";

/// What the schema says about a field that only some papers need.
pub const WHEN_SHOWN: &str = "Krävs av de papper som visar uppgiften.";

/// A section of a paper that a year file can write the text of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its name under `texter`.
    pub name: String,
    /// The names of the papers that have it, such as `Redovisning`.
    pub papers: Vec<String>,
}

/// The schema of a whole year file, with the sections that the papers have.
#[must_use]
pub fn year_file(sections: &[Section]) -> Value {
    let generator = SchemaGenerator::new(SchemaSettings::draft2020_12());
    let mut root = generator.into_root_schema_for::<YearFile>();
    if let Some(Value::Object(texts)) = root.pointer_mut("/properties/texter") {
        let texts_of = |section: &Section| (section.name.clone(), section_text(section));
        texts.insert("properties".to_owned(), sections.iter().map(texts_of).collect());
        texts.insert("additionalProperties".to_owned(), json!(false));
    }
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("$id".to_owned(), json!(ID));
    schema.insert("title".to_owned(), json!("Årsfil för personligt ombud"));
    let rest = root.as_object().into_iter().flatten();
    for (keyword, value) in rest {
        schema.entry(keyword).or_insert_with(|| value.clone());
    }
    Value::Object(schema)
}

fn section_text(section: &Section) -> Value {
    let mut text = markdown();
    let papers = section.papers.join(" och ");
    text.insert("description".to_owned(), json!(format!("Avsnitt i: {papers}.")));
    text.to_value()
}

/// The schema of a record, while its fields are added.
pub struct Record {
    about: &'static str,
    properties: Map<String, Value>,
    required: Vec<&'static str>,
}

impl Record {
    /// A record without fields.
    #[must_use]
    pub fn new(about: &'static str) -> Self {
        Self { about: about.trim(), properties: Map::new(), required: Vec::new() }
    }

    /// Adds a field. Its description and example go before those of its type.
    pub fn field<T: Read>(
        &mut self,
        generator: &mut SchemaGenerator,
        key: &'static str,
        description: &str,
        example: Option<Value>,
        presence: Presence,
    ) {
        let mut schema = T::schema(generator);
        schema.insert("description".to_owned(), json!(description.trim()));
        if let Some(example) = example {
            schema.insert("examples".to_owned(), json!([example]));
        }
        match presence {
            Presence::Always => self.required.push(key),
            Presence::WhenShown(_) | Presence::WithGroup(_) => {
                schema.insert("$comment".to_owned(), json!(WHEN_SHOWN));
            }
            Presence::Optional => {}
        }
        self.properties.insert(key.to_owned(), schema.to_value());
    }

    /// The finished schema.
    #[must_use]
    pub fn finish(self) -> Schema {
        let mut schema = json_schema!({
            "description": self.about,
            "type": "object",
            "properties": self.properties,
            "additionalProperties": false,
        });
        if !self.required.is_empty() {
            schema.insert("required".to_owned(), json!(self.required));
        }
        schema
    }
}

/// A line of text. YAML takes `0042` for a number and `true` for a truth value;
/// `tjut` takes them as they were typed.
pub(super) fn text() -> Schema {
    json_schema!({ "title": "Text", "type": ["string", "number", "boolean"], "pattern": r"\S" })
}

/// Running text.
pub(super) fn markdown() -> Schema {
    json_schema!({ "title": "Text i Markdown", "type": ["string", "number", "boolean"] })
}

/// Ordinary, fixed and thin spaces, which may stand between thousands.
const SPACES: &str = r" \u00a0\u2009\u202f";

/// What a count is called as a kind of value.
pub(crate) const COUNT: &str = "Antal";

pub(super) fn count(largest: u64) -> Schema {
    json_schema!({
        "title": COUNT,
        "type": ["integer", "string"],
        "minimum": 0,
        "maximum": largest,
        "pattern": format!("^([0-9]+|[0-9]{{1,3}}([{SPACES}][0-9]{{3}})+)$"),
        "examples": [189, "1 250 000"],
    })
}

pub(super) fn decimal() -> Schema {
    json_schema!({
        "title": "Tal",
        "type": ["integer", "string"],
        "minimum": 0,
        "pattern": format!("^([0-9]+|[0-9]{{1,3}}([{SPACES}][0-9]{{3}})+)(,[0-9]{{1,2}})?$"),
        "examples": [4, "3,75"],
    })
}

/// A whole number within bounds. The pattern of what is typed as text lets through
/// what is outside them, since leading zeros and spaces are allowed.
pub(super) fn within(least: u64, most: u64) -> Schema {
    let mut schema = count(most);
    schema.insert("title".to_owned(), json!(format!("Heltal från {least} till {most}")));
    schema.insert("minimum".to_owned(), json!(least));
    schema.insert("examples".to_owned(), json!([least.max(1)]));
    schema
}

/// A name from a list, for editors to offer. Other spellings of the names can be read
/// as well, so the list is not all there is.
pub(super) fn county_board(names: &[String]) -> Schema {
    let mut schema = text();
    schema.insert("anyOf".to_owned(), json!([{ "enum": names }, {}]));
    schema
}

pub(super) fn date() -> Schema {
    json_schema!({
        "title": "Datum",
        "type": "string",
        "format": "date",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "examples": ["2026-01-15"],
    })
}

pub(super) fn yes_no() -> Schema {
    json_schema!({ "title": "Ja eller nej", "enum": ["ja", "nej", true, false], "examples": ["ja"] })
}

const YEAR: &str = "^20[0-9]{2}$";

pub(super) fn year() -> Schema {
    json_schema!({
        "title": "Årtal",
        "type": ["integer", "string"],
        "minimum": 2000,
        "maximum": 2099,
        "pattern": YEAR,
        "examples": [2025],
    })
}

pub(super) fn list(items: &Schema) -> Schema {
    json_schema!({ "title": "Lista", "type": "array", "items": items })
}

/// Values under names that the writer of the file chooses.
pub(super) fn named(title: &str, values: &Schema) -> Schema {
    json_schema!({
        "title": title,
        "type": "object",
        "propertyNames": { "minLength": 1 },
        "additionalProperties": values,
    })
}

/// Values under years.
pub(super) fn by_year(values: &Schema) -> Schema {
    json_schema!({
        "title": "Uppgifter för varje år",
        "type": "object",
        "patternProperties": { YEAR: values },
        "additionalProperties": false,
    })
}
