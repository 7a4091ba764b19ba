//! The year file as a form: every field with what it is, what it can be and what it says.

use serde_json::{Value, json};

use super::found::json_path;
use crate::swedish::upper_first;
use crate::yaml::edit::Path;
use crate::yaml::{Entry, Node, Value as YamlValue};
use crate::year_file::field_kinds::FieldKind;
use crate::year_file::fields::Fields;
use crate::year_file::{Loaded, review};

/// A part of the form, in the words of a handläggare.
struct FormSection {
    key: &'static str,
    title: &'static str,
    about: &'static str,
    /// The keys at the top of the year file that belong there.
    fields: &'static [&'static str],
}

/// The parts of the form. Figures and texts, which the page shows in a way of their own,
/// come with the parts that are called so.
const SECTIONS: [FormSection; 7] = [
    FormSection {
        key: "ärende",
        title: "Ärendet",
        about: "Vilket år det gäller, vem som skriver till vem, och nämndens ärende.",
        fields: &["verksamhetsår", "papper", "period", "avsändare", "ärende", "länsstyrelse"],
    },
    FormSection {
        key: "verksamhet",
        title: "Verksamheten",
        about: "Hur verksamheten med personligt ombud är ordnad.",
        fields: &["verksamheter", "verksamhet", "riket", "i_löpande_text"],
    },
    FormSection {
        key: "siffror",
        title: "Siffror",
        about: "Antal klienter och ärenden för varje år. Summor och förändringar räknas ut.",
        fields: &["små_tal"],
    },
    FormSection {
        key: "ekonomi",
        title: "Ekonomi",
        about: "Bidraget och hur det har använts, i kronor.",
        fields: &["ekonomi"],
    },
    FormSection {
        key: "brister",
        title: "Brister",
        about: "Brister i tillgången till vård, stöd och service som ombuden har uppmärksammat.",
        fields: &["brister", "egna_avsnitt"],
    },
    FormSection {
        key: "texter",
        title: "Texter",
        about: "Löpande text till papperens avsnitt. Där du inte skriver något står den inbyggda texten.",
        fields: &[],
    },
    FormSection {
        key: "kontroller",
        title: "Kontroller",
        about: "Regler som inte ska säga något, med skälet till det, och gränser för andra.",
        fields: &["kontroller"],
    },
];

/// The keys at the top of the year file that no part of the form has: figures and texts have
/// their own place, and the rest is written by other means.
#[cfg(test)]
const ELSEWHERE: [&str; 4] = ["statistik", "texter", "från_året_före", "genomlästa"];

pub(super) fn sections(fields: &Fields, loaded: &Loaded) -> Value {
    let form = Form { fields, root: loaded.root.as_deref(), unread: unread_paths(loaded) };
    let section = |section: &FormSection| {
        let keys = section.fields.iter();
        let fields: Vec<Value> =
            keys.filter_map(|key| form.field(&Path::default().and(*key))).collect();
        json!({
            "key": section.key,
            "title": section.title,
            "about": section.about,
            "fields": fields,
        })
    };
    SECTIONS.iter().map(section).collect()
}

/// The places of what has come along from the year before and nobody has read.
pub(super) fn unread_paths(loaded: &Loaded) -> Vec<Path> {
    let (Some(root), Some(year_file)) = (&loaded.root, &loaded.year_file) else {
        return Vec::new();
    };
    let unread = review::unread(root, year_file);
    unread.iter().filter_map(|part| Path::typed(&part.place, root)).collect()
}

/// What a key says, as a heading: `möten_per_år` is `Möten per år`.
pub(super) fn name_of(key: &str) -> String {
    upper_first(&key.replace('_', " "))
}

struct Form<'f> {
    fields: &'f Fields,
    root: Option<&'f Node>,
    unread: Vec<Path>,
}

impl Form<'_> {
    /// A field; nothing for one that the form has no way to show.
    fn field(&self, path: &Path) -> Option<Value> {
        let kind = self.fields.kind_of(path)?;
        let key = path.0.last().map(|step| Path(vec![step.clone()]).to_string())?;
        let mut field = json!({
            "path": json_path(path),
            "label": self.fields.about(path).unwrap_or_default(),
            "name": name_of(&key),
            "key": key,
            "kind": self.kind(path, kind)?,
            "required": self.fields.is_required(path),
            "example": self.fields.example(path),
            "value": self.value(path, kind),
            "review": self.unread.contains(path),
        });
        let choices = self.fields.choices(path);
        if !choices.is_empty() && kind != FieldKind::YesNo {
            field["choices"] = json!(choices);
        }
        match kind {
            FieldKind::Group => field["fields"] = self.inside(path),
            FieldKind::Named => field["fields"] = self.named(path),
            FieldKind::Records => {
                let count = match self.found(path).map(|node| &node.value) {
                    Some(YamlValue::Sequence(items)) => items.len(),
                    _ => 0,
                };
                let item = |path: Path| {
                    let title = self.title(&path);
                    json!({ "path": json_path(&path), "title": title, "fields": self.inside(&path) })
                };
                field["items"] = (0..count).map(|number| item(path.and(number))).collect();
                field["template"] = item(path.and(count));
            }
            _ => {}
        }
        Some(field)
    }

    fn inside(&self, path: &Path) -> Value {
        let keys = self.fields.keys_at(path).into_iter();
        keys.filter_map(|key| self.field(&path.and(key))).collect()
    }

    /// What stands under names of the service's own, a field for each.
    fn named(&self, path: &Path) -> Value {
        let entries = self.found(path).and_then(Node::entries).unwrap_or_default();
        let field = |entry: &Entry| {
            let path = path.and(entry.key.as_str());
            json!({
                "path": json_path(&path),
                "name": entry.key.as_str(),
                "key": entry.key.as_str(),
                "kind": "text",
                "value": self.value(&path, FieldKind::Text),
            })
        };
        entries.iter().map(field).collect()
    }

    /// What the page calls a kind; nothing for one that it can't show.
    fn kind(&self, path: &Path, kind: FieldKind) -> Option<&'static str> {
        Some(match kind {
            FieldKind::Text => "text",
            FieldKind::Markdown => "lines",
            FieldKind::Number if self.is_amount(path) => "amount",
            FieldKind::Number => "number",
            FieldKind::Date => "date",
            FieldKind::YesNo => "yes_no",
            FieldKind::Choice => "choice",
            FieldKind::List => "list",
            FieldKind::Records => "items",
            FieldKind::Group => "group",
            FieldKind::Named if self.fields.kind_of(&path.and("x")) == Some(FieldKind::Text) => {
                "names"
            }
            FieldKind::Named => return None,
        })
    }

    /// Whether a number is one of kronor.
    fn is_amount(&self, path: &Path) -> bool {
        let about = self.fields.about(path).unwrap_or_default().to_lowercase();
        let is_of_economy = path.to_string().starts_with("ekonomi.");
        let is_year = self.fields.kind(path) == Some("Årtal");
        !is_year && (is_of_economy || about.contains("kronor"))
    }

    /// What stands there: a text, or a list of texts.
    fn value(&self, path: &Path, kind: FieldKind) -> Option<Value> {
        let text = |node: &Node| match &node.value {
            YamlValue::Scalar(scalar) => Some(scalar.text.trim_end().to_owned()),
            _ => None,
        };
        let node = self.found(path)?;
        match (kind, &node.value) {
            (FieldKind::Group | FieldKind::Records | FieldKind::Named, _) => None,
            (FieldKind::List, YamlValue::Sequence(items)) => {
                Some(items.iter().map(|item| text(item).unwrap_or_default()).collect())
            }
            _ => text(node).map(Value::String),
        }
    }

    /// What a record of a list is about: the first of its texts.
    fn title(&self, path: &Path) -> Option<String> {
        let entries = self.found(path).and_then(Node::entries).unwrap_or_default();
        let keys = self.fields.keys_at(path);
        let value = |key: &&str| entries.iter().find(|entry| *entry.key == **key);
        let first = keys.iter().find_map(value)?;
        match &first.value.value {
            YamlValue::Scalar(scalar) => Some(scalar.text.trim().to_owned()),
            _ => None,
        }
    }

    fn found(&self, path: &Path) -> Option<&Node> {
        path.0.iter().try_fold(self.root?, |node, step| node.after(step))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::year_file::YearFile;

    #[test]
    fn every_field_of_the_year_file_has_its_place() {
        let placed = SECTIONS.iter().flat_map(|section| section.fields).chain(&ELSEWHERE);
        let mut placed: Vec<&str> = placed.copied().collect();
        placed.sort_unstable();
        let mut all: Vec<&str> = YearFile::FIELDS.iter().map(|field| field.key).collect();
        all.sort_unstable();
        assert_eq!(placed, all);
    }
}
