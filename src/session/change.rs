//! What a page wants changed, as edits of the year file's text.
//!
//! A change is an object with `op`; a place is a list of keys and of numbers from 0.
//!
//! | `op` | with | does |
//! |---|---|---|
//! | `set` | `at`, `value` | what stands there becomes the value; nothing or an empty text removes it |
//! | `remove` | `at` | takes it away, and with the last field of a group the group |
//! | `add` | `into`, `key` or none, `value`, `index` or none | a new entry, or a new item of a list |
//! | `move` | `at`, `to` | an item gets this number |
//! | `rename` | `at`, `key` | an entry gets another key |
//! | `reviewed` | `at` | notes that what has come along from the year before is read and holds |
//!
//! Whether a text is written as a text or as a word, such as a figure, the field's kind says.

use serde_json::Value;

use super::Problem;
use crate::finding::shorten;
use crate::yaml::edit::{self, Comments, Edit, Path, Position, RawText, Step, Tree};
use crate::yaml::{Node, Value as YamlValue};
use crate::year_file::field_kinds::FieldKind;
use crate::year_file::fields::Fields;
use crate::year_file::review::checksums;

/// The key of what has been read.
const REVIEWED: &str = "genomlästa";

/// The most edits of one request: more than the cells of any paste.
const MOST_EDITS: usize = 5_000;

/// The text with all changes made.
pub(super) fn made(text: &RawText, fields: &Fields, edits: &Value) -> Result<RawText, Problem> {
    let edits = edits.as_array().filter(|edits| edits.len() <= MOST_EDITS);
    let edits = edits.ok_or_else(not_understood)?;
    edits.iter().try_fold(text.clone(), |text, edit| {
        let change = Change { fields, root: text.tree()?, edit };
        match change.edit()? {
            Some(edit) => Ok(edit::apply(&text, &edit)?),
            None => Ok(text),
        }
    })
}

/// A page that asks for what there is not is another version than the program.
fn not_understood() -> Problem {
    Problem::new("ändringen gick inte att förstå", "Läs in sidan på nytt och försök igen.")
}

/// A change about to be made.
struct Change<'c> {
    fields: &'c Fields,
    root: &'c Node,
    edit: &'c Value,
}

impl Change<'_> {
    /// The edit of the text; none when all is as it is to be.
    fn edit(&self) -> Result<Option<Edit>, Problem> {
        match self.edit.get("op").and_then(Value::as_str) {
            Some("set") => Ok(self.set(&self.path("at")?)),
            Some("remove") => Ok(self.remove(&self.path("at")?)),
            Some("add") => self.add(&self.path("into")?),
            Some("move") => self.move_to(&self.path("at")?),
            Some("rename") => self.rename(&self.path("at")?),
            Some("reviewed") => self.reviewed(&self.path("at")?),
            _ => Err(not_understood()),
        }
    }

    fn set(&self, at: &Path) -> Option<Edit> {
        let value = self.edit.get("value").unwrap_or(&Value::Null);
        if is_nothing(value) {
            return self.remove(at);
        }
        let tree = self.tree(at, value);
        let is_there = self.found(at).is_some_and(|node| Tree::of(node).says_the_same(&tree));
        (!is_there).then(|| self.fields.set(self.root, at, &tree))
    }

    /// Takes something away, and with the last field of a group the group.
    fn remove(&self, at: &Path) -> Option<Edit> {
        self.found(at)?;
        let mut at = at.clone();
        while let Some((group, Step::Key(_))) = at.split_last() {
            let is_alone = self.found(&group).and_then(Node::entries).is_some_and(|e| e.len() == 1);
            if !is_alone || !matches!(group.0.last(), Some(Step::Key(_))) {
                break;
            }
            at = group;
        }
        Some(Edit::Remove { at: at.into(), comments: Comments::Stay })
    }

    fn add(&self, into: &Path) -> Result<Option<Edit>, Problem> {
        let value = self.edit.get("value").unwrap_or(&Value::Null);
        if let Some(key) = self.edit.get("key").and_then(Value::as_str) {
            let at = into.and(key.trim());
            if key.trim().is_empty() {
                return Err(Problem::new("namnet saknas", "Skriv ett namn."));
            }
            if self.found(&at).is_some() {
                let message = format!("”{}” finns redan", shorten(key.trim()));
                return Err(Problem::new(
                    message,
                    "Välj ett annat namn, eller ändra det som finns.",
                ));
            }
            self.known(&at)?;
            return Ok(Some(self.fields.set(self.root, &at, &self.tree(&at, value))));
        }
        let items = self.found(into).map(|node| &node.value);
        let Some(YamlValue::Sequence(items)) = items else {
            let list = Tree::list([self.tree(&into.and(0), value)]);
            return Ok(Some(self.fields.set(self.root, into, &list)));
        };
        let place = self.edit.get("index").and_then(index).filter(|place| *place < items.len());
        let value = self.tree(&into.and(items.len()), value);
        let position = place.map_or(Position::Last, |place| Position::Before(Step::Item(place)));
        Ok(Some(Edit::Add { into: into.into(), key: None, value, position }))
    }

    fn move_to(&self, at: &Path) -> Result<Option<Edit>, Problem> {
        let to = self.edit.get("to").and_then(index).ok_or_else(not_understood)?;
        let Some((list, Step::Item(from))) = at.split_last() else { return Err(not_understood()) };
        let count = match self.found(&list).map(|node| &node.value) {
            Some(YamlValue::Sequence(items)) => items.len(),
            _ => return Err(not_understood()),
        };
        if to >= count || *from >= count {
            return Err(not_understood());
        }
        let position = match to.cmp(from) {
            std::cmp::Ordering::Less => Position::Before(Step::Item(to)),
            std::cmp::Ordering::Greater => Position::After(Step::Item(to)),
            std::cmp::Ordering::Equal => return Ok(None),
        };
        Ok(Some(Edit::Move { at: at.into(), position }))
    }

    fn rename(&self, at: &Path) -> Result<Option<Edit>, Problem> {
        let key = self.edit.get("key").and_then(Value::as_str).map(str::trim);
        let key = key.filter(|key| !key.is_empty()).ok_or_else(not_understood)?;
        let (group, _) = at.split_last().ok_or_else(not_understood)?;
        self.known(&group.and(key))?;
        Ok(Some(Edit::Rename { at: at.into(), key: key.to_owned() }))
    }

    /// Notes that what has come along from the year before is read and holds.
    fn reviewed(&self, at: &Path) -> Result<Option<Edit>, Problem> {
        let node = self.found(at).ok_or_else(not_understood)?;
        let noted = Path::default().and(REVIEWED).and(at.to_string());
        Ok(Some(self.fields.set(self.root, &noted, &Tree::text(checksums(node)))))
    }

    /// The way that is given under a key, which must lead to a field.
    fn path(&self, key: &str) -> Result<Path, Problem> {
        let steps = self.edit.get(key).and_then(Value::as_array).ok_or_else(not_understood)?;
        let step = |step: &Value| match step {
            Value::String(key) => Some(Step::from(key.as_str())),
            other => index(other).map(Step::Item),
        };
        let steps: Option<Vec<Step>> = steps.iter().map(step).collect();
        let path = Path(steps.filter(|steps| !steps.is_empty()).ok_or_else(not_understood)?);
        // What stands there already can be changed and removed whatever it is.
        if self.found(&path).is_none() {
            self.known(&path)?;
        }
        Ok(path)
    }

    fn known(&self, path: &Path) -> Result<(), Problem> {
        self.fields.check(path).map_err(|unknown| {
            let message =
                format!("`{}` är inget fält i årsfilen", shorten(&unknown.path.to_string()));
            Problem::new(message, "Läs in sidan på nytt och försök igen.")
        })
    }

    fn found(&self, path: &Path) -> Option<&Node> {
        path.0.iter().try_fold(self.root, |node, step| node.after(step))
    }

    /// A value as the field's kind has it written.
    fn tree(&self, at: &Path, value: &Value) -> Tree {
        match value {
            Value::Null => Tree::Nothing,
            Value::Bool(is_so) => Tree::word(if *is_so { "ja" } else { "nej" }),
            Value::Number(number) => Tree::word(number),
            Value::String(text) => match self.fields.kind_of(at) {
                Some(FieldKind::Markdown) => Tree::text(format!("{}\n", text.trim_end())),
                Some(FieldKind::Text) => Tree::text(text.trim()),
                _ => Tree::word(text.trim()),
            },
            Value::Array(items) => {
                let items = items.iter().enumerate().filter(|(_, item)| !is_nothing(item));
                Tree::list(items.map(|(number, item)| self.tree(&at.and(number), item)))
            }
            Value::Object(entries) => {
                let entries = entries.iter().filter(|(_, value)| !is_nothing(value));
                Tree::group(
                    entries.map(|(key, value)| {
                        (key.as_str(), self.tree(&at.and(key.as_str()), value))
                    }),
                )
            }
        }
    }
}

fn index(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|number| usize::try_from(number).ok())
}

/// Whether a field with this value is one that is not filled in.
fn is_nothing(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty())
}
