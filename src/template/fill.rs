//! Filling templates in with a year file.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, Error, Template, UndefinedBehavior};

use super::bounds::{self, Written};
use super::draft::DraftRules;
use super::language::{self, Language, TextReading};
use super::paper::SHARED;
use super::values::{self, Values};
use super::{Input, Paper, Papers, errors, escape, filters, inspect, tree};
use crate::document::{Document, Properties, RunningHead};
use crate::facts::OperationShare;
use crate::finding::Finding;
use crate::source::{Source, Span};
use crate::swedish::with_fixed_spaces;
use crate::year_file::YearFile;

/// What the engine's templates are called, apart from the papers', which are
/// called by their id. No id has a full stop in it.
pub(super) mod name {
    /// Texts are templates of their own, so that what is wrong in one is found there.
    pub const TEXT: &str = "texter.";
    /// A paper with the year file's texts in the place of its sections.
    pub const FILLED: &str = "ifylld.";
    /// What a paper's head says about its author.
    pub const AUTHOR: &str = "författare.";
    /// What a paper's head says that it is about.
    pub const SUBJECT: &str = "ämne.";
    /// What a paper's head says about its date.
    pub const DATE: &str = "datum.";
    /// The title of a paper, for those that list it.
    pub const TITLE: &str = "titel.";
    /// Texts of a draft as they were written.
    pub const RAW: &str = "råtext.";
}

/// The engine as templates and texts meet it: strict, escaping, bounded, without
/// access to anything outside, and with no filter or function that is not named here.
pub(super) fn environment() -> Environment<'static> {
    let mut env = Environment::empty();
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    env.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    env.set_formatter(escape::write);
    env.set_fuel(Some(bounds::STEPS));
    env.set_recursion_limit(bounds::DEPTH);
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
pub(super) fn add_shared(env: &mut Environment<'static>, shared: &Arc<Source>) -> Vec<Finding> {
    let reading = language::read(&shared.text, Language::Template);
    if !reading.wrong.is_empty() {
        let wrong = reading.wrong.iter();
        return wrong
            .map(|wrong| errors::wrong_in_template(wrong, shared, wrong.span.clone()))
            .collect();
    }
    let added = env.add_template_owned(SHARED.to_owned(), reading.text);
    added.err().map(|error| errors::in_shared(&error, shared)).into_iter().collect()
}

/// Adds a paper's template and the parts of its head that may hold placeholders.
pub(super) fn add_paper(env: &mut Environment<'static>, paper: &Paper) -> Vec<Finding> {
    let info = &paper.info;
    let mut templates = vec![
        (paper.id.clone(), paper.body()),
        ([name::AUTHOR, &paper.id].concat(), &*info.author),
        ([name::SUBJECT, &paper.id].concat(), &*info.subject),
    ];
    templates
        .extend(info.date.iter().map(|date| ([name::DATE, &paper.id].concat(), date.as_str())));
    let mut findings = Vec::new();
    for (name, text) in templates {
        let reading = language::read(text, Language::Template);
        findings.extend(reading.wrong.iter().map(|wrong| {
            let place = errors::place_in_paper(paper, &name, wrong.span.clone());
            errors::wrong_in_template(wrong, &paper.source, place)
        }));
        if reading.wrong.is_empty() {
            let added = env.add_template_owned(name, reading.text);
            findings.extend(added.err().map(|error| errors::in_template(&error, paper)));
        }
    }
    // What is wrong with it has been said of the whole body.
    let title = language::read(paper.title(), Language::Template);
    if title.wrong.is_empty() {
        let _ = env.add_template_owned([name::TITLE, &paper.id].concat(), title.text);
    }
    findings
}

/// A year file about to be filled into papers: its values and texts, made ready once
/// for all of them.
#[derive(Debug)]
pub struct Filling<'a> {
    pub(super) papers: &'a Papers,
    pub(super) input: Input<'a>,
    pub(super) year_file: &'a YearFile,
    pub(super) values: Values,
    /// The values as the engine is given them where no bilagor are made.
    pub(super) context: Value,
    pub(super) engine: Environment<'static>,
    /// The texts by their sections, as the engine is given them.
    pub(super) texts: Vec<(&'a str, TextReading)>,
    /// What is wrong with the texts that no template can be made of.
    pub(super) broken: Vec<Finding>,
    /// What a draft does otherwise.
    pub(super) draft: Option<DraftRules>,
}

impl<'a> Filling<'a> {
    /// Makes a year file ready; nothing when the year file could not be read.
    #[must_use]
    pub fn new(papers: &'a Papers, input: Input<'a>) -> Option<Self> {
        let year_file = input.loaded.year_file.as_ref()?;
        let values = values::values(year_file, &input);
        let mut engine = papers.engine();
        let (mut texts, mut broken) = (Vec::new(), Vec::new());
        for (section, text) in year_file.texts.iter().flatten() {
            let mut reading = language::read(&text.text, Language::Text);
            reading.wrong.retain(|wrong| inspect::is_meant(wrong, &values));
            let wrong = reading.wrong.iter();
            broken.extend(
                wrong.map(|wrong| errors::wrong_in_text(wrong, text, section, &input, &values)),
            );
            if reading.wrong.is_empty() {
                let name = [name::TEXT, section.as_str()].concat();
                let added = engine.add_template_owned(name, reading.text.clone());
                broken.extend(
                    added.err().map(|error| errors::located(&error, papers, &input, &values)),
                );
            }
            texts.push((section.as_str(), reading));
        }
        let context = Value::from(values.clone());
        let draft = None;
        Some(Self { papers, input, year_file, values, context, engine, texts, broken, draft })
    }

    /// Looks through the year file's texts for what can't be filled in: names that
    /// do not exist, markup that has no place in a paper. Each finding has its place
    /// in the year file.
    #[must_use]
    pub fn inspect(&self) -> Vec<Finding> {
        inspect::texts(self)
    }

    /// What is read in the text for a section when it is filled in, without markup.
    /// Nothing when there is no such text, and when it can't be filled in, which
    /// [`Filling::inspect`] and [`Filling::fill`] say more of.
    #[must_use]
    pub fn words(&self, section: &str) -> Option<String> {
        self.filled_text(section).map(|markdown| tree::lines(&markdown).join("\n"))
    }

    /// Where something came from that only shows in a filled-in paper: the first of its
    /// texts that fulfils a condition when it is filled in alone, or else the start of
    /// its template.
    #[must_use]
    pub fn origin(&self, paper: &Paper, condition: &dyn Fn(&str) -> bool) -> (Arc<Source>, Span) {
        let mut texts = self.year_file.texts.iter().flatten();
        let is_meant = |section: &str| {
            let is_shown = paper.sections().any(|other| other == section);
            is_shown && self.filled_text(section).is_some_and(|text| condition(&text))
        };
        match texts.find(|(section, _)| is_meant(section)) {
            Some((_, text)) => (Arc::clone(&self.input.loaded.source), text.span.clone()),
            None => (Arc::clone(&paper.source), paper.body_start..paper.body_start),
        }
    }

    /// The text for a section, filled in; nothing when it can't be.
    pub(super) fn filled_text(&self, section: &str) -> Option<String> {
        let template = self.engine.get_template(&[name::TEXT, section].concat()).ok()?;
        render(&template, &self.context).ok()
    }

    /// The papers that are bilagor of the others, in order: those that are made unless
    /// others are asked for, whether they are made now or not, and the given ones.
    #[must_use]
    pub fn attachments(&self, made: &[&'a Paper]) -> Vec<&'a Paper> {
        let mut attachments = match self.year_file.operations {
            // It has the papers of none of the operations.
            Some(_) => self.papers.of_matter(Some(self.year_file)),
            None => self.papers.usual_of(Some(self.year_file)),
        };
        attachments.extend(made.iter().copied());
        attachments.retain(|paper| paper.attachment().is_some());
        attachments.sort_by_key(|paper| (paper.attachment(), &paper.id));
        attachments.dedup_by_key(|paper| &paper.id);
        attachments
    }

    /// The operations that the board's matter is about, when they are several.
    #[must_use]
    pub fn operations(&self) -> &[OperationShare] {
        &self.input.facts.operations
    }

    /// A paper's title, also where the year file lacks what else the paper needs; its name
    /// where not even the title can be filled in.
    #[must_use]
    pub fn title(&self, paper: &Paper) -> String {
        let template = self.engine.get_template(&[name::TITLE, &paper.id].concat());
        let title = template.ok().and_then(|title| render(&title, &self.context).ok());
        let title = title.map(|title| with_fixed_spaces(&tree::plain_line(&title)));
        title.filter(|title| !title.is_empty()).unwrap_or_else(|| paper.info.name.to_string())
    }

    /// Fills in a paper. `attachments` are the titles of its bilagor, in order, or the
    /// paper's own number among the bilagor when it is one.
    ///
    /// # Errors
    /// A finding for the first thing that can't be filled in, with its place in the
    /// year file or in the template. A draft has none.
    pub fn fill(&self, paper: &Paper, attachments: &Attachments) -> Result<Document, Box<Finding>> {
        if self.draft.is_some() {
            return Ok(self.drafted(paper, attachments));
        }
        if let Some(broken) = self.broken.first() {
            return Err(Box::new(broken.clone()));
        }
        self.document(paper, attachments, name::TEXT)
    }

    /// A paper with the texts that are called by their sections after `texts`.
    pub(super) fn document(
        &self,
        paper: &Paper,
        attachments: &Attachments,
        texts: &str,
    ) -> Result<Document, Box<Finding>> {
        let unfilled = |unfilled| Box::new(self.finding(paper, unfilled));
        let context = self.context(attachments);
        let filled = [name::FILLED, &paper.id].concat();
        let replacing = self.replacing_sections(paper, texts);
        let template = self.engine.template_from_named_str(&filled, &replacing);
        let markdown = template
            .map_err(Unfilled::Error)
            .and_then(|template| render(&template, &context))
            .map_err(unfilled)?;
        let markdown = self.showable(markdown);
        let read = tree::paper(&markdown)
            .map_err(|wrong| Box::new(errors::in_result(paper, &markdown, &wrong, &self.input)))?;
        let head = |kind: &str| {
            let template = self.engine.get_template(&[kind, &paper.id].concat());
            let line = template.map_err(Unfilled::Error);
            let line = line.and_then(|template| render(&template, &context));
            let line = line.map(|line| self.showable(line));
            line.map(|line| tree::plain_line(&line)).map_err(unfilled)
        };
        let board_matter = &self.year_file.board_matter;
        let date = match &paper.info.date {
            None => date_of(self.year_file),
            Some(written) => {
                let date = head(name::DATE)?;
                match date.parse() {
                    Ok(date) => date,
                    // A draft has its gaps marked where they are to be read.
                    Err(_) if self.draft.is_some() => date_of(self.year_file),
                    Err(_) => return Err(Box::new(errors::no_date(paper, written, &date))),
                }
            }
        };
        Ok(Document {
            paper: paper.id.clone(),
            properties: Properties {
                title: read.title,
                author: head(name::AUTHOR)?,
                subject: head(name::SUBJECT)?,
                keywords: paper.info.keywords.iter().map(ToString::to_string).collect(),
                date,
                reference: board_matter.reference.as_ref().map(ToString::to_string),
            },
            running_head: RunningHead {
                parts: read.running_head,
                page_label: self.input.page_label.to_owned(),
            },
            blocks: read.blocks,
            draft: None,
        })
    }

    fn finding(&self, paper: &Paper, unfilled: Unfilled) -> Finding {
        match unfilled {
            Unfilled::Error(error) => {
                errors::located(&error, self.papers, &self.input, &self.values)
            }
            Unfilled::TooLong(written) => {
                errors::in_result(paper, &written, &tree::too_long(&written), &self.input)
            }
        }
    }

    /// The number of the first of the papers that are bilagor.
    #[must_use]
    pub fn first_attachment(&self) -> usize {
        self.year_file.first_attachment()
    }

    /// The year file's values, with what a paper has to do with bilagor.
    fn context(&self, attachments: &Attachments) -> Value {
        let mut values = self.values.clone();
        match attachments {
            Attachments::None => return self.context.clone(),
            Attachments::Titles(titles) => {
                values.set("bilagor", values::attachments(self.year_file, titles));
            }
            Attachments::Number(number) => values.set("bilaga", Value::from(*number)),
        }
        self.in_context(&values)
    }

    /// A template that takes the paper's and puts the year file's texts in the place of
    /// the sections they are named after.
    fn replacing_sections(&self, paper: &Paper, texts: &str) -> String {
        let mut template = format!("{{% extends \"{}\" %}}", paper.id);
        for section in paper.sections().filter(|section| self.year_file.text(section).is_some()) {
            template.extend(["{% block ", section, " %}"]);
            if self.year_file.omits(section) {
                template.push_str(tree::MARK);
            } else {
                // Or a list would take up the text after it, or the list before it.
                let border = if paper.is_of_blocks(section) { tree::BORDER } else { "" };
                let text = ["{% include \"", texts, section, "\" %}"];
                template.extend([border].into_iter().chain(text).chain([border]));
            }
            template.push_str("\n{% endblock %}");
        }
        template
    }
}

/// The day in a paper's properties: that of the board paper, or where it has none the first
/// known day of those that belong to it.
fn date_of(year_file: &YearFile) -> NaiveDate {
    let (matter, grant) = (&year_file.board_matter, &year_file.grant);
    let days =
        [&matter.date, &matter.meeting, &grant.report_submitted, &grant.application_submitted];
    days.into_iter().find_map(|day| day.known().copied()).unwrap_or_default()
}

/// What a paper has to do with bilagor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attachments {
    /// Nothing that is to be known.
    None,
    /// It has these, by title; the year file's own come after them.
    Titles(Vec<String>),
    /// It is one, with this number.
    Number(usize),
}

/// Why a template can't be filled in.
enum Unfilled {
    /// The engine objects.
    Error(Error),
    /// It is too long; the text is what there is room for.
    TooLong(String),
}

impl From<Error> for Unfilled {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

/// Fills a template in, as far as it may cost.
fn render(template: &Template<'_, '_>, context: &Value) -> Result<String, Unfilled> {
    let mut written = Written::default();
    let rendered = template.render_captured_to(context.clone(), &mut written).map(drop);
    if !written.is_too_long() {
        rendered?;
    }
    written.into_text().map_err(Unfilled::TooLong)
}
