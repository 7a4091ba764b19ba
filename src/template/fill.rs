//! Filling a template in with a case.

use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};

use super::paper::sections_of;
use super::{Input, Paper, Papers, errors, escape, filters, tree, values};
use crate::document::{Document, Properties};
use crate::finding::Finding;

/// How much work a template may be: a paper needs about a thousandth of it.
const FUEL: u64 = 2_000_000;

/// Texts are templates of their own, so that what is wrong in one is found there.
const TEXT: &str = "texter.";

pub(super) fn document(
    papers: &Papers,
    paper: &Paper,
    input: &Input<'_>,
) -> Result<Document, Box<Finding>> {
    let case = input.loaded.case.as_ref().ok_or_else(|| errors::no_case(paper, input))?;
    let mut env = environment();
    for (name, text) in case.texts.iter().flatten() {
        add(&mut env, &format!("{TEXT}{}", name.value), &text.text, papers, input)?;
    }
    add(&mut env, &paper.id, paper.body(), papers, input)?;
    let filled = format!("{}.ifylld", paper.id);
    add(&mut env, &filled, &replacing_sections(paper, case), papers, input)?;

    let context = Value::from(values::values(case, input));
    let render = |name: &str, source: Option<&str>| {
        let template = match source {
            None => env.get_template(name),
            Some(source) => env.template_from_named_str(name, source),
        };
        let result = template.and_then(|template| template.render(&context));
        result.map_err(|error| Box::new(errors::located(&error, papers, input)))
    };
    let markdown = render(&filled, None)?;
    let paper_content = tree::paper(&markdown)
        .map_err(|wrong| Box::new(errors::in_result(paper, &markdown, &wrong)))?;
    let head = |text: &str| {
        let filled = render(&paper.id, Some(text))?;
        Ok::<_, Box<Finding>>(tree::plain_line(&filled))
    };
    Ok(Document {
        paper: paper.id.clone(),
        properties: Properties {
            title: paper_content.title,
            author: head(&paper.info.author)?,
            subject: head(&paper.info.subject)?,
            keywords: paper.info.keywords.iter().map(|word| word.value.clone()).collect(),
            date: case.errand.date.value,
            reference: case.errand.reference.as_ref().map(|reference| reference.value.clone()),
        },
        running_head: crate::document::RunningHead {
            parts: paper_content.running_head,
            page_label: input.page_label.to_owned(),
        },
        blocks: paper_content.blocks,
    })
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
    // A line that holds only a block tag leaves no empty line behind.
    let mut syntax = env.syntax().to_builder();
    if let Ok(syntax) = syntax.trim_blocks(true).lstrip_blocks(true).build() {
        env.set_syntax(syntax);
    }
    env.set_debug(true);
    filters::add_to(&mut env);
    env
}

fn add(
    env: &mut Environment<'static>,
    name: &str,
    text: &str,
    papers: &Papers,
    input: &Input<'_>,
) -> Result<(), Box<Finding>> {
    env.add_template_owned(name.to_owned(), text.to_owned())
        .map_err(|error| Box::new(errors::located(&error, papers, input)))
}

/// A template that takes the paper's and puts the case's texts in the place of
/// the sections they are named after.
fn replacing_sections(paper: &Paper, case: &crate::case::Case) -> String {
    let mut template = format!("{{% extends \"{}\" %}}", paper.id);
    for section in sections_of(paper.body()) {
        if case.text(section).is_some() {
            template.extend([
                "{% block ",
                section,
                " %}{% include \"",
                TEXT,
                section,
                "\" %}\n{% endblock %}",
            ]);
        }
    }
    template
}

/// The section that a template's name stands for, when it is a text.
pub(super) fn section_of(template: &str) -> Option<&str> {
    template.strip_prefix(TEXT)
}
