//! What förordning (2013:522) demands of the papers.

mod points;
mod steering_group;

use super::{Report, Rule, Subject};
use crate::measures::UNUSED;
use crate::swedish::join;
use crate::year_file::values::Text;
use points::{Answer, POINTS, Paper, Point};

pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "redovisningens-punkter",
        "Redovisningen ska innehålla alla punkter i 10 § förordningen (2013:522).",
        report_points,
    ),
    Rule::error(
        "ansökans-punkter",
        "Ansökan ska innehålla alla punkter i 8 § förordningen (2013:522).",
        application_points,
    ),
    Rule::error(
        "ledningsgruppens-ledamöter",
        "Kommunen, regionens primärvård, regionens psykiatri, Arbetsförmedlingen och Försäkringskassan ska vara företrädda i ledningsgruppen (5 § förordningen 2013:522).",
        steering_group::all_five,
    ),
    Rule::error(
        "organisationer-erbjuds",
        "Patient-, brukar- och anhörigorganisationer ska erbjudas att delta (5 § förordningen 2013:522).",
        organisations_invited,
    ),
    Rule::error(
        "oförbrukat-bidrag",
        "Bidrag som inte har använts kan krävas tillbaka (15 § förordningen 2013:522).",
        repayment,
    ),
];

/// The sections whose texts the law asks for.
#[cfg(test)]
pub(super) fn sections() -> impl Iterator<Item = &'static str> {
    POINTS.iter().filter_map(|point| match point.answer {
        Answer::Section(section) => Some(section),
        Answer::Field { .. } => None,
    })
}

fn report_points(subject: &Subject<'_>, report: &mut Report<'_>) {
    let year_file = subject.year_file;
    answered(subject, report, Paper::Report);
    if year_file.economy.is_none() && !subject.says_something("bidragets_användning") {
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
    if year_file.shortcomings.as_ref().is_none_or(Vec::is_empty)
        && !subject.says_something("brister")
    {
        report.add(
            &report.key(&["brister"]),
            "10 § 5: uppmärksammade brister i tillgången till vård, stöd och service saknas",
            "Fyll i `brister:`, eller skriv i `texter:` under `brister:` att inga har uppmärksammats.",
        );
    }
}

fn application_points(subject: &Subject<'_>, report: &mut Report<'_>) {
    let year_file = subject.year_file;
    answered(subject, report, Paper::Application);
    if year_file.operation.priorities.is_empty() && !subject.says_something("prioriteringar") {
        report.add(
            &report.key(&["verksamhet", "prioriteringsordning"]),
            "8 § 5: uppgift om hur prioriteringar görs saknas",
            "Fyll i `prioriteringsordning:`, eller skriv i `texter:` under `prioriteringar:` hur ni prioriterar.",
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

fn answered(subject: &Subject<'_>, report: &mut Report<'_>, paper: Paper) {
    let mut texts = Vec::new();
    for point in POINTS.iter().filter(|point| point.paper == paper) {
        match &point.answer {
            Answer::Section(section) => texts.push((point, *section)),
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

/// Says which texts the law asks for and the year file does not have: several at once,
/// when there is no place yet for any of them.
fn texts_present(subject: &Subject<'_>, report: &mut Report<'_>, points: &[(&Point, &str)]) {
    let is_missing =
        |section: &str| !subject.says_something(section) && !subject.is_misspelt(section);
    let missing: Vec<_> = points.iter().filter(|(_, section)| is_missing(section)).collect();
    if let ([first, _, ..], true) = (missing.as_slice(), subject.year_file.texts.is_none()) {
        let paragraph = first.0.number.split_inclusive('§').next().unwrap_or_default();
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
        let key = report.key(&["texter", section]);
        if let Some(text) = subject.year_file.text(section) {
            let hint = if text.text.contains("{%") {
                "Skriv så att texten har ord också när villkoret i den inte är uppfyllt."
            } else {
                "Skriv med ord vad som gäller."
            };
            let message = format!("{}: texten om {} säger ingenting", point.number, point.what);
            report.add(&key, message, hint);
        } else {
            report.add(
                &key,
                format!("{}: {} saknas", point.number, point.what),
                format!("Skriv en text under `{section}:` i `texter:`."),
            );
        }
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
    if unused > 0 && !subject.says_something("återbetalning") {
        report.add(
            &report.key(&["ekonomi", "använt"]),
            format!(
                "{} kronor av bidraget är oförbrukade, men inget sägs om återbetalning",
                crate::swedish::grouped(unused)
            ),
            "Skriv i `texter:` under `återbetalning:` varför pengarna är kvar och hur de betalas tillbaka.",
        );
    }
}
