//! Which names papers ask for, filled in with a year file.

use std::collections::BTreeSet;

use super::language::{self, AskedName, Language, TextReading};
use super::sections::{TemplateSection, fetches_macros, macros};
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
        let calls = reading.calls.into_iter().map(|call| (section_at(call.span.start), call.path));
        Self {
            all: all.collect(),
            tested: reading.tested.into_iter().collect(),
            calls: calls.collect(),
        }
    }
}

/// The macros that papers have in common, and what they ask for.
#[derive(Debug)]
pub(super) struct SharedMacros {
    all: Vec<SharedMacro>,
    /// The names whose being there they ask about.
    tested: Vec<String>,
}

#[derive(Debug)]
struct SharedMacro {
    name: String,
    names: Vec<String>,
    /// The macros that it calls itself.
    calls: Vec<String>,
}

impl SharedMacros {
    /// The macros of a text.
    pub(super) fn of(text: &str) -> Self {
        let reading = language::read(text, Language::Template);
        let inside = |names: &[AskedName], span: &Span| {
            let inside = names.iter().filter(|name| span.contains(&name.span.start));
            inside.map(|name| name.path.clone()).collect()
        };
        let of = |(name, span): (String, Span)| SharedMacro {
            name,
            names: inside(&reading.names, &span),
            calls: inside(&reading.calls, &span),
        };
        Self { all: macros(text).into_iter().map(of).collect(), tested: reading.tested.clone() }
    }
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
        self.paths(name).next().is_some()
    }

    /// What is asked for of a name: itself, or parts of what it stands for.
    fn paths(&self, name: &str) -> impl Iterator<Item = &String> {
        let paths = self.names.range(name.to_owned()..);
        paths.take_while(move |path| path.starts_with(name)).filter(move |path| is_part(path, name))
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
        !self.tested.contains(name) && self.paths(name).any(|path| !self.tested.contains(path))
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
        asked.tested.extend(self.macros.tested.iter().cloned());
        let mut at = 0;
        while let Some((section, called)) = calls.get(at).cloned() {
            at += 1;
            let called = self.macros.all.iter().find(|one| one.name == called);
            let Some(called) = called else { continue };
            asked.add_names(called.names.iter().cloned(), section.as_deref());
            for name in &called.calls {
                let call = (section.clone(), name.clone());
                if !calls.contains(&call) {
                    calls.push(call);
                }
            }
        }
    }
}
