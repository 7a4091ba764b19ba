//! Which names papers ask for, filled in with a year file.

use std::collections::BTreeSet;

use super::language::{self, Language, TextReading};
use super::sections::{TemplateSection, fetches_macros};
use super::{Paper, Papers};
use crate::source::Span;
use crate::year_file::YearFile;

/// The names that a template asks for, each with the section that it stands in.
#[derive(Debug, Default)]
pub(super) struct Names {
    all: Vec<(Option<String>, String)>,
    /// Those whose being there the template asks about before it shows them.
    tested: BTreeSet<String>,
    /// The macros that it calls, each with the section that it is called in.
    calls: Vec<(Option<String>, String)>,
}

impl Names {
    /// The names in a template's body with these sections.
    pub(super) fn of(body: &str, sections: &[TemplateSection]) -> Self {
        let reading = language::read(body, Language::Template);
        let section_at = |at: usize| {
            // The innermost of several.
            let around = sections.iter().rev().find(|section| section.span.contains(&at));
            around.map(|section| section.name.clone())
        };
        let all = reading.names.into_iter().map(|name| (section_at(name.span.start), name.path));
        let calls = calls(body).map(|(at, name)| (section_at(at), name.to_owned()));
        Self {
            all: all.collect(),
            tested: reading.tested.into_iter().collect(),
            calls: calls.collect(),
        }
    }
}

/// The macros that a text calls, each with the place.
fn calls(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices("{{").filter_map(move |(at, opening)| {
        let inside = text.get(at + opening.len()..)?.trim_start();
        let end = inside.find(|c: char| !c.is_alphanumeric() && c != '_')?;
        let (name, rest) = inside.split_at_checked(end)?;
        rest.starts_with('(').then_some((at, name))
    })
}

/// The macros that a text gives, each with the place of all of it.
fn macros(text: &str) -> impl Iterator<Item = (&str, Span)> {
    text.match_indices("{% macro ").filter_map(move |(at, opening)| {
        let rest = text.get(at + opening.len()..)?;
        let (name, _) = rest.split_once('(')?;
        let length = rest.find("{% endmacro")?;
        Some((name.trim(), at..at + opening.len() + length))
    })
}

/// The names that a paper asks for, filled in with a year file.
#[derive(Debug, Default)]
pub struct Asked {
    names: BTreeSet<String>,
    tested: BTreeSet<String>,
    /// The names that stand in sections, with these.
    in_sections: Vec<(String, String)>,
    /// The names that stand elsewhere: in the template, or in what papers have in common.
    elsewhere: BTreeSet<String>,
}

/// Whether a path is that of a name or of a part of what it stands for.
fn is_part(path: &str, name: &str) -> bool {
    path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

impl Asked {
    /// Whether a name, or a part of what it stands for, is asked for.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        let mut paths = self.names.range(name.to_owned()..);
        paths.by_ref().take_while(|path| path.starts_with(name)).any(|path| is_part(path, name))
    }

    /// The sections that ask for a name, when it stands in no other place.
    #[must_use]
    pub fn sections(&self, name: &str) -> Vec<String> {
        if self.elsewhere.iter().any(|path| is_part(path, name)) {
            return Vec::new();
        }
        let mut sections: Vec<String> = Vec::new();
        for (section, path) in &self.in_sections {
            if is_part(path, name) && !sections.contains(section) {
                sections.push(section.clone());
            }
        }
        sections
    }

    /// Whether the paper can't do without a name.
    #[must_use]
    pub fn needs(&self, name: &str) -> bool {
        let mut paths = self.names.range(name.to_owned()..);
        let mut paths = paths.by_ref().take_while(|path| path.starts_with(name));
        let is_shown = |path: &String| is_part(path, name) && !self.tested.contains(path);
        !self.tested.contains(name) && paths.any(is_shown)
    }

    fn add(&mut self, reading: TextReading, section: Option<&str>) {
        self.add_names(reading.names.into_iter().map(|name| name.path), section);
        self.tested.extend(reading.tested);
    }

    fn add_names(&mut self, names: impl Iterator<Item = String>, section: Option<&str>) {
        for name in names {
            self.names.insert(name.clone());
            match section {
                Some(section) => self.in_sections.push((section.to_owned(), name)),
                None => drop(self.elsewhere.insert(name)),
            }
        }
    }
}

impl Papers {
    /// The names that a paper asks for: in its template, but for the sections that the
    /// year file words itself, in those texts, and in what papers have in common.
    #[must_use]
    pub fn asked(&self, paper: &Paper, year_file: &YearFile) -> Asked {
        let mut asked = Asked::default();
        let is_replaced = |section: &Option<String>| {
            section.as_deref().is_some_and(|name| year_file.text(name).is_some())
        };
        let own = paper.names.all.iter().filter(|(section, _)| !is_replaced(section));
        for (section, path) in own {
            asked.add_names([path.clone()].into_iter(), section.as_deref());
        }
        asked.tested.extend(paper.names.tested.iter().cloned());
        for section in paper.sections() {
            if let Some(text) = year_file.text(section) {
                asked.add(language::read(&text.text, Language::Text), Some(section));
            }
        }
        for line in [&paper.info.author, &paper.info.subject] {
            asked.add(language::read(line, Language::Template), None);
        }
        if fetches_macros(paper.body()) {
            let calls = paper.names.calls.iter().filter(|(section, _)| !is_replaced(section));
            self.add_macros(&mut asked, calls.cloned().collect());
        }
        asked
    }

    /// What the macros ask for that are called, and those that they call.
    fn add_macros(&self, asked: &mut Asked, mut calls: Vec<(Option<String>, String)>) {
        let text = &self.shared().text;
        let reading = language::read(text, Language::Template);
        asked.tested.extend(reading.tested);
        let mut at = 0;
        while let Some((section, called)) = calls.get(at).cloned() {
            at += 1;
            let Some((_, span)) = macros(text).find(|(name, _)| *name == called) else { continue };
            let inside = reading.names.iter().filter(|name| span.contains(&name.span.start));
            asked.add_names(inside.map(|name| name.path.clone()), section.as_deref());
            for (_, name) in self::calls(text.get(span).unwrap_or_default()) {
                let call = (section.clone(), name.to_owned());
                if !calls.contains(&call) {
                    calls.push(call);
                }
            }
        }
    }
}
