//! Every name that texts and templates can ask for, with what it comes to in a year file.

use minijinja::value::{Value, ValueKind};

use super::Input;
use super::reference::PlaceholderPage;
use super::values::{self, NamedValue, ShownNumber};
use crate::phrases;

/// A name with what it comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// What is written between the braces.
    pub name: String,
    /// What it is, in Swedish.
    pub about: String,
    /// What it comes to.
    pub content: PlaceholderContent,
}

/// What a name comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceholderContent {
    /// What a paper shows. A list of texts is shown as the filter `lista` writes it, and
    /// what only answers yes or no as `ja` or `nej`.
    Text(String),
    /// The rows of a list, each with the names of its parts and what these come to.
    Rows(Vec<Vec<(&'static str, Option<String>)>>),
    /// The year file has no such thing.
    Missing,
    /// The year file has it, or has to have it, and it can't be read.
    Unread,
}

/// The names of a year file in the order of the handbook; none when it could not be read.
/// A masked count is shown as papers show it.
#[must_use]
pub fn placeholders(input: &Input<'_>) -> Vec<Placeholder> {
    let Some(year_file) = input.loaded.year_file.as_ref() else { return Vec::new() };
    let values = values::values(year_file, input);
    let page = PlaceholderPage::of(&values);
    values.iter().flat_map(|named| of(named, &page)).collect()
}

fn of(named: &NamedValue, page: &PlaceholderPage) -> Vec<Placeholder> {
    let single = |content| {
        vec![Placeholder { name: named.name.to_owned(), about: named.about.to_string(), content }]
    };
    if named.is_unread {
        return single(PlaceholderContent::Unread);
    }
    let parts = values::parts_of(named.name);
    let is_figure = named.value.downcast_object_ref::<ShownNumber>().is_some();
    let part = |name: &str, about: &str| {
        let path = format!("{}.{name}", named.name);
        let content =
            page.at_path(&path).map_or(PlaceholderContent::Missing, PlaceholderContent::Text);
        Placeholder { name: path, about: about.to_owned(), content }
    };
    match named.value.kind() {
        ValueKind::Undefined => single(PlaceholderContent::Missing),
        ValueKind::Seq if !parts.is_empty() => {
            let rows = named.value.try_iter().into_iter().flatten();
            let row =
                |row: Value| parts.iter().map(|(name, _)| (*name, page.part(&row, name))).collect();
            single(PlaceholderContent::Rows(rows.map(row).collect()))
        }
        _ if is_figure => {
            let whole = single(page.text(&named.value));
            let parts = ShownNumber::PARTS.iter().map(|(name, about)| part(name, about));
            whole.into_iter().chain(parts).collect()
        }
        ValueKind::Map if named.name == "mening" => {
            phrases::described().map(|(name, about)| part(name, about)).collect()
        }
        ValueKind::Map if !parts.is_empty() => {
            parts.iter().map(|(name, about)| part(name, about)).collect()
        }
        // Tables are for templates, which go through their rows.
        ValueKind::Map => Vec::new(),
        _ => single(page.text(&named.value)),
    }
}

impl PlaceholderPage {
    /// What an expression comes to; nothing when it comes to nothing.
    fn at_path(&self, path: &str) -> Option<String> {
        self.value(path).and_then(|value| self.shown_value(&value))
    }

    fn part(&self, row: &Value, name: &str) -> Option<String> {
        row.get_attr(name).ok().and_then(|value| self.shown_value(&value))
    }

    fn text(&self, value: &Value) -> PlaceholderContent {
        self.shown_value(value).map_or(PlaceholderContent::Missing, PlaceholderContent::Text)
    }
}
