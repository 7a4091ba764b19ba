//! From YAML nodes to typed values, gathering every finding on the way.

use std::sync::Arc;

use schemars::{Schema, SchemaGenerator};

use super::presence::{LeftOut, MissingPlace, Presence, RecordField};
use super::required::{Need, missing};
use super::schema;
pub use crate::finding::nearest;
use crate::finding::{Finding, Fix, shorten};
use crate::source::{Source, Span, Unread};
use crate::yaml::{Entry, Node, Value};

/// A type that can be read from a YAML value, and that says what it accepts.
pub trait Read: Sized {
    /// Whether a record must have a key for it.
    const REQUIRED: bool = true;

    /// The fields of the record that it is, or that each of its items is; none otherwise.
    const INNER: &'static [RecordField] = &[];

    /// What may be written, for editors and for the list of fields. It never
    /// refuses what [`Read::read`] accepts.
    fn schema(generator: &mut SchemaGenerator) -> Schema;

    /// Reads a value. Nothing is returned only after a finding has been reported.
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self>;

    /// What takes the place of a value that had to be there and could not be read, so
    /// that the checks can still look at the rest.
    fn stand_in(unread: &Unread) -> Self;

    /// The value when the key is absent: none, unless the type is optional.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }
}

/// An optional field. A value that can't be read is reported and then treated as
/// absent, so that the checks can still look at the rest.
impl<T: Read> Read for Option<T> {
    const REQUIRED: bool = false;
    const INNER: &'static [RecordField] = T::INNER;

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        T::schema(generator)
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        Some(T::read(node, reader))
    }

    fn stand_in(_: &Unread) -> Self {
        None
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    const INNER: &'static [RecordField] = T::INNER;

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        schema::list(&T::schema(generator))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Value::Sequence(items) = &node.value else {
            reader.wrong_type(node, "en lista", list_hint(reader.written(node)));
            return None;
        };
        Some(items.iter().map(|item| reader.item(item)).collect())
    }

    fn stand_in(_: &Unread) -> Self {
        Self::new()
    }
}

/// A way from the top of a file to a value: the keys that lead there. The items of a
/// list share the way of the list.
pub type Path = Vec<String>;

/// What a reading has come to, apart from the values.
#[derive(Debug, Default)]
pub struct ReadOutcome {
    /// What was found.
    pub findings: Vec<Finding>,
    /// Whether a stand-in has been looked at.
    pub unread: Unread,
    /// The ways to the values that could not be read or are missing.
    pub unread_paths: Vec<Path>,
    /// The fields that are left out, as they may be.
    pub left_out: Vec<LeftOut>,
    /// Whether the stand-in of such a field has been looked at.
    pub absent: Unread,
}

/// How a list is written, for one whose rows begin with another sign.
fn list_hint(written: &str) -> &'static str {
    if written.starts_with(['•', '–', '—', '·', '*']) {
        return "Börja varje rad med bindestreck (-) och mellanslag, i stället för det tecken som står där nu.";
    }
    "Skriv varje del på en egen rad som börjar med bindestreck och mellanslag."
}

/// Gathers findings while values are read.
pub struct Reader<'s> {
    source: &'s Arc<Source>,
    outcome: ReadOutcome,
    /// Where the keys and list items stand that lead to the value being read,
    /// innermost last.
    places: Vec<Span>,
    /// The keys among them.
    path: Path,
}

impl<'s> Reader<'s> {
    /// A reader for values of one text.
    #[must_use]
    pub fn new(source: &'s Arc<Source>) -> Self {
        Self { source, outcome: ReadOutcome::default(), places: Vec::new(), path: Path::new() }
    }

    /// What the reading has come to.
    #[must_use]
    pub fn finish(self) -> ReadOutcome {
        self.outcome
    }

    /// Reports a finding at a place.
    pub fn report(&mut self, rule: &'static str, span: Span, message: String, hint: &str) {
        self.report_with(rule, span, message, hint, Vec::new());
    }

    /// Reports a finding at a place, with what would put it right.
    fn report_with(
        &mut self,
        rule: &'static str,
        span: Span,
        message: String,
        hint: &str,
        fixes: Vec<Fix>,
    ) {
        let finding = Finding::error(rule, self.source, span, message).hint(hint);
        self.outcome.findings.push(Finding { fixes, ..finding });
    }

    /// Reads the value under a key of a record. Whether the key must be there is
    /// [`Reader::keys`]' business.
    pub fn field<T: Read>(&mut self, entries: &[Entry], key: &str) -> Option<T> {
        match entries.iter().find(|entry| *entry.key == key) {
            None => T::absent(),
            Some(entry) => self.value(entry),
        }
    }

    /// Reads the value under a key of a record, or puts a stand-in in its place.
    pub fn field_or_stand_in<T: Read>(&mut self, entries: &[Entry], field: RecordField) -> T {
        let is_left_out = matches!(field.presence, Presence::WhenShown(_) | Presence::WithGroup(_))
            && !entries.iter().any(|entry| *entry.key == field.key)
            && !self.is_unread_key(field.key);
        if is_left_out {
            return T::stand_in(&self.outcome.absent);
        }
        self.field(entries, field.key).unwrap_or_else(|| T::stand_in(&self.outcome.unread))
    }

    /// Reads an entry's value.
    pub fn value<T: Read>(&mut self, entry: &Entry) -> Option<T> {
        self.path.push(entry.key.to_string());
        let value = self.inside(entry.key.span.clone(), |reader| T::read(&entry.value, reader));
        self.path.pop();
        value
    }

    /// Reads an entry's value, or puts a stand-in in its place.
    pub fn value_or_stand_in<T: Read>(&mut self, entry: &Entry) -> T {
        self.value(entry).unwrap_or_else(|| T::stand_in(&self.outcome.unread))
    }

    /// Reads an item of a list, or puts a stand-in in its place.
    fn item<T: Read>(&mut self, item: &Node) -> T {
        let read = self.inside(item.span.clone(), |reader| T::read(item, reader));
        read.unwrap_or_else(|| T::stand_in(&self.outcome.unread))
    }

    /// Compares the keys of a record with its fields. A field that a misspelt key most
    /// likely stands for isn't missing.
    pub fn keys(&mut self, entries: &[Entry], fields: &[RecordField]) {
        let known: Vec<&str> = fields.iter().map(|field| field.key).collect();
        let meant = self.unknown_keys(entries, &known);
        let absent = fields
            .iter()
            .filter(|field| !meant.contains(&field.key))
            .filter(|field| !entries.iter().any(|entry| *entry.key == field.key));
        let mut missing: Vec<(&str, MissingPlace)> = Vec::new();
        for RecordField { key, presence, .. } in absent {
            let place = match self.places.last() {
                Some(place) => MissingPlace::under(self.source, place.clone(), entries),
                None => MissingPlace::among(self.source, entries, fields, key),
            };
            let (names, is_in_group) = match presence {
                Presence::Always => {
                    missing.push((*key, place));
                    continue;
                }
                Presence::WhenShown(names) => (*names, false),
                Presence::WithGroup(names) => (*names, true),
                Presence::Optional => continue,
            };
            let path = self.path.iter().cloned().chain([(*key).to_owned()]).collect();
            self.outcome.left_out.push(LeftOut { path, names, place, is_in_group });
        }
        self.missing(&missing);
    }

    /// Reports the keys that are not among a record's fields, and returns the
    /// fields that they were most likely meant to be.
    fn unknown_keys<'k>(&mut self, entries: &[Entry], known: &[&'k str]) -> Vec<&'k str> {
        let mut meant = Vec::new();
        for entry in entries.iter().filter(|entry| !known.contains(&entry.key.as_str())) {
            let near = nearest(&entry.key, known);
            meant.extend(near);
            if let Some(near) = near {
                self.unread_key(near);
            }
            let hint = match near {
                Some(near) => format!("Menade du `{near}`?"),
                None => format!("Här kan stå: {}.", known.join(", ")),
            };
            let is_free = |near: &&str| !entries.iter().any(|other| *other.key == **near);
            let rename = near.filter(is_free).map(Fix::rename);
            let remove = Fix::remove(format!("Ta bort {}", shorten(&entry.key)));
            self.report_with(
                "okänd-nyckel",
                entry.key.span.clone(),
                format!("nyckeln `{}` är okänd", shorten(&entry.key)),
                &hint,
                rename.into_iter().chain([remove]).collect(),
            );
        }
        meant
    }

    /// Reports that a value is of another kind than the field.
    pub fn wrong_type(&mut self, node: &Node, expected: &str, hint: &str) {
        self.wrong_word(node, expected, hint, None);
    }

    /// The same for a field that only some words can stand in; `near` is the one that was most
    /// likely meant.
    pub fn wrong_word(&mut self, node: &Node, expected: &str, hint: &str, near: Option<&str>) {
        self.unread();
        let written = match &node.value {
            Value::Reported => return,
            Value::Null => return self.empty(node),
            Value::Scalar(scalar) => format!("”{}”", shorten(&scalar.text)),
            Value::Sequence(_) => "en lista".to_owned(),
            Value::Mapping(_) => "en grupp av nycklar".to_owned(),
        };
        self.report_with(
            "fel-typ",
            node.span.clone(),
            format!("här väntades {expected}, men det står {written}"),
            hint,
            near.map(Fix::set).into_iter().collect(),
        );
    }

    /// A value as it was written.
    #[must_use]
    pub fn written(&self, node: &Node) -> &'s str {
        self.source.slice(&node.span)
    }

    /// Reports that a value should have been a record.
    pub fn not_a_record(&mut self, node: &Node, fields: &[RecordField]) {
        let hint = match &node.value {
            Value::Scalar(scalar) if scalar.text.contains(':') => {
                "Sätt ett mellanslag efter kolon, som i `klienter: 189`.".to_owned()
            }
            Value::Scalar(scalar) if scalar.text.contains('=') => {
                "Skriv kolon och mellanslag i stället för likhetstecken: `klienter: 189`."
                    .to_owned()
            }
            _ => format!(
                "Skriv varje nyckel på en egen rad, indragen två mellanslag: {}.",
                fields
                    .iter()
                    .map(|field| format!("`{}:`", field.key))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
        };
        self.wrong_type(node, "en grupp av nycklar", &hint);
    }

    fn empty(&mut self, node: &Node) {
        let place = self.places.last().cloned().unwrap_or_else(|| node.span.clone());
        let hint = if place == node.span {
            "Skriv något efter bindestrecket, eller ta bort raden."
        } else {
            "Skriv ett värde efter kolon, eller ta bort raden om uppgiften inte finns."
        };
        self.report("tomt-värde", place, "här saknas ett värde".to_owned(), hint);
    }

    /// Reports a text that only stands where one is still to be written.
    pub fn filler(&mut self, place: Span, text: &str) {
        self.unread();
        self.report(
            "tomt-värde",
            place,
            format!("”{}” är ingen uppgift", shorten(text)),
            "Skriv uppgiften. En rad som inte krävs kan tas bort i stället.",
        );
    }

    /// Reports words in square brackets where one value was to stand.
    pub fn bracketed(&mut self, node: &Node) {
        self.unread();
        self.report(
            "tomt-värde",
            node.span.clone(),
            format!(
                "”{}” står inom hakparenteser, som något att fylla i",
                shorten(self.written(node))
            ),
            "Skriv uppgiften, utan hakparenteser. En rad som inte krävs kan tas bort i stället.",
        );
    }

    fn missing(&mut self, keys: &[(&str, MissingPlace)]) {
        for (key, _) in keys {
            self.unread_key(key);
        }
        for keys in keys.chunk_by(|(_, a), (_, b)| a == b) {
            let Some((_, place)) = keys.first() else { continue };
            let keys: Vec<(&str, &[Need])> =
                keys.iter().map(|(key, _)| (*key, &[] as &[_])).collect();
            let finding = missing(self.source, place, &keys);
            self.outcome.findings.push(finding);
        }
    }

    /// Notes that the value being read, or a part of it, is not known.
    pub fn unread(&mut self) {
        self.outcome.unread_paths.push(self.path.clone());
    }

    fn is_unread_key(&self, key: &str) -> bool {
        let is_it = |path: &Path| {
            path.split_last().is_some_and(|(last, before)| *last == key && *before == *self.path)
        };
        self.outcome.unread_paths.iter().any(is_it)
    }

    /// Notes that the value under a key of the record being read is not known.
    fn unread_key(&mut self, key: &str) {
        let path = self.path.iter().map(String::as_str).chain([key]).map(str::to_owned);
        self.outcome.unread_paths.push(path.collect());
    }

    fn inside<T>(&mut self, place: Span, read: impl FnOnce(&mut Self) -> T) -> T {
        self.places.push(place);
        let result = read(self);
        self.places.pop();
        result
    }
}

/// Declares a record of the year file: a struct whose fields carry their YAML key,
/// their Swedish description and, where it helps, an example; and the reading of it.
///
/// One declaration is the single source of the type, of what is read, and of what
/// the user is told about it: in the JSON Schema, and from there in the editor and
/// in `docs/falt.md`.
///
/// `when ["namn"]` before a key says that the field need only be there when a paper is
/// made that shows it, under one of these names; `with ["namn"]` says the same of a part of
/// a group, which is needed also by a paper that asks first whether the group is there.
/// The word after the key says what becomes of the field in the next year's file
/// ([`NextYear`](super::presence::NextYear)).
macro_rules! record {
    (@next) => {
        None
    };
    (@next keep) => {
        Some($crate::year_file::presence::NextYear::Keep)
    };
    (@next shift) => {
        Some($crate::year_file::presence::NextYear::Shift)
    };
    (@next clear) => {
        Some($crate::year_file::presence::NextYear::Clear)
    };
    (@next review) => {
        Some($crate::year_file::presence::NextYear::Review)
    };
    (@next inside) => {
        Some($crate::year_file::presence::NextYear::Inside)
    };
    (@presence $type:ty) => {
        $crate::year_file::presence::presence::<$type>()
    };
    (@presence $type:ty, when $shown:tt) => {
        $crate::year_file::presence::Presence::WhenShown(&$shown)
    };
    (@presence $type:ty, with $group:tt) => {
        $crate::year_file::presence::Presence::WithGroup(&$group)
    };
    ($(#[doc = $about:literal])* pub struct $name:ident {
        $($(#[doc = $doc:literal])* $(when $shown:tt)? $(with $group:tt)? $key:literal $($next:ident)? => $field:ident : $type:ty $(= $example:tt)?,)*
    }) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name { $($(#[doc = $doc])* pub $field: $type,)* }

        impl $name {
            /// The keys, in the order in which they are described.
            pub(crate) const FIELDS: &[$crate::year_file::presence::RecordField] = &[$(
                $crate::year_file::presence::RecordField {
                    key: $key,
                    presence: $crate::year_file::read::record!(
                        @presence $type $(, when $shown)? $(, with $group)?
                    ),
                    next_year: $crate::year_file::read::record!(@next $($next)?),
                    inner: <$type as $crate::year_file::read::Read>::INNER,
                }
            ),*];
        }

        impl $crate::year_file::read::Read for $name {
            const INNER: &'static [$crate::year_file::presence::RecordField] = Self::FIELDS;

            fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                generator.subschema_for::<Self>()
            }

            fn read(node: &$crate::yaml::Node, reader: &mut $crate::year_file::read::Reader<'_>) -> Option<Self> {
                let Some(entries) = node.entries() else {
                    reader.not_a_record(node, Self::FIELDS);
                    return None;
                };
                reader.keys(entries, Self::FIELDS);
                let mut fields = Self::FIELDS.iter();
                Some(Self { $($field: reader.field_or_stand_in(entries, *fields.next()?),)* })
            }

            fn stand_in(unread: &$crate::source::Unread) -> Self {
                Self { $($field: <$type as $crate::year_file::read::Read>::stand_in(unread),)* }
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut record = $crate::year_file::schema::Record::new(concat!($($about),*));
                $(record.field::<$type>(
                    generator,
                    $key,
                    concat!($($doc),*),
                    [$(serde_json::json!($example))?].into_iter().next(),
                    $crate::year_file::read::record!(@presence $type $(, when $shown)? $(, with $group)?),
                );)*
                record.finish()
            }
        }
    };
}
pub(crate) use record;
