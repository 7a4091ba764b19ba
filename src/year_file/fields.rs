//! Which fields a year file can have at a place, and in which order: for whoever writes
//! into one.

use serde_json::{Map, Value};

use super::schema::{self, Section};
use crate::yaml::Node;
use crate::yaml::edit::{Edit, Path, Position, Step, Tree};

/// Stands for a year in a place.
pub const ANY_YEAR: &str = "ÅR";

/// The fields of the year file, from its schema.
#[derive(Debug)]
pub struct Fields {
    schema: Value,
}

/// A key that no field has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownField {
    /// The way to it.
    pub path: Path,
    /// The key or number.
    pub step: Step,
    /// The keys that could stand there; none where there is one value only.
    pub known: Vec<String>,
}

impl Fields {
    /// The fields, with the sections that the papers have under `texter`.
    #[must_use]
    pub fn new(sections: &[Section]) -> Self {
        Self { schema: schema::year_file(sections) }
    }

    /// The keys that a year file can have at the top.
    #[must_use]
    pub fn at_the_top(&self) -> Vec<&str> {
        self.keys(&self.schema)
    }

    /// The places of the records' fields with a key, with [`ANY_YEAR`] for a year; fields of
    /// a list's items are not among them.
    #[must_use]
    pub fn ways_to(&self, key: &str) -> Vec<String> {
        let mut ways = Vec::new();
        self.add_ways("", &self.schema, key, &mut ways);
        ways
    }

    fn add_ways(&self, way: &str, field: &Value, wanted: &str, ways: &mut Vec<String>) {
        let field = self.resolved(field);
        let fields = field.get("properties").and_then(Value::as_object);
        let years = field.get("patternProperties").and_then(Value::as_object);
        let years = years.into_iter().flat_map(Map::values).map(|inner| (ANY_YEAR, inner));
        let fields = fields.into_iter().flatten().map(|(key, inner)| (key.as_str(), inner));
        for (key, inner) in fields.chain(years) {
            let way = if way.is_empty() { key.to_owned() } else { format!("{way}.{key}") };
            if key == wanted {
                ways.push(way.clone());
            }
            self.add_ways(&way, inner, wanted, ways);
        }
    }

    /// Whether there is a field at the end of a way. Names that a service chooses itself
    /// are fields.
    ///
    /// # Errors
    /// The first step that no field has.
    pub fn check(&self, path: &Path) -> Result<(), UnknownField> {
        let mut field = &self.schema;
        for (number, step) in path.0.iter().enumerate() {
            field = self.inside(field, step).ok_or_else(|| UnknownField {
                path: Path(path.0[..=number].to_vec()),
                step: step.clone(),
                known: self.keys(field).into_iter().map(str::to_owned).collect(),
            })?;
        }
        Ok(())
    }

    /// The edit that sets a value, where the order of the fields and of years says where a
    /// new one comes: after the field before it.
    #[must_use]
    pub fn set(&self, root: &Node, at: &Path, value: &Tree) -> Edit {
        let plain = || Edit::Set { at: at.clone().into(), value: value.clone() };
        let (mut node, mut field) = (root, Some(&self.schema));
        for (number, step) in at.0.iter().enumerate() {
            if let Some(next) = node.after(step) {
                node = next;
                field = field.and_then(|field| self.inside(field, step));
                continue;
            }
            let (Step::Key(key), Some(entries)) = (step, node.entries()) else { return plain() };
            let there: Vec<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
            let order = field.map(|field| self.keys(field)).unwrap_or_default();
            let Some(value) = nested(&at.0[number + 1..], value.clone()) else { return plain() };
            return Edit::Add {
                into: Path(at.0[..number].to_vec()).into(),
                key: Some(key.clone()),
                value,
                position: position(key, &there, &order),
            };
        }
        plain()
    }

    /// What stands at the end of a way, as the list of fields says; nothing for a name that
    /// the service has chosen itself.
    #[must_use]
    pub fn about(&self, path: &Path) -> Option<&str> {
        let (group, last) = path.0.split_last().map(|(last, group)| (group, last))?;
        let group = group.iter().try_fold(&self.schema, |field, step| self.inside(field, step))?;
        let named = match last {
            Step::Key(key) => self.resolved(group).get("properties")?.get(key)?,
            Step::Item(_) => return None,
        };
        named.get("description").and_then(Value::as_str)
    }

    /// What kind of value stands at the end of a way: `Antal`, `Text`, `Text i Markdown`.
    #[must_use]
    pub fn kind(&self, path: &Path) -> Option<&str> {
        let field = path.0.iter().try_fold(&self.schema, |field, step| self.inside(field, step));
        self.resolved(field?).get("title").and_then(Value::as_str)
    }

    /// The keys of the record at the end of a way, in the order of its fields; none where
    /// there is no record.
    #[must_use]
    pub fn keys_at(&self, path: &Path) -> Vec<&str> {
        let field = path.0.iter().try_fold(&self.schema, |field, step| self.inside(field, step));
        field.map(|field| self.keys(field)).unwrap_or_default()
    }

    /// What the schema says about what can stand at the end of a way: as it stands there,
    /// and as the record that it refers to.
    pub(super) fn schema_at(&self, path: &Path) -> Option<(&Value, &Value)> {
        let field = path.0.iter().try_fold(&self.schema, |field, step| self.inside(field, step))?;
        Some((field, self.resolved(field)))
    }

    fn inside<'f>(&'f self, field: &'f Value, step: &Step) -> Option<&'f Value> {
        let field = self.resolved(field);
        match step {
            Step::Item(_) => field.get("items"),
            Step::Key(key) => {
                let named = field.get("properties").and_then(|fields| fields.get(key));
                let years = || {
                    let patterns = field.get("patternProperties").and_then(Value::as_object);
                    patterns.and_then(|patterns| patterns.values().next())
                };
                named.or_else(years).or_else(|| {
                    field.get("additionalProperties").filter(|others| others.is_object())
                })
            }
        }
    }

    /// The keys of a record in the order of its fields.
    fn keys<'f>(&'f self, field: &'f Value) -> Vec<&'f str> {
        let fields = self.resolved(field).get("properties").and_then(Value::as_object);
        fields.map(Map::keys).into_iter().flatten().map(String::as_str).collect()
    }

    fn resolved<'f>(&'f self, field: &'f Value) -> &'f Value {
        let name =
            field.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix('#'));
        name.and_then(|name| self.schema.pointer(name)).unwrap_or(field)
    }
}

fn nested(steps: &[Step], value: Tree) -> Option<Tree> {
    steps.iter().rev().try_fold(value, |value, step| match step {
        Step::Key(key) => Some(Tree::Group(vec![(key.clone(), value)])),
        Step::Item(0) => Some(Tree::List(vec![value])),
        Step::Item(_) => None,
    })
}

/// Where a new key comes among those that are there.
fn position(key: &str, there: &[&str], order: &[&str]) -> Position {
    let is_year = |key: &str| key.len() == 4 && key.bytes().all(|byte| byte.is_ascii_digit());
    if is_year(key) && !there.is_empty() && there.iter().all(|key| is_year(key)) {
        // The latest year first or last, as they stand.
        let is_falling = there.len() > 1 && there[0] > there[1];
        let next = there.iter().find(|year| if is_falling { **year < key } else { **year > key });
        return next.map_or(Position::Last, |next| Position::Before(Step::from(*next)));
    }
    let Some(place) = order.iter().position(|known| *known == key) else { return Position::Last };
    let before = order[..place].iter().rev().find(|known| there.contains(known));
    let after = || order[place..].iter().find(|known| there.contains(known));
    match before {
        Some(before) => Position::After(Step::from(*before)),
        None => after().map_or(Position::Last, |after| Position::Before(Step::from(*after))),
    }
}
