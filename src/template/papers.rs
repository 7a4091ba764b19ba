//! All papers: those that are built in, and those of a folder that someone has
//! filled with templates.

use std::sync::Arc;

use minijinja::Environment;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::asked::SharedMacros;
use super::paper::BUILT_IN_SHARED;
use super::{ALL, Demand, Paper, fill, gather};
use crate::finding::{self, Finding};
use crate::source::Source;
use crate::swedish::folded;
use crate::year_file::read::nearest;
use crate::year_file::schema::Section;
use crate::year_file::{MatterPart, YearFile};

/// All papers, in the order in which they are made and shown, with an engine that
/// knows their templates.
#[derive(Debug)]
pub struct Papers {
    all: Vec<Paper>,
    /// What papers have in common.
    shared: Arc<Source>,
    pub(super) macros: SharedMacros,
    engine: Environment<'static>,
}

/// A name in lower case without what stands above and below its letters: `ansokan` for
/// `Ansökan`.
fn without_marks(name: &str) -> String {
    name.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// A template that is not built in.
#[derive(Debug)]
pub struct Template {
    /// The file's name without its ending.
    pub stem: String,
    /// The file's text.
    pub source: Arc<Source>,
}

impl Template {
    /// A template and the name of its file, without the ending.
    #[must_use]
    pub fn new(stem: impl Into<String>, source: Arc<Source>) -> Self {
        Self { stem: stem.into(), source }
    }
}

impl Papers {
    /// The papers whose templates are built in.
    ///
    /// # Errors
    /// What is wrong with a template.
    pub fn built_in() -> Result<Self, Vec<Finding>> {
        Self::with(&[])
    }

    /// The built-in papers changed by other templates: one with the id of another
    /// paper takes its place, one that says that it replaces another as well, and
    /// any other is a paper more.
    ///
    /// # Errors
    /// Everything that is wrong with the templates, in reading order.
    pub fn with(templates: &[Template]) -> Result<Self, Vec<Finding>> {
        let (papers, shared, mut findings) = gather::papers(templates);
        let mut engine = fill::environment();
        findings.extend(fill::add_shared(&mut engine, &shared));
        for paper in &papers {
            findings.extend(fill::add_paper(&mut engine, paper));
        }
        if findings.is_empty() {
            let macros = SharedMacros::of(&shared.text);
            return Ok(Self { all: papers, shared, macros, engine });
        }
        finding::in_reading_order(&mut findings);
        finding::no_more_than_useful(&mut findings);
        Err(findings)
    }

    /// The papers.
    pub fn iter(&self) -> impl Iterator<Item = &Paper> {
        self.all.iter()
    }

    /// The papers that are made unless others are asked for.
    pub fn usual(&self) -> impl Iterator<Item = &Paper> {
        self.all.iter().filter(|paper| !paper.is_on_request())
    }

    /// The papers that are made of a year file unless others are asked for: those that it
    /// names itself, or else the usual ones of what the board's matter is about. A name that
    /// there is no paper of counts for nothing.
    #[must_use]
    pub fn usual_of(&self, year_file: Option<&YearFile>) -> Vec<&Paper> {
        let names = year_file.and_then(|year_file| year_file.papers.as_ref());
        if let Some(names) = names.filter(|names| !names.is_empty()) {
            let names = names.iter().filter_map(|name| name.known());
            return self.named(names.map(String::as_str)).0;
        }
        self.of_matter(year_file)
    }

    /// The usual papers of what the board's matter is about.
    #[must_use]
    pub fn of_matter(&self, year_file: Option<&YearFile>) -> Vec<&Paper> {
        let is_about = |demand: &Demand| {
            year_file.is_none_or(|year_file| {
                year_file.is_about(match demand {
                    Demand::Report => MatterPart::Report,
                    Demand::Application => MatterPart::Application,
                })
            })
        };
        self.usual()
            .filter(|paper| paper.demands.is_empty() || paper.demands.iter().any(is_about))
            .collect()
    }

    /// The papers with these ids, in their own order, or all of them for [`ALL`]; and the
    /// names that there is no paper of, each with what to write instead.
    pub fn named<'n>(
        &self,
        names: impl Iterator<Item = &'n str>,
    ) -> (Vec<&Paper>, Vec<(&'n str, String)>) {
        let (mut known, mut unknown): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
        for name in names {
            match self.id_meant(name) {
                Some(id) => known.push(id),
                None => unknown.push(name),
            }
        }
        let is_named = |paper: &&Paper| known.contains(&ALL) || known.contains(&paper.id.as_str());
        let hinted = unknown.into_iter().map(|name| (name, self.instead_of(name)));
        (self.all.iter().filter(is_named).collect(), hinted.collect())
    }

    /// The id that a name is, or [`ALL`]; `ansökan` is `ansokan`.
    fn id_meant(&self, name: &str) -> Option<&str> {
        if name == ALL {
            return Some(ALL);
        }
        let ids = || self.all.iter().map(|paper| paper.id.as_str());
        let plain = without_marks(name);
        ids().find(|id| *id == name).or_else(|| ids().find(|id| without_marks(id) == plain))
    }

    fn instead_of(&self, name: &str) -> String {
        let ids: Vec<&str> = self.all.iter().map(|paper| paper.id.as_str()).collect();
        // Whoever writes the paper's own name means that paper.
        let has_name = |paper: &&Paper| folded(&paper.info.name) == folded(name);
        let by_name = self.all.iter().find(has_name).map(|paper| paper.id.as_str());
        match by_name.or_else(|| nearest(name, &ids)) {
            Some(near) => format!("Menade du `{near}`?"),
            None => format!("Papper som finns: {}.", ids.join(", ")),
        }
    }

    /// The papers that are made only when they are asked for.
    pub fn on_request(&self) -> impl Iterator<Item = &Paper> {
        self.all.iter().filter(|paper| paper.is_on_request())
    }

    /// A paper by its id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Paper> {
        self.all.iter().find(|paper| paper.id == id)
    }

    /// The templates that are not built in, papers' and what they have in common.
    pub fn own_templates(&self) -> impl Iterator<Item = &Arc<Source>> {
        let papers = self.all.iter().filter(|paper| !paper.is_built_in);
        let shared = Some(&self.shared).filter(|shared| shared.text != BUILT_IN_SHARED);
        papers.map(|paper| &paper.source).chain(shared)
    }

    /// The template with what papers have in common.
    #[must_use]
    pub fn shared(&self) -> &Arc<Source> {
        &self.shared
    }

    /// An engine that knows the papers' templates, to put a year file's texts into.
    pub(super) fn engine(&self) -> Environment<'static> {
        self.engine.clone()
    }

    /// The sections that a year file can replace, in all papers, without repeats.
    #[must_use]
    pub fn sections(&self) -> Vec<&str> {
        let mut sections = Vec::new();
        for section in self.all.iter().flat_map(Paper::sections) {
            if !sections.contains(&section) {
                sections.push(section);
            }
        }
        sections
    }

    /// The sections with the names of the papers that have them.
    #[must_use]
    pub fn sections_with_papers(&self) -> Vec<Section> {
        let papers_with = |section: &str| {
            let with = |paper: &&Paper| paper.sections().any(|other| other == section);
            self.all.iter().filter(with).map(|paper| paper.info.name.to_string()).collect()
        };
        let sections = self.sections().into_iter();
        sections.map(|name| Section { name: name.to_owned(), papers: papers_with(name) }).collect()
    }
}
