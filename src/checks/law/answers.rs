//! Whether the year file answers the points of the law, and the templates have room for
//! the answers.

use super::points::{FIELDS, LawAnswer, POINTS, Point};
use crate::checks::{Report, Subject};
use crate::source::Span;
use crate::swedish::join;
use crate::template::{Demand, Paper};
use crate::year_file::read::nearest;
use crate::year_file::values::Text;

/// A text that can answer a point in the place of fields.
pub(super) struct Alternative<'s> {
    /// The section that it goes to, when a paper that has to answer has one.
    pub(super) section: Option<&'s str>,
    pub(super) says_something: bool,
    /// Whether the section is left out, which is reported as such.
    is_omitted: bool,
}

impl<'s> Alternative<'s> {
    pub(super) fn of(subject: &Subject<'s>, demand: Demand, section: &str) -> Self {
        let answers: Vec<&str> =
            subject.made.demanded(demand).filter_map(|paper| paper.answer(section)).collect();
        Self {
            section: answers.first().copied(),
            says_something: answers.iter().any(|section| subject.says_something(section)),
            is_omitted: answers.iter().any(|section| subject.year_file.omits(section)),
        }
    }

    pub(super) fn is_needed(&self) -> bool {
        !self.says_something && !self.is_omitted
    }

    pub(super) fn hint(&self, fields: &str, what: &str) -> String {
        match self.section {
            Some(section) => {
                format!("{fields}, eller skriv i `texter:` under `{section}:` {what}.")
            }
            None => format!("{fields}."),
        }
    }
}

pub(super) fn answered(subject: &Subject<'_>, report: &mut Report<'_>, demand: Demand) {
    let mut texts: Vec<(&Point, &str)> = Vec::new();
    for point in POINTS.iter().filter(|point| point.demand == demand) {
        match &point.answer {
            LawAnswer::Section(built_in) => {
                for paper in subject.made.demanded(demand) {
                    match paper.answer(built_in) {
                        Some(section) if texts.iter().any(|(_, other)| *other == section) => {}
                        Some(section) => texts.push((point, section)),
                        // That the template names one which it does not have is said there.
                        None if paper.names_answer(built_in) => {}
                        None => no_section(report, paper, point, built_in),
                    }
                }
            }
            LawAnswer::Template(built_in) => {
                let papers = subject.made.demanded(demand);
                let mut sections: Vec<&str> =
                    papers.filter_map(|paper| paper.answer(built_in)).collect();
                sections.dedup();
                for section in sections {
                    let is_there = subject.year_file.text(section).is_some();
                    if is_there && !subject.says_something(section) {
                        says_nothing(subject, report, point, section);
                    }
                }
            }
            LawAnswer::Field { path, values, may_be_empty } => {
                let values = values(subject.year_file);
                if values.is_empty() && !may_be_empty {
                    let field = path.last().copied().unwrap_or_default();
                    report.add(
                        &report.key(path),
                        format!("{}: {} saknas", point.number, point.what),
                        format!("Fyll i `{field}:`."),
                    );
                }
                words_present(report, point, &values);
            }
        }
    }
    texts_present(subject, report, &texts);
    for field in FIELDS.iter().filter(|field| field.demand == demand) {
        let path = ["verksamhet", field.key];
        let is_said = field
            .or_section
            .is_some_and(|section| Alternative::of(subject, demand, section).says_something);
        let is_applied_for = field.key == "årsanställningar"
            && demand == Demand::Application
            && subject.year_file.operation.posts_applied_for.is_some();
        if report.is_left_out(&path) && !is_said && !is_applied_for {
            report.add(
                &report.key(&path),
                format!("{}: {} saknas", field.number, field.what),
                format!("Lägg till `{}:` under `verksamhet:`.", field.key),
            );
        }
    }
}

/// Says that no text can answer a point, since the paper's template has no place for one.
fn no_section(report: &mut Report<'_>, paper: &Paper, point: &Point, section: &str) {
    report.add_in_template(
        &paper.source,
        head_of(paper),
        format!("{}: mallen har inget avsnitt för {}", point.number, point.what),
        format!(
            "Lägg till {{% block {section} %}}{{% endblock %}} i mallen. Har mallen ett avsnitt för det under ett annat namn så skriv det i mallens huvud: `svar: {{ {section}: NAMN }}`. Är papperet ingen {} så skriv `krav: []` där.",
            match point.demand {
                Demand::Application => "ansökan",
                Demand::Report => "redovisning",
            }
        ),
    );
}

/// Where the head of a template says what is demanded, or else its first line.
fn head_of(paper: &Paper) -> Span {
    let demands = paper.info.demands.iter().flatten();
    let end = paper.source.text.find('\n').unwrap_or_default();
    demands.map(|demand| demand.span.clone()).next().unwrap_or(0..end)
}

pub(super) fn template_answers(subject: &Subject<'_>, report: &mut Report<'_>) {
    let known: Vec<&str> = POINTS.iter().filter_map(Point::section).chain(["brister"]).collect();
    let mut papers: Vec<&Paper> = Vec::new();
    for paper in Demand::ALL.into_iter().flat_map(|demand| subject.made.demanded(demand)) {
        if !papers.iter().any(|other| other.id == paper.id) {
            papers.push(paper);
        }
    }
    for paper in papers {
        for (built_in, own) in paper.info.answers.iter().flatten() {
            if !known.contains(&built_in.as_str()) {
                report.add_in_template(
                    &paper.source,
                    built_in.span.clone(),
                    format!("`{}` är inget avsnitt som lagen kräver", built_in.as_str()),
                    match nearest(built_in, &known) {
                        Some(near) => format!("Menade du `{near}`?"),
                        None => format!("Avsnitt som lagen kräver: {}.", known.join(", ")),
                    },
                );
            } else if !paper.sections().any(|section| section == own.as_str()) {
                report.add_in_template(
                    &paper.source,
                    own.span.clone(),
                    format!("mallen har inget avsnitt som heter `{}`", own.as_str()),
                    format!(
                        "Lägg till {{% block {} %}}{{% endblock %}}, eller rätta namnet.",
                        own.as_str()
                    ),
                );
            }
        }
    }
}

/// Says which texts the law asks for and the year file does not have: several at once,
/// when there is no place yet for any of them.
fn texts_present(subject: &Subject<'_>, report: &mut Report<'_>, points: &[(&Point, &str)]) {
    let is_missing =
        |section: &str| !subject.says_something(section) && !subject.is_misspelt(section);
    let missing: Vec<_> = points.iter().filter(|(_, section)| is_missing(section)).collect();
    if let ([first, _, ..], true) = (missing.as_slice(), subject.year_file.texts.is_none()) {
        let paragraph = first.0.demand.paragraph();
        let sections: Vec<String> = missing
            .iter()
            .map(|(point, section)| format!("`{section}:` ({})", point.number))
            .collect();
        report.add(
            &report.key(&["texter"]),
            format!("{} texter som {paragraph} kräver saknas", missing.len()),
            format!("Lägg till `texter:` och skriv under {}.", join(&sections)),
        );
        return;
    }
    for (point, section) in missing {
        if subject.year_file.text(section).is_some() {
            says_nothing(subject, report, point, section);
        } else {
            report.add(
                &report.key(&["texter", section]),
                format!("{}: {} saknas", point.number, point.what),
                format!("Skriv en text under `{section}:` i `texter:`."),
            );
        }
    }
}

/// Says that there is a text for a point, but nothing in it.
fn says_nothing(subject: &Subject<'_>, report: &mut Report<'_>, point: &Point, section: &str) {
    let Some(text) = subject.year_file.text(section) else { return };
    let key = report.key(&["texter", section]);
    if subject.year_file.omits(section) {
        let message = format!(
            "{}: `{section}` kan inte utelämnas, för lagen kräver uppgift om {}",
            point.number, point.what
        );
        report.add(&key, message, omitted_hint(point));
        return;
    }
    let hint = if text.text.contains("{%") {
        "Skriv så att texten har ord också när villkoret i den inte är uppfyllt."
    } else {
        "Skriv med ord vad som gäller."
    };
    let message = format!("{}: texten om {} säger ingenting", point.number, point.what);
    report.add(&key, message, hint);
}

fn omitted_hint(point: &Point) -> &'static str {
    match point.answer {
        LawAnswer::Template(_) => "Skriv en text, eller ta bort raden så gäller mallens egen text.",
        _ => "Skriv en text i stället för utelämna.",
    }
}

fn words_present(report: &mut Report<'_>, point: &Point, values: &[&Text]) {
    for value in values {
        match value.known() {
            None => report.leave_out(),
            Some(text) if has_words(text) => {}
            Some(text) => {
                let message = format!("{}: {} kan inte vara ”{text}”", point.number, point.what);
                report.add(&value.span, message, "Skriv med ord.");
            }
        }
    }
}

/// Whether there are letters enough for a word, such as AF.
fn has_words(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 1
}
