//! Which names papers ask for, filled in with a year file.

use std::collections::BTreeSet;

use super::language::{self, Language, TextReading};
use super::sections::{TemplateSection, fetches_macros};
use super::{Paper, Papers};
use crate::year_file::YearFile;

/// The names that a template asks for, each with the section that it stands in.
#[derive(Debug, Default)]
pub(super) struct Names {
    all: Vec<(Option<String>, String)>,
    /// Those whose being there the template asks about before it shows them.
    tested: BTreeSet<String>,
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
        Self { all: all.collect(), tested: reading.tested.into_iter().collect() }
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
        self.has(name) && !self.tested.contains(name)
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
            asked.add(language::read(&self.shared().text, Language::Template), None);
        }
        asked
    }
}
