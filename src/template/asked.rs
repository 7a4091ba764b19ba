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
}

impl Asked {
    /// Whether a name, or a part of what it stands for, is asked for.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        let is_part = |path: &&String| {
            path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.names
            .range(name.to_owned()..)
            .take_while(|path| path.starts_with(name))
            .any(|path| is_part(&path))
    }

    /// Whether the paper can't do without a name.
    #[must_use]
    pub fn needs(&self, name: &str) -> bool {
        self.has(name) && !self.tested.contains(name)
    }

    fn add(&mut self, reading: TextReading) {
        self.names.extend(reading.names.into_iter().map(|name| name.path));
        self.tested.extend(reading.tested);
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
        asked.names.extend(own.map(|(_, path)| path.clone()));
        asked.tested.extend(paper.names.tested.iter().cloned());
        for text in paper.sections().filter_map(|section| year_file.text(section)) {
            asked.add(language::read(&text.text, Language::Text));
        }
        for line in [&paper.info.author, &paper.info.subject] {
            asked.add(language::read(line, Language::Template));
        }
        if fetches_macros(paper.body()) {
            asked.add(language::read(&self.shared().text, Language::Template));
        }
        asked
    }
}
