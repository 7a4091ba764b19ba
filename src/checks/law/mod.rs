//! What förordning (2013:522) demands of the papers.

mod answers;
mod points;
mod steering_group;

use super::{Made, Report, Rule, Subject};
use crate::measures::UNUSED;
use crate::swedish::join;
use crate::template::{Demand, Paper};
use answers::{Alternative, answered, template_answers};
use points::POINTS;

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
        points::LawAnswer::Section(section) => Some(section),
        points::LawAnswer::Template(_) | points::LawAnswer::Field { .. } => None,
    })
}

/// Whether a text is what a report answers a point of 10 § with.
pub(super) fn answers_report(section: &str) -> bool {
    let mut points = POINTS.iter().filter(|point| point.demand == Demand::Report);
    points.any(|point| point.section() == Some(section))
}

/// Whether the law asks for what stands in a section of a paper that is made.
pub(super) fn asks_for(made: &Made<'_>, section: &str) -> bool {
    POINTS.iter().any(|point| {
        let mut papers = made.demanded(point.demand);
        let built_in = point.section();
        built_in.is_some_and(|built_in| papers.any(|paper| paper.answer(built_in) == Some(section)))
    })
}

/// What the law asks for in a section of one of these papers.
#[must_use]
pub fn asked_by_law(papers: &[&Paper], section: &str) -> Option<String> {
    let is_answer = |point: &&points::Point| {
        let mut papers = papers.iter().filter(|paper| paper.demands.contains(&point.demand));
        let built_in = point.section();
        built_in.is_some_and(|built_in| papers.any(|paper| paper.answer(built_in) == Some(section)))
    };
    let asked = POINTS.iter().filter(is_answer);
    let asked: Vec<String> =
        asked.map(|point| format!("{} ({})", point.what, point.number)).collect();
    (!asked.is_empty()).then(|| format!("Förordningen (2013:522) kräver {}.", join(&asked)))
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
    let applied = year_file.posts_applied_for();
    if applied.is_none() {
        report.leave_out_unread(&["verksamhet", "årsanställningar"]);
    }
    if let Some(posts) = applied.filter(|posts| posts.known().is_some_and(|posts| posts.0 == 0)) {
        report.add(
            &posts.span,
            "8 § 2: antalet årsanställningar är noll",
            "Skriv antalet årsanställningar som ansökan gäller.",
        );
    }
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
    // It may stand in what could not be read.
    if unused > 0 && report.loaded.is_unread(&["texter", name]) {
        report.leave_out();
    } else if unused > 0 {
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
