//! Filling papers in as far as it goes, for a draft to be looked through.
//!
//! A draft leaves nothing out without a word: where a value is missing or can't be read
//! stands a mark ([`Gap`]), and a text that can't be filled in stands as it was written.
//! A mark has the form `[uppgift saknas: namn]`. The findings say more.

use std::collections::{BTreeMap, BTreeSet};

use minijinja::value::Value;
use minijinja::{Error, Output, State, UndefinedBehavior};

use super::fill::name;
use super::values::{Gap, Values};
use super::{Attachments, Filling, Paper, escape, filters, tree};
use crate::checks::glyphs;
use crate::document::{Block, Document, Inline, Properties, RunningHead};
use crate::finding::Finding;

/// Stands above a text that is shown as it was written.
const RAW_TEXT: &str = "[Texten kan inte fyllas i och visas här som den är skriven]";

/// What a draft does otherwise than a paper.
#[derive(Debug)]
pub(super) struct DraftRules {
    /// The characters in the year file that no paper can show.
    unshowable: BTreeSet<char>,
}

impl Filling<'_> {
    /// The same for drafts: from here on everything can be filled in.
    #[must_use]
    pub fn for_drafts(mut self, unshowable: BTreeSet<char>) -> Self {
        self.values.replace_unread(|name| Value::from_object(Gap::new(name)));
        self.engine.set_undefined_behavior(UndefinedBehavior::Chainable);
        self.engine.set_formatter(write);
        for filter in filters::FILTERS {
            self.engine.add_filter(
                filter.name,
                move |state: &mut State<'_, '_>, value: &Value| -> Result<Value, Error> {
                    let gap = || {
                        let is_gap = value.downcast_object_ref::<Gap>().is_some();
                        if is_gap { value.clone() } else { Value::UNDEFINED }
                    };
                    Ok(filter.made(state, value).unwrap_or_else(|_| gap()))
                },
            );
        }
        self.draft = Some(DraftRules { unshowable });
        self.context = self.in_context(&self.values);
        self.add_raw_texts();
        self.broken.clear();
        self
    }

    /// The names whose values mean nothing, since something could not be read.
    #[must_use]
    pub fn unread_names(&self) -> Vec<&'static str> {
        self.values.iter().filter(|named| named.is_unread).map(|named| named.name).collect()
    }

    /// Values as the engine is given them: in a draft with a gap for every name that a text
    /// asks for and that does not exist.
    pub(super) fn in_context(&self, values: &Values) -> Value {
        if self.draft.is_none() {
            return Value::from(values.clone());
        }
        let asked = self.texts.iter().flat_map(|(_, reading)| &reading.names);
        let names = asked.filter_map(|asked| asked.path.split('.').next());
        let unknown = names.filter(|name| values.get(name).is_none());
        let gaps = unknown.map(|name| (name.to_owned(), Value::from_object(Gap::new(name))));
        let known = values.iter().map(|named| (named.name.to_owned(), named.value.clone()));
        Value::from(gaps.chain(known).collect::<BTreeMap<String, Value>>())
    }

    /// Adds each text as it was written, and puts it in the place of the text that is
    /// filled in where that can't be done.
    fn add_raw_texts(&mut self) {
        let written = self.year_file.texts.iter().flatten();
        for (section, text) in written {
            let is_whole = self
                .filled_text(section)
                .is_some_and(|filled| tree::unsupported_in_text(&filled).is_empty());
            let raw = raw(&text.text);
            let mut names = vec![[name::RAW, section.as_str()].concat()];
            names.extend((!is_whole).then(|| [name::TEXT, section.as_str()].concat()));
            for name in names {
                // The engine can read what has no braces in it.
                let _ = self.engine.add_template_owned(name, raw.clone());
            }
        }
    }

    /// A paper in which whatever can't be filled in is marked.
    pub(super) fn drafted(&self, paper: &Paper, attachments: &Attachments) -> Document {
        let filled = self.document(paper, attachments, name::TEXT);
        let filled = filled.or_else(|_| self.document(paper, attachments, name::RAW));
        filled.unwrap_or_else(|finding| self.unfilled(paper, &finding))
    }

    /// A paper that says why there is no more of it.
    fn unfilled(&self, paper: &Paper, finding: &Finding) -> Document {
        let title = paper.info.name.to_string();
        let text = |text: String| vec![Inline::Text(self.showable(text))];
        let mark = format!("[Papperet kan inte fyllas i: {}]", finding.message);
        let board_matter = &self.year_file.board_matter;
        Document {
            paper: paper.id.clone(),
            properties: Properties {
                title: title.clone(),
                author: self.showable(self.year_file.sender.administration.to_string()),
                subject: String::new(),
                keywords: paper.info.keywords.iter().map(ToString::to_string).collect(),
                date: *board_matter.date,
                reference: None,
            },
            running_head: RunningHead {
                parts: vec![title.clone()],
                page_label: self.input.page_label.to_owned(),
            },
            blocks: vec![
                Block::Heading { level: 1, text: text(title) },
                Block::Paragraph { text: text(mark) },
            ],
            draft: None,
        }
    }

    /// A text of a draft without the characters that it can't show; any other as it is.
    pub(super) fn showable(&self, text: String) -> String {
        match &self.draft {
            Some(rules) => glyphs::without(&text, &rules.unshowable),
            None => text,
        }
    }
}

/// Writes a value, or that there is none.
fn write(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if let Some(gap) = value.downcast_object_ref::<Gap>() {
        return escape::write(out, state, &Value::from(gap.to_string()));
    }
    let has_words = value.is_safe() || escape::text(value).is_ok();
    let shown = if has_words { value.clone() } else { Value::from(Gap::mark(None)) };
    escape::write(out, state, &shown)
}

/// A text as it was written, paragraph by paragraph, below a line that says so. No sign in
/// it is markup, and the engine finds nothing to fill in.
fn raw(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    let lines = std::iter::once(RAW_TEXT).chain(paragraphs);
    let lines: Vec<String> = lines.map(|line| escape::literal(line).replace("{%", "{ %")).collect();
    lines.join("\n\n") + "\n"
}
