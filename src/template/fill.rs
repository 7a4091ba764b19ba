//! Filling templates in with a case.

use std::borrow::Cow;
use std::sync::Arc;

use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};

use super::paper::SHARED;
use super::values::{self, Values};
use super::{Input, Paper, Papers, errors, escape, filters, inspect, tree};
use crate::case::Case;
use crate::document::{Document, Properties, RunningHead};
use crate::finding::Finding;
use crate::source::Source;

/// How much work a template may be: a paper needs about a thousandth of it.
const FUEL: u64 = 2_000_000;

/// What the engine's templates are called, apart from the papers', which are
/// called by their id. No id has a full stop in it.
pub(super) mod name {
    /// Texts are templates of their own, so that what is wrong in one is found there.
    pub const TEXT: &str = "texter.";
    /// A paper with the case's texts in the place of its sections.
    pub const FILLED: &str = "ifylld.";
    /// What a paper's head says about its author.
    pub const AUTHOR: &str = "författare.";
    /// What a paper's head says that it is about.
    pub const SUBJECT: &str = "ämne.";
}

/// The engine as templates and texts meet it: strict, escaping, bounded, and
/// without access to anything outside.
pub(super) fn environment() -> Environment<'static> {
    let mut env = Environment::new();
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    env.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    env.set_formatter(escape::write);
    env.set_fuel(Some(FUEL));
    env.set_recursion_limit(32);
    // Papers and texts can't draw on each other, only on what is made for it: a text
    // would not take the place of a section there.
    env.set_path_join_callback(|wanted, from| {
        let is_allowed = wanted == SHARED || from.starts_with(name::FILLED);
        Cow::Borrowed(if is_allowed { wanted } else { "" })
    });
    // A line that holds only a block tag leaves no empty line behind.
    let mut syntax = env.syntax().to_builder();
    if let Ok(syntax) = syntax.trim_blocks(true).lstrip_blocks(true).build() {
        env.set_syntax(syntax);
    }
    env.set_debug(true);
    filters::add_to(&mut env);
    env
}

/// Adds the template with what papers have in common.
pub(super) fn add_shared(
    env: &mut Environment<'static>,
    shared: &Arc<Source>,
) -> Result<(), Box<Finding>> {
    env.add_template_owned(SHARED.to_owned(), shared.text.clone())
        .map_err(|error| Box::new(errors::in_shared(&error, shared)))
}

/// Adds a paper's template and the parts of its head that may hold placeholders.
pub(super) fn add_paper(env: &mut Environment<'static>, paper: &Paper) -> Result<(), Box<Finding>> {
    let info = &paper.info;
    let templates = [
        (paper.id.clone(), paper.body()),
        ([name::AUTHOR, &paper.id].concat(), &*info.author),
        ([name::SUBJECT, &paper.id].concat(), &*info.subject),
    ];
    for (name, text) in templates {
        env.add_template_owned(name, text.to_owned())
            .map_err(|error| Box::new(errors::in_template(&error, paper)))?;
    }
    Ok(())
}

/// A case about to be filled into papers: its values and texts, made ready once
/// for all of them.
#[derive(Debug)]
pub struct Filling<'a> {
    pub(super) papers: &'a Papers,
    pub(super) input: Input<'a>,
    pub(super) case: &'a Case,
    pub(super) values: Values,
    pub(super) engine: Environment<'static>,
    /// The texts that no template can be made of.
    pub(super) broken: Vec<Finding>,
}

impl<'a> Filling<'a> {
    /// Makes a case ready; nothing when the year file could not be read.
    #[must_use]
    pub fn new(papers: &'a Papers, input: Input<'a>) -> Option<Self> {
        let case = input.loaded.case.as_ref()?;
        let values = values::values(case, &input);
        let mut engine = papers.engine();
        let mut broken = Vec::new();
        for (name, text) in case.texts.iter().flatten() {
            let name = [name::TEXT, &*name].concat();
            if let Err(error) = engine.add_template_owned(name, text.text.clone()) {
                broken.push(errors::located(&error, papers, &input, &values));
            }
        }
        Some(Self { papers, input, case, values, engine, broken })
    }

    /// Looks through the year file's texts for what can't be filled in: names that
    /// do not exist, markup that has no place in a paper. Each finding has its place
    /// in the year file.
    #[must_use]
    pub fn inspect(&self) -> Vec<Finding> {
        inspect::texts(self)
    }

    /// Fills in a paper. `attachments` are the titles of the papers that are made as
    /// its bilagor, in order.
    ///
    /// # Errors
    /// A finding for the first thing that can't be filled in, with its place in the
    /// year file or in the template.
    pub fn fill(&self, paper: &Paper, attachments: &[String]) -> Result<Document, Box<Finding>> {
        if let Some(broken) = self.broken.first() {
            return Err(Box::new(broken.clone()));
        }
        let located =
            |error| Box::new(errors::located(&error, self.papers, &self.input, &self.values));
        let context = self.context(attachments);
        let render = |name: &str| {
            let template = self.engine.get_template(name);
            template.and_then(|template| template.render(&context)).map_err(located)
        };
        let filled = [name::FILLED, &paper.id].concat();
        let replacing = self.replacing_sections(paper);
        let template = self.engine.template_from_named_str(&filled, &replacing);
        let markdown = template.and_then(|template| template.render(&context)).map_err(located)?;
        let read = tree::paper(&markdown)
            .map_err(|wrong| Box::new(errors::in_result(paper, &markdown, &wrong)))?;
        let head =
            |kind: &str| render(&[kind, &paper.id].concat()).map(|line| tree::plain_line(&line));
        let errand = &self.case.errand;
        Ok(Document {
            paper: paper.id.clone(),
            properties: Properties {
                title: read.title,
                author: head(name::AUTHOR)?,
                subject: head(name::SUBJECT)?,
                keywords: paper.info.keywords.iter().map(|word| word.to_string()).collect(),
                date: *errand.date,
                reference: errand.reference.as_ref().map(|reference| reference.to_string()),
            },
            running_head: RunningHead {
                parts: read.running_head,
                page_label: self.input.page_label.to_owned(),
            },
            blocks: read.blocks,
        })
    }

    /// The case's values, and the bilagor: those that are made, then those that the
    /// year file names.
    fn context(&self, attachments: &[String]) -> Value {
        let mut values = self.values.clone();
        values.set("bilagor", values::attachments(self.case, attachments));
        Value::from(values)
    }

    /// A template that takes the paper's and puts the case's texts in the place of
    /// the sections they are named after.
    fn replacing_sections(&self, paper: &Paper) -> String {
        let mut template = format!("{{% extends \"{}\" %}}", paper.id);
        for section in paper.sections().filter(|section| self.case.text(section).is_some()) {
            template.extend([
                "{% block ",
                section,
                " %}{% include \"",
                name::TEXT,
                section,
                "\" %}\n{% endblock %}",
            ]);
        }
        template
    }
}
