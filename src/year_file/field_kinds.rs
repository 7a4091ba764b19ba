//! What kind of value a field has, for whoever makes a form of the fields.

use serde_json::Value;

use super::fields::Fields;
use crate::yaml::edit::{Path, Step};

/// A kind of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// A line of text.
    Text,
    /// Running text in Markdown.
    Markdown,
    /// A number, a year among them.
    Number,
    /// A date.
    Date,
    /// Ja or nej.
    YesNo,
    /// A word from a closed list.
    Choice,
    /// A list of single values.
    List,
    /// A list of records.
    Records,
    /// A record.
    Group,
    /// Values under names that the service chooses, or under years.
    Named,
}

impl Fields {
    /// What kind of value the field at the end of a way has; nothing where there is no field.
    #[must_use]
    pub fn kind_of(&self, path: &Path) -> Option<FieldKind> {
        let (_, schema) = self.schema_at(path)?;
        if schema.get("properties").is_some() && schema.get("title").is_none() {
            return Some(FieldKind::Group);
        }
        Some(match schema.get("title").and_then(Value::as_str) {
            Some("Text i Markdown") => FieldKind::Markdown,
            Some("Text") => FieldKind::Text,
            Some("Datum") => FieldKind::Date,
            Some("Ja eller nej") => FieldKind::YesNo,
            Some("Lista") => match self.kind_of(&path.and(0))? {
                FieldKind::Group => FieldKind::Records,
                _ => FieldKind::List,
            },
            _ if schema.get("additionalProperties").is_some() => FieldKind::Named,
            None if schema.get("enum").is_some() => FieldKind::Choice,
            _ => FieldKind::Number,
        })
    }

    /// Whether a record must always have the field.
    #[must_use]
    pub fn is_required(&self, path: &Path) -> bool {
        let Some((group, Step::Key(key))) = path.split_last() else { return false };
        let required = self.schema_at(&group).and_then(|(_, schema)| schema.get("required"));
        let mut required = required.and_then(Value::as_array).into_iter().flatten();
        required.any(|other| other == key)
    }

    /// The words that a field, or each item of its list, can have; none where any can stand.
    #[must_use]
    pub fn choices(&self, path: &Path) -> Vec<&str> {
        let listed = |path: &Path| {
            let (_, schema) = self.schema_at(path)?;
            let listed = schema.get("enum").or_else(|| schema.pointer("/anyOf/0/enum"));
            listed.and_then(Value::as_array)
        };
        let listed = listed(path).or_else(|| listed(&path.and(0)));
        listed.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// How a value of the field can look, as it would be typed.
    #[must_use]
    pub fn example(&self, path: &Path) -> Option<String> {
        let (field, schema) = self.schema_at(path)?;
        let example = field.get("examples").or_else(|| schema.get("examples"))?.get(0)?;
        match example {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(is_so) => Some(if *is_so { "ja" } else { "nej" }.to_owned()),
            Value::Array(items) => items.first().and_then(Value::as_str).map(str::to_owned),
            _ => None,
        }
    }
}
