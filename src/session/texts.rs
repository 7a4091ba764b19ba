//! The texts of the papers' sections, and what can be asked for in them.

use serde_json::{Value, json};

use super::form::{name_of, unread_paths};
use crate::checks::asked_by_law;
use crate::facts::Facts;
use crate::make::{Checked, Pipeline};
use crate::template::{Filling, Input, Paper, PlaceholderContent, placeholders as all};
use crate::yaml::Value as YamlValue;
use crate::yaml::edit::Path;

pub(super) fn texts(
    pipeline: &Pipeline,
    checked: &Checked,
    built_in: &[(String, String)],
) -> Value {
    let papers = pipeline.papers_of(checked);
    let root = checked.loaded.root.as_deref();
    let unread = unread_paths(&checked.loaded);
    let mut sections: Vec<&str> = Vec::new();
    for section in papers.iter().flat_map(|paper| paper.sections()) {
        if !sections.contains(&section) {
            sections.push(section);
        }
    }
    let text = |section: &&str| {
        let has = |paper: &&&Paper| paper.sections().any(|other| other == *section);
        let names = papers.iter().filter(has).map(|paper| paper.info.name.as_str());
        let written = root.and_then(|root| root.get("texter")?.get(section));
        let value = written.and_then(|node| match &node.value {
            YamlValue::Scalar(scalar) => Some(scalar.text.trim_end()),
            _ => None,
        });
        let default = built_in.iter().find(|(other, _)| other == section).map(|(_, text)| text);
        json!({
            "name": section,
            "title": name_of(section),
            "papers": names.collect::<Vec<_>>(),
            "value": value,
            "default": default,
            "law": asked_by_law(&papers, section),
            "unread": unread.contains(&Path::default().and("texter").and(*section)),
        })
    };
    sections.iter().map(text).collect()
}

/// The texts that stand where the year file has none, each with its section.
pub(super) fn built_in_texts(
    pipeline: &Pipeline,
    checked: &Checked,
    papers: &[&Paper],
) -> Vec<(String, String)> {
    let filling = input(checked).and_then(|input| Filling::new(&pipeline.papers, input));
    let texts = filling
        .iter()
        .flat_map(|filling| papers.iter().flat_map(|paper| filling.built_in_texts(paper)));
    texts.map(|(section, text)| (section.to_owned(), text)).collect()
}

/// What texts can ask for, with what it comes to by now.
pub(super) fn placeholders(checked: &Checked) -> Value {
    let Some(input) = input(checked) else { return json!([]) };
    let value = |content: PlaceholderContent| match content {
        PlaceholderContent::Text(text) => Some(text),
        PlaceholderContent::Rows(rows) => Some(match rows.len() {
            1 => "lista med en rad".to_owned(),
            count => format!("lista med {count} rader"),
        }),
        PlaceholderContent::Missing | PlaceholderContent::Unread => None,
    };
    let entry = |placeholder: crate::template::Placeholder| {
        json!({
            "name": placeholder.name,
            "about": placeholder.about,
            "value": value(placeholder.content),
        })
    };
    all(&input).into_iter().map(entry).collect()
}

pub(super) fn input(checked: &Checked) -> Option<Input<'_>> {
    let facts: &Facts = checked.facts.as_ref()?;
    Some(Input { loaded: &checked.loaded, facts, page_label: "" })
}
