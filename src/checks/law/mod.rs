//! What förordning (2013:522) demands of the papers.

mod points;
mod steering_group;

use super::{Made, Report, Rule, Subject};
use crate::measures::UNUSED;
use crate::source::Span;
use crate::swedish::join;
use crate::template::{Demand, Paper};
use crate::year_file::read::nearest;
use crate::year_file::values::Text;
use points::{Answer, POINTS, Point};

pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "redovisningens-punkter",
        "Redovisningen ska innehålla alla punkter i 10 § förordningen (2013:522).",
        report_points,
    ).demanded(&[Demand::Report]),
    Rule::error(
        "ansökans-punkter",
        "Ansökan ska innehålla alla punkter i 8 § förordningen (2013:522).",
        application_points,
    ).demanded(&[Demand::Application]),
    Rule::error(
        "mallens-svar",
        "Under `svar:` i en malls huvud står vilket avsnitt som svarar på en punkt i lagen när det heter något annat än i den inbyggda mallen.",
        template_answers,
    )
    .demanded(&[Demand::Application, Demand::Report]),
    Rule::error(
        "ledningsgruppens-ledamöter",
        "Kommunen, regionens primärvård, regionens psykiatri, Arbetsförmedlingen och Försäkringskassan ska vara företrädda i ledningsgruppen (5 § förordningen 2013:522).",
        steering_group::all_five,
    ).demanded(&[Demand::Application, Demand::Report]),
    Rule::error(
        "organisationer-erbjuds",
        "Patient-, brukar- och anhörigorganisationer ska erbjudas att delta (5 § förordningen 2013:522).",
        organisations_invited,
    ).demanded(&[Demand::Application, Demand::Report]),
    Rule::error(
        "oförbrukat-bidrag",
        "Bidrag som inte har använts kan krävas tillbaka (15 § förordningen 2013:522).",
        repayment,
    ).demanded(&[Demand::Report]),
];

/// The sections whose texts the law asks for.
#[cfg(test)]
pub(super) fn sections() -> impl Iterator<Item = &'static str> {
    POINTS.iter().filter_map(|point| match point.answer {
        Answer::Section(section) => Some(section),
        Answer::Template(_) | Answer::Field { .. } => None,
    })
}

/// Whether the law asks for what stands in a section of a paper that is made.
pub(super) fn asks_for(made: &Made<'_>, section: &str) -> bool {
    POINTS.iter().any(|point| {
        let mut papers = made.demanded(point.demand);
        let built_in = point.section();
        built_in.is_some_and(|built_in| papers.any(|paper| paper.answer(built_in) == Some(section)))
    })
}

fn report_points(subject: &Subject<'_>, report: &mut Report<'_>) {
    let year_file = subject.year_file;
    answered(subject, report, Demand::Report);
    let use_of_grant = Alternative::of(subject, Demand::Report, "bidragets_användning");
    if year_file.economy.is_none() && use_of_grant.is_needed() {
        report.add(
            &report.key(&["ekonomi"]),
            "10 §: uppgift om hur bidraget har använts saknas",
            "Lägg till `ekonomi:` med `beviljat` och `använt`.",
        );
    }
    let clients = year_file.figures(0).and_then(|figures| figures.clients.as_ref());
    if clients.is_none() {
        let year = year_file.year.to_string();
        report.add(
            &report.key(&["statistik", &year, "klienter"]),
            format!("10 § 2: antalet personer som fick stöd {year} saknas"),
            format!("Lägg till `klienter:` under `{year}:` i `statistik:`."),
        );
    }
    let shortcomings = Alternative::of(subject, Demand::Report, "brister");
    if year_file.shortcomings.as_ref().is_none_or(Vec::is_empty) && !shortcomings.says_something {
        report.add(
            &report.key(&["brister"]),
            "10 § 5: uppmärksammade brister i tillgången till vård, stöd och service saknas",
            shortcomings.hint("Fyll i `brister:`", "att inga har uppmärksammats"),
        );
    }
}

fn application_points(subject: &Subject<'_>, report: &mut Report<'_>) {
    let year_file = subject.year_file;
    answered(subject, report, Demand::Application);
    let priorities = Alternative::of(subject, Demand::Application, "prioriteringar");
    if year_file.operation.priorities.is_empty() && priorities.is_needed() {
        report.add(
            &report.key(&["verksamhet", "prioriteringsordning"]),
            "8 § 5: uppgift om hur prioriteringar görs saknas",
            priorities.hint("Fyll i `prioriteringsordning:`", "hur ni prioriterar"),
        );
    }
    if year_file.operation.full_time_posts.0 == 0 {
        report.add(
            &year_file.operation.full_time_posts.span,
            "8 § 2: antalet årsanställningar är noll",
            "Skriv antalet årsanställningar som ansökan gäller.",
        );
    }
}

/// A text that can answer a point in the place of fields.
struct Alternative<'s> {
    /// The section that it goes to, when a paper that has to answer has one.
    section: Option<&'s str>,
    says_something: bool,
    /// Whether the section is left out, which is reported as such.
    is_omitted: bool,
}

impl<'s> Alternative<'s> {
    fn of(subject: &Subject<'s>, demand: Demand, section: &str) -> Self {
        let answers: Vec<&str> =
            subject.made.demanded(demand).filter_map(|paper| paper.answer(section)).collect();
        Self {
            section: answers.first().copied(),
            says_something: answers.iter().any(|section| subject.says_something(section)),
            is_omitted: answers.iter().any(|section| subject.year_file.omits(section)),
        }
    }

    fn is_needed(&self) -> bool {
        !self.says_something && !self.is_omitted
    }

    fn hint(&self, fields: &str, what: &str) -> String {
        match self.section {
            Some(section) => {
                format!("{fields}, eller skriv i `texter:` under `{section}:` {what}.")
            }
            None => format!("{fields}."),
        }
    }
}

fn answered(subject: &Subject<'_>, report: &mut Report<'_>, demand: Demand) {
    let mut texts: Vec<(&Point, &str)> = Vec::new();
    for point in POINTS.iter().filter(|point| point.demand == demand) {
        match &point.answer {
            Answer::Section(built_in) => {
                for paper in subject.made.demanded(demand) {
                    match paper.answer(built_in) {
                        Some(section) if texts.iter().any(|(_, other)| *other == section) => {}
                        Some(section) => texts.push((point, section)),
                        None => no_section(report, paper, point, built_in),
                    }
                }
            }
            Answer::Template(built_in) => {
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
            Answer::Field { path, values, may_be_empty } => {
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
}

/// Says that no text can answer a point, since the paper's template has no place for one.
fn no_section(report: &mut Report<'_>, paper: &Paper, point: &Point, section: &str) {
    report.add_in_template(
        &paper.source,
        head_of(paper),
        format!("{}: mallen har inget avsnitt för {}", point.number, point.what),
        format!(
            "Lägg till {{% block {section} %}}{{% endblock %}} i mallen. Har mallen ett avsnitt för det under ett annat namn så skriv det i mallens huvud: `svar: {{ {section}: NAMN }}`. Är papperet något annat så skriv `krav: []` där."
        ),
    );
}

/// Where the head of a template says what is demanded, or else its first line.
fn head_of(paper: &Paper) -> Span {
    let demands = paper.info.demands.iter().flatten();
    let end = paper.source.text.find('\n').unwrap_or_default();
    demands.map(|demand| demand.span.clone()).next().unwrap_or(0..end)
}

fn template_answers(subject: &Subject<'_>, report: &mut Report<'_>) {
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
        Answer::Template(_) => "Skriv en text, eller ta bort raden så gäller mallens egen text.",
        _ => "Skriv en text i stället för utelämna.",
    }
}

fn words_present(report: &mut Report<'_>, point: &Point, values: &[&Text]) {
    for value in values {
        match value.known() {
            None => report.leave_out(),
            Some(text) if has_words(text) => {}
            Some(text) => report.add(
                &value.span,
                format!("{}: {} kan inte vara ”{text}”", point.number, point.what),
                "Skriv med ord.",
            ),
        }
    }
}

/// Whether there are letters enough for a word, such as AF.
fn has_words(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 1
}

fn organisations_invited(subject: &Subject<'_>, report: &mut Report<'_>) {
    let invited = &subject.year_file.operation.steering_group.organisations.invited;
    if !**invited {
        report.add(
            &invited.span,
            "patient-, brukar- och anhörigorganisationer har inte erbjudits att delta i ledningsgruppen",
            "Erbjud organisationerna att delta och ändra sedan till ja.",
        );
    }
}

fn repayment(subject: &Subject<'_>, report: &mut Report<'_>) {
    let unused = subject.facts.money.kronor(UNUSED).unwrap_or(0);
    let section = Alternative::of(subject, Demand::Report, "återbetalning");
    // In a template without such a section it says so in its own way.
    let Some(name) = section.section.filter(|_| !section.says_something) else { return };
    if unused > 0 {
        report.add(
            &report.key(&["ekonomi", "använt"]),
            format!(
                "{} kronor av bidraget är oförbrukade, men inget sägs om återbetalning",
                crate::swedish::grouped(unused)
            ),
            format!(
                "Skriv i `texter:` under `{name}:` varför pengarna är kvar och hur de betalas tillbaka."
            ),
        );
    }
}
